// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/publish_destination.h"
#include "core/model/readers.h"
#include "support/site_text.h"

#include <QTest>

using namespace quillway;
using namespace quillway::model;
using namespace Qt::StringLiterals;

namespace {

Parsed<Settings> read(const QString &document)
{
    auto parsed = readSettings(document.toUtf8());
    if (!parsed)
        qFatal("%s", qPrintable(describe(parsed.error())));
    return *parsed;
}

} // namespace

class TestReadSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryKey();
    void fillsInWhatIsAbsent();
    void letsALookDecideOnLists_data();
    void letsALookDecideOnLists();
    void readsBaseUrls_data();
    void readsBaseUrls();
    void readsTimeZones_data();
    void readsTimeZones();
    void readsWordingWithItsPlaces();
    void readsMenus_data();
    void readsMenus();
    void readsAuthors();
    void readsTargets();
    void keepsParams();
    void saysWhatIsWrongAndKeepsTheDefault_data();
    void saysWhatIsWrongAndKeepsTheDefault();
    void refusesBrokenFiles();
};

void TestReadSettings::readsEveryKey()
{
    const Parsed<Settings> parsed = read(uR"(title = "blog"
heading = "Posts"
prompt = "cat ~/posts/*"
tagline = "Thoughts"
base_url = "https://blog.example/"
language = "pt-BR"
author = "Ada"
time_zone = "Europe/Berlin"
date_format = "d MMM yyyy"
words_per_minute = 250
summary_length = 0
smart_typography = true
permalink = "/:year/:slug/"
footer = """
Bye.
"""
[index]
tag_cloud = false
per_page = 0
show = ["date", "title"]
[theme]
look = "terminal"
language = "de"
[theme.texts]
Older = "Before"
[theme.variables]
accent = "#7a1f5c"
serif = "\"Source Serif 4\", serif"
[theme.dark]
--accent = "#e8a7cf"
[topics]
related = 3
stop_words = ["notes", "Ways"]
[pictures]
widths = [900, 300, 900]
format = "own"
quality = 70
originals = true
column_width = 800
[search]
enabled = false
)"_s);
    const Settings &settings = parsed.value;
    QCOMPARE(test::linesOf(parsed.diagnostics), QStringList());
    QCOMPARE(settings.title, u"blog"_s);
    QCOMPARE(settings.heading, u"Posts"_s);
    QCOMPARE(settings.prompt, u"cat ~/posts/*"_s);
    QCOMPARE(settings.tagline, u"Thoughts"_s);
    QCOMPARE(settings.baseUrl, QUrl(u"https://blog.example/"_s));
    QCOMPARE(settings.language, u"pt-BR"_s);
    QCOMPARE(settings.author, u"Ada"_s);
    QCOMPARE(settings.timeZone.id(), "Europe/Berlin"_ba);
    QCOMPARE(settings.dateFormat, u"d MMM yyyy"_s);
    QCOMPARE(settings.wordsPerMinute, 250);
    QCOMPARE(settings.summaryLength, 0);
    QVERIFY(settings.smartTypography);
    QCOMPARE(settings.permalink, u"/:year/:slug/"_s);
    QCOMPARE(settings.footer, u"Bye."_s);
    QVERIFY(!settings.tagCloud);
    QVERIFY(!settings.search);
    QCOMPARE(settings.perPage, 0);
    QCOMPARE(settings.show, QList({ ListPart::Date, ListPart::Title }));
    QCOMPARE(settings.theme.look, u"terminal"_s);
    QCOMPARE(settings.theme.language, u"de"_s);
    QCOMPARE(settings.theme.texts.size(), 1);
    QCOMPARE(settings.theme.texts.first().shown, u"Before"_s);
    QCOMPARE(settings.theme.variables.size(), 2);
    QCOMPARE(settings.theme.variables.at(1).name, u"serif"_s);
    QCOMPARE(settings.theme.variables.at(1).value, u"\"Source Serif 4\", serif"_s);
    QCOMPARE(settings.theme.darkVariables.size(), 1);
    QCOMPARE(settings.theme.darkVariables.first().name, u"accent"_s);
    QCOMPARE(settings.relatedPosts, 3);
    QCOMPARE(settings.stopWords, QStringList({ u"notes"_s, u"Ways"_s }));
    QCOMPARE(settings.pictures,
             PictureSettings({ .widths = { 300, 900 }, .webp = false, .quality = 70, .originals = true, .columnWidth = 800 }));
}

