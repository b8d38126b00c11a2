// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/recovery_records.h"

#include "core/base/content_hash.h"

#include <QtEndian>

#include <algorithm>
#include <concepts>

namespace quillway::store {

namespace {

constexpr QByteArrayView magic("QwJ\x01", 4);
constexpr qsizetype checksumSize = 8;
constexpr qsizetype hashSize = 20;
constexpr qsizetype checksumAt = magic.size() + journalIdSize;
constexpr qsizetype headSize = checksumAt + checksumSize + 1 + 8;

enum class Kind : char { Base = 'B', Text = 'T', Change = 'C' };

template<std::unsigned_integral Number>
void append(QByteArray &bytes, Number number)
{
    const Number stored = qToLittleEndian(number);
    bytes.append(reinterpret_cast<const char *>(&stored), sizeof stored);
}

/// Takes a record's fields one after the other; once something is missing, everything is.
class Fields
{
public:
    explicit Fields(QByteArrayView bytes)
        : m_rest(bytes)
    { }

    template<std::unsigned_integral Number>
    Number number()
    {
        const QByteArrayView taken = bytes(sizeof(Number));
        return taken.isEmpty() ? Number(0) : qFromLittleEndian<Number>(taken.data());
    }
    QByteArrayView bytes(quint64 count)
    {
        if (count > quint64(m_rest.size())) {
            m_isGood = false;
            m_rest = {};
            return {};
        }
        const QByteArrayView taken = m_rest.first(qsizetype(count));
        m_rest = m_rest.sliced(qsizetype(count));
        return taken;
    }
    QByteArrayView rest() { return bytes(quint64(m_rest.size())); }
    [[nodiscard]] bool isGood() const { return m_isGood; }

private:
    QByteArrayView m_rest;
    bool m_isGood = true;
};

QByteArray checksumOf(QByteArrayView bytes)
{
    return contentHash(bytes).first(checksumSize);
}

QByteArray record(QByteArrayView id, Kind kind, QByteArrayView fields, QByteArrayView last)
{
    QByteArray bytes;
    bytes.reserve(headSize + fields.size() + last.size());
    bytes.append(magic).append(id).append(checksumSize, '\0').append(static_cast<char>(kind));
    append(bytes, quint64(fields.size() + last.size()));
    bytes.append(fields).append(last);
    const QByteArray checksum = checksumOf(QByteArrayView(bytes).sliced(checksumAt + checksumSize));
    bytes.replace(checksumAt, checksumSize, checksum);
    return bytes;
}

/// How many bytes both have in common at their beginning.
qsizetype commonStart(QByteArrayView a, QByteArrayView b)
{
    return std::ranges::mismatch(a, b).in1 - a.begin();
}

qsizetype commonEnd(QByteArrayView a, QByteArrayView b)
{
    qsizetype count = 0;
    const qsizetype most = std::min(a.size(), b.size());
    while (count < most && a[a.size() - 1 - count] == b[b.size() - 1 - count])
        ++count;
    return count;
}

/// Reads one journal's records.
class Reader
{
public:
    Reader(QByteArrayView id, QByteArrayView bytes)
        : m_bytes(bytes)
        , m_marker(magic.toByteArray().append(id))
        , m_budget(bytes.size() * 16)
    { }

    JournalContent run();

private:
    [[nodiscard]] qsizetype recordSize(qsizetype at);
    bool take(char kind, Fields fields);
    bool takeBase(Fields fields);
    bool takeText(Fields fields);
    bool takeChange(Fields fields);
    bool takePath(QByteArrayView path);

