// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/text_changes.h"

namespace quillway::ui {

class TextEditor;

/// Where one is in an editor whose text is about to be changed by somebody else.
struct KeptPlace {
    int position = 0; ///< of the caret
    int anchor = 0;
    bool isCaretSeen = false;
    int caretTop = 0; ///< in the visible part, pixels
    int topPosition = 0; ///< of the line at the top, if the caret is not seen
    double topPart = 0; ///< of it that is out of sight
};

[[nodiscard]] KeptPlace keepPlace(TextEditor &editor);

/// After the change: caret and selection are where they were in the text, and on the screen the caret's line, or else the line at the top, is where it was, as near
/// as whole lines allow. `before`: the text then.
void restorePlace(TextEditor &editor, const KeptPlace &place, const QList<text::TextChange> &changes, QStringView before);

} // namespace quillway::ui
