// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/diagnostic.h"

#include <algorithm>
#include <tuple>

namespace quillway {

using namespace Qt::StringLiterals;

namespace {

QLatin1StringView phrase(ErrorCode code)
{
    switch (code) {
    case ErrorCode::NotFound: return "there is no such file or folder"_L1;
    case ErrorCode::NotReadable: return "cannot be read"_L1;
    case ErrorCode::NotWritable: return "cannot be written"_L1;
    case ErrorCode::NotAFile: return "is not an ordinary file"_L1;
    case ErrorCode::NotAFolder: return "is not a folder"_L1;
    case ErrorCode::AlreadyExists: return "is there already"_L1;
    case ErrorCode::ShortWrite: return "could be written only in part"_L1;
    case ErrorCode::DiskFull: return "there is no space left on the disk"_L1;
    case ErrorCode::SyncFailed: return "the disk did not confirm that it has been written"_L1;
    case ErrorCode::InUse: return "is in use by another program"_L1;
    case ErrorCode::ChangedOnDisk: return "has been changed by another program"_L1;
    case ErrorCode::OutsideSite: return "leads out of the site's folder"_L1;
    case ErrorCode::NotUtf8: return "the text is not UTF-8"_L1;
    case ErrorCode::FrontMatterUnclosed: return "the front matter is never closed"_L1;
    case ErrorCode::FrontMatterSyntax: return "the front matter cannot be understood"_L1;
    case ErrorCode::FrontMatterDuplicateKey: return "a key stands twice"_L1;
    case ErrorCode::TooDeep: return "is too large or too deeply nested to be read"_L1;
    case ErrorCode::UnknownKey: return "unknown key"_L1;
    case ErrorCode::WrongType: return "the value is of the wrong type"_L1;
    case ErrorCode::BadValue: return "the value is not allowed"_L1;
    case ErrorCode::BadDate: return "this is not a date"_L1;
    case ErrorCode::MissingDate: return "there is no date, so this counts as a draft"_L1;
    case ErrorCode::MissingTitle: return "there is no title"_L1;
    case ErrorCode::DuplicateAddress: return "two files have the same address"_L1;
    case ErrorCode::DuplicateSlug: return "two files have the same slug"_L1;
    case ErrorCode::DuplicateAlias: return "two files have the same alias"_L1;
    case ErrorCode::DuplicateAnchor: return "two headings have the same anchor"_L1;
    case ErrorCode::DuplicateStep: return "the path has this post twice"_L1;
    case ErrorCode::UnknownPost: return "there is no such post"_L1;
    case ErrorCode::UnknownTag: return "no post has this tag"_L1;
    case ErrorCode::UnknownFact: return "there is no such fact of a topic"_L1;
    case ErrorCode::DraftReferenced: return "this leads to a draft"_L1;
    case ErrorCode::FutureReferenced: return "this leads to a post that is not out yet"_L1;
    case ErrorCode::BrokenLink: return "broken link"_L1;
    case ErrorCode::ExternalLinkBroken: return "broken link to another site"_L1;
    case ErrorCode::ExternalLinkMoved: return "the page on another site has moved"_L1;
    case ErrorCode::ExternalLinkRefused: return "another site does not say whether the page is there"_L1;
    case ErrorCode::BrokenAnchor: return "the page has no such heading"_L1;
    case ErrorCode::MissingPicture: return "the picture is missing"_L1;
    case ErrorCode::MissingAltText: return "the picture has no alternative text"_L1;
    case ErrorCode::BadFormula: return "the formula cannot be set, so it is shown as written"_L1;
    case ErrorCode::BadDiagram: return "the diagram cannot be drawn, so it is shown as written"_L1;
    case ErrorCode::BadPicture: return "the picture cannot be read, so it is copied as it is"_L1;
    case ErrorCode::HugePicture: return "the picture is too large to be scaled, so it is copied as it is"_L1;
    case ErrorCode::ScriptInPicture: return "the picture holds a script, which would run where it is opened by itself"_L1;
    case ErrorCode::EmptyTopic: return "the topic has no posts"_L1;
    case ErrorCode::UnreachedPost: return "no tag, topic or path leads to this post"_L1;
    case ErrorCode::RareTag: return "only one post has this tag"_L1;
    case ErrorCode::HeadingJump: return "the heading skips a level"_L1;
    case ErrorCode::TemplateNotFound: return "there is no such template"_L1;
    case ErrorCode::TemplateSyntax: return "the template cannot be understood"_L1;
    case ErrorCode::TemplateRender: return "the template cannot be rendered"_L1;
    case ErrorCode::ProgramMissing: return "this program is needed and not installed"_L1;
    case ErrorCode::ProgramFailed: return "the program called for it failed"_L1;
    case ErrorCode::Cancelled: return "cancelled"_L1;
    case ErrorCode::BadUsage: return "wrong usage"_L1;
    case ErrorCode::Internal: return "internal error"_L1;
    }
    return "internal error"_L1;
}

QLatin1StringView name(Severity severity)
{
    switch (severity) {
    case Severity::Note: return "note"_L1;
    case Severity::Warning: return "warning"_L1;
    case Severity::Error: return "error"_L1;
    }
    return "error"_L1;
}

/// `text` on one line and without control characters: file names and content must not be able to forge a second
/// message or to reach the terminal.
QString printable(const QString &text)
{
    const auto isControl = [](QChar c) { return c.category() == QChar::Other_Control || c == u'\u2028' || c == u'\u2029'; };
    if (std::ranges::none_of(text, isControl))
        return text;
    QString result;
    result.reserve(text.size() + 16);
    for (const QChar c : text) {
        if (!isControl(c))
            result += c;
        else if (c == u'\n')
            result += "\\n"_L1;
        else if (c == u'\t')
            result += u' ';
        else
            result += u"\\u%1"_s.arg(c.unicode(), 4, 16, QChar(u'0'));
    }
    return result;
}

} // namespace

bool hasErrors(const Diagnostics &diagnostics)
{
    return std::ranges::contains(diagnostics, Severity::Error, &Diagnostic::severity);
}

void sortByPlace(Diagnostics &diagnostics)
{
    const auto place = [](const Diagnostic &d) {
        return std::tie(d.error.file, d.error.position, d.error.code, d.error.detail, d.severity);
    };
    std::ranges::stable_sort(diagnostics, [&](const Diagnostic &a, const Diagnostic &b) { return place(a) < place(b); });
}

QString toCompilerLine(const Diagnostic &diagnostic)
{
    const Error &error = diagnostic.error;
    QString line;
    if (!error.file.isEmpty()) {
        line = printable(error.file) + u':';
        if (error.position.isValid())
            line += QString::number(error.position.line) + u':';
        if (error.position.isValid() && error.position.column > 0)
            line += QString::number(error.position.column) + u':';
        line += u' ';
    }
    return line + name(diagnostic.severity) + ": "_L1 + describe(error);
}

QString describe(const Error &error)
{
    const bool isWholeToml = error.code == ErrorCode::FrontMatterSyntax && error.file.endsWith(".toml"_L1);
    const QString text = isWholeToml ? "the file cannot be understood"_L1 : phrase(error.code);
    return error.detail.isEmpty() ? text : text + ": "_L1 + printable(error.detail);
}

} // namespace quillway
