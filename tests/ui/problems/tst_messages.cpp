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
            { workspace::Notice::Kind::SaveFailed, SitePath::literal(u"posts/a.md"), { ErrorCode::DiskFull, {}, {}, {} } });
        QCOMPARE(text, u"“posts/a.md” could not be saved. There is no space left on the disk."_s);
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
                               << u"The recovered text of “posts/%1.md” is kept at “/x/%2”."_s;
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
