// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/publish/filters/kept_parts.h"

#include <KTextTemplate/Node>

#include <memory>

namespace quillway::publish {

/// `{% once NAME KEY VALUE… %}…{% endonce %}`: what stands in it is rendered once for each KEY, as long as the VALUEs are equal each time; it must depend on nothing else,
/// and NAME be that of no other. For the built-in theme's own parts: whatever KeptParts does not keep, and
/// what stands where nothing is escaped, is rendered as if the tag were not there.
class OnceFactory final : public KTextTemplate::AbstractNodeFactory
{
    Q_OBJECT

public:
    [[nodiscard]] KTextTemplate::Node *getNode(const QString &tagContent, KTextTemplate::Parser *parser) const override;
};

/// Where this thread keeps parts from now on; null: nowhere.
void keepPartsIn(std::shared_ptr<KeptParts> parts);

} // namespace quillway::publish
