// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/writing/markdown_writer.h"

#include "core/text/writing/code_fence.h"
#include "core/text/writing/inline_marks.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::text {

namespace {

constexpr qsizetype longestReference = 33; // characters, the longest name and the semicolon

bool isBlank(QChar c)
{
    return c == u' ' || c == u'\t' || c == u'\n' || c == u'\r' || c == u'\f';
}

bool isAlone(const QString &text, qsizetype at)
{
    return at == 0 || at + 1 == text.size() || !text.at(at - 1).isLetterOrNumber() || !text.at(at + 1).isLetterOrNumber();
}

/// True if the `&` there would be read as a character reference (CommonMark 6.2 / 2.5).
bool beginsReference(const QString &text, qsizetype at)
{
    const QStringView name = QStringView(text).sliced(at + 1).first(std::min<qsizetype>(longestReference, text.size() - at - 1));
    const qsizetype end = name.indexOf(u';');
    return end > 0 && std::ranges::all_of(name.first(end), [](QChar c) { return c == u'#' || (c.unicode() < 128 && c.isLetterOrNumber()); });
}

bool needsEscape(const QString &text, qsizetype at)
{
    switch (text.at(at).unicode()) {
    case u'\\':
    case u'*':
    case u'`':
    case u'[':
    case u']':
    case u'<': return true;
    case u'_': return isAlone(text, at);
    case u'~': return at + 1 < text.size() && text.at(at + 1) == u'~';
    case u'&': return beginsReference(text, at);
    default: return false;
    }
}

QString escaped(const QString &text)
{
    QString result;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (needsEscape(text, at))
            result += u'\\';
        result += text.at(at);
    }
    return result;
}

QString oneBlankEach(const QString &text)
{
    QString result;
    for (const QChar c : text) {
        if (!isBlank(c))
            result += c;
        else if (!result.endsWith(u' '))
            result += u' ';
    }
    return result;
}

QString codeSpan(const QString &code)
{
    const QString text = oneBlankEach(code);
    const QString fence(longestBackticks(text) + 1, u'`');
    const QString room = text.startsWith(u'`') || text.endsWith(u'`') ? u" "_s : QString();
    return fence + room + text + room + fence;
}

/// A line that Markdown would read as the start of another block gets a backslash.
QString escapedStart(const QString &line)
{
    static const QRegularExpression sign(u"^(?:#{1,6}(?=\\s|$)|[-+](?=\\s|$)|>|~~~|(?:-\\s*){3,}$|=+\\s*$|-+\\s*$)"_s);
    static const QRegularExpression number(u"^(\\d{1,9})([.)])(?=\\s|$)"_s);
    if (sign.match(line).hasMatch())
        return u'\\' + line;
    const auto match = number.match(line);
    return match.hasMatch() ? match.captured(1) + u'\\' + line.sliced(match.capturedLength(1)) : line;
}

/// The marks that are open behind what was written: link first, so that marks stand inside of it.
class RunWriter
{
public:
    explicit RunWriter(LineBreaks breaks)
        : m_breaks(breaks)
    { }

    void add(const TextRun &run)
    {
        if (run.kind == TextRun::Kind::Break)
            return addBreak();
        QString text = run.kind == TextRun::Kind::Text ? escaped(oneBlankEach(run.text)) : run.text;
        if (run.kind == TextRun::Kind::Code)
            text = isBlankText(run.text) ? u" "_s : codeSpan(run.text);
        if (text.startsWith(u' ')) {
            m_blank = m_blank || (!m_text.isEmpty() && !m_text.endsWith(u'\n'));
            text.remove(0, 1);
        }
        const bool endsBlank = run.kind != TextRun::Kind::Code && text.endsWith(u' ');
        if (endsBlank)
            text.chop(1);
        if (!text.isEmpty()) {
            closeFor(run);
            if (std::exchange(m_blank, false))
                m_text += u' ';
            openFor(run);
            m_text += text;
        }
        m_blank = m_blank || (endsBlank && !m_text.isEmpty());
    }
    [[nodiscard]] QString finish()
    {
        closeFor({});
        while (m_text.endsWith(u'\n') || m_text.endsWith(u"\\\n") || m_text.endsWith(u"<br>"))
            m_text.chop(m_text.endsWith(u"<br>") ? 4 : 1 + (m_text.endsWith(u"\\\n") ? 1 : 0));
        return m_text;
    }

private:
    enum class Sign { Link, Strong, Emphasis, Struck };

    static bool isBlankText(const QString &text) { return std::ranges::all_of(text, isBlank); }

