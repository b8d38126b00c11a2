// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/diagnostic.h"
#include "core/base/native_file_system.h"
#include "core/store/save_file.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

namespace quillway::test {

inline const QByteArray oldText = QByteArray("the old text\n").repeated(400);
inline const QByteArray newText = QByteArray("a new and longer text\n").repeated(900);

/// A folder with one file to save to, built anew for each try.
class Desk
{
public:
    explicit Desk(const QString &name = QStringLiteral("post.md"))
        : m_path(m_folder.filePath(name))
    { }

    [[nodiscard]] QString path() const { return m_path; }
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] QString folder() const { return m_folder.path(); }

    void put(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot prepare %s", qPrintable(path(name)));
    }

    /// The bytes, or `absent`.
    [[nodiscard]] QByteArray get(const QString &name) const { return m_native.read(path(name)).value_or(QByteArray("absent")); }
    [[nodiscard]] FileStatus status(const QString &name) const { return m_native.status(path(name)).value_or(FileStatus()); }

    [[nodiscard]] QStringList names() const
    {
        return QDir(folder()).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    }
    [[nodiscard]] QStringList leftovers(store::Leftover kind) const
    {
        QStringList found = names();
        found.removeIf([kind](const QString &name) { return store::leftoverKind(name) != kind; });
        return found;
    }

    NativeFileSystem &native() { return m_native; }

private:
    QTemporaryDir m_folder;
    QString m_path;
    NativeFileSystem m_native;
};

/// What became of it: `done`, or the sentence of its error.
template<typename T>
QString outcomeOf(const Result<T> &result)
{
    return result ? QStringLiteral("done") : describe({ result.error().code, {}, {}, {} });
}

} // namespace quillway::test
