// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/readers.h"
#include "support/site_text.h"

#include <QTest>

using namespace quillway;
using namespace quillway::model;
using namespace Qt::StringLiterals;

class TestReadTags : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTables();
    void saysWhatIsWrong();
    void refusesBrokenFiles();
};

void TestReadTags::readsTables()
{
    const auto parsed = readTags(R"([Go]
title = "The Go language"
description = "All *about* it"
aliases = ["golang", "/label/go/"]

["c++"]
aliases = "cpp"
)"_ba);
    QVERIFY(parsed);
    QCOMPARE(test::linesOf(parsed->diagnostics), QStringList());
    QCOMPARE(parsed->value.size(), 2);
    const TagInfo go = parsed->value.value(u"go"_s);
    QCOMPARE(go.title, u"The Go language"_s);
    QCOMPARE(go.description, u"All *about* it"_s);
    QCOMPARE(go.aliases, QStringList({ u"golang"_s, u"/label/go/"_s }));
    QCOMPARE(parsed->value.value(u"c++"_s).aliases, QStringList { u"cpp"_s });
}

void TestReadTags::saysWhatIsWrong()
{
    const auto parsed = readTags(R"(api = "A title"
[go]
tilte = "x"
title = 7
[GO]
)"_ba);
    QVERIFY(parsed);
    QCOMPARE(test::linesOf(parsed->diagnostics),
             QStringList({ u"tags.toml:1:7: error: the value is of the wrong type: api should be a table of keys"_s,
                           u"tags.toml:3:1: warning: unknown key: go.tilte (did you mean go.title?)"_s,
                           u"tags.toml:4:9: error: the value is of the wrong type: go.title should be a text"_s,
                           u"tags.toml:5:2: warning: a key stands twice: GO"_s }));
}

void TestReadTags::refusesBrokenFiles()
{
    const auto parsed = readTags("[go\n"_ba);
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().code, ErrorCode::FrontMatterSyntax);
    QCOMPARE(parsed.error().file, u"tags.toml"_s);
    QCOMPARE(parsed.error().position.line, 1);
}

QTEST_APPLESS_MAIN(TestReadTags)
#include "tst_read_tags.moc"
