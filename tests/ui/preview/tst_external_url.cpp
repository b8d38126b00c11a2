// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preview/external_url.h"

#include <QTest>

using namespace Qt::StringLiterals;
using quillway::ui::externalUrlFor;

/// What a click in the preview may hand to the desktop.
class TestExternalUrl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void letsThrough_data();
    void letsThrough();
    void refuses_data();
    void refuses();
    void refusesWhatIsTooLong();
};

void TestExternalUrl::letsThrough_data()
{
    QTest::addColumn<QString>("link");
    QTest::addColumn<QString>("handedOn");

    const auto row = [](const char *name, const char *link, const char *handedOn = nullptr) {
        QTest::newRow(name) << QString::fromUtf8(link) << QString::fromUtf8(handedOn ? handedOn : link);
    };
    row("https", "https://example.org/");
    row("http", "http://example.org/a/b.html");
    row("capitals in the scheme", "HTTPS://example.org/", "https://example.org/");
    row("port, query, fragment", "https://example.org:8443/search?q=a%20b&r=1#part-2");
    row("percent-encoded path", "https://example.org/gr%C3%B6%C3%9Fe/%2F%3Fx");
    row("international host", "https://b\xc3\xbc\x63her.example/", "https://xn--bcher-kva.example/");
    row("IP address", "http://192.0.2.1/");
    row("IPv6 address", "http://[2001:db8::1]/");
    row("javascript in the query is text", "https://example.org/?u=javascript:alert(1)");
    row("mail", "mailto:ann@example.org");
    row("mail with subject and body", "mailto:ann@example.org?subject=Hello%20there&body=One%0D%0ATwo");
    row("mail to two", "mailto:ann@example.org,bob@example.org");
    row("mail that would attach a file", "mailto:ann@example.org?attach=/etc/passwd&subject=x", "mailto:ann@example.org?subject=x");
    row("mail that would attach, other name", "mailto:ann@example.org?Attachment=file:///etc/passwd", "mailto:ann@example.org");
    row("mail with a hidden header", "mailto:ann@example.org?subject=x%0D%0ABcc:eve@example.org", "mailto:ann@example.org");
    row("mail with a hidden recipient", "mailto:ann@example.org?bcc=eve@example.org", "mailto:ann@example.org");
}

void TestExternalUrl::letsThrough()
{
    QFETCH(const QString, link);
    QFETCH(const QString, handedOn);
    const auto url = externalUrlFor(QUrl(link));
    QVERIFY(url);
    QCOMPARE(url->toString(QUrl::FullyEncoded), handedOn);
}

void TestExternalUrl::refuses_data()
{
    QTest::addColumn<QString>("link");

    const auto row = [](const char *name, const char *link) { QTest::newRow(name) << QString::fromUtf8(link); };
    row("nothing", "");
    row("javascript", "javascript:alert(1)");
    row("javascript in capitals", "JaVaScRiPt:alert(1)");
    row("javascript with slashes", "javascript://example.org/%0Aalert(1)");
    row("vbscript", "vbscript:msgbox(1)");
    row("data", "data:text/html,<script>alert(1)</script>");
    row("blob", "blob:https://example.org/1");
    row("file", "file:///etc/passwd");
    row("file on a server", "file://server/share/x.exe");
    row("Windows share", "smb://server/share");
    row("desktop file by path", "/usr/share/applications/x.desktop");
    row("UNC path", "\\\\server\\share");
    row("relative", "posts/x/");
    row("without a scheme", "//example.org/");
    row("own scheme", "quillway-site://site/posts/x/");
    row("ftp", "ftp://example.org/");
    row("ssh with an option for a host", "ssh://-oProxyCommand=x/");
    row("about", "about:blank");
    row("chrome", "chrome://gpu");
    row("devtools", "devtools://devtools/bundled/inspector.html");
    row("qrc", "qrc:/qtwebchannel/qwebchannel.js");
    row("view-source", "view-source:https://example.org/");
    row("intent", "intent://example.org/#Intent;end");
    row("program's own scheme", "vscode://file/etc/passwd");
    row("search-ms", "search-ms:query=x");
    row("tel", "tel:+123");
    row("http without host", "http:///etc/passwd");
    row("https with an empty host and a port", "https://:80/");
    row("another host before the host", "https://example.org@192.0.2.1/");
    row("user and password", "https://ann:secret@example.org/");
    row("mail to nobody", "mailto:");
    row("mail without an address", "mailto:?subject=x");
    row("mail address with a line break", "mailto:ann@example.org%0D%0ABcc:eve@example.org");
    row("mail with a host", "mailto://example.org/ann@example.org");
    row("blank in front", " https:");
    row("control character in the host", "https://exa\x01mple.org/");
}

void TestExternalUrl::refuses()
{
    QFETCH(const QString, link);
    QVERIFY(!externalUrlFor(QUrl(link, QUrl::StrictMode)));
    QVERIFY(!externalUrlFor(QUrl(link, QUrl::TolerantMode)));
}

void TestExternalUrl::refusesWhatIsTooLong()
{
    QVERIFY(externalUrlFor(QUrl(u"https://example.org/"_s + QString(8000, u'x'))));
    QVERIFY(!externalUrlFor(QUrl(u"https://example.org/"_s + QString(9000, u'x'))));
}

QTEST_APPLESS_MAIN(TestExternalUrl)
#include "tst_external_url.moc"
