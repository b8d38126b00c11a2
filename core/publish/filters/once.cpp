// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/filters/once.h"

#include <KTextTemplate/Exception>
#include <KTextTemplate/Parser>
#include <KTextTemplate/Util>

#include <QTextStream>

using namespace Qt::StringLiterals;

namespace quillway::publish {

namespace {

using KTextTemplate::FilterExpression;

std::shared_ptr<KeptParts> &threadParts()
{
    thread_local std::shared_ptr<KeptParts> parts;
    return parts;
}

class Once final : public KTextTemplate::Node
{
public:
    Once(QString name, const FilterExpression &key, QList<FilterExpression> values, QObject *parent)
        : Node(parent)
        , m_name(std::move(name))
        , m_key(key)
        , m_values(std::move(values))
    { }

    void setBody(const KTextTemplate::NodeList &body) { m_body = body; }

    void render(KTextTemplate::OutputStream *stream, KTextTemplate::Context *context) const override
    {
        KeptParts *parts = threadParts().get();
        if (parts == nullptr || !parts->keeps(m_name) || !context->autoEscape()) {
            m_body.render(stream, context);
            return;
        }
        const QString key = KTextTemplate::getSafeString(m_key.resolve(context));
        QVariantList values;
        for (const FilterExpression &value : m_values)
            values.append(value.resolve(context));
        std::optional<QString> html = parts->find(m_name, key, values);
        if (!html) {
            html.emplace();
            QTextStream text(&*html);
            m_body.render(stream->clone(&text).data(), context);
            text.flush();
            parts->keep(m_name, key, values, *html);
        }
        *stream << KTextTemplate::SafeString(*html, KTextTemplate::SafeString::IsSafe);
    }

private:
    QString m_name;
    FilterExpression m_key;
    QList<FilterExpression> m_values;
    KTextTemplate::NodeList m_body;
};

} // namespace

KTextTemplate::Node *OnceFactory::getNode(const QString &tagContent, KTextTemplate::Parser *parser) const
{
    QStringList words = smartSplit(tagContent).mid(1);
    if (words.size() < 3)
        throw KTextTemplate::Exception(KTextTemplate::TagSyntaxError, u"'once' takes NAME KEY VALUE…"_s);
    const QString name = words.takeFirst();
    const QString key = words.takeFirst();
    QList<FilterExpression> values;
    for (const QString &value : std::as_const(words))
        values.append(FilterExpression(value, parser));
    auto *node = new Once(name, FilterExpression(key, parser), values, parser);
    node->setBody(parser->parse(node, u"endonce"_s));
    parser->removeNextToken();
    return node;
}

void keepPartsIn(std::shared_ptr<KeptParts> parts)
{
    threadParts() = std::move(parts);
}

} // namespace quillway::publish
