// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/readability.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace quillway::text;

namespace {

/// The sentences as they are in the source, their parts between bars: `3: a |b c|`.
QString written(const QString &body)
{
    QStringList lines;
    const auto measured = readability(body, u"en");
    for (const Sentence &sentence : measured->sentences) {
        QStringList parts;
        for (const TextRange &part : sentence.parts)
            parts.append(body.sliced(part.begin, part.end - part.begin));
        lines.append(QString::number(sentence.words) + u": "_s + parts.join(u"|"));
    }
    return lines.join(u" / ");
}

} // namespace

class TestReadability : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sentences_data()
    {
        QTest::addColumn<QString>("body");
        QTest::addColumn<QString>("sentences");
        const auto row = [](const char *name, const QString &body, const QString &sentences) { QTest::newRow(name) << body << sentences; };
        row("two", u"One two. Three four five!"_s, u"2: One two. / 3: Three four five!"_s);
        row("none", u""_s, u""_s);
        row("over a line end", u"One\ntwo. Three."_s, u"2: One\ntwo. / 1: Three."_s);
        row("a paragraph ends one", u"One two\n\nthree"_s, u"2: One two / 1: three"_s);
        row("each item", u"- One two\n- three\n  four"_s, u"2: One two / 2: three\n  four"_s);
        row("a quote", u"> One\n> two."_s, u"2: One\n> two."_s);
        row("an alert", u"> [!NOTE]\n> One two."_s, u"2: One two."_s);
        row("a task", u"- [x] One two."_s, u"2: One two."_s);
        row("a footnote", u"One[^1].\n\n[^1]: Two three."_s, u"1: One[^1]. / 2: Two three."_s);
        row("no headings", u"# One\n\nTwo.\n\nThree\n---\n\nFour"_s, u"1: Two. / 1: Four"_s);
        row("no tables", u"| a | b |\n| - | - |\n| c | d |\n\nOne."_s, u"1: One."_s);
        row("no code", u"One.\n```\ntwo three.\n```\n\n    four\n\nFive."_s, u"1: One. / 1: Five."_s);
        row("indented text of an item is no code", u"- One.\n\n      two"_s, u"1: One. / 1: two"_s);
        row("no raw HTML", u"<div>\nOne two\n</div>\n\nThree."_s, u"1: Three."_s);
        row("no link definitions", u"[a]: https://t.example/\n\nOne."_s, u"1: One."_s);
        row("inline code", u"Call `do it. Now` at once."_s, u"3: Call | at once."_s);
        row("a lone backtick", u"A ` b c."_s, u"3: A ` b c."_s);
        row("a link's text", u"See [the page](https://t.example/a.b) now."_s, u"4: See [the page| now."_s);
        row("a short link", u"See [it][a] now."_s, u"3: See [it][a] now."_s);
        row("a picture", u"Look: ![one two](a.png) there."_s, u"2: Look: | there."_s);
        row("an address", u"At https://t.example/a. Then <me@t.example>."_s, u"1: At |. / 1: Then |."_s);
        row("marks", u"**One** _two_ ~~three~~ four_five."_s, u"5: One** _two_ ~~three~~ four_five."_s);
        row("tags", u"One <b>two</b>."_s, u"2: One <b>two</b>."_s);
        row("escapes", u"One \\* two."_s, u"2: One \\* two."_s);
        row("abbreviations", u"Use e.g. Go, cf. Fig. 3 and Dr. Who. Then stop."_s,
            u"10: Use e.g. Go, cf. Fig. 3 and Dr. Who. / 2: Then stop."_s);
        row("numbers", u"It takes 3.5 seconds. That is fine."_s, u"5: It takes 3.5 seconds. / 3: That is fine."_s);
        row("a question in the midst", u"Why? Because."_s, u"1: Why? / 1: Because."_s);
        row("ideographs", u"我能吞下玻璃。而不伤身体。"_s, u"6: 我能吞下玻璃。 / 5: 而不伤身体。"_s);
        row("emoji alone", u"🙂\n\nOne."_s, u"1: One."_s);
    }
    void sentences()
    {
        QFETCH(QString, body);
        QTEST(written(body), "sentences");
    }

    void syllablesOfEnglish_data()
    {
        QTest::addColumn<int>("count");
        for (const char *word : { "the", "time", "go", "rhythms", "passed", "makes", "strength" })
            QTest::newRow(word) << 1;
        for (const char *word : { "table", "boxes", "waited", "people", "nation", "writer", "about" })
            QTest::newRow(word) << 2;
        for (const char *word : { "editor", "radio", "video", "computer" })
            QTest::newRow(word) << 3;
    }
    void syllablesOfEnglish() { QTEST(syllables(QString::fromLatin1(QTest::currentDataTag()), SyllableRules::English), "count"); }

    void syllablesOfGerman_data()
    {
        QTest::addColumn<int>("count");
        QTest::newRow("Haus") << 1;
        QTest::newRow("Bäume") << 2;
        QTest::newRow("Quelle") << 2;
        QTest::newRow("schreiben") << 2;
        QTest::newRow("Silbentrennung") << 4;
        QTest::newRow("Universität") << 5;
        QTest::newRow("Donaudampfschifffahrt") << 5;
    }
    void syllablesOfGerman() { QTEST(syllables(QString::fromUtf8(QTest::currentDataTag()), SyllableRules::German), "count"); }

    void easeByLanguage_data()
    {
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<int>("times");
        QTest::addColumn<QString>("language");
        QTest::addColumn<std::optional<double>>("ease");
        using Ease = std::optional<double>;
        // 5 words and 6 syllables in a sentence; 5 words and 8 syllables
        const QString english = u"The cat sat on tables. "_s;
        const QString german = u"Die Katze saß unter Tischen. "_s;
        QTest::newRow("English") << english << 20 << u"en"_s << Ease(206.835 - 1.015 * 5 - 84.6 * 6 / 5);
        QTest::newRow("English of a place") << english << 20 << u"en-GB"_s << Ease(206.835 - 1.015 * 5 - 84.6 * 6 / 5);
        QTest::newRow("German") << german << 20 << u"de"_s << Ease(180 - 5 - 58.5 * 8 / 5);
        QTest::newRow("another language") << english << 20 << u"fr"_s << Ease();
        QTest::newRow("that begins like English") << english << 20 << u"enm"_s << Ease();
        QTest::newRow("too short") << english << 9 << u"en"_s << Ease();
        QTest::newRow("no text") << QString() << 1 << u"en"_s << Ease();
    }
    void easeByLanguage()
    {
        QFETCH(QString, sentence);
        QFETCH(int, times);
        QFETCH(QString, language);
        QFETCH(std::optional<double>, ease);
        const auto measured = readability(sentence.repeated(times), language);
        QCOMPARE(measured->ease.has_value(), ease.has_value());
        if (ease)
            QVERIFY2(std::abs(*measured->ease - *ease) < 0.001, qPrintable(QString::number(*measured->ease)));
    }

    void canBeStopped()
    {
        std::stop_source source;
        source.request_stop();
        QVERIFY(!readability(u"One two."_s, u"en", source.get_token()));
    }

    void takesTimeInProportion_data()
    {
        QTest::addColumn<QString>("body");
        QTest::newRow("prose") << u"Words of a sentence that goes on. And another one, with `code` and [a link](there).\n\n"_s.repeated(
            12'000);
        QTest::newRow("one paragraph") << u"Words of a sentence that goes on. And another one.\n"_s.repeated(20'000);
        QTest::newRow("one sentence") << u"words "_s.repeated(170'000);
        QTest::newRow("brackets") << u"["_s.repeated(500'000);
        QTest::newRow("pictures that never end") << u"!["_s.repeated(250'000);
        QTest::newRow("backticks") << u"` `` ``` "_s.repeated(50'000) + u"````"_s;
        QTest::newRow("tags that never end") << u"<a "_s.repeated(200'000);
        QTest::newRow("destinations that never end") << u"[a]("_s.repeated(200'000);
        QTest::newRow("quotes") << u"> "_s.repeated(100'000);
        QTest::newRow("items") << u"- "_s.repeated(100'000);
        QTest::newRow("points") << u"a. "_s.repeated(200'000);
        QTest::newRow("surrogates alone") << QString(500'000, QChar(0xd800));
    }
    void takesTimeInProportion()
    {
        QFETCH(QString, body);
        QElapsedTimer clock;
        clock.start();
        const auto measured = readability(body, u"en");
        qInfo("%lld ms, %lld sentences", clock.elapsed(), static_cast<long long>(measured->sentences.size()));
        QVERIFY(clock.elapsed() < 20'000);
    }
};

QTEST_GUILESS_MAIN(TestReadability)
#include "tst_readability.moc"
