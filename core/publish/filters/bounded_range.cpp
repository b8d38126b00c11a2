// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/filters/bounded_range.h"

#include <KTextTemplate/Exception>
#include <KTextTemplate/Parser>

using namespace Qt::StringLiterals;

namespace quillway::publish {

namespace {

using KTextTemplate::FilterExpression;

[[noreturn]] void fail(const QString &why)
{
    throw KTextTemplate::Exception(KTextTemplate::TagSyntaxError, why);
}

class BoundedRange final : public KTextTemplate::Node
{
public:
    BoundedRange(QString name, FilterExpression start, FilterExpression stop, FilterExpression step, QObject *parent)
        : Node(parent)
        , m_name(std::move(name))
        , m_start(std::move(start))
        , m_stop(std::move(stop))
        , m_step(std::move(step))
    { }

    void setBody(const KTextTemplate::NodeList &body) { m_body = body; }

    void render(KTextTemplate::OutputStream *stream, KTextTemplate::Context *context) const override
    {
        const qint64 start = m_start.resolve(context).toLongLong();
        const qint64 stop = m_stop.resolve(context).toLongLong();
        const qint64 step = m_step.resolve(context).toLongLong();
        if (step <= 0)
            fail(u"'range' needs a step greater than 0"_s);
        if ((stop - start) / step > BoundedRangeFactory::mostRounds)
            fail(u"'range' goes round more than %1 times"_s.arg(BoundedRangeFactory::mostRounds));
        for (qint64 i = start; i < stop; i += step) {
            context->push();
            if (!m_name.isEmpty())
                context->insert(m_name, i);
            m_body.render(stream, context);
            context->pop();
        }
    }

private:
    QString m_name;
    FilterExpression m_start;
    FilterExpression m_stop;
    FilterExpression m_step;
    KTextTemplate::NodeList m_body;
};

} // namespace

KTextTemplate::Node *BoundedRangeFactory::getNode(const QString &tagContent, KTextTemplate::Parser *parser) const
{
    QStringList words = smartSplit(tagContent).mid(1);
    QString name;
    if (words.size() >= 3 && words.at(words.size() - 2) == "as"_L1) {
        name = words.takeLast();
        words.removeLast();
    }
    if (words.isEmpty() || words.size() > 3)
        fail(u"'range' takes STOP, START STOP or START STOP STEP, then 'as NAME'"_s);
    const QString start = words.size() > 1 ? words.takeFirst() : u"0"_s;
    const QString stop = words.takeFirst();
    const QString step = words.isEmpty() ? u"1"_s : words.takeFirst();

    auto *node = new BoundedRange(name, FilterExpression(start, parser), FilterExpression(stop, parser), FilterExpression(step, parser),
                                  parser);
    node->setBody(parser->parse(node, u"endrange"_s));
    parser->removeNextToken();
    return node;
}

} // namespace quillway::publish
