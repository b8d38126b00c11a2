// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/post.h"

#include "core/model/site.h"

#include <QStringTokenizer>

#include <algorithm>
#include <tuple>

namespace quillway::model {

using namespace Qt::StringLiterals;

namespace {

const Author *findAuthor(QStringView key, const Settings &settings)
{
    const auto it = std::ranges::find(settings.authors, key, &Author::key);
    return it != settings.authors.end() ? &*it : nullptr;
}

QString resolvedAuthor(QStringView name, const Settings &settings)
{
    const Author *author = findAuthor(name, settings);
    return author && !author->name.isEmpty() ? author->name : name.toString();
}

} // namespace

int readingMinutes(const Post &post, const Settings &settings)
{
    const int perMinute = std::max(1, settings.wordsPerMinute);
    return std::max(1, post.facts.words / perMinute + (post.facts.words % perMinute != 0));
}

QString plainSummary(const Post &post, const Settings &settings)
{
    if (!post.summary.isEmpty())
        return text::plainInline(post.summary);
    return text::excerpt(post.facts.firstParagraph, settings.summaryLength, post.facts.textAfterFirstParagraph);
}

QString authorName(const Post &post, const Settings &settings)
{
    const QString &author = post.author.isEmpty() ? settings.author : post.author;
    if (findAuthor(author, settings) || !author.contains(u','))
        return resolvedAuthor(author, settings);
    QStringList names;
    for (const QStringView part : QStringTokenizer(author, u',', Qt::SkipEmptyParts))
        names += resolvedAuthor(part.trimmed(), settings);
    return names.join(u", "_s);
}

QString languageOf(const Site &site, const SitePath &file)
{
    const PostPtr post = site.postByFile(file);
    return post && !post->lang.isEmpty() ? post->lang : site.settings().language;
}

bool haveSameHead(const Post &a, const Post &b)
{
    const auto head = [](const Post &post) {
        return std::tie(post.file, post.slug, post.section, post.isBundle, post.title, post.date, post.updated, post.draft, post.tags,
                        post.author, post.summary, post.cover, post.coverAlt, post.canonical, post.aliases, post.lang, post.translationOf);
    };
    return head(a) == head(b);
}

} // namespace quillway::model
