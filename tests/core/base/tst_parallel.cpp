// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/parallel.h"

#include <QTest>

#include <atomic>
#include <mutex>
#include <set>
#include <thread>
#include <vector>

using namespace quillway;

class TestParallel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void callsEachIndexOnce_data();
    void callsEachIndexOnce();
    void usesTheThreadsAskedFor();
    void oneThreadIsTheCallers();
    void zeroMeansOneACore();
};

void TestParallel::callsEachIndexOnce_data()
{
    QTest::addColumn<qsizetype>("count");
    QTest::addColumn<int>("threads");
    QTest::newRow("nothing to do") << qsizetype(0) << 4;
    QTest::newRow("one") << qsizetype(1) << 4;
    QTest::newRow("fewer than threads") << qsizetype(3) << 8;
    QTest::newRow("many") << qsizetype(100000) << 4;
    QTest::newRow("one thread") << qsizetype(1000) << 1;
    QTest::newRow("default") << qsizetype(1000) << 0;
    QTest::newRow("negative threads") << qsizetype(1000) << -3;
}

void TestParallel::callsEachIndexOnce()
{
    QFETCH(qsizetype, count);
    QFETCH(int, threads);
    std::vector<int> calls(static_cast<size_t>(count));
    forEachIndex(count, threads, [&](qsizetype index) { ++calls[size_t(index)]; });
    QCOMPARE(calls, std::vector<int>(size_t(count), 1));
}

void TestParallel::usesTheThreadsAskedFor()
{
    // Each call waits until all three have begun: with fewer threads this would never end.
    std::atomic<int> begun = 0;
    forEachIndex(3, 3, [&](qsizetype) {
        ++begun;
        while (begun < 3)
            std::this_thread::yield();
    });
    QCOMPARE(begun.load(), 3);
}

void TestParallel::oneThreadIsTheCallers()
{
    std::set<std::thread::id> ids;
    forEachIndex(100, 1, [&](qsizetype) { ids.insert(std::this_thread::get_id()); });
    QCOMPARE(ids, (std::set { std::this_thread::get_id() }));
}

void TestParallel::zeroMeansOneACore()
{
    QVERIFY(threadCount(0) >= 1);
    QCOMPARE(threadCount(-1), threadCount(0));
    QCOMPARE(threadCount(7), 7);
}

QTEST_GUILESS_MAIN(TestParallel)
#include "tst_parallel.moc"