void TestReadSettings::fillsInWhatIsAbsent()
{
    const Parsed<Settings> parsed = read({});
    const Settings defaults;
    QVERIFY(parsed.diagnostics.isEmpty());
    QVERIFY(parsed.value.baseUrl.isEmpty());
    QCOMPARE(parsed.value.language, u"en"_s);
    QCOMPARE(parsed.value.timeZone, QTimeZone::utc());
    QCOMPARE(parsed.value.wordsPerMinute, 200);
    QCOMPARE(parsed.value.summaryLength, 300);
    QVERIFY(!parsed.value.smartTypography);
    QVERIFY(parsed.value.search);
    QCOMPARE(parsed.value.permalink, u"/posts/:slug/"_s);
    QCOMPARE(parsed.value.perPage, 10);
    QCOMPARE(parsed.value.relatedPosts, 8);
    QCOMPARE(parsed.value.show, defaults.show);
    QCOMPARE(parsed.value.wording, TopicWording());
    QCOMPARE(parsed.value.pictures, PictureSettings());
}

void TestReadSettings::letsALookDecideOnLists_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<ListPart>>("show");
    QTest::addColumn<int>("perPage");
    const Settings defaults;
    const auto row = [](const char *what, const QString &text, const QList<ListPart> &show, int perPage) {
        QTest::newRow(what) << text << show << perPage;
    };
    row("a list", u"[theme]\nlook = \"list\"\n"_s, { ListPart::Title, ListPart::Date }, 50);
    row("a magazine", u"[theme]\nlook = \"magazine\"\n"_s, defaults.show + QList { ListPart::Cover }, 13);
    row("a terminal", u"[theme]\nlook = \"terminal\"\n"_s, defaults.show, defaults.perPage);
    row("unless the settings say so themselves", u"[index]\nper_page = 5\nshow = [\"summary\"]\n[theme]\nlook = \"list\"\n"_s,
        { ListPart::Summary }, 5);
}

void TestReadSettings::letsALookDecideOnLists()
{
    QFETCH(QString, text);
    const Parsed<Settings> parsed = read(text);
    QVERIFY(parsed.diagnostics.isEmpty());
    QTEST(parsed.value.show, "show");
    QTEST(parsed.value.perPage, "perPage");
}

void TestReadSettings::readsBaseUrls_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("url"); // empty: not set
    QTest::addColumn<bool>("good");
    const auto row = [](const char *what, const QString &text, const QString &url, bool good) {
        QTest::newRow(what) << text << url << good;
    };
    row("whole", u"https://blog.example/"_s, u"https://blog.example/"_s, true);
    row("no closing slash", u"https://blog.example"_s, u"https://blog.example/"_s, true);
    row("a path", u"http://example.org/~ada/blog"_s, u"http://example.org/~ada/blog/"_s, true);
    row("a port", u"http://localhost:1313/"_s, u"http://localhost:1313/"_s, true);
    row("empty", QString(), QString(), true);
    row("no scheme", u"blog.example"_s, QString(), false);
    row("a path alone", u"/blog/"_s, QString(), false);
    row("another scheme", u"ftp://blog.example/"_s, QString(), false);
    row("script", u"javascript:alert(1)"_s, QString(), false);
    row("a query", u"https://blog.example/?a=b"_s, QString(), false);
    row("a fragment", u"https://blog.example/#a"_s, QString(), false);
    row("no host", u"https:///blog/"_s, QString(), false);
}

void TestReadSettings::readsBaseUrls()
{
    QFETCH(QString, text);
    const Parsed<Settings> parsed = read(u"base_url = \"%1\"\n"_s.arg(text));
    QTEST(parsed.value.baseUrl.toString(), "url");
    QTEST(!hasErrors(parsed.diagnostics), "good");
}

