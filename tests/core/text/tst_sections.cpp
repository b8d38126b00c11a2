// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/writing/sections.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace quillway::text;

namespace {

/// A text without code.
class Lines final : public TextLines
{
public:
    explicit Lines(const QString &text, int first)
        : m_lines(text.split(u'\n'))
        , m_first(first)
    { }

    [[nodiscard]] int first() const override { return m_first; }
    [[nodiscard]] int count() const override { return static_cast<int>(m_lines.size()); }
    [[nodiscard]] QString line(int number) const override { return m_lines.at(number); }
    [[nodiscard]] bool isVerbatim(int number) const override { return number < m_first; }

private:
    QStringList m_lines;
    int m_first;
};

} // namespace

/// How sections change places; what keys make of that is shown by tst_section_aids.
class TestSections : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void exchange_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<AdjacentSections>("sections");
        QTest::addColumn<QString>("after"); ///< empty: nothing is done
        QTest::addColumn<QPoint>("moved"); ///< where the first lines of the first and of the second are then
        const auto row = [](const char *name, const QString &before, const AdjacentSections &sections, const QString &after, QPoint moved) {
            QTest::newRow(name) << before << sections << after << moved;
        };
        row("two", u"## A\na\n\n## B\nb\n"_s, { 0, 3, 6 }, u"## B\nb\n\n## A\na\n"_s, { 3, 0 });
        row("one with several", u"## A\n\n## B\n\n### B1\n\n## C\nc"_s, { 0, 2, 8 }, u"## B\n\n### B1\n\n## C\nc\n\n## A"_s, { 7, 0 });
        row("several with one", u"## A\n## B\n## C\nc"_s, { 0, 2, 4 }, u"## C\nc\n## A\n## B"_s, { 2, 0 });
        row("in the midst of a text", u"x\n\n## A\n## B\n\n## C"_s, { 2, 3, 5 }, u"x\n\n## B\n## A\n\n## C"_s, { 3, 2 });
        row("underlined, below text", u"x\n# A\n\nB\n==\nb"_s, { 1, 3, 6 }, u"x\n\nB\n==\nb\n\n# A"_s, { 6, 2 });
        row("underlined, above others", u"A\n==\n# B\nb"_s, { 0, 2, 4 }, u"# B\nb\n\nA\n=="_s, { 3, 0 });
        row("none: the head's lines", u"x\n## A\n## B"_s, { -1, 1, 2 }, {}, {});
        row("none: nothing in it", u"## A\n## B"_s, { 0, 0, 2 }, {}, {});
        row("none: behind the text", u"## A\n## B"_s, { 0, 1, 3 }, {}, {});
        row("none: blank lines", u"\n\n## B"_s, { 0, 2, 3 }, {}, {});
    }
    void exchange()
    {
        QFETCH(QString, before);
        QFETCH(AdjacentSections, sections);
        QFETCH(QString, after);
        QFETCH(QPoint, moved);
        const Lines lines(before, 0);
        const auto edit = exchangeSections(lines, sections, { { sections.first, 0 }, { sections.middle, 1 } });
        QCOMPARE(edit.has_value(), !after.isEmpty());
        if (!edit)
            return;
        QStringList made = before.split(u'\n').first(edit->first);
        made += edit->lines;
        made += before.split(u'\n').sliced(edit->first + edit->count);
        QCOMPARE(made.join(u'\n'), after);
        QCOMPARE(QPoint(edit->selection.anchor.line, edit->selection.caret.line), moved);
        QCOMPARE(edit->selection.caret.column, 1);
    }

    void linesThatMayNotBeEditedStay()
    {
        const Lines lines(u"## x\n## A\n## B"_s, 1);
        QVERIFY(!exchangeSections(lines, { 0, 1, 2 }, {}));
        QVERIFY(exchangeSections(lines, { 1, 2, 3 }, {}));
    }
};

QTEST_GUILESS_MAIN(TestSections)
#include "tst_sections.moc"
