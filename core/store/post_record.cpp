// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/post_record.h"

#include "core/base/byte_stream.h"

using namespace Qt::StringLiterals;

namespace quillway::store {

using namespace quillway::model;
using text::Value;

namespace {

// To be raised whenever one of the types below has another member: a record of another version is none.
constexpr quint8 version = 4;
constexpr int deepestValue = 200; ///< far beyond what the readers of front matter allow

template<typename T>
void writeList(ByteWriter &to, const QList<T> &list, auto writeItem)
{
    to.number(quint32(list.size()));
    for (const T &item : list)
        writeItem(to, item);
}

template<typename T>
QList<T> readList(ByteReader &from, qsizetype leastSize, auto readItem)
{
    QList<T> list;
    const qsizetype count = from.count(leastSize);
    list.reserve(count);
    for (qsizetype i = 0; i < count && from.isGood(); ++i)
        list.append(readItem(from));
    return list;
}

void writeText(ByteWriter &to, const QString &text)
{
    to.text(text);
}

QString readTextItem(ByteReader &from)
{
    return from.text();
}

void write(ByteWriter &to, SourcePosition position)
{
    to.number(qint32(position.line));
    to.number(qint32(position.column));
}

SourcePosition readPosition(ByteReader &from)
{
    const auto line = from.number<qint32>();
    return { line, from.number<qint32>() };
}

void write(ByteWriter &to, const Value &value)
{
    to.number(quint8(value.kind));
    to.text(value.text);
    writeList(to, value.items, [](ByteWriter &w, const Value &item) { write(w, item); });
    writeList(to, value.members, [](ByteWriter &w, const Value::Member &member) {
        w.text(member.key);
        write(w, member.keyPosition);
        write(w, member.value);
    });
    write(to, value.position);
}

Value readValue(ByteReader &from, int depth = 0)
{
    Value value;
    const auto kind = from.number<quint8>();
    if (kind > quint8(Value::Kind::Map) || depth > deepestValue)
        from.fail();
    value.kind = Value::Kind(kind);
    value.text = from.text();
    value.items = readList<Value>(from, 1, [depth](ByteReader &r) { return r.isGood() ? readValue(r, depth + 1) : Value(); });
    value.members = readList<Value::Member>(from, 1, [depth](ByteReader &r) {
        Value::Member member;
        member.key = r.text();
        member.keyPosition = readPosition(r);
        if (r.isGood())
            member.value = readValue(r, depth + 1);
        return member;
    });
    value.position = readPosition(from);
    return value;
}

enum class Zone : quint8 { None, Utc, Offset, Site, Named };

/// The site's own zone is most of them, and making one from its name is slow.
void write(ByteWriter &to, const std::optional<Moment> &moment, const Settings &settings)
{
    if (!moment)
        return to.number(quint8(Zone::None));
    const QTimeZone zone = moment->at.timeRepresentation();
    const Zone kind = zone == settings.timeZone ? Zone::Site
        : zone.timeSpec() == Qt::UTC            ? Zone::Utc
        : zone.timeSpec() == Qt::OffsetFromUTC  ? Zone::Offset
                                                : Zone::Named;
    to.number(quint8(kind));
    if (kind == Zone::Offset)
        to.number(qint32(zone.fixedSecondsAheadOfUtc()));
    if (kind == Zone::Named)
        to.bytes(zone.id());
    to.number(moment->at.toMSecsSinceEpoch());
    to.number(quint8(moment->hasTime));
}

std::optional<Moment> readMoment(ByteReader &from, const Settings &settings)
{
    QTimeZone zone = QTimeZone::utc();
    switch (Zone(from.number<quint8>())) {
    case Zone::None: return std::nullopt;
    case Zone::Utc: break;
    case Zone::Site: zone = settings.timeZone; break;
    case Zone::Offset: zone = QTimeZone::fromSecondsAheadOfUtc(from.number<qint32>()); break;
    case Zone::Named: zone = QTimeZone(from.bytes().toByteArray()); break;
    default: from.fail();
    }
    if (!zone.isValid())
        from.fail();
    const auto milliseconds = from.number<qint64>();
    const bool hasTime = from.flag();
    return from.isGood() ? std::optional(Moment { QDateTime::fromMSecsSinceEpoch(milliseconds, zone), hasTime }) : std::nullopt;
}

void writeOutline(ByteWriter &to, const QList<text::Heading> &outline)
{
    writeList(to, outline, [](ByteWriter &w, const text::Heading &heading) {
        w.number(quint8(heading.level));
        w.text(heading.text);
        w.text(heading.anchor);
        w.number(qint32(heading.line));
        w.number(quint8(heading.isNested));
    });
}

QList<text::Heading> readOutline(ByteReader &from)
{
    return readList<text::Heading>(from, 14, [](ByteReader &r) {
        text::Heading heading;
        heading.level = r.number<quint8>();
        heading.text = r.text();
        heading.anchor = r.text();
        heading.line = r.number<qint32>();
        heading.isNested = r.flag();
        return heading;
    });
}

void writeReferences(ByteWriter &to, const QList<text::Reference> &references)
{
    writeList(to, references, [](ByteWriter &w, const text::Reference &reference) {
        w.number(quint8(reference.kind));
        w.text(reference.destination);
        w.text(reference.text);
        w.number(qint32(reference.line));
        w.number(qint32(reference.column));
        w.number(quint8(reference.fromHtml));
    });
}

QList<text::Reference> readReferences(ByteReader &from)
{
    return readList<text::Reference>(from, 18, [](ByteReader &r) {
        text::Reference reference;
        const auto kind = r.number<quint8>();
        if (kind > quint8(text::Reference::Kind::Picture))
            r.fail();
        reference.kind = text::Reference::Kind(kind);
        reference.destination = r.text();
        reference.text = r.text();
        reference.line = r.number<qint32>();
        reference.column = r.number<qint32>();
        reference.fromHtml = r.flag();
        return reference;
    });
}

void writeDestinations(ByteWriter &to, const QList<text::Reference> &references)
{
    writeList(to, references, [](ByteWriter &w, const text::Reference &reference) {
        w.number(quint8(reference.kind));
        w.text(reference.destination);
    });
}

QList<text::Reference> readDestinations(ByteReader &from)
{
    return readList<text::Reference>(from, 5, [](ByteReader &r) {
        text::Reference reference;
        reference.kind = r.flag() ? text::Reference::Kind::Picture : text::Reference::Kind::Link;
        reference.destination = r.text();
        return reference;
    });
}

void writeExcerpt(ByteWriter &to, const text::TextFacts &facts)
{
    to.text(facts.firstParagraph);
    to.number(quint8(facts.textAfterFirstParagraph));
}

void readExcerpt(ByteReader &from, text::TextFacts &facts)
{
    facts.firstParagraph = from.text();
    facts.textAfterFirstParagraph = from.flag();
}

void write(ByteWriter &to, const Diagnostic &diagnostic)
{
    to.number(quint8(diagnostic.severity));
    to.number(quint8(diagnostic.error.code));
    to.text(diagnostic.error.file);
    write(to, diagnostic.error.position);
    to.text(diagnostic.error.detail);
}

Diagnostic readDiagnostic(ByteReader &from)
{
    Diagnostic diagnostic;
    const auto severity = from.number<quint8>();
    const auto code = from.number<quint8>();
    if (severity > quint8(Severity::Error) || code > quint8(ErrorCode::Internal))
        from.fail();
    diagnostic.severity = Severity(severity);
    diagnostic.error.code = ErrorCode(code);
    diagnostic.error.file = from.text();
    diagnostic.error.position = readPosition(from);
    diagnostic.error.detail = from.text();
    return diagnostic;
}

/// What only the post's own page shows.
void writeRest(ByteWriter &to, const Post &post)
{
    write(to, post.params);
    to.number(qint64(post.bodyOffset));
    to.number(quint8(post.dialect));
    to.number(qint32(post.bodyLine));
    writeOutline(to, post.facts.outline);
    writeReferences(to, post.facts.references);
    writeExcerpt(to, post.facts);
    to.number(quint8(post.facts.hasMath));
}

void readRest(ByteReader &from, Post &post)
{
    post.params = readValue(from);
    post.bodyOffset = qsizetype(from.number<qint64>());
    const auto dialect = from.number<quint8>();
    post.dialect = text::Dialect(dialect);
    post.bodyLine = from.number<qint32>();
    post.facts.outline = readOutline(from);
    post.facts.references = readReferences(from);
    readExcerpt(from, post.facts);
    post.facts.hasMath = from.flag();
    if (dialect > quint8(text::Dialect::Json) || post.bodyOffset < 0 || post.bodyOffset > post.source.size())
        from.fail();
}

} // namespace

QByteArray toRecord(const Parsed<Post> &read, const Settings &settings, Texts texts)
{
    const Post &post = read.value;
    ByteWriter to;
    to.number(version);
    to.number(quint8(texts == Texts::WhenNeeded));
    for (const QString *text : { &post.slug, &post.section, &post.title, &post.author, &post.summary, &post.cover, &post.coverAlt,
                                 &post.canonical, &post.lang, &post.translationOf })
        to.text(*text);
    for (const bool value : { post.isBundle, post.titleFromBody, post.draft, post.math, post.toc.has_value(), post.toc.value_or(false) })
        to.number(quint8(value));
    write(to, post.date, settings);
    write(to, post.updated, settings);
    writeList(to, post.tags, writeText);
    writeList(to, post.aliases, writeText);
    to.number(qint32(post.facts.words));
    writeList(to, read.diagnostics, [](ByteWriter &w, const Diagnostic &diagnostic) { write(w, diagnostic); });
    if (texts == Texts::All) {
        writeRest(to, post);
    } else {
        writeExcerpt(to, post.summary.isEmpty() ? post.facts : text::TextFacts());
        writeDestinations(to, post.facts.references);
    }
    return to.take();
}

std::optional<Parsed<Post>> fromRecord(QByteArrayView record, const SitePath &file, const QByteArray &source, const Settings &settings)
{
    ByteReader from(record);
    if (from.number<quint8>() != version)
        return std::nullopt;
    Parsed<Post> read;
    Post &post = read.value;
    post.file = file;
    const bool isHead = from.flag();
    for (QString *text : { &post.slug, &post.section, &post.title, &post.author, &post.summary, &post.cover, &post.coverAlt,
                           &post.canonical, &post.lang, &post.translationOf })
        *text = from.text();
    for (bool *value : { &post.isBundle, &post.titleFromBody, &post.draft, &post.math })
        *value = from.flag();
    const bool hasToc = from.flag();
    const bool toc = from.flag();
    post.toc = hasToc ? std::optional(toc) : std::nullopt;
    post.date = readMoment(from, settings);
    post.updated = readMoment(from, settings);
    post.tags = readList<QString>(from, 4, readTextItem);
    post.aliases = readList<QString>(from, 4, readTextItem);
    post.facts.words = from.number<qint32>();
    read.diagnostics = readList<Diagnostic>(from, 18, readDiagnostic);
    if (isHead) {
        readExcerpt(from, post.facts);
        post.facts.references = readDestinations(from);
    } else {
        post.source = source;
        readRest(from, post);
    }
    return from.isGood() && from.atEnd() ? std::optional(std::move(read)) : std::nullopt;
}

} // namespace quillway::store
