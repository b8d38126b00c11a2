// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/theme.h"
#include "preview_driver.h"
#include "preview_main.h"
#include "ui/preview/content_page.h"
#include "ui/preview/site_scheme.h"

#include <QWebEngineProfile>
#include <QWebEngineSettings>

#include <tuple>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::ui;

/// What can be had through the preview's own URLs.
class TestSiteScheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void makesUrls_data();
    void makesUrls();
    void takesUrlsApart_data();
    void takesUrlsApart();
    void readsFiles_data();
    void readsFiles();
    void serves_data();
    void serves();
    void refuses_data();
    void refuses();
    void servesNothingWithoutASite();
    void servesOnlyToBeRead();

private:
    [[nodiscard]] std::optional<QString> fetch(const QUrl &url);
    [[nodiscard]] std::optional<QString> fetch(const QString &path) { return fetch(QUrl("quillway-site://site"_L1 + path)); }

    test::SiteFolder m_outside; ///< holds what must not be seen
    test::SiteFolder m_site;
    std::unique_ptr<QWebEngineProfile> m_profile;
    SiteSchemeHandler *m_handler = nullptr;
    std::unique_ptr<QWebEnginePage> m_page;
    publish::PublicationPtr m_publication;
};

void TestSiteScheme::initTestCase()
{
    m_outside.write(u"secret.txt"_s, "SECRET");
    m_outside.write(u"folder/secret.txt"_s, "SECRET");
    m_site.write(u"quillway.toml"_s, "title = \"SECRET settings\"\nbase_url = \"https://example.org/blog/\"\n");
    m_site.write(u".quillway/cache.txt"_s, "SECRET");
    m_site.write(u"posts/x/index.md"_s, "---\ntitle: X\ndate: 2024-01-01\n---\nSECRET source\n");
    m_site.write(u"posts/x/notes.txt"_s, "notes of x");
    m_site.write(u"posts/x/größe & more.txt"_s, "notes with a name");
    m_site.write(u"posts/x/picture.svg"_s, "<svg xmlns=\"http://www.w3.org/2000/svg\"><title>picture of x</title></svg>");
    m_site.write(u"assets/robots-extra.txt"_s, "an asset");
    m_site.write(u"assets/deep/er/file.css"_s, "/* a style */");
    m_site.write(u"theme/extra.txt"_s, "of the theme");
    QVERIFY(QFile::link(m_outside.path(u"secret.txt"_s), m_site.path(u"assets/link.txt"_s)));
    QVERIFY(QFile::link(m_outside.path(u"folder"_s), m_site.path(u"assets/folder"_s)));
    QVERIFY(QFile::link(m_outside.path(u"secret.txt"_s), m_site.path(u"posts/x/link.txt"_s)));
    QVERIFY(QFile::link(u"/proc/self/environ"_s, m_site.path(u"assets/environ.txt"_s)));
    QVERIFY(QFile::link(m_site.path(u"assets/robots-extra.txt"_s), m_site.path(u"assets/inner-link.txt"_s)));

    m_profile = std::make_unique<QWebEngineProfile>();
    m_handler = new SiteSchemeHandler(m_profile.get());
    m_profile->installUrlSchemeHandler(siteScheme, m_handler);
    m_page = std::make_unique<QWebEnginePage>(m_profile.get());
    m_page->settings()->setAttribute(QWebEngineSettings::ErrorPageEnabled, false);

    const NativeFileSystem files;
    const auto loaded = store::loadSite(files, m_site.path());
    QVERIFY(loaded);
    m_publication = std::make_shared<const publish::Publication>(loaded->site, model::Selection { QDateTime::currentDateTimeUtc() },
                                                                 publish::loadTheme(files, m_site.path(), {}).theme);
    m_handler->setPage(u"/blog/posts/x/"_s, "<p>the page</p>", m_publication);
}

/// What the engine shows of a URL.
std::optional<QString> TestSiteScheme::fetch(const QUrl &url)
{
    QSignalSpy finished(m_page.get(), &QWebEnginePage::loadFinished);
    m_page->load(url);
    if (!finished.wait(10000) || !finished.first().first().toBool() || m_page->url().scheme() != QLatin1StringView(siteScheme))
        return std::nullopt;
    QString text;
    bool isDone = false;
    m_page->toHtml([&](const QString &given) {
        text = given;
        isDone = true;
    });
    std::ignore = QTest::qWaitFor([&] { return isDone; });
    return text;
}

