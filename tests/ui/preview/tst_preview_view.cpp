// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview_driver.h"
#include "preview_main.h"
#include "ui/preview/page_source.h"

#include <QDropEvent>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLineEdit>
#include <QMimeData>
#include <QPalette>
#include <QVBoxLayout>
#include <QWindow>

#include <csignal>
#include <tuple>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::ui;
using quillway::test::PreviewDriver;

Q_DECLARE_METATYPE(quillway::ui::PreviewNotice::Kind)

namespace {

/// A text of `count` paragraphs, two lines apart; paragraph n stands on line 5 + 2n of the file.
QByteArray paragraphs(int count, const QByteArray &each = "Paragraph number ")
{
    QByteArray body;
    for (int i = 0; i < count; ++i)
        body += each + QByteArray::number(i) + "\n\n";
    return body;
}

constexpr int lineOfParagraph(int number)
{
    return 5 + 2 * number;
}

/// The page of a body as exporting it gives it.
QString exported(const PreviewDriver &preview, const QByteArray &text)
{
    const auto result = exportedPages()({ .number = 1, .site = preview.site, .file = SitePath::literal(u"posts/shown.md"), .text = text },
                                        {});
    return result && *result ? QString::fromUtf8((**result).page->html) : QString();
}

QString quoted(const QString &text)
{
    const QByteArray json = QJsonDocument(QJsonArray { text }).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(json) + "[0]"_L1;
}

} // namespace

class TestPreviewView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsTheExportedPage();
    void standsAsIfLoaded_data();
    void standsAsIfLoaded();
    void standsAsIfLoadedAfterAnyEdits();
    void touchesOnlyWhatChanged();
    void keepsPicturesAndOpenedDetails();
    void changesTitleInPlace();
    void loadsAnotherAddress_data();
    void loadsAnotherAddress();
    void loadsAnyAddress_data();
    void loadsAnyAddress();
    void takesANewSite();
    void takesThemeFilesAsTheyChange();

    void keepsTheScrollPosition_data();
    void keepsTheScrollPosition();
    void staysAtTheTop();
    void keepsTheLineShownLast();
    void scrollsToLines_data();
    void scrollsToLines();
    void scrollsNoFurtherThanNeeded();
    void remembersALineUntilThereIsAPage();
    void tellsWhereTheReaderScrolls();

    void tellsTheLineThatWasClicked();
    void tellsWhereTheClickedWordWasWritten();
    void followsLinks_data();
    void followsLinks();
    void staysOnThePageForItsOwnLinks();
    void ignoresDroppedFiles();

    void keepsTheLastGoodPage();
    void showsNoOtherFilesPage();
    void saysWhatHasNoPage();
    void showsTopicsAndPathsAsTheyAreTyped();
    void givesUpATextThatTakesTooLong();
    void rendersNothingUnseen();
    void showsNothingWhenCleared();
    void showsNothingOfAnotherSite();
    void startsAtTheTopOfAnotherFile();

    void hasTheColoursAsked_data();
    void hasTheColoursAsked();
    void answersThemesThatAskTheDesktop();
    void showsWhatReadersWithoutScriptsSee();
    void answersThemesThatAskForScripts();
    void hasTheProgramsScrollBars();
    void followsTheProgramsColours();
    void isAsWideAsTheDevice();
    void zooms();

    void takesNoFocus();
    void leavesTheWindowAsItIs();
    void startsAgainWhenTheEngineDies();
    void givesUpWhenItDiesTooOften();
};

void TestPreviewView::showsTheExportedPage()
{
    PreviewDriver preview;
    preview.load();
    const QByteArray text = "---\ntitle: A & B\ndate: 2024-02-03\ntags: [go]\n---\nHello *world*\n\n## Two\n\n```go\nfunc x()\n```\n";
    QVERIFY(preview.show(text));
    const QString html = exported(preview, text);
    QVERIFY(html.contains(u"A &amp; B"_s));
    const QString compared = uR"(
        const wanted = new DOMParser().parseFromString(%1, 'text/html').documentElement;
        const present = document.documentElement.cloneNode(true);
        present.removeAttribute('data-theme');
        present.outerHTML === wanted.outerHTML;
    )"_s;
    QVERIFY(preview.evaluate(compared.arg(quoted(html))).toBool());
    QCOMPARE(preview.page()->url(), QUrl(u"quillway-site://site/posts/shown/"_s));
    QVERIFY(preview.evaluate(u"getComputedStyle(document.body).fontFamily"_s).toString() != u"Times New Roman"_s);
    QVERIFY(preview.evaluate(u"document.styleSheets.length > 0 && document.styleSheets[0].cssRules.length > 20"_s).toBool());
    QCOMPARE(preview.view.notice().kind, PreviewNotice::Kind::None);
}

