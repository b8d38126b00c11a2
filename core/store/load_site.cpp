// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/load_site.h"

#include "core/base/content_hash.h"
#include "core/base/parallel.h"
#include "core/model/post_head.h"
#include "core/model/readers.h"
#include "core/store/list_site.h"
#include "core/store/post_cache.h"
#include "core/store/post_record.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <variant>
#include <vector>

using namespace Qt::StringLiterals;

namespace quillway::store {

using namespace quillway::model;

namespace {

constexpr int progressSteps = 50;

/// What came of one file; exactly one kind of value, or none if it could not be read.
struct ReadFile {
    std::variant<std::monostate, PostPtr, TopicPtr, ReadingPathPtr, Asset> value;
    QByteArray unreadable; ///< the bytes of a file whose head could not be read
    Diagnostics diagnostics;
    std::optional<qint64> size; ///< bytes read, unset if none could be
    std::optional<KeptPost> kept; ///< for the cache
    bool isParsed = false; ///< a post that the cache did not have
    bool isNews = false; ///< the cache has nothing of this file, or what it has cannot be trusted without another look
};

enum class Cache { None, Used };

/// What the cache has of the site, and what it is to have.
struct Knowledge {
    PostCache cache;
    QList<KeptPost> posts; ///< records may be parts of the cache
};

Diagnostic failed(const SitePath &file, Error error)
{
    error.file = file.toString();
    return { Severity::Error, std::move(error) };
}

/// Bytes of a text file of the site.
Result<QByteArray> readBytes(const FileSystem &files, const QString &path)
{
    const auto status = files.targetStatus(path);
    if (!status)
        return std::unexpected(status.error());
    if (status->size > largestText)
        return std::unexpected(Error { ErrorCode::TooDeep, {}, {}, u"more than %1 MB"_s.arg(largestText >> 20) });
    return files.read(path);
}

template<typename T>
void take(ReadFile &result, const SitePath &file, const QByteArray &bytes, Result<Parsed<T>> &&parsed)
{
    if (!parsed) {
        result.unreadable = bytes;
        result.diagnostics.append(failed(file, parsed.error()));
        return;
    }
    result.diagnostics = std::move(parsed->diagnostics);
    result.value = std::make_shared<const T>(std::move(parsed->value));
}

Result<Parsed<Post>> parsePost(ContentKind kind, const SitePath &file, const QByteArray &bytes, const Settings &settings)
{
    return kind == ContentKind::Post ? readPost(file, bytes, settings) : readPage(file, bytes, settings);
}

/// Reads a site's files, any of them on any thread.
class Loader
{
public:
    Loader(const FileSystem &files, const QString &folder, const LoadOptions &options, Cache cache)
        : m_files(files)
        , m_options(options)
        , m_usesCache(cache == Cache::Used)
    {
        m_parts.folder = folder;
    }

    Result<LoadedSite> load();

private:
    void readSettingsAndTags();
    template<typename T, typename Read>
    void readOwnFile(const SitePath &file, QByteArray &source, T &value, Read read);
    [[nodiscard]] ReadFile read(const SiteFile &file) const;
    void readPostFile(const SiteFile &file, ReadFile &result) const;
    void takeKnown(const SiteFile &file, const PostCache::Entry &known, Parsed<Post> &&post, const FileStamp &stamp, ReadFile &result) const;
    void readAsset(const SitePath &file, ReadFile &result) const;
    void tellProgress(qsizetype done);
    void collect(const SiteFile &file, ReadFile &&read);
    [[nodiscard]] bool isWorthKeeping() const;
    [[nodiscard]] QString absolute(const SitePath &file) const { return m_parts.folder + u'/' + file.toString(); }

