// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/problem_json.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace quillway::app {

namespace {

QLatin1StringView codeName(ErrorCode code)
{
    switch (code) {
    case ErrorCode::NotFound: return "not-found"_L1;
    case ErrorCode::NotReadable: return "not-readable"_L1;
    case ErrorCode::NotWritable: return "not-writable"_L1;
    case ErrorCode::NotAFile: return "not-a-file"_L1;
    case ErrorCode::NotAFolder: return "not-a-folder"_L1;
    case ErrorCode::AlreadyExists: return "already-exists"_L1;
    case ErrorCode::ShortWrite: return "short-write"_L1;
    case ErrorCode::DiskFull: return "disk-full"_L1;
    case ErrorCode::SyncFailed: return "sync-failed"_L1;
    case ErrorCode::InUse: return "in-use"_L1;
    case ErrorCode::ChangedOnDisk: return "changed-on-disk"_L1;
    case ErrorCode::OutsideSite: return "outside-site"_L1;
    case ErrorCode::NotUtf8: return "not-utf8"_L1;
    case ErrorCode::FrontMatterUnclosed: return "front-matter-unclosed"_L1;
    case ErrorCode::FrontMatterSyntax: return "front-matter-syntax"_L1;
    case ErrorCode::FrontMatterDuplicateKey: return "front-matter-duplicate-key"_L1;
    case ErrorCode::TooDeep: return "too-deep"_L1;
    case ErrorCode::UnknownKey: return "unknown-key"_L1;
    case ErrorCode::WrongType: return "wrong-type"_L1;
    case ErrorCode::BadValue: return "bad-value"_L1;
    case ErrorCode::BadDate: return "bad-date"_L1;
    case ErrorCode::MissingDate: return "missing-date"_L1;
    case ErrorCode::MissingTitle: return "missing-title"_L1;
    case ErrorCode::DuplicateAddress: return "duplicate-address"_L1;
    case ErrorCode::DuplicateSlug: return "duplicate-slug"_L1;
    case ErrorCode::DuplicateAlias: return "duplicate-alias"_L1;
    case ErrorCode::UnknownPost: return "unknown-post"_L1;
    case ErrorCode::UnknownTag: return "unknown-tag"_L1;
    case ErrorCode::UnknownFact: return "unknown-fact"_L1;
    case ErrorCode::DraftReferenced: return "draft-referenced"_L1;
    case ErrorCode::BrokenLink: return "broken-link"_L1;
    case ErrorCode::BrokenAnchor: return "broken-anchor"_L1;
    case ErrorCode::MissingPicture: return "missing-picture"_L1;
    case ErrorCode::MissingAltText: return "missing-alt-text"_L1;
    case ErrorCode::EmptyTopic: return "empty-topic"_L1;
    case ErrorCode::TemplateNotFound: return "template-not-found"_L1;
    case ErrorCode::TemplateSyntax: return "template-syntax"_L1;
    case ErrorCode::TemplateRender: return "template-render"_L1;
    case ErrorCode::Cancelled: return "cancelled"_L1;
    case ErrorCode::BadUsage: return "bad-usage"_L1;
    case ErrorCode::Internal: return "internal"_L1;
    }
    return "internal"_L1;
}

QLatin1StringView severityName(Severity severity)
{
    switch (severity) {
    case Severity::Note: return "note"_L1;
    case Severity::Warning: return "warning"_L1;
    case Severity::Error: return "error"_L1;
    }
    return "error"_L1;
}

QJsonValue positionValue(int number)
{
    return number > 0 ? QJsonValue(number) : QJsonValue(QJsonValue::Null);
}

} // namespace

QJsonObject toJson(const Diagnostic &diagnostic)
{
    const Error &error = diagnostic.error;
    return {
        { u"file"_s, error.file },
        { u"line"_s, positionValue(error.position.line) },
        { u"column"_s, positionValue(error.position.column) },
        { u"severity"_s, severityName(diagnostic.severity) },
        { u"code"_s, codeName(error.code) },
        { u"message"_s, describe(error) },
    };
}

QJsonArray toJson(const Diagnostics &diagnostics)
{
    QJsonArray array;
    for (const Diagnostic &diagnostic : diagnostics)
        array.append(toJson(diagnostic));
    return array;
}

QByteArray jsonDocument(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Indented);
}

} // namespace quillway::app
