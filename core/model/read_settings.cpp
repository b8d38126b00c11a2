// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/addresses.h"
#include "core/model/content_file.h"
#include "core/model/key_reader.h"
#include "core/model/near_name.h"
#include "core/model/publish_destination.h"
#include "core/model/readers.h"
#include "core/model/step_reader.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace quillway::model {

using namespace Qt::StringLiterals;
using text::Value;

namespace {

/// quillway.toml being read.
class SettingsReader
{
public:
    SettingsReader(const Value &root, Diagnostics &diagnostics)
        : m_diagnostics(diagnostics)
        , m_keys(root, m_file, diagnostics, KeyReader::Texts::StringsOnly)
    { }

    [[nodiscard]] Settings read()
    {
        readTexts();
        readBaseUrl();
        readLanguage();
        readTimeZone();
        readPermalink();
        if (const auto number = m_keys.integer(u"words_per_minute", 1))
            m_settings.wordsPerMinute = *number;
        m_settings.diagrams = m_keys.boolean(u"diagrams").value_or(false);
        m_settings.smartTypography = m_keys.boolean(u"smart_typography").value_or(false);
        if (const auto number = m_keys.integer(u"summary_length", 0))
            m_settings.summaryLength = *number;
        if (const Value *theme = m_keys.take(u"theme"))
            readTheme(*theme);
        if (const Value *index = m_keys.take(u"index"))
            readIndex(*index);
        if (const Value *topics = m_keys.take(u"topics"))
            readTopics(*topics);
        if (const Value *pictures = m_keys.take(u"pictures"))
            readPictures(*pictures);
        if (const Value *search = m_keys.take(u"search"))
            readSearch(*search);
        readMenu();
        readAuthors();
        readTargets();
        if (const Value *params = m_keys.take(u"params"))
            readParams(*params);
        m_keys.reportRest();
        return std::move(m_settings);
    }

private:
    [[nodiscard]] KeyReader table(const Value &value, const QString &name)
    {
        return KeyReader(value, m_file, m_diagnostics, KeyReader::Texts::StringsOnly, name);
    }

    void readTexts()
    {
        m_settings.title = m_keys.text(u"title").value_or(QString());
        m_settings.heading = m_keys.text(u"heading").value_or(QString());
        m_settings.prompt = m_keys.text(u"prompt").value_or(QString());
        m_settings.tagline = m_keys.text(u"tagline").value_or(QString());
        m_settings.taglinePosition = m_keys.positionOf(u"tagline");
        m_settings.author = m_keys.text(u"author").value_or(QString());
        m_settings.dateFormat = m_keys.text(u"date_format").value_or(QString());
        m_settings.footer = m_keys.text(u"footer").value_or(QString());
        m_settings.footerPosition = m_keys.positionOf(u"footer");
    }

    void readBaseUrl()
    {
        const auto text = m_keys.text(u"base_url");
        if (!text)
            return;
        QUrl url(*text, QUrl::StrictMode);
        const bool isWeb = url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
        if (!url.isValid() || !isWeb || url.host().isEmpty() || url.hasQuery() || url.hasFragment()) {
            m_keys.badValue(*m_keys.take(u"base_url"), u"base_url", u"a whole address, as https://blog.example/");
            return;
        }
        if (!url.path(QUrl::FullyEncoded).endsWith(u'/'))
            url.setPath(url.path(QUrl::FullyEncoded) + u'/', QUrl::TolerantMode);
        m_settings.baseUrl = url;
    }

    /// BCP 47 by its form; an underscore will do for the hyphen.
    void readLanguage()
    {
        static const QRegularExpression form(u"\\A[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*\\z"_s);
        const auto text = m_keys.text(u"language");
        if (!text)
            return;
        QString language = *text;
        language.replace(u'_', u'-');
        if (form.match(language).hasMatch())
            m_settings.language = language;
        else
            m_keys.badValue(*m_keys.take(u"language"), u"language", u"a language's code, as en or pt-BR");
    }

    void readTimeZone()
    {
        const auto text = m_keys.text(u"time_zone");
        if (!text || text->compare("UTC"_L1, Qt::CaseInsensitive) == 0 || *text == "Z"_L1)
            return;
        const bool isOffset = text->startsWith(u'+') || text->startsWith(u'-');
        const QTimeZone zone((isOffset ? "UTC"_L1 + *text : *text).toUtf8());
        if (zone.isValid())
            m_settings.timeZone = zone;
        else
            m_keys.badValue(*m_keys.take(u"time_zone"), u"time_zone", u"a time zone's name, as Europe/Berlin, or +02:00");
    }

