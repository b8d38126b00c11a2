// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/export_site.h"
#include "core/publish/preview_page.h"
#include "core/publish/site_folder.h"
#include "support/fault_file_system.h"
#include "support/pictures.h"

#include <QTest>

#include <random>

using namespace quillway;
using namespace Qt::StringLiterals;
using test::quartered;
using test::SiteFolder;

namespace {

publish::ExportReport exported(const SiteFolder &site, const QString &output = u"out"_s, FileSystem *files = nullptr)
{
    NativeFileSystem disk;
    publish::ExportOptions options;
    options.output = site.beside(output);
    options.selection.buildDate = test::selection().buildDate;
    options.threads = 2;
    return publish::exportSite(files != nullptr ? *files : disk, *site.load(), options);
}

QByteArray file(const SiteFolder &site, const QString &path)
{
    return test::bytesOf(site.beside(u"out/"_s) + path);
}

QImage image(const SiteFolder &site, const QString &path)
{
    return QImage::fromData(file(site, path));
}

QStringList lines(const Diagnostics &diagnostics)
{
    QStringList lines;
    for (const Diagnostic &diagnostic : diagnostics)
        lines.append(toCompilerLine(diagnostic));
    return lines;
}

/// A site with one post, `body`, and this picture under assets/.
void writeSite(const SiteFolder &site, const QString &name, const QByteArray &picture, const QByteArray &body,
               const QByteArray &settings = {})
{
    site.write(u"quillway.toml"_s, "title = \"T\"\nbase_url = \"https://t.example/\"\n[pictures]\nwidths = [20, 40]\n" + settings);
    site.write(u"assets/"_s + name, picture);
    site.post(u"one"_s, 1, {}, body);
}

} // namespace

class TestPictureOutput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesVersionsBesideThePicture();
    void keepsAllPixelsOfWhatIsLinked_data();
    void keepsAllPixelsOfWhatIsLinked();
    void copiesOriginalsWhereAsked();
    void leavesDrawingsThatGrowAsTheyAre();
    void turnsAndStripsPhotos();
    void copiesWhatItCannotScale_data();
    void copiesWhatItCannotScale();
    void leavesTheAuthorsFilesAlone();
    void saysWhatStandsInTheText_data();
    void saysWhatStandsInTheText();
    void showsCovers();
    void previewsThePageThatIsExported();
    void scalesOnceForAllFolders();
    void takesAwayVersionsOfWhatIsGone();
    void looksAtNoPictureThatIsAsItWas();
};

void TestPictureOutput::writesVersionsBesideThePicture()
{
    const SiteFolder site;
    writeSite(site, u"images/Plan.PNG"_s, test::written(quartered({ 100, 50 }), "png"), "![Plan](/images/Plan.PNG)\n");
    QCOMPARE(lines(exported(site).diagnostics), QStringList());
    QCOMPARE(image(site, u"images/Plan.PNG"_s).size(), QSize(40, 20));
    QCOMPARE(image(site, u"images/Plan.PNG.20.webp"_s).size(), QSize(20, 10));
    QCOMPARE(image(site, u"images/Plan.PNG.40.webp"_s).size(), QSize(40, 20));
    QVERIFY(file(site, u"images/Plan.PNG"_s).startsWith("\x89PNG"));
    QVERIFY(file(site, u"images/Plan.PNG.40.webp"_s).startsWith("RIFF"));
    QVERIFY2(
        file(site, u"posts/one/index.html"_s)
            .contains(
                "<img src=\"/images/Plan.PNG\" width=\"40\" height=\"20\" srcset=\"/images/Plan.PNG.20.webp 20w, /images/Plan.PNG.40.webp "
                "40w\" sizes=\"(max-width: 40px) 100vw, 40px\" alt=\"Plan\">"),
        file(site, u"posts/one/index.html"_s));
}

