// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/site_folder.h"
#include "core/publish/theme.h"

#include <QTest>

using namespace quillway;
using namespace Qt::StringLiterals;
using test::SiteFolder;

namespace {

publish::LoadedTheme themeOf(const SiteFolder &site)
{
    const NativeFileSystem files;
    return publish::loadTheme(files, site.path(), site.load()->settings().theme);
}

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasATemplateForEveryKindOfPage_data();
    void hasATemplateForEveryKindOfPage();
    void isReplacedFileByFile();
    void namesTheStyleSheetByItsContent();
    void bringsTheColoursOfCode();
    void exportsFurtherFiles();
    void hasTheLookOfTheSettings_data();
    void hasTheLookOfTheSettings();
    void setsTheVariablesOfTheSettings();
    void hasTheTextsOfTheSettings();
    void saysWhichSettingIsWrong_data();
    void saysWhichSettingIsWrong();
    void reportsWhatCannotBeRead_data();
    void reportsWhatCannotBeRead();
    void neverReadsOutsideTheSite();
};

void TestTheme::hasATemplateForEveryKindOfPage_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : { "index", "post", "page", "tag", "tags", "topic", "topics", "path", "paths", "archive", "404", "redirect" })
        QTest::newRow(name) << QString::fromLatin1(name) + u".html"_s;
}

void TestTheme::hasATemplateForEveryKindOfPage()
{
    QFETCH(QString, name);
    QVERIFY(publish::builtInTheme()->templates.contains(name));
}

void TestTheme::isReplacedFileByFile()
{
    const SiteFolder site;
    QVERIFY(themeOf(site).theme->templates == publish::builtInTheme()->templates);
    site.write(u"theme/post.html"_s, "\xef\xbb\xbfmine");
    site.write(u"theme/parts/new.html"_s, "new");
    const publish::ThemePtr theme = themeOf(site).theme;
    QCOMPARE(theme->templates.value(u"post.html"_s), (publish::ThemeFile { u"post.html"_s, u"theme/post.html"_s, "mine" }));
    QCOMPARE(theme->templates.value(u"parts/new.html"_s).content, "new");
    QCOMPARE(theme->templates.value(u"index.html"_s), publish::builtInTheme()->templates.value(u"index.html"_s));
    QCOMPARE(theme->styleAddress, publish::builtInTheme()->styleAddress);
}

void TestTheme::namesTheStyleSheetByItsContent()
{
    const SiteFolder site;
    site.write(u"theme/style.css"_s, "a {}");
    const QString first = themeOf(site).theme->styleAddress;
    QCOMPARE(themeOf(site).theme->styleAddress, first);
    site.write(u"theme/style.css"_s, "b {}");
    QVERIFY(themeOf(site).theme->styleAddress != first);
    QVERIFY(QRegularExpression(u"^/style\\.[0-9a-f]{12}\\.css$"_s).match(first).hasMatch());
}

void TestTheme::bringsTheColoursOfCode()
{
    const SiteFolder site;
    site.write(u"theme/style.css"_s, "/* mine */");
    const QByteArray sheet = themeOf(site).theme->styleSheet;
    QVERIFY(sheet.startsWith("/* mine */\n.code { --code-paper: #"));
    QVERIFY(sheet.contains("\n.code .kw"));
    QVERIFY(sheet.contains("@media (prefers-color-scheme: dark) {\n:root:not([data-theme=\"light\"]) .code {"));
    QVERIFY(sheet.contains("\n:root[data-theme=\"dark\"] .code .kw"));
}

void TestTheme::exportsFurtherFiles()
{
    const SiteFolder site;
    site.write(u"theme/img/logo.svg"_s, "<svg/>");
    site.write(u"theme/backup.css~"_s, "x");
    site.write(u"theme/.DS_Store"_s, "x");
    const publish::ThemePtr theme = themeOf(site).theme;
    QStringList addresses;
    for (const publish::ThemeFile &file : theme->files) {
        if (!publish::builtInTheme()->files.contains(file))
            addresses.append(publish::Theme::addressOf(file));
    }
    QCOMPARE(addresses, QStringList { u"/theme/img/logo.svg"_s });
}

void TestTheme::hasTheLookOfTheSettings_data()
{
    QTest::addColumn<QByteArray>("settings");
    QTest::addColumn<QByteArray>("own"); // theme/looks/mine.css
    QTest::addColumn<QByteArray>("part");
    for (const char *look : { "list", "magazine", "terminal" })
        QTest::newRow(look) << "[theme]\nlook = \""_ba + look + "\"\n" << QByteArray() << "\n/* The look "_ba + look;
    QTest::newRow("one of the site's own") << "[theme]\nlook = \"mine\"\n"_ba << "a { color: red; }\n"_ba << "\na { color: red; }\n"_ba;
}

void TestTheme::hasTheLookOfTheSettings()
{
    QFETCH(QByteArray, settings);
    QFETCH(QByteArray, own);
    QFETCH(QByteArray, part);
    const SiteFolder site;
    if (!own.isEmpty())
        site.write(u"theme/looks/mine.css"_s, own);
    QVERIFY(!themeOf(site).theme->styleSheet.contains(part));
    site.write(u"quillway.toml"_s, settings);
    const publish::LoadedTheme loaded = themeOf(site);
    QVERIFY(loaded.diagnostics.isEmpty());
    QVERIFY(loaded.theme->styleSheet.startsWith(publish::builtInTheme()->styleSheet.first(1000)));
    QVERIFY(loaded.theme->styleSheet.contains(part));
    for (const publish::ThemeFile &file : loaded.theme->files)
        QVERIFY2(!file.name.startsWith("looks/"_L1), qPrintable(file.name));
}

