// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/content_name.h"

#include <QTest>

using namespace quillway;
using namespace Qt::StringLiterals;

class TestContentName : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsPlaces_data();
    void readsPlaces();
    void makesSlugs_data();
    void makesSlugs();
    void makesTitles_data();
    void makesTitles();
};

void TestContentName::readsPlaces_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("section");
    QTest::addColumn<bool>("isBundle");
    const auto row = [](const char *what, const QString &file, const QString &name, const QString &section, bool isBundle) {
        QTest::newRow(what) << file << name << section << isBundle;
    };
    row("a file at the top", u"posts/2022-08-09-go.md"_s, u"2022-08-09-go"_s, QString(), false);
    row("a file in a section", u"posts/notes/go.md"_s, u"go"_s, u"notes"_s, false);
    row("a file in a section of a section", u"posts/a/b/go.md"_s, u"go"_s, u"a/b"_s, false);
    row("a bundle", u"posts/go-patterns/index.md"_s, u"go-patterns"_s, QString(), true);
    row("a bundle in a section", u"posts/notes/go/index.markdown"_s, u"go"_s, u"notes"_s, true);
    row("an index at the top is no bundle", u"posts/index.md"_s, u"index"_s, QString(), false);
    row("dots in the name", u"posts/x.aspx.markdown"_s, u"x.aspx"_s, QString(), false);
    row("no folder at all", u"go.md"_s, u"go"_s, QString(), false);
}

void TestContentName::readsPlaces()
{
    QFETCH(QString, file);
    const model::ContentName place = model::contentName(SitePath::literal(file));
    QTEST(place.name, "name");
    QTEST(place.section, "section");
    QTEST(place.isBundle, "isBundle");
}

void TestContentName::makesSlugs_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("slug");
    const auto row = [](const char *what, const QString &name, const QString &slug) { QTest::newRow(what) << name << slug; };
    row("without its date", u"2022-08-09-go-patterns"_s, u"go-patterns"_s);
    row("as it is written", u"Go_Patterns.v2"_s, u"Go_Patterns.v2"_s);
    row("other scripts", u"größe"_s, u"größe"_s);
    row("a date alone", u"2022-08-09"_s, u"2022-08-09"_s);
    row("what cannot stand in an address", u"what?#now"_s, u"what-now"_s);
    row("a percent sign", u"100%"_s, u"100"_s);
}

void TestContentName::makesSlugs()
{
    QFETCH(QString, name);
    QTEST(model::slugOfName(name, u"post"), "slug");
}

void TestContentName::makesTitles_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("title");
    const auto row = [](const char *what, const QString &name, const QString &title) { QTest::newRow(what) << name << title; };
    row("hyphens", u"2022-08-09-go-patterns"_s, u"Go patterns"_s);
    row("underscores", u"go__patterns_"_s, u"Go patterns"_s);
    row("a date alone", u"2022-08-09"_s, u"2022 08 09"_s);
    row("nothing but hyphens", u"---"_s, u"---"_s);
}

void TestContentName::makesTitles()
{
    QFETCH(QString, name);
    QTEST(model::titleOfName(name), "title");
}

QTEST_APPLESS_MAIN(TestContentName)
#include "tst_content_name.moc"
