// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/add_asset.h"

class QMimeData;

namespace quillway::ui {

/// The local files that were copied or dragged in a file manager; none if there is anything else among them.
[[nodiscard]] QStringList filesIn(const QMimeData &data);

/// True for a picture that stands for itself: not one that a program gives beside its text (spreadsheets, word processors).
[[nodiscard]] bool hasPicture(const QMimeData &data);

// Each gives what is read when it is called, on a worker. Pictures that nothing can decode are BadValue, too large files TooDeep, folders NotAFile.

/// A file of the disk: a picture if browsers show it and it can be decoded, whatever its name says. An extension that does not fit is put right.
[[nodiscard]] workspace::ReadAsset readFile(const QString &path);
/// The picture in `data`, as `stem`: byte for byte where it is in a format for the web, else as PNG. Precondition: hasPicture(data).
[[nodiscard]] workspace::ReadAsset readPicture(const QMimeData &data, const QString &stem);

} // namespace quillway::ui
