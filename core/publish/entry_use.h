// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/publish/theme.h"

#include <QFlags>

namespace quillway::publish {

/// The parts of a list's entry that change more often than its title and address.
enum class EntryPart : quint8 {
    Summary = 1, ///< `summary`, `summary_text`
    Words = 2,
    Minutes = 4, ///< `minutes`, `meta`
    Tags = 8,
};
Q_DECLARE_FLAGS(EntryParts, EntryPart)
Q_DECLARE_OPERATORS_FOR_FLAGS(EntryParts)

inline constexpr EntryParts everyPart = EntryPart::Summary | EntryPart::Words | EntryPart::Minutes | EntryPart::Tags;

/// The parts that a page of this template may show: those whose name stands anywhere in it or in a template that it extends or includes, however far down. Rather
/// one too many: where the names of included templates are made at run time, or one asks for all that a variable has, it is every part.
[[nodiscard]] EntryParts partsUsed(const Theme &theme, const QString &templateName);

} // namespace quillway::publish
