// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/web/external_problems.h"

#include "core/changes/fixes.h"
#include "support/site_text.h"

#include <QTest>

using namespace quillway;
using namespace quillway::web;
using namespace Qt::StringLiterals;
using Kind = LinkAnswer::Kind;

namespace {

const QDateTime now = QDateTime::fromString(u"2026-05-01T12:00:00Z"_s, Qt::ISODate);
const SitePath post = SitePath::literal(u"posts/a.md");

model::Site siteWith(const QString &body)
{
    return test::SiteText({ { post.toString(), u"---\ntitle: A\ndate: 2024-01-01\n---\n"_s + body } }).site();
}

} // namespace

class TestExternalProblems : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linksAreFoundWhereverTheyStand()
    {
        const model::Site site = test::SiteText({ { u"posts/a.md"_s,
                                                    u"---\ntitle: A\ndate: 2024-01-01\n---\n"
                                                    "[x](https://one.example/p#part) <https://two.example/>\n\n"
                                                    "[y](/inside/) [z](mailto:a@b.example) [w](//three.example/x)\n"_s },
                                                  { u"topics/t.md"_s,
                                                    u"---\ntitle: T\nreferences:\n  - {title: R, url: 'http://four.example/'}\n---\n"_s },
                                                  { u"quillway.toml"_s, u"title = \"T\"\nfooter = \"[f](https://five.example/)\"\n"_s } })
                                     .site();
        QStringList found;
        for (const analysis::ExternalLink &link : analysis::externalLinks(site, test::everythingPublished()))
            found.append(u"%1 %2:%3"_s.arg(link.url.toString(), link.file.toString()).arg(link.position.line));
        QCOMPARE(found,
                 (QStringList { u"https://one.example/p posts/a.md:5"_s, u"https://two.example/ posts/a.md:5"_s,
                                u"https://three.example/x posts/a.md:7"_s, u"http://four.example/ topics/t.md:4"_s,
                                u"https://five.example/ quillway.toml:2"_s }));
    }

    void answersBecomeProblems_data()
    {
        QTest::addColumn<LinkAnswer>("answer");
        QTest::addColumn<QString>("problem"); // empty: none
        QTest::newRow("fine") << LinkAnswer { .kind = Kind::Fine, .status = 200 } << QString();
        QTest::newRow("missing") << LinkAnswer { .kind = Kind::Missing, .status = 404 }
                                 << u"posts/a.md:5:1: warning: broken link to another site: https://x.example/p#part (404)"_s;
        QTest::newRow("refused") << LinkAnswer {
            .kind = Kind::Refused, .status = 403
        } << u"posts/a.md:5:1: note: another site does not say whether the page is there: https://x.example/p#part (403)"_s;
        QTest::newRow("unreachable") << LinkAnswer { .kind = Kind::Unreachable, .reason = u"timeout"_s }
                                     << u"posts/a.md:5:1: warning: broken link to another site: https://x.example/p#part (timeout)"_s;
        QTest::newRow("moved, the part kept") << LinkAnswer {
            .kind = Kind::Moved, .status = 200, .movedTo = QUrl(u"https://x.example/new"_s)
        } << u"posts/a.md:5:1: note: the page on another site has moved: https://x.example/p#part (did you mean https://x.example/new#part?)"_s;
    }
    void answersBecomeProblems()
    {
        QFETCH(const LinkAnswer, answer);
        QFETCH(const QString, problem);
        const model::Site site = siteWith(u"[x](https://x.example/p#part)\n"_s);
        const auto links = analysis::externalLinks(site, test::everythingPublished());
        QStringList lines;
        for (const Diagnostic &found : externalProblems(links, { { QUrl(u"https://x.example/p"_s), answer } }))
            lines.append(toCompilerLine(found));
        QCOMPARE(lines.join(u'\n'), problem);
        QVERIFY(externalProblems(links, {}).isEmpty());
    }

    void aLinkFollowsItsPage()
    {
        const model::Site site = siteWith(u"See [x](https://x.example/p#part) and `https://x.example/p`.\n"_s);
        const Diagnostics problems = externalProblems(
            analysis::externalLinks(site, test::everythingPublished()),
            { { QUrl(u"https://x.example/p"_s), { .kind = Kind::Moved, .status = 200, .movedTo = QUrl(u"https://y.example/new"_s) } } });
        const auto fixes = changes::fixesOf(site, problems.constFirst());
        QCOMPARE(fixes.size(), 1);
        QVERIFY(fixes.constFirst().change.edits.constFirst().after->endsWith(
            "See [x](https://y.example/new#part) and `https://x.example/p`.\n"));
    }

    void eachAddressIsAskedForOnce()
    {
        const model::Site site = siteWith(
            u"[a](https://x.example/p#one) [b](https://x.example/p#two) [c](https://y.example/) [d](https://z.example/)\n"_s);
        const auto links = analysis::externalLinks(site, test::everythingPublished());
        const LinkAnswers known { { QUrl(u"https://y.example/"_s), { .kind = Kind::Fine, .status = 200, .asked = now.addSecs(-60) } },
                                  { QUrl(u"https://z.example/"_s), { .kind = Kind::Missing, .status = 404, .asked = now.addDays(-2) } } };
        QCOMPARE(unanswered(links, known, now), (QList<QUrl> { QUrl(u"https://x.example/p"_s), QUrl(u"https://z.example/"_s) }));
    }
};

QTEST_GUILESS_MAIN(TestExternalProblems)
#include "tst_external_problems.moc"
