// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/source_head.h"

#include "core/base/source_position.h"
#include "core/text/front_matter/head.h"
#include "core/text/front_matter/lines.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <limits>

using namespace Qt::StringLiterals;

namespace quillway::importing {

namespace {

using text::Dialect;
using text::Value;

constexpr int mostHeadLines = 2000; ///< of a head that has to be guessed; those behind them are kept unread
constexpr qsizetype mostNotes = 200;

struct HeadLine {
    QString text; ///< without its end
    qsizetype next = 0; ///< byte behind its end
};

QList<HeadLine> linesOf(QByteArrayView file, qsizetype begin, qsizetype end, int most)
{
    QList<HeadLine> lines;
    while (begin < end && lines.size() < most) {
        const text::Line line = text::lineFrom(file, begin);
        lines.append({ QString::fromUtf8(file.sliced(line.begin, std::min(line.end, end) - line.begin)), line.next });
        begin = line.next;
    }
    return lines;
}

bool isBlankLine(const QString &line)
{
    return line.trimmed().isEmpty();
}

bool isKnownKey(QStringView key)
{
    static constexpr std::array keys { "title"_L1,     "date"_L1,        "tags"_L1,    "category"_L1,   "slug"_L1,    "author"_L1,
                                       "authors"_L1,   "status"_L1,      "summary"_L1, "modified"_L1,   "save_as"_L1, "lang"_L1,
                                       "keywords"_L1,  "description"_L1, "url"_L1,     "categories"_L1, "layout"_L1,  "draft"_L1,
                                       "published"_L1, "series"_L1,      "template"_L1 };
    return std::ranges::any_of(keys, [&](QLatin1StringView known) { return known.compare(key, Qt::CaseInsensitive) == 0; });
}

/// Members as they are found, with none of two equal keys lost.
class Members
{
public:
    void add(QString key, Value value, int line)
    {
        value.position = { line, 1 };
        const QString name = key;
        for (int number = 2; const Value::Member *known = find(key); ++number) {
            if (known->value.sameContent(value))
                return;
            key = u"%1_%2"_s.arg(name).arg(number);
        }
        m_members.append({ key, { line, 1 }, std::move(value) });
    }

    void addUnread(const QString &text, int line)
    {
        if (isBlankLine(text))
            return;
        m_unread.append(text.trimmed());
        if (m_notes.size() < mostNotes)
            m_notes.append({ NoteKind::HeadUnread, line, text.trimmed().left(120) });
    }

    void addTo(SourceHead &head)
    {
        if (!m_unread.isEmpty())
            add(u"unread_lines"_s, Value::strings(m_unread), 1);
        head.root = Value::map(std::move(m_members));
        head.notes += m_notes;
    }

    [[nodiscard]] bool isEmpty() const { return m_members.isEmpty(); }

private:
    [[nodiscard]] const Value::Member *find(const QString &key) const
    {
        const auto place = std::ranges::find(m_members, key, &Value::Member::key);
        return place == m_members.end() ? nullptr : &*place;
    }

    QList<Value::Member> m_members;
    QStringList m_unread;
    Notes m_notes;
};

QString unquoted(QStringView text)
{
    text = text.trimmed();
    const bool quoted = text.size() >= 2 && (text.front() == u'"' || text.front() == u'\'') && text.back() == text.front();
    return (quoted ? text.sliced(1).chopped(1) : text).toString();
}

/// A value that is no valid YAML: a list between brackets (the closing one may be missing), else the text.
Value looseValue(QStringView text)
{
    text = text.trimmed();
    if (!text.startsWith(u'['))
        return Value::string(unquoted(text));
    QStringView inside = text.sliced(1);
    if (inside.endsWith(u']'))
        inside.chop(1);
    QStringList items;
    for (const QStringView item : inside.split(u',')) {
        if (const QString plain = unquoted(item); !plain.isEmpty())
            items.append(plain);
    }
    return Value::strings(items);
}

/// What a dialect's own reader makes of a piece of a head, if it can.
std::optional<Value> readPiece(const QString &text, Dialect dialect)
{
    const QByteArray fence = dialect == Dialect::Toml ? "+++\n"_ba : "---\n"_ba;
    const auto parsed = text::parseFrontMatter(fence + text.toUtf8() + '\n' + fence);
    if (!parsed || parsed->dialect != dialect || parsed->root.members.isEmpty())
        return std::nullopt;
    return parsed->root;
}

/// A head whose whole is not valid, key by key: each with the lines below it that belong to it, by the dialect's reader, else as plain text.
class Repair
{
public:
    Repair(Dialect dialect, Members &members)
        : m_dialect(dialect)
        , m_members(members)
    { }

