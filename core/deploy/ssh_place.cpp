// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deploy/ssh_place.h"

using namespace Qt::StringLiterals;

namespace quillway::deploy {

QString sshDestination(const model::PublishDestination &target)
{
    return target.user.isEmpty() ? target.host : target.user + u'@' + target.host;
}

QString remoteFolder(const model::PublishDestination &target)
{
    QString folder = target.path;
    if (folder.startsWith("~/"_L1))
        folder.remove(0, 2);
    while (folder.size() > 1 && folder.endsWith(u'/'))
        folder.chop(1);
    return folder.startsWith(u'/') ? folder : "./"_L1 + folder;
}

QStringList sshOptions()
{
    return { u"-o"_s, u"BatchMode=yes"_s, u"-o"_s, u"ConnectTimeout=20"_s, u"-o"_s, u"ServerAliveInterval=15"_s };
}

} // namespace quillway::deploy
