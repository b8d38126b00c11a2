// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/diagnostic.h"
#include "core/base/file_system.h"
#include "core/model/theme_settings.h"
#include "core/model/wording.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

#include <memory>

namespace quillway::publish {

/// One file of a theme, read. `file` is its name as the user knows it: `theme/post.html` for one of the site's own.
struct ThemeFile {
    QString name; ///< inside the theme, `/` between parts: `post.html`, `img/logo.svg`
    QString file;
    QByteArray content;

    friend bool operator==(const ThemeFile &, const ThemeFile &) = default;
};

/// Templates, style sheet and further files of a site's look: the built-in theme, overlaid file by file by the site's `theme/`. Immutable and
/// shared by threads once made.
struct Theme {
    QHash<QString, ThemeFile> templates; ///< by name
    QByteArray styleSheet; ///< the theme's style.css, the look and variables that the settings ask for, and the colours of code, light and dark
    QString styleAddress; ///< `/style.HASH.css`; the hash is the content's, so that a browser may keep it for ever
    model::ThemeTexts texts; ///< what is said for the English ones in templates
    QList<ThemeFile> files; ///< what is neither template nor style sheet of a look nor style.css, by name; exported under `/theme/`

    [[nodiscard]] static QString addressOf(const ThemeFile &file); ///< `/theme/img/logo.svg`
};

using ThemePtr = std::shared_ptr<const Theme>;

struct LoadedTheme {
    ThemePtr theme; ///< never null
    Diagnostics diagnostics; ///< files of the site's theme that could not be read (the built-in ones stand in for them); a look, variable, language or text that there is none of
};

/// The theme of the site in `siteFolder` (absolute), set as `[theme]` of its settings says. Reads the disk.
[[nodiscard]] LoadedTheme loadTheme(const FileSystem &files, const QString &siteFolder, const model::ThemeSettings &settings);

/// The program's own theme as it is.
[[nodiscard]] ThemePtr builtInTheme();

} // namespace quillway::publish
