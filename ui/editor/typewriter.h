// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace quillway::ui {

class TextEditor;

/// Holds the caret's line in the middle of the editor, as near as whole lines allow; at the text's start by room above it, at its end by scrolling beyond it.
/// A click moves nothing under the mouse; the next key does. The wheel scrolls as ever.
class Typewriter : public QObject
{
    Q_OBJECT

public:
    /// `editor` owns it.
    explicit Typewriter(TextEditor &editor);

    void setOn(bool on);
    [[nodiscard]] bool isOn() const { return m_on; }

    /// To be left blank above the text, in pixels.
    [[nodiscard]] int roomAbove() const { return m_room; }

    /// Brings the caret's line to the middle now.
    void hold();

Q_SIGNALS:
    void roomChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setRoom(int room);
    [[nodiscard]] int middle() const;
    bool turn(int delta);

    TextEditor &m_editor;
    bool m_on = false;
    int m_room = 0;
};

} // namespace quillway::ui
