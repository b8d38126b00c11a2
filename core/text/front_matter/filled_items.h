// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace quillway::text {

/// A YAML text in which empty items of block lists (`-` alone) may have been filled with a null (`- ~`), because libfyaml 0.8 takes an empty item of a list at
/// its key's own indentation for a fault. Knows the offsets of the text as it was.
class FilledItems
{
public:
    explicit FilledItems(QByteArrayView original)
        : m_text(QByteArray::fromRawData(original.data(), original.size()))
    { }

    [[nodiscard]] QByteArrayView text() const { return m_text; }
    [[nodiscard]] bool isFilled() const { return !m_filled.isEmpty(); }

    /// Fills the last empty item before `offset` (of text()), if there is nothing but blanks and comments between the two; false if there is none.
    [[nodiscard]] bool fillBefore(qsizetype offset);

    /// The offset in the text as it was of `offset` in text(); those of the filling are those of the place where it stands.
    [[nodiscard]] qsizetype original(qsizetype offset) const;

private:
    QByteArray m_text;
    QList<qsizetype> m_filled; ///< offsets of the fillings in m_text, rising
};

} // namespace quillway::text
