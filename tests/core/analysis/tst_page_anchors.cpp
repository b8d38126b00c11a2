// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/page_anchors.h"
#include "core/model/readers.h"

#include <QTest>

using namespace quillway;
using namespace quillway::analysis;
using namespace Qt::StringLiterals;

class TestPageAnchors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knows_data();
    void knows();
    void listsHeadings();
};

namespace {

model::Post postOf(const QByteArray &body)
{
    auto parsed = model::readPost(SitePath::literal(u"posts/a.md"), body, {});
    if (!parsed)
        qFatal("cannot be read");
    return parsed->value;
}

} // namespace

void TestPageAnchors::knows_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("fragment");
    QTest::addColumn<bool>("has");
    const auto row = [](const char *what, const QByteArray &body, const QString &fragment, bool has) {
        QTest::newRow(what) << body << fragment << has;
    };
    row("a heading", "## Worker pools\n", u"worker-pools"_s, true);
    row("the second of equal headings", "## A b\n\n## A b\n", u"a-b-1"_s, true);
    row("another case", "## Worker pools\n", u"Worker-Pools"_s, false);
    row("an id of its own", "## Worker pools {#pools}\n", u"pools"_s, true);
    row("no such heading", "## Worker pools\n", u"pools"_s, false);
    row("an id in HTML", "<div id=\"box\">x</div>\n", u"box"_s, true);
    row("an id without quotes", "<p ID=box>x</p>\n", u"box"_s, true);
    row("an old name", "Text <a name='old'></a> here.\n", u"old"_s, true);
    row("a text that looks like an id", "id=\"box\"\n", u"box"_s, false);
    row("the top", "x\n", u"top"_s, true);
    row("nothing", "x\n", QString(), true);
    row("a footnote", "x[^a]\n\n[^a]: y\n", u"fn:1"_s, true);
    row("back from a footnote", "x[^a]\n\n[^a]: y\n", u"fnref:1"_s, true);
    row("no footnotes", "x\n", u"fn:1"_s, false);
}

void TestPageAnchors::knows()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, fragment);
    const model::Post post = postOf(body);
    PageAnchors anchors;
    QTEST(anchors.has(post, fragment), "has");
    QTEST(anchors.has(post, fragment), "has");
}

void TestPageAnchors::listsHeadings()
{
    QCOMPARE(PageAnchors::headings(postOf("# One\n\n## Two b\n")), QStringList({ u"one"_s, u"two-b"_s }));
}

QTEST_APPLESS_MAIN(TestPageAnchors)
#include "tst_page_anchors.moc"
