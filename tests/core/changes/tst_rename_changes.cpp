// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/integrity.h"
#include "core/changes/rearranged_site.h"
#include "core/changes/rename_changes.h"
#include "core/model/addresses.h"
#include "support/site_text.h"

#include <QRandomGenerator>
#include <QTest>

#include <tuple>

using namespace quillway;
using namespace quillway::changes;
using namespace Qt::StringLiterals;
using test::TextFile;
using Files = QMap<QString, QString>;
using Rename = std::function<Result<Relinked>(const model::Site &, const model::Selection &)>;

namespace {

model::Site siteOf(const Files &files)
{
    QList<TextFile> list;
    for (auto it = files.cbegin(); it != files.cend(); ++it)
        list.append({ it.key(), it.value() });
    return test::SiteText(list).site();
}

Files carriedOut(const Files &files, const SiteChange &change)
{
    Files moved;
    for (auto it = files.cbegin(); it != files.cend(); ++it)
        moved.insert(movedFile(*SitePath::parse(it.key()), change.moves).toString(), it.value());
    for (const TextEdit &edit : change.edits) {
        if (moved.value(edit.file.toString()).toUtf8() != edit.before)
            qFatal("%s is not as the change expects it", qPrintable(edit.file.toString()));
        moved.insert(edit.file.toString(), QString::fromUtf8(*edit.after));
    }
    return moved;
}

/// What each link of the posts, pages, topics and paths leads to, in order, with the files' names of after `moves`.
QStringList targetsIn(const model::Site &site, const QList<Move> &moves)
{
    const analysis::PublishedPosts published(site, test::everythingPublished());
    const analysis::LinkIndex index(site, published);
    QMap<QString, QStringList> byFile;
    const auto add = [&](const auto &entry, const analysis::LinkOrigin &origin) {
        QStringList &targets = byFile[movedFile(entry.file, moves).toString()];
        for (const text::Reference &reference : entry.facts.references) {
            const analysis::LinkTarget target = index.resolve(reference.destination, origin);
            const QString place = target.post ? movedFile(target.post->file, moves).toString()
                : target.asset                ? movedFile(*target.asset, moves).toString()
                               : target.address.section(u'/', 0, 1) + target.address.section(u'/', -1); // topics and paths get others
            const bool hasAnchor = target.post && std::ranges::contains(target.post->facts.outline, target.fragment, &text::Heading::anchor);
            const qsizetype heading = hasAnchor
                ? std::ranges::find(target.post->facts.outline, target.fragment, &text::Heading::anchor) - target.post->facts.outline.begin()
                : -1;
            targets += u"%1 %2 heading %3"_s.arg(int(target.kind)).arg(place).arg(heading);
        }
    };
    for (const auto *list : { &site.posts(), &site.pages() }) {
        for (const model::PostPtr &post : *list)
            add(*post, analysis::linkOrigin(*post, site.settings()));
    }
    for (const model::TopicPtr &topic : site.topics())
        add(*topic, analysis::linkOrigin(*topic));
    for (const model::ReadingPathPtr &path : site.paths())
        add(*path, analysis::linkOrigin(*path));
    QStringList result;
    for (auto it = byFile.cbegin(); it != byFile.cend(); ++it)
        result += it.value();
    return result;
}

QMap<ErrorCode, int> problemsIn(const model::Site &site)
{
    QMap<ErrorCode, int> count;
    for (const Diagnostic &problem : analysis::checkSite(site, test::everythingPublished()))
        ++count[problem.error.code];
    return count;
}

SitePath path(const QString &text)
{
    return *SitePath::parse(text);
}

/// A site in which everything is linked in every way.
Files linkedSite()
{
    return {
        { u"quillway.toml"_s,
          u"title = \"T\" # the blog\nbase_url = \"https://blog.example/sub/\"\nfooter = \"[Old](/posts/old/)\"\n[menu]\nOld = \"/posts/old/\"\nAbout = \"/about/\"\n"_s },
        { u"tags.toml"_s, u"[go]\ndescription = \"See [old](/posts/old/)\"\n"_s },
        { u"posts/2022-01-01-old.md"_s,
          u"---\ntitle: Old # it\ntags: [go]\ncover: /images/a.png\ncover_alt: A\n---\n## Part\n\n[b](b/index.md#start) [here](#part) ![p](b/plan.png) [up](../b/)\n"_s },
        { u"posts/b/index.md"_s,
          u"---\ntitle: B\ndate: 2022-02-02\ntags: [go]\n---\n## Start\n\n[1](../2022-01-01-old.md#part "
          u"\"t\")\n[2](/posts/old/)\n[3](/sub/posts/old?x=1#part)\n"
          "[4](https://blog.example/sub/posts/old/)\n[5](../old/index.html)\n[6][r]\n<a href=\"../old/#part\">7</a>\n"
          "<https://blog.example/sub/posts/old/>\n`[8](/posts/old/)`\n[9](/posts/2022-01-01-old.md)\n![plan](plan.png) [own](#start)\n\n[r]: <../2022-01-01-old.md> 'x'\n"_s },
        { u"posts/b/plan.png"_s, u"x"_s },
        { u"pages/about.md"_s,
          u"---\ntitle: About\nsummary: See [old](/posts/old/)\n---\n[o](../posts/2022-01-01-old.md) [g](/topics/go/) [p](../paths/start.md) ![a](/images/a.png)\n"_s },
        { u"topics/go.md"_s,
          u"---\ntitle: Go\ntags: [go]\ninclude: [old, b]\nexclude: old\nclaims:\n  - See [old](/posts/old/) # claim\nreferences:\n  - title: Old\n    url: /posts/old/\npath:\n  - post: old\n    stage: First\n---\n[o](../posts/2022-01-01-old.md)\n"_s },
        { u"paths/start.md"_s,
          u"---\ntitle: Start\nsteps:\n  - old # first\n  - post: b\n    note: After [old](/posts/old/)\n---\n[t](../topics/go.md)\n"_s },
        { u"assets/images/a.png"_s, u"x"_s },
    };
}

} // namespace

