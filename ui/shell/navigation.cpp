// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/navigation.h"

#include "core/workspace/workspace.h"
#include "ui/editor/editor_pane.h"
#include "ui/editor/text_editor.h"
#include "ui/shell/place_stack.h"
#include "ui/shell/site_view.h"

#include <QApplication>
#include <QMouseEvent>

#include <utility>

namespace quillway::ui {

using workspace::Workspace;

Navigation::Navigation(SiteView &view, Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_view(view)
    , m_workspace(workspace)
{
    connect(&view, &SiteView::fileChanged, this, &Navigation::follow);
    connect(&view.places(), &PlaceStack::faceChanged, this, &Navigation::follow);
    connect(&view.pane().editor(), &QPlainTextEdit::cursorPositionChanged, this, &Navigation::follow);
    connect(&workspace, &Workspace::renamed, this, [this](const SitePath &from, const SitePath &to) { m_history.rename(from, to); });
    connect(&workspace, &Workspace::loaded, this, [this] {
        m_history.clear();
        m_file.reset();
        follow();
    });
    qApp->installEventFilter(this); // the buttons work wherever the mouse is
}

/// Who opens a file at a line comes to that line, not first to where its caret was left: it is looked at when all is done.
void Navigation::follow()
{
    if (m_going)
        return;
    if (m_view.pane().file() == m_file)
        return visit();
    m_file = m_view.pane().file();
    m_arriving = true;
    QMetaObject::invokeMethod(this, &Navigation::arrive, Qt::QueuedConnection);
}

void Navigation::arrive()
{
    if (std::exchange(m_arriving, false))
        visit();
}

void Navigation::visit()
{
    const auto file = m_view.pane().file();
    if (!file || m_arriving)
        return;
    const Face face = m_view.places().face();
    m_history.visit({ *file, face == Face::Text ? m_view.pane().editor().line() : 1, face });
    Q_EMIT changed();
}

void Navigation::show(const std::optional<VisitedPlace> &place)
{
    if (place) {
        m_going = true;
        if (place->face == Face::Workspace)
            m_view.openWorkspace(place->file);
        else
            m_view.openFile(place->file, { place->line, 1 });
        m_going = false;
        m_file = m_view.pane().file();
    }
    Q_EMIT changed();
}

/// Tags are, whether anything is said of them in their file or not.
bool Navigation::isThere(const SitePath &file) const
{
    return m_workspace.hasText(file) || file == PlaceStack::tagsFile();
}

void Navigation::goBack()
{
    arrive();
    show(m_history.back([this](const SitePath &file) { return isThere(file); }));
}

void Navigation::goForward()
{
    arrive();
    show(m_history.forward([this](const SitePath &file) { return isThere(file); }));
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
