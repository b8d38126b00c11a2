// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/front_matter/syntax.h"

#include <QByteArray>

namespace quillway::text {

/// Changes to a text, collected in any order and made at once. Offsets are those of the text as it was; spans do not overlap. What goes in at one place
/// goes in in the order in which it was asked for.
class Splices
{
public:
    void replace(Span span, const QByteArray &text) { m_splices.append({ span, text }); }
    void insert(qsizetype at, const QByteArray &text) { replace({ at, at }, text); }
    void remove(Span span) { replace(span, {}); }

    [[nodiscard]] QByteArray applied(QByteArrayView text) const;

private:
    struct Splice {
        Span span;
        QByteArray text;
    };
    QList<Splice> m_splices;
};

} // namespace quillway::text
