// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/private_folder.h"

#include "core/store/save_file.h"

using namespace Qt::StringLiterals;

namespace quillway::store {

Result<QString> privateFolder(FileSystem &files, const QString &siteFolder, const QString &name)
{
    const QString root = siteFolder + u"/.quillway"_s;
    QString folder = name.isEmpty() ? root : root + u'/' + name;
    if (auto made = files.makeFolder(folder); !made)
        return std::unexpected(made.error());
    const QString ignore = root + u"/.gitignore"_s;
    if (!files.status(ignore)) {
        if (auto saved = saveFile(files, ignore, "*\n", { .durability = Durability::Replaced }); !saved)
            return std::unexpected(saved.error());
    }
    return folder;
}

Result<void> ensureOwnersFolder(FileSystem &files, const QString &folder)
{
    auto made = files.createFolder(folder, 0700);
    return made || made.error().code == ErrorCode::AlreadyExists ? Result<void>() : made;
}

} // namespace quillway::store
