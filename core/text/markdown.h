// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/text/code_highlighter.h"
#include "core/text/typography.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

namespace quillway::text {

class MarkdownTree;

/// A heading of a text, in document order.
struct Heading {
    int level = 1; ///< 1 … 6, as written: RenderOptions::headingShift does not count
    QString text; ///< plain, without a closing `{#id}`
    /// Its id on the page, unique within the text: the one of a closing `{#id}`, else by GitHub's rule (lower case; letters, marks, digits, `_` and `-` of
    /// every script kept, blanks to `-`, all else dropped; `-1`, `-2`, … behind one already taken).
    QString anchor;
    int line = 0; ///< 1-based, in the body
    bool isNested = false; ///< stands in a quote or a list: it is above no section of the text

    friend bool operator==(const Heading &, const Heading &) = default;
};

/// A link or picture as the author wrote its destination (entities and escapes resolved, not percent-encoded). Pictures inside a picture's alt text
/// are none. In raw HTML: each `href`, `src`, `srcset` candidate and `poster`; only those of `img` are pictures.
struct Reference {
    enum class Kind { Link, Picture };
    Kind kind = Kind::Link;
    QString destination;
    QString text; ///< a picture's alt text, a link's plain text (of pictures in it, theirs; empty in raw HTML)
    int line = 0; ///< 1-based, in the body
    int column = 0; ///< 1-based, code points
    bool fromHtml = false; ///< stands in raw HTML (href, src)

    friend bool operator==(const Reference &, const Reference &) = default;
};

/// A top-level element of the rendered HTML and the lines it came from. Blocks follow each other without gaps in the HTML; their
/// concatenation is the whole of it. Raw HTML that leaves an element open makes one block with all that follows until it is closed. The
/// footnotes' section is one block, with the lines from the first to the last of its definitions.
struct Block {
    qsizetype htmlBegin = 0; ///< bytes into Rendered::html
    qsizetype htmlEnd = 0;
    int firstLine = 0; ///< 1-based, in the body
    int lastLine = 0;

    friend bool operator==(const Block &, const Block &) = default;
};

/// A destination in the HTML: the bytes [begin, end) of Rendered::html hold references[reference].destination, URL-encoded and escaped
/// as it was written, always between quotation marks; resolveReferences() replaces them.
struct ReferenceSpan {
    qsizetype begin = 0;
    qsizetype end = 0;
    qsizetype reference = 0; ///< index into TextFacts::references
    bool isBarePicture = false; ///< the `src` of an `<img>` of which nothing is said yet about size, versions and loading
};

/// What a text says about itself: everything but its HTML.
struct TextFacts {
    QList<Heading> outline;
    QList<Reference> references;
    /// Runs of letters or digits in the visible text (an apostrophe inside does not end one); each CJK ideograph counts as one. Code in
    /// the line counts, code blocks, raw HTML's tags and pictures' alt texts do not.
    int words = 0;
    /// Plain text of the first paragraph outside quotes, lists and tables, one of raw HTML too if its block begins with it; empty if there is none.
    QString firstParagraph;
    bool textAfterFirstParagraph = false; ///< other visible content follows it
    bool hasMath = false; ///< `$…$` or `$$…$$` outside code (Pandoc's rule for what is money), or a block of language `math`

