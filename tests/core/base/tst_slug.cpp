// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/slug.h"

#include <QRandomGenerator>
#include <QTest>
#include <QUrl>

using namespace quillway;
using namespace Qt::StringLiterals;

class TestSlug : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesSlugs_data();
    void makesSlugs();
    void everySlugIsSafeAndStable();
    void fallsBackToAHash();
    void knowsSafeAddressParts_data();
    void knowsSafeAddressParts();
    void encodesPathSegments_data();
    void encodesPathSegments();
    void encodedSegmentsDecodeAgain();
};

void TestSlug::makesSlugs_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("slug");
    const auto row = [](const char *name, const QString &text, const QString &slug) { QTest::newRow(name) << text << slug; };

    row("words", u"Go Concurrency Patterns"_s, u"go-concurrency-patterns"_s);
    row("a slug already", u"go-patterns"_s, u"go-patterns"_s);
    row("punctuation", u"Caching: The Hard Part, Again!"_s, u"caching-the-hard-part-again"_s);
    row("punctuation at the ends", u"  (Draft) — notes…  "_s, u"draft-notes"_s);
    row("many hyphens", u"a -- b --- c"_s, u"a-b-c"_s);
    row("underscore stays", u"snake_case name"_s, u"snake_case-name"_s);
    row("digits", u"10 Things in 2022"_s, u"10-things-in-2022"_s);
    row("dots", u"Node.js v18.2"_s, u"node-js-v18-2"_s);
    row("slash", u"TCP/IP"_s, u"tcp-ip"_s);
    row("path", u"../../etc/passwd"_s, u"etc-passwd"_s);
    row("ampersand", u"Q&A"_s, u"q-a"_s);
    row("straight apostrophe", u"What's New"_s, u"whats-new"_s);
    row("curly apostrophe", u"What’s New"_s, u"whats-new"_s);
    row("an apostrophe between a letter and its mark", u"cafe'\u0301"_s, u"caf\u00E9"_s);
    row("modifier apostrophe", u"п\u02BCять"_s, u"пять"_s);

    row("C++", u"C++"_s, u"cplusplus"_s);
    row("C++ in a title", u"Modern C++ in 2022"_s, u"modern-cplusplus-in-2022"_s);
    row("C++20", u"C++20 ranges"_s, u"cplusplus20-ranges"_s);
    row("C#", u"C# and F#"_s, u"csharp-and-fsharp"_s);
    row("plus between letters", u"a+b"_s, u"aplusb"_s);
    row("plus between blanks", u"tea + milk"_s, u"tea-milk"_s);
    row("plus behind a digit", u"1+1"_s, u"1-1"_s);
    row("hash first", u"#golang"_s, u"golang"_s);
    row("issue number", u"Issue #12"_s, u"issue-12"_s);

    row("umlauts stay", u"Größe über alles"_s, u"größe-über-alles"_s);
    row("accents", u"Crème Brûlée"_s, u"crème-brûlée"_s);
    row("decomposed becomes composed", u"Cafe\u0301"_s, u"caf\u00E9"_s);
    row("Vietnamese", u"Lập trình Go"_s, u"lập-trình-go"_s);
    row("Greek", u"ΑΒΓ"_s, u"αβγ"_s);
    row("Cyrillic", u"Привет, мир"_s, u"привет-мир"_s);
    row("Chinese", u"你好，世界"_s, u"你好-世界"_s);
    row("Japanese with a long vowel", u"サーバー設計"_s, u"サーバー設計"_s);
    row("Korean", u"한국어 블로그"_s, u"한국어-블로그"_s);
    row("Arabic", u"مدونة تقنية"_s, u"مدونة-تقنية"_s);
    row("Hebrew", u"שלום עולם"_s, u"שלום-עולם"_s);
    row("Devanagari keeps its vowel signs", u"हिन्दी ब्लॉग"_s, u"हिन्दी-ब्लॉग"_s);
    row("Thai keeps its vowel signs", u"ภาษาไทย ที่นี่"_s, u"ภาษาไทย-ที่นี่"_s);
    row("letters beyond the first plane", u"𝒜 𐐀"_s, u"𝒜-𐐨"_s);
    row("Turkish dotted capital", u"İstanbul"_s, u"i\u0307stanbul"_s);
    row("superscript", u"E=mc²"_s, u"e-mc²"_s);

    row("emoji between words", u"Ship it 🚀 now"_s, u"ship-it-now"_s);
    row("keycap", u"1️⃣ first"_s, u"1-first"_s);
    row("zero-width joiner", u"a\u200Db"_s, u"ab"_s);
    row("soft hyphen", u"Donau\u00ADdampf"_s, u"donaudampf"_s);
    row("direction override", u"a\u202Eb"_s, u"ab"_s);
    row("byte order mark", u"\uFEFFa"_s, u"a"_s);
    row("no-break space", u"a\u00A0b"_s, u"a-b"_s);
    row("tab and line end", u"a\tb\r\nc"_s, u"a-b-c"_s);
    row("NUL", u"a\0b"_s, u"a-b"_s);
    row("half a surrogate pair", u"a"_s + QChar(0xD83D) + u"b"_s, u"a-b"_s);
    row("a lone mark", u"\u0301a"_s, u"a"_s);
    row("HTML", u"<b>bold</b>"_s, u"b-bold-b"_s);

    row("empty", u""_s, u""_s);
    row("only emoji", u"🚀🚀"_s, u""_s);
    row("only punctuation", u"?!…"_s, u""_s);
    row("only apostrophes", u"'’"_s, u""_s);

    row("100 letters", QString(100, u'a'), QString(100, u'a'));
    row("cut at 100", QString(150, u'a'), QString(100, u'a'));
    row("no hyphen left at the cut", QString(99, u'a') + u" bcd"_s, QString(99, u'a'));
    row("word begins before the cut", QString(98, u'a') + u" bcd"_s, QString(98, u'a') + u"-b"_s);
    row("100 code points beyond the first plane need 400 bytes", u"𐐨"_s.repeated(100), u"𐐨"_s.repeated(50));
    row("cut at 200 bytes", u"界"_s.repeated(100), u"界"_s.repeated(66));
    row("huge", u"x y "_s.repeated(250000), u"x-y-"_s.repeated(25).chopped(1));
}

