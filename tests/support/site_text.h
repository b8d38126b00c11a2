// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/readers.h"
#include "core/model/site.h"

#include <QList>
#include <QString>

#include <utility>

namespace quillway::test {

/// A file of a site: its path, and its text in UTF-8.
using TextFile = std::pair<QString, QString>;

/// A site made of texts without touching a disk, by the same readers as the real one. Files that cannot be read are among its diagnostics; files under
/// `assets/` and pictures are assets.
class SiteText
{
public:
    SiteText(std::initializer_list<TextFile> files)
        : SiteText(QList<TextFile>(files))
    { }
    explicit SiteText(const QList<TextFile> &files)
    {
        for (const TextFile &file : files) {
            if (file.first == QLatin1StringView("quillway.toml"))
                take(m_parts.settings, model::readSettings(file.second.toUtf8()));
        }
        for (const TextFile &file : files)
            read(SitePath::literal(file.first), file.second.toUtf8());
    }

    [[nodiscard]] model::Site site() const { return model::Site(m_parts); }
    [[nodiscard]] model::SiteParts &parts() { return m_parts; }

private:
    template<typename T>
    bool take(T &target, Result<model::Parsed<T>> parsed)
    {
        if (!parsed) {
            m_parts.diagnostics.append({ Severity::Error, parsed.error() });
            return false;
        }
        target = std::move(parsed->value);
        m_parts.diagnostics += parsed->diagnostics;
        return true;
    }

    template<typename T>
    void append(QList<std::shared_ptr<const T>> &list, Result<model::Parsed<T>> parsed)
    {
        T value;
        if (take(value, std::move(parsed)))
            list.append(std::make_shared<const T>(std::move(value)));
    }

    void read(const SitePath &file, const QByteArray &bytes)
    {
        const QString folder = file.topFolder();
        const bool isText = file.fileName().endsWith(QLatin1StringView(".md"));
        if (file.toString() == QLatin1StringView("quillway.toml"))
            m_parts.settingsSource = bytes;
        if (file.toString() == QLatin1StringView("tags.toml")) {
            m_parts.tagInfoSource = bytes;
            take(m_parts.tagInfo, model::readTags(bytes));
        }
        if (folder == QLatin1StringView("posts") && isText)
            append(m_parts.posts, model::readPost(file, bytes, m_parts.settings));
        else if (folder == QLatin1StringView("pages") && isText)
            append(m_parts.pages, model::readPage(file, bytes, m_parts.settings));
        else if (folder == QLatin1StringView("topics"))
            append(m_parts.topics, model::readTopic(file, bytes));
        else if (folder == QLatin1StringView("paths"))
            append(m_parts.paths, model::readPath(file, bytes));
        else if (folder == QLatin1StringView("assets") || folder == QLatin1StringView("posts") || folder == QLatin1StringView("pages"))
            m_parts.assets.append({ file, bytes.size() });
    }

    model::SiteParts m_parts;
};

/// What exports and checks ask in these tests: everything up to the end of 2030, no drafts.
[[nodiscard]] inline model::Selection everythingPublished()
{
    return { .buildDate = QDateTime(QDate(2030, 12, 31), QTime(23, 59), QTimeZone::utc()), .drafts = false, .future = false };
}

/// Each diagnostic as the command line prints it, in order of place.
[[nodiscard]] inline QStringList linesOf(Diagnostics diagnostics)
{
    sortByPlace(diagnostics);
    QStringList lines;
    for (const Diagnostic &diagnostic : std::as_const(diagnostics))
        lines += toCompilerLine(diagnostic);
    return lines;
}

} // namespace quillway::test
