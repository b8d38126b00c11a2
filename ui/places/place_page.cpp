// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/places/place_page.h"

#include "ui/editor/file_document.h"
#include "ui/problems/messages.h"
#include "ui/style/icons.h"

#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace quillway::ui {

PlacePage::PlacePage(QWidget *parent)
    : QWidget(parent)
    , m_fileLabel(new QLabel)
    , m_textButton(new QToolButton)
    , m_problem(new QLabel)
    , m_rows(new QVBoxLayout(this))
{
    setProperty("role", u"ground"_s);
    setAttribute(Qt::WA_StyledBackground);
    m_fileLabel->setProperty("role", u"quiet"_s);
    m_fileLabel->setTextFormat(Qt::PlainText);
    m_fileLabel->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_fileLabel->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_textButton->setIcon(themeIcon(u"format-text-code"_s));
    m_textButton->setIconSize({ 16, 16 });
    m_textButton->setToolTip(tr("Edit as text (F4)"));
    m_textButton->setAccessibleName(tr("Edit as text"));
    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setProperty("role", u"warning"_s);
    m_problem->setContentsMargins(28, 0, 28, 6);
    m_problem->hide();
    auto *header = new QHBoxLayout;
    header->setContentsMargins(28, 10, 20, 2);
    header->addWidget(m_fileLabel, 1);
    header->addWidget(m_textButton);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(0);
    m_rows->addLayout(header);
    m_rows->addWidget(m_problem);
    connect(m_textButton, &QToolButton::clicked, this, &PlacePage::textWanted);
    connect(&m_edits, &HeadEdits::failed, this, [this](const Error &error) { tell(describeProblem(error)); });
}

bool PlacePage::canShow(const FileDocument &document)
{
    return !document.readOnlyReason() && text::parseFrontMatter(document.bytes());
}

std::optional<SitePath> PlacePage::file() const
{
    return m_document ? std::optional(m_document->file()) : std::nullopt;
}

void PlacePage::setDocument(FileDocument *document)
{
    if (m_document == document)
        return;
    if (m_document)
        m_document->disconnect(this);
    m_edits.setDocument(document);
    m_document = document;
    tell({});
    documentChanged();
    if (!m_document)
        return;
    connect(m_document, &FileDocument::headEdited, this, &PlacePage::readHead);
    readHead();
}

void PlacePage::setSite(const model::SitePtr &site)
{
    m_site = site;
    if (m_document)
        m_fileLabel->setText(m_document->file().toString()); // it may have been renamed
}

void PlacePage::readHead()
{
    if (!m_document || m_edits.isWaiting())
        return;
    m_fileLabel->setText(m_document->file().toString());
    const auto head = text::parseFrontMatter(m_document->bytes());
    if (!head) {
        Q_EMIT headLost();
        return;
    }
    tell({});
    showHead(head->root, m_document->readOnlyReason().has_value());
}

void PlacePage::tell(const QString &problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

} // namespace quillway::ui
