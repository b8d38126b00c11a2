// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview_driver.h"
#include "preview_main.h"
#include "ui/preview/remote_media.h"

#include <QBuffer>
#include <QImage>
#include <QProcess>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QSslSocket>
#include <QTemporaryDir>

#include <tuple>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::ui;
using quillway::test::PreviewDriver;

namespace {

constexpr int patience = 20'000; // milliseconds

QByteArray picture()
{
    QImage image(4, 3, QImage::Format_RGB32);
    image.fill(Qt::red);
    QByteArray png;
    QBuffer buffer(&png);
    image.save(&buffer, "PNG");
    return png;
}

QByteArray answer(const QByteArray &status, const QByteArray &head, const QByteArray &body = {})
{
    return "HTTP/1.1 " + status + "\r\n" + head + "Content-Length: " + QByteArray::number(body.size()) + "\r\nConnection: close\r\n\r\n"
        + body;
}

/// A site on https that notes what it is asked for.
class MediaServer
{
public:
    /// Makes itself a certificate, which this program trusts from then on.
    [[nodiscard]] bool start()
    {
        const QString key = m_folder.filePath(u"key.pem"_s);
        const QString certificate = m_folder.filePath(u"certificate.pem"_s);
        if (QProcess::execute(u"openssl"_s,
                              { u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-days"_s, u"2"_s, u"-subj"_s,
                                u"/CN=test"_s, u"-addext"_s, u"subjectAltName=IP:127.0.0.1"_s, u"-keyout"_s, key, u"-out"_s, certificate })
            != 0)
            return false;
        const QList<QSslCertificate> made = QSslCertificate::fromPath(certificate);
        QFile keyFile(key);
        if (made.isEmpty() || !keyFile.open(QIODevice::ReadOnly))
            return false;
        QSslConfiguration own = QSslConfiguration::defaultConfiguration();
        own.setLocalCertificate(made.first());
        own.setPrivateKey(QSslKey(&keyFile, QSsl::Rsa));
        m_server.setSslConfiguration(own);
        QSslConfiguration trusting = QSslConfiguration::defaultConfiguration();
        trusting.addCaCertificate(made.first());
        QSslConfiguration::setDefaultConfiguration(trusting);
        QObject::connect(&m_server, &QTcpServer::pendingConnectionAvailable, &m_server, [this] {
            while (QTcpSocket *socket = m_server.nextPendingConnection())
                serve(socket);
        });
        return m_server.listen(QHostAddress::LocalHost);
    }

    [[nodiscard]] QByteArray url(const QByteArray &path) const
    {
        return "https://127.0.0.1:" + QByteArray::number(m_server.serverPort()) + path;
    }
    [[nodiscard]] QByteArray host() const { return "127.0.0.1:" + QByteArray::number(m_server.serverPort()); }

    QList<QByteArray> asked; ///< paths
    QByteArray heads; ///< of all requests
    QByteArray elsewhere; ///< where /away leads to

private:
    void serve(QTcpSocket *socket)
    {
        QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        const auto read = [this, socket, head = std::make_shared<QByteArray>()] {
            *head += socket->readAll();
            if (!head->endsWith("\r\n\r\n"))
                return;
            heads += *head;
            const QByteArray path = head->split(' ').value(1);
            asked.append(path);
            socket->write(answerTo(path));
            socket->disconnectFromHost();
        };
        QObject::connect(socket, &QTcpSocket::readyRead, socket, read);
        if (socket->bytesAvailable() > 0)
            read();
    }

    [[nodiscard]] QByteArray answerTo(const QByteArray &path) const
    {
        if (path.startsWith("/away"))
            return answer("302 Found", "Location: " + elsewhere + "\r\n");
        if (path.startsWith("/no-picture"))
            return answer("200 OK", "Content-Type: text/html\r\n", "<p>words");
        if (path.startsWith("/missing"))
            return answer("404 Not Found", "Content-Type: image/png\r\n", picture());
        return answer("200 OK", "Content-Type: image/png\r\nSet-Cookie: a=b\r\n", picture());
    }

    QTemporaryDir m_folder;
    QSslServer m_server;
};

} // namespace

/// Pictures, sound and film of other sites in the preview: not a byte goes out before the user allows it, and then for those alone, over https.
class TestRemoteMedia : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_server.start()); }
    void init()
    {
        m_server.asked.clear();
        m_server.heads.clear();
    }

    void readsAddresses_data();
    void readsAddresses();
    void asksForNothingUnlessAllowed();
    void showsWhatIsAllowed_data();
    void showsWhatIsAllowed();
    void showsWhatIsTypedLater();
    void tellsNothingOfTheReader();
    void stopsWhenTakenBack();
    void anotherSiteIsNotAllowed();
    void countsWhatTheReaderWouldSee_data();
    void countsWhatTheReaderWouldSee();
    void showsNothingElse_data();
    void showsNothingElse();
    void asksForNothingElse_data();
    void asksForNothingElse();

