// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/list_site.h"

#include "core/base/native_file_system.h"
#include "support/fault_file_system.h"
#include "support/site_folder.h"

#include <QTest>

#include <functional>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace quillway;
using namespace quillway::store;
using namespace quillway::test;
using namespace Qt::StringLiterals;

namespace {

QString shown(ContentKind kind)
{
    static const QStringList names { u"post"_s, u"page"_s,  u"topic"_s, u"path"_s,   u"settings"_s,
                                     u"tags"_s, u"asset"_s, u"theme"_s, u"ignored"_s };
    return names.at(int(kind));
}

QStringList shown(const QList<SiteFile> &files)
{
    QStringList lines;
    for (const SiteFile &file : files)
        lines.append(shown(file.kind) + u' ' + file.file.toString());
    return lines;
}

QStringList shown(const Diagnostics &diagnostics)
{
    QStringList lines;
    for (const Diagnostic &diagnostic : diagnostics)
        lines.append(toCompilerLine(diagnostic));
    return lines;
}

using Prepare = std::function<void(const SiteFolder &)>;

/// The path of a file whose name no QString can hold.
QByteArray rawPath(const SiteFolder &folder)
{
    return folder.path().toUtf8() + "/posts/caf\xE9.md";
}

} // namespace
Q_DECLARE_METATYPE(Prepare)

class TestListSite : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lists_data();
    void lists();
    void listsDeepFolders();
    void endsWhereLinksMultiply();
    void refusesWhatIsNoSite_data();
    void refusesWhatIsNoSite();
    void reportsFoldersItCannotOpen();
    void stopsWhenAsked();
    void dropsNothingSilently();

private:
    NativeFileSystem m_native;
};