void TestSlug::makesSlugs()
{
    QFETCH(QString, text);
    QTEST(slugify(text), "slug");
}

/// The laws of the header, on random text of all scripts.
void TestSlug::everySlugIsSafeAndStable()
{
    QRandomGenerator random(7);
    const QString likely = u"abc XYZ-_+#'’./\\?%&:\n\u0301\u00DF\u0130\u093F\u200D"_s;
    for (int i = 0; i < 20000; ++i) {
        QString text;
        for (int length = random.bounded(140); length > 0; --length) {
            if (random.bounded(3) > 0)
                text += likely[random.bounded(int(likely.size()))];
            else
                text += QString(QChar::fromUcs4(char32_t(random.bounded(0x10FFFF))));
        }
        const QString slug = slugify(text);
        QCOMPARE(slugify(slug), slug);
        QVERIFY2(slug.isEmpty() || isSafeAddressPart(slug), qPrintable(slug));
        QVERIFY(!slug.startsWith(u'-') && !slug.endsWith(u'-') && !slug.contains(u"--"_s));
        QVERIFY(slug.toUcs4().size() <= 100);
    }
}

void TestSlug::fallsBackToAHash()
{
    QCOMPARE(slugOr(u"Go", u"post"), u"go"_s);
    const QString rocket = slugOr(u"🚀", u"post");
    QCOMPARE(rocket, u"post-ebbc0b28"_s);
    QVERIFY(rocket != slugOr(u"🎉", u"post"));
    QVERIFY(isSafeAddressPart(slugOr(u"", u"tag")));
}

void TestSlug::knowsSafeAddressParts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("safe");
    const auto row = [](const char *name, const QString &text, bool safe) { QTest::newRow(name) << text << safe; };

    row("word", u"go"_s, true);
    row("file name", u"feed.xml"_s, true);
    row("blank inside", u"my post"_s, true);
    row("other script", u"größe-世界"_s, true);
    row("three dots", u"..."_s, true);
    row("200 bytes", QString(200, u'a'), true);
    row("empty", u""_s, false);
    row("dot", u"."_s, false);
    row("two dots", u".."_s, false);
    row("slash", u"a/b"_s, false);
    row("backslash", u"a\\b"_s, false);
    row("question mark", u"a?b"_s, false);
    row("hash", u"a#b"_s, false);
    row("percent", u"a%2fb"_s, false);
    row("NUL", u"a\0b"_s, false);
    row("line end", u"a\nb"_s, false);
    row("DEL", u"a\u007Fb"_s, false);
    row("C1 control", u"a\u0085b"_s, false);
    row("201 bytes", QString(201, u'a'), false);
    row("201 bytes in 67 characters", QString(67, u'界'), false);
    row("half a surrogate pair", u"a"_s + QChar(0xDC00), false);
}

void TestSlug::knowsSafeAddressParts()
{
    QFETCH(QString, text);
    QTEST(isSafeAddressPart(text), "safe");
}

void TestSlug::encodesPathSegments_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("encoded");

    QTest::newRow("unreserved") << u"aZ0-._~"_s << u"aZ0-._~"_s;
    QTest::newRow("sub-delimiters, colon, at") << u"!$&'()*+,;=:@"_s << u"!$&'()*+,;=:@"_s;
    QTest::newRow("blank") << u"my post"_s << u"my%20post"_s;
    QTest::newRow("slash") << u"a/b"_s << u"a%2Fb"_s;
    QTest::newRow("delimiters") << u"?#[]"_s << u"%3F%23%5B%5D"_s;
    QTest::newRow("percent") << u"100%"_s << u"100%25"_s;
    QTest::newRow("quotes and angles") << u"\"<>`"_s << u"%22%3C%3E%60"_s;
    QTest::newRow("umlaut") << u"größe"_s << u"gr%C3%B6%C3%9Fe"_s;
    QTest::newRow("emoji") << u"🖋"_s << u"%F0%9F%96%8B"_s;
    QTest::newRow("empty") << u""_s << u""_s;
}

void TestSlug::encodesPathSegments()
{
    QFETCH(QString, text);
    QTEST(encodePathSegment(text), "encoded");
}

void TestSlug::encodedSegmentsDecodeAgain()
{
    QString all;
    for (char16_t c = 1; c < 0x250; ++c)
        all += QChar(c);
    const QByteArray encoded = encodePathSegment(all).toLatin1();
    QCOMPARE(QUrl::fromPercentEncoding(encoded), all);
    QVERIFY(!encoded.contains('/'));
}

QTEST_GUILESS_MAIN(TestSlug)
#include "tst_slug.moc"
