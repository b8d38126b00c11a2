// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outline/outline_control.h"

#include "core/text/writing/sections.h"
#include "ui/editor/editor_pane.h"
#include "ui/editor/file_document.h"
#include "ui/editor/text_editor.h"
#include "ui/editor/text_limits.h"

#include <QEvent>
#include <QTextBlock>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace quillway::ui {

using namespace std::chrono_literals;

OutlineControl::OutlineControl(EditorPane &pane, OutlinePanel &panel, QObject *parent)
    : QObject(parent)
    , m_pane(pane)
    , m_panel(panel)
{
    m_worker.setMaxThreadCount(1);
    m_pause.setSingleShot(true);
    m_pause.setInterval(150ms);
    panel.installEventFilter(this);
    connect(&m_pause, &QTimer::timeout, this, &OutlineControl::read);
    connect(&pane, &EditorPane::fileChanged, this, &OutlineControl::follow);
    connect(&pane.editor(), &QPlainTextEdit::cursorPositionChanged, this, &OutlineControl::showCurrent);
    connect(&panel, &OutlinePanel::chosen, this, &OutlineControl::goTo);
    connect(&panel, &OutlinePanel::stepRequested, this, &OutlineControl::step);
    connect(&panel, &OutlinePanel::moveRequested, this, &OutlineControl::move);
    connect(&panel, &OutlinePanel::textWanted, &pane.editor(), qOverload<>(&QWidget::setFocus));
}

OutlineControl::~OutlineControl()
{
    m_worker.clear();
    m_worker.waitForDone();
}

bool OutlineControl::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_panel && event->type() == QEvent::Show)
        follow();
    return QObject::eventFilter(watched, event);
}

/// Another text, or the panel is seen again.
void OutlineControl::follow()
{
    FileDocument *document = m_pane.document();
    if (document != m_document) {
        if (m_document)
            m_document->document()->disconnect(this);
        m_document = document;
        show({}, -1, document ? OutlinePanel::Absent::NotRead : OutlinePanel::Absent::NoText);
        if (document)
            connect(document->document(), &QTextDocument::contentsChange, this, &OutlineControl::edited);
    }
    if (document && m_revision != document->document()->revision())
        read();
}

void OutlineControl::edited(int position, int removed, int added)
{
    if (removed == 0 && added == 0)
        return;
    followEdit(m_outline, position, removed, added);
    m_pause.start();
}

void OutlineControl::show(const Outline &outline, int revision, OutlinePanel::Absent absent)
{
    m_outline = outline;
    m_revision = revision;
    m_panel.setOutline(outline, absent);
    showCurrent();
}

/// Hands a copy of the text to the worker, which is cheap.
void OutlineControl::read()
{
    m_pause.stop();
    if (!m_document || !m_panel.isVisible())
        return;
    QTextDocument &document = *m_document->document();
    if (m_document->file().fileName().endsWith(".toml"_L1))
        return show({}, document.revision(), OutlinePanel::Absent::NoMarkdown);
    if (document.characterCount() > largestEditedText)
        return show({}, document.revision(), OutlinePanel::Absent::TooLong);
    m_worker.clear();
    m_worker.start([this, shown = m_document, text = document.toRawText(), body = m_document->bodyPosition(),
                    revision = document.revision()]() mutable {
        const Outline outline = readOutline(std::move(text), body);
        QMetaObject::invokeMethod(
            this,
            [this, shown, revision, outline] {
                // If the text went on, it is read again when the typing pauses.
                if (shown && shown == m_document && shown->document()->revision() == revision)
                    show(outline, revision, OutlinePanel::Absent::NoHeadings);
            },
            Qt::QueuedConnection);
    });
}

void OutlineControl::showCurrent()
{
    if (m_document && m_panel.isVisible())
        m_panel.setCurrent(headingAt(m_outline, m_pane.editor().textCursor().block().position()));
}

void OutlineControl::goTo(qsizetype heading)
{
    if (!m_document || heading >= m_outline.size())
        return;
    m_pane.editor().goTo(m_document->document()->findBlock(m_outline.at(heading).position).blockNumber() + 1);
    m_pane.editor().setFocus();
}

void OutlineControl::step(qsizetype section, text::Direction direction)
{
    if (const auto place = nextPlace(m_outline, section, direction))
        move(section, *place);
}

void OutlineControl::move(qsizetype section, qsizetype before)
{
    if (!m_document || m_document->readOnlyReason() || m_revision != m_document->document()->revision())
        return; // what is seen is about to become another outline
    const qsizetype end = sectionEnd(m_outline, section);
    const bool isUp = before < section;
    const qsizetype first = isUp ? before : section;
    const qsizetype middle = isUp ? section : end;
    const qsizetype last = isUp ? end : before;
    QTextDocument &document = *m_document->document();
    Outline moved = m_outline;
    QList<int> lines;
    for (const OutlineHeading &heading : std::as_const(moved))
        lines.append(document.findBlock(heading.position).blockNumber());
    lines.append(document.blockCount());
    const text::TextPlace firstLine { lines.at(first), 0 };
    const text::TextPlace middleLine { lines.at(middle), 0 };
    int firstShift = 0;
    int middleShift = 0;
    const bool done = m_pane.editor().aids().runAt(
        *m_document, QTextCursor(document.findBlock(m_outline.at(section).position)), WritingAids::Caret::Follows,
        [&](const text::TextLines &text, const text::TextSelection & /*selection*/) {
            auto edit = text::exchangeSections(text, { firstLine.line, middleLine.line, lines.at(last) }, { firstLine, middleLine });
            if (edit) {
                firstShift = edit->selection.anchor.line - firstLine.line;
                middleShift = edit->selection.caret.line - middleLine.line;
                const text::TextPlace &place = isUp ? edit->selection.caret : edit->selection.anchor;
                edit->selection = { place, place };
            }
            return edit;
        });
    if (!done)
        return;
    // As it will be read: the next key goes on from there.
    const int lastShift = document.blockCount() - lines.constLast();
    for (qsizetype i = first; i < moved.size(); ++i) {
        const int line = lines.at(i) + (i < middle ? firstShift : i < last ? middleShift : lastShift);
        moved[i].position = document.findBlockByNumber(line).position();
    }
    std::rotate(moved.begin() + first, moved.begin() + middle, moved.begin() + last);
    show(moved, document.revision(), OutlinePanel::Absent::NoHeadings);
    read();
}

} // namespace quillway::ui
