// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/site_maker.h"

#include "core/store/new_site.h"

#include <QCoreApplication>
#include <QDate>
#include <QDir>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace quillway::ui {

namespace {

Result<void> copyFile(FileSystem &files, const QString &from, const QString &to)
{
    const auto bytes = files.read(from);
    if (!bytes)
        return std::unexpected(bytes.error());
    const auto handle = files.create(to, 0666);
    if (!handle)
        return std::unexpected(handle.error());
    Result<void> result;
    for (qsizetype done = 0; result && done < bytes->size();) {
        const auto taken = files.write(*handle, QByteArrayView(*bytes).sliced(done));
        if (!taken)
            result = std::unexpected(taken.error());
        else
            done += *taken;
    }
    const auto closed = files.close(*handle);
    return result ? closed : result;
}

/// Ordinary files and folders; what the program derives (`.quillway`, `public`) stays behind.
Result<void> copyFolder(FileSystem &files, const QString &from, const QString &to)
{
    if (auto made = files.makeFolder(to); !made)
        return made;
    const auto entries = files.list(from);
    if (!entries)
        return std::unexpected(entries.error());
    for (const FolderEntry &entry : *entries) {
        if (entry.name.startsWith(u'.') || entry.name == u"public" || entry.kind == FileKind::SymbolicLink)
            continue;
        const QString source = from + u'/' + entry.name;
        const QString target = to + u'/' + entry.name;
        if (auto copied = entry.kind == FileKind::Folder ? copyFolder(files, source, target) : copyFile(files, source, target); !copied)
            return copied;
    }
    return {};
}

} // namespace

QString sampleBlogFolder()
{
    const QString installed = QDir(QCoreApplication::applicationDirPath()).filePath(u"../share/quillway/sample-blog"_s);
    for (const QString &folder : { QDir::cleanPath(installed), QStringLiteral(QUILLWAY_SAMPLE_BLOG) }) {
        if (QDir(folder).exists())
            return folder;
    }
    return {};
}

SiteMaker::SiteMaker(FileSystem &files, QObject *parent)
    : QObject(parent)
    , m_files(files)
{
    m_worker.setMaxThreadCount(1);
}

SiteMaker::~SiteMaker()
{
    m_worker.waitForDone();
}

void SiteMaker::finish(const QString &folder, const Result<void> &result)
{
    QMetaObject::invokeMethod(
        this,
        [this, folder, result] {
            if (result)
                Q_EMIT made(folder);
            else
                Q_EMIT failed(result.error());
        },
        Qt::QueuedConnection);
}

void SiteMaker::makeSite(const QString &folder)
{
    m_worker.start(
        [this, folder, today = QDate::currentDate()] { finish(folder, store::makeSite(m_files, folder, QDir(folder).dirName(), today)); });
}

void SiteMaker::makeSample()
{
    const QString target = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) + u'/' + tr("Quillway sample blog");
    m_worker.start([this, target] {
        if (m_files.status(target + u"/quillway.toml"_s))
            return finish(target, {});
        const QString source = sampleBlogFolder();
        if (source.isEmpty())
            return finish(target, std::unexpected(Error { ErrorCode::NotFound, u"sample-blog"_s, {}, {} }));
        finish(target, copyFolder(m_files, source, target));
    });
}

} // namespace quillway::ui
