// SPDX-License-Identifier: GPL-3.0-or-later

// What the questions about topics, tags and paths cost in the site in QUILLWAY_BENCH_CORPUS, and what they cost again after a change to one post.

#include "core/analysis/path_plan.h"
#include "core/analysis/path_problems.h"
#include "core/analysis/tag_statistics.h"
#include "core/analysis/topic_candidates.h"
#include "core/analysis/topic_gaps.h"
#include "core/analysis/topic_suggestions.h"
#include "core/base/native_file_system.h"
#include "core/model/readers.h"
#include "core/store/load_site.h"

#include <benchmark/benchmark.h>

#include <QDateTime>

using namespace quillway;
using namespace Qt::StringLiterals;

namespace {

const model::SitePtr &site()
{
    static NativeFileSystem files;
    static const model::SitePtr loaded = store::loadSite(files, qEnvironmentVariable("QUILLWAY_BENCH_CORPUS"))->site;
    return loaded;
}

model::Selection selection()
{
    return { .buildDate = QDateTime(QDate(2030, 1, 1), QTime(0, 0), QTimeZone::utc()) };
}

const analysis::SiteKnowledgePtr &knowledge()
{
    static const analysis::SiteKnowledgePtr known = analysis::knowledgeOf(site(), selection());
    return known;
}

const model::Topic &topic()
{
    return *site()->topics().first();
}

/// The site with a word more in the text of its newest post, or a tag more in its head.
model::SitePtr edited(const QByteArray &find, const QByteArray &replace)
{
    model::SiteParts parts = site()->parts();
    QByteArray bytes = parts.posts.first()->source;
    bytes.replace(bytes.indexOf(find), find.size(), replace);
    parts.posts[0] = std::make_shared<const model::Post>(model::readPost(parts.posts.first()->file, bytes, parts.settings)->value);
    return std::make_shared<const model::Site>(std::move(parts));
}

void knowFromNothing(benchmark::State &state)
{
    site();
    for (auto _ : state)
        benchmark::DoNotOptimize(analysis::knowledgeOf(site(), selection()));
    state.counters["posts"] = double(site()->posts().size());
}
BENCHMARK(knowFromNothing)->Unit(benchmark::kMillisecond)->UseRealTime();

void knowAfterAWord(benchmark::State &state)
{
    const model::SitePtr next = edited("\n\n", "\n\nword ");
    knowledge();
    for (auto _ : state)
        benchmark::DoNotOptimize(analysis::knowledgeOf(next, selection(), knowledge()));
}
BENCHMARK(knowAfterAWord)->Unit(benchmark::kMillisecond)->UseRealTime();

/// All that the window shows of one topic, after a tag of a post has changed.
void knowATopicAfterATag(benchmark::State &state)
{
    const model::SitePtr next = edited("tags: [", "tags: [concurrency, ");
    knowledge();
    for (auto _ : state) {
        const analysis::SiteKnowledgePtr known = analysis::knowledgeOf(next, selection(), knowledge());
        const analysis::TopicProfile profile = analysis::topicProfile(topic(), known->published, next->settings());
        benchmark::DoNotOptimize(analysis::topicGaps(topic(), *next, known->published, known->links.index()));
        benchmark::DoNotOptimize(analysis::tagDrift(profile.posts, topic().tags, known->published));
    }
}
BENCHMARK(knowATopicAfterATag)->Unit(benchmark::kMillisecond)->UseRealTime();

void topicProfile(benchmark::State &state)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(analysis::topicProfile(topic(), knowledge()->published, site()->settings()));
}
BENCHMARK(topicProfile)->Unit(benchmark::kMillisecond);

void topicCandidates(benchmark::State &state)
{
    qsizetype found = 0;
    for (auto _ : state)
        found = analysis::topicCandidates(topic(), *knowledge()).size();
    state.counters["found"] = double(found);
}
BENCHMARK(topicCandidates)->Unit(benchmark::kMillisecond);

void topicSuggestions(benchmark::State &state)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(analysis::topicSuggestions(*site(), knowledge()->published));
}
BENCHMARK(topicSuggestions)->Unit(benchmark::kMillisecond);

void tagTable(benchmark::State &state)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(analysis::tagStatistics(*site(), knowledge()->published));
}
BENCHMARK(tagTable)->Unit(benchmark::kMillisecond);

void tagDoubles(benchmark::State &state)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(analysis::tagDoubles(knowledge()->published));
}
BENCHMARK(tagDoubles)->Unit(benchmark::kMillisecond);

void tagGraph(benchmark::State &state)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(analysis::tagGraph(knowledge()->published));
}
BENCHMARK(tagGraph)->Unit(benchmark::kMillisecond);

void planPath(benchmark::State &state)
{
    const QList<model::PostPtr> posts = analysis::topicPosts(topic(), knowledge()->published);
    for (auto _ : state)
        benchmark::DoNotOptimize(analysis::pathPlan(posts, { .minutes = 60 }, *knowledge()));
    state.counters["posts"] = double(posts.size());
}
BENCHMARK(planPath)->Unit(benchmark::kMillisecond);

} // namespace

BENCHMARK_MAIN();
