// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <functional>

class QLabel;
class QLineEdit;

namespace quillway::ui {

/// Asks for one line of text in place, without a dialog: Return accepts, Escape or leaving it drops the question.
class InlinePrompt : public QWidget
{
    Q_OBJECT

public:
    explicit InlinePrompt(QWidget *parent = nullptr);

    /// Empty answers are not accepted. A question still open is dropped.
    void ask(const QString &question, const QString &proposal, std::function<void(const QString &)> answered);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void accept();
    void drop();

    QLabel *m_question;
    QLineEdit *m_answer;
    std::function<void(const QString &)> m_answered;
};

} // namespace quillway::ui
