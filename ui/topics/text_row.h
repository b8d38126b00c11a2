// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/places/row_content.h"

namespace quillway::ui {

class FactText;

/// A claim, a point of the checklist, a failure mode: one text.
class TextRow : public RowContent
{
    Q_OBJECT

public:
    explicit TextRow(const QString &name);

    void setValue(const text::Value &value) override;
    [[nodiscard]] std::optional<text::Value> value() const override;
    void setNumber(int number) override;
    void setReadOnly(bool readOnly) override;
    void focusFirst() override;

    [[nodiscard]] FactText &text() { return *m_text; }

private:
    QString m_name;
    text::Value m_value;
    FactText *m_text;
};

} // namespace quillway::ui
