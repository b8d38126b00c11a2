// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace quillway::importing {

/// What is worth knowing of how a file was imported, as a closed list: callers count by it, `ui` and `app` make sentences of it.
enum class NoteKind {
    EncodingGuessed, ///< not UTF-8; detail: what it was read as
    HeadRepaired, ///< not valid in its dialect, read line by line
    HeadUnread, ///< a line of the head that says nothing; kept in the front matter under `unread_lines`; detail: the line
    KeyRenamed, ///< detail: `old → new`
    KeyKept, ///< a key that Quillway has no use for, kept under its own name; detail: the key
    TitleChanged, ///< detail: the title as it was
    DateGuessed, ///< not in the head; detail: where it is from
    DateUnread, ///< detail: the text that is no date
    DatesDisagree, ///< head and file name; detail: the other date
    NoDate, ///< published without any date: made a page
    NameChanged, ///< a file name that not every system takes, or that is taken; detail: the name as it was
    SlugChanged, ///< another text had the address; detail: the slug as it was
    AliasDropped, ///< an old address that another text has; detail: the address
    ConstructTurned, ///< detail: what it was
    ConstructKept, ///< a template construct left in the text; detail: its begin
    ConstructDropped, ///< styling that Markdown has no word for; detail: what it was
    LinkUnresolved, ///< an internal link that leads to nothing in the source; detail: the destination
    LinkTurned, ///< detail: `old → new`
    MarkupKept, ///< a body in HTML, kept as it is
    KeyDropped, ///< keys of the old tool's own, of no use elsewhere; detail: the keys
    EntryRepaired, ///< an entry of an export that is not well-formed, read as far as it makes sense; detail: the fault
    Protected, ///< it had a password: made a draft
    CommentsKept, ///< comments as data beside the site; detail: how many
};

/// The name of a kind for JSON (`encoding-guessed`), and the kind in a few English words.
[[nodiscard]] QString nameOf(NoteKind kind);
[[nodiscard]] QString describe(NoteKind kind);

struct Note {
    NoteKind kind;
    int line = 0; ///< in the source file, 1-based; 0: the whole file
    QString detail {};

    friend bool operator==(const Note &, const Note &) = default;
};

using Notes = QList<Note>;

} // namespace quillway::importing
