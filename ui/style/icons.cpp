// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/icons.h"

#include "ui/style/appearance.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmap>
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
    explicit RecolouredIcon(QByteArray source)
        : m_source(std::move(source))
    { }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State /*state*/) override
    {
        QByteArray source = m_source;
        source.replace(breezeInk, inkFor(mode).name().toLatin1());
        QSvgRenderer(source).render(painter, rect);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override { return scaledPixmap(size, mode, state, 1.0); }

    /// `size` is in the screen's points, `scale` its pixels for each (QIconEngine of Qt 6.8).
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override
    {
        QPixmap pixmap(size * scale);
        pixmap.setDevicePixelRatio(scale);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        return pixmap;
    }

    [[nodiscard]] QIconEngine *clone() const override { return new RecolouredIcon(*this); }

private:
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
    if (desktopHasTheme() && QIcon::hasThemeIcon(name))
        return QIcon::fromTheme(name);
    const QByteArray source = breezeSource(name);
    return source.isEmpty() ? QIcon::fromTheme(name) : QIcon(new RecolouredIcon(source));
}

} // namespace quillway::ui
