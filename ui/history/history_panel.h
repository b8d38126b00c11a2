// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/history.h"

#include <QTimer>
#include <QWidget>

#include <functional>
#include <optional>

class QLabel;
class QListView;
class QPushButton;

namespace quillway::ui {

class DiffView;
class VersionModel;

/// Gives the bytes of a version. Called on worker threads; has to stay callable until the program's end.
using LoadVersion = std::function<Result<QByteArray>(const store::Version &version)>;

/// Previous versions of a file: a list beside the difference of the chosen one to the text as it is now. A version can be brought back only once that difference is
/// shown. Knows nothing of files: it is given values, and asks.
class HistoryPanel : public QWidget
{
    Q_OBJECT

public:
    explicit HistoryPanel(QWidget *parent = nullptr);

    /// Another file, or its list anew. `title`: of the file, as the user knows it. The version that was chosen stays so if it is in the list; else it is the newest one
    /// that differs from the text.
    void setVersions(const QString &title, const QList<store::Version> &versions, LoadVersion load);
    /// The text as it stands now, unsaved changes included. Before or after setVersions(). Cheap: to be called as it changes.
    void setCurrent(const QByteArray &text);

Q_SIGNALS:
    /// The user saw the difference and wants these bytes to be the file's text. To be done as an edit that can be undone.
    void restoreRequested(const QByteArray &bytes);
    void closeRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void refill(const QByteArray &chosen);
    void choose(const QModelIndex &index);
    void takeLoaded(quint64 request, const store::Version &version, const Result<QByteArray> &bytes);
    void compare();
    void updateRestore(bool shown);

    VersionModel *m_model;
    QListView *m_list;
    DiffView *m_diff;
    QLabel *m_title;
    QPushButton *m_restore;
    LoadVersion m_load;
    QList<store::Version> m_versions;
    QByteArray m_current;
    QString m_caption; ///< of what is loaded
    QTimer m_settled; ///< runs while the text changes
    std::optional<QByteArray> m_loaded; ///< the chosen version's bytes
    quint64 m_request = 0; ///< the newest load's number
};

} // namespace quillway::ui
