// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pictures/strip_metadata.h"
#include "support/pictures.h"

#include <QColorSpace>
#include <QImageReader>
#include <QTest>

using namespace quillway;
using namespace Qt::StringLiterals;
using pictures::Format;
using pictures::withoutMetadata;

namespace {

QImage decoded(const QByteArray &bytes)
{
    return QImage::fromData(bytes).convertToFormat(QImage::Format_ARGB32);
}

} // namespace

Q_DECLARE_METATYPE(Format)

class TestStripMetadata : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesAwayWhatIsNotDrawn_data();
    void takesAwayWhatIsNotDrawn();
    void leavesTheRestAsItIs_data();
    void leavesTheRestAsItIs();
    void keepsColourProfiles_data();
    void keepsColourProfiles();
    void refusesWhatIsBuiltOtherwise_data();
    void refusesWhatIsBuiltOtherwise();
    void takesAnyBytes();
};

void TestStripMetadata::takesAwayWhatIsNotDrawn_data()
{
    QTest::addColumn<Format>("format");
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray jpeg = test::written(test::quartered({ 40, 30 }), "jpeg");
    const QByteArray png = test::written(test::quartered({ 40, 30 }), "png");
    const QByteArray webp = test::written(test::quartered({ 40, 30 }), "webp", 100);
    const QByteArray secret = "SECRET";
    const auto segment = [&](quint8 marker, const QByteArray &begin) { return test::withSegment(jpeg, marker, begin + secret); };
    QTest::newRow("JPEG, EXIF") << Format::Jpeg << segment(0xe1, QByteArray("Exif\0\0", 6));
    QTest::newRow("JPEG, XMP") << Format::Jpeg << segment(0xe1, QByteArray("http://ns.adobe.com/xap/1.0/\0", 29));
    QTest::newRow("JPEG, a smaller picture") << Format::Jpeg << segment(0xe0, QByteArray("JFXX\0", 5));
    QTest::newRow("JPEG, further pictures") << Format::Jpeg << segment(0xe2, QByteArray("MPF\0", 4));
    QTest::newRow("JPEG, IPTC") << Format::Jpeg << segment(0xed, QByteArray("Photoshop 3.0\0", 14));
    QTest::newRow("JPEG, a comment") << Format::Jpeg << segment(0xfe, {});
    QTest::newRow("JPEG, behind its end") << Format::Jpeg << jpeg + secret;
    QTest::newRow("JPEG, a picture behind its end") << Format::Jpeg << jpeg + segment(0xe1, QByteArray("Exif\0\0", 6));
    QTest::newRow("PNG, a text") << Format::Png << test::withChunk(png, "tEXt", QByteArray("Author\0", 7) + secret);
    QTest::newRow("PNG, EXIF") << Format::Png << test::withChunk(png, "eXIf", secret);
    QTest::newRow("PNG, a chunk of somebody's own") << Format::Png << test::withChunk(png, "prVt", secret);
    QTest::newRow("PNG, behind its end") << Format::Png << png + secret;
    QTest::newRow("WebP, EXIF") << Format::WebP << test::withChunks(webp, test::webpChunk("EXIF", secret));
    QTest::newRow("WebP, XMP of an odd length") << Format::WebP << test::withChunks(webp, test::webpChunk("XMP ", secret + "."));
    QTest::newRow("WebP, behind its end") << Format::WebP << webp + secret;
}

void TestStripMetadata::takesAwayWhatIsNotDrawn()
{
    QFETCH(Format, format);
    QFETCH(QByteArray, bytes);
    QVERIFY(bytes.contains("SECRET"));
    const std::optional<QByteArray> bare = withoutMetadata(bytes, format);
    QVERIFY(bare);
    QVERIFY(!bare->contains("SECRET") && !bare->contains("Exif"));
    QCOMPARE(decoded(*bare).size(), QSize(40, 30));
    const QColor corner = decoded(*bare).pixelColor(2, 2);
    QVERIFY(corner.red() > 240 && corner.blue() < 20);
}

