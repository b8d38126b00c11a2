// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/rst/rst_source.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::importing {

namespace {

bool isBlank(const QString &line)
{
    return QStringView(line).trimmed().isEmpty();
}

bool isIndented(const QString &line)
{
    return !line.isEmpty() && line[0].isSpace();
}

/// A line of one sign, as it stands under a title.
bool isAdornment(const QString &line)
{
    const QStringView signs = QStringView(line).trimmed();
    return !signs.isEmpty() && !isIndented(line) && !signs[0].isLetterOrNumber() && !signs[0].isSpace()
        && std::ranges::all_of(signs, [&](QChar c) { return c == signs[0]; });
}

/// Comments and directives may stand before a title: where the first other line is.
qsizetype behindDirectives(const QStringList &lines)
{
    qsizetype at = 0;
    bool isInside = false;
    for (; at < lines.size(); ++at) {
        const QString &line = lines[at];
        if (isBlank(line) || (isInside && isIndented(line)))
            continue;
        isInside = line.startsWith(".. "_L1) || line == ".."_L1;
        if (!isInside)
            break;
    }
    return at;
}

QString withoutMarkup(const QString &title)
{
    static const QRegularExpression role(u":[\\w-]+:`([^`]*)`"_s);
    static const QRegularExpression link(u"`([^`<]*?)\\s*<[^`>]*>`_{1,2}"_s);
    static const QRegularExpression marks(u"(\\*\\*|\\*|``|`)(\\S(?:.*?\\S)?)\\1"_s);
    static const QRegularExpression escape(u"\\\\(.)"_s);
    QString plain = title;
    return plain.replace(role, u"\\1"_s).replace(link, u"\\1"_s).replace(marks, u"\\2"_s).replace(escape, u"\\1"_s).trimmed();
}

/// Four signs are a line under any title, fewer only under one that is no longer.
bool isUnder(const QString &adornment, const QString &title)
{
    const qsizetype signs = QStringView(adornment).trimmed().size();
    return isAdornment(adornment) && (signs >= 4 || signs >= title.trimmed().size());
}

/// The title that begins in line `at`, which moves behind it. Empty if there is none.
QString takeTitle(const QStringList &lines, qsizetype &at)
{
    const bool hasOverline = at + 2 < lines.size() && isAdornment(lines[at]) && isAdornment(lines[at + 2])
        && QStringView(lines[at]).trimmed() == QStringView(lines[at + 2]).trimmed();
    const qsizetype text = at + (hasOverline ? 1 : 0);
    if (text + 1 >= lines.size() || isBlank(lines[text]) || (!hasOverline && isIndented(lines[text])) || isAdornment(lines[text])
        || !isUnder(lines[text + 1], lines[text]))
        return {};
    at = text + 2;
    return withoutMarkup(lines[text]);
}

/// `:name: value` and the indented lines below it.
QList<std::pair<QString, QString>> takeFields(const QStringList &lines, qsizetype &at)
{
    static const QRegularExpression field(u"\\A:((?:[^:\\\\]|\\\\.)+):(?:\\s+(.*))?\\z"_s);
    QList<std::pair<QString, QString>> fields;
    qsizetype end = at;
    for (qsizetype i = at; i < lines.size(); ++i) {
        if (isBlank(lines[i]))
            continue;
        if (const auto match = field.match(lines[i]); match.hasMatch())
            fields.append({ match.captured(1).trimmed(), match.captured(2).trimmed() });
        else if (!fields.isEmpty() && isIndented(lines[i]))
            fields.last().second = (fields.last().second + u' ' + lines[i].trimmed()).trimmed();
        else
            break;
        end = i + 1;
    }
    at = end;
    return fields;
}

/// The text with `replacement(match)` in place of each match.
template<typename Replacement>
QString replaced(const QString &text, const QRegularExpression &expression, const Replacement &replacement)
{
    QString result;
    qsizetype done = 0;
    for (const QRegularExpressionMatch &match : expression.globalMatch(text)) {
        result += QStringView(text).sliced(done, match.capturedStart() - done);
        result += replacement(match);
        done = match.capturedEnd();
    }
    return result + text.sliced(done);
}

/// Of a file to be read in, at the beginning of a line, of a list's item or of a field: a literal block.
QString literalInclude(const QRegularExpressionMatch &match)
{
    const QString indent = match.captured(1) + QString(match.capturedLength(2), u' ') + u"   "_s;
    QString block = match.captured(1) + match.captured(2) + u"::\n\n"_s + indent + match.captured(3);
    for (const QString &option : match.captured(4).split(u'\n', Qt::SkipEmptyParts))
        block += u'\n' + indent + u"   "_s + option.trimmed();
    return block + u'\n';
}

QString embeddedVideo(const QRegularExpressionMatch &match)
{
    const QString address = match.captured(2) == "vimeo"_L1 ? u"https://player.vimeo.com/video/"_s : u"https://www.youtube.com/embed/"_s;
    return u"%1.. raw:: html\n\n%1   <iframe src=\"%2%3\"></iframe>\n"_s.arg(match.captured(1), address, match.captured(3));
}

QString codeWithKnownOptions(const QRegularExpressionMatch &match)
{
    static const QRegularExpression known(u"\\A\\s*:(?:number-lines|class|name):"_s);
    QString block = match.captured(1);
    for (const QString &option : match.captured(2).split(u'\n', Qt::SkipEmptyParts)) {
        if (known.match(option).hasMatch())
            block += u'\n' + option;
    }
    return block;
}

} // namespace

RstSource takeRstApart(const QString &text)
{
    static const QRegularExpression lineEnd(u"\\r\\n?|\\n"_s);
    const QStringList lines = text.split(lineEnd);
    RstSource source;
    const qsizetype begin = behindDirectives(lines);
    qsizetype at = begin;
    source.title = takeTitle(lines, at);
    source.fields = takeFields(lines, at);
    source.body = (lines.first(begin) + lines.sliced(at)).join(u'\n').trimmed() + u'\n';
    return source;
}

QString inPlainRst(const QString &body)
{
    static const QRegularExpression include(
        u"^([ \\t]*)((?:(?:[-*+\u2022\u2023\u2043]|\\(?[\\w#]+[.)]|:[^:\\n]+:)[ \\t]+)*)(\\.\\. (?:include|literalinclude)::[^\\n]*)((?:\\n[ \\t]+:[^\\n]*)*)"_s,
        QRegularExpression::MultilineOption);
    static const QRegularExpression video(u"^([ \\t]*)\\.\\. (youtube|vimeo)::[ \\t]*([\\w-]+)[ \\t]*$(?:\\n\\1[ \\t]+:[^\\n]*)*"_s,
                                          QRegularExpression::MultilineOption);
    static const QRegularExpression code(u"^([ \\t]*\\.\\. (?:code|code-block|sourcecode)::[^\\n]*)((?:\\n[ \\t]+:[^\\n]*)+)"_s,
                                         QRegularExpression::MultilineOption);
    return replaced(replaced(replaced(body, include, literalInclude), video, embeddedVideo), code, codeWithKnownOptions);
}

} // namespace quillway::importing
