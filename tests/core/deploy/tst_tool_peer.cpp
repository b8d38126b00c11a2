// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/native_file_system.h"
#include "core/deploy/tool_peer.h"
#include "support/site_folder.h"

#include <QTest>

using namespace quillway;
using namespace quillway::deploy;
using namespace Qt::StringLiterals;
using Kind = model::PublishDestination::Kind;

class TestToolPeer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void callsTheTool_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("variable"); // that has the token
        QTest::newRow("Netlify") << Kind::Netlify << u"netlify deploy --prod --dir /out --site x"_s << u"NETLIFY_AUTH_TOKEN"_s;
        QTest::newRow("Cloudflare") << Kind::Cloudflare << u"wrangler pages deploy /out --project-name x"_s << u"CLOUDFLARE_API_TOKEN"_s;
        QTest::newRow("S3") << Kind::S3 << u"aws s3 sync /out s3://x --no-progress --endpoint-url https://s3.example"_s << QString();
    }
    void callsTheTool()
    {
        QFETCH(const Kind, kind);
        QFETCH(const QString, variable);
        const ChildCall call = toolCall({ .name = u"t"_s, .kind = kind, .project = u"x"_s, .endpoint = u"https://s3.example"_s }, u"/out"_s,
                                        u"secret"_s);
        QTEST(QStringList(call.program + u' ' + call.arguments.join(u' ')).first(), "line");
        QVERIFY(!call.arguments.join(u' ').contains("secret"_L1));
        if (!variable.isEmpty())
            QCOMPARE(call.environment, (QList<std::pair<QString, QString>> { { variable, u"secret"_s } }));
    }

    void runsItAndKnowsAfterwardsWhatIsThere()
    {
        const test::SiteFolder folder;
        folder.write(u"bin/netlify"_s, "#!/bin/sh\necho \"$@ $NETLIFY_AUTH_TOKEN\" > \"$(dirname \"$0\")/called\"\n");
        QFile(folder.path(u"bin/netlify"_s)).setPermissions(QFile::ReadOwner | QFile::ExeOwner);
        QDir(folder.path()).mkpath(u"cache"_s);
        const QByteArray path = qgetenv("PATH");
        qputenv("PATH", folder.path(u"bin"_s).toUtf8() + ':' + path);
        NativeFileSystem files;
        ToolPeer peer(files, { .name = u"t"_s, .kind = Kind::Netlify, .project = u"x"_s },
                      { folder.path(), folder.path(u"cache"_s), u"secret"_s });
        QVERIFY(peer.listing({}).value().isEmpty());
        const Listing wanted { { SitePath::literal(u"index.html"), QByteArray(16, 'a') } };
        const Result<void> sent = peer.carryOut({ .folder = u"/out"_s, .wanted = wanted, .plan = planUpload(wanted, {}) });
        qputenv("PATH", path);
        QVERIFY(sent);
        QCOMPARE(folder.read(u"bin/called"_s), "deploy --prod --dir /out --site x secret\n");
        QCOMPARE(peer.listing({}).value(), wanted);
    }

    void saysThatItIsNotInstalled()
    {
        const test::SiteFolder folder;
        NativeFileSystem files;
        const QByteArray path = qgetenv("PATH");
        qputenv("PATH", folder.path().toUtf8());
        const Result<void> sent = ToolPeer(files, { .name = u"t"_s, .kind = Kind::Cloudflare, .project = u"x"_s },
                                           { folder.path(), folder.path(), {} })
                                      .carryOut({ .folder = u"/out"_s });
        qputenv("PATH", path);
        QCOMPARE(sent.error().code, ErrorCode::ProgramMissing);
        QCOMPARE(sent.error().file, u"wrangler"_s);
    }
};

QTEST_GUILESS_MAIN(TestToolPeer)
#include "tst_tool_peer.moc"