void TestReadSettings::readsTimeZones_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("offset"); // in winter, minutes
    QTest::addColumn<bool>("good");
    QTest::newRow("UTC") << u"UTC"_s << 0 << true;
    QTest::newRow("a place") << u"America/New_York"_s << -300 << true;
    QTest::newRow("an offset") << u"+05:30"_s << 330 << true;
    QTest::newRow("an offset below") << u"-03:00"_s << -180 << true;
    QTest::newRow("nowhere") << u"Mars/Olympus"_s << 0 << false;
}

void TestReadSettings::readsTimeZones()
{
    QFETCH(QString, name);
    const Parsed<Settings> parsed = read(u"time_zone = \"%1\"\n"_s.arg(name));
    QTEST(parsed.value.timeZone.standardTimeOffset(QDateTime(QDate(2022, 1, 1), QTime(0, 0), QTimeZone::utc())) / 60, "offset");
    QTEST(parsed.diagnostics.isEmpty(), "good");
}

void TestReadSettings::readsWordingWithItsPlaces()
{
    const Parsed<Settings> parsed = read(uR"([topics.wording]
definition = '{{ topic.title }} here'
claims = [
  'One',
  "Two",
]
checklist = []
stages = ["Now", "Then", "First"]
)"_s);
    QCOMPARE(test::linesOf(parsed.diagnostics), QStringList());
    const TopicWording &wording = parsed.value.wording;
    QCOMPARE(wording.definition->text, u"{{ topic.title }} here"_s);
    QCOMPARE(wording.definition->position, (SourcePosition { 2, 14 }));
    QCOMPARE(wording.definition->file.toString(), u"quillway.toml"_s);
    QCOMPARE(wording.claims->size(), 2);
    QCOMPARE(wording.claims->at(1).position, (SourcePosition { 5, 3 }));
    QVERIFY(wording.checklist && wording.checklist->isEmpty());
    QVERIFY(!wording.failureModes);
    QCOMPARE(*wording.stages, QStringList({ u"Now"_s, u"Then"_s, u"First"_s }));
}

void TestReadSettings::readsMenus_data()
{
    using Places = QList<SourcePosition>;
    QTest::addColumn<QString>("document");
    QTest::addColumn<Places>("places");
    QTest::newRow("titles and addresses") << u"[menu]\nPosts = \"/\"\n\"About us\" = \"/about/\"\nArchive = \"/archive/\"\n"_s
                                          << Places { { 2, 9 }, { 3, 14 }, { 4, 11 } };
    QTest::newRow("a table each")
        << u"[menu.Posts]\nurl = \"/\"\n[menu.about]\ntitle = \"About us\"\nurl = \"/about/\"\n[menu.Archive]\nurl = \"/archive/\"\n"_s
        << Places { { 2, 7 }, { 5, 7 }, { 7, 7 } };
    QTest::newRow("a list of tables")
        << u"[[menu]]\ntitle = \"Posts\"\nurl = \"/\"\n[[menu]]\ntitle = \"About us\"\nurl = \"/about/\"\n[[menu]]\ntitle = \"Archive\"\nurl = \"/archive/\"\n"_s
        << Places { { 3, 7 }, { 6, 7 }, { 9, 7 } };
}

void TestReadSettings::readsMenus()
{
    QFETCH(QString, document);
    const Parsed<Settings> parsed = read(document);
    QCOMPARE(test::linesOf(parsed.diagnostics), QStringList());
    QFETCH(QList<SourcePosition>, places);
    QCOMPARE(parsed.value.menu,
             QList<MenuEntry>({ { u"Posts"_s, u"/"_s, places.value(0) },
                                { u"About us"_s, u"/about/"_s, places.value(1) },
                                { u"Archive"_s, u"/archive/"_s, places.value(2) } }));
}

void TestReadSettings::readsAuthors()
{
    const Parsed<Settings> parsed = read(
        u"[authors.ada]\nname = \"Ada Lovelace\"\nurl = \"https://ada.example/\"\nemail = \"a@b.example\"\nbio = \"*She*\"\n"
        "[authors]\ngrace = \"Grace Hopper\"\n"_s);
    QCOMPARE(test::linesOf(parsed.diagnostics), QStringList());
    QCOMPARE(parsed.value.authors.size(), 2);
    QCOMPARE(parsed.value.authors[0],
             (Author { u"ada"_s, u"Ada Lovelace"_s, u"https://ada.example/"_s, u"a@b.example"_s, u"*She*"_s, { 3, 7 }, { 5, 7 } }));
    QCOMPARE(parsed.value.authors[1].name, u"Grace Hopper"_s);
}

