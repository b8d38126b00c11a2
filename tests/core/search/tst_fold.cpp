// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/fold.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace quillway::search;

class TestFold : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void folds_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("folded");
        QTest::newRow("nothing") << u""_s << u""_s;
        QTest::newRow("small letters") << u"go 1.22_x"_s << u"go 1.22_x"_s;
        QTest::newRow("capitals") << u"GoLang"_s << u"golang"_s;
        QTest::newRow("accents in one character") << u"Café ÀÉ"_s << u"cafe ae"_s;
        QTest::newRow("accents as marks") << u"Cafe\u0301"_s << u"cafe"_s;
        QTest::newRow("several marks") << u"Việt"_s << u"viet"_s;
        QTest::newRow("sharp s") << u"Größe GROẞ"_s << u"grosse gross"_s;
        QTest::newRow("ligature") << u"ﬁnd"_s << u"find"_s;
        QTest::newRow("full width") << u"Ｇｏ"_s << u"go"_s;
        QTest::newRow("Greek") << u"Άλφα ΣΑΣ"_s << u"αλφα σασ"_s;
        QTest::newRow("Cyrillic") << u"Йод"_s << u"иод"_s;
        QTest::newRow("beyond the first plane") << u"𝐆𝐨 👩‍🚀"_s << u"go 👩‍🚀"_s;
        QTest::newRow("half a surrogate") << QString(QChar(0xD83D)) + u'A' << QString(QChar(0xD83D)) + u'a';
    }
    void folds()
    {
        QFETCH(QString, text);
        QTEST(fold(text), "folded");
        QTEST(foldWithOrigins(text).text, "folded");
    }

    void knowsWhereEachUnitCameFrom_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QList<qsizetype>>("origins");
        QTest::newRow("nothing") << u""_s << QList<qsizetype> { 0 };
        QTest::newRow("letters") << u"Go"_s << QList<qsizetype> { 0, 1, 2 };
        QTest::newRow("a mark is passed") << u"e\u0301x"_s << QList<qsizetype> { 0, 2, 3 };
        QTest::newRow("one becomes two") << u"ßx"_s << QList<qsizetype> { 0, 0, 1, 2 };
        QTest::newRow("a pair becomes one") << u"𝐆x"_s << QList<qsizetype> { 0, 2, 3 };
    }
    void knowsWhereEachUnitCameFrom()
    {
        QFETCH(QString, text);
        QTEST(foldWithOrigins(text).origins, "origins");
    }
};

QTEST_GUILESS_MAIN(TestFold)
#include "tst_fold.moc"
