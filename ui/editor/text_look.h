// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QString>

namespace quillway::ui {

/// Which letters the text is written in.
enum class Typeface {
    Fixed, ///< the desktop's font of equal widths
    Proportional, ///< the desktop's general font
    Named, ///< the family that the user chose
};

/// How the text looks where it is written.
struct TextLook {
    Typeface typeface = Typeface::Fixed;
    QString family; ///< of Typeface::Named
    double size = 0; ///< points before zooming, 6 … 48; 0: what goes with the desktop's font
    int zoom = 0; ///< points added to it, -6 … 24
    double lineHeight = 1.4; ///< from one line to the next, in lines' own heights, 1 … 2
    int measure = 78; ///< the column's width in average characters, 30 … 200; 0: as wide as there is room

    bool operator==(const TextLook &) const = default;
};

inline constexpr double smallestText = 6, largestText = 48; ///< points
inline constexpr int leastZoom = -6, mostZoom = 24;
inline constexpr double tightestLines = 1, widestLines = 2;
inline constexpr int narrowestMeasure = 30, widestMeasure = 200;

/// `look` with every number brought into its range; what is no number is the default's.
[[nodiscard]] TextLook withinLimits(TextLook look);

/// The size that `look` means, before zooming.
[[nodiscard]] double textSize(const TextLook &look);
/// The font to draw with, zoomed. A family that is not there is replaced as the system does it.
[[nodiscard]] QFont textFont(const TextLook &look);

} // namespace quillway::ui
