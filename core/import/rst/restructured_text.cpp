// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/rst/restructured_text.h"

#include "core/base/child_process.h"
#include "core/import/html/tree_writer.h"
#include "core/import/rst/rst_source.h"
#include "core/import/source_text.h"

#include <QRegularExpression>
#include <QStandardPaths>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace quillway::importing {

namespace {

// Signs that no text has, around a footnote's label while the text is HTML: as Markdown they would be escaped.
constexpr QChar labelBegin = u'\uE0F0';
constexpr QChar labelEnd = u'\uE0F1';

ChildCall callOf(const QString &reader, const QByteArray &rst)
{
    ChildCall call { .program = reader, .input = rst, .silence = 60s };
    if (reader == "pandoc"_L1)
        call.arguments = { u"--from=rst"_s,  u"--to=html5"_s, u"--no-highlight"_s,
                           u"--wrap=none"_s, u"--sandbox"_s,  u"--shift-heading-level-by=1"_s };
    else
        call.arguments = { u"--no-file-insertion"_s,      u"--stylesheet="_s, u"--syntax-highlight=none"_s, u"--no-doc-title"_s,
                           u"--initial-header-level=2"_s, u"--halt=5"_s,      u"--input-encoding=utf-8"_s,  u"--output-encoding=utf-8"_s };
    // Options that lie about in the folder are the source's, not the user's.
    call.environment.append({ u"DOCUTILSCONFIG"_s, u"/dev/null"_s });
    return call;
}

QString plainText(const HtmlNode &node)
{
    return node.allText().simplified();
}

HtmlNode textNode(const QString &text)
{
    return { .kind = HtmlNode::Kind::Text, .name = {}, .text = text, .attributes = {}, .children = {} };
}

HtmlNode element(const QString &name, std::vector<HtmlNode> children)
{
    return { .kind = HtmlNode::Kind::Element, .name = name, .text = {}, .attributes = {}, .children = std::move(children) };
}

/// What the tree of docutils or pandoc has to become for tree_writer, in one walk.
class Tidying
{
public:
    void tidy(HtmlNode &node)
    {
        decodeAddresses(node);
        std::vector<HtmlNode> children;
        for (HtmlNode &child : node.children) {
            if (isDropped(child))
                continue;
            if (!takeFootnotes(child))
                children.push_back(turned(std::move(child)));
        }
        node.children = std::move(children);
        giveAnchor(node);
    }

    std::vector<std::pair<QString, HtmlNode>> footnotes; ///< by label
    Notes notes;

private:
    /// `{filename}` is Pelican's own, and no character of an address.
    static void decodeAddresses(HtmlNode &node)
    {
        for (auto &[name, value] : node.attributes) {
            if (name == "href"_L1 || name == "src"_L1)
                value.replace("%7B"_L1, "{"_L1).replace("%7D"_L1, "}"_L1).replace("%7C"_L1, "|"_L1);
        }
    }

    /// The word that a note's kind says already, the way back from a footnote.
    static bool isDropped(const HtmlNode &node)
    {
        static const QStringList words { u"note"_s,    u"tip"_s,    u"hint"_s,      u"important"_s, u"warning"_s,
                                         u"caution"_s, u"danger"_s, u"attention"_s, u"error"_s };
        const bool isTitle = node.hasClass("admonition-title"_L1) || (node.is("div"_L1) && node.hasClass("title"_L1));
        return (isTitle && words.contains(plainText(node).chopped(plainText(node).endsWith(u'!') ? 1 : 0).toLower()))
            || node.hasClass("footnote-back"_L1) || node.attribute("role"_L1) == "doc-backlink"_L1;
    }

    [[nodiscard]] HtmlNode turned(HtmlNode &&node)
    {
        if (node.attribute("role"_L1) == "doc-noteref"_L1 || node.hasClass("footnote-reference"_L1)
            || node.hasClass("citation-reference"_L1))
            return textNode(labelBegin + labelOf(plainText(node)) + labelEnd);
        if (node.hasClass("system-message"_L1))
            return keptSource(node);
        if (const HtmlNode *problem = node.is("a"_L1) ? problematic(node) : nullptr)
            return keptWord(plainText(*problem));
        if (node.hasClass("problematic"_L1))
            return keptWord(plainText(node));
        if (node.is("span"_L1) && node.hasClass("literal"_L1))
            node.name = u"code"_s;
        if (node.is("pre"_L1))
            nameLanguage(node);
        tidy(node);
        return std::move(node);
    }

    static const HtmlNode *problematic(const HtmlNode &link)
    {
        const HtmlNode *span = link.find("span"_L1);
        return span && span->hasClass("problematic"_L1) ? span : nullptr;
    }

    HtmlNode keptWord(const QString &word)
    {
        notes.append({ NoteKind::ConstructKept, 0, word.left(160) });
        return element(u"code"_s, one(textNode(word)));
    }

    /// What docutils had no use for: it shows the source below its complaint.
    HtmlNode keptSource(const HtmlNode &message)
    {
        const HtmlNode *source = message.find("pre"_L1);
        if (!source)
            return textNode({});
        notes.append({ NoteKind::ConstructKept, 0, source->allText().section(u'\n', 0, 0).left(160) });
        HtmlNode code = element(u"pre"_s, one(textNode(source->allText())));
        code.attributes.append({ u"data-lang"_s, u"rst"_s });
        return code;
    }

