// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preview/preview_view.h"

#include "ui/preview/content_view.h"
#include "ui/preview/external_url.h"
#include "ui/preview/live_page.h"
#include "ui/preview/preview_renderer.h"
#include "ui/preview/same_surroundings.h"

#include <QElapsedTimer>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPointer>
#include <QStyleHints>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace quillway::ui {

namespace {

/// A process that dies or hangs more often than this within the time is not started again by itself.
constexpr int toleratedDeaths = 3;
constexpr auto deathsWithin = 60s;

int maximumWidthOf(PreviewDevice device)
{
    switch (device) {
    case PreviewDevice::Desktop: break;
    case PreviewDevice::Tablet: return 768;
    case PreviewDevice::Phone: return 390;
    }
    return QWIDGETSIZE_MAX;
}

bool hasPage(const SitePath &file)
{
    const QString folder = file.topFolder();
    return folder == "posts"_L1 || folder == "pages"_L1 || folder == "topics"_L1 || folder == "paths"_L1;
}

} // namespace

struct PreviewView::Private {
    explicit Private(PreviewView &view)
        : q(view)
        , layout(&view)
    { }

    void render();
    void showNothing();
    void startEngine();
    void stopEngine();
    void scrollTo(double point, std::optional<double> position, bool isTied);
    void tellClick(const PageClick &click);
    void engineFailed();
    void take(const RenderedPreview &preview, const PiecedPagePtr &base, const PagePatch &patch);
    void say(PreviewNotice::Kind kind, const Error &error = {});
    void follow(const QUrl &url);
    [[nodiscard]] QString colourName() const;

    PreviewView &q;
    QHBoxLayout layout;
    ContentView *view = nullptr; ///< null while there is nothing to show or the engine is given up
    LivePage *live = nullptr; ///< child of view

    model::SitePtr site;
    std::optional<SitePath> file;
    QByteArray text;
    quint64 number = 0; ///< of the newest request
    bool isStale = false; ///< something changed while nobody could see it
    std::optional<WantedPlace> wanted; ///< until there is an engine

    PreviewColours colours = PreviewColours::Follow;
    PreviewDevice device = PreviewDevice::Desktop;
    double zoom = 1;
    bool isScriptless = false;
    bool isRemoteAllowed = false;
    PreviewNotice notice;
    QList<QElapsedTimer> deaths;

    PreviewRenderer renderer { exportedPages(), { .budget = PreviewView::budget } };
};

PreviewView::PreviewView(QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(*this))
{
    // The web engine draws by the graphics card, and a window in which something does has to be made so: one that is shown already would be made anew, and
    // all of it would go through the card from then on, the editor's text too. In a native window of its own, the preview concerns nobody.
    setAttribute(Qt::WA_DontCreateNativeAncestors);
    setAttribute(Qt::WA_NativeWindow);
    setAutoFillBackground(true);
    setAccessibleName(tr("Preview"));
    d->layout.setContentsMargins(0, 0, 0, 0);
    d->layout.setSpacing(0);
    connect(&d->renderer, &PreviewRenderer::rendered, this,
            [this](const RenderedPreview &preview, const PiecedPagePtr &base, const PagePatch &patch) { d->take(preview, base, patch); });
    connect(&d->renderer, &PreviewRenderer::failed, this, [this](const Error &error) {
        if (d->live && d->live->standing() && d->live->standing()->file != d->file)
            d->stopEngine(); // another file's page would pass for this one's
        d->say(PreviewNotice::Kind::Failed, error);
    });
    connect(&d->renderer, &PreviewRenderer::tooSlow, this, [this] { d->say(PreviewNotice::Kind::TooSlow); });
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, [this] { setColours(d->colours); });
}

PreviewView::~PreviewView()
{
    d->stopEngine();
}

void PreviewView::setSite(const model::SitePtr &site)
{
    const model::SitePtr before = std::exchange(d->site, site);
    const bool isOther = before && (!site || before->folder() != site->folder());
    if (isOther)
        setRemoteMediaAllowed(false); // that was a word on the other one
    if (isOther && site)
        d->file.reset(); // it was one of the other site's
    if (before && site && d->file && haveSameSurroundings(*before, *site, *d->file))
        return;
    d->render();
}