class TestRenameChanges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void renamesAPost();
    void changesTheSlugOfAPost();
    void renamesABundle();
    void renamesAPicture();
    void renamesAHeading();
    void renamesATopic();
    void renamesAPath();
    void renamesAPage();
    void keepsWhatTheNameSaid();
    void takesANameBack();
    void leavesDraftsWithoutOldAddress();
    void fixesTheLinksOfATextThatMoves();
    void refuses_data();
    void refuses();
    void everyLinkLeadsWhereItLed();

private:
    /// The files after the rename; every link has been seen to lead where it led.
    static Files after(const Files &files, const Rename &rename);
};

Files TestRenameChanges::after(const Files &files, const Rename &rename)
{
    const model::Site before = siteOf(files);
    const auto result = rename(before, test::everythingPublished());
    if (!result) {
        QTest::qFail(qPrintable(describe(result.error())), __FILE__, __LINE__);
        return files;
    }
    const Files next = carriedOut(files, result->change);
    const model::Site now = siteOf(next);
    if (!result->left.isEmpty())
        QTest::qFail(qPrintable(test::linesOf(result->left).join(u'\n')), __FILE__, __LINE__);
    if (const QStringList was = targetsIn(before, result->change.moves), is = targetsIn(now, {}); was != is)
        QTest::qFail(qPrintable(was.join(u'\n') + "\nnow:\n"_L1 + is.join(u'\n')), __FILE__, __LINE__);
    if (problemsIn(before) != problemsIn(now))
        QTest::qFail(qPrintable(test::linesOf(analysis::checkSite(now, test::everythingPublished())).join(u'\n')), __FILE__, __LINE__);
    return next;
}

