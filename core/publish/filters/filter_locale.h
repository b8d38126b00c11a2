// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QtPlugin>

namespace quillway::publish {

/// What the filters' plugin lets the program set: the template language gives a filter no other way to learn whose page it works on.
class FilterLocale
{
public:
    virtual ~FilterLocale() = default;

    /// The locale that `sentence` and `date` use on this thread from now on.
    virtual void setLocale(const QLocale &locale) = 0;
};

} // namespace quillway::publish

Q_DECLARE_INTERFACE(quillway::publish::FilterLocale, "org.quillway.FilterLocale/1.0")
