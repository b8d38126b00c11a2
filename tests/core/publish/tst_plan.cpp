// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/plan.h"
#include "core/publish/site_folder.h"

#include <QSet>
#include <QTest>

using namespace quillway;
using namespace Qt::StringLiterals;
using test::SiteFolder;

namespace {

/// What is written beside an empty site's own pages.
QStringList newFiles(const publish::Plan &plan)
{
    static const QStringList own = [] {
        QStringList files;
        for (const publish::Output &output : publish::makePlan(SiteFolder().publication()->shared()).outputs)
            files.append(output.file.toString());
        return files;
    }();
    QStringList files;
    for (const publish::Output &output : plan.outputs) {
        const QString file = output.file.toString();
        const bool isOfAll = file.endsWith(".xml"_L1) || file.endsWith(".json"_L1) || file.startsWith("search/words/"_L1);
        if (!own.contains(file) && !isOfAll)
            files.append(file);
    }
    files.sort();
    return files;
}

QStringList lines(const Diagnostics &diagnostics)
{
    QStringList lines;
    for (const Diagnostic &diagnostic : diagnostics)
        lines.append(toCompilerLine(diagnostic));
    lines.sort();
    return lines;
}

using Files = QList<std::pair<QString, QByteArray>>;

} // namespace

class TestPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plansFiles_data();
    void plansFiles();
    void neverHasTwoOutputsInOnePlace();
};

