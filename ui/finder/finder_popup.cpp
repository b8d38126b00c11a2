// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/finder/finder_popup.h"

#include "ui/finder/finder_delegate.h"
#include "ui/style/appearance.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QScrollBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace quillway::ui {

namespace {

constexpr int shadow = 14; // pixels around the frame
constexpr int radius = 9;

} // namespace

FinderPopup::FinderPopup(QWidget &window)
    : QFrame(&window)
    , m_window(window)
    , m_model(new FinderModel(this))
    , m_field(new QLineEdit)
    , m_list(new QListView)
    , m_empty(new QLabel)
    , m_keys(new QLabel)
    , m_status(new QLabel)
{
    m_field->setProperty("role", u"finder"_s);
    m_field->installEventFilter(this);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new FinderDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus); // the field keeps it
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("Results"));
    m_list->setProperty("role", u"finder"_s);
    for (QLabel *label : { m_empty, m_keys, m_status }) {
        label->setProperty("role", u"quiet"_s);
        label->setTextFormat(Qt::PlainText);
    }
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.88);
    m_keys->setFont(small);
    m_status->setFont(small);
    m_keys->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setMinimumHeight(64);

    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(14, 6, 14, 8);
    foot->addWidget(m_keys, 1);
    foot->addWidget(m_status);
    auto *line = new QFrame;
    line->setProperty("role", u"finder-line"_s);
    line->setFixedHeight(1);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(shadow + 1, shadow + 1, shadow + 1, shadow + 1);
    rows->setSpacing(0);
    rows->addWidget(m_field);
    rows->addWidget(line);
    rows->addSpacing(5);
    rows->addWidget(m_list);
    rows->addWidget(m_empty);
    rows->addSpacing(3);
    rows->addLayout(foot);

    connect(m_field, &QLineEdit::textEdited, this, &FinderPopup::typed);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) {
        m_list->setCurrentIndex(index);
        take();
    });
    connect(qApp, &QApplication::focusChanged, this, [this](const QWidget * /*before*/, const QWidget *now) {
        if (isVisible() && now && !isAncestorOf(now) && now->window() == this->window())
            close();
    });
    window.installEventFilter(this);
    hide();
}

/// The field loses the focus as it goes, when this is no popup any more.
FinderPopup::~FinderPopup()
{
    qApp->disconnect(this);
}

void FinderPopup::setLook(const Look &look)
{
    m_field->setAccessibleName(look.name);
    m_field->setPlaceholderText(look.placeholder);
    m_keys->setText(look.keys);
    m_large = look.large;
    place();
}

void FinderPopup::open(const Look &look, const QString &text)
{
    if (!isVisible())
        m_focusBefore = QApplication::focusWidget();
    m_takeWhenAnswered = false;
    setStatus({});
    m_field->setText(text);
    setLook(look);
    show();
    raise();
    m_field->setFocus(Qt::PopupFocusReason); // other reasons would select what is typed before the words
}

void FinderPopup::close()
{
    if (!isVisible())
        return;
    const bool hadFocus = isAncestorOf(QApplication::focusWidget());
    hide();
    if (hadFocus && m_focusBefore)
        m_focusBefore->setFocus(Qt::PopupFocusReason);
    Q_EMIT closed();
}

void FinderPopup::setItems(const QList<FinderItem> &items, const QString &empty)
{
    m_model->setItems(items);
    m_empty->setText(empty);
    m_list->setVisible(!items.isEmpty());
    m_empty->setVisible(items.isEmpty());
    const auto first = std::ranges::find_if(items, &FinderItem::enabled);
    if (first != items.end())
        m_list->setCurrentIndex(m_model->index(static_cast<int>(first - items.begin())));
    m_list->scrollToTop();
    m_waiting = false;
    place();
    if (std::exchange(m_takeWhenAnswered, false))
        take();
}

void FinderPopup::setWaiting()
{
    m_waiting = true;
    m_takeWhenAnswered = false;
}

void FinderPopup::setStatus(const QString &text)
{
    m_status->setText(text);
}

QString FinderPopup::emptyText() const
{
    return m_empty->isHidden() ? QString() : m_empty->text();
}

void FinderPopup::step(int rows)
{
    const int count = m_model->rowCount();
    if (count == 0)
        return;
    int row = m_list->currentIndex().row() + rows;
    if (rows == 1 || rows == -1)
        row = (row + count) % count; // round the ends, step by step
    m_list->setCurrentIndex(m_model->index(std::clamp(row, 0, count - 1)));
}

void FinderPopup::take()
{
    if (m_waiting) {
        m_takeWhenAnswered = true;
        return;
    }
    const QModelIndex current = m_list->currentIndex();
    if (!current.isValid() || !m_model->item(current.row()).enabled)
        return;
    const std::function<void()> run = m_model->item(current.row()).run;
    close();
    if (run)
        run();
}

bool FinderPopup::keyPressed(int key, Qt::KeyboardModifiers modifiers)
{
    const int page = std::max(1, m_list->height() / std::max(1, m_list->sizeHintForRow(0)) - 1);
    switch (key) {
    case Qt::Key_Escape: close(); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: take(); return true;
    case Qt::Key_Up: step(-1); return true;
    case Qt::Key_Down: step(1); return true;
    case Qt::Key_PageUp: step(-page); return true;
    case Qt::Key_PageDown: step(page); return true;
    case Qt::Key_Tab: step(1); return true;
    case Qt::Key_Backtab: step(-1); return true;
    case Qt::Key_Home:
    case Qt::Key_End:
        if (!(modifiers & Qt::ControlModifier))
            return false;
        step(key == Qt::Key_Home ? -m_model->rowCount() - 1 : m_model->rowCount() + 1);
        return true;
    default: return false;
    }
}

bool FinderPopup::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const auto *press = static_cast<QKeyEvent *>(event);
        return keyPressed(press->key(), press->modifiers());
    }
    if (watched == &m_window && event->type() == QEvent::Resize && isVisible())
        place();
    return QFrame::eventFilter(watched, event);
}

/// As wide as reading needs, as high as its rows, below the menus in the middle.
void FinderPopup::place()
{
    constexpr int mostRows = 12;
    const QRect within = m_window.rect();
    const int width = std::min(m_large ? 900 : 680, within.width() - 40) + 2 * shadow;
    const int rowHeight = std::max(20, m_list->sizeHintForRow(0));
    const int room = within.height() * (m_large ? 7 : 6) / 10 - 120;
    const int rows = std::min(m_model->rowCount(), std::max(3, m_large ? room / rowHeight : std::min(mostRows, room / rowHeight)));
    m_list->setFixedHeight(rows * rowHeight);
    layout()->activate();
    setGeometry((within.width() - width) / 2, 40 - shadow, width, layout()->sizeHint().height());
}

void FinderPopup::paintEvent(QPaintEvent * /*event*/)
{
    const Colours &colours = coloursFor(isDark());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(rect()).adjusted(shadow, shadow, -shadow, -shadow);
    painter.setPen(Qt::NoPen);
    for (int i = shadow; i > 0; --i) {
        painter.setBrush(QColor(0, 0, 0, isDark() ? 9 : 2));
        painter.drawRoundedRect(frame.adjusted(-i, -i + 3, i, i), radius + i, radius + i);
    }
    painter.setPen(colours.line);
    painter.setBrush(colours.ground);
    painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

} // namespace quillway::ui
