// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topics/text_row.h"

#include "ui/places/head_values.h"
#include "ui/topics/fact_text.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace quillway::ui {

using text::Value;

TextRow::TextRow(const QString &name)
    : m_name(name)
    , m_text(new FactText)
{
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(m_text);
    connect(m_text, &FactText::textEdited, this, [this] { Q_EMIT typed(u"text"_s); });
    connect(&m_text->edit(), &FactEdit::returnPressed, this, &TextRow::nextWanted);
    connect(&m_text->edit(), &FactEdit::erasedEmpty, this, &TextRow::removalWanted);
}

void TextRow::setValue(const Value &value)
{
    m_value = value;
    m_text->setText(value.isScalar() ? scalarText(&value) : tr("(something other than a text)"));
    m_text->setReadOnly(!value.isScalar());
}

/// A text that was not typed in keeps its white space and its kind.
std::optional<Value> TextRow::value() const
{
    if (!m_value.isScalar() || (m_value.kind != Value::Kind::Null && m_value.text.simplified() == m_text->text().simplified()))
        return m_value;
    return m_text->text().isEmpty() ? std::nullopt : std::optional(Value::string(m_text->text()));
}

void TextRow::setNumber(int number)
{
    m_text->setName(u"%1 %2"_s.arg(m_name).arg(number));
}

void TextRow::setReadOnly(bool readOnly)
{
    m_text->setReadOnly(readOnly || !m_value.isScalar());
}

void TextRow::focusFirst()
{
    m_text->edit().setFocus();
    m_text->edit().moveCursor(QTextCursor::End);
}

} // namespace quillway::ui
