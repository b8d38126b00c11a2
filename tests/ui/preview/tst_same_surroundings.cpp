// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/native_file_system.h"
#include "core/store/load_site.h"
#include "core/store/update_site.h"
#include "support/site_folder.h"
#include "ui/preview/same_surroundings.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace quillway;
using quillway::ui::haveSameSurroundings;

class TestSameSurroundings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void afterAnEdit_data();
    void afterAnEdit();
    void afterTypingTwice();

private:
    test::SiteFolder m_folder;
    model::SitePtr m_site;
};

namespace {

const SitePath shown = SitePath::literal(u"posts/shown.md");

} // namespace

void TestSameSurroundings::initTestCase()
{
    m_folder.write(u"quillway.toml"_s, "title = \"Test\"\n");
    m_folder.write(u"tags.toml"_s, "[go]\ntitle = \"Go\"\n");
    m_folder.write(u"posts/shown.md"_s, "---\ntitle: Shown\ndate: 2024-02-03\ntags: [go]\n---\ntext\n");
    m_folder.write(u"posts/other.md"_s, "---\ntitle: Other\ndate: 2024-01-01\n---\ntext\n");
    m_folder.write(u"pages/about.md"_s, "---\ntitle: About\n---\ntext\n");
    m_folder.write(u"topics/go.md"_s, "---\ntitle: Go\n---\n");
    m_folder.write(u"paths/start.md"_s, "---\ntitle: Start\nsteps:\n  - post: shown\n---\n");
    const auto loaded = store::loadSite(NativeFileSystem(), m_folder.path());
    QVERIFY(loaded);
    m_site = loaded->site;
}

void TestSameSurroundings::afterAnEdit_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("same");

    const auto row = [](const char *name, const char *file, const char *text, bool same) {
        QTest::newRow(name) << QString::fromLatin1(file) << QByteArray(text) << same;
    };
    row("body of the shown post", "posts/shown.md", "---\ntitle: Shown\ndate: 2024-02-03\ntags: [go]\n---\nother text\n", true);
    row("a key nobody knows", "posts/shown.md", "---\ntitle: Shown\ndate: 2024-02-03\ntags: [go]\nx: 1\n---\ntext\n", true);
    row("its title", "posts/shown.md", "---\ntitle: Other name\ndate: 2024-02-03\ntags: [go]\n---\ntext\n", false);
    row("its date", "posts/shown.md", "---\ntitle: Shown\ndate: 2024-02-04\ntags: [go]\n---\ntext\n", false);
    row("its tags", "posts/shown.md", "---\ntitle: Shown\ndate: 2024-02-03\n---\ntext\n", false);
    row("its slug", "posts/shown.md", "---\ntitle: Shown\ndate: 2024-02-03\ntags: [go]\nslug: x\n---\ntext\n", false);
    row("its being a draft", "posts/shown.md", "---\ntitle: Shown\ndate: 2024-02-03\ntags: [go]\ndraft: true\n---\ntext\n", false);
    row("body of another post", "posts/other.md", "---\ntitle: Other\ndate: 2024-01-01\n---\nother text\n", false);
    row("a new post", "posts/third.md", "---\ntitle: Third\ndate: 2024-01-01\n---\ntext\n", false);
    row("a page", "pages/about.md", "---\ntitle: About us\n---\ntext\n", false);
    row("a topic", "topics/go.md", "---\ntitle: Golang\n---\n", false);
    row("a path", "paths/start.md", "---\ntitle: Start\nsteps:\n  - post: other\n---\n", false);
    row("the settings", "quillway.toml", "title = \"Other\"\n", false);
    row("the tags", "tags.toml", "[go]\ntitle = \"Golang\"\n", false);
}

void TestSameSurroundings::afterAnEdit()
{
    QFETCH(const QString, file);
    QFETCH(const QByteArray, text);
    const auto edited = store::withEdits(*m_site, { { SitePath::literal(file), text } });
    QVERIFY(edited);
    QTEST(haveSameSurroundings(*m_site, *edited, shown), "same");
}

void TestSameSurroundings::afterTypingTwice()
{
    const auto typed = [&](const model::SitePtr &site, const QByteArray &body) {
        return store::withEdits(*site, { { shown, "---\ntitle: Shown\ndate: 2024-02-03\ntags: [go]\n---\n" + body } });
    };
    const auto once = typed(m_site, "a");
    const auto twice = typed(once, "ab");
    QVERIFY(haveSameSurroundings(*m_site, *twice, shown));
    QVERIFY(!haveSameSurroundings(*m_site, *twice, SitePath::literal(u"posts/other.md")));
    QVERIFY(haveSameSurroundings(*m_site, *m_site, shown));
}

QTEST_GUILESS_MAIN(TestSameSurroundings)
#include "tst_same_surroundings.moc"
