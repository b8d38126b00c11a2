// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/deploy/publish_site.h"
#include "ui/places/newest_job.h"
#include "ui/places/place_page.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QProgressBar;
class QPushButton;
class QStandardItemModel;
class QTreeView;

namespace quillway::ui {

class TargetForm;

/// The workspace of publishing: the targets of quillway.toml with a form for each, what would change at the chosen one, and the way to change it. Sends nothing by itself:
/// whoever answers wanted() does.
class PublishPage : public PlacePage
{
    Q_OBJECT

public:
    explicit PublishPage(QWidget *parent = nullptr);
    ~PublishPage() override;

    void setSite(const model::SitePtr &site) override;
    void focusFirst() override;

    /// The chosen target, if it has all that it needs.
    [[nodiscard]] std::optional<model::PublishDestination> target() const;
    [[nodiscard]] bool goesOnWithErrors() const;
    void showProgress(deploy::PublishStage stage, int done, int total);
    void showReport(const deploy::PublishReport &report);
    void tell(const QString &text); ///< beside the buttons

    [[nodiscard]] QListWidget &targets() { return *m_list; }
    [[nodiscard]] TargetForm &form() { return *m_form; }
    [[nodiscard]] QTreeView &changes() { return *m_changes; }
    [[nodiscard]] QLabel &message() { return *m_message; }
    [[nodiscard]] QPushButton &publishButton() { return *m_publish; }
    [[nodiscard]] QPushButton &showButton() { return *m_show; }

    void addTarget(const QString &name, model::PublishDestination::Kind kind);

Q_SIGNALS:
    void wanted(bool isDryRun); ///< of target()
    void stopWanted();
    void tokenGiven(const QString &token); ///< for target(); empty: forget it

protected:
    void showHead(const text::Value &root, bool readOnly) override;
    void documentChanged() override;

private:
    [[nodiscard]] QWidget *makeList();
    [[nodiscard]] QWidget *makeDetails();
    void connectParts();
    void ask();
    void take(const text::Value &targets);
    void choose();
    void updateActions();
    void removeTarget();
    void addPart(const QString &title, const QList<SitePath> &files);

    QListWidget *m_list;
    QLabel *m_empty; ///< instead of it, while there are no targets
    QLineEdit *m_newName;
    QComboBox *m_newKind;
    QPushButton *m_add;
    QPushButton *m_remove;
    TargetForm *m_form;
    QWidget *m_tokenRow;
    QLineEdit *m_token;
    QCheckBox *m_withErrors;
    QPushButton *m_show;
    QPushButton *m_publish;
    QPushButton *m_stop;
    QProgressBar *m_bar;
    QLabel *m_message;
    QStandardItemModel *m_changeModel;
    QTreeView *m_changes;
    QWidget *m_details;
    text::Value m_targets; ///< of the file
    QString m_wantedTarget; ///< to be chosen when the list has it
    bool m_isRunning = false;
    NewestJob m_job;
};

} // namespace quillway::ui
