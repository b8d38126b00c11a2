// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/code_ranges.h"
#include "core/import/constructs.h"

#include <QRegularExpression>
#include <QSet>

#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace quillway::importing {

namespace {

/// The white space at the begin of the line that `place` is on, if nothing else is before it.
QString indentAt(const QString &body, qsizetype place)
{
    qsizetype line = place;
    while (line > 0 && (body[line - 1] == u' ' || body[line - 1] == u'\t'))
        --line;
    return line == 0 || body[line - 1] == u'\n' ? body.sliced(line, place - line) : QString();
}

/// Where the last line begins that begins behind `from` and not behind `place`; -1 if none does.
qsizetype lastLineBegin(QStringView text, qsizetype from, qsizetype place)
{
    const qsizetype lineFeed = text.sliced(from, place - from).lastIndexOf(u'\n');
    return lineFeed < 0 ? -1 : from + lineFeed + 1;
}

/// Reads a body from left to right, tag by tag, as Liquid does.
class LiquidTurn
{
public:
    LiquidTurn(const QString &body, BodyTurn &turn)
        : m_body(body)
        , m_code(body)
        , m_turn(turn)
    { }

    [[nodiscard]] QString run()
    {
        // Neither goes beyond the begin of the next one, so that what is never closed costs no more than its length.
        // A QString made of UTF-8 is valid; to look for that again each time would take the body's length each time.
        static const QRegularExpression construct(u"\\{%-?\\s*+([A-Za-z_]++)([^%{]*+(?:(?:%(?!\\})|\\{(?!%))[^%{]*+)*+)%\\}"
                                                  "|\\{\\{-?([^}{]*+(?:(?:\\}(?!\\})|\\{(?!\\{))[^}{]*+)*+)\\}\\}"_s);
        qsizetype at = 0;
        while (true) {
            const auto match = construct.match(m_body, at, QRegularExpression::NormalMatch,
                                               QRegularExpression::DontCheckSubjectStringMatchOption);
            if (!match.hasMatch())
                break;
            m_result += QStringView(m_body).sliced(at, match.capturedStart() - at);
            at = match.capturedEnd();
            const bool isTag = match.hasCaptured(1) && !match.captured(1).isEmpty();
            const QString replaced = isTag ? turnTag(match, at) : turnOutput(match);
            m_result += replaced;
        }
        return m_result + m_body.sliced(at);
    }

private:
    /// The Markdown for a tag; `at` is moved behind what belongs to it.
    QString turnTag(const QRegularExpressionMatch &match, qsizetype &at)
    {
        const QString name = match.captured(1);
        const QString rest = withoutDash(match.captured(2));
        // What is raw is shown as it is, in code as well: the marks themselves were never shown.
        if (name == "raw"_L1 || name == "verbatim"_L1)
            return takeRaw(name, match, at);
        if (m_code.contains(match.capturedStart()))
            return match.captured();
        if (name == "highlight"_L1 || name == "codeblock"_L1)
            return takeCode(name, rest, match, at);
        QString turned;
        if (name == "post_url"_L1 || name == "link"_L1)
            turned = linkTo(rest);
        else if (name == "gist"_L1)
            turned = gist(readArguments(rest));
        else if (name == "youtube"_L1)
            turned = youtubeLink(readArguments(rest).bare.value(0));
        else if (name == "img"_L1)
            turned = image(readArguments(rest));
        else if (name == "include"_L1 || name == "render"_L1)
            turned = include(rest);
        if (turned.isEmpty())
            return kept(match);
        m_turn.note(NoteKind::ConstructTurned, m_body, match.capturedStart(), match.captured().simplified());
        return turned;
    }

    /// Without the `-` that takes the white space behind a tag.
    static QString withoutDash(const QString &text) { return (text.endsWith(u'-') ? text.chopped(1) : text).trimmed(); }

    QString kept(const QRegularExpressionMatch &match)
    {
        m_turn.note(NoteKind::ConstructKept, m_body, match.capturedStart(), match.captured().simplified());
        return match.captured();
    }

