// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/places/row_content.h"

class QLineEdit;

namespace quillway::ui {

class FactText;

/// Something elsewhere that a topic refers to: title, address, note.
class ReferenceRow : public RowContent
{
    Q_OBJECT

public:
    ReferenceRow();

    void setValue(const text::Value &value) override;
    [[nodiscard]] std::optional<text::Value> value() const override;
    void setNumber(int number) override;
    void setReadOnly(bool readOnly) override;
    void focusFirst() override;

private:
    void typedInto(const QString &key, const QString &text);

    text::Value m_value;
    QLineEdit *m_title;
    QLineEdit *m_url;
    FactText *m_note;
};

} // namespace quillway::ui
