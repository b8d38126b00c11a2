// SPDX-License-Identifier: GPL-3.0-or-later

// How fast names and words are found in the site in QUILLWAY_BENCH_CORPUS. The index of texts is made in the system's temporary folder.

#include "core/base/native_file_system.h"
#include "core/search/full_text_index.h"
#include "core/search/name_index.h"
#include "core/store/load_site.h"

#include <QTemporaryDir>

#include <benchmark/benchmark.h>

#include <cstdio>
#include <tuple>

using namespace quillway;
using namespace std::chrono_literals;

namespace {

NativeFileSystem &disk()
{
    static NativeFileSystem files;
    return files;
}

const model::SitePtr &site()
{
    static const model::SitePtr loaded = store::loadSite(disk(), qEnvironmentVariable("QUILLWAY_BENCH_CORPUS"))->site;
    return loaded;
}

const search::NameIndex &names()
{
    static const search::NameIndex index(*site());
    return index;
}

void indexTexts(search::FullTextIndex &index)
{
    index.setSite(site());
    while (index.work(100ms)) { }
}

search::FullTextIndex &texts()
{
    static const QTemporaryDir folder;
    static search::FullTextIndex index(disk(), folder.path());
    static const bool ready = (indexTexts(index), true);
    (void)ready;
    return index;
}

void makeNameIndex(benchmark::State &state)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(search::NameIndex(*site()));
    state.counters["names"] = double(names().size());
}
BENCHMARK(makeNameIndex)->Unit(benchmark::kMillisecond);

/// After a key in one of the posts.
void makeNameIndexAgain(benchmark::State &state)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(search::NameIndex(*site(), &names()));
}
BENCHMARK(makeNameIndexAgain)->Unit(benchmark::kMillisecond);

/// A question at one key of its being typed.
void findNames(benchmark::State &state, const char *typed)
{
    const QString text = QString::fromUtf8(typed);
    qsizetype found = 0;
    for (auto _ : state)
        found = names().find(text).size();
    state.counters["found"] = double(found);
}
BENCHMARK_CAPTURE(findNames, nothing, "")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(findNames, e, "e")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(findNames, ca, "ca")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(findNames, cache, "cache")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(findNames, initials, "hciwps")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(findNames, words, "harden sql cache")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(findNames, path, "posts/2013 cache")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(findNames, none, "zzzxqj")->Unit(benchmark::kMillisecond);

void indexFromNothing(benchmark::State &state)
{
    for (auto _ : state) {
        const QTemporaryDir folder;
        search::FullTextIndex index(disk(), folder.path());
        indexTexts(index);
    }
    state.SetItemsProcessed(state.iterations() * site()->posts().size());
}
BENCHMARK(indexFromNothing)->Unit(benchmark::kMillisecond)->Iterations(1)->MeasureProcessCPUTime()->UseRealTime();

/// Every post's content is compared, none has changed: what opening a site again costs.
void openIndexAgain(benchmark::State &state)
{
    const QTemporaryDir folder;
    {
        search::FullTextIndex index(disk(), folder.path());
        indexTexts(index);
    }
    for (auto _ : state) {
        search::FullTextIndex index(disk(), folder.path());
        indexTexts(index);
    }
}
BENCHMARK(openIndexAgain)->Unit(benchmark::kMillisecond)->Iterations(3)->MeasureProcessCPUTime()->UseRealTime();

void findTexts(benchmark::State &state, const char *query)
{
    const QString text = QString::fromUtf8(query);
    qsizetype found = 0;
    texts();
    for (auto _ : state)
        found = texts().find(text, { .now = QDateTime::currentDateTimeUtc(), .modified = {} })->texts.size();
    state.counters["found"] = double(found);
}
BENCHMARK_CAPTURE(findTexts, one_letter, "c")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(findTexts, two_letters, "co")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(findTexts, word, "cache")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(findTexts, commonest_word, "the")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(findTexts, rare_word, "epoll_wait")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(findTexts, words, "cache invalidation latency")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(findTexts, phrase, "\"error rate fell\"")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(findTexts, without, "latency -cache")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(findTexts, condition, "tag:go latency")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(findTexts, condition_alone, "tag:go")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(findTexts, none, "zzzxqj")->Unit(benchmark::kMillisecond);

} // namespace

int main(int argc, char **argv)
{
    if (!store::loadSite(disk(), qEnvironmentVariable("QUILLWAY_BENCH_CORPUS"))) {
        std::fputs("QUILLWAY_BENCH_CORPUS names no site\n", stderr);
        return 2;
    }
    std::ignore = site();
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
}
