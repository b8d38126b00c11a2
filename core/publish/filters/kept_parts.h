// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QSet>
#include <QString>
#include <QVariantList>

#include <mutex>
#include <optional>

namespace quillway::publish {

/// Parts of pages that were rendered once and may be shown again: what `{% once %}` keeps. Shared by all renderers of an export, on any thread.
class KeptParts
{
public:
    /// Only parts of these names are kept.
    explicit KeptParts(QSet<QString> names)
        : m_names(std::move(names))
    { }

    [[nodiscard]] bool keeps(const QString &name) const { return m_names.contains(name); }

    /// The part as it came out for these values; nothing if it did not yet, or the last time for others.
    [[nodiscard]] std::optional<QString> find(const QString &name, const QString &key, const QVariantList &values) const
    {
        const std::scoped_lock lock(m_mutex);
        const auto part = m_parts.constFind({ name, key });
        return part == m_parts.cend() || part->values != values ? std::nullopt : std::optional(part->html);
    }
    void keep(const QString &name, const QString &key, const QVariantList &values, const QString &html)
    {
        const std::scoped_lock lock(m_mutex);
        m_parts.insert({ name, key }, { values, html });
    }

private:
    struct Part {
        QVariantList values;
        QString html;
    };
    QSet<QString> m_names;
    mutable std::mutex m_mutex;
    QHash<std::pair<QString, QString>, Part> m_parts;
};

} // namespace quillway::publish