void TestListSite::lists_data()
{
    QTest::addColumn<Prepare>("prepare");
    QTest::addColumn<QStringList>("files");
    QTest::addColumn<QStringList>("problems");
    const auto row = [](const char *name, const Prepare &prepare, const QStringList &files, const QStringList &problems = {}) {
        QTest::newRow(name) << prepare << files << problems;
    };
    const auto files = [](const QStringList &names) {
        return [names](const SiteFolder &folder) {
            for (const QString &name : names)
                folder.write(name, "x");
        };
    };

    row("each kind",
        files({ u"tags.toml"_s, u"posts/a.md"_s, u"pages/about.md"_s, u"topics/go.md"_s, u"paths/start.md"_s, u"assets/logo.svg"_s }),
        { u"asset assets/logo.svg"_s, u"page pages/about.md"_s, u"path paths/start.md"_s, u"post posts/a.md"_s, u"settings quillway.toml"_s,
          u"tags tags.toml"_s, u"topic topics/go.md"_s });
    row("bundles and the pictures beside posts",
        files({ u"posts/go/index.md"_s, u"posts/go/plan.svg"_s, u"posts/photo.jpg"_s, u"pages/team/index.md"_s, u"pages/team/us.jpg"_s }),
        { u"page pages/team/index.md"_s, u"asset pages/team/us.jpg"_s, u"post posts/go/index.md"_s, u"asset posts/go/plan.svg"_s,
          u"asset posts/photo.jpg"_s, u"settings quillway.toml"_s });
    row("folders in folders", files({ u"posts/2022/08/a.md"_s, u"assets/img/2022/x.png"_s }),
        { u"asset assets/img/2022/x.png"_s, u"post posts/2022/08/a.md"_s, u"settings quillway.toml"_s });
    row("extensions of Markdown, in any case",
        files({ u"posts/a.markdown"_s, u"posts/b.mkd"_s, u"posts/c.mdown"_s, u"posts/d.MD"_s, u"posts/e.txt"_s }),
        { u"post posts/a.markdown"_s, u"post posts/b.mkd"_s, u"post posts/c.mdown"_s, u"post posts/d.MD"_s, u"asset posts/e.txt"_s,
          u"settings quillway.toml"_s });
    row("no content: the program's, the output, the theme, what is at the top",
        files({ u".quillway/cache.md"_s, u"public/posts/a.md"_s, u"theme/post.html"_s, u"README.md"_s, u"notes/a.md"_s,
                u".git/posts/a.md"_s }),
        { u"settings quillway.toml"_s });
    row("hidden files and editors' backups",
        files({ u"posts/.a.md"_s, u"posts/a.md~"_s, u"posts/#a.md#"_s, u"posts/.drafts/b.md"_s, u"posts/old~/c.md"_s, u"assets/.DS_Store"_s,
                u".#quillway.toml"_s, u"posts/.quillway-save-0123456789abcdef"_s }),
        { u"settings quillway.toml"_s });
    row("an editor's lock, a link to nothing",
        [](const SiteFolder &folder) {
            folder.write(u"posts/a.md"_s, "x");
            QFile::link(u"me@host.1234"_s, folder.path(u"posts/.#a.md"_s));
        },
        { u"post posts/a.md"_s, u"settings quillway.toml"_s });
    row("names of other scripts", files({ u"posts/größe 世界 🖋.md"_s }), { u"post posts/größe 世界 🖋.md"_s, u"settings quillway.toml"_s });
    row("a line end in a name", files({ u"posts/a\nb.md"_s }), { u"post posts/a\nb.md"_s, u"settings quillway.toml"_s });
    row("Markdown too deep under topics and paths", files({ u"topics/go/a.md"_s, u"paths/x/y/b.md"_s, u"topics/go/c.txt"_s }),
        { u"settings quillway.toml"_s },
        { u"paths/x/y/b.md: warning: is too large or too deeply nested to be read: only files directly under paths/ are read"_s,
          u"topics/go/a.md: warning: is too large or too deeply nested to be read: only files directly under topics/ are read"_s });
    row("a file in place of a folder", files({ u"posts"_s, u"pages/a.md"_s }), { u"page pages/a.md"_s, u"settings quillway.toml"_s },
        { u"posts: warning: is not a folder"_s });
    row("a folder in place of a file", files({ u"tags.toml/x"_s }), { u"settings quillway.toml"_s },
        { u"tags.toml: error: is not an ordinary file"_s });
    row("a backslash in a name", files({ u"posts/a\\b.md"_s }), { u"settings quillway.toml"_s },
        { u"posts/a\\b.md: error: the value is not allowed: a backslash in the name of the file"_s });
    row("a name that is not UTF-8",
        [](const SiteFolder &folder) {
            folder.write(u"posts/a.md"_s, "x");
            ::close(::open(rawPath(folder).constData(), O_CREAT | O_WRONLY, 0600));
        },
        { u"post posts/a.md"_s, u"settings quillway.toml"_s },
        { u"posts/caf\\xe9.md: error: the text is not UTF-8: the name of the file"_s });
    row("a pipe",
        [](const SiteFolder &folder) {
            folder.write(u"posts/a.md"_s, "x");
            ::mkfifo(qPrintable(folder.path(u"posts/pipe.md"_s)), 0600);
        },
        { u"post posts/a.md"_s, u"settings quillway.toml"_s }, { u"posts/pipe.md: warning: is not an ordinary file"_s });
    row("the backup of an interrupted save", files({ u"posts/a.md"_s, u"posts/.quillway-backup-0123456789abcdef"_s }),
        { u"post posts/a.md"_s, u"settings quillway.toml"_s },
        { u"posts/.quillway-backup-0123456789abcdef: warning: could be written only in part: a save was interrupted; this is the text from before it"_s });

    row("links within the site",
        [](const SiteFolder &folder) {
            folder.write(u"posts/a.md"_s, "x");
            folder.write(u"shared/pictures/x.png"_s, "x");
            QFile::link(u"a.md"_s, folder.path(u"posts/b.md"_s));
            QFile::link(u"../shared/pictures"_s, folder.path(u"posts/img"_s));
        },
        { u"post posts/a.md"_s, u"post posts/b.md"_s, u"asset posts/img/x.png"_s, u"settings quillway.toml"_s });
    row("a folder of content that is itself a link within the site",
        [](const SiteFolder &folder) {
            folder.write(u"texts/a.md"_s, "x");
            QFile::link(u"texts"_s, folder.path(u"posts"_s));
        },
        { u"post posts/a.md"_s, u"settings quillway.toml"_s });
    row("links out of the site",
        [](const SiteFolder &folder) {
            folder.write(u"posts/a.md"_s, "x");
            QFile::link(u"/etc/passwd"_s, folder.path(u"posts/b.md"_s));
            QFile::link(u"/etc"_s, folder.path(u"posts/etc"_s));
            QFile::link(u"/"_s, folder.path(u"assets"_s));
        },
        { u"post posts/a.md"_s, u"settings quillway.toml"_s },
        { u"assets: error: leads out of the site's folder: /"_s, u"posts/b.md: error: leads out of the site's folder: /etc/passwd"_s,
          u"posts/etc: error: leads out of the site's folder: /etc"_s });
    row("a link to nothing",
        [](const SiteFolder &folder) { QDir(folder.path()).mkdir(u"posts"_s), QFile::link(u"gone.md"_s, folder.path(u"posts/a.md"_s)); },
        { u"settings quillway.toml"_s }, { u"posts/a.md: error: there is no such file or folder: the symbolic link leads nowhere"_s });
    row("a link to itself",
        [](const SiteFolder &folder) { QDir(folder.path()).mkdir(u"posts"_s), QFile::link(u"a.md"_s, folder.path(u"posts/a.md"_s)); },
        { u"settings quillway.toml"_s }, { u"posts/a.md: error: cannot be read: the symbolic link leads nowhere"_s });
    const QString circle = u": error: the value is not allowed: the symbolic link leads back into a folder that it stands in"_s;
    row("links around in circles",
        [](const SiteFolder &folder) {
            folder.write(u"posts/x/a.md"_s, "x");
            folder.write(u"shared/b.md"_s, "x");
            QFile::link(u"."_s, folder.path(u"posts/x/self"_s));
            QFile::link(u"../.."_s, folder.path(u"posts/x/site"_s));
            QFile::link(u"../../posts"_s, folder.path(u"posts/x/up"_s));
            QFile::link(u"../shared"_s, folder.path(u"posts/there"_s));
            QFile::link(u"../posts"_s, folder.path(u"shared/back"_s));
        },
        { u"post posts/there/b.md"_s, u"post posts/x/a.md"_s, u"settings quillway.toml"_s },
        { u"posts/there/back"_s + circle, u"posts/x/self"_s + circle, u"posts/x/site"_s + circle, u"posts/x/up"_s + circle });
    row("a link whose target's name only begins like the site's",
        [](const SiteFolder &folder) {
            QDir().mkdir(folder.path() + u"-other"_s);
            QDir(folder.path()).mkdir(u"posts"_s);
            QFile::link(folder.path() + u"-other"_s, folder.path(u"posts/x"_s));
        },
        { u"settings quillway.toml"_s }, { u"posts/x: error: leads out of the site's folder: SITE-other"_s });
    row("no settings",
        [](const SiteFolder &folder) {
            folder.write(u"posts/a.md"_s, "x");
            QFile::remove(folder.path(u"quillway.toml"_s));
        },
        { u"post posts/a.md"_s }, { u"quillway.toml: warning: there is no such file or folder: the defaults hold"_s });
    row("nothing but settings", [](const SiteFolder &) { }, { u"settings quillway.toml"_s });
}