void TestReadSettings::readsTargets()
{
    const Parsed<Settings> parsed = read(u"[publish.live]\nkind = \"rsync\"\nhost = \"h\"\nuser = \"me\"\nport = 2222\npath = "
                                         u"\"/srv/www\"\nbase_url = \"https://x.example/a\"\n"
                                         "[publish.copy]\nkind = \"folder\"\npath = \"../copy\"\n[publish.pages]\nkind = \"git\"\n"_s);
    QCOMPARE(test::linesOf(parsed.diagnostics), QStringList());
    QCOMPARE(publishDestinations(parsed.value),
             (QList<PublishDestination> {
                 { .name = u"live"_s,
                   .kind = PublishDestination::Kind::Rsync,
                   .baseUrl = QUrl(u"https://x.example/a/"_s),
                   .path = u"/srv/www"_s,
                   .host = u"h"_s,
                   .user = u"me"_s,
                   .port = 2222 },
                 { .name = u"copy"_s, .kind = PublishDestination::Kind::Folder, .path = u"../copy"_s },
                 { .name = u"pages"_s, .kind = PublishDestination::Kind::Git, .remote = u"origin"_s, .branch = u"gh-pages"_s } }));
    QCOMPARE(parsed.value.targets.constFirst().kind, u"rsync"_s);
}

void TestReadSettings::keepsParams()
{
    const Parsed<Settings> parsed = read(u"[params]\ncolour = \"red\"\nnested = { a = 1 }\n"_s);
    QCOMPARE(test::linesOf(parsed.diagnostics), QStringList());
    QCOMPARE(parsed.value.params.find(u"colour")->text, u"red"_s);
}

