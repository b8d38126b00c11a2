// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/topic_text.h"

#include "core/model/wording.h"
#include "core/publish/inline_text.h"
#include "core/publish/template_fault.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::publish {

namespace {

/// The place in the file of a place in the text, which begins at `text`.
SourcePosition placeInFile(SourcePosition text, SourcePosition inText)
{
    if (!text.isValid() || !inText.isValid())
        return text;
    return inText.line == 1 ? SourcePosition { text.line, text.column + inText.column - 1 }
                            : SourcePosition { text.line + inText.line - 1, inText.column };
}

/// Renders the texts of one topic.
class Writer
{
public:
    Writer(const Publication::Private &shared, qsizetype topic, Renderer &renderer)
        : m_shared(shared)
        , m_topic(*shared.site->topics().at(topic))
        , m_context { { u"topic"_s, analysis::topicFacts(shared.profile(topic), shared.settings) } }
        , m_hasPosts(!shared.profile(topic).posts.isEmpty())
        , m_renderer(renderer)
    { }

    TopicTexts write();

private:
    [[nodiscard]] QString filledIn(const model::TopicText &text);
    [[nodiscard]] bool lacksFacts(const model::TopicText &text);
    [[nodiscard]] QByteArray html(const QString &markdown) const;
    [[nodiscard]] QList<QByteArray> list(const QList<model::TopicText> &own, const QList<model::TopicText> &wording);

    const Publication::Private &m_shared;
    const model::Topic &m_topic;
    QVariantHash m_context;
    bool m_hasPosts;
    Renderer &m_renderer;
    Diagnostics m_diagnostics;
};

QString Writer::filledIn(const model::TopicText &text)
{
    Result<QString> filled = m_renderer.fillIn(text.text, m_context);
    if (filled)
        return filled->trimmed();
    Error error = filled.error();
    error.file = text.file.toString();
    error.position = placeInFile(text.position, error.position);
    m_diagnostics.append({ Severity::Error, error });
    return text.text;
}

/// True if one of the text's plain placeholders comes out empty. With conditions in it, a text can look after itself.
bool Writer::lacksFacts(const model::TopicText &text)
{
    const QList<TemplateToken> tokens = templateTokens(text.text);
    if (std::ranges::contains(tokens, TemplateToken::Kind::Tag, &TemplateToken::kind))
        return false;
    return std::ranges::any_of(tokens, [&](const TemplateToken &token) {
        const Result<QString> value = m_renderer.fillIn("{{ "_L1 + token.content + " }}"_L1, m_context);
        return value && value->trimmed().isEmpty();
    });
}

QByteArray Writer::html(const QString &markdown) const
{
    return inlineHtml(markdown, analysis::linkOrigin(m_topic), m_shared.links(), text::RawHtml::Keep);
}

QList<QByteArray> Writer::list(const QList<model::TopicText> &own, const QList<model::TopicText> &wording)
{
    QList<QByteArray> texts;
    const auto add = [&](const model::TopicText &text) {
        if (const QString filled = filledIn(text); !filled.isEmpty())
            texts.append(html(filled));
    };
    std::ranges::for_each(own, add);
    for (const model::TopicText &text : wording) {
        if (m_hasPosts && !lacksFacts(text))
            add(text);
    }
    return texts;
}

TopicTexts Writer::write()
{
    const model::TopicWording wording = model::effectiveWording(m_shared.settings);
    TopicTexts texts;
    QString definition;
    if (!m_topic.definition.text.isEmpty())
        definition = filledIn(m_topic.definition);
    else if (m_hasPosts)
        definition = filledIn(*wording.definition);
    texts.definition = html(definition);
    texts.definitionText = text::plainInline(definition);
    texts.claims = list(m_topic.claims, *wording.claims);
    texts.checklist = list(m_topic.checklist, *wording.checklist);
    texts.failureModes = list(m_topic.failureModes, *wording.failureModes);
    texts.diagnostics = std::move(m_diagnostics);
    return texts;
}

} // namespace

TopicTexts renderTopicTexts(const Publication::Private &shared, qsizetype topic, Renderer &renderer)
{
    return Writer(shared, topic, renderer).write();
}

} // namespace quillway::publish
