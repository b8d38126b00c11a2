// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/child_process.h"
#include "support/site_folder.h"

#include <QElapsedTimer>
#include <QTest>

#include <csignal>
#include <thread>

using namespace quillway;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

ChildCall shell(const QString &script)
{
    return { .program = u"sh"_s, .arguments = { u"-c"_s, script } };
}

} // namespace

class TestChildProcess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesWhatItSays()
    {
        ChildCall call = shell(u"cat; printf \"$SECRET\"; pwd"_s);
        call.input = QByteArray(300'000, 'x');
        call.environment = { { u"SECRET"_s, u"word"_s } };
        call.folder = u"/"_s;
        QByteArray heard;
        call.heard = [&](QByteArrayView news) { heard += news; };
        const Result<QByteArray> out = runChild(call, {});
        QVERIFY(out);
        QCOMPARE(*out, call.input + "word/\n");
        QVERIFY(out->startsWith(heard) && !heard.isEmpty());
    }

    void argumentsArriveAsTheyAre()
    {
        const QStringList odd { u"a b"_s, u"$HOME"_s, u"`id`"_s, u"; exit 3"_s, u"\"'\\"_s, u"*"_s, u"two\nlines"_s, u"ü"_s, QString() };
        const Result<QByteArray> out = runChild({ .program = u"printf"_s, .arguments = QStringList { u"%s|"_s } + odd }, {});
        QCOMPARE(QString::fromUtf8(out.value()), odd.join(u'|') + u'|');
    }

    void fails_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<QString>("detail");
        QTest::newRow("with words") << u"echo no such host >&2; exit 5"_s << u"sh: no such host"_s;
        QTest::newRow("on the wrong channel") << u"echo refused; exit 1"_s << u"sh: refused"_s;
        QTest::newRow("without a word") << u"exit 1"_s << u"sh"_s;
        QTest::newRow("killed") << u"kill -9 $$"_s << u"sh"_s;
        QTest::newRow("an address with a password")
            << u"echo cannot reach https://me:secret@x.example/a >&2; exit 1"_s << u"sh: cannot reach https://x.example/a"_s;
    }
    void fails()
    {
        QFETCH(const QString, script);
        const Result<QByteArray> out = runChild(shell(script), {});
        QVERIFY(!out);
        QCOMPARE(out.error().code, ErrorCode::ProgramFailed);
        QTEST(out.error().detail, "detail");
    }

    void aProgramThatIsNotThere()
    {
        const Result<QByteArray> out = runChild({ .program = u"quillway-no-such-program"_s }, {});
        QCOMPARE(out.error().code, ErrorCode::ProgramMissing);
        QCOMPARE(out.error().file, u"quillway-no-such-program"_s);
    }

    void isStoppedWithAllThatItStarted()
    {
        const test::SiteFolder folder;
        ChildCall call = shell(u"sleep 60 & echo $! > pid; wait"_s);
        call.folder = folder.path();
        std::stop_source stop;
        const std::jthread later([&] {
            while (folder.read(u"pid"_s).isEmpty())
                std::this_thread::sleep_for(10ms);
            stop.request_stop();
        });
        QElapsedTimer timer;
        timer.start();
        const Result<QByteArray> out = runChild(call, stop.get_token());
        QCOMPARE(out.error().code, ErrorCode::Cancelled);
        QVERIFY(timer.elapsed() < 30'000);
        const pid_t sleeper = folder.read(u"pid"_s).trimmed().toInt();
        QTRY_VERIFY(::kill(sleeper, 0) != 0);
    }

    void whoeverIsSilentForTooLongIsGivenUp()
    {
        ChildCall call = shell(u"trap '' TERM; sleep 60"_s);
        call.silence = 300ms;
        const Result<QByteArray> out = runChild(call, {});
        QCOMPARE(out.error().code, ErrorCode::ProgramFailed);
        QCOMPARE(out.error().detail, u"sh: no answer"_s);
    }

    void takesNoMoreMemoryThanItMay()
    {
        ChildCall call = shell(u"ulimit -v"_s);
        call.memory = qint64(1) << 30;
        QCOMPARE(runChild(call, {}).value(), "1048576\n");
    }

    void nobodyIsAskedForAPassword()
    {
        const Result<QByteArray> out = runChild(shell(u"if (: </dev/tty) 2>/dev/null; then echo terminal; else echo none; fi"_s), {});
        QCOMPARE(out.value(), "none\n");
    }
};

QTEST_GUILESS_MAIN(TestChildProcess)
#include "tst_child_process.moc"
