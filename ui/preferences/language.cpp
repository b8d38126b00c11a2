// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/language.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace quillway::ui {

namespace {

const QString folder = u":/translations"_s;
const QString source = u"en"_s; // what the sources are in

bool install(QCoreApplication &application, const QLocale &locale, const QString &name, const QString &from)
{
    auto *translator = new QTranslator(&application);
    return translator->load(locale, name, u"_"_s, from) && QCoreApplication::installTranslator(translator);
}

} // namespace

QStringList knownLanguages()
{
    QStringList languages { source };
    for (QString file : QDir(folder).entryList({ u"quillway_*.qm"_s }, QDir::Files, QDir::Name)) {
        const QString language = file.remove(u"quillway_"_s).remove(u".qm"_s);
        if (language != source)
            languages.append(language);
    }
    return languages;
}

QString nativeNameOf(const QString &language)
{
    const QLocale locale(language);
    // English is written as everywhere, not with the name of a country.
    QString name = language == source ? u"English"_s : locale.nativeLanguageName();
    if (!name.isEmpty())
        name.replace(0, 1, locale.toUpper(name.first(1)));
    return name;
}

void useLanguage(QCoreApplication &application, const QString &language)
{
    const QLocale locale = language.isEmpty() ? QLocale::system() : QLocale(language);
    if (!language.isEmpty())
        QLocale::setDefault(locale);
    if (!install(application, locale, u"quillway"_s, folder))
        return;
    if (!install(application, locale, u"qtbase"_s, folder))
        install(application, locale, u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
}

} // namespace quillway::ui
