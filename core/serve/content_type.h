// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace quillway::serve {

/// The media type of a file of a site by its name's extension, with the encoding of texts; `application/octet-stream` for others. As web servers have it, not as the desktop
/// does: that depends on what is installed.
[[nodiscard]] QByteArray contentType(const QString &fileName);

} // namespace quillway::serve