void TestRenameChanges::renamesAPost()
{
    const Files files = linkedSite();
    Files expected = files;
    expected.remove(u"posts/2022-01-01-old.md"_s);
    expected[u"posts/2022-01-01-new.md"_s] =
        QString(files[u"posts/2022-01-01-old.md"_s]).replace(u"cover_alt: A\n"_s, u"cover_alt: A\naliases: [/posts/old/]\n"_s);
    expected[u"quillway.toml"_s].replace(u"/posts/old/"_s, u"/posts/new/"_s);
    expected[u"tags.toml"_s].replace(u"/posts/old/"_s, u"/posts/new/"_s);
    expected[u"pages/about.md"_s].replace(u"/posts/old/"_s, u"/posts/new/"_s).replace(u"01-old.md"_s, u"01-new.md"_s);
    expected[u"posts/b/index.md"_s]
        .replace(u"01-old.md"_s, u"01-new.md"_s)
        .replace(u"posts/old"_s, u"posts/new"_s)
        .replace(u"../old/"_s, u"../new/"_s)
        .replace(u"`[8](/posts/new/)`"_s, u"`[8](/posts/old/)`"_s);
    expected[u"topics/go.md"_s]
        .replace(u"[old, b]"_s, u"[new, b]"_s)
        .replace(u"exclude: old"_s, u"exclude: new"_s)
        .replace(u"/posts/old/"_s, u"/posts/new/"_s)
        .replace(u"post: old"_s, u"post: new"_s)
        .replace(u"01-old.md"_s, u"01-new.md"_s);
    expected[u"paths/start.md"_s].replace(u"- old #"_s, u"- new #"_s).replace(u"/posts/old/"_s, u"/posts/new/"_s);
    const Files result = after(files, [](const model::Site &site, const model::Selection &selection) {
        return renameFile(site, selection, path(u"posts/2022-01-01-old.md"_s), u"2022-01-01-new"_s);
    });
    QCOMPARE(result.keys(), expected.keys());
    for (auto it = expected.cbegin(); it != expected.cend(); ++it)
        QCOMPARE(result[it.key()], it.value());
    const Files bySlug = after(files, [](const model::Site &site, const model::Selection &selection) {
        return changeSlug(site, selection, path(u"posts/2022-01-01-old.md"_s), u"new"_s);
    });
    QCOMPARE(bySlug, result);
}

void TestRenameChanges::changesTheSlugOfAPost()
{
    const Files files { { u"posts/2022-01-01-a.md"_s, u"---\ntitle: A\nslug: old # short\nAliases: [/x/]\n---\n[me](/posts/old/)\n"_s },
                        { u"posts/2022-01-02-b.md"_s, u"[a](2022-01-01-a.md) [a](../old/) [x](/x/)\n"_s } };
    const Files result = after(files, [](const model::Site &site, const model::Selection &selection) {
        return changeSlug(site, selection, path(u"posts/2022-01-01-a.md"_s), u"new"_s);
    });
    QCOMPARE(result[u"posts/2022-01-01-a.md"_s],
             u"---\ntitle: A\nslug: new # short\nAliases: [/x/, /posts/old/]\n---\n[me](/posts/new/)\n"_s);
    QCOMPARE(result[u"posts/2022-01-02-b.md"_s], u"[a](2022-01-01-a.md) [a](../new/) [x](/x/)\n"_s);
}

void TestRenameChanges::renamesABundle()
{
    const Files files = linkedSite();
    const Files result = after(files, [](const model::Site &site, const model::Selection &selection) {
        return renameFile(site, selection, path(u"posts/b/index.md"_s), u"c d"_s);
    });
    QVERIFY(result.contains(u"posts/c d/index.md"_s));
    QVERIFY(result.contains(u"posts/c d/plan.png"_s));
    QVERIFY(result[u"posts/2022-01-01-old.md"_s].contains(u"[b](c%20d/index.md#start) [here](#part) ![p](c%20d/plan.png) [up](../c%20d/)"_s));
    QVERIFY(result[u"posts/c d/index.md"_s].contains(u"![plan](plan.png) [own](#start)"_s));
    QVERIFY(result[u"posts/c d/index.md"_s].contains(u"aliases: [/posts/b/]"_s));
}

