// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/value.h"

#include <QStringList>

#include <initializer_list>

// The values of a head in the shapes that blogs have them in.
namespace quillway::importing {

using KeyNames = std::initializer_list<QStringView>;

/// True for null and blank text: a key that says nothing.
[[nodiscard]] bool isEmptyValue(const text::Value &value);
/// The member of the first of `names` that there is, if it says something.
[[nodiscard]] const text::Value::Member *memberOf(const text::Value &map, KeyNames names);

// Null is no value.

/// The text of a scalar or of a list's first item.
[[nodiscard]] QString textOf(const text::Value *value);
[[nodiscard]] bool meansTrue(const text::Value *value);
[[nodiscard]] bool meansFalse(const text::Value *value);
/// Terms as a list, as a text with commas, with blanks (if these part them), or as maps with a name.
[[nodiscard]] QStringList termsOf(const text::Value *value, bool blanksPart);
/// A text or a list of texts.
[[nodiscard]] QStringList addressesOf(const text::Value *value);

} // namespace quillway::importing
