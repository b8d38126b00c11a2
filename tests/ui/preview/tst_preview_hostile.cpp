// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview_driver.h"
#include "preview_main.h"
#include "support/hostile_texts.h"

#include "ui/preview/preview_renderer.h"

#include <array>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::ui;
using quillway::test::HostileText;
using quillway::test::PreviewDriver;

namespace {

constexpr int patience = 60'000; // milliseconds, on a machine with other things to do
const QByteArray head = "---\ntitle: Shown\ndate: 2024-02-03\n---\n";

} // namespace

/// Texts made to hang a preview, by the way that typed text takes: each has its page within the budget or is given up at its end, the window's thread goes on
/// meanwhile, and the next text is shown.
class TestPreviewHostile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isRenderedOrGivenUp_data();
    void isRenderedOrGivenUp();
    void isShownOrGivenUp_data();
    void isShownOrGivenUp();

private:
    PreviewDriver m_preview; ///< one engine for all
};

void TestPreviewHostile::isRenderedOrGivenUp_data()
{
    QTest::addColumn<QByteArray>("body");
    for (const HostileText &text : test::hostileTexts())
        QTest::newRow(text.name) << text.body;
}

void TestPreviewHostile::isRenderedOrGivenUp()
{
    QFETCH(const QByteArray, body);
    if (!m_preview.site)
        m_preview.load();
    PreviewRenderer renderer(exportedPages());
    QSignalSpy rendered(&renderer, &PreviewRenderer::rendered);
    QSignalSpy failed(&renderer, &PreviewRenderer::failed);
    QSignalSpy tooSlow(&renderer, &PreviewRenderer::tooSlow);
    QElapsedTimer clock;
    clock.start();
    renderer.request({ .number = 1, .site = m_preview.site, .file = SitePath::literal(u"posts/shown.md"), .text = head + body });
    QTRY_VERIFY_WITH_TIMEOUT(!rendered.isEmpty() || !tooSlow.isEmpty() || !failed.isEmpty(), patience);
    QVERIFY2(clock.elapsed() < 10'000, QByteArray::number(clock.elapsed()));
    if (!failed.isEmpty()) { // what is no text, or too deep for the engine
        const ErrorCode code = failed.first().first().value<Error>().code;
        QVERIFY(code == ErrorCode::NotUtf8 || code == ErrorCode::TooDeep);
    }
    rendered.clear();
    // What was given up may take a moment to notice.
    renderer.request({ .number = 2, .site = m_preview.site, .file = SitePath::literal(u"posts/shown.md"), .text = head + "light" });
    QTRY_VERIFY_WITH_TIMEOUT(!rendered.isEmpty(), patience);
}

void TestPreviewHostile::isShownOrGivenUp_data()
{
    QTest::addColumn<QByteArray>("body");
    // Those that make the largest, deepest or oddest pages.
    constexpr std::array names { "nested list markers in a line",
                                 "nested quotes",
                                 "tags",
                                 "tags never closed, as blocks",
                                 "comments",
                                 "wide table",
                                 "long table",
                                 "a word without end",
                                 "combining marks",
                                 "footnotes",
                                 "tasks",
                                 "every byte",
                                 "scripts",
                                 "direction overrides",
                                 "nested emphasis, closed" };
    for (const HostileText &text : test::hostileTexts()) {
        if (std::ranges::find(names, std::string_view(text.name)) != names.end())
            QTest::newRow(text.name) << text.body;
    }
}

void TestPreviewHostile::isShownOrGivenUp()
{
    QFETCH(const QByteArray, body);
    QVERIFY(m_preview.showBody("before\n"));
    QSignalSpy shown(&m_preview.view, &PreviewView::shown);
    m_preview.view.showText(SitePath::literal(u"posts/shown.md"), head + body);
    qint64 longestPause = 0;
    QElapsedTimer clock;
    clock.start();
    while (shown.isEmpty() && m_preview.view.notice().kind == PreviewNotice::Kind::None && clock.elapsed() < patience) {
        const qint64 before = clock.elapsed();
        QTest::qWait(5);
        longestPause = std::max(longestPause, clock.elapsed() - before);
    }
    QVERIFY2(longestPause < 3'000, QByteArray::number(longestPause));
    const PreviewNotice::Kind notice = m_preview.view.notice().kind;
    QVERIFY(!shown.isEmpty() || notice == PreviewNotice::Kind::TooSlow || notice == PreviewNotice::Kind::Failed);
    // The next key.
    m_preview.view.showText(SitePath::literal(u"posts/shown.md"), head + "after\n");
    QTRY_VERIFY_WITH_TIMEOUT(m_preview.page() && m_preview.bodyHtml().contains(u"after"), patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_preview.view.notice().kind, PreviewNotice::Kind::None, patience);
}

int main(int argc, char **argv)
{
    return quillway::test::runPreviewTest<TestPreviewHostile>(argc, argv);
}

#include "tst_preview_hostile.moc"
