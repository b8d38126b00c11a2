// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/history_log.h"

#include "core/base/content_hash.h"
#include "core/base/utf8.h"

#include <QTimeZone>

#include <algorithm>

namespace quillway::store {

namespace {

constexpr qsizetype checksumSize = 8;
constexpr qsizetype hashSize = 20;

QByteArray checksum(QByteArrayView record)
{
    return contentHash(record).toHex().first(checksumSize);
}

QByteArray line(const QByteArray &record)
{
    return checksum(record) + ' ' + record + '\n';
}

/// What the line says, if its checksum is right.
std::optional<QByteArrayView> recordOf(QByteArrayView line)
{
    if (line.size() < checksumSize + 2 || line[checksumSize] != ' ')
        return std::nullopt;
    const QByteArrayView record = line.sliced(checksumSize + 1);
    return line.first(checksumSize) == checksum(record) ? std::optional(record) : std::nullopt;
}

std::optional<Version> toVersion(QByteArrayView fields)
{
    const QList<QByteArray> parts = fields.toByteArray().split(' ');
    if (parts.size() != 3)
        return std::nullopt;
    bool hasWhen = false;
    bool hasSize = false;
    const qint64 when = parts[0].toLongLong(&hasWhen);
    const qint64 size = parts[1].toLongLong(&hasSize);
    const QByteArray hash = QByteArray::fromHex(parts[2]);
    if (!hasWhen || !hasSize || size < 0 || hash.size() != hashSize || hash.toHex() != parts[2])
        return std::nullopt;
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(when, QTimeZone::UTC);
    constexpr int lastYear = 9999; // Qt counts on for millions of years
    return moment.isValid() && moment.date().year() <= lastYear ? std::optional(Version { moment, hash, size }) : std::nullopt;
}

std::optional<SitePath> toFile(QByteArrayView encoded)
{
    const QByteArray path = QByteArray::fromPercentEncoding(encoded.toByteArray());
    return firstInvalidUtf8(path) ? std::nullopt : SitePath::parse(QString::fromUtf8(path));
}

/// Takes a record over; false if it says nothing that can be.
bool take(HistoryLog &log, QByteArrayView record)
{
    if (record.startsWith("v ")) {
        const auto version = toVersion(record.sliced(2));
        if (version)
            log.versions.prepend(*version);
        return version.has_value();
    }
    if (record.startsWith("f ")) {
        const auto file = toFile(record.sliced(2));
        if (file)
            log.file = file;
        return file.has_value();
    }
    return true; // a kind that a later version of the program knows
}

} // namespace

HistoryLog parseHistoryLog(QByteArrayView bytes)
{
    HistoryLog log;
    log.endsTorn = !bytes.isEmpty() && !bytes.endsWith('\n');
    int number = 0;
    while (!bytes.isEmpty()) {
        const qsizetype end = bytes.indexOf('\n');
        const QByteArrayView text = end < 0 ? bytes : bytes.first(end);
        bytes = end < 0 ? QByteArrayView() : bytes.sliced(end + 1);
        ++number;
        const auto record = recordOf(text);
        if (record && take(log, *record))
            continue;
        if (log.damagedLines++ == 0)
            log.firstDamagedLine = number;
    }
    std::ranges::stable_sort(log.versions, std::greater(), [](const Version &version) { return version.when.toMSecsSinceEpoch(); });
    return log;
}

QByteArray renderRecord(const Version &version)
{
    return line("v " + QByteArray::number(version.when.toMSecsSinceEpoch()) + ' ' + QByteArray::number(version.size) + ' '
                + version.hash.toHex());
}

QByteArray renderRecord(const SitePath &file)
{
    return line("f " + file.toString().toUtf8().toPercentEncoding("/"));
}

QByteArray renderHistoryLog(const std::optional<SitePath> &file, const QList<Version> &versions)
{
    QByteArray bytes;
    if (file)
        bytes += renderRecord(*file);
    for (auto version = versions.rbegin(); version != versions.rend(); ++version)
        bytes += renderRecord(*version);
    return bytes;
}

} // namespace quillway::store
