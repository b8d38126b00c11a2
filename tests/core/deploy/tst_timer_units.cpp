// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deploy/timer_units.h"

#include <QTest>

using namespace quillway::deploy;
using namespace Qt::StringLiterals;

class TestTimerUnits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void publishesWhatIsDueEveryHour()
    {
        const TimerUnits units = timerUnits(u"/usr/bin/quillway"_s, u"/home/me/blog"_s, u"live"_s);
        QVERIFY(units.service.contains("\nExecStart=\"/usr/bin/quillway\" publish \"/home/me/blog\" \"live\" --due\n"));
        QVERIFY(units.timer.contains("\nOnCalendar=hourly\n"));
        QVERIFY(units.timer.contains("\nPersistent=true\n"));
        QVERIFY(units.timer.contains("\nWantedBy=timers.target\n"));
    }

    void wordsStayWords()
    {
        const TimerUnits units = timerUnits(u"/opt/my apps/quillway"_s, u"/home/me/50% \"$HOME\" \\ x\n[Service]"_s, u"live"_s);
        QVERIFY(units.service.contains(
            "ExecStart=\"/opt/my apps/quillway\" publish \"/home/me/50%% \\\"$$HOME\\\" \\\\ x\\x0a[Service]\" \"live\""));
    }

    void eachTargetHasItsOwn()
    {
        const QString one = timerUnits(u"/q"_s, u"/a"_s, u"live"_s).name;
        QCOMPARE(timerUnits(u"/other/q"_s, u"/a"_s, u"live"_s).name, one);
        QVERIFY(timerUnits(u"/q"_s, u"/a"_s, u"test"_s).name != one);
        QVERIFY(timerUnits(u"/q"_s, u"/b"_s, u"live"_s).name != one);
    }
};

QTEST_GUILESS_MAIN(TestTimerUnits)
#include "tst_timer_units.moc"
