// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/integrity.h"
#include "core/changes/fixes.h"
#include "support/site_text.h"

#include <QTest>

#include <algorithm>

using namespace quillway;
using namespace quillway::changes;
using namespace Qt::StringLiterals;
using test::TextFile;
using Kind = Fix::Kind;

namespace {

TextFile post(const QString &name, const QString &body, const QString &head = {})
{
    return { u"posts/%1.md"_s.arg(name), u"---\ntitle: x\ndate: 2022-01-01\n%1---\n%2\n"_s.arg(head, body) };
}

} // namespace

class TestFixes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void putsItRight_data();
    void putsItRight();
    void makesAPost_data();
    void makesAPost();
    void offersNothingWhereNobodyCanTell_data();
    void offersNothingWhereNobodyCanTell();
};

void TestFixes::putsItRight_data()
{
    QTest::addColumn<QList<TextFile>>("files"); // the first has the problem
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("before"); // a piece of the text
    QTest::addColumn<QString>("after");
    const auto row = [](const char *what, const QList<TextFile> &files, ErrorCode code, Kind kind, const QString &text,
                        const QString &before,
                        const QString &after) { QTest::newRow(what) << files << code << kind << text << before << after; };
    const TextFile other = post(u"good-post"_s, u"## The part"_s);
    const TextFile picture { u"assets/img/diagram.png"_s, u"x"_s };

    row("a file", { post(u"a"_s, u"*[x](good-pots.md \"t\")* [x](good-pots.md)"_s), other }, ErrorCode::BrokenLink, Kind::UseDestination,
        u"good-post.md"_s, u"*[x](good-pots.md \"t\")*"_s, u"*[x](good-post.md \"t\")*"_s);
    row("an address", { post(u"a"_s, u"[x](/posts/good-pots/#the-part)"_s), other }, ErrorCode::BrokenLink, Kind::UseDestination,
        u"/posts/good-post/#the-part"_s, u"/posts/good-pots/#"_s, u"/posts/good-post/#"_s);
    row("an anchor", { post(u"a"_s, u"[x](good-post.md?x#the-prat)"_s), other }, ErrorCode::BrokenAnchor, Kind::UseDestination,
        u"good-post.md?x#the-part"_s, u"#the-prat"_s, u"#the-part"_s);
    row("a picture", { post(u"a"_s, u"![x](/img/diagramm.png)"_s), picture }, ErrorCode::MissingPicture, Kind::UseDestination,
        u"/img/diagram.png"_s, u"diagramm"_s, u"diagram"_s);
    row("a cover", { post(u"a"_s, {}, u"cover: /img/diagramm.png # c\n"_s), picture }, ErrorCode::MissingPicture, Kind::UseDestination,
        u"/img/diagram.png"_s, u"/img/diagramm.png # c"_s, u"/img/diagram.png # c"_s);
    row("a summary", { post(u"a"_s, {}, u"summary: See [x](good-pots.md)\n"_s), other }, ErrorCode::BrokenLink, Kind::UseDestination,
        u"good-post.md"_s, u"good-pots"_s, u"good-post"_s);
    row("a menu", { { u"quillway.toml"_s, u"[menu]\nX = \"/posts/good-pots/\" # m\n"_s }, other }, ErrorCode::BrokenLink,
        Kind::UseDestination, u"/posts/good-post/"_s, u"/posts/good-pots/\" # m"_s, u"/posts/good-post/\" # m"_s);
    row("a picture without text", { post(u"a"_s, u"é ![](/img/diagram.png)"_s), picture }, ErrorCode::MissingAltText, Kind::AddAltText,
        u"Diagram"_s, u"![](/img"_s, u"![Diagram](/img"_s);
    row("one in HTML", { post(u"a"_s, u"é <img width=\"3\" src=\"/img/diagram.png\">"_s), picture }, ErrorCode::MissingAltText,
        Kind::AddAltText, u"Diagram"_s, u"<img width"_s, u"<img alt=\"Diagram\" width"_s);
    row("a cover without text", { post(u"a"_s, {}, u"cover: /img/diagram.png\n"_s), picture }, ErrorCode::MissingAltText, Kind::AddAltText,
        u"Diagram"_s, u"diagram.png\n"_s, u"diagram.png\ncover_alt: Diagram\n"_s);
    const TextFile path { u"paths/p.md"_s,
                          u"---\ntitle: x\nsteps:\n  - good-post # first\n  - post: good-pots\n    note: n # keep\n---\n"_s };
    row("a step", { path, other }, ErrorCode::UnknownPost, Kind::UsePost, u"good-post"_s, u"post: good-pots\n    note: n # keep"_s,
        u"post: good-post\n    note: n # keep"_s);
    row("a step to be removed", { path, other }, ErrorCode::UnknownPost, Kind::RemoveStep, {},
        u"  - post: good-pots\n    note: n # keep\n"_s, {});
    row("a step that stands twice", { { u"paths/p.md"_s, u"---\ntitle: x\nsteps: [good-post, good-post]\n---\n"_s }, other },
        ErrorCode::DuplicateStep, Kind::RemoveStep, {}, u", good-post]"_s, u"]"_s);
    row("a step to a draft",
        { { u"paths/p.md"_s, u"---\ntitle: x\nsteps: [good-post, d]\n---\n"_s }, other, post(u"d"_s, {}, u"draft: true\n"_s) },
        ErrorCode::DraftReferenced, Kind::RemoveStep, {}, u", d]"_s, u"]"_s);
    row("an excluded post", { { u"topics/t.md"_s, u"---\ntitle: x\nexclude: [good-pots]\n---\n"_s }, other }, ErrorCode::UnknownPost,
        Kind::UsePost, u"good-post"_s, u"[good-pots]"_s, u"[good-post]"_s);
    row("a topic's tag", { { u"topics/t.md"_s, u"---\ntitle: x\ntags: [databsae]\n---\n"_s }, post(u"a"_s, {}, u"tags: [database]\n"_s) },
        ErrorCode::UnknownTag, Kind::UseTag, u"database"_s, u"databsae"_s, u"database"_s);
    row("a tag used once",
        { post(u"a"_s, {}, u"tags: [x, databases]\n"_s), post(u"b"_s, {}, u"tags: [x, database]\n"_s),
          post(u"c"_s, {}, u"tags: [database]\n"_s), post(u"d"_s, {}, u"tags: [x]\n"_s), post(u"e"_s, {}, u"tags: [x]\n"_s) },
        ErrorCode::RareTag, Kind::UseTag, u"database"_s, u"[x, databases]"_s, u"[x, database]"_s);
    row("a heading", { post(u"a"_s, u"## A\n> #### B ####\n"_s) }, ErrorCode::HeadingJump, Kind::SetHeadingLevel, u"3"_s, u"> #### B"_s,
        u"> ### B"_s);
    row("an alias", { post(u"a"_s, {}, u"aliases: [/x/, /posts/good-post/]\n"_s), other }, ErrorCode::DuplicateAlias, Kind::RemoveAlias, {},
        u"[/x/, /posts/good-post/]"_s, u"[/x/]"_s);
    row("a title", { { u"posts/2022-01-01-some-text.md"_s, u"---\ntags: [x]\n---\n"_s } }, ErrorCode::MissingTitle, Kind::AddTitle,
        u"Some text"_s, u"tags: [x]\n"_s, u"tags: [x]\ntitle: Some text\n"_s);
}

