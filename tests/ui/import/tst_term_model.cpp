// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/term_model.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace quillway::importing;
using namespace quillway::ui;

namespace {

const QList<Term> terms { { TermKind::Category, u"Ops"_s, 40, true },
                          { TermKind::Category, u"Odd <b>"_s, 1, false },
                          { TermKind::Author, u"Ada"_s, 50, false },
                          { TermKind::Series, u"S"_s, 3, false } };

} // namespace

/// The terms of an old blog, and what is chosen for each.
class TestTermModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beginsWithTheUsualUses()
    {
        TermModel model;
        const QAbstractItemModelTester tester(&model);
        model.setTerms(terms);
        QCOMPARE(model.rowCount(), 4);
        const TermUses uses = model.uses();
        QCOMPARE(uses.use(TermKind::Category, u"Ops"_s), TermUse::TagAndTopic); // a big one
        QCOMPARE(uses.use(TermKind::Category, u"Odd <b>"_s), TermUse::Tag);
        QCOMPARE(uses.use(TermKind::Author, u"Ada"_s), TermUse::Nothing);
        QCOMPARE(uses.use(TermKind::Series, u"S"_s), TermUse::Path);
        QCOMPARE(model.index(1, TermModel::Name).data().toString(), u"Odd <b>"_s);
        QCOMPARE(model.index(0, TermModel::Posts).data().toInt(), 40);
    }

    void takesWhatATermCanBecome()
    {
        TermModel model;
        const QAbstractItemModelTester tester(&model);
        model.setTerms(terms);
        QVERIFY(model.setData(model.index(0, TermModel::Use), int(TermUse::Nothing), Qt::EditRole));
        QVERIFY(!model.setData(model.index(0, TermModel::Use), int(TermUse::Path), Qt::EditRole));
        QVERIFY(!model.setData(model.index(0, TermModel::Name), u"x"_s, Qt::EditRole));
        QVERIFY(!model.setData(model.index(0, TermModel::Use), 99, Qt::EditRole));
        QCOMPARE(model.uses().use(TermKind::Category, u"Ops"_s), TermUse::Nothing);
        model.setTerms({});
        QCOMPARE(model.rowCount(), 0);
    }

    void isChosenFromAList()
    {
        TermModel model;
        model.setTerms(terms);
        QTableView view;
        view.setModel(&model);
        view.setItemDelegateForColumn(TermModel::Use, new UseDelegate(&view));
        view.resize(600, 300);
        view.show();
        view.setCurrentIndex(model.index(3, TermModel::Use));
        view.edit(model.index(3, TermModel::Use));
        auto *box = view.findChild<QComboBox *>();
        QVERIFY(box);
        QCOMPARE(box->count(), 3);
        QCOMPARE(box->currentText(), describeUse(TermUse::Path));
        QTest::keyClick(box, Qt::Key_Down);
        QTest::keyClick(box, Qt::Key_Down);
        QTest::keyClick(box, Qt::Key_Return);
        QTRY_COMPARE(model.uses().use(TermKind::Series, u"S"_s), TermUse::Nothing);
    }
};

QTEST_MAIN(TestTermModel)
#include "tst_term_model.moc"
