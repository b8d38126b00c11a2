// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/import_dialog.h"

#include "ui/diff/diff_view.h"
#include "ui/import/term_model.h"
#include "ui/problems/messages.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace quillway::ui {

using importing::Outcome;

namespace {

QString inWords(const QMap<Outcome, qsizetype> &counts)
{
    const auto count = [&](Outcome outcome) { return int(counts.value(outcome)); };
    QStringList parts;
    const auto add = [&](int number, const QString &one, const QString &several) {
        if (number > 0)
            parts.append(number == 1 ? one : several);
    };
    const int posts = count(Outcome::Post);
    parts.append(posts == 1 ? ImportDialog::tr("1 post") : ImportDialog::tr("%Ln posts", nullptr, posts));
    add(count(Outcome::Draft), ImportDialog::tr("1 draft"), ImportDialog::tr("%Ln drafts", nullptr, count(Outcome::Draft)));
    add(count(Outcome::Page), ImportDialog::tr("1 page"), ImportDialog::tr("%Ln pages", nullptr, count(Outcome::Page)));
    add(count(Outcome::Picture), ImportDialog::tr("1 picture"), ImportDialog::tr("%Ln pictures", nullptr, count(Outcome::Picture)));
    add(count(Outcome::Asset), ImportDialog::tr("1 other file"), ImportDialog::tr("%Ln other files", nullptr, count(Outcome::Asset)));
    add(count(Outcome::LeftOut), ImportDialog::tr("1 left out"), ImportDialog::tr("%Ln left out", nullptr, count(Outcome::LeftOut)));
    return parts.join(u", "_s);
}

QMap<Outcome, qsizetype> countsOf(const importing::ImportReport &report)
{
    QMap<Outcome, qsizetype> counts;
    for (const importing::FileReport &file : report.files)
        ++counts[file.outcome];
    return counts;
}

QLabel *heading(const QString &text)
{
    auto *label = new QLabel(text);
    label->setProperty("role", u"heading"_s);
    return label;
}

} // namespace

ImportDialog::ImportDialog(FileSystem &files, QWidget *parent)
    : QDialog(parent)
    , m_job(files)
    , m_source(new QLineEdit)
    , m_chooseFolder(new QPushButton(tr("&Folder…")))
    , m_chooseFile(new QPushButton(tr("F&ile…")))
    , m_summary(new QLabel)
    , m_posts(new QListWidget)
    , m_difference(new DiffView)
    , m_terms(new TermModel(this))
    , m_termView(new QTableView)
    , m_target(new QLineEdit)
    , m_chooseTarget(new QPushButton(tr("&Choose…")))
    , m_bar(new QProgressBar)
    , m_import(new QPushButton(tr("I&mport")))
    , m_close(new QPushButton)
{
    setWindowTitle(tr("Import a blog"));
    build();
    connect(m_chooseFolder, &QPushButton::clicked, this, [this] { chooseSource(false); });
    connect(m_chooseFile, &QPushButton::clicked, this, [this] { chooseSource(true); });
    connect(m_chooseTarget, &QPushButton::clicked, this, &ImportDialog::chooseTarget);
    connect(m_source, &QLineEdit::editingFinished, this, [this] { setSource(m_source->text()); });
    connect(m_target, &QLineEdit::textEdited, this, [this] {
        m_targetIsOurs = false;
        setState(m_state);
    });
    connect(m_posts, &QListWidget::currentRowChanged, this, &ImportDialog::showText);
    connect(m_import, &QPushButton::clicked, this, &ImportDialog::start);
    connect(m_close, &QPushButton::clicked, this, &ImportDialog::reject);
    connect(&m_job, &ImportJob::progress, this, [this](int done, int total) {
        m_bar->setRange(0, total);
        m_bar->setValue(done);
    });
    connect(&m_job, &ImportJob::previewed, this, &ImportDialog::showPreview);
    connect(&m_job, &ImportJob::imported, this, &ImportDialog::showDone);
    connect(&m_job, &ImportJob::failed, this, &ImportDialog::showFailure);
    setState(State::Empty);
    resize(1000, 720);
}

/// A line edit that has the focus ends its editing as it goes.
ImportDialog::~ImportDialog()
{
    m_source->disconnect(this);
}

