// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/change_record.h"

#include "core/base/content_hash.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::store {

using changes::Move;
using changes::TextEdit;

namespace {

constexpr QByteArrayView signature = "quillway-change 1 ";
constexpr qsizetype hashDigits = 40;

struct Shared {
    qsizetype begin = 0;
    qsizetype end = 0;
};

/// How many bytes two texts have in common at their begin and, of the rest, at their end.
Shared sharedEnds(QByteArrayView a, QByteArrayView b)
{
    const auto begin = std::ranges::mismatch(a, b).in1 - a.begin();
    const QByteArrayView restOfA = a.sliced(begin);
    const QByteArrayView restOfB = b.sliced(begin);
    qsizetype end = 0;
    for (const qsizetype most = std::min(restOfA.size(), restOfB.size()); end < most; ++end) {
        if (restOfA[restOfA.size() - end - 1] != restOfB[restOfB.size() - end - 1])
            break;
    }
    return { begin, end };
}

/// The part of an edit's old text that the new one does not have.
QByteArrayView ownOfBefore(const TextEdit &edit, const Shared &shared)
{
    return QByteArrayView(*edit.before).sliced(shared.begin, edit.before->size() - shared.begin - shared.end);
}

Shared sharedEnds(const TextEdit &edit)
{
    return edit.before && edit.after ? sharedEnds(*edit.before, *edit.after) : Shared();
}

QJsonObject renderHead(const TextEdit &edit, const Shared &shared)
{
    QJsonObject object { { u"file"_s, edit.file.toString() } };
    if (edit.after)
        object.insert(u"after"_s, edit.after->size());
    if (edit.before)
        object.insert(u"before"_s, QJsonArray { shared.begin, shared.end, ownOfBefore(edit, shared).size() });
    return object;
}

/// A record being read. What is not as it should be makes it invalid; nothing is taken from beyond its end.
class Reader
{
public:
    explicit Reader(QByteArrayView bytes)
        : m_bytes(bytes)
    { }

    [[nodiscard]] bool isValid() const { return m_isValid; }
    [[nodiscard]] bool isAtEnd() const { return m_bytes.isEmpty(); }

    QByteArrayView line()
    {
        const qsizetype end = m_bytes.indexOf('\n');
        if (end < 0) {
            m_isValid = false;
            return {};
        }
        const QByteArrayView line = m_bytes.first(end);
        m_bytes = m_bytes.sliced(end + 1);
        return line;
    }

    SitePath path(const QJsonValue &value)
    {
        const auto path = SitePath::parse(value.toString());
        m_isValid = m_isValid && path && path->toString() == value.toString();
        return path.value_or(SitePath::literal(u"invalid"));
    }

    TextEdit edit(const QJsonObject &object)
    {
        TextEdit edit { path(object.value("file"_L1)), {}, {} };
        if (const QJsonValue after = object.value("after"_L1); !after.isUndefined())
            edit.after = take(count(after)).toByteArray();
        if (const QJsonValue before = object.value("before"_L1); !before.isUndefined())
            edit.before = oldText(before.toArray(), edit.after.value_or(QByteArray()));
        return edit;
    }

    [[nodiscard]] QByteArrayView rest() const { return m_bytes; }

private:
    qsizetype count(const QJsonValue &value)
    {
        const qint64 number = value.toInteger(-1);
        m_isValid = m_isValid && number >= 0;
        return std::max<qint64>(number, 0);
    }

    QByteArrayView take(qsizetype count)
    {
        if (count > m_bytes.size()) {
            m_isValid = false;
            return {};
        }
        const QByteArrayView taken = m_bytes.first(count);
        m_bytes = m_bytes.sliced(count);
        return taken;
    }

    QByteArray oldText(const QJsonArray &numbers, QByteArrayView newText)
    {
        const qsizetype begin = count(numbers.at(0));
        const qsizetype end = count(numbers.at(1));
        const QByteArrayView middle = take(count(numbers.at(2)));
        if (begin > newText.size() || end > newText.size() - begin) {
            m_isValid = false;
            return {};
        }
        QByteArray text;
        text.reserve(begin + middle.size() + end);
        text += newText.first(begin);
        text += middle;
        text += newText.last(end);
        return text;
    }

    QByteArrayView m_bytes;
    bool m_isValid = true;
};

} // namespace

QByteArray renderChange(const ChangeRecord &record)
{
    QList<Shared> shared;
    QJsonArray edits;
    for (const TextEdit &edit : record.change.edits) {
        shared.append(sharedEnds(edit));
        edits.append(renderHead(edit, shared.constLast()));
    }
    QJsonArray moves;
    for (const Move &move : record.change.moves)
        moves.append(QJsonArray { move.from.toString(), move.to.toString() });
    const QJsonObject head {
        { u"title"_s, record.title }, { u"when"_s, record.when.toMSecsSinceEpoch() }, { u"moves"_s, moves }, { u"edits"_s, edits }
    };
    // A large one is not held twice.
    QByteArray bytes = signature.toByteArray() + QByteArray(hashDigits, '0') + '\n';
    const qsizetype begin = bytes.size();
    bytes += QJsonDocument(head).toJson(QJsonDocument::Compact) + '\n';
    for (qsizetype i = 0; i < record.change.edits.size(); ++i) {
        const TextEdit &edit = record.change.edits.at(i);
        if (edit.after)
            bytes += *edit.after;
        if (edit.before)
            bytes += ownOfBefore(edit, shared.at(i));
    }
    const QByteArray hash = contentHash(QByteArrayView(bytes).sliced(begin)).toHex();
    return bytes.replace(signature.size(), hashDigits, hash);
}

Result<ChangeRecord> parseChange(QByteArrayView bytes)
{
    const auto invalid = std::unexpected(Error { ErrorCode::BadValue, {}, {}, u"no record of a change"_s });
    Reader reader(bytes);
    const QByteArrayView first = reader.line();
    if (!first.startsWith(signature) || first.size() != signature.size() + hashDigits
        || contentHash(reader.rest()).toHex() != first.last(hashDigits))
        return invalid;
    const QJsonObject head = QJsonDocument::fromJson(reader.line().toByteArray()).object();
    ChangeRecord record { .title = head.value("title"_L1).toString(),
                          .when = QDateTime::fromMSecsSinceEpoch(head.value("when"_L1).toInteger(), QTimeZone::UTC),
                          .change = {} };
    for (const QJsonValue move : head.value("moves"_L1).toArray())
        record.change.moves.append({ reader.path(move.toArray().at(0)), reader.path(move.toArray().at(1)) });
    for (const QJsonValue edit : head.value("edits"_L1).toArray())
        record.change.edits.append(reader.edit(edit.toObject()));
    if (!reader.isValid() || !reader.isAtEnd())
        return invalid;
    return record;
}

} // namespace quillway::store
