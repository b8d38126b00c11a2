// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topics/reference_row.h"

#include "ui/places/file_undo.h"
#include "ui/places/form_parts.h"
#include "ui/places/head_values.h"
#include "ui/topics/fact_text.h"

#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace quillway::ui {

using text::Value;

ReferenceRow::ReferenceRow()
    : m_title(new QLineEdit)
    , m_url(new QLineEdit)
    , m_note(new FactText)
{
    m_title->setPlaceholderText(tr("Title"));
    m_url->setPlaceholderText(u"https://"_s);
    m_note->edit().setPlaceholderText(tr("What it is good for"));
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 6);
    rows->setSpacing(0);
    for (QLineEdit *field : { m_title, m_url }) {
        field->setProperty("role", u"field"_s);
        rows->addWidget(field);
        leaveUndoToFile(*field);
        connect(field, &QLineEdit::returnPressed, this, &ReferenceRow::nextWanted);
    }
    rows->addWidget(m_note);
    QFont strong = m_title->font();
    strong.setWeight(QFont::Medium);
    m_title->setFont(strong);
    connect(m_title, &QLineEdit::textEdited, this, [this] { typedInto(u"title"_s, m_title->text().trimmed()); });
    connect(m_url, &QLineEdit::textEdited, this, [this] { typedInto(u"url"_s, m_url->text().trimmed()); });
    connect(m_note, &FactText::textEdited, this, [this] { typedInto(u"note"_s, m_note->text()); });
    connect(&m_note->edit(), &FactEdit::returnPressed, this, &ReferenceRow::nextWanted);
}

void ReferenceRow::typedInto(const QString &key, const QString &text)
{
    m_value = withMember(m_value, u"url"_s, key, text.isEmpty() ? std::nullopt : std::optional(Value::string(text)));
    Q_EMIT typed(key);
}

void ReferenceRow::setValue(const Value &value)
{
    m_value = value;
    const bool isMap = value.kind == Value::Kind::Map;
    showLine(*m_title, isMap ? textOf(value, u"title"_s) : QString());
    showLine(*m_url, isMap ? textOf(value, u"url"_s) : scalarText(&value));
    m_note->setText(isMap ? textOf(value, u"note"_s) : QString());
}

std::optional<Value> ReferenceRow::value() const
{
    const bool isEmpty = m_value.kind == Value::Kind::Null || (m_value.kind == Value::Kind::Map && m_value.members.isEmpty());
    return isEmpty ? std::nullopt : std::optional(m_value);
}

void ReferenceRow::setNumber(int number)
{
    m_title->setAccessibleName(tr("Title of reference %1").arg(number));
    m_url->setAccessibleName(tr("Address of reference %1").arg(number));
    m_note->setName(tr("Note on reference %1").arg(number));
}

void ReferenceRow::setReadOnly(bool readOnly)
{
    m_title->setReadOnly(readOnly);
    m_url->setReadOnly(readOnly);
    m_note->setReadOnly(readOnly);
}

void ReferenceRow::focusFirst()
{
    m_title->setFocus();
}

} // namespace quillway::ui
