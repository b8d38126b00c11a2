// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/places/row_frame.h"

#include "ui/places/row_content.h"
#include "ui/style/appearance.h"
#include "ui/style/icons.h"

#include <QAction>
#include <QHBoxLayout>
#include <QMouseEvent>
#include <QPainter>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace quillway::ui {

namespace {

/// Six dots that say: take me here.
class DragHandle : public QWidget
{
public:
    explicit DragHandle(QWidget *parent)
        : QWidget(parent)
    {
        setCursor(Qt::OpenHandCursor);
        setFixedWidth(16);
    }

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        if (!isEnabled())
            return;
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        const Colours &colours = coloursFor(isDark());
        painter.setBrush(mixed(colours.line, colours.quiet, underMouse() ? 1.0 : 0.45));
        const double top = std::min(height() / 2.0, 16.0) - 5;
        for (int row = 0; row < 3; ++row) {
            for (int column = 0; column < 2; ++column)
                painter.drawEllipse(QRectF(4.0 + column * 5.0, top + row * 5.0, 2.6, 2.6));
        }
    }
    void enterEvent(QEnterEvent * /*event*/) override { update(); }
    void leaveEvent(QEvent * /*event*/) override { update(); }
};

} // namespace

RowFrame::RowFrame(RowContent *content, QWidget *parent)
    : QFrame(parent)
    , m_content(content)
    , m_handle(new DragHandle(this))
    , m_remove(new QToolButton)
{
    m_handle->installEventFilter(this);
    m_handle->setToolTip(tr("Drag to another place, or use Alt+Up and Alt+Down"));
    m_remove->setIcon(themeIcon(u"dialog-close"_s));
    m_remove->setIconSize({ 14, 14 });
    m_remove->setToolTip(tr("Remove (Alt+Delete)"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_handle);
    row->addWidget(m_content, 1);
    row->addWidget(m_remove, 0, Qt::AlignTop);
    connect(m_remove, &QToolButton::clicked, this, &RowFrame::removalWanted);
    const auto addKey = [this](const QKeySequence &key, auto run) {
        auto *action = new QAction(this);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, run);
        addAction(action);
    };
    addKey(QKeySequence(Qt::ALT | Qt::Key_Up), [this] { Q_EMIT stepWanted(-1); });
    addKey(QKeySequence(Qt::ALT | Qt::Key_Down), [this] { Q_EMIT stepWanted(1); });
    addKey(QKeySequence(Qt::ALT | Qt::Key_Delete), [this] { Q_EMIT removalWanted(); });
}

void RowFrame::setName(const QString &name)
{
    setAccessibleName(name);
    m_remove->setAccessibleName(tr("Remove %1").arg(name));
}

void RowFrame::setReadOnly(bool readOnly)
{
    m_content->setReadOnly(readOnly);
    m_handle->setEnabled(!readOnly);
    m_remove->setEnabled(!readOnly);
    for (QAction *action : actions())
        action->setEnabled(!readOnly);
}

bool RowFrame::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_handle)
        return QFrame::eventFilter(watched, event);
    const auto *mouse = dynamic_cast<QMouseEvent *>(event);
    if (!mouse || !m_handle->isEnabled())
        return false;
    if (event->type() == QEvent::MouseButtonPress && mouse->button() == Qt::LeftButton) {
        m_dragging = true;
        m_handle->setCursor(Qt::ClosedHandCursor);
        update();
    } else if (event->type() == QEvent::MouseMove && m_dragging) {
        Q_EMIT dragged(m_handle->mapTo(parentWidget(), mouse->position().toPoint()).y());
    } else if (event->type() == QEvent::MouseButtonRelease && m_dragging) {
        m_dragging = false;
        m_handle->setCursor(Qt::OpenHandCursor);
        update();
        Q_EMIT dropped();
    }
    return false;
}

/// The row that is dragged stands out.
void RowFrame::paintEvent(QPaintEvent *event)
{
    QFrame::paintEvent(event);
    if (!m_dragging)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(coloursFor(isDark()).accent);
    painter.setBrush(coloursFor(isDark()).accentGround);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

} // namespace quillway::ui
