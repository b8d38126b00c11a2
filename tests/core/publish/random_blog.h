// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/publish/site_folder.h"

#include <map>
#include <random>
#include <set>

namespace quillway::test {

/// A small site on disk that changes in ways chosen by chance, each of which some page depends on. The same seed gives the same changes.
class RandomBlog
{
public:
    explicit RandomBlog(quint32 seed);

    /// Changes something; says what, for whoever has to find out why it mattered.
    QString change();
    /// Deletes a file of an export, or writes another's bytes into it.
    QString meddle(const QString &output);

    [[nodiscard]] const SiteFolder &folder() const { return m_folder; }
    [[nodiscard]] QDateTime buildDate() const { return m_buildDate; }
    /// Files of the export that were edited by hand and never written again since: whoever did so may keep them.
    [[nodiscard]] std::set<QString> &meddledWith() { return m_meddledWith; }

private:
    struct Post {
        QByteArray title;
        QByteArray date;
        QByteArray head; ///< other keys
        QList<QByteArray> tags;
        QByteArray body;
    };
    struct Settings {
        QByteArray title = "A blog";
        QByteArray base = "https://t.example/";
        QByteArray more;
        QByteArray index = "per_page = 3\n";
        QByteArray pictures = "widths = [20, 40]\n";
        QByteArray tail;
    };

    [[nodiscard]] int number(int below) { return int(m_random() % quint32(below)); }
    template<typename List>
    [[nodiscard]] auto &oneOf(List &list)
    {
        return *std::next(list.begin(), number(int(list.size())));
    }
    [[nodiscard]] QByteArray words(int count);
    [[nodiscard]] QByteArray link();
    [[nodiscard]] QByteArray picture();
    [[nodiscard]] QByteArray oldAddress();
    [[nodiscard]] QByteArray day();
    [[nodiscard]] QByteArray slug();
    [[nodiscard]] Post newPost();

    void writePost(const QString &name) const;
    void writeSettings() const;
    void remove(const QString &name) const { QFile::remove(m_folder.path(name)); }

    QString changePost();
    QString addOrRemovePost();
    QString renameTag();
    QString changeTopic();
    QString changePath();
    QString changePage();
    QString changeSettings();
    QString changeTags();
    QString changeTheme();
    QString changeAsset();
    QString passTime();

    SiteFolder m_folder;
    std::mt19937 m_random;
    std::map<QString, Post> m_posts; ///< by file
    Settings m_settings;
    int m_next = 0;
    QDateTime m_buildDate = selection().buildDate;
    std::set<QString> m_meddledWith;
};

} // namespace quillway::test
