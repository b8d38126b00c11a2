// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/folder_watches.h"

#include "core/base/utf8.h"

#include <array>
#include <cerrno>
#include <cstring>

#ifdef Q_OS_LINUX
#include <sys/inotify.h>
#include <unistd.h>
#endif

namespace quillway::store {

#ifdef Q_OS_LINUX

namespace {

/// Not IN_MODIFY: a file that is being written is read when its writer closes it.
constexpr quint32 wanted = IN_CLOSE_WRITE | IN_ATTRIB | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF
    | IN_ONLYDIR | IN_EXCL_UNLINK;

bool isAtOrBelow(const std::optional<SitePath> &place, const std::optional<SitePath> &folder)
{
    return !folder || (place && (place == folder || place->toString().startsWith(folder->toString() + u'/')));
}

} // namespace

struct FolderWatches::Raw {
    int watch;
    quint32 mask;
    QByteArray name;
};

FolderWatches::FolderWatches(int most)
    : m_descriptor(most > 0 ? ::inotify_init1(IN_NONBLOCK | IN_CLOEXEC) : -1)
    , m_most(most)
{ }

FolderWatches::~FolderWatches()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

bool FolderWatches::add(const QString &path, const std::optional<SitePath> &place)
{
    if (m_descriptor < 0 || m_places.size() >= m_most)
        return false;
    const int watch = ::inotify_add_watch(m_descriptor, path.toUtf8().constData(), wanted);
    if (watch < 0)
        return false;
    m_places.insert(watch, place);
    return true;
}

void FolderWatches::remove(const std::optional<SitePath> &place)
{
    m_places.removeIf([&](const auto &entry) {
        const bool goes = isAtOrBelow(entry.value(), place);
        if (goes)
            ::inotify_rm_watch(m_descriptor, entry.key());
        return goes;
    });
}

QList<FolderEvent> FolderWatches::takeEvents()
{
    QList<FolderEvent> events;
    alignas(inotify_event) std::array<char, 65536> buffer;
    while (true) {
        const auto size = ::read(m_descriptor, buffer.data(), buffer.size());
        if (size < 0 && errno == EINTR)
            continue;
        if (size <= 0)
            return events;
        for (qsizetype at = 0; at < size;) {
            inotify_event head;
            std::memcpy(&head, buffer.data() + at, sizeof head);
            const Raw raw { head.wd, head.mask, head.len > 0 ? QByteArray(buffer.data() + at + sizeof head) : QByteArray() };
            at += qsizetype(sizeof head + head.len);
            if (const auto event = toEvent(raw))
                events.append(*event);
        }
    }
}

std::optional<FolderEvent> FolderWatches::toEvent(const Raw &raw)
{
    using Kind = FolderEvent::Kind;
    if (raw.mask & IN_Q_OVERFLOW)
        return FolderEvent { Kind::Lost, {} };
    const auto folder = m_places.constFind(raw.watch);
    if (folder == m_places.cend()) // of a folder that is watched no more
        return std::nullopt;
    std::optional<SitePath> parent = *folder; // a copy: the place may go in the next line
    if (raw.mask & IN_IGNORED)
        m_places.remove(raw.watch);
    if (raw.name.isEmpty()) { // of the folder itself: those below are told of by the folder they are in
        const bool went = raw.mask & (IN_DELETE_SELF | IN_MOVE_SELF | IN_UNMOUNT | IN_IGNORED);
        return went && !parent ? std::optional(FolderEvent { Kind::RootWent, {} }) : std::nullopt;
    }
    if (firstInvalidUtf8(raw.name))
        return std::nullopt;
    const QString name = QString::fromUtf8(raw.name);
    const auto place = SitePath::parse(parent ? parent->toString() + u'/' + name : name);
    if (!place)
        return std::nullopt;
    if (!(raw.mask & IN_ISDIR))
        return FolderEvent { Kind::File, place };
    return FolderEvent { raw.mask & (IN_DELETE | IN_MOVED_FROM) ? Kind::FolderWent : Kind::FolderCame, place };
}

#else

struct FolderWatches::Raw { };

FolderWatches::FolderWatches(int most)
    : m_most(most)
{ }

FolderWatches::~FolderWatches() = default;

bool FolderWatches::add(const QString &, const std::optional<SitePath> &)
{
    return false;
}

void FolderWatches::remove(const std::optional<SitePath> &) { }

QList<FolderEvent> FolderWatches::takeEvents()
{
    return {};
}

#endif

} // namespace quillway::store
