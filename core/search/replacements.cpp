// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/replacements.h"

#include "core/text/line_ends.h"

using namespace Qt::StringLiterals;

namespace quillway::search {

using namespace quillway::model;

namespace {

constexpr qsizetype mostChanges = 10'000;

/// What `$…` at `at` names, and where it ends; nothing if it names no group.
struct Group {
    QString name;
    qsizetype end = 0;
};

std::optional<Group> groupAt(QStringView text, qsizetype at)
{
    if (at + 1 >= text.size())
        return std::nullopt;
    if (text[at + 1] == u'{') {
        const qsizetype close = text.indexOf(u'}', at);
        return close > at + 2 ? std::optional(Group { text.sliced(at + 2, close - at - 2).toString(), close + 1 }) : std::nullopt;
    }
    qsizetype end = at + 1;
    while (end < text.size() && end < at + 3 && text[end] >= u'0' && text[end] <= u'9')
        ++end;
    return end > at + 1 ? std::optional(Group { text.sliced(at + 1, end - at - 1).toString(), end }) : std::nullopt;
}

QString captured(const QRegularExpressionMatch &match, const QString &group)
{
    bool isNumber = false;
    const int number = group.toInt(&isNumber);
    return isNumber ? match.captured(number) : match.hasCaptured(group) ? match.captured(group) : QString();
}

/// The replacement with groups and escapes resolved.
QString expanded(const QString &replacement, const QRegularExpressionMatch &match)
{
    QString result;
    for (qsizetype i = 0; i < replacement.size(); ++i) {
        const QChar c = replacement.at(i);
        const QChar next = i + 1 < replacement.size() ? replacement.at(i + 1) : QChar();
        if (c == u'\\' && (next == u'n' || next == u't' || next == u'\\')) {
            result += next == u'n' ? u'\n' : next == u't' ? u'\t' : u'\\';
            ++i;
        } else if (c == u'$' && next == u'$') {
            result += u'$';
            ++i;
        } else if (const auto group = c == u'$' ? groupAt(replacement, i) : std::nullopt) {
            result += captured(match, group->name);
            i = group->end - 1;
        } else {
            result += c;
        }
    }
    return result;
}

QByteArray bytesOf(text::LineEnd end)
{
    switch (end) {
    case text::LineEnd::Crlf: return "\r\n"_ba;
    case text::LineEnd::Cr: return "\r"_ba;
    case text::LineEnd::ParagraphSeparator: return "\xE2\x80\xA9"_ba;
    case text::LineEnd::Lf: break;
    }
    return "\n"_ba;
}

/// Goes through a file's text from change to change and knows the byte and the line at which it is.
class Walker
{
public:
    explicit Walker(const text::EditorText &text)
        : m_text(text)
        , m_byte(text.byteOrderMark ? 3 : 0)
    { }