void TestRenameChanges::renamesAPicture()
{
    const Files files = linkedSite();
    const Files result = after(files, [](const model::Site &site, const model::Selection &selection) {
        return renameAsset(site, selection, path(u"assets/images/a.png"_s), path(u"assets/pictures/größe b.png"_s));
    });
    QVERIFY(result[u"posts/2022-01-01-old.md"_s].contains(u"cover: /pictures/größe%20b.png\n"_s));
    QVERIFY(result[u"pages/about.md"_s].contains(u"![a](/pictures/größe%20b.png)"_s));
    const Files inBundle = after(files, [](const model::Site &site, const model::Selection &selection) {
        return renameAsset(site, selection, path(u"posts/b/plan.png"_s), path(u"posts/b/img/map.png"_s));
    });
    QVERIFY(inBundle[u"posts/2022-01-01-old.md"_s].contains(u"![p](b/img/map.png)"_s));
    QVERIFY(inBundle[u"posts/b/index.md"_s].contains(u"![plan](img/map.png)"_s));
}

void TestRenameChanges::renamesAHeading()
{
    Files files = linkedSite();
    files[u"posts/2022-01-01-old.md"_s] += u"\n> ## Part ##\n\nPart {#own}\n----\n[second](#part-1) [third](?x=1#own)\n"_s;
    const auto rename = [](const QString &anchor, const QString &text) {
        return [anchor, text](const model::Site &site, const model::Selection &selection) {
            return renameHeading(site, selection, path(u"posts/2022-01-01-old.md"_s), anchor, text);
        };
    };
    const Files result = after(files, rename(u"part"_s, u"The *größte* part"_s));
    const QString text = result[u"posts/2022-01-01-old.md"_s];
    QVERIFY2(text.contains(u"## The *größte* part\n\n[b](b/index.md#start) [here](#the-größte-part)"_s), qPrintable(text));
    QVERIFY2(text.contains(u"> ## Part ##\n\nPart {#own}\n----\n[second](#part) [third](?x=1#own)\n"_s), qPrintable(text));
    QVERIFY(result[u"posts/b/index.md"_s].contains(u"[1](../2022-01-01-old.md#the-größte-part \"t\")"_s));
    QVERIFY(result[u"posts/b/index.md"_s].contains(u"[3](/sub/posts/old?x=1#the-größte-part)"_s));
    QVERIFY(result[u"posts/b/index.md"_s].contains(u"<a href=\"../old/#the-größte-part\">"_s));

    QVERIFY(after(files, rename(u"part-1"_s, u"Other"_s))[u"posts/2022-01-01-old.md"_s].contains(u"> ## Other ##\n"_s));
    const QString own = after(files, rename(u"own"_s, u"Underlined"_s))[u"posts/2022-01-01-old.md"_s];
    QVERIFY2(own.contains(u"\nUnderlined {#own}\n----\n"_s) && own.contains(u"(?x=1#own)"_s), qPrintable(own));
}

void TestRenameChanges::renamesATopic()
{
    Files files = linkedSite();
    files[u"topics/go.md"_s].remove(u"tags: [go]\n"_s);
    files[u"paths/start.md"_s] += u"[feed](/topics/go/feed.xml)\n"_s;
    const Files result = after(files, [](const model::Site &site, const model::Selection &selection) {
        return renameFile(site, selection, path(u"topics/go.md"_s), u"golang"_s);
    });
    QVERIFY(result[u"topics/golang.md"_s].contains(u"aliases: [/topics/go/]\n"_s));
    QVERIFY(result[u"topics/golang.md"_s].contains(u"tags: [go]\n"_s)); // which the name said before
    QVERIFY(result[u"pages/about.md"_s].contains(u"[g](/topics/golang/)"_s));
    QVERIFY(result[u"paths/start.md"_s].contains(u"[t](../topics/golang.md)\n[feed](/topics/golang/feed.xml)"_s));
}

