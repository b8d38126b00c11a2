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
#include "ui/shell/workspace_notices.h"
#include "ui/spelling/spell_checker.h"
#include "ui/tags/tags_page.h"

#include <QListView>
#include <QLocale>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace quillway::ui {

using workspace::Notice;
using workspace::Workspace;

namespace {

QSplitter *splitter(Qt::Orientation orientation)
{
    auto *made = new QSplitter(orientation);
    made->setHandleWidth(1);
    made->setChildrenCollapsible(false);
    return made;
}

/// Two texts side by side need as much room as one.
void shareRoom(QSplitter &rows, QWidget &panel)
{
    QList<int> sizes = rows.sizes();
    const int at = rows.indexOf(&panel);
    const int room = sizes.constFirst() + sizes.at(at);
    sizes.first() = room - room / 2;
    sizes[at] = room / 2;
    rows.setSizes(sizes);
}

/// What takes the focus for an area; null if nothing in it can.
QWidget *entryOf(QWidget &area)
{
    if (!area.isVisible())
        return nullptr;
    if (area.focusPolicy() != Qt::NoFocus)
        return &area;
    const QList<QWidget *> within = area.findChildren<QWidget *>();
    const auto found = std::ranges::find_if(
        within, [](const QWidget *widget) { return widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus); });
    return found == within.end() ? nullptr : *found;
}

} // namespace

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
    , m_writing(new QWidget)
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
    , m_text(splitter(Qt::Horizontal))
    , m_columns(splitter(Qt::Horizontal))
    , m_rows(splitter(Qt::Vertical))
{
    m_pane->editor().completion().setLanguages([this] { return m_syntax.languageNames(); });
    m_libraryColumn->setMinimumWidth(150);
    m_libraryColumn->setProperty("role", u"panel"_s);
    m_libraryColumn->setAttribute(Qt::WA_StyledBackground);
    auto *libraryRows = new QVBoxLayout(m_libraryColumn);
    libraryRows->setContentsMargins(0, 8, 0, 0);
    libraryRows->addWidget(m_library);
    m_posts->setMinimumWidth(180);
    m_outline->setMinimumWidth(120);
    m_places->setMinimumWidth(320);
    m_text->addWidget(m_outline);
    m_text->addWidget(m_places);
    m_text->setSizes({ 190, 590 });
    m_text->setStretchFactor(1, 1);
    m_outline->hide();
    auto *writingRows = new QVBoxLayout(m_writing);
    writingRows->setContentsMargins(0, 0, 0, 0);
    writingRows->setSpacing(0);
    writingRows->addWidget(m_tabs);
    writingRows->addWidget(m_text, 1);
    m_preview->setMinimumWidth(260);
    for (QWidget *column : std::initializer_list<QWidget *> { m_libraryColumn, m_posts, m_writing, m_preview })
        m_columns->addWidget(column);
    m_columns->setSizes({ 190, 250, 590, 410 });
    m_columns->setStretchFactor(2, 3);
    m_columns->setStretchFactor(3, 2);
    m_rows->addWidget(m_columns);
    m_rows->addWidget(m_problems);
    m_rows->addWidget(m_history);
    m_rows->addWidget(m_conflict);
    m_rows->addWidget(m_changePreview);
    m_rows->setSizes({ 640, 180 });
    m_rows->setStretchFactor(0, 1);
    m_problems->hide();
    m_history->hide();
    m_conflict->hide();
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(m_notices);
    whole->addWidget(m_rows, 1);
    whole->addWidget(m_status);
    m_status->addPart(m_export);
    m_columns->restoreState(settings.state(u"columns"_s));
    m_text->restoreState(settings.state(u"outline-width"_s));

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
    delete m_rows;
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
    connect(control, &ConflictControl::shown, this, [this] { shareRoom(*m_rows, *m_conflict); });
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
    connect(m_changes, &ChangeControl::shown, this, [this] { shareRoom(*m_rows, *m_changePreview); });
    connect(m_changes, &ChangeControl::failed, this,
            [this](const Error &error) { m_notices->tell(NoticeBar::Weight::Error, describeProblem(error)); });
    connect(m_changes, &ChangeControl::overtaken, this,
            [this] { m_notices->tell(NoticeBar::Weight::Question, tr("A text was changed since: this is what would be changed now.")); });
    connect(m_renames, &RenameActions::nothingThere, this, [this](const QString &text) { m_notices->tell(NoticeBar::Weight::Good, text); });
}

void SiteView::addPanel(QWidget &panel)
{
    m_rows->addWidget(&panel);
}

QList<QWidget *> SiteView::aroundTheText() const
{
    QList<QWidget *> around { m_status, m_outline };
    for (const QSplitter *splitter : { m_columns, m_rows }) {
        for (int i = 0; i < splitter->count(); ++i) {
            if (splitter->widget(i) != m_writing && splitter->widget(i) != m_columns)
                around.append(splitter->widget(i));
        }
    }
    return around;
}

void SiteView::setBare(bool bare)
{
    if (bare == m_before.has_value())
        return;
    m_pane->setBare(bare);
    m_tabs->setWanted(!bare);
    if (bare)
        m_before = BareView { m_columns->saveState(), m_rows->saveState(), {} };
    for (QWidget *widget : aroundTheText()) {
        if (bare && !widget->isHidden())
            m_before->shown.insert(widget);
        widget->setVisible(!bare && m_before->shown.contains(widget));
    }
    if (bare)
        return;
    m_columns->restoreState(m_before->columns);
    m_rows->restoreState(m_before->rows);
    m_before.reset();
}

void SiteView::saveState()
{
    m_settings.setState(u"columns"_s, m_before ? m_before->columns : m_columns->saveState());
    m_settings.setState(u"outline-width"_s, m_text->saveState());
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
    focusContent();
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
    qsizetype at = 0;
    for (qsizetype i = 0; i < areas.size(); ++i) {
        if (areas.at(i)->hasFocus() || areas.at(i)->isAncestorOf(focusWidget()))
            at = i;
    }
    const qsizetype step = reason == Qt::BacktabFocusReason ? areas.size() - 1 : 1;
    for (qsizetype n = 1; n <= areas.size(); ++n) {
        if (QWidget *next = entryOf(*areas.at((at + n * step) % areas.size())))
            return next->setFocus(reason);
    }
}

} // namespace quillway::ui
