// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/export_site.h"
#include "core/publish/kept_index.h"
#include "core/publish/site_folder.h"
#include "core/publish/site_search.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace quillway;
using namespace Qt::StringLiterals;
using test::SiteFolder;

namespace {

struct Exported {
    publish::ExportReport report;
    std::map<QString, QByteArray> files;

    [[nodiscard]] QJsonObject index() const { return QJsonDocument::fromJson(files.at(u"search/index.json"_s)).object(); }
    [[nodiscard]] QJsonObject document(int number) const
    {
        const QByteArray file = files.at(u"search/posts/%1.json"_s.arg(number / publish::documentsInFile));
        return QJsonDocument::fromJson(file).array().at(number % publish::documentsInFile).toObject();
    }
    /// The titles of the documents with a word, by number; found as a browser finds them.
    [[nodiscard]] QStringList with(const QByteArray &word) const
    {
        QByteArray name;
        const QStringList pieces = index().value("pieces"_L1).toString().split(u' ');
        for (qsizetype i = 0; i + 1 < pieces.size(); i += 2) {
            if (pieces.at(i).toUtf8() <= word)
                name = pieces.at(i + 1).toUtf8();
        }
        QStringList titles;
        for (const QByteArray &line : files.at(u"search/words/%1.txt"_s.arg(QLatin1StringView(name))).split('\n')) {
            if (!line.startsWith(word + ' '))
                continue;
            for (const publish::Posting &posting : publish::readPostings(QByteArrayView(line).sliced(word.size() + 1)))
                titles.append(document(int(posting.document)).value("title"_L1).toString());
        }
        return titles;
    }
};

Exported exported(const SiteFolder &site, FileSystem &files)
{
    publish::ExportOptions options;
    options.output = site.beside(u"out"_s);
    options.selection = test::selection();
    publish::ExportReport report = publish::exportSite(files, *site.load(), options);
    return { std::move(report), test::filesUnder(options.output) };
}

Exported exported(const SiteFolder &site)
{
    NativeFileSystem files;
    return exported(site, files);
}

} // namespace

class TestSiteSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWordsWhereverTheyStand();
    void findsTopicsAndPaths();
    void saysOfATopicWhatItsPageSays();
    void numbersDocumentsSoThatANewOneComesLast();
    void bringsWhatAResultShows();
    void hidesWhatIsNotPublished();
    void namesTheLanguages();
    void canBeSwitchedOff();
    void givesWayToTheAuthorsOwn_data();
    void givesWayToTheAuthorsOwn();
    void writesFewFilesAfterAChange();
    void keepsItsIndexBesideTheSite();
    void throwsADamagedIndexAway();
    void saysThatItNeedsScript();
    void isNoPageForSearchEngines();
};

void TestSiteSearch::findsWordsWhereverTheyStand()
{
    const SiteFolder site;
    site.post(u"one"_s, 1, "title: Queues\ntags: [data bases]\nsummary: In short\n", "## A heading\n\nBody `code`.\n\n```go\nblock\n```\n");
    site.post(u"two"_s, 2, "title: Other\n", "Queues, too.\n");
    site.write(u"pages/about.md"_s, "---\ntitle: About\n---\nMe.\n");
    const Exported made = exported(site);
    QCOMPARE(made.with("queues"), (QStringList { u"Queues"_s, u"Other"_s }));
    for (const char *word : { "data", "bases", "short", "heading", "body", "code", "block" })
        QCOMPARE(made.with(word), QStringList(u"Queues"_s));
    QCOMPARE(made.with("me"), QStringList(u"About"_s));
    QCOMPARE(made.with("nowhere"), QStringList());
}

void TestSiteSearch::findsTopicsAndPaths()
{
    const SiteFolder site;
    site.post(u"one"_s, 1, "title: One\ntags: [queues]\n");
    site.post(u"draft"_s, 2, "title: Draft\ndraft: true\n");
    site.write(u"topics/queues.md"_s,
               "---\ntitle: Waiting lines\ntags: [queues]\nfocus: order\ndefinition: What {{ topic.count }} posts call a backlog\nclaims:\n"
               "  - Lines grow\nreferences:\n  - title: Kleinrock\n    url: https://k.example\n---\nBody words.\n");
    site.write(u"paths/start.md"_s,
               "---\ntitle: Begin here\nsummary: From *zero*\nsteps:\n  - post: one\n    stage: Basics\n    note: Read slowly\n"
               "  - post: draft\n    note: Unspoken\n---\nPath "
               "words.\n");
    const Exported made = exported(site);
    for (const char *word : { "waiting", "order", "backlog", "grow", "kleinrock", "body" })
        QCOMPARE(made.with(word), QStringList(u"Waiting lines"_s));
    QCOMPARE(made.with("queues"), (QStringList { u"Waiting lines"_s, u"One"_s }));
    QCOMPARE(made.with("count"), QStringList()); // a placeholder is no word
    for (const char *word : { "begin", "zero", "basics", "slowly", "path" })
        QCOMPARE(made.with(word), QStringList(u"Begin here"_s));
    QCOMPARE(made.with("unspoken"), QStringList()); // a step that the page leaves out
    QCOMPARE(made.index().value("guides"_L1).toInt(), int(publish::documentsInFile));
    QCOMPARE(made.document(0).value("kind"_L1).toString(), u"topic"_s);
    QCOMPARE(made.document(0).value("url"_L1).toString(), u"/topics/queues/"_s);
    QCOMPARE(made.document(1).value("kind"_L1).toString(), u"path"_s);
    QCOMPARE(made.document(1).value("url"_L1).toString(), u"/paths/start/"_s);
    QCOMPARE(made.document(1).value("text"_L1).toString(), u"From zero Path words."_s);
    QVERIFY(made.document(2).isEmpty());
    QVERIFY(!made.document(publish::documentsInFile).contains("kind"_L1));
}