void TestSiteScheme::makesUrls_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("url");

    QTest::newRow("root") << u"/"_s << "quillway-site://site/"_ba;
    QTest::newRow("page") << u"/posts/x/"_s << "quillway-site://site/posts/x/"_ba;
    QTest::newRow("encoded") << u"/tags/gr%C3%B6%C3%9Fe/"_s << "quillway-site://site/tags/gr%C3%B6%C3%9Fe/"_ba;
    QTest::newRow("encoded characters that mean something") << u"/posts/a%3Fb%23c/"_s << "quillway-site://site/posts/a%3Fb%23c/"_ba;
}

void TestSiteScheme::makesUrls()
{
    QFETCH(const QString, path);
    QTEST(siteUrl(path).toEncoded(), "url");
    QCOMPARE(sitePath(siteUrl(path)), path);
}

void TestSiteScheme::takesUrlsApart_data()
{
    QTest::addColumn<QString>("url");

    QTest::newRow("http") << u"http://site/posts/"_s;
    QTest::newRow("other host") << u"quillway-site://other/posts/"_s;
    QTest::newRow("no host") << u"quillway-site:/posts/"_s;
    QTest::newRow("file") << u"file:///etc/passwd"_s;
    QTest::newRow("nothing") << QString();
}

void TestSiteScheme::takesUrlsApart()
{
    QFETCH(const QString, url);
    QVERIFY(!sitePath(QUrl(url)));
}

void TestSiteScheme::readsFiles_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("isRead");

    const auto row = [](const char *name, const QString &path, bool isRead) { QTest::newRow(name) << path << isRead; };
    row("of the site", m_site.path(u"assets/robots-extra.txt"_s), true);
    row("through a link inside", m_site.path(u"assets/inner-link.txt"_s), true);
    row("through a link out", m_site.path(u"assets/link.txt"_s), false);
    row("below a link out", m_site.path(u"assets/folder/secret.txt"_s), false);
    row("up and out", m_site.path() + u"/../"_s + m_outside.path().section(u'/', -1) + u"/secret.txt"_s, false);
    row("elsewhere", m_outside.path(u"secret.txt"_s), false);
    row("the system's", u"/etc/passwd"_s, false);
    row("a process' own", m_site.path(u"assets/environ.txt"_s), false);
    row("a device", u"/dev/zero"_s, false);
    row("a folder", m_site.path(u"assets"_s), false);
    row("not there", m_site.path(u"assets/none.txt"_s), false);
    row("a folder whose name begins like the site's", m_site.path() + u"x/secret.txt"_s, false);
}

void TestSiteScheme::readsFiles()
{
    QFETCH(const QString, path);
    QFETCH(const bool, isRead);
    const auto served = readServed({ .path = path, .content = {} }, u"/x.txt"_s, m_site.path());
    QCOMPARE(served.has_value(), isRead);
}

void TestSiteScheme::serves_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("content");

    const auto row = [](const char *name, const QString &path, const QString &content) { QTest::newRow(name) << path << content; };
    row("the page", u"/blog/posts/x/"_s, u"the page"_s);
    row("a file beside the post", u"/blog/posts/x/notes.txt"_s, u"notes of x"_s);
    row("with a name that has to be encoded", u"/blog/posts/x/gr%C3%B6%C3%9Fe%20&%20more.txt"_s, u"notes with a name"_s);
    row("a picture", u"/blog/posts/x/picture.svg"_s, u"picture of x"_s);
    row("an asset", u"/blog/robots-extra.txt"_s, u"an asset"_s);
    row("an asset in folders", u"/blog/deep/er/file.css"_s, u"a style"_s);
    row("a file of the theme", u"/blog/theme/extra.txt"_s, u"of the theme"_s);
    row("a link inside the site", u"/blog/inner-link.txt"_s, u"an asset"_s);
}

void TestSiteScheme::serves()
{
    QFETCH(const QString, path);
    QFETCH(const QString, content);
    const auto text = fetch(path);
    QVERIFY(text);
    QVERIFY2(text->contains(content), qPrintable(*text));
}

