// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/post_keys.h"

#include "core/base/fingerprint.h"
#include "core/base/parallel.h"
#include "core/base/program_identity.h"
#include "core/publish/inline_text.h"
#include "core/publish/page_key.h"

#include <atomic>

using namespace Qt::StringLiterals;

namespace quillway::publish {

namespace {

/// Where the links in `markdown` lead: all of it as HTML, since it seldom has any.
QByteArray linksIn(const QString &markdown, const analysis::LinkOrigin &origin, const analysis::LinkIndex &links)
{
    return mayLink(markdown) ? inlineHtml(markdown, origin, links) : QByteArray();
}

} // namespace

PostKeys::PostKeys(const Publication::Private &shared, const QList<EntryParts> &parts)
    : m_shared(shared)
    , m_parts(parts)
    , m_posts(size_t(shared.posts().size()))
    , m_traces(m_posts.size())
{
    const QByteArray &program = programIdentity();
    m_links = fingerprint(program + shared.linksFingerprint());
    for (const model::Tag &tag : shared.published.tags())
        m_tags.append(PageKey("tag").add(tag.key).add(tag.name).add(tag.slug).add(tag.info.title).take());
    m_tagOrder = fingerprint(program + tagOrderKey());
}

void PostKeys::read(const SiteTrace &former, int threads)
{
    std::atomic<bool> hasNews = former.links != m_links || former.tags != m_tagOrder || former.posts.size() != m_shared.posts().size();
    forEachIndex(m_shared.posts().size(), threads, [&](qsizetype place) {
        if (readPost(place, former))
            hasNews = true;
    });
    m_hasNews = hasNews;
}

SiteTrace PostKeys::trace() const
{
    SiteTrace trace { m_links, m_tagOrder, {} };
    trace.posts.reserve(m_shared.posts().size());
    for (qsizetype place = 0; place < m_shared.posts().size(); ++place)
        trace.posts.insert(m_shared.posts().at(place)->file.toString(), m_traces[size_t(place)]);
    return trace;
}

QByteArray PostKeys::tagOrderKey() const
{
    PageKey key("tag order");
    for (const model::Tag &tag : m_shared.published.tags())
        key.add(tag.key);
    for (qsizetype place = 0; place < m_shared.posts().size(); ++place) {
        key.add(m_shared.posts().at(place)->file.toString()).add(m_shared.tagsAt(place).size());
        for (const qsizetype tag : m_shared.tagsAt(place))
            key.add(qint32(tag));
    }
    return key.take();
}

QByteArray PostKeys::linksOf(const model::Post &post) const
{
    PageKey key("links");
    const analysis::LinkOrigin origin = m_shared.originOf(post);
    for (const text::Reference &reference : post.facts.references) {
        const analysis::LinkTarget target = m_shared.links().resolve(reference.destination, origin);
        key.add(quint8(target.kind)).add(target.url).add(target.address).add(quint8(target.exported));
        key.add(pictureAttributes(m_shared.picture(target), true, m_shared.settings));
    }
    return key.take();
}

PostKeys::HeadKeys PostKeys::headKeys(const model::Post &post, qsizetype place) const
{
    const analysis::LinkOrigin origin = m_shared.originOf(post);
    PageKey base("head");
    base.add(post.file.toString()).add(origin.address);
    for (const QString *text : { &post.slug, &post.title, &post.author, &post.cover, &post.coverAlt, &post.canonical, &post.lang })
        base.add(*text);
    base.add(post.date).add(post.updated).add(quint8(post.isDraft()));
    if (!post.cover.isEmpty()) {
        const analysis::LinkTarget cover = m_shared.links().resolve(post.cover, origin);
        base.add(quint8(cover.kind)).add(cover.url).add(cover.address);
        base.add(pictureAttributes(m_shared.picture(cover), true, m_shared.settings));
    }
    PageKey summary("summary");
    summary.add(post.summary).add(linksIn(post.summary, origin, m_shared.links()));
    if (post.summary.isEmpty())
        summary.add(post.facts.firstParagraph).add(quint8(post.facts.textAfterFirstParagraph));
    PageKey tags("tags");
    if (place >= 0) {
        for (const qsizetype tag : m_shared.tagsAt(place))
            tags.add(m_tags.at(tag));
    }
    return { base.take(), summary.take(), tags.take(), post.facts.words, model::readingMinutes(post, m_shared.settings) };
}

/// What an entry of the post shows, of its changeable parts these.
QByteArray PostKeys::entryKey(const HeadKeys &head, EntryParts parts)
{
    PageKey key("entry");
    key.add(head.base);
    if (parts.testFlag(EntryPart::Summary))
        key.add(head.summary);
    if (parts.testFlag(EntryPart::Words))
        key.add(head.words);
    if (parts.testFlag(EntryPart::Minutes))
        key.add(head.minutes);
    if (parts.testFlag(EntryPart::Tags))
        key.add(head.tags);
    return key.add(parts.toInt()).take();
}

/// True if the former trace does not say the same.
bool PostKeys::readPost(qsizetype place, const SiteTrace &former)
{
    PostTrace &trace = m_traces[size_t(place)];
    const model::Post &post = *m_shared.posts().at(place);
    Keys &keys = m_posts[size_t(place)];
    trace.source = sourceHash(post);
    const auto known = former.posts.constFind(post.file.toString());
    const bool isKnown = known != former.posts.cend();
    trace.links = isKnown && former.links == m_links && known->source == trace.source ? known->links : linksOf(post);
    if (isKnown && former.tags == m_tagOrder) {
        trace.related = known->related;
    } else {
        for (const qsizetype other : m_shared.related(place))
            trace.related.append(qint32(other));
    }
    const HeadKeys head = headKeys(post, place);
    const auto make = [&](EntryParts parts) {
        QByteArray &made = keys.entries[size_t(parts.toInt())];
        if (made.isEmpty())
            made = entryKey(head, parts);
    };
    make({});
    for (const EntryParts parts : m_parts)
        make(parts);
    keys.full = PageKey("full").add(entryKey(head, everyPart)).add(trace.source).add(trace.links).take();
    return !isKnown || *known != trace;
}

const QByteArray &PostKeys::entry(qsizetype place, EntryParts parts) const
{
    static const QByteArray none;
    return place < 0 || place >= qsizetype(m_posts.size()) ? none : m_posts[size_t(place)].entries[size_t(parts.toInt())];
}

QByteArray PostKeys::entryOfPage(const model::Post &page, EntryParts parts) const
{
    return entryKey(headKeys(page, -1), parts);
}

QByteArray PostKeys::everyEntry(EntryParts parts) const
{
    PageKey key("every entry");
    for (qsizetype place = 0; place < qsizetype(m_posts.size()); ++place)
        key.add(entry(place, parts));
    return key.take();
}

} // namespace quillway::publish
