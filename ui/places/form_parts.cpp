// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/places/form_parts.h"

#include "ui/places/file_undo.h"

#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace quillway::ui {

QLineEdit *titleField(const QString &name)
{
    auto *field = new QLineEdit;
    field->setProperty("role", u"title"_s);
    field->setPlaceholderText(name);
    field->setAccessibleName(name);
    QFont large = field->font();
    large.setPointSizeF(large.pointSizeF() * 1.75);
    large.setWeight(QFont::DemiBold);
    field->setFont(large);
    field->setFrame(false);
    field->setTextMargins(-2, 0, 0, 0);
    leaveUndoToFile(*field);
    return field;
}

QLineEdit *lineField(const QString &name)
{
    auto *field = new QLineEdit;
    field->setProperty("role", u"field"_s);
    field->setAccessibleName(name);
    leaveUndoToFile(*field);
    return field;
}

QLabel *addHeading(QVBoxLayout &rows, const QString &text)
{
    auto *heading = new QLabel(text);
    heading->setProperty("role", u"heading"_s);
    heading->setContentsMargins(0, 18, 0, 2);
    rows.addWidget(heading);
    return heading;
}

QLabel *fieldLabel(const QString &text, QWidget *field)
{
    auto *label = new QLabel(text);
    label->setProperty("role", u"quiet"_s);
    label->setBuddy(field);
    label->setContentsMargins(0, 5, 0, 0);
    return label;
}

void showLine(QLineEdit &field, const QString &text)
{
    if (field.text().trimmed() == text)
        return;
    field.setText(text);
    field.setCursorPosition(field.hasFocus() ? static_cast<int>(text.size()) : 0);
}

} // namespace quillway::ui
