// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/problems/messages.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace quillway::ui {

namespace {

struct Messages {
    Q_DECLARE_TR_FUNCTIONS(Messages)
};

QString sentence(ErrorCode code)
{
    switch (code) {
    case ErrorCode::NotFound: return Messages::tr("There is no such file or folder");
    case ErrorCode::NotReadable: return Messages::tr("It cannot be read");
    case ErrorCode::NotWritable: return Messages::tr("It cannot be written");
    case ErrorCode::NotAFile: return Messages::tr("It is not an ordinary file");
    case ErrorCode::NotAFolder: return Messages::tr("It is not a folder");
    case ErrorCode::AlreadyExists: return Messages::tr("Something of that name is there already");
    case ErrorCode::ShortWrite: return Messages::tr("It could be written only in part");
    case ErrorCode::DiskFull: return Messages::tr("There is no space left on the disk");
    case ErrorCode::SyncFailed: return Messages::tr("The disk did not confirm that it has been written");
    case ErrorCode::InUse: return Messages::tr("Another program is using it");
    case ErrorCode::ChangedOnDisk: return Messages::tr("Another program has changed the file");
    case ErrorCode::OutsideSite: return Messages::tr("This leads out of the site’s folder");
    case ErrorCode::NotUtf8: return Messages::tr("The text is not UTF-8");
    case ErrorCode::FrontMatterUnclosed: return Messages::tr("The front matter is never closed");
    case ErrorCode::FrontMatterSyntax: return Messages::tr("The front matter cannot be understood");
    case ErrorCode::FrontMatterDuplicateKey: return Messages::tr("A key stands twice in the front matter");
    case ErrorCode::TooDeep: return Messages::tr("This is too large or too deeply nested to be read");
    case ErrorCode::UnknownKey: return Messages::tr("Quillway does not know this key");
    case ErrorCode::WrongType: return Messages::tr("The value is of the wrong type");
    case ErrorCode::BadValue: return Messages::tr("The value is not allowed");
    case ErrorCode::BadDate: return Messages::tr("This is not a date");
    case ErrorCode::MissingDate: return Messages::tr("There is no date, so this counts as a draft");
    case ErrorCode::MissingTitle: return Messages::tr("There is no title");
    case ErrorCode::DuplicateAddress: return Messages::tr("Two files have the same address");
    case ErrorCode::DuplicateSlug: return Messages::tr("Two files have the same slug");
    case ErrorCode::DuplicateAlias: return Messages::tr("Two files have the same alias");
    case ErrorCode::DuplicateAnchor: return Messages::tr("Two headings have the same anchor");
    case ErrorCode::DuplicateStep: return Messages::tr("The path has this post twice");
    case ErrorCode::UnknownPost: return Messages::tr("There is no such post");
    case ErrorCode::UnknownTag: return Messages::tr("No post has this tag");
    case ErrorCode::UnknownFact: return Messages::tr("A topic has no such fact");
    case ErrorCode::DraftReferenced: return Messages::tr("This leads to a draft");
    case ErrorCode::FutureReferenced: return Messages::tr("This leads to a post that is not out yet");
    case ErrorCode::BrokenLink: return Messages::tr("The link leads nowhere");
    case ErrorCode::ExternalLinkBroken: return Messages::tr("The link to another site leads nowhere");
    case ErrorCode::ExternalLinkMoved: return Messages::tr("The page on another site has moved");
    case ErrorCode::ExternalLinkRefused: return Messages::tr("The other site does not say whether the page is there");
    case ErrorCode::BrokenAnchor: return Messages::tr("The page has no such heading");
    case ErrorCode::MissingPicture: return Messages::tr("The picture is missing");
    case ErrorCode::MissingAltText: return Messages::tr("The picture has no alternative text");
    case ErrorCode::BadFormula: return Messages::tr("The formula cannot be set, so it is shown as written");
    case ErrorCode::BadDiagram: return Messages::tr("The diagram cannot be drawn, so it is shown as written");
    case ErrorCode::BadPicture: return Messages::tr("The picture cannot be read, so it is copied as it is");
    case ErrorCode::HugePicture: return Messages::tr("The picture is too large to be scaled, so it is copied as it is");
    case ErrorCode::ScriptInPicture: return Messages::tr("The picture holds a script, which would run where it is opened by itself");
    case ErrorCode::EmptyTopic: return Messages::tr("The topic has no posts");
    case ErrorCode::UnreachedPost: return Messages::tr("No tag, topic or path leads to this post");
    case ErrorCode::RareTag: return Messages::tr("Only one post has this tag");
    case ErrorCode::HeadingJump: return Messages::tr("The heading skips a level");
    case ErrorCode::TemplateNotFound: return Messages::tr("There is no such template");
    case ErrorCode::TemplateSyntax: return Messages::tr("The template cannot be understood");
    case ErrorCode::TemplateRender: return Messages::tr("The template cannot be rendered");
    case ErrorCode::ProgramMissing: return Messages::tr("This program is needed and is not installed");
    case ErrorCode::ProgramFailed: return Messages::tr("The program that was called for it failed");
    case ErrorCode::Cancelled: return Messages::tr("It was cancelled");
    case ErrorCode::BadUsage: return Messages::tr("This cannot be done in that way");
    case ErrorCode::Internal: break;
    }
    return Messages::tr("Quillway has made a mistake");
}

QString named(const workspace::Notice &notice)
{
    return notice.file ? notice.file->toString() : notice.error.file;
}

QString withLoss(const QString &text, const workspace::Notice &notice)
{
    return notice.isWhole ? text : Messages::tr("%1 Its last changes may be missing.").arg(text);
}

QString describeRecovered(const workspace::Notice &notice)
{
    const QString text = notice.files.size() == 1
        ? Messages::tr("Unsaved text of “%1” was recovered.").arg(named(notice))
        : Messages::tr("Unsaved text of %Ln files was recovered.", nullptr, static_cast<int>(notice.files.size()));
    return withLoss(text, notice);
}

QString describeConflict(const workspace::Notice &notice)
{
    const bool isGone = notice.conflict && !notice.conflict->onDisk;
    const QString text = isGone ? Messages::tr("Unsaved text of “%1” was recovered, but the file is not there any more.").arg(named(notice))
                                : Messages::tr("Unsaved text of “%1” was recovered, but the file has changed since.").arg(named(notice));
    return withLoss(text, notice);
}

/// What became of the text, and what can be done.
QString describeSaveFailed(const workspace::Notice &notice)
{
    const QString file = named(notice);
    const QString detail = notice.error.detail.isEmpty() ? QString() : u" (%1)"_s.arg(notice.error.detail);
    switch (notice.error.code) {
    case ErrorCode::DiskFull:
        return Messages::tr(
                   "“%1” could not be saved: there is no space left on the disk%2. Your text stays here. Make room, then try again.")
            .arg(file, detail);
    case ErrorCode::NotWritable:
        return Messages::tr("“%1” could not be saved: the file or its folder is write-protected%2. Your text stays here. Allow writing "
                            "there, then try again.")
            .arg(file, detail);
    case ErrorCode::NotFound:
        return Messages::
            tr("“%1” could not be saved: the folder it belongs in is not there%2. Your text stays here. Try again when the folder is back.")
                .arg(file, detail);
    case ErrorCode::ShortWrite:
        return Messages::tr(
                   "“%1” could not be saved: the disk took only a part of it%2. Your text stays here. Look after the disk, then try again.")
            .arg(file, detail);
    case ErrorCode::SyncFailed:
        return Messages::tr("It is not certain that “%1” is saved: the disk did not confirm it%2. Your text stays here. Try again.")
            .arg(file, detail);
    case ErrorCode::NotAFile:
        return Messages::tr("“%1” could not be saved: something that is not an ordinary file has taken its place. Your text stays here. "
                            "Move that away, then try again.")
            .arg(file);
    case ErrorCode::ChangedOnDisk:
        return Messages::tr("“%1” was not saved: another program has changed the file. Nothing is overwritten, and your text stays here.")
            .arg(file);
    case ErrorCode::AlreadyExists:
        return Messages::tr(
                   "“%1” was not saved: another program has made a file of that name. Nothing is overwritten, and your text stays here.")
            .arg(file);
    default: return Messages::tr("“%1” could not be saved. %2. Your text stays here.").arg(file, describeProblem(notice.error));
    }
}

QString describeGone(const workspace::Notice &notice)
{
    if (notice.files.size() == 1)
        return Messages::tr("Another program deleted “%1”.").arg(named(notice));
    return Messages::tr("Another program deleted %L1 files.").arg(notice.files.size());
}

QString formerName(const workspace::Notice &notice)
{
    return notice.files.isEmpty() ? QString() : notice.files.constFirst().toString();
}

/// Files that other programs changed and that a change over many files left as they are.
QString describeLeftAlone(const QList<Error> &leftAlone)
{
    if (leftAlone.isEmpty())
        return {};
    const QString first = leftAlone.constFirst().file;
    if (leftAlone.size() == 1)
        return u' ' + Messages::tr("“%1” was changed meanwhile and stays as it is.").arg(first);
    return u' '
        + Messages::tr("%Ln files were changed meanwhile and stay as they are, “%1” among them.", nullptr, int(leftAlone.size())).arg(first);
}

QString describeChange(const workspace::Notice &notice)
{
    using Kind = workspace::Notice::Kind;
    const QString leftAlone = describeLeftAlone(notice.leftAlone);
    const QString files = notice.files.size() == 1 ? Messages::tr("1 file") : Messages::tr("%Ln files", nullptr, int(notice.files.size()));
    if (notice.kind == Kind::ChangeDone)
        return Messages::tr("%1: done in %2.").arg(notice.title, files) + leftAlone;
    if (notice.kind == Kind::ChangeUndone)
        return Messages::tr("%1: taken back in %2.").arg(notice.title, files) + leftAlone;
    const QString file = notice.error.file;
    const QString why = file.isEmpty() ? describeProblem(notice.error) : Messages::tr("“%1”: %2").arg(file, describeProblem(notice.error));
    if (notice.kind == Kind::ChangeRecovered && notice.isWhole)
        return Messages::tr("%1: begun when the program ended last, and finished now.").arg(notice.title) + leftAlone;
    if (notice.kind == Kind::ChangeRecovered)
        return Messages::tr("%1: begun when the program ended last; it could not be finished and was taken back. %2.").arg(notice.title, why)
            + leftAlone;
    if (!notice.isWhole)
        return Messages::tr("%1: stopped halfway by the disk; it goes on when the site is opened again. %2.").arg(notice.title, why);
    if (!notice.leftAlone.isEmpty())
        return Messages::tr("%1: nothing was changed.").arg(notice.title) + leftAlone;
    return Messages::tr("%1: nothing was changed. %2.").arg(notice.title, why);
}

} // namespace

