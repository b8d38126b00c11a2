// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/added_files.h"

#include "core/base/native_file_system.h"
#include "support/fault_file_system.h"
#include "support/site_folder.h"
#include "ui/aids/writing.h"
#include "ui/editor/alt_hint.h"

#include <QBuffer>
#include <QClipboard>
#include <QDropEvent>
#include <QGuiApplication>
#include <QImage>
#include <QMimeData>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::test;
using namespace quillway::ui;

namespace {

constexpr int patience = 10'000; // milliseconds

QByteArray picture(const char *format, Qt::GlobalColor colour = Qt::red)
{
    QImage image(4, 3, QImage::Format_RGB32);
    image.fill(colour);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!image.save(&buffer, format))
        qFatal("no such format");
    return bytes;
}

/// What a file manager copies.
QMimeData *filesAsData(const QStringList &paths)
{
    auto *data = new QMimeData;
    QList<QUrl> urls;
    for (const QString &path : paths)
        urls.append(QUrl::fromLocalFile(path));
    data->setUrls(urls);
    data->setText(paths.join(u'\n'));
    return data;
}

/// An open site with a bundle, whose text is in the editor.
struct Desk {
    SiteFolder folder;
    SiteFolder elsewhere;
    NativeFileSystem disk;
    FaultFileSystem files { disk };
    workspace::Workspace workspace { files };
    Writing writing;
    AddedFiles added { workspace, writing.editor() };
    QStringList failures;

    explicit Desk(const QString &marked, const QString &file = u"posts/go/index.md"_s, const QByteArray &head = {})
        : writing(marked, head)
    {
        folder.write(u"quillway.toml"_s, "title = \"T\"\n");
        folder.write(file, "text");
        writing.document().setFile(SitePath::literal(file));
        QSignalSpy loaded(&workspace, &workspace::Workspace::loaded);
        workspace.open(folder.path());
        if (!loaded.wait(patience))
            qFatal("not loaded");
        QObject::connect(&added, &AddedFiles::failed, &added, [this](const QString &text) { failures.append(text); });
    }

    /// Pastes, and waits until all is done.
    void paste(QMimeData *data)
    {
        QGuiApplication::clipboard()->setMimeData(data);
        QSignalSpy working(&added, &AddedFiles::working);
        writing.press(QKeySequence(Qt::CTRL | Qt::Key_V));
        if (!working.isEmpty() && !QTest::qWaitFor([&] { return working.size() == 2; }, patience))
            qFatal("never done");
    }
    void paste(const QString &file) { paste(filesAsData({ elsewhere.path(file) })); }
    [[nodiscard]] QLabel &hint() { return *writing.editor().findChild<AltHint *>(); }
};

} // namespace

class TestAddedFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void files_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QStringList>("names");
        QTest::addColumn<QString>("after");
        const QStringList plan { u"My_plan.png"_s };
        QTest::newRow("a picture in an empty text") << u"‸"_s << plan << u"![⟨My plan‸](my_plan.png)"_s;
        QTest::newRow("in a line") << u"see ‸ there"_s << plan << u"see ![⟨My plan‸](my_plan.png) there"_s;
        QTest::newRow("over words") << u"see ⟨The plan‸."_s << plan << u"see ![⟨The plan‸](my_plan.png)."_s;
        QTest::newRow("in an item") << u"- ‸"_s << plan << u"- ![⟨My plan‸](my_plan.png)"_s;
        QTest::newRow("in a cell") << u"| ‸ |\n| - |"_s << plan << u"| ![⟨My plan‸](my_plan.png) |\n| - |"_s;
        QTest::newRow("a document") << u"‸"_s << QStringList { u"The Slides.pdf"_s } << u"[⟨The Slides.pdf‸](the-slides.pdf)"_s;
        QTest::newRow("a drawing") << u"‸"_s << QStringList { u"d.svg"_s } << u"[⟨d.svg‸](d.svg)"_s;
        QTest::newRow("several") << u"a‸b"_s << QStringList { u"My_plan.png"_s, u"The Slides.pdf"_s, u"b.jpg"_s }
                                 << u"a\n\n![⟨My plan‸](my_plan.png)\n\n[The Slides.pdf](the-slides.pdf)\n\n![b](b.jpg)\n\nb"_s;
        QTest::newRow("one picture of another kind than its name") << u"‸"_s << QStringList { u"jpeg.png"_s } << u"![⟨jpeg‸](jpeg.jpg)"_s;
        QTest::newRow("one of a format that pages do not show") << u"‸"_s << QStringList { u"old.bmp"_s } << u"![⟨old‸](old.png)"_s;
    }
    void files()
    {
        QFETCH(QString, before);
        QFETCH(QStringList, names);
        QFETCH(QString, after);
        Desk desk(before);
        desk.elsewhere.write(u"My_plan.png"_s, picture("png"));
        desk.elsewhere.write(u"The Slides.pdf"_s, "%PDF-1.7"_ba);
        desk.elsewhere.write(u"d.svg"_s, "<svg/>"_ba);
        desk.elsewhere.write(u"b.jpg"_s, picture("jpg"));
        desk.elsewhere.write(u"jpeg.png"_s, picture("jpg"));
        desk.elsewhere.write(u"old.bmp"_s, picture("bmp"));
        QStringList paths;
        for (const QString &name : std::as_const(names))
            paths.append(desk.elsewhere.path(name));
        desk.paste(filesAsData(paths));
        QCOMPARE(desk.failures, QStringList());
        QCOMPARE(desk.writing.marked(), after);
        desk.writing.press(QKeySequence(Qt::CTRL | Qt::Key_Z));
        QCOMPARE(desk.writing.marked(), before);
        desk.writing.press(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z));
        QCOMPARE(desk.writing.marked(), after);
    }

    void theFileIsKeptByteForByte()
    {
        Desk desk(u"‸"_s);
        desk.elsewhere.write(u"a.png"_s, picture("png"));
        desk.paste(u"a.png"_s);
        QCOMPARE(desk.folder.read(u"posts/go/a.png"_s), picture("png"));
        QVERIFY(desk.workspace.site()->hasAsset(SitePath::literal(u"posts/go/a.png")));
    }

    void anotherPictureOfTheNameGetsAnother()
    {
        Desk desk(u"‸"_s);
        desk.elsewhere.write(u"a.png"_s, picture("png"));
        desk.folder.write(u"posts/go/a.png"_s, picture("png", Qt::green));
        desk.paste(u"a.png"_s);
        QCOMPARE(desk.writing.marked(), u"![⟨a‸](a-2.png)"_s);
        QCOMPARE(desk.folder.read(u"posts/go/a.png"_s), picture("png", Qt::green));
    }

    void thePictureOfAPostThatIsOneFile()
    {
        Desk desk(u"‸"_s, u"posts/2024-05-01-go.md"_s);
        desk.elsewhere.write(u"a.png"_s, picture("png"));
        desk.paste(u"a.png"_s);
        QCOMPARE(desk.writing.marked(), u"![⟨a‸](/images/a.png)"_s);
        QVERIFY(desk.folder.has(u"assets/images/a.png"_s));
    }

    void aFileOfTheSiteIsNotCopied()
    {
        Desk desk(u"‸"_s);
        desk.folder.write(u"assets/img/a.png"_s, picture("png"));
        desk.paste(filesAsData({ desk.folder.path(u"assets/img/a.png"_s) }));
        QCOMPARE(desk.writing.marked(), u"![⟨a‸](/img/a.png)"_s);
        QVERIFY(!desk.folder.has(u"posts/go/a.png"_s));
    }

    void pictureData_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("after");
        QTest::newRow("named after its heading") << u"# A\n\n## Worker *pools* ##\n\n‸"_s << u"posts/go/index.md"_s
                                                 << u"# A\n\n## Worker *pools* ##\n\n![⟨Worker pools‸](worker-pools.png)"_s;
        QTest::newRow("named after its bundle") << u"‸"_s << u"posts/2024-05-01-go/index.md"_s << u"![⟨go‸](go.png)"_s;
        QTest::newRow("among those of all posts")
            << u"## Pools\n\n‸"_s << u"posts/2024-05-01-go.md"_s << u"## Pools\n\n![⟨go Pools‸](/images/go-pools.png)"_s;
    }
    void pictureData()
    {
        QFETCH(QString, before);
        QFETCH(QString, file);
        QFETCH(QString, after);
        Desk desk(before, file);
        auto *data = new QMimeData;
        data->setImageData(QImage::fromData(picture("png")));
        desk.paste(data);
        QCOMPARE(desk.writing.marked(), after);
        desk.writing.press(QKeySequence(Qt::CTRL | Qt::Key_Z));
        QCOMPARE(desk.writing.marked(), before);
    }

    void bytesOfAFormatForTheWebStayAsTheyAre()
    {
        Desk desk(u"‸"_s);
        auto *data = new QMimeData;
        data->setData(u"image/jpeg"_s, picture("jpg"));
        data->setHtml(u"<img src='https://t.example/x.jpg'>"_s); // as browsers copy a picture
        desk.paste(data);
        QCOMPARE(desk.writing.marked(), u"![⟨go‸](go.jpg)"_s);
        QCOMPARE(desk.folder.read(u"posts/go/go.jpg"_s), picture("jpg"));
    }

    void aSpreadsheetsPictureOfItselfIsNotTaken()
    {
        Desk desk(u"‸"_s);
        auto *data = new QMimeData;
        data->setText(u"a\tb\nc\td"_s);
        data->setImageData(QImage::fromData(picture("png")));
        desk.paste(data);
        QCOMPARE(desk.writing.marked(), u"| a   | b   |\n| --- | --- |\n| c   | d   |‸"_s);
    }

    void dropped()
    {
        Desk desk(u"one\n\ntwo‸"_s);
        desk.elsewhere.write(u"a.png"_s, picture("png"));
        const std::unique_ptr<QMimeData> data(filesAsData({ desk.elsewhere.path(u"a.png"_s) }));
        TextEditor &editor = desk.writing.editor();
        QTextCursor at(editor.document());
        at.movePosition(QTextCursor::NextBlock);
        const QPoint place = editor.cursorRect(at).center();
        QDragEnterEvent enter(place, Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(editor.viewport(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(place, Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(editor.viewport(), &drop);
        QTRY_COMPARE(desk.writing.marked(), u"one\n![⟨a‸](a.png)\ntwo"_s);
    }

    void theAlternativeTextIsAskedForAtOnce()
    {
        Desk desk(u"see ‸ there"_s);
        desk.elsewhere.write(u"a.png"_s, picture("png"));
        desk.paste(u"a.png"_s);
        QVERIFY(desk.hint().isVisible());
        desk.writing.type(u"Two pools"_s);
        QCOMPARE(desk.writing.marked(), u"see ![Two pools‸](a.png) there"_s);
        QVERIFY(desk.hint().isVisible());
        desk.writing.press(QKeySequence(Qt::Key_Return));
        QCOMPARE(desk.writing.marked(), u"see ![Two pools](a.png)‸ there"_s);
        QVERIFY(!desk.hint().isVisible());
        desk.writing.press(QKeySequence(Qt::Key_Return)); // has its plain meaning again
        QCOMPARE(desk.writing.marked(), u"see ![Two pools](a.png)\n‸ there"_s);
    }

    void theHintGoesWithTheCaret_data()
    {
        QTest::addColumn<QKeySequence>("key");
        QTest::newRow("Escape") << QKeySequence(Qt::Key_Escape);
        QTest::newRow("to the line's end") << QKeySequence(Qt::Key_End);
        QTest::newRow("undone") << QKeySequence(Qt::CTRL | Qt::Key_Z);
    }
    void theHintGoesWithTheCaret()
    {
        QFETCH(QKeySequence, key);
        Desk desk(u"‸"_s);
        desk.elsewhere.write(u"a.png"_s, picture("png"));
        desk.paste(u"a.png"_s);
        QVERIFY(desk.hint().isVisible());
        desk.writing.press(key);
        QVERIFY(!desk.hint().isVisible());
    }

    void aTextThatWentOnGetsItWhereItWasPasted()
    {
        Desk desk(u"a‸"_s);
        desk.elsewhere.write(u"p.png"_s, picture("png"));
        QGuiApplication::clipboard()->setMimeData(filesAsData({ desk.elsewhere.path(u"p.png"_s) }));
        desk.writing.press(QKeySequence(Qt::CTRL | Qt::Key_V));
        desk.writing.press(QKeySequence(Qt::Key_Home));
        desk.writing.type(u"b"_s);
        QTRY_COMPARE(desk.writing.marked(), u"b‸a![p](p.png)"_s);
        QVERIFY(!desk.hint().isVisible());
    }

    void failuresLeaveTheTextAlone_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<std::optional<ErrorCode>>("fault");
        QTest::addColumn<QString>("said");
        QTest::newRow("not a picture") << "no picture"_ba << std::optional<ErrorCode>() << u"not a picture"_s;
        QTest::newRow("half a picture") << picture("png").first(30) << std::optional<ErrorCode>() << u"damaged"_s;
        QTest::newRow("the disk is full") << picture("png") << std::optional(ErrorCode::DiskFull) << u"no space left"_s;
        QTest::newRow("read-only") << picture("png") << std::optional(ErrorCode::NotWritable) << u"cannot be written"_s;
        QTest::newRow("too large") << QByteArray(workspace::largestAsset + 1, 'x') << std::optional<ErrorCode>() << u"larger than 64 MB"_s;
    }
    void failuresLeaveTheTextAlone()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(std::optional<ErrorCode>, fault);
        QFETCH(QString, said);
        Desk desk(u"te⟨x‸t"_s);
        desk.elsewhere.write(u"a.png"_s, bytes);
        if (fault)
            desk.files.failAt({ .call = Call::Create, .lasting = Lasting::Forever, .code = *fault });
        desk.paste(u"a.png"_s);
        QCOMPARE(desk.writing.marked(), u"te⟨x‸t"_s);
        QCOMPARE(desk.failures.size(), 1);
        QVERIFY2(desk.failures.constFirst().contains(said), qPrintable(desk.failures.constFirst()));
        QVERIFY(desk.failures.constFirst().contains(u"“a.png”"_s));
        QVERIFY(!desk.folder.has(u"posts/go/a.png"_s));
    }

    void foldersAndFilesThatAreGone()
    {
        Desk desk(u"‸"_s);
        desk.elsewhere.write(u"b.png"_s, picture("png"));
        desk.paste(filesAsData({ desk.elsewhere.path(), desk.elsewhere.path(u"gone.pdf"_s), desk.elsewhere.path(u"b.png"_s) }));
        QCOMPARE(desk.writing.marked(), u"![⟨b‸](b.png)"_s); // the others are no reason to leave it out
        QCOMPARE(desk.failures.size(), 1);
        QVERIFY(desk.failures.constFirst().contains(u"“gone.pdf”"_s));
    }

    void inCodeItIsText()
    {
        Desk desk(u"```\n‸\n```"_s);
        desk.elsewhere.write(u"a.png"_s, picture("png"));
        desk.paste(u"a.png"_s);
        QCOMPARE(desk.writing.marked(), u"```\n%1‸\n```"_s.arg(desk.elsewhere.path(u"a.png"_s)));
        auto *data = new QMimeData;
        data->setImageData(QImage::fromData(picture("png")));
        desk.paste(data);
        QCOMPARE(desk.failures.size(), 1);
        QVERIFY(!desk.folder.has(u"posts/go/a.png"_s));
    }
};

QTEST_MAIN(TestAddedFiles)
#include "tst_added_files.moc"
