// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/code_ranges.h"
#include "core/import/constructs.h"

#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace quillway::importing {

namespace {

constexpr int deepest = 20; ///< shortcodes within shortcodes

/// What a shortcode is written as, whatever its tool's brackets.
struct Shortcode {
    QString name;
    Arguments arguments;
    bool isPaired = false;
    QString content;
};

QString linkToText(const QString &name, BodyTurn &turn)
{
    const qsizetype sign = name.indexOf(u'#');
    const QString plain = sign < 0 ? name : name.first(sign);
    if (plain.isEmpty())
        return name;
    const auto source = turn.findText ? turn.findText(plain) : std::nullopt;
    const auto destination = source && turn.linkTo ? turn.linkTo(*source) : std::nullopt;
    return destination ? *destination + (sign < 0 ? QString() : name.sliced(sign)) : QString();
}

QString figure(const Arguments &arguments)
{
    const QString source = arguments.value(u"src"_s, 0);
    if (source.isEmpty())
        return {};
    QString caption = arguments.value(u"caption"_s);
    if (const QString attribution = arguments.value(u"attr"_s); !attribution.isEmpty())
        caption += (caption.isEmpty() ? u""_s : u" – "_s) + attribution;
    if (caption.isEmpty())
        caption = arguments.value(u"title"_s);
    const QString shown = picture(source, arguments.value(u"alt"_s, 1), caption);
    const QString link = arguments.value(u"link"_s);
    return link.isEmpty() ? shown : u'[' + shown + "]("_L1 + link + u')';
}

/// What themes give one name or another, or none.
QString eitherOf(const Arguments &arguments, const QString &name, const QString &other)
{
    return arguments.value(arguments.named.contains(name) ? name : other, 0);
}

/// What only arranges or lets through what stands in it.
bool isWrapper(const QString &name)
{
    static const QSet<QString> names { u"center"_s,   u"column"_s,  u"columns"_s, u"div"_s,     u"gallery"_s,
                                       u"html"_s,     u"lead"_s,    u"raw"_s,     u"rawhtml"_s, u"raw_html"_s,
                                       u"raw-html"_s, u"section"_s, u"steps"_s,   u"tabs"_s,    u"unsafe"_s };
    return names.contains(name);
}

/// The shortcodes that many sites have. Empty if it is none of them.
QString turnShortcode(const Shortcode &code, BodyTurn &turn)
{
    const QString &name = code.name;
    const Arguments &arguments = code.arguments;
    const QString first = arguments.bare.value(0);
    if (name == "ref"_L1 || name == "relref"_L1)
        return linkToText(arguments.value(u"path"_s, 0), turn);
    if (name == "figure"_L1 || name == "img"_L1 || name == "image"_L1 || name == "picture"_L1)
        return figure(arguments);
    if (name == "youtube"_L1 || name == "youtube-lite"_L1)
        return youtubeLink(arguments.value(u"id"_s, 0));
    if (name == "vimeo"_L1)
        return vimeoLink(arguments.value(u"id"_s, 0));
    if (name == "video"_L1 && arguments.value(u"src"_s, 0).contains(u'.'))
        return u"[Video](%1)"_s.arg(arguments.value(u"src"_s, 0));
    if (name == "asciinema"_L1 && !arguments.value(u"id"_s, 0).isEmpty())
        return u"[Terminal recording](https://asciinema.org/a/%1)"_s.arg(arguments.value(u"id"_s, 0));
    if (name == "gist"_L1 && arguments.bare.size() >= 2)
        return u"[Gist %2](https://gist.github.com/%1/%2)"_s.arg(first, arguments.bare[1]);
    if (name == "tweet"_L1 || name == "twitter"_L1 || name == "x"_L1) {
        const QString user = arguments.value(u"user"_s);
        const QString id = arguments.value(u"id"_s, 0);
        return id.isEmpty() ? QString() : u"[Post on X](https://twitter.com/%1/status/%2)"_s.arg(user.isEmpty() ? u"i"_s : user, id);
    }
    if (name == "instagram"_L1 && !first.isEmpty())
        return u"[Post on Instagram](https://www.instagram.com/p/%1/)"_s.arg(first);
    if (!code.isPaired)
        return {};
    if (name == "highlight"_L1 || name == "code"_L1) {
        const QString language = arguments.value(u"lang"_s, 0);
        const QString options = arguments.bare.value(1);
        return fencedCode(code.content, language + (options.isEmpty() ? QString() : " {"_L1 + options + u'}'), {});
    }
    if (name == "mermaid"_L1)
        return fencedCode(code.content, u"mermaid"_s, {});
    if (name == "math"_L1 || name == "katex"_L1)
        return "$$\n"_L1 + code.content.trimmed() + "\n$$"_L1;
    if (name == "details"_L1 || name == "expand"_L1 || name == "collapse"_L1 || name == "spoiler"_L1) {
        const QString title = eitherOf(arguments, u"title"_s, u"summary"_s);
        return detailsBlock(title.isEmpty() ? u"Details"_s : title, code.content);
    }
    if (name == "quote"_L1 || name == "blockquote"_L1)
        return quoteBlock(code.content, arguments.value(u"author"_s));
    if (name == "tab"_L1)
        return u"**%1**\n\n%2\n"_s.arg(eitherOf(arguments, u"title"_s, u"name"_s), code.content.trimmed());
    if (isWrapper(name))
        return code.content;
    if (name == "button"_L1) {
        const QString target = eitherOf(arguments, u"link"_s, u"href"_s);
        return target.isEmpty() ? QString() : u"[%1](%2)"_s.arg(code.content.trimmed(), target);
    }
    const bool isNotice = name == "notice"_L1 || name == "alert"_L1 || name == "callout"_L1 || name == "admonition"_L1 || name == "box"_L1
        || name == "hint"_L1;
    QString kind = isNotice ? arguments.value(u"type"_s, 0) : name;
    if (kind.isEmpty())
        kind = arguments.value(u"level"_s);
    if (isNotice && kind.isEmpty())
        kind = u"note"_s;
    return alertBlock(kind, arguments.value(u"title"_s, isNotice ? 1 : 0), code.content).value_or(QString());
}

/// A shortcode's tag as it stands in a body.
struct Tag {
    QString name;
    QStringView arguments;
    qsizetype begin = 0;
    qsizetype end = 0;
    bool closes = false; ///< `{{< /x >}}`
    bool closesItself = false; ///< `{{< x />}}`
    qsizetype partner = -1; ///< of an opening one: the tag that closes it
};

/// The tags outside of code, each opening one with the one that closes it. In one go, since a body may have very many.
QList<Tag> tagsOf(const QString &body)
{
    // Never beyond the begin of the next tag, so that what is not closed costs no more than its length.
    static const QRegularExpression form(
        u"\\{\\{[<%](?!/\\*)\\s*+(/?+)\\s*+([\\w./-]*[\\w.-])"
        "((?:\"(?:[^\"\\\\{]|\\\\.|\\{(?!\\{[<%]))*+\"|`[^`{]*+`|[^\"`>%{]|>(?!\\}\\})|%(?!\\}\\})|\\{(?!\\{))*+)[>%]\\}\\}"_s);
    const CodeRanges code(body);
    QList<Tag> tags;
    QHash<QString, QList<qsizetype>> open;
    for (const QRegularExpressionMatch &match : form.globalMatch(body)) {
        if (code.contains(match.capturedStart()))
            continue;
        Tag tag { .name = match.captured(2), .arguments = {}, .begin = match.capturedStart(), .end = match.capturedEnd() };
        tag.closes = match.capturedLength(1) > 0;
        tag.arguments = QStringView(body).sliced(match.capturedStart(3), match.capturedLength(3));
        tag.closesItself = tag.arguments.endsWith(u'/');
        if (tag.closesItself)
            tag.arguments.chop(1);
        if (tag.closes) {
            if (QList<qsizetype> &same = open[tag.name]; !same.isEmpty())
                tags[same.takeLast()].partner = tags.size();
        } else if (!tag.closesItself) {
            open[tag.name].append(tags.size());
        }
        tags.append(tag);
    }
    return tags;
}

/// Within which nothing is a shortcode.
bool holdsCode(const QString &name)
{
    return name == "highlight"_L1 || name == "code"_L1 || name == "mermaid"_L1;
}

/// What stands between a pair of tags is turned by itself first. `firstLine` is the body's in its file.
QString turnShortcodes(const QString &body, int firstLine, int depth, BodyTurn &turn)
{
    const QList<Tag> tags = tagsOf(body);
    QString result;
    qsizetype done = 0;
    int line = firstLine;
    qsizetype counted = 0;
    const auto lineAt = [&](qsizetype place) {
        line += lineEndsBefore(QStringView(body).sliced(counted), place - counted);
        counted = place;
        return line;
    };
    for (qsizetype i = 0; i < tags.size(); ++i) {
        const Tag &tag = tags[i];
        const QString shown = body.sliced(tag.begin, tag.end - tag.begin).simplified().left(160);
        const int tagLine = lineAt(tag.begin);
        result += QStringView(body).sliced(done, tag.begin - done);
        done = tag.end;
        Shortcode code { tag.name, readArguments(tag.arguments), tag.partner >= 0 && depth < deepest, {} };
        QString turned;
        if (code.isPaired) {
            const Tag &close = tags[tag.partner];
            code.content = body.sliced(tag.end, close.begin - tag.end);
            const qsizetype place = turn.notes.size();
            if (!holdsCode(tag.name))
                code.content = turnShortcodes(code.content, lineAt(tag.end), depth + 1, turn);
            turned = turnShortcode(code, turn);
            turn.notes.insert(place, { turned.isEmpty() ? NoteKind::ConstructKept : NoteKind::ConstructTurned, tagLine, shown });
            if (turned.isEmpty())
                turned = body.sliced(tag.begin, tag.end - tag.begin) + code.content + body.sliced(close.begin, close.end - close.begin);
            i = tag.partner;
            done = close.end;
        } else {
            turned = tag.closes ? QString() : turnShortcode(code, turn);
            turn.notes.append({ turned.isEmpty() ? NoteKind::ConstructKept : NoteKind::ConstructTurned, tagLine, shown });
            if (turned.isEmpty())
                turned = body.sliced(tag.begin, tag.end - tag.begin);
        }
        result += turned;
    }
    return result + body.sliced(done);
}

} // namespace

