// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/update_site.h"

#include "core/base/native_file_system.h"
#include "core/store/content_kind.h"
#include "core/store/load_site.h"
#include "support/site_folder.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::store;

namespace {

using Files = QMap<QString, QByteArray>;

Files smallSite()
{
    return {
        { u"quillway.toml"_s, "title = \"T\"\ntime_zone = \"UTC\"\n"_ba },
        { u"tags.toml"_s, "[go]\ntitle = \"Go\"\n"_ba },
        { u"posts/2024-05-01-a.md"_s, "---\ntitle: A\ndate: 2024-05-01T23:30:00\ntags: [go]\n---\nText.\n"_ba },
        { u"posts/2024-05-02-b.md"_s, "---\ntitle: B\ndate: 2024-05-02\n---\nText.\n"_ba },
        { u"pages/about.md"_s, "---\ntitle: About\n---\n"_ba },
        { u"topics/go.md"_s, "---\ntitle: Go\n---\n"_ba },
        { u"paths/start.md"_s, "---\ntitle: Start\nsteps:\n  - post: a\n---\n"_ba },
        { u"assets/x.svg"_s, "<svg/>"_ba },
    };
}

model::SitePtr load(const Files &files)
{
    const test::SiteFolder folder;
    for (const auto &[file, bytes] : files.asKeyValueRange())
        folder.write(file, bytes);
    NativeFileSystem disk;
    return loadSite(disk, folder.path())->site;
}

/// What is compared of two sites: everything but the folder, in a readable form.
QStringList described(const model::Site &site)
{
    QStringList lines { site.settings().title, QString::fromLatin1(site.settings().timeZone.id()) };
    for (const auto *list : { &site.posts(), &site.pages() }) {
        for (const model::PostPtr &post : *list)
            lines.append(u"%1 %2 %3 %4"_s.arg(post->file.toString(), post->title,
                                              post->date ? post->date->at.toUTC().toString(Qt::ISODate) : QString(), post->tags.join(u',')));
    }
    for (const model::TopicPtr &topic : site.topics())
        lines.append(topic->file.toString() + u' ' + topic->title);
    for (const model::ReadingPathPtr &path : site.paths())
        lines.append(path->file.toString() + u' ' + path->title + u' ' + QString::number(path->steps.size()));
    QStringList assets;
    for (const model::Asset &asset : site.parts().assets)
        assets.append(asset.file.toString() + u' ' + QString::number(asset.size));
    assets.sort();
    lines += assets;
    QStringList tags = site.parts().tagInfo.keys();
    tags.sort();
    lines += tags;
    for (const Diagnostic &diagnostic : site.diagnostics())
        lines.append(toCompilerLine(diagnostic));
    return lines;
}

} // namespace

