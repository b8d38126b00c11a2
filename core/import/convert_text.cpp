// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/convert_text.h"

#include "core/base/date_time.h"
#include "core/import/code_ranges.h"
#include "core/import/html/html_markdown.h"
#include "core/import/link_places.h"
#include "core/import/map_head.h"
#include "core/import/source_text.h"
#include "core/text/markdown.h"
#include "core/text/plain_lines.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::importing {

namespace {

using text::Value;

constexpr qsizetype longestSearched = 2'000'000; ///< characters of a body in which lines are looked for
constexpr qsizetype longestSummary = 600; ///< characters before a more-marker that still are one

/// HTML as a Markdown text can hold it: lines lose their indentation, which would make them code; those of `pre` keep it.
QString outdented(const QString &html)
{
    QString result;
    bool inPre = false;
    for (const QString &line : html.split(u'\n')) {
        qsizetype begin = 0;
        while (!inPre && begin < line.size() && (line[begin] == u' ' || line[begin] == u'\t'))
            ++begin;
        result += line.sliced(begin) + u'\n';
        const qsizetype open = line.lastIndexOf("<pre"_L1, -1, Qt::CaseInsensitive);
        const qsizetype close = line.lastIndexOf("</pre"_L1, -1, Qt::CaseInsensitive);
        inPre = open > close || (inPre && close < 0);
    }
    result.chop(1);
    return result;
}

class Converter
{
public:
    Converter(const PlannedText &text, const SitePlan &plan, const ToolRules &rules)
        : m_text(text)
        , m_plan(plan)
        , m_rules(rules)
    { }

    [[nodiscard]] ConvertedText convert(const QByteArray &bytes)
    {
        const SourceText source = readSourceText(bytes);
        const SourceHead head = readSourceHead(source.utf8, m_rules.metadataLines());
        m_bodyLine = head.bodyLine;
        m_result.notes = m_text.notes + source.notes + head.notes;

        m_sourceBody = QString::fromUtf8(source.utf8.sliced(head.bodyOffset));
        QString body = turnConstructs(m_sourceBody);
        const std::optional<QString> summary = m_text.post.facts.hasSummary ? std::nullopt : takeSummary(body);
        body = turnLinks(body, [this](const LinkPlace &place, const QString &destination) {
            auto turned = turnLink(place, destination);
            if (turned)
                m_result.turned.append(QString::fromUtf8(QByteArray::fromPercentEncoding(turned->toUtf8())));
            return turned;
        });

        HeadDecisions decisions {
            .slug = m_text.slug, .aliases = m_text.aliases, .date = m_text.date, .summary = summary, .draft = m_text.isDraft
        };
        if (!m_text.slug && !m_text.post.facts.slug.isEmpty())
            decisions.slug = m_text.finalSlug;
        const QString &lang = m_text.post.placement.lang;
        if (!lang.isEmpty() && m_text.post.facts.lang.isEmpty())
            decisions.lang = lang;
        decisions.cover = [this](const QString &destination) { return coverOf(destination); };
        HeadEdits edits = editsFor(head.root, m_text.post.facts, decisions);
        m_result.notes += edits.notes;
        QByteArray file = source.utf8.first(head.bodyOffset) + body.toUtf8();
        m_result.bytes = withEdits(file, head, edits.edits);
        std::ranges::stable_sort(m_result.notes, {}, &Note::line);
        return std::move(m_result);
    }

private:
    QString turnConstructs(const QString &source)
    {
        BodyTurn turn;
        turn.bodyLine = m_bodyLine;
        turn.path = m_text.post.path;
        turn.title = m_text.post.facts.title;
        turn.linkTo = [this](const QString &path) -> std::optional<QString> {
            const auto file = m_plan.links.newFileOf(path);
            return file ? std::optional(relativeDestination(m_text.target, *file)) : std::nullopt;
        };
        turn.findText = [this](const QString &name) { return findText(name); };
        turn.valueOf = [this](const QString &name) { return valueOf(name); };
        QString body = m_rules.turnBody(source, turn);
        const bool isHtml = extensionOf(m_text.post.path).startsWith("htm"_L1);
        if (!isHtml)
            body = turnHtmlBlocks(body, turn);
        m_result.notes += turn.notes;
        if (isHtml) {
            body = outdented(body);
            m_result.notes.append({ NoteKind::MarkupKept, m_bodyLine });
        }
        return body;
    }

