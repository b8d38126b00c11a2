// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/file_system.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>

namespace quillway::ui {

/// Which words are spelled wrong, by the desktop's dictionaries (Sonnet) and the site's own. Belongs to the window's thread, where every answer is one that is
/// known already; words are looked up on another thread.
class SpellChecker : public QObject
{
    Q_OBJECT

public:
    /// `files` must outlive it.
    explicit SpellChecker(FileSystem &files, QObject *parent = nullptr);
    ~SpellChecker() override; ///< waits for the word that is being looked up

    /// Off: no word is wrong.
    void setEnabled(bool enabled);
    [[nodiscard]] bool isEnabled() const { return m_enabled; }
    /// A language as posts name it (BCP 47); the dictionary is that of the region named, else the first of the language.
    void setLanguage(const QString &tag);
    /// As Sonnet names it (`en_US`); empty if there is none for the language.
    [[nodiscard]] const QString &dictionary() const { return m_dictionary; }
    void setSite(const QString &folder);

    /// True or false if that is known; if not, changed() follows.
    [[nodiscard]] std::optional<bool> isWrong(const QString &word);
    /// What may have been meant, best first; given to `take` unless `context` is gone by then.
    void suggest(const QString &word, QObject *context, std::function<void(const QStringList &)> take);

    void addToSite(const QString &word); ///< to the site's dictionary, on disk too
    void ignore(const QString &word); ///< until the program ends

Q_SIGNALS:
    void changed(); ///< more is known, or something else
    void dictionaryChanged(); ///< dictionary() or isEnabled() is another one
    void failed(const quillway::Error &error); ///< the site's dictionary could not be read or written

private:
    struct Lookup;
    void ask();
    void take(const QHash<QString, bool> &answers, int generation);
    void forget();

    FileSystem &m_files;
    std::unique_ptr<Lookup> m_lookup;
    bool m_enabled = true;
    QString m_tag;
    QString m_dictionary;
    QString m_folder;
    QSet<QString> m_own; ///< the site's words and those ignored
    QHash<QString, bool> m_known;
    QSet<QString> m_asked;
    QStringList m_queue; ///< to be asked at the end of this round of the event loop
    int m_generation = 0; ///< counts changes of the language: answers for another one are dropped
};

} // namespace quillway::ui
