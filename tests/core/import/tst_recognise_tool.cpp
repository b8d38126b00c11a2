// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/native_file_system.h"
#include "core/import/recognise_tool.h"
#include "support/site_folder.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::importing;
using quillway::test::SiteFolder;

namespace {

using Files = QList<std::pair<QString, QByteArray>>;

} // namespace

/// What made a folder is seen without being told, in a subfolder too.
class TestRecogniseTool : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recognises_data()
    {
        QTest::addColumn<Files>("files");
        QTest::addColumn<QString>("tool");
        QTest::addColumn<QString>("root");
        const auto row = [](const char *name, const Files &files, const QString &tool, const QString &root = {}) {
            QTest::newRow(name) << files << tool << root;
        };
        const QByteArray post = "---\ntitle: A\n---\n";
        row("Hugo", { { u"hugo.toml"_s, "baseURL = \"https://t.example/\"\n" }, { u"content/posts/a.md"_s, post } }, u"hugo"_s);
        row("Hugo, its old name", { { u"config.toml"_s, "baseurl = \"https://t.example/\"\n" }, { u"content/post/a.md"_s, post } },
            u"hugo"_s);
        row("Hugo in parts", { { u"config/_default/config.yaml"_s, "baseURL: https://t.example/\n" }, { u"content/a.md"_s, post } },
            u"hugo"_s);
        row("Hugo in a subfolder", { { u"site/hugo.yaml"_s, "title: T\n" }, { u"site/content/a.md"_s, post } }, u"hugo"_s, u"site"_s);
        row("Zola", { { u"config.toml"_s, "base_url = \"https://t.example\"\ncompile_sass = true\n" }, { u"content/a.md"_s, post } },
            u"zola"_s);
        row("Jekyll", { { u"_config.yml"_s, "title: T\n" }, { u"_posts/2019-01-01-a.md"_s, post } }, u"jekyll"_s);
        row("Jekyll by its folder", { { u"docs/_posts/2019-01-01-a.md"_s, post } }, u"jekyll"_s, u"docs"_s);
        row("Pelican", { { u"pelicanconf.py"_s, "SITENAME = 'T'\n" }, { u"content/a.md"_s, "Title: A\n\nx\n" } }, u"pelican"_s);
        row("Pelican by its heads", { { u"content/a.md"_s, "Title: A\nDate: 2019-01-01\n\nx\n" } }, u"pelican"_s);
        row("Eleventy", { { u".eleventy.js"_s, "module.exports = {}\n" }, { u"posts/a.md"_s, post } }, u"eleventy"_s);
        row("Eleventy by its data", { { u"src/blog/blog.11tydata.json"_s, "{}" }, { u"src/blog/a.md"_s, post } }, u"eleventy"_s);
        row("Eleventy by its package",
            { { u"package.json"_s, "{\"dependencies\": {\"@11ty/eleventy\": \"3\"}}" }, { u"posts/a.md"_s, post } }, u"eleventy"_s);
        row("WordPress", { { u"export.xml"_s, "<rss xmlns:wp=\"http://wordpress.org/export/1.2/\">" } }, u"wordpress"_s);
        row("Ghost", { { u"export.json"_s, "{\"db\": [{\"meta\": {\"exported_on\": 1}}]}" } }, u"ghost"_s);
        row("Markdown", { { u"notes/a.md"_s, "# A\n" } }, u"plain"_s);
        row("nothing", { { u"a.c"_s, "int a;" } }, u""_s);
    }

    void recognises()
    {
        QFETCH(Files, files);
        QFETCH(QString, tool);
        const SiteFolder folder;
        for (const auto &[name, bytes] : files)
            folder.write(name, bytes);
        const NativeFileSystem disk;
        const Source source(disk, *listSource(disk, folder.path()));
        const auto recognition = recogniseTool(source);
        QCOMPARE(recognition ? nameOf(recognition->tool) : QString(), tool);
        if (!recognition) {
            QCOMPARE(recognition.error().code, ErrorCode::NotFound);
            return;
        }
        QTEST(recognition->root, "root");
        QVERIFY(!recognition->evidence.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestRecogniseTool)
#include "tst_recognise_tool.moc"
