// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preview/preview_renderer.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace quillway;
using namespace quillway::ui;

namespace {

/// A rendering that does what its text says: `slow`, `deaf`, `wrong`, else at once. Counts and remembers.
struct FakeSource {
    std::mutex mutex;
    QByteArrayList begun;
    std::atomic<int> atOnce = 0;
    std::atomic<int> mostAtOnce = 0;
    std::thread::id thread;

    std::optional<Result<RenderedPreview>> render(const PreviewRequest &request, const std::stop_token &stop)
    {
        mostAtOnce = std::max<int>(mostAtOnce, ++atOnce);
        {
            const std::scoped_lock lock(mutex);
            begun += request.text;
            thread = std::this_thread::get_id();
        }
        const auto result = answer(request, stop);
        --atOnce;
        return result;
    }

    static std::optional<Result<RenderedPreview>> answer(const PreviewRequest &request, const std::stop_token &stop)
    {
        if (request.text.startsWith("wrong"))
            return std::unexpected(Error { .code = ErrorCode::FrontMatterSyntax, .file = u"posts/x.md"_s, .position = {}, .detail = u"?"_s });
        if (request.text.startsWith("deaf"))
            std::this_thread::sleep_for(400ms);
        for (int i = 0; request.text.startsWith("slow") && i < 500; ++i) {
            if (stop.stop_requested())
                return std::nullopt;
            std::this_thread::sleep_for(10ms);
        }
        auto page = std::make_shared<PiecedPage>();
        page->html = request.text;
        page->pieces = { { request.text, 1, 1 } };
        RenderedPreview preview;
        preview.number = request.number;
        preview.file = request.file;
        preview.page = page;
        return preview;
    }

    QByteArrayList texts()
    {
        const std::scoped_lock lock(mutex);
        return begun;
    }
};

struct Rig {
    explicit Rig(RenderLimits limits = {})
        : renderer([this](const PreviewRequest &request, const std::stop_token &stop) { return source.render(request, stop); }, limits)
    {
        QObject::connect(&renderer, &PreviewRenderer::rendered, &renderer,
                         [this](const RenderedPreview &preview, const PiecedPagePtr &base, const PagePatch &patch) {
                             shown += preview.page->html;
                             lastBase = base;
                             lastPatch = patch;
                         });
        QObject::connect(&renderer, &PreviewRenderer::failed, &renderer, [this](const Error &error) { errors += error; });
        QObject::connect(&renderer, &PreviewRenderer::tooSlow, &renderer, [this] { ++slow; });
    }

    void request(const QByteArray &text)
    {
        PreviewRequest next;
        next.number = ++number;
        next.text = text;
        renderer.request(next);
    }

    FakeSource source;
    QByteArrayList shown;
    QList<Error> errors;
    PiecedPagePtr lastBase;
    PagePatch lastPatch;
    int slow = 0;
    quint64 number = 0;
    PreviewRenderer renderer;
};

} // namespace

class TestPreviewRenderer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhenToStop_data();
    void saysWhenToStop();
    void rendersOnAnotherThread();
    void rendersTheNewestOfThoseThatWait();
    void givesUpASlowOneForANewerText();
    void showsSomethingWhileTypingGoesOn();
    void stopsWhatIsTooSlow();
    void saysSoEvenIfItCannotBeStopped();
    void reportsErrors();
    void bringsAPatchForThePageThatStands();
    void forgetsWhatWasCancelled();
    void endsWhileRendering();
};

void TestPreviewRenderer::saysWhenToStop_data()
{
    QTest::addColumn<int>("age");
    QTest::addColumn<bool>("superseded");
    QTest::addColumn<int>("sinceLastPage");
    QTest::addColumn<bool>("stop");

    QTest::newRow("nothing newer") << 1900 << false << 100 << false;
    QTest::newRow("beyond the budget") << 2000 << false << 100 << true;
    QTest::newRow("newer, but it has only begun") << 90 << true << 100 << false;
    QTest::newRow("newer, and this takes long") << 110 << true << 500 << true;
    QTest::newRow("newer, but nothing was shown for long") << 1500 << true << 1600 << false;
    QTest::newRow("newer, nothing shown, beyond the budget") << 2100 << true << 2200 << true;
}

void TestPreviewRenderer::saysWhenToStop()
{
    QFETCH(const int, age);
    QFETCH(const bool, superseded);
    QFETCH(const int, sinceLastPage);
    QTEST(mustStop({}, std::chrono::milliseconds(age), superseded, std::chrono::milliseconds(sinceLastPage)), "stop");
}

