// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/changes/change_preview.h"

#include "ui/changes/changed_files.h"
#include "ui/diff/diff_view.h"
#include "ui/problems/messages.h"

#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSplitter>

using namespace Qt::StringLiterals;

namespace quillway::ui {

namespace {

constexpr qsizetype mostProblemsShown = 3;

QString describe(const Diagnostics &problems)
{
    QStringList lines;
    for (const Diagnostic &problem : problems.first(std::min(problems.size(), mostProblemsShown)))
        lines.append(ChangePreview::tr("“%1” cannot be changed. %2.").arg(problem.error.file, describeProblem(problem.error)));
    if (problems.size() > mostProblemsShown)
        lines.append(ChangePreview::tr("The same goes for %Ln more.", nullptr, static_cast<int>(problems.size() - mostProblemsShown)));
    return lines.join(u'\n');
}

} // namespace

ChangePreview::ChangePreview(QWidget *parent)
    : QWidget(parent)
    , m_model(new ChangedFiles(this))
    , m_title(new QLabel)
    , m_problems(new QLabel)
    , m_files(new QListView)
    , m_diff(new DiffView)
    , m_apply(new QPushButton(tr("Apply")))
    , m_cancel(new QPushButton(tr("Cancel")))
{
    setProperty("role", u"panel"_s);
    setAttribute(Qt::WA_StyledBackground);
    m_title->setProperty("role", u"heading"_s);
    for (QLabel *label : { m_title, m_problems }) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_problems->setContentsMargins(12, 0, 12, 6);
    m_apply->setProperty("role", u"primary"_s);
    m_files->setModel(m_model);
    m_files->setUniformItemSizes(true);
    m_files->setTextElideMode(Qt::ElideMiddle);
    m_files->setAccessibleName(tr("Files that change"));
    m_files->setMinimumWidth(180);
    connect(m_files->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) { showFile(current.row()); });
    connect(m_apply, &QPushButton::clicked, this, [this] { end(&ChangePreview::accepted); });
    connect(m_cancel, &QPushButton::clicked, this, [this] { end(&ChangePreview::rejected); });

    auto *header = new QHBoxLayout;
    header->setContentsMargins(12, 6, 6, 6);
    header->setSpacing(8);
    header->addWidget(m_title, 1);
    header->addWidget(m_apply);
    header->addWidget(m_cancel);
    auto *columns = new QSplitter(Qt::Horizontal);
    columns->setHandleWidth(1);
    columns->setChildrenCollapsible(false);
    columns->addWidget(m_files);
    columns->addWidget(m_diff);
    columns->setStretchFactor(1, 1);
    columns->setSizes({ 260, 740 });
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addLayout(header);
    rows->addWidget(m_problems);
    rows->addWidget(columns, 1);
    setTabOrder(m_files, m_diff);
    setTabOrder(m_diff, m_apply);
    setTabOrder(m_apply, m_cancel);
    setFocusProxy(m_files);
    hide();
}

void ChangePreview::show(const changes::SiteChange &change, const QString &title, const Diagnostics &problems)
{
    m_change = change;
    m_name = title;
    m_model->setChange(change);
    const int count = m_model->rowCount();
    m_title->setText(count == 0
                         ? tr("%1: there is nothing to change").arg(title)
                         : tr("%1: %2").arg(title, count == 1 ? tr("1 file would change") : tr("%Ln files would change", nullptr, count)));
    m_problems->setText(describe(problems));
    m_problems->setVisible(!problems.isEmpty());
    m_apply->setEnabled(count > 0);
    QWidget::show();
    if (count > 0)
        m_files->setCurrentIndex(m_model->index(0));
    else
        m_diff->showMessage(tr("No file would be changed."));
    (count > 0 ? static_cast<QWidget *>(m_files) : m_cancel)->setFocus(Qt::OtherFocusReason);
}

void ChangePreview::showFile(int row)
{
    if (row < 0)
        return;
    const ChangedFile &file = m_model->at(row);
    if (file.isMove) {
        m_diff->showMessage(tr("“%1” moves to “%2”. What is in it stays as it is.").arg(file.from.toString(), file.to.toString()));
        return;
    }
    m_diff->compare({ file.before ? tr("Now: %1").arg(file.from.toString()) : tr("Now: no such file"), file.before.value_or(QByteArray()) },
                    { file.after ? tr("Then: %1").arg(file.to.toString()) : tr("Then: removed"), file.after.value_or(QByteArray()) });
}

void ChangePreview::end(void (ChangePreview::*signal)())
{
    hide();
    Q_EMIT(this->*signal)();
}

void ChangePreview::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        return end(&ChangePreview::rejected);
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_apply->isEnabled() && m_files->hasFocus())
        return end(&ChangePreview::accepted);
    QWidget::keyPressEvent(event);
}

} // namespace quillway::ui
