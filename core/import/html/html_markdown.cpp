// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/html/html_markdown.h"

#include "core/import/code_ranges.h"
#include "core/import/constructs.h"
#include "core/import/html/html_tree.h"
#include "core/text/writing/inline_marks.h"
#include "core/text/writing/markdown_writer.h"

#include <QRegularExpression>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace quillway::importing {

namespace {

using text::CellAlignment;
using text::MarkdownWriter;
using text::TextRun;
using text::TextRuns;
using Kind = HtmlNode::Kind;

template<size_t size>
bool isOneOf(const QString &name, const std::array<QLatin1StringView, size> &names)
{
    return std::ranges::any_of(names, [&](QLatin1StringView other) { return name == other; });
}

/// Blocks that only hold others.
constexpr std::array containers { "div"_L1,    "section"_L1, "article"_L1, "main"_L1, "header"_L1, "footer"_L1,   "aside"_L1, "nav"_L1,
                                  "center"_L1, "address"_L1, "hgroup"_L1,  "body"_L1, "html"_L1,   "fieldset"_L1, "figure"_L1 };
/// What Markdown has no word for: it stays HTML.
constexpr std::array kept { "script"_L1,   "style"_L1,  "form"_L1,   "object"_L1,   "embed"_L1,   "video"_L1, "audio"_L1,    "svg"_L1,
                            "math"_L1,     "canvas"_L1, "iframe"_L1, "dl"_L1,       "details"_L1, "map"_L1,   "template"_L1, "frameset"_L1,
                            "noscript"_L1, "button"_L1, "select"_L1, "textarea"_L1, "picture"_L1, "link"_L1,  "meta"_L1 };
/// Inline elements that say something and stay tags.
constexpr std::array inlineTags { "kbd"_L1,  "sub"_L1, "sup"_L1, "mark"_L1,    "ins"_L1, "abbr"_L1,  "q"_L1,
                                  "cite"_L1, "dfn"_L1, "var"_L1, "samp"_L1,    "u"_L1,   "small"_L1, "time"_L1,
                                  "ruby"_L1, "rt"_L1,  "rp"_L1,  "acronym"_L1, "bdi"_L1, "bdo"_L1 };

bool isBlank(const QString &text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.isSpace() && c != QChar::Nbsp; });
}

int headingLevel(const HtmlNode &node)
{
    return node.kind == Kind::Element && node.name.size() == 2 && node.name[0] == u'h' && node.name[1] >= u'1' && node.name[1] <= u'6'
        ? node.name[1].digitValue()
        : 0;
}

/// True if the node stands in a line of text.
bool isInline(const HtmlNode &node)
{
    if (node.kind != Kind::Element)
        return node.kind == Kind::Text;
    static constexpr std::array others { "p"_L1,     "blockquote"_L1, "ul"_L1, "ol"_L1, "li"_L1,        "pre"_L1,
                                         "table"_L1, "hr"_L1,         "dt"_L1, "dd"_L1, "tr"_L1,        "tbody"_L1,
                                         "thead"_L1, "tfoot"_L1,      "td"_L1, "th"_L1, "figcaption"_L1 };
    return headingLevel(node) == 0 && !isOneOf(node.name, containers) && !isOneOf(node.name, kept) && !isOneOf(node.name, others);
}

bool hasOnlyInline(const HtmlNode &node)
{
    return std::ranges::all_of(
        node.children, [](const HtmlNode &child) { return child.kind == Kind::Comment || (isInline(child) && hasOnlyInline(child)); });
}

bool isSpaceOnly(const HtmlNode &node)
{
    return node.kind == Kind::Comment || (node.kind == Kind::Text && isBlank(node.text));
}

/// The only child that is not blank; null if there are none or several.
const HtmlNode *onlyChild(const HtmlNode &node)
{
    const HtmlNode *only = nullptr;
    for (const HtmlNode &child : node.children) {
        if (isSpaceOnly(child))
            continue;
        if (only)
            return nullptr;
        only = &child;
    }
    return only;
}

/// One that holds no more than blanks: editors make paragraphs apart with them.
bool isEmptyParagraph(const HtmlNode &node)
{
    const QString text = node.allText();
    return node.children.size() == 1 && node.children.front().kind == Kind::Text
        && std::ranges::all_of(text, [](QChar c) { return c.isSpace(); });
}

