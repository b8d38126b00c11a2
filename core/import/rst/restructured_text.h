// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/import/import_note.h"

#include <QByteArray>

#include <stop_token>

namespace quillway::importing {

/// A text as Pelican would have it in Markdown: its title and fields as lines of metadata, then the body.
struct RestructuredText {
    QByteArray markdown;
    Notes notes;
};

/// The program that reads reStructuredText here: docutils' `rst2html5`, else `pandoc`; empty if neither is installed.
[[nodiscard]] QString installedRstReader();

/// By that program, which gets the text and no file that the text may name. What it does not know stays as a block of code, and is noted.
/// Errors: those of runChild(); BadValue if it gave nothing that makes sense.
[[nodiscard]] Result<RestructuredText> readRestructuredText(const QByteArray &bytes, const QString &reader, const std::stop_token &stop);

} // namespace quillway::importing
