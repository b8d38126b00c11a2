// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topics/topic_report.h"

#include "core/model/wording.h"
#include "core/text/markdown.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace quillway::ui {

namespace {

/// The facts that read well within a sentence, each in the form in which it does.
constexpr std::array<std::pair<QLatin1StringView, QLatin1StringView>, 10> factForms { {
    { "count"_L1, "{{ topic.count }}"_L1 },
    { "first"_L1, "{{ topic.first|date:\"MMMM yyyy\" }}"_L1 },
    { "last"_L1, "{{ topic.last|date:\"MMMM yyyy\" }}"_L1 },
    { "minutes"_L1, "{{ topic.minutes }}"_L1 },
    { "adjacent"_L1, "{{ topic.adjacent|sentence }}"_L1 },
    { "motifs"_L1, "{{ topic.motifs|sentence }}"_L1 },
    { "early"_L1, "{{ topic.early|sentence }}"_L1 },
    { "newer"_L1, "{{ topic.newer|sentence }}"_L1 },
    { "focus"_L1, "{{ topic.focus }}"_L1 },
    { "title"_L1, "{{ topic.title }}"_L1 },
} };

FilledText filledIn(publish::Renderer &renderer, const QString &text, const QVariantHash &context)
{
    const Result<QString> filled = renderer.fillIn(text, context);
    return filled ? FilledText { text::plainInline(filled->trimmed()), false } : FilledText { filled.error().detail, true };
}

} // namespace

TopicReport reportOn(const model::SitePtr &site, const SitePath &file, publish::Renderer &renderer, const QDateTime &now)
{
    TopicReport report { .site = site, .topic = {}, .profile = {}, .facts = {}, .texts = {}, .definitionOtherwise = {} };
    const auto found = std::ranges::find(site->topics(), file, [](const model::TopicPtr &topic) { return topic->file; });
    if (found == site->topics().cend())
        return report;
    report.topic = *found;
    report.profile = analysis::topicProfile(**found, *site, { .buildDate = now });
    const QVariantHash context { { u"topic"_s, analysis::topicFacts(report.profile, site->settings()) } };
    for (const auto &[name, placeholder] : factForms)
        report.facts.append({ name, placeholder, filledIn(renderer, placeholder, context).text });
    const auto fill = [&](const QString &text) {
        if (text.contains("{{"_L1) || text.contains("{%"_L1))
            report.texts.insert(text.simplified(), filledIn(renderer, text, context));
    };
    fill(report.topic->definition.text);
    for (const QList<model::TopicText> *texts : { &report.topic->claims, &report.topic->checklist, &report.topic->failureModes }) {
        for (const model::TopicText &text : *texts)
            fill(text.text);
    }
    if (!report.profile.posts.isEmpty())
        report.definitionOtherwise = filledIn(renderer, model::effectiveWording(site->settings()).definition->text, context).text;
    return report;
}

} // namespace quillway::ui
