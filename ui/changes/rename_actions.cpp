// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/changes/rename_actions.h"

#include "core/changes/rename_changes.h"
#include "core/changes/rename_places.h"
#include "ui/changes/change_control.h"
#include "ui/editor/editor_pane.h"
#include "ui/editor/text_editor.h"
#include "ui/posts/inline_prompt.h"

#include <QPointer>

namespace quillway::ui {

using changes::Relinked;

namespace {

Result<ProposedChange> proposed(const Result<Relinked> &relinked)
{
    return relinked.transform([](const Relinked &made) { return ProposedChange { made.change, made.left }; });
}

/// The slug of a post, page, topic or path.
QString slugOf(const model::Site &site, const SitePath &file)
{
    if (const model::PostPtr post = site.postByFile(file))
        return post->slug;
    for (const model::TopicPtr &topic : site.topics()) {
        if (topic->file == file)
            return topic->slug;
    }
    for (const model::ReadingPathPtr &path : site.paths()) {
        if (path->file == file)
            return path->slug;
    }
    return {};
}

} // namespace

RenameActions::RenameActions(workspace::Workspace &workspace, EditorPane &pane, InlinePrompt &prompt, ChangeControl &changes,
                             QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_pane(pane)
    , m_prompt(prompt)
    , m_changes(changes)
{ }

void RenameActions::renameFile()
{
    const auto file = m_pane.file();
    if (!file || !m_workspace.site())
        return;
    const model::PostPtr post = m_workspace.site()->postByFile(*file);
    const SitePath unit = post && post->isBundle ? SitePath::parse(file->folder()).value_or(*file) : *file;
    const QString name = unit == *file ? unit.stem() : unit.fileName();
    m_prompt.ask(tr("New name of the file"), name, [this, file = *file, name](const QString &next) {
        m_changes.workOut(
            tr("Rename “%1” to “%2”").arg(name, next),
            [file, next](const model::Site &site, const model::Selection &selection) {
                return proposed(changes::renameFile(site, selection, file, next));
            },
            ChangeControl::Show::OtherFiles);
    });
}

void RenameActions::changeAddress()
{
    const auto file = m_pane.file();
    const QString slug = file && m_workspace.site() ? slugOf(*m_workspace.site(), *file) : QString();
    if (slug.isEmpty())
        return Q_EMIT nothingThere(tr("This file has no address of its own."));
    m_prompt.ask(tr("Last part of the address"), slug, [this, file = *file, slug](const QString &next) {
        m_changes.workOut(
            tr("Change the address “%1” to “%2”").arg(slug, next),
            [file, next](const model::Site &site, const model::Selection &selection) {
                return proposed(changes::changeSlug(site, selection, file, next));
            },
            ChangeControl::Show::OtherFiles);
    });
}

void RenameActions::renameHeading()
{
    const auto file = m_pane.file();
    if (!file)
        return;
    m_pane.flush();
    m_workspace.whenNewest([self = QPointer(this), file = *file, line = m_pane.editor().line()](const model::SitePtr &site) {
        if (self)
            self->askForHeading(file, *site, line);
    });
}

void RenameActions::askForHeading(const SitePath &file, const model::Site &site, int line)
{
    const auto heading = changes::headingAt(site, file, line);
    if (!heading)
        return Q_EMIT nothingThere(tr("The caret is in no section with a heading."));
    m_prompt.ask(tr("New text of the heading"), heading->text, [this, file, heading = *heading](const QString &next) {
        m_changes.workOut(
            tr("Rename the heading “%1” to “%2”").arg(heading.text, next),
            [file, anchor = heading.anchor, next](const model::Site &newest, const model::Selection &selection) {
                return proposed(changes::renameHeading(newest, selection, file, anchor, next));
            },
            ChangeControl::Show::OtherFiles);
    });
}

void RenameActions::renameAsset()
{
    const auto file = m_pane.file();
    if (!file)
        return;
    m_pane.flush();
    const int line = m_pane.editor().line();
    const int column = m_pane.editor().column();
    m_workspace.whenNewest([self = QPointer(this), file = *file, line, column](const model::SitePtr &site) {
        if (!self)
            return;
        const auto search = [site, file, line, column] {
            return changes::assetAt(*site, { .buildDate = QDateTime::currentDateTimeUtc() }, file, line, column);
        };
        self->m_search.run(search, [self](const std::optional<SitePath> &asset) {
            if (asset)
                self->askForAsset(*asset);
            else
                Q_EMIT self->nothingThere(tr("The caret’s line shows no picture and links to no file of the site."));
        });
    });
}

void RenameActions::askForAsset(const SitePath &asset)
{
    m_prompt.ask(tr("New name of the picture or file"), asset.fileName(), [this, asset](const QString &next) {
        m_changes.workOut(tr("Rename “%1” to “%2”").arg(asset.fileName(), next),
                          [asset, next](const model::Site &site, const model::Selection &selection) -> Result<ProposedChange> {
                              const auto to = SitePath::parse(asset.folder() + u'/' + next);
                              if (!to || to->folder() != asset.folder())
                                  return std::unexpected(Error { ErrorCode::BadValue, asset.toString(), {}, next });
                              return proposed(changes::renameAsset(site, selection, asset, *to));
                          });
    });
}

} // namespace quillway::ui