void TestRenameChanges::renamesAPath()
{
    const Files result = after(linkedSite(), [](const model::Site &site, const model::Selection &selection) {
        return changeSlug(site, selection, path(u"paths/start.md"_s), u"begin"_s);
    });
    QVERIFY(result[u"paths/begin.md"_s].contains(u"aliases:\n"_s) || result[u"paths/begin.md"_s].contains(u"aliases: [/paths/start/]\n"_s));
    QVERIFY(result[u"pages/about.md"_s].contains(u"[p](../paths/begin.md)"_s));
}

void TestRenameChanges::renamesAPage()
{
    const Files result = after(linkedSite(), [](const model::Site &site, const model::Selection &selection) {
        return renameFile(site, selection, path(u"pages/about.md"_s), u"me"_s);
    });
    QVERIFY(result[u"quillway.toml"_s].contains(u"About = \"/me/\"\n"_s));
    QVERIFY(result[u"pages/me.md"_s].contains(u"aliases: [/about/]\n"_s));
}

void TestRenameChanges::keepsWhatTheNameSaid()
{
    const Files files { { u"posts/2022-01-01-a.md"_s, u"---\ntitle: A\n---\n"_s } };
    const Files result = after(files, [](const model::Site &site, const model::Selection &selection) {
        return renameFile(site, selection, path(u"posts/2022-01-01-a.md"_s), u"b"_s);
    });
    QCOMPARE(result[u"posts/b.md"_s], u"---\ntitle: A\ndate: 2022-01-01\naliases: [/posts/a/]\n---\n"_s);
}

void TestRenameChanges::takesANameBack()
{
    const Files files { { u"posts/2022-01-01-a.md"_s, u"---\ntitle: A\naliases: [/posts/b/]\n---\n"_s } };
    const Files result = after(files, [](const model::Site &site, const model::Selection &selection) {
        return changeSlug(site, selection, path(u"posts/2022-01-01-a.md"_s), u"b"_s);
    });
    QCOMPARE(result[u"posts/2022-01-01-b.md"_s], u"---\ntitle: A\naliases: [/posts/a/]\n---\n"_s);
}

void TestRenameChanges::leavesDraftsWithoutOldAddress()
{
    const Files files { { u"posts/2022-01-01-a.md"_s, u"---\ntitle: A\ndraft: true\n---\n"_s } };
    const Files result = after(files, [](const model::Site &site, const model::Selection &selection) {
        return changeSlug(site, selection, path(u"posts/2022-01-01-a.md"_s), u"b"_s);
    });
    QCOMPARE(result[u"posts/2022-01-01-b.md"_s], files.first());
}

void TestRenameChanges::fixesTheLinksOfATextThatMoves()
{
    // Seen from the page, whose address changes its depth with the name.
    const Files files { { u"quillway.toml"_s, u"permalink = \"/:section/:slug/\"\n"_s },
                        { u"pages/docs/a/index.md"_s, u"---\ntitle: A\n---\n[b](../b/) [own](p.png) [b](../b.md) ![p](p.png)\n"_s },
                        { u"pages/docs/a/p.png"_s, u"x"_s },
                        { u"pages/docs/b.md"_s, u"---\ntitle: B\n---\n"_s } };
    const Files result = after(files, [](const model::Site &site, const model::Selection &selection) {
        return relinked(site, selection, { .moves = { { path(u"pages/docs/a"_s), path(u"pages/deep/er/a"_s) } } });
    });
    QVERIFY2(result[u"pages/deep/er/a/index.md"_s].contains(u"[b](../../../docs/b/) [own](p.png) [b](../../../docs/b.md) ![p](p.png)\n"_s),
             qPrintable(result[u"pages/deep/er/a/index.md"_s]));
}

