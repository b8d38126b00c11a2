// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/site.h"
#include "core/search/name_index.h"
#include "ui/places/newest_job.h"

#include <QLineEdit>

class QCompleter;
class QStandardItemModel;

namespace quillway::ui {

/// Finds a post as it is typed, by the letters of its title as in the finder; Return takes the first one offered.
class PostField : public QLineEdit
{
    Q_OBJECT

public:
    enum Role { SlugRole = Qt::UserRole + 1 };

    explicit PostField(QWidget *parent = nullptr);

    void setSite(const model::SitePtr &site);
    [[nodiscard]] const QStandardItemModel &offered() const { return *m_offered; }

Q_SIGNALS:
    void chosen(const QString &slug); ///< the field is empty again

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Found {
        std::shared_ptr<const search::NameIndex> index;
        QList<search::FoundPlace> places;
    };
    void look();
    void offer(const QString &typed, const Found &found);
    void take(const QString &slug);

    model::SitePtr m_site;
    std::shared_ptr<const search::NameIndex> m_index;
    QStandardItemModel *m_offered;
    QCompleter *m_completer;
    bool m_takeFirst = false; ///< Return came before the answer
    NewestJob m_job;
};

} // namespace quillway::ui
