// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/fuzzy.h"

#include "marked.h"
#include "support/work_timer.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace quillway::search;

class TestFuzzy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void marksWhatFits_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("marked"); // empty: does not fit
        const auto row = [](const char *title, const QString &typed, const QString &name, const QString &marked) {
            QTest::newRow(title) << typed << name << marked;
        };
        row("the whole", u"worker pools"_s, u"Worker Pools"_s, u"[Worker] [Pools]"_s);
        row("a beginning", u"work"_s, u"Worker Pools"_s, u"[Work]er Pools"_s);
        row("initials", u"gcp"_s, u"Go Concurrency Patterns"_s, u"[G]o [C]oncurrency [P]atterns"_s);
        row("beginnings of words", u"conpat"_s, u"Go Concurrency Patterns"_s, u"Go [Con]currency [Pat]terns"_s);
        row("humps", u"qsf"_s, u"QSaveFile"_s, u"[QS]ave[F]ile"_s);
        row("hump rather than the first letter met", u"sf"_s, u"aSlowSaveFile"_s, u"aSlow[S]ave[F]ile"_s);
        row("digits", u"22"_s, u"go1.22"_s, u"go1.[22]"_s);
        row("a part within a word", u"curren"_s, u"Concurrency"_s, u"Con[curren]cy"_s);
        row("the word's beginning rather than its middle", u"pat"_s, u"Spatial patterns"_s, u"Spatial [pat]terns"_s);
        row("a run rather than the first letters met", u"cache"_s, u"Can a cache be warm"_s, u"Can a [cache] be warm"_s);
        row("consonants of a word", u"cmd"_s, u"Command"_s, u"[C]o[m]man[d]"_s);
        row("parts of a path", u"post/go"_s, u"posts/2022-08-09-go-patterns.md"_s, u"[post]s[/]2022-08-09-[go]-patterns.md"_s);
        row("the file's name rather than the folder's", u"p"_s, u"pages/press.md"_s, u"pages/[p]ress.md"_s);
        row("pieces in another order", u"pools worker"_s, u"Worker Pools"_s, u"[Worker] [Pools]"_s);
        row("a piece too many", u"worker nothing"_s, u"Worker Pools"_s, u""_s);
        row("case", u"GO"_s, u"going"_s, u"[go]ing"_s);
        row("without accents", u"cafe"_s, u"Das Café"_s, u"Das [Café]"_s);
        row("with accents", u"café"_s, u"Das Cafe"_s, u"Das [Cafe]"_s);
        row("accents as marks of their own", u"cafe"_s, u"Cafe\u0301s"_s, u"[Cafe\u0301]s"_s);
        row("sharp s", u"grosse"_s, u"Größe"_s, u"[Größe]"_s);
        row("letters strewn about", u"tnr"_s, u"What not to cover here"_s, u""_s);
        row("one letter within a word", u"x"_s, u"Next"_s, u""_s);
        row("one letter at a word's beginning", u"n"_s, u"What next"_s, u"What [n]ext"_s);
        row("letters in another order", u"og"_s, u"Go"_s, u""_s);
        row("longer than the name", u"gopher"_s, u"Go"_s, u""_s);
        row("punctuation", u"c++"_s, u"Modern C++ today"_s, u"Modern [C++] today"_s);
        row("other scripts", u"并发"_s, u"Go 并发模式"_s, u"Go [并发]模式"_s);
        row("emoji", u"🚀"_s, u"Launch 🚀"_s, u"Launch [🚀]"_s);
        row("an empty name", u"a"_s, u""_s, u""_s);
    }
    void marksWhatFits()
    {
        QFETCH(QString, typed);
        QFETCH(QString, name);
        QFETCH(QString, marked);
        const FuzzyQuery query(typed);
        QCOMPARE(query.score(FuzzyName(name)).has_value(), !marked.isEmpty());
        if (!marked.isEmpty())
            QCOMPARE(quillway::test::marked(name, query.marks(name)), marked);
    }

    void prefers_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("better");
        QTest::addColumn<QString>("worse");
        QTest::newRow("start of the name to start of a word") << u"go"_s << u"Go patterns"_s << u"Let go"_s;
        QTest::newRow("start of a word to a hump") << u"file"_s << u"a file"_s << u"aFile"_s;
        QTest::newRow("start of a word to its middle") << u"pool"_s << u"Worker pool"_s << u"Whirlpool"_s;
        QTest::newRow("a run to initials") << u"gc"_s << u"GC tuning"_s << u"Go channels"_s;
        QTest::newRow("near to far") << u"gp"_s << u"Go patterns"_s << u"Go concurrency for everybody patterns"_s;
        QTest::newRow("file to folder") << u"about"_s << u"pages/about.md"_s << u"about/pages.md"_s;
    }
    void prefers()
    {
        QFETCH(QString, typed);
        QFETCH(QString, better);
        QFETCH(QString, worse);
        const FuzzyQuery query(typed);
        const auto first = query.score(FuzzyName(better));
        const auto second = query.score(FuzzyName(worse));
        QVERIFY(first && second);
        QVERIFY2(*first > *second, qPrintable(u"%1 is not more than %2"_s.arg(*first).arg(*second)));
    }

    void aPieceMayBeInTheDetailForHalf()
    {
        const FuzzyName name(u"Cleaning up");
        const FuzzyName detail(u"Caching done right");
        const FuzzyQuery query(u"clean caching");
        QVERIFY(!query.score(name));
        QVERIFY(query.score(name, &detail));
        QVERIFY(*query.score(name, &detail) < *query.score(FuzzyName(u"Cleaning up caching")));
        QVERIFY(FuzzyQuery(u"caching").score(name, &detail));
        QVERIFY(!FuzzyQuery(u"caching").score(name, &detail, FuzzyQuery::DetailUse::Beside));
        QVERIFY(query.score(name, &detail, FuzzyQuery::DetailUse::Beside));
        QCOMPARE(quillway::test::marked(u"Cleaning up"_s, query.marks(u"Cleaning up")), u"[Clean]ing up"_s);
    }

    void nothingTypedAsksForNothing()
    {
        QVERIFY(FuzzyQuery(u"").isEmpty());
        QVERIFY(FuzzyQuery(u"  \t").isEmpty());
    }

    void longTextsCostLittle()
    {
        const QString name = u"aA"_s.repeated(500'000);
        const FuzzyQuery query(u"a"_s.repeated(500'000));
        quillway::test::WorkTimer timer;
        timer.start();
        QVERIFY(query.score(FuzzyName(name)));
        QVERIFY(!query.marks(name).isEmpty());
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    }
};

QTEST_GUILESS_MAIN(TestFuzzy)
#include "tst_fuzzy.moc"
