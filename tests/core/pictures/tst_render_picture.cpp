// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pictures/render_picture.h"
#include "support/pictures.h"

#include <QColorSpace>
#include <QTest>

using namespace quillway;
using namespace Qt::StringLiterals;
using pictures::Format;
using pictures::PictureFacts;
using pictures::Rendition;

namespace {

/// Near enough for what is compressed with loss.
bool isNear(QColor a, QColor b, int most = 12)
{
    return std::abs(a.red() - b.red()) <= most && std::abs(a.green() - b.green()) <= most && std::abs(a.blue() - b.blue()) <= most
        && std::abs(a.alpha() - b.alpha()) <= most;
}

/// A JPEG whose pixels lie as the orientation says, so that it shows quartered() of this size.
QByteArray turnedJpeg(QSize size, int orientation)
{
    const QImage image = test::quartered(size);
    const std::array<QTransform, 9> stored {
        QTransform(),
        QTransform(),
        QTransform(-1, 0, 0, 1, 0, 0), // mirrored
        QTransform(-1, 0, 0, -1, 0, 0),
        QTransform(1, 0, 0, -1, 0, 0),
        QTransform(0, 1, 1, 0, 0, 0), // transposed
        QTransform(0, -1, 1, 0, 0, 0),
        QTransform(0, -1, -1, 0, 0, 0),
        QTransform(0, 1, -1, 0, 0, 0),
    };
    return test::withExif(test::written(image.transformed(stored.at(size_t(orientation))), "jpeg", 100), orientation);
}

/// Colours without order, so that it takes some bytes: Qt reads no WebP of fewer than some dozen.
QImage noise(QSize size)
{
    QImage image(size, QImage::Format_ARGB32);
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x)
            image.setPixelColor(x, y, QColor((x * 37 + y * 11) % 256, (x * 5) % 256, (y * 91) % 256));
    }
    return image;
}

void fillCorner(QImage &image, QColor colour)
{
    for (int y = 0; y < image.height() / 2; ++y) {
        for (int x = 0; x < image.width() / 2; ++x)
            image.setPixelColor(x, y, colour);
    }
}

} // namespace

Q_DECLARE_METATYPE(Format)

class TestRenderPicture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void writesFormats_data();
    void writesFormats();
    void turnsUpright_data();
    void turnsUpright();
    void takesPixelsOfEveryKind_data();
    void takesPixelsOfEveryKind();
    void convertsToStandardColours();
    void losesNothingOfDrawings();
    void bringsNoMetadata();
    void givesTheSameBytesEachTime();
    void saysWhatCannotBeRead_data();
    void saysWhatCannotBeRead();
};

void TestRenderPicture::initTestCase()
{
    for (const Format format : { Format::Jpeg, Format::Png, Format::WebP })
        QVERIFY(pictures::canWrite(format));
    QVERIFY(!pictures::canWrite(Format::Gif));
    QVERIFY(!pictures::codecIdentity().isEmpty());
}

void TestRenderPicture::writesFormats_data()
{
    QTest::addColumn<Format>("from");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<Format>("to");
    QTest::newRow("JPEG to WebP") << Format::Jpeg << "jpeg"_ba << Format::WebP;
    QTest::newRow("JPEG to JPEG") << Format::Jpeg << "jpeg"_ba << Format::Jpeg;
    QTest::newRow("PNG to WebP") << Format::Png << "png"_ba << Format::WebP;
    QTest::newRow("PNG to PNG") << Format::Png << "png"_ba << Format::Png;
    QTest::newRow("WebP to WebP") << Format::WebP << "webp"_ba << Format::WebP;
}

void TestRenderPicture::writesFormats()
{
    QFETCH(Format, from);
    QFETCH(QByteArray, name);
    QFETCH(Format, to);
    const QByteArray source = test::written(test::quartered({ 400, 300 }), name, 95);
    const auto bytes = pictures::renderPicture(source, { .format = from, .size = { 400, 300 } }, { .format = to, .size = { 100, 75 } });
    QVERIFY(bytes);
    const QImage image = QImage::fromData(*bytes);
    QCOMPARE(image.size(), QSize(100, 75));
    QVERIFY(isNear(image.pixelColor(10, 10), Qt::red));
    QVERIFY(isNear(image.pixelColor(90, 10), Qt::blue));
    QVERIFY(isNear(image.pixelColor(10, 65), Qt::blue));
}

