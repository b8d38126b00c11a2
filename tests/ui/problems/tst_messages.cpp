// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/problems/messages.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::ui;

class TestMessages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachErrorHasASentenceOfItsOwn()
    {
        QSet<QString> sentences;
        for (int code = 0; code <= static_cast<int>(ErrorCode::Internal); ++code)
            sentences.insert(describeProblem({ static_cast<ErrorCode>(code), {}, {}, {} }));
        QCOMPARE(sentences.size(), static_cast<int>(ErrorCode::Internal) + 1);
        QVERIFY(!sentences.contains(QString()));
    }

    void namesTheDetail()
    {
        QCOMPARE(describeProblem({ ErrorCode::BrokenLink, {}, {}, u"/posts/x/"_s }), u"The link leads nowhere: /posts/x/"_s);
    }

    void aNoticeNamesItsFileAndReason()
    {
        const auto text = describeNotice(
            { workspace::Notice::Kind::RemoveFailed, SitePath::literal(u"posts/a.md"), { ErrorCode::DiskFull, {}, {}, {} } });
        QCOMPARE(text, u"“posts/a.md” could not be deleted. There is no space left on the disk."_s);
    }

    /// The file, why, that nothing is lost, and what can be done.
    void aFailedSaveSaysWhatToDo_data()
    {
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<QString>("advice");
        QTest::newRow("full disk") << ErrorCode::DiskFull << u"no space left on the disk"_s << u"Make room, then try again"_s;
        QTest::newRow("read-only folder") << ErrorCode::NotWritable << u"write-protected"_s << u"Allow writing there, then try again"_s;
        QTest::newRow("folder gone") << ErrorCode::NotFound << u"the folder it belongs in is not there"_s
                                     << u"Try again when the folder is back"_s;
        QTest::newRow("written in part") << ErrorCode::ShortWrite << u"took only a part"_s << u"then try again"_s;
        QTest::newRow("not confirmed") << ErrorCode::SyncFailed << u"did not confirm"_s << u"Try again"_s;
        QTest::newRow("a folder in its place") << ErrorCode::NotAFile << u"taken its place"_s << u"Move that away, then try again"_s;
        QTest::newRow("changed by another program")
            << ErrorCode::ChangedOnDisk << u"another program has changed the file"_s << u"Nothing is overwritten"_s;
        QTest::newRow("made by another program")
            << ErrorCode::AlreadyExists << u"another program has made a file"_s << u"Nothing is overwritten"_s;
        QTest::newRow("anything else") << ErrorCode::InUse << u"Another program is using it"_s << u"Your text stays here"_s;
    }
    void aFailedSaveSaysWhatToDo()
    {
        QFETCH(ErrorCode, code);
        const auto text = describeNotice(
            { workspace::Notice::Kind::SaveFailed, SitePath::literal(u"posts/a.md"), { code, {}, {}, u"%1"_s } });
        QVERIFY(text.contains(u"“posts/a.md”"));
        QVERIFY(text.contains(u"our text stays here"));
        QFETCH(QString, reason);
        QVERIFY2(text.contains(reason), qPrintable(text));
        QFETCH(QString, advice);
        QVERIFY2(text.contains(advice), qPrintable(text));
    }

    void tellsWhatOtherProgramsDid_data()
    {
        QTest::addColumn<workspace::Notice>("notice");
        QTest::addColumn<QString>("text");
        using Kind = workspace::Notice::Kind;
        const SitePath file = SitePath::literal(u"posts/%1.md");
        const SitePath former = SitePath::literal(u"posts/%2.md");
        QTest::newRow("merged") << workspace::Notice {
            .kind = Kind::Merged, .file = file
        } << u"Another program changed “posts/%1.md” elsewhere; its changes are in your text now. Undo takes them out."_s;
        QTest::newRow("conflict") << workspace::Notice {
            .kind = Kind::OutsideConflict, .file = file
        } << u"Another program has changed the file “posts/%1.md” where you did. Nothing is overwritten until you decide."_s;
        QTest::newRow("deleted") << workspace::Notice { .kind = Kind::GoneUnderneath, .file = file }
                                 << u"Another program deleted “posts/%1.md”. Its text stays here; saving it brings the file back."_s;
        QTest::newRow("another one deleted") << workspace::Notice { .kind = Kind::GoneElsewhere, .file = file, .files = { file } }
                                             << u"Another program deleted “posts/%1.md”."_s;
        QTest::newRow("two deleted") << workspace::Notice { .kind = Kind::GoneElsewhere, .file = file, .files = { file, former } }
                                     << u"Another program deleted 2 files."_s;
        QTest::newRow("renamed") << workspace::Notice { .kind = Kind::MovedElsewhere, .file = file, .files = { former } }
                                 << u"Another program renamed “posts/%2.md” to “posts/%1.md”."_s;
        QTest::newRow("unreadable") << workspace::Notice {
            .kind = Kind::UnreadableOutside, .file = file, .error = { ErrorCode::NotAFile, {}, {}, {} }
        } << u"“posts/%1.md” cannot be read any more. It is not an ordinary file. What you have of it stays here."_s;
        QTest::newRow("the site") << workspace::Notice {
            .kind = Kind::SiteAway
        } << u"The folder of the site is not there any more. Your texts stay here; they can be saved when it is back."_s;
    }
    void tellsWhatOtherProgramsDid()
    {
        QFETCH(workspace::Notice, notice);
        QFETCH(QString, text);
        QCOMPARE(describeNotice(notice), text);
    }

    void aPercentSignInANameIsNoPlaceholder()
    {
        const auto text = describeNotice(
            { workspace::Notice::Kind::SaveFailed, SitePath::literal(u"posts/100%2.md"), { ErrorCode::DiskFull, {}, {}, {} } });
        QVERIFY(text.contains(u"posts/100%2.md"));
    }

    void tellsWhatWasRecovered_data()
    {
        QTest::addColumn<workspace::Notice>("notice");
        QTest::addColumn<QString>("text");
        using Kind = workspace::Notice::Kind;
        const SitePath file = SitePath::literal(u"posts/%1.md");
        const workspace::Conflict changed { .id = 1, .recovered = "mine", .onDisk = "theirs"_ba };
        const workspace::Conflict gone { .id = 1, .recovered = "mine", .onDisk = {} };
        QTest::newRow("one") << workspace::Notice { .kind = Kind::Recovered, .file = file, .files = { file } }
                             << u"Unsaved text of “posts/%1.md” was recovered."_s;
        QTest::newRow("two") << workspace::Notice { .kind = Kind::Recovered, .file = file, .files = { file, file } }
                             << u"Unsaved text of 2 files was recovered."_s;
        QTest::newRow("changed since") << workspace::Notice { .kind = Kind::RecoveredConflict, .file = file, .conflict = changed }
                                       << u"Unsaved text of “posts/%1.md” was recovered, but the file has changed since."_s;
        QTest::newRow("gone") << workspace::Notice { .kind = Kind::RecoveredConflict, .file = file, .conflict = gone }
                              << u"Unsaved text of “posts/%1.md” was recovered, but the file is not there any more."_s;
        QTest::newRow("in part") << workspace::Notice { .kind = Kind::Recovered, .file = file, .files = { file }, .isWhole = false }
                                 << u"Unsaved text of “posts/%1.md” was recovered. Its last changes may be missing."_s;
        QTest::newRow("aside") << workspace::Notice { .kind = Kind::PutAside, .file = file, .path = u"/x/%2"_s }
                               << u"The text of “posts/%1.md” is kept at “/x/%2”."_s;
    }
    void tellsWhatWasRecovered()
    {
        QFETCH(workspace::Notice, notice);
        QFETCH(QString, text);
        QCOMPARE(describeNotice(notice), text);
    }
};

QTEST_GUILESS_MAIN(TestMessages)
#include "tst_messages.moc"
