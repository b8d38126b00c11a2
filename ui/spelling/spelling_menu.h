// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextCursor>

#include <functional>

class QMenu;

namespace quillway::ui {

class SpellChecker;

/// Puts at the menu's top what can be done about a word that is spelled wrong: what may have been meant (as soon as that is known), to have it in the site's
/// dictionary, to leave it alone. `word` has it selected; `replace` is called with another spelling.
void addSpellingActions(QMenu &menu, const QTextCursor &word, SpellChecker &spelling, const std::function<void(const QString &)> &replace);

} // namespace quillway::ui
