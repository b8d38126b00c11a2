// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/new_site.h"

#include "core/store/save_file.h"

#include <QFile>

#include <array>

using namespace Qt::StringLiterals;

namespace quillway::store {

namespace {

struct Starter {
    QLatin1StringView resource; ///< under `:/starter/`
    QString path; ///< in the new site
};

/// `text` between the quotes of a TOML basic string.
QString escapedToml(const QString &text)
{
    QString escaped;
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\')
            escaped += u'\\';
        escaped += c.unicode() < 0x20 || c.unicode() == 0x7F ? QChar(u' ') : c;
    }
    return escaped;
}

Result<QByteArray> starterText(QLatin1StringView name, const QString &title, const QDate &today)
{
    QFile file(":/starter/"_L1 + name);
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(Error { ErrorCode::Internal, file.fileName(), {}, file.errorString() });
    return file.readAll().replace("@TITLE@", escapedToml(title).toUtf8()).replace("@DATE@", today.toString(Qt::ISODate).toLatin1());
}

} // namespace

Result<void> requireEmpty(const FileSystem &files, const QString &folder)
{
    const auto entries = files.list(folder);
    if (!entries) {
        if (entries.error().code == ErrorCode::NotFound)
            return {};
        return std::unexpected(entries.error());
    }
    for (const FolderEntry &entry : *entries) {
        if (!entry.name.startsWith(u'.') || entry.name == u".quillway")
            return std::unexpected(Error { ErrorCode::AlreadyExists, folder, {}, entry.name });
    }
    return {};
}

Result<void> makeSite(FileSystem &files, const QString &folder, const QString &title, const QDate &today)
{
    const QString first = u"posts/%1-hello.md"_s.arg(today.toString(Qt::ISODate));
    const std::array starters {
        Starter { "hello.md"_L1, first },
        Starter { "about.md"_L1, u"pages/about.md"_s },
        Starter { "writing.md"_L1, u"topics/writing.md"_s },
        Starter { "start-here.md"_L1, u"paths/start-here.md"_s },
        // Last, since it is what makes the folder a site.
        Starter { "quillway.toml"_L1, u"quillway.toml"_s },
    };
    if (auto empty = requireEmpty(files, folder); !empty)
        return empty;
    for (const QString &part : { u"posts"_s, u"pages"_s, u"topics"_s, u"paths"_s, u"assets"_s }) {
        if (auto made = files.makeFolder(folder + u'/' + part); !made)
            return made;
    }
    for (const Starter &starter : starters) {
        const auto text = starterText(starter.resource, title, today);
        if (!text)
            return std::unexpected(text.error());
        if (auto saved = saveFile(files, folder + u'/' + starter.path, *text, { .expected = Expected::absent() }); !saved)
            return saved;
    }
    return {};
}

} // namespace quillway::store
