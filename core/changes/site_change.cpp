// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/changes/site_change.h"

#include <ranges>

namespace quillway::changes {

SitePath movedPath(const SitePath &file, const Move &move)
{
    const QString &name = file.toString();
    const QString &from = move.from.toString();
    if (file != move.from && !name.startsWith(from + QLatin1Char('/')))
        return file;
    return SitePath::parse(move.to.toString() + name.sliced(from.size())).value_or(file);
}

SitePath placeBefore(const SitePath &file, const SiteChange &change)
{
    SitePath place = file;
    for (const Move &move : change.moves | std::views::reverse)
        place = movedPath(place, { move.to, move.from });
    return place;
}

SiteChange reversed(const SiteChange &change)
{
    SiteChange back;
    for (const Move &move : change.moves | std::views::reverse)
        back.moves.append({ move.to, move.from });
    for (const TextEdit &edit : change.edits) {
        back.edits.append({ placeBefore(edit.file, change), edit.after, edit.before });
    }
    return back;
}

} // namespace quillway::changes
