// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <KTextTemplate/Node>

namespace quillway::publish {

/// `{% range START STOP [STEP] as NAME %}` in place of the template language's own, which never ends with a step of 0 and has no upper bound.
class BoundedRangeFactory final : public KTextTemplate::AbstractNodeFactory
{
    Q_OBJECT

public:
    static constexpr int mostRounds = 100'000;

    [[nodiscard]] KTextTemplate::Node *getNode(const QString &tagContent, KTextTemplate::Parser *parser) const override;
};

} // namespace quillway::publish
