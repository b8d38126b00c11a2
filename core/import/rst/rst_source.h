// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <utility>

namespace quillway::importing {

/// A text in reStructuredText taken apart (https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html).
struct RstSource {
    QString title; ///< without its markup; empty if the text does not begin with one
    QList<std::pair<QString, QString>> fields; ///< of the list below the title, each value on one line
    QString body; ///< the rest, and what stands before the title
};

[[nodiscard]] RstSource takeRstApart(const QString &text);

/// `body` with what neither docutils nor pandoc has, but blogs do, in words that both have: embedded videos; options of code blocks that only Sphinx and
/// Pelican know go. Files that it wants read in (`include`) become literal blocks: a text says nothing of other files here.
[[nodiscard]] QString inPlainRst(const QString &body);

} // namespace quillway::importing
