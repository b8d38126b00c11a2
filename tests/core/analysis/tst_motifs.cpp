// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/motifs.h"

#include "support/work_timer.h"

#include <QTest>

using namespace quillway;
using namespace quillway::analysis;
using namespace Qt::StringLiterals;

class TestMotifs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void splitsTitles_data();
    void splitsTitles();
    void knowsStopWords_data();
    void knowsStopWords();
    void findsMotifs_data();
    void findsMotifs();
    void staysQuickOnOddTitles();
};

void TestMotifs::splitsTitles_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QStringList>("words");
    const auto row = [](const char *what, const QString &title, const QStringList &words) { QTest::newRow(what) << title << words; };
    row("words", u"Go Concurrency Patterns"_s, { u"go"_s, u"concurrency"_s, u"patterns"_s });
    row("repeats stay", u"Go, go, GO"_s, { u"go"_s, u"go"_s, u"go"_s });
    row("hyphens and slashes split", u"Event-driven TCP/IP"_s, { u"event"_s, u"driven"_s, u"tcp"_s, u"ip"_s });
    row("dots and underscores split", u"Node.js snake_case"_s, { u"node"_s, u"js"_s, u"snake"_s, u"case"_s });
    row("plus and sharp stay", u"C++, C# and F#"_s, { u"c++"_s, u"c#"_s, u"and"_s, u"f#"_s });
    row("a sign alone is one character", u"Tea + # milk"_s, { u"tea"_s, u"milk"_s });
    row("two signs are a word of their own", u"The ++ operator"_s, { u"the"_s, u"++"_s, u"operator"_s });
    row("digits alone do not count", u"10 things in 2022 at 3"_s, { u"things"_s, u"in"_s, u"at"_s });
    row("digits with letters count", u"utf8 in 3am and v2"_s, { u"utf8"_s, u"in"_s, u"3am"_s, u"and"_s, u"v2"_s });
    row("digits with a sign count", u"1+ and #1"_s, { u"1+"_s, u"and"_s, u"#1"_s });
    row("digits of other scripts alone", u"٣٤ things"_s, { u"things"_s });
    row("one letter does not count", u"A b C plan"_s, { u"plan"_s });
    row("one letter beyond the basic plane", QString::fromUcs4(U"\U00020000 \U00020000\U00020001"),
        { QString::fromUcs4(U"\U00020000\U00020001") });
    row("one CJK letter", u"的 数据库"_s, { u"数据库"_s });

    row("an apostrophe inside", u"Don't panic"_s, { u"don't"_s, u"panic"_s });
    row("a curly one is the same", u"Don’t panic"_s, { u"don't"_s, u"panic"_s });
    row("a trailing 's", u"Go's scheduler"_s, { u"go"_s, u"scheduler"_s });
    row("a trailing curly 's", u"Go’s scheduler"_s, { u"go"_s, u"scheduler"_s });
    row("a capital 'S", u"GO'S SCHEDULER"_s, { u"go"_s, u"scheduler"_s });
    row("a plural's apostrophe", u"The users' data"_s, { u"the"_s, u"users"_s, u"data"_s });
    row("quoted", u"The 'real' cost of ’fast‘"_s, { u"the"_s, u"real"_s, u"cost"_s, u"of"_s, u"fast"_s });
    row("quoted with 's", u"'Go's' way"_s, { u"go"_s, u"way"_s });
    row("'s and then a quotation mark", u"'the user's'"_s, { u"the"_s, u"user"_s });
    row("several apostrophes at the ends", u"'''x'y'''"_s, { u"x'y"_s });
    row("apostrophes before a trailing s", u"yes''s"_s, { u"yes"_s });
    row("only one trailing 's", u"yes's's"_s, { u"yes's"_s });
    row("nothing but 's", u"'s ''s 's'"_s, {});
    row("a single letter with 's", u"C's and X's"_s, { u"and"_s });
    row("digits with 's", u"The 1990's"_s, { u"the"_s });
    row("an s that is no 's", u"its bus"_s, { u"its"_s, u"bus"_s });
    row("inner apostrophes", u"rock'n'roll o'clock"_s, { u"rock'n'roll"_s, u"o'clock"_s });
    row("a left quotation mark splits", u"rock‘n’roll"_s, { u"rock"_s, u"n'roll"_s });
    row("only apostrophes", u"' '' ’"_s, {});

    row("accents", u"ÜBER Größe naïve"_s, { u"über"_s, u"größe"_s, u"naïve"_s });
    row("Greek in capitals", u"ΟΔΟΣ οδος"_s, { u"οδος"_s, u"οδος"_s });
    row("an emoji splits", u"Go🚀Fast"_s, { u"go"_s, u"fast"_s });
    row("no-break space and dashes", u"Go\u00A0fast—now…ok"_s, { u"go"_s, u"fast"_s, u"now"_s, u"ok"_s });
    row("a mark is no letter", u"cafe\u0301bar"_s, { u"cafe"_s, u"bar"_s });
    row("Roman and other numbers are no digits", u"Part Ⅷ of x²y½z"_s, { u"part"_s, u"of"_s });
    row("HTML is no more than its letters", u"<b>bold</b> &amp; so"_s, { u"bold"_s, u"amp"_s, u"so"_s });
    row("a lone surrogate splits", u"ab"_s + QChar(0xD800) + u"cd"_s, { u"ab"_s, u"cd"_s });
    row("empty", QString(), {});
}