void TestPlan::plansFiles_data()
{
    QTest::addColumn<Files>("site");
    QTest::addColumn<QStringList>("files");
    QTest::addColumn<QStringList>("problems");
    const auto post = [](const QString &name, const QByteArray &head) {
        return std::pair(u"posts/"_s + name, "---\ndate: 2024-01-01\n" + head + "---\nx\n");
    };

    QTest::newRow("nothing") << Files {} << QStringList {} << QStringList {};
    QTest::newRow("a post") << Files { post(u"a.md"_s, "") } << QStringList { u"posts/a/index.html"_s } << QStringList {};
    QTest::newRow("a tag, as a list of its own")
        << Files { post(u"a.md"_s, "tags: [C++]\n") }
        << QStringList { u"posts/a/index.html"_s, u"tags/cplusplus/index.html"_s, u"tags/index.html"_s } << QStringList {};
    QTest::newRow("two posts at one address") << Files { post(u"a.md"_s, "slug: same\n"), post(u"b.md"_s, "slug: same\n") }
                                              << QStringList { u"posts/same/index.html"_s }
                                              << QStringList {
                                                     u"posts/b.md: error: two files have the same address: /posts/same/, as posts/a.md"_s
                                                 };
    QTest::newRow("a page where the site has one of its own")
        << Files { { u"pages/archive.md"_s, "---\ntitle: Mine\n---\n" } } << QStringList {}
        << QStringList { u"pages/archive.md: error: two files have the same address: /archive/, as a page of the site's own"_s };
    QTest::newRow("an asset where a post stands")
        << Files { post(u"a.md"_s, ""), { u"assets/posts/a/index.html"_s, "x" } } << QStringList { u"posts/a/index.html"_s }
        << QStringList { u"assets/posts/a/index.html: error: two files have the same address: /posts/a/index.html, as posts/a.md"_s };
    QTest::newRow("a file where a folder has to be")
        << Files { post(u"a.md"_s, ""), { u"assets/posts"_s, "x" } } << QStringList { u"posts/a/index.html"_s }
        << QStringList { u"assets/posts: error: two files have the same address: /posts, as posts/a.md"_s };
    QTest::newRow("a folder where a file stands")
        << Files { { u"assets/a"_s, "x" }, { u"assets/feed.xml/b"_s, "x" } } << QStringList { u"a"_s }
        << QStringList { u"assets/feed.xml/b: error: two files have the same address: /feed.xml/b, as a page of the site's own"_s };
    QTest::newRow("only case apart")
        << Files { { u"assets/Plan.svg"_s, "x" }, { u"assets/plan.svg"_s, "x" } } << QStringList { u"Plan.svg"_s, u"plan.svg"_s }
        << QStringList {
               u"assets/plan.svg: warning: two files have the same address: /plan.svg, as assets/Plan.svg where case does not count"_s
           };
    QTest::newRow("a page where the search would stand")
        << Files { { u"pages/search.md"_s, "---\ntitle: Mine\n---\n" } } << QStringList {} << QStringList {};
    QTest::newRow("own robots.txt and 404.html")
        << Files { { u"assets/robots.txt"_s, "x" }, { u"assets/404.html"_s, "x" } } << QStringList {} << QStringList {};
    QTest::newRow("old addresses") << Files { post(u"a.md"_s, "aliases: [/old/, /2019/a.html, posts/a/, '../up', '']\n") }
                                   << QStringList { u"2019/a.html"_s, u"old/index.html"_s, u"posts/a/index.html"_s } << QStringList {};
    QTest::newRow("an old address that is another post's")
        << Files { post(u"a.md"_s, "aliases: [/posts/b/]\n"), post(u"b.md"_s, "") }
        << QStringList { u"posts/a/index.html"_s, u"posts/b/index.html"_s } << QStringList {};
    QTest::newRow("an old name of a tag") << Files { post(u"a.md"_s, "tags: [go]\n"), { u"tags.toml"_s, "[go]\naliases = [\"golang\"]\n" } }
                                          << QStringList { u"posts/a/index.html"_s, u"tags/go/index.html"_s, u"tags/golang/index.html"_s,
                                                           u"tags/index.html"_s }
                                          << QStringList {};
    QTest::newRow("pictures of a bundle") << Files { { u"posts/a/index.md"_s, "---\ndate: 2024-01-01\n---\n" },
                                                     { u"posts/a/img/p.png"_s, "x" } }
                                          << QStringList { u"posts/a/img/p.png"_s, u"posts/a/index.html"_s } << QStringList {};
    QTest::newRow("pictures of a draft") << Files { { u"posts/a/index.md"_s, "---\ndraft: true\n---\n" }, { u"posts/a/p.png"_s, "x" } }
                                         << QStringList {} << QStringList {};
    QTest::newRow("a theme's own file") << Files { { u"theme/fonts/a.woff2"_s, "x" },
                                                   { u"theme/post.html"_s, "x" },
                                                   { u"theme/.hidden"_s, "x" } }
                                        << QStringList { u"theme/fonts/a.woff2"_s } << QStringList {};
    QTest::newRow("a list of several pages") << Files { { u"quillway.toml"_s, "base_url = \"https://t.example/\"\n[index]\nper_page = 1\n" },
                                                        post(u"a.md"_s, "tags: [t]\n"),
                                                        post(u"b.md"_s, "tags: [t]\n") }
                                             << QStringList { u"page/2/index.html"_s, u"posts/a/index.html"_s, u"posts/b/index.html"_s,
                                                              u"tags/index.html"_s,   u"tags/t/index.html"_s,  u"tags/t/page/2/index.html"_s }
                                             << QStringList {};
}

void TestPlan::plansFiles()
{
    QFETCH(Files, site);
    const SiteFolder folder;
    for (const auto &[path, bytes] : site)
        folder.write(path, bytes);
    const publish::Plan plan = publish::makePlan(folder.publication()->shared());
    QTEST(newFiles(plan), "files");
    QTEST(lines(plan.diagnostics), "problems");
}

void TestPlan::neverHasTwoOutputsInOnePlace()
{
    const SiteFolder folder(QStringLiteral(QUILLWAY_TEST_DATA "/site"));
    const publish::Plan plan = publish::makePlan(folder.publication()->shared());
    QSet<QString> files;
    for (const publish::Output &output : plan.outputs) {
        QVERIFY2(!files.contains(output.file.toString()), qPrintable(output.address));
        files.insert(output.file.toString());
    }
}

QTEST_GUILESS_MAIN(TestPlan)
#include "tst_plan.moc"
