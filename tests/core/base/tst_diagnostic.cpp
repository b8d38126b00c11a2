// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/diagnostic.h"

#include <QSet>
#include <QTest>

#include <algorithm>
#include <random>

using namespace quillway;
using namespace Qt::StringLiterals;

namespace {

Diagnostic at(const QString &file, int line, int column, ErrorCode code = ErrorCode::BadValue, const QString &detail = {})
{
    return { Severity::Error, { code, file, { line, column }, detail } };
}

} // namespace

class TestDiagnostic : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void printsAsACompiler_data();
    void printsAsACompiler();
    void hasASentenceForEachCode();
    void sortsByPlace();
    void sortsTheSameFromAnyOrder();
    void onlyErrorsAreErrors();
};

void TestDiagnostic::printsAsACompiler_data()
{
    QTest::addColumn<Diagnostic>("diagnostic");
    QTest::addColumn<QString>("line");
    const auto row = [](const char *name, Severity severity, const Error &error, const QString &line) {
        QTest::newRow(name) << Diagnostic { severity, error } << line;
    };

    row("all parts", Severity::Error, { ErrorCode::BadDate, u"posts/a.md"_s, { 12, 4 }, u"2022-17-01"_s },
        u"posts/a.md:12:4: error: this is not a date: 2022-17-01"_s);
    row("no detail", Severity::Warning, { ErrorCode::MissingAltText, u"posts/a.md"_s, { 3, 1 }, {} },
        u"posts/a.md:3:1: warning: the picture has no alternative text"_s);
    row("no column", Severity::Error, { ErrorCode::BrokenLink, u"posts/a.md"_s, { 3, 0 }, u"/x/"_s },
        u"posts/a.md:3: error: broken link: /x/"_s);
    row("no line", Severity::Note, { ErrorCode::MissingDate, u"posts/a.md"_s, {}, {} },
        u"posts/a.md: note: there is no date, so this counts as a draft"_s);
    row("no file", Severity::Error, { ErrorCode::Cancelled, {}, { 3, 4 }, {} }, u"error: cancelled"_s);
    row("a line end in the detail", Severity::Error, { ErrorCode::UnknownKey, u"a.md"_s, { 1, 1 }, u"x\nb.md:1:1: error: forged"_s },
        u"a.md:1:1: error: unknown key: x\\nb.md:1:1: error: forged"_s);
    row("a terminal's control sequence", Severity::Error, { ErrorCode::UnknownKey, u"a\u001B[2J.md"_s, {}, u"\u009B31m"_s },
        u"a\\u001b[2J.md: error: unknown key: \\u009b31m"_s);
    row("a tab", Severity::Error, { ErrorCode::UnknownKey, {}, {}, u"a\tb"_s }, u"error: unknown key: a b"_s);
    row("front matter", Severity::Error, { ErrorCode::FrontMatterSyntax, u"posts/a.md"_s, { 2, 1 }, {} },
        u"posts/a.md:2:1: error: the front matter cannot be understood"_s);
    row("a file that is nothing but settings", Severity::Error, { ErrorCode::FrontMatterSyntax, u"quillway.toml"_s, { 2, 1 }, {} },
        u"quillway.toml:2:1: error: the file cannot be understood"_s);
    row("other scripts", Severity::Error, { ErrorCode::UnknownTag, u"topics/größe.md"_s, { 2, 1 }, u"世界"_s },
        u"topics/größe.md:2:1: error: no post has this tag: 世界"_s);
}

void TestDiagnostic::printsAsACompiler()
{
    QFETCH(Diagnostic, diagnostic);
    QTEST(toCompilerLine(diagnostic), "line");
}

void TestDiagnostic::hasASentenceForEachCode()
{
    QSet<QString> sentences;
    const int count = int(ErrorCode::Internal) + 1;
    for (int code = 0; code < count; ++code) {
        const QString sentence = describe({ ErrorCode(code), {}, {}, {} });
        QVERIFY(!sentence.isEmpty());
        QVERIFY2(!sentence.endsWith(u'.'), qPrintable(sentence));
        sentences.insert(sentence);
    }
    QCOMPARE(sentences.size(), count);
}

void TestDiagnostic::sortsByPlace()
{
    const Diagnostics sorted {
        at(u""_s, 0, 0),
        at(u"a.md"_s, 0, 0),
        at(u"a.md"_s, 2, 9),
        at(u"a.md"_s, 10, 1),
        at(u"a.md"_s, 10, 2, ErrorCode::UnknownKey),
        at(u"a.md"_s, 10, 2, ErrorCode::BrokenLink, u"x"_s),
        at(u"a.md"_s, 10, 2, ErrorCode::BrokenLink, u"y"_s),
        at(u"b.md"_s, 1, 1),
    };
    Diagnostics diagnostics(sorted.crbegin(), sorted.crend());
    sortByPlace(diagnostics);
    QCOMPARE(diagnostics, sorted);
}

void TestDiagnostic::sortsTheSameFromAnyOrder()
{
    Diagnostics diagnostics;
    for (int i = 0; i < 200; ++i)
        diagnostics.append({ Severity(i % 3), { ErrorCode(i % 5), QString::number(i % 4), { i % 6, i % 2 }, QString::number(i % 7) } });
    Diagnostics expected = diagnostics;
    sortByPlace(expected);
    std::mt19937 random(1);
    for (int round = 0; round < 20; ++round) {
        std::ranges::shuffle(diagnostics, random);
        sortByPlace(diagnostics);
        QCOMPARE(diagnostics, expected);
    }
}

void TestDiagnostic::onlyErrorsAreErrors()
{
    const Error error { ErrorCode::BadValue, {}, {}, {} };
    QVERIFY(!hasErrors({}));
    QVERIFY(!hasErrors({ { Severity::Note, error }, { Severity::Warning, error } }));
    QVERIFY(hasErrors({ { Severity::Note, error }, { Severity::Error, error } }));
}

QTEST_GUILESS_MAIN(TestDiagnostic)
#include "tst_diagnostic.moc"
