// SPDX-License-Identifier: GPL-3.0-or-later

// How fast a site becomes files: the one in QUILLWAY_BENCH_CORPUS, and for whole exports as many of its posts as each size says (30,000 only with
// QUILLWAY_BENCH_LARGE). Copies and exports go to a folder of the system's temporary ones; give TMPDIR one in memory to leave the disk out.

#include "core/base/native_file_system.h"
#include "core/publish/export_site.h"
#include "core/publish/feeds.h"
#include "core/publish/plan.h"
#include "core/publish/preview_page.h"
#include "core/publish/render_output.h"
#include "core/store/load_site.h"

#include <QCoreApplication>
#include <QDir>
#include <QTemporaryDir>

#include <benchmark/benchmark.h>

#include <cstdio>
#include <thread>

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
    for (auto _ : state) {
        const model::Post &post = *published->posts().at(next++ % published->posts().size());
        const auto typed = model::readPostWithBody(post.file, post.source, published->settings());
        benchmark::DoNotOptimize(publish::renderPreview(*published, *typed, renderer));
    }
}
BENCHMARK(renderPreview)->Unit(benchmark::kMicrosecond);

/// The corpus with so many of its posts, some of them more than once if it has fewer, in a folder that may be changed; and a place beside it for the export.
class Copy
{
public:
    explicit Copy(qsizetype posts)
    {
        const QDir from(qEnvironmentVariable("QUILLWAY_BENCH_CORPUS"));
        QDir().mkpath(path("site/posts"));
        for (const QString &name : { QStringLiteral("quillway.toml"), QStringLiteral("tags.toml") })
            QFile::copy(from.filePath(name), path("site/") + name);
        for (const QString &folder : { QStringLiteral("topics"), QStringLiteral("paths") }) {
            QDir().mkpath(path("site/") + folder);
            for (const QString &name : QDir(from.filePath(folder)).entryList(QDir::Files))
                QFile::copy(from.filePath(folder + u'/' + name), path("site/") + folder + u'/' + name);
        }
        const QStringList names = QDir(from.filePath(QStringLiteral("posts"))).entryList(QDir::Files, QDir::Name);
        for (qsizetype i = 0; i < posts; ++i) {
            const QString number = QString::number(i / names.size());
            QByteArray text = read(from.filePath(QStringLiteral("posts/") + names.at(i % names.size())));
            const qsizetype slug = text.indexOf("\nslug: ");
            if (i >= names.size() && slug >= 0)
                text.insert(text.indexOf('\n', slug + 1), '-' + number.toLatin1());
            m_posts.append(path("site/posts/") + names.at(i % names.size()).chopped(3) + (i < names.size() ? QString() : u'-' + number)
                           + QStringLiteral(".md"));
            write(m_posts.last(), text);
        }
    }