void TestPictureOutput::keepsAllPixelsOfWhatIsLinked_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QSize>("size");
    QTest::newRow("shown only") << "![Plan](/plan.png)\n"_ba << QSize(40, 20);
    QTest::newRow("linked") << "[Plan](/plan.png)\n"_ba << QSize(100, 50);
    QTest::newRow("shown within a link") << "[![Plan](/plan.png)](/plan.png#x)\n"_ba << QSize(100, 50);
    QTest::newRow("linked in HTML") << "<a href='/plan.png?'>Plan</a>\n"_ba << QSize(100, 50);
    QTest::newRow("neither") << "Text.\n"_ba << QSize(40, 20);
}

void TestPictureOutput::keepsAllPixelsOfWhatIsLinked()
{
    QFETCH(QByteArray, body);
    const SiteFolder site;
    writeSite(site, u"plan.png"_s, test::withChunk(test::written(quartered({ 100, 50 }), "png"), "tEXt", QByteArray("a\0SECRET", 8)), body);
    exported(site);
    QTEST(image(site, u"plan.png"_s).size(), "size");
    QVERIFY(!file(site, u"plan.png"_s).contains("SECRET"));
}

void TestPictureOutput::copiesOriginalsWhereAsked()
{
    const SiteFolder site;
    const QByteArray photo = test::withExif(test::written(quartered({ 100, 50 }), "jpeg"), 6);
    writeSite(site, u"photo.jpg"_s, photo, "![Photo](/photo.jpg)\n", "originals = true\n");
    exported(site);
    QCOMPARE(file(site, u"photo.jpg"_s), photo);
    QCOMPARE(image(site, u"photo.jpg.40.webp"_s).size(), QSize(40, 80));
}

/// Two colours without order: scaled, they are many, and the less is lost the more bytes they take.
void TestPictureOutput::leavesDrawingsThatGrowAsTheyAre()
{
    QImage dots(400, 200, QImage::Format_RGB32);
    std::mt19937 random(1);
    for (int y = 0; y < dots.height(); ++y) {
        for (int x = 0; x < dots.width(); ++x)
            dots.setPixelColor(x, y, random() % 2 == 0 ? Qt::black : Qt::white);
    }
    const SiteFolder site;
    const QByteArray picture = test::written(dots.convertToFormat(QImage::Format_Mono), "png"); // a bit for each
    writeSite(site, u"dots.png"_s, picture, "![Dots](/dots.png)\n");
    site.write(u"quillway.toml"_s, "[pictures]\nwidths = [290, 400]\nquality = 99\n");
    exported(site);
    QCOMPARE(image(site, u"dots.png.290.webp"_s).size(), QSize(400, 200));
    QVERIFY(file(site, u"dots.png.290.webp"_s).size() <= picture.size());
    QVERIFY(file(site, u"posts/one/index.html"_s)
                .contains(" width=\"400\" height=\"200\" srcset=\"/dots.png.290.webp 290w, /dots.png.400.webp 400w\""));
}

void TestPictureOutput::turnsAndStripsPhotos()
{
    const SiteFolder site;
    const QByteArray photo = test::written(quartered({ 100, 50 }), "jpeg");
    writeSite(site, u"turned.jpg"_s, test::withExif(photo, 3), "Text.\n");
    site.write(u"assets/small.jpg"_s, test::withExif(test::written(quartered({ 20, 10 }), "jpeg"), 8));
    site.write(u"assets/upright.jpg"_s, test::withExif(photo, 1));
    exported(site);
    for (const QString &name : { u"turned.jpg"_s, u"turned.jpg.20.webp"_s, u"small.jpg"_s, u"upright.jpg"_s, u"upright.jpg.20.webp"_s })
        QVERIFY2(!file(site, name).contains("Exif") && !file(site, name).contains("GPS"), qPrintable(name));
    QVERIFY(image(site, u"turned.jpg"_s).pixelColor(38, 18).red() > 200); // what was in the upper left
    QCOMPARE(image(site, u"small.jpg"_s).size(), QSize(10, 20));
}

