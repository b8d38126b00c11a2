// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/place_history.h"

#include <cstdlib>

namespace quillway::ui {

void PlaceHistory::visit(const VisitedPlace &place)
{
    constexpr int near = 10; // lines
    constexpr qsizetype mostKept = 200;
    if (m_present >= 0) {
        VisitedPlace &present = m_places[m_present];
        if (present.file == place.file && present.face == place.face && std::abs(present.line - place.line) <= near) {
            present = place;
            return;
        }
    }
    m_places.resize(m_present + 1, place);
    m_places.append(place);
    if (m_places.size() > mostKept)
        m_places.removeFirst();
    m_present = m_places.size() - 1;
}

std::optional<VisitedPlace> PlaceHistory::go(int step, const IsThere &isThere)
{
    while (m_present + step >= 0 && m_present + step < m_places.size()) {
        const qsizetype next = m_present + step;
        if (isThere(m_places.at(next).file)) {
            m_present = next;
            return m_places.at(next);
        }
        m_places.removeAt(next);
        if (step < 0)
            --m_present;
    }
    return std::nullopt;
}

std::optional<VisitedPlace> PlaceHistory::back(const IsThere &isThere)
{
    return go(-1, isThere);
}

std::optional<VisitedPlace> PlaceHistory::forward(const IsThere &isThere)
{
    return go(1, isThere);
}

void PlaceHistory::rename(const SitePath &from, const SitePath &to)
{
    for (VisitedPlace &place : m_places) {
        if (place.file == from)
            place.file = to;
    }
}

void PlaceHistory::clear()
{
    m_places.clear();
    m_present = -1;
}

} // namespace quillway::ui
