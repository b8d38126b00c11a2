// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/posts/post_list_model.h"

#include "core/model/readers.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::ui;

namespace {

const QDateTime now(QDate(2024, 6, 15), QTime(12, 0), QTimeZone::utc());

model::PostPtr post(const QString &stem, const QByteArray &head)
{
    return std::make_shared<const model::Post>(
        model::readPost(SitePath::literal(u"posts/"_s + stem + u".md"_s), "---\n" + head + "---\n", {})->value);
}

QList<model::PostPtr> threePosts()
{
    return { post(u"2024-01-01-b"_s, "title: Beta\nupdated: 2024-06-01\n"), post(u"2024-02-01-a"_s, "title: alpha\n"),
             post(u"2024-03-01-c"_s, "title: Gamma 10\n") };
}

model::SitePtr siteOf(const QList<model::PostPtr> &posts)
{
    model::SiteParts parts;
    parts.posts = posts;
    return std::make_shared<const model::Site>(std::move(parts));
}

QString titles(const PostListModel &model)
{
    QStringList list;
    for (int row = 0; row < model.rowCount(); ++row)
        list.append(model.index(row).data().toString());
    return list.join(u", "_s);
}

} // namespace

class TestPostListModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ordersPosts_data()
    {
        QTest::addColumn<PostOrder>("order");
        QTest::addColumn<QString>("expected");
        QTest::newRow("newest") << PostOrder::Newest << u"Gamma 10, alpha, Beta"_s;
        QTest::newRow("oldest") << PostOrder::Oldest << u"Beta, alpha, Gamma 10"_s;
        QTest::newRow("title") << PostOrder::Title << u"alpha, Beta, Gamma 10"_s;
        QTest::newRow("last changed") << PostOrder::LastChanged << u"Beta, Gamma 10, alpha"_s;
    }
    void ordersPosts()
    {
        QFETCH(PostOrder, order);
        PostListModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setSite(siteOf(threePosts()), now);
        model.setOrder(order);
        QTEST(titles(model), "expected");
    }

    void aPostThatWasEditedIsOneChangedRow()
    {
        PostListModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QList<model::PostPtr> posts = threePosts();
        model.setSite(siteOf(posts), now);
        const QPersistentModelIndex kept = model.index(1);
        QSignalSpy changed(&model, &PostListModel::dataChanged);
        QSignalSpy reset(&model, &PostListModel::modelReset);
        posts[1] = post(u"2024-02-01-a"_s, "title: Alpha II\n");
        model.setSite(siteOf(posts), now);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(reset.size(), 0);
        QCOMPARE(kept.data().toString(), u"Alpha II"_s);
    }

    void aPostMoreOrLessKeepsTheOthers()
    {
        PostListModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QList<model::PostPtr> posts = threePosts();
        model.setSite(siteOf(posts), now);
        const QPersistentModelIndex kept = model.index(2);
        posts.append(post(u"2024-02-15-d"_s, "title: Delta\n"));
        model.setSite(siteOf(posts), now);
        QCOMPARE(titles(model), u"Gamma 10, Delta, alpha, Beta"_s);
        QCOMPARE(kept.row(), 3);
        posts.removeFirst();
        model.setSite(siteOf(posts), now);
        QCOMPARE(titles(model), u"Gamma 10, Delta, alpha"_s);
        QVERIFY(!kept.isValid());
    }

    void filters()
    {
        PostListModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setSite(siteOf(threePosts()), now);
        model.setFilter(search::parsePostFilter(u"gamma"));
        QCOMPARE(titles(model), u"Gamma 10"_s);
        model.setFilter({});
        QCOMPARE(model.rowCount(), 3);
    }

    void saysItsStateInWordsToo()
    {
        PostListModel model;
        model.setSite(siteOf({ post(u"2024-01-01-a"_s, "title: A\ndraft: true\n") }), now);
        model.setModified({ SitePath::literal(u"posts/2024-01-01-a.md") });
        const QString spoken = model.index(0).data(Qt::AccessibleTextRole).toString();
        QVERIFY(spoken.startsWith(u"A, draft, not saved"));
    }

    void tellsWhichPostsAreModified()
    {
        PostListModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setSite(siteOf(threePosts()), now);
        const SitePath file = SitePath::literal(u"posts/2024-02-01-a.md");
        model.setModified({ file });
        QVERIFY(model.indexOf(file).data(PostListModel::ModifiedRole).toBool());
        QVERIFY(!model.index(0).data(PostListModel::ModifiedRole).toBool());
    }
};

QTEST_GUILESS_MAIN(TestPostListModel)
#include "tst_post_list_model.moc"
