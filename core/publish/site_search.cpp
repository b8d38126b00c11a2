// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/site_search.h"

#include "core/base/content_hash.h"
#include "core/base/parallel.h"
#include "core/model/addresses.h"
#include "core/publish/entry_context.h"
#include "core/text/plain_lines.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace quillway::publish {

namespace {

constexpr qsizetype textLength = 400; ///< characters of a post's text that a result can show
constexpr qsizetype textSource = 1200; ///< bytes of Markdown that are read for it

using Kind = SearchDocument::Kind;

qsizetype documentCount(const Publication::Private &shared)
{
    return guideCount(shared) + shared.published.pages().size() + shared.posts().size();
}

const model::Post &postOf(const Publication::Private &shared, SearchDocument document)
{
    return document.kind == Kind::Post ? *shared.posts().at(document.place) : *shared.published.pages().at(document.place);
}

/// Empty for a number that is left free.
QString fileOf(const Publication::Private &shared, SearchDocument document)
{
    switch (document.kind) {
    case Kind::None: return {};
    case Kind::Topic: return shared.site->topics().at(document.place)->file.toString();
    case Kind::Path: return shared.walks().at(document.place).path->file.toString();
    case Kind::Page:
    case Kind::Post: break;
    }
    return postOf(shared, document).file.toString();
}

/// A hash of what its words are taken from: with the file, it tells whether a document is the one that an index knows.
QByteArray sourceOf(const Publication::Private &shared, SearchDocument document)
{
    if (document.kind == Kind::None)
        return {};
    if (document.kind == Kind::Topic)
        return contentHash(shared.site->topics().at(document.place)->source);
    if (document.kind == Kind::Path) {
        const ReadingWalk &walk = shared.walks().at(document.place);
        QByteArray said = walk.path->source;
        for (const ReadingWalk::Stop &stop : walk.stops)
            said += '\0' + stop.step.post.toUtf8();
        return contentHash(said);
    }
    return sourceHash(postOf(shared, document));
}

using Field = WordCollector::Field;

/// Inline Markdown; facts are no words of its author's.
void addInline(WordCollector &words, QString text)
{
    static const QRegularExpression placeholder(u"\\{\\{[^}]*\\}\\}"_s);
    words.addMarkdown(text.remove(placeholder).toUtf8());
}

void addOutline(WordCollector &words, const text::TextFacts &facts)
{
    for (const text::Heading &heading : facts.outline)
        words.add(heading.text, Field::Heading);
}

void collect(WordCollector &words, const model::Topic &topic)
{
    words.add(topic.title, Field::Title);
    for (const QString &tag : topic.tags)
        words.add(tag, Field::Tag);
    addOutline(words, topic.facts);
    addInline(words, topic.focus);
    addInline(words, topic.definition.text);
    for (const QList<model::TopicText> &texts : { topic.claims, topic.checklist, topic.failureModes }) {
        for (const model::TopicText &text : texts)
            addInline(words, text.text);
    }
    for (const model::TopicReference &reference : topic.references)
        words.add(reference.title, Field::Text);
    words.addMarkdown(topic.body());
}

void collect(WordCollector &words, const ReadingWalk &walk)
{
    words.add(walk.path->title, Field::Title);
    addOutline(words, walk.path->facts);
    addInline(words, walk.path->summary);
    for (const ReadingWalk::Stop &stop : walk.stops) {
        words.add(stop.step.stage, Field::Text);
        addInline(words, stop.step.note);
    }
    words.addMarkdown(walk.path->body());
}

void collect(WordCollector &words, const model::Post &post)
{
    words.add(post.title, Field::Title);
    for (const QString &tag : post.tags)
        words.add(tag, Field::Tag);
    addOutline(words, post.facts);
    words.add(post.summary, Field::Text);
    words.addMarkdown(post.body());
}

void collect(WordCollector &words, const Publication::Private &shared, qsizetype number)
{
    const SearchDocument document = documentAt(shared, number);
    words.begin(quint32(number));
    if (document.kind == Kind::Topic)
        collect(words, *shared.site->topics().at(document.place));
    else if (document.kind == Kind::Path)
        collect(words, shared.walks().at(document.place));
    else if (const model::PostPtr post = shared.whole(postOf(shared, document)))
        collect(words, *post);
}

/// Which of the documents the former index has, by its numbers, and which it has not.
struct Known {
    std::vector<qint32> numbers;
    QList<qsizetype> unknown;
};

Known knownDocuments(const Publication::Private &shared, qsizetype documents, const KeptIndex &former)
{
    Known known { std::vector<qint32>(size_t(former.documents.size()), -1), {} };
    QHash<QString, qsizetype> byFile;
    const auto formerNumber = [&](qsizetype document, const QString &file) -> qsizetype {
        // Mostly it has the number that it had.
        if (document < former.documents.size() && former.documents.at(document).file == file)
            return document;
        if (byFile.isEmpty()) {
            byFile.reserve(former.documents.size());
            for (qsizetype i = 0; i < former.documents.size(); ++i)
                byFile.insert(former.documents.at(i).file, i);
        }
        return byFile.value(file, -1);
    };
    for (qsizetype number = 0; number < documents; ++number) {
        const SearchDocument document = documentAt(shared, number);
        if (document.kind == Kind::None)
            continue;
        const qsizetype at = formerNumber(number, fileOf(shared, document));
        if (at >= 0 && former.documents.at(at).source == sourceOf(shared, document))
            known.numbers[size_t(at)] = qint32(number);
        else
            known.unknown.append(number);
    }
    return known;
}

/// The beginning of a text as a reader sees it, headings and code left out.
QString leadingText(QByteArrayView source)
{
    if (source.size() > textSource)
        source = source.first(std::max<qsizetype>(source.first(textSource).lastIndexOf('\n'), 0));
    QString text;
    for (const text::PlainLine &line : text::plainLines(source).value_or(QList<text::PlainLine>())) {
        if (line.kind == text::PlainLine::Kind::Prose)
            text += (text.isEmpty() ? QString() : u" "_s) + line.text;
    }
    if (text.size() <= textLength)
        return text;
    const qsizetype blank = text.lastIndexOf(u' ', textLength);
    const qsizetype end = blank > 0 ? blank : textLength - (text.at(textLength - 1).isHighSurrogate() ? 1 : 0);
    return text.first(end);
}

QJsonObject resultOf(const Publication::Private &shared, const model::Post &post)
{
    const qsizetype place = shared.placeOf(post);
    const QVariantHash entry = place >= 0 ? shared.entry(place) : entryContext(shared, post);
    QJsonObject result;
    for (const auto &[name, key] : { std::pair("title"_L1, u"title"_s), std::pair("url"_L1, u"url"_s), std::pair("date"_L1, u"date"_s),
                                     std::pair("iso"_L1, u"date_iso"_s), std::pair("lang"_L1, u"lang"_s) }) {
        if (const QString value = entry.value(key).toString(); !value.isEmpty())
            result.insert(name, value);
    }
    // A summary that is not the post's own is how its text begins.
    const QString summary = post.summary.isEmpty() ? QString() : entry.value(u"summary_text"_s).toString();
    result.insert("text"_L1, (summary + u' ' + leadingText(post.body())).trimmed());
    return result;
}

QJsonObject resultOf(const Publication::Private &shared, const QString &title, const QString &address, const QString &kind,
                     const QString &text)
{
    return {
        { u"title"_s, title }, { u"url"_s, model::urlPath(address, shared.settings) }, { u"kind"_s, kind }, { u"text"_s, text.trimmed() }
    };
}

Result<QJsonObject> resultOf(const Publication::Private &shared, SearchDocument document, Renderer &renderer)
{
    if (document.kind == Kind::Topic) {
        const model::Topic &topic = *shared.site->topics().at(document.place);
        const QString definition = shared.topicTexts(document.place, renderer).definitionText;
        return resultOf(shared, topic.title, model::topicAddress(topic), u"topic"_s,
                        (definition.isEmpty() ? topic.focus : definition) + u' ' + leadingText(topic.body()));
    }
    if (document.kind == Kind::Path) {
        const model::ReadingPath &path = *shared.walks().at(document.place).path;
        return resultOf(shared, path.title, model::pathAddress(path), u"path"_s,
                        text::plainInline(path.summary) + u' ' + leadingText(path.body()));
    }
    const model::Post &post = postOf(shared, document);
    const model::PostPtr whole = shared.whole(post);
    if (!whole)
        return std::unexpected(Error { ErrorCode::ChangedOnDisk, post.file.toString(), {}, {} });
    return resultOf(shared, *whole);
}

QByteArray joined(const QList<QByteArray> &words, char separator)
{
    QByteArray text;
    for (const QByteArray &word : words)
        text += (text.isEmpty() ? QByteArray() : QByteArray(1, separator)) + word;
    return text;
}

} // namespace