QString turnHugo(const QString &body, BodyTurn &turn)
{
    if (!body.contains("{{"_L1))
        return body;
    static const QRegularExpression escaped(u"(\\{\\{[<%])/\\*([^*{]*+(?:\\*(?!/)[^*{]*+)*+)\\*/([>%]\\}\\})"_s);
    // Escapes are undone last, in code as well: that is how the page showed them.
    return turnShortcodes(body, turn.bodyLine, 0, turn).replace(escaped, u"\\1\\2\\3"_s);
}

namespace {

/// `{% name(arguments) %}content{% end %}`
struct ZolaPair {
    QString name;
    QString arguments;
    qsizetype begin = 0;
    qsizetype contentBegin = 0;
    qsizetype contentEnd = 0;
    qsizetype end = 0;
};

/// Each beginning with the next end behind it, one after the other.
QList<ZolaPair> zolaPairs(const QString &body)
{
    constexpr qsizetype longestContent = 50'000; // characters; what is further away belongs to something else
    static const QRegularExpression beginning(u"\\{%(?!/\\*)-?\\s*([A-Za-z_]\\w*)\\s*\\(([^{}%]*)\\)\\s*-?%\\}"_s);
    static const QRegularExpression ending(u"\\{%-?\\s*end\\s*-?%\\}"_s);
    QList<std::pair<qsizetype, qsizetype>> ends;
    for (const QRegularExpressionMatch &match : ending.globalMatch(body))
        ends.append({ match.capturedStart(), match.capturedEnd() });
    QList<ZolaPair> pairs;
    auto next = ends.cbegin();
    for (const QRegularExpressionMatch &match : beginning.globalMatch(body)) {
        if (!pairs.isEmpty() && match.capturedStart() < pairs.constLast().end)
            continue;
        while (next != ends.cend() && next->first < match.capturedEnd())
            ++next;
        if (next == ends.cend())
            break;
        if (next->first - match.capturedEnd() <= longestContent)
            pairs.append({ match.captured(1), match.captured(2), match.capturedStart(), match.capturedEnd(), next->first, next->second });
    }
    return pairs;
}

} // namespace

