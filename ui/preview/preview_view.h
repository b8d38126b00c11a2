// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/site_path.h"
#include "core/model/site.h"

#include <QUrl>
#include <QWidget>

#include <chrono>
#include <memory>
#include <optional>

namespace quillway::ui {

/// Makes the preview's URL scheme known to the web engine, takes the engine off the network, has it draw without a graphics card where there is none, and lets a
/// native widget stand among others. Must be called once, before QApplication is made.
void registerPreviewScheme();

/// The colours the page is shown in: those of the program's own appearance, or always one of the two.
enum class PreviewColours { Follow, Light, Dark };

/// How wide a window the page is laid out for: all there is, or at most 768 or 390 pixels, centred.
enum class PreviewDevice { Desktop, Tablet, Phone };

/// What the preview has to say about itself; the last good page stays meanwhile. The window shows it as a quiet line (the preview has none of its own).
struct PreviewNotice {
    enum class Kind {
        None, ///< the page is that of the text
        TooSlow, ///< the text took longer than PreviewView::budget to render: shown is an older one
        Failed, ///< `error` says what in the text, the settings or the theme stands in the way
        NoPage, ///< the file has no page of its own (settings, tags): nothing is shown
        EngineDied, ///< the web engine's process ended more than once in a row; reload() tries again
    };
    Kind kind = Kind::None;
    Error error;

    friend bool operator==(const PreviewNotice &, const PreviewNotice &) = default;
};

/// The page of the post or page being edited as it will be published, kept up to date while it is typed. Rendering happens on a worker thread, the
/// newest text wins; what changed is replaced in the page, everything else (scroll position, pictures, open details) stays. Nothing in
/// the text can act: no script runs, nothing outside the site is read, nothing is sent, and a click leaves only through the signals below.
///
/// Belongs to the window's thread; no member waits. The web engine starts when the widget is first visible and has a text, so making
/// one costs nothing.
class PreviewView : public QWidget
{
    Q_OBJECT

public:
    explicit PreviewView(QWidget *parent = nullptr);
    ~PreviewView() override; ///< stops the rendering that runs, waits for at most the block it is at

    /// The site whose theme, settings and other texts the page is made with. Cheap to call for every new snapshot. Null: shows nothing.
    void setSite(const model::SitePtr &site);

    /// Shows `text`, the whole file's bytes, as the page of `file` (below posts/ or pages/). Call it for every change; another file than before starts at
    /// the page's top.
    void showText(const SitePath &file, const QByteArray &text);
    /// The same for a post as it stands in a snapshot.
    void showPost(const model::PostPtr &post);
    /// Shows nothing.
    void clear();

    /// Brings what `line` (1-based, in the whole file) became to the height of `position`, 0 (top) to 1 (bottom) of the visible part; with the default only as
    /// far as is needed to see it. Holds for the next page too if that is not there yet.
    void scrollToLine(int line, std::optional<double> position = std::nullopt);
    /// Brings `point` (12.25: a quarter down in line 12) to the height of `position`, and the page's own ends to those of the text.
    void tieTo(double point, double position);

    void setColours(PreviewColours colours);
    [[nodiscard]] PreviewColours colours() const;
    void setDevice(PreviewDevice device);
    [[nodiscard]] PreviewDevice device() const;
    /// Whether the page is shown as a reader without scripts sees it, with what stands in `noscript`. (None run here in either case.) At first it is not.
    void setScriptless(bool isScriptless);
    [[nodiscard]] bool isScriptless() const;
    /// Whether pictures, sound and film of other sites are fetched, over https, and shown. Holds until another site is set, at first it is not.
    void setRemoteMediaAllowed(bool allowed);
    [[nodiscard]] bool isRemoteMediaAllowed() const;
    void setZoomFactor(double factor); ///< 0.25 … 5
    [[nodiscard]] double zoomFactor() const;

    /// Starts over: engine, page and rendering.
    void reload();

    [[nodiscard]] const PreviewNotice &notice() const;

    /// How long a text may take to render.
    static constexpr std::chrono::milliseconds budget { 2000 };

Q_SIGNALS:
    /// A click into the text, or a double click on a link or picture: where it was written (line from 1 in the whole file, column from 1 in characters).
    void placeClicked(int line, int column);
    /// The user scrolled the page: the point that stands at the height of `position`, which goes from 0 to 1 as the page is scrolled from end to end. Not sent
    /// for scrollToLine() and tieTo().
    void scrolled(double point, double position);
    /// A click on a link to a text of this site.
    void linkActivated(const quillway::SitePath &file);
    /// A click on a link that leaves the site; http, https or mailto only. The preview itself opens nothing.
    void externalLink(const QUrl &url);
    /// So many pictures, sounds and films of the page stand on other sites, shown or not.
    void remoteMediaCounted(int count);
    void noticeChanged(const quillway::ui::PreviewNotice &notice);
    /// The page of the newest text stands on the screen. Not sent while the window is covered or minimized.
    void shown();
    /// The mouse is over a link, or no more (empty).
    void linkHovered(const QString &url);

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace quillway::ui