void TestPreviewView::standsAsIfLoaded_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");

    const auto row = [](const char *name, const QByteArray &before, const QByteArray &after) { QTest::newRow(name) << before << after; };
    row("a word", "one\n\ntwo\n\nthree\n", "one\n\ntwo and a half\n\nthree\n");
    row("a paragraph more", "one\n\nthree\n", "one\n\ntwo\n\nthree\n");
    row("a paragraph less", "one\n\ntwo\n\nthree\n", "one\n\nthree\n");
    row("from nothing", "", "one\n\ntwo\n");
    row("to nothing", "one\n\ntwo\n", "");
    row("a paragraph becomes a heading", "one\n\ntwo\n", "# one\n\ntwo\n");
    row("a heading more, with the table of contents", "## a\n\nx\n\n## b\n\ny\n", "## a\n\nx\n\n## b\n\ny\n\n## c\n\nz\n");
    row("a paragraph becomes a list", "one\n\ntwo\n", "- one\n\ntwo\n");
    row("an item more", "- one\n- two\n", "- one\n- two\n- three\n");
    row("a cell", "| a | b |\n|---|---|\n| 1 | 2 |\n", "| a | b |\n|---|---|\n| 1 | 3 |\n");
    row("a row", "| a | b |\n|---|---|\n| 1 | 2 |\n", "| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n");
    row("code", "```go\nfunc a()\n```\n", "```go\nfunc ab()\n```\n");
    row("language of code", "```go\nfunc a()\n```\n", "```python\nfunc a()\n```\n");
    row("a fence opens", "a\n\nb\n\nc\n", "a\n\n```\nb\n\nc\n");
    row("a footnote", "a[^1]\n\nb\n\n[^1]: x\n", "a[^1]\n\nb\n\n[^1]: xy\n");
    row("a footnote more", "a\n\nb[^2]\n\n[^2]: y\n", "a[^1]\n\nb[^2]\n\n[^1]: x\n[^2]: y\n");
    row("a link definition far away", "a [b]\n\nc\n", "a [b]\n\nc\n\n[b]: https://example.org/\n");
    row("details", "<details><summary>s</summary>\n\na\n\n</details>\n\nb\n", "<details><summary>s</summary>\n\nab\n\n</details>\n\nb\n");
    row("an element opens and is not closed", "a\n\nb\n", "a\n\n<div class=\"x\">\n\nb\n");
    row("an element is closed", "a\n\n<div class=\"x\">\n\nb\n", "a\n\n<div class=\"x\">\n\nb\n\n</div>\n\nc\n");
    row("an end tag too many", "a\n\nb\n", "a\n\n</div>\n\nb\n");
    row("the end tag is taken back", "a\n\n</div>\n\nb\n", "a\n\nb\n");
    row("a comment swallows the rest", "a\n\nb\n", "a\n\n<!-- \n\nb\n");
    row("and gives it back", "a\n\n<!-- \n\nb\n", "a\n\n<!-- -->\n\nb\n");
    row("bold without end", "a\n\n<b>\n\nb\n", "a\n\n<b>\n\nbc\n");
    row("block in a paragraph", "a\n\nx <div>y</div> z\n", "a\n\nx <div>yy</div> z\n\nb\n");
    row("table row by itself", "<tr><td>a</td></tr>\n\nb\n", "<tr><td>ab</td></tr>\n\nb\n");
    row("text between elements", "<td>a</td>\n\nb\n", "<td>a</td>\n\nbc\n");
    row("svg", "<svg><g><path d=\"M0 0\"/></g></svg>\n\na\n", "<svg><g><path d=\"M0 1\"/><path/></g></svg>\n\na\n");
    row("form", "<form><input name=\"childNodes\"></form>\n\na\n", "<form><input name=\"childNodes\"><input></form>\n\nab\n");
    row("names of the document's own", "<img name=\"body\"><img name=\"querySelector\">\n\na\n",
        "<img name=\"body\"><img name=\"querySelector\">\n\nab\n");
    row("another body", "<div class=\"post-body\">a</div>\n\nb\n", "<div class=\"post-body\">ab</div>\n\nb\n");
    row("quotes and ampersands", "a & b \"c\" <\n", "a && b 'c' < >\n");
    row("line and paragraph separators",
        "a\xe2\x80\xa8"
        "b\n",
        "a\xe2\x80\xa8"
        "b\xe2\x80\xa9"
        "c\n");
    row("emoji", "a \xf0\x9f\x98\x80\n", "a \xf0\x9f\x98\x80\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x92\xbb b\n");
    row("NUL", "a\n", "a\0b\n"_ba);
}

/// After an edit, the page is what loading the new text gives.
void TestPreviewView::standsAsIfLoaded()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, after);
    PreviewDriver changed;
    QVERIFY(changed.showBody(before));
    std::ignore = changed.evaluate(u"window.notLoadedAgain = true"_s);
    QVERIFY(changed.showBody(after));
    QVERIFY(changed.evaluate(u"window.notLoadedAgain === true"_s).toBool());
    PreviewDriver loaded;
    QVERIFY(loaded.showBody(after));
    const QString whole = u"document.documentElement.outerHTML"_s;
    QCOMPARE(changed.evaluate(whole).toString(), loaded.evaluate(whole).toString());
}

void TestPreviewView::standsAsIfLoadedAfterAnyEdits()
{
    const QByteArrayList blocks { "one *two* three",
                                  "## heading",
                                  "- a\n- b\n  - c",
                                  "> quote\n> more",
                                  "```go\nfunc x()\n```",
                                  "| a |\n|---|\n| b |",
                                  "![](x.png)",
                                  "<details><summary>s</summary>\n\nin\n\n</details>",
                                  "<div>\n\nin\n\n</div>",
                                  "<aside>",
                                  "</aside>",
                                  "text[^1]\n\n[^1]: note" };
    PreviewDriver preview;
    quint32 state = 11;
    const auto next = [&](qsizetype below) {
        state = state * 1664525 + 1013904223;
        return qsizetype((state >> 16) % quint32(below));
    };
    QByteArrayList text;
    for (int edit = 0; edit < 60; ++edit) {
        const qsizetype at = next(text.size() + 1);
        if (next(3) == 0 && !text.isEmpty())
            text.removeAt(at % text.size());
        else
            text.insert(at, blocks.at(next(blocks.size())) + (next(2) ? QByteArray() : " " + QByteArray::number(edit)));
        const QByteArray whole = "---\ntitle: Shown\ndate: 2024-02-03\n---\n" + text.join("\n\n");
        QVERIFY(preview.show(whole));
        const QString script = uR"(
            const wanted = new DOMParser().parseFromString(%1, 'text/html').documentElement;
            const present = document.documentElement.cloneNode(true);
            present.removeAttribute('data-theme');
            present.outerHTML === wanted.outerHTML ? '' : present.querySelector('.post-body').outerHTML + ' instead of '
                + wanted.querySelector('.post-body').outerHTML;
        )"_s;
        QCOMPARE(preview.evaluate(script.arg(quoted(exported(preview, whole)))).toString(), QString());
    }
}

void TestPreviewView::touchesOnlyWhatChanged()
{
    PreviewDriver preview;
    QVERIFY(preview.showBody(paragraphs(20)));
    std::ignore = preview.evaluate(uR"(
        window.touched = [];
        new MutationObserver(records => window.touched.push(...records.map(record => record.target.nodeName + ':' + record.target.textContent)))
            .observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
    )"_s);
    QVERIFY(preview.showBody(paragraphs(20).replace("number 7", "number seven")));
    QCOMPARE(preview.evaluate(u"window.touched.join()"_s).toString(), u"#text:Paragraph number seven"_s);
}

