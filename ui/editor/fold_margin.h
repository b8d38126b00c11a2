// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextBlock>
#include <QWidget>

namespace quillway::ui {

class Folding;
class TextEditor;

/// The strip beside the text with a sign for each line that has something to fold: always for what is folded, else while the mouse is there.
class FoldMargin : public QWidget
{
    Q_OBJECT

public:
    /// `editor` owns it; `folding` must outlive it.
    FoldMargin(TextEditor &editor, Folding &folding);

    /// To be called when the text's column has another place.
    void follow();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    /// The line at this height, if it has a sign.
    [[nodiscard]] QTextBlock signAt(double y) const;

    TextEditor &m_editor;
    Folding &m_folding;
    bool m_isEntered = false;
};

} // namespace quillway::ui
