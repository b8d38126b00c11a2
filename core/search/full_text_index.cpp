// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/full_text_index.h"

#include "core/base/content_hash.h"
#include "core/search/database.h"
#include "core/search/full_text_query.h"
#include "core/store/private_folder.h"

#include <QElapsedTimer>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::search {

using namespace quillway::model;

namespace {

/// To be raised whenever the tables, the tokenizer or what indexedText() gives are others than before: an index of another version is made anew.
constexpr int version = 1;

constexpr QLatin1StringView tables(R"(
    CREATE TABLE file(id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, hash BLOB NOT NULL) STRICT;
    CREATE VIRTUAL TABLE words USING fts5(title, tags, headings, prose, code, links,
        tokenize = "unicode61 remove_diacritics 2", prefix = '2 3');
)");

/// One file of the site, whatever it is.
struct Item {
    SitePath file;
    std::shared_ptr<const void> value; ///< the post, topic or path: the same pointer is the same content
    QByteArray source;
    std::function<std::optional<IndexedText>(const std::stop_token &)> read;
};

template<typename Value>
void addItems(QList<Item> &items, const QList<std::shared_ptr<const Value>> &values)
{
    for (const auto &value : values)
        items.append({ value->file, value, value->source, [value](const std::stop_token &stop) { return indexedText(*value, stop); } });
}

QList<Item> itemsOf(const Site &site)
{
    QList<Item> items;
    items.reserve(site.posts().size() + site.pages().size() + site.topics().size() + site.paths().size());
    addItems(items, site.posts());
    addItems(items, site.pages());
    addItems(items, site.topics());
    addItems(items, site.paths());
    return items;
}

/// What the index holds of a file.
struct Known {
    qint64 id = 0;
    QByteArray hash;
    std::shared_ptr<const void> value; ///< what was compared last; keeps its address from being another's
};

Result<void> finish(Statement &statement)
{
    const auto done = statement.step();
    statement.reset();
    return done ? Result<void>() : std::unexpected(done.error());
}

} // namespace

struct FullTextIndex::Private {
    FileSystem &files;
    QString siteFolder;
    std::optional<Database> database;
    bool onDisk = false;
    bool hopeless = false; ///< not even a database of its own can be made

    SitePtr site;
    QHash<SitePath, Known> known;
    QHash<qint64, SitePath> fileOfId;
    QList<Item> toLookAt; ///< last first
    QList<SitePath> toForget;

    [[nodiscard]] QString path() const;
    void removeFromDisk() const;
    [[nodiscard]] Result<Database> openOnDisk() const;
    Result<void> prepareTables();
    Result<void> readKnown();
    void open();
    void openWithoutDisk();
    void planWork();
    void fail(const Error &error);
    Result<void> workInOneStep(std::chrono::milliseconds atMost, const std::stop_token &stop);
    Result<void> look(const Item &item, const std::stop_token &stop);
    Result<void> write(const Item &item, const QByteArray &hash, const IndexedText &text);
    Result<void> forget(const SitePath &file);
    Result<FoundTexts> findWords(const FullTextQuery &query, const FindOptions &options);
    Result<FoundTexts> findByConditions(const FullTextQuery &query, const PostMatcher &matcher, const FindOptions &options);
    Result<QSet<SitePath>> filesWith(const QString &expression);
    static FoundText foundText(const Statement &row, const SitePath &file, int mostLines);
};

/// Links on the way to the site are the user's own; one within .quillway is not followed: it could name any database of theirs.
QString FullTextIndex::Private::path() const
{
    return QFileInfo(siteFolder).canonicalFilePath() + u"/.quillway/search.sqlite"_s;
}

void FullTextIndex::Private::removeFromDisk() const
{
    for (const auto &ending : { ""_L1, "-wal"_L1, "-shm"_L1 })
        std::ignore = files.remove(path() + ending);
}

/// A damaged file goes and is made anew.
Result<Database> FullTextIndex::Private::openOnDisk() const
{
    const auto folder = store::privateFolder(files, siteFolder, {});
    if (!folder)
        return std::unexpected(folder.error());
    auto database = Database::openFile(path());
    if (database || database.error().code != ErrorCode::BadValue)
        return database;
    removeFromDisk();
    return Database::openFile(path());
}

