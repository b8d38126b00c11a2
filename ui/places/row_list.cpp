// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/places/row_list.h"

#include "ui/places/head_values.h"
#include "ui/places/row_frame.h"
#include "ui/style/icons.h"

#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::ui {

using text::Value;

RowList::RowList(const QString &itemName, const QString &addText, std::function<RowContent *()> makeContent, QWidget *parent)
    : QWidget(parent)
    , m_itemName(itemName)
    , m_makeContent(std::move(makeContent))
    , m_layout(new QVBoxLayout)
    , m_more(new QLabel)
    , m_add(new QPushButton(addText))
{
    m_layout->setSpacing(2);
    m_more->setProperty("role", u"quiet"_s);
    m_more->setWordWrap(true);
    m_more->hide();
    m_add->setProperty("role", u"link"_s);
    m_add->setIcon(themeIcon(u"list-add"_s));
    m_add->setIconSize({ 14, 14 });
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(2);
    rows->addLayout(m_layout);
    rows->addWidget(m_more);
    rows->addWidget(m_add, 0, Qt::AlignLeft);
    connect(m_add, &QPushButton::clicked, this, &RowList::add);
}

RowContent *RowList::content(int row) const
{
    return &m_rows.at(row)->content();
}

int RowList::indexOf(const RowFrame *frame) const
{
    return static_cast<int>(std::ranges::find(m_rows, frame) - m_rows.begin());
}

QList<Value> RowList::values() const
{
    QList<Value> values;
    for (const RowFrame *frame : m_rows) {
        if (auto value = frame->content().value())
            values.append(std::move(*value));
    }
    return values + m_rest;
}

void RowList::setValues(const QList<Value> &values)
{
    if (sameContent(values, this->values()))
        return; // empty rows and what is typed in them stay
    m_setting = true;
    const auto shown = static_cast<int>(std::min<qsizetype>(values.size(), mostShown));
    m_rest = values.sliced(shown);
    while (m_rows.size() > shown)
        removeFrame(static_cast<int>(m_rows.size()) - 1);
    while (m_rows.size() < shown)
        makeRow(static_cast<int>(m_rows.size()));
    for (int row = 0; row < shown; ++row)
        content(row)->setValue(values.at(row));
    m_more->setVisible(!m_rest.isEmpty());
    m_more->setText(tr("%Ln more: show the whole file to see them.", nullptr, static_cast<int>(m_rest.size())));
    m_setting = false;
    numberRows();
}

RowFrame *RowList::makeRow(int row)
{
    auto *frame = new RowFrame(m_makeContent(), this);
    RowContent *content = &frame->content();
    frame->setReadOnly(m_readOnly);
    m_rows.insert(row, frame);
    m_layout->insertWidget(row, frame);
    connect(content, &RowContent::typed, this, [this, frame](const QString &field) {
        if (!m_setting)
            Q_EMIT typed(u"%1/%2"_s.arg(indexOf(frame)).arg(field));
    });
    connect(content, &RowContent::changed, this, [this] {
        if (!m_setting)
            Q_EMIT changed();
    });
    connect(content, &RowContent::nextWanted, this, [this, frame] {
        if (!m_readOnly)
            makeRow(indexOf(frame) + 1)->content().focusFirst();
        numberRows();
    });
    connect(content, &RowContent::removalWanted, this, [this, frame] { remove(indexOf(frame)); });
    connect(frame, &RowFrame::removalWanted, this, [this, frame] { remove(indexOf(frame)); });
    connect(frame, &RowFrame::stepWanted, this, [this, frame](int step) { move(indexOf(frame), indexOf(frame) + step); });
    connect(frame, &RowFrame::dragged, this, [this, frame](int y) { dragTo(*frame, y); });
    connect(frame, &RowFrame::dropped, this, &RowList::changed);
    return frame;
}

void RowList::removeFrame(int row)
{
    RowFrame *frame = m_rows.takeAt(row);
    m_layout->removeWidget(frame);
    frame->hide();
    frame->disconnect(this);
    frame->content().disconnect(this);
    frame->deleteLater(); // it may be its own button that asks for it
}

void RowList::add()
{
    if (m_readOnly)
        return;
    makeRow(count())->content().focusFirst();
    numberRows();
}

void RowList::insert(int row, const Value &value)
{
    makeRow(row)->content().setValue(value);
    numberRows();
    Q_EMIT changed();
}

void RowList::remove(int row)
{
    if (m_readOnly || row < 0 || row >= count())
        return;
    const bool counted = content(row)->value().has_value();
    removeFrame(row);
    if (m_rows.isEmpty())
        m_add->setFocus();
    else
        content(std::max(0, row - 1))->focusFirst();
    numberRows();
    if (counted)
        Q_EMIT changed();
}

void RowList::place(int from, int to)
{
    RowFrame *frame = m_rows.at(from);
    QWidget *focus = frame->isAncestorOf(focusWidget()) ? focusWidget() : nullptr;
    m_rows.move(from, to);
    m_layout->removeWidget(frame);
    m_layout->insertWidget(to, frame);
    if (focus)
        focus->setFocus();
    numberRows();
}

void RowList::move(int from, int to)
{
    if (m_readOnly || from < 0 || from >= count() || to < 0 || to >= count() || from == to)
        return;
    place(from, to);
    Q_EMIT changed();
}

/// The row goes where the mouse is as soon as it is past the middle of the one there.
void RowList::dragTo(RowFrame &frame, int y)
{
    const int from = indexOf(&frame);
    int to = from;
    while (to > 0 && y < m_rows.at(to - 1)->geometry().center().y())
        --to;
    while (to + 1 < count() && y > m_rows.at(to + 1)->geometry().center().y())
        ++to;
    if (to == from)
        return;
    place(from, to);
    m_layout->activate();
    for (QWidget *parent = parentWidget(); parent; parent = parent->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(parent))
            return area->ensureWidgetVisible(&frame, 0, 24);
    }
}

void RowList::numberRows()
{
    for (int row = 0; row < count(); ++row) {
        m_rows.at(row)->setName(u"%1 %2"_s.arg(m_itemName).arg(row + 1));
        content(row)->setNumber(row + 1);
    }
    QWidget *before = nullptr;
    // Tab goes from row to row as they stand, whatever the order in which they were made.
    for (RowFrame *frame : std::as_const(m_rows)) {
        for (QWidget *field : frame->findChildren<QWidget *>()) {
            if (!(field->focusPolicy() & Qt::TabFocus))
                continue;
            if (before)
                setTabOrder(before, field);
            before = field;
        }
    }
    if (before)
        setTabOrder(before, m_add);
}

void RowList::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    m_add->setEnabled(!readOnly);
    for (RowFrame *frame : std::as_const(m_rows))
        frame->setReadOnly(readOnly);
}

void RowList::setAddButtonShown(bool shown)
{
    m_add->setVisible(shown);
}

} // namespace quillway::ui
