// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/preview_pane.h"

#include "ui/editor/editor_pane.h"
#include "ui/editor/open_documents.h"
#include "ui/editor/text_editor.h"
#include "ui/problems/messages.h"
#include "ui/shell/notice_bar.h"
#include "ui/shell/user_settings.h"
#include "ui/style/icons.h"

#include <QActionGroup>
#include <QButtonGroup>
#include <QDesktopServices>
#include <QLabel>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace quillway::ui {

namespace {

QString describe(const PreviewNotice &notice)
{
    switch (notice.kind) {
    case PreviewNotice::Kind::None: return {};
    case PreviewNotice::Kind::TooSlow: return PreviewPane::tr("This text takes long to render; shown is an older state of it.");
    case PreviewNotice::Kind::NoPage: return PreviewPane::tr("This file has no page of its own.");
    case PreviewNotice::Kind::EngineDied: return PreviewPane::tr("The preview has stopped. Reload it with F5.");
    case PreviewNotice::Kind::Failed: break;
    }
    const QString what = describeProblem(notice.error);
    return notice.error.position.isValid() ? PreviewPane::tr("Line %1: %2").arg(notice.error.position.line).arg(what) : what;
}

} // namespace

PreviewPane::PreviewPane(EditorPane &pane, OpenDocuments &documents, UserSettings &settings,
                         std::function<QByteArray(const SitePath &)> textOf, QWidget *parent)
    : QWidget(parent)
    , m_pane(pane)
    , m_settings(settings)
    , m_textOf(std::move(textOf))
    , m_view(new PreviewView)
    , m_tie(pane.editor(), *m_view)
    , m_notice(new QLabel)
    , m_remoteNotice(new NoticeBar)
    , m_scriptless(new QAction(tr("As readers without &JavaScript see it"), this))
    , m_remoteMedia(new QAction(tr("Show remo&te pictures of this site"), this))
{
    setProperty("role", u"panel"_s);
    setAttribute(Qt::WA_StyledBackground);
    setAccessibleName(tr("Preview"));
    makeViewActions();
    auto *heading = new QLabel(tr("Preview"));
    heading->setProperty("role", u"quiet"_s);
    auto *header = new QHBoxLayout;
    header->setContentsMargins(14, 6, 8, 6);
    header->setSpacing(2);
    header->addWidget(heading, 1);
    auto *devices = new QButtonGroup(this);
    for (QToolButton *button : { deviceButton(PreviewDevice::Desktop, u"monitor"_s, tr("As wide as there is room")),
                                 deviceButton(PreviewDevice::Tablet, u"tablet"_s, tr("As on a tablet")),
                                 deviceButton(PreviewDevice::Phone, u"smartphone"_s, tr("As on a phone")) }) {
        devices->addButton(button);
        header->addWidget(button);
    }
    header->addSpacing(6);
    header->addWidget(coloursButton());
    m_notice->setWordWrap(true);
    m_notice->setTextFormat(Qt::PlainText);
    m_notice->setContentsMargins(14, 4, 14, 8);
    m_notice->setProperty("role", u"quiet"_s);
    m_notice->hide();
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addLayout(header);
    rows->addWidget(m_notice);
    rows->addWidget(m_remoteNotice);
    rows->addWidget(m_view, 1);

    connect(&pane, &EditorPane::fileChanged, this, &PreviewPane::followFile);
    connect(&documents, &OpenDocuments::handedOver, this, [this](const SitePath &file) {
        if (file == m_pane.file())
            showText();
    });
    connect(m_view, &PreviewView::placeClicked, this, [this](int line, int column) {
        m_pane.editor().goTo(line, column);
        m_pane.editor().setFocus();
    });
    connect(m_view, &PreviewView::linkActivated, this, &PreviewPane::fileWanted);
    connect(m_view, &PreviewView::externalLink, this, [](const QUrl &url) { QDesktopServices::openUrl(url); });
    connect(m_view, &PreviewView::noticeChanged, this, &PreviewPane::tell);
    connect(m_view, &PreviewView::remoteMediaCounted, this, &PreviewPane::countRemoteMedia);
    connect(m_remoteNotice, &NoticeBar::gone, this, [this] { m_isRemoteDeclined = true; });
    auto *reload = new QAction(tr("Reload the preview"), this);
    reload->setShortcut(QKeySequence(Qt::Key_F5));
    connect(reload, &QAction::triggered, m_view, &PreviewView::reload);
    addAction(reload);
}