    [[nodiscard]] std::optional<QString> valueOf(const QString &name) const
    {
        if (name.startsWith("site."_L1))
            return m_rules.siteValue(name.sliced(5));
        // What a page's date looks like is the tool's affair.
        const Value *value = name.startsWith("page."_L1) && name != "page.date"_L1 ? m_text.post.head.find(name.sliced(5)) : nullptr;
        const bool plain = value && value->isScalar() && !value->text.isEmpty() && !value->text.contains(u'{');
        return plain ? std::optional(value->text) : std::nullopt;
    }

    /// A text by its path, from the source's folder, the tool's or the text's own, or by its name alone; with or without its extension.
    [[nodiscard]] std::optional<QString> findText(const QString &name) const
    {
        QString key = name.toLower();
        while (key.startsWith(u'/') || key.startsWith("./"_L1))
            key = key.sliced(key.startsWith(u'/') ? 1 : 2);
        if (key.endsWith(u'/'))
            key.chop(1);
        // Folders from the text's own up to the source's: the tool's root is one of them.
        for (QString folder = folderOf(m_text.post.path).toLower();; folder = folderOf(folder)) {
            const QString path = folder.isEmpty() ? key : folder + u'/' + key;
            for (const QString &candidate : { path, path + "/index"_L1, path + "/_index"_L1 }) {
                if (const auto found = m_plan.textsByName.constFind(candidate); found != m_plan.textsByName.cend())
                    return *found;
            }
            if (folder.isEmpty())
                break;
        }
        // By its name alone where nothing but a name is given, and it is one that tells.
        const QString last = fileNameOf(key);
        const bool tells = stemOf(last) != "index"_L1 && stemOf(last) != "_index"_L1 && (!key.contains(u'/') || leadingDate(stemOf(last)));
        if (!tells)
            return std::nullopt;
        const auto found = m_plan.textsByName.constFind(last);
        return found == m_plan.textsByName.cend() ? std::nullopt : std::optional(*found);
    }

    /// What stands before a more-marker, if it is short enough; the marker goes then.
    std::optional<QString> takeSummary(QString &body)
    {
        static const QRegularExpression marker(u"^[ \\t]*<!--\\s*(?:more|excerpt|end-?excerpt|endexcerpt|read ?more)\\s*-->[ \\t]*\\r?\\n?"_s,
                                               QRegularExpression::MultilineOption | QRegularExpression::CaseInsensitiveOption);
        const auto match = marker.match(body);
        if (!match.hasMatch() || match.capturedStart() > 20000 || CodeRanges(body).contains(match.capturedStart()))
            return std::nullopt;
        const auto lines = text::plainLines(body.first(match.capturedStart()).toUtf8());
        QStringList words;
        for (const text::PlainLine &line : lines.value_or(QList<text::PlainLine>())) {
            if (line.kind == text::PlainLine::Kind::Code)
                return std::nullopt;
            words.append(line.text);
        }
        QString summary = words.join(u' ').simplified();
        if (summary.isEmpty() || summary.size() > longestSummary)
            return std::nullopt;
        static const QRegularExpression signs(u"([\\\\*_\\[\\]<`])"_s);
        summary.replace(signs, u"\\\\1"_s);
        m_result.notes.append(
            { NoteKind::ConstructTurned, m_bodyLine + lineEndsBefore(body, match.capturedStart()), match.captured().trimmed() });
        body.remove(match.capturedStart(), match.capturedLength());
        return summary;
    }

