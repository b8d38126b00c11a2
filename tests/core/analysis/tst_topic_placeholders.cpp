// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/topic_placeholders.h"

#include "core/analysis/topic_profile.h"

#include <QTest>

using namespace quillway;
using namespace quillway::analysis;
using namespace Qt::StringLiterals;

class TestTopicPlaceholders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsUnknownFacts_data();
    void findsUnknownFacts();
    void everyFactIsKnown();
};

void TestTopicPlaceholders::findsUnknownFacts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("names");
    const auto row = [](const char *what, const QString &text, const QStringList &names) { QTest::newRow(what) << text << names; };
    row("no template at all", u"Keep topic.interfaces small"_s, {});
    row("known", u"{{ topic.title }} has {{topic.count}} posts"_s, {});
    row("filters and arguments", u"{{ topic.first|date:\"MMM yyyy topic.x\" }}"_s, {});
    row("a part of a fact", u"{{ topic.adjacent.0 }}"_s, {});
    row("unknown", u"{{ topic.posts_count }}"_s, { u"topic.posts_count"_s });
    row("several", u"{{ topic.a }} and {{ topic.count }} and {{ topic.b|sentence }}"_s, { u"topic.a"_s, u"topic.b"_s });
    row("in a block", u"{% if topic.fokus %}x{% endif %}"_s, { u"topic.fokus"_s });
    row("without topic", u"{{ count }}"_s, { u"count"_s });
    row("a text in quotation marks", u"{{ \"topic.x\" }}"_s, {});
    row("a name made by a block", u"{% for tag in topic.adjacent %}{{ tag }}{% endfor %}"_s, {});
    row("outside of the marks", u"topic.x {{ topic.count }} topic.y"_s, {});
    row("never closed", u"{{ topic.x"_s, { u"topic.x"_s });
    row("a name that ends alike", u"{{ topic.count|add:subtopic.x }}"_s, {});
    row("marks in marks", u"{{ {{ topic.x }} }}"_s, { u"topic.x"_s });
    row("an open quotation mark", u"{{ \"topic.x }} {{ topic.y }}"_s, {});
}

void TestTopicPlaceholders::findsUnknownFacts()
{
    QFETCH(QString, text);
    QStringList names;
    for (const UnknownFact &fact : unknownFacts(text)) {
        names += fact.name;
        QCOMPARE(text.sliced(fact.offset, fact.name.size()), fact.name);
    }
    QTEST(names, "names");
}

void TestTopicPlaceholders::everyFactIsKnown()
{
    QVERIFY(topicFactNames().size() >= 13);
    for (const QString &name : topicFactNames())
        QVERIFY(unknownFacts(u"{{ topic.%1 }}"_s.arg(name)).isEmpty());
}

QTEST_APPLESS_MAIN(TestTopicPlaceholders)
#include "tst_topic_placeholders.moc"
