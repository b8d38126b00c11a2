// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/diagnostic.h"
#include "core/base/site_path.h"
#include "core/text/value.h"

#include <QList>
#include <QString>

namespace quillway::model {

/// A custom property of the theme's style sheet: `accent` is the sheet's `--accent`.
struct StyleVariable {
    QString name;
    QString value; ///< cannot end the declaration that it is set into
    SourcePosition position {}; ///< of the value in quillway.toml
    friend bool operator==(const StyleVariable &, const StyleVariable &) = default;
};

/// What one of the theme's own texts is called on this site.
struct ThemeText {
    QString english; ///< as it stands in the templates
    QString shown; ///< plain text; `%1` and so on stand for what the template puts there
    SourcePosition position {}; ///< of `shown` in quillway.toml
    friend bool operator==(const ThemeText &, const ThemeText &) = default;
};

/// `[theme]` of quillway.toml: how pages look and what they say of themselves, without a file of the site's own.
struct ThemeSettings {
    QString look; ///< names the theme's style sheet `looks/LOOK.css`; empty: the theme as it is
    SourcePosition lookPosition {};
    QString language; ///< BCP 47, of the theme's own texts ("Older", "Related"); empty: English, whatever the site's language
    SourcePosition languagePosition {};
    QList<ThemeText> texts; ///< the site's own, in the file's order
    QList<StyleVariable> variables; ///< in the file's order
    QList<StyleVariable> darkVariables; ///< what differs where pages are dark
    friend bool operator==(const ThemeSettings &, const ThemeSettings &) = default;
};

/// Reads the table. What cannot be used is a diagnostic in `file`, and left out.
[[nodiscard]] ThemeSettings readThemeSettings(const text::Value &table, const SitePath &file, Diagnostics &diagnostics);

} // namespace quillway::model
