// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/site_path.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace quillway::store {

// The format of a recovery journal, version 1. A file is a row of records and nothing else; numbers are little-endian.
//
//   4 bytes   "QwJ" and the version, 1
//   8 bytes   the journal's id, which is also its name in hexadecimal: a text that holds another journal's bytes is not taken for records
//   8 bytes   checksum: the beginning of contentHash() of all that follows
//   1 byte    kind
//   8 bytes   length of what follows
//
//   kind B, base:    u64 revision · u8 1: the hash follows, 0: no file · 20 bytes contentHash() · the file's SitePath in UTF-8
//   kind T, text:    u64 revision · u32 length of the path · path · the whole text
//   kind C, change:  u64 revision · u64 revision before · u64 offset · u64 bytes removed · the bytes inserted
//
// The first record is a base. A text has a higher revision than every text typed before it. A change applies to the text of exactly the revision before; when a
// record is lost, those that need it are skipped until the next whole text. The reader finds the next record by its first twelve bytes.

/// What may be on disk under the text: the content that was there when typing began, or a later text that was about to be saved.
struct JournalBase {
    quint64 revision = 0; ///< of the text that was saved; 0 for what was read from disk
    std::optional<QByteArray> hash {}; ///< contentHash(); unset: no such file

    friend bool operator==(const JournalBase &, const JournalBase &) = default;
};

constexpr qsizetype journalIdSize = 8; // bytes

[[nodiscard]] QByteArray baseRecord(QByteArrayView id, const SitePath &file, const JournalBase &base);
[[nodiscard]] QByteArray textRecord(QByteArrayView id, const SitePath &file, quint64 revision, QByteArrayView text);
/// The change from `before` to `text`, found by what they have in common at both ends.
[[nodiscard]] QByteArray changeRecord(QByteArrayView id, quint64 revisionBefore, QByteArrayView before, quint64 revision,
                                      QByteArrayView text);

/// What a journal says.
struct JournalContent {
    std::optional<SitePath> file {};
    QList<JournalBase> bases {}; ///< oldest first
    std::optional<QByteArray> text {}; ///< the newest that could be made
    quint64 revision = 0; ///< of `text`
    bool isDamaged = false; ///< something in it could not be read or applied
};

/// Reads whatever can be read, from any bytes; never fails, and takes time in proportion to their number.
[[nodiscard]] JournalContent readJournal(QByteArrayView id, QByteArrayView bytes);

/// What to do with a journal's text, given what is on disk now.
enum class JournalVerdict {
    OnDisk, ///< nothing to recover: it was saved, or something newer was
    Unsaved, ///< typed on what is there: the text to go on with
    Conflict, ///< the file is not what it was typed on
    NoText, ///< nothing can be made of it
};
[[nodiscard]] JournalVerdict judge(const JournalContent &journal, const std::optional<QByteArray> &onDisk);

} // namespace quillway::store
