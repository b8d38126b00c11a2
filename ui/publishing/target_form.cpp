// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/publishing/target_form.h"

#include "ui/places/form_parts.h"
#include "ui/places/head_edits.h"
#include "ui/places/head_values.h"
#include "ui/publishing/publish_texts.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace quillway::ui {

using model::PublishDestination;
using text::Value;

namespace {

/// A port is a number; everything else is text.
Value valueFor(const QString &key, const QString &text)
{
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    return key == "port"_L1 && isNumber ? Value::integer(number) : Value::string(text);
}

} // namespace

std::optional<PublishDestination::Kind> kindOf(const Value &table)
{
    const QString name = textOf(table, u"kind"_s);
    for (const PublishDestination::Kind kind : model::publishKinds()) {
        if (model::publishKindName(kind) == name)
            return kind;
    }
    return std::nullopt;
}

TargetForm::TargetForm(HeadEdits &edits, QWidget *parent)
    : QWidget(parent)
    , m_edits(edits)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(1);
    m_grid->setColumnStretch(1, 1);
}

QLineEdit *TargetForm::field(const QString &key) const
{
    return m_fields.value(key);
}

void TargetForm::makeFields(PublishDestination::Kind kind)
{
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_fields.clear();
    m_kind = kind;
    QList<model::PublishKey> keys = model::publishKeys(kind);
    keys.append({ u"base_url"_s });
    for (const model::PublishKey &key : std::as_const(keys)) {
        const QString label = publishKeyLabel(kind, key.name);
        QLineEdit *field = lineField(label);
        field->setPlaceholderText(publishKeyExample(kind, key.name));
        const auto row = static_cast<int>(m_fields.size());
        m_grid->addWidget(fieldLabel(label, field), row, 0, Qt::AlignTop);
        m_grid->addWidget(field, row, 1);
        m_fields.insert(key.name, field);
        connect(field, &QLineEdit::textEdited, this, [this, name = key.name](const QString &text) { write(name, text.trimmed()); });
    }
}

void TargetForm::setTarget(const QString &name, const Value &targets)
{
    const bool isOther = name != m_name;
    if (isOther)
        m_edits.flush();
    m_name = name;
    m_targets = targets;
    const Value *table = targets.find(name);
    const auto kind = table == nullptr ? std::nullopt : kindOf(*table);
    setVisible(kind.has_value());
    if (!kind)
        return;
    if (m_kind != kind)
        makeFields(*kind);
    for (const auto &[key, field] : m_fields.asKeyValueRange()) {
        if (isOther || !m_edits.isWaiting())
            showLine(*field, textOf(*table, key));
        judge(*field, key);
    }
}

/// What is wrong with a field is said where it stands.
void TargetForm::judge(QLineEdit &field, const QString &key) const
{
    const QString text = field.text().trimmed();
    const bool isBad = !text.isEmpty() && model::publishKeyFault(key, text);
    field.setToolTip(isBad ? tr("This cannot be used here.") : QString());
    QPalette colours;
    if (isBad)
        colours.setColor(QPalette::Text, Qt::red);
    field.setPalette(colours);
}

void TargetForm::write(const QString &key, const QString &text)
{
    const Value *before = m_targets.find(m_name);
    if (before == nullptr)
        return;
    const Value table = withMember(*before, u"kind"_s, key, text.isEmpty() ? std::nullopt : std::optional(valueFor(key, text)));
    m_targets = withMember(m_targets, {}, m_name, table); // the next edit may come before the file is read again
    judge(*m_fields.value(key), key);
    m_edits.type(m_name + u'/' + key, { u"publish"_s, m_targets });
}

} // namespace quillway::ui
