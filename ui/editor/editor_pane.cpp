// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/editor_pane.h"

#include "ui/editor/file_document.h"
#include "ui/editor/find_bar.h"
#include "ui/editor/open_documents.h"
#include "ui/editor/text_editor.h"
#include "ui/editor/text_limits.h"
#include "ui/problems/messages.h"
#include "ui/properties/properties_form.h"
#include "ui/style/icons.h"

#include <QLabel>
#include <QScrollBar>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace quillway::ui {

namespace {

/// Posts and pages have properties that the form knows.
bool hasForm(const SitePath &file)
{
    const QString folder = file.topFolder();
    return (folder == u"posts" || folder == u"pages") && file.toString().contains(u'/');
}

/// Topics, reading paths and tags have a workspace of their own in place of the editor, of which this is the raw view.
bool hasWorkspace(const SitePath &file)
{
    const QString folder = file.topFolder();
    return file.toString() == u"tags.toml" || ((folder == u"topics" || folder == u"paths") && file.toString().contains(u'/'));
}

QLabel *emptyPage()
{
    auto *label = new QLabel(EditorPane::tr("Choose a post, or write a new one with Ctrl+N."));
    label->setAlignment(Qt::AlignCenter);
    label->setProperty("role", u"quiet"_s);
    return label;
}

} // namespace

EditorPane::EditorPane(OpenDocuments &documents, QWidget *parent)
    : QWidget(parent)
    , m_documents(documents)
    , m_stack(new QStackedWidget)
    , m_head(new QWidget)
    , m_headLayout(new QVBoxLayout(m_head))
    , m_fileLabel(new QLabel)
    , m_rawButton(new QToolButton)
    , m_form(new PropertiesForm)
    , m_headProblem(new QLabel)
    , m_editor(new TextEditor)
    , m_find(new FindBar(*m_editor))
{
    setProperty("role", u"ground"_s);
    setAttribute(Qt::WA_StyledBackground);
    m_fileLabel->setProperty("role", u"quiet"_s);
    m_fileLabel->setTextFormat(Qt::PlainText);
    m_fileLabel->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_fileLabel->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // a long path is no reason to be wide
    m_rawButton->setIcon(themeIcon(u"format-text-code"_s));
    m_rawButton->setIconSize({ 16, 16 });
    m_rawButton->setCheckable(true);
    m_rawButton->setToolTip(tr("Show the whole file (F4)"));
    m_rawButton->setAccessibleName(tr("Show the whole file"));
    connect(m_rawButton, &QToolButton::clicked, this, &EditorPane::setRaw);
    m_headProblem->setWordWrap(true);
    m_headProblem->setTextFormat(Qt::PlainText);
    m_headProblem->hide();

    auto *fileRow = new QHBoxLayout;
    fileRow->addWidget(m_fileLabel, 1);
    fileRow->addWidget(m_rawButton);
    m_headLayout->setSpacing(2);
    m_headLayout->addLayout(fileRow);
    m_headLayout->addWidget(m_form);
    m_headLayout->addWidget(m_headProblem);

    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addWidget(m_editor, 1);
    column->addWidget(m_find);
    m_stack->addWidget(emptyPage());
    m_stack->addWidget(page);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_stack);

    connect(m_form, &PropertiesForm::edited, this, &EditorPane::applyEdit);
    connect(m_form, &PropertiesForm::leftDownwards, this, [this] { m_editor->setFocus(); });
    connect(m_editor, &TextEditor::columnChanged, this, &EditorPane::fitForm);
    connect(&documents, &OpenDocuments::closed, this, [this](const SitePath &closed) {
        if (closed == file())
            closeFile();
    });
    connect(&documents, &OpenDocuments::startedAgain, this, [this](const SitePath &other) {
        if (other != file())
            return;
        closeFile();
        open(other);
    });
    fitForm();
}

std::optional<SitePath> EditorPane::file() const
{
    return document() ? std::optional(document()->file()) : std::nullopt;
}

FileDocument *EditorPane::document() const
{
    return m_editor->shown();
}

void EditorPane::open(const SitePath &file)
{
    if (file == this->file())
        return;
    flush();
    if (document())
        document()->disconnect(this);
    FileDocument *next = m_documents.document(file);
    connect(next, &FileDocument::headEdited, this, &EditorPane::readHead);
    connect(next, &FileDocument::aboutToReplace, this, [this] { m_kept = keepPlace(*m_editor); });
    connect(next, &FileDocument::replaced, this,
            [this](const QList<text::TextChange> &changes, const QString &before) { restorePlace(*m_editor, m_kept, changes, before); });
    next->setHeadHidden(!m_raw && hasForm(file));
    m_editor->show(next);
    m_stack->setCurrentIndex(1);
    readHead();
    Q_EMIT fileChanged();
}