QString turnZola(const QString &body, BodyTurn &turn)
{
    if (!body.contains("{{"_L1) && !body.contains("{%"_L1))
        return body;
    static const QRegularExpression single(u"\\{\\{(?!/\\*)-?\\s*()([A-Za-z_]\\w*)\\s*\\(([^{}]*)\\)\\s*-?()\\}\\}"_s);
    static const QRegularExpression escaped(u"(\\{[{%])/\\*([^*{]*+(?:\\*(?!/)[^*{]*+)*+)\\*/([}%]\\})"_s);
    QString text = body;
    const CodeRanges code(body);
    QString result;
    qsizetype done = 0;
    for (const ZolaPair &pair : zolaPairs(body)) {
        if (code.contains(pair.begin))
            continue;
        const QString content = body.sliced(pair.contentBegin, pair.contentEnd - pair.contentBegin);
        const QString turned = turnShortcode({ pair.name, readArguments(pair.arguments), true, content }, turn);
        turn.note(turned.isEmpty() ? NoteKind::ConstructKept : NoteKind::ConstructTurned, body, pair.begin,
                  body.sliced(pair.begin, pair.end - pair.begin).simplified());
        if (turned.isEmpty())
            continue;
        result += body.sliced(done, pair.begin - done) + turned;
        done = pair.end;
    }
    text = result + body.sliced(done);
    // One tag is never the end of another here: each stands alone.
    QString whole;
    const CodeRanges codeThen(text);
    done = 0;
    for (const QRegularExpressionMatch &match : single.globalMatch(text)) {
        if (codeThen.contains(match.capturedStart()))
            continue;
        const Shortcode shortcode { match.captured(2), readArguments(match.capturedView(3)), false, {} };
        const QString turned = turnShortcode(shortcode, turn);
        turn.note(turned.isEmpty() ? NoteKind::ConstructKept : NoteKind::ConstructTurned, text, match.capturedStart(),
                  match.captured().simplified());
        if (turned.isEmpty())
            continue;
        whole += text.sliced(done, match.capturedStart() - done) + turned;
        done = match.capturedEnd();
    }
    whole += QStringView(text).sliced(done);
    return whole.replace(escaped, u"\\1\\2\\3"_s);
}

} // namespace quillway::importing
