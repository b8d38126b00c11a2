// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/user_settings.h"

#include <QSettings>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::ui {

namespace {

constexpr qsizetype mostRecent = 10;

/// A site's folder as a key: slashes would make groups.
QString siteKey(const QString &folder, const QString &name)
{
    return u"sites/"_s + QString::fromLatin1(folder.toUtf8().toPercentEncoding()) + u'/' + name;
}

} // namespace

Appearance UserSettings::appearance() const
{
    const QString name = m_store.value("window/appearance"_L1).toString();
    return name == u"light" ? Appearance::Light : name == u"dark" ? Appearance::Dark : Appearance::System;
}

void UserSettings::setAppearance(Appearance appearance)
{
    m_store.setValue("window/appearance"_L1,
                     appearance == Appearance::Light      ? u"light"_s
                         : appearance == Appearance::Dark ? u"dark"_s
                                                          : u"system"_s);
}

QStringList UserSettings::recentSites() const
{
    return m_store.value("sites/recent"_L1).toStringList();
}

void UserSettings::addRecentSite(const QString &folder)
{
    QStringList sites = recentSites();
    sites.removeAll(folder);
    sites.prepend(folder);
    m_store.setValue("sites/recent"_L1, sites.first(std::min(mostRecent, sites.size())));
}

void UserSettings::removeRecentSite(const QString &folder)
{
    QStringList sites = recentSites();
    sites.removeAll(folder);
    m_store.setValue("sites/recent"_L1, sites);
}

TextLook UserSettings::textLook() const
{
    const TextLook usual;
    TextLook look;
    const QString typeface = m_store.value("editor/typeface"_L1).toString();
    look.typeface = typeface == u"proportional" ? Typeface::Proportional : typeface == u"named" ? Typeface::Named : Typeface::Fixed;
    look.family = m_store.value("editor/family"_L1).toString();
    look.size = m_store.value("editor/size"_L1, usual.size).toDouble();
    look.zoom = m_store.value("editor/zoom"_L1, usual.zoom).toInt();
    look.lineHeight = m_store.value("editor/line-height"_L1, usual.lineHeight).toDouble();
    look.measure = m_store.value("editor/measure"_L1, usual.measure).toInt();
    return withinLimits(look);
}

void UserSettings::setTextLook(const TextLook &look)
{
    m_store.setValue("editor/typeface"_L1,
                     look.typeface == Typeface::Proportional ? u"proportional"_s
                         : look.typeface == Typeface::Named  ? u"named"_s
                                                             : u"fixed"_s);
    m_store.setValue("editor/family"_L1, look.family);
    m_store.setValue("editor/size"_L1, look.size);
    m_store.setValue("editor/zoom"_L1, look.zoom);
    m_store.setValue("editor/line-height"_L1, look.lineHeight);
    m_store.setValue("editor/measure"_L1, look.measure);
}

WritingMode UserSettings::writingMode() const
{
    const QString focus = m_store.value("editor/focus"_L1).toString();
    return { .focus = focus == u"paragraph" ? Focus::Paragraph
                 : focus == u"sentence"     ? Focus::Sentence
                                            : Focus::Everything,
             .typewriter = m_store.value("editor/typewriter"_L1).toBool() };
}

void UserSettings::setWritingMode(WritingMode mode)
{
    m_store.setValue("editor/focus"_L1,
                     mode.focus == Focus::Paragraph      ? u"paragraph"_s
                         : mode.focus == Focus::Sentence ? u"sentence"_s
                                                         : u"everything"_s);
    m_store.setValue("editor/typewriter"_L1, mode.typewriter);
}

QString UserSettings::language() const
{
    return m_store.value("window/language"_L1).toString();
}

void UserSettings::setLanguage(const QString &language)
{
    m_store.setValue("window/language"_L1, language);
}

bool UserSettings::isOn(const QString &name, bool otherwise) const
{
    return m_store.value(u"switches/"_s + name, otherwise).toBool();
}

void UserSettings::setOn(const QString &name, bool on)
{
    m_store.setValue(u"switches/"_s + name, on);
}

QByteArray UserSettings::state(const QString &name) const
{
    return m_store.value(u"state/"_s + name).toByteArray();
}

void UserSettings::setState(const QString &name, const QByteArray &state)
{
    m_store.setValue(u"state/"_s + name, state);
}

QString UserSettings::lastFile(const QString &folder) const
{
    return m_store.value(siteKey(folder, u"file"_s)).toString();
}

void UserSettings::setLastFile(const QString &folder, const QString &file)
{
    m_store.setValue(siteKey(folder, u"file"_s), file);
}

QStringList UserSettings::openFiles(const QString &folder) const
{
    return m_store.value(siteKey(folder, u"tabs"_s)).toStringList();
}

void UserSettings::setOpenFiles(const QString &folder, const QStringList &files)
{
    m_store.setValue(siteKey(folder, u"tabs"_s), files);
}

bool UserSettings::showsRemoteMedia(const QString &folder) const
{
    return m_store.value(siteKey(folder, u"remote-media"_s), false).toBool();
}

void UserSettings::setShowsRemoteMedia(const QString &folder, bool shows)
{
    m_store.setValue(siteKey(folder, u"remote-media"_s), shows);
}

void UserSettings::addRecent(const QString &key, const QString &value)
{
    constexpr qsizetype mostKept = 50;
    QStringList values = m_store.value(key).toStringList();
    values.removeAll(value);
    values.prepend(value);
    m_store.setValue(key, values.first(std::min(mostKept, values.size())));
}

QStringList UserSettings::recentFiles(const QString &folder) const
{
    return m_store.value(siteKey(folder, u"recent"_s)).toStringList();
}

void UserSettings::addRecentFile(const QString &folder, const QString &file)
{
    addRecent(siteKey(folder, u"recent"_s), file);
}

QStringList UserSettings::recentCommands() const
{
    return m_store.value("finder/commands"_L1).toStringList();
}

void UserSettings::addRecentCommand(const QString &id)
{
    addRecent(u"finder/commands"_s, id);
}

} // namespace quillway::ui
