// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/publishing/export_control.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace quillway::ui {

ExportControl::ExportControl(workspace::Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_text(new QLabel)
    , m_bar(new QProgressBar)
{
    m_text->setProperty("role", u"quiet"_s);
    m_bar->setAccessibleName(tr("Progress of the export"));
    m_bar->setTextVisible(false);
    m_bar->setFixedWidth(120);
    auto *cancel = new QPushButton(tr("Cancel"));
    cancel->setProperty("role", u"status"_s);
    cancel->setAccessibleName(tr("Cancel the export"));
    connect(cancel, &QPushButton::clicked, &workspace, &workspace::Workspace::cancelExport);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_text);
    row->addWidget(m_bar);
    row->addWidget(cancel);
    hide();

    connect(&workspace, &workspace::Workspace::exportProgress, this, [this](int done, int total) {
        m_bar->setRange(0, total);
        m_bar->setValue(done);
        m_text->setText(tr("Exporting %L1 of %L2").arg(done).arg(total));
    });
    connect(&workspace, &workspace::Workspace::exportFinished, this, [this](const publish::ExportReport &report) {
        hide();
        Q_EMIT finished(report);
    });
}

void ExportControl::start()
{
    if (m_workspace.isExporting() || !m_workspace.site())
        return;
    m_bar->setRange(0, 0);
    m_text->setText(tr("Exporting…"));
    show();
    m_workspace.startExport({ .selection = { .buildDate = QDateTime::currentDateTimeUtc() } });
}

} // namespace quillway::ui
