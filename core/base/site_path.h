// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QString>

#include <compare>
#include <optional>

namespace quillway {

/// The place of a file inside a site: relative, `/` between parts, normalised, never empty, never leading out
/// (no `..`, no absolute path, no NUL or backslash). A value; says nothing about whether the file is there.
class SitePath
{
public:
    /// `text` normalised (`a//./b` is `a/b`); nothing if it is empty or leads outside.
    [[nodiscard]] static std::optional<SitePath> parse(QStringView text);

    /// Like parse() for a path known at compile time to be good (asserts in debug builds).
    [[nodiscard]] static SitePath literal(QStringView text);

    [[nodiscard]] const QString &toString() const { return m_text; }

    /// `name` seen from the folder this file is in: `posts/a.md` + `../pages/b.md` = `pages/b.md`.
    [[nodiscard]] std::optional<SitePath> resolvedSibling(QStringView name) const;

    /// The last part, the folder before it (empty for a file at the top), the first part, and the name without its
    /// last extension.
    [[nodiscard]] QString fileName() const;
    [[nodiscard]] QString folder() const;
    [[nodiscard]] QString topFolder() const;
    [[nodiscard]] QString stem() const;

    friend bool operator==(const SitePath &, const SitePath &) = default;
    friend std::strong_ordering operator<=>(const SitePath &a, const SitePath &b);
    friend size_t qHash(const SitePath &path, size_t seed = 0) { return qHash(path.m_text, seed); }

private:
    explicit SitePath(QString text)
        : m_text(std::move(text))
    { }
    QString m_text;
};

} // namespace quillway
