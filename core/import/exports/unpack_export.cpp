// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/exports/unpack_export.h"

#include "core/base/slug.h"
#include "core/store/save_file.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::importing {

namespace {

QString valueOf(const ExportItem &item, QStringView key)
{
    const text::Value *value = item.head.find(key);
    return value && value->isScalar() ? value->text : QString();
}

class Unpacking
{
public:
    Unpacking(FileSystem &files, const Source &source, QString folder)
        : m_files(files)
        , m_source(source)
        , m_folder(std::move(folder))
        , m_listing(source.listing())
    { }

    /// Entries of one export, in a folder of their own below.
    [[nodiscard]] Result<void> unpack(const QString &path, int number, Tool tool, const ExportProgress &progress,
                                      const std::stop_token &stop)
    {
        m_export = path;
        m_exportFolder = m_folder + u'/' + QString::number(number);
        m_pictures.clear();
        const TakeItem take = [this](ExportItem item) { return add(std::move(item)); };
        const QString file = m_source.absolute(path);
        auto facts = tool == Tool::WordPress ? readWordPress(m_files, file, take, progress, stop) : readGhost(m_files, file, take, stop);
        if (!facts && (facts.error().code == ErrorCode::BadValue || facts.error().code == ErrorCode::TooDeep)) {
            leaveOutExport(facts.error());
            return {};
        }
        if (!facts)
            return std::unexpected(facts.error());
        m_exports.append(path);
        m_entries.insert(path, { .isPage = false, .isMarkdown = false, .name = {}, .notes = facts->notes });
        if (auto set = setPictures(facts->attachments); !set)
            return set;
        if (m_exports.size() == 1)
            m_facts = std::move(*facts);
        return {};
    }

    [[nodiscard]] UnpackedExport result()
    {
        std::ranges::sort(m_listing.files, {}, &SourceFile::path);
        std::ranges::sort(m_listing.leftOut, {}, &LeftOut::path);
        return { Source(m_files, std::move(m_listing), std::move(m_places)), std::move(m_facts), std::move(m_exports),
                 std::move(m_entries) };
    }

    [[nodiscard]] bool isEmpty() const { return m_exports.isEmpty(); }

private:
    void leaveOutExport(const Error &error)
    {
        const QString place = error.position.isValid() ? u"line %1: "_s.arg(error.position.line) : QString();
        m_listing.files.removeIf([&](const SourceFile &file) { return file.path == m_export; });
        m_listing.leftOut.append(
            { m_export, error.code == ErrorCode::TooDeep ? LeftOutReason::TooLarge : LeftOutReason::Unreadable, place + error.detail });
    }

    [[nodiscard]] Result<void> write(const QString &path, const QString &file, const QByteArray &bytes)
    {
        if (const QString folder = folderOf(file); !m_folders.contains(folder)) {
            if (auto made = m_files.makeFolder(folder); !made)
                return made;
            m_folders.insert(folder);
        }
        if (auto saved = store::saveFile(m_files, file, bytes, { .durability = store::Durability::Replaced }); !saved)
            return saved;
        m_listing.files.append({ path, bytes.size() });
        m_places.insert(path, file);
        return {};
    }

    [[nodiscard]] Result<void> add(const ExportItem &item)
    {
        const QString path = u"%1/%2/%3.md"_s.arg(m_export, slugOr(item.type, u"entry"), item.id);
        if (item.kind == ExportItem::Kind::LeftOut) {
            m_listing.leftOut.append({ path.chopped(3), item.reason, item.detail });
            return {};
        }
        // A folder holds a thousand, so that none becomes slow.
        const QString file = u"%1/%2/%3.md"_s.arg(m_exportFolder).arg(m_count / 1000).arg(m_count);
        ++m_count;
        const QString date = valueOf(item, u"date").left(10);
        const QString slug = valueOf(item, u"slug");
        const QString name = slugOr(slug.isEmpty() ? valueOf(item, u"title") : slug, u"post");
        UnpackedEntry entry {
            .isPage = item.kind == ExportItem::Kind::Page, .isMarkdown = item.isMarkdown, .name = name, .notes = item.notes
        };
        if (!entry.isPage && !date.isEmpty())
            entry.name = date + u'-' + name;
        if (item.commentCount > 0)
            entry.notes.append({ NoteKind::CommentsKept, 0, QString::number(item.commentCount) });
        if (!item.picture.isEmpty())
            m_pictures.append({ file, item.picture });
        const QByteArray bytes = text::renderFrontMatter(text::Dialect::Yaml, item.head) + '\n' + item.body.toUtf8();
        if (auto written = write(path, file, bytes); !written)
            return written;
        if (!item.comments.isEmpty()) {
            const QString beside = path.chopped(3) + ".comments.json"_L1;
            if (auto written = write(beside, file.chopped(3) + ".comments.json"_L1, item.comments); !written)
                return written;
            m_entries.insert(beside, { .isPage = false, .isMarkdown = false, .name = entry.name, .notes = {} });
        }
        m_entries.insert(path, entry);
        return {};
    }

    /// An entry names its picture by a number, and what that is may come later.
    [[nodiscard]] Result<void> setPictures(const QHash<QString, QString> &attachments)
    {
        for (const auto &[file, id] : std::as_const(m_pictures)) {
            const QString address = attachments.value(id);
            if (address.isEmpty())
                continue;
            const auto bytes = m_files.read(file);
            if (!bytes)
                return std::unexpected(bytes.error());
            const auto edited = text::editFrontMatter(*bytes, { { u"cover"_s, text::Value::string(address) } });
            if (!edited)
                continue;
            if (auto saved = store::saveFile(m_files, file, *edited, { .durability = store::Durability::Replaced }); !saved)
                return saved;
        }
        return {};
    }

    FileSystem &m_files;
    const Source &m_source;
    QString m_folder, m_export, m_exportFolder;
    SourceListing m_listing;
    QHash<QString, QString> m_places;
    ExportFacts m_facts;
    QStringList m_exports;
    QHash<QString, UnpackedEntry> m_entries;
    QList<std::pair<QString, QString>> m_pictures; ///< files, and the ids that they name
    QSet<QString> m_folders;
    int m_count = 0;
};

} // namespace

Result<UnpackedExport> unpackExports(FileSystem &files, const Source &source, Tool tool, const QString &folder,
                                     const std::function<void(int, int)> &progress, const std::stop_token &stop)
{
    Unpacking unpacking(files, source, folder);
    int number = 0;
    for (const QString &path : exportsIn(source, tool)) {
        int last = -1;
        const ExportProgress report = [&](qint64 done, qint64 total) {
            const int now = total > 0 ? int(done * 1000 / total) : 1000;
            if (progress && now != last)
                progress(last = now, 1000);
        };
        if (auto unpacked = unpacking.unpack(path, number++, tool, report, stop); !unpacked)
            return std::unexpected(unpacked.error());
    }
    if (unpacking.isEmpty())
        return std::unexpected(
            Error { ErrorCode::NotFound, source.listing().folder, {}, u"no export of %1 can be read in it"_s.arg(titleOf(tool)) });
    return unpacking.result();
}

} // namespace quillway::importing
