// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/changes/fixes.h"

#include "core/analysis/destination.h"
#include "core/analysis/link_candidates.h"
#include "core/base/slug.h"
#include "core/changes/destination_style.h"
#include "core/changes/head_texts.h"
#include "core/model/addresses.h"
#include "core/model/content_file.h"
#include "core/model/content_name.h"
#include "core/model/near_name.h"
#include "core/model/readers.h"
#include "core/text/front_matter.h"
#include "core/text/link_destinations.h"

#include <algorithm>

namespace quillway::changes {

using namespace Qt::StringLiterals;
using model::Site;
using text::Value;
using Kind = Fix::Kind;

namespace {

/// A file with a head and a body, whatever it is.
struct Content {
    HeadKind kind = HeadKind::Post;
    QByteArray source {};
    qsizetype bodyOffset = 0;
    int bodyLine = 1;
    text::TextFacts facts {};
};

template<typename T>
std::optional<Content> contentIn(const QList<std::shared_ptr<const T>> &list, const SitePath &file, HeadKind kind)
{
    for (const auto &entry : list) {
        if (entry->file == file)
            return Content { kind, entry->source, entry->bodyOffset, entry->bodyLine, entry->facts };
    }
    return std::nullopt;
}

std::optional<Content> contentOf(const Site &site, const SitePath &file)
{
    if (const model::PostPtr post = site.postByFile(file))
        return Content { HeadKind::Post, post->source, post->bodyOffset, post->bodyLine, post->facts };
    if (auto topic = contentIn(site.topics(), file, HeadKind::Topic))
        return topic;
    if (auto path = contentIn(site.paths(), file, HeadKind::Path))
        return path;
    if (file.toString() == u"quillway.toml")
        return Content { HeadKind::Settings, site.parts().settingsSource };
    if (file.toString() == u"tags.toml")
        return Content { HeadKind::Tags, site.parts().tagInfoSource };
    return std::nullopt;
}

class Fixer
{
public:
    Fixer(const Site &site, const Diagnostic &problem, const SitePath &file, Content content)
        : m_site(site)
        , m_error(problem.error)
        , m_file(file)
        , m_content(std::move(content))
        , m_near(model::nearNameIn(m_error.detail))
    {
        const bool isToml = m_content.kind == HeadKind::Settings || m_content.kind == HeadKind::Tags;
        if (isToml) {
            m_root = text::parseToml(m_content.source).value_or(Value::map({}));
        } else if (const auto head = text::parseFrontMatter(m_content.source)) {
            m_root = head->root;
        }
        const auto &references = m_content.facts.references;
        const QString said = model::withoutNearName(m_error.detail);
        const auto found = std::ranges::find_if(references, [&](const text::Reference &reference) {
            return SourcePosition { m_content.bodyLine + reference.line - 1, reference.column } == m_error.position
                && reference.destination == said;
        });
        m_reference = found == references.end() ? -1 : found - references.begin();
    }

    [[nodiscard]] QList<Fix> fixes()
    {
        switch (m_error.code) {
        case ErrorCode::BrokenLink:
        case ErrorCode::MissingPicture:
        case ErrorCode::BrokenAnchor:
            useDestination();
            createLinkedPost();
            break;
        case ErrorCode::ExternalLinkMoved: useDestination(); break;
        case ErrorCode::MissingAltText: addAltText(); break;
        case ErrorCode::UnknownPost:
            useItem(Kind::UsePost);
            createStepsPost();
            removeItem(Kind::RemoveStep);
            break;
        case ErrorCode::DuplicateStep:
        case ErrorCode::DraftReferenced:
        case ErrorCode::FutureReferenced: removeItem(Kind::RemoveStep); break;
        case ErrorCode::UnknownTag:
        case ErrorCode::RareTag: useItem(Kind::UseTag); break;
        case ErrorCode::HeadingJump: setHeadingLevel(); break;
        case ErrorCode::DuplicateAlias: removeItem(Kind::RemoveAlias); break;
        case ErrorCode::MissingTitle: addTitle(); break;
        default: break;
        }
        return std::move(m_fixes);
    }

private:
    void add(Kind kind, const QString &text, const Result<QByteArray> &after)
    {
        if (after && *after != m_content.source)
            m_fixes.append({ kind, text, { .moves = {}, .edits = { { m_file, m_content.source, *after } } } });
    }

    [[nodiscard]] Result<QByteArray> edited(const QList<text::KeyEdit> &edits) const
    {
        const bool isToml = m_content.kind == HeadKind::Settings || m_content.kind == HeadKind::Tags;
        return isToml ? text::editTomlDocument(m_content.source, edits) : text::editFrontMatter(m_content.source, edits);
    }

    [[nodiscard]] QByteArray body() const { return m_content.source.sliced(m_content.bodyOffset); }
    [[nodiscard]] QByteArray withBody(const QByteArray &body) const { return m_content.source.first(m_content.bodyOffset) + body; }

