// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/text_changes.h"

#include "support/work_timer.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace quillway::text;

namespace {

QString applied(const QString &before, const QList<TextChange> &changes)
{
    QString text = before;
    for (auto change = changes.rbegin(); change != changes.rend(); ++change)
        text.replace(change->from, change->oldEnd - change->from, change->text.toString());
    return text;
}

/// Long enough that places far apart are changes of their own.
QString lines(const QStringList &some)
{
    return some.join(QString(500, u'-') + u'\n');
}

} // namespace

class TestTextChanges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leadsFromOneTextToTheOther_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<int>("count");
        QTest::newRow("the same") << u"a\nb\n"_s << u"a\nb\n"_s << 0;
        QTest::newRow("both empty") << u""_s << u""_s << 0;
        QTest::newRow("from nothing") << u""_s << u"a\nb"_s << 1;
        QTest::newRow("to nothing") << u"a\nb"_s << u""_s << 1;
        QTest::newRow("one word") << u"a word here\n"_s << u"a wood here\n"_s << 1;
        QTest::newRow("two places near each other") << u"a\nb\nc\n"_s << u"A\nb\nC\n"_s << 1;
        QTest::newRow("two places far apart") << lines({ u"a"_s, u"b"_s, u"c"_s }) << lines({ u"A"_s, u"b"_s, u"C"_s }) << 2;
        QTest::newRow("lines come and go") << lines({ u"a"_s, u"b"_s, u"c"_s, u"d"_s }) << lines({ u"x"_s, u"a"_s, u"b"_s, u"d"_s }) << 2;
        QTest::newRow("without a last line end") << lines({ u"a"_s, u"b"_s, u"c"_s }) << lines({ u"A"_s, u"b"_s, u"c and more"_s }) << 2;
        QTest::newRow("a pair of surrogates is never cut") << u"😀"_s << u"😁"_s << 1;
    }
    void leadsFromOneTextToTheOther()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        const QList<TextChange> changes = changesBetween(before, after);
        QCOMPARE(applied(before, changes), after);
        QTEST(int(changes.size()), "count");
        for (const TextChange &change : changes)
            QVERIFY(change.text.isEmpty() || !change.text.front().isLowSurrogate());
    }

    void leadsFromAnyTextToAnyOther()
    {
        QRandomGenerator random(7);
        const auto text = [&] {
            QStringList some;
            for (int n = random.bounded(12); n > 0; --n)
                some.append(QString(random.bounded(300), QChar(u'a' + random.bounded(3))));
            return some.join(u'\n');
        };
        for (int round = 0; round < 500; ++round) {
            const QString before = text();
            const QString after = text();
            const QList<TextChange> changes = changesBetween(before, after);
            QCOMPARE(applied(before, changes), after);
            for (qsizetype place = 0; place <= before.size(); ++place) {
                const qsizetype next = placeAfter(changes, before, place);
                QVERIFY(next >= 0 && next <= after.size());
            }
        }
    }

    void longTextsAreComparedInNoTime_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QRandomGenerator random(11);
        QStringList lines;
        for (int i = 0; i < 20'000; ++i)
            lines.append(u"Line %1 of a text that somebody else rewrote."_s.arg(i));
        const auto joined = [](const QStringList &list) { return list.join(u'\n'); };
        QStringList every = lines;
        for (qsizetype i = 0; i < every.size(); i += 2)
            every[i] += u" Changed."_s;
        QStringList shuffled = lines;
        std::shuffle(shuffled.begin(), shuffled.end(), random);
        QStringList few;
        for (int i = 0; i < 20'000; ++i)
            few.append(lines.at(random.bounded(7)));
        QStringList fewAgain = few;
        std::shuffle(fewAgain.begin(), fewAgain.end(), random);
        QTest::newRow("every second line") << joined(lines) << joined(every);
        QTest::newRow("other order") << joined(lines) << joined(shuffled);
        QTest::newRow("few lines, often") << joined(few) << joined(fewAgain);
        QTest::newRow("nothing in common") << joined(lines) << joined(few).replace(u'L', u'M');
        QTest::newRow("blank lines") << QString(700'000, u'\n') << joined(lines);
    }
    void longTextsAreComparedInNoTime()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        quillway::test::WorkTimer timer;
        timer.start();
        const QList<TextChange> changes = changesBetween(before, after);
        const qint64 took = timer.elapsed();
        QCOMPARE(applied(before, changes), after);
        qInfo("%lld ms, %lld changes", took, qint64(changes.size()));
        QVERIFY(changes.size() <= 1000); // a document takes each for itself
        QVERIFY2(took < 100, qPrintable(QString::number(took)));
    }

    /// `|` is the place.
    void placesStayWithTheirText_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::newRow("before the change") << u"a|b\ncd\n"_s << u"a|b\ncx\n"_s;
        QTest::newRow("behind it") << u"ab\nc|d\n"_s << u"xyz\nab\nc|d\n"_s;
        QTest::newRow("at the beginning of a line before which lines come") << u"ab\n|cd\n"_s << u"ab\nxyz\n|cd\n"_s;
        QTest::newRow("at the end of a line behind which lines come") << u"ab|\ncd\n"_s << u"ab|\nxyz\ncd\n"_s;
        QTest::newRow("at the end of a text that grows") << u"ab\n|"_s << u"ab\n|xyz\n"_s;
        QTest::newRow("in a word that became another one") << u"on wo|rd\n"_s << u"on xx|xx\n"_s;
        QTest::newRow("in what became shorter") << u"a longer wor|d\n"_s << u"a sh|\n"_s;
    }
    void placesStayWithTheirText()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        const qsizetype place = before.indexOf(u'|');
        const qsizetype expected = after.indexOf(u'|');
        before.remove(u'|');
        after.remove(u'|');
        QCOMPARE(placeAfter(changesBetween(before, after), before, place), expected);
    }
};

QTEST_GUILESS_MAIN(TestTextChanges)
#include "tst_text_changes.moc"
