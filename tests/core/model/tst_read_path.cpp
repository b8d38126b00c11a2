// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/readers.h"
#include "support/site_text.h"

#include <QTest>

using namespace quillway;
using namespace quillway::model;
using namespace Qt::StringLiterals;

class TestReadPath : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryKey();
    void fillsInWhatIsAbsent();
    void saysWhatIsWrong();
    void refusesBrokenFiles();
};

void TestReadPath::readsEveryKey()
{
    const auto parsed = readPath(SitePath::literal(u"paths/start-with-go.md"), R"(---
title: Start with Go
summary: From *zero*
steps:
- post: first
  stage: Basics
  note: Take your time
- {post: second, optional: true}
- third
---
Hello.
)"_ba);
    QVERIFY(parsed);
    QCOMPARE(test::linesOf(parsed->diagnostics), QStringList());
    const ReadingPath &path = parsed->value;
    QCOMPARE(path.slug, u"start-with-go"_s);
    QCOMPARE(path.title, u"Start with Go"_s);
    QCOMPARE(path.summary, u"From *zero*"_s);
    QCOMPARE(path.steps.size(), 3);
    QCOMPARE(path.steps[0],
             (Step { .post = u"first"_s, .stage = u"Basics"_s, .note = u"Take your time"_s, .optional = false, .position = { 5, 9 } }));
    QCOMPARE(path.steps[1], (Step { .post = u"second"_s, .stage = {}, .note = {}, .optional = true, .position = { 8, 10 } }));
    QCOMPARE(path.steps[2], (Step { .post = u"third"_s, .stage = {}, .note = {}, .optional = false, .position = { 9, 3 } }));
    QCOMPARE(path.bodyLine, 11);
    QCOMPARE(path.body().toByteArray(), "Hello.\n"_ba);
}

void TestReadPath::fillsInWhatIsAbsent()
{
    const auto parsed = readPath(SitePath::literal(u"paths/start-with-go.md"), {});
    QVERIFY(parsed);
    QCOMPARE(parsed->value.title, u"Start with go"_s);
    QVERIFY(parsed->value.steps.isEmpty());
    QCOMPARE(test::linesOf(parsed->diagnostics),
             QStringList { u"paths/start-with-go.md:1:1: note: there is no title: the file's name stands in"_s });
}

void TestReadPath::saysWhatIsWrong()
{
    const auto parsed = readPath(SitePath::literal(u"paths/x.md"), R"(---
title: x
step: [a]
steps:
- note: only
- {post: [a], note: b}
---
)"_ba);
    QVERIFY(parsed);
    QVERIFY(parsed->value.steps.isEmpty());
    QCOMPARE(test::linesOf(parsed->diagnostics),
             QStringList({ u"paths/x.md:3:1: warning: unknown key: step (did you mean steps?)"_s,
                           u"paths/x.md:5:3: error: the value is not allowed: steps.post should be the slug of a post"_s,
                           u"paths/x.md:6:10: error: the value is of the wrong type: steps.post should be a text"_s }));
}

void TestReadPath::refusesBrokenFiles()
{
    const auto parsed = readPath(SitePath::literal(u"paths/x.md"), "---\ntitle: x\n"_ba);
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().code, ErrorCode::FrontMatterUnclosed);
    QCOMPARE(parsed.error().file, u"paths/x.md"_s);
}

QTEST_APPLESS_MAIN(TestReadPath)
#include "tst_read_path.moc"
