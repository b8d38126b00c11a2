// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/native_file_system.h"
#include "core/pictures/picture_facts.h"
#include "support/pictures.h"
#include "support/site_folder.h"

#include <QTest>

using namespace quillway;
using namespace Qt::StringLiterals;
using pictures::Format;
using pictures::PictureFacts;

Q_DECLARE_METATYPE(PictureFacts)

class TestPictureFacts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsPicturesByName_data();
    void knowsPicturesByName();
    void readsHeads_data();
    void readsHeads();
    void refusesWhatIsNoPicture_data();
    void refusesWhatIsNoPicture();
    void saysWhatCannotBeRead();
    void knowsBombs_data();
    void knowsBombs();
    void readsAnyBytes();
    void keepsTheRatio_data();
    void keepsTheRatio();

private:
    [[nodiscard]] Result<PictureFacts> read(const QByteArray &bytes) const
    {
        const test::SiteFolder folder;
        folder.write(u"picture"_s, bytes);
        return pictures::readPictureFacts(NativeFileSystem(), folder.path(u"picture"_s));
    }
};

void TestPictureFacts::knowsPicturesByName_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isPicture");
    QTest::newRow("JPEG") << u"a.jpg"_s << true;
    QTest::newRow("JPEG, the long name") << u"a.jpeg"_s << true;
    QTest::newRow("upper case") << u"IMG_0001.JPG"_s << true;
    QTest::newRow("PNG") << u"a/b.c.png"_s << true;
    QTest::newRow("SVG") << u"a.svg"_s << true;
    QTest::newRow("no extension") << u"png"_s << false;
    QTest::newRow("another kind") << u"a.pdf"_s << false;
    QTest::newRow("a format that is not read") << u"a.avif"_s << false;
}

void TestPictureFacts::knowsPicturesByName()
{
    QFETCH(QString, name);
    QTEST(pictures::isPictureName(name), "isPicture");
}

namespace {

/// The head of a PNG that says it is so large.
QByteArray pngHead(quint32 width, quint32 height, char bits = 8)
{
    QByteArray sides(8, '\0');
    qToBigEndian(width, sides.data());
    qToBigEndian(height, sides.data() + 4);
    return QByteArray("\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR", 16) + sides + bits + QByteArray("\x02\0\0\0sum.\0\0\0\0IDATsum.", 20);
}

QByteArray webpHead(QByteArrayView type, const QByteArray &content)
{
    QByteArray size(4, '\0');
    qToLittleEndian(quint32(content.size()), size.data());
    return QByteArray("RIFF\xff\0\0\0WEBP", 12) + type.toByteArray() + size + content;
}

} // namespace

