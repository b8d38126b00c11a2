// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/value.h"

#include <QWidget>

namespace quillway::ui {

/// What stands in a row of a RowList: fields for one item of a list in a head.
class RowContent : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// Shows the item. What the row does not know of it is kept for value().
    virtual void setValue(const text::Value &value) = 0;
    /// The item as the fields say; nothing for a row in which nothing stands.
    [[nodiscard]] virtual std::optional<text::Value> value() const = 0;
    /// The row's place in the list, from 1, for the names of its fields.
    virtual void setNumber(int number) = 0;
    virtual void setReadOnly(bool readOnly) = 0;
    virtual void focusFirst() = 0;

Q_SIGNALS:
    void typed(const QString &field); ///< into a field of that name
    void changed(); ///< in one step
    void nextWanted(); ///< Return: a new row below
    void removalWanted(); ///< Backspace in an empty row
};

} // namespace quillway::ui