/// Whose facts change with the posts.
void TestSiteSearch::saysOfATopicWhatItsPageSays()
{
    const SiteFolder site;
    site.post(u"one"_s, 1, "title: One\ntags: [queues]\n");
    site.write(u"topics/queues.md"_s, "---\ntitle: Queues\ntags: [queues]\ndefinition: In {{ topic.count }} texts\n---\n");
    QCOMPARE(exported(site).document(0).value("text"_L1).toString(), u"In 1 texts"_s);
    site.post(u"two"_s, 2, "title: Two\ntags: [queues]\n");
    QCOMPARE(exported(site).document(0).value("text"_L1).toString(), u"In 2 texts"_s);
}

void TestSiteSearch::numbersDocumentsSoThatANewOneComesLast()
{
    const SiteFolder site;
    site.post(u"new"_s, 9, "title: New\n");
    site.post(u"old"_s, 1, "title: Old\n");
    site.write(u"pages/about.md"_s, "---\ntitle: About\n---\nMe.\n");
    const Exported made = exported(site);
    QCOMPARE(made.index().value("documents"_L1).toInt(), 3);
    QCOMPARE(made.index().value("group"_L1).toInt(), int(publish::documentsInFile));
    QCOMPARE(made.document(0).value("title"_L1).toString(), u"About"_s);
    QCOMPARE(made.document(1).value("title"_L1).toString(), u"Old"_s);
    QCOMPARE(made.document(2).value("title"_L1).toString(), u"New"_s);
}

void TestSiteSearch::bringsWhatAResultShows()
{
    const SiteFolder site;
    site.write(u"quillway.toml"_s, "base_url = \"https://t.example/blog/\"\ndate_format = \"d.M.yyyy\"\n");
    site.post(u"größe"_s, 1, "title: \"<b>Title</b>\"\nsummary: A *short* one\nlang: de\n",
              "First `code` and [a link](https://x.example).\n\n## Heading\n\n" + QByteArray("word ").repeated(2000) + '\n');
    site.post(u"bare"_s, 2, "title: Bare\n", "Only a text.\n");
    const Exported made = exported(site);
    const QJsonObject result = made.document(0);
    QCOMPARE(result.value("title"_L1).toString(), u"<b>Title</b>"_s);
    QCOMPARE(result.value("url"_L1).toString(), u"/blog/posts/gr%C3%B6%C3%9Fe/"_s);
    QCOMPARE(result.value("date"_L1).toString(), u"1.1.2024"_s);
    QCOMPARE(result.value("iso"_L1).toString(), u"2024-01-01"_s);
    QCOMPARE(result.value("lang"_L1).toString(), u"de"_s);
    const QString text = result.value("text"_L1).toString();
    QVERIFY2(text.startsWith("A short one First code and a link."_L1), qPrintable(text));
    QVERIFY2(text.size() < 800, qPrintable(text));
    QCOMPARE(made.document(1).value("text"_L1).toString(), u"Only a text."_s);
}

void TestSiteSearch::hidesWhatIsNotPublished()
{
    const SiteFolder site;
    site.post(u"one"_s, 1, "title: One\n", "Public.\n");
    site.post(u"draft"_s, 2, "title: Draft\ndraft: true\n", "Unspoken.\n");
    site.write(u"posts/later.md"_s, "---\ntitle: Later\ndate: 2030-01-01\n---\nUnspoken.\n");
    const Exported made = exported(site);
    for (const auto &[name, bytes] : made.files)
        QVERIFY2(!bytes.toLower().contains("unspoken"), qPrintable(name));
    site.post(u"one"_s, 1, "title: One\ndraft: true\n", "Public.\n"); // taken back
    const Exported after = exported(site);
    for (const auto &[name, bytes] : after.files)
        QVERIFY2(!name.startsWith("search/"_L1) || !bytes.toLower().contains("public"), qPrintable(name));
}

void TestSiteSearch::namesTheLanguages()
{
    const SiteFolder site;
    site.write(u"quillway.toml"_s, "language = \"en-GB\"\n");
    site.post(u"one"_s, 1, "title: Eins\nlang: de-AT\n");
    site.post(u"two"_s, 2, "title: Two\nlang: en\n");
    QCOMPARE(exported(site).index().value("languages"_L1).toArray(), (QJsonArray { u"de"_s, u"en"_s }));
}

