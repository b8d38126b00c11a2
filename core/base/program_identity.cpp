// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/program_identity.h"

#include "core/base/byte_stream.h"
#include "core/base/content_hash.h"

#include <QSysInfo>

#include <algorithm>
#include <array>

#include <link.h>
#include <sys/stat.h>

namespace quillway {

namespace {

/// Others come and go with the desktop the program runs on.
constexpr std::array libraries { "/libcmark-gfm", "/libyaml", "/libKF6SyntaxHighlighting", "/libKF6TextTemplate", "/libQt6Core", "/libicu" };

/// Adds one of the program's files; the first comes without a name: it is the program.
int addObject(dl_phdr_info *object, size_t /*size*/, void *data)
{
    auto &writer = *static_cast<ByteWriter *>(data);
    const QByteArrayView name(object->dlpi_name);
    const auto isIn = [&](const char *library) { return name.contains(library); };
    struct stat status = {};
    if (!name.isEmpty() && std::ranges::none_of(libraries, isIn))
        return 0;
    if (::stat(name.isEmpty() ? "/proc/self/exe" : object->dlpi_name, &status) != 0)
        return 0;
    writer.bytes(name);
    writer.number(qint64(status.st_size));
    writer.number(qint64(status.st_mtim.tv_sec));
    writer.number(qint64(status.st_mtim.tv_nsec));
    return 0;
}

QByteArray findIdentity()
{
    ByteWriter writer;
    dl_iterate_phdr(&addObject, &writer);
    writer.text(QSysInfo::buildAbi());
    return contentHash(writer.written());
}

} // namespace

const QByteArray &programIdentity()
{
    static const QByteArray identity = findIdentity();
    return identity;
}

} // namespace quillway