void PreviewView::showText(const SitePath &file, const QByteArray &text)
{
    if (d->file != file)
        d->renderer.cancel();
    d->file = file;
    d->text = text;
    d->render();
}

void PreviewView::showPost(const model::PostPtr &post)
{
    showText(post->file, post->source);
}

void PreviewView::clear()
{
    d->file.reset();
    d->text.clear();
    d->render();
}

/// Starts what leads from the text to the screen; put off while nobody sees it.
void PreviewView::Private::render()
{
    isStale = !q.isVisible();
    if (isStale)
        return;
    if (!site || !file || !hasPage(*file)) {
        renderer.cancel();
        showNothing();
        return;
    }
    renderer.request({ .number = ++number, .site = site, .file = *file, .text = text });
    // The engine takes its time to start: it does so while the first text is rendered.
    if (!view && notice.kind != PreviewNotice::Kind::EngineDied)
        QMetaObject::invokeMethod(&q, [this] { startEngine(); }, Qt::QueuedConnection);
}

void PreviewView::Private::showNothing()
{
    stopEngine();
    say(file && !hasPage(*file) ? PreviewNotice::Kind::NoPage : PreviewNotice::Kind::None);
}

void PreviewView::Private::startEngine()
{
    if (view || !site || !file || !hasPage(*file))
        return;
    view = new ContentView(colourName(), &q);
    view->setMaximumWidth(maximumWidthOf(device));
    view->setZoomFactor(zoom);
    view->setScripted(!isScriptless);
    layout.addWidget(view);
    q.setFocusProxy(view);
    live = new LivePage(*view, view);
    live->setRemoteMediaAllowed(isRemoteAllowed);
    connect(live, &LivePage::standingChanged, &q, [this] { renderer.setStandingPage(live->standing()->page); });
    connect(live, &LivePage::painted, &q, [this](quint64 shown) {
        if (shown == number)
            Q_EMIT q.shown();
    });
    connect(live, &LivePage::clicked, &q, [this](const PageClick &click) { tellClick(click); });
    connect(live, &LivePage::scrolled, &q, &PreviewView::scrolled);
    connect(live, &LivePage::followed, &q, [this](const QUrl &url) { follow(url); });
    connect(live, &LivePage::remoteMediaCounted, &q, &PreviewView::remoteMediaCounted);
    connect(live, &LivePage::stuck, &q, [this] { engineFailed(); });
    connect(view, &ContentView::died, &q, [this] { engineFailed(); });
    connect(view->page(), &QWebEnginePage::linkHovered, &q, &PreviewView::linkHovered);
}

void PreviewView::Private::stopEngine()
{
    renderer.setStandingPage(nullptr);
    if (!view)
        return;
    // It may be one of its own signals that leads here, so it lives on for a moment, without a say.
    live->disconnect(&q);
    view->disconnect(&q);
    view->page()->disconnect(&q);
    view->hide();
    view->deleteLater();
    view = nullptr;
    live = nullptr;
}

/// Another engine with the same text, unless that went wrong too often.
void PreviewView::Private::engineFailed()
{
    stopEngine();
    deaths.removeIf([](const QElapsedTimer &death) { return death.durationElapsed() > deathsWithin; });
    deaths.append(QElapsedTimer());
    deaths.last().start();
    if (deaths.size() > toleratedDeaths)
        say(PreviewNotice::Kind::EngineDied);
    else
        render();
}

void PreviewView::Private::take(const RenderedPreview &preview, const PiecedPagePtr &base, const PagePatch &patch)
{
    if (preview.file != file || notice.kind == PreviewNotice::Kind::EngineDied)
        return;
    say(PreviewNotice::Kind::None);
    startEngine();
    if (wanted)
        live->scrollTo(*std::exchange(wanted, std::nullopt));
    live->take(preview, base, patch);
}

void PreviewView::Private::say(PreviewNotice::Kind kind, const Error &error)
{
    const PreviewNotice said { kind, error };
    if (said == notice)
        return;
    notice = said;
    Q_EMIT q.noticeChanged(notice);
}

