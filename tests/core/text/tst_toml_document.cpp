// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/front_matter.h"

#include <QTest>

using namespace quillway;
using namespace Qt::StringLiterals;

class TestTomlDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void editsOneKey_data();
    void editsOneKey();
    void refusesAFenceInIt();
};

void TestTomlDocument::editsOneKey_data()
{
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<QByteArray>("expected");

    QTest::newRow("a key") << "# blog\ntitle = 'old' # mine\n\n[menu]\nA = '/a/'\n"_ba
                           << "# blog\ntitle = 'new' # mine\n\n[menu]\nA = '/a/'\n"_ba;
    QTest::newRow("no line end") << "title = 'old'\na = 1"_ba << "title = 'new'\na = 1"_ba;
    QTest::newRow("an open line that changes is ended") << "title = 'old'"_ba << "title = 'new'\n"_ba;
    QTest::newRow("CRLF") << "a = 1\r\ntitle = 'old'\r\n"_ba << "a = 1\r\ntitle = 'new'\r\n"_ba;
    QTest::newRow("byte order mark") << "\xEF\xBB\xBFtitle = 'old'\n"_ba << "\xEF\xBB\xBFtitle = 'new'\n"_ba;
}

void TestTomlDocument::editsOneKey()
{
    QFETCH(QByteArray, document);
    QFETCH(QByteArray, expected);
    const auto edited = text::editTomlDocument(document, { { u"title"_s, text::Value::string(u"new"_s) } });
    QVERIFY(edited);
    QCOMPARE(*edited, expected);
}

void TestTomlDocument::refusesAFenceInIt()
{
    QVERIFY(!text::editTomlDocument("footer = \"\"\"\n+++\n\"\"\"\ntitle = 'old'\n", { { u"title"_s, text::Value::string(u"new"_s) } }));
}

QTEST_APPLESS_MAIN(TestTomlDocument)
#include "tst_toml_document.moc"
