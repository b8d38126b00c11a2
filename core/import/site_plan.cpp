// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/site_plan.h"

#include "core/base/parallel.h"
#include "core/base/slug.h"
#include "core/import/code_ranges.h"
#include "core/import/permalink_choice.h"
#include "core/import/site_files.h"
#include "core/import/source_dates.h"
#include "core/import/source_text.h"
#include "core/model/addresses.h"
#include "core/model/content_name.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::importing {

namespace {

using Role = Placement::Role;
using text::Value;

/// A body that is a template: it loops over the site, or takes its frame from elsewhere.
bool looksComputed(const QString &path, const QByteArray &body)
{
    static const QRegularExpression tags(u"\\{%-?\\s*(?:for|extends|block|from|import|paginate|set|assign|include|render|layout)\\b"_s);
    static const QRegularExpression loops(u"\\{%-?\\s*(?:for|extends|block|from|import|paginate)\\b"_s);
    const bool isHtml = extensionOf(path).startsWith("htm"_L1);
    if (!body.contains("{%") && !(isHtml && body.contains("{{")))
        return false;
    const QString text = QString::fromUtf8(body);
    if (isHtml && text.contains("{{"_L1))
        return true;
    const CodeRanges code(text);
    for (const QRegularExpressionMatch &match : (isHtml ? tags : loops).globalMatch(text)) {
        if (isHtml || !code.contains(match.capturedStart()))
            return true;
    }
    return false;
}

/// `head`'s keys, then those of `defaults` that it has not.
Value withDefaults(const Value &head, const Value &defaults)
{
    QList<Value::Member> members = head.members;
    for (const Value::Member &member : defaults.members) {
        if (!std::ranges::any_of(members,
                                 [&](const Value::Member &other) { return other.key.compare(member.key, Qt::CaseInsensitive) == 0; }))
            members.append(member);
    }
    return Value::map(std::move(members));
}

class Planner
{
public:
    Planner(const Source &source, const ToolRules &rules, const TermUses &uses, int threads)
        : m_source(source)
        , m_rules(rules)
        , m_uses(uses)
        , m_threads(threads)
        , m_headRules(rules.headRules())
        , m_site(rules.site())
    { }

    [[nodiscard]] Result<SitePlan> plan(const std::stop_token &stop)
    {
        m_plan.leftOut = m_source.listing().leftOut;
        placeFiles();
        survey(stop);
        if (stop.stop_requested())
            return std::unexpected(Error { ErrorCode::Cancelled, m_source.listing().folder, {}, {} });
        m_plan.newSettings = settingsOf(m_site);
        placeTexts();
        m_plan.terms = termsOf(m_plan.texts);
        for (PlannedText &text : m_plan.texts)
            applyUses(text, m_uses);
        choosePattern();
        giveAddresses();
        placeCopies();
        fillLinks();
        for (PlannedFile &topic : topicFiles(m_plan.terms, m_uses, m_names))
            m_plan.made.append(std::move(topic));
        for (PlannedFile &path : readingPaths(m_plan.texts, m_names))
            m_plan.made.append(std::move(path));
        m_plan.made.append({ u"quillway.toml"_s, renderSettings(m_site, m_plan.newSettings.permalink, menuOf()) });
        return std::move(m_plan);
    }

private:
    void placeFiles()
    {
        for (const SourceFile &file : m_source.listing().files) {
            const Placement placement = m_rules.place(file.path);
            switch (placement.role) {
            case Role::Post:
            case Role::Page: m_plan.texts.append({ .post = { .path = file.path, .placement = placement } }); break;
            case Role::Asset: m_plan.copies.append({ file.path, placement.target, placement.address }); break;
            case Role::Settings: m_plan.settings.append(file.path); break;
            case Role::LeftOut: m_plan.leftOut.append({ file.path, placement.reason, placement.detail }); break;
            }
        }
    }

    void survey(const std::stop_token &stop)
    {
        QList<std::optional<LeftOut>> failed(m_plan.texts.size());
        auto texts = m_plan.texts.begin(); // detached before threads are about
        auto failures = failed.begin();
        forEachIndex(m_plan.texts.size(), m_threads, [&](qsizetype i) {
            if (!stop.stop_requested())
                failures[i] = surveyText(texts[i].post);
        });
        QList<PlannedText> kept;
        for (qsizetype i = 0; i < failed.size(); ++i) {
            PlannedText &text = m_plan.texts[i];
            const Placement &placement = text.post.placement;
            if (failed[i])
                m_plan.leftOut.append(*failed[i]);
            else if (placement.role == Role::LeftOut)
                m_plan.leftOut.append({ text.post.path, placement.reason, placement.detail });
            else if (placement.role == Role::Asset)
                m_plan.copies.append({ text.post.path, placement.target, placement.address });
            else
                kept.append(std::move(text));
        }
        m_plan.texts = std::move(kept);
    }