void TestStripMetadata::leavesTheRestAsItIs_data()
{
    QTest::addColumn<Format>("format");
    QTest::addColumn<QByteArray>("bytes");
    QImage palette = test::quartered({ 40, 30 }, QImage::Format_Indexed8);
    palette.setColor(0, qRgba(0, 255, 0, 128));
    QTest::newRow("JPEG") << Format::Jpeg << test::written(test::quartered({ 40, 30 }), "jpeg");
    QTest::newRow("JPEG in grey") << Format::Jpeg << test::written(test::quartered({ 40, 30 }, QImage::Format_Grayscale8), "jpeg");
    QTest::newRow("PNG") << Format::Png << test::written(test::quartered({ 40, 30 }), "png");
    QTest::newRow("PNG with a palette that lets through") << Format::Png << test::written(palette, "png");
    QTest::newRow("WebP") << Format::WebP << test::written(test::quartered({ 40, 30 }), "webp");
    QTest::newRow("WebP with alpha") << Format::WebP << test::written(test::quartered({ 40, 30 }, QImage::Format_ARGB32), "webp");
}

void TestStripMetadata::leavesTheRestAsItIs()
{
    QFETCH(Format, format);
    QFETCH(QByteArray, bytes);
    const std::optional<QByteArray> bare = withoutMetadata(bytes, format);
    QVERIFY(bare);
    QCOMPARE(decoded(*bare), decoded(bytes));
    QCOMPARE(withoutMetadata(*bare, format), bare);
}

void TestStripMetadata::keepsColourProfiles_data()
{
    QTest::addColumn<Format>("format");
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("JPEG") << Format::Jpeg << "jpeg"_ba;
    QTest::newRow("PNG") << Format::Png << "png"_ba;
    QTest::newRow("WebP") << Format::WebP << "webp"_ba;
}

void TestStripMetadata::keepsColourProfiles()
{
    QFETCH(Format, format);
    QFETCH(QByteArray, name);
    QImage image = test::quartered({ 40, 30 });
    image.setColorSpace(QColorSpace(QColorSpace::DisplayP3));
    const std::optional<QByteArray> bare = withoutMetadata(test::written(image, name), format);
    QVERIFY(bare);
    const QImage read = QImage::fromData(*bare);
    QVERIFY(read.colorSpace().isValid());
    QCOMPARE(read.colorSpace().primaries(), QColorSpace::Primaries::DciP3D65);
}

void TestStripMetadata::refusesWhatIsBuiltOtherwise_data()
{
    QTest::addColumn<Format>("format");
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray jpeg = test::written(test::quartered({ 40, 30 }), "jpeg");
    const QByteArray png = test::written(test::quartered({ 40, 30 }), "png");
    const QByteArray webp = test::written(test::quartered({ 40, 30 }), "webp");
    for (const auto &[name, format, bytes] :
         { std::tuple("JPEG", Format::Jpeg, jpeg), { "PNG", Format::Png, png }, { "WebP", Format::WebP, webp } }) {
        QTest::addRow("%s of nothing", name) << format << QByteArray();
        QTest::addRow("%s cut in its head", name) << format << bytes.first(15);
        QTest::addRow("%s cut at its end", name) << format << bytes.chopped(4);
    }
    QTest::newRow("GIF is not looked into") << Format::Gif << "GIF89a"_ba;
    QTest::newRow("SVG is not looked into") << Format::Svg << "<svg/>"_ba;
}

void TestStripMetadata::refusesWhatIsBuiltOtherwise()
{
    QFETCH(Format, format);
    QFETCH(QByteArray, bytes);
    QVERIFY(!withoutMetadata(bytes, format));
}

void TestStripMetadata::takesAnyBytes()
{
    const QByteArray jpeg = test::withExif(test::written(test::quartered({ 40, 30 }), "jpeg"), 6);
    const QByteArray png = test::withChunk(test::written(test::quartered({ 40, 30 }), "png"), "eXIf", test::exif(8));
    const QByteArray webp = test::withChunks(test::written(test::quartered({ 40, 30 }), "webp"), test::webpChunk("EXIF", "x"));
    for (const auto &[format, whole] : { std::pair(Format::Jpeg, jpeg), { Format::Png, png }, { Format::WebP, webp } }) {
        for (qsizetype at = 0; at < whole.size(); ++at) {
            for (const int value : { 0, 1, 0x7f, 0xd9, 0xff }) {
                QByteArray bytes = whole;
                bytes[at] = char(value);
                if (const std::optional<QByteArray> bare = withoutMetadata(bytes, format))
                    QVERIFY(bare->size() <= bytes.size());
            }
            std::ignore = withoutMetadata(QByteArrayView(whole).first(at), format);
        }
    }
}

QTEST_GUILESS_MAIN(TestStripMetadata)
#include "tst_strip_metadata.moc"
