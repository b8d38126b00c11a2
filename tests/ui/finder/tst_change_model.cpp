// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/finder/change_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::search;
using namespace quillway::ui;

namespace {

Replacement change(qsizetype begin)
{
    return { .begin = begin,
             .end = begin + 1,
             .inserted = "b"_ba,
             .line = int(begin) + 1,
             .before = u"<"_s,
             .removed = u"a"_s,
             .added = u"b"_s,
             .after = u">"_s };
}

ReplacementPlan plan()
{
    return { .files = { { SitePath::literal(u"posts/one.md"), u"One"_s, "aa"_ba, { change(0), change(1) } },
                        { SitePath::literal(u"posts/two.md"), u"Two"_s, "a"_ba, { change(0) } } },
             .count = 3 };
}

Qt::CheckState stateOf(const QModelIndex &index)
{
    return index.data(Qt::CheckStateRole).value<Qt::CheckState>();
}

} // namespace

class TestChangeModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsFilesAndTheirChanges()
    {
        ChangeModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setPlan(plan());
        QCOMPARE(model.rowCount(), 2);
        const QModelIndex one = model.index(0, 0);
        QCOMPARE(one.data(), u"One"_s);
        QCOMPARE(model.rowCount(one), 2);
        QCOMPARE(model.index(1, 0, one).data(), u"<a>"_s);
        QCOMPARE(model.line(model.index(1, 0, one)), 2);
        QCOMPARE(model.file(model.index(1, 0, one)).toString(), u"posts/one.md"_s);
        QCOMPARE(model.index(0, 0, one).data(Qt::AccessibleTextRole), u"line 1: a becomes b"_s);
        model.setPlan({});
        QCOMPARE(model.rowCount(), 0);
    }

    void whatIsUncheckedIsLeftOut()
    {
        ChangeModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setPlan(plan());
        const QSignalSpy told(&model, &ChangeModel::checkedChanged);
        QCOMPARE(model.checkedCount(), 3);
        const QModelIndex one = model.index(0, 0);
        QVERIFY(model.setData(model.index(0, 0, one), Qt::Unchecked, Qt::CheckStateRole));
        QCOMPARE(stateOf(one), Qt::PartiallyChecked);
        QCOMPARE(told.count(), 1);
        QCOMPARE(model.checked().at(0).changes, QList { change(1) });
        QVERIFY(model.setData(one, Qt::Checked, Qt::CheckStateRole));
        QCOMPARE(stateOf(model.index(0, 0, one)), Qt::Checked);
        QVERIFY(model.setData(one, Qt::Unchecked, Qt::CheckStateRole));
        QCOMPARE(model.checked().size(), 1);
        QCOMPARE(model.checked().at(0).title, u"Two"_s);
        QCOMPARE(model.checkedCount(), 1);
    }

    void theNextPlanKeepsWhatWasUnchecked()
    {
        ChangeModel model;
        model.setPlan(plan());
        QVERIFY(model.setData(model.index(1, 0, model.index(0, 0)), Qt::Unchecked, Qt::CheckStateRole));
        model.setPlan(plan());
        QCOMPARE(stateOf(model.index(0, 0, model.index(0, 0))), Qt::Checked);
        QCOMPARE(stateOf(model.index(1, 0, model.index(0, 0))), Qt::Unchecked);
    }
};

QTEST_GUILESS_MAIN(TestChangeModel)
#include "tst_change_model.moc"
