// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/log_silence.h"

#include <QLoggingCategory>
#include <QTest>

using namespace quillway;
using namespace Qt::StringLiterals;

class TestLogSilence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void silencesCategoriesByTheirBeginning();
    void leavesTheOtherFilterInForce();
};

void TestLogSilence::silencesCategoriesByTheirBeginning()
{
    const QLoggingCategory there("a.library.part");
    QVERIFY(there.isWarningEnabled());
    silenceLog("a.library"_L1);
    const QLoggingCategory later("a.library.other");
    const QLoggingCategory another("another.library");
    for (const QLoggingCategory *category : { &there, &later }) {
        QVERIFY(!category->isWarningEnabled());
        QVERIFY(category->isCriticalEnabled());
    }
    QVERIFY(another.isWarningEnabled());
}

/// The one that Qt has itself, by rules.
void TestLogSilence::leavesTheOtherFilterInForce()
{
    silenceLog("a.library"_L1);
    silenceLog("b.library"_L1);
    QLoggingCategory::setFilterRules(u"c.library.warning=false"_s);
    const QLoggingCategory ruled("c.library");
    const QLoggingCategory silenced("b.library");
    QVERIFY(!ruled.isWarningEnabled());
    QVERIFY(!silenced.isWarningEnabled());
}

QTEST_APPLESS_MAIN(TestLogSilence)
#include "tst_log_silence.moc"
