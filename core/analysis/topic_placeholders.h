// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace quillway::analysis {

/// A name in a topic's text that stands for no fact.
struct UnknownFact {
    QString name; ///< as written: `topic.foo`, or `foo` for a name that is not behind `topic.`
    qsizetype offset = 0; ///< UTF-16 units into the text
    friend bool operator==(const UnknownFact &, const UnknownFact &) = default;
};

/// The facts named in `text` (`{{ topic.x|… }}`, `{% if topic.x %}`) that topicFactNames() does not have. Names other than `topic` count where they stand first
/// in `{{ … }}`, unless the text has blocks (`{% for x in … %}`), which may make names of their own.
[[nodiscard]] QList<UnknownFact> unknownFacts(const QString &text);

} // namespace quillway::analysis
