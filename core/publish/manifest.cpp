// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/manifest.h"

#include "core/base/content_hash.h"
#include "core/store/private_folder.h"
#include "core/store/save_file.h"

#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::publish {

namespace {

// A line per file: the hash in hexadecimal, a blank, the path percent-encoded. The first two lines say what it is and whose.
constexpr QByteArrayView heading = "quillway export manifest 1\n";

/// One file per output folder, named by a hash of its path.
QString fileName(const QString &output)
{
    return QString::fromLatin1(contentHash(output.toUtf8()).toHex().first(16)) + ".txt"_L1;
}

QByteArray encoded(const QString &path)
{
    return QUrl::toPercentEncoding(path, "/ ");
}

void readLine(QByteArrayView line, Manifest &manifest)
{
    const qsizetype blank = line.indexOf(' ');
    if (blank < 0)
        return;
    const QByteArray hash = QByteArray::fromHex(line.first(blank).toByteArray());
    const auto path = SitePath::parse(QString::fromUtf8(QByteArray::fromPercentEncoding(line.sliced(blank + 1).toByteArray())));
    if (path && !hash.isEmpty())
        manifest.insert(*path, hash);
}

} // namespace

Manifest loadManifest(const FileSystem &files, const QString &siteFolder, const QString &output)
{
    const Result<QByteArray> text = files.read(siteFolder + "/.quillway/exports/"_L1 + fileName(output));
    const QByteArray whose = encoded(output) + '\n';
    if (!text || !text->startsWith(heading) || !QByteArrayView(*text).sliced(heading.size()).startsWith(whose))
        return {};
    Manifest manifest;
    for (const QByteArray &line : text->sliced(heading.size() + whose.size()).split('\n'))
        readLine(line, manifest);
    return manifest;
}

Result<void> saveManifest(FileSystem &files, const QString &siteFolder, const QString &output, const Manifest &manifest)
{
    const Result<QString> folder = store::privateFolder(files, siteFolder, u"exports"_s);
    if (!folder)
        return std::unexpected(folder.error());
    QList<QByteArray> lines;
    for (const auto &[path, hash] : manifest.asKeyValueRange())
        lines.append(hash.toHex() + ' ' + encoded(path.toString()) + '\n');
    std::ranges::sort(lines, {}, [](const QByteArray &line) { return QByteArrayView(line).sliced(line.indexOf(' ')); });
    const QByteArray text = heading.toByteArray() + encoded(output) + '\n' + lines.join();
    store::SaveOptions options;
    options.durability = store::Durability::Replaced;
    return store::saveFile(files, *folder + u'/' + fileName(output), text, options);
}

} // namespace quillway::publish
