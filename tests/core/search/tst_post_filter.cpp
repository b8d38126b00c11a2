// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/post_filter.h"

#include "core/model/readers.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::search;

namespace {

const QDateTime now(QDate(2024, 6, 15), QTime(12, 0), QTimeZone::utc());

model::PostPtr post(const QString &file, const QByteArray &head)
{
    return std::make_shared<const model::Post>(model::readPost(SitePath::literal(file), "---\n" + head + "---\n", {})->value);
}

model::SitePtr site()
{
    model::SiteParts parts;
    parts.posts = {
        post(u"posts/2024-01-01-pools.md"_s, "title: Worker Pools\ntags: [Go, concurrency]\n"),
        post(u"posts/2024-02-01-cafe.md"_s, "title: Café Größe\ntags: [notes]\n"),
        post(u"posts/2024-03-01-draft.md"_s, "title: Unfinished\ndraft: true\ntags: [go]\n"),
        post(u"posts/2024-09-01-later.md"_s, "title: Later\ntags: [distributed systems]\n"),
        post(u"posts/undated.md"_s, "title: Undated\n"),
    };
    parts.topics = { std::make_shared<const model::Topic>(
        model::readTopic(SitePath::literal(u"topics/go.md"), "---\ntitle: Go\n---\n"_ba)->value) };
    parts.paths = { std::make_shared<const model::ReadingPath>(
        model::readPath(SitePath::literal(u"paths/start.md"), "---\ntitle: Start\nsteps:\n  - post: cafe\n---\n"_ba)->value) };
    return std::make_shared<const model::Site>(std::move(parts));
}

} // namespace

class TestPostFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsPosts_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QStringList>("slugs");
        const QStringList all { u"cafe"_s, u"draft"_s, u"later"_s, u"pools"_s, u"undated"_s };
        QTest::newRow("nothing asked") << u""_s << all;
        QTest::newRow("blanks") << u"   "_s << all;
        QTest::newRow("word of the title, any case") << u"WORKER"_s << QStringList { u"pools"_s };
        QTest::newRow("part of a word") << u"ork"_s << QStringList { u"pools"_s };
        QTest::newRow("two words, any order") << u"pools worker"_s << QStringList { u"pools"_s };
        QTest::newRow("one of two words missing") << u"worker cafe"_s << QStringList {};
        QTest::newRow("phrase") << u"\"worker pools\""_s << QStringList { u"pools"_s };
        QTest::newRow("phrase in another order") << u"\"pools worker\""_s << QStringList {};
        QTest::newRow("without accents") << u"cafe grosse"_s << QStringList { u"cafe"_s };
        QTest::newRow("with accents") << u"café"_s << QStringList { u"cafe"_s };
        QTest::newRow("file name") << u"2024-02"_s << QStringList { u"cafe"_s };
        QTest::newRow("tag as a word") << u"concurr"_s << QStringList { u"pools"_s };
        QTest::newRow("tag") << u"tag:go"_s << QStringList { u"draft"_s, u"pools"_s };
        QTest::newRow("tag in capitals") << u"TAG:GO"_s << QStringList { u"draft"_s, u"pools"_s };
        QTest::newRow("tag with a blank") << u"tag:\"distributed systems\""_s << QStringList { u"later"_s };
        QTest::newRow("part of a tag") << u"tag:g"_s << QStringList {};
        QTest::newRow("two tags") << u"tag:go tag:concurrency"_s << QStringList { u"pools"_s };
        QTest::newRow("tag and word") << u"tag:go pools"_s << QStringList { u"pools"_s };
        QTest::newRow("tag still being typed") << u"tag:"_s << all;
        QTest::newRow("drafts, undated ones too") << u"is:draft"_s << QStringList { u"draft"_s, u"undated"_s };
        QTest::newRow("scheduled") << u"is:scheduled"_s << QStringList { u"later"_s };
        QTest::newRow("published") << u"is:published"_s << QStringList { u"cafe"_s, u"pools"_s };
        QTest::newRow("either state") << u"is:draft is:scheduled"_s << QStringList { u"draft"_s, u"later"_s, u"undated"_s };
        QTest::newRow("modified") << u"is:modified"_s << QStringList { u"cafe"_s };
        QTest::newRow("topic, drafts too") << u"topic:go"_s << QStringList { u"draft"_s, u"pools"_s };
        QTest::newRow("unknown topic") << u"topic:rust"_s << QStringList {};
        QTest::newRow("reading path") << u"path:start"_s << QStringList { u"cafe"_s };
        QTest::newRow("colon that is no condition") << u"foo:bar"_s << QStringList {};
        QTest::newRow("word not wanted") << u"-later"_s << QStringList { u"cafe"_s, u"draft"_s, u"pools"_s, u"undated"_s };
        QTest::newRow("one wanted, one not") << u"tag:go -worker"_s << QStringList { u"draft"_s };
        QTest::newRow("phrase not wanted") << u"tag:go -\"worker pools\""_s << QStringList { u"draft"_s };
        QTest::newRow("tag not wanted") << u"-tag:go"_s << QStringList { u"cafe"_s, u"later"_s, u"undated"_s };
        QTest::newRow("state not wanted") << u"-is:draft"_s << QStringList { u"cafe"_s, u"later"_s, u"pools"_s };
        QTest::newRow("topic not wanted") << u"-topic:go is:draft"_s << QStringList { u"undated"_s };
        QTest::newRow("path not wanted") << u"-path:start is:published"_s << QStringList { u"pools"_s };
        QTest::newRow("modified not wanted") << u"-is:modified is:published"_s << QStringList { u"pools"_s };
        QTest::newRow("a hyphen alone") << u"-"_s << QStringList { u"cafe"_s, u"draft"_s, u"later"_s, u"pools"_s };
        QTest::newRow("hyphen within a word") << u"01-pools"_s << QStringList { u"pools"_s };
        QTest::newRow("an option is a word") << u"--race"_s << QStringList {};
        QTest::newRow("condition between quotation marks is a phrase") << u"\"tag:go\""_s << QStringList {};
        QTest::newRow("open quote") << u"\"worker po"_s << QStringList { u"pools"_s };
    }
    void findsPosts()
    {
        QFETCH(QString, query);
        QFETCH(QStringList, slugs);
        const model::SitePtr all = site();
        const PostMatcher matcher(parsePostFilter(query), *all, now, { SitePath::literal(u"posts/2024-02-01-cafe.md") });
        QStringList found;
        for (const model::PostPtr &post : all->posts()) {
            if (matcher.matches(*post))
                found.append(post->slug);
        }
        found.sort();
        QCOMPARE(found, slugs);
    }
};

QTEST_GUILESS_MAIN(TestPostFilter)
#include "tst_post_filter.moc"
