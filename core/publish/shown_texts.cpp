// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/shown_texts.h"

#include "core/publish/template_fault.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace quillway::publish {

namespace {

const QRegularExpression &textTag()
{
    static const QRegularExpression tag(
        uR"re(\{%[ \t]*i18n(?:[ \t]+"([^"\n]*)"|p[ \t]+"([^"\n]*)"[ \t]+"([^"\n]*)")((?:[ \t]+[\w.]+)*)[ \t]*%\})re"_s);
    return tag;
}

const QRegularExpression &textValue()
{
    static const QRegularExpression value(uR"re(\b_\("([^"\n]*)"\))re"_s);
    return value;
}

/// Escaped, and without the begin of a tag.
QString asTemplate(const QString &text)
{
    static const QRegularExpression begin(u"\\{(?=[{%#])"_s);
    return text.toHtmlEscaped().replace(begin, u"&#123;"_s);
}

template<typename Replacement>
QString replaced(const QString &source, const QRegularExpression &expression, const Replacement &replacement)
{
    QString result;
    qsizetype done = 0;
    for (const QRegularExpressionMatch &match : expression.globalMatch(source)) {
        result += QStringView(source).sliced(done, match.capturedStart() - done);
        result += replacement(match);
        done = match.capturedEnd();
    }
    result += QStringView(source).sliced(done);
    return result;
}

/// With the variables for `%1`, `%2` and so on. A place without one stays as it is.
QString withValues(const QString &text, const QStringList &variables)
{
    static const QRegularExpression place(u"%([1-9])"_s);
    return replaced(asTemplate(text), place, [&](const QRegularExpressionMatch &match) {
        const qsizetype number = match.captured(1).toInt() - 1;
        return number < variables.size() ? u"{{ %1 }}"_s.arg(variables.at(number)) : match.captured();
    });
}

QString shownTag(const QRegularExpressionMatch &tag, const model::ThemeTexts &texts)
{
    const QStringList variables = tag.captured(4).simplified().split(u' ', Qt::SkipEmptyParts);
    const auto shown = [&](int group) { return withValues(texts.of(tag.captured(group)), variables); };
    if (tag.hasCaptured(1))
        return shown(1);
    if (variables.isEmpty())
        return tag.captured();
    QString one = shown(2);
    const QString several = shown(3);
    if (one == several)
        return one;
    return "{% if "_L1 + variables.first() + " == 1 %}"_L1 + one + "{% else %}"_L1 + several + "{% endif %}"_L1;
}

} // namespace

QString withShownTexts(const QString &source, const model::ThemeTexts &texts)
{
    const QString tags = replaced(source, textTag(), [&](const QRegularExpressionMatch &match) { return shownTag(match, texts); });
    const auto quoted = [&](const QRegularExpressionMatch &match) { return u"\"%1\""_s.arg(asTemplate(texts.of(match.captured(1)))); };
    // Only within tags: a script on the page may have a function of that name.
    QString result;
    qsizetype done = 0;
    for (const TemplateToken &token : templateTokens(tags)) {
        result += QStringView(tags).sliced(done, token.begin - done);
        result += replaced(tags.sliced(token.begin, token.end - token.begin), textValue(), quoted);
        done = token.end;
    }
    result += QStringView(tags).sliced(done);
    return result;
}

QStringList textsIn(const QString &source)
{
    QStringList texts;
    for (const QRegularExpressionMatch &match : textTag().globalMatch(source)) {
        for (int group = 1; group <= 3; ++group) {
            if (match.hasCaptured(group))
                texts.append(match.captured(group));
        }
    }
    for (const TemplateToken &token : templateTokens(source)) {
        for (const QRegularExpressionMatch &match : textValue().globalMatch(token.content))
            texts.append(match.captured(1));
    }
    return texts;
}

} // namespace quillway::publish