Result<void> FullTextIndex::Private::prepareTables()
{
    auto found = database->prepare(u"SELECT (SELECT user_version FROM pragma_user_version), count(*), "
                                   "count(*) FILTER (WHERE type IN ('trigger', 'view')) FROM sqlite_schema"_s);
    if (!found)
        return std::unexpected(found.error());
    if (const auto row = found->step(); !row)
        return std::unexpected(row.error());
    const bool ours = found->number(0) == version && found->number(2) == 0;
    const bool empty = found->number(1) == 0;
    found->reset();
    if (ours)
        return {};
    if (!empty)
        return std::unexpected(Error { ErrorCode::BadValue, {}, {}, u"another version"_s });
    return database->run(u"BEGIN;"_s + tables + u"PRAGMA user_version = %1; COMMIT"_s.arg(version));
}

Result<void> FullTextIndex::Private::readKnown()
{
    known.clear();
    fileOfId.clear();
    auto rows = database->prepare(u"SELECT id, path, hash FROM file"_s);
    if (!rows)
        return std::unexpected(rows.error());
    while (true) {
        const auto row = rows->step();
        if (!row)
            return std::unexpected(row.error());
        if (!*row)
            return {};
        const auto file = SitePath::parse(rows->text(1));
        if (!file || file->toString() != rows->text(1))
            return std::unexpected(Error { ErrorCode::BadValue, {}, {}, u"a path that is none"_s });
        known.insert(*file, { rows->number(0), rows->bytes(2), nullptr });
        fileOfId.insert(rows->number(0), *file);
    }
}

void FullTextIndex::Private::open()
{
    for (int attempt = 0; attempt < 2; ++attempt) {
        auto opened = openOnDisk();
        if (!opened)
            break;
        database.emplace(std::move(*opened));
        onDisk = true;
        const auto ready = prepareTables().and_then([&] { return readKnown(); });
        if (ready)
            return planWork();
        database.reset();
        if (ready.error().code != ErrorCode::BadValue)
            break;
        removeFromDisk();
    }
    openWithoutDisk();
}

void FullTextIndex::Private::openWithoutDisk()
{
    onDisk = false;
    known.clear();
    fileOfId.clear();
    database.reset();
    if (auto opened = Database::openPrivate()) {
        database.emplace(std::move(*opened));
        if (!prepareTables())
            database.reset();
    }
    hopeless = !database;
    planWork();
}

/// What differs between the site and what is known, found by pointers alone.
void FullTextIndex::Private::planWork()
{
    toLookAt.clear();
    toForget.clear();
    if (!site)
        return;
    QSet<SitePath> there;
    QList<Item> items = itemsOf(*site);
    for (Item &item : items) {
        there.insert(item.file);
        const auto place = known.constFind(item.file);
        if (place == known.cend() || place->value != item.value)
            toLookAt.append(std::move(item));
    }
    std::ranges::reverse(toLookAt); // newest posts first, taken from the end
    for (const auto &[file, entry] : std::as_const(known).asKeyValueRange()) {
        if (!there.contains(file))
            toForget.append(file);
    }
}

/// A damaged index is made anew, one that cannot be written is left to the disk and another one made without it.
void FullTextIndex::Private::fail(const Error &error)
{
    if (error.code == ErrorCode::Cancelled)
        return planWork();
    const bool again = onDisk && error.code == ErrorCode::BadValue;
    database.reset();
    if (!again)
        return openWithoutDisk();
    removeFromDisk();
    open();
}

Result<void> FullTextIndex::Private::forget(const SitePath &file)
{
    const qint64 id = known.value(file).id;
    for (const QString &sql : { u"DELETE FROM words WHERE rowid = ?1"_s, u"DELETE FROM file WHERE id = ?1"_s }) {
        auto statement = database->prepare(sql);
        if (!statement)
            return std::unexpected(statement.error());
        statement->bind(1, id);
        if (const auto done = finish(*statement); !done)
            return done;
    }
    known.remove(file);
    fileOfId.remove(id);
    return {};
}

