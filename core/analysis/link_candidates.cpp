// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/link_candidates.h"

#include <QStringList>
#include <QStringMatcher>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::analysis {

namespace {

constexpr qsizetype mostHeadings = 100'000; // looked at per question

/// Keeps what begins with the words before what contains them, each in the order in which it came.
class Found
{
public:
    Found(QStringView typed, qsizetype most)
        : m_typed(typed.trimmed().toString())
        , m_matcher(m_typed, Qt::CaseInsensitive)
        , m_most(most)
    { }

    [[nodiscard]] qsizetype placeIn(const QString &text) const { return m_typed.isEmpty() ? 0 : m_matcher.indexIn(text); }
    /// False: one whose words are at `place` would not be kept. Most are not, and to make a candidate costs more than to find it.
    [[nodiscard]] bool hasRoom(qsizetype place) const { return place >= 0 && (place == 0 ? m_first : m_others).size() < m_most; }
    /// `place`: where in its text the words are.
    void add(const LinkCandidate &candidate, qsizetype place)
    {
        QList<LinkCandidate> &list = place == 0 ? m_first : m_others;
        if (list.size() < m_most)
            list.append(candidate);
    }
    [[nodiscard]] bool isFull() const { return m_first.size() >= m_most; }
    [[nodiscard]] QList<LinkCandidate> take() const
    {
        return (m_first + m_others).first(std::min(m_most, m_first.size() + m_others.size()));
    }

private:
    QString m_typed;
    QStringMatcher m_matcher;
    qsizetype m_most;
    QList<LinkCandidate> m_first;
    QList<LinkCandidate> m_others;
};

template<typename Function>
void forEachPage(const model::Site &site, Function function)
{
    for (const auto *list : { &site.posts(), &site.pages() }) {
        for (const model::PostPtr &post : *list) {
            if (!function(*post))
                return;
        }
    }
}

LinkCandidate headingCandidate(const model::Post &post, const text::Heading &heading, const SitePath &from)
{
    const QString file = post.file == from ? QString() : relativeDestination(from, post.file);
    return { heading.text, post.title, file + u'#' + heading.anchor };
}

void addHeadings(const model::Site &site, const SitePath &from, const Found &posts, Found &found)
{
    qsizetype left = mostHeadings;
    forEachPage(site, [&](const model::Post &post) {
        if (posts.placeIn(post.title) < 0)
            return true;
        for (const text::Heading &heading : post.facts.outline) {
            const qsizetype place = found.placeIn(heading.text);
            if (found.hasRoom(place))
                found.add(headingCandidate(post, heading, from), place);
        }
        left -= post.facts.outline.size();
        return left > 0 && !found.isFull();
    });
}

/// A path without the `./` and `../` that it begins with.
QStringView behindSteps(QStringView path)
{
    while (path.startsWith(u"../") || path.startsWith(u"./"))
        path = path.sliced(path.indexOf(u'/') + 1);
    return path;
}

} // namespace

QString relativeDestination(const SitePath &from, const SitePath &to)
{
    QStringList folder = from.toString().split(u'/');
    QStringList target = to.toString().split(u'/');
    folder.removeLast();
    while (!folder.isEmpty() && target.size() > 1 && folder.constFirst() == target.constFirst()) {
        folder.removeFirst();
        target.removeFirst();
    }
    QString path = u"../"_s.repeated(folder.size()) + target.join(u'/');
    path.replace(u'%', u"%25"_s).replace(u'#', u"%23"_s).replace(u'?', u"%3F"_s);
    return folder.isEmpty() && target.constFirst().contains(u':') ? u"./"_s + path : path; // else it would be a scheme
}

QString fileDestination(const SitePath &from, const SitePath &file)
{
    if (file.topFolder() == u"assets")
        return relativeDestination(SitePath::literal(u"assets/x"), file).prepend(u'/');
    const QString folder = from.folder();
    const bool isInBundle = from.stem() == u"index" && !folder.isEmpty() && file.toString().startsWith(folder + u'/');
    return isInBundle || file.folder() == folder ? relativeDestination(from, file) : QString();
}

QList<LinkCandidate> pageCandidates(const model::Site &site, const SitePath &from, QStringView typed, qsizetype most)
{
    const qsizetype sign = typed.indexOf(u'#');
    if (sign >= 0) {
        Found headings(typed.sliced(sign + 1), most);
        addHeadings(site, from, Found(typed.first(sign), 0), headings);
        return headings.take();
    }
    Found pages(typed, most);
    forEachPage(site, [&](const model::Post &post) {
        const qsizetype place = post.file == from ? -1 : pages.placeIn(post.title);
        if (pages.hasRoom(place))
            pages.add({ post.title, post.file.toString(), relativeDestination(from, post.file) }, place);
        return !pages.isFull();
    });
    QList<LinkCandidate> result = pages.take();
    if (result.size() < most && !typed.trimmed().isEmpty()) {
        Found headings(typed, most - result.size());
        addHeadings(site, from, Found({}, 0), headings);
        result += headings.take();
    }
    return result;
}

QList<LinkCandidate> destinationCandidates(const model::Site &site, const SitePath &from, QStringView typed, qsizetype most)
{
    Found found(typed, most);
    for (const model::Asset &asset : site.parts().assets) {
        const QString path = fileDestination(from, asset.file);
        if (const qsizetype place = path.isEmpty() ? -1 : found.placeIn(path); place >= 0)
            found.add({ path, {}, path }, place);
    }
    if (const model::PostPtr own = site.postByFile(from)) {
        for (const text::Heading &heading : own->facts.outline) {
            const QString anchor = u'#' + heading.anchor;
            const qsizetype place = found.placeIn(anchor) >= 0 ? found.placeIn(anchor) : found.placeIn(heading.text);
            if (place >= 0)
                found.add({ heading.text, anchor, anchor }, place);
        }
    }
    QList<LinkCandidate> result = found.take();
    Found pages(behindSteps(typed), most - result.size());
    forEachPage(site, [&](const model::Post &post) {
        const QString &path = post.file.toString();
        const qsizetype inPath = pages.placeIn(path);
        const bool isName = inPath >= 0 && inPath == path.lastIndexOf(u'/') + 1;
        const qsizetype place = isName ? 0 : inPath >= 0 ? inPath : pages.placeIn(post.title);
        if (post.file != from && pages.hasRoom(place)) {
            const QString destination = relativeDestination(from, post.file);
            pages.add({ post.title, destination, destination }, place);
        }
        return !pages.isFull();
    });
    return result + pages.take();
}

} // namespace quillway::analysis
