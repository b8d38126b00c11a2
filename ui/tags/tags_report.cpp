// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tags/tags_report.h"

#include <algorithm>

namespace quillway::ui {

namespace {

constexpr qsizetype mostTopics = 3;

Graph graphOf(const analysis::TagGraph &graph)
{
    Graph drawn;
    for (const analysis::TagNode &node : graph.nodes)
        drawn.nodes.append({ node.tag.key, node.tag.name, node.posts });
    for (const analysis::TagEdge &edge : graph.edges)
        drawn.edges.append({ edge.a, edge.b, edge.together });
    return drawn;
}

} // namespace

const analysis::TagName &otherOf(const analysis::TagDouble &two, const QString &key)
{
    return two.tag.key == key ? two.into : two.tag;
}

TagsReport reportOnTags(const model::SitePtr &site, const QDateTime &now, const std::stop_token &stop)
{
    const analysis::PublishedPosts published(*site, { .buildDate = now });
    QHash<QString, QList<analysis::TagDouble>> doubles;
    for (const analysis::TagDouble &two : analysis::tagDoubles(published, stop)) {
        doubles[two.tag.key].append(two);
        doubles[two.into.key].append(two);
    }
    TagsReport report { site, {}, graphOf(analysis::tagGraph(published)), analysis::topicSuggestions(*site, published, mostTopics) };
    for (const analysis::TagUse &use : analysis::tagStatistics(*site, published)) {
        const model::Tag *tag = published.tag(use.tag.key);
        report.rows.append(
            { use, doubles.value(use.tag.key), tag ? tag->info : model::TagInfo(), tag ? tag->posts : QList<model::PostPtr>() });
    }
    return report;
}

} // namespace quillway::ui
