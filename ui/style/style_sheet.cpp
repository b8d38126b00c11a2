// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/style_sheet.h"

using namespace Qt::StringLiterals;

namespace quillway::ui {

namespace {

constexpr auto rules = R"(
QMainWindow, QDialog { background: @panel; }
QToolTip { color: @text; background: @panel; border: 1px solid @line; padding: 4px 6px; }

QMenuBar { background: @panel; border-bottom: 1px solid @line; padding: 2px 6px; }
QMenuBar::item { padding: 4px 9px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: @hover; color: @text; }
QMenu { background: @ground; border: 1px solid @line; padding: 5px; }
QMenu::item { padding: 5px 26px 5px 26px; border-radius: 4px; }
QMenu::item:selected { background: @accentGround; color: @text; }
QMenu::item:disabled { color: @faint; }
QMenu::separator { height: 1px; background: @line; margin: 5px 8px; }
QMenu::icon { padding-left: 6px; }

QSplitter::handle { background: @line; }
QSplitter::handle:hover { background: @accent; }

QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: @thumb; border-radius: 3px; margin: 3px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: @quiet; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QAbstractScrollArea { border: none; }
QWidget[role="panel"] { background: @panel; }
QWidget[role="ground"] { background: @ground; }
QWidget[role="header"] { background: @ground; }
QWidget[role="suggestion"] { background: @panel; border: 1px solid @line; border-radius: 7px; }
QWidget[role="strip"] { background: @panel; border-top: 1px solid @line; }
QLabel[role="quiet"], QToolButton[role="quiet"], QCheckBox[role="quiet"] { color: @quiet; }
QLabel[role="warning"] { color: @warning; }
QLabel[role="hint"] { color: @text; background: @accentGround; border: 1px solid @line; border-radius: 5px; padding: 4px 8px; }
QLabel[role="heading"] { font-weight: 600; }

QLineEdit, QPlainTextEdit[role="field"] { background: @ground; border: 1px solid @line; border-radius: 5px; padding: 4px 7px; selection-background-color: @accent;
    selection-color: @onAccent; }
QLineEdit:hover, QPlainTextEdit[role="field"]:hover { border-color: @thumb; }
QLineEdit:focus, QPlainTextEdit[role="field"]:focus { border-color: @accent; }
QLineEdit[role="title"] { border: none; border-radius: 0; padding: 0; background: transparent; }
QLineEdit[role="field"], QPlainTextEdit[role="field"] { background: transparent; border: 1px solid transparent; padding: 3px 6px; }
QPlainTextEdit[role="field"] { padding-left: 8px; }
QLineEdit[role="field"]:hover, QPlainTextEdit[role="field"]:hover { background: @panel; }
QLineEdit[role="field"]:focus, QPlainTextEdit[role="field"]:focus { background: @ground; border-color: @accent; }
QLineEdit[invalid="true"], QLineEdit[role="field"][invalid="true"] { border-color: @error; }

QLineEdit[role="finder"] { background: transparent; border: none; padding: 12px 14px; font-size: 115%; }
QListView[role="choices"]::item { padding: 6px 8px; border-radius: 4px; }
QListView[role="choices"]::item:hover { background: @hover; }
QListView[role="choices"]::item:selected { background: @accentGround; color: @text; }
QListView[role="finder"] { background: transparent; }
QFrame[role="finder-line"] { background: @line; }

QTabBar { background: @panel; border-bottom: 1px solid @line; }
QTabBar::tab { background: transparent; border: none; border-right: 1px solid @line; padding: 6px 8px 6px 12px; }
QTabBar::tab:hover { background: @hover; }
QTabBar::tab:selected { background: @ground; border-top: 2px solid @accent; padding-top: 4px; }
QTabBar::close-button { subcontrol-position: right; margin: 2px; }

QToolButton { border: 1px solid transparent; border-radius: 5px; padding: 4px; background: transparent; }
QToolButton:hover { background: @hover; }
QToolButton:pressed { background: @line; }
QToolButton:checked { background: @accentGround; }
QToolButton:focus { border-color: @accent; }
QToolButton::menu-indicator { image: none; }

QPushButton, QToolButton, QTableView, QTreeView, QListView { outline: none; }
QPushButton { background: @ground; border: 1px solid @line; border-radius: 5px; padding: 5px 13px; }
QPushButton:hover { background: @hover; }
QPushButton:pressed { background: @line; }
QPushButton:focus { border-color: @accent; }
QPushButton:disabled { color: @faint; }
QPushButton[role="primary"] { background: @accent; color: @onAccent; border-color: @accent; font-weight: 600; }
QPushButton[role="primary"]:hover { background: @accentStrong; }
QPushButton[role="primary"]:focus { border-color: @text; }
QPushButton[role="primary"]:disabled { background: @line; border-color: @line; color: @quiet; }
QPushButton[role="link"] { background: transparent; border: 1px solid transparent; color: @accent; padding: 3px 8px; }
QPushButton[role="link"]:hover { background: @hover; }
QPushButton[role="link"]:focus { border-color: @accent; }
QPushButton[role="gap"] { background: transparent; border: 1px solid transparent; color: @accent; text-align: left; padding: 3px 8px; }
QPushButton[role="gap"]:hover { background: @hover; }
QPushButton[role="gap"]:focus { border-color: @accent; }
QPushButton[role="card-title"] { background: transparent; border: 1px solid transparent; font-weight: 600; text-align: left; padding: 2px 6px; }
QPushButton[role="card-title"]:hover { background: @hover; }
QPushButton[role="card-title"]:focus { border-color: @accent; }
QPushButton[role="card-title"]:disabled { color: @quiet; }
QPushButton[role="status"] { background: transparent; border: 1px solid transparent; color: @quiet; padding: 2px 8px; }
QPushButton[role="status"]:hover { background: @hover; color: @text; }
QPushButton[role="status"]:focus { border-color: @accent; }

QFrame[role="notice"] { background: @accentGround; border: none; border-bottom: 1px solid @line; }
QFrame[role="notice"][weight="error"] { background: @errorGround; }
QFrame[role="notice"] QPushButton { background: transparent; border-color: @thumb; }
QFrame[role="notice"] QPushButton:hover { background: @hover; }
QFrame[role="notice"] QPushButton:focus { border-color: @accent; }

QHeaderView { background: @panel; border: none; }
QHeaderView::section { background: @panel; color: @quiet; border: none; border-bottom: 1px solid @line; padding: 5px 8px; font-weight: 600; }
QTableView { background: @ground; border: none; gridline-color: transparent; selection-background-color: @accentGround; selection-color: @text; }
QTableView::item { padding: 2px 8px; border: none; }

QProgressBar { background: @line; border: none; border-radius: 2px; max-height: 4px; min-height: 4px; }
QProgressBar::chunk { background: @accent; border-radius: 2px; }
)";

} // namespace

QString styleSheetFor(const Colours &colours)
{
    // Longer names first: @accentGround before @accent.
    const std::initializer_list<std::pair<QLatin1StringView, QColor>> names {
        { "@accentGround"_L1, colours.accentGround },
        { "@accentStrong"_L1, mixed(colours.accent, colours.text, 0.15) },
        { "@errorGround"_L1, mixed(colours.ground, colours.error, 0.14) },
        { "@onAccent"_L1, colours.onAccent },
        { "@ground"_L1, colours.ground },
        { "@accent"_L1, colours.accent },
        { "@panel"_L1, colours.panel },
        { "@thumb"_L1, mixed(colours.line, colours.quiet, 0.3) },
        { "@faint"_L1, mixed(colours.panel, colours.quiet, 0.6) },
        { "@quiet"_L1, colours.quiet },
        { "@hover"_L1, colours.hover },
        { "@warning"_L1, colours.warning },
        { "@error"_L1, colours.error },
        { "@text"_L1, colours.text },
        { "@line"_L1, colours.line },
    };
    QString sheet = QLatin1StringView(rules);
    for (const auto &[name, colour] : names)
        sheet.replace(name, colour.name());
    return sheet;
}

} // namespace quillway::ui
