// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QMenu;

namespace quillway::ui {

class TextEditor;
class UserSettings;

/// Adds what changes how the text looks and is held while one writes: zoom, letters of equal width or not, focus, typewriter. All of it is kept in `settings`,
/// and the editor begins as they say. Both must outlive the menu.
void addLookActions(QMenu &menu, TextEditor &editor, UserSettings &settings);

} // namespace quillway::ui
