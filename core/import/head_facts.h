// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/date_time.h"
#include "core/text/value.h"

#include <QStringList>
#include <QTimeZone>

#include <optional>

namespace quillway::importing {

/// How a tool reads what the head alone does not say.
struct HeadRules {
    QTimeZone zone = QTimeZone::utc();
    bool blanksPartTags = false; ///< `tags: a b` are two
};

/// What the head of a text says, in any of the spellings and shapes that blogs have.
struct HeadFacts {
    QString title; ///< plain; empty if there is none
    std::optional<Moment> date;
    std::optional<Moment> updated;
    QString unreadDate; ///< a `date` that is none
    bool draft = false;
    bool hidden = false; ///< published, but in no list
    QString slug;
    QString layout;
    QStringList ownAddresses; ///< `url`, `permalink`, `path`: where the text itself stood; as written
    QStringList oldAddresses; ///< `aliases`, `redirect_from`: where it had stood before; as written
    QStringList tags; ///< with categories, topics and keywords; without repeats
    QStringList ownTags; ///< without those
    QStringList categories;
    QStringList authors;
    QStringList series;
    std::optional<int> seriesOrder;
    QString lang;
    bool hasSummary = false;
};

/// `defaults` count where the head has no such key.
[[nodiscard]] HeadFacts readHeadFacts(const text::Value &head, const text::Value &defaults, const HeadRules &rules);

} // namespace quillway::importing
