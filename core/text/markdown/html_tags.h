// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QVarLengthArray>

namespace quillway::text {

/// One attribute of a tag: bytes into the scanned text. An attribute without a value has valueBegin == valueEnd.
struct HtmlAttribute {
    QByteArrayView name; ///< as written
    qsizetype valueBegin = 0; ///< without quotes
    qsizetype valueEnd = 0;
    char quote = 0; ///< `"`, `'`, or 0 if the value stands bare
};

/// A piece of raw HTML as a browser's tokenizer would cut it (HTML Living Standard, 13.2.5), tolerant of anything.
struct HtmlToken {
    enum class Kind { Text, RawText, StartTag, EndTag, Comment };
    Kind kind = Kind::Text;
    qsizetype begin = 0; ///< bytes, with the angle brackets
    qsizetype end = 0;
    QByteArrayView name; ///< of a tag, as written
    bool closed = true; ///< false for a tag or comment that the text ends within
    QVarLengthArray<HtmlAttribute, 8> attributes; ///< of a StartTag
};

/// Cuts raw HTML into tokens, each byte into exactly one. What stands inside `script`, `style`, `textarea`, `title` and their like is RawText. The text
/// must outlive the scanner.
class HtmlScanner
{
public:
    explicit HtmlScanner(QByteArrayView html)
        : m_html(html)
    { }
    /// The next token, valid until the next call; null at the end.
    [[nodiscard]] const HtmlToken *next();
    /// True for `script`, `style` and the other elements whose content is not markup.
    [[nodiscard]] static bool hasRawContent(QByteArrayView elementName);

private:
    void scanText();
    void scanRawText();
    void scanComment(qsizetype contentBegin, QByteArrayView terminator);
    void scanTag(bool isEnd);
    qsizetype scanAttributes(qsizetype at);
    qsizetype scanAttribute(qsizetype at);
    qsizetype scanValue(qsizetype at, HtmlAttribute &attribute);
    [[nodiscard]] qsizetype skipBlanks(qsizetype at) const;
    [[nodiscard]] char at(qsizetype position) const { return position < m_html.size() ? m_html[position] : '\0'; }

    QByteArrayView m_html;
    qsizetype m_position = 0;
    QByteArray m_rawElement; ///< the element whose content is raw, lower case
    HtmlToken m_token;
};

/// ASCII case-insensitive comparison with a lower-case `name`.
[[nodiscard]] bool isNamed(QByteArrayView written, QByteArrayView name);

/// `text` (an attribute's value, a text) with its character references resolved.
[[nodiscard]] QString resolveCharacterReferences(QByteArrayView text);

/// A URL in a tag's attributes: in `href`, `src`, `poster`, or one candidate of `srcset`.
struct HtmlDestination {
    qsizetype begin = 0; ///< bytes into the scanned text
    qsizetype end = 0;
    bool quoted = true;
    bool isPicture = false;
    bool isBarePicture = false; ///< as ReferenceSpan::isBarePicture
};

/// The destinations in a start tag of `html`, in order. Empty ones are left out.
[[nodiscard]] QVarLengthArray<HtmlDestination, 4> destinationsIn(QByteArrayView html, const HtmlToken &tag);

/// The value of the tag's attribute `name` (lower case), resolved; empty if there is none.
[[nodiscard]] QString attributeValue(QByteArrayView html, const HtmlToken &tag, QByteArrayView name);

/// The paragraph that raw HTML begins with (`<p>…</p>`).
struct LeadingParagraph {
    QString text; ///< plain; empty if it begins with anything else
    qsizetype end = 0; ///< bytes
};
[[nodiscard]] LeadingParagraph leadingParagraph(QByteArrayView html);

} // namespace quillway::text
