// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/opened_source.h"

#include "core/import/recognise_tool.h"
#include "core/import/tools/eleventy.h"
#include "core/import/tools/export_rules.h"
#include "core/import/tools/hugo.h"
#include "core/import/tools/jekyll.h"
#include "core/import/tools/pelican.h"
#include "core/import/tools/plain.h"
#include "core/import/tools/zola.h"

namespace quillway::importing {

namespace {

std::unique_ptr<ToolRules> makeRules(const Source &source, const Recognition &recognition)
{
    switch (recognition.tool) {
    case Tool::Hugo: return makeHugoRules(source, recognition);
    case Tool::Jekyll: return makeJekyllRules(source, recognition);
    case Tool::Zola: return makeZolaRules(source, recognition);
    case Tool::Pelican: return makePelicanRules(source, recognition);
    case Tool::Eleventy: return makeEleventyRules(source, recognition);
    case Tool::Plain: return makePlainRules(source, recognition);
    case Tool::WordPress:
    case Tool::Ghost: break; // their rules are for what is unpacked
    }
    return nullptr;
}

} // namespace

Result<OpenedSource> OpenedSource::open(FileSystem &files, SourceListing listing, const ImportOptions &options)
{
    OpenedSource opened;
    opened.m_source = std::make_unique<Source>(files, std::move(listing));
    if (options.tool) {
        opened.m_recognition = recognitionOf(*opened.m_source, *options.tool);
    } else {
        auto recognition = recogniseTool(*opened.m_source);
        if (!recognition)
            return std::unexpected(recognition.error());
        opened.m_recognition = std::move(*recognition);
    }
    opened.m_rules = makeRules(*opened.m_source, opened.m_recognition);
    if (opened.m_rules)
        return opened;
    opened.m_folder = std::make_unique<QTemporaryDir>();
    if (!opened.m_folder->isValid())
        return std::unexpected(Error { ErrorCode::NotWritable, opened.m_folder->path(), {}, opened.m_folder->errorString() });
    const Tool tool = opened.m_recognition.tool;
    auto unpacked = unpackExports(files, *opened.m_source, tool, opened.m_folder->path(), options.progress, options.stop);
    if (!unpacked)
        return std::unexpected(unpacked.error());
    opened.m_unpacked = std::make_unique<UnpackedExport>(std::move(*unpacked));
    opened.m_rules = makeExportRules(*opened.m_unpacked, tool);
    return opened;
}

ImportReport OpenedSource::report() const
{
    ImportReport report { .tool = m_recognition.tool, .evidence = m_recognition.evidence };
    const SourceListing &listing = m_source->listing();
    report.source = listing.isFolder ? listing.folder : m_source->absolute(listing.files.first().path);
    report.filesFound = source().listing().files.size() + source().listing().leftOut.size();
    return report;
}

} // namespace quillway::importing
