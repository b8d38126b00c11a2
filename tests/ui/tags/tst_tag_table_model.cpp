// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tags/tag_table_model.h"

#include "support/site_text.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::ui;

namespace {

const QDateTime now(QDate(2026, 6, 1), QTime(12, 0), QTimeZone::utc());

TagsReport report(const QList<test::TextFile> &files)
{
    return reportOnTags(std::make_shared<const model::Site>(test::SiteText(files).site()), now);
}

test::TextFile post(const QString &date, const QString &tags)
{
    return { u"posts/%1-p.md"_s.arg(date), u"---\ntitle: P\ntags: [%1]\n---\n"_s.arg(tags) };
}

const QList<test::TextFile> files { post(u"2020-01-05"_s, u"Go, test"_s),
                                    post(u"2021-03-01"_s, u"go, tests"_s),
                                    post(u"2022-04-01"_s, u"Go, tests"_s),
                                    { u"tags.toml"_s, u"[go]\ndescription = \"A language & more\"\n"_s } };

QStringList shown(const TagTableModel &model, int row)
{
    QStringList cells;
    for (int column = 0; column < TagTableModel::ColumnCount; ++column)
        cells.append(model.index(row, column).data().toString());
    return cells;
}

} // namespace

class TestTagTableModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void showsEachTag()
    {
        TagTableModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRows(report(files).rows);
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(shown(model, 0), QStringList({ u"Go"_s, u"3"_s, u"5 Jan 2020"_s, u"1 Apr 2022"_s, u"tests, test"_s, QString() }));
        QCOMPARE(shown(model, 1), QStringList({ u"test"_s, u"1"_s, u"5 Jan 2020"_s, u"5 Jan 2020"_s, u"Go"_s, u"tests"_s }));
        QCOMPARE(model.index(1, TagTableModel::Doubles).data(Qt::ToolTipRole).toString(), u"tests: singular and plural"_s);
        QCOMPARE(model.index(0, TagTableModel::Name).data(Qt::ToolTipRole).toString(), u"A language &amp; more"_s);
    }

    void sortsByWhatIsMeant()
    {
        TagTableModel model;
        model.setRows(report(files).rows);
        QCOMPARE(model.index(0, TagTableModel::Posts).data(TagTableModel::SortRole), QVariant(3));
        QCOMPARE(model.index(0, TagTableModel::First).data(TagTableModel::SortRole), QVariant(QDate(2020, 1, 5)));
        QCOMPARE(model.index(0, TagTableModel::Name).data(TagTableModel::SortRole), QVariant(u"go"_s));
    }

    void tagsThatStayKeepTheirRows()
    {
        TagTableModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRows(report(files).rows);
        const QPersistentModelIndex go = model.index(0, 0);
        model.setRows(report(files + QList<test::TextFile> { post(u"2023-01-01"_s, u"go"_s) }).rows);
        QVERIFY(go.isValid());
        QCOMPARE(model.index(0, TagTableModel::Posts).data().toString(), u"4"_s);
        model.setRows({});
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(model.rowOf(u"go"_s), -1);
    }

    void hostileTagsAreText()
    {
        TagTableModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QString large(300, u'x');
        model.setRows(
            report({ post(u"2020-01-01"_s, u"\"<b>bold</b>\", \"../up\", \"\u202eright\", %1, \"\U0001F600\""_s.arg(large)) }).rows);
        QCOMPARE(model.rowCount(), 5);
        QVERIFY(!model.index(model.rowOf(u"../up"_s), TagTableModel::Neighbours).data(Qt::ToolTipRole).toString().contains(u"<b>bold"));
    }
};

QTEST_MAIN(TestTagTableModel)
#include "tst_tag_table_model.moc"
