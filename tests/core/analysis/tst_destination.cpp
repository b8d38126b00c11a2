// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/destination.h"

#include <QTest>

using namespace quillway;
using namespace quillway::analysis;
using namespace Qt::StringLiterals;
using Kind = Destination::Kind;

class TestDestination : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesApart_data();
    void takesApart();
    void findsItsOwnSite_data();
    void findsItsOwnSite();
    void resolvesAsABrowser_data();
    void resolvesAsABrowser();
};

void TestDestination::takesApart_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("tail");
    QTest::addColumn<QString>("fragment");
    const auto row = [](const char *what, const QString &text, Kind kind, const QString &path = {}, const QString &tail = {},
                        const QString &fragment = {}) { QTest::newRow(what) << text << kind << path << tail << fragment; };
    row("empty", QString(), Kind::Nothing);
    row("blanks", u" \t"_s, Kind::Nothing);
    row("a fragment", u"#part"_s, Kind::SamePage, {}, u"#part"_s, u"part"_s);
    row("a fragment of another script", u"#größe"_s, Kind::SamePage, {}, u"#gr%C3%B6%C3%9Fe"_s, u"größe"_s);
    row("an encoded fragment", u"#gr%C3%B6%C3%9Fe"_s, Kind::SamePage, {}, u"#gr%C3%B6%C3%9Fe"_s, u"größe"_s);
    row("the top", u"#"_s, Kind::SamePage, {}, u"#"_s, {});
    row("a query alone", u"?page=2"_s, Kind::SamePage, {}, u"?page=2"_s, {});
    row("a relative file", u"../x.md"_s, Kind::Inside, u"../x.md"_s);
    row("with a fragment", u"x.md#a"_s, Kind::Inside, u"x.md"_s, u"#a"_s, u"a"_s);
    row("with both", u"/x/?a=b&c#d?e"_s, Kind::Inside, u"/x/"_s, u"?a=b&c#d?e"_s, u"d?e"_s);
    row("encoded blanks", u"my%20pic.png"_s, Kind::Inside, u"my pic.png"_s);
    row("bare blanks", u"my pic.png"_s, Kind::Inside, u"my pic.png"_s);
    row("a broken encoding stays", u"100%.md"_s, Kind::Inside, u"100%.md"_s);
    row("an encoding that is no UTF-8 stays", u"%FF.md"_s, Kind::Inside, u"%FF.md"_s);
    row("backslashes as browsers read them", u"img\\a.png"_s, Kind::Inside, u"img/a.png"_s);
    row("mail", u"mailto:a@b.example"_s, Kind::Elsewhere);
    row("script", u"JavaScript:alert(1)"_s, Kind::Elsewhere);
    row("data", u"data:image/png;base64,AAAA"_s, Kind::Elsewhere);
    row("another site", u"https://other.example/x"_s, Kind::Elsewhere);
    row("another site, scheme left out", u"//cdn.example/x.js"_s, Kind::Elsewhere);
    row("a colon behind a slash is no scheme", u"./a:b.md"_s, Kind::Inside, u"./a:b.md"_s);
    row("a colon behind a number is no scheme", u"1:2.md"_s, Kind::Inside, u"1:2.md"_s);
}

void TestDestination::takesApart()
{
    QFETCH(QString, text);
    const Destination destination = parseDestination(text, QUrl(u"https://blog.example/"_s));
    QTEST(destination.kind, "kind");
    QTEST(destination.path, "path");
    QTEST(destination.tail, "tail");
    QTEST(destination.fragment, "fragment");
    QVERIFY(!destination.belowPrefix);
}

void TestDestination::findsItsOwnSite_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("path"); // empty: another site
    const auto row = [](const char *what, const QString &base, const QString &text, const QString &path) {
        QTest::newRow(what) << base << text << path;
    };
    const QString root = u"https://blog.example/"_s;
    const QString below = u"https://example.org/blog/"_s;
    row("the site", root, u"https://blog.example/"_s, u"/"_s);
    row("the site without slash", root, u"https://blog.example"_s, u"/"_s);
    row("with a fragment at once", root, u"https://blog.example#a"_s, u"/"_s);
    row("a page", root, u"https://blog.example/posts/x/"_s, u"/posts/x/"_s);
    row("over http", root, u"http://blog.example/posts/x/"_s, u"/posts/x/"_s);
    row("capitals", root, u"HTTPS://Blog.Example/x/"_s, u"/x/"_s);
    row("scheme left out", root, u"//blog.example/x/"_s, u"/x/"_s);
    row("a name that begins alike", root, u"https://blog.example.org/x/"_s, {});
    row("another port", root, u"https://blog.example:8080/x/"_s, {});
    row("below a path", below, u"https://example.org/blog/x/"_s, u"/x/"_s);
    row("the start page below a path", below, u"https://example.org/blog"_s, u"/"_s);
    row("beside the path", below, u"https://example.org/x/"_s, {});
    row("a path that begins alike", below, u"https://example.org/blogs/"_s, {});
    row("no base_url", QString(), u"https://blog.example/x/"_s, {});
}

void TestDestination::findsItsOwnSite()
{
    QFETCH(QString, base);
    QFETCH(QString, text);
    QFETCH(QString, path);
    const Destination destination = parseDestination(text, QUrl(base));
    QCOMPARE(destination.kind, path.isEmpty() ? Kind::Elsewhere : Kind::Inside);
    QCOMPARE(destination.path, path);
    QCOMPARE(destination.belowPrefix, !path.isEmpty());
}

void TestDestination::resolvesAsABrowser_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("absolute");
    const auto row = [](const char *path, const char *absolute) {
        QTest::newRow(path) << QString::fromUtf8(path) << QString::fromUtf8(absolute);
    };
    // On the page /posts/x/.
    row("y", "/posts/x/y");
    row("y/", "/posts/x/y/");
    row("./y", "/posts/x/y");
    row("../y/", "/posts/y/");
    row("../../y/", "/y/");
    row("..", "/posts/");
    row(".", "/posts/x/");
    row("../../../../y", "/y");
    row("/y/", "/y/");
    row("/y/../z", "/z");
    row("/a/./b//c/", "/a/b/c/");
    row("/a/b/..", "/a/");
    row("/..", "/");
    row("/", "/");
    row("", "/posts/x/");
}

void TestDestination::resolvesAsABrowser()
{
    QFETCH(QString, path);
    QTEST(absolutePath(path, u"/posts/x/"_s), "absolute");
}

QTEST_APPLESS_MAIN(TestDestination)
#include "tst_destination.moc"
