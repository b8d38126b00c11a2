// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QSet>
#include <QString>
#include <QUrl>

#include <optional>

namespace quillway::importing {

/// Where a link of the old site leads in the new one.
struct NewTarget {
    QString file; ///< in the new site; empty for a page that Quillway makes
    QString address; ///< of such a page (`/tags/go/`)
    QString tail; ///< query and fragment with their signs, as written
};

/// Everything of the source that a link can lead to: by its file, by its old address. Filled once, then asked from several threads.
class LinkTargets
{
public:
    /// Addresses under one of these count as the own site's, with or without `www.`.
    void addOwnUrl(const QUrl &url);
    void addFile(const QString &sourcePath, const QString &newFile);
    /// With or without closing slash, `index.html`, `.html`; capitals count only where two differ in nothing else. The first one with an address has it.
    void addAddress(const QString &oldAddress, const QString &newFile);
    /// A page that the old tool made and Quillway makes as well.
    void addOwnPage(const QString &oldAddress, const QString &newAddress);

    /// `destination` as it stands in the text that is in `sourcePath` and was at `oldAddress`. Nothing if it leads elsewhere or to nothing known.
    [[nodiscard]] std::optional<NewTarget> resolve(const QString &destination, const QString &sourcePath, const QString &oldAddress) const;
    /// True if it is meant to lead to the own site: whether or not there is something.
    [[nodiscard]] bool isInternal(const QString &destination) const;
    [[nodiscard]] std::optional<QString> newFileOf(const QString &sourcePath) const;

private:
    struct Place {
        QString file;
        QString address;
    };
    [[nodiscard]] const Place *findAddress(const QString &address) const;
    [[nodiscard]] const Place *findFile(const QString &path) const;

    QList<QUrl> m_ownUrls;
    QHash<QString, Place> m_byAddress;
    QHash<QString, Place> m_byFoldedAddress;
    QHash<QString, Place> m_byFile;
};

/// How one file of a site names another: `../posts/b.md`. Both relative to the site's folder.
[[nodiscard]] QString relativeDestination(const QString &fromFile, const QString &toFile);

} // namespace quillway::importing
