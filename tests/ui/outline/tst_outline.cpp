// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outline/outline.h"

#include "ui/outline/outline_model.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::ui;

namespace {

QString toRaw(QString text)
{
    return text.replace(u'\n', QChar::ParagraphSeparator);
}

/// Of `level text` by commas; `>` stands before one in a quote.
Outline outlineOf(const QString &names)
{
    Outline outline;
    for (const QString &name : names.split(u',', Qt::SkipEmptyParts)) {
        const bool isNested = name.startsWith(u'>');
        outline.append({ name.at(isNested ? 1 : 0).digitValue(), name, static_cast<int>(10 * outline.size()), isNested });
    }
    return outline;
}

} // namespace

class TestOutline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("headings"); ///< level, `>` if nested, text, and the text of the line at its position
        QTest::newRow("nothing") << u""_s << QStringList();
        QTest::newRow("signs") << u"x\n\n## A `b`\n\ny\n### C\n"_s << QStringList { u"2|A b|## A `b`"_s, u"3|C|### C"_s };
        QTest::newRow("underlined") << u"A\n===\n\nB\nC\n---\n"_s << QStringList { u"1|A|A"_s, u"2|B C|B"_s };
        QTest::newRow("in a quote and in a list")
            << u"> # A\n> x\n\n- ## B\n\n## C"_s << QStringList { u"1>|A|> # A"_s, u"2>|B|- ## B"_s, u"2|C|## C"_s };
        QTest::newRow("not in code") << u"```\n# A\n```\n# B"_s << QStringList { u"1|B|# B"_s };
        QTest::newRow("without text") << u"##\n\nx"_s << QStringList { u"2||##"_s };
        QTest::newRow("beyond the first plane") << u"😀\n\n# ש 😀\n\n# B"_s << QStringList { u"1|ש 😀|# ש 😀"_s, u"1|B|# B"_s };
    }
    void reads()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, headings);
        for (const QString &head : { u""_s, u"---\ntitle: T\n---\n"_s }) {
            QStringList found;
            for (const OutlineHeading &heading : readOutline(toRaw(head + text), static_cast<int>(head.size()))) {
                const QString line = (head + text).sliced(heading.position).section(u'\n', 0, 0);
                found.append(u"%1%2|%3|%4"_s.arg(heading.level).arg(heading.isNested ? u">"_s : QString(), heading.text, line));
            }
            QCOMPARE(found, headings);
        }
    }

    void knowsWhereTheCaretIs()
    {
        const Outline outline = outlineOf(u"1,2,2"_s); // at 0, 10, 20
        QCOMPARE(headingAt({}, 5), -1);
        QCOMPARE(headingAt(outline, 0), 0);
        QCOMPARE(headingAt(outline, 9), 0);
        QCOMPARE(headingAt(outline, 10), 1);
        QCOMPARE(headingAt(outline, 99), 2);
    }

    void followsEdits_data()
    {
        QTest::addColumn<int>("position");
        QTest::addColumn<int>("removed");
        QTest::addColumn<int>("added");
        QTest::addColumn<QList<int>>("positions"); // before: 0, 10, 20
        QTest::newRow("before all but the first") << 5 << 0 << 3 << QList { 0, 13, 23 };
        QTest::newRow("behind all") << 25 << 0 << 3 << QList { 0, 10, 20 };
        QTest::newRow("in a heading") << 10 << 0 << 3 << QList { 0, 10, 23 };
        QTest::newRow("gone with a heading") << 8 << 7 << 1 << QList { 0, 8, 14 };
        QTest::newRow("all gone") << 0 << 30 << 0 << QList { 0, 0, 0 };
    }
    void followsEdits()
    {
        QFETCH(int, position);
        QFETCH(int, removed);
        QFETCH(int, added);
        QFETCH(QList<int>, positions);
        Outline outline = outlineOf(u"1,2,2"_s);
        followEdit(outline, position, removed, added);
        QList<int> found;
        for (const OutlineHeading &heading : std::as_const(outline))
            found.append(heading.position);
        QCOMPARE(found, positions);
    }

    void places_data()
    {
        QTest::addColumn<QString>("outline");
        QTest::addColumn<int>("section");
        QTest::addColumn<int>("wanted");
        QTest::addColumn<int>("place"); ///< -1: none
        const auto row = [](const char *name, const QString &outline, int section, int wanted, int place) {
            QTest::newRow(name) << outline << section << wanted << place;
        };
        row("before the first", u"2,2,2"_s, 2, 0, 0);
        row("behind the last", u"2,2,2"_s, 0, 3, 3);
        row("where it is", u"2,2,2"_s, 1, 1, -1);
        row("behind itself", u"2,2,2"_s, 1, 2, -1);
        row("never before what is deeper", u"2,2,3,3,2"_s, 0, 2, -1); // the nearest is where it is
        row("to the nearest that is not deeper", u"2,2,3,3,2"_s, 0, 3, 4);
        row("its own goes along", u"2,3,2,2"_s, 0, 3, 3);
        row("deeper ones go to the end of a higher section", u"2,3,2,2"_s, 1, 3, 3);
        row("never before one in a quote", u"2,>1,2"_s, 2, 1, 0);
        row("one in a quote stays", u"2,>1,2"_s, 1, 3, -1);
        row("none of these", u"2"_s, 7, 0, -1);
    }
    void places()
    {
        QFETCH(QString, outline);
        QFETCH(int, section);
        QFETCH(int, wanted);
        QFETCH(int, place);
        QCOMPARE(placeFor(outlineOf(outline), section, wanted).value_or(-1), place);
    }

    void steps_data()
    {
        QTest::addColumn<QString>("outline");
        QTest::addColumn<int>("section");
        QTest::addColumn<int>("up");
        QTest::addColumn<int>("down");
        QTest::newRow("between two") << u"2,3,2,3,2,3"_s << 2 << 0 << 6;
        QTest::newRow("the first") << u"2,2"_s << 0 << -1 << 2;
        QTest::newRow("the last") << u"2,2"_s << 1 << 0 << -1;
        QTest::newRow("never out of its section") << u"2,3,2,3"_s << 1 << -1 << -1;
        QTest::newRow("past one in a quote") << u"2,>1,2"_s << 0 << -1 << 3;
        QTest::newRow("one in a quote") << u"2,>2,2"_s << 1 << -1 << -1;
    }
    void steps()
    {
        QFETCH(QString, outline);
        QFETCH(int, section);
        QFETCH(int, up);
        QFETCH(int, down);
        QCOMPARE(nextPlace(outlineOf(outline), section, text::Direction::Up).value_or(-1), up);
        QCOMPARE(nextPlace(outlineOf(outline), section, text::Direction::Down).value_or(-1), down);
    }

    void modelSaysWhatEachIs()
    {
        OutlineModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setOutline({ { 2, u"A <b>"_s, 0, false }, { 3, {}, 9, false }, { 2, u"Q"_s, 20, true } });
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.index(0).data().toString(), u"A <b>"_s);
        QCOMPARE(model.index(0).data(Qt::ToolTipRole).toString(), u"A &lt;b&gt;"_s);
        QCOMPARE(model.index(0).data(Qt::AccessibleTextRole).toString(), u"A <b>, heading of level 2"_s);
        QCOMPARE(model.index(1).data().toString(), u"without text"_s);
        QVERIFY(model.index(1).data(OutlineModel::NamelessRole).toBool());
        QCOMPARE(model.index(0).data(OutlineModel::DepthRole).toInt(), 0);
        QCOMPARE(model.index(1).data(OutlineModel::DepthRole).toInt(), 1);
        QCOMPARE(model.index(2).data(Qt::AccessibleTextRole).toString(), u"Q, heading of level 2 in a quote or list"_s);
        model.setOutline({ { 1, u"X"_s, 0, false }, { 2, u"Y"_s, 9, false }, { 3, u"Z"_s, 20, false } });
        QCOMPARE(model.index(2).data(OutlineModel::DepthRole).toInt(), 2);
        model.setOutline({});
        QCOMPARE(model.rowCount(), 0);
    }
};

QTEST_MAIN(TestOutline)
#include "tst_outline.moc"