void TestFixes::putsItRight()
{
    QFETCH(QList<TextFile>, files);
    QFETCH(ErrorCode, code);
    QFETCH(Kind, kind);
    QFETCH(QString, text);
    QFETCH(QString, before);
    QFETCH(QString, after);
    const model::Site site = test::SiteText(files).site();
    const Diagnostics problems = analysis::checkSite(site, test::everythingPublished());
    const auto problem = std::ranges::find(problems, code, [](const Diagnostic &entry) { return entry.error.code; });
    QVERIFY2(problem != problems.end(), qPrintable(test::linesOf(problems).join(u'\n')));
    const QList<Fix> fixes = fixesOf(site, *problem);
    const auto fix = std::ranges::find(fixes, kind, &Fix::kind);
    QVERIFY(fix != fixes.end());
    QCOMPARE(fix->text, text);
    QCOMPARE(fix->change.moves.size(), 0);
    QCOMPARE(fix->change.edits.size(), 1);
    const TextEdit &edit = fix->change.edits.constFirst();
    QCOMPARE(edit.file.toString(), files.constFirst().first);
    QCOMPARE(edit.before, files.constFirst().second.toUtf8());
    QString expected = files.constFirst().second;
    expected.replace(expected.indexOf(before), before.size(), after);
    QCOMPARE(QString::fromUtf8(*edit.after), expected);

    files.first().second = expected;
    const Diagnostics now = analysis::checkSite(test::SiteText(files).site(), test::everythingPublished());
    QVERIFY(!now.contains(*problem));
    QVERIFY(now.size() <= problems.size()); // a cover that is there now may want a text
}

