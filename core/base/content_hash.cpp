// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/content_hash.h"

#include <QCryptographicHash>

namespace quillway {

QByteArray contentHash(QByteArrayView bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Blake2b_160);
}

} // namespace quillway
