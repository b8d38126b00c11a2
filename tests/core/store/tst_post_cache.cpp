// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/content_hash.h"
#include "core/base/native_file_system.h"
#include "core/model/post_head.h"
#include "core/store/load_site.h"
#include "core/store/post_cache.h"
#include "core/store/post_record.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace quillway;
using namespace Qt::StringLiterals;
using model::Post;

namespace {

const QByteArray richPost = R"(---
title: "Größe"
date: 2024-03-31T02:30:00+05:30
updated: 2024-04-01
tags: [go, "C++"]
author: [A, B]
summary: "In *short*"
cover: x.png
cover_alt: alt
canonical: https://e.example/
aliases: [/old/, /older/]
lang: de
translation_of: b.md
math: yes
toc: false
slug: groesse
mood: {deep: [1, 2.5, {deeper: true}], none: null, when: 2020-01-01}
---
# One {#first}

First [link](b.md "t"), ![picture](c.png) and $x$.

## Two

> ### Quoted

<a href="d.md">raw</a>

```go
x := 1
```
)";

/// A site of files in a folder of its own.
class Site
{
public:
    Site() { write(u"quillway.toml"_s, "title = \"T\"\ntime_zone = \"Europe/Berlin\"\n"); }

    [[nodiscard]] QString path(const QString &name = {}) const { return m_folder.filePath(name); }
    void write(const QString &name, const QByteArray &bytes) const
    {
        QDir().mkpath(QFileInfo(path(name)).path());
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot prepare %s", qPrintable(name));
    }
    store::LoadedSite load(store::Texts texts = store::Texts::All) const
    {
        NativeFileSystem files;
        store::LoadedSite loaded = *store::loadSiteWithCache(files, m_folder.path(), { .progress = {}, .stop = {}, .texts = texts });
        if (const auto keep = std::exchange(loaded.keep, {}); keep && !keep(files))
            qFatal("cannot keep the posts");
        return loaded;
    }
    [[nodiscard]] store::LoadedSite loadWithoutCache() const
    {
        const NativeFileSystem files;
        return *store::loadSite(files, m_folder.path());
    }
    [[nodiscard]] qsizetype cached() const
    {
        const NativeFileSystem files;
        return store::loadPostCache(files, m_folder.path(), loadWithoutCache().site->settings(), store::Texts::All).size();
    }

private:
    QTemporaryDir m_folder;
};

/// Named one by one, so that a member that Post gets later is not forgotten here, nor in the record.
auto membersOf(const Post &post)
{
    const auto &[file, slug, section, isBundle, title, titleFromBody, date, updated, draft, tags, author, summary, cover, coverAlt,
                 canonical, aliases, lang, translationOf, math, toc, params, source, sourceHash, bodyOffset, dialect, facts,
                 bodyLine] = post;
    const auto zone = [](const std::optional<Moment> &moment) { return moment ? moment->at.timeRepresentation() : QTimeZone(); };
    return std::tuple(file.toString(), slug, section, isBundle, title, titleFromBody, date, zone(date), updated, zone(updated), draft, tags,
                      author, summary, cover, coverAlt, canonical, aliases, lang, translationOf, math, toc, source, bodyOffset, dialect,
                      facts, bodyLine);
}

bool sameValue(const text::Value &a, const text::Value &b)
{
    return a.sameContent(b) && a.position == b.position && std::ranges::equal(a.items, b.items, sameValue)
        && std::ranges::equal(a.members, b.members, [](const auto &one, const auto &other) {
               return one.keyPosition == other.keyPosition && sameValue(one.value, other.value);
           });
}

void compare(const model::Site &found, const model::Site &expected)
{
    const auto compareLists = [](const QList<model::PostPtr> &some, const QList<model::PostPtr> &others) {
        QCOMPARE(some.size(), others.size());
        for (qsizetype i = 0; i < some.size(); ++i) {
            QVERIFY2(membersOf(*some.at(i)) == membersOf(*others.at(i)), qPrintable(some.at(i)->file.toString()));
            QVERIFY(sameValue(some.at(i)->params, others.at(i)->params));
            QCOMPARE(some.at(i)->sourceHash, contentHash(some.at(i)->source));
        }
    };
    compareLists(found.posts(), expected.posts());
    compareLists(found.pages(), expected.pages());
    QCOMPARE(found.diagnostics(), expected.diagnostics());
}

