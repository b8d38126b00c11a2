// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/finder/finder_model.h"

#include <QFrame>
#include <QPointer>

class QLabel;
class QLineEdit;
class QListView;

namespace quillway::ui {

/// A field and a list below it at the top of the window: type to find, Up and Down to choose, Enter to take, Escape to leave. Knows nothing of what is found. While it is open it
/// has the focus; who had it before gets it back, unless what was taken moves it.
class FinderPopup : public QFrame
{
    Q_OBJECT

public:
    /// Over `window`'s central part, which must outlive it.
    explicit FinderPopup(QWidget &window);
    ~FinderPopup() override;

    /// How it looks for one way of using it.
    struct Look {
        QString name; ///< of the field, for those who do not see it
        QString placeholder;
        QString keys; ///< the line at the bottom
        bool large = false; ///< room for lines of text
    };
    void open(const Look &look, const QString &text);
    void setLook(const Look &look);
    void close();

    /// The newest answer; the first row that can be taken is chosen. `empty`: what to say where there are no rows.
    void setItems(const QList<FinderItem> &items, const QString &empty);
    /// What is shown is not yet the answer to what was typed: Enter waits for it.
    void setWaiting();
    /// Beside the keys, at the right.
    void setStatus(const QString &text);

    [[nodiscard]] QLineEdit &field() { return *m_field; }
    [[nodiscard]] QListView &list() { return *m_list; }
    [[nodiscard]] FinderModel &model() { return *m_model; }
    [[nodiscard]] QString emptyText() const;

Q_SIGNALS:
    void typed(const QString &text);
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    bool keyPressed(int key, Qt::KeyboardModifiers modifiers);
    void step(int rows);
    void take();
    void place();

    QWidget &m_window;
    FinderModel *m_model;
    QLineEdit *m_field;
    QListView *m_list;
    QLabel *m_empty;
    QLabel *m_keys;
    QLabel *m_status;
    QPointer<QWidget> m_focusBefore;
    bool m_large = false;
    bool m_waiting = false;
    bool m_takeWhenAnswered = false;
};

} // namespace quillway::ui
