// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/update_site.h"

#include "core/base/parallel.h"
#include "core/model/readers.h"
#include "core/store/content_kind.h"

#include <algorithm>
#include <optional>
#include <vector>

using namespace Qt::StringLiterals;

namespace quillway::store {

using namespace quillway::model;

namespace {

template<typename T>
using Items = QList<std::shared_ptr<const T>>;

template<typename T>
void removeFile(Items<T> &items, const SitePath &file)
{
    items.removeIf([&](const auto &item) { return item->file == file; });
}

template<typename T>
void replaceFile(Items<T> &items, T value)
{
    auto next = std::make_shared<const T>(std::move(value));
    const auto place = std::ranges::find(items, next->file, [](const auto &item) { return item->file; });
    if (place == items.end())
        items.append(std::move(next));
    else
        *place = std::move(next);
}

void forgetDiagnosticsOf(Diagnostics &diagnostics, const SitePath &file)
{
    diagnostics.removeIf([&](const Diagnostic &diagnostic) { return diagnostic.error.file == file.toString(); });
}

/// Puts what was read into the parts, or the reason why it could not be.
template<typename T>
void takeOver(SiteParts &parts, Items<T> &items, const SitePath &file, const QByteArray &bytes, Result<Parsed<T>> &&parsed)
{
    if (!parsed) {
        parts.unreadable.insert(file, bytes);
        parts.diagnostics.append({ Severity::Error, parsed.error() });
        return;
    }
    parts.diagnostics += parsed->diagnostics;
    replaceFile(items, std::move(parsed->value));
}

/// Everything that the settings had a say in, read anew from the bytes at hand.
void readPostsAnew(SiteParts &parts)
{
    const auto again = [&](Items<Post> &items, auto read) {
        for (PostPtr &item : items) {
            if (parts.unreadable.contains(item->file))
                continue;
            forgetDiagnosticsOf(parts.diagnostics, item->file);
            if (auto parsed = read(item->file, item->source, parts.settings)) {
                parts.diagnostics += parsed->diagnostics;
                item = std::make_shared<const Post>(std::move(parsed->value));
            }
        }
    };
    again(parts.posts, readPost);
    again(parts.pages, readPage);
}

void editSettings(SiteParts &parts, const QByteArray &bytes)
{
    parts.settingsSource = bytes;
    auto parsed = readSettings(bytes);
    if (!parsed) {
        parts.diagnostics.append({ Severity::Error, parsed.error() });
        return;
    }
    parts.diagnostics += parsed->diagnostics;
    const bool otherZone = parsed->value.timeZone != parts.settings.timeZone;
    parts.settings = std::move(parsed->value);
    if (otherZone)
        readPostsAnew(parts);
}

void editTags(SiteParts &parts, const QByteArray &bytes)
{
    parts.tagInfoSource = bytes;
    auto parsed = readTags(bytes);
    if (!parsed) {
        parts.diagnostics.append({ Severity::Error, parsed.error() });
        return;
    }
    parts.diagnostics += parsed->diagnostics;
    parts.tagInfo = std::move(parsed->value);
}

void editAsset(SiteParts &parts, const FileEdit &edit)
{
    parts.assets.removeIf([&](const Asset &asset) { return asset.file == edit.file; });
    if (edit.bytes)
        parts.assets.append({ edit.file, edit.assetSize >= 0 ? edit.assetSize : edit.bytes->size() });
}

/// A content file that is gone, whichever list it was in.
void removeContent(SiteParts &parts, const SitePath &file)
{
    removeFile(parts.posts, file);
    removeFile(parts.pages, file);
    removeFile(parts.topics, file);
    removeFile(parts.paths, file);
}

void apply(SiteParts &parts, const FileEdit &edit)
{
    forgetDiagnosticsOf(parts.diagnostics, edit.file);
    parts.unreadable.remove(edit.file);
    const QByteArray bytes = edit.bytes.value_or(QByteArray());
    const ContentKind kind = contentKind(edit.file);
    if (kind == ContentKind::Settings)
        return editSettings(parts, bytes);
    if (kind == ContentKind::Tags)
        return editTags(parts, bytes);
    if (kind == ContentKind::Asset)
        return editAsset(parts, edit);
    if (!edit.bytes)
        return removeContent(parts, edit.file);
    if (kind == ContentKind::Post)
        takeOver(parts, parts.posts, edit.file, bytes, readPost(edit.file, bytes, parts.settings));
    else if (kind == ContentKind::Page)
        takeOver(parts, parts.pages, edit.file, bytes, readPage(edit.file, bytes, parts.settings));
    else if (kind == ContentKind::Topic)
        takeOver(parts, parts.topics, edit.file, bytes, readTopic(edit.file, bytes));
    else if (kind == ContentKind::Path)
        takeOver(parts, parts.paths, edit.file, bytes, readPath(edit.file, bytes));
}

/// Texts of posts or pages, each another file, read on all cores and put in their places in one go.
void applyMany(SiteParts &parts, Items<Post> &items, const QList<FileEdit> &edits,
               Result<Parsed<Post>> (*read)(const SitePath &, const QByteArray &, const Settings &))
{
    std::vector<std::optional<Result<Parsed<Post>>>> parsed(size_t(edits.size()));
    forEachIndex(edits.size(), 0, [&](qsizetype i) { parsed[size_t(i)] = read(edits.at(i).file, *edits.at(i).bytes, parts.settings); });
    QHash<SitePath, qsizetype> places;
    for (qsizetype i = 0; i < items.size(); ++i)
        places.insert(items.at(i)->file, i);
    QSet<QString> edited;
    for (const FileEdit &edit : edits)
        edited.insert(edit.file.toString());
    parts.diagnostics.removeIf([&](const Diagnostic &diagnostic) { return edited.contains(diagnostic.error.file); });
    for (qsizetype i = 0; i < edits.size(); ++i) {
        const FileEdit &edit = edits.at(i);
        Result<Parsed<Post>> &post = *parsed[size_t(i)];
        parts.unreadable.remove(edit.file);
        if (!post) {
            parts.unreadable.insert(edit.file, *edit.bytes);
            parts.diagnostics.append({ Severity::Error, post.error() });
            continue;
        }
        parts.diagnostics += post->diagnostics;
        auto next = std::make_shared<const Post>(std::move(post->value));
        if (const auto place = places.constFind(edit.file); place != places.cend())
            items[*place] = std::move(next);
        else
            items.append(std::move(next));
    }
}

/// Each file's last edit is what counts. Settings come before the texts that are read by them.
void applyMany(SiteParts &parts, const QList<FileEdit> &edits)
{
    QHash<SitePath, qsizetype> last;
    for (qsizetype i = 0; i < edits.size(); ++i)
        last.insert(edits.at(i).file, i);
    QList<FileEdit> posts;
    QList<FileEdit> pages;
    for (qsizetype i = 0; i < edits.size(); ++i) {
        const FileEdit &edit = edits.at(i);
        if (last.value(edit.file) != i)
            continue;
        const ContentKind kind = contentKind(edit.file);
        if (kind == ContentKind::Post && edit.bytes)
            posts.append(edit);
        else if (kind == ContentKind::Page && edit.bytes)
            pages.append(edit);
        else
            apply(parts, edit);
    }
    applyMany(parts, parts.posts, posts, readPost);
    applyMany(parts, parts.pages, pages, readPage);
}

} // namespace

SitePtr withEdits(const Site &site, const QList<FileEdit> &edits)
{
    constexpr qsizetype many = 32;
    SiteParts parts = site.parts();
    if (edits.size() >= many) {
        applyMany(parts, edits);
    } else {
        for (const FileEdit &edit : edits)
            apply(parts, edit);
    }
    sortByPlace(parts.diagnostics);
    return std::make_shared<const Site>(std::move(parts));
}

} // namespace quillway::store
