// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/source_position.h"

#include <QString>

#include <expected>

namespace quillway {

/// What went wrong, as a closed list: callers switch on it, `ui` and `app` make sentences of it.
enum class ErrorCode {
    // Files and folders
    NotFound,
    NotReadable,
    NotWritable,
    NotAFile,
    NotAFolder,
    AlreadyExists,
    ShortWrite,
    DiskFull,
    SyncFailed,
    InUse, ///< another running program has it
    ChangedOnDisk, ///< the file is not what the caller last read
    OutsideSite, ///< a path that leads out of the site's folder
    // Text
    NotUtf8,
    FrontMatterUnclosed,
    FrontMatterSyntax,
    FrontMatterDuplicateKey,
    TooDeep, ///< nesting or size beyond what is read
    // Content and settings
    UnknownKey,
    WrongType,
    BadValue,
    BadDate,
    MissingDate,
    MissingTitle,
    DuplicateAddress, ///< two files with one output
    DuplicateSlug,
    DuplicateAlias,
    DuplicateAnchor, ///< two headings of a text claim one id
    DuplicateStep, ///< a path has a post twice
    UnknownPost, ///< a topic, path or link names a post that is not there
    UnknownTag,
    UnknownFact, ///< a placeholder that topic-profile.md does not have
    DraftReferenced,
    FutureReferenced, ///< a link or step leads to a post whose date has not come
    BrokenLink,
    BrokenAnchor,
    ExternalLinkBroken, ///< the other site says that there is nothing, or cannot be reached
    ExternalLinkMoved, ///< it says that the page has moved for good; the new address is the near name
    ExternalLinkRefused, ///< it does not say: it wants no program, or a login
    MissingPicture,
    MissingAltText,
    BadPicture, ///< it cannot be read as one
    BadFormula, ///< it cannot be set
    BadDiagram, ///< it cannot be drawn
    HugePicture, ///< it has too many pixels to be opened
    ScriptInPicture, ///< of an SVG: it would run where the picture is opened by itself
    EmptyTopic,
    UnreachedPost, ///< no tag, topic or path leads to it
    RareTag, ///< one post alone has it
    HeadingJump, ///< a heading two or more levels below the one before
    // Themes
    TemplateNotFound,
    TemplateSyntax,
    TemplateRender,
    // Running
    ProgramMissing, ///< `file` names it: it is needed and not installed
    ProgramFailed, ///< `detail` is what it said: often what the other side said to it
    Cancelled,
    BadUsage,
    Internal,
};

/// A failure with the place it happened. `file` is a path as the user knows it (inside a site: relative to
/// the site's folder); `position` is unset where a place in the text makes no sense. `detail` is what cannot be
/// said by the code alone (a key, a name, a parser's own words): plain text, never a whole sentence to show alone.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    QString file;
    SourcePosition position;
    QString detail;

    friend bool operator==(const Error &, const Error &) = default;
};

/// A value, or why there is none. Nothing in core throws across a module.
template<typename T>
using Result = std::expected<T, Error>;

} // namespace quillway
