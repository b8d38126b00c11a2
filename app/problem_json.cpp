// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/problem_json.h"

#include <QJsonDocument>

#include <algorithm>

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
    case ErrorCode::DuplicateAnchor: return "duplicate-anchor"_L1;
    case ErrorCode::DuplicateStep: return "duplicate-step"_L1;
    case ErrorCode::UnknownPost: return "unknown-post"_L1;
    case ErrorCode::UnknownTag: return "unknown-tag"_L1;
    case ErrorCode::UnknownFact: return "unknown-fact"_L1;
    case ErrorCode::DraftReferenced: return "draft-referenced"_L1;
    case ErrorCode::FutureReferenced: return "future-referenced"_L1;
    case ErrorCode::BrokenLink: return "broken-link"_L1;
    case ErrorCode::ExternalLinkBroken: return "external-link-broken"_L1;
    case ErrorCode::ExternalLinkMoved: return "external-link-moved"_L1;
    case ErrorCode::ExternalLinkRefused: return "external-link-refused"_L1;
    case ErrorCode::BrokenAnchor: return "broken-anchor"_L1;
    case ErrorCode::MissingPicture: return "missing-picture"_L1;
    case ErrorCode::MissingAltText: return "missing-alt-text"_L1;
    case ErrorCode::BadFormula: return "bad-formula"_L1;
    case ErrorCode::BadDiagram: return "bad-diagram"_L1;
    case ErrorCode::BadPicture: return "bad-picture"_L1;
    case ErrorCode::HugePicture: return "huge-picture"_L1;
    case ErrorCode::ScriptInPicture: return "script-in-picture"_L1;
    case ErrorCode::EmptyTopic: return "empty-topic"_L1;
    case ErrorCode::UnreachedPost: return "unreached-post"_L1;
    case ErrorCode::RareTag: return "rare-tag"_L1;
    case ErrorCode::HeadingJump: return "heading-jump"_L1;
    case ErrorCode::TemplateNotFound: return "template-not-found"_L1;
    case ErrorCode::TemplateSyntax: return "template-syntax"_L1;
    case ErrorCode::TemplateRender: return "template-render"_L1;
    case ErrorCode::ProgramMissing: return "program-missing"_L1;
    case ErrorCode::ProgramFailed: return "program-failed"_L1;
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

QLatin1StringView kindName(changes::Fix::Kind kind)
{
    using Kind = changes::Fix::Kind;
    switch (kind) {
    case Kind::UseDestination: return "use-destination"_L1;
    case Kind::CreatePost: return "create-post"_L1;
    case Kind::AddAltText: return "add-alt-text"_L1;
    case Kind::UsePost: return "use-post"_L1;
    case Kind::RemoveStep: return "remove-step"_L1;
    case Kind::UseTag: return "use-tag"_L1;
    case Kind::SetHeadingLevel: return "set-heading-level"_L1;
    case Kind::RemoveAlias: return "remove-alias"_L1;
    case Kind::AddTitle: return "add-title"_L1;
    }
    return "use-destination"_L1;
}

QJsonValue positionValue(int number)
{
    return number > 0 ? QJsonValue(number) : QJsonValue(QJsonValue::Null);
}

QJsonObject differentLines(const changes::TextEdit &edit)
{
    const QByteArray before = edit.before.value_or(QByteArray());
    const QByteArray after = edit.after.value_or(QByteArray());
    const qsizetype shorter = std::min(before.size(), after.size());
    qsizetype begin = std::ranges::mismatch(before, after).in1 - before.begin();
    begin = begin == 0 ? 0 : before.lastIndexOf('\n', begin - 1) + 1;
    qsizetype same = 0; // bytes at the end, from a line's beginning
    for (qsizetype i = 1; i <= shorter - begin && before[before.size() - i] == after[after.size() - i]; ++i) {
        const bool isLineBegin = i < shorter && before[before.size() - i - 1] == '\n' && after[after.size() - i - 1] == '\n';
        same = isLineBegin ? i : same;
    }
    const auto lines = [&](const QByteArray &text) { return QString::fromUtf8(text.sliced(begin, text.size() - same - begin)); };
    return { { u"file"_s, edit.file.toString() },
             { u"line"_s, edit.before ? QJsonValue(int(before.first(begin).count('\n')) + 1) : QJsonValue(QJsonValue::Null) },
             { u"before"_s, edit.before ? QJsonValue(lines(before)) : QJsonValue(QJsonValue::Null) },
             { u"after"_s, lines(after) } };
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

QJsonObject toJson(const changes::Fix &fix)
{
    QJsonArray edits;
    for (const changes::TextEdit &edit : fix.change.edits)
        edits.append(differentLines(edit));
    return { { u"kind"_s, kindName(fix.kind) }, { u"text"_s, fix.text }, { u"edits"_s, edits } };
}

QByteArray jsonDocument(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Indented);
}

} // namespace quillway::app
