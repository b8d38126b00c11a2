// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/welcome_page.h"

#include "ui/style/icons.h"

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace quillway::ui {

WelcomePage::WelcomePage(QWidget *parent)
    : QWidget(parent)
    , m_activity(new QLabel)
    , m_recent(new QWidget)
    , m_recentRows(new QVBoxLayout(m_recent))
{
    setProperty("role", u"ground"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto *name = new QLabel(u"Quillway"_s);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 2.6);
    large.setWeight(QFont::DemiBold);
    name->setFont(large);
    auto *what = new QLabel(tr("Write your technical blog, see it as it will be, publish it as plain files."));
    what->setProperty("role", u"quiet"_s);

    auto *open = new QPushButton(tr("&Open a site…"));
    open->setProperty("role", u"primary"_s);
    auto *make = new QPushButton(tr("New &site…"));
    auto *import = new QPushButton(tr("&Import a blog…"));
    auto *sample = new QPushButton(tr("Look at the sample &blog"));
    connect(open, &QPushButton::clicked, this, &WelcomePage::openRequested);
    connect(make, &QPushButton::clicked, this, &WelcomePage::newSiteRequested);
    connect(import, &QPushButton::clicked, this, &WelcomePage::importRequested);
    connect(sample, &QPushButton::clicked, this, &WelcomePage::sampleRequested);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(10);
    for (QPushButton *button : { open, make, import, sample })
        buttons->addWidget(button);
    buttons->addStretch(1);

    m_recentRows->setContentsMargins(0, 0, 0, 0);
    m_recentRows->setSpacing(2);
    m_activity->setProperty("role", u"quiet"_s);
    m_activity->hide();

    auto *column = new QVBoxLayout;
    column->addStretch(2);
    column->addWidget(name);
    column->addWidget(what);
    column->addSpacing(22);
    column->addLayout(buttons);
    column->addSpacing(26);
    column->addWidget(m_recent);
    column->addWidget(m_activity);
    column->addStretch(3);
    auto *whole = new QHBoxLayout(this);
    whole->addStretch(1);
    whole->addLayout(column);
    whole->addStretch(1);
}

void WelcomePage::setRecentSites(const QStringList &folders)
{
    while (QLayoutItem *item = m_recentRows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_recent->setVisible(!folders.isEmpty());
    if (folders.isEmpty())
        return;
    auto *heading = new QLabel(tr("Recent"));
    heading->setProperty("role", u"quiet"_s);
    m_recentRows->addWidget(heading);
    for (const QString &folder : folders) {
        QString shown = folder;
        if (shown.startsWith(QDir::homePath() + u'/'))
            shown = u"~"_s + shown.sliced(QDir::homePath().size());
        auto *button = new QPushButton(shown.replace(u'&', u"&&"_s));
        button->setProperty("role", u"link"_s);
        button->setIcon(themeIcon(u"folder-open"_s));
        connect(button, &QPushButton::clicked, this, [this, folder] { Q_EMIT siteChosen(folder); });
        m_recentRows->addWidget(button, 0, Qt::AlignLeft);
    }
}

void WelcomePage::setActivity(const QString &text)
{
    m_activity->setText(text);
    m_activity->setVisible(!text.isEmpty());
}

} // namespace quillway::ui
