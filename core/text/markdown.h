// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/code_highlighter.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <functional>
#include <stop_token>

namespace quillway::text {

/// A heading of a text, in document order.
struct Heading {
    int level = 1; ///< 1 … 6
    QString text; ///< plain
    QString anchor; ///< its id on the page, unique within the text
    int line = 0; ///< 1-based, in the body

    friend bool operator==(const Heading &, const Heading &) = default;
};

/// A link or picture as the author wrote its destination (entities and escapes resolved, not percent-encoded).
struct Reference {
    enum class Kind { Link, Picture };
    Kind kind = Kind::Link;
    QString destination;
    QString text; ///< a picture's alt text, a link's plain text
    int line = 0; ///< 1-based, in the body
    int column = 0; ///< 1-based, code points
    bool fromHtml = false; ///< stands in raw HTML (href, src)

    friend bool operator==(const Reference &, const Reference &) = default;
};

/// A top-level element of the rendered HTML and the lines it came from. Blocks follow each other without gaps in the HTML; their
/// concatenation is the whole of it.
struct Block {
    qsizetype htmlBegin = 0; ///< bytes into Rendered::html
    qsizetype htmlEnd = 0;
    int firstLine = 0; ///< 1-based, in the body
    int lastLine = 0;

    friend bool operator==(const Block &, const Block &) = default;
};

/// A destination in the HTML: the bytes [begin, end) of Rendered::html hold references[reference].destination, URL-encoded and escaped
/// as it was written; resolveReferences() replaces them.
struct ReferenceSpan {
    qsizetype begin = 0;
    qsizetype end = 0;
    qsizetype reference = 0; ///< index into TextFacts::references
};

/// What a text says about itself: everything but its HTML.
struct TextFacts {
    QList<Heading> outline;
    QList<Reference> references;
    int words = 0; ///< letters-or-digits runs of the visible text, code blocks not counted; each CJK ideograph counts as one
    QString firstParagraph; ///< plain text of the first paragraph outside quotes, lists and tables; empty if there is none
    bool textAfterFirstParagraph = false; ///< other visible content follows it
    bool hasMath = false; ///< `$…$` or `$$…$$` outside code

    friend bool operator==(const TextFacts &, const TextFacts &) = default;
};

/// A body as HTML. A pure function of the body and the options, so that it can be kept by content: what depends on the rest of the site (where links
/// lead) is left in as spans.
struct Rendered {
    QByteArray html; ///< UTF-8, no wrapping element
    QList<Block> blocks;
    QList<ReferenceSpan> spans; ///< in order of `begin`
    TextFacts facts;
};

enum class RawHtml {
    Keep, ///< as the author wrote it: in the export
    Omit, ///< replaced by a comment: where nothing of the author's may act (feeds for the preview, summaries)
};

struct RenderOptions {
    RawHtml rawHtml = RawHtml::Keep;
    bool headingAnchors = true; ///< ids on headings, and a link to each
    bool highlightCode = true;
    int headingShift = 0; ///< added to each level (a body's `#` under the page's title becomes `h2`); never beyond h6
    QByteArray footnotePrefix; ///< keeps ids apart where several texts stand on one page
};

/// Renders GitHub-flavoured Markdown (CommonMark 0.29 as cmark-gfm reads it, tables, task lists, strikethrough, autolinks,
/// footnotes; GitHub's `> [!NOTE]` alerts). Any bytes are allowed: invalid UTF-8 becomes U+FFFD. Thread-safe; the highlighter is per thread.
/// `stop` ends the work early: the result is then nothing.
[[nodiscard]] std::optional<Rendered> renderMarkdown(QByteArrayView body, const RenderOptions &options, CodeHighlighter &highlighter,
                                                     std::stop_token stop = {});

/// Only the facts: the same as renderMarkdown(...).facts at less cost.
[[nodiscard]] TextFacts readText(QByteArrayView body);

/// One line of inline Markdown (titles of claims, notes, summaries) as HTML without a paragraph around it.
[[nodiscard]] QByteArray renderInline(QStringView markdown, RawHtml rawHtml = RawHtml::Omit);
/// The same as plain text.
[[nodiscard]] QString plainInline(QStringView markdown);

/// rendered.html with each destination replaced by what `resolve` gives for it (a URL, not escaped); the blocks' new places are put into
/// `blocks` if that is given.
using ResolveReference = std::function<QString(const Reference &)>;
[[nodiscard]] QByteArray resolveReferences(const Rendered &rendered, const ResolveReference &resolve, QList<Block> *blocks = nullptr);

/// Plain `text` cut to at most `length` characters at a word's end, with ` …` if anything was cut or `more` follows.
/// 0 leaves it whole.
[[nodiscard]] QString excerpt(const QString &text, int length, bool more);

} // namespace quillway::text
