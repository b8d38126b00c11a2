// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/publish/filters/kept_parts.h"

#include <QLocale>
#include <QtPlugin>

#include <memory>

namespace quillway::publish {

/// What the filters' plugin lets the program set: the template language gives a filter no other way to learn whose page it works on.
class FilterLocale
{
public:
    virtual ~FilterLocale() = default;

    /// The locale that `sentence` and `date` use on this thread from now on.
    virtual void setLocale(const QLocale &locale) = 0;

    /// Where `once` keeps parts on this thread from now on; null: nowhere.
    virtual void setKeptParts(std::shared_ptr<KeptParts> parts) = 0;
};

} // namespace quillway::publish

Q_DECLARE_INTERFACE(quillway::publish::FilterLocale, "org.quillway.FilterLocale/2.0")
