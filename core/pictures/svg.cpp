// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pictures/svg.h"

#include <QRegularExpression>
#include <QXmlStreamReader>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace quillway::pictures {

namespace {

constexpr double longestSide = 100'000; ///< of what is believed
constexpr QSize defaultSize { 300, 150 }; ///< of what does not say it (CSS 2.2, 10.3.2 and 10.6.2)

/// A length in pixels, with or without its unit; 0 for others (`100%`, `12cm`), which depend on where it is shown.
double pixels(QStringView length)
{
    length = length.trimmed();
    if (length.endsWith("px"_L1))
        length.chop(2);
    bool isNumber = false;
    const double value = length.toDouble(&isNumber);
    return isNumber && value > 0 && value <= longestSide ? value : 0;
}

/// Both sides of at least one pixel, and no more than anybody believes.
QSize sizeOf(double width, double height)
{
    const auto side = [](double length) { return std::max(1, int(std::lround(std::min(length, longestSide)))); };
    return { side(width), side(height) };
}

QSizeF viewBox(QStringView value)
{
    static const QRegularExpression separator(u"[\\s,]+"_s);
    const QStringList numbers = value.trimmed().toString().split(separator);
    return numbers.size() == 4 ? QSizeF(pixels(numbers.at(2)), pixels(numbers.at(3))) : QSizeF(0, 0);
}

bool isScriptAddress(QStringView value)
{
    QString address = value.toString().toLower();
    address.removeIf([](QChar c) { return c.unicode() <= 0x20; });
    return address.startsWith("javascript:"_L1);
}

} // namespace

std::optional<SvgSize> svgSize(QByteArrayView head)
{
    QXmlStreamReader xml(head.toByteArray());
    if (!xml.readNextStartElement() || xml.name() != "svg"_L1)
        return std::nullopt;
    const QXmlStreamAttributes attributes = xml.attributes();
    double width = pixels(attributes.value("width"_L1));
    double height = pixels(attributes.value("height"_L1));
    const QSizeF box = viewBox(attributes.value("viewBox"_L1));
    const bool hasRatio = box.width() > 0 && box.height() > 0;
    if (width <= 0 && height <= 0 && hasRatio)
        return SvgSize { sizeOf(box.width(), box.height()), true };
    if (width <= 0)
        width = hasRatio ? height * box.width() / box.height() : defaultSize.width();
    if (height <= 0)
        height = hasRatio ? width * box.height() / box.width() : defaultSize.height();
    return SvgSize { sizeOf(width, height), false };
}

bool hasScript(QByteArrayView svg)
{
    QXmlStreamReader xml(svg.toByteArray());
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name().compare("script"_L1, Qt::CaseInsensitive) == 0)
            return true;
        for (const QXmlStreamAttribute &attribute : xml.attributes()) {
            const bool isHandler = attribute.name().startsWith("on"_L1, Qt::CaseInsensitive);
            const bool isAddress = attribute.name() == "href"_L1 || attribute.name() == "to"_L1 || attribute.name() == "values"_L1;
            if (isHandler || (isAddress && isScriptAddress(attribute.value())))
                return true;
        }
    }
    return false;
}

} // namespace quillway::pictures
