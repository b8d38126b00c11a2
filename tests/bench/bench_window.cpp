// SPDX-License-Identifier: GPL-3.0-or-later

// Typing in the real window, preview and all: from a key that arrives to the text painted with it, in a post of 1 MB. Also pasting 10,000 lines, undoing that,
// and how long the window's thread is held in between. The site is a copy of QUILLWAY_BENCH_CORPUS if that is set, else the post is alone. Needs a display.

#include "core/base/native_file_system.h"
#include "ui/editor/editor_pane.h"
#include "ui/editor/text_editor.h"
#include "ui/preview/preview_view.h"
#include "ui/shell/main_window.h"
#include "ui/shell/site_view.h"
#include "ui/style/appearance.h"

#include <QApplication>
#include <QClipboard>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QProcess>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <vector>

using namespace Qt::StringLiterals;
using namespace quillway;

namespace {

constexpr int keys = 300;
constexpr int keyInterval = 33; // milliseconds, as a held key repeats

QByteArray largePost()
{
    QByteArray text = "---\ntitle: Large\ndate: 2024-05-01\n---\n\n"_ba;
    while (text.size() < 1'000'000)
        text += "## A heading\n\nA paragraph with *emphasis*, `code` and a [link](https://example.org/) in it, as long as a line of prose "
                "is.\n\n```cpp\nint main() { return 0; }\n```\n\n";
    return text;
}

/// What this thread has had of a processor, in milliseconds: unlike the wall clock, the same on a busy machine.
double threadTime()
{
    timespec now {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

/// Notes that a widget was painted.
class PaintWatch : public QObject
{
public:
    explicit PaintWatch(QWidget &widget)
        : m_widget(widget)
    {
        widget.installEventFilter(this);
    }

    /// From now until the widget has been painted and all that was waiting is done; -1 if it was not within 10 s.
    template<typename Act>
    double measure(Act act)
    {
        QElapsedTimer clock;
        clock.start();
        m_painted = false;
        act();
        while (!m_painted && clock.elapsed() < 10'000)
            QCoreApplication::processEvents(QEventLoop::AllEvents);
        return m_painted ? double(clock.nsecsElapsed()) / 1e6 : -1;
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        m_painted |= watched == &m_widget && event->type() == QEvent::Paint;
        return false;
    }

private:
    QWidget &m_widget;
    bool m_painted = false;
};

/// Runs the event loop for so long and gives the longest time that one round of it took, in milliseconds.
double longestRound(int milliseconds)
{
    QElapsedTimer whole;
    whole.start();
    double longest = 0;
    while (whole.elapsed() < milliseconds) {
        QElapsedTimer round;
        round.start();
        QCoreApplication::processEvents(QEventLoop::AllEvents);
        longest = std::max(longest, double(round.nsecsElapsed()) / 1e6);
        QThread::usleep(200);
    }
    return longest;
}

void report(const char *what, std::vector<double> times)
{
    std::ranges::sort(times);
    const auto at = [&](double share) { return times.at(size_t(share * double(times.size() - 1))); };
    std::printf("%-40s median %7.2f ms   95%% %7.2f ms   99%% %7.2f ms   max %7.2f ms\n", what, at(0.5), at(0.95), at(0.99), times.back());
    std::fflush(stdout);
}

void typeAt(ui::TextEditor &editor, PaintWatch &watch, const char *what, int line)
{
    editor.goTo(line);
    longestRound(1500);
    std::vector<double> times;
    std::vector<double> work;
    std::vector<double> rounds;
    for (int i = 0; i < keys; ++i) {
        QElapsedTimer clock;
        clock.start();
        const double before = threadTime();
        times.push_back(watch.measure([&] {
            QKeyEvent press(QEvent::KeyPress, Qt::Key_X, {}, i % 7 == 6 ? u" "_s : u"x"_s, i > 0);
            QCoreApplication::sendEvent(&editor, &press);
        }));
        work.push_back(threadTime() - before);
        rounds.push_back(longestRound(std::max(1, keyInterval - int(clock.elapsed()))));
    }
    report(what, times);
    report("  of it, the thread's own work", work);
    report("  longest hold until the next key", rounds);
}

} // namespace

int main(int argc, char **argv)
{
    ui::registerPreviewScheme();
    QApplication application(argc, argv);
    ui::applyAppearance(application, ui::Appearance::Light);
    const QTemporaryDir folder;
    const QString corpus = qEnvironmentVariable("QUILLWAY_BENCH_CORPUS");
    if (!corpus.isEmpty())
        QProcess::execute(u"cp"_s, { u"-r"_s, corpus + u"/."_s, folder.path() });
    QDir(folder.path()).mkpath(u"posts"_s);
    QFile post(folder.filePath(u"posts/2024-05-01-large.md"_s));
    QFile settingsFile(folder.filePath(u"quillway.toml"_s));
    if (!post.open(QIODevice::WriteOnly) || post.write(largePost()) < 0 || !settingsFile.open(QIODevice::Append))
        return 1;
    post.close();
    settingsFile.close();

    NativeFileSystem files;
    QSettings settings(folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
    ui::MainWindow window(files, settings);
    QSignalSpy loaded(&window.workspace(), &workspace::Workspace::loaded);
    QElapsedTimer clock;
    clock.start();
    window.openSite(folder.path());
    window.resize(1440, 900);
    window.show();
    if (!loaded.wait(60'000))
        return 1;
    std::printf("%-40s %lld ms, %lld posts\n", "site loaded", qlonglong(clock.elapsed()),
                qlonglong(window.workspace().site()->posts().size()));
    clock.restart();
    ui::TextEditor &editor = window.siteView().pane().editor();
    PaintWatch watch(*editor.viewport());
    std::printf("%-40s %.1f ms\n", "post opened and painted", watch.measure([&] {
        window.siteView().openFile(SitePath::literal(u"posts/2024-05-01-large.md"));
        editor.setFocus();
        editor.viewport()->update();
    }));
    std::printf("%-40s %.1f ms\n", "longest hold in the 5 s after", longestRound(5000));

    typeAt(editor, watch, "a key at the top", 10);
    typeAt(editor, watch, "a key in the middle", 10'000);
    typeAt(editor, watch, "a key at the end", editor.document()->blockCount() - 4);

    QGuiApplication::clipboard()->setText(u"A line that is pasted, with *marks* in it.\n"_s.repeated(10'000));
    std::printf("%-40s %.1f ms\n", "10,000 lines pasted", watch.measure([&] { editor.paste(); }));
    std::printf("%-40s %.1f ms\n", "longest hold in the 3 s after", longestRound(3000));
    std::printf("%-40s %.1f ms\n", "that undone", watch.measure([&] { editor.undo(); }));
    std::printf("%-40s %.1f ms\n", "longest hold in the 3 s after", longestRound(3000));
    return 0;
}
