// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/code_highlighter.h"

#include <QColor>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace quillway::text;

namespace {

QByteArray highlighted(CodeHighlighter &highlighter, QByteArrayView code, const QString &language)
{
    QByteArray html;
    highlighter.appendHighlighted(html, code, language);
    return html;
}

/// The text that a reader sees: the HTML without its elements.
QByteArray visible(const QByteArray &html)
{
    QString text = QString::fromUtf8(html);
    static const QRegularExpression element(u"<span class=\"[a-z]{2}\">|</span>"_s);
    text.remove(element);
    text.replace(u"&lt;"_s, u"<"_s).replace(u"&gt;"_s, u">"_s).replace(u"&quot;"_s, u"\""_s).replace(u"&amp;"_s, u"&"_s);
    return text.toUtf8();
}

/// WCAG 2.2, relative luminance.
double luminance(const QColor &colour)
{
    const auto linear = [](double part) { return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double lighter = std::max(luminance(a), luminance(b));
    const double darker = std::min(luminance(a), luminance(b));
    return (lighter + 0.05) / (darker + 0.05);
}

QColor colourOf(QByteArrayView name)
{
    return QColor(QLatin1StringView(name));
}

} // namespace

class TestCodeHighlighter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void colours_data();
    void colours();
    void leavesText_data();
    void leavesText();
    void names_data();
    void names();
    void knowsWhatAuthorsWrite_data();
    void knowsWhatAuthorsWrite();
    void keepsTheText_data();
    void keepsTheText();
    void coloursAlikeWhateverCameBefore();
    void linesTooLongStayPlain();
    void blocksTooLargeStayPlain();
    void slowDefinitionsAreLeftOut();
    void stops();
    void styleSheet_data();
    void styleSheet();

private:
    CodeHighlighter m_highlighter;
};

void TestCodeHighlighter::colours_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QByteArray>("html");

    QTest::newRow("keywords and numbers") << u"go"_s << "return 42"_ba << R"(<span class="kw">return</span> <span class="nu">42</span>)"_ba;
    QTest::newRow("neighbours of one class share an element, blanks between them too")
        << u"go"_s << "break continue"_ba << R"(<span class="kw">break continue</span>)"_ba;
    QTest::newRow("markup is escaped, in colour and out of it")
        << u"python"_s << "a < '<&>'"_ba << R"(a <span class="op">&lt;</span> <span class="st">'&lt;&amp;&gt;'</span>)"_ba;
    QTest::newRow("elements end with their line")
        << u"c"_s << "/* a\nb */"_ba << "<span class=\"co\">/* a</span>\n<span class=\"co\">b */</span>"_ba;
    QTest::newRow("empty lines") << u"go"_s << "\n\n"_ba << "\n\n"_ba;
    QTest::newRow("nothing") << u"go"_s << ""_ba << ""_ba;
    QTest::newRow("carriage returns") << u"go"_s << "return\r\nreturn\r\n"_ba
                                      << "<span class=\"kw\">return</span>\r\n<span class=\"kw\">return</span>\r\n"_ba;
    QTest::newRow("letters beyond ASCII before colour")
        << u"go"_s << "größe := \"größe\""_ba << R"(größe <span class="op">:=</span> <span class="st">&quot;größe&quot;</span>)"_ba;
    QTest::newRow("code points beyond 16 bits")
        << u"python"_s << "x = '\U0001F600' + 1"_ba
        << "x <span class=\"op\">=</span> <span class=\"st\">'\U0001F600'</span> <span class=\"op\">+</span> <span class=\"nu\">1</span>"_ba;
    QTest::newRow("PHP without its tag") << u"php"_s << "return 1;"_ba
                                         << R"(<span class="kw">return</span> <span class="nu">1</span><span class="ot">;</span>)"_ba;
    QTest::newRow("a diff's lines by what happened to them")
        << u"diff"_s << "-old\n+new\n same"_ba << "<span class=\"de\">-old</span>\n<span class=\"in\">+new</span>\n same"_ba;
    QTest::newRow("a console's commands, not what they print")
        << u"console"_s << "$ echo 'a'\nfor a\n"_ba
        << "<span class=\"pr\">$ </span><span class=\"bi\">echo</span> <span class=\"st\">'a'</span>\nfor a\n"_ba;
    QTest::newRow("a console with a name before the prompt")
        << u"console"_s << "me@host:~$ exit\n"_ba << "<span class=\"pr\">me@host:~$ </span><span class=\"bi\">exit</span>\n"_ba;
    QTest::newRow("a console's command over two lines")
        << u"console"_s << "$ echo \\\n  'a'\nb"_ba
        << "<span class=\"pr\">$ </span><span class=\"bi\">echo</span> <span class=\"dt\">\\</span>\n  <span class=\"st\">'a'</span>\nb"_ba;
}

