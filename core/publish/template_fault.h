// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/source_position.h"

#include <QList>
#include <QString>

#include <functional>

// Where a template is wrong: the template language itself counts lines only now and then.
namespace quillway::publish {

/// One `{{ … }}` or `{% … %}` of a template.
struct TemplateToken {
    enum class Kind { Variable, Tag };
    Kind kind = Kind::Variable;
    QString content; ///< trimmed, without the braces
    qsizetype begin = 0; ///< UTF-16 units
    qsizetype end = 0;

    [[nodiscard]] QString word() const { return content.section(u' ', 0, 0); }
};

/// The tokens in order; comments and everything inside `{% comment %}` left out.
[[nodiscard]] QList<TemplateToken> templateTokens(const QString &source);

/// How deep tags that have an end stand inside one another. The parser of the template language calls itself once for each.
[[nodiscard]] int nestingDepth(const QList<TemplateToken> &tokens);

/// True if the text up to a token parses but for tags that are still open.
using ParsesUpTo = std::function<bool(const QString &prefix)>;

/// `source` with the line taken away from each tag without output that has one to itself (`{% if x %}`, `{% endfor %}`, a comment): it would leave a
/// blank one on the page. A line break between two words stays.
[[nodiscard]] QString withoutTagLines(const QString &source);

/// The place of the first token at which `source` stops parsing; of the tag that is never closed, if it is only that; invalid if neither is found.
[[nodiscard]] SourcePosition faultPosition(const QString &source, const ParsesUpTo &parsesUpTo);

/// The place of the `include` or `extends` that names `templateName`; invalid if there is none.
[[nodiscard]] SourcePosition referencePosition(const QString &source, const QString &templateName);

/// The template language's message without the place it may give, since it is wrong more often than not.
[[nodiscard]] QString withoutPlace(const QString &message);

} // namespace quillway::publish
