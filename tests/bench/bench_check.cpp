// SPDX-License-Identifier: GPL-3.0-or-later

// How long after an edit the problems of the site in QUILLWAY_BENCH_CORPUS are known: from a text that was set to the list that has been made with it, as the window
// lives through it. Nothing is saved, but the folder's journals are written: give it a copy.

#include "core/analysis/integrity.h"
#include "core/base/native_file_system.h"
#include "core/store/load_site.h"
#include "core/workspace/workspace.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QRandomGenerator>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <vector>

using namespace quillway;

namespace {

constexpr int rounds = 200;

void print(const char *what, std::vector<double> milliseconds)
{
    std::ranges::sort(milliseconds);
    const auto at = [&](double part) { return milliseconds[std::size_t(double(milliseconds.size() - 1) * part)]; };
    std::printf("%-28s median %8.2f ms   95 %% %8.2f ms   99 %% %8.2f ms   longest %8.2f ms\n", what, at(0.5), at(0.95), at(0.99), at(1));
}

void waitFor(workspace::Workspace &workspace, const std::function<bool()> &isSo)
{
    QEventLoop loop;
    QObject::connect(&workspace, &workspace::Workspace::problemsChanged, &loop, [&] {
        if (isSo())
            loop.quit();
    });
    if (!isSo())
        loop.exec();
}

bool isBroken(const workspace::Workspace &workspace, const QByteArray &destination)
{
    const QString name = QString::fromLatin1(destination);
    return std::ranges::any_of(workspace.problems(), [&](const Diagnostic &problem) { return problem.error.detail.startsWith(name); });
}

/// Edits posts until each edit's own broken link is among the problems.
template<typename Edit>
std::vector<double> timesOf(workspace::Workspace &workspace, QRandomGenerator &random, const Edit &edit)
{
    std::vector<double> times;
    for (int round = 0; round < rounds; ++round) {
        const QList<model::PostPtr> posts = workspace.site()->posts();
        const model::PostPtr &post = posts[random.bounded(posts.size())];
        const QByteArray link = "../nowhere-" + QByteArray::number(random.generate(), 36) + ".txt";
        const QByteArray text = edit(*post, link);
        QElapsedTimer clock;
        clock.start();
        workspace.setText(post->file, text);
        waitFor(workspace, [&] { return isBroken(workspace, link); });
        times.push_back(double(clock.nsecsElapsed()) / 1e6);
    }
    return times;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    NativeFileSystem files;
    const QString corpus = qEnvironmentVariable("QUILLWAY_BENCH_CORPUS");
    if (!store::loadSite(files, corpus)) {
        std::fputs("QUILLWAY_BENCH_CORPUS names no site\n", stderr);
        return 1;
    }
    workspace::Workspace workspace(files);
    QEventLoop loading;
    QObject::connect(&workspace, &workspace::Workspace::loaded, &loading, &QEventLoop::quit);
    workspace.open(corpus);
    loading.exec();

    std::vector<double> whole;
    qsizetype problems = 0;
    for (int round = 0; round < 10; ++round) {
        QElapsedTimer clock;
        clock.start();
        problems = analysis::checkSite(*workspace.site(), { .buildDate = QDateTime::currentDateTimeUtc() }).size();
        whole.push_back(double(clock.nsecsElapsed()) / 1e6);
    }
    std::printf("%lld posts, %lld problems\n", qlonglong(workspace.site()->posts().size()), qlonglong(problems));
    print("a whole check", whole);
    QRandomGenerator random = QRandomGenerator::securelySeeded(); // links of an earlier run may still stand in recovered texts
    print("typing in a text",
          timesOf(workspace, random, [](const model::Post &post, const QByteArray &link) { return post.source + "\n[x](" + link + ")\n"; }));
    print("a heading", timesOf(workspace, random, [](const model::Post &post, const QByteArray &link) {
              return post.source + "\n## A heading\n\n[x](" + link + ")\n";
          }));
    print("a head: the whole site", timesOf(workspace, random, [](const model::Post &post, const QByteArray &link) {
              const auto edited = text::editFrontMatter(post.source,
                                                        { { QStringLiteral("title"), text::Value::string(QString::fromLatin1(link)) } });
              return edited.value_or(post.source) + "\n[x](" + link + ")\n";
          }));
    for (const SitePath &file : workspace.modifiedFiles())
        workspace.revert(file);
    return 0;
}
