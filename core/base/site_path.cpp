// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/site_path.h"

#include <QStringTokenizer>

namespace quillway {

using namespace Qt::StringLiterals;

namespace {

bool hasForbiddenCharacter(QStringView text)
{
    return text.contains(u'\0') || text.contains(u'\\') || !text.isValidUtf16();
}

/// Where the last part of `text` begins.
qsizetype fileNameStart(const QString &text)
{
    return text.lastIndexOf(u'/') + 1;
}

} // namespace

std::optional<SitePath> SitePath::parse(QStringView text)
{
    if (text.startsWith(u'/') || hasForbiddenCharacter(text))
        return std::nullopt;
    QString normal;
    normal.reserve(text.size());
    for (const QStringView part : QStringTokenizer(text, u'/')) {
        if (part.isEmpty() || part == "."_L1)
            continue;
        if (part == ".."_L1) {
            if (normal.isEmpty())
                return std::nullopt;
            normal.truncate(std::max<qsizetype>(0, normal.lastIndexOf(u'/')));
            continue;
        }
        if (!normal.isEmpty())
            normal += u'/';
        normal += part;
    }
    if (normal.isEmpty())
        return std::nullopt;
    return SitePath(std::move(normal));
}

SitePath SitePath::literal(QStringView text)
{
    const auto path = parse(text);
    Q_ASSERT(path);
    return path ? *path : SitePath(u"_"_s);
}

std::optional<SitePath> SitePath::resolvedSibling(QStringView name) const
{
    if (name.isEmpty() || name.startsWith(u'/'))
        return std::nullopt;
    QString text = m_text.first(fileNameStart(m_text));
    text += name;
    return parse(text);
}

QString SitePath::fileName() const
{
    return m_text.sliced(fileNameStart(m_text));
}

QString SitePath::folder() const
{
    return m_text.first(std::max<qsizetype>(0, m_text.lastIndexOf(u'/')));
}

QString SitePath::topFolder() const
{
    return m_text.first(std::max<qsizetype>(0, m_text.indexOf(u'/')));
}

QString SitePath::stem() const
{
    const QString name = fileName();
    const qsizetype dot = name.lastIndexOf(u'.');
    return dot > 0 ? name.first(dot) : name;
}

std::strong_ordering operator<=>(const SitePath &a, const SitePath &b)
{
    return QStringView(a.m_text).compare(b.m_text) <=> 0;
}

} // namespace quillway
