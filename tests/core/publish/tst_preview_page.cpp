// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/addresses.h"
#include "core/model/readers.h"
#include "core/publish/export_site.h"
#include "core/publish/preview_page.h"
#include "core/publish/site_folder.h"

#include <QTest>

#include <tuple>

using namespace quillway;
using namespace Qt::StringLiterals;
using test::SiteFolder;

namespace {

QByteArray bodyOf(const publish::PreviewPage &page)
{
    QByteArray body;
    for (const publish::PreviewBlock &block : page.blocks)
        body += block.html;
    return body;
}

model::PostWithBody withBody(const publish::Publication &publication, const model::PostPtr &post)
{
    return *model::readPostWithBody(post->file, post->source, publication.settings());
}

Result<publish::PreviewPage> preview(const SiteFolder &site, const QString &file)
{
    const auto publication = site.publication();
    publish::Renderer renderer(publication->theme(), publication->settings().language);
    const model::PostPtr post = publication->site().postByFile(*SitePath::parse(file));
    return *publish::renderPreview(*publication, withBody(*publication, post), renderer);
}

} // namespace

class TestPreviewPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isTheExportedPage_data();
    void isTheExportedPage();
    void isTheExportedPageOfAnyText();
    void isTypesetAsTheExportedPage();
    void fallsIntoShellAndBlocks();
    void knowsTheLinesOfBlocks();
    void keepsItsShellWhileTheBodyChanges();
    void showsAnEditedPostInItsPlace();
    void showsDrafts();
    void hasNoBlocksWhereAThemeChangesTheBody();
    void saysWhichTemplateIsWrong();
    void stopsWhenAsked();
};

void TestPreviewPage::isTheExportedPage_data()
{
    QTest::addColumn<QString>("folder");
    QTest::newRow("small site") << QStringLiteral(QUILLWAY_TEST_DATA "/site");
    QTest::newRow("sample blog") << QStringLiteral(QUILLWAY_TEST_DATA "/../../../../resources/sample-blog");
}

void TestPreviewPage::isTheExportedPage()
{
    QFETCH(QString, folder);
    const SiteFolder site(folder);
    NativeFileSystem files;
    std::ignore = publish::exportSite(files, *site.load(),
                                      { .output = site.beside(u"out"_s), .baseUrl = {}, .selection = test::selection(), .threads = 2 });
    const auto publication = site.publication();
    publish::Renderer renderer(publication->theme(), publication->settings().language);
    int compared = 0;
    for (const QList<model::PostPtr> &posts : { publication->posts(), publication->site().pages() }) {
        for (const model::PostPtr &post : posts) {
            const auto page = publish::renderPreview(*publication, withBody(*publication, post), renderer);
            QVERIFY(page && *page);
            const QString file = model::outputPath((*page)->address).toString();
            QVERIFY2((*page)->html == test::bytesOf(site.beside(u"out/"_s + file)), qPrintable(file));
            ++compared;
        }
    }
    for (const model::TopicPtr &topic : publication->site().topics()) {
        const auto page = publish::renderPlacePreview(*publication, topic->file, renderer);
        QVERIFY(page);
        QVERIFY(page->html == test::bytesOf(site.beside(u"out/"_s + model::outputPath(page->address).toString())));
    }
    for (const model::ReadingPathPtr &path : publication->site().paths()) {
        const auto page = publish::renderPlacePreview(*publication, path->file, renderer);
        QVERIFY(page);
        QVERIFY(page->html == test::bytesOf(site.beside(u"out/"_s + model::outputPath(page->address).toString())));
        ++compared;
    }
    QVERIFY(compared >= 5);
    QCOMPARE(publish::renderPlacePreview(*publication, SitePath::literal(u"topics/none.md"), renderer).error().code, ErrorCode::NotFound);
}

namespace {

/// Texts of a few blocks each, from all that Markdown has: the same ones on every run.
QByteArrayList generatedTexts(int count)
{
    const QByteArrayList blocks {
        "# Heading",
        "## Another *one* {#own}",
        "### Heading",
        "Words with **strong**, *emphasis*, `code`, ~~gone~~ and a [link](other.md).",
        "- one\n- two\n  - three\n",
        "1. one\n2. two",
        "- [ ] open\n- [x] done",
        "> quoted\n> > twice",
        "> [!NOTE]\n> noted",
        "```go\nfunc main() {}\n```",
        "```\nplain\n```",
        "    indented",
        "| a | b |\n|---|:-:|\n| 1 | 2 |",
        "![picture](/assets/p.png \"title\")",
        "Note[^1] and[^2].\n\n[^1]: One.",
        "[^2]: Two.",
        "<details><summary>More</summary>\n\ninside\n\n</details>",
        "<div>\n\nleft open",
        "</div>",
        "<!-- a comment -->",
        "***",
        "[ref]: https://example.org/ \"t\"",
        "A [ref] and https://example.org/x, me@example.org",
        "$a^2$ and $$b$$",
        "line\\\nbreak  \nbreak",
        "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D \xF0\x9F\x98\x80 e\xCC\x81",
        QByteArray("NUL \0 byte", 10),
        "<b>raw <i>html</b>",
        "&amp; &lt; &#x6A;",
        "{{ page.title }} {% if %}",
        "<script>alert(1)</script>",
    };
    QByteArrayList texts = blocks;
    quint32 seed = 1;
    const auto below = [&seed](qsizetype end) {
        seed = seed * 1664525U + 1013904223U;
        return qsizetype(seed >> 8) % end;
    };
    while (texts.size() < count) {
        QByteArrayList text;
        for (qsizetype i = 1 + below(9); i > 0; --i)
            text.append(blocks[below(blocks.size())]);
        texts.append(text.join(below(4) == 0 ? "\n" : "\n\n"));
    }
    return texts;
}

} // namespace

