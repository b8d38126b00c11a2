// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/site_path.h"

#include <QList>

#include <functional>
#include <optional>

namespace quillway::ui {

/// How a file is shown: as its text, or as the workspace of what it stands for (of tags.toml: the site's tags).
enum class Face { Text, Workspace };

/// Where the caret was.
struct VisitedPlace {
    SitePath file;
    int line = 1; ///< of the file, from 1; a workspace is one place
    Face face = Face::Text;

    friend bool operator==(const VisitedPlace &, const VisitedPlace &) = default;
};

/// The places visited, as a browser keeps its pages: one is the present one, behind it those that Forward leads to until another way is taken. Going within a few lines
/// is being at the same place. At most 200.
class PlaceHistory
{
public:
    /// The caret is there now. A move of more than ten lines, or to another file, makes a new place and forgets what Forward led to.
    void visit(const VisitedPlace &place);

    using IsThere = std::function<bool(const SitePath &)>;
    /// Goes a step and gives the place; nothing if there is none. Places in files that are not there any more are forgotten on the way.
    std::optional<VisitedPlace> back(const IsThere &isThere);
    std::optional<VisitedPlace> forward(const IsThere &isThere);

    [[nodiscard]] bool canGoBack() const { return m_present > 0; }
    [[nodiscard]] bool canGoForward() const { return m_present + 1 < m_places.size(); }

    void rename(const SitePath &from, const SitePath &to);
    void clear();

private:
    std::optional<VisitedPlace> go(int step, const IsThere &isThere);

    QList<VisitedPlace> m_places;
    qsizetype m_present = -1;
};

} // namespace quillway::ui
