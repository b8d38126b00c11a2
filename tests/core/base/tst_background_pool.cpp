// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/background_pool.h"

#include <QSemaphore>
#include <QTest>
#include <QThread>

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#include <unistd.h>
#endif

using namespace quillway;

namespace {

int niceness()
{
#ifdef Q_OS_LINUX
    return getpriority(PRIO_PROCESS, static_cast<id_t>(gettid()));
#else
    return -QThread::currentThread()->priority();
#endif
}

} // namespace

class TestBackgroundPool : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void worksBelowTheThreadThatStartedIt();
    void leavesThreadsAloneThatYieldMore();
    void doesWhatIsMoreUrgentFirst();
};

void TestBackgroundPool::worksBelowTheThreadThatStartedIt()
{
    const int here = niceness();
    if (here >= 5)
        QSKIP("the test itself runs below others");
    int there = here;
    int ofItsThread = here;
    BackgroundPool pool;
    pool.start([&] {
        there = niceness();
        const std::unique_ptr<QThread> made(QThread::create([&] { ofItsThread = niceness(); }));
        made->start();
        made->wait();
    });
    pool.waitForDone();
    QVERIFY(there > here);
    QCOMPARE(ofItsThread, there);
    QCOMPARE(niceness(), here);
}

void TestBackgroundPool::leavesThreadsAloneThatYieldMore()
{
#ifdef Q_OS_LINUX
    int after = 0;
    const std::unique_ptr<QThread> thread(QThread::create([&] {
        setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), 12);
        yieldToOtherThreads();
        after = niceness();
    }));
    thread->start();
    thread->wait();
    QVERIFY(after >= 12);
#else
    QSKIP("only Linux has nice values for threads");
#endif
}

void TestBackgroundPool::doesWhatIsMoreUrgentFirst()
{
    BackgroundPool pool;
    pool.setMaxThreadCount(1);
    QList<int> done;
    QSemaphore mayBegin;
    pool.start([&] { mayBegin.acquire(); });
    pool.start([&] { done.append(0); });
    pool.start([&] { done.append(1); }, 1);
    mayBegin.release();
    pool.waitForDone();
    QCOMPARE(done, (QList { 1, 0 }));
}

QTEST_APPLESS_MAIN(TestBackgroundPool)
#include "tst_background_pool.moc"
