// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/import/import_job.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QProgressBar;
class QPushButton;
class QTableView;

namespace quillway::ui {

class DiffView;
class TermModel;

/// Makes a site of another tool's blog: choose it, see what was recognised and what becomes of the newest posts, say what becomes of categories and the like, and where to.
/// Nothing of the blog is ever changed.
class ImportDialog : public QDialog
{
    Q_OBJECT

public:
    /// `files` must outlive it.
    explicit ImportDialog(FileSystem &files, QWidget *parent = nullptr);
    ~ImportDialog() override;

    /// A folder, or the file of an export; absolute.
    void setSource(const QString &path);
    void setTarget(const QString &folder);

Q_SIGNALS:
    /// The user wants to see the site that was made.
    void openRequested(const QString &folder);

protected:
    void reject() override; ///< a running import is cancelled first

private:
    enum class State { Empty, Reading, Ready, Importing, Done };

    void build();
    void chooseSource(bool file);
    void chooseTarget();
    void showPreview(const importing::ImportPreview &preview);
    void showText(int row);
    void showDone(const importing::ImportReport &report);
    void showFailure(const Error &error);
    void setState(State state);
    void start();

    ImportJob m_job;
    State m_state = State::Empty;
    bool m_targetIsOurs = true; ///< nobody has typed one
    importing::ImportPreview m_preview;
    QString m_read; ///< the blog that is shown, or being read
    QString m_site; ///< the one that was made
    QLineEdit *m_source;
    QPushButton *m_chooseFolder;
    QPushButton *m_chooseFile;
    QLabel *m_summary;
    QListWidget *m_posts;
    DiffView *m_difference;
    TermModel *m_terms;
    QTableView *m_termView;
    QLineEdit *m_target;
    QPushButton *m_chooseTarget;
    QProgressBar *m_bar;
    QPushButton *m_import;
    QPushButton *m_close;
};

} // namespace quillway::ui
