// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/places/row_content.h"

#include <functional>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace quillway::ui {

class RowFrame;

/// A list in a head as rows: added, removed, and put in another order by keys (Alt+Up, Alt+Down, Alt+Delete), by buttons or by dragging a row's handle. Empty rows are the
/// form's alone, no item of the list. Of very long lists the first rows are shown; the rest is kept as it is.
class RowList : public QWidget
{
    Q_OBJECT

public:
    /// `itemName`: of a row, for those who do not see it (`Claim`); `addText`: on the button that adds one.
    RowList(const QString &itemName, const QString &addText, std::function<RowContent *()> makeContent, QWidget *parent = nullptr);

    /// Shows the list. Rows that say so already stay as they are, with what is being typed in them.
    void setValues(const QList<text::Value> &values);
    [[nodiscard]] QList<text::Value> values() const;
    void setReadOnly(bool readOnly);

    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] RowContent *content(int row) const;
    /// Adds a row behind the last one (or at a place) and goes there.
    void add();
    void insert(int row, const text::Value &value);
    void remove(int row);
    void move(int from, int to);
    void setAddButtonShown(bool shown);

    static constexpr int mostShown = 300;

Q_SIGNALS:
    void typed(const QString &field); ///< values() are other ones: what is typed into one field
    void changed(); ///< values() are other ones: rows came, went or moved

private:
    RowFrame *makeRow(int row);
    void removeFrame(int row);
    void place(int from, int to); ///< only the widgets
    void dragTo(RowFrame &frame, int y);
    void numberRows();
    [[nodiscard]] int indexOf(const RowFrame *frame) const;

    QString m_itemName;
    std::function<RowContent *()> m_makeContent;
    QList<RowFrame *> m_rows;
    QList<text::Value> m_rest; ///< that is not shown
    QVBoxLayout *m_layout;
    QLabel *m_more;
    QPushButton *m_add;
    bool m_readOnly = false;
    bool m_setting = false;
};

} // namespace quillway::ui
