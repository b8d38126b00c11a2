// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/site_path.h"

#include <QSet>
#include <QTest>

using namespace quillway;
using namespace Qt::StringLiterals;

namespace {

/// The path's text, or `none`.
QString shown(const std::optional<SitePath> &path)
{
    return path ? path->toString() : u"none"_s;
}

} // namespace

class TestSitePath : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parses_data();
    void parses();
    void resolvesSiblings_data();
    void resolvesSiblings();
    void tellsItsParts_data();
    void tellsItsParts();
    void isAValue();
};

void TestSitePath::parses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("path");
    const auto row = [](const char *name, const QString &text, const QString &path) { QTest::newRow(name) << text << path; };

    row("plain", u"posts/a.md"_s, u"posts/a.md"_s);
    row("at the top", u"quillway.toml"_s, u"quillway.toml"_s);
    row("deep", u"a/b/c/d/e.md"_s, u"a/b/c/d/e.md"_s);
    row("dot parts", u"a//./b"_s, u"a/b"_s);
    row("dot first", u"./a"_s, u"a"_s);
    row("slash at the end", u"a/b/"_s, u"a/b"_s);
    row("up and down again", u"a/b/../c"_s, u"a/c"_s);
    row("up to the top", u"a/../c"_s, u"c"_s);
    row("blank", u"posts/my post.md"_s, u"posts/my post.md"_s);
    row("other scripts", u"posts/größe/博客.md"_s, u"posts/größe/博客.md"_s);
    row("emoji", u"posts/🖋.md"_s, u"posts/🖋.md"_s);
    row("dots in a name", u"posts/x.aspx.markdown"_s, u"posts/x.aspx.markdown"_s);
    row("three dots are a name", u"a/.../b"_s, u"a/.../b"_s);
    row("two dots and more are a name", u"a/..b/c.."_s, u"a/..b/c.."_s);
    row("percent-encoding is not read", u"a/%2e%2e/b"_s, u"a/%2e%2e/b"_s);

    row("empty", u""_s, u"none"_s);
    row("only dots", u"./."_s, u"none"_s);
    row("only slashes", u"//"_s, u"none"_s);
    row("back at the start", u"a/.."_s, u"none"_s);
    row("out", u".."_s, u"none"_s);
    row("out and in", u"../site/a"_s, u"none"_s);
    row("out in the middle", u"a/../../b"_s, u"none"_s);
    row("out and back in", u"a/../../a/b"_s, u"none"_s);
    row("absolute", u"/etc/passwd"_s, u"none"_s);
    row("two slashes first", u"//host/share"_s, u"none"_s);
    row("backslash", u"..\\..\\b"_s, u"none"_s);
    row("backslash in a name", u"a/b\\c"_s, u"none"_s);
    row("NUL", u"a\0.md"_s, u"none"_s);
    row("half a surrogate pair", u"a/"_s + QChar(0xD800) + u".md"_s, u"none"_s);
}

void TestSitePath::parses()
{
    QFETCH(QString, text);
    QTEST(shown(SitePath::parse(text)), "path");
}

void TestSitePath::resolvesSiblings_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("path");
    const auto row = [](const char *title, const QString &from, const QString &name, const QString &path) {
        QTest::newRow(title) << from << name << path;
    };

    row("beside", u"posts/a.md"_s, u"b.md"_s, u"posts/b.md"_s);
    row("below", u"posts/a/index.md"_s, u"img/x.png"_s, u"posts/a/img/x.png"_s);
    row("dot", u"posts/a.md"_s, u"./b.md"_s, u"posts/b.md"_s);
    row("other folder", u"posts/a.md"_s, u"../pages/b.md"_s, u"pages/b.md"_s);
    row("at the top", u"README.md"_s, u"b.md"_s, u"b.md"_s);
    row("up to the top", u"posts/a.md"_s, u"../quillway.toml"_s, u"quillway.toml"_s);
    row("out", u"posts/a.md"_s, u"../../b.md"_s, u"none"_s);
    row("out from the top", u"a.md"_s, u"../b.md"_s, u"none"_s);
    row("absolute", u"posts/a.md"_s, u"/b.md"_s, u"none"_s);
    row("empty", u"posts/a.md"_s, u""_s, u"none"_s);
    row("its folder", u"posts/a/index.md"_s, u"."_s, u"posts/a"_s);
    row("nothing left", u"posts/a.md"_s, u".."_s, u"none"_s);
    row("NUL", u"posts/a.md"_s, u"b\0"_s, u"none"_s);
}

void TestSitePath::resolvesSiblings()
{
    QFETCH(QString, from);
    QFETCH(QString, name);
    QTEST(shown(SitePath::literal(from).resolvedSibling(name)), "path");
}

void TestSitePath::tellsItsParts_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("fileName");
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("topFolder");
    QTest::addColumn<QString>("stem");

    QTest::newRow("in a folder") << u"posts/a.md"_s << u"a.md"_s << u"posts"_s << u"posts"_s << u"a"_s;
    QTest::newRow("deeper") << u"posts/x/y/index.md"_s << u"index.md"_s << u"posts/x/y"_s << u"posts"_s << u"index"_s;
    QTest::newRow("at the top") << u"quillway.toml"_s << u"quillway.toml"_s << u""_s << u""_s << u"quillway"_s;
    QTest::newRow("without extension") << u"a/LICENSE"_s << u"LICENSE"_s << u"a"_s << u"a"_s << u"LICENSE"_s;
    QTest::newRow("two extensions") << u"a/x.aspx.markdown"_s << u"x.aspx.markdown"_s << u"a"_s << u"a"_s << u"x.aspx"_s;
    QTest::newRow("hidden") << u"a/.profile"_s << u".profile"_s << u"a"_s << u"a"_s << u".profile"_s;
    QTest::newRow("dot in a folder") << u"a.b/c"_s << u"c"_s << u"a.b"_s << u"a.b"_s << u"c"_s;
    QTest::newRow("dot at the end") << u"a/c."_s << u"c."_s << u"a"_s << u"a"_s << u"c"_s;
}

void TestSitePath::tellsItsParts()
{
    QFETCH(QString, path);
    const SitePath parsed = SitePath::literal(path);
    QTEST(parsed.fileName(), "fileName");
    QTEST(parsed.folder(), "folder");
    QTEST(parsed.topFolder(), "topFolder");
    QTEST(parsed.stem(), "stem");
}

void TestSitePath::isAValue()
{
    const SitePath a = SitePath::literal(u"posts/a.md");
    const SitePath b = SitePath::literal(u"posts/b.md");
    QCOMPARE(a, SitePath::literal(u"posts//./a.md"));
    QVERIFY(a != b);
    QVERIFY(a < b);
    QVERIFY(b > a);
    QCOMPARE((QSet<SitePath> { a, b, a }).size(), 2);
}

QTEST_GUILESS_MAIN(TestSitePath)
#include "tst_site_path.moc"
