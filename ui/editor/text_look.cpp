// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/text_look.h"

#include <QFontDatabase>
#include <QFontInfo>
#include <QGuiApplication>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace quillway::ui {

namespace {

double clamped(double value, double least, double most, double otherwise)
{
    return std::isfinite(value) ? std::clamp(value, least, most) : otherwise;
}

} // namespace

TextLook withinLimits(TextLook look)
{
    const TextLook usual;
    look.size = look.size == 0 ? 0 : clamped(look.size, smallestText, largestText, usual.size);
    look.zoom = std::clamp(look.zoom, leastZoom, mostZoom);
    look.lineHeight = clamped(look.lineHeight, tightestLines, widestLines, usual.lineHeight);
    look.measure = look.measure <= 0 ? 0 : std::clamp(look.measure, narrowestMeasure, widestMeasure);
    if (look.typeface == Typeface::Named && look.family.isEmpty())
        look.typeface = usual.typeface;
    if (look.typeface != Typeface::Named)
        look.family.clear();
    return look;
}

double textSize(const TextLook &look)
{
    if (look.size > 0)
        return look.size;
    return std::max(10.0, QGuiApplication::font().pointSizeF()) + (look.typeface == Typeface::Fixed ? 0.5 : 1.5);
}

QFont textFont(const TextLook &look)
{
    QFont font = QGuiApplication::font();
    if (look.typeface == Typeface::Fixed) {
        // By name: a system font says nothing that a widget's parent would not override.
        font.setFamilies({ QFontInfo(QFontDatabase::systemFont(QFontDatabase::FixedFont)).family(), u"monospace"_s });
        font.setStyleHint(QFont::Monospace);
        font.setFixedPitch(true);
    } else if (look.typeface == Typeface::Named) {
        font.setFamilies({ look.family });
    }
    font.setPointSizeF(std::max(5.0, textSize(look) + look.zoom));
    return font;
}

} // namespace quillway::ui
