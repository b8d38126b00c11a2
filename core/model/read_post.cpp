// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/date_time.h"
#include "core/base/slug.h"
#include "core/model/content_file.h"
#include "core/model/content_name.h"
#include "core/model/key_reader.h"
#include "core/model/readers.h"

#include <algorithm>
#include <array>

namespace quillway::model {

using namespace Qt::StringLiterals;
using text::Value;

namespace {

// Keys with the names that are read as the same.
constexpr std::array<QStringView, 3> updatedNames { u"updated", u"lastmod", u"modified" };
constexpr std::array<QStringView, 2> summaryNames { u"summary", u"description" };
constexpr std::array<QStringView, 2> tagsNames { u"tags", u"keywords" };

QStringList withoutRepeats(const QStringList &tags)
{
    QStringList result;
    QSet<QString> seen;
    for (const QString &tag : tags) {
        const QString key = tagKey(tag);
        if (!key.isEmpty() && !seen.contains(key)) {
            seen.insert(key);
            result += tag;
        }
    }
    return result;
}

/// One post or page being read.
class PostReader
{
public:
    PostReader(const ContentFile &content, const Settings &settings, Diagnostics &diagnostics)
        : m_keys(content.head.root, content.file, diagnostics, KeyReader::Texts::AnyScalar)
        , m_settings(settings)
        , m_name(contentName(content.file))
    {
        m_post.file = content.file;
        m_post.section = m_name.section;
        m_post.isBundle = m_name.isBundle;
        m_post.source = content.bytes;
        m_post.bodyOffset = content.head.bodyOffset;
        m_post.bodyLine = content.bodyLine;
        m_post.dialect = content.head.dialect;
        m_post.facts = content.facts;
    }

    [[nodiscard]] Post read()
    {
        readTitle();
        readSlug();
        m_post.draft = readSwitch(u"draft", true).value_or(false);
        readDate();
        if (const Value *updated = m_keys.take(updatedNames))
            m_post.updated = moment(*updated, u"updated");
        m_post.tags = withoutRepeats(m_keys.words(tagsNames).value_or(QStringList()));
        readAuthor();
        m_post.summary = m_keys.text(summaryNames).value_or(QString());
        m_post.cover = m_keys.text(u"cover").value_or(QString());
        m_post.coverAlt = m_keys.text(u"cover_alt").value_or(QString());
        m_post.canonical = m_keys.text(u"canonical").value_or(QString());
        m_post.translationOf = m_keys.text(u"translation_of").value_or(QString());
        m_post.aliases = m_keys.texts(u"aliases").value_or(QStringList());
        m_post.lang = m_keys.text(u"lang").value_or(QString());
        m_post.math = m_keys.boolean(u"math").value_or(false);
        m_post.toc = m_keys.boolean(u"toc");
        m_post.params = m_keys.rest();
        return std::move(m_post);
    }

private:
    /// A switch that cannot be understood is `unclear`.
    std::optional<bool> readSwitch(QStringView name, bool unclear)
    {
        const Value *value = m_keys.take(name);
        if (!value)
            return std::nullopt;
        return m_keys.boolean(name).value_or(unclear);
    }

    void readTitle()
    {
        if (const auto title = m_keys.text(u"title")) {
            m_post.title = title->simplified();
            return;
        }
        const auto &outline = m_post.facts.outline;
        const auto heading = std::ranges::find_if(outline,
                                                  [](const text::Heading &h) { return h.level == 1 && !h.text.trimmed().isEmpty(); });
        m_post.titleFromBody = heading != outline.end();
        m_post.title = m_post.titleFromBody ? heading->text.simplified() : titleOfName(m_name.name);
        if (!m_post.titleFromBody)
            m_keys.report(Severity::Note, ErrorCode::MissingTitle, { 1, 1 }, u"the file's name stands in: "_s + m_post.title);
    }

    void readSlug()
    {
        const Value *value = m_keys.take(u"slug");
        QString slug = m_keys.text(u"slug").value_or(QString());
        while (slug.startsWith(u'/'))
            slug.removeFirst();
        while (slug.endsWith(u'/'))
            slug.chop(1);
        if (isSafeAddressPart(slug)) {
            m_post.slug = slug;
            return;
        }
        m_post.slug = slug.isEmpty() ? slugOfName(m_name.name, u"post") : slugOr(slug, u"post");
        if (value && value->isScalar())
            m_keys.badValue(*value, u"slug", u"one part of an address; %1 is used"_s.arg(m_post.slug));
    }

    void readDate()
    {
        if (const Value *value = m_keys.take(u"date")) {
            m_post.date = moment(*value, u"date");
            return;
        }
        if (const auto day = leadingDate(m_name.name)) {
            m_post.date = parseMoment(day->toString(Qt::ISODate), m_settings.timeZone);
            return;
        }
        if (!m_post.isPage())
            m_keys.report(m_post.draft ? Severity::Note : Severity::Warning, ErrorCode::MissingDate, { 1, 1 }, {});
    }

    std::optional<Moment> moment(const Value &value, QStringView name)
    {
        if (!value.isScalar()) {
            m_keys.wrongType(value, name, u"a date");
            return std::nullopt;
        }
        const auto result = parseMoment(value.text.trimmed(), m_settings.timeZone);
        if (!result)
            m_keys.report(Severity::Error, ErrorCode::BadDate, value.position, value.text.left(64));
        return result;
    }

    /// A name, a list of names, or a map with a `name`.
    void readAuthor()
    {
        static constexpr std::array<QStringView, 1> nameKey { u"name" };
        QStringList names;
        for (const Value *item : m_keys.items(u"author")) {
            const Value::Member *named = item->kind == Value::Kind::Map ? findKey(*item, nameKey) : nullptr;
            if (const auto name = m_keys.textOf(named ? named->value : *item, u"author"))
                names += name->simplified();
        }
        m_post.author = names.join(u", "_s);
    }

    KeyReader m_keys;
    const Settings &m_settings;
    ContentName m_name;
    Post m_post;
};

Parsed<Post> readPostOf(const ContentFile &content, const Settings &settings)
{
    Diagnostics diagnostics = content.diagnostics;
    Post post = PostReader(content, settings, diagnostics).read();
    return { std::move(post), std::move(diagnostics) };
}

Result<Parsed<Post>> readContent(const SitePath &file, const QByteArray &bytes, const Settings &settings)
{
    return readContentFile(file, bytes).transform([&](const ContentFile &content) { return readPostOf(content, settings); });
}

} // namespace

Result<Parsed<Post>> readPost(const SitePath &file, const QByteArray &bytes, const Settings &settings)
{
    return readContent(file, bytes, settings);
}

Result<Parsed<Post>> readPage(const SitePath &file, const QByteArray &bytes, const Settings &settings)
{
    return readContent(file, bytes, settings);
}

Result<PostWithBody> readPostWithBody(const SitePath &file, const QByteArray &bytes, const Settings &settings)
{
    return readContentFile(file, bytes).transform([&](const ContentFile &content) {
        return PostWithBody { readPostOf(content, settings), content.body };
    });
}

QString writtenKey(const Value &root, QStringView key)
{
    std::span<const QStringView> names(&key, 1);
    for (const std::span<const QStringView> known : { std::span<const QStringView>(updatedNames), std::span<const QStringView>(summaryNames),
                                                      std::span<const QStringView>(tagsNames) }) {
        if (known.front() == key)
            names = known;
    }
    const Value::Member *member = findKey(root, names);
    return member ? member->key : key.toString();
}

} // namespace quillway::model
