// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/date_time.h"
#include "core/import/source_head.h"

#include <QStringList>
#include <QTimeZone>

#include <functional>

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

/// What the head of the new file has to say beside what it says already. Unset: as it is.
struct HeadDecisions {
    std::optional<QString> slug {};
    std::optional<QStringList> aliases {};
    std::optional<QString> date {};
    std::optional<QString> lang {};
    std::optional<QString> summary {};
    bool draft = false;
    std::function<std::optional<QString>(const QString &)> cover {}; ///< the new destination of a picture; nothing if it is none of the source
};

struct HeadEdits {
    QList<text::KeyEdit> edits;
    Notes notes; ///< KeyRenamed, KeyKept, TitleChanged
};

/// What to change in `head` so that Quillway reads the facts and decisions from it. Keys whose whole meaning is taken over under another name go; a value
/// that Quillway could not read under its name (`toc: {depth: 2}`) is kept as `source_toc`; every other key stays.
[[nodiscard]] HeadEdits editsFor(const text::Value &head, const HeadFacts &facts, const HeadDecisions &decisions);

/// `file` with the edits made: in place where its head is valid, else with a new head in YAML. LF, CRLF as the file has them.
[[nodiscard]] QByteArray withEdits(const QByteArray &file, const SourceHead &head, const QList<text::KeyEdit> &edits);

} // namespace quillway::importing
