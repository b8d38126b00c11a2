// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/writing/html_to_markdown.h"

#include "core/text/markdown/html_tags.h"
#include "core/text/writing/html_element.h"
#include "core/text/writing/inline_marks.h"
#include "core/text/writing/markdown_writer.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::text {

namespace {

constexpr qsizetype largest = 1'000'000; // bytes
constexpr qsizetype deepest = 200; // elements
constexpr int mostContainers = 20;
constexpr int mostColumns = 100;

bool isBlankText(const QString &text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.isSpace(); });
}

/// A table whose rows are being read.
struct OpenTable {
    Table table;
    bool isInCell = false;
    bool hasHead = false;
    int span = 1; ///< columns of the cell being read
};

/// Reads tokens, keeps the elements that are open, and gives the writer a block whenever one ends.
class Reader
{
public:
    explicit Reader(const QByteArray &html)
        : m_html(html)
    { }

    std::optional<PastedMarkdown> read()
    {
        HtmlScanner scanner(m_html);
        while (const HtmlToken *token = scanner.next())
            take(*token);
        while (!m_open.isEmpty())
            closeLast();
        endBlock();
        if (m_writer.blockCount() == 0)
            return {};
        const bool isInline = m_writer.blockCount() == 1 && m_isParagraph && m_writer.lines().size() == 1;
        return PastedMarkdown { m_writer.lines(), isInline, m_hasMarkup };
    }

private:
    void take(const HtmlToken &token)
    {
        switch (token.kind) {
        case HtmlToken::Kind::StartTag: return start(elementOf(m_html, token));
        case HtmlToken::Kind::EndTag: return end(token.name.toByteArray().toLower());
        case HtmlToken::Kind::Text:
            return addText(resolveCharacterReferences(QByteArrayView(m_html).sliced(token.begin, token.end - token.begin)));
        default: return;
        }
    }

    void start(const HtmlElement &element)
    {
        closeImplied(element);
        if (element.isVoid)
            return addVoid(element);
        if (m_open.size() >= deepest) {
            ++m_tooDeep;
            return;
        }
        if (element.isBlock && !isInCell())
            endBlock();
        else if (element.isBlock && isInCell() && !m_runs.isEmpty() && element.role != HtmlRole::Row && element.role != HtmlRole::Cell)
            m_runs.append({ TextRun::Kind::Break, {}, false, false, false, {} });
        HtmlElement opened = element;
        if (!m_open.isEmpty())
            opened.inherit(m_open.constLast());
        m_open.append(opened);
        if (opened.isHidden)
            return;
        if (!opened.language.isEmpty())
            nameCode(opened.language);
        enter(m_open.last());
    }

    /// Ends what a start tag ends where its end tag may be left out (HTML Living Standard, 13.1.2.4).
    void closeImplied(const HtmlElement &element)
    {
        for (qsizetype i = m_open.size() - 1; i >= 0; --i) {
            const HtmlElement &open = m_open.at(i);
            if (endsBefore(open, element)) {
                while (m_open.size() > i)
                    closeLast();
                return;
            }
            if (bounds(open, element))
                return;
        }
    }

    void end(const QByteArray &name)
    {
        if (m_tooDeep > 0) {
            --m_tooDeep;
            return;
        }
        for (qsizetype i = m_open.size() - 1; i >= 0; --i) {
            const HtmlElement &open = m_open.at(i);
            if (open.name == name) {
                while (m_open.size() > i)
                    closeLast();
                return;
            }
            if (open.isBlock && isInlineName(name))
                return;
        }
    }

