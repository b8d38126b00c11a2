// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/aids/writing.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::test;

namespace {

void putOnClipboard(const QString &html, const QString &plain, const QString &format = {})
{
    auto *data = new QMimeData;
    data->setHtml(html);
    if (!plain.isEmpty())
        data->setText(plain);
    if (!format.isEmpty())
        data->setData(format, "x");
    QGuiApplication::clipboard()->setMimeData(data);
}

} // namespace

class TestPasteAids : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void richTextBecomesMarkdown_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("html");
        QTest::addColumn<QString>("after");
        const QString words = u"<meta charset=\"utf-8\">a <b>b</b>"_s;
        const QString blocks = u"<h2>A</h2><ul><li>b</li></ul>"_s;
        QTest::newRow("words into a line") << u"x ‸ y"_s << words << u"x a **b**‸ y"_s;
        QTest::newRow("words over a selection") << u"x ⟨yy‸"_s << words << u"x a **b**‸"_s;
        QTest::newRow("blocks into an empty text") << u"‸"_s << blocks << u"## A\n\n- b‸"_s;
        QTest::newRow("blocks into a paragraph") << u"x‸y"_s << blocks << u"x\n\n## A\n\n- b‸\n\ny"_s;
        QTest::newRow("blocks between lines") << u"x\n‸\ny"_s << blocks << u"x\n\n## A\n\n- b‸\n\ny"_s;
        QTest::newRow("blocks into a quote") << u"> ‸"_s << blocks << u"> ## A\n>\n> - b‸"_s;
        QTest::newRow("blocks into an item") << u"- ‸"_s << u"<p>a</p><p>b</p><hr>"_s << u"- a\n\n  b\n\n  ---‸"_s;
        QTest::newRow("words into a cell") << u"| ‸ |\n| - |"_s << u"<b>a|b</b>"_s << u"| **a\\|b**‸ |\n| - |"_s;
        QTest::newRow("into code") << u"```\n‸\n```"_s << words << u"```\nplain‸\n```"_s;
        QTest::newRow("colours only") << u"‸"_s << u"<div style=\"color:red\">a</div>"_s << u"plain‸"_s;
    }
    void richTextBecomesMarkdown()
    {
        QFETCH(QString, before);
        QFETCH(QString, html);
        QFETCH(QString, after);
        putOnClipboard(html, u"plain"_s);
        Writing writing(before);
        writing.press(QKeySequence(Qt::CTRL | Qt::Key_V));
        QCOMPARE(writing.marked(), after);
        writing.press(QKeySequence(Qt::CTRL | Qt::Key_Z));
        QCOMPARE(writing.marked(), before);
    }

    void codeOfAnEditorStaysAsItIs()
    {
        putOnClipboard(u"<div><b>if</b> x</div>"_s, u"if\tx"_s, u"vscode-editor-data"_s);
        Writing writing(u"‸"_s);
        writing.press(QKeySequence(Qt::CTRL | Qt::Key_V));
        QCOMPARE(writing.marked(), u"if\tx‸"_s);
    }

    void plainOnRequest()
    {
        putOnClipboard(u"<b>a</b>"_s, u"a\r\nb"_s);
        Writing writing(u"x⟨y‸z"_s);
        writing.press(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_V));
        QCOMPARE(writing.marked(), u"xa\nb‸z"_s);
        writing.press(QKeySequence(Qt::CTRL | Qt::Key_Z));
        QCOMPARE(writing.marked(), u"x⟨y‸z"_s);
    }
};

QTEST_MAIN(TestPasteAids)
#include "tst_paste_aids.moc"