    /// Fills in what the head says; why it cannot be imported, if so.
    std::optional<LeftOut> surveyText(SourcePost &post) const
    {
        const auto bytes = m_source.read(post.path);
        if (!bytes)
            return LeftOut { post.path, bytes.error().code == ErrorCode::TooDeep ? LeftOutReason::TooLarge : LeftOutReason::Unreadable,
                             bytes.error().detail };
        const SourceText text = readSourceText(*bytes);
        const SourceHead head = readSourceHead(text.utf8, m_rules.metadataLines());
        const Value defaults = m_rules.defaultsFor(post.path, post.placement.role);
        post.hasHead = head.form != HeadForm::None;
        post.head = withDefaults(head.root, defaults);
        post.facts = readHeadFacts(head.root, defaults, m_headRules);
        const QByteArray body = text.utf8.sliced(head.bodyOffset);
        post.hasBody = !body.trimmed().isEmpty();
        post.looksComputed = looksComputed(post.path, body);
        m_rules.judge(post);
        return std::nullopt;
    }

    /// Names, dates and what kind each text is.
    void placeTexts()
    {
        for (PlannedText &text : m_plan.texts) {
            const HeadFacts &facts = text.post.facts;
            text.isDraft = facts.draft || text.post.placement.isDraft;
            findDate(text);
            text.isPost = text.post.placement.role == Role::Post && !facts.hidden;
            if (text.isPost && !text.post.facts.date && !text.isDraft) {
                text.isPost = false;
                text.notes.append({ NoteKind::NoDate });
            }
            text.notes += m_rules.notesOn(text.post.path);
            text.oldAddress = m_rules.addressOf(text.post);
        }
        // Posts in their order; what comes first keeps its name.
        for (PlannedText &text : m_plan.texts) {
            if (text.isPost)
                takeName(text, "posts/"_L1 + withMarkdownExtension(text.post.placement.target, text.post.placement.lang));
        }
        for (PlannedText &text : m_plan.texts) {
            if (!text.isPost)
                takeName(text, pageName(text));
        }
    }

    void findDate(PlannedText &text)
    {
        HeadFacts &facts = text.post.facts;
        const QString name = stemOf(text.post.path) == "index"_L1 ? fileNameOf(folderOf(text.post.path)) : stemOf(text.post.path);
        const auto named = leadingDate(name);
        if (!facts.unreadDate.isEmpty())
            text.notes.append({ NoteKind::DateUnread, 0, facts.unreadDate });
        if (facts.date) {
            const bool isOwnKey = facts.unreadDate.isEmpty() && ownDate(text.post.head);
            if (!isOwnKey)
                text.date = renderDate(*facts.date);
            if (named && qAbs(named->daysTo(facts.date->at.date())) > 1)
                text.notes.append({ NoteKind::DatesDisagree, 0, named->toString(Qt::ISODate) });
            return;
        }
        const auto guess = [&](const QDate &date, const QString &from) {
            facts.date = Moment { date.startOfDay(m_headRules.zone), false };
            text.date = date.toString(Qt::ISODate);
            text.notes.append({ NoteKind::DateGuessed, 0, from });
        };
        if (named) {
            guess(*named, u"the file's name"_s);
            // The new file has the same name, but for what Quillway would not read from it.
            const auto place = SitePath::parse("posts/"_L1 + text.post.placement.target);
            if (place && leadingDate(model::contentName(*place).name) == named && facts.unreadDate.isEmpty()
                && text.post.placement.role == Role::Post)
                text.date.reset();
            return;
        }
        if (text.post.placement.role != Role::Post)
            return;
        const QStringList places = facts.ownAddresses + QStringList(text.post.path);
        for (const QString &address : places) {
            if (const auto found = dateInPath(address))
                return guess(found->date, found->isExact ? address : u"%1 (only the month)"_s.arg(address));
        }
        if (!m_rules.datesFromFiles())
            return;
        if (const auto status = m_source.files().targetStatus(m_source.absolute(text.post.path))) {
            const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(status->modified).count();
            guess(QDateTime::fromSecsSinceEpoch(seconds, QTimeZone::utc()).date(), u"when the file was last changed"_s);
        }
    }

    /// True if the head's `date` is one that Quillway reads as it is.
    [[nodiscard]] static bool ownDate(const Value &head)
    {
        for (const Value::Member &member : head.members) {
            if (member.key.compare("date"_L1, Qt::CaseInsensitive) == 0 && member.value.isScalar()
                && parseMoment(member.value.text.trimmed(), QTimeZone::utc()))
                return true;
        }
        return false;
    }

