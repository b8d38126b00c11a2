// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/appearance.h"

#include "ui/style/program_style.h"
#include "ui/style/style_sheet.h"

#include <QApplication>
#include <QFont>
#include <QStyle>
#include <QStyleHints>

using namespace Qt::StringLiterals;

namespace quillway::ui {

const Colours &coloursFor(bool dark)
{
    static const Colours light {
        .ground = QColor(0xff, 0xff, 0xff),
        .panel = QColor(0xf6, 0xf6, 0xf4),
        .line = QColor(0xe2, 0xe2, 0xde),
        .text = QColor(0x1f, 0x23, 0x28),
        .quiet = QColor(0x62, 0x67, 0x6e),
        .accent = QColor(0x1f, 0x5f, 0xa8),
        .accentGround = QColor(0xdf, 0xea, 0xf6),
        .onAccent = QColor(0xff, 0xff, 0xff),
        .hover = QColor(0xec, 0xec, 0xe9),
        .warning = QColor(0x8a, 0x5a, 0x00),
        .error = QColor(0xb3, 0x26, 0x1e),
        .success = QColor(0x1a, 0x6f, 0x3c),
    };
    static const Colours darkOnes {
        .ground = QColor(0x1b, 0x1d, 0x21),
        .panel = QColor(0x22, 0x25, 0x2a),
        .line = QColor(0x35, 0x39, 0x40),
        .text = QColor(0xe4, 0xe6, 0xe9),
        .quiet = QColor(0x9d, 0xa4, 0xae),
        .accent = QColor(0x7d, 0xb4, 0xf0),
        .accentGround = QColor(0x27, 0x3b, 0x52),
        .onAccent = QColor(0x10, 0x1a, 0x26),
        .hover = QColor(0x2c, 0x30, 0x36),
        .warning = QColor(0xe2, 0xb0, 0x53),
        .error = QColor(0xf2, 0x8b, 0x82),
        .success = QColor(0x81, 0xc9, 0x95),
    };
    return dark ? darkOnes : light;
}

QPalette paletteFor(bool dark)
{
    const Colours &colours = coloursFor(dark);
    QPalette palette;
    palette.setColor(QPalette::Window, colours.panel);
    palette.setColor(QPalette::WindowText, colours.text);
    palette.setColor(QPalette::Base, colours.ground);
    palette.setColor(QPalette::AlternateBase, colours.panel);
    palette.setColor(QPalette::Text, colours.text);
    palette.setColor(QPalette::Button, colours.panel);
    palette.setColor(QPalette::ButtonText, colours.text);
    palette.setColor(QPalette::BrightText, colours.error);
    palette.setColor(QPalette::ToolTipBase, colours.panel);
    palette.setColor(QPalette::ToolTipText, colours.text);
    palette.setColor(QPalette::PlaceholderText, colours.quiet);
    palette.setColor(QPalette::Highlight, colours.accent);
    palette.setColor(QPalette::HighlightedText, colours.onAccent);
    palette.setColor(QPalette::Accent, colours.accent);
    palette.setColor(QPalette::Link, colours.accent);
    palette.setColor(QPalette::LinkVisited, colours.accent);
    palette.setColor(QPalette::Light, dark ? colours.line.lighter(120) : colours.ground);
    palette.setColor(QPalette::Midlight, colours.hover);
    palette.setColor(QPalette::Mid, colours.line);
    palette.setColor(QPalette::Dark, dark ? colours.ground.darker(140) : colours.line.darker(115));
    palette.setColor(QPalette::Shadow, dark ? QColor(Qt::black) : colours.quiet);
    for (const QPalette::ColorRole role : { QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText })
        palette.setColor(QPalette::Disabled, role,
                         QColor::fromRgbF((colours.quiet.redF() + colours.panel.redF()) / 2,
                                          (colours.quiet.greenF() + colours.panel.greenF()) / 2,
                                          (colours.quiet.blueF() + colours.panel.blueF()) / 2));
    return palette;
}

QColor mixed(const QColor &one, const QColor &other, double share)
{
    const auto mix = [share](double a, double b) { return static_cast<float>(a + (b - a) * share); };
    return QColor::fromRgbF(mix(one.redF(), other.redF()), mix(one.greenF(), other.greenF()), mix(one.blueF(), other.blueF()));
}

bool isDark()
{
    return QGuiApplication::palette().color(QPalette::Base).lightness() < 128;
}

namespace {

void applyColours(QApplication &application, bool dark)
{
    QApplication::setPalette(paletteFor(dark));
    application.setStyleSheet(styleSheetFor(coloursFor(dark)));
}

/// Text that small is a strain in a program for reading and writing; desktops' own sizes are larger.
void ensureReadableFont()
{
    constexpr double smallest = 10; // points
    QFont font = QApplication::font();
    if (font.pointSizeF() > 0 && font.pointSizeF() < smallest) {
        font.setPointSizeF(smallest);
        QApplication::setFont(font);
    }
}

} // namespace

void applyAppearance(QApplication &application, Appearance appearance)
{
    QStyleHints *hints = QGuiApplication::styleHints();
    QObject::disconnect(hints, &QStyleHints::colorSchemeChanged, &application, nullptr);
    if (application.styleSheet().isEmpty()) {
        QApplication::setStyle(new ProgramStyle);
        ensureReadableFont();
    }
    const auto follow = [&application, hints] { applyColours(application, hints->colorScheme() == Qt::ColorScheme::Dark); };
    if (appearance == Appearance::System) {
        hints->unsetColorScheme();
        QObject::connect(hints, &QStyleHints::colorSchemeChanged, &application, follow);
        follow();
        return;
    }
    // Window frames and file dialogs follow the choice where the platform can; the palette does everywhere.
    hints->setColorScheme(appearance == Appearance::Dark ? Qt::ColorScheme::Dark : Qt::ColorScheme::Light);
    applyColours(application, appearance == Appearance::Dark);
}

} // namespace quillway::ui
