// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/head_facts.h"
#include "core/import/source_head.h"
#include "core/import/source_listing.h"
#include "core/import/tool.h"
#include "core/model/settings.h"

#include <QUrl>

#include <memory>

namespace quillway::importing {

/// What a file is by its place and name alone.
struct Placement {
    enum class Role { Post, Page, Asset, Settings, LeftOut };
    Role role = Role::LeftOut;
    /// Where it goes: of a post below posts/, of a page below pages/ (if its old address does not say better), of an asset the whole path in the new site.
    QString target {};
    bool isDraft = false;
    QString address {}; ///< an asset's old address, if it is known
    LeftOutReason reason = LeftOutReason::NotRead;
    QString detail {}; ///< of the reason
    QString lang {}; ///< by its name or folder
};

/// What the old tool's settings say of the site as a whole. Empty where they say nothing.
struct SiteFacts {
    QString title;
    QString tagline;
    QUrl baseUrl;
    QString language;
    QString author;
    QByteArray timeZone; ///< IANA
    QList<model::MenuEntry> menu;
    std::optional<int> perPage;
    QString footer; ///< Markdown
};

/// A text of the source as the survey found it.
struct SourcePost {
    QString path;
    Placement placement;
    HeadFacts facts {};
    text::Value head {}; ///< with the defaults that hold for its folder
    bool hasHead = false;
    bool hasBody = true;
    bool looksComputed = false; ///< the body is a template more than a text
};

/// How a body is turned: what the constructs may ask for, and where they leave their notes.
struct BodyTurn {
    /// The destination that leads from the text's new file to what a source file has become; nothing if that is not in the new site.
    std::function<std::optional<QString>(const QString &sourcePath)> linkTo;
    /// A file of the source that is meant by a name without its folder or extension; nothing if there is none.
    std::function<std::optional<QString>(const QString &name)> findText;
    /// A plain value of the text's head (`page.x`) or the old site's settings (`site.x`); nothing where there is none.
    std::function<std::optional<QString>(const QString &name)> valueOf {};
    QString path; ///< of the text, in the source
    QString title; ///< of the text
    QString siteTitle;
    int bodyLine = 1;
    Notes notes {};

    /// `place` is a character of the body that is being turned.
    void note(NoteKind kind, QStringView body, qsizetype place, const QString &detail);
};

/// What one tool does with a folder. Made by tools/*.h from a source; after that asked from several threads at once.
class ToolRules
{
public:
    virtual ~ToolRules() = default;

    [[nodiscard]] virtual SiteFacts site() const = 0;
    [[nodiscard]] virtual Placement place(const QString &path) const = 0;
    [[nodiscard]] virtual HeadRules headRules() const = 0;
    [[nodiscard]] virtual MetadataLines metadataLines() const { return MetadataLines::Unusual; }
    /// Keys that hold for every text in a folder where its head does not say otherwise.
    [[nodiscard]] virtual text::Value defaultsFor(const QString & /*path*/, Placement::Role /*role*/) const { return text::Value::map({}); }
    /// Changes what the place alone said, once the head is known: a post without a date that is a page, a template that is none.
    virtual void judge(SourcePost & /*post*/) const { }
    /// True if a text that has no date anywhere has the one of its file.
    [[nodiscard]] virtual bool datesFromFiles() const { return false; }
    /// What is to be said of a file beside what its text says.
    [[nodiscard]] virtual Notes notesOn(const QString & /*path*/) const { return {}; }
    /// False where a text was made of the file by another program: on which line something stands says nothing then.
    [[nodiscard]] virtual bool hasLinesOfSource(const QString & /*path*/) const { return true; }
    /// Where the text stood on the old site: begins with `/`. Empty if that cannot be known.
    [[nodiscard]] virtual QString addressOf(const SourcePost &post) const = 0;
    /// A destination in the tool's own syntax (`{filename}x.md`, `@/x.md`) as a path of the source; nothing if it is none.
    [[nodiscard]] virtual std::optional<QString> sourceOf(const QString & /*destination*/, const QString & /*path*/) const
    {
        return std::nullopt;
    }
    /// The same for a destination that names a text by a number (`/?p=12`), as it was written.
    [[nodiscard]] virtual std::optional<QString> sourceByNumber(const QString & /*destination*/) const { return std::nullopt; }
    /// A plain text or number of the settings, as templates name it behind `site.`; nothing where there is none.
    [[nodiscard]] virtual std::optional<QString> siteValue(const QString & /*name*/) const { return std::nullopt; }
    /// The tool's constructs as Markdown. `body` is what follows the head.
    [[nodiscard]] virtual QString turnBody(const QString &body, BodyTurn & /*turn*/) const { return body; }
};

// What the rules of several tools share.

/// `path` below `folder` (empty: the whole path); nothing if it is not in it.
[[nodiscard]] std::optional<QString> pathBelow(const QString &path, const QString &folder);
/// A file that belongs to a project and not to its content wherever it is: licences, package lists, configuration.
[[nodiscard]] bool isProjectName(const QString &path);
/// The old way to write an address: `/` in front, doubled slashes gone.
[[nodiscard]] QString normalAddress(QString address);
/// A configuration file (YAML, TOML or JSON by its extension) of the source; an empty Map if it cannot be read.
[[nodiscard]] text::Value readConfiguration(const Source &source, const QString &path);
/// The text of a key, whatever its capitals; empty if absent.
[[nodiscard]] QString configText(const text::Value &map, std::initializer_list<QStringView> names);
/// The value of a key, whatever its capitals; an empty Map if absent.
[[nodiscard]] const text::Value &configMap(const text::Value &map, QStringView name);
/// How many posts `paginate` puts on a page of lists, if it says so.
[[nodiscard]] std::optional<int> configuredPageSize(const text::Value &config);
/// The time zone of that name; UTC if there is none.
[[nodiscard]] QTimeZone timeZoneNamed(const QString &name);
/// A slug by the rule that most tools share: slugify() without a limit of ours in the way.
[[nodiscard]] QString slugOfTitle(const QString &title);
/// Language codes as file names have them: `de`, `zh-cn`, `pt-BR`.
[[nodiscard]] bool isLanguageCode(QStringView text);
/// A permalink's `:year`, `:month` … filled in; names that `value` does not know stay.
[[nodiscard]] QString fillPattern(const QString &pattern, const std::function<std::optional<QString>(const QString &name)> &value);
/// `year`, `month`, `day`, `i_month`, `i_day`, `short_year`, `y_day`, `monthname`, `hour` … of a moment.
[[nodiscard]] std::optional<QString> dateName(const QString &name, const Moment &moment);

} // namespace quillway::importing
