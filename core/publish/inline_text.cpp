// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/inline_text.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace quillway::publish {

namespace {

constexpr std::array<std::pair<QByteArrayView, char>, 5> entities {
    { { "&lt;", '<' }, { "&gt;", '>' }, { "&quot;", '"' }, { "&#39;", '\'' }, { "&amp;", '&' } }
};

QByteArray unescaped(QByteArrayView attribute)
{
    QByteArray text = attribute.toByteArray();
    for (const auto &[entity, character] : entities)
        text.replace(entity, QByteArrayView(&character, 1));
    return text;
}

/// The next ` href="` or ` src="` inside a tag, from `from` on: where its value begins; -1 if there is none.
qsizetype nextDestination(QByteArrayView html, qsizetype from)
{
    const auto behind = [&](QByteArrayView name) {
        const qsizetype at = html.indexOf(name, from);
        return at < 0 ? html.size() : at + name.size();
    };
    const qsizetype at = std::min(behind(" href=\""), behind(" src=\""));
    return at < html.size() ? at : -1;
}

} // namespace

QByteArray withResolvedLinks(const QByteArray &html, const analysis::LinkOrigin &origin, const analysis::LinkIndex &links)
{
    QByteArray result;
    qsizetype copied = 0;
    for (qsizetype at = nextDestination(html, 0); at >= 0; at = nextDestination(html, copied)) {
        const qsizetype end = html.indexOf('"', at);
        if (end < 0)
            break;
        const QString destination = QString::fromUtf8(unescaped(QByteArrayView(html).sliced(at, end - at)));
        result += QByteArrayView(html).sliced(copied, at - copied);
        // Empty is what renderInline() leaves of a destination that could act.
        if (!destination.isEmpty())
            result += links.resolve(destination, origin).url.toHtmlEscaped().toUtf8();
        copied = end;
    }
    return copied == 0 ? html : result + html.sliced(copied);
}

QByteArray inlineHtml(QStringView markdown, const analysis::LinkOrigin &origin, const analysis::LinkIndex &links, text::RawHtml rawHtml,
                      const std::optional<text::Typography> &typography)
{
    if (markdown.isEmpty())
        return {};
    QByteArray html = text::renderInline(markdown, rawHtml, typography);
    if (rawHtml == text::RawHtml::Omit)
        html.replace("<!-- raw HTML omitted -->", ""); // says nothing to a reader
    return withResolvedLinks(html, origin, links);
}

bool mayLink(const QString &markdown)
{
    const auto isSign = [&](const QChar &c) {
        const qsizetype after = &c - markdown.constData() + 1;
        return c == u'[' || c == u'<' || c == u'@' || (c == u':' && after < markdown.size() && !markdown.at(after).isSpace());
    };
    return std::any_of(markdown.cbegin(), markdown.cend(), isSign) || markdown.contains("www."_L1, Qt::CaseInsensitive);
}

} // namespace quillway::publish