    /// The byte at place `to` of the text; places have to ascend.
    qsizetype byteAt(qsizetype to)
    {
        while (m_at < to) {
            const qsizetype lineEnd = QStringView(m_text.text).sliced(m_at, to - m_at).indexOf(u'\n');
            const qsizetype end = lineEnd < 0 ? to : m_at + lineEnd;
            m_byte += QStringView(m_text.text).sliced(m_at, end - m_at).toUtf8().size();
            m_at = end;
            if (m_at < to) {
                m_byte += bytesOf(m_text.ends.at(m_line - 1)).size();
                ++m_at;
                ++m_line;
            }
        }
        return m_byte;
    }
    [[nodiscard]] int line() const { return m_line; }

private:
    const text::EditorText &m_text;
    qsizetype m_at = 0;
    qsizetype m_byte = 0;
    int m_line = 1;
};

/// What stands on the line before and after a match, cut where it is long; no more of the text is looked at.
QString textBefore(QStringView text, qsizetype at)
{
    constexpr qsizetype shown = 80;
    const QStringView near = text.first(at).last(std::min(at, shown + 1));
    const QStringView onLine = near.sliced(near.lastIndexOf(u'\n') + 1);
    return onLine.size() > shown ? u'…' + onLine.last(shown).toString() : onLine.toString();
}

QString textAfter(QStringView text, qsizetype at)
{
    constexpr qsizetype shown = 120;
    const QStringView near = text.sliced(at, std::min(text.size() - at, shown + 1));
    const qsizetype lineEnd = near.indexOf(u'\n');
    const QStringView onLine = lineEnd < 0 ? near : near.first(lineEnd);
    return onLine.size() > shown ? onLine.first(shown).toString() + u'…' : onLine.toString();
}

/// The changes in one file.
QList<Replacement> changesIn(const QByteArray &source, const QRegularExpression &expression, const ReplaceRequest &request, qsizetype most,
                             const std::stop_token &stop)
{
    const auto text = text::toEditorText(source);
    if (!text)
        return {};
    QList<Replacement> changes;
    const QByteArray lineEnd = bytesOf(text->dominantEnd());
    Walker walker(*text);
    QRegularExpressionMatchIterator matches = expression.globalMatch(text->text);
    while (matches.hasNext() && changes.size() < most && !stop.stop_requested()) {
        const QRegularExpressionMatch match = matches.next();
        const QString added = replacementFor(request, match);
        if (added == match.captured())
            continue;
        Replacement change;
        change.begin = walker.byteAt(match.capturedStart());
        change.line = walker.line();
        change.end = walker.byteAt(match.capturedEnd());
        change.inserted = added.toUtf8().replace("\n", lineEnd);
        change.before = textBefore(text->text, match.capturedStart());
        change.removed = match.captured();
        change.added = added;
        change.after = textAfter(text->text, match.capturedEnd());
        changes.append(change);
    }
    return changes;
}

/// A text that may be changed.
struct Candidate {
    SitePath file;
    QString title;
    QByteArray source;
};

QList<Candidate> candidatesOf(const Site &site, const ReplaceRequest &request, const QDateTime &now, const QSet<SitePath> &modified)
{
    QList<Candidate> candidates;
    const PostMatcher matcher(request.where, site, now, modified);
    const bool everywhere = request.where.isEmpty();
    for (const PostPtr &post : site.posts()) {
        if (everywhere || matcher.matches(*post))
            candidates.append({ post->file, post->title, post->source });
    }
    if (!everywhere)
        return candidates;
    const auto addAll = [&](const auto &values) {
        for (const auto &value : values)
            candidates.append({ value->file, value->title, value->source });
    };
    addAll(site.pages());
    addAll(site.topics());
    addAll(site.paths());
    return candidates;
}

} // namespace

Result<QRegularExpression> expressionOf(const ReplaceRequest &request)
{
    QString pattern = request.regularExpression ? request.find : QRegularExpression::escape(request.find);
    if (request.wholeWords)
        pattern = u"(?<![\\p{L}\\p{N}_])(?:"_s + pattern + u")(?![\\p{L}\\p{N}_])"_s;
    QRegularExpression::PatternOptions options = QRegularExpression::MultilineOption | QRegularExpression::UseUnicodePropertiesOption;
    options.setFlag(QRegularExpression::CaseInsensitiveOption, !request.matchCase);
    // Checked as it was typed, so that the place of a fault is the typed one's.
    const QRegularExpression typed(request.regularExpression ? request.find : pattern, options);
    if (!typed.isValid())
        return std::unexpected(Error { ErrorCode::BadValue, {}, { 1, int(typed.patternErrorOffset()) + 1 }, typed.errorString() });
    return QRegularExpression(pattern, options);
}

QString replacementFor(const ReplaceRequest &request, const QRegularExpressionMatch &match)
{
    return request.regularExpression ? expanded(request.replacement, match) : request.replacement;
}

Result<ReplacementPlan> planReplacements(const Site &site, const ReplaceRequest &request, const QDateTime &now,
                                         const QSet<SitePath> &modified, const std::stop_token &stop)
{
    ReplacementPlan plan;
    if (request.find.isEmpty())
        return plan;
    const auto expression = expressionOf(request);
    if (!expression)
        return std::unexpected(expression.error());
    for (const Candidate &candidate : candidatesOf(site, request, now, modified)) {
        const QList<Replacement> changes = changesIn(candidate.source, *expression, request, mostChanges - plan.count + 1, stop);
        if (stop.stop_requested())
            return std::unexpected(Error { ErrorCode::Cancelled, {}, {}, {} });
        if (changes.isEmpty())
            continue;
        plan.more = plan.count + changes.size() > mostChanges;
        plan.files.append({ candidate.file, candidate.title, candidate.source, changes.first(changes.size() - (plan.more ? 1 : 0)) });
        plan.count += plan.files.constLast().changes.size();
        if (plan.more)
            break;
    }
    plan.files.removeIf([](const FileReplacements &file) { return file.changes.isEmpty(); });
    return plan;
}

QByteArray withReplacements(const QByteArray &source, const QList<Replacement> &changes)
{
    QByteArray result;
    qsizetype at = 0;
    for (const Replacement &change : changes) {
        result += QByteArrayView(source).sliced(at, change.begin - at);
        result += change.inserted;
        at = change.end;
    }
    result += QByteArrayView(source).sliced(at);
    return result;
}

} // namespace quillway::search
