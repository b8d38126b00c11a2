// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/rst/rst_texts.h"

#include "core/base/parallel.h"
#include "core/import/rst/restructured_text.h"
#include "core/store/save_file.h"

#include <mutex>

using namespace Qt::StringLiterals;

namespace quillway::importing {

Result<RstTexts> readRstTexts(FileSystem &files, const Source &source, const QStringList &paths, const QString &reader,
                              const QString &folder, int threads, const ImportProgress &progress, const std::stop_token &stop)
{
    RstTexts texts;
    std::mutex mutex;
    std::optional<Error> broken;
    int done = 0;
    forEachIndex(paths.size(), threads, [&](qsizetype i) {
        if (stop.stop_requested())
            return;
        const QString &path = paths.at(i);
        const auto read = source.read(path).and_then([&](const QByteArray &bytes) { return readRestructuredText(bytes, reader, stop); });
        const QString file = u"%1/%2.md"_s.arg(folder).arg(i);
        Result<void> saved;
        if (read)
            saved = store::saveFile(files, file, read->markdown, { .durability = store::Durability::Replaced });
        const std::scoped_lock lock(mutex);
        if (!saved) {
            broken = saved.error();
        } else if (read) {
            texts.places.insert(path, file);
            texts.notes.insert(path, read->notes);
        } else {
            texts.failures.insert(path, read.error().detail);
        }
        if (progress)
            progress(++done, int(paths.size()));
    });
    if (stop.stop_requested())
        return std::unexpected(Error { ErrorCode::Cancelled, source.listing().folder, {}, {} });
    if (broken)
        return std::unexpected(*broken);
    return texts;
}

} // namespace quillway::importing
