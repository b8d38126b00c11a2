// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/changes/destination_style.h"

#include "core/analysis/destination.h"

#include <algorithm>

namespace quillway::changes {

using namespace Qt::StringLiterals;
using analysis::LinkOrigin;

namespace {

bool hasAddress(const analysis::LinkIndex &links, const QString &address)
{
    const auto &targets = links.targets();
    return targets.contains(address) || targets.contains(address + u'/')
        || (address.endsWith("/index.html"_L1) && targets.contains(address.chopped("index.html"_L1.size())));
}

/// `to` seen from the folder in which `from` is; both with `/` between their parts.
QString seenFrom(const QString &from, const QString &to)
{
    QStringList folder = from.split(u'/');
    QStringList target = to.split(u'/');
    folder.removeLast();
    while (!folder.isEmpty() && target.size() > 1 && folder.constFirst() == target.constFirst()) {
        folder.removeFirst();
        target.removeFirst();
    }
    const QString path = u"../"_s.repeated(folder.size()) + target.join(u'/');
    if (path.isEmpty())
        return u"./"_s;
    return folder.isEmpty() && target.constFirst().contains(u':') ? u"./"_s + path : path; // else it would be a scheme
}

bool isAscii(QStringView text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.unicode() < 128; });
}

QByteArray percentEncoded(QByteArrayView text)
{
    return text.toByteArray().toPercentEncoding("!$&'()*+,;=:@/~");
}

} // namespace

DestinationStyle::DestinationStyle(const QString &destination, const LinkOrigin &origin, const LinkedPlace &place,
                                   const analysis::LinkIndex &links, const QUrl &baseUrl)
{
    const QString text = destination.trimmed();
    const auto end = std::ranges::find_if(text, [](QChar c) { return c == u'?' || c == u'#'; });
    m_path = text.first(end - text.begin());
    m_tail = text.sliced(m_path.size());
    m_prefix = baseUrl.path(QUrl::FullyEncoded);
    if (m_prefix.endsWith(u'/'))
        m_prefix.chop(1);
    const analysis::Destination parsed = analysis::parseDestination(destination, baseUrl);
    m_hasSlash = parsed.path.startsWith(u'/');
    if (parsed.belowPrefix) {
        const qsizetype server = m_path.indexOf("//"_L1) + 2;
        const qsizetype root = m_path.indexOf(u'/', server);
        m_root = (root < 0 ? m_path : m_path.first(root)) + m_prefix;
    }
    const QString address = analysis::absolutePath(parsed.path, origin.address);
    if (!m_hasSlash) {
        const auto sibling = origin.file.resolvedSibling(parsed.path);
        m_form = sibling && sibling == place.file ? Form::File : hasAddress(links, address) ? Form::Page : Form::FileFromTop;
        return;
    }
    m_form = Form::PageFromTop;
    if (hasAddress(links, address))
        return;
    const QString prefix = baseUrl.path();
    const bool isPrefixed = !parsed.belowPrefix && prefix.size() > 1 && (address + u'/').startsWith(prefix)
        && hasAddress(links, address.sliced(std::min(address.size(), prefix.size() - 1)));
    if (isPrefixed)
        m_root = m_prefix;
    else if (place.file && address == u'/' + place.file->toString())
        m_form = Form::FileFromTop;
}

QStringList DestinationStyle::written(const LinkedPlace &place, const LinkOrigin &origin, const std::optional<QString> &fragment) const
{
    QStringList ways { path(m_form, place, origin, m_root) };
    if (m_root.isEmpty()) {
        ways += path(Form::PageFromTop, place, origin, {});
        ways += path(Form::PageFromTop, place, origin, m_prefix);
        ways += path(Form::File, place, origin, {});
    }
    ways.removeAll(QString());
    ways.removeDuplicates();
    for (QString &way : ways)
        way += fragment ? withFragment(m_tail, *fragment) : m_tail;
    return ways;
}

QString DestinationStyle::path(Form form, const LinkedPlace &place, const LinkOrigin &origin, const QString &root) const
{
    switch (form) {
    case Form::File: {
        if (!place.file)
            return {};
        const QString relative = seenFrom(origin.file.toString(), place.file->toString());
        return (m_path.startsWith("./"_L1) && !relative.startsWith(u'.') ? u"./"_s : QString()) + encoded(relative);
    }
    case Form::FileFromTop: return place.file ? (m_hasSlash ? root + u'/' : QString()) + encoded(place.file->toString()) : QString();
    case Form::Page: return encoded(closed(seenFrom(origin.address, place.address)));
    case Form::PageFromTop: return root + encoded(closed(place.address));
    }
    return {};
}

/// Pages end as the author's did.
QString DestinationStyle::closed(const QString &address) const
{
    if (!address.endsWith(u'/'))
        return address;
    if (m_path.endsWith("/index.html"_L1) || m_path == "index.html"_L1)
        return address + "index.html"_L1;
    const bool wasPage = m_form == Form::Page || m_form == Form::PageFromTop;
    const bool isBare = address == "/"_L1 || address.endsWith("./"_L1);
    return wasPage && !m_path.endsWith(u'/') && !isBare ? address.chopped(1) : address;
}

QString DestinationStyle::encoded(QStringView path) const
{
    const bool keepsBlanks = m_path.contains(u' ');
    const bool keepsScripts = !m_path.contains(u'%') || !isAscii(m_path);
    const QByteArray text = path.toUtf8();
    QByteArray result;
    for (const char &c : text) {
        const bool isPlain = static_cast<unsigned char>(c) >= 128 ? keepsScripts : c == ' ' && keepsBlanks;
        result += isPlain ? QByteArray(1, c) : percentEncoded(QByteArrayView(&c, 1));
    }
    return QString::fromUtf8(result);
}

QString DestinationStyle::withFragment(const QString &destination, const QString &fragment)
{
    const qsizetype sign = destination.indexOf(u'#');
    if (sign < 0)
        return destination;
    const bool wasEncoded = QStringView(destination).sliced(sign).contains(u'%');
    QString written = fragment;
    if (wasEncoded)
        written = QString::fromLatin1(percentEncoded(fragment.toUtf8()));
    else
        written.replace(u'%', u"%25"_s).replace(u' ', u"%20"_s);
    return destination.first(sign + 1) + written;
}

} // namespace quillway::changes