void TestPictureOutput::copiesWhatItCannotScale_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("remark");
    const QByteArray png = test::written(quartered({ 100, 50 }), "png");
    QByteArray bomb = png;
    bomb.replace(16, 8, QByteArray("\0\0\xff\xff\0\0\xff\xff", 8));
    QTest::newRow("one that moves") << u"a.png"_s << test::withChunk(png, "acTL", QByteArray(8, '\1')) << QString();
    QTest::newRow("GIF") << u"a.gif"_s << QByteArray("GIF89a\x64\0\x32\0\0\0\0;", 14) << QString();
    QTest::newRow("SVG") << u"a.svg"_s << "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"100\" height=\"50\"/>"_ba << QString();
    QTest::newRow("another format") << u"a.avif"_s << "anything"_ba << QString();
    QTest::newRow("no picture")
        << u"a.png"_s << "anything"_ba
        << u"assets/a.png: warning: the picture cannot be read, so it is copied as it is: it is none of JPEG, PNG, WebP, GIF and SVG"_s;
    QTest::newRow("empty")
        << u"a.png"_s << ""_ba
        << u"assets/a.png: warning: the picture cannot be read, so it is copied as it is: it is none of JPEG, PNG, WebP, GIF and SVG"_s;
    QTest::newRow("cut") << u"a.png"_s << png.first(60)
                         << u"assets/a.png: warning: the picture cannot be read, so it is copied as it is: "_s;
    QTest::newRow("a bomb") << u"a.png"_s << bomb
                            << u"assets/a.png: warning: the picture is too large to be scaled, so it is copied as it is: 65535 × 65535"_s;
    QTest::newRow("SVG with a script") << u"a.svg"_s << "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"x()\"/>"_ba
                                       << u"assets/a.svg: warning: the picture holds a script, which would run where it is opened by itself"_s;
}

void TestPictureOutput::copiesWhatItCannotScale()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, remark);
    const SiteFolder site;
    writeSite(site, name, bytes, "![Picture](/" + name.toUtf8() + ")\n");
    for (int i = 0; i < 2; ++i) {
        const publish::ExportReport report = exported(site);
        QVERIFY(!report.failure);
        QCOMPARE(lines(report.diagnostics).size(), remark.isEmpty() ? 0 : 1);
        QVERIFY2(lines(report.diagnostics).join(u' ').startsWith(remark), qPrintable(lines(report.diagnostics).join(u'\n')));
        for (const auto &[path, written] : test::filesUnder(site.beside(u"out"_s)))
            QVERIFY2(!path.startsWith(name) || written == bytes, qPrintable(path));
        QVERIFY(QFile::exists(site.beside(u"out/"_s + name)));
    }
}

/// Where the author has put a file, no version goes, and none is asked for.
void TestPictureOutput::leavesTheAuthorsFilesAlone()
{
    const SiteFolder site;
    writeSite(site, u"plan.png"_s, test::written(quartered({ 100, 50 }), "png"), "![Plan](/plan.png)\n");
    site.write(u"assets/plan.png.20.webp"_s, "the author's");
    exported(site);
    QCOMPARE(file(site, u"plan.png.20.webp"_s), "the author's"_ba);
    QVERIFY(file(site, u"posts/one/index.html"_s).contains(" srcset=\"/plan.png.40.webp 40w\""));
}

