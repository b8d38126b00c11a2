// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deploy/git_peer.h"

#include "core/base/child_process.h"

#include <QDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::deploy {

namespace {

/// What has no meaning but on the branch: without it, GitHub leaves files out that begin with an underscore.
const SitePath noJekyll = SitePath::literal(u".nojekyll");

/// The name of one of the user's remotes, not an address or a folder.
bool isRemoteName(const QString &remote)
{
    return !remote.contains(u':') && !remote.contains(u'/');
}

/// The token is for git alone, and for that address alone.
void addToken(QList<std::pair<QString, QString>> &environment, const QString &address, const QString &token)
{
    const QUrl url(address);
    if (token.isEmpty() || url.scheme() != "https"_L1)
        return;
    const int known = qEnvironmentVariableIntValue("GIT_CONFIG_COUNT");
    const QString number = QString::number(known);
    const QString header = u"Authorization: Basic "_s + QString::fromLatin1(("x-access-token:" + token.toUtf8()).toBase64());
    environment.emplaceBack(u"GIT_CONFIG_COUNT"_s, QString::number(known + 1));
    environment.emplaceBack(u"GIT_CONFIG_KEY_"_s + number, u"http.%1.extraHeader"_s.arg(url.toString(QUrl::RemoveUserInfo)));
    environment.emplaceBack(u"GIT_CONFIG_VALUE_"_s + number, header);
}

} // namespace

GitPeer::GitPeer(FileSystem &files, model::PublishDestination target, PeerPlace place)
    : m_files(files)
    , m_target(std::move(target))
    , m_place(std::move(place))
    , m_repository(m_place.cacheFolder + "/repository.git"_L1)
{ }

Result<QByteArray> GitPeer::git(const QStringList &arguments, const std::stop_token &stop, const QByteArray &input,
                                const QString &folder) const
{
    QList<std::pair<QString, QString>> environment {
        { u"GIT_DIR"_s, m_repository },
        { u"GIT_INDEX_FILE"_s, m_repository + "/quillway-index"_L1 },
        { u"GIT_TERMINAL_PROMPT"_s, u"0"_s },
        { u"GIT_ALLOW_PROTOCOL"_s, u"file:git:http:https:ssh"_s }, // none that runs a program that the address names
    };
    addToken(environment, m_address, m_place.token);
    return runChild({ .program = u"git"_s,
                      .arguments = QStringList { u"-c"_s, u"core.hooksPath=/dev/null"_s, u"-c"_s, u"gc.auto=0"_s } + arguments,
                      .folder = folder.isEmpty() ? m_repository : folder,
                      .input = input,
                      .environment = environment },
                    stop);
}

/// A remote of the site's repository by its name is as good as its address; folders are seen from the site's.
Result<QString> GitPeer::address(const std::stop_token &stop) const
{
    if (isRemoteName(m_target.remote)) {
        const Result<QByteArray> found = runChild(
            { .program = u"git"_s,
              .arguments = { u"-C"_s, m_place.siteFolder, u"remote"_s, u"get-url"_s, u"--push"_s, u"--"_s, m_target.remote } },
            stop);
        if (!found)
            return std::unexpected(found.error());
        const QString address = QString::fromUtf8(*found).trimmed();
        return isRemoteName(address) || address.startsWith(u'/') || address.contains(u':')
            ? address
            : QDir(m_place.siteFolder).absoluteFilePath(address);
    }
    const bool isFolder = !m_target.remote.contains(u':');
    return isFolder ? QDir(m_place.siteFolder).absoluteFilePath(m_target.remote) : m_target.remote;
}

Result<void> GitPeer::prepare(const std::stop_token &stop)
{
    const Result<QString> found = address(stop);
    if (!found)
        return std::unexpected(found.error());
    m_address = *found;
    if (Result<void> made = m_files.makeFolder(m_repository); !made)
        return made;
    if (const auto made = git({ u"init"_s, u"--quiet"_s, u"--bare"_s, u"--template="_s }, stop); !made)
        return std::unexpected(made.error());
    const Result<QByteArray> heads = git({ u"ls-remote"_s, u"--heads"_s, u"--"_s, m_address, ref() }, stop);
    if (!heads)
        return std::unexpected(heads.error());
    m_base = heads->left(std::max<qsizetype>(0, heads->indexOf('\t')));
    if (m_base.isEmpty())
        return {};
    const auto fetched = git(
        { u"fetch"_s, u"--quiet"_s, u"--depth=1"_s, u"--no-tags"_s, u"--"_s, m_address, u'+' + ref() + u":refs/quillway/base"_s }, stop);
    if (!fetched)
        return std::unexpected(fetched.error());
    const Result<QByteArray> commit = git({ u"rev-parse"_s, u"--verify"_s, u"refs/quillway/base^{commit}"_s }, stop);
    if (!commit)
        return std::unexpected(commit.error());
    m_base = commit->trimmed();
    return {};
}

Result<Listing> GitPeer::listing(const std::stop_token &stop)
{
    if (Result<void> prepared = prepare(stop); !prepared)
        return std::unexpected(prepared.error());
    if (m_base.isEmpty())
        return Listing();
    const QString place = QString::fromLatin1(m_base) + u':' + listingFile().toString();
    const Result<QByteArray> names = git({ u"ls-tree"_s, u"--name-only"_s, QString::fromLatin1(m_base), listingFile().toString() }, stop);
    if (!names)
        return std::unexpected(names.error());
    if (names->isEmpty())
        return Listing();
    const Result<QByteArray> text = git({ u"cat-file"_s, u"blob"_s, place }, stop);
    return text ? parseListing(*text) : std::unexpected(text.error());
}