QString describeProblem(const Error &error)
{
    const QString text = sentence(error.code);
    return error.detail.isEmpty() ? text : Messages::tr("%1: %2").arg(text, error.detail);
}

QString describeFix(const changes::Fix &fix)
{
    using Kind = changes::Fix::Kind;
    switch (fix.kind) {
    case Kind::UseDestination: return Messages::tr("Lead it to “%1”").arg(fix.text);
    case Kind::CreatePost: return Messages::tr("Make a draft “%1”").arg(fix.text);
    case Kind::AddAltText: return Messages::tr("Give it the alternative text “%1”").arg(fix.text);
    case Kind::UsePost: return Messages::tr("Name the post “%1”").arg(fix.text);
    case Kind::RemoveStep: return Messages::tr("Take it out of the list");
    case Kind::UseTag: return Messages::tr("Use the tag “%1”").arg(fix.text);
    case Kind::SetHeadingLevel: return Messages::tr("Make it a heading of level %1").arg(fix.text);
    case Kind::RemoveAlias: return Messages::tr("Remove this alias");
    case Kind::AddTitle: return Messages::tr("Write the title “%1”").arg(fix.text);
    }
    return {};
}

QString severityName(Severity severity)
{
    switch (severity) {
    case Severity::Error: return Messages::tr("Error");
    case Severity::Warning: return Messages::tr("Warning");
    case Severity::Note: break;
    }
    return Messages::tr("Note");
}

