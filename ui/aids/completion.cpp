// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/aids/completion.h"

#include "ui/aids/writing_aids.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QStringListModel>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::ui {

namespace {

constexpr qsizetype most = 50; // offered at once
constexpr int visibleRows = 10;
constexpr int widest = 520; // pixels

QString shown(const analysis::LinkCandidate &candidate)
{
    return candidate.detail.isEmpty() ? candidate.title : candidate.title + u" — "_s + candidate.detail;
}

/// Those of the names that begin as was typed.
QList<analysis::LinkCandidate> named(const QStringList &names, const QString &typed)
{
    QList<analysis::LinkCandidate> candidates;
    for (const QString &name : names) {
        if (name.startsWith(typed, Qt::CaseInsensitive) && candidates.size() < most)
            candidates.append({ name, {}, name });
    }
    return candidates;
}

} // namespace

Completion::Completion(QPlainTextEdit &editor, WritingAids &aids)
    : QObject(&editor)
    , m_editor(editor)
    , m_aids(aids)
    , m_model(new QStringListModel(this))
    , m_completer(new QCompleter(m_model, this))
{
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(visibleRows);
    m_completer->setWidget(&editor);
    m_completer->popup()->setAccessibleName(tr("Completions"));
    m_completer->popup()->setTextElideMode(Qt::ElideMiddle);
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this,
            [this](const QModelIndex &index) { accept(index.row()); });
}

bool Completion::wants(int key) const
{
    const QAbstractItemView *popup = m_completer->popup();
    if (!popup->isVisible())
        return false;
    const bool takes = key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Tab;
    return key == Qt::Key_Escape || (takes && popup->currentIndex().isValid());
}

QList<analysis::LinkCandidate> Completion::candidatesFor(const text::CompletionPlace &place, const SitePath &file)
{
    using Kind = text::CompletionPlace::Kind;
    if (place.kind == Kind::Page)
        return m_site ? analysis::pageCandidates(*m_site, file, place.typed, most) : QList<analysis::LinkCandidate>();
    if (place.kind == Kind::Destination)
        return m_site ? analysis::destinationCandidates(*m_site, file, place.typed, most) : QList<analysis::LinkCandidate>();
    if (place.kind == Kind::Alert)
        return named({ u"NOTE"_s, u"TIP"_s, u"IMPORTANT"_s, u"WARNING"_s, u"CAUTION"_s }, place.typed);
    if (m_languageSource)
        m_languages = std::exchange(m_languageSource, {})();
    return named(m_languages, place.typed);
}

void Completion::setLanguages(std::function<QStringList()> names)
{
    m_languageSource = std::move(names);
}

void Completion::update(const SitePath &file, Cause cause)
{
    if (cause == Cause::Other && !m_completer->popup()->isVisible())
        return;
    std::optional<text::CompletionPlace> place;
    m_aids.look([&](const text::TextLines &lines, const text::TextSelection &selection) { place = text::completionPlace(lines, selection); });
    const bool isSame = place && place->typed == m_place.typed && place->from == m_place.from && place->line == m_place.line;
    if (isSame && m_completer->popup()->isVisible())
        return; // a key without effect, such as Shift alone: what is marked stays
    m_candidates = place ? candidatesFor(*place, file) : QList<analysis::LinkCandidate>();
    const bool isWhole = m_candidates.size() == 1 && m_candidates.constFirst().destination == place->typed;
    if (m_candidates.isEmpty() || isWhole)
        return m_completer->popup()->hide();
    m_place = *place;
    // Return behind a name that is whole is a line's end, and so it is where nothing was typed.
    show(!m_place.typed.isEmpty() ? m_candidates.constFirst().destination != m_place.typed
                                  : m_place.kind == text::CompletionPlace::Kind::Page || m_place.kind == text::CompletionPlace::Kind::Alert);
}

void Completion::show(bool markFirst)
{
    QStringList rows;
    std::ranges::transform(m_candidates, std::back_inserter(rows), shown);
    m_model->setStringList(rows);
    m_completer->setCompletionPrefix({});
    QRect place = m_editor.cursorRect().translated(m_editor.viewport()->pos());
    QAbstractItemView *popup = m_completer->popup();
    place.setWidth(std::min(widest, popup->sizeHintForColumn(0) + popup->verticalScrollBar()->sizeHint().width() + 12));
    m_completer->complete(place);
    popup->setCurrentIndex(markFirst ? m_completer->completionModel()->index(0, 0) : QModelIndex());
}

void Completion::accept(int row)
{
    if (row < 0 || row >= m_candidates.size())
        return;
    using Kind = text::CompletionPlace::Kind;
    const analysis::LinkCandidate candidate = m_candidates.at(row);
    m_aids.run([&](const text::TextLines &lines, const text::TextSelection &selection) -> std::optional<text::LineEdit> {
        if (text::completionPlace(lines, selection) != m_place)
            return {}; // the text changed underneath
        if (m_place.kind == Kind::Page)
            return text::completePage(lines, m_place, candidate.title, candidate.destination);
        if (m_place.kind == Kind::Alert)
            return text::completeAlert(lines, m_place, candidate.destination);
        return m_place.kind == Kind::Destination ? text::completeDestination(lines, m_place, candidate.destination)
                                                 : text::completeLanguage(lines, m_place, candidate.destination);
    });
}

} // namespace quillway::ui
