// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/key_reader.h"
#include "core/model/theme_settings.h"

#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace quillway::model {

namespace {

constexpr qsizetype longestValue = 1000; ///< characters; a list of fonts has some hundred
constexpr qsizetype longestText = 1000; ///< characters

QChar closingOf(QChar opening)
{
    return opening == u'(' ? u')' : u']';
}

/// Whether `value` stays inside the declaration that it is put into, as CSS Syntax (section 5.4.4) reads one: no end of it, no block, brackets and
/// quotes closed, no escape and no comment that could hide one of them.
bool isDeclarationValue(QStringView value)
{
    if (value.size() > longestValue || value.contains("/*"_L1))
        return false;
    QString open;
    QChar quote;
    for (const QChar c : value) {
        if (c.category() == QChar::Other_Control || c == u'\\' || c == u'<')
            return false;
        if (!quote.isNull()) {
            quote = c == quote ? QChar() : quote;
        } else if (c == u'"' || c == u'\'') {
            quote = c;
        } else if (c == u'(' || c == u'[') {
            open.append(closingOf(c));
        } else if (c == u')' || c == u']') {
            if (!open.endsWith(c))
                return false;
            open.chop(1);
        } else if (c == u'{' || c == u'}' || c == u';' || c == u'!') {
            return false;
        }
    }
    return open.isEmpty() && quote.isNull();
}

/// Calls `take` for each text in a table with its member, the name that faults call it by, and the text. `wanted`: what the table should be.
template<typename Take>
void forEachText(KeyReader &keys, QStringView table, QStringView wanted, const Take &take)
{
    const text::Value *value = keys.take(table);
    if (!value)
        return;
    if (value->kind != text::Value::Kind::Map)
        return keys.wrongType(*value, table, wanted);
    for (const text::Value::Member &member : value->members) {
        const QString key = u"%1.%2"_s.arg(table, member.key);
        if (const auto text = keys.textOf(member.value, key))
            take(member, key, *text);
    }
}

QList<StyleVariable> readVariables(KeyReader &keys, QStringView table)
{
    static const QRegularExpression name(u"\\A(?:--)?([a-z][a-z0-9-]{0,63})\\z"_s);
    QList<StyleVariable> variables;
    const auto take = [&](const text::Value::Member &member, const QString &key, const QString &text) {
        const QRegularExpressionMatch match = name.match(member.key);
        if (!match.hasMatch())
            keys.badValue(member.value, key, u"the name of a variable of the style sheet, as accent");
        else if (!isDeclarationValue(text))
            keys.badValue(member.value, key, u"one value of CSS, its brackets and quotes closed, without ; { } ! < \\ or comments");
        else
            variables.append({ match.captured(1), text, member.value.position });
    };
    forEachText(keys, table, u"a table of the style sheet's variables", take);
    return variables;
}

/// The numbers of `%1` … `%9` in a text.
QSet<QChar> placesIn(const QString &text)
{
    static const QRegularExpression place(u"%([1-9])"_s);
    QSet<QChar> places;
    for (const QRegularExpressionMatch &match : place.globalMatch(text))
        places.insert(match.captured(1).front());
    return places;
}

QList<ThemeText> readTexts(KeyReader &keys)
{
    QList<ThemeText> texts;
    const auto take = [&](const text::Value::Member &member, const QString &key, const QString &shown) {
        if (shown.size() > longestText || shown.contains(u'\n'))
            keys.badValue(member.value, key, u"one line");
        else if (!placesIn(member.key).contains(placesIn(shown)))
            keys.badValue(member.value, key, u"a text with no other % than the English one");
        else
            texts.append({ member.key, shown, member.value.position });
    };
    forEachText(keys, u"texts", u"a table of the theme's texts", take);
    return texts;
}

} // namespace

ThemeSettings readThemeSettings(const text::Value &table, const SitePath &file, Diagnostics &diagnostics)
{
    static const QRegularExpression name(u"\\A[a-z0-9][a-z0-9-]{0,63}\\z"_s);
    KeyReader keys(table, file, diagnostics, KeyReader::Texts::StringsOnly, u"theme"_s);
    ThemeSettings settings;
    if (const auto look = keys.text(u"look")) {
        if (name.match(*look).hasMatch()) {
            settings.look = *look;
            settings.lookPosition = keys.positionOf(u"look");
        } else {
            keys.badValue(*keys.take(u"look"), u"look", u"the name of a look: small letters, digits and hyphens");
        }
    }
    if (const auto language = keys.text(u"language")) {
        settings.language = *language;
        settings.languagePosition = keys.positionOf(u"language");
    }
    settings.texts = readTexts(keys);
    settings.variables = readVariables(keys, u"variables");
    settings.darkVariables = readVariables(keys, u"dark");
    keys.reportRest();
    return settings;
}

} // namespace quillway::model