QToolButton *PreviewPane::deviceButton(PreviewDevice device, const QString &icon, const QString &name)
{
    auto *button = new QToolButton;
    button->setIcon(themeIcon(icon));
    button->setIconSize({ 16, 16 });
    button->setCheckable(true);
    button->setChecked(device == m_view->device());
    button->setToolTip(name);
    button->setAccessibleName(name);
    connect(button, &QToolButton::clicked, this, [this, device] { m_view->setDevice(device); });
    return button;
}

QToolButton *PreviewPane::coloursButton()
{
    auto *button = new QToolButton;
    button->setIcon(themeIcon(u"brightness-high"_s));
    button->setIconSize({ 16, 16 });
    button->setToolTip(tr("How the page is shown"));
    button->setAccessibleName(button->toolTip());
    button->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(button);
    auto *group = new QActionGroup(menu);
    for (const auto &[text, colours] : { std::pair(tr("Like the &program"), PreviewColours::Follow),
                                         std::pair(tr("&Light"), PreviewColours::Light), std::pair(tr("&Dark"), PreviewColours::Dark) }) {
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(colours == m_view->colours());
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, colours] { m_view->setColours(colours); });
    }
    menu->addSeparator();
    menu->addActions(viewActions());
    button->setMenu(menu);
    return button;
}

void PreviewPane::makeViewActions()
{
    m_scriptless->setObjectName(u"scriptless"_s);
    m_scriptless->setCheckable(true);
    connect(m_scriptless, &QAction::toggled, m_view, &PreviewView::setScriptless);
    m_remoteMedia->setObjectName(u"remoteMedia"_s);
    m_remoteMedia->setCheckable(true);
    connect(m_remoteMedia, &QAction::toggled, this, [this](bool isOn) {
        m_view->setRemoteMediaAllowed(isOn);
        if (!m_folder.isEmpty() && isOn != m_settings.showsRemoteMedia(m_folder))
            m_settings.setShowsRemoteMedia(m_folder, isOn);
        if (isOn)
            m_remoteNotice->hide();
    });
}

void PreviewPane::setSite(const model::SitePtr &site)
{
    m_view->setSite(site);
    const QString folder = site ? site->folder() : QString();
    if (folder == m_folder)
        return;
    m_folder.clear(); // what follows is no choice
    m_remoteMedia->setChecked(!folder.isEmpty() && m_settings.showsRemoteMedia(folder));
    m_folder = folder;
    m_isRemoteDeclined = false;
    m_remoteNotice->hide();
}

void PreviewPane::countRemoteMedia(int count)
{
    if (count == 0 || m_remoteMedia->isChecked() || m_isRemoteDeclined)
        return m_remoteNotice->hide();
    const QString text = count == 1 ? tr("1 remote picture is not loaded.") : tr("%L1 remote pictures are not loaded.").arg(count);
    if (m_remoteNotice->isHidden() || m_remoteNotice->text() != text)
        m_remoteNotice->tell(NoticeBar::Weight::Question, text,
                             { { tr("&Show for this site"), [this] { m_remoteMedia->setChecked(true); } } });
}

void PreviewPane::reload()
{
    m_view->reload();
}

void PreviewPane::followFile()
{
    if (!m_pane.file())
        return m_view->clear();
    showText();
    m_tie.followText();
}

/// While it is hidden, it costs nothing.
void PreviewPane::showText()
{
    if (const auto file = m_pane.file(); file && isVisible())
        m_view->showText(*file, m_textOf(*file));
}

void PreviewPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    followFile();
}

void PreviewPane::tell(const PreviewNotice &notice)
{
    const QString text = describe(notice);
    m_notice->setText(text);
    m_notice->setVisible(!text.isEmpty());
}

} // namespace quillway::ui
