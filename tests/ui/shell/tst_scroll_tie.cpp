// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/scroll_tie.h"

#include "ui/editor/file_document.h"
#include "ui/editor/text_editor.h"
#include "ui/preview/preview_driver.h"
#include "ui/preview/preview_main.h"

#include <QScrollBar>
#include <QTextBlock>

#include <tuple>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::ui;

namespace {

const QByteArray head = "---\ntitle: Shown\ndate: 2024-02-03\n---\n"_ba;

/// Paragraphs of one long line each with what is of other heights in text and page between them.
QByteArray longBody()
{
    QByteArray body;
    for (int i = 0; i < 60; ++i) {
        body += "Paragraph " + QByteArray::number(i) + " " + QByteArray("of words that fill some lines. ").repeated(2 + i * 7 % 9) + "\n\n";
        if (i % 10 == 3)
            body += "```cpp\n" + QByteArray("int wide = 1;\n").repeated(40) + "```\n\n";
        if (i % 10 == 5)
            body += "| a | b |\n|---|---|\n" + QByteArray("| one | two words more |\n").repeated(12) + "\n";
        if (i % 10 == 7)
            body += "![A picture](tall.svg)\n\n";
        if (i == 9)
            body += "A note[^n].\n\n[^n]: Stands at the end.\n\n";
    }
    return body;
}

/// Text and preview beside each other.
struct TiedViews {
    QWidget window;
    test::PreviewDriver preview;
    FileDocument document { SitePath::literal(u"posts/shown.md"), head + longBody() };
    TextEditor editor;
    std::optional<ScrollTie> tie;

    TiedViews()
    {
        preview.folder.write(u"posts/tall.svg"_s, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"100\" height=\"700\"/>");
        document.setHeadHidden(true);
        editor.resize(600, 600);
        editor.show(&document);
        editor.QWidget::show();
        if (!QTest::qWaitForWindowExposed(&editor) || !preview.showBody(longBody()))
            qFatal("no window");
        std::ignore = QTest::qWaitFor([&] { return evaluate(u"[...document.images].every(i => i.complete)"_s).toBool(); }, 5000);
        tie.emplace(editor, preview.view);
        tie->followText();
    }
    ~TiedViews()
    {
        tie.reset();
        editor.show(nullptr);
    }

    QVariant evaluate(const QString &script) const { return preview.evaluate(script); }
    double scroll() const { return evaluate(u"window.scrollY"_s).toDouble(); }
    double room() const { return evaluate(u"document.documentElement.scrollHeight - window.innerHeight"_s).toDouble(); }
    double height() const { return evaluate(u"window.innerHeight"_s).toDouble(); }

    /// Waits until the page stands still.
    double settledScroll() const
    {
        double last = -1;
        std::ignore = QTest::qWaitFor(
            [&] {
                QTest::qWait(30);
                return std::exchange(last, scroll()) == last;
            },
            3000);
        return last;
    }

    /// Where the line of a paragraph is in the page's window: its top and height.
    std::pair<double, double> paragraphAt(int line) const
    {
        const QString text = paragraphName(line);
        const QVariantList rect = evaluate(uR"((() => {
            const p = [...document.querySelectorAll('.post-body p')].find(p => p.textContent.startsWith('%1 '));
            if (!p) return [];
            const r = p.getBoundingClientRect();
            return [r.top, r.height];
        })())"_s.arg(text))
                                      .toList();
        return { rect.value(0).toDouble(), rect.value(1, -1).toDouble() };
    }

    /// `Paragraph 7` if that is what the line holds.
    QString paragraphName(int line) const
    {
        const QString text = editor.document()->findBlockByNumber(line - 1).text();
        return text.startsWith("Paragraph"_L1) ? text.section(u' ', 0, 1) : u"none"_s;
    }
};

} // namespace

class TestScrollTie : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bothEndsMeet()
    {
        TiedViews views;
        QScrollBar &bar = *views.editor.verticalScrollBar();
        QCOMPARE(views.settledScroll(), 0.0);
        bar.setValue(bar.maximum());
        QTRY_VERIFY(std::abs(views.scroll() - views.room()) <= 1);
        bar.setValue(0);
        QTRY_COMPARE(views.scroll(), 0.0);
    }

    void thePreviewFollowsTheText()
    {
        TiedViews views;
        QScrollBar &bar = *views.editor.verticalScrollBar();
        int compared = 0;
        for (int step = 1; step < 40; ++step) {
            bar.setValue(bar.maximum() * step / 40);
            QTest::qWait(1); // lines that are laid out only now move the end of the text
            const double position = double(bar.value()) / bar.maximum();
            const double point = views.editor.pointAt(position);
            const int line = static_cast<int>(point);
            // The page's header and footer belong to the first paragraph and to the last one.
            if (views.paragraphName(line) == u"none" || line < 8 || line > views.editor.document()->blockCount() - 3)
                continue;
            ++compared;
            double distance = 0;
            const auto stands = [&] {
                const auto [top, height] = views.paragraphAt(line);
                distance = top + (point - line) * height - position * views.height();
                return std::abs(distance) <= 2;
            };
            QVERIFY2(QTest::qWaitFor(stands), qPrintable(u"line %1 is %2 away"_s.arg(point).arg(distance)));
        }
        QVERIFY2(compared >= 10, QByteArray::number(compared));
    }

    void theTextFollowsThePreview()
    {
        TiedViews views;
        QSignalSpy scrolled(&views.preview.view, &PreviewView::scrolled);
        QWidget *target = views.preview.view.findChild<ContentView *>()->focusProxy();
        for (int step = 0; step < 8; ++step) {
            scrolled.clear();
            QTest::wheelEvent(target->window()->windowHandle(), target->mapTo(target->window(), QPoint(300, 300)), QPoint(0, -960),
                              QPoint(0, -960));
            QTRY_VERIFY(!scrolled.isEmpty());
            const double rested = views.settledScroll();
            QTest::qWait(100);
            QCOMPARE(views.scroll(), rested); // nothing comes back
            const double point = scrolled.last().at(0).toDouble();
            const double position = scrolled.last().at(1).toDouble();
            if (views.editor.verticalScrollBar()->value() == 0)
                continue; // in the page's header
            const double stands = views.editor.pointAt(position);
            QVERIFY2(std::abs(stands - point) < 1.5, qPrintable(u"%1 instead of %2"_s.arg(stands).arg(point)));
        }
        QVERIFY(views.editor.verticalScrollBar()->value() > 50);
    }

    void theCaretStaysInSight()
    {
        TiedViews views;
        views.editor.goTo(5);
        views.settledScroll();
        const int value = views.editor.verticalScrollBar()->value();
        for (int i = 0; i < 12; ++i)
            QTest::keyClick(&views.editor, Qt::Key_Down);
        QCOMPARE(views.editor.verticalScrollBar()->value(), value); // the text had no need to scroll
        views.settledScroll();
        const auto [top, height] = views.paragraphAt(views.editor.line());
        if (height >= 0)
            QVERIFY2(top < views.height() && top + height > 0, QByteArray::number(top));
    }
};

int main(int argc, char **argv)
{
    return quillway::test::runPreviewTest<TestScrollTie>(argc, argv);
}

#include "tst_scroll_tie.moc"
