// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/site_plan.h"

#include <QSet>

namespace quillway::importing {

/// The names that are taken in a new site, where neither case nor Unicode's forms part two.
class FileNames
{
public:
    /// `wanted` (relative, `/` between parts) as a name that every system takes and that nothing else has, neither as a file nor as a folder: characters that Windows refuses
    /// become hyphens, parts are cut to 200 bytes, hidden ones lose their dot (but for `.well-known` and the like below assets/), `-2` and so on tells equal ones
    /// apart. Never leads out of the site.
    [[nodiscard]] QString take(const QString &wanted);

private:
    [[nodiscard]] bool isFree(const QString &path) const;

    QSet<QString> m_files, m_folders; ///< folded
};

/// `a/b.markdown` as `a/b.md`; with the language in the name if it is given: `a/b.de.md`, `a/index.md` as `a.de.md`.
[[nodiscard]] QString withMarkdownExtension(const QString &path, const QString &lang);

/// What counts while the site is planned: base_url and time zone.
[[nodiscard]] model::Settings settingsOf(const SiteFacts &facts);
/// quillway.toml. What the facts do not say is left to the defaults; a value that Quillway would refuse is left out.
[[nodiscard]] QByteArray renderSettings(const SiteFacts &facts, const QString &permalink, const QList<model::MenuEntry> &menu);

/// A topic for each term that is to have one.
[[nodiscard]] QList<PlannedFile> topicFiles(const QList<Term> &terms, const TermUses &uses, FileNames &names);
/// A reading path for each series of two published posts or more, in the order that they say, else by date.
[[nodiscard]] QList<PlannedFile> readingPaths(const QList<PlannedText> &texts, FileNames &names);

} // namespace quillway::importing
