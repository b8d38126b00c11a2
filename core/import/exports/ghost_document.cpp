// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/exports/ghost_document.h"

#include "core/text/markdown.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>

#include <utility>

using namespace Qt::StringLiterals;

namespace quillway::importing {

namespace {

constexpr int deepest = 50; ///< elements in one another

QString element(const QString &tag, const QString &content, const QString &attributes = {})
{
    return u'<' + tag + attributes + u'>' + content + "</"_L1 + tag + u'>';
}

QString attribute(const QString &name, const QString &value)
{
    return value.isEmpty() ? QString() : u" %1=\"%2\""_s.arg(name, value.toHtmlEscaped());
}

QString textIn(const QJsonObject &card, std::initializer_list<QLatin1StringView> names)
{
    for (const QLatin1StringView name : names) {
        if (const QString text = card[name].toString(); !text.isEmpty())
            return text;
    }
    return {};
}

QString linked(const QString &address, const QString &html)
{
    return address.isEmpty() ? html : element(u"a"_s, html, attribute(u"href"_s, address));
}

/// `content` with the caption that the card has, which is HTML.
QString captioned(const QString &content, const QJsonObject &card)
{
    const QString caption = card[u"caption"_s].toString();
    return element(u"figure"_s, caption.isEmpty() ? content : content + element(u"figcaption"_s, caption));
}

QString picture(const QJsonObject &card)
{
    const QString source = card[u"src"_s].toString();
    return source.isEmpty() ? QString()
                            : "<img"_L1 + attribute(u"src"_s, source) + attribute(u"alt"_s, card[u"alt"_s].toString())
            + attribute(u"title"_s, card[u"title"_s].toString()) + u'>';
}

QString renderedMarkdown(const QString &markdown)
{
    text::CodeHighlighter highlighter;
    text::RenderOptions options;
    options.flavour = text::Flavour::Plain;
    const auto rendered = text::renderMarkdown(markdown.toUtf8(), options, highlighter);
    return rendered ? QString::fromUtf8(rendered->html) : QString();
}

QString codeBlock(const QJsonObject &card)
{
    const QString language = card[u"language"_s].toString();
    const QString code = element(u"code"_s, card[u"code"_s].toString().toHtmlEscaped(),
                                 language.isEmpty() ? QString() : attribute(u"class"_s, "language-"_L1 + language));
    return captioned(element(u"pre"_s, code), card);
}

QString bookmark(const QJsonObject &card)
{
    const QString address = card[u"url"_s].toString();
    const QJsonObject facts = card[u"metadata"_s].toObject();
    const QString title = facts[u"title"_s].toString();
    const QString description = facts[u"description"_s].toString();
    const QString link = linked(address, (title.isEmpty() ? address : title).toHtmlEscaped());
    return element(u"p"_s, description.isEmpty() ? link : link + ": "_L1 + description.toHtmlEscaped());
}

QString gallery(const QJsonObject &card)
{
    QString pictures;
    for (const QJsonValue &image : card[u"images"_s].toArray())
        pictures += element(u"p"_s, picture(image.toObject()));
    const QString caption = card[u"caption"_s].toString();
    return caption.isEmpty() ? pictures : pictures + element(u"p"_s, caption);
}

QString callout(const QJsonObject &card)
{
    const QString text = textIn(card, { "calloutText"_L1, "text"_L1 });
    const QString emoji = textIn(card, { "calloutEmoji"_L1, "emoji"_L1 });
    return element(u"blockquote"_s, element(u"p"_s, emoji.isEmpty() ? text : emoji.toHtmlEscaped() + u' ' + text));
}

/// A card's HTML; null if there is none for its kind.
QString cardHtml(const QString &kind, const QJsonObject &card)
{
    const QString name = kind.startsWith("card-"_L1) ? kind.sliced(5) : kind;
    if (name == "markdown"_L1)
        return renderedMarkdown(card[u"markdown"_s].toString());
    if (name == "html"_L1)
        return card[u"html"_s].toString();
    if (name == "image"_L1)
        return captioned(linked(card[u"href"_s].toString(), picture(card)), card);
    if (name == "gallery"_L1)
        return gallery(card);
    if (name == "code"_L1 || name == "codeblock"_L1)
        return codeBlock(card);
    if (name == "hr"_L1 || name == "horizontalrule"_L1)
        return u"<hr>"_s;
    if (name == "bookmark"_L1)
        return bookmark(card);
    if (name == "embed"_L1) {
        const QString html = card[u"html"_s].toString();
        return captioned(html.isEmpty() ? linked(card[u"url"_s].toString(), card[u"url"_s].toString().toHtmlEscaped()) : html, card);
    }
    if (name == "callout"_L1)
        return callout(card);
    if (name == "toggle"_L1)
        return element(u"details"_s, element(u"summary"_s, card[u"heading"_s].toString()) + u'\n' + card[u"content"_s].toString());
    if (name == "button"_L1)
        return element(u"p"_s, linked(card[u"buttonUrl"_s].toString(), card[u"buttonText"_s].toString().toHtmlEscaped()));
    if (name == "audio"_L1 || name == "video"_L1 || name == "file"_L1) {
        const QString address = card[u"src"_s].toString();
        const QString title = textIn(card, { "title"_L1, "fileTitle"_L1, "fileName"_L1 });
        return element(u"p"_s, linked(address, (title.isEmpty() ? address : title).toHtmlEscaped()));
    }
    if (name == "paywall"_L1)
        return u""_s; // a mark between paragraphs
    return {};
}

void addCard(const QString &kind, const QJsonObject &card, GhostBody &body)
{
    const QString html = cardHtml(kind, card);
    if (html.isNull() && !body.left.contains(kind))
        body.left.append(kind);
    body.html += html + u'\n';
}

/// Walks the nodes of a Lexical document.
class LexicalReader
{
public:
    GhostBody body;

