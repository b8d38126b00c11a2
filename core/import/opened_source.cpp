// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/opened_source.h"

#include "core/import/recognise_tool.h"
#include "core/import/rst/restructured_text.h"
#include "core/import/rst/rst_texts.h"
#include "core/import/tools/eleventy.h"
#include "core/import/tools/export_rules.h"
#include "core/import/tools/hugo.h"
#include "core/import/tools/jekyll.h"
#include "core/import/tools/pelican.h"
#include "core/import/tools/plain.h"
#include "core/import/tools/zola.h"

using namespace Qt::StringLiterals;

namespace quillway::importing {

namespace {

std::unique_ptr<ToolRules> makeRules(const Source &source, const Recognition &recognition)
{
    switch (recognition.tool) {
    case Tool::Hugo: return makeHugoRules(source, recognition);
    case Tool::Jekyll: return makeJekyllRules(source, recognition);
    case Tool::Zola: return makeZolaRules(source, recognition);
    case Tool::Pelican: return makePelicanRules(source, recognition, {});
    case Tool::Eleventy: return makeEleventyRules(source, recognition);
    case Tool::Plain: return makePlainRules(source, recognition);
    case Tool::WordPress:
    case Tool::Ghost: break; // their rules are for what is unpacked
    }
    return nullptr;
}

/// Of the tool's content.
QStringList rstTextsOf(const Source &source, const ToolRules &rules)
{
    QStringList paths;
    for (const SourceFile &file : source.listing().files) {
        if (extensionOf(file.path) == "rst"_L1 && rules.place(file.path).reason == LeftOutReason::Format)
            paths.append(file.path);
    }
    return paths;
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
    if (opened.m_rules && opened.m_recognition.tool == Tool::Pelican) {
        if (auto read = opened.readRst(files, options); !read)
            return std::unexpected(read.error());
    }
    if (opened.m_rules)
        return opened;
    if (auto made = opened.makeFolder(); !made)
        return std::unexpected(made.error());
    const Tool tool = opened.m_recognition.tool;
    auto unpacked = unpackExports(files, *opened.m_source, tool, opened.m_folder->path(), options.progress, options.stop);
    if (!unpacked)
        return std::unexpected(unpacked.error());
    opened.m_unpacked = std::make_unique<UnpackedExport>(std::move(*unpacked));
    opened.m_rules = makeExportRules(*opened.m_unpacked, tool);
    return opened;
}

Result<void> OpenedSource::makeFolder()
{
    m_folder = std::make_unique<QTemporaryDir>();
    if (!m_folder->isValid())
        return std::unexpected(Error { ErrorCode::NotWritable, m_folder->path(), {}, m_folder->errorString() });
    return {};
}

/// Without a program to read them by they are left out, as the rules have it already.
Result<void> OpenedSource::readRst(FileSystem &files, const ImportOptions &options)
{
    const QString reader = installedRstReader();
    const QStringList paths = rstTextsOf(*m_source, *m_rules);
    if (paths.isEmpty() || reader.isEmpty())
        return {};
    if (auto made = makeFolder(); !made)
        return made;
    auto texts = readRstTexts(files, *m_source, paths, reader, m_folder->path(), options.threads, options.progress, options.stop);
    if (!texts)
        return std::unexpected(texts.error());
    auto source = std::make_unique<Source>(files, m_source->listing(), texts->places);
    m_rules = makePelicanRules(*source, m_recognition, *std::move(texts));
    m_source = std::move(source);
    return {};
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
