// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/markdown/markdown_tree.h"

#include "core/base/utf8.h"
#include "core/text/markdown/footnote_labels.h"
#include "core/text/markdown/math.h"
#include "core/text/markdown/node_arena.h"

#include <QByteArray>
#include <QString>

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm/inlines.h>
#include <cmark-gfm/parser.h>
#include <cmark-gfm/syntax_extension.h>

#include <algorithm>

extern "C" {
// Defined by libcmark-gfm-extensions, declared in none of its installed headers.
extern cmark_node_type CMARK_NODE_TABLE, CMARK_NODE_TABLE_ROW, CMARK_NODE_TABLE_CELL, CMARK_NODE_STRIKETHROUGH;
}

namespace quillway::text {

namespace {

// cmark keeps the characters that inline extensions wait for in one table of the process: each parse enters them before it reads inlines and
// takes them out afterwards, under the feet of any other thread. So they are entered once, for good, and the parsers get extensions that name
// none: the registered ones' functions under another name. Strikethrough has to name the character of its delimiters to get them back; it
// names NUL, which never stands in a text (cmark replaces it), so nobody looks at that entry of the table.
constexpr unsigned char strikethroughDelimiter = 0;

struct Extensions {
    cmark_syntax_extension *table;
    cmark_syntax_extension *tasklist;
    cmark_syntax_extension *registeredStrikethrough;
    cmark_syntax_extension *strikethrough;
    cmark_syntax_extension *autolink;
    cmark_syntax_extension *autolinkWithoutMail; ///< looks for no mail addresses, which costs two walks through the tree
    cmark_syntax_extension *formulas;
    ExtensionTypes types;
};

const Extensions &extensions();

cmark_node *matchStrikethrough(cmark_syntax_extension *, cmark_parser *parser, cmark_node *parent, unsigned char character,
                               cmark_inline_parser *inlines)
{
    cmark_syntax_extension *registered = extensions().registeredStrikethrough;
    cmark_node *node = registered->match_inline(registered, parser, parent, character, inlines);
    delimiter *last = node ? cmark_inline_parser_get_last_delimiter(inlines) : nullptr;
    if (last && last->inl_text == node)
        last->delim_char = strikethroughDelimiter;
    return node;
}

delimiter *insertStrikethrough(cmark_syntax_extension *, cmark_parser *parser, cmark_inline_parser *inlines, delimiter *opener,
                               delimiter *closer)
{
    cmark_syntax_extension *registered = extensions().registeredStrikethrough;
    return registered->insert_inline_from_delim(registered, parser, inlines, opener, closer);
}

cmark_node *matchFormula(cmark_syntax_extension *own, cmark_parser *parser, cmark_node *, unsigned char character,
                         cmark_inline_parser *inlines)
{
    if (character != '$')
        return nullptr;
    cmark_chunk *text = cmark_inline_parser_get_chunk(inlines);
    const int begin = cmark_inline_parser_get_offset(inlines);
    const auto end = int(formulaEnd(bytesOf(*text), begin));
    if (end < 0)
        return nullptr;
    cmark_node *node = cmark_node_new_with_mem(CMARK_NODE_CODE, parser->mem);
    cmark_node_set_syntax_extension(node, own);
    node->as.literal = cmark_chunk_dup(text, begin, end - begin);
    node->start_line = node->end_line = cmark_inline_parser_get_line(inlines);
    node->start_column = cmark_inline_parser_get_column(inlines);
    node->end_column = node->start_column + end - begin - 1;
    cmark_inline_parser_set_offset(inlines, end);
    return node;
}

cmark_node *postprocessAutolinks(cmark_syntax_extension *, cmark_parser *parser, cmark_node *root)
{
    cmark_syntax_extension *registered = cmark_find_syntax_extension("autolink");
    return registered->postprocess_func(registered, parser, root);
}

/// For the extension that it is given to. cmark keeps characters where its lists have pointers.
cmark_llist *characterList(unsigned char character)
{
    // NOLINTNEXTLINE(performance-no-int-to-ptr)
    return cmark_llist_append(cmark_get_default_mem_allocator(), nullptr, reinterpret_cast<void *>(std::uintptr_t(character)));
}

cmark_syntax_extension *makeStrikethrough()
{
    cmark_syntax_extension *extension = cmark_syntax_extension_new("quillway-strikethrough");
    cmark_syntax_extension_set_match_inline_func(extension, matchStrikethrough);
    cmark_syntax_extension_set_inline_from_delim_func(extension, insertStrikethrough);
    cmark_syntax_extension_set_special_inline_chars(extension, characterList(strikethroughDelimiter));
    return extension;
}

cmark_syntax_extension *makeAutolink(const cmark_syntax_extension *registered, cmark_postprocess_func postprocess)
{
    cmark_syntax_extension *extension = cmark_syntax_extension_new("quillway-autolink");
    cmark_syntax_extension_set_match_inline_func(extension, registered->match_inline);
    cmark_syntax_extension_set_postprocess_func(extension, postprocess);
    return extension;
}

cmark_syntax_extension *makeFormulas()
{
    cmark_syntax_extension *extension = cmark_syntax_extension_new("quillway-formulas");
    cmark_syntax_extension_set_match_inline_func(extension, matchFormula);
    return extension;
}

/// What has a formula's character in the table; no parser reads by it.
cmark_syntax_extension *makeFormulaCharacter()
{
    cmark_syntax_extension *extension = makeFormulas();
    cmark_syntax_extension_set_special_inline_chars(extension, characterList('$'));
    return extension;
}

void enterSpecialCharacters(cmark_syntax_extension *strikethrough, cmark_syntax_extension *autolink)
{
    cmark_parser *parser = cmark_parser_new(CMARK_OPT_DEFAULT);
    cmark_parser_attach_syntax_extension(parser, strikethrough);
    cmark_parser_attach_syntax_extension(parser, autolink);
    cmark_syntax_extension *formulaCharacter = makeFormulaCharacter();
    cmark_parser_attach_syntax_extension(parser, formulaCharacter);
    cmark_manage_extensions_special_characters(parser, 1);
    cmark_parser_free(parser);
    cmark_syntax_extension_free(cmark_get_default_mem_allocator(), formulaCharacter);
}

Extensions prepareExtensions()
{
    cmark_gfm_core_extensions_ensure_registered();
    cmark_syntax_extension *strikethrough = cmark_find_syntax_extension("strikethrough");
    cmark_syntax_extension *autolink = cmark_find_syntax_extension("autolink");
    enterSpecialCharacters(strikethrough, autolink);
    return {
        .table = cmark_find_syntax_extension("table"),
        .tasklist = cmark_find_syntax_extension("tasklist"),
        .registeredStrikethrough = strikethrough,
        .strikethrough = makeStrikethrough(),
        .autolink = makeAutolink(autolink, postprocessAutolinks),
        .autolinkWithoutMail = makeAutolink(autolink, nullptr),
        .formulas = makeFormulas(),
        .types = { CMARK_NODE_TABLE, CMARK_NODE_TABLE_ROW, CMARK_NODE_TABLE_CELL, CMARK_NODE_STRIKETHROUGH },
    };
}

const Extensions &extensions()
{
    static const Extensions prepared = prepareExtensions();
    return prepared;
}

int parseOptions(QByteArrayView text)
{
    const int validate = firstInvalidUtf8(text) ? CMARK_OPT_VALIDATE_UTF8 : 0;
    // Footnotes cost two walks through the tree.
    const int footnotes = text.contains("[^") ? CMARK_OPT_FOOTNOTES : 0;
    return CMARK_OPT_SOURCEPOS | footnotes | validate;
}

/// True if a mail address may stand in `text`, its `@` perhaps as a character reference.
bool mayHoldMail(QByteArrayView text)
{
    return text.contains('@') || text.contains('&');
}

// The order is cmark-gfm's own.
cmark_parser *makeParser(QByteArrayView text, int options, Formulas formulas = Formulas::AreText)
{
    cmark_parser *parser = cmark_parser_new_with_mem(options, NodeArena::memory());
    cmark_parser_attach_syntax_extension(parser, extensions().table);
    cmark_parser_attach_syntax_extension(parser, extensions().strikethrough);
    cmark_parser_attach_syntax_extension(parser, mayHoldMail(text) ? extensions().autolink : extensions().autolinkWithoutMail);
    cmark_parser_attach_syntax_extension(parser, extensions().tasklist);
    if (formulas == Formulas::AreRead)
        cmark_parser_attach_syntax_extension(parser, extensions().formulas);
    return parser;
}

std::unique_ptr<NodeArena> arenaFor(QByteArrayView text)
{
    return std::make_unique<NodeArena>(std::size_t(text.size()) * 6);
}

} // namespace

const ExtensionTypes &extensionTypes()
{
    return extensions().types;
}

std::optional<MarkdownTree> MarkdownTree::parse(QByteArrayView body, Formulas formulas, const std::stop_token &stop)
{
    constexpr qsizetype piece = 256LL * 1024;
    auto arena = arenaFor(body);
    const NodeArena::Use use(*arena);
    cmark_parser *parser = makeParser(body, parseOptions(body), formulas);
    for (qsizetype at = 0; at < body.size(); at += piece) {
        if (stop.stop_requested())
            return std::nullopt;
        cmark_parser_feed(parser, body.data() + at, std::size_t(std::min(piece, body.size() - at)));
    }
    if (stop.stop_requested())
        return std::nullopt;
    // The last line's end, which the parser would only add when finishing.
    cmark_parser_feed(parser, "\n", body.isEmpty() || body.endsWith('\n') || body.endsWith('\r') ? 0 : 1);
    const bool mayBeCut = (parser->options & CMARK_OPT_FOOTNOTES) != 0 && joinFootnoteLabels(parser->root);
    cmark_node *root = cmark_parser_finish(parser);
    if (mayBeCut)
        repairTexts(root);
    return MarkdownTree(std::move(arena), root);
}

MarkdownTree MarkdownTree::parseInline(QByteArrayView line)
{
    auto arena = arenaFor(line);
    const NodeArena::Use use(*arena);
    QByteArray content = line.toByteArray();
    content.replace('\0', "\xEF\xBF\xBD").replace('\n', ' ').replace('\r', ' ');
    content = QString::fromUtf8(content.trimmed()).toUtf8();

    cmark_parser *parser = makeParser(content, CMARK_OPT_DEFAULT);
    cmark_node *paragraph = cmark_node_new_with_mem(CMARK_NODE_PARAGRAPH, NodeArena::memory());
    paragraph->start_line = paragraph->end_line = paragraph->start_column = 1;
    cmark_node_append_child(parser->root, paragraph);
    cmark_node_set_string_content(paragraph, content.constData());
    cmark_parse_inlines(parser, paragraph, parser->refmap, CMARK_OPT_DEFAULT);
    cmark_consolidate_text_nodes(parser->root);
    cmark_syntax_extension *autolink = extensions().autolink;
    cmark_node *root = autolink->postprocess_func(autolink, parser, parser->root);
    return { std::move(arena), root };
}

MarkdownTree::MarkdownTree(std::unique_ptr<NodeArena> arena, cmark_node *root)
    : m_arena(std::move(arena))
    , m_root(root)
{ }

MarkdownTree::MarkdownTree(MarkdownTree &&) noexcept = default;
MarkdownTree::~MarkdownTree() = default;

} // namespace quillway::text
