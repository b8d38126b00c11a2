// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/front_matter/flow_editor.h"

#include "core/text/front_matter/bytes.h"
#include "core/text/front_matter/lines.h"

#include <QSet>

#include <algorithm>

namespace quillway::text {

namespace {

bool isSpace(char c)
{
    return isBlank(c) || isLineEnd(c);
}

bool hasLineEnd(QByteArrayView text)
{
    return std::ranges::any_of(text, isLineEnd);
}

/// True if there is more than space in `text`: a comment, as a rule.
bool hasContent(QByteArrayView text)
{
    return !std::ranges::all_of(text, isSpace);
}

/// The style that a new string has beside `sibling`.
Style styleBeside(const Syntax &sibling)
{
    return sibling.value.kind == Value::Kind::String ? sibling.style : Style::Plain;
}

Style styleOfKey(QByteArrayView key)
{
    if (key.startsWith('"'))
        return Style::DoubleQuoted;
    return key.startsWith('\'') ? Style::SingleQuoted : Style::Plain;
}

/// A child and what is around it, up to its neighbours.
struct Child {
    QByteArrayView lead; ///< after the comma before it, or after the line that this ends
    Span text;
    QByteArrayView tail; ///< up to its comma, which the last one may lack
    QByteArrayView rest; ///< behind its comma, if the line ends there: its comment
};

} // namespace

Span wholeSpan(const Syntax::Member &child)
{
    Span span = child.node.span;
    const Span &properties = child.node.properties;
    if (!properties.isEmpty())
        span = { std::min(span.begin, properties.begin), std::max(span.end, properties.end) };
    return child.key.isEmpty() ? span : Span { child.key.begin, std::max(span.end, child.key.end) };
}

/// Puts the children of one collection together anew, as a plan says.
class FlowEditor::Composer
{
public:
    Composer(const FlowEditor &editor, const Syntax &node)
        : m_editor(editor)
        , m_text(editor.m_text)
        , m_node(node)
        , m_end(node.span.begin + 1, node.span.end - 1)
    {
        findChildren();
        findLead();
    }

    QByteArray compose(const QList<PlannedChild> &plan);

private:
    void findChildren();
    void findLead();
    qsizetype commaIn(Span gap) const;
    QByteArrayView slice(qsizetype begin, qsizetype end) const { return m_text.sliced(begin, end - begin); }
    void addOrphansBefore(qsizetype index);
    void addChild(const PlannedChild &planned, bool isFirst, bool isLast);
    QByteArray editedChild(const Syntax::Member &child, const Value &value) const;
    QByteArray newChild(const PlannedChild &planned) const;

    const FlowEditor &m_editor;
    QByteArrayView m_text;
    const Syntax &m_node;
    QList<Child> m_children; ///< as they are
    Span m_end; ///< from the last child to the closing bracket
    bool m_endsWithComma = false;
    QByteArray m_firstLead; ///< of a new child that is the first
    QByteArray m_lead = " "; ///< of a new child that is not