void TestReadSettings::saysWhatIsWrongAndKeepsTheDefault_data()
{
    QTest::addColumn<QString>("document");
    QTest::addColumn<QStringList>("problems");
    const auto row = [](const char *what, const QString &document, const QString &problem) {
        QTest::newRow(what) << document << QStringList { u"quillway.toml:"_s + problem };
    };
    row("an unknown key", u"titel = \"x\"\n"_s, u"1:1: warning: unknown key: titel (did you mean title?)"_s);
    row("an unknown key in a table", u"[index]\nperpage = 3\n"_s,
        u"2:1: warning: unknown key: index.perpage (did you mean index.per_page?)"_s);
    row("an unknown table", u"[colours]\na = 1\n"_s, u"1:2: warning: unknown key: colours"_s);
    row("a number for a text", u"title = 7\n"_s, u"1:9: error: the value is of the wrong type: title should be a text"_s);
    row("a text for a number", u"[index]\nper_page = \"ten\"\n"_s,
        u"2:12: error: the value is of the wrong type: index.per_page should be a whole number"_s);
    row("a fraction", u"words_per_minute = 2.5\n"_s,
        u"1:20: error: the value is of the wrong type: words_per_minute should be a whole number"_s);
    row("a number out of range", u"words_per_minute = 0\n"_s,
        u"1:20: error: the value is not allowed: words_per_minute should be at least 1"_s);
    row("a huge number", u"summary_length = 99999999999\n"_s,
        u"1:18: error: the value is not allowed: summary_length should be a smaller number"_s);
    row("a text for a switch", u"[index]\ntag_cloud = \"yes\"\n"_s,
        u"2:13: error: the value is of the wrong type: index.tag_cloud should be true or false"_s);
    row("no switch of the search", u"[search]\nenabled = 1\n"_s,
        u"2:11: error: the value is of the wrong type: search.enabled should be true or false"_s);
    row("a key for a table", u"index = 3\n"_s, u"1:9: error: the value is of the wrong type: index should be a table of keys"_s);
    row("no scheme", u"base_url = \"blog.example\"\n"_s,
        u"1:12: error: the value is not allowed: base_url should be a whole address, as https://blog.example/"_s);
    row("no language", u"language = \"english\"\n"_s,
        u"1:12: error: the value is not allowed: language should be a language's code, as en or pt-BR"_s);
    row("no time zone", u"time_zone = \"Mars\"\n"_s,
        u"1:13: error: the value is not allowed: time_zone should be a time zone's name, as Europe/Berlin, or +02:00"_s);
    row("no post in the permalink", u"permalink = \"/:year/\"\n"_s,
        u"1:13: error: the value is not allowed: permalink should be a pattern as /posts/:slug/ (it has to name :slug or :filename)"_s);
    row("an unknown part to show", u"[index]\nshow = [\"title\", \"tag\", \"summary\"]\n"_s,
        u"2:18: error: the value is not allowed: index.show should be of title, summary, date, reading_time, author, tags, cover, not tag (did you mean tags?)"_s);
    row("a look that is a path", u"[theme]\nlook = \"../x\"\n"_s,
        u"2:8: error: the value is not allowed: theme.look should be the name of a look: small letters, digits and hyphens"_s);
    row("texts that are none", u"[theme]\ntexts = \"de\"\n"_s,
        u"2:9: error: the value is of the wrong type: theme.texts should be a table of the theme's texts"_s);
    row("a text of two lines", u"[theme.texts]\nOlder = \"a\\nb\"\n"_s,
        u"2:9: error: the value is not allowed: theme.texts.Older should be one line"_s);
    row("a text with a place of its own", u"[theme.texts]\n\"%1 of\" = \"%2 of %1\"\n"_s,
        u"2:11: error: the value is not allowed: theme.texts.%1 of should be a text with no other % than the English one"_s);
    row("a variable's name with a sign", u"[theme.variables]\n\"a;b\" = \"red\"\n"_s,
        u"2:9: error: the value is not allowed: theme.variables.a;b should be the name of a variable of the style sheet, as accent"_s);
    row("a variable that is a number", u"[theme.dark]\naccent = 3\n"_s,
        u"2:10: error: the value is of the wrong type: theme.dark.accent should be a text"_s);
    for (const char *value :
         { "red; } body { display: none", "red}", "rgb(1 2 3", "rgb(1 2 3]", "'x", "red /* rest", "x\\\\3b", "</style>", "red !important" })
        row(value, u"[theme.variables]\naccent = \"%1\"\n"_s.arg(QString::fromLatin1(value)),
            u"2:10: error: the value is not allowed: theme.variables.accent should be one value of CSS, its brackets and quotes closed, "
            u"without "
            "; { } ! < \\ or comments"_s);
    row("two stages", u"[topics.wording]\nstages = [\"a\", \"b\"]\n"_s,
        u"2:10: error: the value is not allowed: topics.wording.stages should be three names: of the newest, the middle and the oldest post"_s);
    row("a width that is no number", u"[pictures]\nwidths = [480, \"800\"]\n"_s,
        u"2:16: error: the value is not allowed: pictures.widths should be at most ten whole numbers from 16 to 10000"_s);
    row("a width of nothing", u"[pictures]\nwidths = [0]\n"_s,
        u"2:11: error: the value is not allowed: pictures.widths should be at most ten whole numbers from 16 to 10000"_s);
    row("a format for pictures that there is not", u"[pictures]\nformat = \"avif\"\n"_s,
        u"2:10: error: the value is not allowed: pictures.format should be webp or own"_s);
    row("more quality than there is", u"[pictures]\nquality = 101\n"_s,
        u"2:11: error: the value is not allowed: pictures.quality should be from 1 to 100"_s);
    const auto target = [&](const char *what, const QString &keys, const QString &problem) {
        row(what, u"[publish.x]\n"_s + keys, problem);
    };
    target("an unknown kind of target", u"kind = \"stfp\"\n"_s,
           u"2:8: error: the value is not allowed: publish.x.kind should be of folder, archive, git, rsync, sftp, netlify, cloudflare, s3, "
           "not stfp (did you mean sftp?)"_s);
    target("a target of no kind", u"path = \"x\"\n"_s,
           u"1:1: error: the value is not allowed: publish.x.kind should be folder, archive, git, rsync, sftp, netlify, cloudflare, s3"_s);
    target("a target without its path", u"kind = \"folder\"\n"_s,
           u"1:1: warning: the value is not allowed: publish.x.path should be there: nothing can be published without it"_s);
    target("a host that is an option", u"kind = \"sftp\"\npath = \"x\"\nhost = \"-oProxyCommand=x\"\n"_s,
           u"4:8: error: the value is not allowed: publish.x.host should be a host's name"_s);
    target("a host with a line feed", u"kind = \"sftp\"\npath = \"x\"\nhost = \"a\\nb\"\n"_s,
           u"4:8: error: the value is not allowed: publish.x.host should be a host's name"_s);
    target("a user that is an option", u"kind = \"rsync\"\npath = \"x\"\nhost = \"h\"\nuser = \"-l\"\n"_s,
           u"5:8: error: the value is not allowed: publish.x.user should be a user's name"_s);
    target("a remote that is an option", u"kind = \"git\"\nremote = \"--upload-pack=x\"\n"_s,
           u"3:10: error: the value is not allowed: publish.x.remote should be an address that git pushes to"_s);
    target("a remote that runs a program", u"kind = \"git\"\nremote = \"ext::sh -c x\"\n"_s,
           u"3:10: error: the value is not allowed: publish.x.remote should be an address that git pushes to"_s);
    target("a branch that git has none of", u"kind = \"git\"\nbranch = \"a..b\"\n"_s,
           u"3:10: error: the value is not allowed: publish.x.branch should be the name of a branch"_s);
    target("a path with a line feed", u"kind = \"sftp\"\nhost = \"h\"\npath = \"a\\nrm b\"\n"_s,
           u"4:8: error: the value is not allowed: publish.x.path should be a path"_s);
    target("a port that is none", u"kind = \"sftp\"\nhost = \"h\"\npath = \"x\"\nport = 70000\n"_s,
           u"5:8: error: the value is not allowed: publish.x.port should be a number up to 65535"_s);
    target("an archive of another kind", u"kind = \"archive\"\npath = \"site.rar\"\n"_s,
           u"3:8: error: the value is not allowed: publish.x.path should be a file's name that ends in .zip or .tar.zst"_s);
    row("a target's name that leads out", u"[publish.\"../x\"]\nkind = \"git\"\n"_s,
        u"1:1: error: the value is not allowed: publish.../x.name should be a name of letters, digits, hyphens and dots"_s);
    row("a menu entry without an address", u"[[menu]]\ntitle = \"x\"\n"_s,
        u"1:1: error: the value is not allowed: menu should be entries with a title and a url"_s);
}