    /// A page stands where its old address is read from.
    [[nodiscard]] QString pageName(const PlannedText &text) const
    {
        QString place = text.oldAddress;
        if (place.isEmpty())
            place = u'/' + folderOf(text.post.placement.target) + u'/' + stemOf(text.post.placement.target);
        static const QRegularExpression ending(u"(?:/index)?(?:\\.html?)?/?\\z"_s);
        place.remove(ending);
        while (place.startsWith(u'/'))
            place.removeFirst();
        if (place.isEmpty())
            place = u"home"_s;
        return "pages/"_L1 + place + ".md"_L1;
    }

    void takeName(PlannedText &text, const QString &wanted)
    {
        text.target = m_names.take(wanted);
        if (fileNameOf(text.target) != fileNameOf(wanted))
            text.notes.append({ NoteKind::NameChanged, 0, fileNameOf(text.post.path) });
    }

    [[nodiscard]] model::Post asPost(const PlannedText &text) const
    {
        model::Post post;
        post.file = SitePath::parse(text.target).value_or(post.file);
        const model::ContentName name = model::contentName(post.file);
        post.section = name.section;
        post.isBundle = name.isBundle;
        post.date = text.post.facts.date;
        post.slug = text.slug.value_or(model::slugOfName(name.name, u"post"));
        return post;
    }

    void choosePattern()
    {
        QList<AddressedPost> posts;
        for (PlannedText &text : m_plan.texts) {
            QString slug = slugOfAddress(text.oldAddress);
            if (slug.isEmpty())
                slug = text.post.facts.slug;
            if (!slug.isEmpty() && text.isPost)
                setSlug(text, isSafeAddressPart(slug) ? slug : slugOr(slug, u"post"));
            if (text.isPost && !text.isDraft && !text.oldAddress.isEmpty())
                posts.append({ asPost(text), text.oldAddress });
        }
        m_plan.newSettings.permalink = choosePermalink(posts);
    }

    void setSlug(PlannedText &text, const QString &slug)
    {
        text.slug.reset();
        if (asPost(text).slug != slug)
            text.slug = slug;
    }

    /// Addresses that no two share, where case does not count either; then what each is also known under.
    void giveAddresses()
    {
        for (const QString &own : { model::indexAddress(), model::archiveAddress(), model::tagsAddress(), model::topicsAddress(),
                                    model::pathsAddress(), model::searchAddress(), u"/page/"_s })
            m_addresses.insert(own.toCaseFolded());
        for (const PlannedText &text : std::as_const(m_plan.texts)) {
            for (const QString &tag : text.post.facts.tags)
                m_tagAddresses.insert(u"/tags/%1/"_s.arg(slugOr(tag, u"tag")).toCaseFolded());
        }
        // What is published first: a draft must not take a post's address.
        QList<PlannedText *> ordered;
        for (PlannedText &text : m_plan.texts)
            ordered.append(&text);
        std::ranges::stable_partition(ordered, [](const PlannedText *text) { return !text->isDraft; });
        for (PlannedText *text : std::as_const(ordered))
            takeAddress(*text);
        for (PlannedText *text : std::as_const(ordered))
            takeAliases(*text);
    }

    void takeAddress(PlannedText &text)
    {
        const QString slug = asPost(text).slug;
        const auto address = [&] { return model::addressOf(asPost(text), m_plan.newSettings); };
        const auto taken = [&](const QString &wanted) {
            const QString key = wanted.toCaseFolded();
            return m_addresses.contains(key) || (m_tagAddresses.contains(key));
        };
        if (taken(address())) {
            // Counted on from where the last one with this address ended: there may be thousands.
            int &number = m_numbers[address().toCaseFolded()];
            for (number = std::max(number, 2); taken(address()); ++number)
                setSlug(text, u"%1-%2"_s.arg(slug).arg(number));
        }
        if (asPost(text).slug != slug)
            text.notes.append({ NoteKind::SlugChanged, 0, slug });
        text.newAddress = address();
        text.finalSlug = asPost(text).slug;
        m_addresses.insert(text.newAddress.toCaseFolded());
    }

    void takeAliases(PlannedText &text)
    {
        QStringList wanted;
        if (!text.oldAddress.isEmpty() && !text.isDraft)
            wanted.append(text.oldAddress);
        for (const QString &own : text.post.facts.ownAddresses) {
            if (!own.contains("{{"_L1) && !own.contains("{%"_L1) && !own.contains(u':') && own.contains(u'/') && !text.isDraft)
                wanted.append(own);
        }
        wanted += text.post.facts.oldAddresses;
        for (const QString &alias : std::as_const(wanted)) {
            const auto address = model::aliasAddress(alias, m_site.baseUrl);
            if (!address || *address == text.newAddress)
                continue;
            const QString key = address->toCaseFolded();
            if (m_addresses.contains(key) || m_tagAddresses.contains(key) || m_aliases.contains(key)) {
                if (m_aliases.value(key) != text.target)
                    text.notes.append({ NoteKind::AliasDropped, 0, alias });
                continue;
            }
            m_aliases.insert(key, text.target);
            text.aliases.append(alias.startsWith(u'/') || alias.contains("://"_L1) ? alias : u'/' + alias);
        }
    }