qsizetype guideCount(const Publication::Private &shared)
{
    const qsizetype guides = shared.site->topics().size() + shared.walks().size();
    return (guides + documentsInFile - 1) / documentsInFile * documentsInFile;
}

SearchDocument documentAt(const Publication::Private &shared, qsizetype number)
{
    const qsizetype topics = shared.site->topics().size();
    const qsizetype paths = shared.walks().size();
    for (const auto &[kind, count] :
         { std::pair(Kind::Topic, topics), std::pair(Kind::Path, paths), std::pair(Kind::None, guideCount(shared) - topics - paths),
           std::pair(Kind::Page, shared.published.pages().size()) }) {
        if (number < count)
            return { kind, number };
        number -= count;
    }
    return { Kind::Post, shared.posts().size() - 1 - number };
}

QStringList searchLanguages(const Publication::Private &shared)
{
    QStringList languages { shared.settings.language.section(u'-', 0, 0).toLower() };
    const auto add = [&](const QList<model::PostPtr> &posts) {
        for (const model::PostPtr &post : posts) {
            if (post->lang.isEmpty())
                continue;
            const QString language = post->lang.section(u'-', 0, 0).toLower();
            if (!language.isEmpty() && !languages.contains(language))
                languages.append(language);
        }
    };
    add(shared.posts());
    add(shared.published.pages());
    languages.sort();
    return languages;
}