void writeVariedSite(const Site &site)
{
    site.write(u"posts/rich.md"_s, richPost);
    site.write(u"posts/2024-05-06-bare.md"_s, "No head.\r\n\r\nSecond.\r\n");
    site.write(u"posts/toml.md"_s, "+++\ntitle = 'T'\ndate = 2024-01-01T10:00:00\n[deep.er]\nx = [1, 2]\n+++\nBody\n");
    site.write(u"posts/sub/bundle/index.md"_s, "{\"title\": \"J\", \"date\": \"2024-01-02T00:00:00Z\"}\nBody\n");
    site.write(u"posts/odd.md"_s, "---\ndate: soon\ndraft: perhaps\ntags: {a: b}\n---\n");
    site.write(u"posts/broken.md"_s, "---\ntitle: [\n---\n");
    site.write(u"posts/empty.md"_s, "");
    site.write(u"pages/about.md"_s, "---\ntitle: About\n---\nHi\n");
}

} // namespace

class TestPostCache : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesTheSameSite();
    void noticesEveryChange_data();
    void noticesEveryChange();
    void forgetsWhatIsGone();
    void isOfOneTimeZone();
    void givesHeadsUntilTextsAreNeeded();
    void saysIfATextIsAnother();
    void readsAnyBytes();

private:
    static void readAnyBytesOf(const QByteArray &record, const SitePath &file, const model::Settings &settings);
};

void TestPostCache::givesTheSameSite()
{
    const Site site;
    writeVariedSite(site);
    const store::LoadedSite first = site.load();
    QCOMPARE(first.postsParsed, 8);
    compare(*first.site, *site.loadWithoutCache().site);
    for (int i = 0; i < 2; ++i) {
        QTest::qSleep(120); // the first time by their hashes, the second by their looks
        const store::LoadedSite again = site.load();
        QCOMPARE(again.postsParsed, 1); // the broken one: its error is found anew
        QCOMPARE(again.filesRead, first.filesRead);
        QCOMPARE(again.bytesRead, first.bytesRead);
        compare(*again.site, *site.loadWithoutCache().site);
    }
}

void TestPostCache::noticesEveryChange_data()
{
    QTest::addColumn<bool>("settles"); // before it is changed
    QTest::addColumn<QByteArray>("text");
    for (const bool settles : { false, true }) {
        const char *when = settles ? "later" : "at once";
        QTest::addRow("%s, longer", when) << settles << "---\ntitle: A\n---\nText.\n"_ba;
        QTest::addRow("%s, of one size", when) << settles << "---\ntitle: B\n---\nText"_ba;
    }
}

void TestPostCache::noticesEveryChange()
{
    QFETCH(bool, settles);
    QFETCH(QByteArray, text);
    const Site site;
    site.write(u"posts/a.md"_s, "---\ntitle: A\n---\nText");
    site.load();
    if (settles) {
        QTest::qSleep(120);
        site.load();
    }
    QFile file(site.path(u"posts/a.md"_s));
    const QDateTime modified = QFileInfo(file).lastModified();
    QVERIFY(file.open(QIODevice::ReadWrite) && file.write(text) == text.size() && file.flush());
    QVERIFY(file.setFileTime(modified, QFileDevice::FileModificationTime));
    file.close();
    const store::LoadedSite again = site.load();
    QCOMPARE(again.postsParsed, 1);
    compare(*again.site, *site.loadWithoutCache().site);
}

void TestPostCache::forgetsWhatIsGone()
{
    const Site site;
    writeVariedSite(site);
    site.load();
    QCOMPARE(site.cached(), 7);
    QVERIFY(QFile::remove(site.path(u"posts/rich.md"_s)));
    site.load();
    QCOMPARE(site.cached(), 6);
}

void TestPostCache::isOfOneTimeZone()
{
    const Site site;
    writeVariedSite(site);
    site.load();
    site.write(u"quillway.toml"_s, "title = \"T\"\ntime_zone = \"Asia/Tokyo\"\n");
    const store::LoadedSite again = site.load();
    QCOMPARE(again.postsParsed, 8);
    compare(*again.site, *site.loadWithoutCache().site);
}