private:
    /// In %1's place: the address of a path of the server.
    [[nodiscard]] QByteArray withAddresses(QByteArray text) const
    {
        return text.replace("HTTPS", "https://" + m_server.host()).replace("HOST", m_server.host());
    }
    [[nodiscard]] static int countShown(const PreviewDriver &preview)
    {
        return preview
            .evaluate(u"[...document.querySelectorAll('.post-body img')].filter(i => i.complete && i.naturalWidth === 4).length"_s)
            .toInt();
    }

    MediaServer m_server;
};

void TestRemoteMedia::readsAddresses_data()
{
    QTest::addColumn<QString>("request");
    QTest::addColumn<QString>("target");

    const auto row = [](const char *name, const QString &address, const QString &target) {
        QTest::newRow(name) << u"quillway-site://remote/"_s + QString::fromLatin1(QUrl::toPercentEncoding(address)) << target;
    };
    row("a picture", u"https://example.org/a/b.png"_s, u"https://example.org/a/b.png"_s);
    row("with a query", u"https://example.org/a?b=c&d=%20%2F"_s, u"https://example.org/a?b=c&d=%20%2F"_s);
    row("with a port", u"https://example.org:8443/a"_s, u"https://example.org:8443/a"_s);
    row("with a fragment", u"https://example.org/a.svg#b"_s, u"https://example.org/a.svg"_s);
    row("http becomes https", u"http://example.org/a"_s, u"https://example.org/a"_s);
    row("http with its port", u"http://example.org:80/a"_s, u"https://example.org/a"_s);
    row("a name in letters of its own", u"https://xn--bcher-kva.example/a"_s, u"https://b\u00fccher.example/a"_s);
    row("a user", u"https://ann@example.org/a"_s, {});
    row("a user and a password", u"https://ann:x@example.org/a"_s, {});
    row("no host", u"https:///a"_s, {});
    row("a file", u"file:///etc/passwd"_s, {});
    row("ftp", u"ftp://example.org/a"_s, {});
    row("the own scheme", u"quillway-site://site/a"_s, {});
    row("data", u"data:image/png,a"_s, {});
    row("no address", u"a b"_s, {});
    row("a line break", u"https://example.org/a\r\nb"_s, {});
    row("nothing", {}, {});
    row("endless", u"https://example.org/"_s + QString(9000, u'a'), {});
    QTest::newRow("the site's own host") << u"quillway-site://site/https%3A%2F%2Fexample.org%2Fa"_s << QString();
    QTest::newRow("another scheme") << u"https://remote/https%3A%2F%2Fexample.org%2Fa"_s << QString();
}

void TestRemoteMedia::readsAddresses()
{
    QFETCH(const QString, request);
    QFETCH(const QString, target);
    const auto read = remoteMediaTarget(QUrl(request));
    QCOMPARE(read.value_or(QUrl()), QUrl(target));
}

void TestRemoteMedia::asksForNothingUnlessAllowed()
{
    PreviewDriver preview;
    QSignalSpy counted(&preview.view, &PreviewView::remoteMediaCounted);
    QVERIFY(preview.showBody(withAddresses(
        "![a](HTTPS/a.png)\n\n<img srcset=\"HTTPS/b.png 2x\">\n\n<video src=\"HTTPS/c.mp4\" poster=\"HTTPS/d.png\"></video>\n\n"
        "<img src=\"quillway-site://remote/https%3A%2F%2FHOST%2Fe.png\">\n")));
    QCOMPARE(counted.value(0).value(0).toInt(), 4);
    QVERIFY(preview.showBody(withAddresses("![a](HTTPS/a.png) typed\n\n![f](HTTPS/f.png)\n")));
    QTRY_COMPARE(counted.last().value(0).toInt(), 2);
    QTest::qWait(500);
    QCOMPARE(m_server.asked, QList<QByteArray>());
    QCOMPARE(countShown(preview), 0);
}

void TestRemoteMedia::showsWhatIsAllowed_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("a picture") << "![a](HTTPS/a.png)"_ba;
    QTest::newRow("http, asked for over https") << "![a](http://HOST/a.png)"_ba;
    QTest::newRow("without a scheme") << "<img src=\"//HOST/a.png\">"_ba;
    QTest::newRow("candidates") << "<img srcset=\"HTTPS/a.png 1x, HTTPS/b.png 2x\">"_ba;
    QTest::newRow("picture") << "<picture><source srcset=\"HTTPS/a.png\"><img src=\"HTTPS/b.png\"></picture>"_ba;
    QTest::newRow("beside one of the site") << "![no](/assets/none.png) ![a](HTTPS/a.png)"_ba;
    QTest::newRow("with a query") << "![a](HTTPS/a.png?b=c&d=%20)"_ba;
    QTest::newRow("by a redirect") << "![a](HTTPS/away.png)"_ba;
}

