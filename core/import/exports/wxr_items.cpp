// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/exports/wxr_items.h"

#include "core/import/source_text.h"
#include "core/text/markdown/html_tags.h"

#include <QRegularExpression>
#include <QXmlStreamReader>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::importing {

namespace {

constexpr qsizetype chunk = qsizetype(1) << 20; // bytes
constexpr qsizetype largestItem = qsizetype(64) << 20; // bytes
constexpr int deepest = 6; // elements within an entry

/// Where an entry ends and the next one begins, seen from within a text; -1 if nowhere.
qsizetype nextEntry(QByteArrayView text)
{
    const auto behindBlanks = [&](qsizetype at) {
        while (at < text.size() && (text[at] == ' ' || text[at] == '\t' || text[at] == '\n' || text[at] == '\r'))
            ++at;
        return text.sliced(at);
    };
    for (qsizetype at = text.indexOf("</item>"); at >= 0; at = text.indexOf("</item>", at + 7)) {
        const QByteArrayView next = behindBlanks(at + 7);
        if (next.startsWith("<item>") && behindBlanks(text.size() - next.size() + 6).startsWith("<title>"))
            return at + 7;
    }
    return -1;
}

/// XML knows five names; WordPress writes those of HTML as well.
class HtmlEntities final : public QXmlStreamEntityResolver
{
public:
    QString resolveUndeclaredEntity(const QString &name) override
    {
        const QString written = u'&' + name + u';';
        const QString resolved = text::resolveCharacterReferences(written.toUtf8());
        return resolved == written ? QString() : resolved;
    }
};

/// Control characters that XML forbids stand in many an export; so do bytes that are no UTF-8.
QByteArray cleaned(const QByteArray &xml)
{
    QByteArray text = readSourceText(xml).utf8;
    for (char &c : text) {
        if (uchar(c) < 0x20 && c != '\n' && c != '\r' && c != '\t')
            c = ' ';
    }
    return text;
}

/// The usual prefix for a namespace, whatever the file's own.
QString usualName(const QXmlStreamReader &xml)
{
    const QStringView space = xml.namespaceUri();
    const QString prefix = space.contains("wordpress.org/export"_L1) ? (space.contains("excerpt"_L1) ? u"excerpt:"_s : u"wp:"_s)
        : space.contains("purl.org/rss"_L1)                          ? u"content:"_s
        : space.contains("purl.org/dc"_L1)                           ? u"dc:"_s
                                                                     : QString();
    return prefix + xml.name().toString();
}

/// The element that is open, with what is in it.
void readElement(QXmlStreamReader &xml, WxrField &field, int depth)
{
    field.name = usualName(xml);
    for (const QXmlStreamAttribute &attribute : xml.attributes())
        field.attributes.append({ attribute.name().toString(), attribute.value().toString() });
    while (!xml.atEnd()) {
        const auto token = xml.readNext();
        if (token == QXmlStreamReader::Characters || token == QXmlStreamReader::EntityReference)
            field.text += xml.text();
        else if (token == QXmlStreamReader::EndElement)
            return;
        else if (token == QXmlStreamReader::StartElement && depth < deepest)
            readElement(xml, field.fields.emplaceBack(), depth + 1);
        else if (token == QXmlStreamReader::StartElement)
            xml.skipCurrentElement();
    }
}

QString plainContent(const QString &content)
{
    static const QRegularExpression data(u"\\A\\s*<!\\[CDATA\\[([\\s\\S]*?)(?:\\]\\]>)?\\s*\\z"_s);
    if (const auto match = data.match(content); match.hasMatch())
        return match.captured(1).replace("]]]]><![CDATA[>"_L1, "]]>"_L1);
    return text::resolveCharacterReferences(content.toUtf8());
}

/// Fields by their tags alone, where the XML is no XML. A field goes as far as its end tag, which no field has within.
QList<WxrField> looseFields(const QString &xml, int depth)
{
    static const QRegularExpression opening(u"<((?:wp|content|excerpt|dc):[a-z_]+|title|link|pubDate|category|guid)((?:\\s[^<>]*)?)>"_s);
    static const QRegularExpression attribute(u"([a-z_]+)=\"([^\"]*)\""_s);
    static const QRegularExpression half(u"</?[a-z:_]*\\z"_s);
    QList<WxrField> fields;
    qsizetype at = 0;
    while (true) {
        const auto match = opening.match(xml, at, QRegularExpression::NormalMatch, QRegularExpression::DontCheckSubjectStringMatchOption);
        if (!match.hasMatch())
            return fields;
        at = match.capturedEnd();
        if (match.captured(2).endsWith(u'/'))
            continue;
        const QString name = match.captured(1);
        const qsizetype close = xml.indexOf("</"_L1 + name + u'>', at);
        QString content = xml.sliced(at, (close < 0 ? xml.size() : close) - at);
        if (close < 0) // half a tag, where the file ends
            content.remove(half);
        WxrField field { .name = name, .text = {}, .attributes = {}, .fields = {} };
        for (const QRegularExpressionMatch &found : attribute.globalMatchView(match.capturedView(2)))
            field.attributes.append({ found.captured(1), found.captured(2) });
        static const QStringList nested { u"wp:comment"_s, u"wp:postmeta"_s, u"wp:author"_s, u"wp:category"_s, u"wp:tag"_s };
        if (nested.contains(name) && depth == 0)
            field.fields = looseFields(content, 1);
        else
            field.text = plainContent(content);
        fields.append(field);
        at = close < 0 ? xml.size() : close;
    }
}

} // namespace

