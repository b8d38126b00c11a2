// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/publish/filters/filter_locale.h"

#include <KTextTemplate/TagLibraryInterface>

#include <QObject>

namespace quillway::publish {

/// The plugin through which the template language finds Quillway's own filters and tags (it has no other way in): `sentence`, `once`, and `date` and `range` in place of its own.
class Filters final : public QObject, public KTextTemplate::TagLibraryInterface, public FilterLocale
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID "org.kde.KTextTemplate.TagLibraryInterface")
    Q_INTERFACES(KTextTemplate::TagLibraryInterface quillway::publish::FilterLocale)

public:
    using QObject::QObject;

    /// New objects each time; the template that asks owns them.
    [[nodiscard]] QHash<QString, KTextTemplate::Filter *> filters(const QString &name = {}) override;
    [[nodiscard]] QHash<QString, KTextTemplate::AbstractNodeFactory *> nodeFactories(const QString &name = {}) override;

    void setLocale(const QLocale &locale) override;
    void setKeptParts(std::shared_ptr<KeptParts> parts) override;
};

} // namespace quillway::publish
