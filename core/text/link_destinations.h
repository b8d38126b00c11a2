// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/markdown.h"

#include <functional>
#include <optional>

namespace quillway::text {

/// Where a text has the destination of a link or picture written.
struct WrittenDestination {
    enum class Form {
        Bare, ///< `[x](here)`, `[x]: here`
        Angled, ///< the same between angle brackets, which do not belong to it
        Autolink, ///< `<https://here>`
        Address, ///< https://here, in the running text
        Attribute, ///< `href="here"` and its like in raw HTML, without the quotes
    };
    qsizetype begin = 0; ///< bytes
    qsizetype end = 0;
    Form form = Form::Bare;
    char quote = 0; ///< of an Attribute; 0 if it stands bare
    qsizetype reference = -1; ///< index into TextFacts::references; several may share the one place in a definition

    friend bool operator==(const WrittenDestination &, const WrittenDestination &) = default;
};

/// The exact places of the destinations in `body`, by reference; `facts` are readText(body). The parser itself says what is one: whatever looks like a destination
/// is replaced by a name that is nowhere in the text, and the references of the text so made tell where they have it from. So code, escapes and brackets in brackets
/// count as they do for a page. Not found: mail addresses that become links by themselves, and what could not be told apart.
[[nodiscard]] QList<WrittenDestination> findDestinations(QByteArrayView body, const TextFacts &facts);

/// What a reference's destination shall be, as Reference::destination gives it; nothing or the same to leave it.
using NewDestination = std::function<std::optional<QString>(const Reference &)>;

struct RewrittenText {
    QByteArray text;
    QList<qsizetype> left; ///< references that could not be given the destination they should have
};

/// `body` with other destinations: their bytes are replaced, escaped as their place demands, and no others. The result was read again: references, headings and
/// words are as they were but for the destinations that were to change (and the addresses that stand for themselves). What cannot be had so is left as it is, and
/// said.
[[nodiscard]] RewrittenText rewriteDestinations(const QByteArray &body, const TextFacts &facts, const NewDestination &newDestination);

} // namespace quillway::text
