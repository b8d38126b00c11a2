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

SiteChange reversed(const SiteChange &change)
{
    SiteChange back;
    for (const Move &move : change.moves | std::views::reverse)
        back.moves.append({ move.to, move.from });
    for (const TextEdit &edit : change.edits) {
        SitePath file = edit.file;
        for (const Move &move : back.moves)
            file = movedPath(file, move);
        back.edits.append({ file, edit.after, edit.before });
    }
    return back;
}

} // namespace quillway::changes
