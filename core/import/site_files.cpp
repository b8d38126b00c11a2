// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/site_files.h"

#include "core/base/slug.h"
#include "core/model/addresses.h"
#include "core/model/content_name.h"
#include "core/model/site.h"
#include "core/model/wording.h"
#include "core/store/content_kind.h"

#include <QMap>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::importing {

using text::Value;

namespace {

constexpr qsizetype longestPart = 200; ///< bytes

QString folded(const QString &path)
{
    return path.normalized(QString::NormalizationForm_C).toCaseFolded();
}

/// Names that Windows keeps for devices, whatever their extension.
bool isDeviceName(const QString &part)
{
    static const QRegularExpression names(u"\\A(?:con|prn|aux|nul|com[1-9]|lpt[1-9])(?:\\.|\\z)"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    return names.match(part).hasMatch();
}

QString cutToBytes(const QString &text, qsizetype bytes)
{
    QString cut = text;
    while (cut.toUtf8().size() > bytes)
        cut.chop(cut.back().isLowSurrogate() ? 2 : 1);
    return cut;
}

QString safePart(const QString &part, bool isFile)
{
    QString safe;
    for (const QChar c : part.normalized(QString::NormalizationForm_C)) {
        const bool refused = c < u' ' || c == u'\x7F' || u"<>:\"|?*\\"_s.contains(c);
        safe += refused ? QChar(u'-') : c;
    }
    while (safe.endsWith(u'.') || safe.endsWith(u' '))
        safe.chop(1);
    safe = safe.trimmed();
    while (store::isIgnoredName(safe) && !safe.isEmpty()) {
        if (safe.endsWith(u'~'))
            safe.chop(1);
        else
            safe.removeFirst();
    }
    if (safe.isEmpty())
        safe = slugOr(part, u"file");
    if (isDeviceName(safe))
        safe = u'_' + safe;
    const qsizetype dot = isFile ? safe.lastIndexOf(u'.') : -1;
    const QString extension = dot > 0 && safe.size() - dot <= 12 ? safe.sliced(dot) : QString();
    return cutToBytes(safe.chopped(extension.size()), longestPart - extension.toUtf8().size()) + extension;
}

QString numbered(const QString &path, int number)
{
    const QString extension = extensionOf(path);
    const QString before = extension.isEmpty() ? path : path.chopped(extension.size() + 1);
    // Two bundles of one name are told apart by their folders.
    if (fileNameOf(before) == "index"_L1 && before.count(u'/') > 1)
        return u"%1-%2/index.%3"_s.arg(folderOf(before)).arg(number).arg(extension);
    return extension.isEmpty() ? u"%1-%2"_s.arg(before).arg(number)
                               : u"%1-%2.%3"_s.arg(before).arg(number).arg(path.sliced(before.size() + 1));
}

QString timeZoneName(const QByteArray &zone)
{
    return zone.isEmpty() || !QTimeZone(zone).isValid() ? QString() : QString::fromUtf8(zone);
}

QString languageCode(const QString &language)
{
    static const QRegularExpression form(u"\\A[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*\\z"_s);
    QString code = language.section(u'.', 0, 0);
    code.replace(u'_', u'-');
    return form.match(code).hasMatch() ? code : QString();
}

bool isWebAddress(const QUrl &url)
{
    return url.isValid() && (url.scheme() == "https"_L1 || url.scheme() == "http"_L1) && !url.host().isEmpty() && !url.hasQuery()
        && !url.hasFragment();
}

} // namespace

QString FileNames::take(const QString &wanted)
{
    QStringList parts;
    const QStringList given = wanted.split(u'/', Qt::SkipEmptyParts);
    for (qsizetype i = 0; i < given.size(); ++i) {
        if (given[i] == "."_L1 || given[i] == ".."_L1)
            continue;
        const bool publicDot = i == 1 && parts.value(0) == "assets"_L1
            && (given[i] == ".well-known"_L1 || given[i] == ".htaccess"_L1 || given[i] == ".nojekyll"_L1);
        parts.append(publicDot ? given[i] : safePart(given[i], i + 1 == given.size()));
    }
    const QString plain = parts.join(u'/');
    QString path = plain;
    for (int number = 2; !isFree(path); ++number)
        path = numbered(plain, number);
    m_files.insert(folded(path));
    for (QString folder = folderOf(path); !folder.isEmpty(); folder = folderOf(folder))
        m_folders.insert(folded(folder));
    return path;
}

bool FileNames::isFree(const QString &path) const
{
    const QString key = folded(path);
    if (m_files.contains(key) || m_folders.contains(key))
        return false;
    for (QString folder = folderOf(key); !folder.isEmpty(); folder = folderOf(folder)) {
        if (m_files.contains(folder))
            return false;
    }
    return true;
}

QString withMarkdownExtension(const QString &path, const QString &lang)
{
    QString stem = stemOf(path);
    const QString folder = folderOf(path);
    if (!lang.isEmpty()) {
        if (stem.endsWith(u'.' + lang))
            stem.chop(lang.size() + 1);
        if (stem == "index"_L1 && !folder.isEmpty())
            return folder + u'.' + lang + ".md"_L1;
        stem += u'.' + lang;
    }
    return (folder.isEmpty() ? QString() : folder + u'/') + stem + ".md"_L1;
}

model::Settings settingsOf(const SiteFacts &facts)
{
    model::Settings settings;
    if (isWebAddress(facts.baseUrl))
        settings.baseUrl = facts.baseUrl;
    if (const QTimeZone zone(facts.timeZone); zone.isValid())
        settings.timeZone = zone;
    return settings;
}

QByteArray renderSettings(const SiteFacts &facts, const QString &permalink, const QList<model::MenuEntry> &menu)
{
    QList<Value::Member> members;
    const auto add = [&](const QString &key, const QString &value) {
        if (!value.trimmed().isEmpty())
            members.append({ key, {}, Value::string(value.simplified()) });
    };
    add(u"title"_s, facts.title);
    add(u"tagline"_s, facts.tagline);
    if (isWebAddress(facts.baseUrl))
        add(u"base_url"_s, facts.baseUrl.toString(QUrl::FullyEncoded) + (facts.baseUrl.path().endsWith(u'/') ? u""_s : u"/"_s));
    add(u"language"_s, languageCode(facts.language));
    add(u"author"_s, facts.author);
    add(u"time_zone"_s, timeZoneName(facts.timeZone));
    add(u"permalink"_s, permalink);
    if (facts.perPage)
        members.append({ u"index"_s, {}, Value::map({ { u"per_page"_s, {}, Value::integer(*facts.perPage) } }) });
    // The blog that it was had a theme that spoke its language.
    if (const QString spoken = model::wordingLanguageFor(facts.language); !spoken.isEmpty() && spoken != "en"_L1)
        members.append({ u"theme"_s, {}, Value::map({ { u"language"_s, {}, Value::string(spoken) } }) });
    QList<Value::Member> entries;
    for (const model::MenuEntry &entry : menu) {
        if (!std::ranges::contains(entries, entry.title, &Value::Member::key))
            entries.append({ entry.title, {}, Value::string(entry.url) });
    }
    if (!entries.isEmpty())
        members.append({ u"menu"_s, {}, Value::map(std::move(entries)) });
    QByteArray head = text::renderFrontMatter(text::Dialect::Toml, Value::map(std::move(members)));
    // The same between fences: they are the first and the last line.
    head = head.sliced(head.indexOf('\n') + 1);
    return head.first(head.lastIndexOf("+++"));
}

QList<PlannedFile> topicFiles(const QList<Term> &terms, const TermUses &uses, FileNames &names)
{
    QList<PlannedFile> files;
    QSet<QString> known;
    for (const Term &term : terms) {
        if (uses.use(term.kind, term.name) != TermUse::TagAndTopic || known.contains(model::tagKey(term.name)))
            continue;
        known.insert(model::tagKey(term.name));
        const Value root = Value::map({ { u"title"_s, {}, Value::string(term.name) }, { u"tags"_s, {}, Value::strings({ term.name }) } });
        files.append(
            { names.take("topics/"_L1 + slugOr(term.name, u"topic") + ".md"_L1), text::renderFrontMatter(text::Dialect::Yaml, root) });
    }
    return files;
}

QList<PlannedFile> readingPaths(const QList<PlannedText> &texts, FileNames &names)
{
    QMap<QString, QList<const PlannedText *>> series;
    QHash<QString, QString> titles;
    for (const PlannedText &text : texts) {
        for (const QString &name : text.post.facts.series) {
            if (text.isPost && !text.isDraft) {
                series[name.toCaseFolded()].append(&text);
                if (!titles.contains(name.toCaseFolded()))
                    titles.insert(name.toCaseFolded(), name);
            }
        }
    }
    QList<PlannedFile> files;
    for (auto it = series.begin(); it != series.end(); ++it) {
        if (it->size() < 2)
            continue;
        std::ranges::stable_sort(*it, [](const PlannedText *a, const PlannedText *b) {
            const HeadFacts &first = a->post.facts;
            const HeadFacts &second = b->post.facts;
            if (first.seriesOrder && second.seriesOrder && first.seriesOrder != second.seriesOrder)
                return *first.seriesOrder < *second.seriesOrder;
            return first.date && second.date && *first.date < *second.date;
        });
        QList<Value> steps;
        for (const PlannedText *text : std::as_const(*it)) {
            const SitePath file = *SitePath::parse(text->target);
            const QString slug = text->slug.value_or(model::slugOfName(model::contentName(file).name, u"post"));
            steps.append(Value::map({ { u"post"_s, {}, Value::string(slug) } }));
        }
        const Value root = Value::map(
            { { u"title"_s, {}, Value::string(titles.value(it.key())) }, { u"steps"_s, {}, Value::list(std::move(steps)) } });
        files.append({ names.take("paths/"_L1 + slugOr(titles.value(it.key()), u"path") + ".md"_L1),
                       text::renderFrontMatter(text::Dialect::Yaml, root) });
    }
    return files;
}

} // namespace quillway::importing
