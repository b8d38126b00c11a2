// SPDX-License-Identifier: GPL-3.0-or-later

// Any bytes as a body whose links get other destinations: what was to change has changed, and nothing else has.

#include "core/base/utf8.h"
#include "core/text/link_destinations.h"
#include "core/text/markdown.h"
#include "require.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace quillway;
using quillway::test::require;

namespace {

/// Destinations that a rename can lead to, from plain to what needs every escape there is.
QString newDestination(qsizetype number)
{
    static const QStringList places { u"plain.md"_s,
                                      u"../a b/index.md"_s,
                                      u"/posts/x/#part"_s,
                                      u"a(b.png"_s,
                                      u"c)d<e>.png"_s,
                                      u"q\"'&amp;.md"_s,
                                      u"https://e.org/?a=1&b=2"_s,
                                      u"straße/日本.md"_s,
                                      u"back\\slash"_s,
                                      u"a*b_c`d"_s,
                                      u"[x]]"_s,
                                      u""_s };
    return places.at(number % places.size());
}

bool standsForItself(text::WrittenDestination::Form form)
{
    return form == text::WrittenDestination::Form::Autolink || form == text::WrittenDestination::Form::Address;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const QByteArray body(reinterpret_cast<const char *>(data), qsizetype(std::min<std::size_t>(size, 4000)));
    if (firstInvalidUtf8(body)) // no site has such a text
        return 0;
    const text::TextFacts facts = text::readText(body);
    const QList<text::WrittenDestination> places = text::findDestinations(body, facts);
    for (const text::WrittenDestination &place : places)
        require(0 <= place.begin && place.begin <= place.end && place.end <= body.size(), "places are in the text");

    const text::RewrittenText same = text::rewriteDestinations(body, facts, [](const text::Reference &) { return std::nullopt; });
    require(same.text == body && same.left.isEmpty(), "who changes nothing leaves every byte");

    // Every second one, so that their neighbours have something to lose. A definition that several share has one destination.
    const auto isToChange = [](const text::Reference &reference) { return (reference.line + reference.destination.size()) % 2 == 0; };
    const auto wanted = [&](const text::Reference &reference) -> std::optional<QString> {
        return isToChange(reference) ? std::optional(newDestination(reference.destination.size() / 2)) : std::nullopt;
    };
    const text::RewrittenText rewritten = text::rewriteDestinations(body, facts, wanted);
    const text::TextFacts again = text::readText(rewritten.text);
    require(again.references.size() == facts.references.size(), "as many links as before");
    for (qsizetype i = 0; i < facts.references.size(); ++i) {
        const text::Reference &before = facts.references.at(i);
        const QString expected = rewritten.left.contains(i) ? before.destination : wanted(before).value_or(before.destination);
        require(again.references.at(i).destination == expected, "links lead where they should");
        require(again.references.at(i).kind == before.kind, "a picture stays one");
    }
    if (std::ranges::none_of(places, standsForItself, &text::WrittenDestination::form)) {
        require(again.words == facts.words, "no word is lost");
        require(again.outline.size() == facts.outline.size(), "no heading is lost");
    }
    return 0;
}
