// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/watch_site.h"

#include "core/store/content_kind.h"
#include "core/store/folder_watches.h"

#include <QSet>

#include <algorithm>
#include <array>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <tuple>

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace quillway::store {

namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

/// A folder in which a file could be of the site.
bool isOfTheSite(const SitePath &folder)
{
    const auto inside = SitePath::parse(folder.toString() + u"/x.md"_s);
    return inside && contentKind(*inside) != ContentKind::Ignored;
}

/// Lets one thread end another one's poll(2).
class Bell
{
public:
    Bell()
    {
        if (::pipe2(m_ends.data(), O_CLOEXEC | O_NONBLOCK) != 0)
            m_ends = { -1, -1 };
    }
    ~Bell()
    {
        for (const int end : m_ends) {
            if (end >= 0)
                ::close(end);
        }
    }
    Q_DISABLE_COPY_MOVE(Bell)

    [[nodiscard]] bool isThere() const { return m_ends[0] >= 0; }
    [[nodiscard]] int descriptor() const { return m_ends[0]; }
    void ring() const { std::ignore = ::write(m_ends[1], "!", 1); } // a full pipe rings already
    void silence() const
    {
        std::array<char, 64> buffer;
        while (::read(m_ends[0], buffer.data(), buffer.size()) > 0) { }
    }

private:
    std::array<int, 2> m_ends { -1, -1 };
};

/// Changes that wait to be told of together.
class Batch
{
public:
    explicit Batch(const WatchOptions &options)
        : m_options(options)
    { }

    void addFile(const SitePath &file) { m_files.insert(file), mark(); }
    void addFolder(const SitePath &folder) { m_folders.insert(folder), mark(); }
    void addEverything() { m_everything = true, mark(); }

    [[nodiscard]] std::optional<Clock::time_point> due() const
    {
        return m_first ? std::optional(std::min(*m_first + m_options.longest, m_last + m_options.quiet)) : std::nullopt;
    }

    SiteChanges take()
    {
        SiteChanges changes { m_files.values(), m_folders.values(), m_everything };
        std::ranges::sort(changes.files);
        std::ranges::sort(changes.folders);
        m_files.clear();
        m_folders.clear();
        m_everything = false;
        m_first.reset();
        return changes;
    }

private:
    void mark()
    {
        m_last = Clock::now();
        if (!m_first)
            m_first = m_last;
    }

    WatchOptions m_options;
    QSet<SitePath> m_files;
    QSet<SitePath> m_folders;
    bool m_everything = false;
    std::optional<Clock::time_point> m_first;
    Clock::time_point m_last;
};

/// What a look at a file shows of it: enough to suspect a change.
struct Glance {
    FileStatus status;
    std::optional<ErrorCode> error;

    [[nodiscard]] auto key() const
    {
        return std::tuple(error, status.kind, status.size, status.modified, status.mode, status.device, status.inode);
    }
    friend bool operator==(const Glance &a, const Glance &b) { return a.key() == b.key(); }
};

} // namespace

class SiteWatch::Loop
{
public:
    Loop(SiteWatch &owner, const FileSystem &files, const QString &siteFolder, const WatchOptions &options)
        : m_owner(owner)
        , m_files(files)
        , m_siteFolder(siteFolder)
        , m_options(options)
        , m_watches(options.mostWatches)
        , m_batch(options)
    { }

    ~Loop()
    {
        m_thread.request_stop();
        m_bell.ring();
    }
    Q_DISABLE_COPY_MOVE(Loop)

    void start()
    {
        m_thread = std::jthread([this](const std::stop_token &stop) { run(stop); });
    }

    void setOpenFiles(const QList<SitePath> &open)
    {
        {
            const std::scoped_lock lock(m_mutex);
            m_wantedOpen = open;
        }
        m_bell.ring();
    }

private:
    void run(const std::stop_token &stop)
    {
        enterSite();
        Q_EMIT m_owner.watching(m_unwatched.empty() && m_hasRoot);
        auto nextPoll = Clock::now() + m_options.poll;
        while (!stop.stop_requested()) {
            wait(nextPoll);
            if (stop.stop_requested())
                return;
            takeOpenFiles();
            if (m_watches.descriptor() >= 0) {
                for (const FolderEvent &event : m_watches.takeEvents())
                    handle(event);
            }
            if (Clock::now() >= nextPoll) {
                look();
                nextPoll = Clock::now() + m_options.poll;
            }
            if (const auto due = m_batch.due(); due && Clock::now() >= *due)
                Q_EMIT m_owner.changed(m_batch.take());
        }
    }

