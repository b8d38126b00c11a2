// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/slug.h"
#include "core/model/code_point_order.h"
#include "core/model/lower_case.h"
#include "core/model/site.h"

#include <algorithm>
#include <utility>

namespace quillway::model {

namespace {

struct Spelling {
    QString text;
    qsizetype posts = 0;
};

/// A tag while its posts are counted.
struct Gathered {
    Tag tag;
    QList<Spelling> spellings;
};

struct SpellingPlace {
    qsizetype tag = -1; ///< less than 0: it is no tag at all
    qsizetype spelling = 0;
};

/// Tags by key and by each spelling met so far: every spelling is put into its key once, however many posts use it.
class Gathering
{
public:
    void add(const PostPtr &post)
    {
        for (const QString &text : post->tags) {
            auto place = m_bySpelling.constFind(text);
            if (place == m_bySpelling.cend())
                place = m_bySpelling.insert(text, newSpelling(text));
            if (place->tag < 0)
                continue;
            Gathered &entry = m_tags[place->tag];
            if (!entry.tag.posts.isEmpty() && entry.tag.posts.constLast() == post)
                continue;
            ++entry.spellings[place->spelling].posts;
            entry.tag.posts.append(post);
        }
    }

    [[nodiscard]] QList<Gathered> take() { return std::move(m_tags); }

private:
    SpellingPlace newSpelling(const QString &text)
    {
        const QString key = tagKey(text);
        if (key.isEmpty())
            return {};
        auto known = m_byKey.constFind(key);
        if (known == m_byKey.cend()) {
            known = m_byKey.insert(key, m_tags.size());
            m_tags.append(Gathered { .tag = { .key = key, .name = {}, .slug = {}, .info = {}, .posts = {} }, .spellings = {} });
        }
        auto &spellings = m_tags[*known].spellings;
        spellings.append({ text.trimmed(), 0 });
        return { *known, spellings.size() - 1 };
    }

    QList<Gathered> m_tags;
    QHash<QString, qsizetype> m_byKey;
    QHash<QString, SpellingPlace> m_bySpelling;
};

/// Two spellings that differ only in blanks at their ends have become one text by now, so they are counted together.
QString shownSpelling(const QList<Spelling> &spellings)
{
    QHash<QString, qsizetype> counts;
    for (const Spelling &spelling : spellings)
        counts[spelling.text] += spelling.posts;
    const Spelling *best = nullptr;
    for (const Spelling &spelling : spellings) {
        const qsizetype difference = best ? counts[spelling.text] - counts[best->text] : 1;
        if (difference > 0 || (difference == 0 && compareCodePoints(spelling.text, best->text) < 0))
            best = &spelling;
    }
    return best->text;
}

/// Gives each tag the slug of its key; of those that would share one, the first by key keeps it and the others get `-2`, `-3` …, whichever is free.
void assignSlugs(QList<Tag> &tags)
{
    QSet<QString> taken;
    QList<Tag *> later;
    for (Tag &tag : tags) {
        tag.slug = slugOr(tag.key, u"tag");
        if (taken.contains(tag.slug))
            later.append(&tag);
        else
            taken.insert(tag.slug);
    }
    for (Tag *tag : std::as_const(later)) {
        QString slug;
        for (int number = 2; slug.isEmpty() || taken.contains(slug); ++number)
            slug = tag->slug + u'-' + QString::number(number);
        tag->slug = slug;
        taken.insert(slug);
    }
}

} // namespace

QString tagKey(QStringView tag)
{
    return lowerCase(tag.trimmed()).normalized(QString::NormalizationForm_C);
}

QList<Tag> tagsOf(const Site &site, const QList<PostPtr> &posts)
{
    Gathering gathering;
    for (const PostPtr &post : posts)
        gathering.add(post);
    QList<Gathered> gathered = gathering.take();
    std::ranges::sort(gathered, CodePointLess(), [](const Gathered &entry) -> QStringView { return entry.tag.key; });
    QList<Tag> tags;
    tags.reserve(gathered.size());
    for (Gathered &entry : gathered) {
        entry.tag.name = shownSpelling(entry.spellings);
        entry.tag.info = site.parts().tagInfo.value(entry.tag.key);
        tags.append(std::move(entry.tag));
    }
    assignSlugs(tags);
    return tags;
}

} // namespace quillway::model
