// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <functional>

namespace quillway::text {

/// What a reader reads of one paragraph, with the place of each character in the source.
struct ProseBlock {
    QString text; ///< line ends as blanks; U+FFFC for inline code and addresses
    QList<qsizetype> places; ///< as many as there are characters

    void add(QChar c, qsizetype place)
    {
        text.append(c);
        places.append(place);
    }
    void clear()
    {
        text.clear();
        places.clear();
    }
};

/// Gives the paragraphs of a Markdown body (lines end with `\n`), those of lists and quotes too, one after the other; not headings, tables, code, raw HTML,
/// link definitions. A reading by lines: nesting beyond what lines show is not looked at. `visit` gives false to end it.
void forEachProseBlock(QStringView body, const std::function<bool(const ProseBlock &)> &visit);

} // namespace quillway::text
