// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accessible_object.h"

#include <QDBusArgument>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusReply>
#include <QDBusVariant>

using namespace Qt::StringLiterals;

namespace quillway::test {

namespace {

constexpr int patience = 10'000; // milliseconds
const QString accessible = u"org.a11y.atspi.Accessible"_s;
const QString textual = u"org.a11y.atspi.Text"_s;

/// `(so)`: the bus name of a program and an object's path.
struct Reference {
    QString service;
    QDBusObjectPath path;
};

const QDBusArgument &operator>>(const QDBusArgument &argument, Reference &reference)
{
    argument.beginStructure();
    argument >> reference.service >> reference.path;
    argument.endStructure();
    return argument; // NOLINT(bugprone-return-const-ref-from-parameter): what QtDBus asks for
}

} // namespace

QDBusMessage AccessibleObject::call(const QString &interface, const QString &method, const QVariantList &arguments) const
{
    QDBusMessage message = QDBusMessage::createMethodCall(m_service, m_path, interface, method);
    message.setArguments(arguments);
    return m_bus.call(message, QDBus::Block, patience);
}

QVariant AccessibleObject::property(const QString &interface, const QString &name) const
{
    const QDBusReply<QDBusVariant> reply = call(u"org.freedesktop.DBus.Properties"_s, u"Get"_s, { interface, name });
    return reply.isValid() ? reply.value().variant() : QVariant();
}

QString AccessibleObject::name() const
{
    return property(accessible, u"Name"_s).toString();
}

QString AccessibleObject::role() const
{
    const QDBusReply<QString> reply = call(accessible, u"GetRoleName"_s);
    return reply.isValid() ? reply.value() : QString();
}

bool AccessibleObject::has(State state) const
{
    const QDBusReply<QList<quint32>> reply = call(accessible, u"GetState"_s);
    const QList<quint32> words = reply.isValid() ? reply.value() : QList<quint32>();
    return state / 32 < words.size() && (words.at(state / 32) >> (state % 32)) & 1;
}

QList<AccessibleObject> AccessibleObject::children() const
{
    const QDBusMessage reply = call(accessible, u"GetChildren"_s);
    QList<AccessibleObject> children;
    if (reply.type() != QDBusMessage::ReplyMessage || reply.arguments().isEmpty())
        return children;
    const auto array = reply.arguments().constFirst().value<QDBusArgument>();
    array.beginArray();
    while (!array.atEnd()) {
        Reference reference;
        array >> reference;
        children.append({ m_bus, reference.service, reference.path.path() });
    }
    array.endArray();
    return children;
}

QString AccessibleObject::text() const
{
    const QDBusReply<QString> reply = call(textual, u"GetText"_s, { 0, -1 });
    return reply.isValid() ? reply.value() : QString();
}

int AccessibleObject::caret() const
{
    bool isNumber = false;
    const int position = property(textual, u"CaretOffset"_s).toInt(&isNumber);
    return isNumber ? position : -1;
}

bool AccessibleObject::setCaret(int position)
{
    const QDBusReply<bool> reply = call(textual, u"SetCaretOffset"_s, { position });
    return reply.isValid() && reply.value();
}

qint64 AccessibleObject::process() const
{
    QDBusMessage ask = QDBusMessage::createMethodCall(u"org.freedesktop.DBus"_s, u"/org/freedesktop/DBus"_s, u"org.freedesktop.DBus"_s,
                                                      u"GetConnectionUnixProcessID"_s);
    ask.setArguments({ m_service });
    const QDBusReply<uint> reply = m_bus.call(ask, QDBus::Block, patience);
    return reply.isValid() ? reply.value() : -1;
}

std::optional<AccessibleObject> accessibleDesktop()
{
    qDBusRegisterMetaType<QList<quint32>>();
    QDBusMessage ask = QDBusMessage::createMethodCall(u"org.a11y.Bus"_s, u"/org/a11y/bus"_s, u"org.a11y.Bus"_s, u"GetAddress"_s);
    const QDBusReply<QString> address = QDBusConnection::sessionBus().call(ask, QDBus::Block, patience);
    if (!address.isValid())
        return std::nullopt;
    const QDBusConnection bus = QDBusConnection::connectToBus(address.value(), u"accessibility"_s);
    if (!bus.isConnected())
        return std::nullopt;
    return AccessibleObject(bus, u"org.a11y.atspi.Registry"_s, u"/org/a11y/atspi/accessible/root"_s);
}

} // namespace quillway::test
