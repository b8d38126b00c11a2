// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/markdown.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace quillway::text;

namespace {

Rendered render(const QByteArray &body, const RenderOptions &options = {})
{
    CodeHighlighter highlighter;
    return renderMarkdown(body, options, highlighter).value();
}

} // namespace

class TestMarkdown : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void html_data();
    void html();
};

void TestMarkdown::html_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("html");

    QTest::newRow("heading") << "## Über *uns*"_ba
                             << "<div class=\"heading\"><h2 id=\"über-uns\">Über <em>uns</em></h2>"
                                "<a class=\"anchor\" href=\"#%C3%BCber-uns\" aria-labelledby=\"über-uns\"></a></div>\n"_ba;
    QTest::newRow("alert")
        << "> [!WARNING]\n> Hot"_ba
        << "<div class=\"alert alert-warning\" role=\"note\">\n<p class=\"alert-title\">Warning</p>\n<p>Hot</p>\n</div>\n"_ba;
}

void TestMarkdown::html()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, html);
    QCOMPARE(render(body).html, html);
}

QTEST_APPLESS_MAIN(TestMarkdown)
#include "tst_markdown.moc"