QString describeNotice(const workspace::Notice &notice)
{
    using Kind = workspace::Notice::Kind;
    const QString file = named(notice);
    const QString why = describeProblem(notice.error);
    switch (notice.kind) {
    case Kind::Saved: return Messages::tr("Saved “%1”.").arg(file);
    case Kind::SaveFailed: return describeSaveFailed(notice);
    case Kind::Removed: return Messages::tr("“%1” is in the trash.").arg(file);
    case Kind::RemoveFailed: return Messages::tr("“%1” could not be deleted. %2.").arg(file, why);
    case Kind::Restored: return Messages::tr("“%1” is back.").arg(file);
    case Kind::RestoreFailed: return Messages::tr("“%1” could not be brought back. %2.").arg(file, why);
    case Kind::LoadFailed: return Messages::tr("“%1” could not be opened. %2.").arg(file, why);
    case Kind::Recovered: return describeRecovered(notice);
    case Kind::RecoveredConflict: return describeConflict(notice);
    case Kind::Unrecoverable: return Messages::tr("A recovery journal could not be read. It is kept at “%1”.").arg(notice.path);
    case Kind::RecoveryFailed:
        return Messages::tr(
                   "What you type is not safe from a crash until you save it: the folder “.quillway” of the site cannot be written. %1.")
            .arg(why);
    case Kind::PutAside: return Messages::tr("The text of “%1” is kept at “%2”.").arg(file, notice.path);
    case Kind::PutAsideFailed: return Messages::tr("The text of “%1” could not be kept, so nothing was changed. %2.").arg(file, why);
    case Kind::Merged:
        return Messages::tr("Another program changed “%1” elsewhere; its changes are in your text now. Undo takes them out.").arg(file);
    case Kind::OutsideConflict:
        return Messages::tr("Another program has changed the file “%1” where you did. Nothing is overwritten until you decide.").arg(file);
    case Kind::GoneUnderneath:
        return Messages::tr("Another program deleted “%1”. Its text stays here; saving it brings the file back.").arg(file);
    case Kind::GoneElsewhere: return describeGone(notice);
    case Kind::MovedElsewhere: return Messages::tr("Another program renamed “%1” to “%2”.").arg(formerName(notice), file);
    case Kind::UnreadableOutside: return Messages::tr("“%1” cannot be read any more. %2. What you have of it stays here.").arg(file, why);
    case Kind::SiteAway:
        return Messages::tr("The folder of the site is not there any more. Your texts stay here; they can be saved when it is back.");
    case Kind::ChangeDone:
    case Kind::ChangeUndone:
    case Kind::ChangeFailed:
    case Kind::ChangeRecovered: return describeChange(notice);
    }
    return why;
}

QString describeExport(const publish::ExportReport &report)
{
    if (report.failure) {
        const QString where = report.failure->position.isValid()
            ? Messages::tr("%1, line %2").arg(report.failure->file, QString::number(report.failure->position.line))
            : report.failure->file;
        return Messages::tr("The export stopped at “%1”. %2.").arg(where, describeProblem(*report.failure));
    }
    if (report.cancelled)
        return Messages::tr("The export was cancelled. Files written until then: %L1.").arg(report.written);
    return Messages::tr("Exported: %L1 files, %L2 of them new or changed.").arg(report.pages).arg(report.written);
}

} // namespace quillway::ui
