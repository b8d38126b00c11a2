// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/diagnostic.h"
#include "core/changes/site_change.h"

#include <QWidget>

class QLabel;
class QListView;
class QPushButton;

namespace quillway::ui {

class ChangedFiles;
class DiffView;

/// A change over many files before it is made: which files it touches, and of each the two texts side by side. Changes nothing by itself; whoever shows it hears what
/// the user wants.
class ChangePreview : public QWidget
{
    Q_OBJECT

public:
    explicit ChangePreview(QWidget *parent = nullptr);

    using QWidget::show;
    /// `title`: what the user calls it. `problems`: of files that it cannot change. An empty change can only be closed.
    void show(const changes::SiteChange &change, const QString &title, const Diagnostics &problems = {});

    [[nodiscard]] const changes::SiteChange &change() const { return m_change; }
    [[nodiscard]] const QString &title() const { return m_name; }

Q_SIGNALS:
    void accepted(); ///< make it; the preview has hidden itself
    void rejected(); ///< leave it; likewise

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void showFile(int row);
    void end(void (ChangePreview::*signal)());

    changes::SiteChange m_change;
    QString m_name;
    ChangedFiles *m_model;
    QLabel *m_title;
    QLabel *m_problems;
    QListView *m_files;
    DiffView *m_diff;
    QPushButton *m_apply;
    QPushButton *m_cancel;
};

} // namespace quillway::ui
