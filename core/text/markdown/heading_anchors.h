// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QSet>
#include <QString>

namespace quillway::text {

/// `heading` as an id by GitHub's rule: lower case; letters, marks, digits, `_` and `-` of every script kept, each blank to `-`, all else dropped. `section`
/// if nothing is left, since an id may not be empty.
[[nodiscard]] QString anchorFor(QStringView heading);

/// Gives each heading of one text an id of its own.
class HeadingAnchors
{
public:
    /// `wanted`, or with the first of `-1`, `-2`, … that is free. Ids of footnotes (`fn:…`, `fnref:…`) are never given.
    [[nodiscard]] QString claim(const QString &wanted);

private:
    QSet<QString> m_taken;
    QHash<QString, int> m_nextNumber;
};

} // namespace quillway::text
