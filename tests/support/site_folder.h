// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

namespace quillway::test {

/// A folder for a test's site that goes away with the object.
class SiteFolder
{
public:
    SiteFolder()
    {
        if (!m_folder.isValid())
            qFatal("no temporary folder");
    }

    [[nodiscard]] QString path() const { return m_folder.path(); }
    [[nodiscard]] QString path(const QString &file) const { return m_folder.filePath(file); }
    [[nodiscard]] bool has(const QString &file) const { return QFile::exists(path(file)); }

    void write(const QString &file, const QByteArray &bytes) const
    {
        QDir(path()).mkpath(QFileInfo(file).path());
        QFile target(path(file));
        if (!target.open(QIODevice::WriteOnly) || target.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(file));
    }

    [[nodiscard]] QByteArray read(const QString &file) const
    {
        QFile source(path(file));
        return source.open(QIODevice::ReadOnly) ? source.readAll() : QByteArray();
    }

    /// Paths of all files below, sorted, without those of `.quillway/`.
    [[nodiscard]] QStringList files() const { return filesBelow(QString()); }

private:
    [[nodiscard]] QStringList filesBelow(const QString &folder) const
    {
        QStringList found;
        for (const QFileInfo &entry : QDir(path(folder)).entryInfoList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden, QDir::Name)) {
            const QString name = folder.isEmpty() ? entry.fileName() : folder + u'/' + entry.fileName();
            if (name == QLatin1StringView(".quillway"))
                continue;
            found += entry.isDir() ? filesBelow(name) : QStringList(name);
        }
        found.sort();
        return found;
    }

    QTemporaryDir m_folder;
};

} // namespace quillway::test
