// SPDX-License-Identifier: GPL-3.0-or-later
#include "post_lines.h"

#include <QTest>

using namespace quillway;
using namespace quillway::analysis;
using namespace Qt::StringLiterals;
using test::TextFile;

namespace {

const QString line = u"2020-01-0%1 %2 go \"x\" %3"_s;

QStringList targetsOf(const SiteKnowledge &knowledge, const QString &slug)
{
    QStringList files;
    for (const SitePath &file : knowledge.links.from(*knowledge.site->postBySlug(slug)))
        files += file.toString();
    return files;
}

} // namespace

class TestPostLinks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTargets_data();
    void findsTargets();
    void knowsDrafts();
    void followsChanges_data();
    void followsChanges();
    void lendsTheIndexWhereAddressesStay();
};

void TestPostLinks::findsTargets_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("files");
    const auto row = [](const char *what, const QString &text, const QStringList &files) { QTest::newRow(what) << text << files; };
    row("by address", u"[b](/posts/b/)"_s, { u"posts/b.md"_s });
    row("by file", u"[b](b.md)"_s, { u"posts/b.md"_s });
    row("each once, in the order of the text", u"[c](c.md) [b](b.md) [c again](/posts/c/#x)"_s, { u"posts/c.md"_s, u"posts/b.md"_s });
    row("not itself", u"[a](a.md) [place](#x)"_s, {});
    row("a page", u"[about](/about/)"_s, { u"pages/about.md"_s });
    row("nothing that is no text", u"[e](https://elsewhere.example/) [gone](/posts/gone/) [tag](/tags/go/)"_s, {});
}

void TestPostLinks::findsTargets()
{
    QFETCH(QString, text);
    const auto knowledge = test::knowledgeOf(
        test::postLines({ line.arg(1).arg(u"a"_s, text), line.arg(2).arg(u"b"_s, {}), line.arg(3).arg(u"c"_s, {}) })
        + QList<TextFile> { { u"pages/about.md"_s, u"---\ntitle: About\n---\n"_s } });
    QTEST(targetsOf(*knowledge, u"a"_s), "files");
}

void TestPostLinks::knowsDrafts()
{
    const auto knowledge = test::knowledgeOf(
        test::postLines({ line.arg(1).arg(u"a"_s, {}) })
        + QList<TextFile> { { u"posts/draft.md"_s, u"---\ntitle: x\ndraft: true\n---\n[a](a.md)\n"_s } });
    QCOMPARE(targetsOf(*knowledge, u"draft"_s), QStringList { u"posts/a.md"_s });
}

void TestPostLinks::followsChanges_data()
{
    QTest::addColumn<QList<TextFile>>("after");
    QTest::addColumn<QStringList>("files");
    const TextFile a = test::postLine(line.arg(1).arg(u"a"_s, u"[b](/posts/b/)"_s));
    const TextFile b = test::postLine(line.arg(2).arg(u"b"_s, {}));
    const auto row = [](const char *what, const QList<TextFile> &after, const QStringList &files) { QTest::newRow(what) << after << files; };
    row("nothing", { a, b }, { u"posts/b.md"_s });
    row("another text", { test::postLine(line.arg(1).arg(u"a"_s, u"no link"_s)), b }, {});
    row("the target is gone", { a }, {});
    row("the target has another address", { a, { b.first, u"---\ntitle: x\ndate: 2020-01-02\nslug: new\n---\n"_s } }, {});
    row("the target has left an alias", { a, { b.first, u"---\ntitle: x\ndate: 2020-01-02\nslug: new\naliases: [/posts/b/]\n---\n"_s } },
        { u"posts/b.md"_s });
    row("another file has the address", { a, { u"posts/c.md"_s, u"---\ntitle: x\ndate: 2020-01-02\nslug: b\n---\n"_s } },
        { u"posts/c.md"_s });
    row("other permalinks", { a, b, { u"quillway.toml"_s, u"permalink = \"/:slug/\"\n"_s } }, {});
}

void TestPostLinks::followsChanges()
{
    QFETCH(QList<TextFile>, after);
    const auto older = test::knowledgeOf(test::postLines({ line.arg(1).arg(u"a"_s, u"[b](/posts/b/)"_s), line.arg(2).arg(u"b"_s, {}) }));
    QTEST(targetsOf(*test::knowledgeOf(after, older), u"a"_s), "files");
}

void TestPostLinks::lendsTheIndexWhereAddressesStay()
{
    const auto older = test::knowledgeOf(test::postLines({ line.arg(1).arg(u"a"_s, {}) }));
    const auto edited = test::knowledgeOf(test::postLines({ line.arg(1).arg(u"a"_s, u"words"_s) }), older);
    QCOMPARE(&edited->links.index(), &older->links.index());
    const auto moved = test::knowledgeOf(test::postLines({ line.arg(1).arg(u"b"_s, {}) }), older);
    QVERIFY(&moved->links.index() != &older->links.index());
}

QTEST_APPLESS_MAIN(TestPostLinks)
#include "tst_post_links.moc"
