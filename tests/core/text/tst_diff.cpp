// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/diff.h"

#include "support/work_timer.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;
using namespace quillway::text;

namespace {

/// Elements named by letters, one each.
std::vector<int> elements(QStringView letters)
{
    std::vector<int> list;
    for (const QChar letter : letters)
        list.push_back(letter.unicode());
    return list;
}

/// `before` after the hunks were carried out, from the end so that places stay right.
template<typename List>
List applied(List before, const List &after, const QList<Hunk> &hunks)
{
    for (auto hunk = hunks.rbegin(); hunk != hunks.rend(); ++hunk) {
        before.erase(before.begin() + hunk->before.begin, before.begin() + hunk->before.end());
        for (qsizetype i = 0; i < hunk->after.count; ++i)
            before.insert(before.begin() + hunk->before.begin + i, after[hunk->after.begin + i]);
    }
    return before;
}

/// `-2,1 +2,0`: what went and what came.
QString toText(const QList<Hunk> &hunks)
{
    QStringList parts;
    for (const Hunk &hunk : hunks)
        parts += u"-%1,%2 +%3,%4"_s.arg(hunk.before.begin).arg(hunk.before.count).arg(hunk.after.begin).arg(hunk.after.count);
    return parts.join(u"; "_s);
}

/// Both texts with what differs in brackets.
QString marked(const QString &text, const QList<Hunk> &hunks, Range Hunk::*side)
{
    QString result = text;
    for (auto hunk = hunks.rbegin(); hunk != hunks.rend(); ++hunk) {
        const Range range = (*hunk).*side;
        if (range.count > 0)
            result.insert(range.end(), u']').insert(range.begin, u'[');
    }
    return result;
}

qsizetype changedElements(const QList<Hunk> &hunks)
{
    return std::accumulate(hunks.begin(), hunks.end(), qsizetype(0),
                           [](qsizetype sum, const Hunk &hunk) { return sum + hunk.before.count + hunk.after.count; });
}

/// By the textbook, in time and space of n * m.
qsizetype leastChanged(const std::vector<int> &a, const std::vector<int> &b)
{
    std::vector<std::vector<qsizetype>> common(a.size() + 1, std::vector<qsizetype>(b.size() + 1, 0));
    for (size_t i = 1; i <= a.size(); ++i) {
        for (size_t j = 1; j <= b.size(); ++j)
            common[i][j] = a[i - 1] == b[j - 1] ? common[i - 1][j - 1] + 1 : std::max(common[i - 1][j], common[i][j - 1]);
    }
    return std::ssize(a) + std::ssize(b) - 2 * common[a.size()][b.size()];
}

std::vector<int> randomElements(QRandomGenerator &random, int size, int kinds)
{
    std::vector<int> list(static_cast<size_t>(size));
    std::ranges::generate(list, [&] { return random.bounded(kinds); });
    return list;
}

QList<Hunk> lineDiff(const QByteArray &before, const QByteArray &after)
{
    return diffLines(splitLines(before), splitLines(after));
}

} // namespace

class TestDiff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void splitsLines_data();
    void splitsLines();
    void comparesSequences_data();
    void comparesSequences();
    void leadsFromOneToTheOther();
    void changesAsLittleAsPossible();
    void leavesAnElementBetweenHunks();
    void endsSoonWhateverTheInput_data();
    void endsSoonWhateverTheInput();
    void putsBlocksWhereParagraphsBegin_data();
    void putsBlocksWhereParagraphsBegin();
    void comparesLinesOfRandomTexts();
    void marksWords_data();
    void marksWords();
    void marksOnlyWhatDiffers();
};

