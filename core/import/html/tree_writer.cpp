// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/html/tree_writer.h"

#include "core/import/constructs.h"
#include "core/import/html/html_elements.h"
#include "core/import/html/html_table.h"
#include "core/text/writing/inline_marks.h"
#include "core/text/writing/markdown_writer.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::importing {

namespace {

using text::MarkdownWriter;
using text::TextRun;
using text::TextRuns;
using Kind = HtmlNode::Kind;

struct InlineState {
    bool strong = false;
    bool emphasis = false;
    bool struck = false;
    QString destination {};
};

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
        if (staysHtml(node))
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

    void writeTable(const HtmlNode &node)
    {
        const QList<const HtmlNode *> rows = rowsOf(node);
        if (!isPlainTable(rows))
            return keep(node);
        text::Table table;
        for (const HtmlNode *row : rows) {
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
        else if (staysTag(node) && !isBlank(node.allText()))
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

} // namespace

WrittenTree writeTree(const HtmlNode &tree, const QByteArray &html, BodyTurn &turn)
{
    TreeWriter writer(html, turn);
    writer.writeBlocks(tree);
    return { writer.markdown(), writer.isComplete() };
}

} // namespace quillway::importing
