// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/text_look.h"

#include "ui/editor/file_document.h"
#include "ui/editor/spaced_layout.h"
#include "ui/editor/text_editor.h"

#include <QFontInfo>
#include <QTest>
#include <QTextBlock>
#include <QWheelEvent>

#include <limits>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::ui;

namespace {

struct Editing {
    FileDocument document;
    TextEditor editor;

    explicit Editing(const QByteArray &text = "one\ntwo two two\nthree\n"_ba)
        : document(SitePath::literal(u"posts/a.md"), text)
    {
        editor.resize(900, 500);
        editor.show(&document);
        editor.QWidget::show();
        if (!QTest::qWaitForWindowExposed(&editor))
            qFatal("no window");
        editor.setFocus();
    }
    ~Editing() { editor.show(nullptr); }

    [[nodiscard]] double lineStep() ///< from the first line to the second
    {
        const auto *layout = document.document()->documentLayout();
        return layout->blockBoundingRect(document.document()->firstBlock()).height();
    }
    void turnWheel(int eighths, Qt::KeyboardModifiers modifiers)
    {
        const QPointF place(editor.viewport()->rect().center());
        QWheelEvent event(place, editor.viewport()->mapToGlobal(place), {}, { 0, eighths }, Qt::NoButton, modifiers, Qt::NoScrollPhase,
                          false);
        QCoreApplication::sendEvent(editor.viewport(), &event);
    }
};

double inkHeight(Editing &editing)
{
    return editing.document.document()->firstBlock().layout()->lineAt(0).height();
}

} // namespace

