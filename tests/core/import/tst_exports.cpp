// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/native_file_system.h"
#include "core/import/exports/wordpress_text.h"
#include "core/import/exports/wxr_items.h"
#include "core/import/html/html_markdown.h"
#include "core/import/import_site.h"
#include "core/store/load_site.h"
#include "support/site_folder.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::importing;
using quillway::test::SiteFolder;

namespace {

const QByteArray head =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" ?>\n"
    "<rss version=\"2.0\" xmlns:excerpt=\"http://wordpress.org/export/1.2/excerpt/\" "
    "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"\n"
    "\txmlns:wfw=\"http://wellformedweb.org/CommentAPI/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
    "xmlns:wp=\"http://wordpress.org/export/1.2/\">\n"
    "<channel>\n"
    "\t<title>Notes</title>\n"
    "\t<link>https://notes.example</link>\n"
    "\t<description>On things</description>\n"
    "\t<language>en-GB</language>\n"
    "\t<wp:wxr_version>1.2</wp:wxr_version>\n"
    "\t<wp:base_blog_url>https://notes.example</wp:base_blog_url>\n"
    "\t<wp:author><wp:author_id>1</wp:author_id><wp:author_login><![CDATA[ada]]></wp:author_login><wp:author_display_name><![CDATA[Ada L.]]></wp:author_display_name></wp:author>\n"_ba;
const QByteArray tail = "</channel>\n</rss>\n"_ba;

/// An entry; `more` are further elements.
QByteArray item(int id, const QByteArray &name, const QByteArray &content, const QByteArray &more = {}, const QByteArray &type = "post",
                const QByteArray &status = "publish")
{
    return "\t<item>\n\t\t<title>Title of " + name + "</title>\n\t\t<link>https://notes.example/2019/03/" + name
        + "/</link>\n\t\t<dc:creator><![CDATA[ada]]></dc:creator>\n\t\t<content:encoded><![CDATA[" + content
        + "]]></content:encoded>\n\t\t<excerpt:encoded><![CDATA[]]></excerpt:encoded>\n\t\t<wp:post_id>" + QByteArray::number(id)
        + "</wp:post_id>\n\t\t<wp:post_date>2019-03-0" + QByteArray::number(1 + id % 9) + " 10:00:00</wp:post_date>\n\t\t<wp:post_name>"
        + name + "</wp:post_name>\n\t\t<wp:status>" + status + "</wp:status>\n\t\t<wp:post_type>" + type + "</wp:post_type>\n" + more
        + "\t</item>\n";
}

const FileReport *reportOf(const ImportReport &report, const QString &source)
{
    const auto place = std::ranges::find(report.files, source, &FileReport::source);
    return place == report.files.end() ? nullptr : &*place;
}

bool hasNote(const FileReport *file, NoteKind kind)
{
    return file && std::ranges::contains(file->notes, kind, &Note::kind);
}

QStringList errorsOf(const ImportReport &report)
{
    QStringList lines;
    for (const ImportProblem &problem : report.problems) {
        if (problem.diagnostic.severity == Severity::Error && !problem.ofSource)
            lines.append(toCompilerLine(problem.diagnostic));
    }
    return lines;
}

Result<ImportReport> imported(const SiteFolder &source, const SiteFolder &site)
{
    NativeFileSystem disk;
    return importSite(disk, source.path(), site.path(u"new"_s));
}

} // namespace

