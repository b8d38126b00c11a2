// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/finder/finder_model.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace quillway::ui;

class TestFinderModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsItsItems()
    {
        FinderModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 0);
        model.setItems({ { .text = { u"Save"_s, { { 0, 2 } } }, .detail = u"File"_s, .hint = u"Ctrl+S"_s, .enabled = false },
                         { .text = { u"a line"_s, {} }, .lead = u"12"_s } });
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(0).data(Qt::DisplayRole), u"Save"_s);
        QCOMPARE(model.index(0).data(Qt::AccessibleTextRole), u"Save, File, Ctrl+S, not available"_s);
        QCOMPARE(model.index(1).data(Qt::AccessibleTextRole), u"line 12, a line"_s);
        model.setItems({});
        QCOMPARE(model.rowCount(), 0);
    }
};

QTEST_GUILESS_MAIN(TestFinderModel)
#include "tst_finder_model.moc"
