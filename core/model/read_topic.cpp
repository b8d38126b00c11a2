// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/content_file.h"
#include "core/model/content_name.h"
#include "core/model/readers.h"
#include "core/model/step_reader.h"

namespace quillway::model {

using namespace Qt::StringLiterals;
using text::Value;

namespace {

SourcePosition positionOf(const Value *value)
{
    return value ? value->position : SourcePosition();
}

Topic::Layout readLayout(KeyReader &keys)
{
    const Value *value = keys.take(u"layout");
    const QString layout = keys.text(u"layout").value_or(u"dossier"_s).toLower();
    if (layout == "brief"_L1)
        return Topic::Layout::Brief;
    if (layout != "dossier"_L1)
        keys.badValue(*value, u"layout", u"dossier or brief");
    return Topic::Layout::Dossier;
}

QList<TopicReference> readReferences(KeyReader &keys, const SitePath &file, Diagnostics &diagnostics)
{
    QList<TopicReference> references;
    for (const Value *item : keys.items(u"references")) {
        if (item->kind != Value::Kind::Map) {
            if (const auto url = keys.textOf(*item, u"references"))
                references.append({ .title = *url, .url = *url, .note = {}, .position = item->position });
            continue;
        }
        KeyReader entry(*item, file, diagnostics, KeyReader::Texts::AnyScalar, u"references"_s);
        TopicReference reference { .title = entry.text(u"title").value_or(QString()), .url = {}, .note = {}, .position = item->position };
        if (const Value *url = entry.take(u"url"))
            reference.position = url->position;
        reference.url = entry.text(u"url").value_or(QString());
        reference.note = entry.text(u"note").value_or(QString());
        entry.reportRest();
        if (reference.title.isEmpty())
            reference.title = reference.url;
        if (reference.title.isEmpty())
            entry.badValue(*item, u"title", u"there, or a url"_s);
        else
            references.append(reference);
    }
    return references;
}

void readPathKey(Topic &topic, KeyReader &keys, Diagnostics &diagnostics)
{
    const Value *path = keys.take(u"path");
    topic.automaticPath = !path || path->kind != Value::Kind::List;
    if (!topic.automaticPath)
        topic.path = readSteps(keys, u"path", topic.file, diagnostics);
    else if (path && (!path->isScalar() || path->text.trimmed().compare("auto"_L1, Qt::CaseInsensitive) != 0))
        keys.badValue(*path, u"path", u"auto, or a list of steps");
}

} // namespace

Result<Parsed<Topic>> readTopic(const SitePath &file, const QByteArray &bytes)
{
    const auto content = readContentFile(file, bytes);
    if (!content)
        return std::unexpected(content.error());
    Diagnostics diagnostics = content->diagnostics;
    KeyReader keys(content->head.root, file, diagnostics, KeyReader::Texts::AnyScalar);
    Topic topic;
    topic.file = file;
    const ContentName name = contentName(file);
    topic.slug = slugOfName(name.name, u"topic");
    if (const auto title = keys.text(u"title"))
        topic.title = title->simplified();
    else
        keys.report(Severity::Note, ErrorCode::MissingTitle, { 1, 1 }, u"the file's name stands in"_s);
    if (topic.title.isEmpty())
        topic.title = titleOfName(name.name);
    topic.tagsPosition = positionOf(keys.take(u"tags"));
    topic.tags = keys.words(u"tags").value_or(QStringList());
    if (topic.tags.isEmpty())
        topic.tags = { topic.slug };
    topic.includePosition = positionOf(keys.take(u"include"));
    topic.include = keys.words(u"include").value_or(QStringList());
    topic.excludePosition = positionOf(keys.take(u"exclude"));
    topic.exclude = keys.words(u"exclude").value_or(QStringList());
    topic.focus = keys.text(u"focus").value_or(QString());
    topic.layout = readLayout(keys);
    if (const Value *definition = keys.take(u"definition"))
        topic.definition = { .text = keys.text(u"definition").value_or(QString()), .position = definition->position, .file = file };
    topic.claims = readTopicTexts(keys, u"claims", file);
    topic.checklist = readTopicTexts(keys, u"checklist", file);
    topic.failureModes = readTopicTexts(keys, u"failure_modes", file);
    topic.references = readReferences(keys, file, diagnostics);
    readPathKey(topic, keys, diagnostics);
    topic.aliases = keys.texts(u"aliases").value_or(QStringList());
    keys.reportRest();
    topic.source = bytes;
    topic.bodyOffset = content->head.bodyOffset;
    topic.bodyLine = content->bodyLine;
    topic.facts = content->facts;
    return Parsed<Topic> { std::move(topic), std::move(diagnostics) };
}

} // namespace quillway::model
