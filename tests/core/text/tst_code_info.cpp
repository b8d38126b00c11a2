// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/code/console.h"
#include "core/text/markdown/code_info.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace quillway::text;

class TestCodeInfo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parses_data();
    void parses();
    void parsesLines_data();
    void parsesLines();
    void prompts_data();
    void prompts();
};

void TestCodeInfo::parses_data()
{
    QTest::addColumn<QByteArray>("info");
    QTest::addColumn<QByteArray>("language");
    QTest::addColumn<QByteArray>("title");
    QTest::addColumn<QByteArray>("rest");
    QTest::newRow("nothing") << ""_ba << ""_ba << ""_ba << ""_ba;
    QTest::newRow("language") << "go"_ba << "go"_ba << ""_ba << ""_ba;
    QTest::newRow("in capitals") << " JSON "_ba << "json"_ba << ""_ba << ""_ba;
    QTest::newRow("signs in the name") << "c++"_ba << "c++"_ba << ""_ba << ""_ba;
    QTest::newRow("sharp") << "F#"_ba << "f#"_ba << ""_ba << ""_ba;
    QTest::newRow("more words") << "go {linenos=true} x"_ba << "go"_ba << ""_ba << "{linenos=true} x"_ba;
    QTest::newRow("glued flags") << "rust,no_run"_ba << "rust"_ba << ""_ba << ",no_run"_ba;
    QTest::newRow("glued lines") << "js{1,3-4}"_ba << "js"_ba << ""_ba << "{1,3-4}"_ba;
    QTest::newRow("glued title") << "js:src/app.js"_ba << "js"_ba << "src/app.js"_ba << ":src/app.js"_ba;
    QTest::newRow("title") << "go title=\"a b.go\""_ba << "go"_ba << "a b.go"_ba << "title=\"a b.go\""_ba;
    QTest::newRow("bare title") << "go title=a.go x"_ba << "go"_ba << "a.go"_ba << "title=a.go x"_ba;
    QTest::newRow("title in braces") << "go {filename='a.go'}"_ba << "go"_ba << "a.go"_ba << "{filename='a.go'}"_ba;
    QTest::newRow("title without end") << "go title=\"a"_ba << "go"_ba << ""_ba << "title=\"a"_ba;
    QTest::newRow("title of nothing") << "go title="_ba << "go"_ba << ""_ba << "title="_ba;
    QTest::newRow("something that only ends like title") << "go subtitle=a"_ba << "go"_ba << ""_ba << "subtitle=a"_ba;
    QTest::newRow("Pandoc") << "{.python #id .x}"_ba << "python"_ba << ""_ba << "{.python #id .x}"_ba;
    QTest::newRow("Pandoc without language") << "{#id}"_ba << ""_ba << ""_ba << "{#id}"_ba;
    QTest::newRow("only glue") << ":::"_ba << ""_ba << "::"_ba << ":::"_ba;
}

void TestCodeInfo::parses()
{
    QFETCH(QByteArray, info);
    const CodeInfo parsed = parseCodeInfo(info);
    QTEST(parsed.language, "language");
    QTEST(parsed.title, "title");
    QTEST(parsed.rest, "rest");
}

void TestCodeInfo::parsesLines_data()
{
    QTest::addColumn<QByteArray>("info");
    QTest::addColumn<int>("firstNumber"); // 0: not numbered
    QTest::addColumn<QList<LineSpan>>("marked");
    const QList<LineSpan> none;
    QTest::newRow("nothing") << "go"_ba << 0 << none;
    QTest::newRow("numbers") << "go linenos"_ba << 1 << none;
    QTest::newRow("glued") << "rust,linenos"_ba << 1 << none;
    QTest::newRow("Hugo") << "go {linenos=table,hl_lines=[8,\"15-17\"],linenostart=199}"_ba << 199
                          << QList<LineSpan> { { 8, 8 }, { 15, 17 } };
    QTest::newRow("refused") << "go {linenos=false}"_ba << 0 << none;
    QTest::newRow("Docusaurus") << "js {1,4-6} showLineNumbers"_ba << 1 << QList<LineSpan> { { 1, 1 }, { 4, 6 } };
    QTest::newRow("glued braces") << "js{2}"_ba << 0 << QList<LineSpan> { { 2, 2 } };
    QTest::newRow("Pandoc") << "{.cpp .numberLines startFrom=\"100\"}"_ba << 100 << none;
    QTest::newRow("MkDocs") << "cpp title=\"a.cpp\" linenos=\"1\" hl_lines=\"2-4 7\""_ba << 1 << QList<LineSpan> { { 2, 4 }, { 7, 7 } };
    QTest::newRow("no lines") << "go hl_lines=\"0 4-2 x - 5-\""_ba << 0 << none;
    QTest::newRow("too many lines") << "go hl_lines=\"1-99999999999\" linenostart=99999999999 linenos"_ba << 1 << none;
    QTest::newRow("other braces") << "go {1: x}"_ba << 0 << none;
    QTest::newRow("part of another word") << "go nolinenos linenosx"_ba << 0 << none;
}

void TestCodeInfo::parsesLines()
{
    QFETCH(QByteArray, info);
    const CodeInfo parsed = parseCodeInfo(info);
    QTEST(parsed.isNumbered ? parsed.firstNumber : 0, "firstNumber");
    QTEST(parsed.marked, "marked");
}

void TestCodeInfo::prompts_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("prompt");
    QTest::newRow("user") << "$ ls"_ba << "$ "_ba;
    QTest::newRow("root") << "# ls"_ba << "# "_ba;
    QTest::newRow("nothing typed") << "$"_ba << "$"_ba;
    QTest::newRow("Python") << ">>> 1"_ba << ">>> "_ba;
    QTest::newRow("Python going on") << "... 2"_ba << "... "_ba;
    QTest::newRow("user and host") << "me@host:~/src$ ls"_ba << "me@host:~/src$ "_ba;
    QTest::newRow("user and host in brackets") << "[root@host ~]# ls"_ba << "[root@host ~]# "_ba;
    QTest::newRow("what is printed") << "total 0"_ba << ""_ba;
    QTest::newRow("money") << "costs 5$ a month"_ba << ""_ba;
    QTest::newRow("a mail") << "From: me@host is not a prompt # x"_ba << ""_ba;
    QTest::newRow("a variable") << "$HOME"_ba << ""_ba;
    QTest::newRow("nothing") << ""_ba << ""_ba;
}

void TestCodeInfo::prompts()
{
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, prompt);
    QCOMPARE(line.first(promptSize(line)), prompt);
}

QTEST_APPLESS_MAIN(TestCodeInfo)
#include "tst_code_info.moc"
