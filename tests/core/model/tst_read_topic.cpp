// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/readers.h"
#include "support/site_text.h"

#include <QTest>

using namespace quillway;
using namespace quillway::model;
using namespace Qt::StringLiterals;

namespace {

Parsed<Topic> read(const QString &head, const QString &body = {})
{
    auto parsed = readTopic(SitePath::literal(u"topics/backend.md"), u"---\n%1\n---\n%2"_s.arg(head, body).toUtf8());
    if (!parsed)
        qFatal("%s", qPrintable(describe(parsed.error())));
    return *parsed;
}

} // namespace

class TestReadTopic : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryKey();
    void fillsInWhatIsAbsent();
    void readsPaths_data();
    void readsPaths();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void refusesBrokenFiles();
};

void TestReadTopic::readsEveryKey()
{
    const Parsed<Topic> parsed = read(uR"(title: Backend
tags: [backend, API]
include: [one]
exclude: two
focus: craft
layout: brief
definition: What {{ topic.title }} is
claims:
- First
- "Second {{ topic.count }}"
checklist: [Do it]
failure_modes: Only one
references:
- {title: The book, url: "https://book.example/", note: Chapter *2*}
- https://other.example/
path:
- {stage: Start, post: one, note: "Read *this*"}
- post: two
  optional: true
- three)"_s,
                                      u"More on it.\n"_s);
    const Topic &topic = parsed.value;
    QCOMPARE(test::linesOf(parsed.diagnostics), QStringList());
    QCOMPARE(topic.slug, u"backend"_s);
    QCOMPARE(topic.title, u"Backend"_s);
    QCOMPARE(topic.tags, QStringList({ u"backend"_s, u"API"_s }));
    QCOMPARE(topic.tagsPosition, (SourcePosition { 3, 7 }));
    QCOMPARE(topic.include, QStringList { u"one"_s });
    QCOMPARE(topic.exclude, QStringList { u"two"_s });
    QCOMPARE(topic.focus, u"craft"_s);
    QCOMPARE(topic.layout, Topic::Layout::Brief);
    QCOMPARE(topic.definition.text, u"What {{ topic.title }} is"_s);
    QCOMPARE(topic.definition.position, (SourcePosition { 8, 13 }));
    QCOMPARE(topic.definition.file.toString(), u"topics/backend.md"_s);
    QCOMPARE(topic.claims.size(), 2);
    QCOMPARE(topic.claims[1].text, u"Second {{ topic.count }}"_s);
    QCOMPARE(topic.claims[1].position, (SourcePosition { 11, 3 }));
    QCOMPARE(topic.checklist.size(), 1);
    QCOMPARE(topic.failureModes.first().text, u"Only one"_s);
    QCOMPARE(topic.references.size(), 2);
    QCOMPARE(topic.references[0].note, u"Chapter *2*"_s);
    QCOMPARE(topic.references[1].title, u"https://other.example/"_s);
    QCOMPARE(topic.references[1].url, u"https://other.example/"_s);
    QVERIFY(!topic.automaticPath);
    QCOMPARE(topic.path.size(), 3);
    QCOMPARE(topic.path[0].stage, u"Start"_s);
    QCOMPARE(topic.path[0].note, u"Read *this*"_s);
    QCOMPARE(topic.path[0].position, (SourcePosition { 18, 24 }));
    QVERIFY(topic.path[1].optional);
    QCOMPARE(topic.path[2].post, u"three"_s);
    QCOMPARE(topic.facts.words, 3);
    QCOMPARE(topic.body().toByteArray(), "More on it.\n"_ba);
}

void TestReadTopic::fillsInWhatIsAbsent()
{
    const Parsed<Topic> parsed = read(u"layout:"_s);
    QCOMPARE(parsed.value.title, u"Backend"_s);
    QCOMPARE(parsed.value.tags, QStringList { u"backend"_s });
    QVERIFY(!parsed.value.tagsPosition.isValid());
    QCOMPARE(parsed.value.layout, Topic::Layout::Dossier);
    QVERIFY(parsed.value.automaticPath);
    QVERIFY(parsed.value.definition.text.isEmpty());
    QCOMPARE(test::linesOf(parsed.diagnostics),
             QStringList { u"topics/backend.md:1:1: note: there is no title: the file's name stands in"_s });
}

void TestReadTopic::readsPaths_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("automatic");
    QTest::addColumn<QStringList>("posts");
    QTest::newRow("auto") << u"auto"_s << true << QStringList();
    QTest::newRow("Auto") << u"Auto"_s << true << QStringList();
    QTest::newRow("nothing") << QString() << true << QStringList();
    QTest::newRow("slugs") << u"[a, b]"_s << false << QStringList { u"a"_s, u"b"_s };
    QTest::newRow("an empty list") << u"[]"_s << false << QStringList();
    QTest::newRow("anything else") << u"manual"_s << true << QStringList();
}

void TestReadTopic::readsPaths()
{
    QFETCH(QString, path);
    const Topic topic = read(u"title: x\npath: "_s + path).value;
    QTEST(topic.automaticPath, "automatic");
    QStringList posts;
    for (const Step &step : topic.path)
        posts += step.post;
    QTEST(posts, "posts");
}

void TestReadTopic::saysWhatIsWrong_data()
{
    QTest::addColumn<QString>("head");
    QTest::addColumn<QStringList>("problems");
    const auto row = [](const char *what, const QString &head, const QStringList &problems) {
        QStringList lines;
        for (const QString &problem : problems)
            lines += u"topics/backend.md:"_s + problem;
        QTest::newRow(what) << u"title: x\n"_s + head << lines;
    };
    row("an unknown key", u"claim: a"_s, { u"3:1: warning: unknown key: claim (did you mean claims?)"_s });
    row("an unknown key like no other", u"colour: a"_s, { u"3:1: warning: unknown key: colour"_s });
    row("an unknown layout", u"layout: wide"_s, { u"3:9: error: the value is not allowed: layout should be dossier or brief"_s });
    row("an unknown path", u"path: manual"_s, { u"3:7: error: the value is not allowed: path should be auto, or a list of steps"_s });
    row("a step without a post", u"path:\n- {stage: a}"_s,
        { u"4:3: error: the value is not allowed: path.post should be the slug of a post"_s });
    row("a list as a step", u"path:\n- [a]"_s, { u"4:3: error: the value is of the wrong type: path should be a text"_s });
    row("an unknown key of a step", u"path:\n- {post: a, nota: b}"_s,
        { u"4:13: warning: unknown key: path.nota (did you mean path.note?)"_s });
    row("a map among claims", u"claims:\n- a: b"_s, { u"4:3: error: the value is of the wrong type: claims should be a text"_s });
    row("a reference to nothing", u"references:\n- {note: b}"_s,
        { u"4:3: error: the value is not allowed: references.title should be there, or a url"_s });
}

void TestReadTopic::saysWhatIsWrong()
{
    QFETCH(QString, head);
    QTEST(test::linesOf(read(head).diagnostics), "problems");
}

void TestReadTopic::refusesBrokenFiles()
{
    const auto parsed = readTopic(SitePath::literal(u"topics/a.md"), "---\ntitle: caf\xE9\n---\n"_ba);
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().code, ErrorCode::NotUtf8);
    QCOMPARE(parsed.error().file, u"topics/a.md"_s);
}

QTEST_APPLESS_MAIN(TestReadTopic)
#include "tst_read_topic.moc"
