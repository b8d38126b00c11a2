// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QObject>

namespace quillway::ui {

/// What the window and the content script (ui/preview/script) say to each other. Reaches only the script's own world; what comes from there is
/// nevertheless checked where it is used, as the page's process is not trusted.
///
/// `load` numbers the pages that are loaded, `revision` the states of one page. Places are pieces' numbers and fractions (PiecePlace).
class PageBridge : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

Q_SIGNALS:
    /// What was just loaded: `load`, `revision`, `pieces` (the nodes of each, PreviewPiece::nodes), `scroll` (optional, CSS pixels),
    /// `remote`: whether pictures of other sites are shown, by way of RemoteMedia.
    void begin(const QJsonObject &message);
    /// A change: `load`, `revision` and either `splices` (list of `at`, `remove`, `insert`) with an optional `shell`, or `html` with its `pieces`.
    void apply(const QJsonObject &message);
    /// A place to scroll to: `load`, `from` and `to` (edges: number of the piece or -1 for the page, and 0 for top or 1 for bottom), `fraction` of the way
    /// between them, `position`.
    void tie(const QJsonObject &message);
    /// The same: `load`, `piece`, `fraction`, `position` (a number, or null for "just so that it is seen").
    void show(const QJsonObject &message);
    void colour(const QString &name);
    void scripting(bool isOn); ///< the page as a reader with scripts sees it, or without

    // From the script
    void isReady();
    /// `isMapped`: the script knows which nodes each piece is, so that a piece can be replaced.
    void hasBegun(int load, bool isMapped);
    void hasApplied(int load, int revision, bool isDone, bool isMapped);
    void hasPainted(int load, int revision);
    void linkFollowed(const QString &url, int clicks); ///< `clicks`: the how many-th quick one it is, 0 for other buttons
    /// `picture`: which of the piece's it was, -1 for none; `before` and `rest`: the piece's text around the place, empty if there is none.
    void placeClicked(int load, int piece, double fraction, int picture, const QString &before, const QString &rest);
    void placeScrolled(int load, int piece, double fraction, double position);
    void remoteCounted(int load, int count); ///< pictures, sound and film of other sites that the page has, whether shown or not

public Q_SLOTS:
    void ready() { Q_EMIT isReady(); }
    void begun(int load, bool isMapped) { Q_EMIT hasBegun(load, isMapped); }
    void applied(int load, int revision, bool isDone, bool isMapped) { Q_EMIT hasApplied(load, revision, isDone, isMapped); }
    void painted(int load, int revision) { Q_EMIT hasPainted(load, revision); }
    void follow(const QString &url, int clicks) { Q_EMIT linkFollowed(url, clicks); }
    void clicked(int load, int piece, double fraction, int picture, const QString &before, const QString &rest)
    {
        Q_EMIT placeClicked(load, piece, fraction, picture, before, rest);
    }
    void remote(int load, int count) { Q_EMIT remoteCounted(load, count); }
    void scrolled(int load, int piece, double fraction, double position) { Q_EMIT placeScrolled(load, piece, fraction, position); }
};

} // namespace quillway::ui