class TestTextLook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbersAreBroughtIntoTheirRanges_data()
    {
        QTest::addColumn<double>("size");
        QTest::addColumn<int>("zoom");
        QTest::addColumn<double>("lineHeight");
        QTest::addColumn<int>("measure");
        QTest::addColumn<double>("sizeThen");
        QTest::addColumn<int>("zoomThen");
        QTest::addColumn<double>("lineHeightThen");
        QTest::addColumn<int>("measureThen");
        const double none = std::numeric_limits<double>::quiet_NaN();
        QTest::newRow("as they are") << 12.5 << 3 << 1.5 << 75 << 12.5 << 3 << 1.5 << 75;
        QTest::newRow("the desktop's size, no measure") << 0.0 << 0 << 1.0 << 0 << 0.0 << 0 << 1.0 << 0;
        QTest::newRow("too small") << 1.0 << -99 << 0.1 << 5 << 6.0 << -6 << 1.0 << 30;
        QTest::newRow("too large") << 1e9 << 99 << 1e9 << 1'000'000 << 48.0 << 24 << 2.0 << 200;
        QTest::newRow("below nothing") << -3.0 << 0 << -1.0 << -5 << 6.0 << 0 << 1.0 << 0;
        QTest::newRow("no numbers") << none << 0 << none << 75 << 0.0 << 0 << 1.4 << 75;
    }
    void numbersAreBroughtIntoTheirRanges()
    {
        QFETCH(double, size);
        QFETCH(int, zoom);
        QFETCH(double, lineHeight);
        QFETCH(int, measure);
        TextLook look;
        look.size = size;
        look.zoom = zoom;
        look.lineHeight = lineHeight;
        look.measure = measure;
        look = withinLimits(look);
        QTEST(look.size, "sizeThen");
        QTEST(look.zoom, "zoomThen");
        QTEST(look.lineHeight, "lineHeightThen");
        QTEST(look.measure, "measureThen");
    }

    void aFamilyThatIsNotNamedIsNone()
    {
        TextLook look;
        look.typeface = Typeface::Named;
        QCOMPARE(withinLimits(look).typeface, Typeface::Fixed);
        look.family = u"DejaVu Serif"_s;
        QCOMPARE(withinLimits(look).family, u"DejaVu Serif"_s);
        look.typeface = Typeface::Proportional;
        QCOMPARE(withinLimits(look).family, QString());
    }

    void lettersAreOfEqualWidthOrNot()
    {
        TextLook look;
        QVERIFY(QFontInfo(textFont(look)).fixedPitch());
        look.typeface = Typeface::Named;
        look.family = u"DejaVu Serif"_s;
        QCOMPARE(QFontInfo(textFont(look)).family(), u"DejaVu Serif"_s);
    }

    void lineHeightMovesLinesApartWithoutStretchingLetters_data()
    {
        QTest::addColumn<double>("lineHeight");
        for (const double height : { 1.0, 1.02, 1.25, 1.4, 1.75, 2.0 })
            QTest::addRow("%.2f", height) << height;
    }
    void lineHeightMovesLinesApartWithoutStretchingLetters()
    {
        QFETCH(double, lineHeight);
        Editing editing;
        const double ink = inkHeight(editing);
        TextLook look = editing.editor.look();
        look.lineHeight = lineHeight;
        editing.editor.setLook(look);
        QVERIFY(std::abs(editing.lineStep() - ink * lineHeight) <= 1);
        QCOMPARE(inkHeight(editing), ink);
    }

    void wrappedLinesAreAsFarApartAsOthers_data() { lineHeightMovesLinesApartWithoutStretchingLetters_data(); }
    void wrappedLinesAreAsFarApartAsOthers()
    {
        QFETCH(double, lineHeight);
        Editing editing("word "_ba.repeated(200) + "\nend\n");
        TextLook look;
        look.lineHeight = lineHeight;
        editing.editor.setLook(look);
        const QTextBlock block = editing.document.document()->firstBlock();
        const double height = editing.lineStep();
        const QTextLayout &layout = *block.layout();
        QVERIFY(layout.lineCount() > 5);
        const double step = layout.lineAt(1).y() - layout.lineAt(0).y();
        for (int i = 2; i < layout.lineCount(); ++i)
            QCOMPARE(layout.lineAt(i).y() - layout.lineAt(i - 1).y(), step);
        QCOMPARE(height, step * layout.lineCount());
        QVERIFY(std::abs(step - inkHeight(editing) * lineHeight) <= 1);
    }

    void anotherDocumentGetsTheSameLook()
    {
        Editing editing;
        TextLook look;
        look.lineHeight = 2;
        look.size = 20;
        editing.editor.setLook(look);
        const double step = editing.lineStep();
        FileDocument other(SitePath::literal(u"posts/b.md"), "one\ntwo\n"_ba);
        editing.editor.show(&other);
        QCOMPARE(other.document()->documentLayout()->blockBoundingRect(other.document()->firstBlock()).height(), step);
        editing.editor.show(nullptr);
    }

    void theWheelZoomsByWholeSteps_data()
    {
        QTest::addColumn<QList<int>>("turns");
        QTest::addColumn<int>("zoom");
        QTest::newRow("one notch") << QList<int> { 120 } << 1;
        QTest::newRow("one back") << QList<int> { -120 } << -1;
        QTest::newRow("a touchpad's small turns") << QList<int> { 40, 40, 40, 40, 40 } << 1;
        QTest::newRow("to and fro") << QList<int> { 240, -120 } << 1;
        QTest::newRow("to the end") << QList<int> { 12000 } << mostZoom;
    }
    void theWheelZoomsByWholeSteps()
    {
        QFETCH(QList<int>, turns);
        Editing editing;
        for (const int turn : turns)
            editing.turnWheel(turn, Qt::ControlModifier);
        QTEST(editing.editor.look().zoom, "zoom");
        const double points = editing.document.document()->defaultFont().pointSizeF();
        QCOMPARE(points, textSize({}) + editing.editor.look().zoom);
    }

    void theWheelAloneDoesNotZoom()
    {
        Editing editing;
        editing.turnWheel(120, Qt::NoModifier);
        QCOMPARE(editing.editor.look().zoom, 0);
    }

    void theColumnIsAsWideAsTheMeasureAndInTheMiddle()
    {
        Editing editing;
        TextLook look;
        look.measure = 40;
        editing.editor.setLook(look);
        const QRect column = editing.editor.column(editing.editor.rect());
        const double letters = (column.width() - 2 * editing.document.document()->documentMargin())
            / QFontMetricsF(textFont(look)).averageCharWidth();
        QVERIFY(std::abs(letters - 40) < 1);
        QVERIFY(std::abs(column.left() - (editing.editor.width() - column.right())) < 30);
    }

    void withoutAMeasureTheTextFillsTheEditor()
    {
        Editing editing;
        editing.editor.resize(2000, 500);
        const int measured = editing.editor.column(editing.editor.rect()).width();
        TextLook look;
        look.measure = 0;
        editing.editor.setLook(look);
        QVERIFY(measured < 1000);
        QVERIFY(editing.editor.column(editing.editor.rect()).width() > 1800);
    }

    void tellsEachChangeOnce()
    {
        Editing editing;
        int told = 0;
        connect(&editing.editor, &TextEditor::lookChanged, this, [&] { ++told; });
        TextLook look = editing.editor.look();
        look.zoom = 2;
        editing.editor.setLook(look);
        editing.editor.setLook(look);
        QCOMPARE(told, 1);
    }
};

QTEST_MAIN(TestTextLook)
#include "tst_text_look.moc"