void TestRenameChanges::refuses_data()
{
    QTest::addColumn<Rename>("rename");
    QTest::addColumn<ErrorCode>("code");

    const auto file = [](const QString &name, const QString &stem) -> Rename {
        return [=](const model::Site &site, const model::Selection &selection) { return renameFile(site, selection, path(name), stem); };
    };
    const auto slug = [](const QString &name, const QString &stem) -> Rename {
        return [=](const model::Site &site, const model::Selection &selection) { return changeSlug(site, selection, path(name), stem); };
    };
    const auto asset = [](const QString &name, const QString &to) -> Rename {
        return
            [=](const model::Site &site, const model::Selection &selection) { return renameAsset(site, selection, path(name), path(to)); };
    };
    const auto heading = [](const QString &anchor, const QString &text) -> Rename {
        return [=](const model::Site &site, const model::Selection &selection) {
            return renameHeading(site, selection, path(u"posts/b/index.md"_s), anchor, text);
        };
    };
    QTest::newRow("no such file") << file(u"posts/x.md"_s, u"y"_s) << ErrorCode::NotFound;
    QTest::newRow("a name with a slash") << file(u"posts/b/index.md"_s, u"a/b"_s) << ErrorCode::BadValue;
    QTest::newRow("a name that leads out") << file(u"posts/b/index.md"_s, u".."_s) << ErrorCode::BadValue;
    QTest::newRow("a name that is taken") << file(u"posts/b/index.md"_s, u"2022-01-01-old"_s) << ErrorCode::DuplicateAddress;
    QTest::newRow("a file that is there") << file(u"pages/about.md"_s, u"other"_s) << ErrorCode::AlreadyExists;
    QTest::newRow("an address that is taken") << slug(u"posts/b/index.md"_s, u"old"_s) << ErrorCode::DuplicateAddress;
    QTest::newRow("an address of the site's own") << slug(u"pages/about.md"_s, u"archive"_s) << ErrorCode::DuplicateAddress;
    QTest::newRow("a slug that is no name") << slug(u"posts/b/index.md"_s, u"a/../b"_s) << ErrorCode::BadValue;
    QTest::newRow("a picture that is not there") << asset(u"assets/x.png"_s, u"assets/y.png"_s) << ErrorCode::NotFound;
    QTest::newRow("a picture out of its folder") << asset(u"assets/images/a.png"_s, u"posts/a.png"_s) << ErrorCode::BadValue;
    QTest::newRow("a picture as a post") << asset(u"posts/b/plan.png"_s, u"posts/plan.md"_s) << ErrorCode::BadValue;
    QTest::newRow("no such heading") << heading(u"x"_s, u"Y"_s) << ErrorCode::NotFound;
    QTest::newRow("an empty heading") << heading(u"start"_s, u" "_s) << ErrorCode::BadValue;
    QTest::newRow("a heading of two lines") << heading(u"start"_s, u"a\nb"_s) << ErrorCode::BadValue;
}

void TestRenameChanges::refuses()
{
    QFETCH(Rename, rename);
    QFETCH(ErrorCode, code);
    Files files = linkedSite();
    files.insert(u"pages/other.md"_s, u"---\ntitle: Other\n---\n"_s);
    const auto result = rename(siteOf(files), test::everythingPublished());
    QVERIFY(!result);
    QCOMPARE(result.error().code, code);
}