    friend bool operator==(const TextFacts &, const TextFacts &) = default;
};

/// Whether `$…$` and `$$…$$` are formulas (markdown/math.h says which are).
enum class Formulas { AreText, AreRead };

/// A formula or diagram that is shown as it is written.
struct InsetProblem {
    ErrorCode code = ErrorCode::BadFormula; ///< or BadDiagram
    int line = 1; ///< from the text's first: on which a formula begins, a diagram is wrong
    QString what;
};

/// A body as HTML. A pure function of the body and the options, so that it can be kept by content: what depends on the rest of the site (where links
/// lead) is left in as spans.
struct Rendered {
    QByteArray html; ///< UTF-8, no wrapping element
    QList<Block> blocks;
    QList<ReferenceSpan> spans; ///< in order of `begin`
    TextFacts facts;
    QList<InsetProblem> insetProblems; ///< in no order
};

class FormulaRenderer;
class DiagramRenderer;

enum class RawHtml {
    Keep, ///< as the author wrote it: in the export
    /// Replaced by a comment, and destinations that could act (`javascript:` and the like) by nothing: where nothing of the author's may act
    /// (summaries, notes). Such references have no span.
    Omit,
};

/// How the HTML is dressed.
enum class Flavour {
    /// For a page of the site. What it adds to the bare elements:
    /// - headings: `<div class="heading"><h2 id="x">…</h2><a class="anchor" href="#x" aria-labelledby="x"></a></div>`; the link has
    ///   no text of its own (the style sheet draws its sign) and is named by its heading; a heading without text has none;
    /// - code blocks: `<div class="code" data-language="Go" data-title="main.go"><pre tabindex="0" role="group" aria-label="Go"><code
    ///   class="language-go">…`, coloured by CodeHighlighter; `data-info` holds what else the info string says; where it asks for numbers or marks, each line is
    ///   `<span class="line marked" data-line="7">…`, its line end within;
    /// - tables: `<div class="table" tabindex="0" role="group" aria-label="Table"><table>…`, cells with the classes `align-left`,
    ///   `align-center`, `align-right`;
    /// - lists that are in no other: `<ul dir="auto">`, as their markers stand where their text begins;
    /// - task lists: `<li class="task"><input type="checkbox" … aria-label="Done">`;
    /// - alerts (`> [!NOTE]`): `<div class="alert alert-note" role="note"><p class="alert-title">Note</p>…`;
    /// - footnotes: `<sup class="footnote-ref"><a id="fnref:1" href="#fn:1" role="doc-noteref">1</a></sup>`, and at the end `<section
    ///   class="footnotes" role="doc-endnotes" …><ol dir="auto"><li id="fn:1">… <a class="footnote-back" href="#fnref:1" role="doc-backlink" …>`.
    Site,
    /// The bare elements alone, as in the specifications' examples and (but for strong emphasis directly within strong emphasis) byte for byte what
    /// cmark-gfm's own renderer gives: for feeds, which bring no style sheet.
    Plain,
};

/// The few words that Flavour::Site puts into a page, in the page's language: plain text.
struct RenderWording {
    QString note = QStringLiteral("Note");
    QString tip = QStringLiteral("Tip");
    QString important = QStringLiteral("Important");
    QString warning = QStringLiteral("Warning");
    QString caution = QStringLiteral("Caution");
    QString code = QStringLiteral("Code"); ///< names a code block whose language is not known
    QString table = QStringLiteral("Table");
    QString taskDone = QStringLiteral("Done");
    QString taskOpen = QStringLiteral("To do");
    QString footnotes = QStringLiteral("Footnotes");
    QString formula = QStringLiteral("Formula");
    QString diagram = QStringLiteral("Diagram"); ///< names a diagram without a title
    QString backToReference = QStringLiteral("Back to reference %1");