    /// What a link that says `destination` would say for the near place: an address, or a file seen from the site's folder.
    [[nodiscard]] QString nearDestination(const QString &destination) const
    {
        if (m_error.code == ErrorCode::ExternalLinkMoved)
            return *m_near;
        if (m_near->startsWith(u'#'))
            return DestinationStyle::withFragment(destination, m_near->sliced(1));
        const analysis::Destination parsed = analysis::parseDestination(destination, m_site.settings().baseUrl);
        if (m_near->startsWith(u'/'))
            return (parsed.belowPrefix ? model::absoluteUrl(*m_near, m_site.settings()) : *m_near) + parsed.tail;
        const auto file = SitePath::parse(*m_near);
        if (!file)
            return destination;
        const QString seen = analysis::fileDestination(m_file, *file);
        if (parsed.path.startsWith(u'/') && !seen.startsWith(u'/'))
            return u'/' + analysis::relativeDestination(SitePath::literal(u"x"), *file) + parsed.tail;
        return (seen.isEmpty() ? analysis::relativeDestination(m_file, *file) : seen) + parsed.tail;
    }

    void useDestination()
    {
        if (!m_near)
            return;
        if (m_reference >= 0) {
            const text::Reference &wanted = m_content.facts.references[m_reference];
            const QString destination = nearDestination(wanted.destination);
            const text::RewrittenText text = text::rewriteDestinations(body(), m_content.facts, [&](const text::Reference &reference) {
                return reference == wanted ? std::optional(destination) : std::nullopt;
            });
            return add(Kind::UseDestination, destination, withBody(text.text));
        }
        const QString said = model::withoutNearName(m_error.detail);
        const QString destination = nearDestination(said);
        const auto edits = editsOfTexts(m_content.kind, m_root, [&](TextUse use, const Value &value) -> std::optional<QString> {
            if (value.position != m_error.position)
                return std::nullopt;
            if (use == TextUse::Destination)
                return destination;
            if (use != TextUse::Inline)
                return std::nullopt;
            const QByteArray markdown = value.text.toUtf8();
            return QString::fromUtf8(text::rewriteDestinations(markdown, text::readText(markdown), [&](const text::Reference &reference) {
                                         return reference.destination == said ? std::optional(destination) : std::nullopt;
                                     }).text);
        });
        if (!edits.isEmpty())
            add(Kind::UseDestination, destination, edited(edits));
    }

    void createPost(const SitePath &file, const QString &name)
    {
        if (m_site.postByFile(file) || m_site.hasAsset(file) || m_site.parts().unreadable.contains(file))
            return;
        const QByteArray head = text::renderFrontMatter(
            text::Dialect::Yaml,
            Value::map({ { u"title"_s, {}, Value::string(model::titleOfName(name)) }, { u"draft"_s, {}, Value::boolean(true) } }));
        m_fixes.append({ Kind::CreatePost, file.toString(), { .moves = {}, .edits = { { file, std::nullopt, head + "\n" } } } });
    }

    void createStepsPost()
    {
        const QString slug = model::withoutNearName(m_error.detail);
        const auto file = isSafeAddressPart(slug) ? SitePath::parse(u"posts/%1.md"_s.arg(slug)) : std::nullopt;
        if (file && model::slugOfName(slug, u"post") == slug)
            createPost(*file, slug);
    }

    /// For a link to a text that is not there: `../posts/x.md`, or an address that a post of that name would have.
    void createLinkedPost()
    {
        if (m_error.code != ErrorCode::BrokenLink)
            return;
        const QString said = model::withoutNearName(m_error.detail);
        const analysis::Destination parsed = analysis::parseDestination(said, m_site.settings().baseUrl);
        if (parsed.kind != analysis::Destination::Kind::Inside)
            return;
        if (parsed.path.endsWith(".md"_L1)) {
            const auto file = parsed.path.startsWith(u'/') ? SitePath::parse(QStringView(parsed.path).sliced(1))
                                                           : m_file.resolvedSibling(parsed.path);
            if (file && (file->topFolder() == u"posts" || file->topFolder() == u"pages") && isSafeAddressPart(file->stem()))
                createPost(*file, file->stem());
            return;
        }
        const QString address = analysis::absolutePath(parsed.path, u"/"_s);
        const QString slug = address.section(u'/', -1, -1, QString::SectionSkipEmpty);
        model::Post post;
        post.slug = slug;
        const bool wouldBeThere = parsed.path.startsWith(u'/') && isSafeAddressPart(slug) && model::slugOfName(slug, u"post") == slug
            && model::postAddress(post, m_site.settings()) == (address.endsWith(u'/') ? address : address + u'/');
        if (const auto file = SitePath::parse(u"posts/%1.md"_s.arg(slug)); wouldBeThere && file)
            createPost(*file, slug);
    }

