// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/sentence_marks.h"

#include "ui/editor/file_document.h"
#include "ui/editor/spaced_layout.h"
#include "ui/editor/text_editor.h"
#include "ui/style/appearance.h"

#include <QPainter>
#include <QTextBlock>
#include <QTextLayout>

#include <algorithm>

namespace quillway::ui {

namespace {

constexpr int pauseBeforeMeasuring = 300; // milliseconds

/// Long sentences stand on a tint, too long ones on a stronger one that is underlined too.
void paintMark(QPainter &painter, const QRectF &place, bool isTooLong)
{
    QColor tint = coloursFor(isDark()).warning;
    tint.setAlpha(isTooLong ? 56 : 26);
    painter.fillRect(place, tint);
    if (!isTooLong)
        return;
    tint.setAlpha(170);
    painter.fillRect(QRectF(place.left(), place.bottom() - 1.5, place.width(), 1.5), tint);
}

/// The part of a mark that is in the block, line by line.
void paintInBlock(QPainter &painter, const QTextBlock &block, const QPointF &topLeft, const SentenceMarks::Mark &mark)
{
    const QTextLayout &layout = *block.layout();
    const QString text = block.text();
    const int begin = static_cast<int>(std::max<qsizetype>(mark.place.begin - block.position(), 0));
    const int end = static_cast<int>(std::min<qsizetype>(mark.place.end - block.position(), block.length() - 1));
    for (int i = 0; i < layout.lineCount(); ++i) {
        const QTextLine line = layout.lineAt(i);
        const int from = std::max(begin, line.textStart());
        int to = std::min(end, line.textStart() + line.textLength());
        while (to > from && text.at(to - 1).isSpace())
            --to; // the blanks at which the line was broken
        if (from >= to)
            continue;
        const auto [left, right] = std::minmax({ line.cursorToX(from), line.cursorToX(to) });
        const double top = line.y() - 1;
        paintMark(painter, QRectF(topLeft.x() + left, topLeft.y() + top, right - left, line.height() + 2), mark.isTooLong);
    }
}

} // namespace

SentenceMarks::SentenceMarks(TextEditor &editor)
    : QObject(&editor)
    , m_editor(editor)
{
    m_worker.setMaxThreadCount(1);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseBeforeMeasuring);
    connect(&m_pause, &QTimer::timeout, this, &SentenceMarks::measure);
}

SentenceMarks::~SentenceMarks()
{
    m_stop.request_stop();
    m_worker.waitForDone();
}

void SentenceMarks::setOn(bool on)
{
    if (on == m_isOn)
        return;
    m_isOn = on;
    if (on)
        measure();
    else
        clear();
}

void SentenceMarks::setDocument(FileDocument *document)
{
    if (m_document)
        m_document->document()->disconnect(this);
    m_document = document;
    clear();
    if (!document)
        return;
    connect(document->document(), &QTextDocument::contentsChange, this, &SentenceMarks::follow);
    measureSoon();
}

void SentenceMarks::setLanguage(const QString &language)
{
    if (language == m_language)
        return;
    m_language = language;
    measureSoon();
}

void SentenceMarks::clear()
{
    m_stop.request_stop();
    m_pause.stop();
    m_marks.clear();
    m_ease.reset();
    m_editor.viewport()->update();
    Q_EMIT measured();
}

void SentenceMarks::measureSoon()
{
    if (m_isOn)
        m_pause.start();
}

/// Hands a copy of the text to the worker, which is cheap; a measuring still under way is stopped.
void SentenceMarks::measure()
{
    if (!m_isOn || !m_document || m_document->file().fileName().endsWith(QLatin1StringView(".toml")))
        return;
    m_stop.request_stop();
    m_stop = {};
    QTextDocument &document = *m_document->document();
    m_worker.start([this, text = document.toRawText(), offset = m_document->bodyPosition(), revision = document.revision(),
                    language = m_language, stop = m_stop.get_token()]() mutable {
        text.remove(0, offset);
        text.replace(QChar::ParagraphSeparator, u'\n');
        const auto result = text::readability(text, language, stop);
        if (result) {
            QMetaObject::invokeMethod(
                this,
                [this, revision, offset, stop, result = *result] {
                    if (!stop.stop_requested())
                        take(revision, offset, result);
                },
                Qt::QueuedConnection);
        }
    });
}

void SentenceMarks::take(int revision, qsizetype offset, const text::Readability &result)
{
    if (!m_document || m_document->document()->revision() != revision)
        return; // the text went on; it is measured again when the typing pauses
    m_marks.clear();
    for (const text::Sentence &sentence : result.sentences) {
        if (sentence.words <= longWords)
            continue;
        for (const text::TextRange &part : sentence.parts)
            m_marks.append({ { part.begin + offset, part.end + offset }, sentence.words > tooLongWords });
    }
    m_ease = result.ease;
    m_editor.viewport()->update();
    Q_EMIT measured();
}

/// Marks behind an edit move with their text; one that is edited grows or shrinks.
void SentenceMarks::follow(int position, int removed, int added)
{
    if (removed == 0 && added == 0)
        return;
    const auto moved = [&](qsizetype place) {
        return place <= position ? place : place >= position + removed ? place + added - removed : static_cast<qsizetype>(position);
    };
    for (Mark &mark : m_marks)
        mark.place = { moved(mark.place.begin), moved(mark.place.end) };
    measureSoon();
}

void SentenceMarks::paint(QPainter &painter) const
{
    if (m_marks.isEmpty())
        return;
    for (QTextBlock block = m_editor.topBlock(); block.isValid(); block = block.next()) {
        const QRectF place = m_editor.placeOf(block);
        if (place.top() > m_editor.viewport()->height())
            break;
        if (!block.isVisible())
            continue;
        const qsizetype end = block.position() + block.length();
        auto mark = std::ranges::upper_bound(m_marks, block.position(), {}, [](const Mark &each) { return each.place.end; });
        for (; mark != m_marks.end() && mark->place.begin < end; ++mark)
            paintInBlock(painter, block, place.topLeft(), *mark);
    }
}

} // namespace quillway::ui
