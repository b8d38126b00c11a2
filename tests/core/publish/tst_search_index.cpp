// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/search_index.h"

#include <QSet>
#include <QTest>

#include <map>
#include <numeric>
#include <random>

using namespace quillway::publish;
using namespace Qt::StringLiterals;

namespace {

/// Documents as lists of words, each with a rank.
using Documents = std::vector<std::map<QByteArray, quint32>>;

std::vector<CollectedWord> collected(const Documents &documents, const std::vector<quint32> &numbers)
{
    std::map<QByteArray, std::vector<Posting>> words;
    for (const quint32 number : numbers) {
        for (const auto &[word, rank] : documents[number])
            words[word].push_back({ number, rank });
    }
    std::vector<CollectedWord> all;
    all.reserve(words.size());
    for (const auto &[word, postings] : words)
        all.push_back({ word, postings });
    return all;
}

std::vector<quint32> upTo(size_t count)
{
    std::vector<quint32> numbers(count);
    std::iota(numbers.begin(), numbers.end(), 0U);
    return numbers;
}

IndexedWords indexOf(const Documents &documents, int threads = 1)
{
    return changedIndex({ {}, {}, { collected(documents, upTo(documents.size())) } }, threads);
}

/// Reads an index as the header says it is written, by other code than the index's own.
std::map<QByteArray, std::vector<std::pair<quint32, quint32>>> readIndex(const QByteArray &lines)
{
    const QByteArray signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    std::map<QByteArray, std::vector<std::pair<quint32, quint32>>> index;
    for (const QByteArray &line : lines.split('\n')) {
        if (line.isEmpty())
            continue;
        const QList<QByteArray> parts = line.split(' ');
        qint64 document = -1;
        QList<qsizetype> digits;
        for (const char sign : parts.value(1)) {
            digits.prepend(signs.indexOf(sign));
            if (digits.first() < 32)
                continue;
            qint64 number = 0;
            for (const qsizetype digit : std::as_const(digits))
                number = number * 32 + digit % 32;
            digits.clear();
            document += number / 8 + 1;
            index[parts.first()].emplace_back(document, number % 8);
        }
    }
    return index;
}

Documents randomDocuments(std::mt19937 &random, size_t count)
{
    Documents documents(count);
    for (auto &document : documents) {
        for (quint32 i = 0; i < 60; ++i) {
            const quint32 number = quint32(std::exponential_distribution<>(0.004)(random));
            document["w" + QByteArray::number(number, 36)] = quint32(random() % 8);
        }
    }
    return documents;
}

} // namespace

class TestSearchIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhichWordStandsWhere();
    void writesNumbersOfAnySize();
    void readsNothingOfWhatIsNoLine_data();
    void readsNothingOfWhatIsNoLine();
    void aChangedIndexIsTheOneFromScratch_data();
    void aChangedIndexIsTheOneFromScratch();
    void cutsPiecesOfBoundedSize();
    void changesFewPiecesWithAFewWords();
    void keepsALongLineWhole();
    void knowsCommonAndUsualWords();
};

void TestSearchIndex::saysWhichWordStandsWhere()
{
    const Documents documents { { { "queue", 6 }, { "größe", 0 } }, {}, { { "queue", 1 }, { "東京", 2 } } };
    const IndexedWords index = indexOf(documents);
    QCOMPARE(index.lines,
             "gr\xC3\xB6\xC3\x9F"
             "e g\nqueue mp\n\xE6\x9D\xB1\xE4\xBA\xAC y\n"_ba);
    QVERIFY((index.documents == std::vector<quint32> { 1, 2, 1 }));
    const auto read = readIndex(index.lines);
    QVERIFY((read.at("queue") == std::vector<std::pair<quint32, quint32>> { { 0, 6 }, { 2, 1 } }));
}

void TestSearchIndex::writesNumbersOfAnySize()
{
    const std::vector<Posting> postings { { 0, 7 }, { 1, 0 }, { 5, 3 }, { 4'000, 1 }, { 200'000, 2 }, { mostDocuments - 1, 7 } };
    QByteArray line;
    appendLine(line, "word", postings);
    QVERIFY(readPostings(QByteArrayView(line).sliced(5).chopped(1)) == postings);
    const auto read = readIndex(line);
    for (size_t i = 0; i < postings.size(); ++i)
        QCOMPARE(read.at("word")[i], std::pair(quint32(postings[i].document), quint32(postings[i].rank)));
}

void TestSearchIndex::readsNothingOfWhatIsNoLine_data()
{
    QTest::addColumn<QByteArray>("written");
    QTest::newRow("other signs") << "g!"_ba;
    QTest::newRow("UTF-8") << "\xC3\xB6"_ba;
    QTest::newRow("a number without end") << QByteArray(40, 'A');
    QTest::newRow("a document beyond all") << "_____"_ba + QByteArray("ffff_");
}

void TestSearchIndex::readsNothingOfWhatIsNoLine()
{
    QFETCH(QByteArray, written);
    for (const Posting &posting : readPostings(written))
        QVERIFY(posting.document < mostDocuments);
    if (!written.startsWith('_'))
        QVERIFY(readPostings(written).empty());
}