void ImportDialog::build()
{
    const auto name = [](QWidget *widget, const QString &text) { widget->setAccessibleName(text); };
    name(m_source, tr("Blog to import"));
    name(m_target, tr("Folder of the new site"));
    name(m_posts, tr("Newest posts"));
    name(m_termView, tr("What becomes of categories and the like"));
    m_source->setPlaceholderText(tr("A folder of Hugo, Jekyll, Zola, Pelican, Eleventy or Markdown, or an export of WordPress or Ghost"));
    m_summary->setWordWrap(true);
    m_summary->setTextFormat(Qt::PlainText); // titles stand in it
    m_termView->setModel(m_terms);
    m_termView->setItemDelegateForColumn(TermModel::Use, new UseDelegate(this));
    m_termView->setEditTriggers(QAbstractItemView::AllEditTriggers);
    m_termView->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_termView->verticalHeader()->hide();
    m_termView->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_termView->horizontalHeader()->setHighlightSections(false);
    m_termView->horizontalHeader()->setSectionResizeMode(TermModel::Name, QHeaderView::Stretch);
    m_termView->setColumnWidth(TermModel::Use, 180);
    m_posts->setMaximumWidth(320);
    m_posts->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // long titles are cut
    m_posts->setProperty("role", u"choices"_s);
    auto *texts = new QSplitter(Qt::Horizontal);
    texts->addWidget(m_posts);
    texts->addWidget(m_difference);
    texts->setStretchFactor(1, 1);

    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(24, 20, 24, 18);
    grid->setVerticalSpacing(9);
    const auto addField = [&](int row, const QString &text, QLineEdit *field, const QList<QPushButton *> &buttons) {
        auto *label = new QLabel(text);
        label->setBuddy(field);
        grid->addWidget(label, row, 0);
        grid->addWidget(field, row, 1, 1, 3 - int(buttons.size()));
        for (qsizetype i = 0; i < buttons.size(); ++i)
            grid->addWidget(buttons[i], row, 4 - int(buttons.size() - i));
    };
    addField(0, tr("&Blog:"), m_source, { m_chooseFolder, m_chooseFile });
    grid->addWidget(m_summary, 1, 0, 1, 4);
    grid->addWidget(heading(tr("Before and after")), 2, 0, 1, 4);
    grid->addWidget(texts, 3, 0, 1, 4);
    grid->addWidget(heading(tr("Categories, sections, authors, series")), 4, 0, 1, 4);
    grid->addWidget(m_termView, 5, 0, 1, 4);
    addField(6, tr("New &site in:"), m_target, { m_chooseTarget });
    auto *buttons = new QDialogButtonBox;
    buttons->addButton(m_import, QDialogButtonBox::ActionRole);
    buttons->addButton(m_close, QDialogButtonBox::RejectRole);
    grid->addWidget(m_bar, 7, 0, 1, 2);
    grid->addWidget(buttons, 7, 2, 1, 2);
    grid->setColumnStretch(1, 1);
    grid->setRowStretch(3, 3);
    grid->setRowStretch(5, 2);
    m_import->setProperty("role", u"primary"_s);
    for (QPushButton *button : findChildren<QPushButton *>())
        button->setAutoDefault(false); // Return in a field is not one of them
}

void ImportDialog::setSource(const QString &path)
{
    const QString cleaned = path.trimmed().isEmpty() ? QString() : QDir::cleanPath(QDir::current().absoluteFilePath(path.trimmed()));
    m_source->setText(QDir::toNativeSeparators(cleaned));
    if (cleaned.isEmpty() || cleaned == m_read)
        return;
    m_read = cleaned;
    if (m_targetIsOurs)
        m_target->clear();
    setState(State::Reading);
    m_summary->setText(tr("Reading…"));
    m_job.preview(cleaned);
}

void ImportDialog::setTarget(const QString &folder)
{
    m_targetIsOurs = false;
    m_target->setText(QDir::toNativeSeparators(folder));
    setState(m_state);
}