void TestSiteScheme::refuses_data()
{
    QTest::addColumn<QString>("url");

    const QString outside = m_outside.path(u"secret.txt"_s);
    const auto row = [](const char *name, const QString &path) { QTest::newRow(name) << QString("quillway-site://site"_L1 + path); };
    row("another page", u"/blog/posts/y/"_s);
    row("outside the base URL", u"/robots-extra.txt"_s);
    row("the post's source", u"/blog/posts/x/index.md"_s);
    row("the settings", u"/blog/quillway.toml"_s);
    row("the settings, from the top", u"/quillway.toml"_s);
    row("the program's own folder", u"/blog/.quillway/cache.txt"_s);
    row("the sources' folder", u"/blog/assets/robots-extra.txt"_s);
    row("a link out", u"/blog/link.txt"_s);
    row("below a link out", u"/blog/folder/secret.txt"_s);
    row("a link out of a bundle", u"/blog/posts/x/link.txt"_s);
    row("a link to a process' own", u"/blog/environ.txt"_s);
    row("up", u"/blog/../../../../../../etc/passwd"_s);
    row("up, encoded dots", u"/blog/%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd"_s);
    row("up, encoded slashes", u"/blog/..%2f..%2f..%2f..%2f..%2fetc%2fpasswd"_s);
    row("up, all encoded", u"/blog/%2e%2e%2f%2e%2e%2f%2e%2e%2fetc%2fpasswd"_s);
    row("up, encoded twice", u"/blog/%252e%252e%252f%252e%252e%252fetc%252fpasswd"_s);
    row("up, backslashes", u"/blog/..\\..\\..\\etc\\passwd"_s);
    row("up, encoded backslashes", u"/blog/..%5c..%5c..%5cetc%5cpasswd"_s);
    row("up from the bundle", u"/blog/posts/x/..%2f..%2fquillway.toml"_s);
    row("up from the theme", u"/blog/theme/..%2fquillway.toml"_s);
    row("up to the temporary folder", u"/blog/..%2f..%2f"_s + outside.section(u'/', -2));
    row("overlong dots", u"/blog/%c0%ae%c0%ae/%c0%ae%c0%ae/etc/passwd"_s);
    row("absolute", u"/blog/"_s + outside);
    row("absolute from the top", u"/"_s + outside);
    row("absolute, encoded", u"/blog/%2f"_s + outside.mid(1).replace(u'/', u"%2f"_s));
    row("absolute beside the post", u"/blog/posts/x/"_s + outside);
    row("NUL", u"/blog/robots-extra.txt%00.png"_s);
    row("NUL in front", u"/blog/%00/etc/passwd"_s);
    row("line break", u"/blog/robots-extra.txt%0a"_s);
    row("dot at the end", u"/blog/robots-extra.txt/."_s + u"/x"_s);
    row("a folder", u"/blog/deep/er/"_s);
    row("a folder without a slash", u"/blog/deep/er"_s);
    row("a resource of the program", u"/blog/:/theme/base.html"_s);
    row("very long", u"/blog/"_s + QString(20000, u'a'));
    QTest::newRow("another host") << u"quillway-site://etc/passwd"_s;
    QTest::newRow("a host that is a path") << u"quillway-site://../blog/robots-extra.txt"_s;
    QTest::newRow("no host") << u"quillway-site:///blog/robots-extra.txt"_s;
}

void TestSiteScheme::refuses()
{
    QFETCH(const QString, url);
    const auto text = fetch(QUrl(url));
    QVERIFY2(!text, qPrintable(text.value_or(QString())));
}

void TestSiteScheme::servesNothingWithoutASite()
{
    m_handler->setPage(u"/blog/posts/x/"_s, "<p>the page</p>", nullptr);
    QVERIFY(!fetch(u"/blog/robots-extra.txt"_s));
    QVERIFY(fetch(u"/blog/posts/x/"_s));
    m_handler->setPage({}, {}, nullptr);
    QVERIFY(!fetch(u"/blog/posts/x/"_s));
    m_handler->setPage(u"/blog/posts/x/"_s, "<p>the page</p>", m_publication);
}

/// Whatever the page says, its frame has no scripts and no forms.
void TestSiteScheme::servesOnlyToBeRead()
{
    m_handler->setPage(u"/blog/posts/x/"_s, "<title>untouched</title><script>document.title = 'ran'</script>", m_publication);
    QVERIFY(fetch(u"/blog/posts/x/"_s));
    QCOMPARE(m_page->title(), u"untouched"_s);
    m_handler->setPolicy({});
    QVERIFY(fetch(u"/blog/posts/x/"_s));
    QTRY_COMPARE(m_page->title(), u"ran"_s); // so it is the policy that held it
    m_handler->setPolicy(contentPolicy());
}

int main(int argc, char **argv)
{
    return quillway::test::runPreviewTest<TestSiteScheme>(argc, argv);
}

#include "tst_site_scheme.moc"
