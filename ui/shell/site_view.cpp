// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/site_view.h"

#include "ui/changes/change_control.h"
#include "ui/changes/change_preview.h"
#include "ui/changes/rename_actions.h"
#include "ui/diff/conflict_view.h"
#include "ui/editor/added_files.h"
#include "ui/editor/editor_pane.h"
#include "ui/editor/sentence_marks.h"
#include "ui/editor/text_editor.h"
#include "ui/history/history_panel.h"
#include "ui/history/steps_back.h"
#include "ui/library/library_view.h"
#include "ui/outline/outline_control.h"
#include "ui/outline/outline_panel.h"
#include "ui/posts/post_actions.h"
#include "ui/posts/post_list.h"
#include "ui/problems/messages.h"
#include "ui/problems/problem_fixes.h"
#include "ui/problems/problem_list.h"
#include "ui/properties/properties_form.h"
#include "ui/publishing/export_control.h"
#include "ui/shell/conflict_control.h"
#include "ui/shell/file_state.h"
#include "ui/shell/file_tabs.h"
#include "ui/shell/history_control.h"
#include "ui/shell/notice_bar.h"
#include "ui/shell/place_stack.h"
#include "ui/shell/preview_pane.h"
#include "ui/shell/preview_room.h"
#include "ui/shell/status_line.h"
#include "ui/shell/tags_control.h"
#include "ui/shell/user_settings.h"
#include "ui/shell/work_area.h"
#include "ui/shell/workspace_notices.h"
#include "ui/spelling/spell_checker.h"
#include "ui/tags/tags_page.h"

#include <QListView>
#include <QLocale>
#include <QSet>
#include <QVBoxLayout>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace quillway::ui {

using workspace::Notice;
using workspace::Workspace;

