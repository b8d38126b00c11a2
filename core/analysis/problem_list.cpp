// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/problem_list.h"

#include "core/model/readers.h"
#include "core/text/front_matter.h"

namespace quillway::analysis {

SourcePosition keyPosition(const QByteArray &source, QStringView key)
{
    return itemPosition(source, key, -1);
}

SourcePosition itemPosition(const QByteArray &source, QStringView key, qsizetype index)
{
    const auto head = text::parseFrontMatter(source);
    const text::Value *value = head ? head->root.find(model::writtenKey(head->root, key)) : nullptr;
    if (!value)
        return {};
    return index >= 0 && index < value->items.size() ? value->items[index].position : value->position;
}

} // namespace quillway::analysis
