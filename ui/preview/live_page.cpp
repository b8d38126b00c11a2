// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preview/live_page.h"

#include "ui/preview/content_view.h"

#include <QGuiApplication>
#include <QJsonArray>
#include <QStyleHints>
#include <QWebEnginePage>

#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace quillway::ui {

namespace {

/// How long the engine may take over one message: a page of many megabytes on a slow machine.
constexpr auto patience = 20s;

/// The most that is sent as a message, in bytes: making one is work for the window's thread. Larger changes are loaded.
constexpr qsizetype largestMessage = 1024LL * 1024;

QJsonArray nodesOf(const QList<PreviewPiece> &pieces)
{
    QJsonArray result;
    for (const PreviewPiece &piece : pieces)
        result.append(QLatin1StringView(piece.nodes));
    return result;
}

qsizetype sizeOf(const QList<PieceSplice> &splices)
{
    qsizetype size = 0;
    for (const PieceSplice &splice : splices) {
        for (const QByteArray &html : splice.insert)
            size += html.size();
    }
    return size;
}

QJsonArray toJson(const QList<PieceSplice> &splices)
{
    QJsonArray result;
    for (const PieceSplice &splice : splices) {
        QJsonArray insert;
        for (const QByteArray &html : splice.insert)
            insert.append(QString::fromUtf8(html));
        result.append(QJsonObject { { u"at"_s, splice.at }, { u"remove"_s, splice.remove }, { u"insert"_s, insert } });
    }
    return result;
}

} // namespace

LivePage::LivePage(ContentView &view, QObject *parent)
    : QObject(parent)
    , m_view(view)
{
    PageBridge &bridge = view.bridge();
    connect(&bridge, &PageBridge::isReady, this, &LivePage::onReady);
    connect(&bridge, &PageBridge::hasBegun, this, &LivePage::onBegun);
    connect(&bridge, &PageBridge::hasApplied, this, &LivePage::onApplied);
    connect(&bridge, &PageBridge::hasPainted, this, &LivePage::onPainted);
    connect(&bridge, &PageBridge::linkFollowed, this, [this](const QString &url, int clicks) {
        m_link = QUrl(url, QUrl::StrictMode);
        // A double click goes to a link's markup, so the first has to wait for the second.
        if (clicks == 1)
            m_doubling.start();
        else if (clicks == 0)
            Q_EMIT followed(m_link);
    });
    m_doubling.setSingleShot(true);
    m_doubling.setInterval(std::min(QGuiApplication::styleHints()->mouseDoubleClickInterval(), 300));
    connect(&m_doubling, &QTimer::timeout, this, [this] { Q_EMIT followed(m_link); });
    connect(&bridge, &PageBridge::placeClicked, this,
            [this](int load, int piece, double fraction, int picture, const QString &before, const QString &rest) {
                m_doubling.stop();
                if (load == m_load && m_standing)
                    Q_EMIT clicked(clickAt({ piece, fraction }, picture, { before, rest }));
            });
    connect(&bridge, &PageBridge::placeScrolled, this, [this](int load, int piece, double fraction, double position) {
        if (load != m_load || !m_standing)
            return;
        m_wanted.reset();
        Q_EMIT scrolled(pointAtPlace(m_standing->page->pieces, { piece, fraction }), std::clamp(position, 0.0, 1.0));
    });
    connect(&bridge, &PageBridge::remoteCounted, this, [this](int load, int count) {
        if (load == m_load)
            Q_EMIT remoteMediaCounted(std::max(0, count));
    });
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, this, &LivePage::stuck);
}

PageClick LivePage::clickAt(const PiecePlace &place, int picture, const ShownText &text) const
{
    const QList<PreviewPiece> &pieces = m_standing->page->pieces;
    PageClick click { .line = lineAtPlace(pieces, place), .picture = picture, .text = text };
    if (place.piece >= 0 && place.piece < pieces.size()) {
        click.firstLine = pieces.at(place.piece).firstLine;
        click.lastLine = pieces.at(place.piece).lastLine;
    }
    return click;
}

void LivePage::take(const RenderedPreview &preview, const PiecedPagePtr &base, const PagePatch &patch)
{
    m_newest = preview;
    m_base = base;
    m_patch = patch;
    proceed();
}

/// Does what is next: nothing while the engine is at work.
void LivePage::proceed()
{
    if (!m_newest || m_state == State::Loading || m_state == State::Changing)
        return;
    if (m_mustLoad || !m_standing || m_standing->urlPath != m_newest->urlPath || m_standing->file != m_newest->file) {
        load();
        return;
    }
    const bool fits = m_base && m_base == m_standing->page;
    change(fits ? m_patch : patchBetween(*m_standing->page, *m_newest->page));
}

