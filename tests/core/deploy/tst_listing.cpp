// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/fingerprint.h"
#include "core/deploy/listing.h"

#include <QTest>

using namespace quillway;
using namespace quillway::deploy;
using namespace Qt::StringLiterals;

namespace {

Listing sample()
{
    return { { SitePath::literal(u"index.html"), fingerprint("a") },
             { SitePath::literal(u"a b/100%/ü.html"), fingerprint("b") },
             { SitePath::literal(u"two\nlines.txt"), fingerprint("c") },
             { SitePath::literal(u"half.png"), QByteArray() } };
}

} // namespace

class TestListing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackAsItWas()
    {
        const QByteArray text = renderListing(sample());
        QCOMPARE(parseListing(text).value(), sample());
        QCOMPARE(text.count('\n'), sample().size() + 2);
        QVERIFY(text.contains("\n- half.png\n"));
        QVERIFY(text.contains(" two%0alines.txt\n"));
        QVERIFY(text.contains(" a b/100%25/ü.html\n"));
        QCOMPARE(parseListing(renderListing({})).value(), Listing());
    }

    void whatIsDamagedIsNotBelieved_data()
    {
        QTest::addColumn<QByteArray>("text");
        const QByteArray whole = renderListing(sample());
        const QByteArray hash = fingerprint("x").toHex();
        const auto with = [](const QByteArray &line) { return "Quillway listing 1\n" + line + "\nend\n"; };
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("something else") << QByteArray("<!DOCTYPE html>\n<title>404</title>\n");
        QTest::newRow("another version") << QByteArray("Quillway listing 2\nend\n");
        QTest::newRow("cut off") << whole.chopped(4);
        QTest::newRow("cut off in a line") << whole.first(whole.size() / 2);
        QTest::newRow("more behind the end") << whole + "x\n";
        QTest::newRow("leads out") << with(hash + " ../x");
        QTest::newRow("absolute") << with(hash + " /etc/passwd");
        QTest::newRow("leads out, encoded") << with(hash + " a/%2e%2e/%2e%2e/x");
        QTest::newRow("not normalised") << with(hash + " a//b");
        QTest::newRow("NUL") << with(hash + " a%00b");
        QTest::newRow("not UTF-8") << with(hash + " \xff");
        QTest::newRow("twice") << with(hash + " a\n" + hash + " a");
        QTest::newRow("a short fingerprint") << with("abcd a");
        QTest::newRow("no fingerprint") << with(" a");
        QTest::newRow("no name") << with(hash + " ");
        QTest::newRow("no blank") << with(hash);
    }
    void whatIsDamagedIsNotBelieved()
    {
        QFETCH(const QByteArray, text);
        const Result<Listing> listing = parseListing(text);
        QVERIFY(!listing);
        QCOMPARE(listing.error().code, ErrorCode::BadValue);
        QCOMPARE(listing.error().file, u".quillway-site"_s);
    }
};

QTEST_GUILESS_MAIN(TestListing)
#include "tst_listing.moc"
