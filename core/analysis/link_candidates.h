// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/site.h"

#include <QList>
#include <QString>

namespace quillway::analysis {

/// A place that a link can lead to, while its author is still typing.
struct LinkCandidate {
    QString title; ///< for people: a post's title, a heading, a file's name
    QString detail; ///< what tells it from others of that title: the file, the post a heading is in
    QString destination; ///< seen from the text's own file, as LinkIndex::resolve() reads it

    friend bool operator==(const LinkCandidate &, const LinkCandidate &) = default;
};

/// `to` as a link in `from` names it: seen from that one's folder (`../pages/about.md`), with what would end a path (`#`, `?`, `%`) percent-encoded.
[[nodiscard]] QString relativeDestination(const SitePath &from, const SitePath &to);

/// How the text `from` names a file that it shows: one in its bundle, or in its folder if it has none, or under `assets/` (`/images/plan.png`). Empty for
/// others.
[[nodiscard]] QString fileDestination(const SitePath &from, const SitePath &file);

/// Posts and pages whose titles, then headings whose texts, contain what was typed, upper and lower case alike; those that begin with it first, else in the
/// site's order. `title#heading` looks for headings in the posts of that title. Not the text's own page, but its headings. At most `most`.
[[nodiscard]] QList<LinkCandidate> pageCandidates(const model::Site &site, const SitePath &from, QStringView typed, qsizetype most);

/// What may stand in `](…)`: the files in the text's bundle or folder, its own headings as `#anchor`, then posts and pages by path or title.
[[nodiscard]] QList<LinkCandidate> destinationCandidates(const model::Site &site, const SitePath &from, QStringView typed, qsizetype most);

} // namespace quillway::analysis
