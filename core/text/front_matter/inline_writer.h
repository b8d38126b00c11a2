// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/front_matter/syntax.h"

#include <QByteArray>

namespace quillway::text {

/// How one dialect writes values on one line.
class InlineWriter
{
public:
    InlineWriter() = default;
    virtual ~InlineWriter() = default;
    Q_DISABLE_COPY_MOVE(InlineWriter)

    /// `value` on one line; a string in the style `like` where that can hold it. What the dialect cannot say becomes a string (see asRead).
    [[nodiscard]] virtual QByteArray write(const Value &value, Style like) const = 0;
    [[nodiscard]] virtual QByteArray writeKey(const QString &key, Style like) const = 0;
    /// What stands between key and value: `: ` or ` = `.
    [[nodiscard]] virtual QByteArrayView between() const = 0;
    [[nodiscard]] virtual bool hasComments() const = 0;
};

} // namespace quillway::text
