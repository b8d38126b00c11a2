// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/link_checker.h"

#include "core/analysis/check_outline.h"
#include "core/model/addresses.h"
#include "core/model/near_name.h"

#include <QUrl>

#include <utility>

namespace quillway::analysis {

using namespace Qt::StringLiterals;
using text::Reference;
using Kind = LinkTarget::Kind;

namespace {

/// True if the `<img …>` that `picture` stands in says `alt`: an empty one is the author's word that the picture is decoration.
bool saysAlt(const Reference &picture, QByteArrayView body)
{
    const qsizetype place = std::min(body.size(), lineStart(body, picture.line) + picture.column - 1);
    const qsizetype begin = std::max<qsizetype>(0, body.lastIndexOf('<', place));
    const qsizetype end = body.indexOf('>', place);
    const QByteArray tag = body.sliced(begin, (end < 0 ? body.size() : end) - begin).toByteArray().toLower();
    return tag.contains(" alt"_ba) || tag.contains("\nalt"_ba);
}

bool isMissing(const Reference &reference, const LinkTarget &target)
{
    if (target.kind == Kind::Unknown)
        return true;
    return reference.kind == Reference::Kind::Picture && target.kind != Kind::Asset && target.kind != Kind::External;
}

} // namespace

LinkChecker::LinkChecker(const model::Site &site, const PublishedPosts &published, const LinkIndex &links)
    : m_site(site)
    , m_published(published)
    , m_links(links)
    , m_near(site, links)
{ }

Diagnostics LinkChecker::checkOthers()
{
    m_asked.clear();
    for (const model::TopicPtr &topic : m_site.topics())
        checkTopic(*topic);
    for (const model::ReadingPathPtr &path : m_site.paths())
        checkPath(*path);
    checkSettings();
    checkTagTexts();
    return std::exchange(m_problems, {}).take();
}

Diagnostics LinkChecker::checkPost(const model::Post &post)
{
    m_asked.clear();
    const Text text { { post.file, m_published.contains(post) }, linkOrigin(post, m_site.settings()), &post };
    checkBody(post, text);
    if (!post.summary.isEmpty())
        checkInline(post.summary, text, [&] { return keyPosition(post.source, u"summary"); });
    checkCover(post, text);
    checkTranslation(post, text);
    if (!post.canonical.isEmpty() && QUrl(post.canonical).scheme().isEmpty())
        m_problems.add(Severity::Warning, ErrorCode::BadValue, text.place, keyPosition(post.source, u"canonical"),
                       u"canonical should be a whole address, as https://blog.example/x/"_s);
    return std::exchange(m_problems, {}).take();
}

void LinkChecker::checkCover(const model::Post &post, const Text &text)
{
    if (post.cover.isEmpty())
        return;
    const Reference cover { .kind = Reference::Kind::Picture, .destination = post.cover, .text = post.coverAlt };
    const LinkTarget target = m_links.resolve(post.cover, text.origin);
    if (isMissing(cover, target))
        checkReference(cover, text, keyPosition(post.source, u"cover"));
    else if (post.coverAlt.isEmpty())
        m_problems.add(Severity::Warning, ErrorCode::MissingAltText, text.place, keyPosition(post.source, u"cover"), post.cover);
}

/// The original has to be a post or page of the site, in another language.
void LinkChecker::checkTranslation(const model::Post &post, const Text &text)
{
    if (post.translationOf.isEmpty())
        return;
    const Reference original { .destination = post.translationOf, .text = {} };
    const LinkTarget target = m_links.resolve(post.translationOf, text.origin);
    const SourcePosition position = keyPosition(post.source, u"translation_of");
    if (isMissing(original, target) || (target.post && !target.exported))
        return checkReference(original, text, position);
    const auto language = [&](const model::Post &each) { return each.lang.isEmpty() ? m_site.settings().language : each.lang; };
    if (!target.post)
        m_problems.add(Severity::Warning, ErrorCode::BadValue, text.place, position, u"translation_of should lead to a post or page"_s);
    else if (language(*target.post).compare(language(post), Qt::CaseInsensitive) == 0)
        m_problems.add(Severity::Warning, ErrorCode::BadValue, text.place, position,
                       u"translation_of should lead to a post of another language"_s);
}

void LinkChecker::checkTopic(const model::Topic &topic)
{
    const Text text { { topic.file }, linkOrigin(topic) };
    checkBody(topic, text);
    checkTopicText(topic.definition, text);
    for (const auto *texts : { &topic.claims, &topic.checklist, &topic.failureModes }) {
        for (const model::TopicText &entry : *texts)
            checkTopicText(entry, text);
    }
    for (const model::TopicReference &reference : topic.references) {
        if (!reference.url.isEmpty())
            checkReference({ .destination = reference.url, .text = reference.title }, text, reference.position);
        checkInline(reference.note, text, [&] { return reference.position; });
    }
    for (const model::Step &step : topic.path)
        checkInline(step.note, text, [&] { return step.position; });
}

void LinkChecker::checkPath(const model::ReadingPath &path)
{
    const Text text { { path.file }, linkOrigin(path) };
    checkBody(path, text);
    checkInline(path.summary, text, [&] { return keyPosition(path.source, u"summary"); });
    for (const model::Step &step : path.steps)
        checkInline(step.note, text, [&] { return step.position; });
}

void LinkChecker::checkSettings()
{
    const Text text { { settingsLinkOrigin().file }, settingsLinkOrigin() };
    const model::Settings &settings = m_site.settings();
    for (const model::MenuEntry &entry : settings.menu)
        checkReference({ .destination = entry.url, .text = entry.title }, text, entry.position);
    checkInline(settings.footer, text, [&] { return settings.footerPosition; });
    checkInline(settings.tagline, text, [&] { return settings.taglinePosition; });
    for (const model::Author &author : settings.authors) {
        checkInline(author.bio, text, [&] { return author.bioPosition; });
        if (!author.url.isEmpty())
            checkReference({ .destination = author.url, .text = author.name }, text, author.urlPosition);
    }
    const model::TopicWording &wording = settings.wording;
    checkTopicText(wording.definition.value_or(model::TopicText()), text);
    for (const auto *texts : { &wording.claims, &wording.checklist, &wording.failureModes }) {
        for (const model::TopicText &entry : texts->value_or(QList<model::TopicText>()))
            checkTopicText(entry, text);
    }
}

void LinkChecker::checkTagTexts()
{
    const SitePath file = SitePath::literal(u"tags.toml");
    for (const model::Tag &tag : m_published.tags())
        checkInline(tag.info.description, { { file }, { file, model::tagAddress(tag) } }, [&] { return tag.info.descriptionPosition; });
}

/// The body of a post, page, topic or path.
template<typename Content>
void LinkChecker::checkBody(const Content &content, const Text &text)
{
    checkOutline(content.facts, content.body(), content.bodyLine, text.place, m_problems);
    for (const Reference &reference : content.facts.references) {
        const SourcePosition position { content.bodyLine + reference.line - 1, reference.column };
        checkReference(reference, text, position);
        const bool withoutAlt = reference.kind == Reference::Kind::Picture && reference.text.trimmed().isEmpty();
        if (withoutAlt && !(reference.fromHtml && saysAlt(reference, content.body())))
            m_problems.add(Severity::Warning, ErrorCode::MissingAltText, text.place, position, reference.destination);
    }
}

void LinkChecker::checkTopicText(const model::TopicText &entry, const Text &text)
{
    checkInline(entry.text, text, [&] { return entry.position; });
}

/// The links of a text outside of bodies, all at the text's own place.
template<typename Position>
void LinkChecker::checkInline(const QString &markdown, const Text &text, const Position &position)
{
    if (!markdown.contains(u'[') && !markdown.contains(u'<'))
        return;
    const text::TextFacts facts = text::readText(markdown.toUtf8());
    for (const Reference &reference : facts.references) {
        const bool isTemplate = reference.destination.contains("{{"_L1) || reference.destination.contains("%7B"_L1);
        if (!isTemplate)
            checkReference(reference, text, position());
    }
}

void LinkChecker::checkReference(const Reference &reference, const Text &text, SourcePosition position)
{
    const LinkTarget target = m_links.resolve(reference.destination, text.origin);
    if (isMissing(reference, target)) {
        const bool isPicture = reference.kind == Reference::Kind::Picture;
        m_problems.add(Severity::Error, isPicture ? ErrorCode::MissingPicture : ErrorCode::BrokenLink, text.place, position,
                       m_near.describe(reference.destination, target));
    } else if (!target.exported) {
        if (text.place.published)
            m_problems.add(Severity::Error, codeOfUnpublished(target), text.place, position, reference.destination);
    } else if (target.kind == Kind::Anchor || target.post) {
        checkAnchor(reference, target, text, position);
    } else if (target.kind == Kind::External) {
        m_outward.append({ reference.destination, text.place.file, position });
    }
}

void LinkChecker::checkAnchor(const Reference &reference, const LinkTarget &target, const Text &text, SourcePosition position)
{
    // The index may have an earlier version of the post.
    const model::PostPtr linked = target.post ? m_site.postByFile(target.post->file) : nullptr;
    const model::Post *post = linked ? linked.get() : text.post;
    if (!post || target.fragment.isEmpty())
        return;
    if (post != text.post)
        m_asked.insert(post->file);
    if (m_anchors.has(*post, target.fragment))
        return;
    const auto near = model::nearName(target.fragment, PageAnchors::headings(*post));
    m_problems.add(Severity::Warning, ErrorCode::BrokenAnchor, text.place, position,
                   near ? model::saidWithNear(reference.destination, u'#' + *near) : reference.destination);
}

ErrorCode LinkChecker::codeOfUnpublished(const LinkTarget &target) const
{
    const model::PostPtr post = target.post ? target.post : target.asset ? m_links.bundleOf(*target.asset) : nullptr;
    return post && !post->isDraft() ? ErrorCode::FutureReferenced : ErrorCode::DraftReferenced;
}

} // namespace quillway::analysis
