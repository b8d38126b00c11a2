// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tags/tag_request.h"

#include "support/site_text.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::ui;

namespace {

const SitePath a = SitePath::literal(u"posts/2020-01-01-a.md"_s);
const SitePath b = SitePath::literal(u"posts/2021-01-01-b.md"_s);

model::SitePtr site()
{
    return std::make_shared<const model::Site>(test::SiteText({ { a.toString(), u"---\ntitle: A\ntags: [go, sql] # both\n---\n"_s },
                                                                { b.toString(), u"---\ntitle: B\ntags: [go]\n---\n"_s } })
                                                   .site());
}

/// The files that the change makes other ones, with the line of their tags then.
QStringList after(const changes::TagChange &made)
{
    QStringList lines;
    for (const changes::TextEdit &edit : made.change.edits) {
        for (const QByteArray &line : edit.after.value_or(QByteArray()).split('\n')) {
            if (line.startsWith("tags:"))
                lines.append(edit.file.stem() + u' ' + QString::fromUtf8(line));
        }
    }
    lines.sort();
    return lines;
}

} // namespace

class TestTagRequest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWantedBecomesAChange_data()
    {
        using Kind = TagRequest::Kind;
        const QString whole = u"2020-01-01-a tags: "_s;
        QTest::addColumn<TagRequest>("request");
        QTest::addColumn<QStringList>("lines");
        QTest::addColumn<QString>("title");
        QTest::newRow("rename") << TagRequest { Kind::Rename, { u"go"_s }, u"golang"_s, {} }
                                << QStringList({ whole + u"[golang, sql] # both"_s, u"2021-01-01-b tags: [golang]"_s })
                                << u"Rename the tag “go” to “golang”"_s;
        QTest::newRow("merge") << TagRequest { Kind::Merge, { u"sql"_s }, u"go"_s, {} } << QStringList({ whole + u"[go] # both"_s })
                               << u"Merge “sql” into “go”"_s;
        QTest::newRow("remove") << TagRequest { Kind::Remove, { u"sql"_s }, {}, {} } << QStringList({ whole + u"[go] # both"_s })
                                << u"Remove the tag “sql” everywhere"_s;
        QTest::newRow("split") << TagRequest { Kind::Split, { u"go"_s }, u"golang"_s, { a } }
                               << QStringList({ whole + u"[golang, sql] # both"_s }) << u"Split “golang” off “go”"_s;
        QTest::newRow("remove from") << TagRequest { Kind::RemoveFrom, { u"go"_s }, {}, { a } }
                                     << QStringList({ whole + u"[sql] # both"_s }) << u"Remove the tag “go” from posts"_s;
        QTest::newRow("add") << TagRequest { Kind::Add, { u"sql"_s }, {}, { b } } << QStringList({ u"2021-01-01-b tags: [go, sql]"_s })
                             << u"Add the tag “sql” to posts"_s;
    }
    void whatIsWantedBecomesAChange()
    {
        QFETCH(const TagRequest, request);
        const auto made = changeOf(*site(), request);
        QVERIFY(made);
        QTEST(after(*made), "lines");
        QTEST(describe(request), "title");
    }

    void whatCannotBeDoneIsSaid()
    {
        const auto made = changeOf(*site(), { TagRequest::Kind::Rename, { u"nobody"_s }, u"x"_s, {} });
        QVERIFY(!made);
        QCOMPARE(made.error().code, ErrorCode::UnknownTag);
    }
};

QTEST_GUILESS_MAIN(TestTagRequest)
#include "tst_tag_request.moc"