    void readPermalink()
    {
        const auto text = m_keys.text(u"permalink");
        if (!text)
            return;
        if (const auto fault = permalinkFault(*text))
            m_keys.badValue(*m_keys.take(u"permalink"), u"permalink", u"a pattern as /posts/:slug/ (%1)"_s.arg(*fault));
        else
            m_settings.permalink = *text;
    }

    /// A look has its own idea of a list, which `[index]` may overrule.
    void readTheme(const Value &value)
    {
        m_settings.theme = readThemeSettings(value, m_file, m_diagnostics);
        if (m_settings.theme.look == "list"_L1) {
            m_settings.show = { ListPart::Title, ListPart::Date };
            m_settings.perPage = 50;
        } else if (m_settings.theme.look == "magazine"_L1) {
            m_settings.show.append(ListPart::Cover);
            m_settings.perPage = 13; // one across the page, and rows of two or three
        }
    }

    void readIndex(const Value &value)
    {
        KeyReader keys = table(value, u"index"_s);
        m_settings.tagCloud = keys.boolean(u"tag_cloud").value_or(m_settings.tagCloud);
        m_settings.perPage = keys.integer(u"per_page", 0).value_or(m_settings.perPage);
        if (keys.take(u"show"))
            readShow(keys);
        keys.reportRest();
    }

    void readShow(KeyReader &keys)
    {
        static const QStringList names { u"title"_s, u"summary"_s, u"date"_s, u"reading_time"_s, u"author"_s, u"tags"_s, u"cover"_s };
        static constexpr std::array parts { ListPart::Title,  ListPart::Summary, ListPart::Date, ListPart::ReadingTime,
                                            ListPart::Author, ListPart::Tags,    ListPart::Cover };
        QList<ListPart> show;
        for (const Value *item : keys.items(u"show")) {
            const auto name = keys.textOf(*item, u"show");
            if (!name)
                continue;
            const qsizetype part = names.indexOf(*name);
            if (part < 0)
                keys.badValue(*item, u"show", u"of %1, not %2"_s.arg(names.join(u", "_s), withNearName(*name, names)));
            else if (!show.contains(parts[part]))
                show.append(parts[part]);
        }
        m_settings.show = show;
    }

    void readSearch(const Value &value)
    {
        KeyReader keys = table(value, u"search"_s);
        m_settings.search = keys.boolean(u"enabled").value_or(m_settings.search);
        keys.reportRest();
    }

    void readTopics(const Value &value)
    {
        KeyReader keys = table(value, u"topics"_s);
        m_settings.relatedPosts = keys.integer(u"related", 0).value_or(m_settings.relatedPosts);
        m_settings.stopWords = keys.words(u"stop_words").value_or(QStringList());
        if (const Value *wording = keys.take(u"wording"))
            readWording(*wording);
        keys.reportRest();
    }

    void readPictures(const Value &value)
    {
        KeyReader keys = table(value, u"pictures"_s);
        PictureSettings &pictures = m_settings.pictures;
        if (keys.take(u"widths"))
            readWidths(keys);
        if (const auto format = keys.text(u"format")) {
            if (*format == "webp"_L1 || *format == "own"_L1)
                pictures.webp = *format == "webp"_L1;
            else
                keys.badValue(*keys.take(u"format"), u"format", u"webp or own");
        }
        if (const auto quality = keys.integer(u"quality", 1)) {
            if (*quality <= 100)
                pictures.quality = *quality;
            else
                keys.badValue(*keys.take(u"quality"), u"quality", u"from 1 to 100");
        }
        pictures.originals = keys.boolean(u"originals").value_or(pictures.originals);
        pictures.columnWidth = keys.integer(u"column_width", 1).value_or(pictures.columnWidth);
        keys.reportRest();
    }

    void readWidths(KeyReader &keys)
    {
        constexpr int least = 16;
        constexpr int most = 10'000;
        constexpr qsizetype mostWidths = 10;
        QList<int> widths;
        for (const Value *item : keys.items(u"widths")) {
            bool isNumber = false;
            const int width = item->text.toInt(&isNumber);
            if (item->kind == Value::Kind::Integer && isNumber && width >= least && width <= most && widths.size() < mostWidths)
                widths.append(width);
            else
                return keys.badValue(*item, u"widths", u"at most ten whole numbers from 16 to 10000");
        }
        std::ranges::sort(widths);
        const auto doubled = std::ranges::unique(widths);
        widths.erase(doubled.begin(), doubled.end());
        m_settings.pictures.widths = widths;
    }