class TestUpdateSite : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// The law: an edit of the value is the same as an edit of the folder, loaded anew.
    void isAsIfLoadedAnew_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<std::optional<QByteArray>>("bytes");
        const auto row = [](const char *name, const QString &file, const std::optional<QByteArray> &bytes) {
            QTest::newRow(name) << file << bytes;
        };
        row("post edited", u"posts/2024-05-01-a.md"_s, "---\ntitle: A2\ndate: 2025-01-01\n---\n"_ba);
        row("post added", u"posts/2024-05-03-c.md"_s, "---\ntitle: C\n---\n"_ba);
        row("post removed", u"posts/2024-05-01-a.md"_s, std::nullopt);
        row("post with a fault", u"posts/2024-05-01-a.md"_s, "---\ntitle: A\ndate: 2024-17-01\n---\n"_ba);
        row("page edited", u"pages/about.md"_s, "---\ntitle: Us\n---\n"_ba);
        row("page removed", u"pages/about.md"_s, std::nullopt);
        row("topic edited", u"topics/go.md"_s, "---\ntitle: Golang\ncolour: red\n---\n"_ba);
        row("topic removed", u"topics/go.md"_s, std::nullopt);
        row("path edited", u"paths/start.md"_s, "---\ntitle: Begin\nsteps:\n  - post: a\n  - post: b\n---\n"_ba);
        row("settings edited", u"quillway.toml"_s, "title = \"U\"\nunknown = 1\n"_ba);
        row("settings with another time zone", u"quillway.toml"_s, "title = \"T\"\ntime_zone = \"Asia/Tokyo\"\n"_ba);
        row("tags edited", u"tags.toml"_s, "[sql]\ntitle = \"SQL\"\n"_ba);
        row("picture added", u"posts/x.png"_s, "1234"_ba);
        row("picture removed", u"assets/x.svg"_s, std::nullopt);
        row("something that is no content", u"notes.txt"_s, "hello"_ba);
    }
    void isAsIfLoadedAnew()
    {
        QFETCH(QString, file);
        QFETCH(std::optional<QByteArray>, bytes);
        Files files = smallSite();
        const model::SitePtr edited = withEdits(*load(files), { { SitePath::literal(file), bytes } });
        if (bytes)
            files.insert(file, *bytes);
        else
            files.remove(file);
        QCOMPARE(described(*edited), described(*load(files)));
    }

    void manyEditsAtOnceAreAsIfLoadedAnew_data() { isAsIfLoadedAnew_data(); }
    void manyEditsAtOnceAreAsIfLoadedAnew()
    {
        QFETCH(QString, file);
        QFETCH(std::optional<QByteArray>, bytes);
        Files files = smallSite();
        const model::SitePtr before = load(files);
        QList<FileEdit> edits { { SitePath::literal(file), "---\ntitle: Overtaken\n---\n"_ba } };
        for (int n = 0; n < 60; ++n) {
            const QString name = u"%1/2024-06-%2.md"_s.arg(n % 3 == 0 ? u"pages"_s : u"posts"_s).arg(n, 2, 10, QChar(u'0'));
            const QByteArray text = n % 10 == 0 ? "---\ntitle: [\n---\n"_ba : "---\ntitle: Post " + QByteArray::number(n) + "\nx: 1\n---\n";
            files.insert(name, text);
            edits.append({ SitePath::literal(name), text });
        }
        edits.insert(30, { SitePath::literal(file), bytes });
        if (bytes)
            files.insert(file, *bytes);
        else
            files.remove(file);
        QCOMPARE(described(*withEdits(*before, edits)), described(*load(files)));
    }

    void sharesWhatDidNotChange()
    {
        const model::SitePtr before = load(smallSite());
        const model::SitePtr after = withEdits(*before, { { SitePath::literal(u"posts/2024-05-01-a.md"), "---\ntitle: A2\n---\n"_ba } });
        QCOMPARE(after->postBySlug(u"b"_s).get(), before->postBySlug(u"b"_s).get());
        QVERIFY(after->postBySlug(u"a"_s) != before->postBySlug(u"a"_s));
        QCOMPARE(before->postBySlug(u"a"_s)->title, u"A"_s);
    }

    void keepsTheLastGoodVersionOfABrokenFile()
    {
        const SitePath file = SitePath::literal(u"posts/2024-05-01-a.md");
        const QByteArray broken = "---\ntitle: [\n---\n"_ba;
        const model::SitePtr site = withEdits(*load(smallSite()), { { file, broken } });
        QCOMPARE(site->postByFile(file)->title, u"A"_s);
        QCOMPARE(site->parts().unreadable.value(file), broken);
        QVERIFY(hasErrors(site->diagnostics()));

        const model::SitePtr mended = withEdits(*site, { { file, "---\ntitle: Mended\n---\n"_ba } });
        QCOMPARE(mended->postByFile(file)->title, u"Mended"_s);
        QVERIFY(mended->parts().unreadable.isEmpty());
        QVERIFY(!hasErrors(mended->diagnostics()));
    }

    void knowsContentByItsPlace_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<ContentKind>("kind");
        QTest::newRow("post") << u"posts/a.md"_s << ContentKind::Post;
        QTest::newRow("post in a section") << u"posts/go/a.markdown"_s << ContentKind::Post;
        QTest::newRow("picture of a bundle") << u"posts/a/plan.svg"_s << ContentKind::Asset;
        QTest::newRow("page") << u"pages/about.MD"_s << ContentKind::Page;
        QTest::newRow("topic") << u"topics/go.md"_s << ContentKind::Topic;
        QTest::newRow("too deep for a topic") << u"topics/x/go.md"_s << ContentKind::Ignored;
        QTest::newRow("path") << u"paths/a.md"_s << ContentKind::Path;
        QTest::newRow("settings") << u"quillway.toml"_s << ContentKind::Settings;
        QTest::newRow("settings elsewhere") << u"posts/quillway.toml"_s << ContentKind::Asset;
        QTest::newRow("tags") << u"tags.toml"_s << ContentKind::Tags;
        QTest::newRow("asset in Markdown") << u"assets/readme.md"_s << ContentKind::Asset;
        QTest::newRow("theme") << u"theme/post.html"_s << ContentKind::Theme;
        QTest::newRow("output") << u"public/index.html"_s << ContentKind::Ignored;
        QTest::newRow("hidden") << u"posts/.a.md.swp"_s << ContentKind::Ignored;
        QTest::newRow("hidden folder") << u"posts/.git/a.md"_s << ContentKind::Ignored;
        QTest::newRow("lock of an editor") << u"posts/.#a.md"_s << ContentKind::Ignored;
        QTest::newRow("backup") << u"posts/a.md~"_s << ContentKind::Ignored;
        QTest::newRow("autosave") << u"posts/#a.md#"_s << ContentKind::Ignored;
    }
    void knowsContentByItsPlace()
    {
        QFETCH(QString, file);
        QTEST(contentKind(SitePath::literal(file)), "kind");
    }
};

QTEST_GUILESS_MAIN(TestUpdateSite)
#include "tst_update_site.moc"