    void read(const QList<HeadLine> &lines, int firstLine)
    {
        for (qsizetype i = 0; i < lines.size();) {
            qsizetype end = i + 1;
            const auto key = keyOf(lines[i].text);
            while (key && end < lines.size() && belongsBelow(lines[end].text))
                ++end;
            QStringList piece;
            for (qsizetype j = i; j < end; ++j)
                piece.append(lines[j].text);
            if (key)
                readKey(*key, piece, firstLine + int(i));
            else
                m_members.addUnread(lines[i].text, firstLine + int(i));
            i = end;
        }
    }

private:
    struct Key {
        QString name;
        QString rest;
    };

    [[nodiscard]] std::optional<Key> keyOf(const QString &line) const
    {
        static const QRegularExpression yaml(
            u"\\A\\s*[\"']?([\\p{L}_][\\p{L}\\p{N}_. -]{0,60}?)[\"']?\\s*:(?:\\s*\\z|(?=[\\s\\[\"'])|(?=[^/\\s]))(.*)\\z"_s);
        static const QRegularExpression toml(u"\\A\\s*[\"']?([\\p{L}_][\\p{L}\\p{N}_.-]{0,60})[\"']?\\s*=(.*)\\z"_s);
        const auto match = (m_dialect == Dialect::Toml ? toml : yaml).match(line);
        return match.hasMatch() ? std::optional(Key { match.captured(1).trimmed(), match.captured(2).trimmed() }) : std::nullopt;
    }

    [[nodiscard]] bool belongsBelow(const QString &line) const
    {
        if (isBlankLine(line))
            return false;
        const bool indented = line.front() == u' ' || line.front() == u'\t';
        if (m_dialect == Dialect::Toml)
            return (indented && !keyOf(line)) || line.startsWith(u']') || line.startsWith(u'"');
        return indented || line.startsWith("- "_L1) || line == "-"_L1;
    }

    void readKey(const Key &key, const QStringList &piece, int line)
    {
        if (const auto whole = readPiece(piece.join(u'\n'), m_dialect)) {
            for (const Value::Member &member : whole->members)
                m_members.add(member.key, member.value, line);
            return;
        }
        QStringList items;
        if (!key.rest.isEmpty())
            items.append(key.rest);
        bool isList = piece.size() > 1;
        for (const QString &below : piece.sliced(1)) {
            const QString text = below.trimmed();
            isList = isList && (text == "-"_L1 || text.startsWith("- "_L1));
            items.append(isList ? unquoted(QStringView(text).sliced(1)) : text);
        }
        if (isList) {
            // `tags: [a]` with a list below it: all of them.
            const Value first = looseValue(key.rest);
            if (first.kind == Value::Kind::List) {
                items.removeFirst();
                for (qsizetype i = first.items.size(); i-- > 0;)
                    items.prepend(first.items[i].text);
            }
            m_members.add(key.name, Value::strings(items), line);
        } else {
            m_members.add(key.name, looseValue(items.join(u' ')), line);
        }
    }

