// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/link_candidates.h"
#include "core/model/site.h"
#include "core/text/writing/completion_place.h"

#include <QObject>

#include <functional>

class QCompleter;
class QPlainTextEdit;
class QStringListModel;

namespace quillway::ui {

class WritingAids;

/// The list that opens while a link or a code block's language is typed: `[[` offers posts, pages and headings, `](` files, anchors and pages, a fence
/// languages, `> [!` the kinds of alerts. Return or Tab takes the marked one as one step that can be undone, Escape closes the list.
class Completion : public QObject
{
    Q_OBJECT

public:
    /// `editor` owns it; `aids` must outlive it.
    Completion(QPlainTextEdit &editor, WritingAids &aids);

    void setSite(const model::SitePtr &site) { m_site = site; }
    /// Gives the names in the order in which they are offered; asked once, when they are first needed.
    void setLanguages(std::function<QStringList()> names);

    /// The text or the caret is another one: changes or closes the list, opens it if characters were typed.
    enum class Cause { Typed, Other };
    void update(const SitePath &file, Cause cause);

    /// True while the list is open and one of it is marked: Return, Tab and Escape are the list's.
    [[nodiscard]] bool wants(int key) const;

private:
    [[nodiscard]] QList<analysis::LinkCandidate> candidatesFor(const text::CompletionPlace &place, const SitePath &file);
    void show(bool markFirst);
    void accept(int row);

    QPlainTextEdit &m_editor;
    WritingAids &m_aids;
    QStringListModel *m_model;
    QCompleter *m_completer;
    model::SitePtr m_site;
    std::function<QStringList()> m_languageSource;
    QStringList m_languages;
    QList<analysis::LinkCandidate> m_candidates;
    text::CompletionPlace m_place;
};

} // namespace quillway::ui