void TestPreviewRenderer::rendersOnAnotherThread()
{
    Rig rig;
    rig.request("a");
    QTRY_COMPARE(rig.shown, QByteArrayList { "a" });
    QVERIFY(rig.source.thread != std::this_thread::get_id());
}

void TestPreviewRenderer::rendersTheNewestOfThoseThatWait()
{
    Rig rig;
    rig.request("deaf");
    QTRY_COMPARE(rig.source.texts().size(), 1);
    for (const char *text : { "a", "ab", "abc" })
        rig.request(text);
    QTRY_VERIFY(rig.shown.contains("abc"));
    QCOMPARE(rig.source.texts(), (QByteArrayList { "deaf", "abc" }));
    QCOMPARE(rig.source.mostAtOnce.load(), 1);
}

void TestPreviewRenderer::givesUpASlowOneForANewerText()
{
    Rig rig({ .budget = 60s, .grace = 50ms, .pause = 10s });
    rig.request("quick"); // so that there is a page
    QTRY_COMPARE(rig.shown.size(), 1);
    rig.request("slow");
    QTRY_COMPARE(rig.source.texts().size(), 2);
    QElapsedTimer timer;
    timer.start();
    rig.request("newer");
    QTRY_COMPARE(rig.shown, (QByteArrayList { "quick", "newer" }));
    QVERIFY2(timer.elapsed() < 2000, "it would have taken 5 s");
    QCOMPARE(rig.slow, 0);
}

void TestPreviewRenderer::showsSomethingWhileTypingGoesOn()
{
    Rig rig({ .budget = 60s, .grace = 50ms, .pause = 150ms });
    // Each takes 400 ms and there is always a newer one.
    for (int i = 0; i < 40; ++i) {
        rig.request("deaf " + QByteArray::number(i));
        QTest::qWait(50);
    }
    QVERIFY2(rig.shown.size() >= 3, QByteArray::number(rig.shown.size()));
}

void TestPreviewRenderer::stopsWhatIsTooSlow()
{
    Rig rig({ .budget = 200ms });
    rig.request("good");
    QTRY_COMPARE(rig.shown.size(), 1);
    rig.request("slow");
    QTRY_COMPARE(rig.slow, 1);
    QCOMPARE(rig.shown.size(), 1);
    rig.request("good again");
    QTRY_COMPARE(rig.shown.size(), 2);
    QCOMPARE(rig.slow, 1);
}

void TestPreviewRenderer::saysSoEvenIfItCannotBeStopped()
{
    Rig rig({ .budget = 100ms });
    QElapsedTimer timer;
    timer.start();
    rig.request("deaf");
    QTRY_COMPARE_WITH_TIMEOUT(rig.slow, 1, 350);
    QTRY_COMPARE(rig.shown, QByteArrayList { "deaf" }); // late is better than never
}

void TestPreviewRenderer::reportsErrors()
{
    Rig rig;
    rig.request("wrong");
    QTRY_COMPARE(rig.errors.size(), 1);
    QCOMPARE(rig.errors.first().code, ErrorCode::FrontMatterSyntax);
    QVERIFY(rig.shown.isEmpty());
}

void TestPreviewRenderer::bringsAPatchForThePageThatStands()
{
    Rig rig;
    rig.request("a");
    QTRY_COMPARE(rig.shown.size(), 1);
    QVERIFY(!rig.lastBase);
    auto standing = std::make_shared<PiecedPage>();
    standing->pieces = { { "before", 1, 1 } };
    rig.renderer.setStandingPage(standing);
    rig.request("b");
    QTRY_COMPARE(rig.shown.size(), 2);
    QCOMPARE(rig.lastBase, PiecedPagePtr(standing));
    QCOMPARE(rig.lastPatch.splices, (QList<PieceSplice> { { 0, 1, { "b" } } }));
}

void TestPreviewRenderer::forgetsWhatWasCancelled()
{
    Rig rig;
    rig.request("deaf");
    QTRY_COMPARE(rig.source.texts().size(), 1);
    rig.request("waiting");
    rig.renderer.cancel();
    QTest::qWait(600);
    QVERIFY(rig.shown.isEmpty());
    QCOMPARE(rig.source.texts(), QByteArrayList { "deaf" });
    rig.request("next");
    QTRY_COMPARE(rig.shown, QByteArrayList { "next" });
}

void TestPreviewRenderer::endsWhileRendering()
{
    QElapsedTimer timer;
    {
        Rig rig;
        rig.request("slow");
        QTRY_COMPARE(rig.source.texts().size(), 1);
        rig.request("waiting");
        timer.start();
    }
    QVERIFY2(timer.elapsed() < 1000, "the rendering was not stopped");
}

QTEST_GUILESS_MAIN(TestPreviewRenderer)
#include "tst_preview_renderer.moc"
