// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/topics/topic_advice.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace quillway::ui {

/// Beside a topic's form: what it lacks, and posts that probably belong to it, each with the reason.
class AdvicePanel : public QWidget
{
    Q_OBJECT

public:
    explicit AdvicePanel(QWidget *parent = nullptr);

    void setAdvice(const TopicAdvice &advice);

Q_SIGNALS:
    void keyWanted(const QString &key); ///< of the head: what is missing is to be mended there
    void postChosen(const QString &slug, bool belongs); ///< to the topic, or not
    void fileWanted(const quillway::SitePath &file);

private:
    void addGap(const analysis::TopicGap &gap);
    void addCandidate(const analysis::TopicCandidate &candidate);

    QLabel *m_missing;
    QVBoxLayout *m_gaps;
    QLabel *m_perhaps;
    QVBoxLayout *m_candidates;
    QStringList m_shown; ///< what the panel says; it stays as it is while that stays the same
};

} // namespace quillway::ui
