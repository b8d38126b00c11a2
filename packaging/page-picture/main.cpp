// SPDX-License-Identifier: GPL-3.0-or-later
//
// Takes pictures of web pages, for packaging/screenshots.sh: page_picture [--dark], and one picture for each line of standard input,
//     FILE WIDTH HEIGHT URL
// WIDTH and HEIGHT in pixels. --dark: as readers see the pages whose system is dark. It uses the web engine that the program is built with,
// so it needs no browser.
#include <QApplication>
#include <QEventLoop>
#include <QTextStream>
#include <QTimer>
#include <QWebEngineProfile>
#include <QWebEngineSettings>
#include <QWebEngineView>

using namespace Qt::StringLiterals;

namespace {

struct Job {
    QString file;
    QSize size; ///< pixels
    QUrl url;
};

std::optional<Job> parseJob(const QString &line)
{
    const QStringList parts = line.split(u' ', Qt::SkipEmptyParts);
    if (parts.size() != 4)
        return std::nullopt;
    const Job job { parts[0], QSize(parts[1].toInt(), parts[2].toInt()), QUrl(parts[3]) };
    return job.size.isEmpty() || !job.url.isValid() ? std::nullopt : std::optional(job);
}

/// Lets the program go on for `duration`, so that the page can be painted.
void wait(std::chrono::milliseconds duration)
{
    QEventLoop loop;
    QTimer::singleShot(duration, &loop, &QEventLoop::quit);
    loop.exec();
}

bool load(QWebEngineView &view, const QUrl &url)
{
    QEventLoop loop;
    bool loaded = false;
    QObject::connect(&view, &QWebEngineView::loadFinished, &loop, [&](bool ok) {
        loaded = ok;
        loop.quit();
    });
    QTimer::singleShot(std::chrono::seconds(30), &loop, &QEventLoop::quit);
    view.load(url);
    loop.exec();
    return loaded;
}

bool takePicture(QWebEngineProfile &profile, const Job &job)
{
    QWebEngineView view(&profile);
    view.settings()->setAttribute(QWebEngineSettings::ShowScrollBars, false);
    // Without a window manager's say, a page may be higher than the screen.
    view.setWindowFlag(Qt::BypassWindowManagerHint);
    view.setFixedSize(job.size);
    view.show();
    if (!load(view, job.url))
        return false;
    wait(std::chrono::milliseconds(400));
    return view.grab().save(job.file);
}

} // namespace

int main(int argc, char **argv)
{
    // The engine takes the reader's colour scheme once, when it starts.
    if (argc > 1 && qstrcmp(argv[1], "--dark") == 0)
        qputenv("QTWEBENGINE_CHROMIUM_FLAGS", qgetenv("QTWEBENGINE_CHROMIUM_FLAGS") + " --blink-settings=preferredColorScheme=0");
    QApplication app(argc, argv);
    QWebEngineProfile profile;
    QTextStream in(stdin);
    QTextStream err(stderr);
    bool complete = true;
    for (QString line; in.readLineInto(&line);) {
        const std::optional<Job> job = parseJob(line);
        if (!job || !takePicture(profile, *job)) {
            err << "page_picture: failed: " << line << Qt::endl;
            complete = false;
        }
    }
    return complete ? 0 : 1;
}