void TestCodeHighlighter::colours()
{
    QFETCH(QString, language);
    QFETCH(QByteArray, code);
    QFETCH(QByteArray, html);
    QCOMPARE(highlighted(m_highlighter, code, language), html);
}

void TestCodeHighlighter::leavesText_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("no language") << QString();
    QTest::newRow("unknown") << u"klingon"_s;
    QTest::newRow("plain text") << u"text"_s;
    QTest::newRow("a path") << u"../../etc/passwd"_s;
    QTest::newRow("a pattern") << u"*"_s;
    QTest::newRow("markup") << u"\"><script>"_s;
    QTest::newRow("very long") << QString(100'000, u'x');
}

void TestCodeHighlighter::leavesText()
{
    QFETCH(QString, language);
    QByteArray html = "before "_ba;
    QVERIFY(!m_highlighter.appendHighlighted(html, "if (a < b) return \"c\";", language));
    QCOMPARE(html, "before if (a &lt; b) return &quot;c&quot;;"_ba);
    QVERIFY(m_highlighter.displayName(language).isEmpty());
}

void TestCodeHighlighter::names_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("name");
    const auto row = [](const QString &written, const QString &name) { QTest::newRow(qPrintable(written)) << written << name; };
    row(u"cpp"_s, u"C++"_s);
    row(u"C++"_s, u"C++"_s);
    row(u"cs"_s, u"C#"_s);
    row(u"Go"_s, u"Go"_s);
    row(u"golang"_s, u"Go"_s);
    row(u"JS"_s, u"JavaScript"_s);
    row(u"tsx"_s, u"TSX"_s);
    row(u"sh"_s, u"Shell"_s);
    row(u"console"_s, u"Console"_s);
    row(u"php"_s, u"PHP"_s);
    row(u"r"_s, u"R"_s);
    row(u"ocaml"_s, u"OCaml"_s);
    row(u"hs"_s, u"Haskell"_s);
    row(u"kt"_s, u"Kotlin"_s);
    row(u"tf"_s, u"Terraform"_s);
    row(u"proto"_s, u"Protobuf"_s);
    row(u"f90"_s, u"Fortran (Free Format)"_s);
}

void TestCodeHighlighter::names()
{
    QFETCH(QString, written);
    QFETCH(QString, name);
    QCOMPARE(m_highlighter.displayName(written), name);
}

// The names found behind fences of real blogs, most frequent ones first, that mean a language.
void TestCodeHighlighter::knowsWhatAuthorsWrite_data()
{
    QTest::addColumn<QString>("language");
    const auto names =
        u"bash go python js javascript json yaml yml html css scss sass less ruby rb rust rs c cpp c++ java kotlin swift objc objective-c "
        "objective-c++ csharp cs c# f# fsharp php sql mysql postgresql sqlite toml ini xml svg diff patch dockerfile docker makefile make "
        "cmake sh "
        "shell zsh fish powershell ps1 bat cmd console shell-session shellsession ts typescript tsx jsx vue lua perl r julia haskell hs "
        "elixir "
        "ex erlang clojure scala groovy gradle dart zig nim ocaml lisp scheme elisp racket prolog matlab fortran ada pascal vb latex tex "
        "bibtex markdown "
        "md rst asciidoc graphql protobuf proto hcl terraform tf nginx apache jinja jinja2 django liquid handlebars twig erb haml pug asm "
        "nasm llvm "
        "wat verilog vhdl glsl cuda qml d v crystal solidity nix bazel http log csv awk sed gherkin properties json5 jsonc dot graphviz"_s;
    for (const QString &name : names.split(u' '))
        QTest::newRow(qPrintable(name)) << name;
}

void TestCodeHighlighter::knowsWhatAuthorsWrite()
{
    QFETCH(QString, language);
    QVERIFY(!m_highlighter.displayName(language).isEmpty());
    QByteArray html;
    QVERIFY(m_highlighter.appendHighlighted(html, "x", language));
}