void TestDiff::splitsLines_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArrayList>("lines");
    QTest::newRow("nothing") << ""_ba << QByteArrayList();
    QTest::newRow("no end") << "a"_ba << QByteArrayList { "a"_ba };
    QTest::newRow("end") << "a\n"_ba << QByteArrayList { "a\n"_ba };
    QTest::newRow("only ends") << "\n\n"_ba << QByteArrayList { "\n"_ba, "\n"_ba };
    QTest::newRow("CR LF") << "a\r\nb\r\n"_ba << QByteArrayList { "a\r\n"_ba, "b\r\n"_ba };
    QTest::newRow("CR") << "a\rb"_ba << QByteArrayList { "a\r"_ba, "b"_ba };
    QTest::newRow("all kinds") << "a\nb\r\nc\rd\xE2\x80\xA9"
                                  "e"_ba
                               << QByteArrayList { "a\n"_ba, "b\r\n"_ba, "c\r"_ba, "d\xE2\x80\xA9"_ba, "e"_ba };
    QTest::newRow("LF CR is two") << "a\n\rb"_ba << QByteArrayList { "a\n"_ba, "\r"_ba, "b"_ba };
    QTest::newRow("CR at the end") << "a\r"_ba << QByteArrayList { "a\r"_ba };
    QTest::newRow("another character of that beginning") << "a\xE2\x80\x94"
                                                            "b"_ba
                                                         << QByteArrayList { "a\xE2\x80\x94"
                                                                             "b"_ba };
    QTest::newRow("half a separator") << "a\xE2\x80"_ba << QByteArrayList { "a\xE2\x80"_ba };
    QTest::newRow("NUL") << QByteArray("a\0b\n", 4) << QByteArrayList { QByteArray("a\0b\n", 4) };
}

void TestDiff::splitsLines()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArrayList, lines);
    QByteArrayList split;
    for (const QByteArrayView line : splitLines(text))
        split.append(line.toByteArray());
    QCOMPARE(split, lines);
    if (!QString::fromUtf8(text).contains(QChar::ReplacementCharacter)) {
        const QString wide = QString::fromUtf8(text);
        QStringList wideLines;
        for (const QStringView line : splitLines(QStringView(wide)))
            wideLines.append(line.toString());
        QCOMPARE(wideLines.join(u'|').toUtf8(), lines.join('|'));
    }
}

void TestDiff::comparesSequences_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("hunks");
    const auto row = [](const char *name, const QString &before, const QString &after, const QString &hunks) {
        QTest::newRow(name) << before << after << hunks;
    };
    row("nothing and nothing", u""_s, u""_s, u""_s);
    row("the same", u"abc"_s, u"abc"_s, u""_s);
    row("from nothing", u""_s, u"abc"_s, u"-0,0 +0,3"_s);
    row("to nothing", u"abc"_s, u""_s, u"-0,3 +0,0"_s);
    row("all others", u"abc"_s, u"xy"_s, u"-0,3 +0,2"_s);
    row("one came at the front", u"bc"_s, u"abc"_s, u"-0,0 +0,1"_s);
    row("one came in the middle", u"ac"_s, u"abc"_s, u"-1,0 +1,1"_s);
    row("one came at the end", u"ab"_s, u"abc"_s, u"-2,0 +2,1"_s);
    row("one went", u"abc"_s, u"ac"_s, u"-1,1 +1,0"_s);
    row("one changed", u"abc"_s, u"axc"_s, u"-1,1 +1,1"_s);
    row("two changed apart", u"abcde"_s, u"axcye"_s, u"-1,1 +1,1; -3,1 +3,1"_s);
    row("one moved", u"abcd"_s, u"bcda"_s, u"-0,1 +0,0; -4,0 +3,1"_s);
    row("doubled", u"ab"_s, u"abab"_s, u"-2,0 +2,2"_s);
}

void TestDiff::comparesSequences()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    QTEST(toText(diffSequences(elements(before), elements(after))), "hunks");
}

void TestDiff::leadsFromOneToTheOther()
{
    QRandomGenerator random(20240501);
    for (int round = 0; round < 3000; ++round) {
        const int kinds = 1 + random.bounded(12);
        const std::vector<int> before = randomElements(random, random.bounded(60), kinds);
        const std::vector<int> after = randomElements(random, random.bounded(60), kinds);
        QCOMPARE(applied(before, after, diffSequences(before, after)), after);
    }
}

void TestDiff::changesAsLittleAsPossible()
{
    QRandomGenerator random(7);
    for (int round = 0; round < 1500; ++round) {
        const int kinds = 1 + random.bounded(8);
        const std::vector<int> before = randomElements(random, random.bounded(40), kinds);
        const std::vector<int> after = randomElements(random, random.bounded(40), kinds);
        QCOMPARE(changedElements(diffSequences(before, after)), leastChanged(before, after));
    }
}

