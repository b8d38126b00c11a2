// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/head_facts.h"
#include "core/import/source_head.h"

#include <functional>

namespace quillway::importing {

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