    [[nodiscard]] static QRegularExpression endOf(const QString &name)
    {
        return QRegularExpression(u"\\{%-?\\s*end"_s + name + u"\\s*-?%\\}"_s);
    }

    /// What stands between `at` and the end of the block, which `at` moves behind; nothing if it has none, and then of no later one of the name either.
    std::optional<QString> takeInside(const QString &name, qsizetype &at)
    {
        const auto end = m_unclosed.contains(name)
            ? QRegularExpressionMatch()
            : endOf(name).match(m_body, at, QRegularExpression::NormalMatch, QRegularExpression::DontCheckSubjectStringMatchOption);
        if (!end.hasMatch()) {
            m_unclosed.insert(name);
            return std::nullopt;
        }
        const QString inside = m_body.sliced(at, end.capturedStart() - at);
        at = end.capturedEnd();
        return inside;
    }

    QString takeRaw(const QString &name, const QRegularExpressionMatch &match, qsizetype &at)
    {
        const std::optional<QString> inside = takeInside(name, at);
        return inside ? *inside : kept(match);
    }

    QString takeCode(const QString &name, const QString &rest, const QRegularExpressionMatch &match, qsizetype &at)
    {
        const std::optional<QString> inside = takeInside(name, at);
        if (!inside)
            return kept(match);
        static const QRegularExpression raw(u"\\{%-?\\s*(?:end)?raw\\s*-?%\\}(?:\\r?\\n)?"_s);
        const QString code = QString(*inside).remove(raw);
        const QString language = rest.section(u' ', 0, 0);
        const QString options = rest.section(u' ', 1).simplified();
        m_turn.note(NoteKind::ConstructTurned, m_body, match.capturedStart(), match.captured().simplified());
        QString info = name == "codeblock"_L1 ? readArguments(rest).value(u"lang"_s) : language;
        if (!options.isEmpty() && name == "highlight"_L1)
            info += u' ' + options;
        const QString block = fencedCode(code, info, indentAt(m_body, match.capturedStart()));
        const bool alone = indentAt(m_body, match.capturedStart()).size() > 0 || match.capturedStart() == 0
            || m_body[match.capturedStart() - 1] == u'\n';
        const bool endsLine = at >= m_body.size() || m_body[at] == u'\n' || m_body[at] == u'\r';
        return (alone ? QString() : u"\n"_s) + block + (endsLine ? QString() : u"\n"_s);
    }

    QString linkTo(const QString &name)
    {
        if (name.contains(u'|') || name.contains("{{"_L1))
            return {};
        const QString plain = readArguments(name).bare.value(0);
        std::optional<QString> source = m_turn.findText ? m_turn.findText(plain) : std::nullopt;
        const auto destination = source && m_turn.linkTo ? m_turn.linkTo(*source) : std::nullopt;
        return destination.value_or(QString());
    }

    static QString gist(const Arguments &arguments)
    {
        const QString id = arguments.bare.value(0);
        const QString file = arguments.bare.value(1);
        return id.isEmpty() ? QString() : u"[Gist %1%2](https://gist.github.com/%1)"_s.arg(id, file.isEmpty() ? QString() : u", "_s + file);
    }

    /// `{% img [class] /path [width [height]] [title [alt]] %}`
    static QString image(const Arguments &arguments)
    {
        static const QRegularExpression path(u"[/.]"_s), number(u"\\A\\d+%?\\z"_s);
        QString source;
        QStringList texts;
        for (const QString &word : arguments.bare) {
            if (source.isEmpty() && word.contains(path))
                source = word;
            else if (!source.isEmpty() && !number.match(word).hasMatch())
                texts.append(word);
        }
        return source.isEmpty() ? QString() : picture(source, texts.value(1, texts.value(0)), texts.size() > 1 ? texts.value(0) : QString());
    }

