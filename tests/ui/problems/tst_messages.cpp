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
};

QTEST_GUILESS_MAIN(TestMessages)
#include "tst_messages.moc"
