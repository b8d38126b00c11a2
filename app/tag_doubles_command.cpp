// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/problem_json.h"
#include "app/reason_text.h"
#include "app/site_call.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace quillway::app {

ExitStatus runTagDoubles(const Command &command, const QStringList &arguments)
{
    QCommandLineParser parser;
    const auto call = prepareSiteCall(parser, command, arguments, 1);
    if (!call)
        return call.error();
    QJsonArray doubles;
    QString text;
    for (const analysis::TagDouble &pair : analysis::tagDoubles(analysis::PublishedPosts(*call->site, call->selection))) {
        QStringList reasons;
        for (const analysis::TagDouble::Reason reason : pair.reasons)
            reasons.append(nameOf(reason));
        doubles.append(QJsonObject { { u"tag"_s, pair.tag.name },
                                     { u"posts"_s, pair.posts },
                                     { u"into"_s, pair.into.name },
                                     { u"into_posts"_s, pair.intoPosts },
                                     { u"reasons"_s, QJsonArray::fromStringList(reasons) } });
        text +=
            u"%1 (%2)\t%3 (%4)\t%5\n"_s.arg(pair.tag.name).arg(pair.posts).arg(pair.into.name).arg(pair.intoPosts).arg(reasons.join(u", "_s));
    }
    printResult(call->json ? jsonDocument({ { u"doubles"_s, doubles } }) : text.toUtf8());
    return ExitStatus::Done;
}

} // namespace quillway::app
