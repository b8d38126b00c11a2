// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/status_line.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace quillway::ui {

namespace {

QLabel *part(const QString &name)
{
    auto *label = new QLabel;
    label->setProperty("role", u"quiet"_s);
    label->setTextFormat(Qt::PlainText);
    label->setObjectName(name);
    label->hide();
    return label;
}

void say(QLabel *label, const QString &text)
{
    label->setText(text);
    label->setAccessibleName(StatusLine::tr("%1: %2", "a part of the strip below the window, read aloud").arg(label->objectName(), text));
    label->setVisible(!text.isEmpty());
}

QPushButton *quietButton(const QString &text)
{
    auto *button = new QPushButton(text);
    button->setProperty("role", u"status"_s);
    return button;
}

} // namespace

StatusLine::StatusLine(QWidget *parent)
    : QWidget(parent)
    , m_activity(part(tr("Activity")))
    , m_saved(part(tr("State of the file")))
    , m_length(part(tr("Length")))
    , m_problems(quietButton({}))
    , m_format(part(tr("Format")))
    , m_caret(part(tr("Place of the caret")))
    , m_parts(new QWidget)
{
    setProperty("role", u"strip"_s);
    setAttribute(Qt::WA_StyledBackground);
    m_length->setToolTip(tr("Readability, while long sentences are marked: 30 and less is hard to read, 60 plain, 80 and more easy "
                            "(Flesch for English, Amstad for German)"));
    auto *exportButton = quietButton(tr("Export"));
    exportButton->setToolTip(tr("Export the site (Ctrl+E)"));
    connect(m_problems, &QPushButton::clicked, this, &StatusLine::problemsRequested);
    connect(exportButton, &QPushButton::clicked, this, &StatusLine::exportRequested);
    auto *parts = new QHBoxLayout(m_parts);
    parts->setContentsMargins(0, 0, 0, 0);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(14, 3, 8, 3);
    row->setSpacing(16);
    for (QWidget *widget : std::initializer_list<QWidget *> { m_activity, m_saved, m_length, m_problems })
        row->addWidget(widget);
    row->addStretch(1);
    for (QWidget *widget : std::initializer_list<QWidget *> { m_format, m_caret, m_parts, exportButton })
        row->addWidget(widget);
    setProblems(0);
}

void StatusLine::setSaved(const QString &text)
{
    say(m_saved, text);
}

void StatusLine::setLength(const QString &text)
{
    say(m_length, text);
}

void StatusLine::setProblems(int count)
{
    m_problems->setText(count == 0 ? tr("no problems") : count == 1 ? tr("1 problem") : tr("%Ln problems", nullptr, count));
}

void StatusLine::setFormat(const QString &text)
{
    say(m_format, text);
}

void StatusLine::setCaret(const QString &text)
{
    say(m_caret, text);
}

void StatusLine::setActivity(const QString &text)
{
    say(m_activity, text);
}

void StatusLine::addPart(QWidget *widget)
{
    m_parts->layout()->addWidget(widget);
}

} // namespace quillway::ui