/// What `git update-index --index-info` reads: the new files, with their contents stored, and those that go.
Result<QByteArray> GitPeer::indexLines(const Upload &upload) const
{
    const QList<SitePath> sent = upload.plan.added + upload.plan.changed;
    QByteArray names;
    for (const SitePath &file : sent) {
        if (file.toString().contains(u'\n'))
            return std::unexpected(Error { ErrorCode::BadValue, file.toString(), {}, u"a name with control characters"_s });
        names += upload.folder.toUtf8() + '/' + file.toString().toUtf8() + '\n';
    }
    QByteArrayList blobs;
    if (!sent.isEmpty()) {
        const auto stored = git({ u"hash-object"_s, u"-w"_s, u"--no-filters"_s, u"--stdin-paths"_s }, upload.stop, names);
        if (!stored)
            return std::unexpected(stored.error());
        blobs = stored->trimmed().split('\n');
    }
    QByteArray lines;
    const auto add = [&](const QByteArray &blob, const SitePath &file) {
        lines += "100644 " + blob + '\t' + file.toString().toUtf8() + '\0';
    };
    for (qsizetype i = 0; i < std::min(sent.size(), blobs.size()); ++i)
        add(blobs.at(i), sent.at(i));
    for (const SitePath &file : upload.plan.removed)
        lines += "0 " + QByteArray(blobs.isEmpty() ? 40 : blobs.constFirst().size(), '0') + '\t' + file.toString().toUtf8() + '\0';
    for (const auto &[file, content] : { std::pair(listingFile(), renderListing(upload.wanted)), std::pair(noJekyll, QByteArray()) }) {
        const auto stored = git({ u"hash-object"_s, u"-w"_s, u"--no-filters"_s, u"--stdin"_s }, upload.stop, content);
        if (!stored)
            return std::unexpected(stored.error());
        add(stored->trimmed(), file);
    }
    return lines;
}

Result<QByteArray> GitPeer::makeTree(const Upload &upload) const
{
    const QString begin = m_base.isEmpty() ? u"--empty"_s : QString::fromLatin1(m_base);
    if (const auto read = git({ u"read-tree"_s, begin }, upload.stop); !read)
        return read;
    const Result<QByteArray> lines = indexLines(upload);
    if (!lines)
        return lines;
    if (const auto updated = git({ u"update-index"_s, u"-z"_s, u"--index-info"_s }, upload.stop, *lines); !updated)
        return updated;
    return git({ u"write-tree"_s }, upload.stop).transform([](const QByteArray &tree) { return tree.trimmed(); });
}

/// By whoever commits in the site's repository, or in any of this machine.
Result<QByteArray> GitPeer::makeCommit(const Upload &upload, const QByteArray &tree) const
{
    const auto setting = [&](const QString &key, const QString &otherwise) {
        const auto found = runChild({ .program = u"git"_s, .arguments = { u"-C"_s, m_place.siteFolder, u"config"_s, u"--get"_s, key } },
                                    upload.stop);
        const QString value = found ? QString::fromUtf8(*found).trimmed() : QString();
        return value.isEmpty() ? otherwise : value;
    };
    QStringList arguments { u"-c"_s,          u"user.name="_s + setting(u"user.name"_s, u"Quillway"_s),
                            u"-c"_s,          u"user.email="_s + setting(u"user.email"_s, u"quillway@localhost"_s),
                            u"-c"_s,          u"commit.gpgSign=false"_s,
                            u"commit-tree"_s, QString::fromLatin1(tree) };
    if (!m_base.isEmpty())
        arguments += { u"-p"_s, QString::fromLatin1(m_base) };
    const QByteArray message = "Publish " + (upload.title.isEmpty() ? u"the site"_s : upload.title).toUtf8() + "\n\n"
        + QByteArray::number(upload.plan.added.size()) + " added, " + QByteArray::number(upload.plan.changed.size()) + " changed, "
        + QByteArray::number(upload.plan.removed.size()) + " removed\n";
    return git(arguments, upload.stop, message).transform([](const QByteArray &commit) { return commit.trimmed(); });
}

Result<void> GitPeer::carryOut(const Upload &upload)
{
    const Result<QByteArray> tree = makeTree(upload);
    if (!tree)
        return std::unexpected(tree.error());
    if (!m_base.isEmpty()) {
        const auto present = git({ u"rev-parse"_s, QString::fromLatin1(m_base) + u"^{tree}"_s }, upload.stop);
        if (present && present->trimmed() == *tree)
            return {};
    }
    const Result<QByteArray> commit = makeCommit(upload, *tree);
    if (!commit)
        return std::unexpected(commit.error());
    // Only if the branch is still what it was: nobody else's push is lost.
    const QString lease = u"--force-with-lease="_s + ref() + u':' + QString::fromLatin1(m_base);
    const auto pushed = git({ u"push"_s, u"--quiet"_s, lease, u"--"_s, m_address, QString::fromLatin1(*commit) + u':' + ref() },
                            upload.stop);
    return pushed ? Result<void>() : std::unexpected(pushed.error());
}

} // namespace quillway::deploy
