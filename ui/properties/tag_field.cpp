// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/properties/tag_field.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QStringListModel>

using namespace Qt::StringLiterals;

namespace quillway::ui {

TagField::TagField(QWidget *parent)
    : QLineEdit(parent)
    , m_known(new QStringListModel(this))
    , m_completer(new QCompleter(m_known, this))
{
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_completer->setFilterMode(Qt::MatchStartsWith);
    m_completer->setWidget(this);
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this, &TagField::accept);
    connect(this, &QLineEdit::textEdited, this, &TagField::offer);
}

void TagField::setKnownTags(const QStringList &tags)
{
    if (tags != m_known->stringList())
        m_known->setStringList(tags);
}

TagField::Part TagField::partAtCaret() const
{
    const QString all = text();
    auto begin = static_cast<int>(all.lastIndexOf(u',', cursorPosition() - 1 - all.size())) + 1;
    if (cursorPosition() == 0)
        begin = 0;
    const auto comma = static_cast<int>(all.indexOf(u',', cursorPosition()));
    const int end = comma < 0 ? static_cast<int>(all.size()) : comma;
    while (begin < end && all.at(begin).isSpace())
        ++begin;
    return { begin, end };
}

void TagField::offer()
{
    const Part part = partAtCaret();
    const QString begun = text().mid(part.begin, part.end - part.begin).trimmed();
    m_completer->setCompletionPrefix(begun);
    if (begun.isEmpty() || m_completer->completionCount() == 0 || m_completer->currentCompletion().compare(begun, Qt::CaseInsensitive) == 0)
        return m_completer->popup()->hide();
    m_completer->complete();
}

void TagField::accept(const QString &tag)
{
    const Part part = partAtCaret();
    setText(text().replace(part.begin, part.end - part.begin, tag));
    setCursorPosition(part.begin + static_cast<int>(tag.size()));
    Q_EMIT textEdited(text());
}

/// While tags are offered, the keys that choose one belong to the list.
void TagField::keyPressEvent(QKeyEvent *event)
{
    if (m_completer->popup()->isVisible()) {
        switch (event->key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter:
        case Qt::Key_Tab:
        case Qt::Key_Escape: return event->ignore();
        default: break;
        }
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace quillway::ui