void TestPreviewPage::isTheExportedPageOfAnyText()
{
    const SiteFolder site;
    const QByteArrayList texts = generatedTexts(400);
    for (qsizetype i = 0; i < texts.size(); ++i)
        site.post(u"p%1"_s.arg(i), 1 + int(i % 28), "title: \"P & <" + QByteArray::number(i) + ">\"\n", texts[i]);
    NativeFileSystem files;
    std::ignore = publish::exportSite(files, *site.load(),
                                      { .output = site.beside(u"out"_s), .baseUrl = {}, .selection = test::selection(), .threads = 2 });
    const auto publication = site.publication();
    publish::Renderer renderer(publication->theme(), publication->settings().language);
    qsizetype compared = 0;
    for (const model::PostPtr &post : publication->posts()) {
        const auto page = publish::renderPreview(*publication, withBody(*publication, post), renderer);
        QVERIFY(page && *page);
        const QString file = model::outputPath((*page)->address).toString();
        QVERIFY2((*page)->html == test::bytesOf(site.beside(u"out/"_s + file)), qPrintable(file));
        const QByteArray body = bodyOf(**page);
        QVERIFY2(body.isEmpty() || (*page)->html.contains(body), qPrintable(file)); // what is put in place piece by piece is what is exported
        ++compared;
    }
    QCOMPARE(compared, texts.size());
}

void TestPreviewPage::isTypesetAsTheExportedPage()
{
    const QByteArray body = "# It's \"A\"\n\n\"One\" -- `\"two\"`...\n\n## \"Three\"\n\n## B\n\n## C\n";
    const auto pages = [&](const QByteArray &settings) {
        const SiteFolder site;
        site.write(u"quillway.toml"_s, "title = \"T\"\nbase_url = \"https://t.example/\"\n" + settings);
        site.write(u"posts/a.md"_s, "---\ndate: 2024-01-01\nlang: de\n---\n" + body);
        site.write(u"posts/b.md"_s, "---\ntitle: It's B\ndate: 2024-01-01\n---\n" + body.sliced(body.indexOf('\n')));
        NativeFileSystem files;
        std::ignore = publish::exportSite(files, *site.load(),
                                          { .output = site.beside(u"out"_s), .baseUrl = {}, .selection = test::selection(), .threads = 2 });
        std::map<QString, QByteArray> exported = test::filesUnder(site.beside(u"out"_s));
        for (const QString &name : { u"a"_s, u"b"_s }) {
            const auto page = preview(site, u"posts/%1.md"_s.arg(name));
            if (!page || page->html != exported[u"posts/%1/index.html"_s.arg(name)])
                qFatal("the preview is another page");
        }
        return exported;
    };
    auto set = pages("smart_typography = true\n");
    const QByteArray german = set[u"posts/a/index.html"_s];
    QVERIFY(german.contains("<h1>It’s „A“</h1>"));
    QVERIFY(german.contains("<p>„One“ – <code>&quot;two&quot;</code>…</p>"));
    QVERIFY(german.contains("<h2 id=\"three\">„Three“</h2>"));
    QVERIFY(german.contains("<a href=\"#three\">„Three“</a>")); // among the contents
    QVERIFY(!german.contains("\">It’s „A“</h2>")); // the title is not told twice
    const QByteArray english = set[u"posts/b/index.html"_s];
    QVERIFY(english.contains("<p>“One” – <code>"));
    QVERIFY(set[u"index.html"_s].contains("“One” –"));
    QVERIFY(set[u"feed.xml"_s].contains("“One” –"));
    auto plain = pages({});
    QVERIFY(plain[u"posts/b/index.html"_s].contains("<p>&quot;One&quot; -- <code>&quot;two&quot;</code>...</p>"));
    QVERIFY(plain == pages("smart_typography = false\n"));
}

void TestPreviewPage::fallsIntoShellAndBlocks()
{
    const SiteFolder site;
    site.post(u"a"_s, 1, "title: A\n", "One.\n\nTwo.\n\n- three\n");
    const auto page = preview(site, u"posts/a.md"_s);
    QVERIFY(page);
    QCOMPARE(page->address, u"/posts/a/"_s);
    QCOMPARE(page->blocks.size(), 3);
    const qsizetype at = page->html.indexOf(bodyOf(*page));
    QVERIFY(at > 0);
    QCOMPARE(page->shell, page->html.first(at) + page->html.sliced(at + bodyOf(*page).size()));
    QVERIFY(page->html.first(at).endsWith("class=\"post-body\">"));
}

