// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QLabel;
class QLineEdit;
class QVBoxLayout;
class QWidget;

namespace quillway::ui {

// What the forms of topics, reading paths and tags are put together from, so that they look alike.

/// The large field of a name at the top.
[[nodiscard]] QLineEdit *titleField(const QString &name);
/// A field of one line, quiet until it is used; `name` is what it is called for those who do not see its label.
[[nodiscard]] QLineEdit *lineField(const QString &name);
/// A part's heading; room above it.
QLabel *addHeading(QVBoxLayout &rows, const QString &text);
/// A quiet label beside or above a field.
[[nodiscard]] QLabel *fieldLabel(const QString &text, QWidget *field);
/// Shows the text unless it is there already; the caret stays at the beginning of a field that is not being written in.
void showLine(QLineEdit &field, const QString &text);

} // namespace quillway::ui
