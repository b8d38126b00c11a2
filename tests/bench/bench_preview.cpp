// SPDX-License-Identifier: GPL-3.0-or-later

// From a keystroke to the changed block standing in the preview of a long post: from PreviewView::showText() to the frame that has it, as the
// preview's own script reports. Prints the distribution; needs a display.

#include "core/base/native_file_system.h"
#include "core/store/load_site.h"
#include "support/site_folder.h"
#include "ui/preview/page_source.h"
#include "ui/preview/preview_view.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <tuple>

using namespace Qt::StringLiterals;
using namespace quillway;

namespace {

constexpr int edits = 300;
constexpr int lines = 5000;

const auto file = SitePath::literal(u"posts/long.md");

/// A post such as engineers write, only very long: text, lists, tables, code in four languages, footnotes.
QByteArray longPost()
{
    QByteArray text = "---\ntitle: A long post\ndate: 2024-02-03\ntags: [go, databases]\n---\n\n";
    int section = 0;
    while (text.count('\n') < lines) {
        const QByteArray n = QByteArray::number(++section);
        text += "## Section " + n + "\n\n";
        for (int i = 0; i < 4; ++i) {
            text += "Every worker takes a *job* from the queue, does it and **says so**; paragraph " + n + "." + QByteArray::number(i)
                + " goes on about `channels`, about [links](https://example.org/" + n
                + ") and about what\nhappens when the queue is full, which is "
                  "when it gets interesting: somebody has to wait, and it should not be the reader.\n\n";
        }
        text += "```go\nfunc worker" + n
            + "(jobs <-chan Job, results chan<- Result) {\n\tfor job := range jobs {\n\t\t// one at a time\n"
              "\t\tresults <- Result{ID: job.ID, Text: fmt.Sprintf(\"%d of %s\", job.ID, \"many\")}\n\t}\n}\n```\n\n";
        text += "- first, the *reason*\n- second, the `cost`\n  - and what it saves\n- third, who pays\n\n";
        text += "| size | time | memory |\n|-----:|-----:|-------:|\n| 10 | 1 ms | 2 kB |\n| 1000 | 9 ms | 80 kB |\n| 100000 | 1 s | 8 MB "
                "|\n\n";
        text += "```sql\nSELECT author, count(*) FROM posts WHERE tag = 'go' GROUP BY author ORDER BY 2 DESC; -- " + n + "\n```\n\n";
        text += "```python\ndef total(rows):\n    \"\"\"Adds up section " + n
            + ".\"\"\"\n    return sum(row['size'] for row in rows if row['ok'])\n```\n\n";
        text += "> A quote that says the same in other words.[^" + n + "]\n\n[^" + n + "]: Said by somebody, section " + n + ".\n\n";
    }
    return text;
}

/// Where the next key is typed: in a paragraph's or a code block's word, anywhere in the post.
qsizetype placeOf(const QByteArray &text, int edit)
{
    const QByteArray words[] = { "goes on", "somebody", "one at a time", "the *reason*", "Adds up" };
    const qsizetype from = (text.size() / edits) * ((edit * 97) % edits);
    const qsizetype place = text.indexOf(words[edit % std::size(words)], from);
    return place < 0 ? text.indexOf("goes on") : place;
}

void print(const char *what, QList<double> milliseconds)
{
    std::ranges::sort(milliseconds);
    const auto percentile = [&](double part) {
        return milliseconds.at(std::min(milliseconds.size() - 1, qsizetype(part * double(milliseconds.size()))));
    };
    std::printf("%-34s %5lld samples   median %6.1f ms   95%% %6.1f ms   99%% %6.1f ms   max %6.1f ms\n", what,
                qlonglong(milliseconds.size()), percentile(0.5), percentile(0.95), percentile(0.99), milliseconds.last());
    std::fflush(stdout);
}

double millisecondsSince(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

/// Only the worker's part.
QList<double> renderings(const model::SitePtr &site, QByteArray text)
{
    const ui::RenderPage render = ui::exportedPages();
    QList<double> times;
    for (int edit = 0; edit < 60; ++edit) {
        text.insert(placeOf(text, edit), 'x');
        QElapsedTimer timer;
        timer.start();
        std::ignore = render({ .number = 1, .site = site, .file = file, .text = text }, {});
        if (edit > 0)
            times += millisecondsSince(timer);
    }
    return times;
}

/// One key after the other, each when the one before stands.
QList<double> keystrokes(ui::PreviewView &view, QByteArray &text)
{
    QSignalSpy shown(&view, &ui::PreviewView::shown);
    QList<double> times;
    for (int edit = 0; edit < edits; ++edit) {
        text.insert(placeOf(text, edit), 'x');
        shown.clear();
        QElapsedTimer timer;
        timer.start();
        view.showText(file, text);
        if (!shown.wait(10000))
            qFatal("the preview does not answer");
        times += millisecondsSince(timer);
        QTest::qWait(15);
    }
    return times;
}

} // namespace

int main(int argc, char **argv)
{
    ui::registerPreviewScheme();
    QApplication application(argc, argv);

    test::SiteFolder folder;
    folder.write(u"quillway.toml"_s, "title = \"Bench\"\n");
    QByteArray text = longPost();
    folder.write(file.toString(), text);
    const auto loaded = store::loadSite(NativeFileSystem(), folder.path());
    if (!loaded)
        qFatal("the site cannot be loaded");

    ui::PreviewView view;
    view.resize(900, 1000);
    view.setSite(loaded->site);
    QSignalSpy shown(&view, &ui::PreviewView::shown);
    QElapsedTimer timer;
    timer.start();
    view.show();
    view.showText(file, text);
    if (!shown.wait(60000))
        qFatal("the preview does not start");
    std::printf("post: %lld lines, %.0f kB\n", qlonglong(text.count('\n')), double(text.size()) / 1000);
    print("engine's start and first page", { millisecondsSince(timer) });
    print("rendering alone", renderings(loaded->site, text));
    print("keystroke to preview, at the top", keystrokes(view, text));
    view.scrollToLine(lines / 2, 0.5);
    QTest::qWait(500);
    print("keystroke to preview, half-way down", keystrokes(view, text));
}
