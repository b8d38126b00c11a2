// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/topic_placeholders.h"

#include "core/analysis/topic_profile.h"

#include <QRegularExpression>

#include <algorithm>

namespace quillway::analysis {

using namespace Qt::StringLiterals;

namespace {

/// `text` with everything blanked but what template code in it says outside of quotation marks.
QString templateCode(const QString &text)
{
    QString code(text.size(), u' ');
    QChar quote;
    bool inside = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QStringView pair = QStringView(text).sliced(i).first(std::min<qsizetype>(2, text.size() - i));
        if (!inside) {
            inside = pair == "{{"_L1 || pair == "{%"_L1;
            if (inside)
                code.replace(i++, 2, pair.toString());
        } else if (!quote.isNull()) {
            quote = text[i] == quote ? QChar() : quote;
        } else if (text[i] == u'"' || text[i] == u'\'') {
            quote = text[i];
        } else if (pair == "}}"_L1 || pair == "%}"_L1) {
            inside = false;
            ++i;
        } else {
            code[i] = text[i];
        }
    }
    return code;
}

} // namespace

QList<UnknownFact> unknownFacts(const QString &text)
{
    static const QRegularExpression named(u"(?<![\\w.])topic\\.(\\w+)"_s);
    static const QRegularExpression bare(u"\\{\\{\\s*(?!topic\\b|[\\d\"'])(\\w+)"_s);
    if (!text.contains(u'{'))
        return {};
    const QString code = templateCode(text);
    QList<UnknownFact> unknown;
    for (auto it = named.globalMatch(code); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        if (!topicFactNames().contains(match.capturedView(1)))
            unknown.append({ match.captured(), match.capturedStart() });
    }
    for (auto it = bare.globalMatch(code); !code.contains("{%"_L1) && it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        unknown.append({ match.captured(1), match.capturedStart(1) });
    }
    std::ranges::sort(unknown, {}, &UnknownFact::offset);
    return unknown;
}

} // namespace quillway::analysis
