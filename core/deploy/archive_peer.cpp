// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deploy/archive_peer.h"

#include "core/base/path_parts.h"
#include "core/store/save_file.h"

#include <QDir>

#include <algorithm>

#include <clocale>

#include <archive.h>
#include <archive_entry.h>

using namespace Qt::StringLiterals;

namespace quillway::deploy {

namespace {

struct FreeArchive {
    void operator()(struct archive *archive) const { archive_write_free(archive); }
};
using ArchiveWriter = std::unique_ptr<struct archive, FreeArchive>;

struct FreeEntry {
    void operator()(struct archive_entry *entry) const { archive_entry_free(entry); }
};

la_ssize_t append(struct archive * /*archive*/, void *bytes, const void *data, size_t size)
{
    static_cast<QByteArray *>(bytes)->append(static_cast<const char *>(data), qsizetype(size));
    return la_ssize_t(size);
}

/// libarchive takes names through the locale's encoding: for this thread and this time, that is UTF-8.
class Utf8Names
{
public:
    Utf8Names()
        : m_locale(::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr))
        , m_before(::uselocale(m_locale))
    { }
    ~Utf8Names()
    {
        ::uselocale(m_before);
        if (m_locale != nullptr)
            ::freelocale(m_locale);
    }
    Q_DISABLE_COPY_MOVE(Utf8Names)

private:
    locale_t m_locale;
    locale_t m_before;
};

/// Sets the format up so that neither the clock nor the machine gets into it.
bool begin(struct archive *archive, const QString &path, QByteArray &bytes)
{
    const bool isZip = path.endsWith(".zip"_L1);
    const bool isSet = isZip
        ? archive_write_set_format_zip(archive) == ARCHIVE_OK
        : archive_write_set_format_pax_restricted(archive) == ARCHIVE_OK && archive_write_add_filter_zstd(archive) == ARCHIVE_OK
            && archive_write_set_options(archive, "zstd:compression-level=9,zstd:threads=1") == ARCHIVE_OK;
    return isSet && archive_write_set_bytes_in_last_block(archive, 1) == ARCHIVE_OK
        && archive_write_open(archive, &bytes, nullptr, append, nullptr) == ARCHIVE_OK;
}

/// `time`: in seconds since the epoch; unset: none.
bool add(struct archive *archive, const SitePath &file, const QByteArray &content, std::optional<qint64> time)
{
    const std::unique_ptr<struct archive_entry, FreeEntry> entry(archive_entry_new());
    archive_entry_set_pathname_utf8(entry.get(), file.toString().toUtf8().constData());
    archive_entry_set_size(entry.get(), content.size());
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), 0644);
    if (time)
        archive_entry_set_mtime(entry.get(), *time, 0);
    return archive_write_header(archive, entry.get()) >= ARCHIVE_WARN
        && archive_write_data(archive, content.constData(), size_t(content.size())) == la_ssize_t(content.size());
}

} // namespace

ArchivePeer::ArchivePeer(FileSystem &files, const QString &siteFolder, const QString &path)
    : m_files(files)
    , m_path(QDir(siteFolder).absoluteFilePath(path))
{ }

Result<Listing> ArchivePeer::listing(const std::stop_token & /*stop*/)
{
    return Listing();
}

Result<void> ArchivePeer::carryOut(const Upload &upload)
{
    const Utf8Names utf8Names;
    QByteArray bytes;
    const ArchiveWriter archive(archive_write_new());
    const auto failed = [&] {
        const char *why = archive_error_string(archive.get());
        return std::unexpected(Error { ErrorCode::NotWritable, m_path, {}, QString::fromUtf8(why != nullptr ? why : "libarchive") });
    };
    if (!begin(archive.get(), m_path, bytes))
        return failed();
    // A .zip has times as this machine's clock on the wall shows them, which would make other bytes in another country; so it has none.
    const auto time = m_path.endsWith(".zip"_L1) ? std::nullopt : std::optional(upload.buildDate.toSecsSinceEpoch());
    QList<SitePath> names = upload.wanted.keys();
    std::ranges::sort(names);
    int done = 0;
    for (const SitePath &file : std::as_const(names)) {
        if (upload.stop.stop_requested())
            return std::unexpected(Error { ErrorCode::Cancelled, {}, {}, {} });
        const Result<QByteArray> content = m_files.read(upload.folder + u'/' + file.toString());
        if (!content)
            return std::unexpected(content.error());
        if (!add(archive.get(), file, *content, time))
            return failed();
        if (upload.progress)
            upload.progress(++done, int(names.size()));
    }
    if (archive_write_close(archive.get()) != ARCHIVE_OK)
        return failed();
    if (Result<void> made = m_files.makeFolder(folderOf(m_path)); !made)
        return made;
    return store::saveFile(m_files, m_path, bytes);
}

} // namespace quillway::deploy
