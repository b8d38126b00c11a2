// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QList>
#include <QString>

#include <optional>

namespace quillway::test {

/// An object of a program as assistive programs see it: by AT-SPI 2 (at-spi2-core, xml/Accessible.xml), over the accessibility bus. Every call waits for the
/// program's answer; an object that has gone answers with nothing.
class AccessibleObject
{
public:
    /// Bits of its state (atspi-constants.h).
    enum State { Editable = 7, Focusable = 11, Focused = 12, Showing = 25 };

    AccessibleObject(QDBusConnection bus, QString service, QString path)
        : m_bus(std::move(bus))
        , m_service(std::move(service))
        , m_path(std::move(path))
    { }

    [[nodiscard]] QString name() const;
    [[nodiscard]] QString role() const; ///< `push button`, `text`, `list`
    [[nodiscard]] bool has(State state) const;
    [[nodiscard]] QList<AccessibleObject> children() const;

    [[nodiscard]] QString text() const; ///< of an object with the interface Text
    [[nodiscard]] int caret() const; ///< its position in the text; -1: no text
    bool setCaret(int position);

    [[nodiscard]] qint64 process() const; ///< the id of the program's
    [[nodiscard]] QString path() const { return m_path; }

private:
    [[nodiscard]] QVariant property(const QString &interface, const QString &name) const;
    [[nodiscard]] QDBusMessage call(const QString &interface, const QString &method, const QVariantList &arguments = {}) const;

    QDBusConnection m_bus;
    QString m_service;
    QString m_path;
};

/// The registry of all programs with assistive technology on, on the session's accessibility bus. None where there is no such bus.
[[nodiscard]] std::optional<AccessibleObject> accessibleDesktop();

} // namespace quillway::test
