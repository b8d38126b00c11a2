// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/history_control.h"

#include "ui/editor/editor_pane.h"
#include "ui/editor/file_document.h"
#include "ui/editor/open_documents.h"
#include "ui/editor/text_editor.h"
#include "ui/history/history_panel.h"

#include <QEvent>

namespace quillway::ui {

using workspace::Notice;
using workspace::Workspace;

HistoryControl::HistoryControl(Workspace &workspace, EditorPane &pane, OpenDocuments &documents, HistoryPanel &panel, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_pane(pane)
    , m_panel(panel)
{
    panel.installEventFilter(this);
    connect(&pane, &EditorPane::fileChanged, this, &HistoryControl::refresh);
    connect(&workspace, &Workspace::versionsListed, this, &HistoryControl::showVersions);
    connect(&workspace, &Workspace::notice, this, [this](const Notice &notice) {
        if (notice.kind == Notice::Kind::Saved && notice.file == m_pane.file())
            refresh();
    });
    connect(&documents, &OpenDocuments::handedOver, this, [this](const SitePath &file) {
        if (m_panel.isVisible() && file == m_pane.file())
            m_panel.setCurrent(m_workspace.text(file));
    });
    connect(&panel, &HistoryPanel::restoreRequested, this, &HistoryControl::restore);
    connect(&panel, &HistoryPanel::closeRequested, &panel, &QWidget::hide);
}

bool HistoryControl::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_panel && event->type() == QEvent::Show)
        refresh();
    return QObject::eventFilter(watched, event);
}

void HistoryControl::refresh()
{
    if (const auto file = m_pane.file(); file && m_panel.isVisible())
        m_workspace.listVersions(*file);
}

void HistoryControl::showVersions(const SitePath &file, const QList<store::Version> &versions)
{
    if (file != m_pane.file())
        return;
    m_panel.setCurrent(m_workspace.text(file));
    m_panel.setVersions(file.toString(), versions, m_workspace.versionLoader(file));
}

void HistoryControl::restore(const QByteArray &bytes)
{
    FileDocument *document = m_pane.document();
    if (!document || document->readOnlyReason())
        return;
    m_pane.flush();
    if (!document->replaceBytes(bytes))
        m_workspace.setText(document->file(), bytes); // it starts again with it, and can only be looked at
    m_pane.editor().setFocus();
}

} // namespace quillway::ui