void TestListSite::lists()
{
    QFETCH(Prepare, prepare);
    QFETCH(QStringList, problems);
    const SiteFolder folder;
    folder.write(u"quillway.toml"_s, "title = \"x\"\n");
    prepare(folder);
    const auto listing = listSite(m_native, folder.path());
    QDir(folder.path() + u"-other"_s).removeRecursively();
    ::unlink(rawPath(folder).constData());
    QVERIFY(listing);
    QTEST(shown(listing->files), "files");
    problems.replaceInStrings(u"SITE"_s, folder.path());
    QCOMPARE(shown(listing->diagnostics), problems);
}

void TestListSite::listsDeepFolders()
{
    const SiteFolder folder;
    const QString deep = u"posts/"_s + u"d/"_s.repeated(300) + u"a.md"_s;
    folder.write(deep, "x");
    const auto listing = listSite(m_native, folder.path());
    QVERIFY(listing);
    QCOMPARE(shown(listing->files), QStringList { u"post "_s + deep });
}

/// Twenty folders, each with two links to the next one: a million ways through.
void TestListSite::endsWhereLinksMultiply()
{
    const SiteFolder folder;
    for (int level = 0; level < 20; ++level) {
        QDir(folder.path()).mkpath(u"shared/%1"_s.arg(level));
        for (const QString &name : { u"l"_s, u"r"_s })
            QFile::link(u"../%1"_s.arg(level + 1), folder.path(u"shared/%1/%2"_s.arg(level).arg(name)));
    }
    folder.write(u"shared/20/a.md"_s, "x");
    QDir(folder.path()).mkdir(u"posts"_s);
    QFile::link(u"../shared/0"_s, folder.path(u"posts/start"_s));
    const auto listing = listSite(m_native, folder.path());
    QVERIFY(listing);
    const QStringList problems = shown(listing->diagnostics);
    QCOMPARE(problems.filter(u"too many folders behind symbolic links"_s).size(), 1);
    QVERIFY(listing->files.size() < 2000);
}

