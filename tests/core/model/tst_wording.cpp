// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/readers.h"
#include "core/model/wording.h"

#include <QTest>

using namespace quillway;
using namespace quillway::model;
using namespace Qt::StringLiterals;

class TestWording : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theProgramHasOne();
    void theSitesReplacesItKeyByKey();
    void isOfTheThemesLanguage();
    void hasTextsOfTheThemesLanguage_data();
    void hasTextsOfTheThemesLanguage();
    void hasTextsOfAPostsLanguageWhereTheThemeHasOne_data();
    void hasTextsOfAPostsLanguageWhereTheThemeHasOne();
    void countsAsEnglishDoes();
};

void TestWording::theProgramHasOne()
{
    const TopicWording wording = effectiveWording({});
    QVERIFY(!wording.definition->text.isEmpty());
    QVERIFY(!wording.claims->isEmpty());
    QVERIFY(!wording.checklist->isEmpty());
    QVERIFY(!wording.failureModes->isEmpty());
    QCOMPARE(wording.stages->size(), 3);
    for (const QString &stage : *wording.stages)
        QVERIFY(!stage.isEmpty());
}

void TestWording::theSitesReplacesItKeyByKey()
{
    const auto settings = readSettings("[topics.wording]\nclaims = ['Ours']\nchecklist = []\ndefinition = ''\n"_ba);
    QVERIFY(settings);
    const TopicWording own = effectiveWording(settings->value);
    const TopicWording shipped = effectiveWording({});
    QCOMPARE(own.claims->size(), 1);
    QCOMPARE(own.claims->first().text, u"Ours"_s);
    QVERIFY(own.checklist->isEmpty());
    QVERIFY(own.definition->text.isEmpty());
    QCOMPARE(own.failureModes, shipped.failureModes);
    QCOMPARE(own.stages, shipped.stages);
}

void TestWording::isOfTheThemesLanguage()
{
    const auto settings = readSettings("language = 'fr'\n[theme]\nlanguage = 'de-AT'\n[topics.wording]\nclaims = []\n"_ba);
    const TopicWording german = effectiveWording(settings->value);
    QVERIFY(german.stages != effectiveWording({}).stages);
    QVERIFY(german.definition->text.contains(" bis "_L1));
    QVERIFY(german.claims->isEmpty());
    Settings unknown;
    unknown.theme.language = u"tlh"_s;
    QCOMPARE(effectiveWording(unknown).stages, effectiveWording({}).stages);
}

void TestWording::hasTextsOfTheThemesLanguage_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("older");
    QTest::addColumn<QString>("newer");
    QTest::newRow("none said") << QString() << u"Older"_s << u"Fresher"_s;
    QTest::newRow("German") << u"de"_s << u"Älter"_s << u"Fresher"_s;
    QTest::newRow("of a country") << u"de-CH"_s << u"Älter"_s << u"Fresher"_s;
    QTest::newRow("in capitals") << u"DE_AT"_s << u"Älter"_s << u"Fresher"_s;
    QTest::newRow("one that nobody knows") << u"tlh"_s << u"Older"_s << u"Fresher"_s;
    QTest::newRow("a path") << u"../theme/de"_s << u"Older"_s << u"Fresher"_s;
}

void TestWording::hasTextsOfTheThemesLanguage()
{
    QFETCH(QString, language);
    ThemeSettings settings;
    settings.language = language;
    settings.texts = { { u"Newer"_s, u"Fresher"_s } };
    const ThemeTexts texts = themeTexts(settings);
    QTEST(texts.of(u"Older"_s), "older");
    QTEST(texts.of(u"Newer"_s), "newer");
    QCOMPARE(texts.of(u"No such text"_s), u"No such text"_s);
}

void TestWording::hasTextsOfAPostsLanguageWhereTheThemeHasOne_data()
{
    QTest::addColumn<QString>("theme");
    QTest::addColumn<QString>("post");
    QTest::addColumn<QString>("expected");
    QTest::newRow("the theme's") << u"de"_s << u"de"_s << u"Ours"_s;
    QTest::newRow("another") << u"de"_s << u"fr-CA"_s << u"Avertissement"_s;
    QTest::newRow("English") << u"de"_s << u"en"_s << u"Warning"_s;
    QTest::newRow("one that nobody knows") << u"de"_s << u"tlh"_s << u"Ours"_s;
    QTest::newRow("a theme that has not chosen") << QString() << u"fr"_s << u"Ours"_s;
}

void TestWording::hasTextsOfAPostsLanguageWhereTheThemeHasOne()
{
    QFETCH(QString, theme);
    QFETCH(QString, post);
    ThemeSettings settings;
    settings.language = theme;
    settings.texts = { { u"Warning"_s, u"Ours"_s } };
    QTEST(themeTextsWithin(post, settings).of(u"Warning"_s), "expected");
}

void TestWording::countsAsEnglishDoes()
{
    const ThemeTexts texts = shippedTexts(u"de"_s);
    QCOMPARE(texts.counted(u"%1 post"_s, u"%1 posts"_s, 0), u"0 Beiträge"_s);
    QCOMPARE(texts.counted(u"%1 post"_s, u"%1 posts"_s, 1), u"1 Beitrag"_s);
    QCOMPARE(ThemeTexts().counted(u"%1 post"_s, u"%1 posts"_s, 2), u"2 posts"_s);
}

QTEST_APPLESS_MAIN(TestWording)
#include "tst_wording.moc"
