// SPDX-License-Identifier: GPL-3.0-or-later

// How fast a site becomes files: the one in QUILLWAY_BENCH_CORPUS. Exports go to a folder of the system's temporary ones; give TMPDIR one in memory to
// leave the disk out.

#include "core/base/native_file_system.h"
#include "core/publish/export_site.h"
#include "core/publish/feeds.h"
#include "core/publish/plan.h"
#include "core/publish/preview_page.h"
#include "core/publish/render_output.h"
#include "core/store/load_site.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <benchmark/benchmark.h>

#include <cstdio>

using namespace quillway;

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

model::Selection today()
{
    return { QDateTime::currentDateTimeUtc(), false, false };
}

std::unique_ptr<publish::Publication> publication()
{
    return std::make_unique<publish::Publication>(site(), today(), publish::builtInTheme());
}

void load(benchmark::State &state)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(store::loadSite(disk(), qEnvironmentVariable("QUILLWAY_BENCH_CORPUS")));
    state.SetItemsProcessed(state.iterations() * site()->posts().size());
}
BENCHMARK(load)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime()->UseRealTime();

void makePublication(benchmark::State &state)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(publication());
}
BENCHMARK(makePublication)->Unit(benchmark::kMillisecond);

void makePlan(benchmark::State &state)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(publish::makePlan(publication()->shared()));
}
BENCHMARK(makePlan)->Unit(benchmark::kMillisecond);

/// The outputs of one kind, rendered on one core by a renderer that has its templates.
void renderKind(benchmark::State &state, publish::Output::Kind kind)
{
    const auto published = publication();
    publish::Renderer renderer(published->theme(), published->settings().language);
    QList<publish::Output> outputs = publish::makePlan(published->shared()).outputs;
    outputs.removeIf([kind](const publish::Output &output) { return output.kind != kind; });
    for (auto _ : state) {
        for (const publish::Output &output : std::as_const(outputs))
            benchmark::DoNotOptimize(publish::renderOutput(published->shared(), output, renderer, disk()));
    }
    state.SetItemsProcessed(state.iterations() * outputs.size());
}
BENCHMARK_CAPTURE(renderKind, posts, publish::Output::Kind::Post)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(renderKind, index, publish::Output::Kind::Index)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(renderKind, tags, publish::Output::Kind::Tag)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(renderKind, tagFeeds, publish::Output::Kind::TagFeed)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(renderKind, archive, publish::Output::Kind::Archive)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(renderKind, topics, publish::Output::Kind::Topic)->Unit(benchmark::kMillisecond);

/// What the preview does between a keystroke and its page, the site being the same.
void renderPreview(benchmark::State &state)
{
    const auto published = publication();
    publish::Renderer renderer(published->theme(), published->settings().language);
    qsizetype next = 0;
    for (auto _ : state)
        benchmark::DoNotOptimize(publish::renderPreview(*published, published->posts().at(next++ % published->posts().size()), renderer));
}
BENCHMARK(renderPreview)->Unit(benchmark::kMicrosecond);

void exportInto(benchmark::State &state, const QString &output)
{
    publish::ExportOptions options;
    options.output = output;
    options.selection = today();
    options.threads = int(state.range(0));
    const publish::ExportReport report = publish::exportSite(disk(), *site(), options);
    if (report.failure)
        state.SkipWithError(qUtf8Printable(describe(*report.failure)));
    state.counters["files"] = report.pages;
    state.counters["written"] = report.written;
}

void exportCold(benchmark::State &state)
{
    for (auto _ : state) {
        state.PauseTiming();
        auto folder = std::make_unique<QTemporaryDir>();
        state.ResumeTiming();
        exportInto(state, folder->path());
        state.PauseTiming();
        folder.reset();
        state.ResumeTiming();
    }
}
BENCHMARK(exportCold)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime()->UseRealTime()->Arg(1)->Arg(0);

void exportAgain(benchmark::State &state)
{
    const QTemporaryDir folder;
    exportInto(state, folder.path());
    for (auto _ : state)
        exportInto(state, folder.path());
}
BENCHMARK(exportAgain)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime()->UseRealTime()->Arg(0);

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv); // the plugin of the filters is looked for beside the program
    if (!store::loadSite(disk(), qEnvironmentVariable("QUILLWAY_BENCH_CORPUS"))) {
        std::fputs("QUILLWAY_BENCH_CORPUS names no site\n", stderr);
        return 2;
    }
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
}
