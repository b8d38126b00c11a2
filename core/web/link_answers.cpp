// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/web/link_answers.h"

#include "core/store/private_folder.h"
#include "core/store/save_file.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace quillway::web {

namespace {

constexpr qsizetype mostKept = 50'000;
constexpr std::array kindNames { "fine"_L1, "moved"_L1, "missing"_L1, "refused"_L1, "unreachable"_L1 };

QString answersFile(const QString &folder)
{
    return folder + "/external-links.json"_L1;
}

QJsonObject toJson(const QUrl &url, const LinkAnswer &answer)
{
    QJsonObject object { { u"url"_s, url.toString(QUrl::FullyEncoded) },
                         { u"answer"_s, kindNames.at(size_t(answer.kind)) },
                         { u"status"_s, answer.status },
                         { u"asked"_s, answer.asked.toUTC().toString(Qt::ISODate) } };
    if (!answer.movedTo.isEmpty())
        object.insert(u"moved_to"_s, answer.movedTo.toString(QUrl::FullyEncoded));
    if (!answer.reason.isEmpty())
        object.insert(u"reason"_s, answer.reason);
    return object;
}

std::optional<LinkAnswer> fromJson(const QJsonObject &object)
{
    const auto *const kind = std::ranges::find(kindNames, object.value(u"answer").toString());
    LinkAnswer answer { .status = object.value(u"status").toInt(),
                        .movedTo = QUrl(object.value(u"moved_to").toString(), QUrl::StrictMode),
                        .reason = object.value(u"reason").toString(),
                        .asked = QDateTime::fromString(object.value(u"asked").toString(), Qt::ISODate) };
    if (kind == kindNames.end() || !answer.asked.isValid())
        return std::nullopt;
    answer.kind = LinkAnswer::Kind(kind - kindNames.begin());
    return answer;
}

} // namespace

LinkAnswers loadAnswers(const FileSystem &files, const QString &siteFolder)
{
    LinkAnswers answers;
    const auto bytes = files.read(answersFile(siteFolder + "/.quillway"_L1));
    const QJsonArray array = bytes ? QJsonDocument::fromJson(*bytes).object().value(u"links").toArray() : QJsonArray();
    for (const QJsonValue &value : array) {
        const QUrl url(value.toObject().value(u"url").toString(), QUrl::StrictMode);
        const auto answer = fromJson(value.toObject());
        if (url.isValid() && answer && answers.size() < mostKept)
            answers.insert(url, *answer);
    }
    return answers;
}

Result<void> saveAnswers(FileSystem &files, const QString &siteFolder, const LinkAnswers &answers)
{
    QList<QUrl> urls = answers.keys();
    std::ranges::sort(urls, [&](const QUrl &a, const QUrl &b) {
        const QDateTime &one = answers.constFind(a)->asked;
        const QDateTime &other = answers.constFind(b)->asked;
        return one != other ? one > other : a < b;
    });
    QJsonArray links;
    for (const QUrl &url : urls.first(std::min(urls.size(), mostKept)))
        links.append(toJson(url, answers.value(url)));
    return store::privateFolder(files, siteFolder, {}).and_then([&](const QString &folder) {
        return store::saveFile(files, answersFile(folder), QJsonDocument(QJsonObject { { u"links"_s, links } }).toJson(),
                               { .durability = store::Durability::Replaced });
    });
}

bool isFresh(const LinkAnswer &answer, const QDateTime &now)
{
    const bool isGood = answer.kind == LinkAnswer::Kind::Fine || answer.kind == LinkAnswer::Kind::Moved;
    const auto age = std::chrono::milliseconds(answer.asked.msecsTo(now));
    return age >= 0ms && age < (isGood ? std::chrono::hours(7 * 24) : std::chrono::hours(24));
}

} // namespace quillway::web