/// A file that holds a whole blog becomes a site.
class TestExports : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void importsWordPress()
    {
        const SiteFolder source, site;
        source.write(
            u"export.xml"_s,
            head
                + item(
                    1, "one",
                    "First line\nsecond line\n\nSee <a href=\"https://notes.example/2019/03/two/\">two</a> &amp; <img "
                    "src=\"https://notes.example/wp-content/uploads/2019/p.png\" alt=\"P\" />\n\n<!--more-->\n\n[code lang=\"php\"]\n$a = "
                    "1 < 2;\n\n$b;\n[/code]",
                    "<category domain=\"category\" nicename=\"ops\"><![CDATA[Ops]]></category>\n"
                    "<category domain=\"post_tag\" nicename=\"go\"><![CDATA[Go]]></category>\n"
                    "<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value><![CDATA[7]]></wp:meta_value></wp:postmeta>\n"
                    "<wp:postmeta><wp:meta_key>mood</wp:meta_key><wp:meta_value><![CDATA[calm]]></wp:meta_value></wp:postmeta>\n"
                    "<wp:comment><wp:comment_id>3</wp:comment_id><wp:comment_author><![CDATA[Bo]]></wp:comment_author>"
                    "<wp:comment_author_email>bo@mail.example</wp:comment_author_email>"
                    "<wp:comment_content><![CDATA[Nice <b>one</b>]]></wp:comment_content></wp:comment>\n")
                + item(
                    2, "two",
                    "<!-- wp:heading -->\n<h2>H</h2>\n<!-- /wp:heading -->\n\n<!-- wp:paragraph -->\n<p><a "
                    "href=\"http://www.notes.example/?p=1\">one</a> <a href=\"https://x.example/?p=1\">out</a></p>\n<!-- /wp:paragraph -->")
                + item(3, "draft", "Idea", "<wp:post_date_gmt>0000-00-00 00:00:00</wp:post_date_gmt>", "post", "draft")
                + item(4, "secret", "Hidden", "<wp:post_password>x</wp:post_password>") + item(5, "about", "About", {}, "page")
                + item(7, "p", {}, "<wp:attachment_url>https://notes.example/wp-content/uploads/2019/p.png</wp:attachment_url>",
                       "attachment", "inherit")
                + item(8, "menu", {}, {}, "nav_menu_item") + item(9, "gone", "x", {}, "post", "trash") + tail);
        source.write(u"uploads/2019/p.png"_s, "png");
        const auto report = imported(source, site);
        QVERIFY2(report, report ? "" : qPrintable(report.error().detail));
        QCOMPARE(report->tool, Tool::WordPress);
        QCOMPARE(report->filesFound, 11); // the export, a picture, eight entries, the comments of one
        QCOMPARE(report->files.size(), 11);
        QCOMPARE(report->count(Outcome::Post), 2);
        QCOMPARE(report->count(Outcome::Draft), 2);
        QCOMPARE(report->count(Outcome::Page), 1);
        QCOMPARE(report->permalink, u"/:year/:month/:slug/"_s);
        const QByteArray one = site.read(u"new/posts/2019-03-02-one.md"_s);
        QVERIFY2(one.contains("First line\\\nsecond line\n\n"), one.constData());
        QVERIFY2(one.contains("[two](2019-03-03-two.md) & ![P](../assets/wp-content/uploads/2019/p.png)"), one.constData());
        QVERIFY2(one.contains("```php\n$a = 1 < 2;\n\n$b;\n```"), one.constData());
        QVERIFY2(one.contains("author: Ada L.") && one.contains("mood: calm") && one.contains("summary: "), one.constData());
        QVERIFY2(one.contains("cover: ../assets/wp-content/uploads/2019/p.png"), one.constData());
        QVERIFY(site.read(u"new/posts/2019-03-03-two.md"_s).contains("## H\n\n[one](2019-03-02-one.md) [out](https://x.example/?p=1)\n"));
        QVERIFY(hasNote(reportOf(*report, u"export.xml/post/4.md"_s), NoteKind::Protected));
        QCOMPARE(reportOf(*report, u"export.xml/attachment/7"_s)->reason, LeftOutReason::Elsewhere);
        QCOMPARE(reportOf(*report, u"export.xml/nav_menu_item/8"_s)->reason, LeftOutReason::Project);
        QCOMPARE(reportOf(*report, u"export.xml/post/9"_s)->detail, u"trash"_s);
        const QJsonArray comments = QJsonDocument::fromJson(site.read(u"new/data/comments/2019-03-02-one.json"_s)).array();
        QCOMPARE(comments.at(0)[u"content"_s].toString(), u"Nice <b>one</b>"_s);
        NativeFileSystem disk;
        const auto loaded = store::loadSite(disk, site.path(u"new"_s));
        const auto post = loaded->site->postByFile(SitePath::literal(u"posts/2019-03-02-one.md"));
        QCOMPARE(post->tags, QStringList({ u"Go"_s, u"Ops"_s }));
        QCOMPARE(errorsOf(*report), QStringList());
    }

    void readsAFileByItself()
    {
        const SiteFolder folder;
        folder.write(u"export.xml"_s, head + item(1, "one", "Text") + tail);
        NativeFileSystem disk;
        // The site may be made beside the export.
        const auto report = importSite(disk, folder.path(u"export.xml"_s), folder.path(u"blog"_s));
        QVERIFY(report);
        QCOMPARE(report->count(Outcome::Post), 1);
        QVERIFY(folder.has(u"blog/posts/2019-03-02-one.md"_s));
    }

    void readsWhatIsNotWellFormed_data()
    {
        QTest::addColumn<QByteArray>("xml");
        QTest::addColumn<int>("posts");
        QTest::addColumn<QStringList>("repaired");
        const QByteArray good = item(1, "one", "Text") + item(2, "two", "Text");
        const auto row = [](const char *name, const QByteArray &xml, int posts, const QStringList &repaired) {
            QTest::newRow(name) << xml << posts << repaired;
        };
        row("whole", head + good + tail, 2, {});
        row("cut between entries", head + good, 2, {});
        row("cut in an entry", (head + good).chopped(50), 2, { u"export.xml/post/2.md"_s });
        row("cut in a text",
            head + good
                + "\t<item>\n<title>C</title>\n<wp:post_id>3</wp:post_id>\n<wp:post_date>2019-01-01 "
                  "00:00:00</wp:post_date><wp:status>publish</wp:status><content:encoded><![CDATA[never ends",
            3, { u"export.xml/post/3.md"_s });
        row("an ampersand by itself", head + item(1, "one", "Text", "<wp:x>a & b</wp:x>") + item(2, "two", "T") + tail, 2,
            { u"export.xml/post/1.md"_s });
        row("an end of CDATA in a text", head + item(1, "one", "a ]]> b <c>") + item(2, "two", "T") + tail, 2,
            { u"export.xml/post/1.md"_s });
        row("an entry without its end", head + QByteArray(item(1, "one", "T")).replace("</item>", "") + item(2, "two", "T") + tail, 2,
            { u"export.xml/post/1.md"_s });
        row("texts without their end", head + QByteArray(item(1, "one", "T")).replace("]]>", "") + item(2, "two", "T") + tail, 2,
            { u"export.xml/post/1.md"_s });
        row("an entity of HTML", head + item(1, "one", "T", "<wp:x>a&nbsp;b</wp:x>") + tail, 1, {});
        row("a control character", head + item(1, "one", "a\x0b") + tail, 1, {});
        row("bytes of Windows-1252", head + item(1, "one", "caf\xe9") + tail, 1, {});
        row("an entry within a text", head + item(1, "one", "&lt;item&gt; <item></item>") + tail, 1, {});
        row("no namespaces declared", "<rss><channel><wp:wxr_version>1.2</wp:wxr_version>" + good + tail, 2, {});
        row("numbers that come twice", head + item(1, "one", "T") + item(1, "two", "T") + tail, 2, {});
    }
    void readsWhatIsNotWellFormed()
    {
        QFETCH(QByteArray, xml);
        QFETCH(int, posts);
        QFETCH(QStringList, repaired);
        const SiteFolder source, site;
        source.write(u"export.xml"_s, xml);
        const auto report = imported(source, site);
        QVERIFY2(report, report ? "" : qPrintable(report.error().detail));
        QCOMPARE(report->count(Outcome::Post), posts);
        QStringList noted;
        for (const FileReport &file : report->files) {
            if (hasNote(&file, NoteKind::EntryRepaired))
                noted.append(file.source);
        }
        QCOMPARE(noted, repaired);
        QCOMPARE(errorsOf(*report), QStringList());
    }

    void saysOnWhichLineTheFaultIs()
    {
        const SiteFolder source, site;
        const QByteArray before = head + item(1, "one", "a\nb\nc");
        source.write(u"export.xml"_s, before + item(2, "two", "T", "<wp:x>a & b</wp:x>\n") + tail);
        const auto report = imported(source, site);
        QVERIFY(report);
        const FileReport *file = reportOf(*report, u"export.xml/post/2.md"_s);
        const auto note = std::ranges::find(file->notes, NoteKind::EntryRepaired, &Note::kind);
        QCOMPARE(note->line, int(before.count('\n')) + 12);
    }

    void turnsClassicTexts_data()
    {
        QTest::addColumn<QString>("content");
        QTest::addColumn<QString>("markdown");
        const auto row = [](const char *name, const QString &content, const QString &markdown) {
            QTest::newRow(name) << content << markdown;
        };
        row("lines and paragraphs", u"a\nb\n\nc\r\n\r\nd"_s, u"a\\\nb\n\nc\n\nd\n"_s);
        row("lists keep together", u"a\n<ul>\n<li>b</li>\n<li>c</li>\n</ul>\nd"_s, u"a\n\n- b\n- c\n\nd\n"_s);
        row("preformatted", u"a\n<pre>\nx\n\ny\n</pre>\nb"_s, u"a\n\n```\nx\n\ny\n```\n\nb\n"_s);
        row("a caption",
            u"[caption id=\"a_1\" width=\"300\"]<a href=\"b.png\"><img src=\"s.png\" alt=\"A\" /></a> The <i>words</i>[/caption]"_s,
            u"[![A](s.png \"The words\")](b.png)\n"_s);
        row("code with references", u"[sourcecode language='xml']&lt;a&gt;&amp;amp;[/sourcecode]"_s, u"```xml\n<a>&amp;\n```\n"_s);
        row("code by its language", u"[python]\nx < 1\n[/python]"_s, u"```python\nx < 1\n```\n"_s);
        row("a bracket that is doubled", u"[[code]]"_s, u"\\[\\[code\\]\\]\n"_s);
        row("a video by its address", u"a\n\nhttps://www.youtube.com/watch?v=abcdefghijk\n\nb"_s,
            u"a\n\n[![Video](https://img.youtube.com/vi/abcdefghijk/hqdefault.jpg)](https://www.youtube.com/watch?v=abcdefghijk)\n\nb\n"_s);
        row("an address by itself", u"https://x.example/a"_s, u"<https://x.example/a>\n"_s);
        row("a shortcode that is not known", u"a [gallery ids=\"1,2\"]"_s, u"a \\[gallery ids=\"1,2\"\\]\n"_s);
        row("never closed", u"[code]x"_s, u"\\[code\\]x\n"_s);
        row("more", u"a\n<!--more-->\nb"_s, u"a\n\n<!--more-->\n\nb\n"_s);
    }
    void turnsClassicTexts()
    {
        QFETCH(QString, content);
        QFETCH(QString, markdown);
        BodyTurn turn;
        QCOMPARE(markdownOfHtml(htmlOfWordPress(content, turn).toUtf8(), turn), std::optional(markdown));
    }

    void importsGhost()
    {
        const SiteFolder source, site;
        source.write(
            u"ghost.json"_s,
            "{\"db\":[{\"meta\":{\"exported_on\":1600000000000,\"version\":\"5.0\"},\"data\":{\n"
            "            \"posts\":[\n"
            "              {\"id\":\"a\",\"title\":\"First\",\"slug\":\"first\",\"html\":\"<p>See <a "
            "href=\\\"__GHOST_URL__/second/\\\">second</a></p><figure class=\\\"kg-card kg-image-card\\\"><img "
            "src=\\\"__GHOST_URL__/content/images/p.png\\\" "
            "alt=\\\"P\\\"></"
            "figure>\",\"type\":\"post\",\"status\":\"published\",\"visibility\":\"public\",\"published_at\":\"2020-01-02T03:04:05.000Z\","
            "\"updated_at\":\"2020-02-02T00:00:00.000Z\",\"custom_excerpt\":\"Short.\",\"feature_image\":\"__GHOST_URL__/content/images/"
            "p.png\",\"featured\":1},\n"
            "              "
            "{\"id\":\"b\",\"title\":\"Second\",\"slug\":\"second\",\"mobiledoc\":\"{\\\"cards\\\":[[\\\"markdown\\\",{\\\"markdown\\\":"
            "\\\"# "
            "H\\\\n\\\\n*x*\\\"}]],\\\"sections\\\":[[10,0]]}\",\"html\":\"<h1>H</"
            "h1>\",\"type\":\"post\",\"status\":\"draft\",\"created_at\":\"2020-01-03T00:00:00.000Z\"},\n"
            "              "
            "{\"id\":\"c\",\"title\":\"About\",\"slug\":\"about\",\"html\":\"<p>About</"
            "p>\",\"type\":\"page\",\"status\":\"published\",\"published_at\":\"2020-01-01T00:00:00.000Z\"},\n"
            "              {\"id\":\"d\",\"title\":\"Members\",\"slug\":\"members\",\"html\":\"<p>For "
            "members</"
            "p>\",\"type\":\"post\",\"status\":\"published\",\"visibility\":\"paid\",\"published_at\":\"2020-01-04T00:00:00.000Z\"},\n"
            "              {\"id\":5,\"title\":\"Old\",\"slug\":\"old\",\"markdown\":\"Words "
            "**there**\",\"page\":0,\"status\":\"published\",\"published_at\":1400000000000},\n"
            "{\"id\":\"e\",\"title\":\"Never "
            "rendered\",\"slug\":\"never\",\"status\":\"draft\",\"created_at\":\"2020-01-05T00:00:00.000Z\","
            "\"lexical\":\"{\\\"root\\\":{\\\"children\\\":[{\\\"type\\\":\\\"paragraph\\\",\\\"children\\\":[{\\\"type\\\":"
            "\\\"text\\\",\\\"text\\\":\\\"Only here\\\"}]}]}}\"}],\n"
            "            "
            "\"tags\":[{\"id\":\"t1\",\"name\":\"Go\",\"slug\":\"go\"},{\"id\":\"t2\",\"name\":\"#hidden\",\"slug\":\"hash-hidden\"},{"
            "\"id\":\"t3\",\"name\":\"SQL\"}],\n"
            "            "
            "\"posts_tags\":[{\"post_id\":\"a\",\"tag_id\":\"t3\",\"sort_order\":1},{\"post_id\":\"a\",\"tag_id\":\"t1\",\"sort_order\":0},"
            "{\"post_id\":\"a\",\"tag_id\":\"t2\",\"sort_order\":2}],\n"
            "            \"users\":[{\"id\":\"u\",\"name\":\"Ada\",\"email\":\"ada@mail.example\",\"password\":\"hash\"}],\n"
            "            \"posts_authors\":[{\"post_id\":\"a\",\"author_id\":\"u\",\"sort_order\":0}],\n"
            "            \"settings\":[{\"key\":\"title\",\"value\":\"Ghostly\"},{\"key\":\"timezone\",\"value\":\"Europe/Berlin\"}]}}]}"_ba);
        source.write(u"content/images/p.png"_s, "png");
        const auto report = imported(source, site);
        QVERIFY2(report, report ? "" : qPrintable(report.error().detail));
        QCOMPARE(report->tool, Tool::Ghost);
        QCOMPARE(report->filesFound, 8);
        QCOMPARE(report->count(Outcome::Post), 2);
        QCOMPARE(report->count(Outcome::Draft), 3);
        QCOMPARE(report->count(Outcome::Page), 1);
        QCOMPARE(report->permalink, u"/:slug/"_s);
        const QByteArray first = site.read(u"new/posts/2020-01-02-first.md"_s);
        QVERIFY2(first.contains("[second](2020-01-03-second.md)") || first.contains("(/second/)"), first.constData());
        QVERIFY2(first.contains("![P](/content/images/p.png)") && first.contains("summary: Short."), first.constData());
        QVERIFY2(first.contains("cover: /content/images/p.png") && first.contains("author: Ada"), first.constData());
        QVERIFY(site.read(u"new/posts/2020-01-03-second.md"_s).contains("# H\n\n*x*"));
        QVERIFY(site.read(u"new/posts/2014-05-13-old.md"_s).contains("Words **there**"));
        QVERIFY(site.read(u"new/posts/2020-01-05-never.md"_s).contains("Only here"));
        QVERIFY(site.read(u"new/quillway.toml"_s).contains("Ghostly"));
        for (const QString &file : site.files())
            QVERIFY2(!site.read(file).contains("ada@mail.example"), qPrintable(file));
        NativeFileSystem disk;
        const auto loaded = store::loadSite(disk, site.path(u"new"_s));
        QCOMPARE(loaded->site->postByFile(SitePath::literal(u"posts/2020-01-02-first.md"))->tags, QStringList({ u"Go"_s, u"SQL"_s }));
    }

    void aBrokenGhostExportIsNamedWithItsLine()
    {
        const SiteFolder source, site;
        source.write(u"ghost.json"_s, "{\"db\":[{\"meta\":{\"exported_on\":1},\n\"data\":{\"posts\":[\n{]}}]}"_ba);
        const auto report = imported(source, site);
        QVERIFY(!report);
        QVERIFY(!site.has(u"new"_s));
    }

    void aLargeExportIsReadPieceByPiece()
    {
        const SiteFolder folder;
        QByteArray xml = head;
        const QByteArray content = "Words of a paragraph, and more of them.\n\n"_ba.repeated(1000);
        for (int i = 1; i <= 300; ++i)
            xml += item(i, "n" + QByteArray::number(i), content);
        folder.write(u"export.xml"_s, xml + tail);
        NativeFileSystem disk;
        WxrPieces pieces(disk, folder.path(u"export.xml"_s));
        int count = 0;
        qsizetype largest = 0;
        int line = 0;
        for (auto piece = pieces.next(); piece && !piece->xml.isEmpty(); piece = pieces.next()) {
            largest = std::max(largest, piece->xml.capacity());
            QVERIFY(piece->line > line);
            line = piece->line;
            ++count;
        }
        QCOMPARE(count, 301);
        QVERIFY(largest < 200'000);
    }
};

QTEST_GUILESS_MAIN(TestExports)
#include "tst_exports.moc"
