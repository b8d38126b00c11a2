// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/page_anchors.h"

#include <QRegularExpression>

namespace quillway::analysis {

using namespace Qt::StringLiterals;

namespace {

void addHtmlIds(QSet<QString> &anchors, QByteArrayView body)
{
    if (!body.contains('<'))
        return;
    static const QRegularExpression attribute(uR"re(\b(?:id|name)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))re"_s,
                                              QRegularExpression::CaseInsensitiveOption);
    const QString text = QString::fromUtf8(body);
    for (auto it = attribute.globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        anchors.insert(match.captured(match.lastCapturedIndex()));
    }
}

QSet<QString> anchorsOf(const model::Post &post)
{
    QSet<QString> anchors { QString(), u"top"_s };
    for (const text::Heading &heading : post.facts.outline)
        anchors.insert(heading.anchor);
    addHtmlIds(anchors, post.body());
    return anchors;
}

/// `fn:2`, `fnref:2`, `fnref:2:3`: given by the renderer where there are footnotes at all.
bool isFootnote(const model::Post &post, const QString &fragment)
{
    return (fragment.startsWith("fn:"_L1) || fragment.startsWith("fnref:"_L1)) && post.body().contains("[^");
}

} // namespace

bool PageAnchors::has(const model::Post &post, const QString &fragment)
{
    auto known = m_byPost.constFind(&post);
    if (known == m_byPost.cend())
        known = m_byPost.insert(&post, anchorsOf(post));
    return known->contains(fragment) || isFootnote(post, fragment);
}

bool PageAnchors::areSame(const model::Post &a, const model::Post &b)
{
    return headings(a) == headings(b) && a.body().contains("[^") == b.body().contains("[^") && anchorsOf(a) == anchorsOf(b);
}

QStringList PageAnchors::headings(const model::Post &post)
{
    QStringList anchors;
    for (const text::Heading &heading : post.facts.outline)
        anchors += heading.anchor;
    return anchors;
}

} // namespace quillway::analysis
