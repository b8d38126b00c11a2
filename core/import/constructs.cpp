// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/constructs.h"

#include "core/import/code_ranges.h"
#include "core/text/writing/code_fence.h"

#include <QRegularExpression>
#include <QUrl>
#include <QUrlQuery>

#include <array>

using namespace Qt::StringLiterals;

namespace quillway::importing {

QString fencedCode(const QString &code, const QString &info, const QString &indent)
{
    QString text = code;
    text.replace("\r\n"_L1, "\n"_L1);
    while (text.startsWith(u'\n'))
        text.removeFirst();
    while (text.endsWith(u'\n') || text.endsWith(u' '))
        text.chop(1);
    const QString fence = text::fenceAround(text);
    QString block = fence + info + u'\n';
    for (const QString &line : text.split(u'\n'))
        block += (line.isEmpty() || line.startsWith(indent) ? QString() : indent) + line + u'\n';
    return block + indent + fence;
}

QString picture(const QString &source, const QString &alt, const QString &caption)
{
    QString text = alt.isEmpty() ? caption : alt;
    text.replace(u'[', "\\["_L1).replace(u']', "\\]"_L1);
    QString title = caption;
    title.replace(u'"', "\\\""_L1);
    const bool needsBrackets = source.contains(u' ') || source.contains(u'(') || source.contains(u')');
    return "!["_L1 + text.simplified() + "]("_L1 + (needsBrackets ? u'<' + source + u'>' : source)
        + (title.isEmpty() ? QString() : " \""_L1 + title.simplified() + u'"') + u')';
}

QString youtubeLink(const QString &id)
{
    static const QRegularExpression form(u"\\A[A-Za-z0-9_-]{6,20}\\z"_s);
    return form.match(id).hasMatch()
        ? u"[![Video](https://img.youtube.com/vi/%1/hqdefault.jpg)](https://www.youtube.com/watch?v=%1)"_s.arg(id)
        : QString();
}

QString vimeoLink(const QString &id)
{
    static const QRegularExpression number(u"\\A\\d+\\z"_s);
    return number.match(id).hasMatch() ? u"[Video](https://vimeo.com/%1)"_s.arg(id) : QString();
}

QString videoLink(const QString &frameAddress)
{
    const QUrl url(frameAddress.startsWith("//"_L1) ? "https:"_L1 + frameAddress : frameAddress.trimmed());
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
        return vimeoLink(match.captured(1));
    return {};
}

QString detailsBlock(const QString &title, const QString &content)
{
    return u"<details>\n<summary>%1</summary>\n\n%2\n\n</details>"_s.arg(title.toHtmlEscaped(), content.trimmed());
}

QString quoteBlock(const QString &content, const QString &author)
{
    const QString quoted = u"> "_s + content.trimmed().replace(u'\n', "\n> "_L1);
    return author.isEmpty() ? quoted : quoted + u"\n>\n> — "_s + author;
}

QString alertKind(const QString &classes)
{
    static const QRegularExpression names(
        u"(?:\\A|[\\s_-])(note|info|tip|hint|important|warning|warn|caution|danger|error|attention|success)(?=[\\s_-]|\\z)"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression boxes(
        u"(?:\\A|[\\s_-])(?:alert|admonition|callout|notice|message|box|panel|prompt|note|tip|warning|info)(?:[\\s_-]|\\z)"_s,
        QRegularExpression::CaseInsensitiveOption);
    if (!boxes.match(classes).hasMatch())
        return {};
    QString kind;
    // `note warning`: the second one tells more.
    for (const QRegularExpressionMatch &match : names.globalMatch(classes)) {
        if (kind.isEmpty() || kind.compare("note"_L1, Qt::CaseInsensitive) == 0 || kind.compare("info"_L1, Qt::CaseInsensitive) == 0)
            kind = match.captured(1);
    }
    return kind;
}

std::optional<QString> alertBlock(QStringView kind, const QString &title, const QString &content)
{
    static constexpr std::array names {
        std::pair { "note"_L1, "NOTE"_L1 },
        std::pair { "info"_L1, "NOTE"_L1 },
        std::pair { "abstract"_L1, "NOTE"_L1 },
        std::pair { "tip"_L1, "TIP"_L1 },
        std::pair { "hint"_L1, "TIP"_L1 },
        std::pair { "success"_L1, "TIP"_L1 },
        std::pair { "important"_L1, "IMPORTANT"_L1 },
        std::pair { "warning"_L1, "WARNING"_L1 },
        std::pair { "warn"_L1, "WARNING"_L1 },
        std::pair { "attention"_L1, "WARNING"_L1 },
        std::pair { "caution"_L1, "CAUTION"_L1 },
        std::pair { "danger"_L1, "CAUTION"_L1 },
        std::pair { "error"_L1, "CAUTION"_L1 },
    };
    const auto place = std::ranges::find_if(names, [&](const auto &name) { return name.first.compare(kind, Qt::CaseInsensitive) == 0; });
    if (place == names.end())
        return std::nullopt;
    QString block = "> [!"_L1 + place->second + "]\n"_L1;
    if (!title.isEmpty())
        block += "> **"_L1 + title + "**\n>\n"_L1;
    for (const QString &line : content.trimmed().split(u'\n'))
        block += line.trimmed().isEmpty() ? u">\n"_s : "> "_L1 + line + u'\n';
    block.chop(1);
    return block;
}

Arguments readArguments(QStringView text)
{
    static const QRegularExpression argument(
        u"(?:([\\w.-]+)\\s*(?:=|:(?!/))\\s*)?(?:\"((?:[^\"\\\\]|\\\\.)*)\"|'([^']*)'|`([^`]*)`|([^\\s,\"']+))"_s);
    Arguments arguments;
    for (const QRegularExpressionMatch &match : argument.globalMatchView(text)) {
        QString value;
        for (int group = 2; group <= 5; ++group) {
            if (match.hasCaptured(group))
                value = match.captured(group);
        }
        value.replace("\\\""_L1, "\""_L1);
        if (match.hasCaptured(1) && !match.captured(1).isEmpty())
            arguments.named.insert(match.captured(1).toLower(), value);
        else
            arguments.bare.append(value);
    }
    return arguments;
}

namespace {

struct BodyLine {
    QStringView text; ///< without its end
    qsizetype begin;
    qsizetype next;
};

QList<BodyLine> linesOf(QStringView body)
{
    QList<BodyLine> lines;
    for (qsizetype begin = 0; begin < body.size();) {
        const qsizetype lineFeed = body.indexOf(u'\n', begin);
        const qsizetype next = lineFeed < 0 ? body.size() : lineFeed + 1;
        QStringView text = body.sliced(begin, next - begin);
        while (text.endsWith(u'\n') || text.endsWith(u'\r'))
            text.chop(1);
        lines.append({ text, begin, next });
        begin = next;
    }
    return lines;
}

/// Lines [begin, end) as one text without `indent` columns of white space before them.
QString joined(const QList<BodyLine> &lines, qsizetype begin, qsizetype end, qsizetype indent)
{
    QString text;
    for (qsizetype i = begin; i < end; ++i) {
        QStringView line = lines[i].text;
        for (qsizetype j = 0; j < indent && !line.isEmpty() && line.front().isSpace(); ++j) {
            const bool tab = line.front() == u'\t';
            line = line.sliced(1);
            if (tab)
                break;
        }
        text += line;
        text += u'\n';
    }
    return text;
}

} // namespace

QString turnContainers(const QString &body, BodyTurn &turn)
{
    if (!body.contains(":::"_L1) && !body.contains("!!! "_L1))
        return body;
    static const QRegularExpression opening(u"\\A(:{3,})[ \\t]*\\{?\\.?([A-Za-z]+)\\}?[ \\t]*(.*)\\z"_s);
    static const QRegularExpression closing(u"\\A:{3,}[ \\t]*\\z"_s);
    static const QRegularExpression admonition(u"\\A!!! ([A-Za-z]+)(?:[ \\t]+\"([^\"]*)\")?[ \\t]*\\z"_s);
    const QList<BodyLine> lines = linesOf(body);
    const CodeRanges code(body);
    QList<qsizetype> closers; // lines
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (lines[i].text.startsWith(":::"_L1) && closing.matchView(lines[i].text).hasMatch())
            closers.append(i);
    }
    QString result;
    qsizetype done = 0;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const BodyLine &line = lines[i];
        const bool container = line.text.startsWith(":::"_L1);
        if ((!container && !line.text.startsWith("!!! "_L1)) || code.contains(line.begin))
            continue;
        const auto match = (container ? opening : admonition).matchView(line.text);
        if (!match.hasMatch())
            continue;
        qsizetype end = i + 1;
        QString content;
        if (container) {
            const auto closer = std::ranges::lower_bound(closers, end);
            if (closer == closers.end())
                continue;
            content = joined(lines, i + 1, *closer, 0);
            end = *closer + 1;
        } else {
            const auto inside = [&](qsizetype at) { return lines[at].text.startsWith("    "_L1) || lines[at].text.startsWith(u'\t'); };
            while (end < lines.size() && (inside(end) || (lines[end].text.trimmed().isEmpty() && end + 1 < lines.size() && inside(end + 1))))
                ++end;
            content = joined(lines, i + 1, end, 4);
        }
        const QString kind = match.captured(container ? 2 : 1);
        const auto block = alertBlock(kind, match.captured(container ? 3 : 2).trimmed(), content);
        if (!block)
            continue;
        result += body.sliced(done, line.begin - done) + *block + u'\n';
        turn.note(NoteKind::ConstructTurned, body, line.begin, line.text.toString());
        done = lines[end - 1].next;
        i = end - 1;
    }
    return result + body.sliced(done);
}

