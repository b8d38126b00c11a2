// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/new_post.h"

#include "core/model/readers.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::workspace;

class TestNewPost : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isADraftOfThatTitleAndDay_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("file");
        QTest::newRow("plain") << u"Hello world"_s << u"posts/2024-05-01-hello-world.md"_s;
        QTest::newRow("colon and quotes") << u"C++: \"fast\""_s << u"posts/2024-05-01-cplusplus-fast.md"_s;
        QTest::newRow("looks like YAML") << u"- [x]: {y}"_s << u"posts/2024-05-01-x-y.md"_s;
        QTest::newRow("reads as true") << u"yes"_s << u"posts/2024-05-01-yes.md"_s;
        QTest::newRow("climbs") << u"../../etc/passwd"_s << u"posts/2024-05-01-etc-passwd.md"_s;
    }
    void isADraftOfThatTitleAndDay()
    {
        QFETCH(QString, title);
        QFETCH(QString, file);
        const NewPost post = newPost(title, QDate(2024, 5, 1), [](const SitePath &) { return false; });
        QCOMPARE(post.file.toString(), file);
        const auto parsed = model::readPost(post.file, post.text, {});
        QVERIFY(parsed);
        QCOMPARE(parsed->value.title, title);
        QCOMPARE(parsed->value.date->at.date(), QDate(2024, 5, 1));
        QVERIFY(parsed->value.draft);
        QVERIFY(parsed->diagnostics.isEmpty());
    }

    void hasAFileNameEvenWithoutALetterInTheTitle()
    {
        const NewPost post = newPost(u"🚀🚀"_s, QDate(2024, 5, 1), [](const SitePath &) { return false; });
        QVERIFY(post.file.toString().startsWith(u"posts/2024-05-01-post-"_s));
    }

    void takesTheNextFreeName()
    {
        const QStringList taken { u"posts/2024-05-01-a.md"_s, u"posts/2024-05-01-a-2.md"_s };
        const NewPost post = newPost(u"A"_s, QDate(2024, 5, 1), [&](const SitePath &file) { return taken.contains(file.toString()); });
        QCOMPARE(post.file.toString(), u"posts/2024-05-01-a-3.md"_s);
    }
};

QTEST_GUILESS_MAIN(TestNewPost)
#include "tst_new_post.moc"
