// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/readers.h"
#include "core/model/topic_wording.h"

#include <QTest>

using namespace quillway;
using namespace quillway::model;
using namespace Qt::StringLiterals;

class TestTopicWording : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theProgramHasOne();
    void theSitesReplacesItKeyByKey();
};

void TestTopicWording::theProgramHasOne()
{
    const TopicWording wording = effectiveWording({});
    QVERIFY(!wording.definition->text.isEmpty());
    QVERIFY(!wording.claims->isEmpty());
    QVERIFY(!wording.checklist->isEmpty());
    QVERIFY(!wording.failureModes->isEmpty());
    QCOMPARE(wording.stages->size(), 3);
    for (const QString &stage : *wording.stages)
        QVERIFY(!stage.isEmpty());
}

void TestTopicWording::theSitesReplacesItKeyByKey()
{
    const auto settings = readSettings("[topics.wording]\nclaims = ['Ours']\nchecklist = []\ndefinition = ''\n"_ba);
    QVERIFY(settings);
    const TopicWording own = effectiveWording(settings->value);
    const TopicWording shipped = effectiveWording({});
    QCOMPARE(own.claims->size(), 1);
    QCOMPARE(own.claims->first().text, u"Ours"_s);
    QVERIFY(own.checklist->isEmpty());
    QVERIFY(own.definition->text.isEmpty());
    QCOMPARE(own.failureModes, shipped.failureModes);
    QCOMPARE(own.stages, shipped.stages);
}

QTEST_APPLESS_MAIN(TestTopicWording)
#include "tst_topic_wording.moc"
