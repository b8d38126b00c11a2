// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/destination.h"

#include <QStringTokenizer>

#include <algorithm>

namespace quillway::analysis {

using namespace Qt::StringLiterals;

namespace {

QString decoded(QStringView text)
{
    if (!text.contains(u'%'))
        return text.toString();
    const QByteArray bytes = QByteArray::fromPercentEncoding(text.toUtf8());
    return QByteArrayView(bytes).isValidUtf8() ? QString::fromUtf8(bytes) : text.toString();
}

bool isHex(QChar c)
{
    return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
}

/// `text` with what may not stand in a query or fragment encoded; what is encoded already stays.
QString encodedTail(QStringView text)
{
    QString result;
    while (!text.isEmpty()) {
        const qsizetype percent = text.indexOf(u'%');
        const QStringView plain = percent < 0 ? text : text.first(percent);
        result += QString::fromLatin1(plain.toUtf8().toPercentEncoding("#?!$&'()*+,;=:@/"_ba));
        if (percent < 0)
            break;
        const bool encoded = percent + 2 < text.size() && isHex(text[percent + 1]) && isHex(text[percent + 2]);
        result += encoded ? u"%"_s : u"%25"_s;
        text = text.sliced(percent + 1);
    }
    return result;
}

/// The length of `http:` at the beginning, 0 if there is no scheme.
qsizetype schemeLength(QStringView text)
{
    const auto isSchemeCharacter = [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'+' || c == u'-' || c == u'.';
    };
    const auto end = std::ranges::find_if_not(text, isSchemeCharacter);
    const bool isScheme = end != text.end() && *end == u':' && end != text.begin() && text.front().isLetter();
    return isScheme ? end - text.begin() + 1 : 0;
}

bool isWebScheme(QStringView text, qsizetype schemeEnd)
{
    const QStringView scheme = text.first(schemeEnd);
    return scheme.compare("http:"_L1, Qt::CaseInsensitive) == 0 || scheme.compare("https:"_L1, Qt::CaseInsensitive) == 0;
}

/// What stands behind base_url in `text` (which begins with `//`), with a slash in front; nothing if it is another site's.
std::optional<QStringView> behindOwnUrl(QStringView text, const QUrl &ownUrl)
{
    const QString server = u"//"_s + ownUrl.authority(QUrl::FullyEncoded);
    if (server.size() == 2 || !text.startsWith(server, Qt::CaseInsensitive))
        return std::nullopt;
    const QStringView path = text.sliced(server.size());
    const QString prefix = ownUrl.path(QUrl::FullyEncoded).chopped(ownUrl.path().endsWith(u'/') ? 1 : 0);
    if (!path.startsWith(prefix))
        return std::nullopt;
    const QStringView rest = path.sliced(prefix.size());
    const bool ends = rest.isEmpty() || rest.startsWith(u'/') || rest.startsWith(u'?') || rest.startsWith(u'#');
    return ends ? std::optional(rest) : std::nullopt;
}

} // namespace

Destination parseDestination(const QString &text, const QUrl &ownUrl)
{
    QStringView rest = QStringView(text).trimmed();
    if (rest.isEmpty())
        return {};
    Destination result { .kind = Destination::Kind::Inside };
    const qsizetype scheme = schemeLength(rest);
    if (scheme > 0 && !isWebScheme(rest, scheme))
        return { .kind = Destination::Kind::Elsewhere };
    if (scheme > 0 || rest.startsWith("//"_L1)) {
        const auto own = behindOwnUrl(rest.sliced(scheme), ownUrl);
        if (!own)
            return { .kind = Destination::Kind::Elsewhere };
        rest = *own;
        result.belowPrefix = true;
    }
    const auto tail = std::ranges::find_if(rest, [](QChar c) { return c == u'?' || c == u'#'; });
    const qsizetype pathSize = tail - rest.begin();
    result.path = decoded(rest.first(pathSize));
    result.path.replace(u'\\', u'/');
    if (result.belowPrefix && result.path.isEmpty())
        result.path = u"/"_s;
    result.tail = encodedTail(rest.sliced(pathSize));
    if (const qsizetype sign = rest.indexOf(u'#', pathSize); sign >= 0)
        result.fragment = decoded(rest.sliced(sign + 1));
    if (result.path.isEmpty())
        result.kind = Destination::Kind::SamePage;
    return result;
}

QString absolutePath(const QString &path, const QString &base)
{
    const QString whole = path.startsWith(u'/') ? path : base.first(base.lastIndexOf(u'/') + 1) + path;
    QString result = u"/"_s;
    bool closed = true;
    for (const QStringView part : QStringTokenizer(whole, u'/')) {
        if (part == ".."_L1) {
            result.chop(closed && result.size() > 1 ? 1 : 0);
            result.truncate(std::max<qsizetype>(1, result.lastIndexOf(u'/') + 1));
            closed = true;
        } else if (part.isEmpty() || part == "."_L1) {
            if (!closed)
                result += u'/';
            closed = true;
        } else {
            if (!closed)
                result += u'/';
            result += part;
            closed = false;
        }
    }
    return result;
}

} // namespace quillway::analysis
