// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/pictures.h"

#include <QTest>

using namespace quillway;
using namespace Qt::StringLiterals;
using pictures::Format;
using pictures::PictureFacts;
using publish::SitePicture;

Q_DECLARE_METATYPE(PictureFacts)

class TestPictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void choosesVersions_data();
    void choosesVersions();
    void saysWhatStandsOnThePage_data();
    void saysWhatStandsOnThePage();
    void knowsWhatAVersionIsOf_data();
    void knowsWhatAVersionIsOf();
};

void TestPictures::choosesVersions_data()
{
    QTest::addColumn<PictureFacts>("facts");
    QTest::addColumn<QList<int>>("asked");
    QTest::addColumn<QList<int>>("widths");
    const QList<int> usual { 480, 800, 1200, 1600 };
    QTest::newRow("a photo") << PictureFacts { .format = Format::Jpeg, .size = { 4000, 3000 } } << usual << usual;
    QTest::newRow("as wide as the widest") << PictureFacts { .size = { 1600, 900 } } << usual << usual;
    QTest::newRow("between two") << PictureFacts { .size = { 1000, 600 } } << usual << QList { 480, 800, 1000 };
    QTest::newRow("hardly wider than one") << PictureFacts { .size = { 850, 600 } } << usual << QList { 480, 850 };
    QTest::newRow("hardly wider than the smallest") << PictureFacts { .size = { 500, 600 } } << usual << QList { 500 };
    QTest::newRow("small") << PictureFacts { .size = { 480, 600 } } << usual << QList<int>();
    QTest::newRow("an icon") << PictureFacts { .size = { 16, 16 } } << usual << QList<int>();
    QTest::newRow("no widths") << PictureFacts { .size = { 4000, 3000 } } << QList<int>() << QList<int>();
    QTest::newRow("one that moves") << PictureFacts { .format = Format::WebP, .size = { 4000, 3000 }, .isAnimated = true } << usual
                                    << QList<int>();
    QTest::newRow("GIF") << PictureFacts { .format = Format::Gif, .size = { 4000, 3000 } } << usual << QList<int>();
    QTest::newRow("SVG") << PictureFacts { .format = Format::Svg, .size = { 4000, 3000 } } << usual << QList<int>();
    QTest::newRow("a bomb") << PictureFacts { .size = { 100'000, 100'000 } } << usual << QList<int>();
}

void TestPictures::choosesVersions()
{
    QFETCH(PictureFacts, facts);
    QFETCH(QList<int>, asked);
    model::PictureSettings settings;
    settings.widths = asked;
    QTEST(publish::sitePicture(facts, u"/a.png"_s, settings).widths, "widths");
}

void TestPictures::saysWhatStandsOnThePage_data()
{
    QTest::addColumn<PictureFacts>("facts");
    QTest::addColumn<bool>("webp");
    QTest::addColumn<bool>("isFirst");
    QTest::addColumn<QByteArray>("attributes");
    QTest::newRow("wide")
        << PictureFacts { .format = Format::Jpeg, .size = { 2000, 1000 } } << true << true
        << R"( width="1000" height="500" srcset="/b/x%20&amp;%22%C3%B6.jpg.400.webp 400w, /b/x%20&amp;%22%C3%B6.jpg.1000.webp 1000w" )"
           R"(sizes="(max-width: 680px) 100vw, 680px")"_ba;
    QTest::newRow("narrower than the column")
        << PictureFacts { .format = Format::Jpeg, .size = { 500, 100 } } << true << false
        << R"( width="500" height="100" srcset="/b/x%20&amp;%22%C3%B6.jpg.400.webp 400w, )"
           R"(/b/x%20&amp;%22%C3%B6.jpg.500.webp 500w" sizes="(max-width: 500px) 100vw, 500px" loading="lazy")"_ba;
    QTest::newRow("of its own format")
        << PictureFacts { .format = Format::Png, .size = { 405, 100 } } << false << true
        << R"( width="405" height="100" srcset="/b/x%20&amp;%22%C3%B6.jpg.405.png 405w" sizes="(max-width: 405px) 100vw, 405px")"_ba;
    QTest::newRow("small") << PictureFacts { .size = { 40, 30 } } << true << false << R"( width="40" height="30" loading="lazy")"_ba;
    QTest::newRow("a drawing") << PictureFacts { .format = Format::Svg, .size = { 40, 30 } } << true << true
                               << R"( width="40" height="30")"_ba;
    QTest::newRow("a drawing that fills its room") << PictureFacts { .format = Format::Svg, .size = { 40, 30 }, .isRatioOnly = true }
                                                   << true << true << R"( width="680" height="510")"_ba;
}

void TestPictures::saysWhatStandsOnThePage()
{
    QFETCH(PictureFacts, facts);
    QFETCH(bool, webp);
    QFETCH(bool, isFirst);
    model::Settings settings;
    settings.baseUrl = QUrl(u"https://t.example/b/"_s);
    settings.pictures.widths = { 400, 1000 };
    settings.pictures.webp = webp;
    const SitePicture picture = publish::sitePicture(facts, u"/x &\"ö.jpg"_s, settings.pictures);
    QTEST(publish::pictureAttributes(picture, isFirst, settings), "attributes");
    QCOMPARE(publish::pictureAttributes(std::nullopt, isFirst, settings), isFirst ? ""_ba : " loading=\"lazy\""_ba);
}

void TestPictures::knowsWhatAVersionIsOf_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("original");
    QTest::newRow("a version") << u"/posts/x/plan.png.480.webp"_s << u"/posts/x/plan.png"_s;
    QTest::newRow("of its own format") << u"/IMG_1.JPG.1600.jpg"_s << u"/IMG_1.JPG"_s;
    QTest::newRow("a picture") << u"/plan.png"_s << QString();
    QTest::newRow("a version of no picture") << u"/plan.txt.480.webp"_s << QString();
    QTest::newRow("no number") << u"/plan.png.x.webp"_s << QString();
    QTest::newRow("nothing") << QString() << QString();
}

void TestPictures::knowsWhatAVersionIsOf()
{
    QFETCH(QString, address);
    QTEST(publish::addressOfOriginal(address), "original");
}

QTEST_GUILESS_MAIN(TestPictures)
#include "tst_pictures.moc"
