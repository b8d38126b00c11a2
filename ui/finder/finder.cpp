// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/finder/finder.h"

#include "core/workspace/workspace.h"
#include "ui/editor/editor_pane.h"
#include "ui/editor/text_editor.h"
#include "ui/finder/command_list.h"
#include "ui/finder/finder_popup.h"
#include "ui/library/library_model.h"
#include "ui/library/library_view.h"
#include "ui/posts/post_list.h"
#include "ui/shell/site_view.h"
#include "ui/shell/user_settings.h"
#include "ui/style/icons.h"

#include <QAction>
#include <QLineEdit>
#include <QListView>
#include <QMainWindow>
#include <QTextBlock>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::ui {

using namespace search;
using Kind = NamedPlace::Kind;

namespace {

constexpr int siteDelay = 400; // milliseconds without a newer snapshot before it is indexed

QString prefixOf(Finder::Mode mode)
{
    switch (mode) {
    case Finder::Mode::Commands: return u">"_s;
    case Finder::Mode::Tags: return u"#"_s;
    case Finder::Mode::Headings: return u"@"_s;
    case Finder::Mode::Line: return u":"_s;
    case Finder::Mode::Names:
    case Finder::Mode::Texts: break;
    }
    return {};
}

Finder::Mode modeOf(const QString &text, Finder::Mode base)
{
    if (base == Finder::Mode::Texts)
        return base;
    for (const auto mode : { Finder::Mode::Commands, Finder::Mode::Tags, Finder::Mode::Headings, Finder::Mode::Line }) {
        if (text.startsWith(prefixOf(mode)))
            return mode;
    }
    return Finder::Mode::Names;
}

FinderPopup::Look lookOf(Finder::Mode mode)
{
    const QString keys = Finder::tr("> commands   # tags   @ headings   : line");
    switch (mode) {
    case Finder::Mode::Commands: return { Finder::tr("Find a command"), Finder::tr("What to do"), keys, false };
    case Finder::Mode::Tags: return { Finder::tr("Find a tag"), Finder::tr("A tag"), keys, false };
    case Finder::Mode::Headings: return { Finder::tr("Find a heading of this post"), Finder::tr("A heading"), keys, false };
    case Finder::Mode::Line: return { Finder::tr("Go to a line"), Finder::tr("A line"), keys, false };
    case Finder::Mode::Texts:
        return { Finder::tr("Search everything"), Finder::tr("Search all texts"),
                 Finder::tr("\"a phrase\"   -without   tag:name   is:draft"), true };
    case Finder::Mode::Names: break;
    }
    return { Finder::tr("Go to anything"), Finder::tr("Go to a post, heading, topic, path, tag, page"), keys, false };
}

/// The same icons as in the library.
QIcon iconOf(Kind kind)
{
    switch (kind) {
    case Kind::Post: return themeIcon(u"view-list-text"_s);
    case Kind::Page: return themeIcon(u"document-preview"_s);
    case Kind::Topic: return themeIcon(u"documentinfo"_s);
    case Kind::Path: return themeIcon(u"distribute-horizontal-x"_s);
    case Kind::Tag: return themeIcon(u"tag"_s);
    case Kind::Heading: return themeIcon(u"format-list-ordered"_s);
    }
    return {};
}

QString nameOf(Kind kind)
{
    switch (kind) {
    case Kind::Post: return {};
    case Kind::Page: return Finder::tr("page");
    case Kind::Topic: return Finder::tr("topic");
    case Kind::Path: return Finder::tr("reading path");
    case Kind::Tag: return Finder::tr("tag");
    case Kind::Heading: return Finder::tr("heading");
    }
    return {};
}

Kind kindOf(const SitePath &file)
{
    const QString folder = file.topFolder();
    return folder == u"pages" ? Kind::Page : folder == u"topics" ? Kind::Topic : folder == u"paths" ? Kind::Path : Kind::Post;
}

QString nameOf(Column column)
{
    switch (column) {
    case Column::Headings: return Finder::tr("heading");
    case Column::Code: return Finder::tr("code");
    case Column::Links: return Finder::tr("link");
    case Column::Tags: return Finder::tr("tags");
    case Column::Title:
    case Column::Prose: break;
    }
    return {};
}

/// The headings of the open file as the newest snapshot has them, by the file's lines.
QList<text::Heading> headingsOf(const model::Site &site, const SitePath &file)
{
    const model::PostPtr post = site.postByFile(file);
    if (!post)
        return {};
    QList<text::Heading> headings = post->facts.outline;
    for (text::Heading &heading : headings)
        heading.line += post->bodyLine - 1;
    return headings;
}

} // namespace