void TestRemoteMedia::showsWhatIsAllowed()
{
    QFETCH(const QByteArray, text);
    m_server.elsewhere = m_server.url("/there.png");
    PreviewDriver preview;
    QVERIFY(preview.showBody(withAddresses(text)));
    QCOMPARE(countShown(preview), 0);
    preview.view.setRemoteMediaAllowed(true);
    QTRY_COMPARE_WITH_TIMEOUT(countShown(preview), 1, patience);
    QVERIFY(!m_server.asked.isEmpty());
    // And where it was allowed before.
    QVERIFY(preview.show(withAddresses(text), u"posts/another.md"_s));
    QTRY_COMPARE_WITH_TIMEOUT(countShown(preview), 1, patience);
}

void TestRemoteMedia::showsWhatIsTypedLater()
{
    PreviewDriver preview;
    preview.load();
    preview.view.setRemoteMediaAllowed(true);
    QVERIFY(preview.showBody("one\n"));
    QVERIFY(preview.showBody(withAddresses("one\n\n![a](HTTPS/typed.png)\n")));
    QTRY_COMPARE_WITH_TIMEOUT(countShown(preview), 1, patience);
    std::ignore = preview.evaluate(u"document.querySelector('.post-body img').mark = 1"_s);
    QVERIFY(preview.showBody(withAddresses("one and more\n\n![a](HTTPS/typed.png)\n\nmore\n")));
    QCOMPARE(countShown(preview), 1);
    QVERIFY(preview.evaluate(u"document.querySelector('.post-body img').mark === 1"_s).toBool()); // the same picture, which did not flicker
    QCOMPARE(m_server.asked.count("/typed.png"), 1);
}

void TestRemoteMedia::tellsNothingOfTheReader()
{
    PreviewDriver preview;
    QVERIFY(preview.showBody(withAddresses("![a](HTTPS/first.png)\n")));
    preview.view.setRemoteMediaAllowed(true);
    QTRY_COMPARE_WITH_TIMEOUT(countShown(preview), 1, patience);
    QVERIFY(preview.showBody(withAddresses("![a](HTTPS/second.png)\n")));
    QTRY_VERIFY_WITH_TIMEOUT(m_server.asked.contains("/second.png"), patience);
    const QByteArray heads = m_server.heads.toLower();
    for (const char *told : { "cookie:", "referer:", "origin:", "authorization:", "shown" })
        QVERIFY2(!heads.contains(told), told);
}

void TestRemoteMedia::stopsWhenTakenBack()
{
    PreviewDriver preview;
    QVERIFY(preview.showBody(withAddresses("![a](HTTPS/a.png)\n")));
    preview.view.setRemoteMediaAllowed(true);
    QTRY_COMPARE_WITH_TIMEOUT(countShown(preview), 1, patience);
    QSignalSpy shown(&preview.view, &PreviewView::shown);
    preview.view.setRemoteMediaAllowed(false);
    QVERIFY(shown.wait(patience));
    QCOMPARE(countShown(preview), 0);
    const auto asked = m_server.asked.size();
    QVERIFY(preview.showBody(withAddresses("![a](HTTPS/a.png)\n\n![b](HTTPS/b.png)\n")));
    QTest::qWait(300);
    QCOMPARE(m_server.asked.size(), asked);
    QCOMPARE(countShown(preview), 0);
}

void TestRemoteMedia::anotherSiteIsNotAllowed()
{
    PreviewDriver preview;
    PreviewDriver other;
    other.load();
    preview.load();
    preview.view.setRemoteMediaAllowed(true);
    preview.load();
    QVERIFY(preview.view.isRemoteMediaAllowed()); // the same site, changed
    preview.view.setSite(other.site);
    QVERIFY(!preview.view.isRemoteMediaAllowed());
}

