// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/theme_settings.h"
#include "core/model/topic.h"
#include "core/text/value.h"

#include <QStringList>
#include <QTimeZone>
#include <QUrl>

namespace quillway::model {

/// What a list of posts shows of each.
enum class ListPart { Title, Summary, Date, ReadingTime, Author, Tags, Cover };

/// The topic texts that hold for every topic of the site; each unset one is the program's own.
struct TopicWording {
    std::optional<TopicText> definition;
    std::optional<QList<TopicText>> claims;
    std::optional<QList<TopicText>> checklist;
    std::optional<QList<TopicText>> failureModes;
    std::optional<QStringList> stages; ///< three names: newest, middle, oldest
    friend bool operator==(const TopicWording &, const TopicWording &) = default;
};

struct MenuEntry {
    QString title;
    QString url;
    SourcePosition position {};
    friend bool operator==(const MenuEntry &, const MenuEntry &) = default;
};

struct Author {
    QString key;
    QString name;
    QString url;
    QString email;
    QString bio; ///< inline Markdown
    SourcePosition urlPosition {};
    SourcePosition bioPosition {};
    friend bool operator==(const Author &, const Author &) = default;
};

/// `[pictures]`: what an export makes of JPEG, PNG and WebP pictures.
struct PictureSettings {
    QList<int> widths { 480, 800, 1200,
                        1600 }; ///< of the smaller versions, ascending, in pixels; empty: there are none, pictures stay as large as they are
    bool webp = true; ///< versions are WebP; else of each picture's own format
    int quality = 82; ///< 1 … 100, of what is compressed with loss
    bool originals =
        false; ///< at its address stands a picture's file byte for byte; else one without metadata, no wider than the widest version unless it is linked to
    int columnWidth = 680; ///< CSS pixels that a picture takes at most on a wide screen
    friend bool operator==(const PictureSettings &, const PictureSettings &) = default;
};

/// `[publish.NAME]`, its keys with `kind` as they are written: what they mean is said by publishDestination().
struct PublishTarget {
    QString name;
    QString kind;
    text::Value keys;
};

/// quillway.toml with its defaults filled in.
struct Settings {
    QString title;
    QString heading; ///< of the index; the title if not set
    QString prompt;
    QString tagline; ///< inline Markdown
    SourcePosition taglinePosition {};
    QUrl baseUrl; ///< with a trailing slash; empty if not set
    QString language = QStringLiteral("en"); ///< BCP 47
    QString author;
    QTimeZone timeZone = QTimeZone::utc();
    QString dateFormat; ///< Qt's; empty: the language's long form
    int wordsPerMinute = 200;
    int summaryLength = 300; ///< characters; 0: the whole first paragraph
    bool smartTypography = false; ///< on pages and in feeds: text::Typography of each text's language
    bool diagrams = false; ///< code blocks of the language `dot` are drawn on pages
    QString permalink = QStringLiteral("/posts/:slug/");
    QString footer; ///< Markdown
    SourcePosition footerPosition {};
    bool tagCloud = true;
    bool search = true; ///< the exported site has a page to search it by
    int perPage = 10; ///< 0: all on one page
    QList<ListPart> show { ListPart::Title, ListPart::Summary, ListPart::Date, ListPart::ReadingTime, ListPart::Tags };
    int relatedPosts = 8;
    TopicWording wording;
    ThemeSettings theme;
    PictureSettings pictures;
    QStringList stopWords; ///< the site's own, beside the program's
    QList<MenuEntry> menu; ///< empty: the theme's own
    QList<Author> authors;
    QList<PublishTarget> targets;
    text::Value params; ///< Map under `[params]`, for themes
};

} // namespace quillway::model
