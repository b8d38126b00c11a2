// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/source_position.h"

namespace quillway::text {

/// Turns byte offsets of a text that is part of a file into places in that file. Offsets asked for in rising order cost one walk over the text in all;
/// going back starts again.
class PlaceTracker
{
public:
    /// `text` begins at column 1 of `firstLine` and outlives this.
    PlaceTracker(QByteArrayView text, int firstLine)
        : m_text(text)
        , m_firstLine(firstLine)
        , m_place { firstLine, 1 }
    { }

    [[nodiscard]] SourcePosition at(qsizetype offset);

private:
    QByteArrayView m_text;
    int m_firstLine;
    qsizetype m_offset = 0;
    SourcePosition m_place;
};

} // namespace quillway::text
