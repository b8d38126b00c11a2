// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/properties/head_fields.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::ui;

class TestHeadFields : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEachDialect_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::newRow("YAML") << "---\ntitle: A\ndate: 2024-05-01\ntags: [go, sql]\ndraft: true\ncover_alt: C\n---\n"_ba;
        QTest::newRow("TOML") << "+++\ntitle = \"A\"\ndate = 2024-05-01\ntags = [\"go\", \"sql\"]\ndraft = true\ncover_alt = \"C\"\n+++\n"_ba;
        QTest::newRow("JSON")
            << "{\n\"title\": \"A\", \"date\": \"2024-05-01\", \"tags\": [\"go\", \"sql\"], \"draft\": true, \"cover_alt\": \"C\"\n}\n"_ba;
        QTest::newRow("tags as a text") << "---\ntitle: A\ndate: 2024-05-01\ntags: go, sql\ndraft: true\ncover_alt: C\n---\n"_ba;
    }
    void readsEachDialect()
    {
        QFETCH(QByteArray, file);
        const auto fields = readHeadFields(file);
        QVERIFY(fields);
        const HeadFields expected { .title = u"A"_s,
                                    .date = u"2024-05-01"_s,
                                    .updated = {},
                                    .tags = { u"go"_s, u"sql"_s },
                                    .summary = {},
                                    .slug = {},
                                    .cover = {},
                                    .coverAlt = u"C"_s,
                                    .draft = true };
        QVERIFY(*fields == expected);
    }

    void aFileWithoutHeadHasEmptyFields()
    {
        QVERIFY(readHeadFields("Text.\n"_ba).value() == HeadFields());
        QVERIFY(readHeadFields({}).value() == HeadFields());
    }

    void saysWhyAHeadCannotBeRead()
    {
        const auto fields = readHeadFields("---\ntitle: A\n"_ba);
        QVERIFY(!fields);
        QCOMPARE(fields.error().code, ErrorCode::FrontMatterUnclosed);
    }

    void splitsTags_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("tags");
        QTest::newRow("none") << u""_s << QStringList();
        QTest::newRow("commas only") << u" , ,"_s << QStringList();
        QTest::newRow("two words") << u"go, distributed systems"_s << QStringList({ u"go"_s, u"distributed systems"_s });
        QTest::newRow("repeats") << u"Go, go,GO"_s << QStringList { u"Go"_s };
    }
    void splitsTags()
    {
        QFETCH(QString, text);
        QTEST(splitTags(text), "tags");
    }

    void anEmptyFieldTakesItsKeyAway()
    {
        QVERIFY(!textEdit(u"summary"_s, {}).value);
        QVERIFY(!dateEdit(u"date"_s, u"  "_s).value);
        QVERIFY(!tagsEdit({}).value);
    }

    void aDateIsADateAndAnythingElseText()
    {
        QCOMPARE(dateEdit(u"date"_s, u"2024-05-01"_s).value->kind, text::Value::Kind::DateTime);
        QCOMPARE(dateEdit(u"date"_s, u"soon"_s).value->kind, text::Value::Kind::String);
    }
};

QTEST_GUILESS_MAIN(TestHeadFields)
#include "tst_head_fields.moc"
