// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/import_preview.h"

#include "core/import/convert_text.h"
#include "core/import/opened_source.h"
#include "core/import/source_text.h"

#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::importing {

namespace {

QList<const PlannedText *> newestPosts(const SitePlan &plan, qsizetype most)
{
    QList<const PlannedText *> posts;
    for (const PlannedText &text : plan.texts) {
        if (text.isPost && !text.isDraft)
            posts.append(&text);
    }
    std::ranges::stable_sort(posts,
                             [](const PlannedText *a, const PlannedText *b) { return a->post.facts.date->at > b->post.facts.date->at; });
    return posts.first(std::min(most, posts.size()));
}

QMap<Outcome, qsizetype> countsOf(const SitePlan &plan)
{
    QMap<Outcome, qsizetype> counts;
    for (const PlannedText &text : plan.texts)
        ++counts[outcomeOf(text)];
    for (const PlannedCopy &copy : plan.copies)
        ++counts[outcomeOf(copy)];
    counts[Outcome::Settings] = plan.settings.size();
    counts[Outcome::LeftOut] = plan.leftOut.size();
    return counts;
}

QString proposedSite(const FileSystem &files, const QString &source)
{
    const auto status = files.targetStatus(source);
    const QFileInfo place(source); // asked for its name's parts alone
    const QString name = status && status->kind == FileKind::Folder ? place.fileName() : place.completeBaseName();
    const QString plain = place.path() + u'/' + name + "-quillway"_L1;
    QString site = plain;
    for (int number = 2; files.status(site); ++number)
        site = plain + u'-' + QString::number(number);
    return site;
}

} // namespace

Result<ImportPreview> previewImport(FileSystem &files, const QString &source, const ImportOptions &options, qsizetype mostTexts)
{
    auto listing = listSource(files, source, options.stop);
    if (!listing)
        return std::unexpected(listing.error());
    const auto opened = OpenedSource::open(files, std::move(*listing), options);
    if (!opened)
        return std::unexpected(opened.error());
    const auto plan = planSite(opened->source(), opened->rules(), options.uses, options.threads, options.stop);
    if (!plan)
        return std::unexpected(plan.error());
    ImportPreview preview { .tool = opened->report().tool, .title = opened->rules().site().title, .permalink = plan->newSettings.permalink };
    preview.proposedSite = proposedSite(files, source);
    preview.counts = countsOf(*plan);
    preview.terms = plan->terms;
    for (const PlannedText *text : newestPosts(*plan, mostTexts)) {
        if (options.stop.stop_requested())
            return std::unexpected(Error { ErrorCode::Cancelled, source, {}, {} });
        const auto bytes = opened->source().read(text->post.path);
        if (!bytes)
            return std::unexpected(bytes.error());
        const ConvertedText converted = convertText(*bytes, *text, *plan, opened->rules());
        preview.texts.append({ text->post.path, text->target, text->post.facts.title, QString::fromUtf8(readSourceText(*bytes).utf8),
                               QString::fromUtf8(converted.bytes) });
    }
    return preview;
}

} // namespace quillway::importing