    std::optional<QString> turnLink(const LinkPlace &place, const QString &destination)
    {
        if (destination.contains("{{"_L1) || destination.contains("{%"_L1))
            return std::nullopt;
        const qsizetype sign = std::min(destination.indexOf(u'#') < 0 ? destination.size() : destination.indexOf(u'#'),
                                        destination.indexOf(u'?') < 0 ? destination.size() : destination.indexOf(u'?'));
        if (const auto source = m_plan.links.isInternal(destination) ? m_rules.sourceByNumber(destination) : std::nullopt) {
            if (const auto file = m_plan.links.newFileOf(*source))
                return relativeDestination(m_text.target, *file);
        }
        if (const auto source = m_rules.sourceOf(destination.first(sign), m_text.post.path)) {
            const auto file = m_plan.links.newFileOf(QString::fromUtf8(QByteArray::fromPercentEncoding(source->toUtf8())));
            if (file)
                return relativeDestination(m_text.target, *file) + destination.sliced(sign);
            return unresolved(destination);
        }
        const auto target = m_plan.links.resolve(destination, m_text.post.path, m_text.oldAddress);
        if (!target) {
            if (sign > 0 && m_plan.links.isInternal(destination))
                return place.form == LinkPlace::Form::Blanks ? std::nullopt : unresolved(destination);
            return std::nullopt;
        }
        if (target->file.isEmpty())
            return destination == target->address + target->tail ? std::nullopt : std::optional(target->address + target->tail);
        if (target->file == m_text.target && target->tail.startsWith(u'#'))
            return target->tail;
        const QString turned = relativeDestination(m_text.target, target->file) + target->tail;
        return leadsThere(destination.first(sign), target->file) ? std::nullopt : std::optional(turned);
    }

    /// True if the new site finds `file` by what the author wrote.
    [[nodiscard]] bool leadsThere(const QString &path, const QString &file) const
    {
        const QString decoded = QString::fromUtf8(QByteArray::fromPercentEncoding(path.toUtf8()));
        if (decoded.startsWith(u'/'))
            return file == "assets"_L1 + decoded;
        const auto own = SitePath::parse(m_text.target);
        const auto sibling = own ? own->resolvedSibling(decoded) : std::nullopt;
        return sibling && sibling->toString() == file;
    }

    std::optional<QString> unresolved(const QString &destination)
    {
        if (m_result.notes.size() < 500)
            m_result.notes.append({ NoteKind::LinkUnresolved, lineOf(destination), destination.left(160) });
        return std::nullopt;
    }

    /// Where a destination stands in the source: the turned text has other lines. 0 if it does not stand there as it is.
    int lineOf(const QString &destination)
    {
        if (m_sourceBody.size() > longestSearched)
            return 0;
        qsizetype &from = m_searched[destination];
        const qsizetype place = from < 0 ? -1 : m_sourceBody.indexOf(destination, from);
        from = place < 0 ? -1 : place + 1;
        return place < 0 ? 0 : m_bodyLine + lineEndsBefore(m_sourceBody, place);
    }

    /// A picture of the source, or one elsewhere.
    [[nodiscard]] std::optional<QString> coverOf(const QString &destination) const
    {
        if (!QUrl(destination).scheme().isEmpty() && !QUrl(destination).host().isEmpty() && !m_plan.links.isInternal(destination))
            return isPictureName(QUrl(destination).path()) ? std::optional(destination) : std::nullopt;
        if (const auto source = m_rules.sourceOf(destination, m_text.post.path)) {
            const auto file = m_plan.links.newFileOf(*source);
            return file ? std::optional(relativeDestination(m_text.target, *file)) : std::nullopt;
        }
        const QString rooted = destination.startsWith(u'/') ? destination : u'/' + destination;
        for (const QString &spelling : { destination, rooted, "/assets/images"_L1 + rooted, "/images"_L1 + rooted, "/img"_L1 + rooted }) {
            const auto target = m_plan.links.resolve(spelling, m_text.post.path, m_text.oldAddress);
            if (target && isPictureName(target->file))
                return leadsThere(spelling, target->file) ? spelling : relativeDestination(m_text.target, target->file);
        }
        return std::nullopt;
    }

    const PlannedText &m_text;
    const SitePlan &m_plan;
    const ToolRules &m_rules;
    int m_bodyLine = 1;
    QString m_sourceBody;
    QHash<QString, qsizetype> m_searched; ///< by destination: behind the last place it was found at, -1 if there are no more
    ConvertedText m_result;
};

} // namespace

ConvertedText convertText(const QByteArray &source, const PlannedText &text, const SitePlan &plan, const ToolRules &rules)
{
    return Converter(text, plan, rules).convert(source);
}

} // namespace quillway::importing
