// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace quillway::text {

/// How one line of a file ends. ParagraphSeparator is U+2029, which text widgets take for a line end as well.
enum class LineEnd : quint8 { Lf, Crlf, Cr, ParagraphSeparator };

/// A file's text as an editor shows it (every line end one `\n`, no byte order mark) and what is needed to write it back byte for byte.
struct EditorText {
    QString text;
    QList<LineEnd> ends; ///< one for each `\n` of text
    bool byteOrderMark = false;

    /// The end that most lines have, for lines that are typed anew; Lf for a file of one line.
    [[nodiscard]] LineEnd dominantEnd() const;
    [[nodiscard]] bool hasMixedEnds() const;
};

/// Error NotUtf8 with the place if the bytes are not text; such a file is shown by its problem, never edited.
[[nodiscard]] Result<EditorText> toEditorText(const QByteArray &file);

/// The bytes of `edited` (the widget's text, `\n` between lines) as the successor of `original`: lines before and after the edit keep their
/// own ends, new lines get the dominant one, the byte order mark stays. fromEditorText(toEditorText(f), its text) == f.
[[nodiscard]] QByteArray fromEditorText(const EditorText &original, const QString &edited);

} // namespace quillway::text