    static QList<Sign> signsOf(const TextRun &run)
    {
        QList<Sign> signs;
        if (!run.destination.isEmpty())
            signs.append(Sign::Link);
        if (run.isStrong)
            signs.append(Sign::Strong);
        if (run.isEmphasis)
            signs.append(Sign::Emphasis);
        if (run.isStruck)
            signs.append(Sign::Struck);
        return signs;
    }
    void closeFor(const TextRun &run)
    {
        const QList<Sign> wanted = signsOf(run);
        qsizetype kept = 0;
        while (kept < m_open.size() && kept < wanted.size() && m_open.at(kept) == wanted.at(kept)
               && (m_open.at(kept) != Sign::Link || m_destination == run.destination))
            ++kept;
        while (m_open.size() > kept)
            m_text += m_open.constLast() == Sign::Link ? u"]("_s + linkDestination(m_destination) + u')' : mark(m_open.constLast()),
                m_open.removeLast();
    }
    void openFor(const TextRun &run)
    {
        const QList<Sign> wanted = signsOf(run);
        while (m_open.size() < wanted.size()) {
            m_open.append(wanted.at(m_open.size()));
            m_text += m_open.constLast() == Sign::Link ? u"["_s : mark(m_open.constLast());
        }
        m_destination = run.destination;
    }
    static QString mark(Sign sign) { return sign == Sign::Strong ? u"**"_s : sign == Sign::Emphasis ? u"*"_s : u"~~"_s; }

    void addBreak()
    {
        m_blank = false;
        if (m_breaks == LineBreaks::Blank) {
            m_blank = !m_text.isEmpty();
            return;
        }
        closeFor({});
        if (m_text.isEmpty() || m_text.endsWith(u"\n\n"))
            return;
        if (m_breaks == LineBreaks::Tag)
            m_text += u"<br>"_s;
        else if (m_text.endsWith(u"\\\n"))
            m_text.replace(m_text.size() - 2, 2, u"\n\n"_s);
        else
            m_text += u"\\\n"_s;
    }

    LineBreaks m_breaks;
    QString m_text;
    QList<Sign> m_open;
    QString m_destination;
    bool m_blank = false; ///< to be written before the next character
};

QStringList fenced(const QString &code, const QString &language)
{
    const QString fence = fenceAround(code);
    return QStringList(fence + language) + code.split(u'\n') + QStringList(fence);
}

QString withoutEnd(QString line)
{
    while (line.endsWith(u' '))
        line.chop(1);
    return line;
}

} // namespace

QString renderRuns(const TextRuns &runs, LineBreaks breaks)
{
    RunWriter writer(breaks);
    for (const TextRun &run : runs)
        writer.add(run);
    return writer.finish();
}

void MarkdownWriter::open(Container container, int firstNumber)
{
    Level level { .container = container, .number = firstNumber, .first = {}, .prefix = container == Container::Quote ? u"> "_s : QString() };
    if (container == Container::Item) {
        const bool isNumbered = !m_levels.isEmpty() && m_levels.constLast().container == Container::Numbers;
        level.first = isNumbered ? QString::number(m_levels.last().number++) + u". "_s : u"- "_s;
        level.prefix = QString(level.first.size(), u' ');
    }
    m_levels.append(level);
}

void MarkdownWriter::close()
{
    if (!m_levels.isEmpty())
        m_levels.removeLast();
    m_isInList = m_isInList && std::ranges::any_of(m_levels, [](const Level &level) { return level.container != Container::Quote; });
}

void MarkdownWriter::addParagraph(const TextRuns &runs)
{
    const QString text = renderRuns(runs, LineBreaks::Hard);
    if (text.isEmpty())
        return;
    QStringList lines = text.split(u'\n');
    std::ranges::transform(lines, lines.begin(), escapedStart);
    addLines(lines);
}

void MarkdownWriter::addHeading(int level, const TextRuns &runs)
{
    const QString text = renderRuns(runs, LineBreaks::Blank);
    if (!text.isEmpty())
        addLines({ QString(level, u'#') + u' ' + text });
}

void MarkdownWriter::addCode(const QString &code, const QString &language)
{
    addLines(fenced(code, language));
}

void MarkdownWriter::addTable(const Table &table)
{
    addLines(render(table));
}

void MarkdownWriter::addRule()
{
    addLines({ u"---"_s });
}

void MarkdownWriter::addAsItIs(const QStringList &lines)
{
    if (!lines.isEmpty())
        addLines(lines);
}

void MarkdownWriter::addLines(const QStringList &lines)
{
    QString first;
    QString prefix;
    QString before; // of what the last block is in as well: a blank line of a quote that begins here would belong to the one above
    bool startsItem = false;
    bool isNew = false;
    for (Level &level : m_levels) {
        startsItem = startsItem || !level.first.isEmpty();
        first += level.first.isEmpty() ? level.prefix : std::exchange(level.first, QString());
        prefix += level.prefix;
        const bool isBegun = std::exchange(level.isBegun, true);
        isNew = isNew || !isBegun;
        if (!isNew)
            before += level.prefix;
    }
    const QString blank = withoutEnd(prefix);
    // Items stand close together; other blocks have a blank line between them.
    if (!m_lines.isEmpty() && !(startsItem && m_isInList))
        m_lines.append(withoutEnd(before));
    for (qsizetype i = 0; i < lines.size(); ++i)
        m_lines.append(lines.at(i).isEmpty() ? blank : (i == 0 ? first : prefix) + lines.at(i));
    m_isInList = std::ranges::any_of(m_levels, [](const Level &level) { return level.container == Container::Item; });
    ++m_blocks;
}

} // namespace quillway::text
