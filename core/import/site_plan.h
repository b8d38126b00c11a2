// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/import_report.h"
#include "core/import/link_targets.h"
#include "core/import/term_use.h"
#include "core/import/tool_rules.h"
#include "core/model/settings.h"

#include <functional>
#include <stop_token>

namespace quillway::importing {

/// A text of the source and where it goes.
struct PlannedText {
    SourcePost post;
    bool isPost = true; ///< else a page
    bool isDraft = false;
    QString target {}; ///< in the new site
    QString oldAddress {}; ///< empty if not known
    QString newAddress {};
    QString finalSlug {}; ///< the last part of newAddress
    std::optional<QString> slug {}; ///< to be written into its head
    QStringList aliases {}; ///< all it has
    std::optional<QString> date {}; ///< to be written into its head
    Notes notes {};
};

/// A file that is copied as it is.
struct PlannedCopy {
    QString source;
    QString target;
    QString oldAddress;
};

[[nodiscard]] Outcome outcomeOf(const PlannedText &text);
[[nodiscard]] Outcome outcomeOf(const PlannedCopy &copy);

/// A file that is made.
struct PlannedFile {
    QString target;
    QByteArray bytes;
};

/// The whole new site before a byte of it is written: every file of the source is in exactly one of the four lists.
struct SitePlan {
    QList<PlannedText> texts;
    QList<PlannedCopy> copies;
    QStringList settings; ///< read for the site's settings
    QList<LeftOut> leftOut;

    QList<Term> terms; ///< as the source has them, whatever is made of them
    QList<PlannedFile> made; ///< topics and reading paths, and quillway.toml as the last
    model::Settings newSettings;
    LinkTargets links;
    QHash<QString, QString> textsByName; ///< source paths by path and name, lower case, without extension
};

using ImportProgress = std::function<void(int done, int total)>;

/// Reads every head and decides where everything goes. Old addresses are kept by the permalink that fits most of them, else as aliases; no two files of the new site share
/// a name or an address, on no system. Error: Cancelled.
[[nodiscard]] Result<SitePlan> planSite(const Source &source, const ToolRules &rules, const TermUses &uses, int threads,
                                        const std::stop_token &stop);

} // namespace quillway::importing