void TestListSite::refusesWhatIsNoSite_data()
{
    QTest::addColumn<Prepare>("prepare");
    QTest::addColumn<QString>("name");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("missing") << Prepare([](const SiteFolder &) { }) << u"missing"_s << ErrorCode::NotFound;
    QTest::newRow("empty") << Prepare([](const SiteFolder &) { }) << u""_s << ErrorCode::NotFound;
    QTest::newRow("any folder") << Prepare([](const SiteFolder &folder) { folder.write(u"letters/a.md"_s, "x"); }) << u""_s
                                << ErrorCode::NotFound;
    QTest::newRow("a file") << Prepare([](const SiteFolder &folder) { folder.write(u"file"_s, "x"); }) << u"file"_s << ErrorCode::NotAFolder;
}

void TestListSite::refusesWhatIsNoSite()
{
    QFETCH(Prepare, prepare);
    QFETCH(QString, name);
    const SiteFolder folder;
    prepare(folder);
    const QString path = name.isEmpty() ? folder.path() : folder.path(name);
    const auto listing = listSite(m_native, path);
    QVERIFY(!listing);
    QTEST(listing.error().code, "code");
    QCOMPARE(listing.error().file, path);
}

void TestListSite::reportsFoldersItCannotOpen()
{
    const SiteFolder folder;
    folder.write(u"quillway.toml"_s, "");
    folder.write(u"posts/a.md"_s, "x");
    folder.write(u"posts/closed/b.md"_s, "x");
    FaultFileSystem files(m_native);
    files.failAt({ .nth = 3, .call = Call::List, .code = ErrorCode::NotReadable });
    const auto listing = listSite(files, folder.path());
    QVERIFY(listing);
    QCOMPARE(shown(listing->files), (QStringList { u"post posts/a.md"_s, u"settings quillway.toml"_s }));
    QCOMPARE(shown(listing->diagnostics), QStringList { u"posts/closed: error: cannot be read: made to fail"_s });
}

void TestListSite::stopsWhenAsked()
{
    const SiteFolder folder;
    folder.write(u"posts/a.md"_s, "x");
    std::stop_source stop;
    stop.request_stop();
    const auto listing = listSite(m_native, folder.path(), stop.get_token());
    QVERIFY(!listing);
    QCOMPARE(listing.error().code, ErrorCode::Cancelled);
}

/// Whichever call fails: the listing fails, or names what is missing from it.
void TestListSite::dropsNothingSilently()
{
    const SiteFolder folder;
    folder.write(u"quillway.toml"_s, "");
    folder.write(u"posts/x/a.md"_s, "x");
    folder.write(u"shared/b.md"_s, "x");
    QFile::link(u"../shared"_s, folder.path(u"posts/link"_s));
    QFile::link(u"x/a.md"_s, folder.path(u"posts/c.md"_s));
    const auto whole = listSite(m_native, folder.path());
    QVERIFY(whole && whole->files.size() == 4 && whole->diagnostics.isEmpty());
    int failed = 0;
    for (int nth = 1;; ++nth) {
        FaultFileSystem files(m_native);
        files.failAt({ .nth = nth });
        const auto listing = listSite(files, folder.path());
        if (!files.hasFailed())
            break;
        ++failed;
        QVERIFY(!listing || shown(listing->files) == shown(whole->files) || !listing->diagnostics.isEmpty());
    }
    QVERIFY(failed >= 8);
}

QTEST_GUILESS_MAIN(TestListSite)
#include "tst_list_site.moc"