Result<void> FullTextIndex::Private::write(const Item &item, const QByteArray &hash, const IndexedText &text)
{
    if (known.contains(item.file)) {
        if (auto forgotten = forget(item.file); !forgotten)
            return forgotten;
    }
    auto entry = database->prepare(u"INSERT INTO file(path, hash) VALUES(?1, ?2) RETURNING id"_s);
    if (!entry)
        return std::unexpected(entry.error());
    entry->bind(1, item.file.toString());
    entry->bindBytes(2, hash);
    if (const auto row = entry->step(); !row)
        return std::unexpected(row.error());
    const qint64 id = entry->number(0);
    if (const auto done = finish(*entry); !done)
        return done;
    auto words = database->prepare(
        u"INSERT INTO words(rowid, title, tags, headings, prose, code, links) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)"_s);
    if (!words)
        return std::unexpected(words.error());
    words->bind(1, id);
    for (int column = 0; column < columnCount; ++column)
        words->bind(column + 2, text.columns[std::size_t(column)]);
    if (const auto done = finish(*words); !done)
        return done;
    known.insert(item.file, { id, hash, item.value });
    fileOfId.insert(id, item.file);
    return {};
}

Result<void> FullTextIndex::Private::look(const Item &item, const std::stop_token &stop)
{
    const QByteArray hash = contentHash(item.source);
    if (const auto place = known.find(item.file); place != known.end() && place->hash == hash) {
        place->value = item.value;
        return {};
    }
    const auto text = item.read(stop);
    if (!text)
        return std::unexpected(Error { ErrorCode::Cancelled, {}, {}, {} });
    return write(item, hash, *text);
}

Result<void> FullTextIndex::Private::workInOneStep(std::chrono::milliseconds atMost, const std::stop_token &stop)
{
    QElapsedTimer timer;
    timer.start();
    database->setStop({}); // what is begun is ended: a transaction cut short would be work lost
    if (auto begun = database->run(u"BEGIN"_s); !begun)
        return begun;
    while (!stop.stop_requested() && timer.elapsed() < atMost.count() && !(toForget.isEmpty() && toLookAt.isEmpty())) {
        const auto done = !toForget.isEmpty() ? forget(toForget.constLast()) : look(toLookAt.constLast(), stop);
        if (!done && done.error().code == ErrorCode::Cancelled)
            break;
        if (!done) {
            std::ignore = database->run(u"ROLLBACK"_s);
            return done;
        }
        toForget.isEmpty() ? toLookAt.removeLast() : toForget.removeLast();
    }
    return database->run(u"COMMIT"_s);
}

/// The file of a row of highlighted columns.
FoundText FullTextIndex::Private::foundText(const Statement &row, const SitePath &file, int mostLines)
{
    constexpr qsizetype shownLength = 180;
    FoundText found { .file = file, .title = markedText(row.text(1)), .lines = {} };
    QList<LineHit> hits;
    if (const QString tags = row.text(2); tags.contains(hitBegin))
        hits.append({ 0, Column::Tags, markedText(QString(tags).replace(u'\n', u", "_s)) });
    for (const Column column : { Column::Headings, Column::Prose, Column::Code, Column::Links })
        hits += lineHits(column, row.text(int(column) + 1));
    // Headings and tags first, then the lines with the most hits; the earlier one of equals.
    const auto weight = [](const LineHit &hit) { return hit.column <= Column::Headings ? 1000 : int(hit.shown.marks.size()); };
    std::ranges::stable_sort(hits, std::greater(), weight);
    found.lines = hits.first(std::min<qsizetype>(mostLines, hits.size()));
    found.moreLines = int(hits.size() - found.lines.size());
    std::ranges::stable_sort(found.lines, {}, &LineHit::line);
    for (LineHit &hit : found.lines)
        hit.shown = shortened(hit.shown, shownLength);
    return found;
}

Result<FoundTexts> FullTextIndex::Private::findWords(const FullTextQuery &query, const FindOptions &options)
{
    auto rows = database->prepare(
        u"SELECT rowid, highlight(words, 0, ?2, ?3), highlight(words, 1, ?2, ?3), highlight(words, 2, ?2, ?3), highlight(words, 3, ?2, "
        u"?3), "
        "highlight(words, 4, ?2, ?3), highlight(words, 5, ?2, ?3) FROM words WHERE words MATCH ?1 AND rank MATCH 'relevance()' AND accepts(rowid) ORDER BY rank LIMIT ?4"_s);
    if (!rows)
        return std::unexpected(rows.error());
    rows->bind(1, query.unwanted.isEmpty() ? query.wanted : u"(%1) NOT (%2)"_s.arg(query.wanted, query.unwanted));
    rows->bind(2, QString(hitBegin));
    rows->bind(3, QString(hitEnd));
    rows->bind(4, qint64(options.mostTexts) + 1);
    FoundTexts found;
    while (true) {
        const auto row = rows->step();
        if (!row)
            return std::unexpected(row.error());
        if (!*row)
            return found;
        if (found.texts.size() >= options.mostTexts) {
            found.more = true;
            return found;
        }
        if (const auto file = fileOfId.constFind(rows->number(0)); file != fileOfId.cend())
            found.texts.append(foundText(*rows, *file, options.mostLines));
    }
}

