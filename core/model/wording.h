// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/settings.h"

#include <QHash>
#include <QString>
#include <QStringList>

// What the program itself says on the pages of a site. Its texts in a language are a file of the form of quillway.toml among its resources, `:/wording/de.toml`.
namespace quillway::model {

/// The languages that it has texts in, as BCP 47 tags, by tag: `de`, `en`.
[[nodiscard]] QStringList wordingLanguages();

/// The one of them for a text in `language`: `de` for `de-AT`; empty if there is none.
[[nodiscard]] QString wordingLanguageFor(const QString &language);

/// The wording that holds for the site's topics: the site's own, key by key, and the program's in the theme's language where the site has none. Every member
/// is set; `stages` has three names.
[[nodiscard]] TopicWording effectiveWording(const Settings &settings);

/// What a theme's texts are called, by the English ones that stand in its templates. What is not in it stays English.
struct ThemeTexts {
    QHash<QString, QString> shown;

    [[nodiscard]] QString of(const QString &english) const { return shown.value(english, english); }
    /// `%1` is the number, in either.
    [[nodiscard]] QString counted(const QString &one, const QString &several, qint64 number) const;
};

/// The program's in one of wordingLanguages().
[[nodiscard]] ThemeTexts shippedTexts(const QString &language);

/// Those in the theme's language, and over them the site's own.
[[nodiscard]] ThemeTexts themeTexts(const ThemeSettings &settings);

/// For what stands inside a post in `language`, on a site that has chosen a language for its theme: the program's in that one. Without such a choice, where the
/// program does not speak it, and if it is the theme's, themeTexts().
[[nodiscard]] ThemeTexts themeTextsWithin(const QString &language, const ThemeSettings &settings);

} // namespace quillway::model