void TestRenderPicture::turnsUpright_data()
{
    QTest::addColumn<int>("orientation");
    for (int orientation = 1; orientation <= 8; ++orientation)
        QTest::addRow("orientation %d", orientation) << orientation;
}

void TestRenderPicture::turnsUpright()
{
    QFETCH(int, orientation);
    const QByteArray source = turnedJpeg({ 160, 80 }, orientation);
    const auto bytes = pictures::renderPicture(source, { .format = Format::Jpeg, .size = { 160, 80 }, .orientation = orientation },
                                               { .format = Format::Png, .size = { 40, 20 } });
    QVERIFY(bytes);
    const QImage image = QImage::fromData(*bytes);
    QCOMPARE(image.size(), QSize(40, 20));
    QVERIFY(isNear(image.pixelColor(4, 4), Qt::red));
    QVERIFY(isNear(image.pixelColor(35, 4), Qt::blue));
    QVERIFY(isNear(image.pixelColor(4, 16), Qt::blue));
    QVERIFY(isNear(image.pixelColor(35, 16), Qt::blue));
}

void TestRenderPicture::takesPixelsOfEveryKind_data()
{
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<Format>("format");
    QTest::addColumn<QColor>("corner");
    QImage alpha = noise({ 40, 30 });
    fillCorner(alpha, QColor(0, 255, 0, 100));
    QImage palette = test::quartered({ 40, 30 }, QImage::Format_Indexed8);
    QTest::newRow("grey JPEG") << test::written(test::quartered({ 40, 30 }, QImage::Format_Grayscale8), "jpeg") << Format::Jpeg
                               << QColor(127, 127, 127);
    QTest::newRow("CMYK JPEG") << test::written(test::quartered({ 40, 30 }).convertToFormat(QImage::Format_CMYK8888), "jpeg")
                               << Format::Jpeg << QColor(Qt::red);
    QTest::newRow("PNG that lets through") << test::written(alpha, "png") << Format::Png << QColor(0, 255, 0, 100);
    QTest::newRow("PNG with a palette") << test::written(palette, "png") << Format::Png << QColor(Qt::red);
    QTest::newRow("PNG of two colours") << test::written(test::quartered({ 40, 30 }, QImage::Format_Mono), "png") << Format::Png << QColor();
    QTest::newRow("PNG of 16 bits") << test::written(test::quartered({ 40, 30 }, QImage::Format_RGBA64), "png") << Format::Png
                                    << QColor(Qt::red);
    QTest::newRow("grey PNG of 16 bits") << test::written(test::quartered({ 40, 30 }, QImage::Format_Grayscale16), "png") << Format::Png
                                         << QColor(127, 127, 127);
    QTest::newRow("WebP that lets through") << test::written(alpha, "webp", 100) << Format::WebP << QColor(0, 255, 0, 100);
}

void TestRenderPicture::takesPixelsOfEveryKind()
{
    QFETCH(QByteArray, source);
    QFETCH(Format, format);
    QFETCH(QColor, corner);
    const PictureFacts facts { .format = format, .size = { 40, 30 } };
    for (const Format to : { Format::WebP, format }) {
        for (const QSize size : { QSize(40, 30), QSize(20, 15) }) {
            const auto bytes = pictures::renderPicture(source, facts, { .format = to, .size = size, .quality = 95 });
            QVERIFY2(bytes, qPrintable(bytes ? QString() : bytes.error().detail));
            const QImage image = QImage::fromData(*bytes);
            QCOMPARE(image.size(), size);
            const QColor found = image.pixelColor(2, 2);
            QVERIFY2(!corner.isValid() || isNear(found, corner, 30), qPrintable(found.name(QColor::HexArgb)));
        }
    }
}