void TestCodeHighlighter::keepsTheText_data()
{
    QTest::addColumn<QString>("language");
    for (const char *language : { "go", "python", "html", "markdown", "bash", "php", "perl", "yaml", "diff", "console", "latex" })
        QTest::newRow(language) << QString::fromLatin1(language);
}

void TestCodeHighlighter::keepsTheText()
{
    QFETCH(QString, language);
    QByteArray code;
    for (int i = 1; i < 256; ++i)
        code.append(QString(QChar(i)).toUtf8()).append(i % 7 == 0 ? "\n" : " ");
    code.append("<?php echo <<<X\n\U0001F600 ${a} `b` \\\n```\n$ a\n\t<!-- \" ' --> <script>&amp;</script>\n");
    QCOMPARE(visible(highlighted(m_highlighter, code, language)), code);
}

void TestCodeHighlighter::coloursAlikeWhateverCameBefore()
{
    const QByteArray blocks[] = {
        "/* a\nreturn\n*/\nreturn\n",
        "return\n`a\nreturn\n`\nreturn\n",
        "x := `\n/* a\n`\n/* b */ return\n",
    };
    for (const QByteArray &block : blocks) {
        CodeHighlighter fresh;
        const QByteArray expected = highlighted(fresh, block, u"go"_s);
        for (const QByteArray &before : blocks) {
            highlighted(m_highlighter, before, u"go"_s);
            QCOMPARE(highlighted(m_highlighter, block, u"go"_s), expected);
        }
    }
}

void TestCodeHighlighter::linesTooLongStayPlain()
{
    const QByteArray code = "return\n" + QByteArray("return ").repeated(200) + "\nreturn\n";
    const QByteArray html = highlighted(m_highlighter, code, u"go"_s);
    QCOMPARE(html.count("<span"), 2);
    QCOMPARE(visible(html), code);
}

void TestCodeHighlighter::blocksTooLargeStayPlain()
{
    const QByteArray code = QByteArray("return\n").repeated(40'000);
    QByteArray html;
    QVERIFY(!m_highlighter.appendHighlighted(html, code, u"go"));
    QCOMPARE(html, code);
}

// One that needs most of a second for each such line.
void TestCodeHighlighter::slowDefinitionsAreLeftOut()
{
    const QByteArray code = QByteArray(990, '%').append('\n').repeated(100);
    QByteArray html;
    QVERIFY(!m_highlighter.appendHighlighted(html, code, u"SELinux File Contexts"));
    QCOMPARE(html, code);
}

void TestCodeHighlighter::stops()
{
    std::stop_source source;
    source.request_stop();
    QByteArray html;
    m_highlighter.appendHighlighted(html, "return\n", u"go", source.get_token());
    QCOMPARE(html, "return\n"_ba);
}

void TestCodeHighlighter::styleSheet_data()
{
    QTest::addColumn<CodeColours>("colours");
    QTest::newRow("light") << CodeColours::Light;
    QTest::newRow("dark") << CodeColours::Dark;
}

void TestCodeHighlighter::styleSheet()
{
    QFETCH(CodeColours, colours);
    const QColor background = colourOf(codeBackground(colours));
    QVERIFY(background.isValid());
    QVERIFY(contrast(colourOf(codeForeground(colours)), background) >= 7.0);

    static const QRegularExpression rule(u"^\\.code \\.([a-z]{2})\\{color:(#[0-9a-f]{6})(;[a-z0-9:;-]+)?\\}$"_s);
    QSet<QString> classes;
    for (const QString &line : QString::fromUtf8(codeStyleSheet(colours, ".code")).trimmed().split(u'\n')) {
        const QRegularExpressionMatch match = rule.match(line);
        QVERIFY2(match.hasMatch(), qPrintable(line));
        const double found = contrast(QColor(match.captured(2)), background);
        QVERIFY2(found >= 4.5, qPrintable(u"%1: %2"_s.arg(line).arg(found)));
        classes.insert(match.captured(1));
    }
    QCOMPARE(classes.size(), 20);
    for (const auto &seen : { u"kw"_s, u"st"_s, u"co"_s, u"in"_s, u"de"_s, u"pr"_s })
        QVERIFY(classes.contains(seen));
}

QTEST_GUILESS_MAIN(TestCodeHighlighter)
#include "tst_code_highlighter.moc"
