// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/word_collector.h"

#include <QTest>

#include <algorithm>

using namespace quillway::publish;
using namespace Qt::StringLiterals;
using Field = WordCollector::Field;

namespace {

/// `word:rank` of each word of document 0, by word.
QString said(WordCollector &collector)
{
    QStringList all;
    for (const CollectedWord &word : collector.take())
        all.append(u"%1:%2"_s.arg(QString::fromUtf8(word.word)).arg(word.postings.front().rank));
    all.sort();
    return all.join(u' ');
}

/// The words of a Markdown text, by word.
QString wordsOf(const QByteArray &markdown)
{
    WordCollector collector;
    collector.begin(0);
    collector.addMarkdown(markdown);
    QStringList all;
    for (const CollectedWord &word : collector.take())
        all.append(QString::fromUtf8(word.word));
    all.sort();
    return all.join(u' ');
}

} // namespace

class TestWordCollector : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cutsAndFolds_data();
    void cutsAndFolds();
    void ranksByPlace_data();
    void ranksByPlace();
    void ranksTextByHowOftenItSaysAWord();
    void keepsDocumentsApart();
    void meetsManySpellings();
};

void TestWordCollector::cutsAndFolds_data()
{
    QTest::addColumn<QByteArray>("markdown");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const QByteArray &markdown, const QString &words) {
        QTest::addRow("%s", name) << markdown << words;
    };
    row("case does not count", "Queue QUEUE queue", u"queue"_s);
    row("accents do not count", "Café Größe naïve", u"cafe grosse naive"_s);
    row("decomposed accents", "Cafe\u0301", u"cafe"_s);
    row("markup", "**bold** _soft_ `code` ~~gone~~", u"bold code gone soft"_s);
    row("apostrophes", "it's", u"it s"_s);
    row("snake case", "work_mem", u"mem work"_s);
    row("languages' names", "C++, C# (F#) and C", u"and c c# c++ f#"_s);
    row("signs behind a longer word", "a[i++] abc++ #x", u"a abc i++ x"_s);
    row("numbers", "p99 of 2024", u"2024 of p99"_s);
    row("other scripts", "Привет мир", u"мир привет"_s);
    row("pairs where there are no blanks", "東京都", u"京都 東京"_s);
    row("one sign of them alone", "猫 cat", u"cat 猫"_s);
    row("scripts side by side", "Go言語", u"go 言語"_s);
    row("what a link says, not where it leads", "[the plan](https://x.example/a_(b)) end", u"end plan the"_s);
    row("a picture in the text itself", "![dot](data:image/png;base64," + QByteArray("iVBORw0KGgo+/").repeated(1000) + ") end",
        u"dot end"_s);
    row("links that do not end", QByteArray("](<a").repeated(500'000), u"a"_s);
    row("a picture's text", "![a chart](chart.svg)", u"a chart"_s);
    row("a bracket that is no link", "a](b\nc", u"a b c"_s);
    row("comments", "one <!-- secret --> two <!-- open", u"one two"_s);
    row("tags with attributes", "<a href=\"https://x.example\">text</a>", u"a text"_s);
    row("types in code", "Result<String, Error>", u"error result string"_s);
    row("a tag that does not end", "<a title=\"x", u"a title x"_s);
    row("hashes are no words", "0123456789abcdef0123456789abcdef0123456789abcdef end", u"end"_s);
    row("broken UTF-8", "one\xff\xfe two \xe2\x82", u"one two"_s);
    row("NUL", QByteArray("one\0two", 7), u"one two"_s);
    row("nothing", "", u""_s);
}

void TestWordCollector::cutsAndFolds()
{
    QFETCH(QByteArray, markdown);
    QTEST(wordsOf(markdown), "words");
}

void TestWordCollector::ranksByPlace_data()
{
    QTest::addColumn<quint8>("fields");
    QTest::addColumn<quint32>("rank");
    const auto row = [](const char *name, std::initializer_list<Field> fields, quint32 rank) {
        quint8 all = 0;
        for (const Field field : fields)
            all |= quint8(field);
        QTest::addRow("%s", name) << all << rank;
    };
    row("tag", { Field::Tag }, 3);
    row("heading", { Field::Heading }, 4);
    row("heading and tag", { Field::Heading, Field::Tag }, 5);
    row("title", { Field::Title }, 6);
    row("title and tag", { Field::Title, Field::Tag }, 7);
}

void TestWordCollector::ranksByPlace()
{
    QFETCH(quint8, fields);
    QFETCH(quint32, rank);
    WordCollector collector;
    collector.begin(0);
    for (const Field field : { Field::Tag, Field::Heading, Field::Title }) {
        if ((fields & quint8(field)) != 0)
            collector.add(u"Queue", field);
    }
    QCOMPARE(said(collector), u"queue:%1"_s.arg(rank));
}

void TestWordCollector::ranksTextByHowOftenItSaysAWord()
{
    WordCollector collector;
    collector.begin(0);
    collector.addMarkdown("once twice twice often often often often often often often " + QByteArray("and ").repeated(700));
    QCOMPARE(said(collector), u"and:2 often:2 once:0 twice:1"_s);
}

void TestWordCollector::keepsDocumentsApart()
{
    WordCollector collector;
    collector.begin(3);
    collector.add(u"queue", Field::Title);
    collector.begin(7);
    collector.add(u"queue", Field::Tag);
    collector.begin(8);
    const std::vector<CollectedWord> words = collector.take();
    QCOMPARE(words.size(), 1U);
    QVERIFY((words.front().postings == std::vector<Posting> { { 3, 6 }, { 7, 3 } }));
    QVERIFY(collector.take().empty());
}

void TestWordCollector::meetsManySpellings()
{
    WordCollector collector;
    collector.begin(0);
    constexpr int count = 50'000;
    for (int round = 0; round < 2; ++round) {
        for (int i = 0; i < count; ++i)
            collector.addMarkdown("w" + QByteArray::number(i));
    }
    QCOMPARE(collector.take().size(), size_t(count));
}

QTEST_APPLESS_MAIN(TestWordCollector)
#include "tst_word_collector.moc"