void TestRenderPicture::convertsToStandardColours()
{
    QImage image = noise({ 40, 30 });
    fillCorner(image, QColor(200, 100, 50));
    image.setColorSpace(QColorSpace(QColorSpace::DisplayP3));
    const QColor expected = image.convertedToColorSpace(QColorSpace(QColorSpace::SRgb)).pixelColor(2, 2);
    QVERIFY(!isNear(expected, QColor(200, 100, 50)));
    const auto bytes = pictures::renderPicture(test::written(image, "png"), { .size = { 40, 30 } },
                                               { .format = Format::WebP, .size = { 40, 30 } });
    QVERIFY(bytes);
    const QImage shown = QImage::fromData(*bytes);
    QVERIFY2(isNear(shown.pixelColor(2, 2), expected, 6), qPrintable(shown.pixelColor(2, 2).name()));
    QVERIFY(!bytes->contains("ICCP"));
}

void TestRenderPicture::losesNothingOfDrawings()
{
    QImage drawing(200, 100, QImage::Format_RGB32);
    const QImage photo = noise({ 200, 100 }).convertToFormat(QImage::Format_RGB32);
    for (int y = 0; y < 100; ++y) {
        for (int x = 0; x < 200; ++x)
            drawing.setPixelColor(x, y, (x * 7 + y * 3) % 5 == 0 ? Qt::darkGreen : Qt::white);
    }
    const auto shown = [](const QImage &image) {
        const auto bytes = pictures::renderPicture(test::written(image, "png"), { .size = { 200, 100 } },
                                                   { .format = Format::WebP, .size = { 200, 100 }, .quality = 40 });
        return QImage::fromData(*bytes).convertToFormat(QImage::Format_RGB32);
    };
    QCOMPARE(shown(drawing), drawing);
    QVERIFY(shown(photo) != photo);
}

void TestRenderPicture::bringsNoMetadata()
{
    QImage image = test::quartered({ 40, 30 });
    image.setText(u"Comment"_s, u"SECRET"_s);
    image.setColorSpace(QColorSpace(QColorSpace::AdobeRgb));
    for (const auto &[format, name] : { std::pair(Format::Jpeg, "jpeg"), { Format::Png, "png" } }) {
        const QByteArray source = test::written(image, name);
        QVERIFY(source.contains("SECRET"));
        for (const Format to : { format, Format::WebP }) {
            const auto bytes = pictures::renderPicture(source, { .format = format, .size = { 40, 30 } },
                                                       { .format = to, .size = { 20, 15 } });
            QVERIFY(bytes && !bytes->contains("SECRET") && !bytes->contains("iCCP") && !bytes->contains("ICC_PROFILE"));
        }
    }
}

void TestRenderPicture::givesTheSameBytesEachTime()
{
    const QByteArray source = test::written(test::quartered({ 400, 300 }), "jpeg");
    const Rendition wanted { .format = Format::WebP, .size = { 150, 113 } };
    const PictureFacts facts { .format = Format::Jpeg, .size = { 400, 300 } };
    QCOMPARE(pictures::renderPicture(source, facts, wanted), pictures::renderPicture(source, facts, wanted));
}

void TestRenderPicture::saysWhatCannotBeRead_data()
{
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QSize>("size");
    const QByteArray png = test::written(test::quartered({ 40, 30 }), "png");
    QTest::newRow("nothing") << QByteArray() << QSize(40, 30);
    QTest::newRow("text") << "no picture"_ba << QSize(40, 30);
    QTest::newRow("a head alone") << png.first(40) << QSize(40, 30);
    QTest::newRow("another size than its head says") << png << QSize(41, 30);
}

void TestRenderPicture::saysWhatCannotBeRead()
{
    QFETCH(QByteArray, source);
    QFETCH(QSize, size);
    const auto bytes = pictures::renderPicture(source, { .format = Format::Png, .size = size }, { .size = { 20, 15 } });
    QVERIFY(!bytes);
    QCOMPARE(bytes.error().code, ErrorCode::BadPicture);
    QVERIFY(!bytes.error().detail.isEmpty());
}

QTEST_GUILESS_MAIN(TestRenderPicture)
#include "tst_render_picture.moc"
