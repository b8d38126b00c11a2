// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/native_file_system.h"
#include "core/publish/publication.h"
#include "core/store/load_site.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTimeZone>

#include <map>

namespace quillway::test {

/// The build date of all tests here.
inline model::Selection selection()
{
    return { QDateTime(QDate(2025, 1, 1), QTime(0, 0), QTimeZone::utc()), false, false };
}

inline QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(no file)");
}

/// The files under a folder, by path inside it.
inline std::map<QString, QByteArray> filesUnder(const QString &folder)
{
    std::map<QString, QByteArray> files;
    for (QDirIterator it(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); it.hasNext();) {
        const QString path = it.next();
        files.emplace(QDir(folder).relativeFilePath(path), bytesOf(path));
    }
    return files;
}

/// A site on disk that a test writes file by file, and a place beside it for exports.
class SiteFolder
{
public:
    SiteFolder() { write(QStringLiteral("quillway.toml"), "title = \"T\"\nbase_url = \"https://t.example/\"\n"); }

    /// A copy of the site in `folder`.
    explicit SiteFolder(const QString &folder)
    {
        for (const auto &[path, bytes] : filesUnder(folder))
            write(path, bytes);
    }

    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("site")); }
    [[nodiscard]] QString path(const QString &name) const { return path() + u'/' + name; }
    [[nodiscard]] QString beside(const QString &name) const { return m_folder.filePath(name); }

    void write(const QString &name, const QByteArray &bytes) const
    {
        QDir().mkpath(QFileInfo(path(name)).path());
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot prepare %s", qPrintable(path(name)));
    }

    /// A post of 2024-01-`day`, one line of body.
    void post(const QString &slug, int day, const QByteArray &head = {}, const QByteArray &body = "Text.\n") const
    {
        const QByteArray date = "date: 2024-01-" + QByteArray::number(day).rightJustified(2, '0') + '\n';
        write(QStringLiteral("posts/%1.md").arg(slug), "---\n" + date + head + "---\n" + body);
    }

    [[nodiscard]] model::SitePtr load() const
    {
        const NativeFileSystem files;
        const auto loaded = store::loadSite(files, path());
        if (!loaded)
            qFatal("cannot load %s", qPrintable(path()));
        return loaded->site;
    }

    /// As exported, with the site's own theme.
    [[nodiscard]] std::unique_ptr<publish::Publication> publication(const QUrl &baseUrl = {}) const
    {
        const NativeFileSystem files;
        const model::SitePtr site = load();
        return std::make_unique<publish::Publication>(site, selection(), publish::loadTheme(files, path(), site->settings().theme).theme,
                                                      baseUrl, [folder = path()](const SitePath &asset) {
                                                          return pictures::readPictureFacts(NativeFileSystem(),
                                                                                            folder + u'/' + asset.toString());
                                                      });
    }

private:
    QTemporaryDir m_folder;
};

} // namespace quillway::test
