// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/import_note.h"

using namespace Qt::StringLiterals;

namespace quillway::importing {

namespace {

struct Wording {
    QLatin1StringView name;
    QLatin1StringView words;
};

Wording wordingOf(NoteKind kind)
{
    switch (kind) {
    case NoteKind::EncodingGuessed: return { "encoding-guessed"_L1, "not UTF-8, read as"_L1 };
    case NoteKind::HeadRepaired: return { "head-repaired"_L1, "front matter that is not valid, read line by line"_L1 };
    case NoteKind::HeadUnread: return { "head-unread"_L1, "a line of the front matter kept under unread_lines"_L1 };
    case NoteKind::KeyRenamed: return { "key-renamed"_L1, "a key renamed"_L1 };
    case NoteKind::KeyKept: return { "key-kept"_L1, "a key kept under its own name"_L1 };
    case NoteKind::TitleChanged: return { "title-changed"_L1, "the title as it was"_L1 };
    case NoteKind::DateGuessed: return { "date-guessed"_L1, "the date is taken from"_L1 };
    case NoteKind::DateUnread: return { "date-unread"_L1, "a date that is none"_L1 };
    case NoteKind::DatesDisagree: return { "dates-disagree"_L1, "the head's date counts, the file's name says"_L1 };
    case NoteKind::NoDate: return { "no-date"_L1, "published without a date, so it is a page"_L1 };
    case NoteKind::NameChanged: return { "name-changed"_L1, "the file's name as it was"_L1 };
    case NoteKind::SlugChanged: return { "slug-changed"_L1, "the slug that another text has"_L1 };
    case NoteKind::AliasDropped: return { "alias-dropped"_L1, "an old address that another text has"_L1 };
    case NoteKind::ConstructTurned: return { "construct-turned"_L1, "made Markdown of"_L1 };
    case NoteKind::ConstructKept: return { "construct-kept"_L1, "kept as it is in the text"_L1 };
    case NoteKind::ConstructDropped: return { "construct-dropped"_L1, "styling left out"_L1 };
    case NoteKind::LinkUnresolved: return { "link-unresolved"_L1, "leads to nothing in the source"_L1 };
    case NoteKind::LinkTurned: return { "link-turned"_L1, "a link turned"_L1 };
    case NoteKind::MarkupKept: return { "markup-kept"_L1, "a text in HTML, kept as it is"_L1 };
    case NoteKind::KeyDropped: return { "key-dropped"_L1, "keys of the old tool's own left out"_L1 };
    case NoteKind::EntryRepaired: return { "entry-repaired"_L1, "an entry that is not well-formed, read as far as it makes sense"_L1 };
    case NoteKind::Protected: return { "protected"_L1, "it had a password, so it is a draft"_L1 };
    case NoteKind::CommentsKept: return { "comments-kept"_L1, "its comments are kept as data"_L1 };
    }
    return {};
}

} // namespace

QString nameOf(NoteKind kind)
{
    return wordingOf(kind).name;
}

QString describe(NoteKind kind)
{
    return wordingOf(kind).words;
}

} // namespace quillway::importing