    void readWording(const Value &value)
    {
        KeyReader keys = table(value, u"topics.wording"_s);
        TopicWording &wording = m_settings.wording;
        if (const Value *definition = keys.take(u"definition"))
            wording.definition = TopicText { .text = keys.text(u"definition").value_or(QString()),
                                             .position = definition->position,
                                             .file = m_file };
        else if (keys.has(u"definition"))
            wording.definition = TopicText();
        const auto texts = [&](QStringView name, std::optional<QList<TopicText>> &target) {
            if (keys.take(name))
                target = readTopicTexts(keys, name, m_file);
        };
        texts(u"claims", wording.claims);
        texts(u"checklist", wording.checklist);
        texts(u"failure_modes", wording.failureModes);
        if (const Value *stages = keys.take(u"stages")) {
            const auto names = keys.texts(u"stages");
            if (names && names->size() == 3)
                wording.stages = names;
            else
                keys.badValue(*stages, u"stages", u"three names: of the newest, the middle and the oldest post");
        }
        keys.reportRest();
    }

    /// `[menu]` with `Title = "url"` or a table per entry, or `[[menu]]` with title and url.
    void readMenu()
    {
        const Value *menu = m_keys.take(u"menu");
        if (!menu)
            return;
        if (menu->kind == Value::Kind::Map) {
            for (const Value::Member &member : menu->members)
                readMenuEntry(member.value, member.key);
        } else {
            for (const Value *item : m_keys.items(u"menu"))
                readMenuEntry(*item, {});
        }
    }

    void readMenuEntry(const Value &value, const QString &title)
    {
        MenuEntry entry { .title = title, .url = {}, .position = value.position };
        if (value.isScalar() && !title.isEmpty()) {
            entry.url = m_keys.textOf(value, "menu."_L1 + title).value_or(QString());
        } else {
            KeyReader keys = table(value, title.isEmpty() ? u"menu"_s : "menu."_L1 + title);
            entry.title = keys.text(u"title").value_or(title);
            entry.url = keys.text(u"url").value_or(QString());
            if (!entry.url.isEmpty())
                entry.position = keys.positionOf(u"url");
            keys.reportRest();
        }
        if (!entry.title.isEmpty() && !entry.url.isEmpty())
            m_settings.menu.append(entry);
        else if (value.kind != Value::Kind::Map && !value.isScalar())
            return;
        else
            m_keys.badValue(value, u"menu", u"entries with a title and a url");
    }

    void readAuthors()
    {
        const Value *authors = m_keys.take(u"authors");
        if (!authors)
            return;
        if (authors->kind != Value::Kind::Map) {
            m_keys.wrongType(*authors, u"authors", u"a table per author");
            return;
        }
        for (const Value::Member &member : authors->members) {
            Author author { .key = member.key, .name = {}, .url = {}, .email = {}, .bio = {} };
            if (member.value.kind == Value::Kind::String) {
                author.name = member.value.text.trimmed();
            } else {
                KeyReader keys = table(member.value, "authors."_L1 + member.key);
                author.name = keys.text(u"name").value_or(member.key);
                author.url = keys.text(u"url").value_or(QString());
                author.urlPosition = keys.positionOf(u"url");
                author.email = keys.text(u"email").value_or(QString());
                author.bio = keys.text(u"bio").value_or(QString());
                author.bioPosition = keys.positionOf(u"bio");
                keys.reportRest();
            }
            m_settings.authors.append(author);
        }
    }

    void readTargets()
    {
        const Value *targets = m_keys.take(u"publish");
        if (!targets)
            return;
        if (targets->kind != Value::Kind::Map) {
            m_keys.wrongType(*targets, u"publish", u"a table per target");
            return;
        }
        for (const Value::Member &member : targets->members) {
            if (const auto destination = readPublishDestination(member.key, member.value, m_file, m_diagnostics))
                m_settings.targets.append({ .name = member.key, .kind = publishKindName(destination->kind), .keys = member.value });
        }
    }

    void readParams(const Value &params)
    {
        if (params.kind == Value::Kind::Map)
            m_settings.params = params;
        else
            m_keys.wrongType(params, u"params", u"a table");
    }

    const SitePath m_file = SitePath::literal(u"quillway.toml");
    Diagnostics &m_diagnostics;
    KeyReader m_keys;
    Settings m_settings;
};

} // namespace

Result<Parsed<Settings>> readSettings(const QByteArray &bytes)
{
    const auto root = text::parseToml(bytes);
    if (!root)
        return std::unexpected(inFile(root.error(), SitePath::literal(u"quillway.toml")));
    Parsed<Settings> parsed;
    parsed.value = SettingsReader(*root, parsed.diagnostics).read();
    return parsed;
}

} // namespace quillway::model
