// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/recovered_texts.h"

#include "core/base/path_parts.h"
#include "core/store/content_kind.h"
#include "core/workspace/site_files.h"

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace quillway::workspace {

namespace {

using store::ContentKind;
using store::JournalVerdict;
using store::LeftJournal;

/// A journal may have come with the site from elsewhere: it must not bring a text to a place where it would be more than a text.
bool isTextOfSite(const SitePath &file)
{
    switch (store::contentKind(file)) {
    case ContentKind::Post:
    case ContentKind::Page:
    case ContentKind::Topic:
    case ContentKind::Path:
    case ContentKind::Settings:
    case ContentKind::Tags: return true;
    case ContentKind::Asset:
    case ContentKind::Theme:
    case ContentKind::Ignored: break;
    }
    return false;
}

std::optional<QByteArray> onDisk(const FileSystem &files, const QString &siteFolder, const model::Site &site, const SitePath &file)
{
    if (auto source = sourceIn(site, file))
        return source;
    auto bytes = files.read(siteFolder + u'/' + file.toString());
    return bytes ? std::optional(*bytes) : std::nullopt;
}

/// Nothing that was there is thrown away, even if nobody can tell what it was.
void putUnreadableAside(FileSystem &files, const QString &siteFolder, const LeftJournal &journal, QList<QString> &kept)
{
    const auto name = SitePath::parse(fileNameOf(journal.path));
    const auto bytes = files.read(journal.path);
    if (!name || !bytes)
        return;
    const bool hasRecords = journal.content.isDamaged || bytes->isEmpty();
    if (!bytes->isEmpty() && hasRecords) {
        const auto path = store::keepAside(files, siteFolder, *name, *bytes, QDateTime::currentDateTimeUtc());
        if (!path)
            return;
        kept.append(*path);
    }
    std::ignore = files.remove(journal.path);
}

} // namespace

LeftTexts findLeftTexts(FileSystem &files, const QString &siteFolder, const model::Site &site)
{
    LeftTexts left;
    for (const LeftJournal &journal : store::leftJournals(files, siteFolder)) {
        if (journal.content.file && !isTextOfSite(*journal.content.file))
            continue;
        const auto current = journal.content.file ? onDisk(files, siteFolder, site, *journal.content.file) : std::nullopt;
        const JournalVerdict verdict = judge(journal.content, current);
        if (verdict == JournalVerdict::NoText) {
            putUnreadableAside(files, siteFolder, journal, left.unreadable);
            continue;
        }
        if (verdict == JournalVerdict::OnDisk) {
            std::ignore = files.remove(journal.path);
            continue;
        }
        const RecoveredText text { *journal.content.file, *journal.content.text, !journal.content.isDamaged, current, journal };
        const auto hasOther = [&](const RecoveredText &newer) { return newer.file == text.file && newer.text != text.text; };
        const bool isUnsaved = verdict == JournalVerdict::Unsaved && !std::ranges::any_of(left.unsaved, hasOther);
        (isUnsaved ? left.unsaved : left.conflicts).append(text);
    }
    return left;
}

} // namespace quillway::workspace
