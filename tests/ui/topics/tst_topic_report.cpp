// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topics/topic_report.h"

#include "core/publish/theme.h"
#include "support/site_text.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::ui;

namespace {

const QDateTime now(QDate(2026, 6, 1), QTime(12, 0), QTimeZone::utc());
const SitePath file = SitePath::literal(u"topics/go.md"_s);

TopicReport report(const QString &topic, const QList<test::TextFile> &posts)
{
    publish::Renderer renderer(publish::builtInTheme(), u"en"_s);
    return reportOn(std::make_shared<const model::Site>(test::SiteText(posts + QList<test::TextFile> { { file.toString(), topic } }).site()),
                    file, renderer, now);
}

test::TextFile post(const QString &date, const QString &tags)
{
    return { u"posts/%1-p.md"_s.arg(date), u"---\ntitle: P\ntags: [%1]\n---\n\nWords.\n"_s.arg(tags) };
}

QString valueOf(const TopicReport &report, const QString &name)
{
    const auto found = std::ranges::find(report.facts, name, &ShownFact::name);
    return found == report.facts.cend() ? u"no such fact"_s : found->value;
}

const QList<test::TextFile> three { post(u"2020-01-05"_s, u"go, sql"_s), post(u"2021-03-01"_s, u"go, api"_s),
                                    post(u"2023-04-01"_s, u"go, api"_s) };

} // namespace

class TestTopicReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void factsReadAsTheirPlaceholdersDo()
    {
        const TopicReport made = report(u"---\ntitle: Go\nfocus: channels\n---\n"_s, three);
        QCOMPARE(valueOf(made, u"count"_s), u"3"_s);
        QCOMPARE(valueOf(made, u"first"_s), u"January 2020"_s);
        QCOMPARE(valueOf(made, u"adjacent"_s), u"api and sql"_s);
        QCOMPARE(valueOf(made, u"focus"_s), u"channels"_s);
        QCOMPARE(valueOf(made, u"early"_s), QString());
    }

    void textsAreFilledIn()
    {
        const TopicReport made = report(
            u"---\ntitle: Go\ndefinition: |\n  All\n  {{ topic.count }}.\nclaims: [plain, '{{ topic.minutes }} min', '{% if %}']\n---\n"_s,
            three);
        QCOMPARE(made.texts.value(u"All {{ topic.count }}."_s).text.simplified(), u"All 3."_s);
        QCOMPARE(made.texts.value(u"{{ topic.minutes }} min"_s), (FilledText { u"3 min"_s, false }));
        QVERIFY(made.texts.value(u"{% if %}"_s).isFault);
        QVERIFY(!made.texts.contains(u"plain"_s));
    }

    void aTopicWithoutPostsHasNoFacts()
    {
        const TopicReport made = report(u"---\ntitle: Go\n---\n"_s, {});
        QVERIFY(made.topic);
        QCOMPARE(valueOf(made, u"count"_s), u"0"_s);
        QCOMPARE(valueOf(made, u"first"_s), QString());
        QCOMPARE(made.definitionOtherwise, QString());
    }

    void theWordingStandsInForADefinition() { QVERIFY(!report(u"---\ntitle: Go\n---\n"_s, three).definitionOtherwise.isEmpty()); }

    void aFileThatIsNoTopicHasNoReport()
    {
        publish::Renderer renderer(publish::builtInTheme(), u"en"_s);
        QVERIFY(!reportOn(std::make_shared<const model::Site>(test::SiteText(three).site()), file, renderer, now).topic);
    }
};

QTEST_GUILESS_MAIN(TestTopicReport)
#include "tst_topic_report.moc"