    /// Includes whose name says what they show.
    static QString include(const QString &rest)
    {
        const QString name = rest.section(u' ', 0, 0).remove(u'"').remove(u'\'').remove(u',');
        const Arguments arguments = readArguments(rest.section(u' ', 1));
        const auto first = [&](std::initializer_list<QString> names) {
            for (const QString &key : names) {
                if (!arguments.value(key).isEmpty())
                    return arguments.value(key);
            }
            return QString();
        };
        static const QRegularExpression figures(u"(?:figure|image|img|picture|photo)"_s);
        if (name.contains("youtube"_L1))
            return youtubeLink(first({ u"id"_s, u"video"_s, u"video_id"_s, u"youtube_id"_s }));
        if (!name.contains(figures))
            return {};
        const QString source = first({ u"src"_s, u"url"_s, u"file"_s, u"image_path"_s, u"image"_s, u"path"_s, u"img"_s });
        const bool computed = source.contains("{{"_L1) || source.contains("site."_L1) || source.contains("page."_L1);
        return source.isEmpty() || computed ? QString()
                                            : picture(source, first({ u"alt"_s, u"title"_s }), first({ u"caption"_s, u"description"_s }));
    }

    /// `site.repository`, `page.author`: plain values.
    [[nodiscard]] std::optional<QString> named(const QString &expression) const
    {
        static const QRegularExpression name(u"\\A(?:site|page)\\.[A-Za-z_][\\w.-]*\\z"_s);
        if (!m_turn.valueOf || expression == "page.title"_L1 || !name.match(expression).hasMatch())
            return std::nullopt;
        return m_turn.valueOf(expression);
    }

    QString turnOutput(const QRegularExpressionMatch &match)
    {
        if (m_code.contains(match.capturedStart()))
            return match.captured();
        static const QRegularExpression base(
            u"\\A(?:site\\.(?:baseurl|url|base_url)|site\\.url\\s*\\|\\s*append:\\s*site\\.baseurl|SITEURL)\\z"_s);
        static const QRegularExpression filtered(
            u"\\A(?:[\"']([^\"']*)[\"'])\\s*\\|\\s*(?:relative_url|absolute_url|url|prepend:\\s*site\\.(?:baseurl|url))"
            "(?:\\s*\\|\\s*(?:relative_url|absolute_url|url|prepend:\\s*site\\.(?:baseurl|url)))*\\z"_s);
        static const QRegularExpression literal(u"\\A[\"']([^\"']*)[\"']\\z"_s);
        const QString expression = withoutDash(match.captured(3));
        QString turned;
        if (base.match(expression).hasMatch()) {
            turned = match.capturedEnd() < m_body.size() && m_body[match.capturedEnd()] == u'/' ? u""_s : u"/"_s;
        } else if (const auto path = filtered.match(expression); path.hasMatch()) {
            turned = path.captured(1).startsWith(u'/') ? path.captured(1) : u'/' + path.captured(1);
        } else if (const auto text = literal.match(expression); text.hasMatch()) {
            turned = text.captured(1);
        } else if (const auto value = named(expression)) {
            turned = *value;
        } else if (expression == "page.title"_L1 && !m_turn.title.isEmpty()) {
            turned = m_turn.title;
        } else if (expression == "site.title"_L1 && !m_turn.siteTitle.isEmpty()) {
            turned = m_turn.siteTitle;
        } else {
            return kept(match);
        }
        m_turn.note(NoteKind::ConstructTurned, m_body, match.capturedStart(), match.captured().simplified());
        return turned;
    }

