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

constexpr int deepest = 20; ///< blocks within blocks

bool isWebAddress(const QString &text)
{
    return text.startsWith("https://"_L1) || text.startsWith("http://"_L1);
}

/// The white space at the begin of the line that `place` is on, if nothing else is before it.
QString indentAt(const QString &body, qsizetype place)
{
    qsizetype line = place;
    while (line > 0 && (body[line - 1] == u' ' || body[line - 1] == u'\t'))
        --line;
    return line == 0 || body[line - 1] == u'\n' ? body.sliced(line, place - line) : QString();
}

/// Reads a body from left to right, tag by tag, as Liquid does.
class LiquidTurn
{
public:
    LiquidTurn(const QString &body, BodyTurn &turn, int depth = 0)
        : m_body(body)
        , m_code(body)
        , m_turn(turn)
        , m_depth(depth)
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
        if (isBlock(name))
            return takeBlock(name, rest, match, at);
        QString turned;
        if (name == "post_url"_L1 || name == "link"_L1)
            turned = linkTo(rest);
        else if (name == "gist"_L1)
            turned = gist(readArguments(rest));
        else if (name == "youtube"_L1)
            turned = youtubeLink(readArguments(rest).bare.value(0));
        else if (name == "vimeo"_L1)
            turned = vimeoLink(readArguments(rest).bare.value(0));
        else if ((name == "twitter"_L1 || name == "tweet"_L1) && isWebAddress(readArguments(rest).bare.value(0)))
            turned = u"[Post on X](%1)"_s.arg(readArguments(rest).bare.value(0));
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
        QString inside = m_body.sliced(at, end.capturedStart() - at);
        at = end.capturedEnd();
        return inside;
    }

    QString takeRaw(const QString &name, const QRegularExpressionMatch &match, qsizetype &at)
    {
        const std::optional<QString> inside = takeInside(name, at);
        return inside ? *inside : kept(match);
    }

    /// A block begins and ends lines, wherever its tags stand; `end` is behind them.
    [[nodiscard]] QString onItsOwn(const QString &block, const QRegularExpressionMatch &match, qsizetype end) const
    {
        const qsizetype begin = match.capturedStart();
        const bool alone = begin == 0 || m_body[begin - 1] == u'\n' || !indentAt(m_body, begin).isEmpty();
        const bool endsLine = end >= m_body.size() || m_body[end] == u'\n' || m_body[end] == u'\r';
        return (alone ? QString() : u"\n"_s) + block + (endsLine ? QString() : u"\n"_s);
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
        return onItsOwn(fencedCode(code, info, indentAt(m_body, match.capturedStart())), match, at);
    }

    /// Places ascend from call to call.
    int linesBefore(qsizetype place)
    {
        m_lines += lineEndsBefore(QStringView(m_body).sliced(m_counted), place - m_counted);
        m_counted = place;
        return m_lines;
    }

    /// Blocks by other names are what a site computes, and stay.
    [[nodiscard]] static bool isBlock(const QString &name)
    {
        static const QSet<QString> names { u"alert"_s,   u"blockquote"_s, u"callout"_s, u"comment"_s, u"danger"_s, u"details"_s, u"info"_s,
                                           u"mermaid"_s, u"note"_s,       u"notice"_s,  u"quote"_s,   u"tip"_s,    u"warning"_s };
        return names.contains(name);
    }

    QString takeBlock(const QString &name, const QString &rest, const QRegularExpressionMatch &match, qsizetype &at)
    {
        const qsizetype begin = at;
        const std::optional<QString> inside = m_depth < deepest ? takeInside(name, at) : std::nullopt;
        if (!inside)
            return kept(match);
        m_turn.note(NoteKind::ConstructTurned, m_body, match.capturedStart(), match.captured().simplified());
        if (name == "comment"_L1)
            return "<!--"_L1 + QString(*inside).replace("--"_L1, "- -"_L1) + "-->"_L1;
        if (name == "mermaid"_L1)
            return onItsOwn(fencedCode(*inside, name, indentAt(m_body, match.capturedStart())), match, at);
        const int line = m_turn.bodyLine;
        m_turn.bodyLine += linesBefore(begin);
        const QString content = LiquidTurn(*inside, m_turn, m_depth + 1).run().trimmed();
        m_turn.bodyLine = line;
        if (name == "details"_L1)
            return onItsOwn(detailsBlock(rest, content), match, at);
        if (name.endsWith("quote"_L1))
            return onItsOwn(quoteBlock(content, rest), match, at);
        const Arguments arguments = readArguments(rest);
        const bool isNamed = alertBlock(name, {}, {}).has_value();
        const QString kind = arguments.value(u"type"_s, isNamed ? -1 : 0);
        const QString known = alertBlock(kind, {}, {}) ? kind : isNamed ? name : u"note"_s;
        return onItsOwn(*alertBlock(known, arguments.value(u"title"_s), content), match, at);
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
        const QString text = first({ u"content"_s, u"text"_s, u"message"_s });
        const QString alert = alertKind(first({ u"type"_s, u"class"_s }) + u' ' + name.section(u'.', 0, 0).section(u'/', -1));
        if (!alert.isEmpty() && !text.isEmpty() && !text.contains("{{"_L1))
            return *alertBlock(alert, first({ u"title"_s }), text);
        if (name.contains("vimeo"_L1) || (name.startsWith("video"_L1) && first({ u"provider"_s }) == "vimeo"_L1))
            return vimeoLink(first({ u"id"_s, u"video"_s }));
        if (name.contains("youtube"_L1) || (name.startsWith("video"_L1) && first({ u"provider"_s }) == "youtube"_L1))
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
    int m_depth; ///< blocks that it stands in
    int m_lines = 0; ///< before m_counted
    qsizetype m_counted = 0;
    QString m_result;
    QSet<QString> m_unclosed; ///< tags with no end behind where they were last looked for: there is none further on either
};

} // namespace

QString turnLiquid(const QString &body, BodyTurn &turn)
{
    return body.contains("{%"_L1) || body.contains("{{"_L1) ? LiquidTurn(body, turn).run() : body;
}

} // namespace quillway::importing