void TestPreviewView::keepsPicturesAndOpenedDetails()
{
    PreviewDriver preview;
    preview.folder.write(u"posts/dot.svg"_s, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>");
    const QByteArray text =
        "![dot](dot.svg) and text\n\n<details><summary>s</summary>\n\ninside\n\n</details>\n\n- ![dot](dot.svg)\n- item\n\nend\n";
    QVERIFY(preview.showBody(text));
    QTRY_VERIFY(preview.evaluate(u"document.querySelector('.post-body img').naturalWidth === 9"_s).toBool());
    std::ignore = preview.evaluate(uR"(
        document.querySelector('.post-body details').open = true;
        window.pictures = [...document.querySelectorAll('.post-body img')];
    )"_s);
    QVERIFY(preview.showBody(
        QByteArray(text).replace("and text", "and more").replace("inside", "inside it").replace("item", "an item").replace("end", "End")));
    QVERIFY(preview.bodyHtml().contains(u"inside it"_s));
    QVERIFY(preview.evaluate(u"document.querySelector('.post-body details').open"_s).toBool());
    QCOMPARE(
        preview.evaluate(u"[...document.querySelectorAll('.post-body img')].every((picture, i) => picture === window.pictures[i])"_s).toBool(),
        true);

    // What the author says about it counts more than what the reader did.
    QVERIFY(preview.showBody(QByteArray(text).replace("<details>", "<details open>")));
    std::ignore = preview.evaluate(u"document.querySelector('.post-body details').open = true"_s);
    QVERIFY(preview.showBody(text));
    QVERIFY(!preview.evaluate(u"document.querySelector('.post-body details').open"_s).toBool());
}

void TestPreviewView::changesTitleInPlace()
{
    PreviewDriver preview;
    QVERIFY(preview.show("---\ntitle: One\ndate: 2024-02-03\n---\n" + paragraphs(5)));
    std::ignore = preview.evaluate(u"window.kept = document.querySelector('.post-body p')"_s);
    QVERIFY(preview.show("---\ntitle: Two <3\ndate: 2024-02-03\ntags: [go]\n---\n" + paragraphs(5)));
    QCOMPARE(preview.evaluate(u"document.querySelector('h1').textContent"_s).toString(), u"Two <3"_s);
    QVERIFY(preview.page()->title().contains(u"Two <3"_s));
    QVERIFY(preview.evaluate(u"document.querySelector('.post-body p') === window.kept"_s).toBool());
}

void TestPreviewView::loadsAnotherAddress_data()
{
    QTest::addColumn<double>("zoom");

    QTest::newRow("as it is") << 1.0;
    QTest::newRow("larger") << 1.5;
}

void TestPreviewView::loadsAnotherAddress()
{
    QFETCH(const double, zoom);
    PreviewDriver preview;
    preview.view.setZoomFactor(zoom);
    QVERIFY(preview.show("---\ntitle: One\ndate: 2024-02-03\n---\n" + paragraphs(100)));
    std::ignore = preview.evaluate(u"window.scrollTo(0, 700)"_s);
    QTRY_VERIFY(preview.page()->scrollPosition().y() > 500);
    QVERIFY(preview.show("---\ntitle: One\ndate: 2024-02-03\nslug: elsewhere\n---\n" + paragraphs(100)));
    QCOMPARE(preview.page()->url(), QUrl(u"quillway-site://site/posts/elsewhere/"_s));
    QVERIFY(std::abs(preview.evaluate(u"window.scrollY"_s).toDouble() - 700) < 2);
}

void TestPreviewView::loadsAnyAddress_data()
{
    QTest::addColumn<QByteArray>("slug");
    QTest::addColumn<QByteArray>("settings");

    QTest::newRow("plain") << "a-b"_ba << ""_ba;
    QTest::newRow("another script") << "\"größe-日本語\""_ba << ""_ba;
    QTest::newRow("characters that URLs spell in two ways") << "\"it's~a_(b)!*+=@:;,$&\""_ba << ""_ba;
    QTest::newRow("blanks and percent signs") << "\"a b%20c%\""_ba << ""_ba;
    QTest::newRow("below a base URL") << "a-b"_ba << "base_url = \"https://example.org/my blog/\"\n"_ba;
    QTest::newRow("below another permalink") << "a-b"_ba << "permalink = \"/:year/:month/:slug/\"\n"_ba;
}

void TestPreviewView::loadsAnyAddress()
{
    QFETCH(const QByteArray, slug);
    QFETCH(const QByteArray, settings);
    PreviewDriver preview;
    preview.folder.write(u"quillway.toml"_s, "title = \"Test\"\n" + settings);
    preview.folder.write(u"posts/dot.svg"_s, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>");
    QVERIFY(preview.show("---\ntitle: x\ndate: 2024-02-03\nslug: " + slug + "\n---\n![dot](dot.svg)\n"));
    QTRY_VERIFY(preview.evaluate(u"document.querySelector('.post-body img').naturalWidth === 9"_s).toBool());
    QVERIFY(preview.evaluate(u"document.styleSheets.length > 0"_s).toBool());
}

void TestPreviewView::takesANewSite()
{
    PreviewDriver preview;
    QVERIFY(preview.showBody("text"));
    preview.folder.write(u"quillway.toml"_s, "title = \"Renamed\"\n");
    QSignalSpy shown(&preview.view, &PreviewView::shown);
    preview.load();
    QVERIFY(shown.wait(10000));
    QVERIFY(preview.evaluate(u"document.body.textContent"_s).toString().contains(u"Renamed"_s));
    // A snapshot that says nothing new is no work.
    shown.clear();
    preview.view.setSite(std::make_shared<const model::Site>(preview.site->parts()));
    QTest::qWait(300);
    QCOMPARE(shown.size(), 0);
}

void TestPreviewView::takesThemeFilesAsTheyChange()
{
    PreviewDriver preview;
    preview.folder.write(u"theme/style.css"_s, "p { color: rgb(1, 2, 3) }");
    QVERIFY(preview.showBody("text"));
    const QString colour = u"getComputedStyle(document.querySelector('.post-body p')).color"_s;
    QCOMPARE(preview.evaluate(colour).toString(), u"rgb(1, 2, 3)"_s);
    preview.folder.write(u"theme/style.css"_s, "p { color: rgb(40, 50, 60) }");
    QVERIFY(preview.showBody("text, typed on"));
    QCOMPARE(preview.evaluate(colour).toString(), u"rgb(40, 50, 60)"_s);
}

void TestPreviewView::keepsTheScrollPosition_data()
{
    QTest::addColumn<QByteArray>("replaced");
    QTest::addColumn<QByteArray>("with");

    QTest::newRow("longer text above") << "number 3\n"_ba << ("number 3 "_ba + QByteArray("and more ").repeated(100) + "\n");
    QTest::newRow("more paragraphs above") << "number 3\n"_ba << ("number 3\n\n"_ba + QByteArray("new\n\n").repeated(7));
    QTest::newRow("fewer paragraphs above") << "number 3\n\nParagraph number 4\n\nParagraph number 5\n"_ba << "number 3\n"_ba;
    QTest::newRow("longer text below") << "number 60\n"_ba << ("number 60 "_ba + QByteArray("and more ").repeated(100) + "\n");
    QTest::newRow("the page's head") << "Paragraph number 0\n"_ba << "Paragraph number 0\n\n## a\n\n## b\n\n## c\n\n## d\n"_ba;
    QTest::newRow("an element that swallows the rest") << "number 60\n"_ba << "number 60\n\n<div>\n"_ba;
}

void TestPreviewView::keepsTheScrollPosition()
{
    QFETCH(const QByteArray, replaced);
    QFETCH(const QByteArray, with);
    PreviewDriver preview;
    QVERIFY(preview.showBody(paragraphs(80)));
    std::ignore = preview.evaluate(
        u"window.scrollTo(0, 1000); window.seen = [...document.querySelectorAll('.post-body p')].find(p => p.getBoundingClientRect().top > 50)"_s);
    const double before = preview.evaluate(u"window.seen.getBoundingClientRect().top"_s).toDouble();
    QVERIFY(before > 0);
    QVERIFY(preview.showBody(paragraphs(80).replace(replaced, with)));
    QVERIFY(preview.evaluate(u"window.seen.isConnected"_s).toBool());
    QVERIFY(std::abs(preview.evaluate(u"window.seen.getBoundingClientRect().top"_s).toDouble() - before) < 1.5);
}

void TestPreviewView::staysAtTheTop()
{
    PreviewDriver preview;
    QVERIFY(preview.showBody(paragraphs(80)));
    QVERIFY(preview.showBody("New first paragraph\n\n" + paragraphs(80)));
    QCOMPARE(preview.evaluate(u"window.scrollY"_s).toDouble(), 0.0);
}

/// What grows between the window's top and the line that is written in moves the former.
void TestPreviewView::keepsTheLineShownLast()
{
    PreviewDriver preview;
    QVERIFY(preview.showBody(paragraphs(80)));
    preview.view.scrollToLine(lineOfParagraph(40), 0.5);
    QTRY_VERIFY(preview.evaluate(u"window.scrollY"_s).toDouble() > 500);
    const QString top = u"document.querySelectorAll('.post-body p')[%1].getBoundingClientRect().top"_s;
    const double before = preview.evaluate(top.arg(40)).toDouble();
    QVERIFY(preview.showBody(paragraphs(80).replace("number 38\n", "number 38\n\n## A heading\n\nand more\n")));
    QVERIFY(std::abs(preview.evaluate(top.arg(41)).toDouble() - before) < 1.5);
}

void TestPreviewView::scrollsToLines_data()
{
    QTest::addColumn<int>("line");
    QTest::addColumn<double>("position");
    QTest::addColumn<int>("paragraph");
    QTest::addColumn<double>("expectedTop");

    QTest::newRow("to the top") << lineOfParagraph(30) << 0.0 << 30 << 0.0;
    QTest::newRow("to a third") << lineOfParagraph(30) << 1.0 / 3 << 30 << 200.0;
    QTest::newRow("between two paragraphs: the end of the upper one") << lineOfParagraph(30) + 1 << 0.5 << 30 << 300.0 - 30;
}

void TestPreviewView::scrollsToLines()
{
    QFETCH(const int, line);
    QFETCH(const double, position);
    QFETCH(const int, paragraph);
    QFETCH(const double, expectedTop);
    PreviewDriver preview;
    QVERIFY(preview.showBody(paragraphs(80)));
    preview.view.scrollToLine(line, position);
    const QString top = u"document.querySelectorAll('.post-body p')[%1].getBoundingClientRect().top"_s;
    QTRY_VERIFY(std::abs(preview.evaluate(top.arg(paragraph)).toDouble() - expectedTop) < 12);
    preview.view.scrollToLine(2, position);
    QTRY_COMPARE(preview.evaluate(u"window.scrollY"_s).toDouble(), 0.0);
}

void TestPreviewView::scrollsNoFurtherThanNeeded()
{
    PreviewDriver preview;
    QVERIFY(preview.showBody("```\n" + QByteArray("code\n").repeated(200) + "```\n\n" + paragraphs(80)));
    const QString scroll = u"window.scrollY"_s;
    preview.view.scrollToLine(105); // in the middle of the code
    QTRY_VERIFY(preview.evaluate(scroll).toDouble() > 500);
    const double there = preview.evaluate(scroll).toDouble();
    preview.view.scrollToLine(104);
    preview.view.scrollToLine(100);
    QTest::qWait(100);
    QCOMPARE(preview.evaluate(scroll).toDouble(), there);
    preview.view.scrollToLine(140);
    QTRY_VERIFY(preview.evaluate(scroll).toDouble() > there);
    const double further = preview.evaluate(scroll).toDouble() - there;
    QVERIFY2(further > 200 && further < 1500, QByteArray::number(further));
}

void TestPreviewView::remembersALineUntilThereIsAPage()
{
    PreviewDriver preview;
    preview.load();
    preview.view.show();
    preview.view.showText(SitePath::literal(u"posts/shown.md"), "---\ntitle: x\n---\n\n" + paragraphs(80));
    preview.view.scrollToLine(lineOfParagraph(50), 0.0);
    QSignalSpy shown(&preview.view, &PreviewView::shown);
    QVERIFY(shown.wait(20000));
    QTRY_VERIFY(std::abs(preview.evaluate(u"document.querySelectorAll('.post-body p')[50].getBoundingClientRect().top"_s).toDouble()) < 12);
}

void TestPreviewView::tellsWhereTheReaderScrolls()
{
    PreviewDriver preview;
    QVERIFY(preview.showBody(paragraphs(80)));
    QSignalSpy scrolled(&preview.view, &PreviewView::scrolled);
    preview.view.scrollToLine(lineOfParagraph(20), 0.0);
    QTRY_VERIFY(preview.evaluate(u"window.scrollY"_s).toDouble() > 0);
    QVERIFY(preview.showBody("first\n\n" + paragraphs(80)));
    QTest::qWait(100);
    QCOMPARE(scrolled.size(), 0); // that was not the reader
    QWidget *target = preview.view.findChild<ContentView *>()->focusProxy();
    QVERIFY(target);
    QTest::wheelEvent(target->window()->windowHandle(), target->mapTo(target->window(), QPoint(300, 300)), QPoint(0, -240), QPoint(0, -240));
    QTRY_VERIFY(!scrolled.isEmpty());
    QTest::qWait(400);
    const double point = scrolled.last().at(0).toDouble();
    const double position = scrolled.last().at(1).toDouble();
    QVERIFY2(point > lineOfParagraph(20) && point < lineOfParagraph(50), QByteArray::number(point));
    QVERIFY2(position > 0.1 && position < 0.9, QByteArray::number(position));
}

namespace {

/// Clicks in the middle of the first element that a selector finds, once or twice.
void click(const PreviewDriver &preview, const QString &selector, Qt::MouseButton button = Qt::LeftButton, int times = 1)
{
    const QVariantList at = preview
                                .evaluate(uR"(
        const r = document.querySelector(%1).getBoundingClientRect();
        [r.left + r.width / 2, r.top + r.height / 2];
    )"_s.arg(quoted(selector)))
                                .toList();
    QWidget *target = preview.view.findChild<ContentView *>()->focusProxy();
    const QPoint place(at.at(0).toInt(), at.at(1).toInt());
    if (times == 1) {
        QTest::mouseClick(target, button, {}, place);
        return;
    }
    // The engine counts clicks by their times, which QTest keeps apart.
    for (quint64 time = 1'000'000; times > 0; --times, time += 80) {
        for (const auto kind : { QEvent::MouseButtonPress, QEvent::MouseButtonRelease }) {
            QMouseEvent event(kind, place, target->mapToGlobal(place), button, kind == QEvent::MouseButtonPress ? button : Qt::NoButton, {});
            event.setTimestamp(time);
            QCoreApplication::sendEvent(target, &event);
        }
    }
}

} // namespace

void TestPreviewView::tellsTheLineThatWasClicked()
{
    PreviewDriver preview;
    QVERIFY(preview.showBody("one\n\ntwo\n\n```\n" + QByteArray("code\n").repeated(9)
                             + "```\n\n<details><summary>s</summary>\n\nx\n\n</details>\n"));
    QSignalSpy clicked(&preview.view, &PreviewView::placeClicked);
    click(preview, u".post-body p:nth-of-type(2)"_s);
    QTRY_COMPARE(clicked.size(), 1);
    QCOMPARE(clicked.takeFirst().first().toInt(), 7);
    click(preview, u".post-body pre"_s);
    QTRY_COMPARE(clicked.size(), 1);
    const int line = clicked.takeFirst().first().toInt();
    QVERIFY2(line >= 12 && line <= 16, QByteArray::number(line)); // in the middle of the code
    click(preview, u".post-body summary"_s); // opens it
    QTRY_VERIFY(preview.evaluate(u"document.querySelector('.post-body details').open"_s).toBool());
    QCOMPARE(clicked.size(), 0);
    click(preview, u"h1"_s);
    QTest::qWait(100);
    QCOMPARE(clicked.size(), 0);
}

void TestPreviewView::tellsWhereTheClickedWordWasWritten()
{
    PreviewDriver preview;
    QVERIFY(preview.showBody("Some *words* and [a link](/posts/other/) before <b id=\"it\">thing</b>, then\n<i "
                             "id=\"it2\">another</i>.\n\n![p](a.png) ![q](b.png)\n"));
    QSignalSpy clicked(&preview.view, &PreviewView::placeClicked);
    QString followed;
    connect(&preview.view, &PreviewView::linkActivated, &preview.view, [&](const SitePath &target) { followed = target.toString(); });
    const auto place = [&] { return clicked.isEmpty() ? QPoint() : QPoint(clicked.last().at(1).toInt(), clicked.last().at(0).toInt()); };
    click(preview, u"#it"_s);
    QTRY_COMPARE(clicked.size(), 1);
    QCOMPARE(place().y(), 5);
    QVERIFY2(place().x() >= 62 && place().x() <= 66, QByteArray::number(place().x())); // in the middle of the word
    click(preview, u"#it2"_s);
    QTRY_COMPARE(clicked.size(), 2);
    QCOMPARE(place().y(), 6);
    click(preview, u".post-body a"_s, Qt::LeftButton, 2);
    QTRY_COMPARE(clicked.size(), 3);
    QCOMPARE(place().y(), 5);
    QVERIFY2(place().x() >= 19 && place().x() <= 25, QByteArray::number(place().x()));
    QTest::qWait(500);
    QCOMPARE(followed, QString());
    click(preview, u".post-body p:nth-of-type(2) img:nth-of-type(2)"_s, Qt::LeftButton, 2);
    QTRY_COMPARE(place(), QPoint(13, 8));
}

void TestPreviewView::followsLinks_data()
{
    QTest::addColumn<QByteArray>("link");
    QTest::addColumn<QString>("external");
    QTest::addColumn<QString>("file");

    const auto row = [](const char *name, const char *link, const char *external, const char *file) {
        QTest::newRow(name) << QByteArray(link) << QString::fromLatin1(external) << QString::fromLatin1(file);
    };
    row("https", "[x](https://example.org/a?b#c)", "https://example.org/a?b#c", "");
    row("mail", "[x](mailto:ann@example.org)", "mailto:ann@example.org", "");
    row("bare address", "https://example.org/", "https://example.org/", "");
    row("another post's source", "[x](other.md)", "", "posts/other.md");
    row("another post's address", "[x](/posts/other/)", "", "posts/other.md");
    row("another post's anchor", "[x](other.md#part)", "", "posts/other.md");
    row("new window", "<a href=\"https://example.org/\" target=\"_blank\">x</a>", "https://example.org/", "");
    row("in an svg", "<svg width=\"50\" height=\"20\"><a href=\"https://example.org/\"><rect width=\"50\" height=\"20\"/></a></svg>",
        "https://example.org/", "");
    row("within emphasis", "[**x**](https://example.org/)", "https://example.org/", "");
    row("a page that is no text", "[x](/tags/)", "", "");
    row("javascript", "[x](javascript:alert(1))", "", "");
    row("file", "[x](file:///etc/passwd)", "", "");
    row("data", "[x](data:text/html,x)", "", "");
    row("another program's scheme", "[x](ssh://example.org/)", "", "");
    row("user in front of the host", "[x](https://ann@example.org/)", "", "");
    row("download", "<a href=\"data:text/plain,x\" download=\"x.txt\">x</a>", "", "");
    row("the program's own scheme", "[x](quillway-site://site/quillway.toml)", "", "");
}

void TestPreviewView::followsLinks()
{
    QFETCH(const QByteArray, link);
    QFETCH(const QString, external);
    QFETCH(const QString, file);
    for (const auto button : { Qt::LeftButton, Qt::MiddleButton }) {
        PreviewDriver preview;
        QVERIFY(preview.showBody(link));
        QSignalSpy left(&preview.view, &PreviewView::externalLink);
        QString followed;
        connect(&preview.view, &PreviewView::linkActivated, &preview.view, [&](const SitePath &target) { followed = target.toString(); });
        QSignalSpy clicked(&preview.view, &PreviewView::placeClicked);
        const QUrl url = preview.page()->url();
        click(preview, u".post-body a[href], .post-body a"_s, button);
        if (!external.isEmpty())
            QTRY_COMPARE(left.size(), 1);
        else if (!file.isEmpty())
            QTRY_VERIFY(!followed.isEmpty());
        else
            QTest::qWait(150);
        QCOMPARE(left.value(0).value(0).toUrl().toString(), external);
        QCOMPARE(followed, file);
        QCOMPARE(clicked.size(), 0);
        QCOMPARE(preview.page()->url(), url);
    }
}

void TestPreviewView::staysOnThePageForItsOwnLinks()
{
    PreviewDriver preview;
    QVERIFY(preview.showBody("[down](#far)\n\n" + paragraphs(80) + "## Far\n\nend\n"));
    QSignalSpy left(&preview.view, &PreviewView::externalLink);
    click(preview, u".post-body a"_s);
    QTRY_VERIFY(preview.evaluate(u"window.scrollY"_s).toDouble() > 500);
    QCOMPARE(left.size(), 0);
    QVERIFY(preview.showBody("[down](#far)\n\n" + paragraphs(80) + "## Far\n\nend of it\n")); // still the same page
    QVERIFY(preview.bodyHtml().contains(u"end of it"_s));
}

void TestPreviewView::ignoresDroppedFiles()
{
    PreviewDriver preview;
    QVERIFY(preview.showBody("text"));
    preview.folder.write(u"dropped.html"_s, "dropped");
    QMimeData data;
    data.setUrls({ QUrl::fromLocalFile(preview.folder.path(u"dropped.html"_s)), QUrl(u"https://example.org/"_s) });
    QWidget *target = preview.view.findChild<ContentView *>()->focusProxy();
    QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(target, &enter);
    QDropEvent drop(QPointF(50, 50), Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(target, &drop);
    QTest::qWait(300);
    QCOMPARE(preview.page()->url().scheme(), u"quillway-site"_s);
    QCOMPARE(preview.evaluate(u"document.querySelector('.post-body').textContent.trim()"_s).toString(), u"text"_s);
}

void TestPreviewView::keepsTheLastGoodPage()
{
    PreviewDriver preview;
    QVERIFY(preview.show("---\ntitle: Good\ndate: 2024-02-03\n---\ntext\n"));
    QSignalSpy noticed(&preview.view, &PreviewView::noticeChanged);
    preview.view.showText(SitePath::literal(u"posts/shown.md"), "---\ntitle: [bad\ndate: 2024-02-03\n---\nother text\n");
    QVERIFY(noticed.wait(5000));
    QCOMPARE(preview.view.notice().kind, PreviewNotice::Kind::Failed);
    QCOMPARE(preview.view.notice().error.code, ErrorCode::FrontMatterSyntax);
    QVERIFY(preview.view.notice().error.position.line >= 2);
    QVERIFY(preview.bodyHtml().contains(u"text"_s));
    QVERIFY(!preview.bodyHtml().contains(u"other text"_s));
    QVERIFY(preview.show("---\ntitle: good again\ndate: 2024-02-03\n---\nother text\n"));
    QCOMPARE(preview.view.notice().kind, PreviewNotice::Kind::None);
    QVERIFY(preview.bodyHtml().contains(u"other text"_s));
}

void TestPreviewView::showsNoOtherFilesPage()
{
    PreviewDriver preview;
    QVERIFY(preview.showBody("text"));
    preview.view.showText(SitePath::literal(u"posts/broken.md"), "---\ntitle: [bad\n---\n");
    QTRY_COMPARE(preview.view.notice().kind, PreviewNotice::Kind::Failed);
    QTRY_VERIFY(!preview.view.findChild<ContentView *>());
    QVERIFY(preview.showBody("text"));
}

void TestPreviewView::saysWhatHasNoPage()
{
    PreviewDriver preview;
    QVERIFY(preview.showBody("text"));
    preview.view.showText(SitePath::literal(u"tags.toml"), "[go]\ntitle = \"Go\"\n");
    QCOMPARE(preview.view.notice().kind, PreviewNotice::Kind::NoPage);
    QTRY_VERIFY(!preview.view.findChild<ContentView *>());
    QVERIFY(preview.show("---\ntitle: About\n---\nabout\n", u"pages/about.md"_s));
    QCOMPARE(preview.view.notice().kind, PreviewNotice::Kind::None);
    QCOMPARE(preview.page()->url().path(), u"/about/"_s);
}

/// In place: the second text changes the page of the first.
void TestPreviewView::showsTopicsAndPathsAsTheyAreTyped()
{
    PreviewDriver preview;
    QVERIFY(preview.show("---\ntitle: Go\ndefinition: A language.\n---\n", u"topics/go.md"_s));
    QCOMPARE(preview.page()->url().path(), u"/topics/go/"_s);
    QVERIFY(preview.evaluate(u"document.body.textContent"_s).toString().contains(u"A language."_s));
    QVERIFY(preview.show("---\ntitle: Go\ndefinition: Another one.\n---\n", u"topics/go.md"_s));
    QVERIFY(preview.evaluate(u"document.body.textContent"_s).toString().contains(u"Another one."_s));
    QVERIFY(preview.show("---\ntitle: Begin\nsummary: In order.\nsteps: []\n---\n", u"paths/begin.md"_s));
    QVERIFY(preview.evaluate(u"document.body.textContent"_s).toString().contains(u"In order."_s));
    preview.view.showText(SitePath::literal(u"topics/go.md"), "---\ntitle: [\n---\n");
    QTRY_COMPARE(preview.view.notice().kind, PreviewNotice::Kind::Failed);
}

void TestPreviewView::givesUpATextThatTakesTooLong()
{
    PreviewDriver preview;
    QVERIFY(preview.showBody("text"));
    const QByteArray heavy = QByteArray("word *emphasis* [link](x) `code` ").repeated(500'000);
    preview.view.showText(SitePath::literal(u"posts/shown.md"), heavy);
    QElapsedTimer timer;
    timer.start();
    qint64 longestPause = 0;
    while (preview.view.notice().kind != PreviewNotice::Kind::TooSlow && timer.elapsed() < 10000) {
        const qint64 before = timer.elapsed();
        QTest::qWait(5);
        longestPause = std::max(longestPause, timer.elapsed() - before);
    }
    QCOMPARE(preview.view.notice().kind, PreviewNotice::Kind::TooSlow);
    QVERIFY2(timer.elapsed() < 3500, QByteArray::number(timer.elapsed()));
    QVERIFY2(longestPause < 500, QByteArray::number(longestPause)); // the window goes on
    QVERIFY(preview.bodyHtml().contains(u"text"_s));
    // What is no longer wanted may take a moment to notice.
    preview.view.showText(SitePath::literal(u"posts/shown.md"), "light again");
    QTRY_VERIFY_WITH_TIMEOUT(preview.bodyHtml().contains(u"light again"_s), 60000);
    QCOMPARE(preview.view.notice().kind, PreviewNotice::Kind::None);
}

void TestPreviewView::rendersNothingUnseen()
{
    PreviewDriver preview;
    QVERIFY(preview.showBody("one"));
    preview.view.hide();
    QSignalSpy shown(&preview.view, &PreviewView::shown);
    preview.view.showText(SitePath::literal(u"posts/shown.md"), "two");
    QTest::qWait(300);
    QVERIFY(preview.bodyHtml().contains(u"one"_s));
    preview.view.show();
    QVERIFY(shown.wait(10000));
    QVERIFY(preview.bodyHtml().contains(u"two"_s));
}

void TestPreviewView::showsNothingWhenCleared()
{
    PreviewDriver preview;
    QVERIFY(preview.showBody("one"));
    preview.view.clear();
    QTRY_VERIFY(!preview.view.findChild<ContentView *>());
    QCOMPARE(preview.view.notice().kind, PreviewNotice::Kind::None);
    QVERIFY(preview.showBody("two"));
    preview.view.setSite(nullptr);
    QTRY_VERIFY(!preview.view.findChild<ContentView *>());
}

void TestPreviewView::showsNothingOfAnotherSite()
{
    PreviewDriver preview;
    QVERIFY(preview.showBody("one"));
    PreviewDriver other;
    other.load();
    preview.view.setSite(other.site);
    QTRY_VERIFY(!preview.view.findChild<ContentView *>());
    preview.view.setSite(preview.site);
    QVERIFY(preview.showBody("one"));
}

void TestPreviewView::startsAtTheTopOfAnotherFile()
{
    PreviewDriver preview;
    QVERIFY(preview.showBody(paragraphs(80)));
    preview.view.scrollToLine(lineOfParagraph(40), 0.0);
    QTRY_VERIFY(preview.evaluate(u"window.scrollY"_s).toDouble() > 500);
    QVERIFY(preview.show(paragraphs(80), u"posts/another.md"_s));
    QCOMPARE(preview.evaluate(u"window.scrollY"_s).toDouble(), 0.0);
}

void TestPreviewView::hasTheColoursAsked_data()
{
    QTest::addColumn<PreviewColours>("colours");
    QTest::addColumn<bool>("isDark");

    QTest::newRow("light") << PreviewColours::Light << false;
    QTest::newRow("dark") << PreviewColours::Dark << true;
}

namespace {

bool isDark(const PreviewDriver &preview)
{
    return preview.evaluate(u"getComputedStyle(document.documentElement).colorScheme"_s).toString() == u"dark"
        && preview.evaluate(u"document.documentElement.dataset.theme"_s).toString() == u"dark"
        && preview.evaluate(u"getComputedStyle(document.body).color.match(/[\\d.]+/g).slice(0, 3).every(c => c > 128)"_s).toBool();
}

} // namespace

void TestPreviewView::hasTheColoursAsked()
{
    QFETCH(const PreviewColours, colours);
    PreviewDriver preview;
    preview.view.setColours(colours);
    QVERIFY(preview.showBody("text"));
    QTEST(isDark(preview), "isDark");
    // At once, and the other way round.
    preview.view.setColours(isDark(preview) ? PreviewColours::Light : PreviewColours::Dark);
    QTRY_COMPARE(isDark(preview), colours != PreviewColours::Dark);
    QVERIFY(preview.show("another page", u"posts/another.md"_s));
    QCOMPARE(isDark(preview), colours != PreviewColours::Dark);
}

void TestPreviewView::answersThemesThatAskTheDesktop()
{
    PreviewDriver preview;
    preview.folder.write(u"theme/style.css"_s,
                         "p { color: rgb(1, 1, 1) } @media (prefers-color-scheme: dark) { p { color: rgb(200, 200, 200) } }"
                         "@media screen and (prefers-color-scheme:light) { p { outline-color: rgb(9, 9, 9) } }");
    preview.view.setColours(PreviewColours::Dark);
    QVERIFY(preview.showBody("text"));
    const QString colours = u"const s = getComputedStyle(document.querySelector('.post-body p')); s.color + ' ' + s.outlineColor"_s;
    QCOMPARE(preview.evaluate(colours).toString(), u"rgb(200, 200, 200) rgb(200, 200, 200)"_s);
    preview.view.setColours(PreviewColours::Light);
    QTRY_COMPARE(preview.evaluate(colours).toString(), u"rgb(1, 1, 1) rgb(9, 9, 9)"_s);
    preview.view.setColours(PreviewColours::Dark);
    QTRY_COMPARE(preview.evaluate(colours).toString(), u"rgb(200, 200, 200) rgb(200, 200, 200)"_s);
}

void TestPreviewView::showsWhatReadersWithoutScriptsSee()
{
    PreviewDriver preview;
    preview.folder.write(u"assets/theme.js"_s, "document.documentElement.setAttribute('data-ran', 1)");
    const QString seen = u"document.querySelector('.post-body').innerText"_s;
    const QString ran = u"document.documentElement.hasAttribute('data-ran')"_s;
    const QByteArray text = "<noscript>\n\nNo scripts.\n\n</noscript>\n\ntext\n\n<script src=\"/assets/theme.js\"></script>\n";
    QVERIFY(preview.showBody(text));
    QCOMPARE(preview.evaluate(seen).toString().trimmed(), u"text"_s);
    preview.view.setScriptless(true);
    QVERIFY(preview.view.isScriptless());
    QTRY_VERIFY(preview.evaluate(seen).toString().contains(u"No scripts."));
    QVERIFY(!preview.evaluate(ran).toBool());
    QVERIFY(preview.show(text, u"posts/another.md"_s)); // in pages that are loaded later
    QVERIFY(preview.evaluate(seen).toString().contains(u"No scripts."));
    QVERIFY(!preview.evaluate(ran).toBool());
    preview.view.setScriptless(false);
    QTRY_COMPARE(preview.evaluate(seen).toString().trimmed(), u"text"_s);
}

void TestPreviewView::answersThemesThatAskForScripts()
{
    PreviewDriver preview;
    preview.folder.write(u"theme/style.css"_s,
                         "@media (scripting: none) { p { color: rgb(1, 1, 1) } } @media (scripting) { p { color: rgb(2, 2, 2) } }"
                         "@media (scripting: initial-only) { p { color: rgb(3, 3, 3) } }");
    QVERIFY(preview.showBody("text"));
    const QString colour = u"getComputedStyle(document.querySelector('.post-body p')).color"_s;
    QCOMPARE(preview.evaluate(colour).toString(), u"rgb(2, 2, 2)"_s);
    preview.view.setScriptless(true);
    QTRY_COMPARE(preview.evaluate(colour).toString(), u"rgb(1, 1, 1)"_s);
    preview.view.setScriptless(false);
    QTRY_COMPARE(preview.evaluate(colour).toString(), u"rgb(2, 2, 2)"_s);
}

void TestPreviewView::hasTheProgramsScrollBars()
{
    PreviewDriver preview;
    const QByteArray text = paragraphs(80);
    QVERIFY(preview.showBody(text));
    QCOMPARE(preview.evaluate(u"window.innerWidth - document.documentElement.clientWidth"_s).toInt(), 12);
    QCOMPARE(preview.evaluate(u"getComputedStyle(document.documentElement, '::-webkit-scrollbar-button').display"_s).toString(), u"none"_s);
    QVERIFY(!exported(preview, text).contains(u"scrollbar-thumb"_s)); // the page has nothing of it
}

void TestPreviewView::followsTheProgramsColours()
{
    PreviewDriver preview;
    QVERIFY(preview.showBody("text"));
    QVERIFY(!isDark(preview));
    const QPalette light = preview.view.palette();
    QPalette dark = light;
    dark.setColor(QPalette::Window, Qt::black);
    dark.setColor(QPalette::WindowText, Qt::white);
    preview.view.setPalette(dark);
    QTRY_VERIFY(isDark(preview));
    preview.view.setPalette(light);
    QTRY_VERIFY(!isDark(preview));
}

void TestPreviewView::isAsWideAsTheDevice()
{
    PreviewDriver preview;
    preview.view.resize(1000, 600);
    QVERIFY(preview.showBody("text"));
    const QString width = u"window.innerWidth"_s;
    QTRY_COMPARE(preview.evaluate(width).toInt(), 1000);
    preview.view.setDevice(PreviewDevice::Phone);
    QTRY_COMPARE(preview.evaluate(width).toInt(), 390);
    const QWidget *engine = preview.view.findChild<ContentView *>();
    QCOMPARE(engine->geometry().center().x(), preview.view.rect().center().x());
    preview.view.setDevice(PreviewDevice::Tablet);
    QTRY_COMPARE(preview.evaluate(width).toInt(), 768);
    preview.view.setDevice(PreviewDevice::Desktop);
    QTRY_COMPARE(preview.evaluate(width).toInt(), 1000);
}

void TestPreviewView::zooms()
{
    PreviewDriver preview;
    preview.view.setZoomFactor(2);
    QVERIFY(preview.showBody(paragraphs(80)));
    QTRY_COMPARE(preview.evaluate(u"window.innerWidth"_s).toInt(), 400);
    preview.view.setZoomFactor(1);
    QTRY_COMPARE(preview.evaluate(u"window.innerWidth"_s).toInt(), 800);
    preview.view.setZoomFactor(100);
    QCOMPARE(preview.view.zoomFactor(), 5.0);
}

void TestPreviewView::takesNoFocus()
{
    PreviewDriver preview;
    QWidget window;
    QVBoxLayout layout(&window);
    QLineEdit line;
    layout.addWidget(&line);
    layout.addWidget(&preview.view);
    window.resize(800, 600);
    window.show();
    line.setFocus();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    const QByteArray greedy = "<input autofocus>\n\n<p tabindex=\"0\" autofocus>x</p>\n";
    QVERIFY(preview.showBody(greedy));
    QVERIFY(preview.showBody("x\n\n" + greedy));
    QVERIFY(preview.show(greedy, u"posts/another.md"_s));
    QTest::qWait(200);
    QCOMPARE(window.focusWidget(), &line);
    preview.view.setParent(nullptr);
}

/// An engine that starts late must not make the program's window anew: that blinks, and loses its place on the screen.
void TestPreviewView::leavesTheWindowAsItIs()
{
    PreviewDriver preview;
    QWidget window;
    QVBoxLayout layout(&window);
    QLineEdit line;
    layout.addWidget(&line);
    layout.addWidget(&preview.view);
    window.resize(800, 600);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    const WId before = window.winId();
    const auto surface = window.windowHandle()->surfaceType();
    QVERIFY(preview.showBody("text"));
    QCOMPARE(window.winId(), before);
    QCOMPARE(window.windowHandle()->surfaceType(), surface);
    QVERIFY(!line.windowHandle()); // and its neighbours stay what they are
    preview.view.setParent(nullptr);
}

namespace {

void killEngine(const PreviewDriver &preview)
{
    const qint64 process = preview.page()->renderProcessPid();
    QVERIFY(process > 1);
    QCOMPARE(::kill(pid_t(process), SIGKILL), 0);
}

} // namespace

void TestPreviewView::startsAgainWhenTheEngineDies()
{
    PreviewDriver preview;
    QVERIFY(preview.showBody("one"));
    QSignalSpy shown(&preview.view, &PreviewView::shown);
    killEngine(preview);
    QVERIFY(shown.wait(20000));
    QVERIFY(preview.bodyHtml().contains(u"one"_s));
    QCOMPARE(preview.view.notice().kind, PreviewNotice::Kind::None);
    QVERIFY(preview.showBody("two"));
    QVERIFY(preview.bodyHtml().contains(u"two"_s));
}

void TestPreviewView::givesUpWhenItDiesTooOften()
{
    PreviewDriver preview;
    QVERIFY(preview.showBody("one"));
    QSignalSpy shown(&preview.view, &PreviewView::shown);
    for (int death = 0; death < 3; ++death) {
        killEngine(preview);
        QVERIFY(shown.wait(20000));
    }
    killEngine(preview);
    QTRY_COMPARE_WITH_TIMEOUT(preview.view.notice().kind, PreviewNotice::Kind::EngineDied, 10000);
    preview.view.showText(SitePath::literal(u"posts/shown.md"), "two");
    QVERIFY(!shown.wait(1000)); // typing on does not start what dies
    preview.view.reload();
    QVERIFY(shown.wait(20000));
    QVERIFY(preview.bodyHtml().contains(u"two"_s));
}

int main(int argc, char **argv)
{
    return quillway::test::runPreviewTest<TestPreviewView>(argc, argv);
}

#include "tst_preview_view.moc"