    void placeCopies()
    {
        for (PlannedCopy &copy : m_plan.copies)
            copy.target = m_names.take(copy.target);
    }

    void fillLinks()
    {
        LinkTargets &links = m_plan.links;
        links.addOwnUrl(m_site.baseUrl);
        for (const PlannedText &text : std::as_const(m_plan.texts)) {
            links.addFile(text.post.path, text.target);
            if (!text.oldAddress.isEmpty())
                links.addAddress(text.oldAddress, text.target);
            const QString path = text.post.path.toLower();
            const QString plain = path.first(path.size() - fileNameOf(path).size()) + stemOf(path);
            for (const QString &name : { path, plain, fileNameOf(path), stemOf(path) }) {
                if (!m_plan.textsByName.contains(name))
                    m_plan.textsByName.insert(name, text.post.path);
            }
        }
        for (const PlannedText &text : std::as_const(m_plan.texts)) {
            for (const QString &alias : text.post.facts.ownAddresses + text.post.facts.oldAddresses)
                links.addAddress(alias, text.target);
        }
        for (const PlannedCopy &copy : std::as_const(m_plan.copies)) {
            links.addFile(copy.source, copy.target);
            if (!copy.oldAddress.isEmpty())
                links.addAddress(copy.oldAddress, copy.target);
        }
        addOwnPages(links);
    }

    /// Lists and feeds that the old tool made and Quillway makes.
    void addOwnPages(LinkTargets &links) const
    {
        for (const QString &feed : { u"/atom.xml"_s, u"/index.xml"_s, u"/feed/"_s, u"/rss/"_s, u"/feed.atom"_s, u"/feeds/all.atom.xml"_s })
            links.addOwnPage(feed, model::feedAddress(model::Feed::Atom, model::indexAddress()));
        for (const QString &archive : { u"/archives/"_s, u"/archives.html"_s })
            links.addOwnPage(archive, model::archiveAddress());
        for (const PlannedText &text : std::as_const(m_plan.texts)) {
            if (text.isDraft || !text.isPost)
                continue;
            for (const QString &tag : text.post.facts.tags) {
                const QString slug = slugOr(tag, u"tag");
                for (const QLatin1StringView list : { "tag"_L1, "tags"_L1, "category"_L1, "categories"_L1, "topic"_L1 })
                    links.addOwnPage(u"/%1/%2/"_s.arg(list, slug), u"/tags/%1/"_s.arg(slug));
            }
        }
    }

    /// Menu entries that lead to something of the new site, or elsewhere.
    [[nodiscard]] QList<model::MenuEntry> menuOf() const
    {
        QList<model::MenuEntry> menu;
        for (const model::MenuEntry &entry : m_site.menu) {
            const auto target = m_plan.links.resolve(entry.url, {}, u"/"_s);
            if (entry.title.isEmpty())
                continue;
            if (target && !target->address.isEmpty())
                menu.append({ entry.title, target->address });
            else if (target)
                menu.append({ entry.title, addressOfTarget(target->file) + target->tail });
            else if (!m_plan.links.isInternal(entry.url) || entry.url == "/"_L1)
                menu.append(entry);
        }
        return menu;
    }

    [[nodiscard]] QString addressOfTarget(const QString &file) const
    {
        const auto text = std::ranges::find(m_plan.texts, file, &PlannedText::target);
        return text == m_plan.texts.end() ? u'/' + file : text->newAddress;
    }

    const Source &m_source;
    const ToolRules &m_rules;
    const TermUses &m_uses;
    int m_threads;
    HeadRules m_headRules;
    SiteFacts m_site;
    SitePlan m_plan;
    FileNames m_names;
    QSet<QString> m_addresses, m_tagAddresses; ///< case folded
    QHash<QString, int> m_numbers; ///< the next one for an address that is taken
    QHash<QString, QString> m_aliases; ///< case folded, the text that has it
};

} // namespace

Outcome outcomeOf(const PlannedText &text)
{
    return text.isDraft ? Outcome::Draft : text.isPost ? Outcome::Post : Outcome::Page;
}

Outcome outcomeOf(const PlannedCopy &copy)
{
    return isPictureName(copy.source) ? Outcome::Picture : Outcome::Asset;
}

Result<SitePlan> planSite(const Source &source, const ToolRules &rules, const TermUses &uses, int threads, const std::stop_token &stop)
{
    return Planner(source, rules, uses, threads).plan(stop);
}

} // namespace quillway::importing
