// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/text_highlighter.h"

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/Theme>

#include <QElapsedTimer>
#include <QTextDocument>

#include <algorithm>
#include <optional>

namespace quillway::ui {

namespace {

constexpr qint64 sliceMilliseconds = 4;
constexpr int longestColouredLine = 20'000; ///< characters; colouring a longer one would be felt

struct LineState : QTextBlockUserData {
    KSyntaxHighlighting::State end;
    QList<LinePart> prose;
    std::optional<QList<LinePart>> words; ///< to be checked, of the text at `wordsRevision`
    int wordsRevision = 0;

    void setProse(const QList<LinePart> &parts)
    {
        prose = parts;
        words.reset();
    }
};

LineState *stateOf(const QTextBlock &block)
{
    return static_cast<LineState *>(block.userData());
}

/// The definition of Markdown has code and comments spelled, too.
bool isProse(const KSyntaxHighlighting::Format &format)
{
    const auto isNamed = [name = format.name()](const char16_t *part) { return name.contains(QStringView(part), Qt::CaseInsensitive); };
    return format.spellCheck() && !isNamed(u"code") && !isNamed(u"comment") && !isNamed(u"fence") && !isNamed(u"metadata");
}

QTextCharFormat charFormat(const KSyntaxHighlighting::Format &format, const KSyntaxHighlighting::Theme &theme)
{
    QTextCharFormat result;
    if (format.hasTextColor(theme))
        result.setForeground(format.textColor(theme));
    if (format.hasBackgroundColor(theme))
        result.setBackground(format.backgroundColor(theme));
    if (format.isBold(theme))
        result.setFontWeight(QFont::Bold);
    if (format.isItalic(theme))
        result.setFontItalic(true);
    if (format.isUnderline(theme))
        result.setFontUnderline(true);
    if (format.isStrikeThrough(theme))
        result.setFontStrikeOut(true);
    return result;
}

} // namespace

QList<LinePart> proseOf(const QTextBlock &block)
{
    const LineState *state = stateOf(block);
    return state ? state->prose : QList<LinePart>();
}

QList<LinePart> wordsToCheck(const QTextBlock &block)
{
    LineState *state = stateOf(block);
    if (!state)
        return {};
    if (!state->words || state->wordsRevision != block.revision()) {
        state->words = checkedWords(block.text(), state->prose);
        state->wordsRevision = block.revision();
    }
    return *state->words;
}

TextHighlighter::TextHighlighter(QTextDocument *document)
    : QObject(document)
    , m_document(document)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &TextHighlighter::workSlice);
    connect(document, &QTextDocument::contentsChange, this, &TextHighlighter::contentsChanged);
}

void TextHighlighter::setDefinition(const KSyntaxHighlighting::Definition &definition)
{
    AbstractHighlighter::setDefinition(definition);
    startOver();
}

void TextHighlighter::setTheme(const KSyntaxHighlighting::Theme &theme)
{
    AbstractHighlighter::setTheme(theme);
    startOver();
}

void TextHighlighter::startOver()
{
    m_mustReach = m_document->blockCount() - 1;
    continueFrom(0);
}

void TextHighlighter::continueFrom(int block)
{
    m_next = block;
    m_timer.start();
}

void TextHighlighter::contentsChanged(int position, int /*removed*/, int added)
{
    const QTextBlock first = m_document->findBlock(position);
    const QTextBlock last = m_document->findBlock(position + added);
    const int firstNumber = first.blockNumber();
    const int lastNumber = last.isValid() ? last.blockNumber() : m_document->blockCount() - 1;
    // Blocks may have come or gone: what was waited for is only known to be somewhere behind.
    m_mustReach = m_next >= 0 ? m_document->blockCount() - 1 : lastNumber;
    const int from = m_next >= 0 ? std::min(m_next, firstNumber) : firstNumber;
    if (from == firstNumber && firstNumber == lastNumber) {
        QTextBlock block = first;
        const bool more = highlight(block) || m_mustReach > firstNumber;
        if (more && block.next().isValid())
            return continueFrom(firstNumber + 1);
        if (m_next >= 0) {
            m_next = -1;
            m_timer.stop();
            Q_EMIT finished();
        }
        return;
    }
    continueFrom(from);
}

/// True if the line's end state is not what it was before: the next line has to be looked at.
bool TextHighlighter::highlight(QTextBlock &block)
{
    const QTextBlock previous = block.previous();
    const LineState *before = previous.isValid() ? stateOf(previous) : nullptr;
    m_ranges.clear();
    m_prose.clear();
    const KSyntaxHighlighting::State start = before ? before->end : KSyntaxHighlighting::State();
    const KSyntaxHighlighting::State end = block.length() > longestColouredLine ? start : highlightLine(block.text(), start);
    if (block.layout()->formats() != m_ranges) {
        block.layout()->setFormats(m_ranges);
        m_document->markContentsDirty(block.position(), block.length());
    }
    LineState *state = stateOf(block);
    if (state && state->end == end) {
        state->setProse(m_prose);
        return false;
    }
    if (!state) {
        state = new LineState;
        block.setUserData(state);
    }
    state->end = end;
    state->setProse(m_prose);
    return true;
}

void TextHighlighter::applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format)
{
    if (length <= 0)
        return;
    if (isProse(format))
        m_prose.append({ offset, length });
    if (format.isDefaultTextStyle(theme()))
        return;
    m_ranges.append({ offset, length, charFormat(format, theme()) });
}

void TextHighlighter::workSlice()
{
    QElapsedTimer clock;
    clock.start();
    QTextBlock block = m_document->findBlockByNumber(m_next);
    while (block.isValid()) {
        const bool changed = highlight(block);
        const int number = block.blockNumber();
        if (!changed && number >= m_mustReach)
            break;
        block = block.next();
        if (clock.elapsed() >= sliceMilliseconds && block.isValid())
            return continueFrom(number + 1);
    }
    m_next = -1;
    Q_EMIT finished();
}

} // namespace quillway::ui