void TestRemoteMedia::countsWhatTheReaderWouldSee_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("count");
    const auto row = [](const char *name, const char *text, int count) { QTest::newRow(name) << QByteArray(text) << count; };
    row("none", "text", 0);
    row("one of the site", "![a](/assets/a.png)", 0);
    row("data", "![a](data:image/png;base64,AAAA)", 0);
    row("a link is none", "[a](https://example.org/a.png)", 0);
    row("one", "![a](https://example.org/a.png)", 1);
    row("the same twice", "![a](https://example.org/a.png) ![a](https://example.org/a.png)", 2);
    row("a picture with sources is one",
        "<picture><source srcset=\"https://example.org/a.webp\"><img src=\"https://example.org/a.png\"></picture>", 1);
    row("a film with two sources is one",
        "<video><source src=\"https://example.org/a.mp4\"><source src=\"https://example.org/a.webm\"></video>", 1);
    row("sound", "<audio src=\"https://example.org/a.mp3\"></audio>", 1);
    row("over http", "![a](http://example.org/a.png)", 1);
}

void TestRemoteMedia::countsWhatTheReaderWouldSee()
{
    QFETCH(const QByteArray, text);
    QFETCH(const int, count);
    PreviewDriver preview;
    QSignalSpy counted(&preview.view, &PreviewView::remoteMediaCounted);
    QVERIFY(preview.showBody(text));
    QCOMPARE(counted.value(0).value(0).toInt(), count);
}

void TestRemoteMedia::showsNothingElse_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("what is no picture") << "![a](HTTPS/no-picture.png)"_ba;
    QTest::newRow("what is not there") << "![a](HTTPS/missing.png)"_ba;
    QTest::newRow("a redirect to http") << "![a](HTTPS/away.png)"_ba;
}

void TestRemoteMedia::showsNothingElse()
{
    QFETCH(const QByteArray, text);
    QTcpServer plain;
    QVERIFY(plain.listen(QHostAddress::LocalHost));
    int connections = 0;
    connect(&plain, &QTcpServer::newConnection, this, [&] { ++connections; });
    m_server.elsewhere = "http://127.0.0.1:" + QByteArray::number(plain.serverPort()) + "/a.png";
    PreviewDriver preview;
    QVERIFY(preview.showBody(withAddresses(text)));
    preview.view.setRemoteMediaAllowed(true);
    QTRY_COMPARE_WITH_TIMEOUT(m_server.asked.size(), 1, patience);
    QTest::qWait(300);
    QCOMPARE(countShown(preview), 0);
    QCOMPARE(connections, 0);
}

void TestRemoteMedia::asksForNothingElse_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("script") << "<script src=\"HTTPS/a.js\"></script>"_ba;
    QTest::newRow("style sheet") << "<link rel=\"stylesheet\" href=\"HTTPS/a.css\">"_ba;
    QTest::newRow("import of a style sheet") << "<style>@import url(HTTPS/a.css);</style>"_ba;
    QTest::newRow("font") << "<style>@font-face { font-family: x; src: url(HTTPS/a.woff2) } p { font-family: x }</style>\n\ntext"_ba;
    QTest::newRow("background") << "<p style=\"background: url(HTTPS/a.png)\">x</p>"_ba;
    QTest::newRow("frame") << "<iframe src=\"HTTPS/a.html\"></iframe>"_ba;
    QTest::newRow("object") << "<object data=\"HTTPS/a.svg\"></object><embed src=\"HTTPS/a.svg\">"_ba;
    QTest::newRow("connection ahead") << "<link rel=\"preconnect\" href=\"HTTPS\"><link rel=\"preload\" as=\"image\" href=\"HTTPS/a.png\">"_ba;
    QTest::newRow("ping") << "<a href=\"#x\" ping=\"HTTPS/ping\">x</a>"_ba;
    QTest::newRow("refresh") << "<meta http-equiv=\"refresh\" content=\"0; url=HTTPS/a.html\">"_ba;
    QTest::newRow("text of a film") << "<video><track default src=\"HTTPS/a.vtt\"></video>"_ba;
    QTest::newRow("frame by the served address") << "<iframe src=\"quillway-site://remote/https%3A%2F%2FHOST%2Fa.png\"></iframe>"_ba;
    QTest::newRow("script by the served address") << "<script src=\"quillway-site://remote/https%3A%2F%2FHOST%2Fa.js\"></script>"_ba;
}

void TestRemoteMedia::asksForNothingElse()
{
    QFETCH(const QByteArray, text);
    PreviewDriver preview;
    preview.load();
    preview.view.setRemoteMediaAllowed(true);
    QVERIFY(preview.showBody(withAddresses(text)));
    QTest::qWait(200);
    QVERIFY(preview.showBody(withAddresses(text + "\n\nmore\n")));
    QTest::qWait(200);
    QCOMPARE(m_server.asked, QList<QByteArray>());
    QCOMPARE(preview.page()->url().scheme(), u"quillway-site"_s);
}

int main(int argc, char **argv)
{
    return quillway::test::runPreviewTest<TestRemoteMedia>(argc, argv);
}

#include "tst_remote_media.moc"
