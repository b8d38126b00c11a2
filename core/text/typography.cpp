// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/typography.h"

#include "core/text/typeset_marks.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace quillway::text {

namespace {

struct Marks {
    QStringView language; ///< a primary tag, or one with a region, which comes first then
    QStringView open, close, innerOpen, innerClose;
    bool hasFrenchSpaces = false;
};

// By the style guides and dictionaries of the languages: Duden, Imprimerie nationale, RAE, Treccani, PWN, Retskrivningsordbogen, Språkrådet, Kotus …
constexpr std::array table {
    Marks { u"de-ch", u"«", u"»", u"‹", u"›" },
    Marks { u"fr-ch", u"«\u202f", u"\u202f»", u"‹\u202f", u"\u202f›", true },
    Marks { u"pt-pt", u"«", u"»", u"“", u"”" },
    Marks { u"be", u"«", u"»", u"„", u"“" },
    Marks { u"bg", u"„", u"“", u"‚", u"‘" },
    Marks { u"bs", u"„", u"”", u"‘", u"’" },
    Marks { u"ca", u"«", u"»", u"“", u"”" },
    Marks { u"cs", u"„", u"“", u"‚", u"‘" },
    Marks { u"da", u"»", u"«", u"›", u"‹" },
    Marks { u"de", u"„", u"“", u"‚", u"‘" },
    Marks { u"el", u"«", u"»", u"“", u"”" },
    Marks { u"es", u"«", u"»", u"“", u"”" },
    Marks { u"et", u"„", u"“", u"‚", u"‘" },
    Marks { u"fi", u"”", u"”", u"’", u"’" },
    Marks { u"fr", u"«\u202f", u"\u202f»", u"“", u"”", true },
    Marks { u"he", u"”", u"”", u"’", u"’" },
    Marks { u"hr", u"„", u"”", u"‚", u"’" },
    Marks { u"hu", u"„", u"”", u"»", u"«" },
    Marks { u"is", u"„", u"“", u"‚", u"‘" },
    Marks { u"it", u"«", u"»", u"“", u"”" },
    Marks { u"ja", u"「", u"」", u"『", u"』" },
    Marks { u"lb", u"„", u"“", u"‚", u"‘" },
    Marks { u"lt", u"„", u"“", u"‚", u"‘" },
    Marks { u"nb", u"«", u"»", u"‘", u"’" },
    Marks { u"nn", u"«", u"»", u"‘", u"’" },
    Marks { u"no", u"«", u"»", u"‘", u"’" },
    Marks { u"pl", u"„", u"”", u"«", u"»" },
    Marks { u"ro", u"„", u"”", u"«", u"»" },
    Marks { u"ru", u"«", u"»", u"„", u"“" },
    Marks { u"sk", u"„", u"“", u"‚", u"‘" },
    Marks { u"sl", u"„", u"“", u"‚", u"‘" },
    Marks { u"sq", u"„", u"“", u"‘", u"’" },
    Marks { u"sr", u"„", u"”", u"’", u"’" },
    Marks { u"sv", u"”", u"”", u"’", u"’" },
    Marks { u"uk", u"«", u"»", u"„", u"“" },
};

bool isLanguage(QStringView language, QStringView tag)
{
    const bool begins = language.startsWith(tag, Qt::CaseInsensitive);
    return begins && (language.size() == tag.size() || language.at(tag.size()) == u'-' || language.at(tag.size()) == u'_');
}

} // namespace

Typography typographyOf(QStringView language)
{
    const auto found = std::ranges::find_if(table, [&](const Marks &marks) { return isLanguage(language, marks.language); });
    if (found == table.end())
        return {};
    return { found->open.toUtf8(), found->close.toUtf8(), found->innerOpen.toUtf8(), found->innerClose.toUtf8(), found->hasFrenchSpaces };
}

QString typeset(const QString &text, const Typography &typography)
{
    QString result;
    qsizetype done = 0;
    for (const TypesetMark &mark : typesetMarks({ text, QByteArray(text.size(), '\0') }, typography)) {
        result += QStringView(text).sliced(done, mark.from - done);
        result += mark.text;
        done = mark.from + mark.length;
    }
    return done == 0 ? text : result.append(QStringView(text).sliced(done));
}

} // namespace quillway::text