void EditorPane::closeFile()
{
    if (document())
        document()->disconnect(this);
    m_editor->show(nullptr);
    m_stack->setCurrentIndex(0);
    Q_EMIT fileChanged();
}

void EditorPane::setSite(const model::SitePtr &site)
{
    const model::SitePtr before = std::exchange(m_site, site);
    if (!before || !site || !model::differInBodiesOnly(*before, *site)) {
        QStringList tags;
        if (site) {
            for (const model::Tag &tag : model::tagsOf(*site, site->posts()))
                tags.append(tag.name);
        }
        m_form->setKnownTags(tags);
    }
    m_editor->completion().setSite(site);
    if (const auto open = file())
        m_fileLabel->setText(open->toString()); // it may have been renamed
    showDefaults();
}

void EditorPane::setRaw(bool raw)
{
    m_rawButton->setChecked(raw);
    if (raw == m_raw)
        return;
    Q_EMIT flushing();
    m_form->flush();
    m_raw = raw;
    if (document()) {
        const int line = m_editor->line();
        document()->setHeadHidden(!raw && hasForm(document()->file()));
        readHead();
        if (raw && document()->hasHead()) {
            m_bodyLine = line;
            m_editor->goTo(1);
            m_editor->verticalScrollBar()->setValue(0);
        } else if (!raw && line <= document()->bodyBlock()) {
            m_editor->goTo(m_bodyLine);
        }
    }
    Q_EMIT rawChanged(raw);
}

void EditorPane::setBare(bool bare)
{
    m_form->flush();
    m_head->setVisible(!bare);
}

void EditorPane::flush()
{
    Q_EMIT flushing();
    m_form->flush();
    m_documents.flush();
}

void EditorPane::undo()
{
    Q_EMIT flushing();
    m_form->flush();
    if (!m_goBack || !m_goBack())
        m_editor->undo();
}

void EditorPane::redo()
{
    Q_EMIT flushing();
    m_form->flush();
    if (!m_goForth || !m_goForth())
        m_editor->redo();
}

void EditorPane::setUndoBeyond(std::function<bool()> goBack, std::function<bool()> goForth)
{
    m_goBack = std::move(goBack);
    m_goForth = std::move(goForth);
}

void EditorPane::applyEdit(const text::KeyEdit &edit)
{
    FileDocument *document = this->document();
    if (!document || document->readOnlyReason())
        return;
    const auto edited = text::editFrontMatter(document->bytes(), { edit });
    if (!edited) {
        m_headProblem->setText(describeProblem(edited.error()));
        m_headProblem->show();
        return;
    }
    document->replaceBytes(*edited);
    document->setHeadHidden(!m_raw);
    readHead();
}

void EditorPane::readHead()
{
    FileDocument *document = this->document();
    if (!document)
        return;
    const bool formWanted = hasForm(document->file()) && !m_raw;
    std::optional<Error> problem = document->readOnlyReason();
    const bool isTooLong = problem && problem->code == ErrorCode::TooDeep;
    if (formWanted && !problem) {
        const auto fields = readHeadFields(document->bytes());
        if (fields)
            m_form->setFields(*fields);
        else
            problem = fields.error();
    }
    m_form->setVisible(formWanted && !problem);
    m_form->setReadOnly(document->readOnlyReason().has_value());
    m_headProblem->setVisible(problem.has_value());
    if (problem)
        m_headProblem->setText(isTooLong ? describeTooLong(*problem) : describeProblem(*problem));
    m_rawButton->setVisible(hasForm(document->file()) || hasWorkspace(document->file()));
    m_fileLabel->setText(document->file().toString());
    showDefaults();
}

void EditorPane::showDefaults()
{
    const model::PostPtr post = m_site && file() ? m_site->postByFile(*file()) : nullptr;
    m_form->setDefaults(post ? post->slug : QString(), post ? post->facts.firstParagraph.left(300) : QString());
}

/// The form stands in the text's column.
void EditorPane::fitForm()
{
    const QRect column = m_editor->column(rect());
    const int inset = static_cast<int>(m_editor->document()->documentMargin());
    m_headLayout->setContentsMargins(column.left() + inset, 10, std::max(0, width() - column.right() - 1 + inset), 10);
}

} // namespace quillway::ui
