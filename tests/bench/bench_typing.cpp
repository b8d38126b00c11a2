// SPDX-License-Identifier: GPL-3.0-or-later
// How long the window's thread is held by a key typed into a text of 1 MB, from the key to an idle event loop: taking it in, colouring, painting, handing the text over.
#include "core/base/native_file_system.h"
#include "core/workspace/workspace.h"
#include "ui/editor/editor_pane.h"
#include "ui/editor/open_documents.h"
#include "ui/editor/syntax.h"
#include "ui/editor/text_editor.h"
#include "ui/style/appearance.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace Qt::StringLiterals;
using namespace quillway;

namespace {

QByteArray largePost()
{
    QByteArray text = "---\ntitle: Large\ndate: 2024-05-01\n---\n\n"_ba;
    while (text.size() < 1'000'000)
        text += "## A heading\n\nA paragraph with *emphasis*, `code` and a [link](https://example.org/) in it, as long as a line of prose "
                "is.\n\n```cpp\nint main() { return 0; }\n```\n\n";
    return text;
}

/// Runs the event loop for as long as `milliseconds` and gives the longest time that one round of it took.
double longestRound(int milliseconds)
{
    QElapsedTimer whole;
    whole.start();
    double longest = 0;
    while (whole.elapsed() < milliseconds) {
        QElapsedTimer round;
        round.start();
        QCoreApplication::processEvents(QEventLoop::AllEvents);
        longest = std::max(longest, static_cast<double>(round.nsecsElapsed()) / 1e6);
    }
    return longest;
}

void report(const char *what, std::vector<double> times)
{
    std::ranges::sort(times);
    const auto at = [&](double share) { return times.at(static_cast<size_t>(share * static_cast<double>(times.size() - 1))); };
    std::printf("%-44s median %6.2f ms   p95 %6.2f ms   p99 %6.2f ms   max %6.2f ms\n", what, at(0.5), at(0.95), at(0.99), times.back());
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    ui::applyAppearance(application, ui::Appearance::Light);
    const QTemporaryDir folder;
    NativeFileSystem files;
    (void)files.makeFolder(folder.filePath(u"posts"_s));
    QFile settings(folder.filePath(u"quillway.toml"_s));
    QFile post(folder.filePath(u"posts/2024-05-01-large.md"_s));
    if (!settings.open(QIODevice::WriteOnly) || !post.open(QIODevice::WriteOnly) || post.write(largePost()) < 0)
        return 1;
    settings.close();
    post.close();

    workspace::Workspace workspace(files);
    ui::Syntax syntax;
    ui::OpenDocuments documents(workspace, syntax);
    ui::EditorPane pane(documents);
    pane.resize(800, 900);
    pane.show();
    QObject::connect(&workspace, &workspace::Workspace::siteChanged, &pane, &ui::EditorPane::setSite);
    QEventLoop loading;
    QObject::connect(&workspace, &workspace::Workspace::loaded, &loading, &QEventLoop::quit);
    workspace.open(folder.path());
    loading.exec();

    QElapsedTimer opening;
    opening.start();
    pane.open(SitePath::literal(u"posts/2024-05-01-large.md"));
    QCoreApplication::processEvents();
    std::printf("%-44s %lld ms\n", "opening until the first lines can be seen", static_cast<long long>(opening.elapsed()));
    std::printf("%-44s %.2f ms\n", "longest hold while the rest is coloured", longestRound(4000));

    for (const auto &[what, line] : { std::pair("a key at the top", 10), std::pair("a key in the middle", 10'000) }) {
        pane.editor().goTo(line);
        longestRound(300);
        std::vector<double> keys;
        std::vector<double> rounds;
        for (int i = 0; i < 200; ++i) {
            QKeyEvent press(QEvent::KeyPress, Qt::Key_X, {}, u"x"_s);
            QElapsedTimer clock;
            clock.start();
            QCoreApplication::sendEvent(&pane.editor(), &press);
            keys.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
            rounds.push_back(longestRound(60));
        }
        report(what, keys);
        report("  longest hold in the 60 ms after it", rounds);
    }
    pane.closeFile();
    return 0;
}