void TestFixes::makesAPost_data()
{
    QTest::addColumn<QString>("link");
    QTest::addColumn<QString>("file");
    QTest::newRow("a file") << u"new-thing.md"_s << u"posts/new-thing.md"_s;
    QTest::newRow("a page") << u"../pages/new-thing.md#x"_s << u"pages/new-thing.md"_s;
    QTest::newRow("an address") << u"/posts/new-thing/"_s << u"posts/new-thing.md"_s;
    QTest::newRow("an address without its slash") << u"/posts/new-thing"_s << u"posts/new-thing.md"_s;
    QTest::newRow("an address that no post has") << u"/other/new-thing/"_s << QString();
    QTest::newRow("out of the site") << u"../../new-thing.md"_s << QString();
    QTest::newRow("somewhere else in it") << u"../theme/new-thing.md"_s << QString();
}

void TestFixes::makesAPost()
{
    QFETCH(QString, link);
    QFETCH(QString, file);
    const model::Site site = test::SiteText({ post(u"a"_s, u"[x](%1)"_s.arg(link)) }).site();
    const Diagnostics problems = analysis::checkSite(site, test::everythingPublished());
    QCOMPARE(problems.size(), 1);
    const QList<Fix> fixes = fixesOf(site, problems.constFirst());
    QCOMPARE(fixes.size(), file.isEmpty() ? 0 : 1);
    if (file.isEmpty())
        return;
    QCOMPARE(fixes.constFirst().kind, Kind::CreatePost);
    QCOMPARE(fixes.constFirst().text, file);
    const SiteChange expected { .moves = {},
                                .edits = { { *SitePath::parse(file), std::nullopt, "---\ntitle: New thing\ndraft: true\n---\n\n"_ba } } };
    QCOMPARE(fixes.constFirst().change, expected);
}

void TestFixes::offersNothingWhereNobodyCanTell_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("head");
    QTest::newRow("nothing near") << u"![x](/quite/another.png)"_s << QString();
    QTest::newRow("a wrong date") << QString() << u"updated: soon\n"_s;
    QTest::newRow("a heading under a line cannot be deeper") << u"x\n===\n\n<h4>y</h4>\n\n[x](#nowhere-at-all)"_s << QString();
}

void TestFixes::offersNothingWhereNobodyCanTell()
{
    QFETCH(QString, body);
    QFETCH(QString, head);
    const model::Site site = test::SiteText({ post(u"a"_s, body, head) }).site();
    const Diagnostics problems = analysis::checkSite(site, test::everythingPublished());
    QVERIFY(!problems.isEmpty());
    for (const Diagnostic &problem : problems)
        QVERIFY(fixesOf(site, problem).isEmpty());
}

QTEST_APPLESS_MAIN(TestFixes)
#include "tst_fixes.moc"