    const FileSystem &m_files;
    const LoadOptions &m_options;
    bool m_usesCache;
    qint64 m_time = stampTime();
    Knowledge m_known;
    qsizetype m_news = 0;
    SiteListing m_listing;
    SiteParts m_parts;
    LoadedSite m_loaded;
    std::mutex m_progressMutex;
    qsizetype m_told = -1;
};

Result<LoadedSite> Loader::load()
{
    auto listing = listSite(m_files, m_parts.folder, m_options.stop);
    if (!listing)
        return std::unexpected(listing.error());
    m_listing = std::move(*listing);
    m_parts.diagnostics = std::move(m_listing.diagnostics);
    readSettingsAndTags();
    if (m_usesCache)
        m_known.cache = loadPostCache(m_files, m_parts.folder, m_parts.settings, m_options.texts);

    const qsizetype total = m_listing.files.size();
    std::vector<ReadFile> results(static_cast<size_t>(total));
    std::atomic<qsizetype> done = 0;
    forEachIndex(total, m_options.threads, [&](qsizetype index) {
        if (m_options.stop.stop_requested())
            return;
        results[size_t(index)] = read(m_listing.files[index]);
        tellProgress(++done);
    });
    if (m_options.stop.stop_requested())
        return std::unexpected(Error { ErrorCode::Cancelled, m_parts.folder, {}, {} });
    tellProgress(total);

    for (qsizetype index = 0; index < total; ++index)
        collect(m_listing.files[index], std::move(results[size_t(index)]));
    sortByPlace(m_parts.diagnostics);
    m_loaded.site = std::make_shared<const Site>(std::move(m_parts));
    if (isWorthKeeping()) {
        m_loaded.keep = [known = std::make_shared<const Knowledge>(std::move(m_known)), folder = m_loaded.site->folder(),
                         settings = m_loaded.site->settings(), texts = m_options.texts](FileSystem &files) {
            return savePostCache(files, folder, settings, texts, known->posts);
        };
    }
    return std::move(m_loaded);
}

/// Before all others, for posts are read by the settings' time zone.
void Loader::readSettingsAndTags()
{
    readOwnFile(SitePath::literal(u"quillway.toml"), m_parts.settingsSource, m_parts.settings, readSettings);
    readOwnFile(SitePath::literal(u"tags.toml"), m_parts.tagInfoSource, m_parts.tagInfo, readTags);
}

template<typename T, typename Read>
void Loader::readOwnFile(const SitePath &file, QByteArray &source, T &value, Read read)
{
    if (!std::ranges::contains(m_listing.files, file, &SiteFile::file))
        return;
    auto bytes = readBytes(m_files, absolute(file));
    if (!bytes) {
        m_parts.diagnostics.append(failed(file, bytes.error()));
        return;
    }
    source = *bytes;
    ++m_loaded.filesRead;
    m_loaded.bytesRead += source.size();
    auto parsed = read(source);
    if (!parsed) {
        m_parts.diagnostics.append(failed(file, parsed.error()));
        return;
    }
    m_parts.diagnostics += parsed->diagnostics;
    value = std::move(parsed->value);
}

ReadFile Loader::read(const SiteFile &file) const
{
    ReadFile result;
    if (file.kind == ContentKind::Settings || file.kind == ContentKind::Tags)
        return result;
    if (file.kind == ContentKind::Asset) {
        readAsset(file.file, result);
        return result;
    }
    if (m_usesCache && (file.kind == ContentKind::Post || file.kind == ContentKind::Page)) {
        readPostFile(file, result);
        return result;
    }
    const auto bytes = readBytes(m_files, absolute(file.file));
    if (!bytes) {
        result.diagnostics.append(failed(file.file, bytes.error()));
        return result;
    }
    result.size = bytes->size();
    result.isParsed = file.kind == ContentKind::Post || file.kind == ContentKind::Page;
    if (result.isParsed)
        take(result, file.file, *bytes, parsePost(file.kind, file.file, *bytes, m_parts.settings));
    else if (file.kind == ContentKind::Topic)
        take(result, file.file, *bytes, readTopic(file.file, *bytes));
    else if (file.kind == ContentKind::Path)
        take(result, file.file, *bytes, readPath(file.file, *bytes));
    return result;
}

/// By the cache, if it knows this very content.
void Loader::readPostFile(const SiteFile &file, ReadFile &result) const
{
    const QString path = absolute(file.file);
    // Before the bytes: what is written in between belongs to a later stamp.
    const auto status = m_files.targetStatus(path);
    const PostCache::Entry *known = m_known.cache.find(file.file);
    if (m_options.texts == Texts::WhenNeeded && status && known != nullptr && known->stamp == stampOf(*status)) {
        if (auto head = fromRecord(known->record, file.file, {}, m_parts.settings))
            return takeKnown(file, *known, *std::move(head), known->stamp, result);
    }
    const auto bytes = readBytes(m_files, path);
    if (!bytes) {
        result.diagnostics.append(failed(file.file, bytes.error()));
        return;
    }
    result.size = bytes->size();
    const FileStamp stamp = status && status->size == bytes->size() ? stampOf(*status) : FileStamp();
    const bool looksTheSame = known != nullptr && known->stamp == stamp && stamp.size >= 0;
    const QByteArray hash = looksTheSame ? known->hash : contentHash(*bytes);
    const FileStamp settled = isSettled(stamp, m_time) ? stamp : FileStamp();
    auto fromCache = known != nullptr && known->hash == hash ? fromRecord(known->record, file.file, *bytes, m_parts.settings) : std::nullopt;
    result.isNews = !fromCache || (!looksTheSame && settled.size >= 0);
    if (fromCache)
        return takeKnown(file, *known, *std::move(fromCache), settled, result);
    result.isParsed = true;
    auto parsed = parsePost(file.kind, file.file, *bytes, m_parts.settings);
    if (parsed) {
        result.kept = { file.file, settled, hash, toRecord(*parsed, m_parts.settings, m_options.texts) };
        parsed->value.sourceHash = hash;
    }
    take(result, file.file, *bytes, std::move(parsed));
}

void Loader::takeKnown(const SiteFile &file, const PostCache::Entry &known, Parsed<Post> &&post, const FileStamp &stamp,
                       ReadFile &result) const
{
    result.kept = { file.file, stamp, known.hash, QByteArray::fromRawData(known.record.data(), known.record.size()) };
    post.value.sourceHash = known.hash;
    take(result, file.file, {}, Result<Parsed<Post>>(std::move(post)));
}

/// A few posts are read again sooner than all of them are written.
bool Loader::isWorthKeeping() const
{
    constexpr qsizetype worthOneIn = 100;
    const qsizetype news = m_news + std::max<qsizetype>(0, m_known.cache.size() - m_known.posts.size());
    return news > 0 && news * worthOneIn >= m_known.posts.size();
}

void Loader::readAsset(const SitePath &file, ReadFile &result) const
{
    const auto status = m_files.targetStatus(absolute(file));
    if (status)
        result.value = Asset { file, status->size };
    else
        result.diagnostics.append(failed(file, status.error()));
}

void Loader::tellProgress(qsizetype done)
{
    const qsizetype total = m_listing.files.size();
    const qsizetype step = std::max<qsizetype>(1, total / progressSteps);
    if (!m_options.progress || (done % step != 0 && done != total))
        return;
    const std::scoped_lock lock(m_progressMutex);
    if (done <= m_told)
        return;
    m_told = done;
    m_options.progress(int(done), int(total));
}

void Loader::collect(const SiteFile &file, ReadFile &&read)
{
    m_parts.diagnostics += std::move(read.diagnostics);
    m_loaded.filesRead += read.size.has_value();
    m_loaded.bytesRead += read.size.value_or(0);
    m_loaded.postsParsed += read.isParsed;
    m_news += read.isNews;
    if (read.kept)
        m_known.posts.append(*std::move(read.kept));
    if (!read.unreadable.isNull())
        m_parts.unreadable.insert(file.file, read.unreadable);
    if (auto *post = std::get_if<PostPtr>(&read.value))
        (file.kind == ContentKind::Page ? m_parts.pages : m_parts.posts).append(std::move(*post));
    else if (auto *topic = std::get_if<TopicPtr>(&read.value))
        m_parts.topics.append(std::move(*topic));
    else if (auto *path = std::get_if<ReadingPathPtr>(&read.value))
        m_parts.paths.append(std::move(*path));
    else if (auto *asset = std::get_if<Asset>(&read.value))
        m_parts.assets.append(std::move(*asset));
}

} // namespace

Result<LoadedSite> loadSite(const FileSystem &files, const QString &folder, const LoadOptions &options)
{
    return Loader(files, folder, options, Cache::None).load();
}

Result<LoadedSite> loadSiteWithCache(const FileSystem &files, const QString &folder, const LoadOptions &options)
{
    return Loader(files, folder, options, Cache::Used).load();
}

Result<PostPtr> readWhole(const FileSystem &files, const Site &site, const Post &post)
{
    if (!isHead(post))
        return PostPtr(PostPtr(), &post);
    const auto bytes = readBytes(files, site.folder() + u'/' + post.file.toString());
    if (!bytes)
        return std::unexpected(bytes.error());
    const auto changed = std::unexpected(Error { ErrorCode::ChangedOnDisk, post.file.toString(), {}, {} });
    if (contentHash(*bytes) != post.sourceHash)
        return changed;
    auto read = parsePost(post.isPage() ? ContentKind::Page : ContentKind::Post, post.file, *bytes, site.settings());
    if (!read)
        return changed;
    read->value.sourceHash = post.sourceHash;
    return std::make_shared<const Post>(std::move(read->value));
}

} // namespace quillway::store