Finder::Finder(QMainWindow &window, FileSystem &files, SiteView &view, workspace::Workspace &workspace, UserSettings &settings)
    : QObject(&window)
    , m_window(window)
    , m_view(view)
    , m_workspace(workspace)
    , m_settings(settings)
    , m_popup(new FinderPopup(window))
    , m_searcher(std::make_unique<Searcher>(files))
{
    m_siteTimer.setSingleShot(true);
    m_siteTimer.setInterval(siteDelay);
    connect(&m_siteTimer, &QTimer::timeout, this, &Finder::takeSite);
    connect(&workspace, &workspace::Workspace::siteChanged, this, [this] {
        m_siteIsNew = true;
        m_siteTimer.start();
    });
    connect(&view, &SiteView::fileChanged, this, [this] {
        const auto file = m_view.pane().file();
        if (file && m_workspace.site())
            m_settings.addRecentFile(m_workspace.site()->folder(), file->toString());
    });
    connect(m_popup, &FinderPopup::typed, this, &Finder::ask);
    connect(m_popup, &FinderPopup::closed, this, [this] {
        ++m_question;
        m_searcher->cancel();
    });
    m_searcher->onCaughtUp([this] {
        QMetaObject::invokeMethod(
            this,
            [this] {
                // What was typed a moment before the question may be in the site only now.
                if ((m_partial || m_siteSinceAsked) && m_popup->isVisible() && m_base == Mode::Texts)
                    findTexts(m_popup->field().text());
            },
            Qt::QueuedConnection);
    });
}

Finder::~Finder() = default;

void Finder::takeSite()
{
    m_siteTimer.stop();
    if (!std::exchange(m_siteIsNew, false))
        return;
    m_searcher->setSite(m_workspace.site());
    m_siteSinceAsked = true;
}

void Finder::open(Mode mode)
{
    m_view.pane().flush();
    takeSite();
    m_base = mode;
    const QString text = mode == Mode::Texts ? m_query : prefixOf(mode);
    m_popup->open(lookOf(mode), text);
    if (mode == Mode::Texts)
        m_popup->field().selectAll();
    m_popup->setItems({}, {});
    ask(text);
}

void Finder::ask(const QString &text)
{
    const Mode mode = modeOf(text, m_base);
    const QString typed = text.sliced(prefixOf(mode).size()).trimmed();
    ++m_question;
    m_searcher->cancel();
    m_popup->setLook(lookOf(mode));
    m_popup->setStatus({});
    switch (mode) {
    case Mode::Commands: return showCommands(typed);
    case Mode::Headings: return showHeadings(typed);
    case Mode::Line: return showLine(typed);
    case Mode::Texts: return askForTexts(text);
    case Mode::Names:
    case Mode::Tags: return askForPlaces(typed, mode);
    }
}

void Finder::askForPlaces(const QString &text, Mode mode)
{
    PlaceOptions options;
    if (mode == Mode::Tags)
        options.only = Kind::Tag;
    if (const auto site = m_workspace.site()) {
        const auto open = m_view.pane().file();
        for (const QString &name : m_settings.recentFiles(site->folder())) {
            const auto file = SitePath::parse(name);
            if (file && file != open) // the one before first: Enter goes back to it
                options.recent.append(*file);
        }
    }
    m_popup->setWaiting();
    m_searcher->findPlaces(text, options, [this, text, mode, question = m_question](const QList<FoundPlace> &found) {
        QMetaObject::invokeMethod(
            this,
            [this, text, mode, question, found] {
                if (question == m_question)
                    showPlaces(found, mode == Mode::Names ? text : QString());
            },
            Qt::QueuedConnection);
    });
}