void TestDiff::leavesAnElementBetweenHunks()
{
    QRandomGenerator random(11);
    for (int round = 0; round < 500; ++round) {
        const std::vector<int> before = randomElements(random, 30, 4);
        const std::vector<int> after = randomElements(random, 30, 4);
        const QList<Hunk> hunks = diffSequences(before, after);
        for (qsizetype i = 0; i < hunks.size(); ++i) {
            QVERIFY(hunks[i].before.count + hunks[i].after.count > 0);
            if (i == 0)
                continue;
            QVERIFY(hunks[i].before.begin > hunks[i - 1].before.end());
            QCOMPARE(hunks[i].before.begin - hunks[i - 1].before.end(), hunks[i].after.begin - hunks[i - 1].after.end());
        }
    }
}

void TestDiff::endsSoonWhateverTheInput_data()
{
    QTest::addColumn<std::vector<int>>("before");
    QTest::addColumn<std::vector<int>>("after");
    constexpr int size = 100'000;
    std::vector<int> counting(size);
    std::iota(counting.begin(), counting.end(), 0);
    std::vector<int> others(size);
    std::iota(others.begin(), others.end(), size);
    std::vector<int> shuffled = counting;
    QRandomGenerator random(3);
    std::ranges::shuffle(shuffled, random);
    std::vector<int> reversed(counting.rbegin(), counting.rend());

    QTest::newRow("nothing in common") << counting << others;
    QTest::newRow("the same in another order") << counting << shuffled;
    QTest::newRow("backwards") << counting << reversed;
    QTest::newRow("two kinds at random") << randomElements(random, size, 2) << randomElements(random, size, 2);
    QTest::newRow("twenty kinds at random") << randomElements(random, size, 20) << randomElements(random, size, 20);
    QTest::newRow("a thousand kinds at random") << randomElements(random, size, 1000) << randomElements(random, size, 1000);
    QTest::newRow("one kind, one more") << std::vector<int>(size, 1) << std::vector<int>(size + 1, 1);
    QTest::newRow("one kind against many") << std::vector<int>(size, 1) << counting;
}

void TestDiff::endsSoonWhateverTheInput()
{
    QFETCH(std::vector<int>, before);
    QFETCH(std::vector<int>, after);
    quillway::test::WorkTimer timer;
    timer.start();
    const QList<Hunk> hunks = diffSequences(before, after);
    const qint64 taken = timer.elapsed();
    qInfo("%lld ms, %lld changed", static_cast<long long>(taken), static_cast<long long>(changedElements(hunks)));
    QVERIFY2(taken < 8000, "far beyond what even a slow machine may take"); // a fraction of a second where nothing else runs
    std::vector<int> result;
    qsizetype at = 0;
    for (const Hunk &hunk : hunks) {
        result.insert(result.end(), before.begin() + at, before.begin() + hunk.before.begin);
        result.insert(result.end(), after.begin() + hunk.after.begin, after.begin() + hunk.after.end());
        at = hunk.before.end();
    }
    result.insert(result.end(), before.begin() + at, before.end());
    QVERIFY(result == after);
}

void TestDiff::putsBlocksWhereParagraphsBegin_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QString>("hunks");
    const auto row = [](const char *name, const QByteArray &before, const QByteArray &after, const QString &hunks) {
        QTest::newRow(name) << before << after << hunks;
    };
    row("a paragraph came", "one\n\ntwo\n"_ba, "one\n\nnew\n\ntwo\n"_ba, u"-2,0 +2,2"_s);
    row("a paragraph went", "one\n\nold\n\ntwo\n"_ba, "one\n\ntwo\n"_ba, u"-2,2 +2,0"_s);
    row("a section came", "# A\n\ntext\n\n# C\n\ntext\n"_ba, "# A\n\ntext\n\n# B\n\ntext\n\n# C\n\ntext\n"_ba, u"-4,0 +4,4"_s);
    row("at the end nothing can be moved", "one\n"_ba, "one\n\ntwo\n"_ba, u"-1,0 +1,2"_s);
    row("of equal lines the last", "x\nx\n"_ba, "x\nx\nx\n"_ba, u"-2,0 +2,1"_s);
    row("a line end more is a change of that line", "a\nb"_ba, "a\nb\n"_ba, u"-1,1 +1,1"_s);
    row("line ends count", "a\nb\n"_ba, "a\r\nb\n"_ba, u"-0,1 +0,1"_s);
}

void TestDiff::putsBlocksWhereParagraphsBegin()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    const QList<Hunk> hunks = lineDiff(before, after);
    QTEST(toText(hunks), "hunks");
    QCOMPARE(applied(splitLines(before), splitLines(after), hunks), splitLines(after));
}