void TestReadSettings::saysWhatIsWrongAndKeepsTheDefault()
{
    QFETCH(QString, document);
    const Parsed<Settings> parsed = read(document);
    QTEST(test::linesOf(parsed.diagnostics), "problems");
    const Settings &settings = parsed.value;
    const Settings defaults;
    QCOMPARE(settings.title, defaults.title);
    QCOMPARE(settings.wordsPerMinute, defaults.wordsPerMinute);
    QCOMPARE(settings.summaryLength, defaults.summaryLength);
    QCOMPARE(settings.perPage, defaults.perPage);
    QCOMPARE(settings.tagCloud, defaults.tagCloud);
    QCOMPARE(settings.baseUrl, defaults.baseUrl);
    QCOMPARE(settings.language, defaults.language);
    QCOMPARE(settings.timeZone, defaults.timeZone);
    QCOMPARE(settings.permalink, defaults.permalink);
    QCOMPARE(settings.pictures, defaults.pictures);
    QVERIFY(settings.targets.isEmpty() && settings.menu.isEmpty());
}

void TestReadSettings::refusesBrokenFiles()
{
    const auto parsed = readSettings("title = \"a\nper = 1\n"_ba);
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().code, ErrorCode::FrontMatterSyntax);
    QCOMPARE(parsed.error().file, u"quillway.toml"_s);
    QCOMPARE(parsed.error().position.line, 1);
}

QTEST_APPLESS_MAIN(TestReadSettings)
#include "tst_read_settings.moc"
