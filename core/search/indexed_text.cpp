// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/indexed_text.h"

#include "core/search/code_points.h"
#include "core/text/plain_lines.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::search {

using namespace quillway::model;

namespace {

bool standsAlone(char32_t point)
{
    switch (QChar::script(point)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana: return true;
    default: return false;
    }
}

/// A column that is filled line by line.
class LinedColumn
{
public:
    void add(int line, const QString &text)
    {
        for (; m_line < line; ++m_line)
            m_text += u'\n';
        if (!m_text.isEmpty() && !m_text.endsWith(u'\n'))
            m_text += u' ';
        m_text += QString(text).replace(u'\n', u' ');
    }
    [[nodiscard]] QString take() { return cutForIndex(m_text); }

private:
    QString m_text;
    int m_line = 1;
};

/// The columns that come from a body, behind what stands in the head (which is given in any order).
class Columns
{
public:
    void addToHead(int line, const QString &text)
    {
        if (!text.isEmpty())
            m_head.append({ text::PlainLine::Kind::Prose, std::max(1, line), text });
    }

    bool addBody(QByteArrayView body, int bodyLine, const text::TextFacts &facts, const std::stop_token &stop)
    {
        const auto lines = text::plainLines(body, stop);
        if (!lines)
            return false;
        std::ranges::stable_sort(m_head, {}, &text::PlainLine::line);
        for (const text::PlainLine &line : std::as_const(m_head))
            m_prose.add(line.line, line.text);
        for (const text::PlainLine &line : *lines)
            (line.kind == text::PlainLine::Kind::Code ? m_code : m_prose).add(line.line + bodyLine - 1, line.text);
        for (const text::Heading &heading : facts.outline)
            m_headings.add(heading.line + bodyLine - 1, heading.text);
        for (const text::Reference &reference : facts.references)
            m_links.add(reference.line + bodyLine - 1, reference.destination);
        return true;
    }

    IndexedText take(const QString &title, const QStringList &tags)
    {
        return { { cutForIndex(title), cutForIndex(tags.join(u'\n')), m_headings.take(), m_prose.take(), m_code.take(), m_links.take() } };
    }

private:
    QList<text::PlainLine> m_head;
    LinedColumn m_headings;
    LinedColumn m_prose;
    LinedColumn m_code;
    LinedColumn m_links;
};

void addSteps(Columns &columns, const QList<Step> &steps)
{
    for (const Step &step : steps)
        columns.addToHead(step.position.line, (step.stage + u' ' + text::plainInline(step.note)).trimmed());
}

} // namespace

std::optional<IndexedText> indexedText(const Post &post, const std::stop_token &stop)
{
    Columns columns;
    columns.addToHead(1, text::plainInline(post.summary));
    if (!columns.addBody(post.body(), post.bodyLine, post.facts, stop))
        return std::nullopt;
    return columns.take(post.title, post.tags);
}

std::optional<IndexedText> indexedText(const Topic &topic, const std::stop_token &stop)
{
    Columns columns;
    const auto add = [&](const TopicText &text) {
        if (text.file == topic.file)
            columns.addToHead(text.position.line, text::plainInline(text.text));
    };
    add(topic.definition);
    std::ranges::for_each(topic.claims, add);
    std::ranges::for_each(topic.checklist, add);
    std::ranges::for_each(topic.failureModes, add);
    for (const TopicReference &reference : topic.references)
        columns.addToHead(reference.position.line, (reference.title + u' ' + text::plainInline(reference.note)).trimmed());
    addSteps(columns, topic.path);
    if (!columns.addBody(topic.body(), topic.bodyLine, topic.facts, stop))
        return std::nullopt;
    return columns.take(topic.title, topic.tags);
}

std::optional<IndexedText> indexedText(const ReadingPath &path, const std::stop_token &stop)
{
    Columns columns;
    columns.addToHead(1, text::plainInline(path.summary));
    addSteps(columns, path.steps);
    if (!columns.addBody(path.body(), path.bodyLine, path.facts, stop))
        return std::nullopt;
    return columns.take(path.title, {});
}

QString cutForIndex(const QString &text)
{
    QString result;
    result.reserve(text.size());
    forEachCodePoint(text, [&](char32_t point, qsizetype /*at*/) {
        if (point == hitBegin.unicode() || point == hitEnd.unicode() || point == 0)
            return;
        result += QChar::fromUcs4(point);
        if (point > 0x2E00 && standsAlone(point))
            result += cutMark;
    });
    return result;
}

} // namespace quillway::search