    void enter(HtmlElement &element)
    {
        using Container = MarkdownWriter::Container;
        switch (element.role) {
        case HtmlRole::Quote: return openContainer(element, Container::Quote);
        case HtmlRole::Bullets: return openContainer(element, Container::Bullets);
        case HtmlRole::Numbers: return openContainer(element, Container::Numbers);
        case HtmlRole::Item: return openContainer(element, Container::Item);
        case HtmlRole::Preformatted:
            if (++m_inCode == 1)
                m_code.clear();
            m_hasMarkup = true;
            return;
        case HtmlRole::Heading:
            ++m_inHeading;
            m_hasMarkup = true;
            return;
        case HtmlRole::Table:
            if (!m_table)
                m_table.emplace();
            else
                element.role = HtmlRole::None;
            return;
        case HtmlRole::Row:
            if (m_table)
                m_table->table.rows.append(QStringList());
            return;
        case HtmlRole::Cell: return enterCell(element);
        default:
            m_hasMarkup = m_hasMarkup || element.isStrong || element.isEmphasis || element.isStruck || element.isCode
                || !element.destination.isEmpty();
            return;
        }
    }

    /// `<pre><code class="language-go">`: the inner element knows.
    void nameCode(const QString &language)
    {
        for (HtmlElement &element : m_open) {
            if (element.role == HtmlRole::Preformatted && element.language.isEmpty())
                element.language = language;
        }
    }

    void openContainer(HtmlElement &element, MarkdownWriter::Container container)
    {
        if (isInCell() || m_containers >= mostContainers) {
            element.role = HtmlRole::None;
            return;
        }
        m_hasMarkup = true;
        ++m_containers;
        m_writer.open(container, element.number);
    }

    void enterCell(HtmlElement &element)
    {
        if (!m_table || m_table->isInCell) {
            element.role = HtmlRole::None;
            return;
        }
        Table &table = m_table->table;
        if (table.rows.isEmpty())
            table.rows.append(QStringList());
        m_table->isInCell = true;
        m_table->span = std::clamp(element.number, 1, mostColumns);
        if (table.rows.size() == 1)
            table.columns.append(element.alignment);
        m_runs.clear();
    }

    void closeLast()
    {
        const HtmlElement element = m_open.takeLast();
        if (element.isHidden)
            return;
        switch (element.role) {
        case HtmlRole::Preformatted: return --m_inCode == 0 ? endCode(element) : void();
        case HtmlRole::Heading: --m_inHeading; return endHeading(element);
        case HtmlRole::Cell: return endCell();
        case HtmlRole::Table: return endTable();
        case HtmlRole::Quote:
        case HtmlRole::Bullets:
        case HtmlRole::Numbers:
        case HtmlRole::Item:
            endBlock();
            --m_containers;
            return m_writer.close();
        default:
            if (element.isBlock && !isInCell())
                endBlock();
        }
    }

    void addVoid(const HtmlElement &element)
    {
        if (isHidden())
            return;
        if (element.name == "br") {
            if (isInCode())
                m_code += u'\n';
            else
                m_runs.append({ TextRun::Kind::Break, {}, false, false, false, {} });
        } else if (element.name == "hr" && !isInCell()) {
            endBlock();
            m_hasMarkup = true;
            m_writer.addRule();
        } else if (element.name == "img") {
            addPicture(element);
        } else if (element.isTask && !hasText()) {
            addRun(TextRun::Kind::Markup, element.isChecked ? u"[x] "_s : u"[ ] "_s);
        }
    }

    void addPicture(const HtmlElement &element)
    {
        const QString alternative = element.text.simplified();
        if (element.destination.isEmpty())
            return alternative.isEmpty() ? void() : addRun(TextRun::Kind::Text, alternative);
        m_hasMarkup = true;
        QString shown = renderRuns({ { TextRun::Kind::Text, alternative, false, false, false, {} } }, LineBreaks::Blank);
        addRun(TextRun::Kind::Markup, u"!["_s + shown + u"]("_s + linkDestination(element.destination) + u')');
    }

    void addRun(TextRun::Kind kind, const QString &text)
    {
        const HtmlElement state = m_open.isEmpty() ? HtmlElement() : m_open.constLast();
        m_runs.append({ kind, text, state.isStrong && m_inHeading == 0, state.isEmphasis, state.isStruck, state.destination });
    }

