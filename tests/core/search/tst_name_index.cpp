// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/name_index.h"

#include "marked.h"
#include "search_site.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::search;

namespace {

test::SearchSite site()
{
    test::SearchSite files;
    files.write(u"posts/2024-01-01-pools.md"_s, "---\ntitle: Worker Pools\ntags: [Go, concurrency]\n---\n\n## Sizing\n\n## Shutting down\n");
    files.write(u"posts/2024-02-01-cafe.md"_s, "---\ntags: [go]\n---\n# Café\n\n## Sizing\n");
    files.write(u"posts/2023-01-01-old.md"_s, "---\ntitle: Old Worker\n---\n");
    files.write(u"pages/about.md"_s, "---\ntitle: About\n---\n");
    files.writeTopic(u"topics/go.md"_s, "---\ntitle: Go in depth\n---\n");
    files.writePath(u"paths/start.md"_s, "---\ntitle: Start with Go\nsteps: []\n---\n");
    return files;
}

QString kindName(NamedPlace::Kind kind)
{
    switch (kind) {
    case NamedPlace::Kind::Post: return u"post"_s;
    case NamedPlace::Kind::Page: return u"page"_s;
    case NamedPlace::Kind::Topic: return u"topic"_s;
    case NamedPlace::Kind::Path: return u"path"_s;
    case NamedPlace::Kind::Tag: return u"tag"_s;
    case NamedPlace::Kind::Heading: return u"heading"_s;
    }
    return {};
}

QStringList names(const QList<FoundPlace> &found)
{
    QStringList list;
    for (const FoundPlace &one : found) {
        const QString line = one.place.line > 0 ? u":%1"_s.arg(one.place.line) : QString();
        list.append(kindName(one.place.kind) + u' ' + test::marked(one.place.name, one.marks) + line);
    }
    return list;
}

} // namespace

class TestNameIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("found");
        QTest::newRow("nothing typed: posts, newest first")
            << u""_s << QStringList { u"post Café"_s, u"post Worker Pools"_s, u"post Old Worker"_s };
        QTest::newRow("a post") << u"wpools"_s << QStringList { u"post [W]orker [Pools]"_s };
        QTest::newRow("start of the name first") << u"worker"_s << QStringList { u"post [Worker] Pools"_s, u"post Old [Worker]"_s };
        QTest::newRow("posts before headings, both headings")
            << u"siz"_s << QStringList { u"heading [Siz]ing:6"_s, u"heading [Siz]ing:6"_s };
        QTest::newRow("a heading with its post's title") << u"siz pools"_s << QStringList { u"heading [Siz]ing:6"_s };
        QTest::newRow("by the file's name") << u"2023"_s << QStringList { u"post Old Worker"_s };
        QTest::newRow("a title from the body is no heading") << u"cafe"_s << QStringList { u"post [Café]"_s };
        QTest::newRow("topic, reading path, tag")
            << u"go"_s << QStringList { u"topic [Go] in depth"_s, u"tag [Go]"_s, u"path Start with [Go]"_s };
        QTest::newRow("page") << u"about"_s << QStringList { u"page [About]"_s };
        QTest::newRow("nobody") << u"zzz"_s << QStringList {};
    }
    void finds()
    {
        QFETCH(QString, typed);
        const NameIndex index(*site().snapshot());
        QStringList found = names(index.find(typed));
        QTEST(found, "found");
    }

    void oneKindAlone()
    {
        const NameIndex index(*site().snapshot());
        QCOMPARE(names(index.find(u"", { .only = NamedPlace::Kind::Tag })), (QStringList { u"tag concurrency"_s, u"tag Go"_s }));
        QCOMPARE(names(index.find(u"go", { .only = NamedPlace::Kind::Topic })), QStringList { u"topic [Go] in depth"_s });
    }

    void whatWasUsedLastComesFirst()
    {
        const NameIndex index(*site().snapshot());
        const PlaceOptions options { .recent = { SitePath::literal(u"topics/go.md"), SitePath::literal(u"posts/2023-01-01-old.md") } };
        QCOMPARE(names(index.find(u"", options)),
                 (QStringList { u"topic Go in depth"_s, u"post Old Worker"_s, u"post Café"_s, u"post Worker Pools"_s }));
        QCOMPARE(names(index.find(u"", { .most = 1 })), QStringList { u"post Café"_s });
    }

    void aNewerIndexLendsFromTheOlder()
    {
        test::SearchSite files = site();
        const NameIndex older(*files.snapshot());
        files.write(u"posts/2024-02-01-cafe.md"_s, "---\ntitle: Teahouse\n---\n");
        files.remove(u"posts/2023-01-01-old.md"_s);
        const NameIndex newer(*files.snapshot(), &older);
        QCOMPARE(names(newer.find(u"")), (QStringList { u"post Teahouse"_s, u"post Worker Pools"_s }));
        QCOMPARE(names(newer.find(u"cafe")), QStringList { u"post Teahouse"_s }); // its file is still called so
        QCOMPARE(names(newer.find(u"sizing")), QStringList { u"heading [Sizing]:6"_s });
    }

    void aStoppedSearchEnds()
    {
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(NameIndex(*site().snapshot()).find(u"worker", {}, stop.get_token()).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestNameIndex)
#include "tst_name_index.moc"
