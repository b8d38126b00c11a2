// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace quillway::ui {

/// What is shown while no site is open: ways to get to one, and the sites opened last.
class WelcomePage : public QWidget
{
    Q_OBJECT

public:
    explicit WelcomePage(QWidget *parent = nullptr);

    void setRecentSites(const QStringList &folders);
    /// While a site is being loaded: how far that is; empty when it is done.
    void setActivity(const QString &text);

Q_SIGNALS:
    void openRequested();
    void newSiteRequested();
    void importRequested();
    void sampleRequested();
    void siteChosen(const QString &folder);

private:
    QLabel *m_activity;
    QWidget *m_recent;
    QVBoxLayout *m_recentRows;
};

} // namespace quillway::ui