/// The language of `<pre>` or its `<code>` by the names that highlighters have.
QString languageOf(const HtmlNode &node)
{
    for (const QLatin1StringView name : { "data-lang"_L1, "data-language"_L1, "lang"_L1 }) {
        if (const QString value = node.attribute(name); !value.isEmpty())
            return value;
    }
    const QString classes = node.attribute("class"_L1);
    static const QRegularExpression named(u"(?:language-|lang-|lang:|brush:\\s*|highlight-source-)([\\w#+.-]+)"_s);
    if (const auto match = named.match(classes); match.hasMatch())
        return match.captured(1);
    static const QRegularExpression hljs(u"\\bhljs\\s+([\\w#+.-]+)"_s);
    if (const auto match = hljs.match(classes); match.hasMatch())
        return match.captured(1);
    const HtmlNode *only = onlyChild(node);
    return only && only->is("code"_L1) ? languageOf(*only) : QString();
}

/// A page that shows what a frame embeds; empty if the frame is none of a video's.
QString videoLink(const QString &address)
{
    const QUrl url(address.startsWith("//"_L1) ? "https:"_L1 + address : address.trimmed());
    QString host = url.host();
    if (host.startsWith("www."_L1))
        host = host.sliced(4);
    if (host == "youtube.com"_L1 || host == "youtube-nocookie.com"_L1 || host == "m.youtube.com"_L1) {
        const QString path = url.path();
        for (const QLatin1StringView folder : { "/embed/"_L1, "/v/"_L1, "/shorts/"_L1, "/live/"_L1 }) {
            if (path.startsWith(folder))
                return youtubeLink(path.sliced(folder.size()).section(u'/', 0, 0));
        }
        return path == "/watch"_L1 ? youtubeLink(QUrlQuery(url).queryItemValue(u"v"_s)) : QString();
    }
    if (host == "youtu.be"_L1)
        return youtubeLink(url.path().sliced(std::min<qsizetype>(1, url.path().size())));
    static const QRegularExpression number(u"/(?:video/)?(\\d+)\\z"_s);
    if (const auto match = number.match(url.path()); match.hasMatch() && (host == "player.vimeo.com"_L1 || host == "vimeo.com"_L1))
        return u"[Video](https://vimeo.com/%1)"_s.arg(match.captured(1));
    return {};
}

