// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/version_model.h"

#include "core/base/content_hash.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::ui;

class TestVersionModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void saysWhenAndHowLarge()
    {
        VersionModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QDateTime now(QDate(2024, 5, 15), QTime(12, 0));
        const QByteArray hash = contentHash("now"_ba);
        model.setVersions({ { now.toUTC(), hash, 3 }, { now.addDays(-1).toUTC(), contentHash("old"_ba), 2048 } }, hash, now);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(0).data().toString(), u"Today, 12:00"_s);
        QCOMPARE(model.index(0).data(VersionModel::DetailRole).toString(), u"3 bytes · the text as it is now"_s);
        QCOMPARE(model.index(1).data().toString(), u"Yesterday, 12:00"_s);
        QCOMPARE(model.index(1).data(VersionModel::DetailRole).toString(), u"2.0 kB"_s);
        QCOMPARE(model.index(1).data(Qt::AccessibleTextRole).toString(), u"Yesterday, 12:00, 2.0 kB"_s);

        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setCurrent(contentHash("old"_ba));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(model.index(0).data(VersionModel::DetailRole).toString(), u"3 bytes"_s);
        model.setVersions({}, {}, now);
        model.setCurrent({});
        QCOMPARE(model.rowCount(), 0);
    }

    void namesMoments_data()
    {
        QTest::addColumn<QDateTime>("when");
        QTest::addColumn<QString>("name");
        QTest::newRow("now") << QDateTime(QDate(2024, 5, 15), QTime(12, 0)) << u"Today, 12:00"_s;
        QTest::newRow("since midnight") << QDateTime(QDate(2024, 5, 15), QTime(0, 0)) << u"Today, 00:00"_s;
        QTest::newRow("before midnight") << QDateTime(QDate(2024, 5, 14), QTime(23, 59)) << u"Yesterday, 23:59"_s;
        QTest::newRow("two days ago") << QDateTime(QDate(2024, 5, 13), QTime(8, 5)) << u"13 May 2024, 08:05"_s;
        QTest::newRow("the future") << QDateTime(QDate(2030, 1, 1), QTime(8, 5)) << u"1 Jan 2030, 08:05"_s;
        QTest::newRow("told in UTC") << QDateTime(QDate(2024, 5, 15), QTime(12, 0)).toUTC() << u"Today, 12:00"_s;
    }

    void namesMoments()
    {
        QFETCH(QDateTime, when);
        QTEST(describeMoment(when, QDateTime(QDate(2024, 5, 15), QTime(12, 0))), "name");
    }
};

QTEST_MAIN(TestVersionModel)
#include "tst_version_model.moc"
