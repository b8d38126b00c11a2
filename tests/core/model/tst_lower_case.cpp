// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/lower_case.h"

#include "support/work_timer.h"

#include <QTest>

using namespace quillway;
using namespace Qt::StringLiterals;

class TestLowerCase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lowers_data();
    void lowers();
    void staysQuickOnManySigmas();
};

void TestLowerCase::lowers_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("lower");
    const auto row = [](const char *name, const QString &text, const QString &lower) { QTest::newRow(name) << text << lower; };
    row("ASCII", u"Go API"_s, u"go api"_s);
    row("accents", u"ÉTÉ"_s, u"été"_s);
    row("Cyrillic", u"ЯЗЫК"_s, u"язык"_s);
    row("beyond the basic plane", QString::fromUcs4(U"\U00010400"), QString::fromUcs4(U"\U00010428"));
    row("sharp s has no capital here", u"STRAẞE"_s, u"straße"_s);
    row("dotted capital I", u"İ"_s, u"i\u0307"_s);
    row("sigma inside a word", u"ΣΟΦΙΑ"_s, u"σοφια"_s);
    row("sigma at a word's end", u"ΟΔΟΣ"_s, u"οδος"_s);
    row("two words", u"ΟΔΟΣ ΟΔΟΣ"_s, u"οδος οδος"_s);
    row("sigma alone", u"Σ"_s, u"σ"_s);
    row("sigma before punctuation", u"ΟΔΟΣ, ΝΑΙ"_s, u"οδος, ναι"_s);
    row("sigma before an apostrophe and a letter", u"ΟΔΟΣ'Α"_s, u"οδοσ'α"_s);
    row("sigma with an accent behind", u"ΟΣ\u0301"_s, u"ος\u0301"_s);
    row("small final sigma stays", u"οδος"_s, u"οδος"_s);
    row("empty", QString(), QString());
}

void TestLowerCase::lowers()
{
    QFETCH(QString, text);
    QFETCH(QString, lower);
    QCOMPARE(model::lowerCase(text), lower);
}

void TestLowerCase::staysQuickOnManySigmas()
{
    const QString text(1'000'000, u'Σ');
    test::WorkTimer timer;
    timer.start();
    const QString lower = model::lowerCase(text);
    QVERIFY(timer.elapsed() < 2'000);
    QCOMPARE(lower, QString(999'999, u'σ') + u'ς');
}

QTEST_APPLESS_MAIN(TestLowerCase)
#include "tst_lower_case.moc"
