// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paths/path_planner.h"

#include "core/text/value_text.h"
#include "support/site_text.h"
#include "ui/properties/tag_field.h"

#include <QPushButton>
#include <QSpinBox>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::ui;

namespace {

test::TextFile post(const QString &date, const QString &title, const QString &body)
{
    return { u"posts/%1-%2.md"_s.arg(date, title.toLower()), u"---\ntitle: %1\ntags: [go]\n---\n\n%2\n"_s.arg(title, body) };
}

const SitePath topic = SitePath::literal(u"topics/about-go.md"_s);

struct Planner {
    PathPlanner planner { std::make_shared<SharedKnowledge>() };
    QList<QList<text::Value>> taken;
    bool closed = false;

    Planner()
    {
        const QString words = u"Channels carry values between goroutines and select waits on several of them. "_s.repeated(60);
        planner.setSite(std::make_shared<const model::Site>(
            test::SiteText({ post(u"2020-01-01"_s, u"First"_s, words + u"Mutexes."_s),
                             post(u"2021-01-01"_s, u"Second"_s, words + u"See [first](/posts/first/). Contexts."_s),
                             post(u"2022-01-01"_s, u"Third"_s, words + u"See [second](/posts/second/). Schedulers."_s),
                             { u"posts/2022-02-01-other.md"_s, u"---\ntitle: Other\ntags: [sql]\n---\n\nTables.\n"_s },
                             { topic.toString(), u"---\ntitle: About Go\ntags: [go]\n---\n"_s } })
                .site()));
        QObject::connect(&planner, &PathPlanner::taken, &planner, [this](const QList<text::Value> &steps) { taken.append(steps); });
        QObject::connect(&planner, &PathPlanner::closed, &planner, [this] { closed = true; });
        planner.show();
        planner.activateWindow();
        if (!QTest::qWaitForWindowActive(&planner))
            qFatal("no active window");
    }
    void type(const QString &subject)
    {
        planner.subject().setFocus();
        QTest::keyClicks(&planner.subject(), subject);
    }
};

} // namespace

class TestPathPlanner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leadsThroughTheTagsThatAreTyped()
    {
        Planner planner;
        QVERIFY(!planner.planner.takeButton().isEnabled());
        planner.type(u"sql"_s);
        QTRY_COMPARE(planner.planner.plan().steps.size(), 1);
        QCOMPARE(planner.planner.plan().steps.constFirst().post->title, u"Other"_s);
    }

    void leadsThroughATopic_data()
    {
        QTest::addColumn<QString>("subject"); // empty: the topic it is set to
        QTest::newRow("by its title") << u"about go"_s;
        QTest::newRow("its own") << QString();
    }
    void leadsThroughATopic()
    {
        QFETCH(const QString, subject);
        Planner planner;
        if (subject.isEmpty())
            planner.planner.setTopic(topic);
        else
            planner.type(subject);
        QTRY_VERIFY(!planner.planner.plan().steps.isEmpty());
        for (const analysis::PlannedStep &step : planner.planner.plan().steps) {
            QVERIFY(step.post->tags.contains(u"go"_s));
            for (const analysis::StepReason &reason : step.reasons)
                QVERIFY(!describe(reason).isEmpty());
        }
        QCOMPARE(planner.planner.subject().isVisible(), !subject.isEmpty());
    }

    void theTimeIsKept()
    {
        Planner planner;
        planner.planner.setTopic(topic);
        QTRY_VERIFY(planner.planner.plan().minutes > 3);
        planner.planner.minutes().setFocus();
        planner.planner.minutes().selectAll();
        QTest::keyClicks(&planner.planner.minutes(), u"3"_s);
        QTRY_VERIFY(planner.planner.plan().minutes <= 3);
    }

    void itIsTakenOverAsSteps()
    {
        Planner planner;
        planner.type(u"sql"_s);
        QTRY_VERIFY(planner.planner.takeButton().isEnabled());
        QTest::mouseClick(&planner.planner.takeButton(), Qt::LeftButton);
        QCOMPARE(planner.taken.size(), 1);
        QCOMPARE(text::toText(planner.taken.constFirst().constFirst()), uR"({post: "other", stage: "Begin here"})"_s);
        QVERIFY(planner.closed);
    }

    void escapeLeavesIt()
    {
        Planner planner;
        planner.planner.subject().setFocus();
        QTest::keyClick(&planner.planner.subject(), Qt::Key_Escape);
        QVERIFY(planner.closed && planner.taken.isEmpty());
    }
};

QTEST_MAIN(TestPathPlanner)
#include "tst_path_planner.moc"
