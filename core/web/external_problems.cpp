// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/web/external_problems.h"

#include "core/model/near_name.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace quillway::web {

namespace {

std::optional<Diagnostic> problemOf(const analysis::ExternalLink &link, const LinkAnswer &answer)
{
    using Kind = LinkAnswer::Kind;
    const auto problem = [&](Severity severity, ErrorCode code, const QString &detail) {
        return Diagnostic { severity, { code, link.file.toString(), link.position, detail } };
    };
    switch (answer.kind) {
    case Kind::Fine: return std::nullopt;
    case Kind::Moved: {
        QUrl target = answer.movedTo;
        if (const qsizetype fragment = link.destination.indexOf(u'#'); fragment >= 0)
            target.setFragment(link.destination.sliced(fragment + 1), QUrl::StrictMode);
        return problem(Severity::Note, ErrorCode::ExternalLinkMoved,
                       model::saidWithNear(link.destination, target.toString(QUrl::FullyEncoded)));
    }
    case Kind::Missing:
        return problem(Severity::Warning, ErrorCode::ExternalLinkBroken, u"%1 (%2)"_s.arg(link.destination).arg(answer.status));
    case Kind::Refused:
        return problem(Severity::Note, ErrorCode::ExternalLinkRefused, u"%1 (%2)"_s.arg(link.destination).arg(answer.status));
    case Kind::Unreachable:
        return problem(Severity::Warning, ErrorCode::ExternalLinkBroken, u"%1 (%2)"_s.arg(link.destination, answer.reason));
    }
    return std::nullopt;
}

} // namespace

Diagnostics externalProblems(const QList<analysis::ExternalLink> &links, const LinkAnswers &answers)
{
    Diagnostics problems;
    for (const analysis::ExternalLink &link : links) {
        const auto answer = answers.constFind(link.url);
        if (answer == answers.cend())
            continue;
        if (const auto problem = problemOf(link, *answer))
            problems.append(*problem);
    }
    return problems;
}

QList<QUrl> unanswered(const QList<analysis::ExternalLink> &links, const LinkAnswers &answers, const QDateTime &now)
{
    QList<QUrl> urls;
    QSet<QUrl> known;
    for (const analysis::ExternalLink &link : links) {
        const auto answer = answers.constFind(link.url);
        if (known.contains(link.url) || (answer != answers.cend() && isFresh(*answer, now)))
            continue;
        known.insert(link.url);
        urls.append(link.url);
    }
    return urls;
}

} // namespace quillway::web
