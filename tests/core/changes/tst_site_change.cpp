// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/changes/site_change.h"

#include <QTest>

using namespace quillway;
using namespace quillway::changes;
using namespace Qt::StringLiterals;

class TestSiteChange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsAMove_data();
    void followsAMove();
    void isTakenBackByItsReverse();
};

void TestSiteChange::followsAMove_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("after");

    QTest::newRow("what moves") << u"posts/a"_s << u"posts/b"_s;
    QTest::newRow("a file in it") << u"posts/a/index.md"_s << u"posts/b/index.md"_s;
    QTest::newRow("deep in it") << u"posts/a/img/a/x.png"_s << u"posts/b/img/a/x.png"_s;
    QTest::newRow("a name that begins alike") << u"posts/a.md"_s << u"posts/a.md"_s;
    QTest::newRow("elsewhere") << u"pages/posts/a"_s << u"pages/posts/a"_s;
}

void TestSiteChange::followsAMove()
{
    QFETCH(QString, file);
    QFETCH(QString, after);
    const Move move { SitePath::literal(u"posts/a"), SitePath::literal(u"posts/b") };
    QCOMPARE(movedPath(*SitePath::parse(file), move).toString(), after);
}

void TestSiteChange::isTakenBackByItsReverse()
{
    const auto a = SitePath::literal(u"posts/a");
    const auto b = SitePath::literal(u"posts/b");
    const auto c = SitePath::literal(u"posts/c");
    const SiteChange change { .moves = { { a, b }, { b, c } },
                              .edits = { { SitePath::literal(u"posts/c/index.md"), "old", "new" },
                                         { SitePath::literal(u"tags.toml"), std::nullopt, "made" } } };
    const SiteChange back = reversed(change);
    QCOMPARE(back.moves, (QList<Move> { { c, b }, { b, a } }));
    QCOMPARE(back.edits,
             (QList<TextEdit> { { SitePath::literal(u"posts/a/index.md"), "new", "old" },
                                { SitePath::literal(u"tags.toml"), "made", std::nullopt } }));
    QCOMPARE(reversed(back), change);
}

QTEST_APPLESS_MAIN(TestSiteChange)
#include "tst_site_change.moc"
