// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/wording.h"

#include "core/model/readers.h"

#include <QDir>
#include <QFile>

#include <map>
#include <mutex>

namespace quillway::model {

using namespace Qt::StringLiterals;

namespace {

struct ShippedWording {
    TopicWording topics;
    QHash<QString, QString> theme;
};

/// A file in the program's resources has the form of a site's settings, so it is read by the same code.
ShippedWording readShipped(const QString &language)
{
    QFile file(u":/wording/%1.toml"_s.arg(language));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const auto parsed = readSettings(file.readAll());
    if (!parsed)
        return {};
    ShippedWording shipped { parsed->value.wording, {} };
    for (const ThemeText &text : parsed->value.theme.texts)
        shipped.theme.insert(text.english, text.shown);
    return shipped;
}

/// Each language is read when it is first asked for.
const ShippedWording &shippedWording(const QString &language)
{
    static std::mutex mutex;
    static std::map<QString, ShippedWording> known;
    const std::scoped_lock lock(mutex);
    const auto found = known.find(language);
    return found != known.end() ? found->second : known.emplace(language, readShipped(language)).first->second;
}

const QString &english()
{
    static const QString tag = u"en"_s;
    return tag;
}

/// The language of the theme of these settings, among those that there are.
QString themeLanguage(const ThemeSettings &settings)
{
    const QString known = wordingLanguageFor(settings.language);
    return known.isEmpty() ? english() : known;
}

template<typename T>
void replaceBy(std::optional<T> &target, const std::optional<T> &own, const T &otherwise)
{
    target = own ? own : target ? target : std::optional(otherwise);
}

} // namespace

QStringList wordingLanguages()
{
    static const QStringList known = [] {
        QStringList tags = QDir(u":/wording"_s).entryList({ u"*.toml"_s }, QDir::Files, QDir::Name);
        for (QString &tag : tags)
            tag.chop(5);
        return tags;
    }();
    return known;
}

QString wordingLanguageFor(const QString &language)
{
    const QString primary = language.section(u'-', 0, 0).section(u'_', 0, 0).toLower();
    return wordingLanguages().contains(primary) ? primary : QString();
}

TopicWording effectiveWording(const Settings &settings)
{
    TopicWording wording = shippedWording(themeLanguage(settings.theme)).topics;
    const TopicWording &own = settings.wording;
    replaceBy(wording.definition, own.definition, TopicText());
    replaceBy(wording.claims, own.claims, {});
    replaceBy(wording.checklist, own.checklist, {});
    replaceBy(wording.failureModes, own.failureModes, {});
    replaceBy(wording.stages, own.stages, QStringList(3));
    return wording;
}

QString ThemeTexts::counted(const QString &one, const QString &several, qint64 number) const
{
    return of(number == 1 ? one : several).arg(number);
}

ThemeTexts shippedTexts(const QString &language)
{
    return { shippedWording(language).theme };
}

ThemeTexts themeTexts(const ThemeSettings &settings)
{
    ThemeTexts texts = shippedTexts(themeLanguage(settings));
    for (const ThemeText &own : settings.texts)
        texts.shown.insert(own.english, own.shown);
    return texts;
}

ThemeTexts themeTextsWithin(const QString &language, const ThemeSettings &settings)
{
    const QString within = wordingLanguageFor(language);
    if (settings.language.isEmpty() || within.isEmpty() || within == themeLanguage(settings))
        return themeTexts(settings);
    return shippedTexts(within);
}

} // namespace quillway::model
