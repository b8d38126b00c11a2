// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/outline/outline.h"
#include "ui/outline/outline_panel.h"

#include <QObject>
#include <QPointer>
#include <QThreadPool>
#include <QTimer>

namespace quillway::ui {

class EditorPane;
class FileDocument;

/// Fills the outline with the headings of the text that is open, while it can be seen, keeps to the caret in it, and moves sections as edits. Headings are read on
/// a worker when the typing pauses; until then they move with the text.
class OutlineControl : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive it.
    OutlineControl(EditorPane &pane, OutlinePanel &panel, QObject *parent = nullptr);
    ~OutlineControl() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void follow();
    void read();
    void edited(int position, int removed, int added);
    void show(const Outline &outline, int revision, OutlinePanel::Absent absent);
    void showCurrent();
    void goTo(qsizetype heading);
    void step(qsizetype section, text::Direction direction);
    void move(qsizetype section, qsizetype before);

    EditorPane &m_pane;
    OutlinePanel &m_panel;
    QPointer<FileDocument> m_document;
    Outline m_outline; ///< the panel's, with places that follow the edits
    int m_revision = -1; ///< of the document, at which it was read; -1: never
    QTimer m_pause; ///< since the last edit
    QThreadPool m_worker;
};

} // namespace quillway::ui
