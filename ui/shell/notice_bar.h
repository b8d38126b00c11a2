// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QTimer>

#include <functional>

class QHBoxLayout;
class QLabel;

namespace quillway::ui {

/// Something the user can do about a notice.
struct NoticeAction {
    QString text;
    std::function<void()> run;
};

/// One line above the text that tells what happened and offers what can be done about it. Never in the way: what went well goes away by
/// itself, what failed or asks stays
/// until it is closed or another notice comes.
class NoticeBar : public QFrame
{
    Q_OBJECT

public:
    enum class Weight {
        Good,
        Question, ///< went well, but waits for an answer: stays
        Error,
    };

    explicit NoticeBar(QWidget *parent = nullptr);

    void tell(Weight weight, const QString &text, const QList<NoticeAction> &actions = {});
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void gone(); ///< it was closed, answered, or its time was over; not: replaced by another one

private:
    void goAway();

    QLabel *m_icon;
    QLabel *m_text;
    QHBoxLayout *m_actions;
    QTimer m_away;
};

} // namespace quillway::ui
