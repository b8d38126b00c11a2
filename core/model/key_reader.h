// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/diagnostic.h"
#include "core/base/site_path.h"
#include "core/text/value.h"

#include <QSet>
#include <QStringList>

#include <span>

namespace quillway::model {

/// The member of `map` that is meant by the first of `names`; the others are read as the same. Members with a value count before empty ones, exact names
/// before those that differ in case, earlier names before later ones. Null if there is none.
[[nodiscard]] const text::Value::Member *findKey(const text::Value &map, std::span<const QStringView> names);

/// `true`, `yes`, `on`, `1` and their opposites, in any case; nothing if it is none of them.
[[nodiscard]] std::optional<bool> parseBoolean(const text::Value &value);

/// Takes the known keys out of one map, and says what is wrong with them: for the readers of this folder. Every key asked for is known from then on.
/// Keys with an empty value count as absent.
class KeyReader
{
public:
    /// How a text (or a switch) may be written: in front matter `title: 1984` and `draft: "yes"` will do, in settings they are wrong types.
    enum class Texts { AnyScalar, StringsOnly };

    /// `map` and `diagnostics` must outlive the reader. A value that is no map is a diagnostic (`name` should be a table) and reads as an empty one. `name`
    /// stands before the keys in diagnostics (`index`).
    KeyReader(const text::Value &map, const SitePath &file, Diagnostics &diagnostics, Texts texts, const QString &name = {});

    /// The value of a key; null if absent or empty.
    const text::Value *take(std::span<const QStringView> names);
    /// True if the file has the key, even with an empty value.
    [[nodiscard]] bool has(QStringView name) const { return findKey(*m_map, std::span(&name, 1)); }
    const text::Value *take(QStringView name) { return take(std::span(&name, 1)); }
    /// Where its value stands; invalid if absent or empty.
    SourcePosition positionOf(QStringView name)
    {
        const text::Value *value = take(name);
        return value ? value->position : SourcePosition();
    }

    // The value if it is of the right type and there is one; else a diagnostic where it is wrong, and nothing.
    std::optional<QString> text(std::span<const QStringView> names); ///< trimmed, not empty
    std::optional<QString> text(QStringView name) { return text(std::span(&name, 1)); }
    std::optional<bool> boolean(QStringView name);
    std::optional<int> integer(QStringView name, int least);
    /// A list, or a single text in its place. Empty items are left out.
    std::optional<QStringList> texts(QStringView name);
    /// The same, but a single text may hold several ones between commas.
    std::optional<QStringList> words(std::span<const QStringView> names);
    std::optional<QStringList> words(QStringView name) { return words(std::span(&name, 1)); }
    /// A list's items, or a single value as the only one.
    QList<const text::Value *> items(QStringView name);

    /// A scalar's text as texts() takes it; anything else is a diagnostic that names `name`.
    std::optional<QString> textOf(const text::Value &value, QStringView name);

    void wrongType(const text::Value &value, QStringView name, QStringView wanted);
    void badValue(const text::Value &value, QStringView name, QStringView why);
    void report(Severity severity, ErrorCode code, SourcePosition position, const QString &detail);

    /// The members that nobody has asked for, in the file's order.
    [[nodiscard]] text::Value rest() const;
    /// A warning for each of them.
    void reportRest();

private:
    [[nodiscard]] QString fullName(QStringView name) const;

    const text::Value *m_map;
    SitePath m_file;
    Diagnostics *m_diagnostics;
    Texts m_texts;
    QString m_name;
    QSet<const text::Value::Member *> m_taken;
    QStringList m_known;
};

} // namespace quillway::model