/// Sites made by chance, in which anything links to anything in any way, and one thing gets another name.
void TestRenameChanges::everyLinkLeadsWhereItLed()
{
    QRandomGenerator random(815);
    const auto any = [&](const QStringList &list) { return list[random.bounded(list.size())]; };
    const QStringList names { u"alpha"_s, u"beta"_s, u"gamma"_s, u"delta"_s, u"größe"_s, u"a b"_s, u"c(1)"_s };
    for (int round = 0; round < 150; ++round) {
        Files files;
        const bool hasPrefix = random.bounded(2);
        files[u"quillway.toml"_s] = u"title = \"T\"\nbase_url = \"https://blog.example/%1\"\npermalink = \"%2\"\n"_s.arg(
            hasPrefix ? u"sub/"_s : QString(), any({ u"/posts/:slug/"_s, u"/:year/:slug/"_s, u"/:slug/"_s }));
        QStringList pages;
        for (const QString &name : names) {
            const QString file = any({ u"posts/2022-01-0%1-%2.md"_s, u"posts/2022-01-0%1-%2/index.md"_s, u"posts/deep/2022-01-0%1-%2.md"_s,
                                       u"pages/%2-%1.md"_s })
                                     .arg(random.bounded(1, 9))
                                     .arg(name);
            pages += file;
            files[file] = u"---\ntitle: %1\n---\n## One\n## Two\n"_s.arg(name);
            if (file.endsWith(u"/index.md"))
                files[file.chopped(8) + u"p 1.png"_s] = u"x"_s;
        }
        files[u"assets/img/x.png"_s] = u"x"_s;
        files[u"topics/go.md"_s] = u"---\ntitle: Go\n---\n"_s;
        const model::Site bare = siteOf(files);
        QStringList targets { u"topics/go.md"_s, u"assets/img/x.png"_s };
        for (const QString &file : files.keys()) {
            if (!file.endsWith(u".toml"))
                targets += file;
        }
        const analysis::PublishedPosts published(bare, test::everythingPublished());
        const analysis::LinkIndex index(bare, published);
        for (const QString &file : pages + QStringList { u"topics/go.md"_s }) {
            QString text;
            for (int i = random.bounded(12); i > 0; --i) {
                const SitePath target = path(any(targets));
                const model::PostPtr post = bare.postByFile(target);
                const QString address = post          ? model::addressOf(*post, bare.settings())
                    : target.topFolder() == u"topics" ? u"/topics/go/"_s
                                                      : index.addressOf(target);
                QString relative = target.toString();
                for (qsizetype depth = path(file).folder().count(u'/') + 1; depth > 0; --depth)
                    relative.prepend(u"../"_s);
                QString way = any({ relative, address, model::urlPath(address, bare.settings()),
                                    model::absoluteUrl(address, bare.settings()), u'/' + target.toString() });
                if (random.bounded(3) == 0 && address.endsWith(u'/') && way.endsWith(u'/'))
                    way += u"index.html"_s;
                if (post && random.bounded(2))
                    way += any({ u"#one"_s, u"#two"_s, u"?x=1#two"_s });
                const QString bracketed = u'<' + way + u'>';
                text += any({ u"[x](%1)\n"_s, u"[x](%1 \"t\")\n"_s, u"> [x](\n> %1)\n\n"_s, u"[r%2]\n\n[r%2]: %1\n\n"_s,
                              u"- a [x](%1)\n\n"_s })
                            .replace(u"%1"_s, bracketed)
                            .replace(u"[r%2]"_s, u"[r%1]"_s.arg(i))
                    + any({ QString(), u"<a href=\"%1\">h</a>\n"_s.arg(way), u"`%1`\n"_s.arg(way) });
            }
            files[file] += text;
        }
        const SitePath chosen = path(any(targets));
        const Rename rename = [&](const model::Site &site, const model::Selection &selection) {
            if (site.hasAsset(chosen))
                return renameAsset(site, selection, chosen, path(chosen.topFolder() + any({ u"/n.png"_s, u"/img/new (1).png"_s })));
            return random.bounded(2) ? renameFile(site, selection, chosen, any({ u"new"_s, u"n e w"_s, u"2021-12-31-neu"_s, u"größer"_s }))
                                     : changeSlug(site, selection, chosen, any({ u"new"_s, u"2021-neu"_s, u"größer"_s }));
        };
        std::ignore = after(files, rename);
        if (QTest::currentTestFailed()) {
            qInfo() << round << chosen.toString() << files;
            return;
        }
    }
}

QTEST_APPLESS_MAIN(TestRenameChanges)
#include "tst_rename_changes.moc"