    void wait(Clock::time_point nextPoll) const
    {
        const Clock::time_point until = std::min(nextPoll, m_batch.due().value_or(nextPoll));
        const auto left = std::chrono::ceil<milliseconds>(until - Clock::now());
        // Without a bell (no descriptors left) it wakes by itself.
        const milliseconds longest = m_bell.isThere() ? milliseconds(60'000) : milliseconds(50);
        std::array<pollfd, 2> descriptors { pollfd { m_bell.descriptor(), POLLIN, 0 }, pollfd { m_watches.descriptor(), POLLIN, 0 } };
        ::poll(descriptors.data(), descriptors.size(), int(std::clamp(left, milliseconds(0), longest).count()));
        m_bell.silence();
    }

    [[nodiscard]] QString absolute(const std::optional<SitePath> &place) const
    {
        return place ? m_siteFolder + u'/' + place->toString() : m_siteFolder;
    }

    void enterSite()
    {
        m_watches.remove({});
        m_unwatched.clear();
        m_hasRoot = m_files.targetStatus(m_siteFolder).has_value();
        if (m_hasRoot)
            enter({});
    }

    /// Watches the folder and all below. The watch first: what comes after it is told of, what came before is listed.
    void enter(const std::optional<SitePath> &top)
    {
        QList<std::optional<SitePath>> waiting { top };
        while (!waiting.isEmpty()) {
            const std::optional<SitePath> folder = waiting.takeLast();
            if (m_watches.add(absolute(folder), folder))
                m_unwatched.erase(folder);
            else
                m_unwatched.insert_or_assign(folder, glance(folder));
            const auto entries = m_files.list(absolute(folder));
            if (!entries)
                continue;
            for (const FolderEntry &entry : *entries) {
                if (entry.kind != FileKind::Folder || !entry.nameIsUtf8)
                    continue;
                const auto place = SitePath::parse(folder ? folder->toString() + u'/' + entry.name : entry.name);
                if (place && isOfTheSite(*place))
                    waiting.append(place);
            }
        }
    }

    void leave(const SitePath &folder)
    {
        m_watches.remove(folder);
        const QString below = folder.toString() + u'/';
        std::erase_if(m_unwatched, [&](const auto &entry) {
            return entry.first == folder || (entry.first && entry.first->toString().startsWith(below));
        });
    }

    void handle(const FolderEvent &event)
    {
        using Kind = FolderEvent::Kind;
        if (!event.place || event.kind == Kind::RootWent || event.kind == Kind::Lost) {
            enterSite();
            return m_batch.addEverything();
        }
        if (event.kind == Kind::File)
            return handleFile(*event.place);
        if (!isOfTheSite(*event.place))
            return;
        leave(*event.place);
        if (event.kind == Kind::FolderCame)
            enter(event.place);
        m_batch.addFolder(*event.place);
    }

    void handleFile(const SitePath &file)
    {
        if (contentKind(file) == ContentKind::Ignored)
            return;
        if (const auto open = m_open.find(file); open != m_open.end())
            open->second = glance(file); // not to be told of again
        m_batch.addFile(file);
    }

    [[nodiscard]] Glance glance(const std::optional<SitePath> &place) const
    {
        const auto status = m_files.targetStatus(absolute(place));
        return status ? Glance { *status, {} } : Glance { {}, status.error().code };
    }

    /// A file that was just opened may have been changed since it was read, with nobody watching.
    void takeOpenFiles()
    {
        QList<SitePath> wanted;
        {
            const std::scoped_lock lock(m_mutex);
            if (!m_wantedOpen)
                return;
            wanted = *m_wantedOpen;
            m_wantedOpen.reset();
        }
        std::map<SitePath, Glance> open;
        for (const SitePath &file : std::as_const(wanted)) {
            const auto known = m_open.find(file);
            if (known == m_open.end() && !m_unwatched.empty())
                m_batch.addFile(file);
            open.emplace(file, known != m_open.end() ? known->second : glance(file));
        }
        m_open = std::move(open);
    }

    /// At what no event tells of.
    void look()
    {
        if (!m_hasRoot) {
            enterSite();
            if (m_hasRoot)
                m_batch.addEverything();
        }
        for (auto &[file, seen] : m_open) {
            if (const Glance now = glance(file); now != seen) {
                seen = now;
                m_batch.addFile(file);
            }
        }
        QList<std::optional<SitePath>> different;
        for (auto &[folder, seen] : m_unwatched) {
            if (const Glance now = glance(folder); now != seen) {
                seen = now;
                different.append(folder);
            }
        }
        for (const std::optional<SitePath> &folder : std::as_const(different)) {
            if (!folder) {
                enterSite();
                m_batch.addEverything();
                return;
            }
            leave(*folder);
            if (!glance(folder).error)
                enter(folder);
            m_batch.addFolder(*folder);
        }
    }

    SiteWatch &m_owner;
    const FileSystem &m_files;
    QString m_siteFolder;
    WatchOptions m_options;
    Bell m_bell;
    FolderWatches m_watches;
    Batch m_batch;
    bool m_hasRoot = false;
    std::map<std::optional<SitePath>, Glance> m_unwatched; ///< folders without a watch
    std::map<SitePath, Glance> m_open;

    std::mutex m_mutex;
    std::optional<QList<SitePath>> m_wantedOpen; ///< set by the owner's thread, taken by the other

    std::jthread m_thread; ///< last: it must not outlive the others
};

SiteWatch::SiteWatch(const FileSystem &files, const QString &siteFolder, const WatchOptions &options, QObject *parent)
    : QObject(parent)
    , m_loop(std::make_unique<Loop>(*this, files, siteFolder, options))
{ }

SiteWatch::~SiteWatch() = default;

void SiteWatch::start()
{
    m_loop->start();
}

void SiteWatch::setOpenFiles(const QList<SitePath> &open)
{
    m_loop->setOpenFiles(open);
}

} // namespace quillway::store
