// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/properties/growing_text.h"
#include "ui/topics/topic_report.h"

#include <QWidget>

class QLabel;
class QSyntaxHighlighter;

namespace quillway::ui {

/// The field of a FactText: Return and Backspace in an empty field are told, Ctrl+Space asks for the facts.
class FactEdit : public GrowingText
{
    Q_OBJECT

public:
    explicit FactEdit(QWidget *parent = nullptr);

Q_SIGNALS:
    void returnPressed();
    void erasedEmpty();
    void factsWanted(const QPoint &globalPosition);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
};

/// A text of a topic: as written, facts as placeholders in a colour of their own, and below it, where it names facts, how it reads with their values.
class FactText : public QWidget
{
    Q_OBJECT

public:
    explicit FactText(QWidget *parent = nullptr);

    [[nodiscard]] QString text() const { return m_edit->text().trimmed(); }
    void setText(const QString &text); ///< changes nothing if it is the text already
    void setReadOnly(bool readOnly);
    void setName(const QString &name);

    /// How the texts read now; what is not among them keeps the reading it has.
    void setFilled(const QHash<QString, FilledText> &texts);
    /// Puts a placeholder where the caret is, with blanks around it where words would touch it.
    void insertFact(const QString &placeholder);

    [[nodiscard]] FactEdit &edit() { return *m_edit; }
    [[nodiscard]] QString filled() const; ///< shown below; empty if nothing is

Q_SIGNALS:
    void textEdited();

private:
    [[nodiscard]] bool namesFacts() const;
    void showFilled();

    FactEdit *m_edit;
    QLabel *m_filled;
};

} // namespace quillway::ui
