// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/link_places.h"
#include "core/import/link_targets.h"
#include "support/hostile_texts.h"
#include "support/work_timer.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace quillway::importing;

/// Destinations are found as Markdown reads them, and nowhere in code.
class TestLinkPlaces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void turns_data()
    {
        QTest::addColumn<QString>("body");
        QTest::addColumn<QString>("turned");
        const auto row = [](const char *name, const QString &body, const QString &turned) { QTest::newRow(name) << body << turned; };
        row("a link", u"a [b](x) c"_s, u"a [b](X) c"_s);
        row("a picture", u"![b](x)"_s, u"![b](X)"_s);
        row("a title", u"[b](x \"t\")"_s, u"[b](X \"t\")"_s);
        row("in angle brackets", u"[b](<x y>)"_s, u"[b](<X Y>)"_s);
        row("parentheses", u"[b](x(y)z)"_s, u"[b](X%28Y%29Z)"_s);
        row("blanks", u"![b](x y.png)"_s, u"![b](X%20Y.PNG)"_s);
        row("a definition", u"[b]: x \"t\"\n"_s, u"[b]: X \"t\"\n"_s);
        row("no footnote", u"[^b]: x\n"_s, u"[^b]: x\n"_s);
        row("HTML", u"<a class=\"k\" href=\"x\">b</a><img src='y'>"_s, u"<a class=\"k\" href=\"X\">b</a><img src='Y'>"_s);
        row("an autolink", u"see <https://t.example/x>"_s, u"see [https://t.example/x](HTTPS://T.EXAMPLE/X)"_s);
        row("a picture in a link", u"[![a](x)](y)"_s, u"[![a](X)](Y)"_s);
        row("a template construct", u"[b]({{ site.url }}/x)"_s, u"[b]({{%20SITE.URL%20}}/X)"_s);
        row("code in the line", u"`[b](x)` [b](x)"_s, u"`[b](x)` [b](X)"_s);
        row("a fence", u"```\n[b](x)\n```\n[b](x)\n"_s, u"```\n[b](x)\n```\n[b](X)\n"_s);
        row("indented code", u"a\n\n    [b](x)\n"_s, u"a\n\n    [b](x)\n"_s);
        row("indented in a list", u"- a\n\n    [b](x)\n"_s, u"- a\n\n    [b](X)\n"_s);
        row("a fence in a list", u"- a\n\n  ```\n  [b](x)\n  ```\n"_s, u"- a\n\n  ```\n  [b](x)\n  ```\n"_s);
        row("not closed", u"[b](x"_s, u"[b](x"_s);
    }

    void turns()
    {
        QFETCH(QString, body);
        QTEST(turnLinks(body, [](const LinkPlace &, const QString &destination) { return destination.toUpper(); }), "turned");
    }

    void takesTimeInProportion()
    {
        for (const quillway::test::HostileText &text : quillway::test::hostileTexts()) {
            quillway::test::WorkTimer timer;
            timer.start();
            const QString body = QString::fromUtf8(text.body);
            QCOMPARE(turnLinks(body, [](const LinkPlace &, const QString &) { return std::optional<QString>(); }), body);
            QVERIFY2(timer.elapsed() < 4000, text.name);
        }
    }

    void resolvesWhatTheOldSiteHad_data()
    {
        QTest::addColumn<QString>("destination");
        QTest::addColumn<QString>("file");
        QTest::newRow("an old address") << u"/2019/a/"_s << u"posts/a.md"_s;
        QTest::newRow("without its slash") << u"/2019/a"_s << u"posts/a.md"_s;
        QTest::newRow("with a file's name") << u"/2019/a/index.html"_s << u"posts/a.md"_s;
        QTest::newRow("with an ending") << u"/2019/a.html"_s << u"posts/a.md"_s;
        QTest::newRow("other capitals") << u"/2019/A/"_s << u"posts/a.md"_s;
        QTest::newRow("the whole address") << u"https://t.example/2019/a/"_s << u"posts/a.md"_s;
        QTest::newRow("without the scheme") << u"//t.example/2019/a/"_s << u"posts/a.md"_s;
        QTest::newRow("a file beside it") << u"a.md"_s << u"posts/a.md"_s;
        QTest::newRow("relative to the address") << u"../a/"_s << u"posts/a.md"_s;
        QTest::newRow("elsewhere") << u"https://other.example/2019/a/"_s << u""_s;
        QTest::newRow("nothing there") << u"/2019/b/"_s << u""_s;
        QTest::newRow("out of the source") << u"../../../../etc/passwd"_s << u""_s;
    }

    void resolvesWhatTheOldSiteHad()
    {
        LinkTargets targets;
        targets.addOwnUrl(QUrl(u"https://t.example/"_s));
        targets.addFile(u"content/a.md"_s, u"posts/a.md"_s);
        targets.addAddress(u"/2019/a/"_s, u"posts/a.md"_s);
        QFETCH(QString, destination);
        const auto found = targets.resolve(destination, u"content/c.md"_s, u"/2019/c/"_s);
        QTEST(found ? found->file : QString(), "file");
    }

    void namesFilesRelatively()
    {
        QCOMPARE(relativeDestination(u"posts/a.md"_s, u"posts/b.md"_s), u"b.md"_s);
        QCOMPARE(relativeDestination(u"posts/x/a.md"_s, u"pages/b.md"_s), u"../../pages/b.md"_s);
        QCOMPARE(relativeDestination(u"posts/a.md"_s, u"assets/b#1.png"_s), u"../assets/b%231.png"_s);
    }
};

QTEST_GUILESS_MAIN(TestLinkPlaces)
#include "tst_link_places.moc"