void TestTheme::setsTheVariablesOfTheSettings()
{
    const SiteFolder site;
    site.write(u"quillway.toml"_s,
               "[theme.variables]\naccent = \"#7a1f5c\"\n--measure = \"70ch\"\n[theme.dark]\naccent = \"rgb(232 167 207)\"\n");
    const publish::LoadedTheme loaded = themeOf(site);
    QVERIFY(loaded.diagnostics.isEmpty());
    QVERIFY(loaded.theme->styleSheet.contains("\n:root { --accent: #7a1f5c; --measure: 70ch; }\n"
                                              "@media (prefers-color-scheme: dark) {\n"
                                              ":root:not([data-theme=\"light\"]) { --accent: rgb(232 167 207); }\n}\n"
                                              ":root[data-theme=\"dark\"] { --accent: rgb(232 167 207); }\n"));
}

void TestTheme::hasTheTextsOfTheSettings()
{
    const SiteFolder site;
    site.write(u"theme/parts/own.html"_s, "{% i18n \"Written by hand\" %}");
    site.write(u"quillway.toml"_s, "[theme]\nlanguage = \"de\"\n[theme.texts]\nOlder = \"Früher\"\n\"Written by hand\" = \"Von Hand\"\n");
    const publish::LoadedTheme loaded = themeOf(site);
    QVERIFY(loaded.diagnostics.isEmpty());
    QCOMPARE(loaded.theme->texts.of(u"Newer"_s), u"Neuer"_s);
    QCOMPARE(loaded.theme->texts.of(u"Older"_s), u"Früher"_s);
    QCOMPARE(loaded.theme->texts.of(u"Written by hand"_s), u"Von Hand"_s);
}

void TestTheme::saysWhichSettingIsWrong_data()
{
    QTest::addColumn<QByteArray>("settings");
    QTest::addColumn<QString>("line");
    QTest::newRow("a look that there is none of")
        << "[theme]\nlook = \"terminl\"\n"_ba
        << u"quillway.toml:2:8: error: the value is not allowed: theme.look should be one of list, magazine, terminal, not terminl (did you mean terminal?)"_s;
    QTest::newRow("a variable that there is none of")
        << "[theme.variables]\nacent = \"red\"\n"_ba
        << u"quillway.toml:2:9: warning: the value is not allowed: the style sheet has no variable acent (did you mean accent?)"_s;
    QTest::newRow("a language that there is none of")
        << "[theme]\nlanguage = \"tlh\"\n"_ba
        << u"quillway.toml:2:12: warning: the value is not allowed: theme.language should be one of %1, not tlh; what is not under theme.texts stays English"_s
               .arg(model::wordingLanguages().join(u", "_s));
    QTest::newRow("a text that there is none of")
        << "[theme.texts]\n\"Older\" = \"Before\"\n\"Oldr\" = \"Before\"\n"_ba
        << u"quillway.toml:3:10: warning: the value is not allowed: the theme has no text Oldr (did you mean Older?)"_s;
}

void TestTheme::saysWhichSettingIsWrong()
{
    QFETCH(QByteArray, settings);
    const SiteFolder site;
    site.write(u"quillway.toml"_s, settings);
    const publish::LoadedTheme loaded = themeOf(site);
    QCOMPARE(loaded.diagnostics.size(), 1);
    QTEST(toCompilerLine(loaded.diagnostics.first()), "line");
}

void TestTheme::reportsWhatCannotBeRead_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("line");
    QTest::newRow("bytes that are no text") << "<p>\n\xc3\x28"_ba << u"theme/post.html:2:1: error: the text is not UTF-8"_s;
    QTest::newRow("UTF-16") << "\xff\xfe<\0"_ba << u"theme/post.html:1:1: error: the text is not UTF-8"_s;
}

void TestTheme::reportsWhatCannotBeRead()
{
    QFETCH(QByteArray, content);
    const SiteFolder site;
    site.write(u"theme/post.html"_s, content);
    const publish::LoadedTheme loaded = themeOf(site);
    QCOMPARE(loaded.diagnostics.size(), 1);
    QTEST(toCompilerLine(loaded.diagnostics.first()), "line");
    QCOMPARE(loaded.theme->templates.value(u"post.html"_s), publish::builtInTheme()->templates.value(u"post.html"_s));
}

void TestTheme::neverReadsOutsideTheSite()
{
    const SiteFolder site;
    site.write(u"assets/logo.svg"_s, "<svg/>");
    site.write(u"theme/a.txt"_s, "x");
    QFile secret(site.beside(u"secret"_s));
    QVERIFY(secret.open(QIODevice::WriteOnly));
    QVERIFY(QFile::link(site.beside(u"secret"_s), site.path(u"theme/secret.txt"_s)));
    QVERIFY(QFile::link(site.path(u"assets/logo.svg"_s), site.path(u"theme/logo.svg"_s)));
    QVERIFY(QFile::link(site.path(u"theme"_s), site.path(u"theme/again"_s)));
    const publish::LoadedTheme loaded = themeOf(site);
    QStringList names;
    for (const publish::ThemeFile &file : loaded.theme->files)
        names.append(file.name);
    QVERIFY(names.contains(u"logo.svg"_s) && names.contains(u"a.txt"_s));
    QVERIFY(!names.contains(u"secret.txt"_s));
    QVERIFY(std::ranges::any_of(loaded.diagnostics, [](const Diagnostic &d) {
        return d.error.code == ErrorCode::OutsideSite && d.error.file == u"theme/secret.txt"_s;
    }));
}

QTEST_GUILESS_MAIN(TestTheme)
#include "tst_theme.moc"