void TestMotifs::splitsTitles()
{
    QFETCH(QString, title);
    QTEST(titleWords(title), "words");
}

void TestMotifs::knowsStopWords_data()
{
    QTest::addColumn<QStringList>("own");
    QTest::addColumn<QString>("word");
    QTest::addColumn<bool>("stops");
    const auto row = [](const char *what, const QStringList &own, const QString &word, bool stops) {
        QTest::newRow(what) << own << word << stops;
    };
    row("an English one", {}, u"the"_s, true);
    row("with an apostrophe", {}, u"don't"_s, true);
    row("the last of the list", {}, u"yourselves"_s, true);
    row("a word", {}, u"patterns"_s, false);
    row("the remark above the list is not part of it", {}, u"remark"_s, false);
    row("the site's own", { u"patterns"_s }, u"patterns"_s, true);
    row("the site's own beside the program's", { u"patterns"_s }, u"the"_s, true);
    row("capitals and curly apostrophes", { u"Geht’s’noch"_s }, u"geht's'noch"_s, true);
    row("spelled as the words of titles are", { u"Heute's"_s }, u"heute"_s, true);
    row("what is no word of a title", { u"real-time"_s }, u"time"_s, false);
}

void TestMotifs::knowsStopWords()
{
    QFETCH(QStringList, own);
    QFETCH(QString, word);
    QTEST(stopWords(own).contains(word), "stops");
}

void TestMotifs::findsMotifs_data()
{
    QTest::addColumn<QStringList>("titles");
    QTest::addColumn<QStringList>("motifs");
    const auto row = [](const char *what, const QStringList &titles, const QStringList &motifs) { QTest::newRow(what) << titles << motifs; };
    row("the most frequent first", { u"api go"_s, u"go db"_s, u"go api"_s, u"db go"_s }, { u"go"_s, u"api"_s, u"db"_s });
    row("at least two titles", { u"go once"_s, u"go twice"_s }, { u"go"_s });
    row("once a title", { u"go go go"_s, u"api"_s }, {});
    row("ties by first appearance", { u"zsh bash"_s, u"bash zsh"_s }, { u"zsh"_s, u"bash"_s });
    row("first appearance counts, not second", { u"one alpha"_s, u"beta"_s, u"beta alpha"_s }, { u"alpha"_s, u"beta"_s });
    row("at most four", { u"aa bb cc dd ee"_s, u"ee dd cc bb aa"_s }, { u"aa"_s, u"bb"_s, u"cc"_s, u"dd"_s });
    row("stop words do not count", { u"the way to go"_s, u"the way of go"_s }, { u"go"_s });
    row("spellings fall together", { u"Go’s API"_s, u"go apis"_s, u"GO's"_s }, { u"go"_s });
    row("one title", { u"go go"_s }, {});
    row("none", {}, {});
}

void TestMotifs::findsMotifs()
{
    QFETCH(QStringList, titles);
    QTEST(motifs(titles, stopWords({})), "motifs");
}

void TestMotifs::staysQuickOnOddTitles()
{
    const QStringList titles { QString(2'000'000, u'\''), u"a'"_s.repeated(500'000), u"x "_s.repeated(500'000), QString(1'000'000, u'x') };
    test::WorkTimer timer;
    timer.start();
    QCOMPARE(motifs(titles + titles, {}), QStringList({ u"a'"_s.repeated(500'000).chopped(1), QString(1'000'000, u'x') }));
    QVERIFY(timer.elapsed() < 3'000);
}

QTEST_APPLESS_MAIN(TestMotifs)
#include "tst_motifs.moc"