QString searchFileAddress(const QString &name)
{
    return model::searchAddress() + name;
}

SiteSearch makeSiteSearch(const Publication::Private &shared, const KeptIndex &former, int threads, const std::stop_token &stop)
{
    SiteSearch search;
    search.documents = documentCount(shared);
    Known known = knownDocuments(shared, search.documents, former);
    search.read = known.unknown.size();
    const qsizetype parts = std::min<qsizetype>(threadCount(threads), known.unknown.size());
    IndexChange change { former.lines, std::move(known.numbers), {} };
    change.read.resize(size_t(parts));
    forEachIndex(parts, threads, [&](qsizetype part) {
        WordCollector words;
        for (qsizetype i = search.read * part / parts; i < search.read * (part + 1) / parts && !stop.stop_requested(); ++i)
            collect(words, shared, known.unknown.at(i));
        change.read[size_t(part)] = words.take();
    });
    if (stop.stop_requested())
        return {};
    search.words = changedIndex(change, threads);
    search.pieces = piecesOf(search.words.lines);
    return search;
}

KeptIndex keptIndex(const Publication::Private &shared)
{
    const SiteSearch &search = shared.search();
    KeptIndex index { {}, search.words.lines };
    index.documents.reserve(search.documents);
    for (qsizetype number = 0; number < search.documents; ++number) {
        const SearchDocument document = documentAt(shared, number);
        index.documents.append({ fileOf(shared, document), sourceOf(shared, document) });
    }
    return index;
}

QByteArray renderSearchIndex(const Publication::Private &shared)
{
    const SiteSearch &search = shared.search();
    QByteArray pieces;
    for (const IndexPiece &piece : search.pieces)
        pieces += (pieces.isEmpty() ? "" : " ") + piece.beginning + ' ' + piece.name;
    const QJsonObject index {
        { u"documents"_s, search.documents },
        { u"guides"_s, guideCount(shared) },
        { u"group"_s, documentsInFile },
        { u"languages"_s, QJsonArray::fromStringList(searchLanguages(shared)) },
        { u"common"_s, QString::fromUtf8(joined(commonWords(search.words, search.documents), ' ')) },
        { u"pieces"_s, QString::fromUtf8(pieces) },
    };
    return QJsonDocument(index).toJson(QJsonDocument::Compact);
}

QByteArray renderSearchWords(const Publication::Private &shared)
{
    return joined(usualWords(shared.search().words, shared.search().documents), '\n');
}

QByteArray renderSearchPiece(const Publication::Private &shared, qsizetype piece)
{
    const IndexPiece &wanted = shared.search().pieces.at(piece);
    return shared.search().words.lines.sliced(wanted.begin, wanted.end - wanted.begin);
}

Result<QByteArray> renderSearchPosts(const Publication::Private &shared, qsizetype file, Renderer &renderer)
{
    QJsonArray results;
    const qsizetype end = std::min(shared.search().documents, (file + 1) * documentsInFile);
    for (qsizetype number = file * documentsInFile; number < end; ++number) {
        const SearchDocument document = documentAt(shared, number);
        if (document.kind == Kind::None)
            break;
        const Result<QJsonObject> result = resultOf(shared, document, renderer);
        if (!result)
            return std::unexpected(result.error());
        results.append(*result);
    }
    return QJsonDocument(results).toJson(QJsonDocument::Compact);
}

} // namespace quillway::publish