/// Places, and below them the commands that are called so.
void Finder::showPlaces(const QList<FoundPlace> &found, const QString &typed)
{
    constexpr qsizetype mostCommands = 5;
    QList<FinderItem> items;
    for (const FoundPlace &one : found)
        items.append(placeItem(one));
    if (!typed.isEmpty())
        items += commandItems(typed, mostCommands);
    m_popup->setItems(items, m_workspace.site() ? tr("Nothing has that name.") : tr("No site is open. Type > for commands."));
}

FinderItem Finder::placeItem(const FoundPlace &found)
{
    const NamedPlace &place = found.place;
    FinderItem item { .icon = iconOf(place.kind), .text = { place.name, found.marks }, .detail = place.detail, .hint = nameOf(place.kind) };
    if (place.name.isEmpty())
        item.text.text = tr("Untitled");
    if (place.kind == Kind::Tag)
        item.detail = place.detail == u"1" ? tr("1 post") : tr("%Ln posts", nullptr, place.detail.toInt());
    item.run = [this, place] { goTo(place); };
    return item;
}

void Finder::goTo(const NamedPlace &place)
{
    if (place.kind == Kind::Tag) {
        LibraryEntry entry;
        entry.kind = LibraryEntry::Kind::Tag;
        entry.key = place.key;
        m_view.postList().show();
        m_view.postList().setFilterText(filterFor(entry).value_or(QString()));
        return m_view.postList().view().setFocus();
    }
    if (!m_workspace.hasText(*place.file))
        return; // it went while the list was shown
    m_view.openFile(*place.file, { place.line, place.line > 0 ? 1 : 0 });
    m_view.focusContent();
}

void Finder::askForTexts(const QString &text)
{
    m_query = text;
    m_shownTexts.reset();
    m_popup->setWaiting();
    findTexts(text);
}

/// Asks, the first time or again.
void Finder::findTexts(const QString &text)
{
    m_siteSinceAsked = false;
    const QList<SitePath> modified = m_workspace.modifiedFiles();
    const FindOptions options { .now = QDateTime::currentDateTimeUtc(), .modified = QSet<SitePath>(modified.begin(), modified.end()) };
    m_searcher->findTexts(text, options, [this, text, question = ++m_question](const FoundTexts &found) {
        QMetaObject::invokeMethod(
            this,
            [this, text, question, found] {
                if (question == m_question)
                    showTexts(found, text);
            },
            Qt::QueuedConnection);
    });
}

void Finder::showTexts(const FoundTexts &found, const QString &query)
{
    QList<FinderItem> items;
    for (const FoundText &text : found.texts) {
        const SitePath file = text.file;
        FinderItem post { .icon = iconOf(kindOf(file)), .text = text.title, .detail = file.toString(), .strong = true };
        if (post.text.text.isEmpty())
            post.text.text = tr("Untitled");
        if (text.moreLines > 0)
            post.hint = tr("%Ln lines", nullptr, static_cast<int>(text.lines.size() + text.moreLines));
        post.run = [this, file] { goToHit(file, 0, {}); };
        items.append(post);
        for (const LineHit &hit : text.lines)
            items.append(lineItem(file, hit));
    }
    m_partial = found.partial;
    const QString count = found.more ? tr("more than %Ln texts", nullptr, static_cast<int>(found.texts.size()))
        : found.texts.size() == 1    ? tr("1 text")
                                     : tr("%Ln texts", nullptr, static_cast<int>(found.texts.size()));
    m_popup->setStatus(found.partial ? tr("still reading the site…") : found.texts.isEmpty() ? QString() : count);
    if (m_shownTexts == found.texts && !found.partial)
        return; // it was asked again: whoever chose among them goes on
    m_shownTexts = found.texts;
    m_popup->setItems(items,
                      !m_workspace.site()             ? tr("No site is open.")
                          : query.trimmed().isEmpty() ? tr("Words of titles, headings, texts, code, links and tags")
                                                      : tr("Nothing found."));
}

FinderItem Finder::lineItem(const SitePath &file, const LineHit &hit)
{
    FinderItem item { .text = hit.shown, .lead = hit.line > 0 ? QString::number(hit.line) : u"#"_s, .hint = nameOf(hit.column) };
    const Mark first = hit.shown.marks.value(0);
    const QString word = hit.shown.text.sliced(first.begin, first.length);
    item.run = [this, file, line = hit.line, word] { goToHit(file, line, word); };
    return item;
}

