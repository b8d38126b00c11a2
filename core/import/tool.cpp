// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/tool.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::importing {

const QList<Tool> &allTools()
{
    static const QList<Tool> tools { Tool::Hugo,     Tool::Jekyll,    Tool::Zola,  Tool::Pelican,
                                     Tool::Eleventy, Tool::WordPress, Tool::Ghost, Tool::Plain };
    return tools;
}

QString nameOf(Tool tool)
{
    return tool == Tool::Plain ? u"plain"_s : titleOf(tool).toLower();
}

QString titleOf(Tool tool)
{
    switch (tool) {
    case Tool::Hugo: return u"Hugo"_s;
    case Tool::Jekyll: return u"Jekyll"_s;
    case Tool::Zola: return u"Zola"_s;
    case Tool::Pelican: return u"Pelican"_s;
    case Tool::Eleventy: return u"Eleventy"_s;
    case Tool::WordPress: return u"WordPress"_s;
    case Tool::Ghost: return u"Ghost"_s;
    case Tool::Plain: return u"Markdown files"_s;
    }
    return {};
}

std::optional<Tool> toolNamed(QStringView name)
{
    const auto place = std::ranges::find_if(allTools(), [&](Tool tool) { return name.compare(nameOf(tool), Qt::CaseInsensitive) == 0; });
    return place == allTools().end() ? std::nullopt : std::optional(*place);
}

} // namespace quillway::importing
