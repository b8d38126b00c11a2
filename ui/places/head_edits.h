// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/front_matter.h"
#include "ui/places/newest_job.h"

#include <QPointer>
#include <QTimer>

namespace quillway::ui {

class FileDocument;

/// What a form does to the head of the file that it shows: edits of single keys, written into the file's document, so that undo is the document's. Typing leaves a moment after the
/// last key; what is typed into one field without anything between is one step of undo. A large text is edited on a thread of its own. Nothing else than the keys'
/// bytes changes (text::editFrontMatter).
class HeadEdits : public QObject
{
    Q_OBJECT

public:
    explicit HeadEdits(QObject *parent = nullptr);

    using Editing = Result<QByteArray> (*)(const QByteArray &, const QList<text::KeyEdit> &);
    /// How keys are written into the text; text::editFrontMatter if nothing is said.
    void setEditing(Editing editing) { m_editing = editing; }
    /// What was typed for the one before is written first. Null: the one before goes away, and with it what was not written: flush() as long as it is there.
    void setDocument(FileDocument *document);

    /// Typed into that field: to be written a moment later.
    void type(const QString &field, const text::KeyEdit &edit);
    /// A step of its own, at once.
    void apply(const QList<text::KeyEdit> &edits);
    /// Writes what waits.
    void flush();
    /// Something was typed that is not in the document yet: what the document says of this field is older than the field.
    [[nodiscard]] bool isWaiting() const { return !m_waiting.isEmpty() || !m_running.isEmpty(); }

Q_SIGNALS:
    void failed(const quillway::Error &error); ///< the head stays as it was

private:
    void write();
    void take(FileDocument &document, const Result<QByteArray> &edited);
    void edited(int revision, const Result<QByteArray> &edited);

    Editing m_editing = &text::editFrontMatter;
    QPointer<FileDocument> m_document;
    QList<text::KeyEdit> m_waiting;
    QString m_field; ///< of what waits or runs; empty: a step of its own
    QList<text::KeyEdit> m_running; ///< on the thread
    QString m_lastField; ///< written last
    int m_lastRevision = -1; ///< of the document, then
    QTimer m_pause;
    NewestJob m_job;
};

} // namespace quillway::ui
