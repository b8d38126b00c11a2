// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QCoreApplication;

namespace quillway::ui {

/// The languages that menus and messages can be in, as `de` or `pt_BR`; English, which the sources are in, first.
[[nodiscard]] QStringList knownLanguages();

/// A language's name in itself: `Deutsch`.
[[nodiscard]] QString nativeNameOf(const QString &language);

/// Puts `language` to use for all texts made from now on, Qt's own included; empty: what the desktop says. To be called once, before the first window.
/// One that is not known leaves English.
void useLanguage(QCoreApplication &application, const QString &language);

} // namespace quillway::ui