void LivePage::load()
{
    m_coming = std::exchange(m_newest, std::nullopt);
    const bool isSameFile = m_standing && m_standing->file == m_coming->file;
    m_scroll = isSameFile ? std::optional(m_view.page()->scrollPosition().y() / m_view.zoomFactor()) : std::nullopt;
    m_mustLoad = false;
    ++m_load;
    m_state = State::Loading;
    m_patience.start();
    m_view.show(m_coming->urlPath, m_coming->page->html, m_coming->publication);
}

QJsonObject LivePage::newMessage()
{
    return { { u"load"_s, m_load }, { u"revision"_s, ++m_revision } };
}

void LivePage::onReady()
{
    if (m_state != State::Loading)
        return;
    QJsonObject message = newMessage();
    message[u"pieces"_s] = nodesOf(m_coming->page->pieces);
    message[u"remote"_s] = m_isRemoteAllowed;
    if (m_scroll)
        message[u"scroll"_s] = *m_scroll;
    Q_EMIT m_view.bridge().begin(message);
}

void LivePage::onBegun(int load, bool isMapped)
{
    if (load != m_load || m_state != State::Loading)
        return;
    m_isMapped = isMapped;
    adopt();
}

/// The engine has what was sent.
void LivePage::adopt()
{
    m_patience.stop();
    m_standing = std::exchange(m_coming, std::nullopt);
    m_state = State::Standing;
    Q_EMIT standingChanged();
    sendWantedPlace();
    proceed();
}

void LivePage::change(const PagePatch &patch)
{
    const PiecedPage &page = *m_newest->page;
    const bool isWhole = patch.whole || (!m_isMapped && !patch.isEmpty());
    if ((isWhole ? page.html.size() : sizeOf(patch.splices)) > largestMessage) {
        load();
        return;
    }
    QJsonObject message = newMessage();
    if (isWhole) {
        message[u"html"_s] = QString::fromUtf8(page.html);
        message[u"pieces"_s] = nodesOf(page.pieces);
    } else {
        message[u"splices"_s] = toJson(patch.splices);
        if (patch.shell)
            message[u"shell"_s] = QString::fromUtf8(page.shell);
    }
    m_coming = std::exchange(m_newest, std::nullopt);
    m_view.serve(m_coming->urlPath, m_coming->page->html, m_coming->publication);
    m_state = State::Changing;
    m_patience.start();
    Q_EMIT m_view.bridge().apply(message);
}

void LivePage::onApplied(int load, int revision, bool isDone, bool isMapped)
{
    if (load != m_load || revision != m_revision || m_state != State::Changing)
        return;
    m_isMapped = isMapped;
    if (isDone) {
        adopt();
        return;
    }
    if (!m_newest)
        m_newest = m_coming;
    this->load();
}

void LivePage::setRemoteMediaAllowed(bool allowed)
{
    if (m_isRemoteAllowed == allowed)
        return;
    m_isRemoteAllowed = allowed;
    m_view.setRemoteMediaAllowed(allowed);
    if (m_state == State::Empty)
        return;
    m_mustLoad = true;
    if (!m_newest)
        m_newest = m_coming ? m_coming : m_standing;
    proceed();
}

void LivePage::onPainted(int load, int revision)
{
    if (load == m_load && revision == m_revision && m_state == State::Standing && m_standing)
        Q_EMIT painted(m_standing->number);
}

void LivePage::scrollTo(const WantedPlace &wanted)
{
    m_wanted = wanted;
    if (m_state == State::Standing || m_state == State::Changing)
        sendWantedPlace();
}

namespace {

QJsonArray toJson(const PieceEdge &edge)
{
    return { edge.piece, edge.side == PieceEdge::Side::Top ? 0 : 1 };
}

} // namespace

/// The place may be one of a text that is still being rendered: it is kept until that stands.
void LivePage::sendWantedPlace()
{
    if (!m_wanted || !m_standing || m_standing->file != m_wanted->file)
        return;
    const QList<PreviewPiece> &pieces = m_standing->page->pieces;
    const auto &position = m_wanted->position;
    QJsonObject message { { u"load"_s, m_load }, { u"position"_s, position ? QJsonValue(*position) : QJsonValue() } };
    if (m_wanted->isTied) {
        const TiedPlace place = placeOfPoint(pieces, m_wanted->point);
        message[u"from"_s] = toJson(place.from);
        message[u"to"_s] = toJson(place.to);
        message[u"fraction"_s] = pieces.isEmpty() ? position.value_or(0) : place.fraction;
        Q_EMIT m_view.bridge().tie(message);
    } else {
        const PiecePlace place = placeOfLine(pieces, int(m_wanted->point));
        message[u"piece"_s] = place.piece;
        message[u"fraction"_s] = place.fraction;
        Q_EMIT m_view.bridge().show(message);
    }
    if (m_standing->number >= m_wanted->number)
        m_wanted.reset();
}

} // namespace quillway::ui
