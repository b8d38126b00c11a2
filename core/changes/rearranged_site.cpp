// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/changes/rearranged_site.h"

#include "core/model/addresses.h"
#include "core/model/readers.h"
#include "core/text/front_matter.h"

#include <algorithm>

namespace quillway::changes {

using namespace Qt::StringLiterals;
using model::Site;

namespace {

/// `source` with `old` among its aliases and `now` not.
Result<QByteArray> withAlias(const QByteArray &source, QStringList aliases, const QString &old, const QString &now, const QUrl &baseUrl)
{
    const auto leadsTo = [&](const QString &address) {
        return [&, address](const QString &alias) { return model::aliasAddress(alias, baseUrl) == address; };
    };
    aliases.removeIf(leadsTo(now));
    if (!old.isEmpty() && std::ranges::none_of(aliases, leadsTo(old)))
        aliases.append(old);
    const auto head = text::parseFrontMatter(source);
    if (!head)
        return std::unexpected(head.error());
    const QString key = model::writtenKey(head->root, u"aliases");
    const auto value = aliases.isEmpty() ? std::nullopt : std::optional(text::Value::strings(aliases));
    return text::editFrontMatter(source, { { key, value } });
}

class Rearranger
{
public:
    Rearranger(const Site &site, const Rearrangement &rearrangement)
        : m_site(site)
        , m_rearrangement(rearrangement)
        , m_parts(site.parts())
    { }

    [[nodiscard]] Result<Site> site()
    {
        const auto readPost = [](const SitePath &file, const QByteArray &bytes, const model::Settings &settings) {
            return file.topFolder() == "pages"_L1 ? model::readPage(file, bytes, settings) : model::readPost(file, bytes, settings);
        };
        const auto readTopic = [](const SitePath &file, const QByteArray &bytes, const model::Settings &) {
            return model::readTopic(file, bytes);
        };
        const auto readPath = [](const SitePath &file, const QByteArray &bytes, const model::Settings &) {
            return model::readPath(file, bytes);
        };
        const auto postAddress = [](const model::Post &post, const model::Settings &settings) { return model::addressOf(post, settings); };
        const auto topicAddress = [](const model::Topic &topic, const model::Settings &) { return model::topicAddress(topic); };
        const auto pathAddress = [](const model::ReadingPath &path, const model::Settings &) { return model::pathAddress(path); };
        Result<void> done = rearrange(m_parts.posts, readPost, postAddress);
        done = done.and_then([&] { return rearrange(m_parts.pages, readPost, postAddress); });
        done = done.and_then([&] { return rearrange(m_parts.topics, readTopic, topicAddress); });
        done = done.and_then([&] { return rearrange(m_parts.paths, readPath, pathAddress); });
        if (!done)
            return std::unexpected(done.error());
        for (model::Asset &asset : m_parts.assets)
            asset.file = movedFile(asset.file, m_rearrangement.moves);
        return Site(std::move(m_parts));
    }

private:
    template<typename T, typename Read, typename Address>
    Result<void> rearrange(QList<std::shared_ptr<const T>> &list, const Read &read, const Address &addressOf)
    {
        for (std::shared_ptr<const T> &entry : list) {
            const SitePath file = movedFile(entry->file, m_rearrangement.moves);
            const auto text = m_rearrangement.texts.constFind(entry->file);
            if (file == entry->file && text == m_rearrangement.texts.cend())
                continue;
            auto next = read(file, text == m_rearrangement.texts.cend() ? entry->source : *text, m_site.settings());
            if (!next)
                return std::unexpected(next.error());
            const QString old = addressOf(*entry, m_site.settings());
            const QString now = addressOf(next->value, m_site.settings());
            if (old != now) {
                const auto source = withAlias(next->value.source, entry->aliases, isPublic(*entry) ? old : QString(), now,
                                              m_site.settings().baseUrl);
                if (!source)
                    return std::unexpected(source.error());
                next = read(file, *source, m_site.settings());
                if (!next)
                    return std::unexpected(next.error());
            }
            entry = std::make_shared<const T>(std::move(next->value));
        }
        return {};
    }

    [[nodiscard]] static bool isPublic(const model::Post &post) { return !post.isDraft(); }
    [[nodiscard]] static bool isPublic(const model::Topic &) { return true; }
    [[nodiscard]] static bool isPublic(const model::ReadingPath &) { return true; }

    const Site &m_site;
    const Rearrangement &m_rearrangement;
    model::SiteParts m_parts;
};

} // namespace

SitePath movedFile(const SitePath &file, const QList<Move> &moves)
{
    SitePath moved = file;
    for (const Move &move : moves)
        moved = movedPath(moved, move);
    return moved;
}

Result<Site> rearranged(const Site &site, const Rearrangement &rearrangement)
{
    return Rearranger(site, rearrangement).site();
}

} // namespace quillway::changes