    friend bool operator==(const RenderWording &, const RenderWording &) = default;
};

struct RenderOptions {
    RawHtml rawHtml = RawHtml::Keep;
    Flavour flavour = Flavour::Site;
    bool highlightCode = true; ///< colours in code blocks; Flavour::Plain never has them
    int headingShift = 0; ///< added to each level (1: a body's `#` becomes `h2` under the page's title); never beyond h1 and h6
    QByteArray footnotePrefix; ///< keeps ids apart where several texts stand on one page; letters, digits and hyphens
    RenderWording wording;
    Formulas formulas = Formulas::AreText; ///< a tree that is there already has its own answer
    /// Sets formulas, and code blocks of language `math`, in Flavour::Site, as MathML: `<math>` in the line, else in a `<span class="formula" …>` of its own.
    /// Without it, and where it cannot, they are as written.
    FormulaRenderer *formulaRenderer = nullptr;
    /// Draws code blocks of the languages `dot` and `graphviz` in Flavour::Site, but for those that ask for numbers or marks on their lines: these are shown as
    /// code. `<figure class="diagram" …>`, its title below. Without it, and where it cannot, they are as written.
    DiagramRenderer *diagramRenderer = nullptr;
    /// Marks as a typesetter puts them, in text alone: never in code, math, raw HTML, addresses; `\"` and `&quot;` stay what they are. Facts are those of
    /// the text as it was written.
    std::optional<Typography> typography;
};

/// A body with its syntax tree, for who needs both its facts and its HTML: parsing is the greater part of either. Immutable and shared; several threads may
/// read one.
class ParsedMarkdown
{
public:
    /// Nothing if stopped.
    [[nodiscard]] static std::optional<ParsedMarkdown> parse(const QByteArray &body, Formulas formulas = Formulas::AreText,
                                                             const std::stop_token &stop = {});

    [[nodiscard]] const QByteArray &body() const { return m_body; }
    [[nodiscard]] const MarkdownTree &tree() const { return *m_tree; }

private:
    ParsedMarkdown(const QByteArray &body, std::shared_ptr<const MarkdownTree> tree);

    QByteArray m_body;
    std::shared_ptr<const MarkdownTree> m_tree;
};

/// Renders GitHub-flavoured Markdown (CommonMark 0.29 as cmark-gfm reads it, tables, task lists, strikethrough, autolinks,
/// footnotes; GitHub's `> [!NOTE]` alerts). Any bytes are allowed: invalid UTF-8 and NUL become U+FFFD. Thread-safe; the highlighter is per thread.
/// `stop` ends the work early: the result is then nothing.
[[nodiscard]] std::optional<Rendered> renderMarkdown(QByteArrayView body, const RenderOptions &options, CodeHighlighter &highlighter,
                                                     const std::stop_token &stop = {});

[[nodiscard]] std::optional<Rendered> renderMarkdown(const ParsedMarkdown &parsed, const RenderOptions &options,
                                                     CodeHighlighter &highlighter, const std::stop_token &stop = {});

/// Only the facts: the same as renderMarkdown(...).facts at less cost.
[[nodiscard]] TextFacts readText(QByteArrayView body, Formulas formulas = Formulas::AreText);
[[nodiscard]] TextFacts readText(const ParsedMarkdown &parsed);

/// One line of inline Markdown (titles of claims, notes, summaries) as HTML without a paragraph around it. Nothing in it makes a block: `1. x` and `# x`
/// stay text. Line ends count as blanks.
[[nodiscard]] QByteArray renderInline(QStringView markdown, RawHtml rawHtml = RawHtml::Omit,
                                      const std::optional<Typography> &typography = {});
/// The same as plain text.
[[nodiscard]] QString plainInline(QStringView markdown);

/// rendered.html with each destination replaced by what `resolve` gives for it (a URL, not escaped); the blocks' new places are put into
/// `blocks` if that is given. What `describe` gives for a bare picture (attributes, each with a blank before it) is set in behind its `src`.
using ResolveReference = std::function<QString(const Reference &)>;
using DescribePicture = std::function<QByteArray(const Reference &)>;
[[nodiscard]] QByteArray resolveReferences(const Rendered &rendered, const ResolveReference &resolve, QList<Block> *blocks = nullptr,
                                           const DescribePicture &describe = {});

/// Plain `text` cut to at most `length` characters (grapheme clusters, the ` …` not counted) at a word's end, with ` …` if anything was cut or
/// `more` follows. 0 leaves it whole. Scripts that put no blanks between words are cut where Unicode ends a word (UAX #29); a single word that
/// is too long, within it.
[[nodiscard]] QString excerpt(const QString &text, int length, bool more);

} // namespace quillway::text
