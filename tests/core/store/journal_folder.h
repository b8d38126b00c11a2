// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/native_file_system.h"
#include "core/store/recovery_journal.h"
#include "support/site_folder.h"

#include <random>

namespace quillway::test {

inline const SitePath journalFile = SitePath::literal(u"posts/größe.md");

/// What the journal at `path` says now.
[[nodiscard]] inline store::JournalContent readBack(const QString &path)
{
    NativeFileSystem files;
    const QString name = path.sliced(path.lastIndexOf(u'/') + 1);
    return store::readJournal(store::journalId(name).value_or(QByteArray()), files.read(path).value_or(QByteArray()));
}

/// A row of texts, each made from the one before by an edit at a random place: words in several scripts, deletions, pastes, everything replaced.
[[nodiscard]] inline QList<QByteArray> randomTexts(quint32 seed, int count)
{
    std::mt19937 random(seed);
    const QStringList words { QStringLiteral("word "), QStringLiteral("größer "), QStringLiteral("世界"),   QStringLiteral("👩‍🚀"),
                              QStringLiteral("\n\n"),  QStringLiteral("aaaa"),    QStringLiteral("QwJ\x01") };
    QString text = QStringLiteral("Beginning.\n");
    QList<QByteArray> texts { text.toUtf8() };
    const auto below = [&](qsizetype limit) { return limit <= 0 ? 0 : qsizetype(random() % quint64(limit)); };
    while (texts.size() < count) {
        const qsizetype at = below(text.size() + 1);
        switch (random() % 8) {
        case 0: text.remove(at, below(20)); break;
        case 1: text.insert(at, words.at(below(words.size())).repeated(200)); break;
        case 2: text.replace(at, 1, words.at(below(words.size()))); break;
        case 3:
            if (random() % 10 == 0)
                text.clear();
            break;
        default: text.insert(at, words.at(below(words.size())));
        }
        texts.append(text.toUtf8());
    }
    return texts;
}

} // namespace quillway::test