SiteView::SiteView(Workspace &workspace, UserSettings &settings, SpellChecker &spelling, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_settings(settings)
    , m_spelling(spelling)
    , m_documents(workspace, m_syntax)
    , m_libraryColumn(new QWidget)
    , m_library(new LibraryView)
    , m_posts(new PostList)
    , m_notices(new NoticeBar)
    , m_tabs(new FileTabs([this](const SitePath &file) { return titleOf(file); }))
    , m_outline(new OutlinePanel)
    , m_pane(new EditorPane(m_documents))
    , m_places(new PlaceStack(*m_pane))
    , m_preview(new PreviewPane(*m_pane, m_documents, settings, [&workspace](const SitePath &file) { return workspace.text(file); }))
    , m_problems(new ProblemList)
    , m_history(new HistoryPanel)
    , m_conflict(new ConflictView)
    , m_changePreview(new ChangePreview)
    , m_status(new StatusLine)
    , m_export(new ExportControl(workspace))
    , m_postActions(new PostActions(workspace, *m_posts, *m_pane, this))
    , m_changes(new ChangeControl(workspace, *m_pane, *m_changePreview, this))
    , m_renames(new RenameActions(workspace, *m_pane, m_posts->prompt(), *m_changes, this))
    , m_files(new AddedFiles(workspace, m_pane->editor(), this))
    , m_area(new WorkArea({ .library = m_libraryColumn,
                            .posts = m_posts,
                            .tabs = m_tabs,
                            .outline = m_outline,
                            .text = m_places,
                            .preview = m_preview,
                            .panels = { m_problems, m_history, m_conflict, m_changePreview } }))
{
    m_pane->editor().completion().setLanguages([this] { return m_syntax.languageNames(); });
    m_libraryColumn->setProperty("role", u"panel"_s);
    m_libraryColumn->setAttribute(Qt::WA_StyledBackground);
    auto *libraryRows = new QVBoxLayout(m_libraryColumn);
    libraryRows->setContentsMargins(0, 8, 0, 0);
    libraryRows->addWidget(m_library);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(m_notices);
    whole->addWidget(m_area, 1);
    whole->addWidget(m_status);
    m_status->addPart(m_export);
    m_area->restoreWidths(settings);

    new FileState(workspace, *m_pane, spelling, *m_status, this);
    auto *steps = new StepsBack(workspace, *m_pane, this);
    connect(steps, &StepsBack::steppedBack, this, [this](const QDateTime &saved) {
        const QString when = QLocale().toString(saved.toLocalTime(), QLocale::ShortFormat);
        m_notices->tell(NoticeBar::Weight::Good, tr("This is the text as it was saved on %1. Redo leads forth again.").arg(when));
    });
    new OutlineControl(*m_pane, *m_outline, this);
    new HistoryControl(workspace, *m_pane, m_documents, *m_history, this);
    auto *notices = new WorkspaceNotices(workspace, *m_notices, this);
    connect(notices, &WorkspaceNotices::aboutToReplaceText, m_pane, &EditorPane::flush);
    connect(notices, &WorkspaceNotices::fileWanted, this, [this](const SitePath &file) { openFile(file); });
    connectConflicts(*notices);
    m_pane->editor().setSpelling(spelling);
    m_pane->properties().setFolded(settings.isOn(u"properties-folded"_s, false));
    connectParts();
    connectTabs();
    connectChanges();
    new TagsControl(*this);
    new PreviewRoom(*this);
}

/// Widgets look at documents: they go first.
SiteView::~SiteView()
{
    m_pane->disconnect();
    m_pane->closeFile();
    delete m_area;
}

void SiteView::connectParts()
{
    connect(&m_workspace, &Workspace::loaded, this, &SiteView::siteLoaded);
    connect(&m_workspace, &Workspace::siteChanged, this, &SiteView::siteChanged);
    connect(&m_workspace, &Workspace::modifiedChanged, this, &SiteView::showModified);
    connect(&m_workspace, &Workspace::renamed, this, [this](const SitePath & /*from*/, const SitePath &to) {
        if (to == m_pane->file())
            m_posts->setCurrent(to);
    });
    connect(&m_workspace, &Workspace::notice, this, &SiteView::leaveRemoved);
    connect(&m_workspace, &Workspace::problemsChanged, this, [this] {
        m_library->setProblemCount(static_cast<int>(m_workspace.problems().size()));
        m_problems->setProblems(m_workspace.problems());
    });
    connect(m_library, &LibraryView::chosen, this, &SiteView::showEntry);
    connect(m_posts, &PostList::opened, this, [this](const SitePath &file) { openFile(file); });
    connect(m_posts, &PostList::textWanted, this, &SiteView::focusContent);
    connect(m_places, &PlaceStack::fileWanted, this, [this](const SitePath &file) {
        openFile(file);
        focusContent();
    });
    connect(m_posts, &PostList::newPostRequested, m_postActions, &PostActions::create);
    connect(m_postActions, &PostActions::created, this, [this](const SitePath &file) {
        openFile(file);
        m_pane->editor().setFocus();
        m_pane->editor().moveCursor(QTextCursor::End);
    });
    connect(m_postActions, &PostActions::placeCreated, this, &SiteView::openWorkspace);
    connect(m_problems, &ProblemList::chosen, this, [this](const Error &place) {
        if (const auto file = SitePath::parse(place.file); file && m_workspace.hasText(*file))
            openFile(*file, place.position);
    });
    auto *fixes = new ProblemFixes(m_workspace, m_documents, *m_problems, [this](const SitePath &file) { openFile(file); }, this);
    connect(fixes, &ProblemFixes::overtaken, this,
            [this] { m_notices->tell(NoticeBar::Weight::Error, tr("The text has changed since; nothing was done."), {}); });
    connect(m_problems, &ProblemList::closeRequested, this, [this] {
        m_problems->hide();
        Q_EMIT problemsShown(false);
    });
    connect(m_problems, &ProblemList::externalCheckRequested, this, [this] {
        if (m_workspace.isCheckingExternal())
            m_workspace.cancelExternalCheck();
        else
            checkExternalLinks();
    });
    connect(&m_workspace, &Workspace::externalProgress, m_problems, &ProblemList::setExternalProgress);
    connect(m_status, &StatusLine::problemsRequested, this, [this] {
        m_problems->setVisible(!m_problems->isVisible());
        Q_EMIT problemsShown(m_problems->isVisible());
    });
    connect(m_status, &StatusLine::exportRequested, this, &SiteView::startExport);
    connect(m_preview, &PreviewPane::fileWanted, this, [this](const SitePath &file) { openFile(file); });
    connect(&m_spelling, &SpellChecker::failed, this,
            [this](const Error &error) { m_notices->tell(NoticeBar::Weight::Error, describeProblem(error), {}); });
    connect(m_files, &AddedFiles::failed, this, [this](const QString &text) { m_notices->tell(NoticeBar::Weight::Error, text, {}); });
    connect(m_files, &AddedFiles::working, this, [this](bool on) { m_status->setActivity(on ? tr("Adding files…") : QString()); });
    connect(m_pane, &EditorPane::fileChanged, this, [this] {
        m_posts->setCurrent(m_pane->file());
        followLanguage();
        Q_EMIT fileChanged();
    });
    connect(&m_pane->properties(), &PropertiesForm::foldedChanged, this,
            [this](bool folded) { m_settings.setOn(u"properties-folded"_s, folded); });
}

void SiteView::connectTabs()
{
    connect(m_pane, &EditorPane::fileChanged, m_tabs, [this] { m_tabs->showFile(m_pane->file()); });
    connect(&m_workspace, &Workspace::renamed, m_tabs, &FileTabs::rename);
    connect(m_tabs, &FileTabs::chosen, this, [this](const SitePath &file) {
        openFile(file);
        focusContent();
    });
    connect(m_tabs, &FileTabs::emptied, m_pane, [this] {
        m_pane->flush();
        m_pane->closeFile();
    });
}

QString SiteView::titleOf(const SitePath &file) const
{
    const model::SitePtr site = m_workspace.site();
    if (!site)
        return {};
    if (file == PlaceStack::tagsFile())
        return tr("Tags");
    if (const model::PostPtr post = site->postByFile(file))
        return post->title;
    const auto titleIn = [&file](const auto &values) {
        const auto found = std::ranges::find(values, file, [](const auto &value) { return value->file; });
        return found == values.cend() ? QString() : (*found)->title;
    };
    const QString topic = titleIn(site->topics());
    return topic.isEmpty() ? titleIn(site->paths()) : topic;
}

void SiteView::connectConflicts(WorkspaceNotices &notices)
{
    auto *control = new ConflictControl(m_workspace, *m_pane, m_documents, *m_conflict, this);
    connect(&notices, &WorkspaceNotices::comparisonWanted, control, &ConflictControl::compare);
    connect(&notices, &WorkspaceNotices::recoveredComparisonWanted, control, &ConflictControl::compareRecovered);
    connect(control, &ConflictControl::recoveredDecided, &notices, &WorkspaceNotices::endRecovered);
    connect(control, &ConflictControl::shown, this, [this] { m_area->shareRoom(*m_conflict); });
    // What is typed is with the workspace before a text is replaced.
    connect(&m_workspace, &Workspace::aboutToReplaceText, m_pane, &EditorPane::flush);
    connect(&m_workspace, &Workspace::themeChanged, m_preview, &PreviewPane::reload);
    const auto tellOpen = [this] { m_workspace.setOpenFiles(m_pane->file() ? QList { *m_pane->file() } : QList<SitePath>()); };
    connect(m_pane, &EditorPane::fileChanged, this, tellOpen);
    connect(&m_workspace, &Workspace::renamed, this, tellOpen);
}

QWidget &SiteView::library()
{
    return *m_libraryColumn;
}

QList<QAction *> SiteView::previewActions() const
{
    return m_preview->viewActions();
}

QWidget &SiteView::preview()
{
    return *m_preview;
}

QWidget &SiteView::history()
{
    return *m_history;
}

QWidget &SiteView::problems()
{
    return *m_problems;
}

void SiteView::openFile(const SitePath &file, SourcePosition position)
{
    if (file != m_pane->file() && std::exchange(m_rawForPlace, false))
        m_pane->setRaw(false);
    m_pane->open(file);
    if (!position.isValid())
        return;
    if (m_places->face() == Face::Workspace) {
        m_rawForPlace = true;
        m_pane->setRaw(true);
    }
    const bool inHead = m_pane->document()->isHeadHidden() && position.line <= m_pane->document()->bodyBlock();
    if (inHead)
        m_pane->setRaw(true);
    m_pane->editor().goTo(position.line, std::max(1, position.column));
    m_pane->editor().setFocus();
}

void SiteView::openWorkspace(const SitePath &file)
{
    m_rawForPlace = false;
    m_pane->setRaw(false);
    openFile(file);
    focusContent();
}

void SiteView::openTags(const QString &key)
{
    if (!m_workspace.site())
        return;
    openWorkspace(PlaceStack::tagsFile());
    if (!key.isEmpty())
        m_places->tags().setCurrent(key);
}

void SiteView::openPublishing()
{
    if (!m_workspace.site())
        return;
    openWorkspace(PlaceStack::settingsFile());
    m_places->setShowsPublishing(true);
    focusContent();
}

void SiteView::focusContent()
{
    m_places->focusContent();
}

void SiteView::checkExternalLinks()
{
    m_problems->show();
    Q_EMIT problemsShown(true);
    m_pane->flush();
    m_workspace.checkExternalLinks();
}

void SiteView::startExport()
{
    m_pane->flush();
    m_export->start();
}

void SiteView::connectChanges()
{
    connect(m_changes, &ChangeControl::shown, this, [this] { m_area->shareRoom(*m_changePreview); });
    connect(m_changes, &ChangeControl::failed, this,
            [this](const Error &error) { m_notices->tell(NoticeBar::Weight::Error, describeProblem(error)); });
    connect(m_changes, &ChangeControl::overtaken, this,
            [this] { m_notices->tell(NoticeBar::Weight::Question, tr("A text was changed since: this is what would be changed now.")); });
    connect(m_renames, &RenameActions::nothingThere, this, [this](const QString &text) { m_notices->tell(NoticeBar::Weight::Good, text); });
}

void SiteView::addPanel(QWidget &panel)
{
    m_area->addPanel(panel);
}

void SiteView::setBare(bool bare)
{
    m_pane->setBare(bare);
    m_tabs->setWanted(!bare);
    m_area->setBare(bare, { m_status });
}

bool SiteView::isBare() const
{
    return m_area->isBare();
}

void SiteView::saveState()
{
    m_area->saveWidths(m_settings);
    if (const auto site = m_workspace.site(); site && m_pane->file())
        m_settings.setLastFile(site->folder(), m_pane->file()->toString());
    if (const auto site = m_workspace.site()) {
        QStringList open;
        std::ranges::transform(m_tabs->files(), std::back_inserter(open), &SitePath::toString);
        m_settings.setOpenFiles(site->folder(), open);
    }
}

void SiteView::siteLoaded()
{
    m_documents.closeAll();
    m_tabs->removeAll();
    m_posts->setFilterText({});
    siteChanged(m_workspace.site());
    m_library->selectAllPosts();
    QList<SitePath> open;
    for (const QString &name : m_settings.openFiles(m_workspace.site()->folder())) {
        if (const auto file = SitePath::parse(name); file && m_workspace.hasText(*file))
            open.append(*file);
    }
    m_tabs->add(open);
    const auto last = SitePath::parse(m_settings.lastFile(m_workspace.site()->folder()));
    if (last && m_workspace.hasText(*last))
        openFile(*last);
    else if (!m_workspace.site()->posts().isEmpty())
        openFile(m_workspace.site()->posts().constFirst()->file);
}

void SiteView::siteChanged(const model::SitePtr &site)
{
    if (const auto file = m_pane->file();
        file && !m_workspace.hasText(*file) && *file != PlaceStack::tagsFile() && *file != PlaceStack::settingsFile())
        leave(*file); // while the list still knows what stands next to it
    m_library->setSite(site);
    m_posts->setSite(site);
    m_tabs->refresh();
    m_pane->setSite(site);
    m_places->setSite(site);
    m_preview->setSite(site);
    followLanguage();
}

void SiteView::followLanguage()
{
    const model::SitePtr site = m_workspace.site();
    if (!site)
        return;
    m_spelling.setSite(site->folder());
    if (const auto file = m_pane->file()) {
        const QString language = model::languageOf(*site, *file);
        m_spelling.setLanguage(language);
        m_pane->editor().sentences().setLanguage(language);
    }
}

void SiteView::showEntry(const LibraryEntry &entry)
{
    showPostsOf(entry);
    if (entry.kind == LibraryEntry::Kind::Tags)
        openFile(PlaceStack::tagsFile());
    if (entry.kind == LibraryEntry::Kind::Publishing)
        openPublishing();
    if (entry.kind == LibraryEntry::Kind::Tag && m_places->showsTags())
        m_places->tags().setCurrent(entry.key);
    if (entry.kind == LibraryEntry::Kind::Problems) {
        m_problems->show();
        Q_EMIT problemsShown(true);
    }
    if (const auto file = SitePath::parse(entry.file))
        openFile(*file);
}

void SiteView::showPostsOf(const LibraryEntry &entry)
{
    if (const auto filter = filterFor(entry))
        m_posts->setFilterText(*filter);
}

void SiteView::showModified()
{
    const QList<SitePath> files = m_workspace.modifiedFiles();
    m_posts->setModified(QSet<SitePath>(files.begin(), files.end()));
    m_tabs->setModified(QSet<SitePath>(files.begin(), files.end()));
}

/// A post that has gone to the trash is not left standing in the editor; the next one takes its place.
void SiteView::leaveRemoved(const Notice &notice)
{
    if (!notice.file)
        return;
    if (notice.kind == Notice::Kind::Restored && !m_pane->file() && m_workspace.hasText(*notice.file))
        return openFile(*notice.file);
    if (notice.kind != Notice::Kind::Removed)
        return;
    leave(*notice.file);
}

void SiteView::leave(const SitePath &file)
{
    const bool wasOpen = m_pane->file() == file;
    const auto neighbour = m_posts->neighbourOf(file);
    m_documents.close(file);
    const bool hasOthers = m_tabs->files().size() > 1;
    m_tabs->remove(file); // goes on to the next tab
    if (wasOpen && !hasOthers && neighbour && m_workspace.hasText(*neighbour))
        openFile(*neighbour);
}

void SiteView::focusNextColumn(Qt::FocusReason reason)
{
    QWidget *writing = m_places->face() == Face::Text ? static_cast<QWidget *>(&m_pane->editor()) : m_places;
    const QList<QWidget *> areas { m_library, &m_posts->view(), m_outline, writing, m_preview, m_problems, m_history, m_status };
    focusNextArea(areas, focusWidget(), reason);
}

} // namespace quillway::ui
