// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/changes/rename_changes.h"

#include "core/base/date_time.h"
#include "core/base/slug.h"
#include "core/changes/heading_text.h"
#include "core/model/content_file.h"
#include "core/model/content_name.h"
#include "core/model/key_reader.h"
#include "core/model/readers.h"
#include "core/text/front_matter.h"

#include <algorithm>

namespace quillway::changes {

using namespace Qt::StringLiterals;
using model::PostPtr;
using model::Selection;
using model::Site;

namespace {

std::unexpected<Error> failure(ErrorCode code, const SitePath &file, const QString &detail = {})
{
    return std::unexpected(Error { code, file.toString(), {}, detail });
}

template<typename Pointer>
Pointer atFile(const QList<Pointer> &list, const SitePath &file)
{
    const auto found = std::ranges::find(list, file, [](const Pointer &entry) { return entry->file; });
    return found == list.end() ? nullptr : *found;
}

/// The source of a post, page, topic or path; null if the file is none.
const QByteArray *sourceOf(const Site &site, const SitePath &file)
{
    if (const PostPtr post = site.postByFile(file))
        return &post->source;
    if (const model::TopicPtr topic = atFile(site.topics(), file))
        return &topic->source;
    const model::ReadingPathPtr path = atFile(site.paths(), file);
    return path ? &path->source : nullptr;
}

bool headHas(const text::Value &head, QStringView key)
{
    const text::Value *value = head.find(model::writtenKey(head, key));
    return value && value->kind != text::Value::Kind::Null;
}

bool isBundle(const Site &site, const SitePath &file)
{
    const PostPtr post = site.postByFile(file);
    return post && post->isBundle;
}

bool isUsed(const Site &site, const QString &tag)
{
    const auto isIt = [&](const QString &other) { return model::tagKey(other) == model::tagKey(tag); };
    return std::ranges::any_of(site.posts(), [&](const PostPtr &post) { return std::ranges::any_of(post->tags, isIt); });
}

/// What a name says and the head does not, written into the head: a post's day, a topic's tag.
QList<text::KeyEdit> keptFromName(const Site &site, const SitePath &file, const text::Value &head, const QString &stem)
{
    QList<text::KeyEdit> edits;
    const QString name = model::contentName(file).name;
    const auto day = leadingDate(name);
    if (site.postByFile(file) && day && leadingDate(stem) != day && !headHas(head, u"date"))
        edits.append({ u"date"_s, text::Value::dateTime(day->toString(Qt::ISODate)) });
    if (const model::TopicPtr topic = atFile(site.topics(), file);
        topic && !topic->tagsPosition.isValid() && isUsed(site, topic->tags.constFirst()))
        edits.append({ model::writtenKey(head, u"tags"), text::Value::strings(topic->tags) });
    return edits;
}

std::optional<Move> moveTo(const Site &site, const SitePath &file, const QString &stem)
{
    const auto unit = isBundle(site, file) ? SitePath::parse(file.folder()) : std::optional(file);
    const QString extension = unit == file ? file.fileName().sliced(file.stem().size()) : QString();
    const QString folder = unit->folder().isEmpty() ? QString() : unit->folder() + u'/';
    const auto to = isSafeAddressPart(stem) ? SitePath::parse(folder + stem + extension) : std::nullopt;
    // `posts/index.md` beside others is no bundle, `posts/a/index.md` is one.
    const bool isSame = to && (unit != file || model::contentName(*to).isBundle == model::contentName(file).isBundle);
    return isSame ? std::optional(Move { *unit, *to }) : std::nullopt;
}

} // namespace

Result<Relinked> renameFile(const Site &site, const Selection &selection, const SitePath &file, const QString &stem)
{
    const QByteArray *source = sourceOf(site, file);
    if (!source)
        return failure(ErrorCode::NotFound, file);
    const auto move = moveTo(site, file, stem);
    if (!move)
        return failure(ErrorCode::BadValue, file, stem);
    if (move->from == move->to)
        return Relinked();
    const auto head = text::parseFrontMatter(*source);
    if (!head)
        return std::unexpected(head.error());
    Rearrangement rearrangement { .moves = { *move } };
    if (const QList<text::KeyEdit> kept = keptFromName(site, file, head->root, stem); !kept.isEmpty()) {
        const auto edited = text::editFrontMatter(*source, kept);
        if (!edited)
            return std::unexpected(edited.error());
        rearrangement.texts.insert(file, *edited);
    }
    return relinked(site, selection, rearrangement);
}

Result<Relinked> changeSlug(const Site &site, const Selection &selection, const SitePath &file, const QString &slug)
{
    const QByteArray *source = sourceOf(site, file);
    if (!source)
        return failure(ErrorCode::NotFound, file);
    if (!isSafeAddressPart(slug))
        return failure(ErrorCode::BadValue, file, slug);
    const auto head = text::parseFrontMatter(*source);
    if (!head)
        return std::unexpected(head.error());
    const PostPtr post = site.postByFile(file);
    const QString name = model::contentName(file).name;
    const QStringView behindDate = withoutLeadingDate(name);
    const QString stem = name.first(name.size() - behindDate.size()) + slug;
    const bool isNamed = model::slugOfName(stem, u"post") == slug;
    if (!post || (!headHas(head->root, u"slug") && isNamed))
        return isNamed ? renameFile(site, selection, file, stem) : failure(ErrorCode::BadValue, file, slug);
    const auto edited = text::editFrontMatter(*source, { { model::writtenKey(head->root, u"slug"), text::Value::string(slug) } });
    if (!edited)
        return std::unexpected(edited.error());
    return relinked(site, selection, { .moves = {}, .texts = { { file, *edited } } });
}

Result<Relinked> renameAsset(const Site &site, const Selection &selection, const SitePath &asset, const SitePath &to)
{
    if (!site.hasAsset(asset))
        return failure(ErrorCode::NotFound, asset);
    const bool isText = to.fileName().endsWith(".md"_L1, Qt::CaseInsensitive) && to.topFolder() != "assets"_L1;
    if (to.topFolder() != asset.topFolder() || to == SitePath::parse(to.topFolder()) || isText || to.fileName().startsWith(u'.'))
        return failure(ErrorCode::BadValue, asset, to.toString());
    if (to == asset)
        return Relinked();
    return relinked(site, selection, { .moves = { { asset, to } } });
}

Result<Relinked> renameHeading(const Site &site, const Selection &selection, const SitePath &file, const QString &anchor,
                               const QString &text)
{
    const PostPtr post = site.postByFile(file);
    const auto heading = post ? std::ranges::find(post->facts.outline, anchor, &text::Heading::anchor)
                              : decltype(post->facts.outline.begin()) {};
    if (!post || heading == post->facts.outline.end())
        return failure(ErrorCode::NotFound, file, anchor);
    const QString line = text.trimmed();
    const auto body = line.isEmpty() || line.contains(u'\n') || line.contains(u'\r')
        ? std::nullopt
        : withHeadingText(*post, heading - post->facts.outline.begin(), line);
    if (!body)
        return failure(ErrorCode::BadValue, file, text);
    Rearrangement rearrangement { .moves = {}, .texts = { { file, post->source.first(post->bodyOffset) + *body } } };
    const text::TextFacts now = text::readText(*body, model::formulasOf(*post));
    for (qsizetype i = 0; i < now.outline.size(); ++i) {
        if (now.outline[i].anchor != post->facts.outline[i].anchor)
            rearrangement.anchors[file].insert(post->facts.outline[i].anchor, now.outline[i].anchor);
    }
    return relinked(site, selection, rearrangement);
}

std::optional<SitePath> findContent(const Site &site, const QString &name)
{
    auto file = SitePath::parse(name);
    if (file && sourceOf(site, *file))
        return file;
    if (const PostPtr post = site.postBySlug(name))
        return post->file;
    QList<SitePath> found;
    for (const auto *list : { &site.pages(), &site.posts() }) {
        for (const PostPtr &post : *list) {
            if ((post->isPage() && post->slug == name) || post->title == name)
                found.append(post->file);
        }
    }
    return found.size() == 1 ? std::optional(found.constFirst()) : std::nullopt;
}

} // namespace quillway::changes