    Dialect m_dialect;
    Members &m_members;
};

int lineOf(QByteArrayView file, qsizetype offset)
{
    return positionAt(file, offset).line;
}

SourceHead repaired(const QByteArray &file, const text::Head &found)
{
    SourceHead head { .form = HeadForm::Repaired };
    Members members;
    Repair repair(found.dialect == Dialect::Toml ? Dialect::Toml : Dialect::Yaml, members);
    const QList<HeadLine> lines = linesOf(file, found.contentBegin, found.contentEnd, std::numeric_limits<int>::max());
    repair.read(lines.first(std::min<qsizetype>(lines.size(), mostHeadLines)), found.contentLine);
    for (qsizetype i = mostHeadLines; i < lines.size(); ++i)
        members.addUnread(lines[i].text, found.contentLine + int(i));
    head.bodyOffset = std::max(found.bodyOffset, found.contentEnd);
    head.notes.append({ NoteKind::HeadRepaired, found.contentLine, {} });
    members.addTo(head);
    return head;
}

/// A head whose end is missing: the lines below the fence as long as they look like one. No head at all if there are none (the fence is a thematic break then).
std::optional<SourceHead> unclosed(const QByteArray &file)
{
    const QList<HeadLine> lines = linesOf(file, 0, file.size(), mostHeadLines);
    static const QRegularExpression keyLine(u"\\A[\\p{L}_][\\p{L}\\p{N}_-]{0,60}\\s*(:(\\s|\\z)|=)"_s);
    qsizetype fence = 0;
    while (fence < lines.size() && isBlankLine(lines[fence].text))
        ++fence;
    if (fence == lines.size())
        return std::nullopt;
    qsizetype end = fence + 1;
    while (end < lines.size()
           && (keyLine.match(lines[end].text).hasMatch()
               || (end > fence + 1 && !isBlankLine(lines[end].text)
                   && (lines[end].text.front().isSpace() || lines[end].text.startsWith("- "_L1)))))
        ++end;
    if (end == fence + 1)
        return std::nullopt;
    SourceHead head { .form = HeadForm::Repaired };
    Members members;
    const Dialect dialect = lines[fence].text.contains(u"+++"_s) ? Dialect::Toml : Dialect::Yaml;
    Repair(dialect, members).read(lines.sliced(fence + 1, end - fence - 1), int(fence) + 2);
    head.bodyOffset = lines[end - 1].next;
    head.notes.append({ NoteKind::HeadRepaired, int(fence) + 1, u"it is not closed"_s });
    members.addTo(head);
    return head;
}

/// Python-Markdown's meta-data: `Key: value`, more values on lines indented by four, up to a blank line or the first line that is neither.
std::optional<SourceHead> metadataLines(const QByteArray &file, MetadataLines expectation)
{
    static const QRegularExpression keyLine(u"\\A {0,3}([A-Za-z][A-Za-z0-9_-]*):[ \\t]*(.*)\\z"_s);
    const QList<HeadLine> lines = linesOf(file, 0, file.size(), 200);
    qsizetype i = 0;
    while (i < lines.size() && isBlankLine(lines[i].text))
        ++i;
    Members members;
    SourceHead head { .form = HeadForm::MetadataLines };
    int known = 0;
    QString key;
    QStringList values;
    int keyAt = 0;
    const auto flush = [&] {
        if (!key.isEmpty())
            members.add(key, Value::string(values.join(u' ').trimmed()), keyAt);
    };
    for (; i < lines.size() && !isBlankLine(lines[i].text); ++i) {
        const auto match = keyLine.match(lines[i].text);
        const bool continues = !key.isEmpty() && (lines[i].text.startsWith("    "_L1) || lines[i].text.startsWith(u'\t'));
        if (!match.hasMatch() && !continues)
            break;
        if (continues) {
            values.append(lines[i].text.trimmed());
        } else {
            flush();
            key = match.captured(1).toLower();
            values = { match.captured(2).trimmed() };
            keyAt = int(i) + 1;
            known += isKnownKey(key) ? 1 : 0;
        }
        head.bodyOffset = lines[i].next;
    }
    flush();
    if (known < (expectation == MetadataLines::Usual ? 1 : 2))
        return std::nullopt;
    members.addTo(head);
    return head;
}

} // namespace

SourceHead readSourceHead(const QByteArray &file, MetadataLines expectation)
{
    SourceHead head;
    auto parsed = text::parseFrontMatter(file);
    if (parsed && parsed->dialect != Dialect::None) {
        head = { .form = HeadForm::Valid, .root = std::move(parsed->root), .bodyOffset = parsed->bodyOffset };
    } else if (parsed) {
        if (auto lines = metadataLines(file, expectation))
            head = std::move(*lines);
        else
            head.bodyOffset = parsed->bodyOffset;
    } else if (const auto found = text::findHead(file);
               found && found->dialect != Dialect::None && found->contentEnd > found->contentBegin && found->fenced) {
        head = repaired(file, *found);
    } else if (auto open = unclosed(file)) {
        head = std::move(*open);
    }
    head.bodyLine = lineOf(file, head.bodyOffset);
    return head;
}

} // namespace quillway::importing
