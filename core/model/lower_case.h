// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace quillway::model {

/// `text` in lower case by Unicode's default rules (chapter 3.13, SpecialCasing.txt), in no language's own way. Unlike QString::toLower() it
/// knows that Σ at the end of a word is ς.
[[nodiscard]] QString lowerCase(QStringView text);

} // namespace quillway::model
