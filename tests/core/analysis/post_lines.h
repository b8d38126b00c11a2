// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/site_knowledge.h"
#include "support/site_text.h"

namespace quillway::test {

/// `2020-01-01 slug tag,tag "Title" body`: a post in a line, `~` for a blank in a tag; tags and all behind them may be left out. The title is `x` then, which has no word that counts.
inline TextFile postLine(const QString &line)
{
    const qsizetype quote = line.indexOf(u'"');
    const qsizetype end = line.indexOf(u'"', quote + 1);
    const QStringList parts = line.first(quote < 0 ? line.size() : quote).simplified().split(u' ');
    const QString title = quote < 0 ? QStringLiteral("x") : line.sliced(quote + 1, end - quote - 1);
    const QString body = quote < 0 ? QString() : line.sliced(end + 1).trimmed().replace(QStringLiteral("\\n"), QStringLiteral("\n"));
    return {
        QStringLiteral("posts/%1.md").arg(parts.at(1)),
        QStringLiteral("---\ntitle: '%1'\ndate: %2\ntags: [%3]\n---\n%4\n").arg(title, parts.at(0), parts.value(2).replace(u'~', u' '), body)
    };
}

inline QList<TextFile> postLines(const QStringList &lines)
{
    QList<TextFile> files;
    for (const QString &line : lines)
        files.append(postLine(line));
    return files;
}

inline analysis::SiteKnowledgePtr knowledgeOf(const QList<TextFile> &files, const analysis::SiteKnowledgePtr &older = {})
{
    return analysis::knowledgeOf(std::make_shared<const model::Site>(SiteText(files).site()), everythingPublished(), older);
}

} // namespace quillway::test
