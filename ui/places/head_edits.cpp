// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/places/head_edits.h"

#include "ui/editor/file_document.h"

#include <algorithm>

namespace quillway::ui {

using text::KeyEdit;

namespace {

constexpr int pause = 120; // milliseconds after the last key in a field
constexpr qsizetype small = 64LL * 1024; // bytes that are edited within a fraction of a millisecond

} // namespace

HeadEdits::HeadEdits(QObject *parent)
    : QObject(parent)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, &HeadEdits::write);
}

void HeadEdits::setDocument(FileDocument *document)
{
    if (document == m_document)
        return;
    if (document)
        flush();
    m_pause.stop();
    m_job.cancel();
    m_waiting.clear();
    m_running.clear();
    m_document = document;
    m_lastField.clear();
}

void HeadEdits::type(const QString &field, const KeyEdit &edit)
{
    if (field != m_field)
        flush();
    m_field = field;
    m_waiting = { edit };
    m_pause.start();
}

void HeadEdits::apply(const QList<KeyEdit> &edits)
{
    flush();
    m_field.clear();
    m_waiting = edits;
    write();
}

void HeadEdits::write()
{
    m_pause.stop();
    if (!m_document || m_waiting.isEmpty() || !m_running.isEmpty())
        return;
    if (m_document->readOnlyReason()) {
        m_waiting.clear();
        Q_EMIT failed(*m_document->readOnlyReason());
        return;
    }
    const QByteArray bytes = m_document->bytes();
    const QList<KeyEdit> edits = std::exchange(m_waiting, {});
    if (bytes.size() <= small)
        return take(*m_document, m_editing(bytes, edits));
    m_running = edits;
    m_job.run([editing = m_editing, bytes, edits] { return editing(bytes, edits); },
              [this, revision = m_document->document()->revision()](const Result<QByteArray> &result) { edited(revision, result); });
}

void HeadEdits::edited(int revision, const Result<QByteArray> &edited)
{
    const QList<KeyEdit> edits = std::exchange(m_running, {});
    if (!m_document)
        return;
    if (m_document->document()->revision() == revision)
        take(*m_document, edited);
    else if (m_waiting.isEmpty())
        m_waiting = edits; // the text is another one by now: once more
    if (!m_waiting.isEmpty())
        write();
}

void HeadEdits::flush()
{
    m_pause.stop();
    m_job.cancel();
    QList<KeyEdit> edits = std::exchange(m_running, {});
    edits.removeIf([this](const KeyEdit &older) { return std::ranges::contains(m_waiting, older.key, &KeyEdit::key); });
    edits += std::exchange(m_waiting, {});
    if (!m_document || edits.isEmpty())
        return;
    if (m_document->readOnlyReason())
        Q_EMIT failed(*m_document->readOnlyReason());
    else
        take(*m_document, m_editing(m_document->bytes(), edits));
}

void HeadEdits::take(FileDocument &document, const Result<QByteArray> &edited)
{
    if (!edited) {
        Q_EMIT failed(edited.error());
        return;
    }
    QTextDocument &text = *document.document();
    const bool goesOn = !m_field.isEmpty() && m_field == m_lastField && text.revision() == m_lastRevision && !text.isRedoAvailable();
    document.replaceBytes(*edited, goesOn ? FileDocument::Step::GoesOn : FileDocument::Step::Own);
    m_lastField = m_field;
    m_lastRevision = text.revision();
}

} // namespace quillway::ui
