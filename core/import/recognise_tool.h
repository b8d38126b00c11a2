// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/source_listing.h"
#include "core/import/tool.h"

#include <QStringList>

namespace quillway::importing {

/// What made a source, and by what that is seen.
struct Recognition {
    Tool tool = Tool::Plain;
    QString root; ///< the folder (relative, empty: the source itself) in which the tool's configuration stands, or would
    QString configuration; ///< its path; empty if there is none
    QStringList evidence; ///< paths, and words in them
};

/// By the names of files, and by what configuration files and a few texts say. A blog in a subfolder is found as well. Plain if there is nothing but Markdown.
/// Error: NotFound if there is no text in it that any tool would have.
[[nodiscard]] Result<Recognition> recogniseTool(const Source &source);

/// The same with the tool given: only its configuration is looked for.
[[nodiscard]] Recognition recognitionOf(const Source &source, Tool tool);

/// The files of a source that are exports of `tool` (WordPress, Ghost), nearest to the top first.
[[nodiscard]] QStringList exportsIn(const Source &source, Tool tool);

} // namespace quillway::importing
