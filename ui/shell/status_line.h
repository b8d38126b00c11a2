// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace quillway::ui {

/// The strip below everything: what the state of the open file and of the site is, in words. Parts that say nothing are not there.
class StatusLine : public QWidget
{
    Q_OBJECT

public:
    explicit StatusLine(QWidget *parent = nullptr);

    void setSaved(const QString &text);
    void setLength(const QString &text); ///< words and minutes
    void setProblems(int count);
    void setFormat(const QString &text); ///< kind of text, line ends, language
    void setCaret(const QString &text);
    void setActivity(const QString &text); ///< what is being loaded
    /// Something at the right end, before the export button.
    void addPart(QWidget *widget);

Q_SIGNALS:
    void problemsRequested();
    void exportRequested();

private:
    QLabel *m_activity;
    QLabel *m_saved;
    QLabel *m_length;
    QPushButton *m_problems;
    QLabel *m_format;
    QLabel *m_caret;
    QWidget *m_parts;
};

} // namespace quillway::ui