    void addBlocks(const QJsonArray &nodes, int depth = 0)
    {
        for (const QJsonValue &value : nodes) {
            const QJsonObject node = value.toObject();
            const QString type = node[u"type"_s].toString();
            const QJsonArray children = node[u"children"_s].toArray();
            if (depth > deepest)
                return;
            if (type == "paragraph"_L1)
                body.html += element(u"p"_s, inlineHtml(children, depth)) + u'\n';
            else if (type == "heading"_L1 || type == "extended-heading"_L1)
                body.html += element(headingTag(node), inlineHtml(children, depth)) + u'\n';
            else if (type == "quote"_L1 || type == "extended-quote"_L1 || type == "aside"_L1)
                body.html += element(u"blockquote"_s, element(u"p"_s, inlineHtml(children, depth))) + u'\n';
            else if (type == "list"_L1)
                body.html += listHtml(node, depth) + u'\n';
            else if (isInline(type))
                body.html += inlineHtml({ value }, depth);
            else if (!children.isEmpty())
                addBlocks(children, depth + 1);
            else
                addCard(type, node, body);
        }
    }

private:
    [[nodiscard]] static bool isInline(const QString &type)
    {
        static const QSet<QString> types { u"text"_s, u"extended-text"_s, u"link"_s, u"autolink"_s, u"linebreak"_s, u"tab"_s, u"at-link"_s };
        return types.contains(type);
    }

    [[nodiscard]] static QString headingTag(const QJsonObject &node)
    {
        static const QRegularExpression heading(u"\\Ah[1-6]\\z"_s);
        const QString tag = node[u"tag"_s].toString();
        return heading.match(tag).hasMatch() ? tag : u"h2"_s;
    }

    /// Text with the marks of its bits.
    [[nodiscard]] static QString marked(const QJsonObject &node)
    {
        static const std::pair<int, QString> marks[] { { 16, u"code"_s }, { 32, u"sub"_s }, { 64, u"sup"_s }, { 128, u"mark"_s },
                                                       { 8, u"u"_s },     { 4, u"del"_s },  { 2, u"em"_s },   { 1, u"strong"_s } };
        QString html = node[u"text"_s].toString().toHtmlEscaped();
        const int format = node[u"format"_s].toInt();
        for (const auto &[bit, tag] : marks) {
            if ((format & bit) != 0)
                html = element(tag, html);
        }
        return html;
    }

    [[nodiscard]] QString inlineHtml(const QJsonArray &nodes, int depth)
    {
        QString html;
        for (const QJsonValue &value : nodes) {
            const QJsonObject node = value.toObject();
            const QString type = node[u"type"_s].toString();
            if (depth > deepest)
                break;
            if (type == "linebreak"_L1)
                html += "<br>"_L1;
            else if (type == "tab"_L1)
                html += u' ';
            else if (type == "link"_L1 || type == "autolink"_L1 || type == "at-link"_L1)
                html += linked(node[u"url"_s].toString(), inlineHtml(node[u"children"_s].toArray(), depth + 1));
            else if (node.contains(u"text"_s))
                html += marked(node);
            else
                html += inlineHtml(node[u"children"_s].toArray(), depth + 1);
        }
        return html;
    }

