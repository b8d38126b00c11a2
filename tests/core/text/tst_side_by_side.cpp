// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/side_by_side.h"

#include "support/work_timer.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace quillway::text;

namespace {

QString markedLine(const QStringList &lines, std::optional<qsizetype> line, const QList<Range> &marks)
{
    if (!line)
        return u"~"_s;
    QString text = lines[*line];
    for (auto mark = marks.rbegin(); mark != marks.rend(); ++mark)
        text.insert(mark->end(), u']').insert(mark->begin, u'[');
    return text;
}

/// One string for each row: `before | after`, `~` for no line, a star in front of changed ones.
QStringList shown(const SideBySide &compared)
{
    QStringList rows;
    for (const ComparedRow &row : compared.rows)
        rows += (row.changed ? u"*"_s : u""_s) + markedLine(compared.beforeLines, row.before, row.beforeMarks) + u" | "_s
            + markedLine(compared.afterLines, row.after, row.afterMarks);
    return rows;
}

} // namespace

class TestSideBySide : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aligns_data();
    void aligns();
    void saysWhenOnlyLineEndsDiffer();
    void countsWhatCameAndWent();
    void coversBothTexts();
    void isQuickWithLongTexts();
};

void TestSideBySide::aligns_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QStringList>("rows");
    const auto row = [](const char *name, const QString &before, const QString &after, const QStringList &rows) {
        QTest::newRow(name) << before << after << rows;
    };
    row("nothing", u""_s, u""_s, {});
    row("the same", u"a\nb\n"_s, u"a\nb\n"_s, { u"a | a"_s, u"b | b"_s });
    row("a word", u"one fine day\n"_s, u"one cold day\n"_s, { u"*one [fine] day | one [cold] day"_s });
    row("a line came", u"a\nc\n"_s, u"a\nb\nc\n"_s, { u"a | a"_s, u"*~ | b"_s, u"c | c"_s });
    row("a line went", u"a\nb\nc\n"_s, u"a\nc\n"_s, { u"a | a"_s, u"*b | ~"_s, u"c | c"_s });
    row("a line came before one that changed", u"the pool of workers is small\n"_s,
        u"something else entirely 42\nthe pool of workers is large\n"_s,
        { u"*~ | something else entirely 42"_s, u"*the pool of workers is [small] | the pool of workers is [large]"_s });
    row("lines with nothing in common stand alone", u"alpha beta\n"_s, u"1234 5678\n"_s, { u"*alpha beta | ~"_s, u"*~ | 1234 5678"_s });
    row("a blank line more", u"a\nb\n"_s, u"a\n\nb\n"_s, { u"a | a"_s, u"*~ | "_s, u"b | b"_s });
    row("no end of the last line is no difference to be seen", u"a\nb"_s, u"a\nb\n"_s, { u"a | a"_s, u"b | b"_s });
    row("line ends are no difference to be seen", u"a\r\nb\r\n"_s, u"a\nb!\n"_s, { u"a | a"_s, u"*b | ~"_s, u"*~ | b!"_s });
}

void TestSideBySide::aligns()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    QTEST(shown(compareSideBySide(before, after)), "rows");
}

void TestSideBySide::saysWhenOnlyLineEndsDiffer()
{
    QVERIFY(compareSideBySide(u"a\r\nb\r\n"_s, u"a\nb\n"_s).endsOnly);
    QVERIFY(compareSideBySide(u"a\nb"_s, u"a\nb\n"_s).endsOnly);
    QVERIFY(!compareSideBySide(u"a\nb\n"_s, u"a\nb\n"_s).endsOnly);
    QVERIFY(!compareSideBySide(u"a\r\nb\r\n"_s, u"a\nc\n"_s).endsOnly);
}

void TestSideBySide::countsWhatCameAndWent()
{
    const SideBySide compared = compareSideBySide(u"a\nb\nc\nd\n"_s, u"a\nB\nc\n1\n2\n3\n"_s);
    QCOMPARE(compared.linesGone, 2);
    QCOMPARE(compared.linesCome, 4);
    QCOMPARE(compared.differences.size(), 2);
}

void TestSideBySide::coversBothTexts()
{
    QRandomGenerator random(8);
    const QStringList pool { u"\n"_s, u"one two three\n"_s, u"one two four\n"_s, u"\U0001F600\n"_s, u"x\n"_s };
    for (int round = 0; round < 1000; ++round) {
        QString before;
        QString after;
        for (int i = random.bounded(30); i > 0; --i)
            (random.bounded(2) == 0 ? before : after) += pool[random.bounded(pool.size())];
        const SideBySide compared = compareSideBySide(before, after);
        qsizetype nextBefore = 0;
        qsizetype nextAfter = 0;
        qsizetype changed = 0;
        for (const ComparedRow &row : compared.rows) {
            QVERIFY(row.before || row.after);
            if (row.before)
                QCOMPARE(*row.before, nextBefore++);
            if (row.after)
                QCOMPARE(*row.after, nextAfter++);
            if (!row.changed)
                QCOMPARE(compared.beforeLines[*row.before], compared.afterLines[*row.after]);
            changed += row.changed ? 1 : 0;
        }
        QCOMPARE(nextBefore, compared.beforeLines.size());
        QCOMPARE(nextAfter, compared.afterLines.size());
        for (const Range &difference : compared.differences)
            changed -= difference.count;
        QCOMPARE(changed, 0);
    }
}

void TestSideBySide::isQuickWithLongTexts()
{
    QString before;
    QString after;
    for (int i = 0; i < 10'000; ++i) {
        const QString line = u"line %1 with a few words so that a megabyte is soon reached, as prose does, and some more of them\n"_s.arg(i);
        before += line;
        after += i % 3 == 0 ? line.chopped(1) + u" changed\n"_s : line;
    }
    quillway::test::WorkTimer timer;
    timer.start();
    const SideBySide compared = compareSideBySide(before, after);
    qInfo("%lld ms", static_cast<long long>(timer.elapsed()));
    QVERIFY2(timer.elapsed() < 8000, "far beyond what even a slow machine may take");
    QCOMPARE(compared.differences.size(), 3334);
}

QTEST_APPLESS_MAIN(TestSideBySide)
#include "tst_side_by_side.moc"