void TestSiteSearch::canBeSwitchedOff()
{
    const SiteFolder site;
    site.post(u"one"_s, 1, "title: One\n");
    const Exported with = exported(site);
    QVERIFY(with.files.contains(u"search/index.html"_s));
    QVERIFY(with.files.at(u"index.html"_s).contains("href=\"/search/\""));
    site.write(u"quillway.toml"_s, "base_url = \"https://t.example/\"\n[search]\nenabled = false\n");
    const Exported without = exported(site);
    for (const auto &[name, bytes] : without.files)
        QVERIFY2(!name.startsWith("search/"_L1) && !bytes.contains("href=\"/search/\""), qPrintable(name));
}

void TestSiteSearch::givesWayToTheAuthorsOwn_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("page") << u"pages/search.md"_s;
    QTest::newRow("asset") << u"assets/search/index.html"_s;
}

void TestSiteSearch::givesWayToTheAuthorsOwn()
{
    QFETCH(QString, file);
    const SiteFolder site;
    site.post(u"one"_s, 1, "title: One\n");
    site.write(file, "---\ntitle: Mine\n---\nMy own search.\n");
    const Exported made = exported(site);
    QVERIFY(made.files.at(u"search/index.html"_s).contains("My own search."));
    QVERIFY(!made.files.contains(u"search/index.json"_s));
    QVERIFY(!hasErrors(made.report.diagnostics));
}

void TestSiteSearch::writesFewFilesAfterAChange()
{
    const SiteFolder site;
    for (int i = 0; i < 200; ++i) {
        QByteArray text;
        for (int word = 0; word < 150; ++word)
            text += "w" + QByteArray::number((i * 7 + word * word * 31) % 4000, 36) + ' ';
        site.post(u"p%1"_s.arg(i), 1 + i % 28, "title: Post\nsummary: S\n", text + '\n');
    }
    const Exported before = exported(site);
    site.post(u"p77"_s, 1 + 77 % 28, "title: Post\nsummary: S\n", "w1 entirely new words\n");
    const Exported after = exported(site);
    site.post(u"p77"_s, 1 + 77 % 28, "title: Post\nsummary: S\n", "w1 entirely newer words\n");
    const Exported again = exported(site);
    int changed = 0;
    for (const auto &[name, bytes] : again.files)
        changed += name.startsWith("search/"_L1) && !after.files.contains(name);
    QVERIFY2(changed <= 2, qPrintable(QString::number(changed)));
    QCOMPARE(again.with("newer"), QStringList(u"Post"_s));
    QCOMPARE(again.with("new"), QStringList());
    qsizetype pieces = 0;
    for (const auto &[name, bytes] : again.files)
        pieces += name.startsWith("search/words/"_L1);
    QCOMPARE(pieces, (again.index().value("pieces"_L1).toString().count(u' ') + 1) / 2); // none left over
    QVERIFY(before.files.size() >= size_t(pieces));
}

void TestSiteSearch::keepsItsIndexBesideTheSite()
{
    const SiteFolder site;
    site.post(u"one"_s, 1, "title: One\n");
    exported(site);
    NativeFileSystem files;
    const publish::KeptIndex kept = publish::loadKeptIndex(files, site.path());
    QCOMPARE(kept.documents.size(), 1);
    QCOMPARE(kept.documents.front().file, u"posts/one.md"_s);
    QVERIFY(kept.lines.contains("one "));
}

void TestSiteSearch::throwsADamagedIndexAway()
{
    const SiteFolder site;
    site.post(u"one"_s, 1, "title: One\n", "Text of one.\n");
    const Exported before = exported(site);
    const QString path = site.path(u".quillway/exports/words.index"_s);
    const QByteArray whole = test::bytesOf(path);
    NativeFileSystem files;
    for (qsizetype at = 0; at < whole.size(); at += 7) {
        QByteArray bytes = whole;
        bytes[at] = char(bytes[at] ^ 0x20);
        site.write(u".quillway/exports/words.index"_s, at % 2 == 0 ? bytes : whole.first(at));
        QVERIFY(publish::loadKeptIndex(files, site.path()).documents.isEmpty());
    }
    QVERIFY(exported(site).files == before.files);
}

void TestSiteSearch::saysThatItNeedsScript()
{
    const SiteFolder site;
    site.post(u"one"_s, 1, "title: One\ntags: [go]\n");
    const QByteArray page = exported(site).files.at(u"search/index.html"_s);
    QVERIFY(page.contains("needs JavaScript"));
    QVERIFY(page.contains("href=\"/archive/\"") && page.contains("href=\"/tags/\""));
    QVERIFY(!page.contains("<script>") && !page.contains("style=") && !page.contains(" onclick"));
}

void TestSiteSearch::isNoPageForSearchEngines()
{
    const SiteFolder site;
    site.post(u"one"_s, 1, "title: One\n");
    const Exported made = exported(site);
    QVERIFY(made.files.at(u"search/index.html"_s).contains("noindex"));
    QVERIFY(!made.files.at(u"sitemap.xml"_s).contains("/search/"));
}

QTEST_GUILESS_MAIN(TestSiteSearch)
#include "tst_site_search.moc"