void TestPictureFacts::readsHeads_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<PictureFacts>("facts");

    const QByteArray jpeg = test::written(test::quartered({ 40, 30 }), "jpeg");
    const QByteArray png = test::written(test::quartered({ 40, 30 }), "png");
    QTest::newRow("JPEG") << jpeg << PictureFacts { .format = Format::Jpeg, .size = { 40, 30 } };
    QTest::newRow("JPEG, turned") << test::withExif(jpeg, 6)
                                  << PictureFacts { .format = Format::Jpeg, .size = { 30, 40 }, .orientation = 6 };
    QTest::newRow("JPEG, upside down, in the other byte order")
        << test::withExif(jpeg, 3, false) << PictureFacts { .format = Format::Jpeg, .size = { 40, 30 }, .orientation = 3 };
    QTest::newRow("JPEG, an orientation that is none")
        << test::withExif(jpeg, 9) << PictureFacts { .format = Format::Jpeg, .size = { 40, 30 } };
    QTest::newRow("JPEG, a long head") << test::withSegment(test::withSegment(jpeg, 0xfe, QByteArray(65000, 'c')), 0xed,
                                                            QByteArray(65000, 'p'))
                                       << PictureFacts { .format = Format::Jpeg, .size = { 40, 30 } };
    QTest::newRow("PNG") << png << PictureFacts { .format = Format::Png, .size = { 40, 30 } };
    QTest::newRow("PNG, turned") << test::withChunk(png, "eXIf", test::exif(8))
                                 << PictureFacts { .format = Format::Png, .size = { 30, 40 }, .orientation = 8 };
    QTest::newRow("PNG that moves") << test::withChunk(png, "acTL", QByteArray(8, '\1'))
                                    << PictureFacts { .format = Format::Png, .size = { 40, 30 }, .isAnimated = true };
    QTest::newRow("PNG of 16 bits") << pngHead(70'000, 2, 16)
                                    << PictureFacts { .format = Format::Png, .size = { 70'000, 2 }, .bitsPerChannel = 16 };
    QTest::newRow("GIF") << QByteArray("GIF89a\x28\0\x1e\0\0\0\0", 13)
                         << PictureFacts { .format = Format::Gif, .size = { 40, 30 }, .isAnimated = true };
    QTest::newRow("WebP") << test::written(test::quartered({ 40, 30 }), "webp")
                          << PictureFacts { .format = Format::WebP, .size = { 40, 30 } };
    QTest::newRow("WebP without loss") << test::written(test::quartered({ 40, 30 }), "webp", 100)
                                       << PictureFacts { .format = Format::WebP, .size = { 40, 30 } };
    QTest::newRow("WebP with alpha") << test::written(test::quartered({ 40, 30 }, QImage::Format_ARGB32), "webp")
                                     << PictureFacts { .format = Format::WebP, .size = { 40, 30 } };
    const QByteArray webp = test::written(test::quartered({ 40, 30 }), "webp");
    QTest::newRow("WebP, turned") << test::withChunks(webp, test::webpChunk("EXIF", test::exif(6)))
                                  << PictureFacts { .format = Format::WebP, .size = { 30, 40 }, .orientation = 6 };
    QTest::newRow("WebP, turned, with the mark of a JPEG's segment")
        << test::withChunks(webp, test::webpChunk("EXIF", QByteArray("Exif\0\0", 6) + test::exif(3, false)))
        << PictureFacts { .format = Format::WebP, .size = { 40, 30 }, .orientation = 3 };
    QTest::newRow("WebP that says it has EXIF and has none")
        << test::withChunks(webp, {}) << PictureFacts { .format = Format::WebP, .size = { 40, 30 } };
    QTest::newRow("WebP that moves") << webpHead("VP8X", QByteArray("\x02\0\0\0\x27\0\0\x1d\0\0", 10))
                                     << PictureFacts { .format = Format::WebP, .size = { 40, 30 }, .isAnimated = true };
    QTest::newRow("SVG") << "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"30px\"/>"_ba
                         << PictureFacts { .format = Format::Svg, .size = { 40, 30 } };
    QTest::newRow("SVG that fills its room") << "<?xml version=\"1.0\"?>\n<!-- c --><svg viewBox=\"0 0 40 30\"></svg>"_ba
                                             << PictureFacts { .format = Format::Svg, .size = { 40, 30 }, .isRatioOnly = true };
}

void TestPictureFacts::readsHeads()
{
    QFETCH(QByteArray, bytes);
    const Result<PictureFacts> facts = read(bytes);
    QVERIFY2(facts, qPrintable(facts ? QString() : facts.error().detail));
    QTEST(*facts, "facts");
}

void TestPictureFacts::refusesWhatIsNoPicture_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray jpeg = test::written(test::quartered({ 40, 30 }), "jpeg");
    const QByteArray png = test::written(test::quartered({ 40, 30 }), "png");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << "not a picture"_ba;
    QTest::newRow("HTML") << "<html><svg width=\"1\" height=\"1\"/></html>"_ba;
    QTest::newRow("a JPEG's first bytes") << jpeg.first(12);
    QTest::newRow("a JPEG of no width") << "\xff\xd8\xff\xc0\0\x11\x08\0\x10\0\0\3"_ba;
    QTest::newRow("a segment without a length") << QByteArray("\xff\xd8\xff\xe1\0\0\xff\xe1\0\0", 10);
    QTest::newRow("fill bytes without end") << "\xff\xd8" + QByteArray(50'000, '\xff');
    QTest::newRow("a PNG's first bytes") << png.first(12);
    QTest::newRow("a PNG of no height") << pngHead(10, 0);
    QTest::newRow("a PNG of 2^31 columns") << pngHead(0x80000000U, 1);
    QTest::newRow("a PNG without pixels") << png.first(33);
    QTest::newRow("a chunk longer than anything") << png.first(33) + QByteArray("\xff\xff\xff\xfftEXt", 8);
    QTest::newRow("a GIF's first bytes") << "GIF89a"_ba;
    QTest::newRow("a WebP's first bytes") << QByteArray("RIFF\xff\0\0\0WEBPVP8 ", 16);
}

void TestPictureFacts::refusesWhatIsNoPicture()
{
    QFETCH(QByteArray, bytes);
    const Result<PictureFacts> facts = read(bytes);
    QVERIFY(!facts);
    QCOMPARE(facts.error().code, ErrorCode::BadPicture);
}

void TestPictureFacts::saysWhatCannotBeRead()
{
    const auto facts = pictures::readPictureFacts(NativeFileSystem(), u"/no/such/picture.png"_s);
    QCOMPARE(facts.error().code, ErrorCode::NotFound);
    QCOMPARE(facts.error().file, u"/no/such/picture.png"_s);
}

void TestPictureFacts::knowsBombs_data()
{
    QTest::addColumn<PictureFacts>("facts");
    QTest::addColumn<bool>("isHuge");
    QTest::newRow("a photo of 50 megapixels") << PictureFacts { .format = Format::Jpeg, .size = { 8660, 5773 } } << false;
    QTest::newRow("the largest") << PictureFacts { .size = { 8192, 8192 } } << false;
    QTest::newRow("a line more") << PictureFacts { .size = { 8192, 8193 } } << true;
    QTest::newRow("of 16 bits") << PictureFacts { .size = { 8192, 4097 }, .bitsPerChannel = 16 } << true;
    QTest::newRow("a bomb") << PictureFacts { .size = { 2'000'000'000, 2'000'000'000 } } << true;
    QTest::newRow("an SVG has no pixels") << PictureFacts { .format = Format::Svg, .size = { 100'000, 100'000 } } << false;
}

void TestPictureFacts::knowsBombs()
{
    QFETCH(PictureFacts, facts);
    QTEST(pictures::isHuge(facts), "isHuge");
}

/// Any change of any byte gives facts or an error, and comes to an end.
void TestPictureFacts::readsAnyBytes()
{
    const QByteArray jpeg = test::withExif(test::written(test::quartered({ 40, 30 }), "jpeg"), 6);
    const QByteArray png = test::withChunk(test::written(test::quartered({ 40, 30 }), "png"), "eXIf", test::exif(8));
    const QByteArray webp = test::written(test::quartered({ 40, 30 }, QImage::Format_ARGB32), "webp");
    for (const QByteArray &whole : { jpeg, png, webp }) {
        for (qsizetype at = 0; at < std::min<qsizetype>(whole.size(), 160); ++at) {
            for (const int value : { 0, 1, 0x7f, 0x80, 0xff }) {
                QByteArray bytes = whole;
                bytes[at] = char(value);
                if (const Result<PictureFacts> facts = read(bytes))
                    QVERIFY(!facts->size.isEmpty() && facts->orientation >= 1 && facts->orientation <= 8);
                else
                    QCOMPARE(facts.error().code, ErrorCode::BadPicture);
            }
        }
    }
}

void TestPictureFacts::keepsTheRatio_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QSize>("scaled");
    QTest::newRow("half") << 50 << QSize(100, 80) << QSize(50, 40);
    QTest::newRow("rounded") << 50 << QSize(100, 81) << QSize(50, 41);
    QTest::newRow("flat") << 10 << QSize(1000, 3) << QSize(10, 1);
    QTest::newRow("as it is") << 100 << QSize(100, 80) << QSize(100, 80);
}

void TestPictureFacts::keepsTheRatio()
{
    QFETCH(int, width);
    QFETCH(QSize, size);
    QTEST(pictures::scaledTo(width, size), "scaled");
}

QTEST_GUILESS_MAIN(TestPictureFacts)
#include "tst_picture_facts.moc"
