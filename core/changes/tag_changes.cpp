// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/changes/tag_changes.h"

#include "core/base/parallel.h"
#include "core/changes/tag_file.h"
#include "core/changes/tag_list.h"
#include "core/model/near_name.h"
#include "core/model/readers.h"
#include "core/text/front_matter.h"

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace quillway::changes {

using namespace quillway::model;
using text::KeyEdit;
using text::Value;

namespace {

/// What came of one file.
struct EditedFile {
    std::optional<TextEdit> edit;
    std::optional<Error> fault;
};

using TagEditOf = std::function<std::optional<TagEdit>(const SitePath &file, const QStringList &tags)>;

QSet<QString> keysOf(const QStringList &tags)
{
    QSet<QString> keys;
    for (const QString &tag : tags)
        keys.insert(tagKey(tag));
    return keys;
}

/// The file with another value of its key for tags. `implied`: the tags that it has without such a key.
EditedFile editFile(const SitePath &file, const QByteArray &source, const TagEdit &edit, const QStringList &implied)
{
    const auto fault = [&](Error error) {
        error.file = file.toString();
        return EditedFile { {}, error };
    };
    const auto head = text::parseFrontMatter(source);
    if (!head)
        return fault(head.error());
    const QString key = writtenKey(head->root, u"tags");
    const Value *value = head->root.find(key);
    Value edited = value ? editedTags(*value, edit) : Value();
    const bool isEmpty = !value || (value->isScalar() ? value->text.trimmed().isEmpty() : value->items.isEmpty());
    const bool isImplied = !implied.isEmpty() && isEmpty;
    if (isImplied && keysOf(edit.applied(implied)) != keysOf(implied))
        edited = Value::strings(edit.applied(implied));
    else if (!value && edit.add)
        edited = Value::strings({ edit.to });
    if (value ? edited.sameContent(*value) : edited.kind == Value::Kind::Null)
        return {};
    auto bytes = text::editFrontMatter(source, { KeyEdit { key, edited } });
    if (!bytes)
        return fault(bytes.error());
    return { TextEdit { file, source, *bytes }, {} };
}

/// The head's lines of a file whose head cannot be read: up to what may be its closing fence.
QByteArrayView roughHead(QByteArrayView bytes)
{
    qsizetype end = bytes.indexOf('\n');
    for (const char *fence : { "\n---", "\n+++", "\n}" }) {
        if (const qsizetype place = bytes.indexOf(fence, std::max<qsizetype>(0, end)); end >= 0 && place >= 0)
            return bytes.first(place);
    }
    return bytes;
}

/// Collects a change to a site's tags.
class TagWork
{
public:
    explicit TagWork(const Site &site)
        : m_site(site)
    { }

    [[nodiscard]] std::optional<Error> unknown(const QStringList &tags) const;
    void editPosts(const TagEditOf &editOf);
    void editTopics(const TagEdit &edit);
    void reportUnreadable(const QSet<QString> &keys);
    void editTagFile(const std::function<Result<QByteArray>(const QByteArray &)> &edit);
    [[nodiscard]] QStringList aliasesOf(const QSet<QString> &keys, const QString &to) const;
    [[nodiscard]] bool hasTag(const QString &key) const;

    TagChange result;

private:
    qsizetype take(const QList<EditedFile> &files);

    const Site &m_site;
    QList<Tag> m_tags = tagsOf(m_site, m_site.posts() + m_site.pages());
};

bool TagWork::hasTag(const QString &key) const
{
    return std::ranges::contains(m_tags, key, &Tag::key);
}

/// The first of `tags` that nothing is tagged with.
std::optional<Error> TagWork::unknown(const QStringList &tags) const
{
    for (const QString &tag : tags) {
        const QString key = tagKey(tag);
        const auto isIn = [&](const TopicPtr &topic) {
            return std::ranges::any_of(topic->tags, [&](const QString &other) { return tagKey(other) == key; });
        };
        if (hasTag(key) || m_site.parts().tagInfo.contains(key) || std::ranges::any_of(m_site.topics(), isIn))
            continue;
        QStringList names;
        for (const Tag &known : m_tags)
            names.append(known.name);
        return Error { ErrorCode::UnknownTag, {}, {}, withNearName(tag, names) };
    }
    return std::nullopt;
}

qsizetype TagWork::take(const QList<EditedFile> &files)
{
    qsizetype edited = 0;
    for (const EditedFile &file : files) {
        if (file.fault)
            result.problems.append({ Severity::Error, *file.fault });
        if (file.edit)
            result.change.edits.append(*file.edit);
        edited += file.edit ? 1 : 0;
    }
    return edited;
}

void TagWork::editPosts(const TagEditOf &editOf)
{
    QList<std::pair<PostPtr, TagEdit>> posts;
    for (const auto *list : { &m_site.posts(), &m_site.pages() }) {
        for (const PostPtr &post : *list) {
            if (m_site.parts().unreadable.contains(post->file)) // this is how it was when it could be read
                continue;
            if (const auto edit = editOf(post->file, post->tags))
                posts.append({ post, *edit });
        }
    }
    QList<EditedFile> files(posts.size());
    EditedFile *results = files.data();
    forEachIndex(posts.size(), 0, [&](qsizetype index) {
        const auto &[post, edit] = posts.at(index);
        results[index] = editFile(post->file, post->source, edit, {});
    });
    result.posts = take(files);
}

void TagWork::editTopics(const TagEdit &edit)
{
    QList<EditedFile> files;
    for (const TopicPtr &topic : m_site.topics()) {
        const auto isOne = [&](const QString &tag) { return edit.from.contains(tagKey(tag)); };
        if (std::ranges::any_of(topic->tags, isOne) && !m_site.parts().unreadable.contains(topic->file))
            files.append(editFile(topic->file, topic->source, edit, edit.to.isEmpty() ? QStringList() : topic->tags));
    }
    result.topics = take(files);
}

/// Files whose head cannot be read, and that seem to have one of the tags in it.
void TagWork::reportUnreadable(const QSet<QString> &keys)
{
    QList<SitePath> found;
    for (const auto &[file, bytes] : m_site.parts().unreadable.asKeyValueRange()) {
        const QString head = tagKey(QString::fromUtf8(roughHead(bytes)));
        const auto isWord = [&](const QString &key) {
            for (qsizetype at = head.indexOf(key); at >= 0; at = head.indexOf(key, at + 1)) {
                const bool isBegin = at == 0 || !head.at(at - 1).isLetterOrNumber();
                const qsizetype end = at + key.size();
                if (isBegin && (end == head.size() || !head.at(end).isLetterOrNumber()))
                    return true;
            }
            return false;
        };
        if (std::ranges::any_of(keys, isWord))
            found.append(file);
    }
    std::ranges::sort(found);
    for (const SitePath &file : std::as_const(found)) {
        const auto is = [&](const Diagnostic &known) { return known.error.file == file.toString() && known.severity == Severity::Error; };
        const auto known = std::ranges::find_if(m_site.diagnostics(), is);
        result.problems.append(known != m_site.diagnostics().cend()
                                   ? *known
                                   : Diagnostic { Severity::Error, { ErrorCode::NotReadable, file.toString(), {}, {} } });
    }
}

void TagWork::editTagFile(const std::function<Result<QByteArray>(const QByteArray &)> &edit)
{
    const SitePath file = SitePath::literal(u"tags.toml");
    const QByteArray &source = m_site.parts().tagInfoSource;
    const auto edited = edit(source);
    if (!edited) {
        Error error = edited.error();
        error.file = file.toString();
        result.problems.append({ Severity::Error, error });
    } else if (*edited != source) {
        result.change.edits.append({ file, source.isEmpty() ? std::nullopt : std::optional(source), *edited });
    }
}

/// The addresses that tags with these keys have now and lose, as aliases.
QStringList TagWork::aliasesOf(const QSet<QString> &keys, const QString &to) const
{
    QStringList aliases;
    for (const Tag &tag : m_tags) {
        if (keys.contains(tag.key) && tag.key != tagKey(to))
            aliases.append(aliasOf(tag));
    }
    return aliases;
}

std::optional<Error> faultOf(const QString &tag)
{
    const auto isControl = [](QChar c) { return c.category() == QChar::Other_Control || c == QChar::LineSeparator; };
    if (tagKey(tag).isEmpty() || std::ranges::any_of(tag, isControl))
        return Error { ErrorCode::BadValue, {}, {}, tag.simplified().isEmpty() ? u"a tag without a name"_s : tag.simplified() };
    return std::nullopt;
}

TagEditOf everywhere(const TagEdit &edit)
{
    return [edit](const SitePath &, const QStringList &tags) {
        const bool has = std::ranges::any_of(tags, [&](const QString &tag) { return edit.from.contains(tagKey(tag)); });
        return has ? std::optional(edit) : std::nullopt;
    };
}

std::optional<Error> unknownPost(const Site &site, const QList<SitePath> &posts)
{
    for (const SitePath &file : posts) {
        if (!site.postByFile(file))
            return Error { ErrorCode::UnknownPost, {}, {}, file.toString() };
    }
    return std::nullopt;
}

Result<TagChange> changedIn(const Site &site, const QList<SitePath> &posts, const TagEdit &edit)
{
    if (const auto fault = unknownPost(site, posts))
        return std::unexpected(*fault);
    TagWork work(site);
    const QSet<SitePath> chosen(posts.begin(), posts.end());
    work.editPosts([&](const SitePath &file, const QStringList &) { return chosen.contains(file) ? std::optional(edit) : std::nullopt; });
    work.result.isMerge = edit.from.isEmpty() ? false : work.hasTag(tagKey(edit.to));
    for (const SitePath &file : posts) {
        if (site.parts().unreadable.contains(file))
            work.result.problems.append({ Severity::Error, { ErrorCode::NotReadable, file.toString(), {}, {} } });
    }
    return work.result;
}

} // namespace

Result<TagChange> mergeTags(const Site &site, const QStringList &from, const QString &into)
{
    const QString to = into.trimmed();
    if (const auto fault = faultOf(to))
        return std::unexpected(*fault);
    TagWork work(site);
    if (const auto fault = work.unknown(from))
        return std::unexpected(*fault);
    const TagEdit edit { .from = keysOf(from), .to = to };
    work.result.isMerge = from.size() > 1 || (work.hasTag(tagKey(to)) && !edit.from.contains(tagKey(to)));
    work.editPosts(everywhere(edit));
    work.editTopics(edit);
    const QStringList aliases = work.aliasesOf(edit.from, to);
    QStringList others = edit.from.values();
    others.removeAll(tagKey(to));
    others.sort();
    if (!others.isEmpty())
        work.editTagFile([&](const QByteArray &source) { return withTagsJoined(source, others, to, aliases); });
    work.reportUnreadable(edit.from);
    return work.result;
}

Result<TagChange> renameTag(const Site &site, const QString &from, const QString &to)
{
    return mergeTags(site, { from }, to);
}

Result<TagChange> removeTag(const Site &site, const QString &tag)
{
    TagWork work(site);
    if (const auto fault = work.unknown({ tag }))
        return std::unexpected(*fault);
    const TagEdit edit { .from = { tagKey(tag) }, .to = {} };
    work.editPosts(everywhere(edit));
    work.editTopics(edit);
    work.editTagFile([&](const QByteArray &source) { return withoutTag(source, tagKey(tag)); });
    work.reportUnreadable(edit.from);
    return work.result;
}

Result<TagChange> addTag(const Site &site, const QString &tag, const QList<SitePath> &posts)
{
    if (const auto fault = faultOf(tag.trimmed()))
        return std::unexpected(*fault);
    return changedIn(site, posts, { .from = {}, .to = tag.trimmed(), .add = true });
}

Result<TagChange> removeTagFrom(const Site &site, const QString &tag, const QList<SitePath> &posts)
{
    return changedIn(site, posts, { .from = { tagKey(tag) }, .to = {} });
}

Result<TagChange> splitTag(const Site &site, const QString &tag, const QString &part, const QList<SitePath> &posts)
{
    if (const auto fault = faultOf(part.trimmed()))
        return std::unexpected(*fault);
    if (const auto fault = TagWork(site).unknown({ tag }))
        return std::unexpected(*fault);
    return changedIn(site, posts, { .from = { tagKey(tag) }, .to = part.trimmed() });
}

} // namespace quillway::changes
