// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/fuzzy.h"

namespace quillway::test {

/// `text` with its marks between brackets: how tests say what is marked.
inline QString marked(QString text, const QList<search::Mark> &marks)
{
    for (qsizetype i = marks.size() - 1; i >= 0; --i) {
        text.insert(marks.at(i).begin + marks.at(i).length, u']');
        text.insert(marks.at(i).begin, u'[');
    }
    return text;
}

} // namespace quillway::test
