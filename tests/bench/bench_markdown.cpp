// SPDX-License-Identifier: GPL-3.0-or-later

// How fast bodies become HTML: the posts of the site in QUILLWAY_BENCH_CORPUS, on one core.

#include "core/text/markdown.h"

#include <QDirIterator>
#include <QFile>

#include <benchmark/benchmark.h>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace quillway::text;

namespace {

/// The bodies of all posts, behind their `---` heads.
QList<QByteArray> readBodies()
{
    QList<QByteArray> bodies;
    QDirIterator files(qEnvironmentVariable("QUILLWAY_BENCH_CORPUS") + u"/posts"_s, { u"*.md"_s }, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray text = file.readAll();
        const qsizetype head = text.indexOf("\n---\n", 4);
        bodies.append(head < 0 ? text : text.sliced(head + 5));
    }
    return bodies;
}

const QList<QByteArray> &bodies()
{
    static const QList<QByteArray> read = readBodies();
    return read;
}

qint64 bytesIn(const QList<QByteArray> &texts)
{
    qint64 bytes = 0;
    for (const QByteArray &text : texts)
        bytes += text.size();
    return bytes;
}

void finish(benchmark::State &state, qint64 bytes)
{
    state.SetBytesProcessed(qint64(state.iterations()) * bytes);
    state.SetItemsProcessed(qint64(state.iterations()) * bodies().size());
}

void renderAll(benchmark::State &state, const RenderOptions &options)
{
    for (auto _ : state) {
        CodeHighlighter highlighter; // a new one each time: it remembers lines
        for (const QByteArray &body : bodies())
            benchmark::DoNotOptimize(renderMarkdown(body, options, highlighter));
    }
    finish(state, bytesIn(bodies()));
}

void renderPlain(benchmark::State &state)
{
    RenderOptions options;
    options.flavour = Flavour::Plain;
    renderAll(state, options);
}
BENCHMARK(renderPlain)->Unit(benchmark::kMillisecond);

void renderWithoutColours(benchmark::State &state)
{
    RenderOptions options;
    options.highlightCode = false;
    renderAll(state, options);
}
BENCHMARK(renderWithoutColours)->Unit(benchmark::kMillisecond);

void renderWithColours(benchmark::State &state)
{
    renderAll(state, {});
}
BENCHMARK(renderWithColours)->Unit(benchmark::kMillisecond);

void readFacts(benchmark::State &state)
{
    for (auto _ : state) {
        for (const QByteArray &body : bodies())
            benchmark::DoNotOptimize(readText(body));
    }
    finish(state, bytesIn(bodies()));
}
BENCHMARK(readFacts)->Unit(benchmark::kMillisecond);

struct CodeBlock {
    QString language;
    QByteArray code;
};

QList<CodeBlock> codeBlocks()
{
    QList<CodeBlock> blocks;
    for (const QByteArray &body : bodies()) {
        bool inside = false;
        for (const QByteArray &line : body.split('\n')) {
            if (!line.startsWith("```")) {
                if (inside)
                    blocks.last().code.append(line).append('\n');
            } else {
                inside = !inside;
                if (inside)
                    blocks.append({ QString::fromUtf8(line.sliced(3)).trimmed(), {} });
            }
        }
    }
    return blocks;
}

/// Of one language, or of all if `language` is empty.
void colour(benchmark::State &state, const QString &language)
{
    qint64 bytes = 0;
    QList<CodeBlock> chosen;
    for (const CodeBlock &block : codeBlocks()) {
        if (language.isEmpty() || block.language == language) {
            chosen.append(block);
            bytes += block.code.size();
        }
    }
    if (chosen.isEmpty()) {
        state.SkipWithMessage("no such code in the corpus");
        return;
    }
    QByteArray html;
    for (auto _ : state) {
        CodeHighlighter highlighter;
        for (const CodeBlock &block : chosen) {
            html.clear();
            highlighter.appendHighlighted(html, block.code, block.language);
            benchmark::DoNotOptimize(html.constData());
        }
    }
    state.SetBytesProcessed(qint64(state.iterations()) * bytes);
}
BENCHMARK_CAPTURE(colour, all, u""_s)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(colour, go, u"go"_s)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(colour, python, u"python"_s)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(colour, sql, u"sql"_s)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(colour, yaml, u"yaml"_s)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(colour, rust, u"rust"_s)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(colour, cpp, u"cpp"_s)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(colour, javascript, u"javascript"_s)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(colour, bash, u"bash"_s)->Unit(benchmark::kMillisecond);

void startHighlighter(benchmark::State &state)
{
    QByteArray html;
    for (auto _ : state) {
        CodeHighlighter highlighter;
        highlighter.appendHighlighted(html, "func main() {}", u"go");
        html.clear();
    }
}
BENCHMARK(startHighlighter)->Unit(benchmark::kMillisecond);

} // namespace

int main(int argc, char **argv)
{
    benchmark::Initialize(&argc, argv);
    if (bodies().isEmpty()) {
        std::fputs("QUILLWAY_BENCH_CORPUS names no folder with posts.\n", stderr);
        return 2;
    }
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