void TestPictureOutput::saysWhatStandsInTheText_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("html");
    const QByteArray known = " width=\"20\" height=\"10\"";
    QTest::newRow("the first") << "![a](/p.png)"_ba << "<p><img src=\"/p.png\"" + known + " alt=\"a\"></p>\n";
    QTest::newRow("the others") << "![a](/p.png \"t\") ![b](/p.png)"_ba
                                << "<p><img src=\"/p.png\"" + known + " alt=\"a\" title=\"t\"> <img src=\"/p.png\"" + known
            + " loading=\"lazy\" alt=\"b\"></p>\n";
    QTest::newRow("elsewhere")
        << "![a](https://e.example/a.png) ![b](https://e.example/b.png)"_ba
        << "<p><img src=\"https://e.example/a.png\" alt=\"a\"> <img src=\"https://e.example/b.png\" loading=\"lazy\" alt=\"b\"></p>\n"_ba;
    QTest::newRow("missing") << "![a](/none.png)"_ba << "<p><img src=\"/none.png\" alt=\"a\"></p>\n"_ba;
    QTest::newRow("in HTML") << "<img class=wide src=/p.png alt=a>"_ba << "<img class=wide src=\"/p.png\"" + known + " alt=a>\n";
    QTest::newRow("in HTML, in single quotes") << "<img src='/p.png'/>"_ba << "<img src='/p.png'" + known + "/>\n";
    QTest::newRow("in HTML, of which all is said") << "<img src=\"/p.png\" width=\"5\">"_ba << "<img src=\"/p.png\" width=\"5\">\n"_ba;
    QTest::newRow("in HTML, with versions of its own") << "<img src=\"/p.png\" srcset=\"/p.png 2x\">"_ba
                                                       << "<img src=\"/p.png\" srcset=\"/p.png 2x\">\n"_ba;
    QTest::newRow("in HTML, with blanks around the address") << "<img src=\" /p.png \">"_ba << "<img src=\" /p.png \">\n"_ba;
    QTest::newRow("in HTML, named twice") << "<img src=\"/p.png\" src=\"/x\">"_ba << "<img src=\"/p.png\"" + known + " src=\"/x\">\n";
    QTest::newRow("a link is none") << "[a](/p.png)"_ba << "<p><a href=\"/p.png\">a</a></p>\n"_ba;
}

void TestPictureOutput::saysWhatStandsInTheText()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, html);
    const SiteFolder site;
    writeSite(site, u"p.png"_s, test::written(quartered({ 20, 10 }), "png"), body + '\n');
    exported(site);
    const QByteArray page = file(site, u"posts/one/index.html"_s);
    QVERIFY2(page.contains("<div class=\"post-body\">" + html), page);
}

void TestPictureOutput::showsCovers()
{
    const SiteFolder site;
    writeSite(site, u"cover.jpg"_s, test::written(quartered({ 100, 50 }), "jpeg"), {});
    site.post(u"one"_s, 1, "cover: /cover.jpg\ncover_alt: A \"cover\"\n", "![a](/cover.jpg)\n");
    exported(site);
    const QByteArray page = file(site, u"posts/one/index.html"_s);
    for (const QByteArray &part : {
             "<img class=\"cover\" src=\"/cover.jpg\" alt=\"A &quot;cover&quot;\" width=\"40\" height=\"20\" "
             "srcset=\"/cover.jpg.20.webp 20w, /cover.jpg.40.webp 40w\" sizes=\"(max-width: 40px) 100vw, 40px\">"_ba,
             "<meta property=\"og:image\" content=\"https://t.example/cover.jpg\">"_ba,
             "<meta property=\"og:image:width\" content=\"40\">"_ba,
             "<meta property=\"og:image:height\" content=\"20\">"_ba,
             "<meta property=\"og:image:alt\" content=\"A &quot;cover&quot;\">"_ba,
             " loading=\"lazy\" alt=\"a\">"_ba,
         })
        QVERIFY2(page.contains(part), part + "\nis not in\n" + page);
}

