// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace quillway::ui {

/// What stays bright around the caret; the rest of the text is dimmed.
enum class Focus { Everything, Paragraph, Sentence };

/// What the editor does to keep one's eyes where one writes.
struct WritingMode {
    Focus focus = Focus::Everything;
    bool typewriter = false; ///< the caret's line stays in the middle

    bool operator==(const WritingMode &) const = default;
};

} // namespace quillway::ui