void TestSearchIndex::aChangedIndexIsTheOneFromScratch_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 12; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

/// Documents are removed, changed, added and put into another order, and the rest of what is said of them is taken from the former index.
void TestSearchIndex::aChangedIndexIsTheOneFromScratch()
{
    QFETCH(quint32, seed);
    std::mt19937 random(seed);
    const Documents before = randomDocuments(random, 80);
    const IndexedWords former = indexOf(before);
    std::vector<qint32> from(before.size() + 5, -1); // by number now, the former number
    std::iota(from.begin(), from.begin() + qsizetype(before.size()), 0);
    if (seed % 3 == 0)
        std::ranges::shuffle(from, random);
    for (quint32 i = 0; i < seed % 5; ++i)
        from.erase(from.begin() + random() % from.size());
    for (quint32 i = 0; i < seed % 4; ++i)
        from[random() % from.size()] = -1;

    Documents now = randomDocuments(random, from.size());
    IndexChange change { former.lines, std::vector<qint32>(before.size(), -1), {} };
    std::vector<quint32> read;
    for (size_t i = 0; i < from.size(); ++i) {
        if (from[i] < 0) {
            read.push_back(quint32(i));
            continue;
        }
        now[i] = before[size_t(from[i])];
        change.numbers[size_t(from[i])] = qint32(i);
    }
    const std::vector<quint32> half(read.begin(), read.begin() + qsizetype(read.size() / 2));
    change.read = { collected(now, half), collected(now, { read.begin() + qsizetype(half.size()), read.end() }) };
    const IndexedWords expected = indexOf(now);
    for (const int threads : { 1, 3 }) {
        const IndexedWords changed = changedIndex(change, threads);
        QCOMPARE(changed.lines, expected.lines);
        QVERIFY(changed.documents == expected.documents);
    }
}

void TestSearchIndex::cutsPiecesOfBoundedSize()
{
    std::mt19937 random(1);
    const IndexedWords index = indexOf(randomDocuments(random, 3'000));
    const QList<IndexPiece> pieces = piecesOf(index.lines);
    qsizetype end = 0;
    QByteArray lastWord;
    QSet<QByteArray> names;
    for (const IndexPiece &piece : pieces) {
        QCOMPARE(piece.begin, end);
        end = piece.end;
        const QByteArray lines = index.lines.sliced(piece.begin, piece.end - piece.begin);
        QVERIFY(lines.startsWith(piece.beginning) && lines.endsWith('\n'));
        QVERIFY2(piece.beginning > lastWord, piece.beginning);
        QVERIFY2(lines.size() <= pieceSize || lines.count('\n') == 1, piece.beginning);
        lastWord = lines.chopped(1).split('\n').last().split(' ').first();
        names.insert(piece.name);
    }
    QCOMPARE(end, index.lines.size());
    QCOMPARE(names.size(), pieces.size());
    QVERIFY2(pieces.size() < 3 * (1 + index.lines.size() / pieceSize), QByteArray::number(pieces.size()));
    QVERIFY(piecesOf({}).isEmpty());
}

void TestSearchIndex::changesFewPiecesWithAFewWords()
{
    std::mt19937 random(1);
    Documents documents = randomDocuments(random, 3'000);
    QSet<QByteArray> before;
    for (const IndexPiece &piece : piecesOf(indexOf(documents).lines))
        before.insert(piece.name);
    documents[1'500]["wab"] = 2;
    documents[1'500]["new"] = 0;
    int changed = 0;
    for (const IndexPiece &piece : piecesOf(indexOf(documents).lines))
        changed += before.contains(piece.name) ? 0 : 1;
    QVERIFY2(changed >= 1 && changed <= 4, QByteArray::number(changed));
}

void TestSearchIndex::keepsALongLineWhole()
{
    Documents documents(20'000);
    for (auto &document : documents)
        document["the"] = 0;
    documents[0]["then"] = 0;
    const IndexedWords index = indexOf(documents);
    const QList<IndexPiece> pieces = piecesOf(index.lines);
    QCOMPARE(pieces.size(), 2);
    QCOMPARE(pieces.at(1).beginning, "then"_ba);
}

void TestSearchIndex::knowsCommonAndUsualWords()
{
    Documents documents(90);
    for (size_t i = 0; i < documents.size(); ++i) {
        documents[i]["the"] = 0;
        documents[i][i % 3 == 0 ? "seldom" : "often"] = 0;
        documents[i]["every" + QByteArray::number(i % 9)] = 0;
        documents[i]["once" + QByteArray::number(i)] = 0;
    }
    const IndexedWords index = indexOf(documents);
    QCOMPARE(commonWords(index, qsizetype(documents.size())), (QList<QByteArray> { "often", "the" }));
    QCOMPARE(usualWords(index, qsizetype(documents.size())).size(), 10);
    QVERIFY(commonWords(index, 30).isEmpty());
}

QTEST_APPLESS_MAIN(TestSearchIndex)
#include "tst_search_index.moc"
