// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/aids/writing.h"

#include <QClipboard>
#include <QGuiApplication>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::test;

class TestMarkAids : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keysOfMarks_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QKeySequence>("keys");
        QTest::addColumn<QString>("after");
        const auto row = [](const char *name, const QString &before, const QKeySequence &keys, const QString &after) {
            QTest::newRow(name) << before << keys << after;
        };
        const QKeySequence strong(Qt::CTRL | Qt::Key_B);
        const QKeySequence emphasis(Qt::CTRL | Qt::Key_I);
        const QKeySequence code(Qt::CTRL | Qt::SHIFT | Qt::Key_C);
        const QKeySequence strike(Qt::CTRL | Qt::SHIFT | Qt::Key_X);
        const QKeySequence link(Qt::CTRL | Qt::Key_K);
        const QKeySequence two(Qt::CTRL | Qt::Key_2);
        const QKeySequence quote(Qt::CTRL | Qt::SHIFT | Qt::Key_Q);
        const QKeySequence comment(Qt::CTRL | Qt::Key_Slash);

        row("strong: what is selected", u"a ⟨b c‸ d"_s, strong, u"a **⟨b c‸** d"_s);
        row("strong: selected backwards", u"a ‸b c⟨ d"_s, strong, u"a **‸b c⟨** d"_s);
        row("strong: blanks stay outside", u"a⟨ b ‸c"_s, strong, u"a **⟨b‸** c"_s);
        row("strong: the word at the caret", u"a wo‸rd b"_s, strong, u"a **wo‸rd** b"_s);
        row("strong: a word with an apostrophe", u"don’t‸"_s, strong, u"**don’t‸**"_s);
        row("strong: words of other scripts", u"слов‸о"_s, strong, u"**слов‸о**"_s);
        row("strong: no more", u"a **⟨b‸** c"_s, strong, u"a ⟨b‸ c"_s);
        row("strong: no more, marks selected too", u"a ⟨**b**‸ c"_s, strong, u"a ⟨b‸ c"_s);
        row("strong: no more, written otherwise", u"a __⟨b‸__ c"_s, strong, u"a ⟨b‸ c"_s);
        row("strong: no more, at a word", u"a **wo‸rd** b"_s, strong, u"a wo‸rd b"_s);
        row("strong: between words", u"a ‸ b"_s, strong, u"a **‸** b"_s);
        row("strong: none after all", u"a **‸** b"_s, strong, u"a ‸ b"_s);
        row("strong: goes on behind it", u"a **b‸** c"_s, strong, u"a **b**‸ c"_s);
        row("strong: emphasis stays", u"a *⟨b‸* c"_s, strong, u"a ***⟨b‸*** c"_s);
        row("strong: emphasis is left", u"a ***⟨b‸*** c"_s, strong, u"a *⟨b‸* c"_s);
        row("strong: each line of its own", u"- ⟨a\n- b‸"_s, strong, u"- **⟨a**\n- **b‸**"_s);
        row("emphasis: the word", u"wo‸rd"_s, emphasis, u"*wo‸rd*"_s);
        row("emphasis: strong is left", u"***⟨b‸***"_s, emphasis, u"**⟨b‸**"_s);
        row("emphasis: strong is not emphasis", u"**⟨b‸**"_s, emphasis, u"***⟨b‸***"_s);
        row("code: the word", u"wo‸rd"_s, code, u"`wo‸rd`"_s);
        row("code: with a backtick inside", u"⟨a`b‸"_s, code, u"``⟨a`b‸``"_s);
        row("code: with a backtick at its edge", u"⟨`b‸"_s, code, u"`` ⟨`b‸ ``"_s);
        row("strikethrough", u"wo‸rd"_s, strike, u"~~wo‸rd~~"_s);
        row("strikethrough: no more", u"~~⟨word‸~~"_s, strike, u"⟨word‸"_s);
        row("marks: not in code", u"```\nwo‸rd\n```"_s, strong, u"```\nwo‸rd\n```"_s);

        row("link: what is selected", u"a ⟨b c‸ d"_s, link, u"a [b c](‸) d"_s);
        row("link: the word", u"wo‸rd"_s, link, u"[word](‸)"_s);
        row("link: nothing there", u"a ‸"_s, link, u"a [‸]()"_s);
        row("link: an address", u"⟨https://a.example/b‸"_s, link, u"[‸](https://a.example/b)"_s);
        row("link: brackets that do not match", u"⟨a]b‸"_s, link, u"[a\\]b](‸)"_s);
        row("link: text again", u"a [b‸b](https://x.example/) c"_s, link, u"a b‸b c"_s);

        row("typed over: a star", u"a ⟨b‸ c"_s, QKeySequence(Qt::Key_Asterisk), u"a *⟨b‸* c"_s);
        row("typed over: a bracket", u"a ⟨b‸ c"_s, QKeySequence(Qt::Key_BracketLeft), u"a [⟨b‸] c"_s);
        row("typed over: a parenthesis, on lines", u"⟨a\nb‸"_s, QKeySequence(Qt::Key_ParenLeft), u"(⟨a\nb‸)"_s);
        row("typed over: a quotation mark", u"⟨a‸"_s, QKeySequence(Qt::Key_QuoteDbl), u"\"⟨a‸\""_s);
        row("typed over: a backtick", u"⟨a‸"_s, QKeySequence(Qt::Key_QuoteLeft), u"`⟨a‸`"_s);

        row("heading: of a line", u"a‸b"_s, two, u"## a‸b"_s);
        row("heading: of another level", u"# a‸b"_s, two, u"## a‸b"_s);
        row("heading: text again", u"## a‸b"_s, two, u"a‸b"_s);
        row("heading: an underline goes", u"a‸b\n==="_s, two, u"## a‸b"_s);
        row("heading: a tag is none", u"#ta‸g"_s, two, u"## #ta‸g"_s);
        row("heading: in an item", u"- a‸"_s, two, u"- ## a‸"_s);
        row("quote: lines", u"⟨a\n\nb‸"_s, quote, u"> ⟨a\n>\n> b‸"_s);
        row("quote: no more", u"> ⟨a\n>\n> b‸"_s, quote, u"⟨a\n\nb‸"_s);
        row("quote: a list", u"- a‸"_s, quote, u"> - a‸"_s);
        row("comment: lines", u"⟨a\nb‸"_s, comment, u"<!-- ⟨a\nb‸ -->"_s);
        row("comment: no more", u"<!-- a‸ -->"_s, comment, u"a‸"_s);
        row("comment: not around another's end", u"a‸ --> b"_s, comment, u"a‸ --> b"_s);
    }
    void keysOfMarks()
    {
        QFETCH(QString, before);
        QFETCH(QKeySequence, keys);
        QFETCH(QString, after);
        compareAid(before, keys, after);
    }

    void aStepOfTheCaretIsNoStepOfTheHistory()
    {
        Writing writing(u"wo‸rd"_s);
        writing.press(QKeySequence(Qt::CTRL | Qt::Key_B));
        QCOMPARE(writing.marked(), u"**wo‸rd**"_s);
        writing.press(QKeySequence(Qt::Key_Right, Qt::Key_Right));
        writing.press(QKeySequence(Qt::CTRL | Qt::Key_B));
        QCOMPARE(writing.marked(), u"**word**‸"_s);
        writing.press(QKeySequence(Qt::CTRL | Qt::Key_Z));
        QCOMPARE(writing.marked(), u"wo‸rd"_s);
    }

    void aPastedAddressMakesALink_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("pasted");
        QTest::addColumn<QString>("after");
        QTest::newRow("over words") << u"see ⟨the page‸."_s << u"https://a.example/b"_s << u"see [the page](https://a.example/b)‸."_s;
        QTest::newRow("with a line end") << u"⟨a‸"_s << u"https://a.example/\n"_s << u"[a](https://a.example/)‸"_s;
        QTest::newRow("with parentheses that match") << u"⟨a‸"_s << u"https://a.example/b_(c)"_s << u"[a](https://a.example/b_(c))‸"_s;
        QTest::newRow("with one that does not") << u"⟨a‸"_s << u"https://a.example/b)"_s << u"[a](<https://a.example/b)>)‸"_s;
        QTest::newRow("mail") << u"⟨a‸"_s << u"mailto:a@b.example"_s << u"[a](mailto:a@b.example)‸"_s;
        QTest::newRow("over an address") << u"⟨https://b.example/‸"_s << u"https://a.example/"_s << u"https://a.example/‸"_s;
        QTest::newRow("nothing selected") << u"a‸"_s << u"https://a.example/"_s << u"ahttps://a.example/‸"_s;
        QTest::newRow("script") << u"⟨a‸"_s << u"javascript:alert(1)"_s << u"javascript:alert(1)‸"_s;
        QTest::newRow("two words") << u"⟨a‸"_s << u"https://a.example/ b"_s << u"https://a.example/ b‸"_s;
        QTest::newRow("in code") << u"```\n⟨a‸\n```"_s << u"https://a.example/"_s << u"```\nhttps://a.example/‸\n```"_s;
    }
    void aPastedAddressMakesALink()
    {
        QFETCH(QString, before);
        QFETCH(QString, pasted);
        QFETCH(QString, after);
        Writing writing(before);
        QGuiApplication::clipboard()->setText(pasted);
        writing.press(QKeySequence(Qt::CTRL | Qt::Key_V));
        QCOMPARE(writing.marked(), after);
        writing.press(QKeySequence(Qt::CTRL | Qt::Key_Z));
        QCOMPARE(writing.marked().remove(u'⟨').remove(u'‸'), QString(before).remove(u'⟨').remove(u'‸'));
        if (after.contains(u"]("))
            QCOMPARE(writing.marked(), before);
    }
};

QTEST_MAIN(TestMarkAids)
#include "tst_mark_aids.moc"
