// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/problems/problem_fixes.h"

#include "ui/editor/open_documents.h"
#include "ui/problems/problem_list.h"

#include <QPointer>

namespace quillway::ui {

ProblemFixes::ProblemFixes(workspace::Workspace &workspace, OpenDocuments &documents, ProblemList &list, ShowFile show, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_documents(documents)
    , m_show(std::move(show))
{
    connect(&list, &ProblemList::fixesRequested, this, [this, list = QPointer(&list)](const Diagnostic &problem) {
        m_documents.flush();
        m_workspace.whenNewest([self = QPointer(this), list, problem](const model::SitePtr &site) {
            if (!self)
                return;
            self->m_search.run([site, problem] { return changes::fixesOf(*site, problem); },
                               [list, problem](const QList<changes::Fix> &fixes) {
                                   if (list)
                                       list->offer(problem, fixes);
                               });
        });
    });
    connect(&list, &ProblemList::fixChosen, this, &ProblemFixes::apply);
}

void ProblemFixes::apply(const changes::Fix &fix)
{
    m_documents.flush();
    for (const changes::TextEdit &edit : fix.change.edits) {
        if (!applyTo(edit))
            return Q_EMIT overtaken();
    }
}

bool ProblemFixes::applyTo(const changes::TextEdit &edit)
{
    const bool isThere = m_workspace.hasText(edit.file);
    if (!edit.before && edit.after && !isThere) {
        m_workspace.setText(edit.file, *edit.after);
        m_show(edit.file);
        return true;
    }
    if (!edit.before || !edit.after || !isThere || m_workspace.text(edit.file) != *edit.before)
        return false;
    m_show(edit.file);
    FileDocument *document = m_documents.document(edit.file);
    return document && document->replaceBytes(*edit.after);
}

} // namespace quillway::ui