    void addAltText()
    {
        const bool isBody = m_reference >= 0;
        const QString destination = isBody ? m_content.facts.references[m_reference].destination : m_error.detail;
        QString name = analysis::parseDestination(destination, {}).path.section(u'/', -1);
        name.truncate(name.contains(u'.') ? name.lastIndexOf(u'.') : name.size());
        const QString alt = model::titleOfName(name).remove(u'[').remove(u']').remove(u'"').remove(u'<').remove(u'\\');
        if (alt.isEmpty())
            return;
        if (!isBody)
            return add(Kind::AddAltText, alt, edited({ { model::writtenKey(m_root, u"cover_alt"), Value::string(alt) } }));
        const text::Reference &picture = m_content.facts.references[m_reference];
        const QByteArray old = body();
        const QByteArray line = old.sliced(lineStart(old, picture.line));
        const QByteArray inLine = QString::fromUtf8(line.first(std::min<qsizetype>(line.size(), 100'000))).left(picture.column - 1).toUtf8();
        const qsizetype place = old.size() - line.size() + inLine.size();
        const qsizetype tag = old.toLower().lastIndexOf("<img", place);
        QByteArray next = old;
        if (picture.fromHtml && tag >= 0)
            next.insert(tag + 4, " alt=\"" + alt.toHtmlEscaped().toUtf8() + '"');
        else if (old.sliced(place).startsWith("![]"))
            next.insert(place + 2, alt.toUtf8());
        const text::TextFacts now = text::readText(next, model::formulasIn(m_root));
        if (now.references.size() == m_content.facts.references.size() && now.references[m_reference].text == alt)
            add(Kind::AddAltText, alt, withBody(next));
    }

    /// The list with the item at the problem's place, and which it is. A list may be one scalar alone.
    struct Item {
        const Value::Member *key = nullptr;
        qsizetype index = -1;
    };
    [[nodiscard]] Item item() const
    {
        const QString said = model::withoutNearName(m_error.detail);
        const auto isHere = [&](const Value &value) {
            const Value *post = value.kind == Value::Kind::Map ? value.find(u"post") : nullptr;
            const Value &text = post ? *post : value;
            const bool isSaid = m_error.code == ErrorCode::DuplicateAlias || text.text.trimmed() == said;
            return isSaid && (value.position == m_error.position || text.position == m_error.position);
        };
        for (const Value::Member &member : m_root.members) {
            if (member.value.kind == Value::Kind::String && isHere(member.value))
                return { &member, -1 };
            for (qsizetype i = 0; i < member.value.items.size(); ++i) {
                if (isHere(member.value.items[i]))
                    return { &member, i };
            }
        }
        return {};
    }

    void useItem(Kind kind)
    {
        const Item found = item();
        if (!found.key || !m_near)
            return;
        Value value = found.key->value;
        Value &target = found.index < 0 ? value : value.items[found.index];
        if (target.text.contains(u','))
            return;
        if (target.kind == Value::Kind::Map) {
            for (Value::Member &member : target.members) {
                if (member.key == u"post")
                    member.value = Value::string(*m_near);
            }
        } else {
            target = Value::string(*m_near);
        }
        add(kind, *m_near, edited({ { found.key->key, value } }));
    }

    void removeItem(Kind kind)
    {
        const Item found = item();
        const bool isLink = kind == Kind::RemoveStep && m_content.kind == HeadKind::Post;
        if (!found.key || isLink || (found.index < 0 && found.key->value.text.contains(u',')))
            return;
        std::optional<Value> value = found.key->value;
        if (found.index < 0 || value->items.size() == 1)
            value.reset();
        else
            value->items.removeAt(found.index);
        add(kind, {}, edited({ { found.key->key, value } }));
    }

    void setHeadingLevel()
    {
        const auto &outline = m_content.facts.outline;
        const auto heading = std::ranges::find(outline, m_error.position.line - m_content.bodyLine + 1, &text::Heading::line);
        if (heading == outline.end() || heading == outline.begin())
            return;
        const int level = (heading - 1)->level + 1;
        const QByteArray old = body();
        const qsizetype sign = old.indexOf('#', lineStart(old, heading->line));
        if (sign < 0 || !old.sliced(sign).startsWith(QByteArray(heading->level, '#')))
            return;
        const QByteArray next = QByteArray(old).remove(sign, heading->level - level);
        text::TextFacts expected = m_content.facts;
        expected.outline[heading - outline.begin()].level = level;
        if (text::readText(next, model::formulasIn(m_root)).outline == expected.outline)
            add(Kind::SetHeadingLevel, QString::number(level), withBody(next));
    }

    void addTitle()
    {
        const model::PostPtr post = m_site.postByFile(m_file);
        const QString title = post ? post->title : model::titleOfName(model::contentName(m_file).name);
        add(Kind::AddTitle, title, edited({ { model::writtenKey(m_root, u"title"), Value::string(title) } }));
    }

    const Site &m_site;
    const Error &m_error;
    SitePath m_file;
    Content m_content;
    std::optional<QString> m_near;
    Value m_root = Value::map({});
    qsizetype m_reference = -1; ///< in the body, at the problem's place
    QList<Fix> m_fixes;
};

} // namespace

QList<Fix> fixesOf(const Site &site, const Diagnostic &problem)
{
    const auto file = SitePath::parse(problem.error.file);
    auto content = file ? contentOf(site, *file) : std::nullopt;
    return content ? Fixer(site, problem, *file, std::move(*content)).fixes() : QList<Fix>();
}

} // namespace quillway::changes