    /// What `quillway export` does between its first line and its last; like it, it takes nothing apart.
    publish::ExportReport exportIt(int threads = 0)
    {
        const auto loaded = store::loadSiteWithCache(disk(), path("site"),
                                                     { .progress = {}, .stop = {}, .texts = store::Texts::WhenNeeded });
        if (loaded->keep)
            std::ignore = loaded->keep(disk());
        publish::ExportOptions options;
        options.output = path("out");
        options.selection = m_selection;
        options.threads = threads;
        m_site = loaded->site;
        return publish::exportSite(disk(), *m_site, options);
    }
    void letGo(publish::ExportReport &report)
    {
        report.remains.reset();
        m_site.reset();
    }
    /// The most that a reader's browser loads for the first answer to a query of four words: the script, the list of pieces, a piece for each word, and eight
    /// results, each the largest of its kind.
    [[nodiscard]] qint64 largestAnswer() const
    {
        const auto largest = [&](const char *folder, int count) {
            qint64 bytes = 0;
            const QFileInfoList files = QDir(path(folder)).entryInfoList(QDir::Files, QDir::Size);
            for (const QFileInfo &file : files.first(std::min<qsizetype>(count, files.size())))
                bytes += file.size();
            return bytes;
        };
        return QFileInfo(path("out/theme/search.js")).size() + QFileInfo(path("out/search/index.json")).size()
            + largest("out/search/words", 4) + largest("out/search/posts", 8);
    }
    void forget() const
    {
        QDir(path("out")).removeRecursively();
        QDir(path("site/.quillway")).removeRecursively();
    }
    /// To a post in the middle.
    void addText()
    {
        qsizetype post = m_posts.size() / 2;
        while (read(m_posts.at(post)).contains("\ndraft: true\n"))
            ++post;
        QFile file(m_posts.at(post));
        if (file.open(QIODevice::Append))
            file.write("\nRevision " + QByteArray::number(++m_revision) + ".\n");
    }
    /// The tag that most posts have, on `most` of those.
    void renameTag(int most)
    {
        ++m_revision;
        for (qsizetype i = 0, renamed = 0; i < m_posts.size() && renamed < most; ++i) {
            QByteArray text = read(m_posts.at(i));
            const qsizetype tags = text.indexOf("\ntags: [");
            const qsizetype end = text.indexOf(']', tags);
            const QByteArray line = text.sliced(tags, std::max<qsizetype>(0, end - tags));
            const qsizetype tag = line.indexOf(m_revision == 1 ? QByteArray("databases") : renamedTag(m_revision - 1));
            if (tags < 0 || tag < 0)
                continue;
            text.replace(tags + tag, (m_revision == 1 ? QByteArray("databases") : renamedTag(m_revision - 1)).size(),
                         renamedTag(m_revision));
            write(m_posts.at(i), text);
            ++renamed;
        }
    }

private:
    [[nodiscard]] QString path(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    static QByteArray renamedTag(int revision) { return "renamed-" + QByteArray::number(revision); }
    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static void write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(path));
    }

    QTemporaryDir m_folder;
    model::SitePtr m_site; ///< of the last export
    QStringList m_posts;
    int m_revision = 0;
    model::Selection m_selection = today();
};

Copy &copyOf(qsizetype posts)
{
    static std::pair<qsizetype, std::unique_ptr<Copy>> last;
    if (last.first != posts) {
        last.second.reset();
        last = { posts, std::make_unique<Copy>(posts) };
    }
    return *last.second;
}

void count(benchmark::State &state, const publish::ExportReport &report)
{
    if (report.failure)
        state.SkipWithError(qUtf8Printable(describe(*report.failure)));
    state.counters["files"] = report.pages;
    state.counters["written"] = report.written;
}

void exportCold(benchmark::State &state)
{
    Copy &site = copyOf(state.range(0));
    publish::ExportReport report;
    for (auto _ : state) {
        state.PauseTiming();
        site.letGo(report);
        site.forget();
        state.ResumeTiming();
        report = site.exportIt();
    }
    count(state, report);
    state.counters["search_answer_bytes"] = double(site.largestAnswer());
}

/// After `change`, with all that the exports before it left behind.
void exportAfter(benchmark::State &state, void (*change)(Copy &))
{
    Copy &site = copyOf(state.range(0));
    for (int i = 0; i < 2; ++i) { // the second has seen every file's clock go on
        site.exportIt();
        std::this_thread::sleep_for(std::chrono::milliseconds(200));
    }
    publish::ExportReport report;
    for (auto _ : state) {
        state.PauseTiming();
        site.letGo(report);
        change(site);
        state.ResumeTiming();
        report = site.exportIt();
    }
    count(state, report);
}

void withSizes(benchmark::internal::Benchmark *benchmark)
{
    benchmark->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime()->UseRealTime()->ArgName("posts");
    for (const int posts : { 1'000, 3'000, 10'000, 30'000 }) {
        if (posts < 30'000 || qEnvironmentVariableIsSet("QUILLWAY_BENCH_LARGE"))
            benchmark->Arg(posts);
    }
}

void registerExports()
{
    withSizes(benchmark::RegisterBenchmark("export/cold", &exportCold));
    withSizes(benchmark::RegisterBenchmark("export/nothing_changed", &exportAfter, [](Copy &) { }));
    withSizes(benchmark::RegisterBenchmark("export/one_text_changed", &exportAfter, [](Copy &site) { site.addText(); }));
    withSizes(benchmark::RegisterBenchmark("export/tag_of_100_posts_renamed", &exportAfter, [](Copy &site) { site.renameTag(100); }));
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv); // the plugin of the filters is looked for beside the program
    if (!store::loadSite(disk(), qEnvironmentVariable("QUILLWAY_BENCH_CORPUS"))) {
        std::fputs("QUILLWAY_BENCH_CORPUS names no site\n", stderr);
        return 2;
    }
    registerExports();
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
}
