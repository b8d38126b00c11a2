// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/background_pool.h"
#include "core/text/readability.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <stop_token>

class QPainter;

namespace quillway::ui {

class FileDocument;
class TextEditor;

/// Marks long sentences in the editor, while that is wanted, and says how easy the text reads. The text is measured on a worker when the typing pauses; until then
/// the marks move with it.
class SentenceMarks : public QObject
{
    Q_OBJECT

public:
    static constexpr int longWords = 30; ///< a sentence of more words is long,
    static constexpr int tooLongWords = 40; ///< and of more than these, marked more strongly

    /// `editor` owns it.
    explicit SentenceMarks(TextEditor &editor);
    ~SentenceMarks() override;

    void setOn(bool on);
    [[nodiscard]] bool isOn() const { return m_isOn; }
    void setDocument(FileDocument *document); ///< that the editor shows; null: none
    void setLanguage(const QString &language); ///< BCP 47

    /// text::Readability::ease of the text as it was measured last; nothing while off.
    [[nodiscard]] std::optional<double> ease() const { return m_ease; }

    struct Mark {
        text::TextRange place; ///< in the document
        bool isTooLong = false;

        friend bool operator==(const Mark &, const Mark &) = default;
    };
    [[nodiscard]] const QList<Mark> &marks() const { return m_marks; }

    /// Draws the marks of what is visible, below the text.
    void paint(QPainter &painter) const;

Q_SIGNALS:
    void measured(); ///< marks and ease are other ones

private:
    void measureSoon();
    void measure();
    void take(int revision, qsizetype offset, const text::Readability &result);
    void follow(int position, int removed, int added);
    void clear();

    TextEditor &m_editor;
    QPointer<FileDocument> m_document;
    QString m_language;
    bool m_isOn = false;
    QList<Mark> m_marks; ///< ascending
    std::optional<double> m_ease;
    QTimer m_pause; ///< since the last edit
    std::stop_source m_stop;
    BackgroundPool m_worker;
};

} // namespace quillway::ui
