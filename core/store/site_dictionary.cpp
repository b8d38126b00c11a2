// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/site_dictionary.h"

#include "core/store/save_file.h"

using namespace Qt::StringLiterals;

namespace quillway::store {

namespace {

QString dictionaryFile(const QString &siteFolder)
{
    return siteFolder + u"/dictionary.txt"_s;
}

QStringList wordsIn(const QByteArray &bytes)
{
    QStringList words;
    for (QStringView line : QString::fromUtf8(bytes).tokenize(u'\n')) {
        line = line.trimmed();
        if (!line.isEmpty() && !line.startsWith(u'#'))
            words.append(line.toString());
    }
    return words;
}

/// The file's bytes; nothing if it is not there.
Result<std::optional<QByteArray>> readIfThere(const FileSystem &files, const QString &path)
{
    auto bytes = files.read(path);
    if (bytes)
        return *bytes;
    if (bytes.error().code == ErrorCode::NotFound)
        return std::nullopt;
    return std::unexpected(bytes.error());
}

} // namespace

Result<QStringList> readSiteDictionary(const FileSystem &files, const QString &siteFolder)
{
    return readIfThere(files, dictionaryFile(siteFolder)).transform([](const auto &bytes) { return wordsIn(bytes.value_or(QByteArray())); });
}

Result<void> addToSiteDictionary(FileSystem &files, const QString &siteFolder, const QString &word)
{
    const QString path = dictionaryFile(siteFolder);
    const auto before = readIfThere(files, path);
    if (!before)
        return std::unexpected(before.error());
    if (wordsIn(before->value_or(QByteArray())).contains(word))
        return {};
    QByteArray bytes = before->value_or(QByteArray());
    if (!bytes.isEmpty() && !bytes.endsWith('\n'))
        bytes += '\n';
    bytes += word.toUtf8() + '\n';
    SaveOptions options { .durability = Durability::Synced };
    options.expected = *before ? Expected::content(**before) : Expected::absent();
    return saveFile(files, path, bytes, options);
}

} // namespace quillway::store
