// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/posts/inline_prompt.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace quillway::ui {

InlinePrompt::InlinePrompt(QWidget *parent)
    : QWidget(parent)
    , m_question(new QLabel)
    , m_answer(new QLineEdit)
{
    m_question->setProperty("role", u"quiet"_s);
    m_question->setBuddy(m_answer);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(12, 0, 12, 10);
    rows->setSpacing(4);
    rows->addWidget(m_question);
    rows->addWidget(m_answer);
    connect(m_answer, &QLineEdit::returnPressed, this, &InlinePrompt::accept);
    connect(m_answer, &QLineEdit::editingFinished, this, [this] {
        if (!m_answer->hasFocus() && QApplication::activePopupWidget() == nullptr)
            drop();
    });
    hide();
}

void InlinePrompt::ask(const QString &question, const QString &proposal, std::function<void(const QString &)> answered)
{
    m_answered = std::move(answered);
    m_question->setText(question);
    m_answer->setAccessibleName(question);
    m_answer->setText(proposal);
    m_answer->selectAll();
    show();
    m_answer->setFocus(Qt::ShortcutFocusReason);
}

void InlinePrompt::accept()
{
    const QString answer = m_answer->text().trimmed();
    if (answer.isEmpty())
        return;
    const auto answered = std::exchange(m_answered, {});
    hide();
    if (answered)
        answered(answer);
}

void InlinePrompt::drop()
{
    m_answered = {};
    hide();
}

void InlinePrompt::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        return drop();
    QWidget::keyPressEvent(event);
}

} // namespace quillway::ui
