// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spelling/checked_words.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace quillway::ui;

class TestCheckedWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWords_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QStringList>("words");
        const auto row = [](const char *name, const QString &line, const QStringList &words) { QTest::newRow(name) << line << words; };
        row("plain", u"One two, three."_s, { u"One"_s, u"two"_s, u"three"_s });
        row("apostrophes", u"don't, don’t, 'quoted'"_s, { u"don't"_s, u"don’t"_s, u"quoted"_s });
        row("hyphens part words", u"well-known"_s, { u"well"_s, u"known"_s });
        row("other scripts", u"naïve Übermut привет"_s, { u"naïve"_s, u"Übermut"_s, u"привет"_s });
        row("one letter", u"a b I"_s, {});
        row("digits", u"utf8 3rd 2024 x86"_s, {});
        row("capitals", u"HTTP and QString and gRPC"_s, { u"and"_s, u"and"_s });
        row("names of code", u"snake_case std::vector a.b.c"_s, { u"std"_s, u"vector"_s });
        row("addresses", u"see https://example.org/wrold ann@exmaple.org there"_s, { u"see"_s, u"there"_s });
        row("paths and files", u"in core/txet/x.cpp and teh/ and /etc/hsots"_s, { u"in"_s, u"and"_s, u"teh"_s, u"and"_s });
        row("either/or", u"and/or"_s, { u"and"_s, u"or"_s });
        row("where a link leads", u"[teh](laetncy/a-shpae/indx.md) on [x](<teh plce.md> \"teh title\")"_s,
            { u"teh"_s, u"on"_s, u"teh"_s, u"title"_s });
        row("where a link leads, with parentheses", u"([teh](a_(lagnuage)-b) on)"_s, { u"teh"_s, u"on"_s });
        row("where a picture leads", u"![teh](pctre.png)"_s, { u"teh"_s });
        row("where a definition leads", u"[teh lable]: ./teh-plce \"teh title\""_s, { u"teh"_s, u"lable"_s, u"teh"_s, u"title"_s });
        row("a link without an end", u"[teh](plce"_s, { u"teh"_s });
        row("options", u"with --verbsoe on"_s, { u"with"_s, u"on"_s });
        row("a sentence's end", u"the end.Next"_s, { u"the"_s });
        row("none", u" … — "_s, {});
    }
    void findsWords()
    {
        QFETCH(QString, line);
        QStringList words;
        for (const LinePart &word : checkedWords(line, { { 0, line.size() } }))
            words.append(line.sliced(word.begin, word.length));
        QTEST(words, "words");
    }

    void looksAtProseOnly()
    {
        const QString line = u"one two three"_s;
        QCOMPARE(checkedWords(line, { { 4, 3 } }), (QList<LinePart> { { 4, 3 } }));
        QCOMPARE(checkedWords(line, { { 0, 4 }, { 8, 5 } }), (QList<LinePart> { { 0, 3 }, { 8, 5 } }));
        QCOMPARE(checkedWords(line, {}), QList<LinePart>());
    }

    void passesOverPartsOfAnotherLine() { QCOMPARE(checkedWords(u"one", { { 0, 99 }, { -1, 2 }, { 2, 0 } }), QList<LinePart>()); }
};

QTEST_APPLESS_MAIN(TestCheckedWords)
#include "tst_checked_words.moc"
