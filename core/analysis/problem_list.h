// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/diagnostic.h"
#include "core/base/site_path.h"
#include "core/model/post.h"

namespace quillway::analysis {

/// Problems while they are gathered: each gets its weight by whose text it stands in.
class ProblemList
{
public:
    /// Where a text stands and what its problems weigh at most: those of a post that is not published now are warnings.
    struct Text {
        SitePath file;
        bool published = true;
    };

    void add(Severity severity, ErrorCode code, const Text &text, SourcePosition position, const QString &detail)
    {
        const Severity weight = !text.published && severity == Severity::Error ? Severity::Warning : severity;
        m_diagnostics.append({ weight, { code, text.file.toString(), position.isValid() ? position : SourcePosition { 1, 1 }, detail } });
    }

    [[nodiscard]] Diagnostics take() { return std::move(m_diagnostics); }

private:
    Diagnostics m_diagnostics;
};

/// Where the value of `key` begins in the head of `source`; invalid if it has none. Reads the head again: for the few places that are reported.
[[nodiscard]] SourcePosition keyPosition(const QByteArray &source, QStringView key);
/// The same for the item `index` of a list.
[[nodiscard]] SourcePosition itemPosition(const QByteArray &source, QStringView key, qsizetype index);

} // namespace quillway::analysis
