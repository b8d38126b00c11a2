// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/step_reader.h"

namespace quillway::model {

using namespace Qt::StringLiterals;
using text::Value;

namespace {

std::optional<Step> readStep(const Value &value, QStringView name, const SitePath &file, Diagnostics &diagnostics)
{
    KeyReader keys(value, file, diagnostics, KeyReader::Texts::AnyScalar, name.toString());
    Step step;
    const Value *post = keys.take(u"post");
    step.post = keys.text(u"post").value_or(QString());
    step.stage = keys.text(u"stage").value_or(QString());
    step.note = keys.text(u"note").value_or(QString());
    step.optional = keys.boolean(u"optional").value_or(false);
    keys.reportRest();
    if (!post)
        keys.badValue(value, u"post", u"the slug of a post"_s);
    if (step.post.isEmpty())
        return std::nullopt;
    step.position = post->position;
    return step;
}

} // namespace

QList<Step> readSteps(KeyReader &keys, QStringView name, const SitePath &file, Diagnostics &diagnostics)
{
    QList<Step> steps;
    for (const Value *item : keys.items(name)) {
        if (item->kind == Value::Kind::Map) {
            if (const auto step = readStep(*item, name, file, diagnostics))
                steps.append(*step);
        } else if (const auto slug = keys.textOf(*item, name)) {
            steps.append(Step { .post = *slug, .stage = {}, .note = {}, .position = item->position });
        }
    }
    return steps;
}

QList<TopicText> readTopicTexts(KeyReader &keys, QStringView name, const SitePath &file)
{
    QList<TopicText> texts;
    for (const Value *item : keys.items(name)) {
        if (const auto text = keys.textOf(*item, name))
            texts.append({ .text = *text, .position = item->position, .file = file });
    }
    return texts;
}

} // namespace quillway::model
