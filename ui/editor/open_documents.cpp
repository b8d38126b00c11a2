// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/open_documents.h"

#include "ui/editor/syntax.h"

#include <QElapsedTimer>

#include <algorithm>
#include <chrono>

namespace quillway::ui {

using namespace std::chrono_literals;

OpenDocuments::OpenDocuments(workspace::Workspace &workspace, Syntax &syntax, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_syntax(syntax)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(10ms);
    m_longest.setSingleShot(true);
    m_longest.setInterval(250ms);
    connect(&m_pause, &QTimer::timeout, this, &OpenDocuments::flush);
    connect(&m_longest, &QTimer::timeout, this, &OpenDocuments::flush);
    connect(&workspace, &workspace::Workspace::siteChanged, this, &OpenDocuments::takeChangesFromOutside);
    connect(&workspace, &workspace::Workspace::textReplaced, this, &OpenDocuments::takeChangesFromOutside);
    connect(&workspace, &workspace::Workspace::aboutToReplaceText, this, &OpenDocuments::flush);
    connect(&workspace, &workspace::Workspace::renamed, this, &OpenDocuments::renamed);
}

FileDocument *OpenDocuments::find(const SitePath &file) const
{
    return m_documents.value(file).get();
}

FileDocument *OpenDocuments::document(const SitePath &file)
{
    if (FileDocument *known = find(file))
        return known;
    return make(file, m_workspace.text(file)).get();
}

std::shared_ptr<FileDocument> OpenDocuments::make(const SitePath &file, const QByteArray &text)
{
    auto document = std::make_shared<FileDocument>(file, text);
    FileDocument *made = document.get();
    m_documents.insert(file, document);
    m_known.insert(made, text);
    m_syntax.colour(*made);
    connect(made, &FileDocument::edited, this, [this, made] { edited(made); });
    return document;
}

/// The undo history ends here; what was there before is among the previous versions.
void OpenDocuments::startAgain(const SitePath &file, const QByteArray &text)
{
    const std::shared_ptr<FileDocument> before = m_documents.take(file);
    m_known.remove(before.get());
    m_pending.remove(before.get());
    make(file, text);
    Q_EMIT startedAgain(file);
}

void OpenDocuments::edited(FileDocument *document)
{
    m_pending.insert(document);
    m_pause.start();
    if (!m_longest.isActive())
        m_longest.start();
}

void OpenDocuments::flush()
{
    m_pause.stop();
    m_longest.stop();
    const QSet<FileDocument *> pending = std::exchange(m_pending, {});
    if (pending.isEmpty())
        return;
    QElapsedTimer clock;
    clock.start();
    for (FileDocument *document : pending) {
        const QByteArray text = document->bytes();
        m_known.insert(document, text);
        m_workspace.setText(document->file(), text);
    }
    // A text that takes 5 ms to hand over waits for a pause of 50 ms: typing comes first.
    m_pause.setInterval(std::clamp(std::chrono::milliseconds(clock.elapsed() * 10), 10ms, 100ms));
    for (const FileDocument *document : pending)
        Q_EMIT handedOver(document->file());
}

/// A text that the workspace has from elsewhere (read again from disk) comes into its document as one step that can be undone.
void OpenDocuments::takeChangesFromOutside()
{
    for (const std::shared_ptr<FileDocument> &document : m_documents.values()) {
        if (m_pending.contains(document.get()) || !m_workspace.hasText(document->file()))
            continue;
        const QByteArray text = m_workspace.text(document->file());
        if (text == m_known.value(document.get()))
            continue;
        m_known.insert(document.get(), text);
        if (!document->replaceBytes(text))
            startAgain(document->file(), text);
        m_pending.remove(document.get()); // what was taken need not be given back
        Q_EMIT handedOver(document->file());
    }
}

void OpenDocuments::renamed(const SitePath &from, const SitePath &to)
{
    const auto document = m_documents.take(from);
    if (!document)
        return;
    document->setFile(to);
    m_documents.insert(to, document);
}

void OpenDocuments::close(const SitePath &file)
{
    flush();
    const auto document = m_documents.take(file);
    if (!document)
        return;
    m_known.remove(document.get());
    Q_EMIT closed(file);
}

void OpenDocuments::closeAll()
{
    for (const SitePath &file : m_documents.keys())
        close(file);
}

} // namespace quillway::ui
