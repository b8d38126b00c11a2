// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/library_model.h"

#include "core/model/readers.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::ui;
using Kind = LibraryEntry::Kind;

namespace {

const QDateTime now(QDate(2024, 6, 15), QTime(12, 0), QTimeZone::utc());

model::PostPtr post(const QString &stem, const QByteArray &head)
{
    return std::make_shared<const model::Post>(
        model::readPost(SitePath::literal(u"posts/"_s + stem + u".md"_s), "---\n" + head + "---\n", {})->value);
}

model::SiteParts parts()
{
    model::SiteParts parts;
    parts.posts = { post(u"2024-01-01-a"_s, "title: A\ntags: [go, sql]\n"), post(u"2024-01-02-b"_s, "title: B\ndraft: true\ntags: [go]\n"),
                    post(u"2030-01-01-c"_s, "title: C\n") };
    parts.topics = { std::make_shared<const model::Topic>(
        model::readTopic(SitePath::literal(u"topics/go.md"), "---\ntitle: Go\n---\n"_ba)->value) };
    return parts;
}

QStringList below(const LibraryModel &model, Kind kind)
{
    const QModelIndex place = model.indexOf(kind);
    QStringList list;
    for (int row = 0; row < model.rowCount(place); ++row)
        list.append(model.index(row, 0, place).data().toString());
    return list;
}

} // namespace

class TestLibraryModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsAndLists()
    {
        LibraryModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setSite(std::make_shared<const model::Site>(parts()), now);
        QCOMPARE(model.indexOf(Kind::AllPosts).data(LibraryModel::CountRole).toInt(), 3);
        QCOMPARE(model.indexOf(Kind::Drafts).data(LibraryModel::CountRole).toInt(), 1);
        QCOMPARE(model.indexOf(Kind::Scheduled).data(LibraryModel::CountRole).toInt(), 1);
        QCOMPARE(below(model, Kind::Tags), QStringList({ u"go"_s, u"sql"_s }));
        QCOMPARE(below(model, Kind::Topics), QStringList { u"Go"_s });
        QVERIFY(below(model, Kind::Paths).isEmpty());
        model.setProblemCount(7);
        QCOMPARE(model.indexOf(Kind::Problems).data(LibraryModel::CountRole).toInt(), 7);
    }

    void keepsWhatIsSelectedWhenTheSiteChanges()
    {
        LibraryModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model::SiteParts site = parts();
        model.setSite(std::make_shared<const model::Site>(site), now);
        const QPersistentModelIndex go = model.index(0, 0, model.indexOf(Kind::Tags));
        site.posts.append(post(u"2024-02-01-d"_s, "title: D\ntags: [zig]\n"));
        model.setSite(std::make_shared<const model::Site>(site), now);
        QCOMPARE(below(model, Kind::Tags), QStringList({ u"go"_s, u"sql"_s, u"zig"_s }));
        QVERIFY(go.isValid());
        QCOMPARE(model.entry(go).key, u"go"_s);
        site.posts.clear();
        model.setSite(std::make_shared<const model::Site>(site), now);
        QVERIFY(below(model, Kind::Tags).isEmpty());
        QVERIFY(!go.isValid());
    }

    void knowsWhatEachEntryStandsFor()
    {
        LibraryModel model;
        model.setSite(std::make_shared<const model::Site>(parts()), now);
        const LibraryEntry topic = model.entry(model.index(0, 0, model.indexOf(Kind::Topics)));
        QCOMPARE(topic.kind, Kind::Topic);
        QCOMPARE(topic.file, u"topics/go.md"_s);
        QCOMPARE(topic.key, u"go"_s);
    }
};

QTEST_GUILESS_MAIN(TestLibraryModel)
#include "tst_library_model.moc"