void TestPreviewPage::knowsTheLinesOfBlocks()
{
    const SiteFolder site;
    site.write(u"posts/a.md"_s, "---\ntitle: A\ndate: 2024-01-01\n---\n\nOne.\nMore.\n\n## Two\n");
    const auto page = preview(site, u"posts/a.md"_s);
    QVERIFY(page);
    QCOMPARE(page->blocks.size(), 2);
    QCOMPARE(page->blocks.at(0).firstLine, 6);
    QCOMPARE(page->blocks.at(0).lastLine, 7);
    QCOMPARE(page->blocks.at(1).firstLine, 9);

    // The heading that gave the title is the title's, not a block; the lines of the others stay.
    site.write(u"posts/b.md"_s, "---\ndate: 2024-01-01\n---\n# B\n\nText.\n");
    const auto other = preview(site, u"posts/b.md"_s);
    QVERIFY(other);
    QCOMPARE(other->blocks.size(), 1);
    QCOMPARE(other->blocks.at(0).firstLine, 6);
    QVERIFY(other->blocks.at(0).html.contains("Text."));
}

void TestPreviewPage::keepsItsShellWhileTheBodyChanges()
{
    const SiteFolder site;
    site.post(u"a"_s, 1, "title: A\nsummary: S\n", "One.\n");
    const auto before = preview(site, u"posts/a.md"_s);
    site.post(u"a"_s, 1, "title: A\nsummary: S\n", "One, changed.\n\n- more\n");
    const auto after = preview(site, u"posts/a.md"_s);
    QVERIFY(before && after);
    QVERIFY(before->blocks != after->blocks);
    QVERIFY(before->html != after->html);
    site.post(u"a"_s, 1, "title: A\nsummary: S\n", "");
    const auto empty = preview(site, u"posts/a.md"_s);
    QVERIFY(empty && empty->blocks.isEmpty());
}

void TestPreviewPage::showsAnEditedPostInItsPlace()
{
    const SiteFolder site;
    site.post(u"a"_s, 1);
    site.post(u"b"_s, 2);
    site.post(u"c"_s, 3);
    const auto publication = site.publication();
    const auto edited = model::readPostWithBody(SitePath::literal(u"posts/b.md"),
                                                "---\ntitle: New title\ndate: 2024-01-02\n---\nNew text.\n", publication->settings());
    publish::Renderer renderer(publication->theme(), u"en"_s);
    const auto page = publish::renderPreview(*publication, *edited, renderer);
    QVERIFY((*page)->html.contains("<h1 dir=\"auto\">New title</h1>") || (*page)->html.contains("New title</h1>"));
    QVERIFY((*page)->html.contains("New text."));
    QVERIFY((*page)->html.contains("href=\"/posts/a/\"") && (*page)->html.contains("href=\"/posts/c/\""));
}

void TestPreviewPage::showsDrafts()
{
    const SiteFolder site;
    site.post(u"a"_s, 1, "draft: true\ntitle: Draft\ntags: [never seen]\n");
    site.write(u"posts/undated.md"_s, "Just begun.\n");
    QVERIFY(preview(site, u"posts/a.md"_s)->html.contains("Draft</h1>"));
    QVERIFY(preview(site, u"posts/undated.md"_s)->html.contains("Just begun."));
}

void TestPreviewPage::hasNoBlocksWhereAThemeChangesTheBody()
{
    const SiteFolder site;
    site.post(u"a"_s, 1);
    site.write(u"theme/post.html"_s, "{{ post.body|upper }}");
    const auto page = preview(site, u"posts/a.md"_s);
    QVERIFY(page);
    QVERIFY(page->blocks.isEmpty());
    QCOMPARE(page->shell, page->html);
}

void TestPreviewPage::saysWhichTemplateIsWrong()
{
    const SiteFolder site;
    site.post(u"a"_s, 1);
    site.write(u"theme/post.html"_s, "\n{{ post|no }}");
    const auto page = preview(site, u"posts/a.md"_s);
    QVERIFY(!page);
    QCOMPARE(page.error().code, ErrorCode::TemplateSyntax);
    QCOMPARE(page.error().file, u"theme/post.html"_s);
    QCOMPARE(page.error().position, (SourcePosition { 2, 1 }));
}

void TestPreviewPage::stopsWhenAsked()
{
    const SiteFolder site;
    site.post(u"a"_s, 1);
    const auto publication = site.publication();
    publish::Renderer renderer(publication->theme(), u"en"_s);
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(!publish::renderPreview(*publication, withBody(*publication, publication->posts().first()), renderer, stop.get_token()));
}

QTEST_GUILESS_MAIN(TestPreviewPage)
#include "tst_preview_page.moc"
