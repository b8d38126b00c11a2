// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/site_path.h"

#include <QStringList>

namespace quillway::test {

/// As texts, to compare and to show.
inline QStringList names(const QList<SitePath> &files)
{
    QStringList list;
    for (const SitePath &file : files)
        list.append(file.toString());
    return list;
}

} // namespace quillway::test
