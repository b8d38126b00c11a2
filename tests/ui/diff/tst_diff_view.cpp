// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diff/diff_view.h"

#include "ui/diff/diff_area.h"

#include <QClipboard>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QLabel>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::ui;

namespace {

/// Numbered lines, some of them replaced.
QByteArray lines(int count, const QHash<int, QByteArray> &others = {})
{
    QByteArray text;
    for (int i = 0; i < count; ++i)
        text += others.value(i, "line " + QByteArray::number(i)) + '\n';
    return text;
}

struct Shown {
    DiffView view;
    QSignalSpy compared { &view, &DiffView::compared };

    Shown()
    {
        view.resize(900, 500);
        view.show();
    }

    void compare(const QByteArray &before, const QByteArray &after)
    {
        const qsizetype times = compared.size();
        view.compare({ u"Before"_s, before }, { u"After"_s, after });
        QTRY_COMPARE(compared.size(), times + 1);
    }

    [[nodiscard]] DiffArea &area() { return view.area(); }

    [[nodiscard]] bool says(const QString &text) const
    {
        for (const QLabel *label : view.findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(text))
                return true;
        }
        return false;
    }

    void click(const QString &name)
    {
        for (QToolButton *button : view.findChildren<QToolButton *>()) {
            if (button->accessibleName() == name || button->text() == name)
                return QTest::mouseClick(button, Qt::LeftButton);
        }
        qFatal("no button %s", qPrintable(name));
    }
};

} // namespace