    void addText(const QString &text)
    {
        if (isHidden())
            return;
        if (isInCode()) {
            m_code += text;
            return;
        }
        if (m_table && !m_table->isInCell && isBlankText(text))
            return;
        const bool isCode = !m_open.isEmpty() && m_open.constLast().isCode;
        addRun(isCode ? TextRun::Kind::Code : TextRun::Kind::Text, text);
    }

    void endBlock()
    {
        if (isInCell())
            return;
        const int before = m_writer.blockCount();
        m_writer.addParagraph(std::exchange(m_runs, {}));
        if (m_writer.blockCount() > before)
            m_isParagraph = m_containers == 0;
    }

    void endHeading(const HtmlElement &element)
    {
        if (isInCell())
            return;
        m_writer.addHeading(element.number, std::exchange(m_runs, {}));
        m_isParagraph = false;
    }

    void endCode(const HtmlElement &element)
    {
        QString code = std::exchange(m_code, {});
        code.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n').replace(QChar::Nbsp, u' ');
        if (code.startsWith(u'\n'))
            code.remove(0, 1);
        while (code.endsWith(u'\n'))
            code.chop(1);
        if (isInCell())
            return addRun(TextRun::Kind::Code, code);
        m_writer.addCode(code, element.language);
        m_isParagraph = false;
    }

    void endCell()
    {
        QStringList &row = m_table->table.rows.last();
        QString text = renderRuns(std::exchange(m_runs, {}), LineBreaks::Tag);
        for (int i = 0; i < m_table->span && row.size() < mostColumns; ++i)
            row.append(i == 0 ? escapedCell(text) : QString());
        m_table->isInCell = false;
    }

    void endTable()
    {
        if (!m_table)
            return;
        Table table = std::move(m_table->table);
        m_table.reset();
        m_runs.clear();
        table.rows.removeIf([](const QStringList &row) { return row.isEmpty(); });
        qsizetype columns = 0;
        for (const QStringList &row : table.rows)
            columns = std::max(columns, row.size());
        if (columns < 2)
            return addCellsAsParagraphs(table);
        m_hasMarkup = true;
        table.columns.resize(columns, CellAlignment::None);
        for (QStringList &row : table.rows)
            row.resize(columns);
        m_writer.addTable(table);
        m_isParagraph = false;
    }

    /// A table of one column is there for its looks.
    void addCellsAsParagraphs(const Table &table)
    {
        for (const QStringList &row : table.rows) {
            QString text = row.value(0);
            m_writer.addParagraph({ { TextRun::Kind::Markup, text.replace(u"\\|"_s, u"|"_s), false, false, false, {} } });
        }
    }

    [[nodiscard]] bool isHidden() const { return !m_open.isEmpty() && m_open.constLast().isHidden; }
    [[nodiscard]] bool isInCell() const { return m_table && m_table->isInCell; }
    [[nodiscard]] bool isInCode() const { return m_inCode > 0; }
    [[nodiscard]] bool hasText() const
    {
        return std::ranges::any_of(m_runs, [](const TextRun &run) { return !isBlankText(run.text); });
    }

    const QByteArray &m_html;
    QList<HtmlElement> m_open;
    int m_tooDeep = 0; ///< elements that are open but not in m_open
    int m_containers = 0;
    int m_inCode = 0;
    int m_inHeading = 0;
    MarkdownWriter m_writer;
    TextRuns m_runs;
    QString m_code;
    std::optional<OpenTable> m_table;
    bool m_hasMarkup = false;
    bool m_isParagraph = false; ///< the last block is one, in no container
};

} // namespace

std::optional<PastedMarkdown> markdownFromHtml(const QByteArray &html)
{
    if (html.size() > largest)
        return {};
    return Reader(html).read();
}

} // namespace quillway::text
