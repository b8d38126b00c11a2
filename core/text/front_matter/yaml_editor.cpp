// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/front_matter/yaml_editor.h"

#include "core/text/front_matter/bytes.h"
#include "core/text/front_matter/flow_editor.h"
#include "core/text/front_matter/line_chunks.h"
#include "core/text/front_matter/lines.h"
#include "core/text/front_matter/yaml_writer.h"

#include <algorithm>
#include <optional>

namespace quillway::text {

namespace {

bool isBlockScalar(const Syntax &node)
{
    return node.style == Style::Literal || node.style == Style::Folded;
}

bool isBlockCollection(const Syntax &node)
{
    return node.style == Style::Block && !node.members.isEmpty();
}

class YamlEditor
{
public:
    YamlEditor(QByteArrayView text, QByteArrayView lineEnd, const Syntax &root, Effort effort)
        : m_text(text)
        , m_lineEnd(lineEnd)
        , m_root(root)
        , m_effort(effort)
        , m_layout(layoutOf(root))
        , m_writer(m_layout, lineEnd)
        , m_flow(text, m_inFlow)
    { }

    QByteArray edited(const QList<Value::Member> &members, qsizetype column) const;

private:
    /// A list's item or a map's member, on lines of its own.
    struct Slot {
        const Syntax::Member &child;
        bool isMember = false;
        qsizetype begin = 0; ///< of its key or dash
        qsizetype lineEnd = 0; ///< of its last line, line end included
        qsizetype end = 0; ///< of the comments behind that are indented as what is inside it
        qsizetype column = 0;
    };

    /// A block's lines, and the end of those that they stand for.
    struct Lines {
        QByteArray text;
        qsizetype end = 0;
    };

    /// Where a slot's new content goes: behind `before`, and before `after`, which ends that line.
    struct Opening {
        QByteArray before;
        QByteArrayView after;
    };

    YamlLayout layoutOf(const Syntax &root) const;
    QByteArrayView slice(qsizetype begin, qsizetype end) const { return m_text.sliced(begin, end - begin); }
    qsizetype columnOf(qsizetype offset) const { return offset - lineBegin(m_text, offset); }
    qsizetype firstContent(qsizetype from) const;
    qsizetype innerCommentsEnd(qsizetype from, qsizetype column) const;

    std::optional<QList<Slot>> slotsOf(const Syntax &block, qsizetype begin) const;
    std::optional<Lines> editedBlock(const Syntax &block, qsizetype begin, const QList<PlannedChild> &plan) const;
    QByteArray newLines(const Syntax &block, qsizetype column, const PlannedChild &planned) const;

    QByteArray editedSlot(const Slot &slot, const Value &value) const;
    std::optional<QByteArray> editedInside(const Slot &slot, const Value &value) const;
    std::optional<qsizetype> announceEnd(const Slot &slot) const;
    Opening openingOf(const Slot &slot, qsizetype announced, const Value &value) const;
    std::optional<QByteArray> withBlockScalar(const Slot &slot, const Opening &opening, const Value &value) const;
    std::optional<QByteArray> withBlockCollection(const Slot &slot, const Opening &opening, const Value &value) const;
    qsizetype textIndent(const Slot &slot) const;