QString turnPythonMarkdown(const QString &body, BodyTurn &turn)
{
    static const QRegularExpression first(u"\\A([ \\t]*?)(?: {4}|\\t)(?::::|#!)([A-Za-z0-9_+#-]+)[ \\t]*\\z"_s);
    QString result;
    qsizetype place = 0;
    const QStringList lines = body.split(u'\n');
    const CodeRanges code(body);
    for (qsizetype i = 0; i < lines.size(); ++i) {
        QString line = lines[i];
        const bool returns = line.endsWith(u'\r');
        if (returns)
            line.chop(1);
        const auto match = first.match(line);
        const bool wasBlank = i == 0 || lines[i - 1].trimmed().isEmpty() || !result.endsWith("```\n"_L1);
        if (line.trimmed() == "[TOC]"_L1 && !code.contains(place)) {
            turn.note(NoteKind::ConstructDropped, body, place, u"[TOC]"_s);
            place += lines[i].size() + 1;
            continue;
        }
        if (!match.hasMatch() || !wasBlank) {
            result += lines[i] + (i + 1 < lines.size() ? u"\n"_s : QString());
            place += lines[i].size() + 1;
            continue;
        }
        const QString indent = match.captured(1);
        QStringList block;
        qsizetype end = i + 1;
        const auto inside = [&](const QString &text) { return text.startsWith(indent + "    "_L1) || text.startsWith(indent + u'\t'); };
        for (; end < lines.size() && (inside(lines[end]) || lines[end].trimmed().isEmpty()); ++end)
            block.append(lines[end].trimmed().isEmpty() ? QString()
                                                        : lines[end].sliced(indent.size() + (lines[end][indent.size()] == u'\t' ? 1 : 4)));
        qsizetype blanks = 0;
        while (!block.isEmpty() && block.last().isEmpty()) {
            block.removeLast();
            ++blanks;
        }
        const QString fence = text::fenceAround(block.join(u'\n'));
        const QString lineEnd = returns ? u"\r\n"_s : u"\n"_s;
        result += indent + fence + match.captured(2) + lineEnd;
        for (const QString &codeLine : std::as_const(block))
            result += (codeLine.isEmpty() ? QString() : indent + codeLine) + u'\n';
        result += indent + fence + (end < lines.size() || blanks > 0 ? lineEnd : QString());
        turn.note(NoteKind::ConstructTurned, body, place, ":::"_L1 + match.captured(2));
        for (; i < end - blanks; ++i)
            place += lines[i].size() + 1;
        --i;
    }
    return result;
}

} // namespace quillway::importing