/// The kind of box that a class says an element is; empty if none.
QString alertKind(const HtmlNode &node)
{
    static const QRegularExpression names(
        u"(?:\\A|[\\s_-])(note|info|tip|hint|important|warning|warn|caution|danger|error|attention|success)(?=[\\s_-]|\\z)"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression boxes(
        u"(?:\\A|[\\s_-])(?:alert|admonition|callout|notice|message|box|panel|note|tip|warning|info)(?:[\\s_-]|\\z)"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QString classes = node.attribute("class"_L1);
    if (node.hasClass("kg-callout-card"_L1))
        return u"note"_s;
    QString kind;
    // `note warning`: the second one tells more.
    for (const QRegularExpressionMatch &match : names.globalMatch(classes)) {
        if (kind.isEmpty() || kind.compare("note"_L1, Qt::CaseInsensitive) == 0 || kind.compare("info"_L1, Qt::CaseInsensitive) == 0)
            kind = match.captured(1);
    }
    return boxes.match(classes).hasMatch() ? kind : QString();
}

struct InlineState {
    bool strong = false;
    bool emphasis = false;
    bool struck = false;
    QString destination {};
};

/// Writes a tree as Markdown. Recursive: parseHtml() has seen to the depth.
class TreeWriter
{
public:
    TreeWriter(const QByteArray &html, BodyTurn &turn)
        : m_html(html)
        , m_turn(turn)
    { }

    void writeBlocks(const HtmlNode &parent)
    {
        for (const HtmlNode &child : parent.children) {
            if (isInline(child)) {
                addInline(child, m_state);
                continue;
            }
            if (child.kind == Kind::Comment) {
                writeComment(child);
                continue;
            }
            endParagraph();
            writeBlock(child);
        }
        endParagraph();
    }

    [[nodiscard]] QString markdown() const { return m_writer.lines().join(u'\n'); }
    [[nodiscard]] bool isComplete() const { return m_keptWhole == 0; }

private:
    void note(NoteKind kind, const QString &detail) { m_turn.notes.append({ kind, 0, detail.simplified().left(160) }); }

    void endParagraph() { m_writer.addParagraph(std::exchange(m_runs, {})); }

    /// Inlines as Markdown of their own.
    [[nodiscard]] QString inlineText(const HtmlNode &node, text::LineBreaks breaks = text::LineBreaks::Blank)
    {
        const TextRuns before = std::exchange(m_runs, {});
        for (const HtmlNode &child : node.children)
            addInline(child, {});
        const QString rendered = text::renderRuns(std::exchange(m_runs, before), breaks);
        return rendered;
    }

    void writeComment(const HtmlNode &comment)
    {
        static const QRegularExpression more(u"\\A\\s*(?:wp:)?(?:more|excerpt)\\b"_s);
        static const QRegularExpression blocks(
            u"\\A\\s*/?wp:|\\A\\s*kg-card-|\\A\\s*nextpage|\\A\\[if|\\A\\s*StartFragment|\\A\\s*EndFragment"_s);
        if (blocks.match(comment.text).hasMatch() || isBlank(comment.text))
            return;
        endParagraph();
        if (more.match(comment.text).hasMatch())
            return m_writer.addAsItIs({ u"<!--more-->"_s });
        if (!comment.text.contains("--"_L1))
            keepSource(comment);
    }

    void writeBlock(const HtmlNode &node)
    {
        if (const int level = headingLevel(node))
            return writeHeading(node, level);
        if (node.is("p"_L1) || node.is("figcaption"_L1))
            return isEmptyParagraph(node) ? void() : writeBlocks(node);
        if (node.is("blockquote"_L1))
            return writeQuote(node);
        if (node.is("ul"_L1) || node.is("ol"_L1))
            return writeList(node);
        if (node.is("li"_L1)) // one without its list
            return writeItem(node);
        if (node.is("pre"_L1))
            return writeCode(node);
        if (node.is("table"_L1))
            return writeTable(node);
        if (node.is("hr"_L1))
            return m_writer.addRule();
        if (node.is("figure"_L1))
            return writeFigure(node);
        if (node.is("iframe"_L1) || node.is("embed"_L1) || node.is("object"_L1))
            return writeFrame(node);
        if (isOneOf(node.name, kept))
            return keep(node);
        if (const QString alert = alertKind(node); !alert.isEmpty())
            return writeAlert(node, alert);
        if (node.hasClass("highlight"_L1) || node.hasClass("highlighter-rouge"_L1)) {
            if (const HtmlNode *code = node.find("pre"_L1); code && node.count("pre"_L1) == 1)
                return writeCode(*code, languageOf(node));
        }
        writeBlocks(node);
    }

    void writeHeading(const HtmlNode &node, int level)
    {
        if (!hasOnlyInline(node))
            return keep(node);
        TextRuns runs;
        std::swap(runs, m_runs);
        for (const HtmlNode &child : node.children)
            addInline(child, {});
        std::swap(runs, m_runs);
        static const QRegularExpression plainId(u"\\A[A-Za-z][\\w.:-]*\\z"_s);
        if (const QString id = node.attribute("id"_L1); !runs.isEmpty() && plainId.match(id).hasMatch())
            runs.append({ TextRun::Kind::Markup, u" {#"_s + id + u'}', false, false, false, {} });
        m_writer.addHeading(level, runs);
    }

    void writeQuote(const HtmlNode &node)
    {
        m_writer.open(MarkdownWriter::Container::Quote);
        writeBlocks(node);
        m_writer.close();
    }

    void writeAlert(const HtmlNode &node, const QString &kind)
    {
        const auto sign = alertBlock(kind, {}, u"x"_s);
        m_writer.open(MarkdownWriter::Container::Quote);
        if (sign)
            m_writer.addAsItIs({ sign->section(u'\n', 0, 0).sliced(2) });
        writeBlocks(node);
        m_writer.close();
        if (sign)
            note(NoteKind::ConstructTurned, u"<%1 class=\"%2\">"_s.arg(node.name, node.attribute("class"_L1)));
    }

    void writeList(const HtmlNode &node)
    {
        const bool numbered = node.is("ol"_L1);
        bool isNumber = false;
        const int start = node.attribute("start"_L1).toInt(&isNumber);
        m_writer.open(numbered ? MarkdownWriter::Container::Numbers : MarkdownWriter::Container::Bullets,
                      isNumber && start >= 0 && start < 999'999 ? start : 1);
        for (const HtmlNode &child : node.children) {
            if (isSpaceOnly(child))
                continue;
            if (child.is("li"_L1))
                writeItem(child);
            else if (isInline(child)) {
                addInline(child, m_state);
                endParagraph();
            } else {
                writeBlock(child);
            }
        }
        m_writer.close();
    }

    void writeItem(const HtmlNode &node)
    {
        m_writer.open(MarkdownWriter::Container::Item);
        writeBlocks(node);
        m_writer.close();
    }

    void writeCode(const HtmlNode &node, const QString &outerLanguage = {})
    {
        QString code = node.allText();
        code.replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n').replace(QChar::Nbsp, u' ');
        if (code.startsWith(u'\n'))
            code.removeFirst();
        while (code.endsWith(u'\n'))
            code.chop(1);
        QString language = languageOf(node);
        if (language.isEmpty())
            language = outerLanguage;
        m_writer.addCode(code, language.remove(u'`').section(u' ', 0, 0));
    }

    static void rowsOf(const HtmlNode &node, QList<const HtmlNode *> &rows)
    {
        for (const HtmlNode &child : node.children) {
            if (child.is("tr"_L1))
                rows.append(&child);
            else if (child.is("thead"_L1) || child.is("tbody"_L1) || child.is("tfoot"_L1))
                rowsOf(child, rows);
        }
    }

    static QList<const HtmlNode *> cellsOf(const HtmlNode &row)
    {
        QList<const HtmlNode *> cells;
        for (const HtmlNode &child : row.children) {
            if (child.is("td"_L1) || child.is("th"_L1))
                cells.append(&child);
        }
        return cells;
    }

    static CellAlignment alignmentOf(const HtmlNode &cell)
    {
        static const QRegularExpression style(u"text-align:\\s*(left|right|center)"_s);
        QString align = cell.attribute("align"_L1).toLower();
        if (const auto match = style.match(cell.attribute("style"_L1)); match.hasMatch())
            align = match.captured(1);
        return align == "center"_L1 ? CellAlignment::Centre
            : align == "right"_L1   ? CellAlignment::Right
            : align == "left"_L1    ? CellAlignment::Left
                                    : CellAlignment::None;
    }

    /// Cells of a line of text each, none of which spans others.
    static bool isPlainTable(const QList<const HtmlNode *> &rows)
    {
        qsizetype columns = 0;
        for (const HtmlNode *row : rows) {
            for (const HtmlNode *cell : cellsOf(*row)) {
                const bool spans = cell->attribute("colspan"_L1).toInt() > 1 || cell->attribute("rowspan"_L1).toInt() > 1;
                const HtmlNode *paragraph = onlyChild(*cell);
                if (spans || !(hasOnlyInline(*cell) || (paragraph && paragraph->is("p"_L1) && hasOnlyInline(*paragraph))))
                    return false;
            }
            columns = std::max(columns, cellsOf(*row).size());
        }
        return columns > 1 && columns <= 100 && rows.size() > 1;
    }

    void writeTable(const HtmlNode &node)
    {
        QList<const HtmlNode *> rows;
        rowsOf(node, rows);
        if (!isPlainTable(rows))
            return keep(node);
        text::Table table;
        for (const HtmlNode *row : std::as_const(rows)) {
            QStringList texts;
            for (const HtmlNode *cell : cellsOf(*row)) {
                const HtmlNode *paragraph = onlyChild(*cell);
                texts.append(text::escapedCell(inlineText(paragraph && paragraph->is("p"_L1) ? *paragraph : *cell, text::LineBreaks::Tag)));
                if (table.columns.size() < texts.size())
                    table.columns.append(alignmentOf(*cell));
            }
            table.rows.append(texts);
        }
        // Markdown has no table without a head.
        const bool hasHead = std::ranges::any_of(cellsOf(*rows.first()), [](const HtmlNode *cell) { return cell->is("th"_L1); })
            || node.find("thead"_L1);
        if (!hasHead)
            table.rows.prepend(QStringList(table.columns.size()));
        for (QStringList &row : table.rows)
            row.resize(table.columns.size());
        m_writer.addTable(table);
        if (const HtmlNode *caption = node.find("caption"_L1)) {
            const QString text = inlineText(*caption);
            if (!text.isEmpty())
                m_writer.addParagraph({ { TextRun::Kind::Markup, text, false, true, false, {} } });
        }
    }

    /// A picture with its caption; pictures side by side one below the other; what else a figure holds, and its caption below.
    void writeFigure(const HtmlNode &node)
    {
        const HtmlNode *caption = node.find("figcaption"_L1);
        if (node.hasClass("kg-bookmark-card"_L1))
            return writeBookmark(node);
        if (node.hasClass("wp-block-embed"_L1) || node.hasClass("kg-embed-card"_L1)) {
            const QString address = node.allText().section(u'\n', 0, -1).simplified().section(u' ', 0, 0);
            if (!node.find("iframe"_L1) && address.startsWith("http"_L1)) {
                writeEmbedded(address);
                return writeCaption(caption);
            }
        }
        const bool isPicture = node.count("img"_L1) == 1 && !node.find("table"_L1) && !node.find("pre"_L1) && !node.find("blockquote"_L1);
        if (isPicture) {
            const HtmlNode *image = node.find("img"_L1);
            const HtmlNode *link = node.find("a"_L1);
            const QString target = link && link->find("img"_L1) ? link->attribute("href"_L1) : QString();
            TextRun run {
                TextRun::Kind::Markup, pictureOf(*image, caption ? caption->allText().simplified() : QString()), false, false, false, target
            };
            const bool captionHasLinks = caption && caption->find("a"_L1);
            m_writer.addParagraph({ run });
            if (captionHasLinks) // a title can hold none
                writeCaption(caption);
            return;
        }
        for (const HtmlNode &child : node.children) {
            if (&child == caption)
                continue;
            if (child.is("img"_L1) || child.is("a"_L1)) {
                addInline(child, {});
                endParagraph();
            } else if (isInline(child)) {
                addInline(child, {});
            } else if (child.kind == Kind::Element) {
                endParagraph();
                child.is("figcaption"_L1) ? writeCaption(&child) : writeBlock(child);
            }
        }
        endParagraph();
        writeCaption(caption);
    }

    void writeCaption(const HtmlNode *caption)
    {
        if (const QString text = caption ? inlineText(*caption) : QString(); !text.isEmpty())
            m_writer.addParagraph({ { TextRun::Kind::Markup, text, false, !text.contains(u'*'), false, {} } });
    }

    void writeBookmark(const HtmlNode &node)
    {
        const HtmlNode *link = node.find("a"_L1);
        if (!link)
            return writeBlocks(node);
        QString title, description;
        const auto look = [&](const auto &self, const HtmlNode &from) -> void {
            for (const HtmlNode &child : from.children) {
                if (child.hasClass("kg-bookmark-title"_L1))
                    title = child.allText().simplified();
                else if (child.hasClass("kg-bookmark-description"_L1))
                    description = child.allText().simplified();
                else
                    self(self, child);
            }
        };
        look(look, *link);
        const QString target = link->attribute("href"_L1);
        TextRuns runs { { TextRun::Kind::Text, title.isEmpty() ? target : title, false, false, false, target } };
        if (!description.isEmpty())
            runs.append({ TextRun::Kind::Text, u" – "_s + description, false, false, false, {} });
        m_writer.addParagraph(runs);
        writeCaption(node.find("figcaption"_L1));
    }

    void writeEmbedded(const QString &address)
    {
        const QString video = videoLink(address);
        note(NoteKind::ConstructTurned, address);
        m_writer.addParagraph({ { TextRun::Kind::Markup, video.isEmpty() ? u'<' + address + u'>' : video, false, false, false, {} } });
    }

    void writeFrame(const HtmlNode &node)
    {
        QString address = node.attribute("src"_L1);
        for (const QLatin1StringView name : { "data-src"_L1, "data"_L1 }) {
            if (address.isEmpty() || address.startsWith("about:"_L1))
                address = node.attribute(name);
        }
        const QString video = videoLink(address);
        if (video.isEmpty())
            return keep(node);
        note(NoteKind::ConstructTurned, u"<%1 src=\"%2\">"_s.arg(node.name, address));
        m_writer.addParagraph({ { TextRun::Kind::Markup, video, false, false, false, {} } });
    }

    /// The element as it was written.
    void keep(const HtmlNode &node)
    {
        ++m_keptWhole;
        note(NoteKind::ConstructKept, sourceText(node).left(200));
        keepSource(node);
    }

    [[nodiscard]] QString sourceText(const HtmlNode &node) const
    {
        return node.begin < 0 ? QString() : QString::fromUtf8(QByteArrayView(m_html).sliced(node.begin, node.end - node.begin));
    }

    /// An HTML block ends at a blank line, so it has none; in preformatted text a comment stands for it.
    void keepSource(const HtmlNode &node)
    {
        QStringList lines;
        QString source = sourceText(node);
        source.replace("\r\n"_L1, "\n"_L1);
        const bool isRaw = node.is("script"_L1) || node.is("style"_L1) || node.is("textarea"_L1) || node.kind == Kind::Comment;
        bool inPre = false;
        for (const QString &line : source.split(u'\n')) {
            if (isRaw)
                lines.append(line);
            else if (!isBlank(line))
                lines.append(inPre ? line : line.trimmed());
            else if (inPre)
                lines.append(u"<!-- -->"_s);
            const qsizetype open = line.lastIndexOf("<pre"_L1, -1, Qt::CaseInsensitive);
            const qsizetype close = line.lastIndexOf("</pre"_L1, -1, Qt::CaseInsensitive);
            inPre = open > close || (inPre && close < 0);
        }
        m_writer.addAsItIs(lines);
    }

    // Inline

    void addRun(TextRun::Kind kind, const QString &text, const InlineState &state)
    {
        m_runs.append({ kind, text, state.strong, state.emphasis, state.struck, state.destination });
    }

    void addInline(const HtmlNode &node, const InlineState &outer)
    {
        if (node.kind == Kind::Comment)
            return;
        if (node.kind == Kind::Text)
            return addRun(TextRun::Kind::Text, node.text, outer);
        InlineState state = outer;
        const QString &name = node.name;
        if (name == "br"_L1)
            return m_runs.append({ TextRun::Kind::Break, {}, false, false, false, {} });
        if (name == "img"_L1)
            return addPicture(node, state);
        if (name == "code"_L1 || name == "tt"_L1)
            return addCode(node, state);
        if (name == "input"_L1)
            return addCheckBox(node, state);
        if (name == "a"_L1)
            return addLink(node, state);
        if (name == "strong"_L1 || name == "b"_L1)
            state.strong = true;
        else if (name == "em"_L1 || name == "i"_L1)
            state.emphasis = true;
        else if (name == "del"_L1 || name == "s"_L1 || name == "strike"_L1)
            state.struck = true;
        else if (isOneOf(name, inlineTags) && !isBlank(node.allText()))
            return addTagged(node, state);
        else if (name == "wbr"_L1)
            return;
        addChildren(node, state);
    }

    void addChildren(const HtmlNode &node, const InlineState &state)
    {
        for (const HtmlNode &child : node.children) {
            if (isInline(child)) {
                addInline(child, state);
            } else if (child.kind == Kind::Element) {
                // A block where none may be: it ends the line of text, and the marks go on behind it.
                endParagraph();
                const InlineState before = std::exchange(m_state, state);
                writeBlock(child);
                m_state = before;
            }
        }
    }

    void addTagged(const HtmlNode &node, const InlineState &state)
    {
        const QString title = node.attribute("title"_L1);
        const QString attribute = title.isEmpty() ? QString() : u" title=\"%1\""_s.arg(title.toHtmlEscaped());
        addRun(TextRun::Kind::Markup, u'<' + node.name + attribute + u'>', state);
        addChildren(node, state);
        addRun(TextRun::Kind::Markup, "</"_L1 + node.name + u'>', state);
    }

    void addCode(const HtmlNode &node, const InlineState &state)
    {
        if (const QString code = node.allText(); !code.isEmpty())
            addRun(TextRun::Kind::Code, code, state);
    }

    void addCheckBox(const HtmlNode &node, const InlineState &state)
    {
        const bool checked = std::ranges::any_of(node.attributes, [](const auto &attribute) { return attribute.first == "checked"_L1; });
        if (node.attribute("type"_L1).compare("checkbox"_L1, Qt::CaseInsensitive) == 0)
            addRun(TextRun::Kind::Markup, checked ? u"[x] "_s : u"[ ] "_s, state);
        else
            note(NoteKind::ConstructDropped, sourceText(node));
    }

    void addLink(const HtmlNode &node, InlineState state)
    {
        const QString id = node.attribute("id"_L1).isEmpty() ? node.attribute("name"_L1) : node.attribute("id"_L1);
        static const QRegularExpression plainId(u"\\A[A-Za-z][\\w.:-]*\\z"_s);
        if (plainId.match(id).hasMatch())
            addRun(TextRun::Kind::Markup, u"<a id=\"%1\"></a>"_s.arg(id), {});
        state.destination = node.attribute("href"_L1).trimmed();
        addChildren(node, state);
    }

    [[nodiscard]] static QString pictureOf(const HtmlNode &node, const QString &caption)
    {
        QString source = node.attribute("src"_L1).trimmed();
        // Pages that load pictures late have them elsewhere.
        for (const QLatin1StringView name : { "data-src"_L1, "data-lazy-src"_L1, "data-original"_L1 }) {
            if (source.isEmpty() || source.startsWith("data:"_L1))
                source = node.attribute(name).isEmpty() ? source : node.attribute(name).trimmed();
        }
        const QString title = caption.isEmpty() ? node.attribute("title"_L1) : caption;
        const QString alt = node.attribute("alt"_L1);
        return source.isEmpty() ? QString() : picture(source, alt.isEmpty() ? title : alt, title == alt ? QString() : title);
    }

    void addPicture(const HtmlNode &node, const InlineState &state)
    {
        if (const QString shown = pictureOf(node, {}); !shown.isEmpty())
            addRun(TextRun::Kind::Markup, shown, state);
        else if (const QString alt = node.attribute("alt"_L1); !alt.isEmpty())
            addRun(TextRun::Kind::Text, alt, state);
    }

    const QByteArray &m_html;
    BodyTurn &m_turn;
    MarkdownWriter m_writer;
    TextRuns m_runs;
    InlineState m_state; ///< of what stands directly in a block
    int m_keptWhole = 0;
};

constexpr qsizetype longestBlock = 100'000; ///< characters of an HTML block that is looked at
constexpr qsizetype mostLookedAt = 10'000'000; ///< characters in all, since what is never closed is looked through to its end

/// An element that begins a line of a Markdown body.
struct HtmlBlock {
    QString name;
    qsizetype begin = 0;
    qsizetype contentBegin = 0;
    qsizetype contentEnd = 0;
    qsizetype end = 0;
};

/// The element that begins at `begin`, if its end tag is there and ends a line.
std::optional<HtmlBlock> blockAt(const QString &body, qsizetype begin, const QString &name, qsizetype &lookedAt)
{
    static const QRegularExpression tags(u"<(/?)([A-Za-z]+)\\b[^<>]*>"_s);
    const QString part = body.sliced(begin, std::min(longestBlock, body.size() - begin));
    HtmlBlock block { .name = name, .begin = begin };
    int depth = 0;
    for (const QRegularExpressionMatch &match : tags.globalMatch(part)) {
        if (match.captured(2).compare(name, Qt::CaseInsensitive) != 0)
            continue;
        if (depth == 0)
            block.contentBegin = begin + match.capturedEnd();
        depth += match.capturedLength(1) > 0 ? -1 : 1;
        if (depth > 0)
            continue;
        lookedAt += match.capturedEnd();
        block.contentEnd = begin + match.capturedStart();
        block.end = begin + match.capturedEnd();
        const qsizetype lineEnd = body.indexOf(u'\n', block.end);
        const QStringView behind = QStringView(body).sliced(block.end, (lineEnd < 0 ? body.size() : lineEnd) - block.end);
        return behind.trimmed().isEmpty() ? std::optional(block) : std::nullopt;
    }
    lookedAt += part.size();
    return std::nullopt;
}

/// True if Markdown stands inside: a blank line ends the HTML for it, and some tools are told to look anyway.
bool holdsMarkdown(QStringView html)
{
    static const QRegularExpression blank(u"\\n[ \\t]*\\r?\\n"_s), told(u"\\A<[^>]*\\smarkdown\\s*="_s);
    return blank.matchView(html).hasMatch() || told.matchView(html).hasMatch();
}

/// The only element that wrappers are around; the node itself if it is none.
const HtmlNode &unwrapped(const HtmlNode &node)
{
    const HtmlNode *inner = node.is("div"_L1) || node.is("p"_L1) || node.is("center"_L1) || node.is("body"_L1) ? onlyChild(node) : nullptr;
    return inner && inner->kind == Kind::Element ? unwrapped(*inner) : node;
}

/// The Markdown for a block; nothing if it stays.
std::optional<QString> turnBlock(const QString &body, const HtmlBlock &block)
{
    const QString html = body.sliced(block.begin, block.end - block.begin);
    if (html.contains("{{"_L1) || html.contains("{%"_L1))
        return std::nullopt;
    const bool mixed = holdsMarkdown(html);
    const QByteArray bytes = mixed ? body.sliced(block.begin, block.contentBegin - block.begin).toUtf8() : html.toUtf8();
    const auto tree = parseHtml(bytes);
    const HtmlNode *element = tree ? onlyChild(*tree) : nullptr;
    if (!element)
        return std::nullopt;
    const QString alert = alertKind(*element);
    if (mixed)
        return alert.isEmpty() ? std::nullopt
                               : alertBlock(alert, {}, body.sliced(block.contentBegin, block.contentEnd - block.contentBegin));
    const HtmlNode &inner = unwrapped(*element);
    if (alert.isEmpty() && !inner.is("figure"_L1) && !inner.is("iframe"_L1) && !(inner.is("table"_L1) && &inner == element))
        return std::nullopt;
    BodyTurn quiet;
    TreeWriter writer(bytes, quiet);
    writer.writeBlocks(*tree);
    return writer.isComplete() && !writer.markdown().isEmpty() ? std::optional(writer.markdown()) : std::nullopt;
}

} // namespace

QString turnHtmlBlocks(const QString &body, BodyTurn &turn)
{
    static const QRegularExpression opening(u"^ {0,3}<(figure|iframe|table|div|aside)\\b"_s,
                                            QRegularExpression::MultilineOption | QRegularExpression::CaseInsensitiveOption);
    if (!body.contains(u'<') || !opening.match(body).hasMatch())
        return body;
    const CodeRanges code(body);
    QString result;
    qsizetype done = 0;
    qsizetype lookedAt = 0;
    for (const QRegularExpressionMatch &match : opening.globalMatch(body)) {
        const qsizetype begin = body.indexOf(u'<', match.capturedStart());
        if (begin < done || code.contains(begin) || lookedAt > mostLookedAt)
            continue;
        const auto block = blockAt(body, begin, match.captured(1), lookedAt);
        const auto turned = block ? turnBlock(body, *block) : std::nullopt;
        if (!turned)
            continue;
        // A paragraph right before or behind would swallow it.
        result += QStringView(body).sliced(done, match.capturedStart() - done);
        if (!result.isEmpty() && !result.endsWith("\n\n"_L1) && !result.endsWith("\n\r\n"_L1))
            result += u'\n';
        result += *turned;
        done = block->end;
        const qsizetype lineEnd = body.indexOf(u'\n', done);
        const qsizetype next = lineEnd < 0 ? -1 : lineEnd + 1;
        if (next > 0 && next < body.size() && body[next] != u'\n' && body[next] != u'\r')
            result += u'\n';
        const QString shown = body.sliced(begin, std::min<qsizetype>(160, block->end - begin)).simplified();
        turn.note(NoteKind::ConstructTurned, body, begin, shown);
    }
    return result + body.sliced(done);
}

std::optional<QString> markdownOfHtml(const QByteArray &html, BodyTurn &turn)
{
    const auto tree = parseHtml(html);
    if (!tree)
        return std::nullopt;
    TreeWriter writer(html, turn);
    writer.writeBlocks(*tree);
    const QString markdown = writer.markdown();
    return markdown.isEmpty() ? markdown : markdown + u'\n';
}

} // namespace quillway::importing