    QByteArrayView m_text;
    QByteArrayView m_lineEnd;
    const Syntax &m_root;
    Effort m_effort;
    YamlLayout m_layout;
    YamlBlockWriter m_writer;
    YamlInlineWriter m_inBlock { YamlInlineWriter::Place::Block };
    YamlInlineWriter m_inFlow { YamlInlineWriter::Place::Flow };
    FlowEditor m_flow;
};

/// The way in which the document's own lists and maps stand below their keys.
YamlLayout YamlEditor::layoutOf(const Syntax &root) const
{
    YamlLayout layout;
    bool hasList = false;
    bool hasBlockList = false;
    bool hasMap = false;
    for (const Syntax::Member &member : root.members) {
        const Syntax &node = member.node;
        if (node.value.kind == Value::Kind::List && !node.members.isEmpty() && node.style != Style::Alias && !hasList) {
            hasList = true;
            layout.prefersBlockLists = node.style == Style::Block;
        }
        const qsizetype step = isBlockCollection(node) ? columnOf(node.span.begin) - columnOf(member.key.begin) : -1;
        if (step >= 0 && node.value.kind == Value::Kind::List && !hasBlockList) {
            hasBlockList = true;
            layout.listStep = step;
        } else if (step > 0 && node.value.kind == Value::Kind::Map && !hasMap) {
            hasMap = true;
            layout.step = step;
        }
    }
    return layout;
}

/// The first byte from `from`, a line's begin, that is neither blank nor in a comment.
qsizetype YamlEditor::firstContent(qsizetype from) const
{
    while (from < m_text.size()) {
        const Line line = lineFrom(m_text, from);
        qsizetype at = line.begin;
        while (at < line.end && isBlank(m_text[at]))
            ++at;
        if (at < line.end && m_text[at] != '#')
            return at;
        from = line.next;
    }
    return from;
}

/// The end of the comments from `from`, a line's begin, that are indented deeper than `column`, blank lines between them included.
qsizetype YamlEditor::innerCommentsEnd(qsizetype from, qsizetype column) const
{
    qsizetype end = from;
    while (from < m_text.size()) {
        const Line line = lineFrom(m_text, from);
        const QByteArrayView content = withoutBlanks(slice(line.begin, line.end));
        const bool isInner = content.startsWith('#') && content.data() - m_text.data() - line.begin > column;
        if (!content.isEmpty() && !isInner)
            break;
        from = line.next;
        end = isInner ? from : end;
    }
    return end;
}

/// The children of `block`, the first of which begins at `begin`; nothing if they do not stand in one column.
std::optional<QList<YamlEditor::Slot>> YamlEditor::slotsOf(const Syntax &block, qsizetype begin) const
{
    QList<Slot> result;
    const bool isMap = block.value.kind == Value::Kind::Map;
    const qsizetype column = columnOf(begin);
    for (const Syntax::Member &child : block.members) {
        const Span whole = wholeSpan(child);
        const bool isAnnounced = isMap || (begin < m_text.size() && m_text[begin] == '-');
        if (!isAnnounced || columnOf(begin) != column || whole.end < begin)
            return std::nullopt;
        const qsizetype lineEnd = lineFrom(m_text, whole.end).next;
        result.append({ child, isMap, begin, lineEnd, innerCommentsEnd(lineEnd, column), column });
        begin = firstContent(result.last().end);
    }
    return result;
}

/// The lines of `block` with their indentation, once its children are those of `plan`.
std::optional<YamlEditor::Lines> YamlEditor::editedBlock(const Syntax &block, qsizetype begin, const QList<PlannedChild> &plan) const
{
    const std::optional<QList<Slot>> old = slotsOf(block, begin);
    if (!old)
        return std::nullopt;
    const qsizetype column = columnOf(begin);
    const QByteArray indent(column, ' ');
    QList<LineChunk> chunks;
    for (const Slot &slot : *old) {
        const qsizetype before = chunks.isEmpty() ? slot.begin : (*old)[chunks.size() - 1].end;
        chunks.append({ slice(before, chunks.isEmpty() ? slot.begin : lineBegin(m_text, slot.begin)), slice(slot.begin, slot.end) });
    }
    QList<QByteArray> texts;
    for (const PlannedChild &planned : plan) {
        if (!planned.old)
            texts.append(indent + newLines(block, column, planned));
        else if (planned.value)
            texts.append(indent + editedSlot((*old)[*planned.old], *planned.value));
        else
            texts.append(joined(indent, chunks[*planned.old].text));
    }
    const bool isSetOff = block.value.kind == Value::Kind::List && chunks.size() > 1 && withoutBlanks(chunks[1].lead) == m_lineEnd;
    return Lines { composeChunks(chunks, plan, texts, isSetOff ? chunks[1].lead : QByteArrayView()), old->last().end };
}

QByteArray YamlEditor::newLines(const Syntax &block, qsizetype column, const PlannedChild &planned) const
{
    if (m_effort == Effort::Anew && block.value.kind == Value::Kind::Map)
        return joined(m_inFlow.writeKey(planned.name, Style::Plain), ": ", m_inFlow.write(*planned.value, Style::DoubleQuoted), m_lineEnd);
    if (block.value.kind == Value::Kind::Map)
        return m_writer.writeMember(planned.name, *planned.value, column);
    const Syntax::Member &sibling = block.members.first();
    const bool isAlike = sibling.node.value.kind == planned.value->kind && !isBlockScalar(sibling.node);
    const QByteArray item = m_writer.writeItem(*planned.value, column, isAlike ? sibling.node.style : Style::Plain);
    const QByteArrayView behindDash = slice(block.span.begin + 1, std::max(wholeSpan(sibling).begin, block.span.begin + 1));
    const bool isWide = planned.value->isScalar() && item.startsWith("- ") && behindDash.size() > 1 && withoutBlanks(behindDash).isEmpty();
    return isWide ? joined('-', behindDash, QByteArrayView(item).sliced(2)) : item;
}

/// The byte behind the `:` or `-` of a slot; nothing for a key in the form `? key`.
std::optional<qsizetype> YamlEditor::announceEnd(const Slot &slot) const
{
    if (!slot.isMember)
        return slot.begin + 1;
    qsizetype at = slot.child.key.end;
    while (at < slot.lineEnd && isBlank(m_text[at]))
        ++at;
    return slot.begin == slot.child.key.begin && at < slot.lineEnd && m_text[at] == ':' ? std::optional(at + 1) : std::nullopt;
}

YamlEditor::Opening YamlEditor::openingOf(const Slot &slot, qsizetype announced, const Value &value) const
{
    const Syntax &node = slot.child.node;
    // A tag goes with what it was said of; an anchor stays, as others may refer to it.
    const bool keepsProperties = !node.properties.isEmpty() && (value.kind == node.value.kind || node.properties.of(m_text).contains('&'));
    const qsizetype behind = node.properties.isEmpty() ? announced : node.properties.end;
    const QByteArrayView announcement = slice(slot.begin, keepsProperties ? behind : announced);
    if (node.span.isEmpty() || isBlockCollection(node)) {
        const Line line = lineFrom(m_text, behind);
        const bool holdsContent = !node.span.isEmpty() && node.span.begin < line.end;
        QByteArrayView after = slice(holdsContent ? line.end : behind, line.next);
        if (withoutBlanks(slice(line.next - after.size(), line.end)).isEmpty())
            after = slice(line.end, line.next);
        return { joined(announcement, ' '), after };
    }
    QByteArray before = joined(announcement,
                               keepsProperties || node.properties.isEmpty() ? slice(behind, node.span.begin) : QByteArrayView(" "));
    if (!isBlockScalar(node))
        return { before, slice(node.span.end, slot.lineEnd) };
    const Line header = lineFrom(m_text, node.span.begin);
    qsizetype end = node.span.begin;
    while (end < header.end && !isBlank(m_text[end]))
        ++end;
    return { before, slice(end, header.next) };
}

/// The column of a block scalar's text: that of the old one, or one step below its key.
qsizetype YamlEditor::textIndent(const Slot &slot) const
{
    const qsizetype usual = slot.column + (slot.isMember ? m_layout.step : 2);
    if (!isBlockScalar(slot.child.node))
        return usual;
    for (qsizetype at = lineFrom(m_text, slot.child.node.span.begin).next; at < slot.child.node.span.end;) {
        const Line line = lineFrom(m_text, at);
        const QByteArrayView content = slice(line.begin, line.end);
        if (!withoutBlanks(content).isEmpty()) {
            const qsizetype indent = std::ranges::find_if(content, [](char c) { return c != ' '; }) - content.begin();
            return indent > slot.column ? indent : usual;
        }
        at = line.next;
    }
    return usual;
}

std::optional<QByteArray> YamlEditor::withBlockScalar(const Slot &slot, const Opening &opening, const Value &value) const
{
    const Syntax &node = slot.child.node;
    if (value.kind != Value::Kind::String)
        return std::nullopt;
    const bool wasEscaped = node.style == Style::DoubleQuoted && node.value.text.contains(u'\n');
    if (!isBlockScalar(node) && (wasEscaped || !value.text.contains(u'\n')))
        return std::nullopt;
    std::optional<YamlBlockScalar> scalar;
    if (node.style == Style::Folded)
        scalar = yamlBlockScalar(value.text, Style::Folded, textIndent(slot), m_lineEnd);
    if (!scalar)
        scalar = yamlBlockScalar(value.text, Style::Literal, textIndent(slot), m_lineEnd);
    if (!scalar)
        return std::nullopt;
    return joined(opening.before, scalar->header, opening.after, scalar->lines);
}

std::optional<QByteArray> YamlEditor::withBlockCollection(const Slot &slot, const Opening &opening, const Value &value) const
{
    const Syntax &node = slot.child.node;
    if (!node.span.isEmpty() && !isBlockCollection(node))
        return std::nullopt;
    if (!slot.isMember && value.kind == Value::Kind::Map && !value.members.isEmpty() && withoutBlanks(opening.after) == m_lineEnd)
        return opening.before + m_writer.writeMembers(value, slot.column + 2);
    if (!slot.isMember && value.kind == Value::Kind::List)
        return std::nullopt;
    const QByteArray behind = m_writer.writeBehindKey(value, slot.column);
    if (!behind.startsWith(m_lineEnd))
        return std::nullopt;
    return joined(opening.before.chopped(1), opening.after, QByteArrayView(behind).sliced(m_lineEnd.size()));
}

/// The slot with a collection edited that stays one of its kind.
std::optional<QByteArray> YamlEditor::editedInside(const Slot &slot, const Value &value) const
{
    const Syntax &node = slot.child.node;
    if (node.value.kind != value.kind)
        return std::nullopt;
    if (!isBlockCollection(node))
        return joined(slice(slot.begin, node.span.begin), m_flow.edited(node, value), slice(node.span.end, slot.end));
    if (value.items.isEmpty() && value.members.isEmpty())
        return std::nullopt;
    const QList<PlannedChild> plan = value.kind == Value::Kind::Map ? planMap(node, value.members) : planList(node, value.items);
    const std::optional<Lines> lines = editedBlock(node, node.span.begin, plan);
    if (!lines)
        return std::nullopt;
    // Of the comments behind, the last child may have had some already.
    const QByteArrayView comments = slice(std::max(lines->end, slot.lineEnd), slot.end);
    const qsizetype lineStart = lineBegin(m_text, node.span.begin);
    if (lineStart > slot.begin)
        return joined(slice(slot.begin, lineStart), lines->text, comments);
    // It begins on the slot's own line, as in `- key: value`.
    const QByteArrayView text = lines->text;
    const qsizetype blanks = std::ranges::find_if_not(text, isBlank) - text.begin();
    return joined(slice(slot.begin, node.span.begin), text.sliced(std::min(blanks, columnOf(node.span.begin))), comments);
}

QByteArray YamlEditor::editedSlot(const Slot &slot, const Value &value) const
{
    const Syntax &node = slot.child.node;
    const QByteArrayView comments = slice(slot.lineEnd, slot.end);
    const std::optional<qsizetype> announced = announceEnd(slot);
    if (!announced)
        return joined(m_writer.writeMember(slot.child.name, value, slot.column), comments);
    if (m_effort == Effort::Anew)
        return joined(slice(slot.begin, *announced), ' ', m_inFlow.write(value, Style::DoubleQuoted), m_lineEnd, comments);
    if (isBlockCollection(node) || (node.style == Style::Flow && !value.isScalar())) {
        if (const std::optional<QByteArray> inside = editedInside(slot, value))
            return *inside;
    }
    const Opening opening = openingOf(slot, *announced, value);
    if (const std::optional<QByteArray> scalar = withBlockScalar(slot, opening, value))
        return joined(*scalar, comments);
    if (!value.isScalar()) {
        if (const std::optional<QByteArray> collection = withBlockCollection(slot, opening, value))
            return joined(*collection, comments);
    }
    const Style like = isBlockScalar(node) ? Style::DoubleQuoted : node.style;
    return joined(opening.before, m_inBlock.write(value, like), opening.after, comments);
}

QByteArray YamlEditor::edited(const QList<Value::Member> &members, qsizetype column) const
{
    if (m_root.style == Style::Flow)
        return joined(slice(0, m_root.span.begin), m_flow.edited(m_root, Value::map(members)), m_text.sliced(m_root.span.end));
    if (m_root.members.isEmpty()) {
        const QByteArray indent(members.isEmpty() ? 0 : column, ' ');
        return joined(m_text, indent, m_writer.writeMembers(Value::map(members), column));
    }
    const qsizetype from = m_root.properties.isEmpty() ? 0 : lineFrom(m_text, m_root.properties.end).next;
    const qsizetype begin = firstContent(from);
    const std::optional<Lines> lines = editedBlock(m_root, begin, planMap(m_root, members));
    if (!lines)
        return m_text.toByteArray();
    return joined(slice(0, lineBegin(m_text, begin)), lines->text, m_text.sliced(lines->end));
}

} // namespace

QByteArray editYaml(QByteArrayView text, QByteArrayView lineEnd, const Syntax &root, const QList<Value::Member> &members, qsizetype column,
                    Effort effort)
{
    return YamlEditor(text, lineEnd, root, effort).edited(members, column);
}

} // namespace quillway::text
