// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/file_system.h"

#include <QDateTime>
#include <QHash>
#include <QUrl>

namespace quillway::web {

/// What another site said of one of its addresses.
struct LinkAnswer {
    enum class Kind {
        Fine,
        Moved, ///< for good (301, 308), and there is something at `movedTo`
        Missing, ///< 404, 410
        Refused, ///< any other status: the site wants no program or a login, or is broken for now
        Unreachable, ///< no answer
    };
    Kind kind = Kind::Fine;
    int status = 0; ///< the last HTTP status; 0: none came
    QUrl movedTo {};
    QString reason {}; ///< of Unreachable: the network's own words
    QDateTime asked {};

    friend bool operator==(const LinkAnswer &, const LinkAnswer &) = default;
};

using LinkAnswers = QHash<QUrl, LinkAnswer>;

/// Answers are kept in `.quillway/external-links.json`, so that a site is not asked again for what it has just said: a week if all was well, else a day. What cannot be
/// read counts as nothing; at most 50,000 are kept, the newest.
[[nodiscard]] LinkAnswers loadAnswers(const FileSystem &files, const QString &siteFolder);
[[nodiscard]] Result<void> saveAnswers(FileSystem &files, const QString &siteFolder, const LinkAnswers &answers);
[[nodiscard]] bool isFresh(const LinkAnswer &answer, const QDateTime &now);

} // namespace quillway::web
