// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/child_process.h"
#include "core/base/fingerprint.h"
#include "core/base/native_file_system.h"
#include "core/deploy/peer.h"
#include "core/deploy/ssh_server.h"
#include "support/fault_file_system.h"

#include <QDirIterator>
#include <QTest>

#include <map>

using namespace quillway;
using namespace quillway::deploy;
using namespace Qt::StringLiterals;
using Kind = model::PublishDestination::Kind;

namespace {

using Files = std::map<QString, QByteArray>;

/// A target of one kind, with what has to be around it.
class Desk
{
public:
    explicit Desk(Kind kind)
        : target({ .name = u"t"_s, .kind = kind, .path = folder.path(u"there"_s), .host = u"peer"_s })
    {
        QDir(folder.path()).mkpath(u"site"_s);
        QDir(folder.path()).mkpath(u"cache"_s);
        if (kind == Kind::Git) {
            target.remote = folder.path(u"remote.git"_s);
            target.branch = u"pages"_s;
            git({ u"init"_s, u"--quiet"_s, u"--bare"_s, target.remote });
        }
    }

    QByteArray git(const QStringList &arguments) const
    {
        const auto ran = runChild(
            { .program = u"git"_s, .arguments = QStringList { u"-c"_s, u"user.name=x"_s, u"-c"_s, u"user.email=x@x.example"_s } + arguments },
            {});
        if (!ran)
            qFatal("%s", qPrintable(ran.error().detail));
        return ran->trimmed();
    }

    [[nodiscard]] std::unique_ptr<Peer> peer(FileSystem &fileSystem)
    {
        return makePeer(fileSystem, target, { folder.path(u"site"_s), folder.path(u"cache"_s), {} });
    }
    [[nodiscard]] std::unique_ptr<Peer> peer() { return peer(files); }

    /// An export with these files, and what the peer is to do for it.
    [[nodiscard]] Result<Upload> prepare(Peer &peer, const Files &wanted)
    {
        QDir(folder.path(u"out"_s)).removeRecursively();
        Upload upload { .folder = folder.path(u"out"_s), .title = u"T"_s };
        for (const auto &[name, content] : wanted) {
            folder.write("out/"_L1 + name, content);
            upload.wanted.insert(SitePath::literal(name), fingerprint(content));
        }
        const Result<Listing> present = peer.listing({});
        if (!present)
            return std::unexpected(present.error());
        upload.present = *present;
        upload.plan = planUpload(upload.wanted, upload.present);
        return upload;
    }

    Result<void> publish(const Files &wanted)
    {
        const auto other = peer();
        const Result<Upload> upload = prepare(*other, wanted);
        return upload ? other->carryOut(*upload) : std::unexpected(upload.error());
    }

    /// What a reader finds: nothing hidden, as the listing and what an interrupted program was writing are.
    [[nodiscard]] Files there() const
    {
        QString place = target.path;
        if (target.kind == Kind::Git) {
            place = folder.path(u"clone"_s);
            QDir(place).removeRecursively();
            git({ u"clone"_s, u"--quiet"_s, u"--branch"_s, target.branch, target.remote, place });
            QDir(place + "/.git"_L1).removeRecursively();
        }
        Files found;
        QDirIterator it(place, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            if (!it.fileName().startsWith(u'.') && file.open(QIODevice::ReadOnly))
                found.emplace(QDir(place).relativeFilePath(it.filePath()), file.readAll());
        }
        return found;
    }

    /// Somebody else puts a file there.
    void putByHand(const QString &name, const QByteArray &content)
    {
        if (target.kind != Kind::Git)
            return folder.write("there/"_L1 + name, content);
        const QString place = folder.path(u"other"_s);
        QDir(place).removeRecursively();
        git({ u"clone"_s, u"--quiet"_s, u"--branch"_s, target.branch, target.remote, place });
        folder.write("other/"_L1 + name, content);
        git({ u"-C"_s, place, u"add"_s, u"."_s });
        git({ u"-C"_s, place, u"commit"_s, u"--quiet"_s, u"-m"_s, u"by hand"_s });
        git({ u"-C"_s, place, u"push"_s, u"--quiet"_s });
    }

