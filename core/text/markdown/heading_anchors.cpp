// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/markdown/heading_anchors.h"

namespace quillway::text {

using namespace Qt::StringLiterals;

namespace {

bool isKept(char32_t c)
{
    return QChar::isLetterOrNumber(c) || QChar::isMark(c) || c == U'-' || QChar::category(c) == QChar::Punctuation_Connector;
}

} // namespace

QString anchorFor(QStringView heading)
{
    QString anchor;
    anchor.reserve(heading.size());
    const QString lower = heading.trimmed().toString().toLower();
    for (const char32_t c : QStringView(lower).toUcs4()) {
        if (QChar::isSpace(c))
            anchor.append(u'-');
        else if (isKept(c))
            anchor.append(QStringView(QChar::fromUcs4(c)));
    }
    return anchor.isEmpty() ? u"section"_s : anchor;
}

QString HeadingAnchors::claim(const QString &wanted)
{
    const bool reserved = wanted.startsWith(u"fn:") || wanted.startsWith(u"fnref:");
    QString anchor = reserved ? u"section-"_s + wanted : wanted;
    if (m_taken.contains(anchor)) {
        int &number = m_nextNumber[wanted];
        QString numbered;
        do {
            numbered = anchor + u'-' + QString::number(++number);
        } while (m_taken.contains(numbered));
        anchor = numbered;
    }
    m_taken.insert(anchor);
    return anchor;
}

} // namespace quillway::text
