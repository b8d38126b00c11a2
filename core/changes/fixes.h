// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/diagnostic.h"
#include "core/changes/site_change.h"
#include "core/model/site.h"

namespace quillway::changes {

/// One way to put a problem right: a change to be shown, carried out and taken back as any other.
struct Fix {
    enum class Kind {
        UseDestination, ///< the link or picture leads to `text`
        CreatePost, ///< `text` is the file of a new draft, to which the link or step leads
        AddAltText, ///< `text` is made of the picture's name, to be bettered by the author
        UsePost, ///< the step, `include` or `exclude` names the post `text`
        RemoveStep, ///< the step, or the item of `include` or `exclude`, goes
        UseTag, ///< `text` in its place
        SetHeadingLevel, ///< to `text`, a digit
        RemoveAlias,
        AddTitle, ///< `text`, which stood in for one
    };
    Kind kind = Kind::UseDestination;
    QString text {};
    SiteChange change {};

    friend bool operator==(const Fix &, const Fix &) = default;
};

/// What would put `problem` right, which is one that checkSite() gives for `site`; the best first. None where nobody but the author can tell. Each was read back: the
/// text differs in that place alone. Reads the problem's file again, so ask for one at a time where nobody may wait.
[[nodiscard]] QList<Fix> fixesOf(const model::Site &site, const Diagnostic &problem);

} // namespace quillway::changes
