// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/permalink_choice.h"
#include "core/import/site_files.h"
#include "core/model/readers.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::importing;

/// Names that every system takes, the permalink that fits, the settings.
class TestSiteFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesFitEverySystem_data()
    {
        QTest::addColumn<QString>("wanted");
        QTest::addColumn<QString>("name");
        const auto row = [](const QString &wanted, const QString &name) { QTest::newRow(qPrintable(wanted)) << wanted << name; };
        row(u"posts/a.md"_s, u"posts/a.md"_s);
        row(u"posts/a b (1).md"_s, u"posts/a b (1).md"_s);
        row(u"posts/what?.md"_s, u"posts/what-.md"_s);
        row(u"posts/a:b*c.md"_s, u"posts/a-b-c.md"_s);
        row(u"posts/con.md"_s, u"posts/_con.md"_s);
        row(u"posts/.hidden.md"_s, u"posts/hidden.md"_s);
        row(u"posts/a./b.md"_s, u"posts/a/b.md"_s);
        row(u"posts/../../etc/x.md"_s, u"posts/etc/x.md"_s);
        row(u"posts/a\\b.md"_s, u"posts/a-b.md"_s);
        row(u"assets/.well-known/x"_s, u"assets/.well-known/x"_s);
    }

    void namesFitEverySystem()
    {
        QFETCH(QString, wanted);
        FileNames names;
        QTEST(names.take(wanted), "name");
    }

    void noTwoFilesShareAName()
    {
        FileNames names;
        QCOMPARE(names.take(u"posts/a.md"_s), u"posts/a.md"_s);
        QCOMPARE(names.take(u"posts/A.md"_s), u"posts/A-2.md"_s);
        QCOMPARE(names.take(u"posts/a.md"_s), u"posts/a-3.md"_s);
        QCOMPARE(names.take(u"posts/b/index.md"_s), u"posts/b/index.md"_s);
        QCOMPARE(names.take(u"posts/B/index.md"_s), u"posts/B-2/index.md"_s);
        QCOMPARE(names.take(u"posts/b"_s), u"posts/b-3"_s); // folders have those names
        QVERIFY(names.take(u"posts/"_s + QString(500, u'x') + u".md"_s).size() <= 210);
    }

    void thePermalinkKeepsMostAddresses_data()
    {
        QTest::addColumn<QStringList>("addresses");
        QTest::addColumn<QString>("pattern");
        QTest::newRow("nothing known") << QStringList() << u"/posts/:slug/"_s;
        QTest::newRow("by date") << QStringList { u"/2019/05/08/a/"_s } << u"/:year/:month/:day/:slug/"_s;
        QTest::newRow("with an ending") << QStringList { u"/2019/05/08/a.html"_s } << u"/:year/:month/:day/:slug/"_s;
        QTest::newRow("below a folder") << QStringList { u"/blog/2019/05/a/index.html"_s } << u"/blog/:year/:month/:slug/"_s;
        QTest::newRow("most of them") << QStringList { u"/x/a/"_s, u"/post/a/"_s, u"/post/a/"_s } << u"/post/:slug/"_s;
        QTest::newRow("the slug alone") << QStringList { u"/a/"_s } << u"/:slug/"_s;
    }

    void thePermalinkKeepsMostAddresses()
    {
        QFETCH(QStringList, addresses);
        QList<AddressedPost> posts;
        for (const QString &address : std::as_const(addresses)) {
            model::Post post;
            post.slug = u"a"_s;
            post.date = parseMoment(u"2019-05-08", QTimeZone::utc());
            posts.append({ post, address });
        }
        QTEST(choosePermalink(posts), "pattern");
    }

    void settingsAreReadWithoutAFault()
    {
        SiteFacts facts;
        facts.title = u"T \"quoted\""_s;
        facts.tagline = u"two\nlines"_s;
        facts.baseUrl = QUrl(u"https://t.example/blog"_s);
        facts.language = u"en_US"_s;
        facts.author = u"A"_s;
        facts.timeZone = "Europe/Berlin";
        facts.perPage = 5;
        const QByteArray toml = renderSettings(facts, u"/:year/:slug/"_s, { { u"About"_s, u"/about/"_s }, { u"About"_s, u"/again/"_s } });
        const auto settings = model::readSettings(toml);
        QVERIFY2(settings && settings->diagnostics.isEmpty(), toml.constData());
        QCOMPARE(settings->value.title, facts.title);
        QCOMPARE(settings->value.baseUrl, QUrl(u"https://t.example/blog/"_s));
        QCOMPARE(settings->value.language, u"en-US"_s);
        QCOMPARE(settings->value.permalink, u"/:year/:slug/"_s);
        QCOMPARE(settings->value.perPage, 5);
        QCOMPARE(settings->value.menu.size(), 1);
    }

    void pagesSpeakTheLanguageThatTheyDid_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("theme");
        QTest::newRow("German") << u"de-DE"_s << u"de"_s;
        QTest::newRow("English") << u"en-GB"_s << QString();
        QTest::newRow("one that nobody knows") << u"tlh"_s << QString();
        QTest::newRow("none") << QString() << QString();
    }

    void pagesSpeakTheLanguageThatTheyDid()
    {
        QFETCH(QString, language);
        SiteFacts facts;
        facts.language = language;
        facts.perPage = 5;
        const auto settings = model::readSettings(renderSettings(facts, u"/:slug/"_s, { { u"About"_s, u"/about/"_s } }));
        QVERIFY(settings && settings->diagnostics.isEmpty());
        QTEST(settings->value.theme.language, "theme");
        QCOMPARE(settings->value.menu.size(), 1);
    }

    void wrongSettingsAreLeftOut()
    {
        SiteFacts facts;
        facts.baseUrl = QUrl(u"/blog"_s);
        facts.language = u"english language"_s;
        facts.timeZone = "Nowhere/City";
        const auto settings = model::readSettings(renderSettings(facts, u"/:slug/"_s, {}));
        QVERIFY(settings && settings->diagnostics.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestSiteFiles)
#include "tst_site_files.moc"
