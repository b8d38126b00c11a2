// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/icons.h"

#include "ui/style/appearance.h"

#include <QFile>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QPixmap>
#include <QPixmapCache>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

namespace quillway::ui {

namespace {

/// The ink of Breeze's monochrome icons.
constexpr QByteArrayView breezeInk("#232629");

QByteArray breezeSource(const QString &name)
{
    for (const QString &folder : QIcon::themeSearchPaths() + QStringList { u"/usr/share/icons"_s, u"/app/share/icons"_s, u":/icons"_s }) {
        for (const auto &group :
             { "actions/22"_L1, "status/22"_L1, "devices/22"_L1, "places/22"_L1, "mimetypes/22"_L1, "actions/16"_L1, "applets/22"_L1 }) {
            QFile file(u"%1/breeze/%2/%3.svg"_s.arg(folder, group, name));
            if (file.open(QIODevice::ReadOnly))
                return file.readAll();
        }
    }
    return {};
}

QColor inkFor(QIcon::Mode mode)
{
    const Colours &colours = coloursFor(isDark());
    switch (mode) {
    case QIcon::Disabled: return colours.line.darker(isDark() ? 70 : 125);
    case QIcon::Active: return colours.text;
    case QIcon::Selected: return colours.onAccent;
    case QIcon::Normal: break;
    }
    return colours.text;
}

class RecolouredIcon : public QIconEngine
{
public:
    RecolouredIcon(const QString &name, QByteArray source)
        : m_name(name)
        , m_source(std::move(source))
    { }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State /*state*/) override
    {
        const double scale = painter->device() ? painter->device()->devicePixelRatio() : 1.0;
        painter->drawPixmap(rect, drawn(rect.size() * scale, inkFor(mode).name()));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override { return scaledPixmap(size, mode, state, 1.0); }

    /// `size` is in the screen's points, `scale` its pixels for each (QIconEngine of Qt 6.8).
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State /*state*/, qreal scale) override
    {
        QPixmap pixmap = drawn(size * scale, inkFor(mode).name());
        pixmap.setDevicePixelRatio(scale);
        return pixmap;
    }

    [[nodiscard]] QIconEngine *clone() const override { return new RecolouredIcon(*this); }

private:
    /// In pixels of the screen. Kept: reading and drawing an SVG for every paint of a list would be felt.
    [[nodiscard]] QPixmap drawn(const QSize &size, const QString &ink) const
    {
        const QString key = u"quillway-icon/%1/%2/%3x%4"_s.arg(m_name, ink).arg(size.width()).arg(size.height());
        QPixmap pixmap;
        if (QPixmapCache::find(key, &pixmap))
            return pixmap;
        pixmap = QPixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        QByteArray source = m_source;
        source.replace(breezeInk, ink.toLatin1());
        QSvgRenderer(source).render(&painter, QRect(QPoint(0, 0), size));
        QPixmapCache::insert(key, pixmap);
        return pixmap;
    }

    QString m_name;
    QByteArray m_source;
};

bool desktopHasTheme()
{
    const QString theme = QIcon::themeName();
    return !theme.isEmpty() && theme != u"hicolor" && !theme.startsWith("breeze"_L1, Qt::CaseInsensitive);
}

} // namespace

QIcon themeIcon(const QString &name)
{
    // Delegates ask at every paint, and a look goes through many folders. A desktop's own icons are kept by Qt.
    static QHash<QString, QIcon> found;
    if (desktopHasTheme() && QIcon::hasThemeIcon(name))
        return QIcon::fromTheme(name);
    if (const auto known = found.constFind(name); known != found.cend())
        return *known;
    const QByteArray source = breezeSource(name);
    if (source.isEmpty())
        return QIcon::fromTheme(name);
    return *found.insert(name, QIcon(new RecolouredIcon(name, source)));
}

} // namespace quillway::ui
