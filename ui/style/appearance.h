// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>

class QApplication;

namespace quillway::ui {

/// Which colours the user wants.
enum class Appearance { System, Light, Dark };

/// The colours of the window beside those of its QPalette: one accent, and what lies between text and ground.
struct Colours {
    QColor ground; ///< of the editor and lists
    QColor panel; ///< of the column beside them, bars
    QColor line; ///< between areas: seen, not noticed
    QColor text;
    QColor quiet; ///< secondary text, at least 4.5:1 against ground and panel
    QColor accent; ///< of what is selected or can be pressed, at least 4.5:1 against ground
    QColor accentGround; ///< behind selected rows
    QColor onAccent; ///< text on the accent
    QColor hover;
    QColor warning;
    QColor error;
    QColor success;
};

[[nodiscard]] const Colours &coloursFor(bool dark);
[[nodiscard]] QPalette paletteFor(bool dark);

/// What lies between two colours: 0 is the one, 1 the other.
[[nodiscard]] QColor mixed(const QColor &one, const QColor &other, double share);

/// True if the program is shown dark now.
[[nodiscard]] bool isDark();

/// Fusion with the palette for `appearance`, from now on following the desktop where that is System. Call it again for another choice; widgets get
/// QEvent::PaletteChange.
void applyAppearance(QApplication &application, Appearance appearance);

} // namespace quillway::ui
