// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/added_files.h"

#include "core/analysis/link_candidates.h"
#include "core/model/content_name.h"
#include "ui/aids/document_lines.h"
#include "ui/editor/alt_hint.h"
#include "ui/editor/read_asset.h"
#include "ui/editor/text_editor.h"
#include "ui/problems/messages.h"

#include <QFileDialog>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace quillway::ui {

using workspace::AddedAsset;
using workspace::AssetKind;
using workspace::ReadAsset;

namespace {

QString describeFailure(const Error &error)
{
    const QString name = QFileInfo(error.file).fileName();
    if (error.code == ErrorCode::BadValue)
        return AddedFiles::tr("“%1” was not added: it is not a picture, or a damaged one.").arg(name);
    if (error.code == ErrorCode::TooDeep)
        return AddedFiles::tr("“%1” was not added: it is larger than %L2 MB.").arg(name).arg(workspace::largestAsset >> 20);
    return AddedFiles::tr("“%1” was not added. %2.").arg(name, describeProblem(error));
}

/// A picture's name as the words to begin with: `Build_pipeline-2.png` as `Build pipeline 2`. A link goes by the whole name.
QString textFor(const AddedAsset &asset)
{
    if (asset.kind == AssetKind::File)
        return asset.name;
    QString words = QFileInfo(asset.name).completeBaseName();
    return words.replace(u'_', u' ').replace(u'-', u' ').simplified();
}

} // namespace

AddedFiles::AddedFiles(workspace::Workspace &workspace, TextEditor &editor, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_editor(editor)
    , m_hint(new AltHint(editor))
{
    editor.setFiles(*this);
}

bool AddedFiles::canTake(const QMimeData &data) const
{
    return m_editor.shown() && (hasPicture(data) || !filesIn(data).isEmpty());
}

bool AddedFiles::isProse() const
{
    bool isProse = false;
    m_editor.aids().look([&](const text::TextLines &lines, const text::TextSelection &selection) {
        isProse = selection.from().line >= lines.first() && !lines.isVerbatim(selection.from().line)
            && !lines.isVerbatim(selection.to().line);
    });
    return isProse && !m_editor.shown()->file().fileName().endsWith(".toml"_L1);
}

bool AddedFiles::take(const QMimeData &data)
{
    if (!canTake(data))
        return false;
    const bool isPicture = hasPicture(data);
    if (!isProse()) {
        if (isPicture)
            Q_EMIT failed(tr("A picture cannot stand in code or front matter."));
        return isPicture;
    }
    QList<ReadAsset> assets;
    if (isPicture)
        assets.append(readPicture(data, nameForPicture()));
    else
        std::ranges::transform(filesIn(data), std::back_inserter(assets), readFile);
    add(assets);
    return true;
}

/// Of what it stands under; beside other posts' pictures also of the post.
QString AddedFiles::nameForPicture() const
{
    const model::ContentName name = model::contentName(m_editor.shown()->file());
    QString post = model::slugOfName(name.name, u"picture");
    QString heading;
    m_editor.aids().look([&](const text::TextLines &lines, const text::TextSelection &selection) {
        heading = text::headingAbove(lines, selection.from().line);
    });
    if (heading.isEmpty())
        return post;
    return name.isBundle ? heading : post + u' ' + heading;
}

void AddedFiles::choose()
{
    if (!m_editor.shown() || m_editor.isReadOnly())
        return;
    if (!isProse())
        return Q_EMIT failed(tr("A picture cannot stand in code or front matter."));
    auto *dialog = new QFileDialog(m_editor.window(), tr("Insert pictures or files"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList &paths) {
        QList<ReadAsset> assets;
        std::ranges::transform(paths, std::back_inserter(assets), readFile);
        if (m_editor.shown() && !assets.isEmpty())
            add(assets);
    });
    dialog->open();
}

void AddedFiles::add(const QList<ReadAsset> &assets)
{
    ++m_running;
    Q_EMIT working(true);
    // The cursor follows what is typed in the meantime.
    m_workspace.addAssets(m_editor.shown()->file(), assets,
                          [self = QPointer(this), document = QPointer(m_editor.shown()), place = m_editor.textCursor()](const auto &added) {
                              if (self)
                                  self->insert(document, place, added);
                          });
}

void AddedFiles::insert(const QPointer<FileDocument> &document, const QTextCursor &place, const QList<Result<AddedAsset>> &added)
{
    Q_EMIT working(--m_running > 0);
    QList<text::FileLink> links;
    QStringList failures;
    for (const Result<AddedAsset> &asset : added) {
        if (asset && document)
            links.append({ asset->kind == AssetKind::Picture, textFor(*asset), analysis::fileDestination(document->file(), asset->file) });
        else if (!asset)
            failures.append(describeFailure(asset.error()));
    }
    if (!failures.isEmpty())
        Q_EMIT failed(failures.join(u' '));
    if (links.isEmpty() || document->readOnlyReason())
        return;
    const bool isHere = m_editor.shown() == document && m_editor.textCursor() == place;
    const bool hasPicture = links.constFirst().isPicture;
    const bool inserted = m_editor.aids().runAt(
        *document, place, isHere ? WritingAids::Caret::Follows : WritingAids::Caret::Stays,
        [&](const text::TextLines &lines, const text::TextSelection &selection) { return text::insertFileLinks(lines, selection, links); });
    if (inserted && isHere && hasPicture)
        m_hint->ask();
}

} // namespace quillway::ui
