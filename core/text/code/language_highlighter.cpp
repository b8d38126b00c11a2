// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/code/language_highlighter.h"

#include <algorithm>

namespace quillway::text {

namespace {

constexpr qsizetype longestRemembered = 200; // bytes
constexpr std::size_t slotCount = 1 << 11;
constexpr std::size_t mostStates = 1'000;

} // namespace

LanguageHighlighter::LanguageHighlighter(const KSyntaxHighlighting::Definition &definition)
    : m_highlighter(definition)
    , m_slots(slotCount)
{
    forget();
}

void LanguageHighlighter::forget()
{
    std::ranges::fill(m_slots, Slot {});
    m_ids.clear();
    m_states.assign(1, {});
    m_ids.insert({}, 0);
}

void LanguageHighlighter::startBlock(QByteArrayView lead)
{
    if (m_states.size() >= mostStates)
        forget();
    m_stateId = 0;
    if (lead.isEmpty())
        return;
    QByteArray unseen;
    append(unseen, lead);
}

int LanguageHighlighter::idOf(const KSyntaxHighlighting::State &state)
{
    const auto found = m_ids.constFind(state);
    if (found != m_ids.cend())
        return *found;
    if (m_states.size() >= mostStates)
        return noId;
    const int id = int(m_states.size());
    m_states.push_back(state);
    m_ids.insert(state, id);
    return id;
}

void LanguageHighlighter::colour(QByteArray &html, QByteArrayView line)
{
    m_state = m_highlighter.highlight(html, line, m_stateId == noId ? m_state : m_states[std::size_t(m_stateId)]);
    m_stateId = idOf(m_state);
}

void LanguageHighlighter::append(QByteArray &html, QByteArrayView line)
{
    const int before = m_stateId;
    if (before == noId || line.size() > longestRemembered) {
        colour(html, line);
        return;
    }
    const std::size_t hash = qHash(line, std::size_t(before));
    Slot &slot = m_slots[hash % slotCount];
    if (slot.hash == hash && slot.before == before && QByteArrayView(slot.lineAndHtml).first(slot.lineSize) == line) {
        html.append(QByteArrayView(slot.lineAndHtml).sliced(slot.lineSize));
        m_stateId = slot.after;
        return;
    }
    const qsizetype begin = html.size();
    colour(html, line);
    if (m_stateId != noId)
        slot = { hash, before, m_stateId, line.size(), line.toByteArray().append(QByteArrayView(html).sliced(begin)) };
}

} // namespace quillway::text
