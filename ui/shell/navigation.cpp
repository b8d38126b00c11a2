// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/navigation.h"

#include "core/workspace/workspace.h"
#include "ui/editor/editor_pane.h"
#include "ui/editor/text_editor.h"
#include "ui/shell/site_view.h"

#include <QApplication>
#include <QMouseEvent>

namespace quillway::ui {

using workspace::Workspace;

Navigation::Navigation(SiteView &view, Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_view(view)
    , m_workspace(workspace)
{
    connect(&view, &SiteView::fileChanged, this, &Navigation::visit);
    connect(&view.pane().editor(), &QPlainTextEdit::cursorPositionChanged, this, &Navigation::visit);
    connect(&workspace, &Workspace::renamed, this, [this](const SitePath &from, const SitePath &to) { m_history.rename(from, to); });
    connect(&workspace, &Workspace::loaded, this, [this] {
        m_history.clear();
        visit();
    });
    qApp->installEventFilter(this); // the buttons work wherever the mouse is
}

/// A file that has just been opened is at one place only, the one where its caret was left.
void Navigation::visit()
{
    const auto file = m_view.pane().file();
    if (!file || m_going)
        return;
    m_history.visit({ *file, m_view.pane().editor().line() });
    Q_EMIT changed();
}

void Navigation::show(const std::optional<VisitedPlace> &place)
{
    if (place) {
        m_going = true;
        m_view.openFile(place->file, { place->line, 1 });
        m_going = false;
    }
    Q_EMIT changed();
}

void Navigation::goBack()
{
    show(m_history.back([this](const SitePath &file) { return m_workspace.hasText(file); }));
}

void Navigation::goForward()
{
    show(m_history.forward([this](const SitePath &file) { return m_workspace.hasText(file); }));
}

bool Navigation::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::MouseButtonPress || !watched->isWidgetType())
        return false;
    const Qt::MouseButton button = static_cast<QMouseEvent *>(event)->button();
    if ((button != Qt::BackButton && button != Qt::ForwardButton) || static_cast<QWidget *>(watched)->window() != m_view.window()
        || !m_view.isVisible())
        return false;
    button == Qt::BackButton ? goBack() : goForward();
    return true;
}

} // namespace quillway::ui
