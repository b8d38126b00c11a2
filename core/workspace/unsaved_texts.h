// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/site_path.h"
#include "core/store/save_file.h"

#include <QByteArray>
#include <QHash>
#include <QList>

#include <functional>
#include <optional>

namespace quillway::workspace {

/// What the disk has below an unsaved text, as far as it is known.
class DiskText
{
public:
    [[nodiscard]] static DiskText absent() { return {}; } ///< no such file
    [[nodiscard]] static DiskText of(const std::optional<QByteArray> &bytes); ///< unset: no such file
    [[nodiscard]] static DiskText unknown(const QByteArray &hash); ///< bytes with that contentHash(), which nobody has any more

    /// True if the file is known to have these bytes.
    [[nodiscard]] bool is(const QByteArray &text) const { return m_bytes == text; }
    /// The same, told by the hash where nobody has the bytes any more: costs more.
    [[nodiscard]] bool matches(const QByteArray &text) const;
    /// The bytes, if there is a file and somebody still has them.
    [[nodiscard]] const std::optional<QByteArray> &bytes() const { return m_bytes; }
    /// contentHash() of the bytes; unset if there is no file. Costs in proportion to their number.
    [[nodiscard]] std::optional<QByteArray> hash() const;
    /// What a save is to find there.
    [[nodiscard]] store::Expected expected() const;

    friend bool operator==(const DiskText &, const DiskText &) = default;

private:
    std::optional<QByteArray> m_bytes;
    std::optional<QByteArray> m_hash;
};

/// A text that has been typed and not yet saved.
struct UnsavedText {
    QByteArray text; ///< whole file
    DiskText base; ///< on which it was typed
    quint64 revision = 0; ///< higher than that of any text before it
};

/// A file is the unit, or in it: a unit is a file, or a folder that moves and goes as a whole.
[[nodiscard]] bool isWithin(const SitePath &file, const SitePath &unit);

/// The texts that are not on disk yet. Knows no disk and no threads; whoever wants to keep them safe listens.
class UnsavedTexts
{
public:
    /// `text` is null when there is none any more for the file.
    using Listener = std::function<void(const SitePath &file, const UnsavedText *text)>;
    explicit UnsavedTexts(Listener changed = {})
        : m_changed(std::move(changed))
    { }

    [[nodiscard]] const UnsavedText *find(const SitePath &file) const; ///< null if there is none; valid until the next change
    [[nodiscard]] bool contains(const SitePath &file) const { return m_texts.contains(file); }
    [[nodiscard]] bool isEmpty() const { return m_texts.isEmpty(); }
    [[nodiscard]] QList<SitePath> files() const { return m_texts.keys(); }
    [[nodiscard]] QList<SitePath> filesIn(const SitePath &unit) const;

    /// The file's text from now on, with a revision of its own.
    void put(const SitePath &file, const QByteArray &text, const DiskText &base);
    /// False if there was none.
    bool remove(const SitePath &file);
    /// `text` is on disk now. True if that leaves nothing unsaved: what was typed since stays, on that base.
    bool markSaved(const SitePath &file, const QByteArray &text);
    /// Drops a text that is what the disk has. True if it was.
    bool settle(const SitePath &file);
    /// The file has another name.
    void move(const SitePath &from, const SitePath &to);

private:
    void tell(const SitePath &file) const;

    Listener m_changed;
    QHash<SitePath, UnsavedText> m_texts;
    quint64 m_revision = 0;
};

} // namespace quillway::workspace
