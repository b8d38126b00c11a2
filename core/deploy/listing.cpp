// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deploy/listing.h"

#include "core/base/utf8.h"

#include <QList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::deploy {

namespace {

const QByteArray heading = "Quillway listing 1";
const QByteArray end = "end";
constexpr qsizetype fingerprintSize = 16; ///< bytes

QByteArray encoded(const QString &path)
{
    QByteArray text;
    for (const char c : path.toUtf8()) {
        const bool isPlain = uchar(c) >= 0x20 && uchar(c) != 0x7f && c != '%';
        text += isPlain ? QByteArray(1, c) : '%' + QByteArray(1, c).toHex();
    }
    return text;
}

std::unexpected<Error> damaged(qsizetype line)
{
    return std::unexpected(
        Error { ErrorCode::BadValue, listingFile().toString(), SourcePosition { int(line), 1 }, u"a damaged list of files"_s });
}

} // namespace

SitePath listingFile()
{
    return SitePath::literal(u".quillway-site");
}

QByteArray renderListing(const Listing &listing)
{
    QList<SitePath> files = listing.keys();
    std::ranges::sort(files);
    QByteArray text = heading + '\n';
    for (const SitePath &file : std::as_const(files)) {
        const QByteArray hash = listing.value(file);
        text += (hash.isEmpty() ? QByteArray("-") : hash.toHex()) + ' ' + encoded(file.toString()) + '\n';
    }
    return text + end + '\n';
}

Result<Listing> parseListing(const QByteArray &text)
{
    const QByteArrayList lines = text.split('\n');
    // The last line says that all of it is there.
    if (lines.size() < 3 || lines.first() != heading || lines.at(lines.size() - 2) != end || !lines.last().isEmpty())
        return damaged(1);
    Listing listing;
    for (qsizetype i = 1; i < lines.size() - 2; ++i) {
        const QByteArray &line = lines.at(i);
        const qsizetype blank = line.indexOf(' ');
        const QByteArray hex = line.first(std::max<qsizetype>(blank, 0));
        const QByteArray hash = hex == "-" ? QByteArray() : QByteArray::fromHex(hex);
        const QByteArray name = QByteArray::fromPercentEncoding(line.sliced(blank + 1));
        const auto file = firstInvalidUtf8(name) ? std::nullopt : SitePath::parse(QString::fromUtf8(name));
        const bool isHash = hex == "-" || (hash.size() == fingerprintSize && hash.toHex() == hex);
        if (!isHash || !file || file->toString().toUtf8() != name || listing.contains(*file))
            return damaged(i + 1);
        listing.insert(*file, hash);
    }
    return listing;
}

} // namespace quillway::deploy
