// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/user_settings.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontInfo>
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

bool UserSettings::proportionalText() const
{
    return isOn(u"proportional-text"_s, false);
}

void UserSettings::setProportionalText(bool proportional)
{
    setOn(u"proportional-text"_s, proportional);
}

QFont UserSettings::textFont() const
{
    const QFont general = QApplication::font();
    QFont font = general;
    if (!proportionalText()) {
        // By name: a system font says nothing that a widget's parent would not override.
        font.setFamilies({ QFontInfo(QFontDatabase::systemFont(QFontDatabase::FixedFont)).family(), u"monospace"_s });
        font.setStyleHint(QFont::Monospace);
        font.setFixedPitch(true);
    }
    font.setPointSizeF(std::max(10.0, general.pointSizeF()) + (proportionalText() ? 1.5 : 0.5));
    return font;
}

int UserSettings::zoom() const
{
    return m_store.value("editor/zoom"_L1, 0).toInt();
}

void UserSettings::setZoom(int steps)
{
    m_store.setValue("editor/zoom"_L1, steps);
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