    static void nameLanguage(HtmlNode &code)
    {
        static const QStringList others { u"code"_s,        u"literal-block"_s, u"number-lines"_s, u"sourceCode"_s,
                                          u"numberLines"_s, u"math"_s,          u"doctest-block"_s };
        for (const QString &name : code.attribute("class"_L1).split(u' ', Qt::SkipEmptyParts)) {
            if (!others.contains(name)) {
                code.attributes.append({ u"data-lang"_s, name });
                return;
            }
        }
    }

    /// A section's id belongs to its heading.
    static void giveAnchor(HtmlNode &section)
    {
        static const QRegularExpression heading(u"\\Ah[1-6]\\z"_s);
        const QString id = section.attribute("id"_L1);
        if (!section.is("section"_L1) || id.isEmpty())
            return;
        const auto title = std::ranges::find_if(section.children,
                                                [](const HtmlNode &child) { return child.kind == HtmlNode::Kind::Element; });
        if (title != section.children.end() && heading.match(title->name).hasMatch() && title->attribute("id"_L1).isEmpty())
            title->attributes.append({ u"id"_s, id });
    }

    /// docutils' `<aside class="footnote">` (older: `<dl>`), one a note; pandoc's list of all of them.
    bool takeFootnotes(HtmlNode &node)
    {
        if (node.is("section"_L1) && node.hasClass("footnotes"_L1)) {
            int number = 0;
            if (const HtmlNode *list = node.find("ol"_L1)) {
                for (const HtmlNode &item : list->children) {
                    if (item.is("li"_L1))
                        addFootnote(QString::number(++number), item);
                }
            }
            return true;
        }
        if (!node.hasClass("footnote"_L1) && !node.hasClass("citation"_L1))
            return false;
        const auto isLabel = [](const HtmlNode &child) { return child.hasClass("label"_L1); };
        const auto label = std::ranges::find_if(node.children, isLabel);
        if (label == node.children.end())
            return false;
        const QString name = labelOf(plainText(*label));
        if (node.is("dl"_L1)) {
            const HtmlNode *text = node.find("dd"_L1);
            addFootnote(name, text ? *text : HtmlNode());
        } else {
            node.children.erase(label);
            addFootnote(name, node);
        }
        return true;
    }

    void addFootnote(const QString &label, HtmlNode text)
    {
        tidy(text);
        text.name = u"div"_s;
        text.attributes.clear();
        footnotes.emplace_back(label, std::move(text));
    }

    static QString labelOf(QString text)
    {
        static const QRegularExpression others(u"[^\\p{L}\\p{N}_-]+"_s);
        return text.remove(others);
    }

    static std::vector<HtmlNode> one(HtmlNode node)
    {
        std::vector<HtmlNode> nodes;
        nodes.push_back(std::move(node));
        return nodes;
    }
};

QString withFootnoteMarks(QString markdown)
{
    return markdown.replace(labelBegin, "[^"_L1).replace(labelEnd, u']');
}

/// The lines behind the first one belong to the note by their indentation.
QString footnoteBlock(const QString &label, const QString &markdown)
{
    QString indented = markdown;
    indented.replace(u'\n', "\n    "_L1).replace("\n    \n"_L1, "\n\n"_L1);
    return u"[^%1]: %2"_s.arg(label, indented);
}

std::optional<QString> markdownOf(const QByteArray &html, Notes &notes)
{
    std::optional<HtmlNode> tree = parseHtml(html);
    if (!tree)
        return std::nullopt;
    // docutils writes a whole document, in which other than the text may stand.
    if (const HtmlNode *main = tree->find("main"_L1)) {
        HtmlNode body = *main;
        body.name = u"body"_s;
        tree = std::move(body);
    }
    Tidying tidying;
    tidying.tidy(*tree);
    BodyTurn turn;
    QStringList blocks { writeTree(*tree, html, turn).markdown };
    for (const auto &[label, text] : tidying.footnotes)
        blocks.append(footnoteBlock(label, writeTree(text, html, turn).markdown));
    notes = tidying.notes + turn.notes;
    return withFootnoteMarks(blocks.join(u"\n\n"_s));
}

/// Lines of metadata have one line each.
QString metadataOf(const RstSource &source)
{
    QString lines = source.title.isEmpty() ? QString() : "Title: "_L1 + source.title + u'\n';
    for (const auto &[name, value] : source.fields) {
        if (!value.isEmpty() && (source.title.isEmpty() || name.compare("title"_L1, Qt::CaseInsensitive) != 0))
            lines += name + ": "_L1 + value + u'\n';
    }
    return lines;
}

} // namespace

QString installedRstReader()
{
    for (const QString &program : { u"rst2html5"_s, u"pandoc"_s }) {
        if (!QStandardPaths::findExecutable(program).isEmpty())
            return program;
    }
    return {};
}

Result<RestructuredText> readRestructuredText(const QByteArray &bytes, const QString &reader, const std::stop_token &stop)
{
    const SourceText text = readSourceText(bytes);
    const RstSource source = takeRstApart(QString::fromUtf8(text.utf8));
    const Result<QByteArray> html = runChild(callOf(reader, inPlainRst(source.body).toUtf8()), stop);
    if (!html)
        return std::unexpected(html.error());
    RestructuredText read;
    const std::optional<QString> body = markdownOf(*html, read.notes);
    if (!body)
        return std::unexpected(Error { ErrorCode::BadValue, {}, {}, u"%1 made nothing of it that could be read"_s.arg(reader) });
    read.notes = text.notes + read.notes;
    read.notes.prepend({ NoteKind::ConstructTurned, 0, u"reStructuredText (%1)"_s.arg(reader) });
    read.markdown = (metadataOf(source) + u'\n' + *body + u'\n').toUtf8();
    return read;
}

} // namespace quillway::importing
