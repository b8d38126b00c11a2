// SPDX-License-Identifier: GPL-3.0-or-later

// Opens a site and types into it at a random pace, saving now and then, until it is killed. Each text and the time at which the workspace
// had it are noted in a shared file.
//
//     kill_typist SITE LOG SEED

#include "core/base/native_file_system.h"
#include "core/workspace/workspace.h"
#include "kill/typed.h"

#include <QCoreApplication>
#include <QTimer>

#include <ctime>
#include <random>

#include <fcntl.h>
#include <sys/mman.h>

using namespace quillway;
using namespace quillway::test;
using namespace quillway::workspace;

namespace {

std::int64_t now()
{
    timespec time {};
    ::clock_gettime(CLOCK_MONOTONIC, &time);
    return std::int64_t(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

TypedLog *openLog(const char *path)
{
    const int file = ::open(path, O_RDWR | O_CLOEXEC);
    void *memory = file < 0 ? MAP_FAILED : ::mmap(nullptr, sizeof(TypedLog), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    return memory == MAP_FAILED ? nullptr : static_cast<TypedLog *>(memory);
}

class Typist : public QObject
{
public:
    Typist(Workspace &workspace, TypedLog &log, quint32 seed)
        : m_workspace(workspace)
        , m_log(log)
        , m_random(seed)
    {
        m_timer.setSingleShot(true);
        connect(&m_timer, &QTimer::timeout, this, &Typist::type);
        connect(&workspace, &Workspace::loaded, this, &Typist::type);
        connect(&workspace, &Workspace::notice, this, &Typist::hear);
    }

private:
    void type()
    {
        const int file = int(m_random() % typedFiles);
        const int count = ++m_counts.at(std::size_t(file));
        const auto path = SitePath::literal(QString::fromLatin1(typedPath(file)));
        m_workspace.setText(path, typedText(file, count));
        note(file, count);
        if (m_random() % 40 == 0)
            save(file, path);
        const int pause = m_random() % 60 == 0 ? 700 : int(m_random() % 25);
        m_timer.start(pause);
    }

    void note(int file, int count)
    {
        const std::uint64_t at = m_log.entries.load();
        if (at >= maxEntries)
            return;
        m_log.typed.at(at) = { now(), file, count };
        m_log.entries.store(at + 1);
    }

    void save(int file, const SitePath &path)
    {
        m_saving.at(std::size_t(file)) = m_counts.at(std::size_t(file));
        m_workspace.save(path);
    }

    /// What was said to be saved is at least what was there when it was asked for.
    void hear(const Notice &notice)
    {
        if (notice.kind == Notice::Kind::SaveFailed || notice.kind == Notice::Kind::RecoveryFailed)
            qFatal("the disk refuses: %s", qPrintable(notice.error.detail));
        for (std::size_t file = 0; file < typedFiles; ++file) {
            const bool isSaved = notice.kind == Notice::Kind::Saved && notice.file->toString() == QString::fromLatin1(typedPath(int(file)));
            // Of two saves asked for in a row the first may be the one that is told.
            if (isSaved && !m_workspace.isModified(*notice.file))
                m_log.saved.at(file).store(m_saving.at(file));
        }
    }

    Workspace &m_workspace;
    TypedLog &m_log;
    std::mt19937 m_random;
    QTimer m_timer;
    std::array<int, typedFiles> m_counts {};
    std::array<int, typedFiles> m_saving {};
};

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    TypedLog *log = argc == 4 ? openLog(argv[2]) : nullptr;
    if (!log)
        qFatal("usage: kill_typist SITE LOG SEED");
    NativeFileSystem files;
    Workspace workspace(files);
    const Typist typist(workspace, *log, QByteArray(argv[3]).toUInt());
    workspace.open(QString::fromLocal8Bit(argv[1]));
    return QCoreApplication::exec();
}