void ImportDialog::chooseSource(bool file)
{
    auto *dialog = new QFileDialog(this, file ? tr("An export of WordPress or Ghost") : tr("The folder of a blog"), QDir::homePath());
    dialog->setFileMode(file ? QFileDialog::ExistingFile : QFileDialog::Directory);
    if (file)
        dialog->setNameFilters({ tr("Exports (*.xml *.json)"), tr("All files (*)") });
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, &ImportDialog::setSource);
    dialog->open();
}

void ImportDialog::chooseTarget()
{
    auto *dialog = new QFileDialog(this, tr("Choose or make an empty folder for the new site"), QDir::homePath());
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, &ImportDialog::setTarget);
    dialog->open();
}

void ImportDialog::showPreview(const importing::ImportPreview &preview)
{
    m_preview = preview;
    if (m_targetIsOurs)
        m_target->setText(QDir::toNativeSeparators(preview.proposedSite));
    const QString name = preview.title.isEmpty() ? QString() : tr(", “%1”").arg(preview.title);
    m_summary->setText(tr("%1%2: %3. Posts will be at %4.").arg(titleOf(preview.tool), name, inWords(preview.counts), preview.permalink));
    m_terms->setTerms(preview.terms);
    m_posts->clear();
    for (const importing::PreviewedText &text : preview.texts)
        m_posts->addItem(text.title.isEmpty() ? text.source : text.title);
    m_difference->showMessage(tr("There are no published posts to show."));
    m_posts->setCurrentRow(0);
    setState(State::Ready);
}

void ImportDialog::showText(int row)
{
    if (row < 0 || row >= m_preview.texts.size())
        return;
    const importing::PreviewedText &text = m_preview.texts.at(row);
    m_difference->compare({ text.source, text.before.toUtf8() }, { text.target, text.after.toUtf8() });
}

void ImportDialog::start()
{
    if (m_state == State::Done) {
        Q_EMIT openRequested(m_site);
        return accept();
    }
    setState(State::Importing);
    m_bar->setRange(0, 0);
    m_summary->setText(tr("Importing…"));
    m_job.import(m_read, QDir::cleanPath(QDir::current().absoluteFilePath(m_target->text().trimmed())), m_terms->uses());
}

void ImportDialog::showDone(const importing::ImportReport &report)
{
    m_site = report.site;
    const int faults = report.problemCount(Severity::Error, true) + report.problemCount(Severity::Error, false);
    QString text = tr("Imported: %1.").arg(inWords(countsOf(report)));
    if (faults == 1)
        text += u' ' + tr("One fault came with it; the list of problems names it.");
    else if (faults > 1)
        text += u' ' + tr("%Ln faults came with it, most often links that led nowhere; the list of problems names them.", nullptr, faults);
    text += u' ' + tr("What became of each file is in %1.").arg(QDir::toNativeSeparators(m_site + u"/.quillway/import-report.html"_s));
    m_summary->setText(text);
    setState(State::Done);
}

void ImportDialog::showFailure(const Error &error)
{
    const bool wasImporting = m_state == State::Importing;
    if (error.code == ErrorCode::Cancelled)
        m_summary->setText(tr("Cancelled; nothing was written."));
    else
        m_summary->setText(u"%1 (%2)"_s.arg(describeProblem(error), error.file));
    if (!wasImporting) {
        m_read.clear();
        m_terms->setTerms({});
        m_posts->clear();
    }
    setState(wasImporting ? State::Ready : State::Empty);
}

void ImportDialog::setState(State state)
{
    m_state = state;
    const bool isBusy = state == State::Importing;
    const bool isDone = state == State::Done;
    for (QWidget *widget : QList<QWidget *> { m_source, m_chooseFolder, m_chooseFile, m_target, m_chooseTarget, m_termView })
        widget->setEnabled(!isBusy && !isDone);
    m_bar->setVisible(isBusy);
    m_import->setText(isDone ? tr("&Open the site") : tr("I&mport"));
    m_import->setEnabled(isDone || (state == State::Ready && !m_target->text().trimmed().isEmpty()));
    m_close->setText(isBusy ? tr("Cance&l") : tr("Close"));
}

void ImportDialog::reject()
{
    if (m_state == State::Importing)
        return m_job.cancel();
    QDialog::reject();
}

} // namespace quillway::ui