    QByteArrayView m_bytes;
    QByteArray m_marker;
    qsizetype m_budget; ///< bytes of broken records that are looked at: bytes made to look like many long ones must not take for ever
    JournalContent m_content;
};

JournalContent Reader::run()
{
    for (qsizetype at = 0; at < m_bytes.size();) {
        const qsizetype size = recordSize(at);
        if (size > 0 && take(m_bytes[at + checksumAt + checksumSize], Fields(m_bytes.sliced(at + headSize, size - headSize)))) {
            at += size;
            continue;
        }
        m_content.isDamaged = true;
        const qsizetype next = m_budget > 0 ? m_bytes.indexOf(m_marker, at + 1) : -1;
        at = next < 0 ? m_bytes.size() : next;
    }
    return std::move(m_content);
}

/// Of the whole record there; 0 if there is none.
qsizetype Reader::recordSize(qsizetype at)
{
    const QByteArrayView rest = m_bytes.sliced(at);
    if (rest.size() < headSize || !rest.startsWith(m_marker))
        return 0;
    const auto length = qFromLittleEndian<quint64>(rest.data() + headSize - 8);
    if (length > quint64(rest.size() - headSize))
        return 0;
    const qsizetype size = headSize + qsizetype(length);
    const QByteArrayView checked = rest.first(size).sliced(checksumAt + checksumSize);
    if (checksumOf(checked) == rest.sliced(checksumAt, checksumSize))
        return size;
    m_budget -= size;
    return 0;
}

bool Reader::take(char kind, Fields fields)
{
    switch (static_cast<Kind>(kind)) {
    case Kind::Base: return takeBase(fields);
    case Kind::Text: return takeText(fields);
    case Kind::Change: return takeChange(fields);
    }
    return false;
}

bool Reader::takePath(QByteArrayView path)
{
    const auto file = SitePath::parse(QString::fromUtf8(path));
    if (!file || (m_content.file && m_content.file != file))
        return false;
    m_content.file = file;
    return true;
}

bool Reader::takeBase(Fields fields)
{
    const auto revision = fields.number<quint64>();
    const bool hasHash = fields.number<quint8>() != 0;
    const QByteArrayView hash = fields.bytes(hashSize);
    const QByteArrayView path = fields.rest();
    if (!fields.isGood() || !takePath(path))
        return false;
    m_content.bases.append({ revision, hasHash ? std::optional(hash.toByteArray()) : std::nullopt });
    return true;
}

bool Reader::takeText(Fields fields)
{
    const auto revision = fields.number<quint64>();
    const auto pathSize = fields.number<quint32>();
    const QByteArrayView path = fields.bytes(pathSize);
    const QByteArrayView text = fields.rest();
    if (!fields.isGood() || !takePath(path))
        return false;
    m_content.text = text.toByteArray();
    m_content.revision = revision;
    return true;
}

bool Reader::takeChange(Fields fields)
{
    const auto revision = fields.number<quint64>();
    const auto before = fields.number<quint64>();
    const auto offset = fields.number<quint64>();
    const auto removed = fields.number<quint64>();
    const QByteArrayView inserted = fields.rest();
    if (!fields.isGood())
        return false;
    const bool applies = m_content.text && m_content.revision == before && offset <= quint64(m_content.text->size())
        && removed <= quint64(m_content.text->size()) - offset;
    if (!applies) {
        m_content.isDamaged = true;
        return true; // whole in itself: the next record follows it
    }
    m_content.text->replace(qsizetype(offset), qsizetype(removed), inserted);
    m_content.revision = revision;
    return true;
}

} // namespace

QByteArray baseRecord(QByteArrayView id, const SitePath &file, const JournalBase &base)
{
    QByteArray fields;
    append(fields, base.revision);
    append(fields, quint8(base.hash ? 1 : 0));
    fields.append(base.hash.value_or(QByteArray(hashSize, '\0')));
    return record(id, Kind::Base, fields, file.toString().toUtf8());
}

QByteArray textRecord(QByteArrayView id, const SitePath &file, quint64 revision, QByteArrayView text)
{
    const QByteArray path = file.toString().toUtf8();
    QByteArray fields;
    append(fields, revision);
    append(fields, quint32(path.size()));
    return record(id, Kind::Text, fields + path, text);
}

QByteArray changeRecord(QByteArrayView id, quint64 revisionBefore, QByteArrayView before, quint64 revision, QByteArrayView text)
{
    const qsizetype start = commonStart(before, text);
    const qsizetype end = commonEnd(before.sliced(start), text.sliced(start));
    QByteArray fields;
    append(fields, revision);
    append(fields, revisionBefore);
    append(fields, quint64(start));
    append(fields, quint64(before.size() - start - end));
    return record(id, Kind::Change, fields, text.sliced(start, text.size() - start - end));
}

JournalContent readJournal(QByteArrayView id, QByteArrayView bytes)
{
    return Reader(id, bytes).run();
}

JournalVerdict judge(const JournalContent &journal, const std::optional<QByteArray> &onDisk)
{
    if (!journal.text || !journal.file)
        return JournalVerdict::NoText;
    if (journal.text == onDisk)
        return JournalVerdict::OnDisk;
    const QByteArray hash = onDisk ? contentHash(*onDisk) : QByteArray();
    const auto newestFirst = journal.bases.crbegin();
    const auto base = std::find_if(newestFirst, journal.bases.crend(), [&](const JournalBase &known) {
        return known.hash.has_value() == onDisk.has_value() && known.hash.value_or(QByteArray()) == hash;
    });
    if (base == journal.bases.crend())
        return JournalVerdict::Conflict;
    return journal.revision > base->revision ? JournalVerdict::Unsaved : JournalVerdict::OnDisk;
}

} // namespace quillway::store