void TestDiff::comparesLinesOfRandomTexts()
{
    QRandomGenerator random(5);
    const QByteArrayList pool { "\n"_ba, "x\n"_ba, "y\r\n"_ba, "# h\n"_ba, "\r"_ba, "\xC3\xA4\n"_ba };
    const auto text = [&] {
        QByteArray made;
        for (int i = random.bounded(40); i > 0; --i)
            made += pool[random.bounded(pool.size())];
        return made + (random.bounded(2) == 0 ? "tail"_ba : ""_ba);
    };
    for (int round = 0; round < 3000; ++round) {
        const QByteArray before = text();
        const QByteArray after = text();
        const QList<QByteArrayView> lines = splitLines(before);
        const QList<Hunk> hunks = lineDiff(before, after);
        QCOMPARE(applied(lines, splitLines(after), hunks), splitLines(after));
        for (qsizetype i = 1; i < hunks.size(); ++i)
            QVERIFY(hunks[i].before.begin > hunks[i - 1].before.end() && hunks[i].after.begin > hunks[i - 1].after.end());
    }
}

void TestDiff::marksWords_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    const auto row = [](const char *name, const QString &before, const QString &after) { QTest::newRow(name) << before << after; };
    row("one word", u"A pool is a [fixed] number of workers."_s, u"A pool is a [small] number of workers."_s);
    row("a word came", u"A pool is a number of workers."_s, u"A pool is a [fixed ]number of workers."_s);
    row("neighbouring words are one mark", u"keep [all these words] and these here"_s, u"keep [only some phrases] and these here"_s);
    row("punctuation", u"the first one[,] then the second"_s, u"the first one[;] then the second"_s);
    row("nothing in common", u"[alpha beta gamma]"_s, u"[delta epsilon zeta]"_s);
    row("hardly anything in common", u"[considerable difficulties remain a while]"_s, u"[unexpected simplifications took a moment]"_s);
    row("not inside a character", u"the word cafe\u0301 [stays]"_s, u"the word cafe\u0301 [goes]"_s);
    row("an accent", u"we met in that [cafe] yesterday"_s, u"we met in that [cafe\u0301] yesterday"_s);
    row("emoji", u"we are happy [\U0001F469\u200D\U0001F4BB] today"_s, u"we are happy [\U0001F469\u200D\U0001F52C] today"_s);
    row("right to left", u"\u05E9\u05DC\u05D5\u05DD [\u05E2\u05D5\u05DC\u05DD] \u05D8\u05D5\u05D1"_s,
        u"\u05E9\u05DC\u05D5\u05DD [\u05D9\u05DC\u05D3] \u05D8\u05D5\u05D1"_s);
    row("from nothing", u""_s, u"[all of it]"_s);
    row("to nothing", u"[all of it]"_s, u""_s);
}

void TestDiff::marksWords()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    const auto plain = [](QString text) { return text.remove(u'[').remove(u']'); };
    const QList<Hunk> hunks = diffWords(plain(before), plain(after));
    QCOMPARE(marked(plain(before), hunks, &Hunk::before), before);
    QCOMPARE(marked(plain(after), hunks, &Hunk::after), after);
}

void TestDiff::marksOnlyWhatDiffers()
{
    QVERIFY(diffWords(u"the same", u"the same").isEmpty());
    QVERIFY(diffWords(u"", u"").isEmpty());
    const QString huge(5'000'000, u'x');
    QCOMPARE(toText(diffWords(huge, huge + u'y')), u"-0,5000000 +0,5000001"_s);
    QRandomGenerator random(9);
    const QStringList pool { u"a"_s, u" "_s, u"bb"_s, u", "_s, u"\U0001F600"_s, u"\u0301"_s, QString(QChar(0xD800)) };
    for (int round = 0; round < 1500; ++round) {
        QString before;
        QString after;
        for (int i = random.bounded(30); i > 0; --i)
            (random.bounded(2) == 0 ? before : after) += pool[random.bounded(pool.size())];
        QList<QChar> result = applied(QList<QChar>(before.begin(), before.end()), QList<QChar>(after.begin(), after.end()),
                                      diffWords(before, after));
        QCOMPARE(QString(result.constData(), result.size()), after);
    }
}

QTEST_APPLESS_MAIN(TestDiff)
#include "tst_diff.moc"