void PreviewView::Private::follow(const QUrl &url)
{
    if (const auto external = externalUrlFor(url)) {
        Q_EMIT q.externalLink(*external);
        return;
    }
    const auto path = sitePath(url);
    if (!path || !live->standing())
        return;
    if (const auto document = live->standing()->publication->documentForAddress(*path))
        Q_EMIT q.linkActivated(*document);
}

void PreviewView::scrollToLine(int line, std::optional<double> position)
{
    d->scrollTo(line, position, false);
}

void PreviewView::tieTo(double point, double position)
{
    d->scrollTo(point, position, true);
}

void PreviewView::Private::scrollTo(double point, std::optional<double> position, bool isTied)
{
    if (!file)
        return;
    const WantedPlace place { .file = *file, .number = number, .point = point, .position = position, .isTied = isTied };
    if (live)
        live->scrollTo(place);
    else
        wanted = place;
}

namespace {

/// The lines `first` to `last` of a file; lines are counted from 1.
QString linesOf(QByteArrayView file, int first, int last)
{
    const auto skipLines = [&](qsizetype at, int count) {
        for (; count > 0 && at < file.size(); --count) {
            const qsizetype end = file.indexOf('\n', at);
            at = end < 0 ? file.size() : end + 1;
        }
        return at;
    };
    const qsizetype begin = skipLines(0, first - 1);
    return QString::fromUtf8(file.sliced(begin, skipLines(begin, last - first + 1) - begin));
}

} // namespace

void PreviewView::Private::tellClick(const PageClick &click)
{
    const QString source = linesOf(text, click.firstLine, click.lastLine);
    const auto offset = click.picture >= 0 ? pictureOffset(source, click.picture) : sourceOffset(source, click.text);
    if (!offset) {
        Q_EMIT q.placeClicked(click.line, 1);
        return;
    }
    const QStringView before = QStringView(source).first(*offset);
    const qsizetype lineBegin = before.lastIndexOf(u'\n') + 1;
    const auto inLine = before.sliced(lineBegin);
    const auto lowSurrogates = std::ranges::count_if(inLine, [](QChar c) { return c.isLowSurrogate(); });
    Q_EMIT q.placeClicked(click.firstLine + int(before.count(u'\n')), int(inLine.size() - lowSurrogates) + 1);
}

QString PreviewView::Private::colourName() const
{
    const bool isDark = colours == PreviewColours::Dark
        || (colours == PreviewColours::Follow
            && q.palette().color(QPalette::Window).lightness() < q.palette().color(QPalette::WindowText).lightness());
    return isDark ? u"dark"_s : u"light"_s;
}

void PreviewView::setColours(PreviewColours colours)
{
    d->colours = colours;
    if (d->view)
        d->view->setColours(d->colourName());
}

PreviewColours PreviewView::colours() const
{
    return d->colours;
}

void PreviewView::setDevice(PreviewDevice device)
{
    d->device = device;
    if (d->view)
        d->view->setMaximumWidth(maximumWidthOf(device));
}

PreviewDevice PreviewView::device() const
{
    return d->device;
}

void PreviewView::setScriptless(bool isScriptless)
{
    d->isScriptless = isScriptless;
    if (d->view)
        d->view->setScripted(!isScriptless);
}

bool PreviewView::isScriptless() const
{
    return d->isScriptless;
}

void PreviewView::setRemoteMediaAllowed(bool allowed)
{
    d->isRemoteAllowed = allowed;
    if (d->live)
        d->live->setRemoteMediaAllowed(allowed);
}

bool PreviewView::isRemoteMediaAllowed() const
{
    return d->isRemoteAllowed;
}

void PreviewView::setZoomFactor(double factor)
{
    d->zoom = std::clamp(factor, 0.25, 5.0);
    if (d->view)
        d->view->setZoomFactor(d->zoom);
}

double PreviewView::zoomFactor() const
{
    return d->zoom;
}

void PreviewView::reload()
{
    d->deaths.clear();
    d->say(PreviewNotice::Kind::None);
    d->stopEngine();
    d->render();
}

const PreviewNotice &PreviewView::notice() const
{
    return d->notice;
}

void PreviewView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (d->isStale)
        d->render();
}

void PreviewView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && d->colours == PreviewColours::Follow)
        setColours(d->colours);
}

} // namespace quillway::ui