QString WxrField::attribute(QStringView attributeName) const
{
    const auto place = std::ranges::find(attributes, attributeName, [](const auto &pair) { return QStringView(pair.first); });
    return place == attributes.end() ? QString() : place->second;
}

QString WxrField::field(QStringView fieldName) const
{
    const auto place = std::ranges::find(fields, fieldName, [](const WxrField &field) { return QStringView(field.name); });
    return place == fields.end() ? QString() : place->text;
}

QString WxrFields::field(QStringView fieldName) const
{
    const auto place = std::ranges::find(fields, fieldName, [](const WxrField &field) { return QStringView(field.name); });
    return place == fields.end() ? QString() : place->text;
}

Result<void> WxrPieces::fill()
{
    const auto part = m_files.readPart(m_path, m_offset, chunk);
    if (!part)
        return std::unexpected(part.error());
    m_offset += part->size();
    m_isAtEnd = part->size() < chunk;
    m_buffer += *part;
    return {};
}

Result<qsizetype> WxrPieces::endOfHead()
{
    while (true) {
        static const QByteArray item = "<item>"_ba;
        if (const qsizetype at = m_buffer.indexOf(item); at >= 0)
            return at;
        if (m_isAtEnd || m_buffer.size() > largestItem)
            return m_buffer.size();
        if (auto filled = fill(); !filled)
            return std::unexpected(filled.error());
    }
}

/// Behind the `</item>` that is outside of all CDATA; if some CDATA never ends, behind the first one.
Result<qsizetype> WxrPieces::endOfItem(bool &isCut)
{
    qsizetype at = 0;
    bool inData = false;
    while (true) {
        while (true) {
            const QByteArrayView rest = QByteArrayView(m_buffer).sliced(at);
            if (inData) {
                const qsizetype close = rest.indexOf("]]>");
                if (close < 0)
                    break;
                // An end that is missing would take the entries behind it along.
                if (const qsizetype next = nextEntry(rest.first(close)); next >= 0) {
                    isCut = true;
                    return at + next;
                }
                at += close + 3;
                inData = false;
                continue;
            }
            const qsizetype data = rest.indexOf("<![CDATA[");
            const QByteArrayView outside = rest.first(data < 0 ? rest.size() : data);
            const qsizetype end = outside.indexOf("</item>");
            const qsizetype next = outside.first(end < 0 ? outside.size() : end).indexOf("<item>", at == 0 ? 6 : 0);
            if (next >= 0) {
                isCut = true;
                return at + next;
            }
            if (end >= 0)
                return at + end + 7;
            if (data < 0)
                break;
            at += data + 9;
            inData = true;
        }
        if (m_isAtEnd || m_buffer.size() > largestItem) {
            const qsizetype end = m_buffer.indexOf("</item>");
            isCut = end < 0;
            return end < 0 ? m_buffer.size() : end + 7;
        }
        // What was looked through need not be again, but for a sign that the chunk's end parts.
        at = std::max(at, m_buffer.size() - 16);
        if (auto filled = fill(); !filled)
            return std::unexpected(filled.error());
    }
}

WxrPiece WxrPieces::take(qsizetype size, bool isCut)
{
    WxrPiece piece { m_buffer.first(size), m_line, isCut };
    m_line += int(piece.xml.count('\n'));
    m_buffer.remove(0, size);
    return piece;
}

Result<WxrPiece> WxrPieces::next()
{
    const auto head = endOfHead();
    if (!head)
        return std::unexpected(head.error());
    if (!std::exchange(m_hadHead, true))
        return take(*head, false);
    // What is between two entries says nothing.
    std::ignore = take(*head, false);
    if (m_buffer.isEmpty())
        return WxrPiece { {}, m_line, false };
    bool isCut = false;
    const auto end = endOfItem(isCut);
    if (!end)
        return std::unexpected(end.error());
    return take(*end, isCut);
}

WxrFields readWxrFields(const WxrPiece &piece)
{
    const QByteArray xml = cleaned(piece.xml);
    // The namespaces are declared at the top of the file.
    static const QByteArray opening =
        "<x xmlns:excerpt=\"http://wordpress.org/export/1.2/excerpt/\" xmlns:wp=\"http://wordpress.org/export/1.2/\" "
        "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
        "xmlns:wfw=\"w\" xmlns:atom=\"a\" xmlns:media=\"m\" xmlns:georss=\"g\" xmlns:geo=\"o\" xmlns:itunes=\"i\" "
        "xmlns:slash=\"s\" xmlns:sy=\"y\">";
    const qsizetype item = xml.startsWith("<item>") ? 0 : xml.indexOf("<channel>");
    WxrFields result;
    if (item >= 0) {
        const bool isHead = item > 0 || !xml.startsWith("<item>");
        QXmlStreamReader reader(opening + xml.sliced(item) + (isHead ? "</channel></x>"_ba : "</x>"_ba));
        HtmlEntities entities;
        reader.setEntityResolver(&entities);
        WxrField whole;
        if (reader.readNextStartElement() && reader.readNextStartElement())
            readElement(reader, whole, 0);
        if (!reader.hasError() && !piece.isCut) {
            result.fields = std::move(whole.fields);
            return result;
        }
        result.fault = piece.isCut ? u"it does not end"_s : reader.errorString();
        result.faultLine = piece.line + int(std::max<qint64>(0, reader.lineNumber() - 1));
    }
    result.fields = looseFields(QString::fromUtf8(xml), 0);
    return result;
}

} // namespace quillway::importing