/// The files that hold one of the words.
Result<QSet<SitePath>> FullTextIndex::Private::filesWith(const QString &expression)
{
    QSet<SitePath> holders;
    if (expression.isEmpty())
        return holders;
    auto rows = database->prepare(u"SELECT rowid FROM words WHERE words MATCH ?1"_s);
    if (!rows)
        return std::unexpected(rows.error());
    rows->bind(1, expression);
    while (true) {
        const auto row = rows->step();
        if (!row)
            return std::unexpected(row.error());
        if (!*row)
            return holders;
        if (const auto file = fileOfId.constFind(rows->number(0)); file != fileOfId.cend())
            holders.insert(*file);
    }
}

Result<FoundTexts> FullTextIndex::Private::findByConditions(const FullTextQuery &query, const PostMatcher &matcher,
                                                            const FindOptions &options)
{
    const auto unwanted = filesWith(query.unwanted);
    if (!unwanted)
        return std::unexpected(unwanted.error());
    FoundTexts found;
    for (const PostPtr &post : site->posts()) {
        if (!matcher.meetsConditions(*post) || unwanted->contains(post->file))
            continue;
        if (found.texts.size() >= options.mostTexts) {
            found.more = true;
            break;
        }
        found.texts.append({ post->file, { post->title, {} }, {}, 0 });
    }
    return found;
}

FullTextIndex::FullTextIndex(FileSystem &files, const QString &siteFolder)
    : d(std::make_unique<Private>(files, siteFolder))
{ }

FullTextIndex::~FullTextIndex() = default;

void FullTextIndex::setSite(SitePtr site)
{
    d->site = std::move(site);
    if (d->database)
        d->planWork();
}

bool FullTextIndex::work(std::chrono::milliseconds atMost, const std::stop_token &stop)
{
    if (!d->site || d->hopeless)
        return false;
    if (!d->database)
        d->open();
    if (d->database && !(d->toForget.isEmpty() && d->toLookAt.isEmpty())) {
        if (const auto done = d->workInOneStep(atMost, stop); !done)
            d->fail(done.error());
    }
    return !d->hopeless && !(d->toForget.isEmpty() && d->toLookAt.isEmpty());
}

bool FullTextIndex::isOnDisk() const
{
    return d->onDisk;
}

Result<FoundTexts> FullTextIndex::find(QStringView query, const FindOptions &options, const std::stop_token &stop)
{
    const PostFilter filter = parsePostFilter(query);
    if (filter.isEmpty() || !d->site)
        return FoundTexts {};
    if (!d->database)
        return FoundTexts { {}, false, !d->hopeless };
    const FullTextQuery words = fullTextQuery(filter);
    const bool onlyWords = filter.wanted.onlyWords() && filter.unwanted.onlyWords();
    // Words that hold nothing to look for (`++`) are no reason to show everything.
    if (words.wanted.isEmpty() && onlyWords && words.unwanted.isEmpty())
        return FoundTexts {};
    const PostMatcher matcher(filter, *d->site, options.now, options.modified);
    const auto accepts = [&](qint64 id) {
        const PostPtr post = d->site->postByFile(d->fileOfId.value(id, SitePath::literal(u"none")));
        return post && matcher.meetsConditions(*post);
    };
    d->database->setStop(stop);
    d->database->setAccepts(onlyWords ? std::function<bool(qint64)>() : accepts);
    auto found = words.wanted.isEmpty() ? d->findByConditions(words, matcher, options) : d->findWords(words, options);
    d->database->setAccepts({});
    d->database->setStop({});
    if (!found)
        d->fail(found.error());
    else
        found->partial = !(d->toLookAt.isEmpty() && d->toForget.isEmpty());
    return found;
}

} // namespace quillway::search
