// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/changes/rename_places.h"
#include "support/site_text.h"

#include <QTest>

using namespace quillway;
using namespace quillway::changes;
using namespace Qt::StringLiterals;

namespace {

const SitePath file = SitePath::literal(u"posts/a/index.md");

/// A bundle whose text begins on line 5.
model::Site siteWith(const QString &body)
{
    return test::SiteText({ { u"posts/a/index.md"_s, u"---\ntitle: A\ndate: 2024-01-01\n---\n"_s + body },
                            { u"posts/a/plan.png"_s, u"1"_s },
                            { u"posts/a/list.csv"_s, u"2"_s } })
        .site();
}

} // namespace

class TestRenamePlaces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void headings_data()
    {
        QTest::addColumn<QString>("body");
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("anchor"); // empty: none
        QTest::addColumn<QString>("text");
        const QString two = u"Before.\n\n## One `code`\n\nText.\n\n## Two {#second} ##\n\nEnd.\n"_s;
        QTest::newRow("above the first") << two << 5 << QString() << QString();
        QTest::newRow("on it") << two << 7 << u"one-code"_s << u"One `code`"_s;
        QTest::newRow("in its section") << two << 10 << u"one-code"_s << u"One `code`"_s;
        QTest::newRow("with an id of its own") << two << 11 << u"second"_s << u"Two"_s;
        QTest::newRow("in the last section") << two << 99 << u"second"_s << u"Two"_s;
        QTest::newRow("underlined") << u"A *title*\n=========\n"_s << 6 << u"a-title"_s << u"A *title*"_s;
        QTest::newRow("in a quote") << u"> ### Said\n"_s << 5 << u"said"_s << u"Said"_s;
        QTest::newRow("no headings") << u"Text.\n"_s << 5 << QString() << QString();
    }
    void headings()
    {
        QFETCH(const QString, body);
        QFETCH(const int, line);
        QFETCH(const QString, anchor);
        const auto heading = headingAt(siteWith(body), file, line);
        QCOMPARE(heading.has_value(), !anchor.isEmpty());
        if (heading) {
            QCOMPARE(heading->anchor, anchor);
            QTEST(heading->text, "text");
        }
    }

    void assets_data()
    {
        QTest::addColumn<QString>("body");
        QTest::addColumn<int>("line");
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("asset"); // empty: none
        const QString both = u"See ![plan](plan.png) and [the list](list.csv).\n\nNothing.\n"_s;
        QTest::newRow("before the first") << both << 5 << 1 << u"posts/a/plan.png"_s;
        QTest::newRow("in the first") << both << 5 << 8 << u"posts/a/plan.png"_s;
        QTest::newRow("in the second") << both << 5 << 40 << u"posts/a/list.csv"_s;
        QTest::newRow("on another line") << both << 7 << 1 << QString();
        QTest::newRow("in HTML") << u"<img src=\"plan.png\">\n"_s << 5 << 3 << u"posts/a/plan.png"_s;
        QTest::newRow("a page is none") << u"[self](index.md)\n"_s << 5 << 3 << QString();
        QTest::newRow("missing") << u"![x](none.png)\n"_s << 5 << 3 << QString();
    }
    void assets()
    {
        QFETCH(const QString, body);
        QFETCH(const int, line);
        QFETCH(const int, column);
        const auto asset = assetAt(siteWith(body), test::everythingPublished(), file, line, column);
        QTEST(asset ? asset->toString() : QString(), "asset");
    }
};

QTEST_APPLESS_MAIN(TestRenamePlaces)
#include "tst_rename_places.moc"
