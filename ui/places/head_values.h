// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/front_matter.h"

#include <QStringList>

namespace quillway::ui {

// What forms read from a head and make of it again. Values keep whatever the forms do not know of them.

/// How the head spells the key: exactly so, or without regard to case (`Claims`); `key` where it has none.
[[nodiscard]] QString spellingOf(const text::Value &root, const QString &key);
/// The value of a key, whatever its case; null if absent or empty (`tags:`).
[[nodiscard]] const text::Value *valueOf(const text::Value &root, const QString &key);

/// A scalar's text; empty for lists, maps and what is not there: a form must not pretend to know them.
[[nodiscard]] QString scalarText(const text::Value *value);
[[nodiscard]] QString textOf(const text::Value &root, const QString &key);
/// A list's items; a single value is a list of one.
[[nodiscard]] QList<text::Value> itemsOf(const text::Value &root, const QString &key);
/// The texts of a list; a single text is split at its commas.
[[nodiscard]] QStringList wordsOf(const text::Value &root, const QString &key);

/// `map` with that member; without it if `value` is unset. What is no map becomes one, its text the member `scalarKey`.
[[nodiscard]] text::Value withMember(text::Value map, const QString &scalarKey, const QString &key, std::optional<text::Value> value);

/// The changes of a head that a form asks for; empty texts and lists take the key away.
[[nodiscard]] text::KeyEdit editOf(const text::Value &root, const QString &key, const QString &text);
[[nodiscard]] text::KeyEdit editOf(const text::Value &root, const QString &key, const QList<text::Value> &items);
[[nodiscard]] text::KeyEdit editOf(const text::Value &root, const QString &key, const QStringList &words);

[[nodiscard]] bool sameContent(const QList<text::Value> &a, const QList<text::Value> &b);

} // namespace quillway::ui
