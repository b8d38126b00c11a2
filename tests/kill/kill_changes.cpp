// SPDX-License-Identifier: GPL-3.0-or-later

// Kills a program (SIGKILL) that renames a tag in many posts and moves some of them, before every call that it makes to the file system in turn, or some of them;
// then recovers the site, and counts how often it is neither wholly as it was nor wholly as it was to be.
//
//     kill_changes [POSTS [ROUNDS]]        by default 500 posts and every call

#include "core/base/native_file_system.h"
#include "core/changes/tag_changes.h"
#include "core/store/load_site.h"
#include "core/store/save_file.h"
#include "core/store/transaction.h"
#include "support/fault_file_system.h"
#include "support/site_folder.h"

#include <QCoreApplication>
#include <QMap>
#include <QProcess>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::test;

namespace {

constexpr int movedPosts = 5;
constexpr int threadedShare = 10; ///< of so many rounds one is done once more with many threads
constexpr int patience = 120'000; // milliseconds

using Texts = QMap<QString, QByteArray>;

Texts oldTexts(int posts)
{
    Texts texts { { u"quillway.toml"_s, "title = \"T\"\nbase_url = \"https://t.example/\"\n" },
                  { u"topics/go.md"_s, "---\ntitle: Go\n---\n" },
                  { u"tags.toml"_s, "# mine\n[go]\ntitle = \"Go\"\n" },
                  { u"posts/bundle/index.md"_s, "---\ntitle: B\ndate: 2024-01-01\ntags: [go]\n---\n\n![](x.png)\n" },
                  { u"posts/bundle/x.png"_s, "PNG" } };
    for (int n = 0; n < posts; ++n) {
        const QByteArray number = QByteArray::number(n);
        texts.insert(u"posts/p%1.md"_s.arg(n, 5, 10, QChar(u'0')),
                     "---\ntitle: Post " + number + "\ndate: 2024-01-01\ntags: [x, Go]  # " + number + "\n---\n\n"
                         + QByteArray("Words of post " + number + ".\n").repeated(20 + n % 50));
    }
    return texts;
}

/// The change that the child makes of the site in `folder`.
changes::SiteChange changeOf(NativeFileSystem &files, const QString &folder)
{
    const auto loaded = store::loadSite(files, folder);
    if (!loaded)
        qFatal("the site does not load");
    auto change = changes::renameTag(*loaded->site, u"go"_s, u"golang"_s);
    if (!change || !change->problems.isEmpty())
        qFatal("there is no change");
    QList<changes::Move> moves { { SitePath::literal(u"posts/bundle"), SitePath::literal(u"posts/2024/parcel") } };
    for (int n = 0; n < movedPosts; ++n) {
        moves.append({ SitePath::literal(u"posts/p%1.md"_s.arg(n, 5, 10, QChar(u'0'))), SitePath::literal(u"posts/moved-%1.md"_s.arg(n)) });
    }
    for (changes::TextEdit &edit : change->change.edits) {
        for (const changes::Move &move : std::as_const(moves))
            edit.file = changes::movedPath(edit.file, move);
    }
    change->change.moves = moves;
    return change->change;
}

/// The child: makes the change, and is killed before call number `killAt`; with 0 it prints how many there are.
int makeChange(const QString &folder, int killAt, int threads)
{
    NativeFileSystem native;
    const changes::SiteChange change = changeOf(native, folder);
    FaultFileSystem files(native);
    std::atomic<int> calls = 0;
    files.setObserver([&](Call) {
        if (++calls == killAt)
            ::raise(SIGKILL);
    });
    const auto report = store::carryOut(files, folder, change,
                                        { .title = u"Rename"_s, .when = QDateTime::currentDateTimeUtc(), .threads = threads });
    std::printf("%d\n", calls.load());
    return report.outcome == store::ChangeReport::Outcome::Done && report.leftAlone.isEmpty() ? 0 : 1;
}

Texts textsOf(const SiteFolder &site)
{
    Texts texts;
    for (const QString &file : site.files())
        texts.insert(file, site.read(file));
    return texts;
}

/// Makes the site what `texts` say, with little to write.
void restore(const SiteFolder &site, const Texts &texts)
{
    QDir(site.path(u".quillway"_s)).removeRecursively();
    const Texts now = textsOf(site);
    for (const auto &[file, text] : now.asKeyValueRange()) {
        if (!texts.contains(file))
            QFile::remove(site.path(file));
    }
    QDir(site.path(u"posts/2024"_s)).removeRecursively();
    for (const auto &[file, text] : texts.asKeyValueRange()) {
        if (!now.contains(file) || now.value(file) != text)
            site.write(file, text);
    }
}

struct Count {
    int rounds = 0;
    int wholeOld = 0;
    int wholeNew = 0;
    int recovered = 0; ///< there was something to finish
    int failures = 0; ///< neither, or something else was left
};

class Rounds
{
public:
    explicit Rounds(int posts)
        : m_old(oldTexts(posts))
    {
        restore(m_site, m_old);
        m_calls = runChild(0, 1);
        if (m_calls <= 0)
            qFatal("the change is not made");
        m_new = textsOf(m_site);
    }

    [[nodiscard]] int calls() const { return m_calls; }

    void round(int killAt, int threads)
    {
        restore(m_site, m_old);
        runChild(killAt, threads);
        NativeFileSystem files;
        const QList<store::ChangeReport> reports = store::recoverTransactions(files, m_site.path());
        const Texts texts = textsOf(m_site);
        ++count.rounds;
        count.recovered += reports.isEmpty() ? 0 : 1;
        if (texts == m_old) {
            ++count.wholeOld;
        } else if (texts == m_new) {
            ++count.wholeNew;
        } else {
            ++count.failures;
            std::printf("killed at call %d with %d threads: the site is neither old nor new\n", killAt, threads);
        }
    }

    Count count;

private:
    /// What the child printed; -1 if it was killed.
    int runChild(int killAt, int threads) const
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(QCoreApplication::applicationFilePath(),
                      { u"--child"_s, m_site.path(), QString::number(killAt), QString::number(threads) });
        if (!process.waitForFinished(patience))
            qFatal("the child does not end");
        if (process.exitStatus() != QProcess::NormalExit)
            return -1;
        return process.exitCode() == 0 ? process.readAllStandardOutput().trimmed().toInt() : 0;
    }

    SiteFolder m_site;
    Texts m_old;
    Texts m_new;
    int m_calls = 0;
};

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--child")
        return makeChange(arguments.value(2), arguments.value(3).toInt(), arguments.value(4).toInt());
    const int posts = arguments.size() > 1 ? std::max(arguments.at(1).toInt(), movedPosts) : 500;
    Rounds rounds(posts);
    const int wanted = arguments.size() > 2 ? std::clamp(arguments.at(2).toInt(), 1, rounds.calls()) : rounds.calls();
    for (int n = 0; n < wanted; ++n) {
        // Spread over all of them, the first and the last among them.
        const int killAt = wanted == 1 ? rounds.calls() : 1 + int(qint64(n) * (rounds.calls() - 1) / (wanted - 1));
        rounds.round(killAt, 1);
        if (n % threadedShare == 0)
            rounds.round(killAt, 16);
    }
    const Count &count = rounds.count;
    std::printf("%d posts, %d calls: %d kills; wholly old: %d, wholly new: %d (finished at the next start: %d), failures: %d\n", posts,
                rounds.calls(), count.rounds, count.wholeOld, count.wholeNew, count.recovered, count.failures);
    return count.failures == 0 ? 0 : 1;
}
