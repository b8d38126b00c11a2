// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QStringList>

namespace quillway::analysis {

/// The words of a title by the rule for motifs in topic-profile, in order, repeats included; stop words are not yet taken out.
[[nodiscard]] QStringList titleWords(QStringView title);

/// The words that do not count in titles: the program's list (English, whatever the site's language: so says topic-profile, and English titles stand in
/// blogs of any) and the site's own, which are put through titleWords() so that they are spelled as the words they are to meet.
[[nodiscard]] QSet<QString> stopWords(const QStringList &own);

/// The first `most` motifs of the titles, which are given newest post first.
[[nodiscard]] QStringList motifs(const QStringList &titles, const QSet<QString> &stopWords, int most = 4);

} // namespace quillway::analysis