void TestPictureOutput::previewsThePageThatIsExported()
{
    const SiteFolder site;
    writeSite(site, u"plan.png"_s, test::written(quartered({ 100, 50 }), "png"), "![Plan](/plan.png) ![Again](/plan.png)\n");
    site.write(u"posts/drawn/index.md"_s, "---\ndate: 2024-01-01\ncover: plan.png\n---\n![Plan](plan.png)\n");
    site.write(u"posts/drawn/plan.png"_s, test::written(quartered({ 30, 50 }), "png"));
    site.write(u"topics/t.md"_s, "---\ntitle: T\n---\n![Plan](/plan.png)\n");
    exported(site);
    const auto publication = site.publication();
    publish::Renderer renderer(publication->theme(), publication->settings().language);
    for (const model::PostPtr &post : publication->posts()) {
        const auto typed = model::readPostWithBody(post->file, post->source, publication->settings());
        const auto page = publish::renderPreview(*publication, *typed, renderer);
        QCOMPARE((*page)->html, file(site, (*page)->address.sliced(1) + u"index.html"_s));
        QVERIFY((*page)->html.contains("srcset"));
    }
    const auto topic = publish::renderPlacePreview(*publication, SitePath::literal(u"topics/t.md"), renderer);
    QCOMPARE(topic->html, file(site, u"topics/t/index.html"_s));
    QVERIFY(topic->html.contains("srcset"));
    // Where the export has a version, the preview finds the picture.
    const auto source = publication->fileForAddress(u"/plan.png.20.webp"_s);
    QVERIFY(source);
    QCOMPARE(source->path, site.path(u"assets/plan.png"_s));
    QVERIFY(!publication->fileForAddress(u"/none.png.20.webp"_s));
}

void TestPictureOutput::scalesOnceForAllFolders()
{
    const SiteFolder site;
    writeSite(site, u"plan.png"_s, test::written(quartered({ 100, 50 }), "png"), "Text.\n");
    exported(site);
    const auto kept = test::filesUnder(site.path(u".quillway/pictures"_s));
    QCOMPARE(kept.size(), size_t(3));
    NativeFileSystem disk;
    test::FaultFileSystem files(disk);
    exported(site, u"elsewhere"_s, &files);
    QVERIFY(test::filesUnder(site.path(u".quillway/pictures"_s)) == kept);
    for (const test::RecordedCall &call : files.calls())
        QVERIFY2(call.call != test::Call::Create || !call.path.contains("/pictures/"_L1), qPrintable(call.path));
    QVERIFY(test::filesUnder(site.beside(u"elsewhere"_s)) == test::filesUnder(site.beside(u"out"_s)));
}

void TestPictureOutput::takesAwayVersionsOfWhatIsGone()
{
    const SiteFolder site;
    writeSite(site, u"plan.png"_s, test::written(quartered({ 100, 50 }), "png"), "Text.\n");
    exported(site);
    QVERIFY(QFile::exists(site.beside(u"out/plan.png.20.webp"_s)));
    QFile::remove(site.path(u"assets/plan.png"_s));
    exported(site);
    QVERIFY(!QFile::exists(site.beside(u"out/plan.png.20.webp"_s)) && !QFile::exists(site.beside(u"out/plan.png"_s)));
}

void TestPictureOutput::looksAtNoPictureThatIsAsItWas()
{
    const SiteFolder site;
    writeSite(site, u"plan.png"_s, test::written(quartered({ 100, 50 }), "png"), "![Plan](/plan.png)\n");
    exported(site);
    QTest::qSleep(120); // the first after the clock's next step makes sure
    exported(site);
    NativeFileSystem disk;
    test::FaultFileSystem files(disk);
    const publish::ExportReport again = exported(site, u"out"_s, &files);
    QCOMPARE(again.written, 0);
    const auto isOfPicture = [](const test::RecordedCall &call) {
        return call.call == test::Call::Read && call.path.endsWith("plan.png"_L1);
    };
    QCOMPARE(std::ranges::count_if(files.calls(), isOfPicture), 1); // of its head
}

QTEST_GUILESS_MAIN(TestPictureOutput)
#include "tst_picture_output.moc"
