// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>
#include <vector>

namespace quillway::importing {

/// A node of an HTML text as a browser would have it.
struct HtmlNode {
    enum class Kind { Element, Text, Comment };
    Kind kind = Kind::Element;
    QString name; ///< of an element, lower case
    QString text; ///< of a text or comment, references resolved
    QList<std::pair<QString, QString>> attributes; ///< names in lower case
    std::vector<HtmlNode> children;
    qsizetype begin = -1; ///< bytes of the HTML, tags included; -1 for what the parser made itself
    qsizetype end = -1;

    [[nodiscard]] bool is(QLatin1StringView element) const { return kind == Kind::Element && name == element; }
    [[nodiscard]] QString attribute(QLatin1StringView attributeName) const; ///< empty if absent
    [[nodiscard]] bool hasClass(QLatin1StringView className) const;
    [[nodiscard]] QString allText() const; ///< of everything below, scripts and styles apart
    /// The first element below (depth first) that is called `element`; null if there is none.
    [[nodiscard]] const HtmlNode *find(QLatin1StringView element) const;
    [[nodiscard]] int count(QLatin1StringView element) const; ///< below
};

/// The body of `html` (UTF-8; a fragment or a whole document) by the HTML standard's own algorithm (Gumbo). Nothing if it is larger than 4 MB, or nested deeper than any
/// honest text, where that algorithm would take time or memory beyond all measure.
[[nodiscard]] std::optional<HtmlNode> parseHtml(const QByteArray &html);

} // namespace quillway::importing
