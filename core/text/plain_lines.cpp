// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/plain_lines.h"

#include "core/text/markdown/html_tags.h"
#include "core/text/markdown/markdown_tree.h"
#include "core/text/markdown/source_places.h"

namespace quillway::text {

namespace {

class LineCollector
{
public:
    explicit LineCollector(QByteArrayView body)
        : m_source(body)
    { }

    void enter(const cmark_node *node)
    {
        switch (node->type) {
        case CMARK_NODE_TEXT:
        case CMARK_NODE_CODE: m_piece += bytesOf(node->as.literal); return;
        case CMARK_NODE_SOFTBREAK:
        case CMARK_NODE_LINEBREAK:
            endPiece();
            ++m_line;
            return;
        case CMARK_NODE_HTML_INLINE: m_line += int(bytesOf(node->as.literal).count('\n')); return;
        case CMARK_NODE_HTML_BLOCK: addHtml(bytesOf(node->as.literal), node->start_line); return;
        case CMARK_NODE_CODE_BLOCK: addCode(bytesOf(node->as.code.literal), node->start_line + (node->as.code.fenced ? 1 : 0)); return;
        case CMARK_NODE_HEADING: m_inHeading = true; return;
        default:
            if (node->type == CMARK_NODE_PARAGRAPH || node->type == extensionTypes().cell)
                m_line = firstContentLine(node, m_source);
        }
    }

    void leave(const cmark_node *node)
    {
        if (node->type == CMARK_NODE_HEADING) {
            m_inHeading = false;
            m_piece.clear();
        } else if (node->type == CMARK_NODE_PARAGRAPH || node->type == extensionTypes().cell) {
            endPiece();
        }
    }

    [[nodiscard]] QList<PlainLine> take() { return std::move(m_lines); }

private:
    void add(PlainLine::Kind kind, int line, const QString &text)
    {
        if (!text.trimmed().isEmpty())
            m_lines.append({ kind, line, text });
    }

    void endPiece()
    {
        if (!m_inHeading)
            add(PlainLine::Kind::Prose, m_line, QString::fromUtf8(m_piece).trimmed());
        m_piece.clear();
    }

    void addCode(QByteArrayView code, int line)
    {
        for (qsizetype begin = 0; begin < code.size(); ++line) {
            qsizetype end = code.indexOf('\n', begin);
            if (end < 0)
                end = code.size();
            add(PlainLine::Kind::Code, line, QString::fromUtf8(code.sliced(begin, end - begin)));
            begin = end + 1;
        }
    }

    /// Tags become blanks; what is script or style is nobody's text.
    void addHtml(QByteArrayView html, int line)
    {
        HtmlScanner scanner(html);
        QString text;
        while (const HtmlToken *token = scanner.next()) {
            const QByteArrayView bytes = html.sliced(token->begin, token->end - token->begin);
            if (token->kind != HtmlToken::Kind::Text) {
                text += u' ';
                if (const auto breaks = bytes.count('\n'); breaks > 0) {
                    add(PlainLine::Kind::Prose, line, text.simplified());
                    text.clear();
                    line += int(breaks);
                }
                continue;
            }
            const QString plain = resolveCharacterReferences(bytes);
            const auto parts = QStringView(plain).split(u'\n');
            for (qsizetype i = 0; i < parts.size(); ++i) {
                if (i > 0) {
                    add(PlainLine::Kind::Prose, line++, text.simplified());
                    text.clear();
                }
                text += parts.at(i);
            }
        }
        add(PlainLine::Kind::Prose, line, text.simplified());
    }

    SourceLines m_source;
    QList<PlainLine> m_lines;
    QByteArray m_piece;
    int m_line = 1;
    bool m_inHeading = false;
};

} // namespace

std::optional<QList<PlainLine>> plainLines(QByteArrayView body, const std::stop_token &stop)
{
    const auto tree = MarkdownTree::parse(body, Formulas::AreText, stop);
    if (!tree)
        return std::nullopt;
    LineCollector collector(body);
    if (!walk(tree->root(), stop, collector))
        return std::nullopt;
    return collector.take();
}

} // namespace quillway::text