class TestDiffView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsTheFirstDifference()
    {
        Shown shown;
        shown.compare(lines(200), lines(200, { { 120, "changed"_ba } }));
        QVERIFY(shown.says(u"Difference 1 of 1 · 1 line removed, 1 added"_s));
        QVERIFY(shown.says(u"Before"_s));
        QVERIFY(shown.says(u"After"_s));
        QCOMPARE(shown.area().difference(), 0);
        QVERIFY(shown.area().viewport()->rect().contains(shown.area().rectOf(120).center()));
        QVERIFY(!shown.compared.first().first().toBool());
    }

    void goesFromOneToTheNext_data()
    {
        QTest::addColumn<int>("next");
        QTest::addColumn<int>("nextModifier");
        QTest::addColumn<int>("previous");
        QTest::addColumn<int>("previousModifier");
        QTest::newRow("F7") << int(Qt::Key_F7) << int(Qt::NoModifier) << int(Qt::Key_F7) << int(Qt::ShiftModifier);
        QTest::newRow("Alt and arrows") << int(Qt::Key_Down) << int(Qt::AltModifier) << int(Qt::Key_Up) << int(Qt::AltModifier);
    }

    void goesFromOneToTheNext()
    {
        QFETCH(int, next);
        QFETCH(int, nextModifier);
        QFETCH(int, previous);
        QFETCH(int, previousModifier);
        Shown shown;
        shown.compare(lines(300), lines(300, { { 10, "x"_ba }, { 150, "y"_ba }, { 290, "z"_ba } }));
        const auto press = [&](int key, int modifier) { QTest::keyClick(&shown.area(), Qt::Key(key), Qt::KeyboardModifiers(modifier)); };
        press(next, nextModifier);
        QCOMPARE(shown.area().difference(), 1);
        QVERIFY(shown.says(u"Difference 2 of 3"_s));
        press(next, nextModifier);
        QCOMPARE(shown.area().difference(), 2);
        QVERIFY(shown.area().viewport()->rect().intersects(shown.area().rectOf(290)));
        press(next, nextModifier); // round at the end
        QCOMPARE(shown.area().difference(), 0);
        press(previous, previousModifier);
        QCOMPARE(shown.area().difference(), 2);
        shown.click(u"Previous difference"_s);
        QCOMPARE(shown.area().difference(), 1);
        shown.click(u"Next difference"_s);
        QCOMPARE(shown.area().difference(), 2);
    }

    void foldsWhatIsTheSame()
    {
        Shown shown;
        shown.compare(lines(100), lines(100, { { 50, "x"_ba } }));
        QVERIFY(shown.area().rectOf(10).isEmpty());
        QVERIFY(!shown.area().rectOf(47).isEmpty());
        // The fold above the context opens by a click.
        const QPoint fold(100, shown.area().rectOf(47).top() - 5);
        QTest::mouseClick(shown.area().viewport(), Qt::LeftButton, Qt::NoModifier, fold);
        QVERIFY(!shown.area().rectOf(10).isEmpty());
        QVERIFY(shown.area().rectOf(90).isEmpty());
        shown.click(u"All lines"_s);
        QVERIFY(!shown.area().rectOf(90).isEmpty());
        QVERIFY(shown.area().viewport()->rect().contains(shown.area().rectOf(50).center())); // and stays where one was
        shown.click(u"All lines"_s);
        QVERIFY(shown.area().rectOf(10).isEmpty());
    }

    void saysWhenThereIsNoDifference()
    {
        Shown shown;
        shown.compare("a\nb\n"_ba, "a\nb\n"_ba);
        QVERIFY(shown.says(u"No differences"_s));
        QVERIFY(shown.compared.last().first().toBool());
        QTest::keyClick(&shown.area(), Qt::Key_F7);
        QCOMPARE(shown.area().difference(), -1);
        shown.compare("a\nb\nc\n"_ba, "a\n"_ba);
        QVERIFY(shown.says(u"Difference 1 of 1 · 2 lines removed, 0 added"_s));
        shown.compare("a\r\nb\r\n"_ba, "a\nb\n"_ba);
        QVERIFY(shown.says(u"Only line ends differ"_s));
        QVERIFY(!shown.compared.last().first().toBool());
        shown.compare(""_ba, ""_ba);
        QVERIFY(shown.says(u"No differences"_s));
    }

    void saysWhatItCannotShow()
    {
        Shown shown;
        shown.compare("\xFF"_ba, "a\n"_ba);
        QVERIFY(shown.says(u"not text"_s));
        QTest::keyClick(&shown.area(), Qt::Key_F7);
        shown.compare("b\n"_ba, "a\n"_ba);
        QVERIFY(!shown.says(u"not text"_s));
    }

    void copiesFromOneSide()
    {
        Shown shown;
        shown.compare("one\ntwo\nthree\n"_ba, "one\nTWO\nthree\n"_ba);
        QTest::keyClick(&shown.area(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(&shown.area(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"one\ntwo\nthree"_s);
        // By pointer, from the beginning of a line of the right side to below its end.
        QWidget *viewport = shown.area().viewport();
        const auto at = [&](qsizetype row, int x) { return QPoint(x, shown.area().rectOf(row).center().y()); };
        QTest::mousePress(viewport, Qt::LeftButton, Qt::NoModifier, at(0, viewport->width() - 5));
        QTest::mouseMove(viewport, at(3, viewport->width() - 5));
        QTest::mouseRelease(viewport, Qt::LeftButton, Qt::NoModifier, at(3, viewport->width() - 5));
        QCOMPARE(shown.area().selectedText(), u"\nTWO\nthree"_s);
        QTest::keyClick(&shown.area(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"\nTWO\nthree"_s);
        QTest::mouseClick(viewport, Qt::LeftButton, Qt::NoModifier, at(0, 60));
        QVERIFY(shown.area().selectedText().isEmpty());
        QTest::keyClick(&shown.area(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"\nTWO\nthree"_s); // nothing selected, nothing copied
    }

    void showsTheLastOfSeveral()
    {
        Shown shown;
        shown.view.compare({ u"first"_s, lines(20'000) }, { u"x"_s, lines(20'000, { { 3, "y"_ba } }) });
        shown.view.compare({ u"second"_s, "a\n"_ba }, { u"x"_s, "b\n"_ba });
        QTRY_VERIFY(shown.says(u"second"_s));
        QTest::qWait(200);
        QVERIFY(shown.says(u"second"_s));
        QCOMPARE(shown.compared.size(), 1);
        shown.view.compare({ u"third"_s, "a\n"_ba }, { u"x"_s, "b\n"_ba });
        shown.view.showMessage(u"gone"_s);
        QTest::qWait(100);
        QVERIFY(shown.says(u"gone"_s));
    }

    void mayGoWhileItCompares()
    {
        auto view = std::make_unique<DiffView>();
        view->compare({ u"a"_s, lines(20'000) }, { u"b"_s, lines(20'000, { { 3, "y"_ba } }) });
        view.reset();
        QTest::qWait(100);
    }

    /// Rows are measured as they come into sight: those that are seen touch each other, wherever one is.
    void rowsFollowEachOther_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("short lines") << "x"_ba;
        QTest::newRow("prose") << QByteArray("a sentence of some length. ").repeated(30);
        QTest::newRow("wide characters") << QByteArray("\xE6\xBC\xA2\xE5\xAD\x97").repeated(200);
        QTest::newRow("right to left") << QByteArray("\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D ").repeated(100);
        QTest::newRow("no place to wrap") << QByteArray(3000, 'w');
        QTest::newRow("tabs and NULs") << QByteArray("\t\0\t", 3).repeated(100);
    }

    void rowsFollowEachOther()
    {
        QFETCH(QByteArray, line);
        QByteArray before;
        QByteArray after;
        for (int i = 0; i < 300; ++i) {
            before += line + QByteArray::number(i) + '\n';
            after += (i % 7 == 0 ? line + " changed "_ba : line) + QByteArray::number(i) + '\n';
        }
        Shown shown;
        shown.compare(before, after);
        shown.click(u"All lines"_s);
        for (const int width : { 900, 500, 1200 }) {
            shown.view.resize(width, 500);
            for (int i = 0; i < 12; ++i)
                QTest::keyClick(&shown.area(), i % 3 == 0 ? Qt::Key_F7 : Qt::Key_PageDown);
            for (qsizetype row = 1; row < 300; ++row)
                QCOMPARE(shown.area().rectOf(row).top(), shown.area().rectOf(row - 1).bottom() + 1);
            QTest::keyClick(&shown.area(), Qt::Key_End);
            QCOMPARE(shown.area().verticalScrollBar()->value(), shown.area().verticalScrollBar()->maximum());
            QTest::keyClick(&shown.area(), Qt::Key_Home);
            QCOMPARE(shown.area().rectOf(0).top(), 0);
        }
    }

    /// A megabyte on each side, a change in every third line: no event keeps the window for long.
    void neverKeepsTheWindowLong()
    {
        QByteArray before;
        QByteArray after;
        for (int i = 0; i < 10'000; ++i) {
            const QByteArray line = "line " + QByteArray::number(i)
                + " with a few words, so that a megabyte is soon reached, as prose does, and some more of them";
            before += line + '\n';
            after += (i % 3 == 0 ? line + " changed" : line) + '\n';
        }
        before += QByteArray(5'000'000, 'x') + '\n';
        Shown shown;
        shown.view.compare({ u"Before"_s, before }, { u"After"_s, after });
        QElapsedTimer total;
        total.start();
        qint64 longest = 0;
        QElapsedTimer event;
        while (total.elapsed() < 3000) {
            event.start();
            QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
            longest = std::max(longest, event.elapsed());
        }
        QCOMPARE(shown.area().differences(), 3334);
        qInfo("longest event: %lld ms", static_cast<long long>(longest));
        QVERIFY2(longest < 500, "far beyond what even a slow machine may take");
        event.start();
        shown.area().goTo(3000);
        QVERIFY(shown.area().viewport()->rect().intersects(shown.area().rectOf(9000)));
    }
};

QTEST_MAIN(TestDiffView)
#include "tst_diff_view.moc"
