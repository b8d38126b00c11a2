// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/native_file_system.h"
#include "core/serve/file_answer.h"
#include "support/site_folder.h"

#include <QTest>

using namespace quillway;
using namespace quillway::serve;
using namespace Qt::StringLiterals;

namespace {

const QByteArray addition = "<script></script>";

class Desk
{
public:
    Desk()
    {
        folder.write(u"outside.txt"_s, "secret");
        folder.write(u"site/index.html"_s, "<body>home</body>");
        folder.write(u"site/posts/a/index.html"_s, "<body>a</body>");
        folder.write(u"site/posts/a/grüße.txt"_s, "0123456789");
        folder.write(u"site/404.html"_s, "<body>nothing here</body>");
        folder.write(u"site/.well-known/x.txt"_s, "known");
        QFile::link(folder.path(u"outside.txt"_s), folder.path(u"site/link.txt"_s));
        QDir(folder.path()).mkpath(u"site/empty"_s);
    }

    [[nodiscard]] HttpAnswer ask(const QByteArray &path, const QList<std::pair<QByteArray, QByteArray>> &headers = {},
                                 const QByteArray &method = "GET") const
    {
        HttpRequest request { .method = method, .path = path, .query = {}, .host = "localhost", .headers = {} };
        for (const auto &[name, value] : headers)
            request.headers.insert(name, value);
        return SiteFolderAnswers(files, folder.path(u"site"_s), addition).answerTo(request);
    }

    /// What would be sent.
    [[nodiscard]] QByteArray bodyOf(const HttpAnswer &answer) const
    {
        return answer.path.isEmpty() ? answer.body : *files.readPart(answer.path, answer.range.first, answer.range.length);
    }

    test::SiteFolder folder;
    NativeFileSystem files;
};

} // namespace

class TestFileAnswer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWhatAnAddressMeans_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body"); // empty: of no matter
        const auto row = [](const char *name, const QByteArray &path, int status, const QByteArray &type, const QByteArray &body) {
            QTest::newRow(name) << path << status << type << body;
        };
        const QByteArray html = "text/html; charset=utf-8";
        row("the first page", "/", 200, html, "<body>home<script></script></body>");
        row("a folder's page", "/posts/a/", 200, html, "<body>a<script></script></body>");
        row("the same by its file", "/posts/a/index.html", 200, html, "<body>a<script></script></body>");
        row("a text, percent-encoded", "/posts/a/gr%C3%BC%C3%9Fe.txt", 200, "text/plain; charset=utf-8", "0123456789");
        row("hidden, as the web has it", "/.well-known/x.txt", 200, "text/plain; charset=utf-8", "known");
        row("nothing", "/nothing/", 404, html, "<body>nothing here<script></script></body>");
        row("a file with a slash", "/index.html/", 404, html, {});
        row("a folder without a page", "/empty/", 404, html, {});
        row("up and out", "/../outside.txt", 400, html, {});
        row("up and out, encoded", "/%2e%2e/outside.txt", 400, html, {});
        row("up and in again", "/posts/../index.html", 400, html, {});
        row("encoded slash", "/posts%2Fa/", 400, html, {});
        row("encoded slash, out", "/..%2foutside.txt", 400, html, {});
        row("backslash", "/posts\\a/", 400, html, {});
        row("encoded backslash", "/..%5coutside.txt", 400, html, {});
        row("NUL", "/index.html%00.txt", 400, html, {});
        row("line feed", "/index%0a.html", 400, html, {});
        row("half an escape", "/%2", 400, html, {});
        row("no escape", "/%zz", 400, html, {});
        row("an escape with a sign", "/%+1", 400, html, {});
        row("not UTF-8", "/%ff", 400, html, {});
        row("empty parts", "//posts//a/", 400, html, {});
        row("an absolute path", "//etc/passwd", 400, html, {});
        row("a link that leads out", "/link.txt", 404, html, {});
    }
    void findsWhatAnAddressMeans()
    {
        QFETCH(const QByteArray, path);
        QFETCH(const QByteArray, body);
        const Desk desk;
        const HttpAnswer answer = desk.ask(path);
        QTEST(int(answer.status), "status");
        QTEST(answer.header("Content-Type"), "type");
        if (!body.isEmpty())
            QCOMPARE(desk.bodyOf(answer), body);
        QVERIFY(!desk.bodyOf(answer).contains("secret"));
    }

    void aFolderWithoutItsSlashLeadsToIt()
    {
        const HttpAnswer answer = Desk().ask("/posts/a");
        QCOMPARE(answer.status, HttpStatus::MovedPermanently);
        QCOMPARE(answer.header("Location"), "/posts/a/");
    }

    void partsOfFilesAndPages()
    {
        const Desk desk;
        const HttpAnswer file = desk.ask("/posts/a/gr%C3%BC%C3%9Fe.txt", { { "range", "bytes=2-4" } });
        QCOMPARE(file.status, HttpStatus::PartialContent);
        QCOMPARE(file.header("Content-Range"), "bytes 2-4/10");
        QCOMPARE(desk.bodyOf(file), "234");
        const HttpAnswer page = desk.ask("/", { { "range", "bytes=-7" } });
        QCOMPARE(page.header("Content-Range"), "bytes 27-33/34");
        QCOMPARE(desk.bodyOf(page), "</body>");
        const HttpAnswer beyond = desk.ask("/posts/a/gr%C3%BC%C3%9Fe.txt", { { "range", "bytes=10-" } });
        QCOMPARE(beyond.status, HttpStatus::RangeNotSatisfiable);
        QCOMPARE(beyond.header("Content-Range"), "bytes */10");
    }

    void whatIsKnownIsNotSentAgain()
    {
        const Desk desk;
        const QByteArray tag = desk.ask("/").header("ETag");
        QVERIFY(!tag.isEmpty());
        for (const QByteArray &known : { tag, QByteArray("W/" + tag), QByteArray("\"x\", " + tag), QByteArray("*") }) {
            const HttpAnswer again = desk.ask("/", { { "if-none-match", known } });
            QCOMPARE(again.status, HttpStatus::NotModified);
            QCOMPARE(again.header("ETag"), tag);
        }
        QCOMPARE(desk.ask("/", { { "if-range", "\"old\"" }, { "range", "bytes=0-1" } }).status, HttpStatus::Ok);
        QCOMPARE(desk.ask("/", { { "if-range", tag }, { "range", "bytes=0-1" } }).status, HttpStatus::PartialContent);
        desk.folder.write(u"site/index.html"_s, "<body>new!</body>");
        QCOMPARE(desk.ask("/", { { "if-none-match", tag } }).status, HttpStatus::Ok);
    }

    void onlyReads()
    {
        const HttpAnswer answer = Desk().ask("/", {}, "POST");
        QCOMPARE(answer.status, HttpStatus::MethodNotAllowed);
        QCOMPARE(answer.header("Allow"), "GET, HEAD");
    }
};

QTEST_GUILESS_MAIN(TestFileAnswer)
#include "tst_file_answer.moc"