    test::SiteFolder folder;
    NativeFileSystem files;
    model::PublishDestination target;
};

void addKinds()
{
    QTest::addColumn<Kind>("kind");
    QTest::newRow("folder") << Kind::Folder;
    QTest::newRow("git") << Kind::Git;
    QTest::newRow("rsync") << Kind::Rsync;
    QTest::newRow("sftp") << Kind::Sftp;
}

const Files first { { u"index.html"_s, "one" }, { u"posts/a/index.html"_s, "a" }, { u"posts/b/index.html"_s, "b" }, { u"style.css"_s, "s" } };

} // namespace

// In a test of TestPeers.
#define NEEDS_A_SERVER(kind)                                                                                                               \
    if (((kind) == Kind::Rsync || (kind) == Kind::Sftp) && !m_server->objection().isEmpty())                                               \
    QSKIP(qPrintable(m_server->objection()))

/// What holds for every kind of target, with the real programs and a real server.
class TestPeers : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<test::SshServer> m_server;

private Q_SLOTS:
    void initTestCase() { m_server = std::make_unique<test::SshServer>(); }
    void cleanupTestCase() { m_server.reset(); }

    void theTargetBecomesWhatTheSiteIs_data() { addKinds(); }
    void theTargetBecomesWhatTheSiteIs()
    {
        QFETCH(const Kind, kind);
        NEEDS_A_SERVER(kind);
        Desk desk(kind);
        const Result<void> published = desk.publish(first);
        QVERIFY2(published, qPrintable(published ? QString() : published.error().detail));
        QCOMPARE(desk.there(), first);
        const Files second {
            { u"index.html"_s, "two" }, { u"posts/a/index.html"_s, "a" }, { u"posts/c d/index.html"_s, "c" }, { u"x.css"_s, "s" }
        };
        const auto peer = desk.peer();
        const Result<Upload> upload = desk.prepare(*peer, second);
        QVERIFY(upload);
        QCOMPARE(upload->plan.added.size(), 2);
        QCOMPARE(upload->plan.changed, QList { SitePath::literal(u"index.html") });
        QCOMPARE(upload->plan.removed.size(), 2);
        QVERIFY(peer->carryOut(*upload));
        QCOMPARE(desk.there(), second);
        const auto again = desk.peer();
        QVERIFY(desk.prepare(*again, second)->plan.isEmpty());
        if (kind != Kind::Git)
            QVERIFY(!desk.folder.has(u"there/posts/b"_s));
    }

    void whatOthersPutThereStays_data() { addKinds(); }
    void whatOthersPutThereStays()
    {
        QFETCH(const Kind, kind);
        NEEDS_A_SERVER(kind);
        Desk desk(kind);
        QVERIFY(desk.publish(first));
        desk.putByHand(u"CNAME"_s, "blog.example");
        desk.putByHand(u"posts/b/mine.txt"_s, "mine");
        QVERIFY(desk.publish({ { u"index.html"_s, "two" } }));
        QCOMPARE(desk.there(), (Files { { u"CNAME"_s, "blog.example" }, { u"index.html"_s, "two" }, { u"posts/b/mine.txt"_s, "mine" } }));
    }

    void namesStayNames_data() { addKinds(); }
    void namesStayNames()
    {
        QFETCH(const Kind, kind);
        NEEDS_A_SERVER(kind);
        Desk desk(kind);
        Files odd;
        for (const QString &name :
             { u"a b.txt"_s, u"-rf"_s, u"--delete"_s, u"#x"_s, u"[a]*?.txt"_s, u"$HOME"_s, u"`id`"_s, u"; rm x"_s, u"\"quoted\""_s,
               u"it's"_s, u"100%"_s, u"ümlaut/漢字.txt"_s, u"~/x"_s, u"a:b"_s, u"!x"_s, u"{a,b}"_s, u" "_s })
            odd.emplace(name, name.toUtf8());
        const Result<void> published = desk.publish(odd);
        QVERIFY2(published, qPrintable(published ? QString() : published.error().detail));
        QCOMPARE(desk.there(), odd);
        QVERIFY(desk.publish({ { u"index.html"_s, "1" } }));
        QCOMPARE(desk.there(), (Files { { u"index.html"_s, "1" } }));
    }

    void aTargetThatRefusesSaysWhy_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::newRow("git") << Kind::Git;
        QTest::newRow("rsync") << Kind::Rsync;
        QTest::newRow("sftp") << Kind::Sftp;
    }
    void aTargetThatRefusesSaysWhy()
    {
        QFETCH(const Kind, kind);
        NEEDS_A_SERVER(kind);
        Desk desk(kind);
        desk.target.remote = desk.folder.path(u"nowhere.git"_s);
        desk.target.user = u"nobody-of-that-name"_s;
        const Result<void> published = desk.publish(first);
        QVERIFY(!published);
        QCOMPARE(published.error().code, ErrorCode::ProgramFailed);
        QVERIFY2(published.error().detail.size() > 20, qPrintable(published.error().detail));
    }

    void aNetworkThatStopsInTheMiddleIsGoneOnFrom_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::newRow("rsync") << Kind::Rsync;
        QTest::newRow("sftp") << Kind::Sftp;
    }
    void aNetworkThatStopsInTheMiddleIsGoneOnFrom()
    {
        QFETCH(const Kind, kind);
        NEEDS_A_SERVER(kind);
        Desk desk(kind);
        Files many { { u"index.html"_s, "x" } };
        for (int i = 0; i < 300; ++i) {
            many.emplace(u"f%1.png"_s.arg(i, 3, 10, QChar(u'0')), QByteArray(20'000, char('a' + i % 26)));
            many.emplace(u"posts/p%1/index.html"_s.arg(i), "page " + QByteArray::number(i));
        }
        const auto peer = desk.peer();
        Result<Upload> upload = desk.prepare(*peer, many);
        QVERIFY(upload);
        upload->progress = [&](int done, int) {
            if (done >= 350)
                m_server->stop();
        };
        const Result<void> sent = peer->carryOut(*upload);
        m_server->start();
        QVERIFY(!sent);
        QCOMPARE(sent.error().code, ErrorCode::ProgramFailed);
        for (const auto &[name, content] : desk.there())
            QCOMPARE(content, many.at(name));
        const auto again = desk.peer();
        const Result<Upload> rest = desk.prepare(*again, many);
        QVERIFY(rest);
        // All pictures had arrived, and are known to.
        QVERIFY2(rest->plan.added.size() + rest->plan.changed.size() < 340, qPrintable(QString::number(rest->plan.added.size())));
        QVERIFY(again->carryOut(*rest));
        QCOMPARE(desk.there(), many);
    }

    void aFullDiskLeavesWhatWasThereAndIsGoneOnFrom()
    {
        Desk desk(Kind::Folder);
        QVERIFY(desk.publish(first));
        Files many = first;
        for (int i = 0; i < 200; ++i)
            many.emplace(u"f%1.png"_s.arg(i), QByteArray::number(i));
        test::FaultFileSystem full(desk.files);
        const auto peer = desk.peer(full);
        const Result<Upload> upload = desk.prepare(*peer, many);
        QVERIFY(upload);
        full.failAt({ .nth = 120, .call = test::Call::Write, .lasting = test::Lasting::Forever, .code = ErrorCode::DiskFull });
        const Result<void> sent = peer->carryOut(*upload);
        QCOMPARE(sent.error().code, ErrorCode::DiskFull);
        for (const auto &[name, content] : desk.there())
            QCOMPARE(content, many.at(name));
        const auto again = desk.peer();
        const Result<Upload> rest = desk.prepare(*again, many);
        QVERIFY(rest->plan.added.size() + rest->plan.changed.size() < 200);
        QVERIFY(again->carryOut(*rest));
        QCOMPARE(desk.there(), many);
    }

    void aFolderOfSomebodyElsesIsNotTaken()
    {
        Desk desk(Kind::Folder);
        desk.folder.write(u"there/letter.txt"_s, "dear");
        QCOMPARE(desk.publish(first).error().code, ErrorCode::AlreadyExists);
        QCOMPARE(desk.there(), (Files { { u"letter.txt"_s, "dear" } }));
    }

    void gitMakesOneCommitOrNone()
    {
        Desk desk(Kind::Git);
        QVERIFY(desk.publish(first));
        const auto commits = [&] { return desk.git({ u"-C"_s, desk.target.remote, u"rev-list"_s, u"--count"_s, u"pages"_s }).toInt(); };
        QCOMPARE(commits(), 1);
        QVERIFY(desk.publish(first));
        QCOMPARE(commits(), 1);
        QVERIFY(desk.publish({ { u"index.html"_s, "two" } }));
        QCOMPARE(commits(), 2);
        QVERIFY(desk.git({ u"-C"_s, desk.target.remote, u"ls-tree"_s, u"--name-only"_s, u"pages"_s }).contains(".nojekyll"));
    }

    void gitLosesNobodysPush()
    {
        Desk desk(Kind::Git);
        QVERIFY(desk.publish(first));
        const auto peer = desk.peer();
        const Result<Upload> upload = desk.prepare(*peer, { { u"index.html"_s, "two" } });
        desk.putByHand(u"other.txt"_s, "in between");
        const Result<void> sent = peer->carryOut(*upload);
        QVERIFY(!sent);
        QCOMPARE(desk.there().at(u"other.txt"_s), "in between");
        QCOMPARE(desk.there().at(u"index.html"_s), "one");
    }

    void gitTouchesNothingOfTheSitesRepository()
    {
        Desk desk(Kind::Git);
        const QString site = desk.folder.path(u"site"_s);
        desk.git({ u"init"_s, u"--quiet"_s, site });
        desk.git({ u"-C"_s, site, u"remote"_s, u"add"_s, u"origin"_s, desk.target.remote });
        desk.folder.write(u"site/a.md"_s, "text");
        desk.git({ u"-C"_s, site, u"add"_s, u"a.md"_s });
        desk.git({ u"-C"_s, site, u"commit"_s, u"--quiet"_s, u"-m"_s, u"x"_s });
        desk.folder.write(u"site/a.md"_s, "other text");
        desk.folder.write(u"site/.git/hooks/pre-push"_s, "#!/bin/sh\nexit 1\n");
        QFile(desk.folder.path(u"site/.git/hooks/pre-push"_s)).setPermissions(QFile::ReadOwner | QFile::ExeOwner);
        const QByteArray before = desk.git({ u"-C"_s, site, u"status"_s, u"--porcelain"_s })
            + desk.git({ u"-C"_s, site, u"for-each-ref"_s });
        desk.target.remote = u"origin"_s;
        const Result<void> published = desk.publish(first);
        QVERIFY2(published, qPrintable(published ? QString() : published.error().detail));
        QCOMPARE(desk.git({ u"-C"_s, site, u"status"_s, u"--porcelain"_s }) + desk.git({ u"-C"_s, site, u"for-each-ref"_s }), before);
        desk.target.remote = desk.folder.path(u"remote.git"_s);
        QCOMPARE(desk.there(), first);
    }
};

QTEST_GUILESS_MAIN(TestPeers)
#include "tst_peers.moc"
