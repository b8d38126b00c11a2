// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/content_file.h"
#include "core/model/content_name.h"
#include "core/model/readers.h"
#include "core/model/step_reader.h"

namespace quillway::model {

using namespace Qt::StringLiterals;

Result<Parsed<ReadingPath>> readPath(const SitePath &file, const QByteArray &bytes)
{
    const auto content = readContentFile(file, bytes);
    if (!content)
        return std::unexpected(content.error());
    Diagnostics diagnostics = content->diagnostics;
    KeyReader keys(content->head.root, file, diagnostics, KeyReader::Texts::AnyScalar);
    ReadingPath path;
    path.file = file;
    const ContentName name = contentName(file);
    path.slug = slugOfName(name.name, u"path");
    if (const auto title = keys.text(u"title"))
        path.title = title->simplified();
    else
        keys.report(Severity::Note, ErrorCode::MissingTitle, { 1, 1 }, u"the file's name stands in"_s);
    if (path.title.isEmpty())
        path.title = titleOfName(name.name);
    path.summary = keys.text(u"summary").value_or(QString());
    path.steps = readSteps(keys, u"steps", file, diagnostics);
    path.aliases = keys.texts(u"aliases").value_or(QStringList());
    keys.reportRest();
    path.source = bytes;
    path.bodyOffset = content->head.bodyOffset;
    path.bodyLine = content->bodyLine;
    path.facts = content->facts;
    return Parsed<ReadingPath> { std::move(path), std::move(diagnostics) };
}

} // namespace quillway::model
