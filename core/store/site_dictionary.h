// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/file_system.h"

#include <QStringList>

namespace quillway::store {

/// The words that the site's authors hold to be spelled right, from `dictionary.txt` in the site's folder: one a line, blanks around it dropped, lines that are
/// empty or begin with `#` passed over. Empty if there is no such file.
[[nodiscard]] Result<QStringList> readSiteDictionary(const FileSystem &files, const QString &siteFolder);

/// Adds a word as a line of its own at the file's end; what is there stays as it is. Nothing is done if it has the word.
[[nodiscard]] Result<void> addToSiteDictionary(FileSystem &files, const QString &siteFolder, const QString &word);

} // namespace quillway::store