    QSet<qsizetype> m_staying;
    qsizetype m_nextOrphan = 0;
    QByteArray m_result;
};

/// The comma in `gap`, comments skipped; its end if there is none.
qsizetype FlowEditor::Composer::commaIn(Span gap) const
{
    qsizetype at = gap.begin;
    while (at < gap.end && m_text[at] != ',')
        at = m_text[at] == '#' && m_editor.m_writer.hasComments() ? lineFrom(m_text, at).end : at + 1;
    return std::min(at, gap.end);
}

void FlowEditor::Composer::findChildren()
{
    qsizetype at = m_node.span.begin + 1;
    for (qsizetype index = 0; index < m_node.members.size(); ++index) {
        const Span text = wholeSpan(m_node.members[index]);
        const bool isLast = index + 1 == m_node.members.size();
        const Span gap { text.end, isLast ? m_node.span.end - 1 : wholeSpan(m_node.members[index + 1]).begin };
        const qsizetype comma = commaIn(gap);
        m_endsWithComma = comma < gap.end;
        const qsizetype begin = std::min(comma + 1, gap.end);
        const qsizetype lineEnd = std::min(lineFrom(m_text, begin).end, gap.end);
        Child child { slice(at, text.begin), text, slice(text.end, comma), {} };
        if (m_endsWithComma) {
            at = hasLineEnd(slice(begin, gap.end)) ? lineEnd : begin;
            child.rest = slice(begin, at);
        } else {
            // Without a comma only a comment belongs to the child, blanks and line end belong to the bracket.
            at = std::min(lineFrom(m_text, text.end).end, gap.end);
            child.tail = slice(text.end, at);
            if (!hasContent(child.tail)) {
                child.tail = {};
                at = text.end;
            }
        }
        m_children.append(child);
    }
    m_end.begin = at;
}

void FlowEditor::Composer::findLead()
{
    const QByteArrayView first = m_children.isEmpty() ? m_end.of(m_text) : m_children[0].lead;
    if (hasContent(first))
        return;
    if (!m_children.isEmpty()) {
        m_firstLead = first.toByteArray();
    } else if (hasLineEnd(first)) {
        // Nothing between brackets on two lines: children come on lines of their own between them.
        m_end.begin = lineBegin(m_text, m_end.end);
        m_firstLead = joined(slice(m_node.span.begin + 1, m_end.begin), m_end.of(m_text), "  ");
        m_end.begin -= m_end.begin > m_node.span.begin + 2 && m_text[m_end.begin - 2] == '\r' && m_text[m_end.begin - 1] == '\n' ? 2 : 1;
    } else {
        m_end.begin = m_end.end;
    }
    if (m_children.size() > 1 && !hasContent(m_children[1].lead))
        m_lead = m_children[1].lead.toByteArray();
    else if (hasLineEnd(m_firstLead))
        m_lead = m_firstLead;
}

/// Keeps the comments that stand on lines of their own above children that go.
void FlowEditor::Composer::addOrphansBefore(qsizetype index)
{
    for (; m_nextOrphan < index; ++m_nextOrphan) {
        if (m_staying.contains(m_nextOrphan))
            continue;
        QByteArrayView comments = m_children[m_nextOrphan].lead;
        while (!comments.isEmpty() && !isLineEnd(comments.back()))
            comments.chop(1);
        while (!comments.isEmpty() && isSpace(comments.back()))
            comments.chop(1);
        m_result += comments;
    }
}

QByteArray FlowEditor::Composer::editedChild(const Syntax::Member &child, const Value &value) const
{
    const Span all = wholeSpan(child);
    const Span &old = child.node.span;
    const QByteArrayView before = slice(all.begin, old.begin);
    QByteArrayView between;
    if (old.isEmpty() && !before.isEmpty() && !isBlank(before.back()))
        between = before.back() == ':' || !child.node.properties.isEmpty() ? QByteArrayView(" ") : m_editor.m_writer.between();
    return joined(before, between, m_editor.edited(child.node, value), slice(old.end, all.end));
}

QByteArray FlowEditor::Composer::newChild(const PlannedChild &planned) const
{
    const InlineWriter &writer = m_editor.m_writer;
    const bool isMap = m_node.value.kind == Value::Kind::Map;
    if (m_node.members.isEmpty()) {
        const QByteArray text = writer.write(*planned.value, Style::Plain);
        return isMap ? joined(writer.writeKey(planned.name, Style::Plain), writer.between(), text) : text;
    }
    const Syntax::Member &sibling = m_node.members.last();
    QByteArray text = writer.write(*planned.value, styleBeside(sibling.node));
    if (!isMap)
        return text;
    QByteArrayView between = writer.between();
    if (!sibling.node.span.isEmpty() && sibling.node.properties.isEmpty()) {
        const QByteArrayView itsBetween = slice(sibling.key.end, sibling.node.span.begin);
        if (withoutBlanks(itsBetween) == withoutBlanks(between))
            between = itsBetween;
    }
    return joined(writer.writeKey(planned.name, styleOfKey(sibling.key.of(m_text))), between, text);
}

void FlowEditor::Composer::addChild(const PlannedChild &planned, bool isFirst, bool isLast)
{
    const Child from = planned.old ? m_children[*planned.old] : Child {};
    const bool wasFirst = planned.old == 0;
    if (planned.old && hasContent(from.lead))
        m_result += from.lead;
    else if (isFirst)
        m_result += m_firstLead;
    else
        m_result += planned.old && !wasFirst ? from.lead : QByteArrayView(m_lead);

    if (!planned.old)
        m_result += newChild(planned);
    else if (planned.value)
        m_result += editedChild(m_node.members[*planned.old], *planned.value);
    else
        m_result += from.text.of(m_text);

    const QByteArrayView comma = isLast && !m_endsWithComma ? "" : ",";
    // The comment of a last child that had no comma comes behind the comma that it now has.
    m_result += hasContent(from.tail) ? joined(comma, from.tail) : joined(from.tail, comma);
    m_result += from.rest;
}

QByteArray FlowEditor::Composer::compose(const QList<PlannedChild> &plan)
{
    for (const PlannedChild &planned : plan) {
        if (planned.old)
            m_staying.insert(*planned.old);
    }
    m_result = slice(m_node.span.begin, m_node.span.begin + 1).toByteArray();
    for (qsizetype index = 0; index < plan.size(); ++index) {
        if (plan[index].old)
            addOrphansBefore(*plan[index].old);
        addChild(plan[index], index == 0, index + 1 == plan.size());
    }
    addOrphansBefore(m_children.size());
    const bool isEmpty = m_result.size() == 1;
    if (!isEmpty)
        m_result += m_end.of(m_text);
    return m_result + m_text[m_node.span.end - 1];
}

QByteArray FlowEditor::edited(const Syntax &node, const Value &value) const
{
    if (!node.span.isEmpty() && node.value.sameContent(value))
        return node.span.of(m_text).toByteArray();
    // The map in `[key: value]` has the style, but no braces.
    const bool hasBrackets = node.style == Style::Flow && (m_text[node.span.begin] == '[' || m_text[node.span.begin] == '{');
    if (!hasBrackets || node.value.kind != value.kind)
        return m_writer.write(value, node.style);
    return Composer(*this, node).compose(value.kind == Value::Kind::Map ? planMap(node, value.members) : planList(node, value.items));
}

} // namespace quillway::text
