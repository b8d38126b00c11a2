// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

namespace quillway::ui {

class PreviewView;
class TextEditor;

/// Ties the scrolling of text and preview: whichever the reader scrolls, the other one follows by what was written where. The point that both share is as far
/// down in the window as the view is in its text, so that both reach their ends together. Both must outlive it.
class ScrollTie : public QObject
{
    Q_OBJECT

public:
    ScrollTie(TextEditor &editor, PreviewView &preview, QObject *parent = nullptr);

    /// The preview follows the text, at once: another file is shown.
    void followText();

private:
    void followPreview(double point, double position);
    void follow();

    TextEditor &m_editor;
    PreviewView &m_preview;
    QTimer m_pause; ///< gathers what one key moves
    int m_followed = -1; ///< where the editor's scroll bar stood when the two last agreed
    bool m_previewLeads = false;
    bool m_caretMoved = false;
};

} // namespace quillway::ui
