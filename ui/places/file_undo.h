// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace quillway::ui {

/// The keys for undo and redo in this field are the menu's: they take back steps of the file, which the field is a part of; its own would know nothing of the rest.
void leaveUndoToFile(QWidget &field);

} // namespace quillway::ui
