// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/file_state.h"

#include "core/text/line_ends.h"
#include "ui/editor/editor_pane.h"
#include "ui/editor/file_document.h"
#include "ui/editor/sentence_marks.h"
#include "ui/editor/text_editor.h"
#include "ui/shell/status_line.h"
#include "ui/spelling/spell_checker.h"

using namespace Qt::StringLiterals;

namespace quillway::ui {

namespace {

QString name(text::LineEnd end)
{
    switch (end) {
    case text::LineEnd::Crlf: return u"CRLF"_s;
    case text::LineEnd::Cr: return u"CR"_s;
    case text::LineEnd::Lf:
    case text::LineEnd::ParagraphSeparator: break;
    }
    return u"LF"_s;
}

} // namespace

FileState::FileState(workspace::Workspace &workspace, EditorPane &pane, SpellChecker &spelling, StatusLine &line, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_pane(pane)
    , m_spelling(spelling)
    , m_line(line)
{
    using workspace::Workspace;
    connect(&workspace, &Workspace::modifiedChanged, this, &FileState::showSaved);
    connect(&workspace, &Workspace::siteChanged, this, &FileState::showLength);
    connect(&workspace, &Workspace::problemsChanged, this, [this] { m_line.setProblems(static_cast<int>(m_workspace.problems().size())); });
    connect(&workspace, &Workspace::loading, this,
            [this](int done, int total) { m_line.setActivity(done < total ? tr("Loading %L1 of %L2").arg(done).arg(total) : QString()); });
    connect(&spelling, &SpellChecker::dictionaryChanged, this, &FileState::showFormat);
    connect(&pane, &EditorPane::fileChanged, this, [this] {
        showSaved();
        showLength();
        showFormat();
        showCaret();
    });
    connect(&pane.editor().sentences(), &SentenceMarks::measured, this, &FileState::showLength);
    connect(&pane.editor(), &QPlainTextEdit::cursorPositionChanged, this, &FileState::showCaret);
}

void FileState::showSaved()
{
    const auto file = m_pane.file();
    m_line.setSaved(!file ? QString() : m_workspace.isModified(*file) ? tr("modified") : tr("saved"));
}

void FileState::showLength()
{
    const auto file = m_pane.file();
    const model::SitePtr site = m_workspace.site();
    const model::PostPtr post = file && site ? site->postByFile(*file) : nullptr;
    if (!post)
        return m_line.setLength({});
    const int words = post->facts.words;
    const int minutes = model::readingMinutes(*post, site->settings());
    const QString length = tr("%1 · %L2 min").arg(words == 1 ? tr("1 word") : tr("%Ln words", nullptr, static_cast<int>(words))).arg(minutes);
    const auto ease = m_pane.editor().sentences().ease();
    m_line.setLength(ease ? tr("%1 · readability %L2").arg(length).arg(qRound(*ease)) : length);
}

void FileState::showFormat()
{
    const auto file = m_pane.file();
    const model::SitePtr site = m_workspace.site();
    if (!file || !site)
        return m_line.setFormat({});
    const auto text = text::toEditorText(m_workspace.text(*file));
    const QString ends = text ? name(text->dominantEnd()) + (text->hasMixedEnds() ? tr(" (mixed)") : QString()) : tr("not UTF-8");
    const bool isMarkdown = !file->fileName().endsWith(".toml"_L1);
    QStringList parts { isMarkdown ? u"Markdown"_s : u"TOML"_s, ends };
    if (isMarkdown)
        parts.append(m_spelling.dictionary().isEmpty() || !m_spelling.isEnabled() ? model::languageOf(*site, *file)
                                                                                  : tr("%1 spelling").arg(m_spelling.dictionary()));
    m_line.setFormat(parts.join(u" · "_s));
}

void FileState::showCaret()
{
    const TextEditor &editor = m_pane.editor();
    m_line.setCaret(m_pane.file() ? tr("%L1 : %L2").arg(editor.line()).arg(editor.TextEditor::column()) : QString());
}

} // namespace quillway::ui