/// The caret comes to stand before the word, if the line still holds it.
void Finder::goToHit(const SitePath &file, int line, const QString &word)
{
    if (!m_workspace.hasText(file))
        return;
    m_view.openFile(file, { line, line > 0 ? 1 : 0 });
    TextEditor &editor = m_view.pane().editor();
    if (line > 0) {
        const QString text = editor.document()->findBlockByNumber(line - 1).text();
        const qsizetype at = text.indexOf(word, 0, Qt::CaseInsensitive);
        if (at > 0)
            editor.goTo(line, static_cast<int>(text.first(at).toUcs4().size()) + 1);
    }
    m_view.focusContent();
}

QList<FinderItem> Finder::commandItems(const QString &typed, qsizetype most) const
{
    struct Candidate {
        Command command;
        int score = 0;
        qsizetype recency = 0;
    };
    const FuzzyQuery query(typed);
    const QStringList recent = m_settings.recentCommands();
    QList<Candidate> candidates;
    for (const Command &command : commandsOf(*m_window.menuBar())) {
        const FuzzyName menu(command.menu);
        const auto score = query.score(FuzzyName(command.name), &menu);
        const qsizetype place = recent.indexOf(command.id());
        if (score)
            candidates.append({ command, *score, place < 0 ? recent.size() : place });
    }
    std::ranges::stable_sort(candidates, {}, [](const Candidate &one) { return std::pair(-one.score, one.recency); });
    QList<FinderItem> items;
    for (const Candidate &candidate : candidates.first(std::min(most, candidates.size()))) {
        const Command &command = candidate.command;
        FinderItem item { .icon = command.action->icon(), .text = { command.name, query.marks(command.name) }, .detail = command.menu };
        item.hint = command.action->shortcut().toString(QKeySequence::NativeText);
        if (command.action->isChecked())
            item.hint = (tr("on") + u"   "_s + item.hint).trimmed();
        item.enabled = command.action->isEnabled();
        item.run = [this, command] {
            m_settings.addRecentCommand(command.id());
            if (command.action)
                command.action->trigger();
        };
        items.append(item);
    }
    return items;
}

void Finder::showCommands(const QString &typed)
{
    constexpr qsizetype all = 10'000;
    m_popup->setItems(commandItems(typed, all), tr("No command is called so."));
}

void Finder::showHeadings(const QString &typed)
{
    const auto file = m_view.pane().file();
    const auto site = m_workspace.site();
    const FuzzyQuery query(typed);
    QList<FinderItem> items;
    if (file && site) {
        for (const text::Heading &heading : headingsOf(*site, *file)) {
            if (!query.score(FuzzyName(heading.text)))
                continue;
            FinderItem item { .text = { heading.text, query.marks(heading.text) }, .lead = QString::number(heading.line) };
            item.hint = u"#"_s.repeated(heading.level);
            item.run = [this, file = *file, line = heading.line] { goToHit(file, line, {}); };
            items.append(item);
        }
    }
    m_popup->setItems(items,
                      !file                 ? tr("No file is open.")
                          : typed.isEmpty() ? tr("This text has no headings.")
                                            : tr("No heading is called so."));
}

void Finder::showLine(const QString &typed)
{
    const auto file = m_view.pane().file();
    if (!file)
        return m_popup->setItems({}, tr("No file is open."));
    const QStringList parts = typed.split(u':');
    const int lines = m_view.pane().editor().document()->blockCount();
    const int line = parts.value(0).toInt();
    const int column = std::max(1, parts.value(1).toInt());
    if (line < 1)
        return m_popup->setItems({}, tr("A number from 1 to %L1; with a column: 12:5").arg(lines));
    FinderItem item { .icon = themeIcon(u"go-jump"_s),
                      .text = { tr("Line %L1").arg(std::min(line, lines)), {} },
                      .detail = file->toString() };
    item.run = [this, file = *file, line = std::min(line, lines), column] {
        m_view.openFile(file, { line, column });
        m_view.pane().editor().setFocus();
    };
    m_popup->setItems({ item }, {});
}

} // namespace quillway::ui