    const QString &m_body;
    CodeRanges m_code;
    BodyTurn &m_turn;
    QString m_result;
    QSet<QString> m_unclosed; ///< tags with no end behind where they were last looked for: there is none further on either
};

constexpr qsizetype longestParagraph = 20'000; ///< characters

/// `{: .note}` below a paragraph makes it a box. False if the list names no box, or there is no plain paragraph.
bool quoteLastParagraph(QString &text, const QString &list)
{
    static const QRegularExpression className(u"\\.([A-Za-z][\\w-]*)"_s), plain(u"\\A[^\\s#|`~<>*+-]"_s);
    std::optional<QString> sign;
    for (const QRegularExpressionMatch &match : className.globalMatch(list)) {
        const auto block = alertBlock(match.captured(1), {}, u"x"_s);
        if (block && (!sign || sign->startsWith("> [!NOTE]"_L1)))
            sign = block;
    }
    while (sign && (text.endsWith(u' ') || text.endsWith(u'\t')))
        text.chop(1);
    if (!sign || !text.endsWith(u'\n'))
        return false;
    const qsizetype from = std::max<qsizetype>(0, text.size() - longestParagraph);
    const QStringView end = QStringView(text).sliced(from);
    const qsizetype blank = std::max(end.lastIndexOf("\n\n"_L1, -2), end.lastIndexOf("\n\r\n"_L1, -2));
    const qsizetype begin = blank < 0 ? from : from + end.indexOf(u'\n', blank + 1) + 1;
    const QString paragraph = text.sliced(begin).trimmed();
    if (!plain.match(paragraph).hasMatch() || (blank < 0 && from > 0))
        return false;
    text.truncate(begin);
    text += sign->section(u'\n', 0, 0) + "\n> "_L1 + QString(paragraph).replace(u'\n', "\n> "_L1) + u'\n';
    return true;
}

} // namespace

QString turnLiquid(const QString &body, BodyTurn &turn)
{
    return body.contains("{%"_L1) || body.contains("{{"_L1) ? LiquidTurn(body, turn).run() : body;
}

QString turnKramdown(const QString &body, BodyTurn &turn)
{
    if (!body.contains("{:"_L1))
        return body;
    static const QRegularExpression list(u"\\{:([^{}\\n]*+)\\}"_s);
    static const QRegularExpression id(u"#([A-Za-z][\\w-]*)"_s);
    static const QRegularExpression contents(u"^[ \\t]*(?:[-*+]|1\\.)[ \\t][^\\n]*\\n[ \\t]*\\{:\\s*toc[^}\\n]*\\}[ \\t]*\\r?\\n?"_s,
                                             QRegularExpression::MultilineOption | QRegularExpression::CaseInsensitiveOption);
    QString text = body;
    if (const auto match = contents.match(text); match.hasMatch() && !CodeRanges(text).contains(match.capturedStart())) {
        turn.note(NoteKind::ConstructDropped, text, match.capturedStart(), match.captured().simplified());
        // As many lines as before, so that what is noted later has its line.
        text.replace(match.capturedStart(), match.capturedLength(), u"\n"_s.repeated(match.captured().count(u'\n')));
    }
    const CodeRanges code(text);
    QString result;
    qsizetype done = 0;
    qsizetype lineBegin = 0;
    qsizetype lookedAt = 0; // for line ends
    for (const QRegularExpressionMatch &match : list.globalMatch(text)) {
        const qsizetype begin = match.capturedStart();
        if (code.contains(begin))
            continue;
        result += QStringView(text).sliced(done, begin - done);
        done = match.capturedEnd();
        lineBegin = std::max(lineBegin, lastLineBegin(text, std::exchange(lookedAt, begin), begin));
        const qsizetype line = lineBegin;
        const bool alone = begin >= line && QStringView(text).sliced(line, begin - line).trimmed().isEmpty();
        const auto anchor = id.match(match.captured(1));
        // On a line of its own below a heading, or at its end.
        const qsizetype headingLine = alone && line > 1 ? text.lastIndexOf(u'\n', line - 2) + 1 : line;
        const bool ofHeading = anchor.hasMatch() && headingLine < text.size() && text[headingLine] == u'#';
        if (ofHeading) {
            while (result.endsWith(u'\n') || result.endsWith(u'\r') || result.endsWith(u' '))
                result.chop(1);
            result += " {#"_L1 + anchor.captured(1) + u'}';
            turn.note(NoteKind::ConstructTurned, text, begin, match.captured());
            continue;
        }
        if (alone && quoteLastParagraph(result, match.captured(1))) {
            turn.note(NoteKind::ConstructTurned, text, begin, match.captured());
            continue;
        }
        turn.note(NoteKind::ConstructDropped, text, begin, match.captured());
    }
    return result + text.sliced(done);
}

} // namespace quillway::importing
