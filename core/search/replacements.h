// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/post_filter.h"

#include <QRegularExpression>

#include <stop_token>

namespace quillway::search {

/// What is to become of what is found.
struct ReplaceRequest {
    QString find;
    /// With a regular expression: `$1`, `${1}`, `${name}` and `$0` stand for what groups and the whole matched, `$$` for a dollar, `\n`, `\t`, `\\` for line end, tab, backslash;
    /// else as it is. Line ends become those of the file.
    QString replacement;
    bool regularExpression = false; ///< Perl's, as QRegularExpression reads them; `^` and `$` match at each line
    bool matchCase = false;
    bool wholeWords = false;
    PostFilter where; ///< only in posts that match; empty: in all posts, pages, topics and reading paths
};

/// What finds the places. BadValue with the expression's fault in `detail` and its place in `position.column`.
[[nodiscard]] Result<QRegularExpression> expressionOf(const ReplaceRequest &request);
/// What is put in the place of a match.
[[nodiscard]] QString replacementFor(const ReplaceRequest &request, const QRegularExpressionMatch &match);

/// One change of a text.
struct Replacement {
    qsizetype begin = 0; ///< bytes of the source, [begin, end)
    qsizetype end = 0;
    QByteArray inserted;
    int line = 0; ///< 1-based, in which it begins
    QString before; ///< of that line, what stands before it: the last 80 characters at most
    QString removed; ///< as text, line ends as \n
    QString added;
    QString after; ///< what follows on its last line: 120 characters at most

    friend bool operator==(const Replacement &, const Replacement &) = default;
};

/// All changes of one file, ascending, apart from each other.
struct FileReplacements {
    SitePath file = SitePath::literal(u"posts/untitled.md");
    QString title;
    QByteArray source; ///< the text they are changes of
    QList<Replacement> changes;
};

struct ReplacementPlan {
    QList<FileReplacements> files; ///< posts first, in the site's order
    qsizetype count = 0; ///< of changes
    bool more = false; ///< there would be others: the plan ends at 10,000 changes
};

/// What would change; nothing is changed. A match that would be replaced by itself is none; files that are not UTF-8 are left alone. Errors: those of
/// expressionOf(); Cancelled.
[[nodiscard]] Result<ReplacementPlan> planReplacements(const model::Site &site, const ReplaceRequest &request, const QDateTime &now,
                                                       const QSet<SitePath> &modified, const std::stop_token &stop = {});

/// `source` with those of its changes. Every byte outside of them stays as it is.
[[nodiscard]] QByteArray withReplacements(const QByteArray &source, const QList<Replacement> &changes);

} // namespace quillway::search
