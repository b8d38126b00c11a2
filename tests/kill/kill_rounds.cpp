// SPDX-License-Identifier: GPL-3.0-or-later

// Kills a program that types (SIGKILL) at random moments, opens its site again and counts what is lost: characters that were typed more
// than a second before the kill
// and are neither in the file nor recovered, and files that are not whole.
//
//     kill_rounds TYPIST [ROUNDS [SEED]]        ROUNDS: by default QUILLWAY_KILL_ROUNDS, else 1000

#include "core/base/native_file_system.h"
#include "core/workspace/workspace.h"
#include "kill/typed.h"
#include "support/site_folder.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QProcess>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <random>

#include <csignal>
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::test;
using namespace quillway::workspace;

namespace {

constexpr std::int64_t promised = 1'000'000'000; // nanoseconds

struct Count {
    int rounds = 0;
    qint64 typed = 0; ///< characters typed more than a second before a kill
    qint64 lost = 0; ///< of those
    int torn = 0; ///< texts that are none that was ever typed
    int recovered = 0; ///< files that had unsaved text again
    int conflicts = 0;
    int rolledBack = 0; ///< files with an older text than was said to be saved
    double oldestLost = 0; ///< milliseconds before the kill: how old the oldest word was that is nowhere
};

std::int64_t now()
{
    timespec time {};
    ::clock_gettime(CLOCK_MONOTONIC, &time);
    return std::int64_t(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

/// Memory shared with the typist, through a file that is as good as none.
class SharedLog
{
public:
    SharedLog()
    {
        const int file = ::open(qPrintable(path()), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
        if (file < 0 || ::ftruncate(file, sizeof(TypedLog)) != 0)
            qFatal("no shared memory");
        void *memory = ::mmap(nullptr, sizeof(TypedLog), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
        ::close(file);
        if (memory == MAP_FAILED)
            qFatal("no shared memory");
        m_log = static_cast<TypedLog *>(memory);
    }
    ~SharedLog() { ::munmap(m_log, sizeof(TypedLog)); }
    Q_DISABLE_COPY_MOVE(SharedLog)

    [[nodiscard]] QString path() const { return m_folder.path(u"log"_s); }
    [[nodiscard]] const TypedLog &log() const { return *m_log; }

private:
    SiteFolder m_folder;
    TypedLog *m_log;
};

void makeSite(const SiteFolder &site)
{
    site.write(u"quillway.toml"_s, "title = \"T\"\nbase_url = \"https://t.example/\"\n"_ba);
    for (int file = 0; file < typedFiles; ++file)
        site.write(QString::fromLatin1(typedPath(file)), typedText(file, 0));
}

/// The number of the last word of a text; -1 if it is none that was typed.
int lastWordOf(int file, const QByteArray &text, int most)
{
    int count = most;
    while (count >= 0 && text != typedText(file, count))
        --count;
    return count;
}

/// A workspace that has the site open again.
class Reopened
{
public:
    explicit Reopened(const QString &folder)
    {
        QEventLoop loop;
        QObject::connect(&m_workspace, &Workspace::notice, &loop, [this](const Notice &notice) { m_notices.append(notice); });
        // A round more: what was recovered is told after loaded().
        QObject::connect(&m_workspace, &Workspace::loaded, &loop, &QEventLoop::quit, Qt::QueuedConnection);
        QTimer::singleShot(20'000, &loop, &QEventLoop::quit);
        m_workspace.open(folder);
        loop.exec();
        if (!m_workspace.site())
            qFatal("the site does not open");
    }

    [[nodiscard]] const Workspace &workspace() const { return m_workspace; }
    [[nodiscard]] int conflicts() const { return int(std::ranges::count(m_notices, Notice::Kind::RecoveredConflict, &Notice::kind)); }

private:
    NativeFileSystem m_files;
    Workspace m_workspace { m_files };
    QList<Notice> m_notices;
};

void count(const TypedLog &log, std::int64_t killed, const Reopened &reopened, const SiteFolder &site, Count &total)
{
    const std::uint64_t entries = log.entries.load();
    for (int file = 0; file < typedFiles; ++file) {
        int typed = 0;
        int typedBefore = 0;
        for (std::uint64_t i = 0; i < entries; ++i) {
            const TypedEntry &entry = log.typed.at(i);
            if (entry.file != file)
                continue;
            typed = entry.count;
            if (killed - entry.time > promised)
                typedBefore = entry.count;
        }
        // The word that was given to the workspace when the kill came may not be noted yet.
        const QString path = QString::fromLatin1(typedPath(file));
        const QByteArray text = reopened.workspace().text(SitePath::literal(path));
        const int found = lastWordOf(file, text, typed + 1);
        const int onDisk = lastWordOf(file, site.read(path), typed + 1);
        total.torn += (found < 0 ? 1 : 0) + (onDisk < 0 ? 1 : 0);
        total.rolledBack += onDisk < log.saved.at(std::size_t(file)).load() || found < onDisk ? 1 : 0;
        total.recovered += reopened.workspace().isModified(SitePath::literal(path)) ? 1 : 0;
        total.typed += QString::fromUtf8(typedText(file, typedBefore)).size() - QString::fromUtf8(typedText(file, 0)).size();
        if (found < typedBefore)
            total.lost += QString::fromUtf8(typedText(file, typedBefore)).size()
                - QString::fromUtf8(typedText(file, std::max(0, found))).size();
        for (std::uint64_t i = 0; i < entries; ++i) {
            const TypedEntry &entry = log.typed.at(i);
            if (entry.file == file && entry.count == found + 1)
                total.oldestLost = std::max(total.oldestLost, double(killed - entry.time) / 1e6);
        }
    }
    total.conflicts += reopened.conflicts();
}

void round(const QString &typist, std::mt19937 &random, Count &total)
{
    const SiteFolder site;
    const SharedLog shared;
    makeSite(site);
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedChannels);
    process.start(typist, { site.path(), shared.path(), QString::number(random()) });
    if (!process.waitForStarted())
        qFatal("the typist does not start");
    QElapsedTimer clock;
    for (clock.start(); shared.log().entries.load() == 0 && clock.elapsed() < 20'000;)
        ::usleep(1000);
    ::usleep(useconds_t(random() % 3'000'000));
    if (process.waitForFinished(0))
        qFatal("the typist has ended by itself");
    const std::int64_t killed = now();
    ::kill(pid_t(process.processId()), SIGKILL);
    process.waitForFinished();
    const Reopened reopened(site.path());
    count(shared.log(), killed, reopened, site, total);
    ++total.rounds;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 2)
        qFatal("usage: kill_rounds TYPIST [ROUNDS [SEED]]");
    const int byDefault = qEnvironmentVariableIsSet("QUILLWAY_KILL_ROUNDS") ? qEnvironmentVariableIntValue("QUILLWAY_KILL_ROUNDS") : 1000;
    const int rounds = arguments.size() > 2 ? arguments.at(2).toInt() : byDefault;
    const quint32 seed = arguments.size() > 3 ? arguments.at(3).toUInt() : std::random_device()();
    std::mt19937 random(seed);
    std::printf("seed %u\n", seed);
    Count total;
    while (total.rounds < rounds)
        round(arguments.at(1), random, total);
    std::printf("%d kills; typed more than 1 s before: %lld characters, lost: %lld; texts torn: %d, older than saved: %d; recovered: %d, "
                "to be decided: %d; oldest "
                "word lost: %.0f ms\n",
                total.rounds, static_cast<long long>(total.typed), static_cast<long long>(total.lost), total.torn, total.rolledBack,
                total.recovered, total.conflicts, total.oldestLost);
    return total.lost == 0 && total.torn == 0 && total.rolledBack == 0 && total.conflicts == 0 ? 0 : 1;
}