    [[nodiscard]] QString listHtml(const QJsonObject &list, int depth)
    {
        QString items;
        for (const QJsonValue &value : list[u"children"_s].toArray()) {
            QJsonArray text;
            QString lists;
            for (const QJsonValue &child : value[u"children"_s].toArray()) {
                if (child[u"type"_s].toString() != "list"_L1)
                    text.append(child);
                else if (depth < deepest)
                    lists += listHtml(child.toObject(), depth + 1);
            }
            // An item that only holds another list is how it says that this list is one level deeper.
            if (text.isEmpty() && items.endsWith("</li>"_L1))
                items.insert(items.size() - 5, lists);
            else
                items += element(u"li"_s, inlineHtml(text, depth) + lists);
        }
        if (list[u"listType"_s].toString() != "number"_L1)
            return element(u"ul"_s, items);
        const int start = list[u"start"_s].toInt(1);
        return element(u"ol"_s, items, start == 1 ? QString() : attribute(u"start"_s, QString::number(start)));
    }
};

/// Reads the sections of a mobiledoc.
class MobiledocReader
{
public:
    explicit MobiledocReader(const QJsonObject &document)
        : m_markups(document[u"markups"_s].toArray())
        , m_atoms(document[u"atoms"_s].toArray())
        , m_cards(document[u"cards"_s].toArray())
    { }

    GhostBody body;

    void addSection(const QJsonArray &section)
    {
        enum Kind { Markup = 1, Image = 2, List = 3, Card = 10 };
        switch (section.at(0).toInt()) {
        case Markup: body.html += element(tagOr(section.at(1), u"p"_s), markersHtml(section.at(2).toArray())) + u'\n'; break;
        case Image: body.html += element(u"p"_s, "<img"_L1 + attribute(u"src"_s, section.at(1).toString()) + u'>') + u'\n'; break;
        case List: {
            QString items;
            for (const QJsonValue &item : section.at(2).toArray())
                items += element(u"li"_s, markersHtml(item.toArray()));
            body.html += element(tagOr(section.at(1), u"ul"_s), items) + u'\n';
            break;
        }
        case Card: {
            const QJsonArray card = m_cards.at(section.at(1).toInt(-1)).toArray();
            addCard(card.at(0).toString(), card.at(1).toObject(), body);
            break;
        }
        default: break;
        }
    }

private:
    [[nodiscard]] static QString tagOr(const QJsonValue &value, const QString &otherwise)
    {
        static const QRegularExpression name(u"\\A[a-z][a-z0-9]{0,15}\\z"_s);
        const QString tag = value.toString().toLower();
        return name.match(tag).hasMatch() ? tag : otherwise;
    }

    [[nodiscard]] QString opened(const QJsonArray &markup, const QString &tag) const
    {
        QString html = u'<' + tag;
        const QJsonArray attributes = markup.at(1).toArray();
        for (qsizetype i = 0; i + 1 < attributes.size(); i += 2)
            html += attribute(tagOr(attributes.at(i), u"title"_s), attributes.at(i + 1).toString());
        return html + u'>';
    }

    /// Markers open and close elements around their text; what stays open ends with the section.
    [[nodiscard]] QString markersHtml(const QJsonArray &markers) const
    {
        QString html;
        QStringList open;
        const auto close = [&](qsizetype count) {
            for (; count > 0 && !open.isEmpty(); --count)
                html += "</"_L1 + open.takeLast() + u'>';
        };
        for (const QJsonValue &value : markers) {
            const QJsonArray marker = value.toArray();
            for (const QJsonValue &index : marker.at(1).toArray()) {
                const QJsonArray markup = m_markups.at(index.toInt(-1)).toArray();
                open.append(tagOr(markup.at(0), u"span"_s));
                html += opened(markup, open.last());
            }
            const bool isAtom = marker.at(0).toInt() == 1;
            html += isAtom ? atomHtml(m_atoms.at(marker.at(3).toInt(-1)).toArray()) : marker.at(3).toString().toHtmlEscaped();
            close(marker.at(2).toInt());
        }
        close(open.size());
        return html;
    }

    [[nodiscard]] static QString atomHtml(const QJsonArray &atom)
    {
        return atom.at(0).toString() == "soft-return"_L1 ? u"<br>"_s : atom.at(1).toString().toHtmlEscaped();
    }

    QJsonArray m_markups;
    QJsonArray m_atoms;
    QJsonArray m_cards;
};

} // namespace

GhostBody htmlOfLexical(const QString &json)
{
    LexicalReader reader;
    reader.addBlocks(QJsonDocument::fromJson(json.toUtf8()).object()[u"root"_s][u"children"_s].toArray());
    return std::move(reader.body);
}

GhostBody htmlOfMobiledoc(const QString &json)
{
    const QJsonObject document = QJsonDocument::fromJson(json.toUtf8()).object();
    MobiledocReader reader(document);
    for (const QJsonValue &section : document[u"sections"_s].toArray())
        reader.addSection(section.toArray());
    return std::move(reader.body);
}

} // namespace quillway::importing