/// What other pages than a post's own show of it.
auto headOf(const Post &post)
{
    QList<std::pair<text::Reference::Kind, QString>> destinations;
    for (const text::Reference &reference : post.facts.references)
        destinations.append({ reference.kind, reference.destination });
    const model::Settings settings;
    return std::tuple(post.file.toString(), post.slug, post.section, post.isBundle, post.title, post.titleFromBody, post.date, post.updated,
                      post.draft, post.tags, post.author, post.summary, post.cover, post.coverAlt, post.canonical, post.aliases, post.lang,
                      post.translationOf, post.math, post.toc, destinations, model::readingMinutes(post, settings),
                      model::plainSummary(post, settings), post.facts.words);
}

void TestPostCache::givesHeadsUntilTextsAreNeeded()
{
    const Site site;
    writeVariedSite(site);
    QCOMPARE(site.load(store::Texts::WhenNeeded).postsParsed, 8);
    QTest::qSleep(120);
    site.load(store::Texts::WhenNeeded); // by their hashes, and from now on by their looks
    const store::LoadedSite heads = site.load(store::Texts::WhenNeeded);
    const store::LoadedSite whole = site.loadWithoutCache();
    QCOMPARE(heads.postsParsed, 1); // the broken one
    QVERIFY(heads.bytesRead < 100); // of it, and of the settings
    QCOMPARE(heads.site->diagnostics(), whole.site->diagnostics());
    const NativeFileSystem files;
    QCOMPARE(heads.site->posts().size(), whole.site->posts().size());
    for (qsizetype i = 0; i < whole.site->posts().size(); ++i) {
        const Post &head = *heads.site->posts().at(i);
        const Post &expected = *whole.site->posts().at(i);
        QVERIFY(model::isHead(head));
        QVERIFY2(headOf(head) == headOf(expected), qPrintable(head.file.toString()));
        const auto read = store::readWhole(files, *heads.site, head);
        QVERIFY(read);
        QVERIFY(membersOf(**read) == membersOf(expected));
        QVERIFY(sameValue((*read)->params, expected.params));
    }
    const auto page = store::readWhole(files, *heads.site, *heads.site->pages().first());
    QVERIFY(page && membersOf(**page) == membersOf(*whole.site->pages().first()));
}

void TestPostCache::saysIfATextIsAnother()
{
    const Site site;
    site.write(u"posts/a.md"_s, "---\ntitle: A\n---\nText");
    site.load(store::Texts::WhenNeeded);
    QTest::qSleep(120);
    site.load(store::Texts::WhenNeeded);
    const store::LoadedSite heads = site.load(store::Texts::WhenNeeded);
    const NativeFileSystem files;
    const Post &head = *heads.site->posts().first();
    QVERIFY(model::isHead(head));
    site.write(u"posts/a.md"_s, "---\ntitle: B\n---\nText");
    const auto other = store::readWhole(files, *heads.site, head);
    QVERIFY(!other && other.error().code == ErrorCode::ChangedOnDisk);
    QVERIFY(QFile::remove(site.path(u"posts/a.md"_s)));
    const auto none = store::readWhole(files, *heads.site, head);
    QVERIFY(!none && none.error().code == ErrorCode::NotFound);
}

/// A record cut anywhere, or with any byte turned over, gives some post or none: never a crash, and never a body beyond its file.
void TestPostCache::readsAnyBytes()
{
    const SitePath file = SitePath::literal(u"posts/a.md");
    const model::Settings settings;
    for (const store::Texts texts : { store::Texts::All, store::Texts::WhenNeeded })
        readAnyBytesOf(store::toRecord(*model::readPost(file, richPost, settings), settings, texts), file, settings);
}

void TestPostCache::readAnyBytesOf(const QByteArray &record, const SitePath &file, const model::Settings &settings)
{
    QVERIFY(store::fromRecord(record, file, richPost, settings));
    for (qsizetype i = 0; i < record.size(); ++i) {
        QVERIFY(!store::fromRecord(record.first(i), file, richPost, settings));
        for (const char bits : { '\x01', '\x80', '\xff' }) {
            QByteArray bytes = record;
            bytes[i] = char(bytes[i] ^ bits);
            if (const auto read = store::fromRecord(bytes, file, richPost, settings))
                QVERIFY(read->value.body().size() <= richPost.size());
        }
    }
}

QTEST_GUILESS_MAIN(TestPostCache)
#include "tst_post_cache.moc"
