// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview_driver.h"
#include "preview_main.h"
#include "ui/preview/content_page.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QWebEngineProfile>
#include <QWebEngineSettings>

#include <tuple>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::ui;
using quillway::test::PreviewDriver;

/// Texts that try to act, in the real preview: loaded as a page, typed into one, and with every element clicked. The last tests show that they do act where the
/// preview's walls are taken down, and that so the others could fail.
class TestPreviewInjections : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void nothingRuns_data();
    void nothingRuns();
    void nothingRunsOfForeignCases();
    void nothingWasSent();

    void policyAloneHolds();
    void settingAloneHolds();
    void manyRunWithoutWalls();
    void bridgeIsInTheScriptsWorldOnly();

private:
    struct Case {
        QByteArray name;
        QByteArray text;
    };

    [[nodiscard]] QList<Case> readCases(const QString &file) const;
    [[nodiscard]] bool showNext(PreviewDriver &preview, const QByteArray &text);
    [[nodiscard]] QByteArray traceOf(PreviewDriver &preview) const;
    [[nodiscard]] int countRunning(const QByteArray &policy, bool scripts);

    static void provoke(const PreviewDriver &preview);
    void watchRequests();
    void noteRefused(const QUrl &url) { m_refused.append(url); }

    QTcpServer m_server;
    int m_connections = 0;
    QList<Case> m_cases;
    std::unique_ptr<PreviewDriver> m_preview;
    QList<QUrl> m_refused;
    int m_shows = 0;
};

void TestPreviewInjections::initTestCase()
{
    QVERIFY(m_server.listen(QHostAddress::LocalHost));
    connect(&m_server, &QTcpServer::newConnection, this, [this] { ++m_connections; });
    m_cases = readCases(QStringLiteral(QUILLWAY_TEST_DATA "/injections.txt"));
    QVERIFY2(m_cases.size() >= 150, QByteArray::number(m_cases.size()));

    m_preview = std::make_unique<PreviewDriver>();
    m_preview->folder.write(u"assets/attack.js"_s, "document.documentElement.setAttribute('data-ran', 1)");
    QVERIFY(m_preview->showBody("nothing yet"));
}

QList<TestPreviewInjections::Case> TestPreviewInjections::readCases(const QString &file) const
{
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly))
        return {};
    const QByteArray host = "127.0.0.1:" + QByteArray::number(m_server.serverPort());
    QByteArray text = "\n" + source.readAll();
    text.replace("RAN", "document.documentElement.setAttribute(/data-ran/.source,1)").replace("HOST", host);
    QList<Case> cases;
    for (qsizetype at = text.indexOf("\n=== "); at >= 0;) {
        const qsizetype end = text.indexOf('\n', at + 1);
        const qsizetype next = text.indexOf("\n=== ", end);
        cases.append({ text.sliced(at + 5, end - at - 5), text.sliced(end + 1, (next < 0 ? text.size() : next + 1) - end - 1) });
        at = next;
    }
    return cases;
}

/// Shows a text in the way that changes the page, or in the way that loads one, in turn. False if it has no page.
bool TestPreviewInjections::showNext(PreviewDriver &preview, const QByteArray &text)
{
    const bool isFile = text.startsWith("---") || text.startsWith("+++") || text.startsWith("{ \"");
    const QByteArray whole = isFile ? text : "---\ntitle: Shown\ndate: 2024-02-03\n---\n" + text;
    QSignalSpy failed(&preview.view, &PreviewView::noticeChanged);
    QSignalSpy shown(&preview.view, &PreviewView::shown);
    preview.view.showText(SitePath::literal(m_shows % 2 ? u"posts/shown.md" : u"posts/again.md"), whole);
    return QTest::qWaitFor([&] { return !shown.isEmpty() || !failed.isEmpty(); }, 10000) && !shown.isEmpty();
}

/// Does to every element what a reader could do, and more.
void TestPreviewInjections::provoke(const PreviewDriver &preview)
{
    std::ignore = preview.evaluate(uR"(
        for (const element of [...document.querySelectorAll('*')]) {
            for (const kind of ['click', 'dblclick', 'mouseover', 'mouseenter', 'mousedown', 'pointerenter', 'focus', 'input', 'beforeinput', 'keydown',
                     'keypress', 'keyup', 'copy', 'cut', 'paste', 'drop', 'dragstart', 'dragover', 'wheel', 'scroll', 'contextmenu', 'auxclick', 'toggle',
                     'error', 'load', 'animationstart', 'transitionend', 'submit', 'selectstart'])
                element.dispatchEvent(new Event(kind, { bubbles: false, cancelable: true }));
            try { HTMLElement.prototype.click.call(element); } catch {}
            try { HTMLElement.prototype.focus.call(element); } catch {}
            if (element.localName === 'a')
                element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
        }
    )"_s);
}

/// What a script left behind, or a page that went elsewhere; empty if all is well.
QByteArray TestPreviewInjections::traceOf(PreviewDriver &preview) const
{
    QTest::qWait(40);
    const QUrl url = preview.page()->url();
    if (url.scheme() != u"quillway-site")
        return "went to " + url.toEncoded();
    const auto marked = preview.evaluate(u"document.documentElement.hasAttribute('data-ran')"_s);
    if (!marked.isValid())
        return "the content script's world is gone";
    if (marked.toBool())
        return "ran";
    if (!m_refused.isEmpty())
        return "asked for " + m_refused.first().toEncoded();
    return {};
}

void TestPreviewInjections::watchRequests()
{
    for (auto *guard : m_preview->view.findChildren<RequestGuard *>())
        connect(guard, &RequestGuard::refused, this, &TestPreviewInjections::noteRefused, Qt::UniqueConnection);
}

void TestPreviewInjections::nothingRuns_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const Case &one : std::as_const(m_cases))
        QTest::newRow(one.name.constData()) << one.text;
}

void TestPreviewInjections::nothingRuns()
{
    QFETCH(const QByteArray, text);
    m_refused.clear();
    QSignalSpy left(&m_preview->view, &PreviewView::externalLink);
    for (const bool isLoaded : { true, false }) {
        if (isLoaded)
            ++m_shows; // another file's page is loaded
        else
            QVERIFY(showNext(*m_preview, "harmless"));
        if (!m_preview->page())
            QVERIFY(showNext(*m_preview, "harmless"));
        watchRequests();
        if (!showNext(*m_preview, text)) {
            QCOMPARE(m_preview->view.notice().kind, PreviewNotice::Kind::Failed);
            return;
        }
        provoke(*m_preview);
        QCOMPARE(traceOf(*m_preview), QByteArray());
    }
    QCOMPARE(left.size(), 0); // nobody clicked who is somebody
    QCOMPARE(m_connections, 0);
}

/// Cases of another program's tests, if their file is named by the environment: separated by lines with a dot.
void TestPreviewInjections::nothingRunsOfForeignCases()
{
    QFile file(qEnvironmentVariable("QUILLWAY_XSS_CASES"));
    if (!file.open(QIODevice::ReadOnly))
        QSKIP("QUILLWAY_XSS_CASES names no file");
    const QByteArray all = file.readAll().replace("alert(1)", "document.documentElement.setAttribute(/data-ran/.source,1)");
    const QStringList parts = QString::fromUtf8(all).split(u"\n.\n"_s, Qt::SkipEmptyParts);
    QVERIFY(parts.size() > 1);
    for (const QString &part : parts) {
        ++m_shows;
        QVERIFY(showNext(*m_preview, "x\n\n" + part.toUtf8()));
        provoke(*m_preview);
        QCOMPARE(traceOf(*m_preview), QByteArray());
    }
}

void TestPreviewInjections::nothingWasSent()
{
    QTest::qWait(1000);
    QCOMPARE(m_connections, 0);
    QTcpSocket client;
    client.connectToHost(QHostAddress::LocalHost, m_server.serverPort());
    QTRY_COMPARE(m_connections, 1); // had anybody come, it would have been noticed
    m_connections = 0;
}

/// How many of the cases run in a preview with other walls.
int TestPreviewInjections::countRunning(const QByteArray &policy, bool scripts)
{
    PreviewDriver preview;
    preview.folder.write(u"assets/attack.js"_s, "document.documentElement.setAttribute('data-ran', 1)");
    if (!preview.showBody("nothing yet"))
        return -1;
    int running = 0;
    for (const Case &one : std::as_const(m_cases)) {
        ++m_shows;
        if (!preview.page() && !showNext(preview, "harmless"))
            continue;
        preview.view.findChild<SiteSchemeHandler *>()->setPolicy(policy);
        preview.page()->settings()->setAttribute(QWebEngineSettings::JavascriptEnabled, scripts);
        if (!showNext(preview, one.text))
            continue;
        provoke(preview);
        running += traceOf(preview) == "ran";
    }
    return running;
}

void TestPreviewInjections::policyAloneHolds()
{
    QByteArray policy = contentPolicy();
    QVERIFY(policy.contains("; sandbox allow-same-origin"));
    QCOMPARE(countRunning(policy.replace("; sandbox allow-same-origin", ""), true), 0);
}

void TestPreviewInjections::settingAloneHolds()
{
    QCOMPARE(countRunning({}, false), 0);
}

void TestPreviewInjections::manyRunWithoutWalls()
{
    const int running = countRunning({}, true);
    qInfo("%d of %lld run", running, qlonglong(m_cases.size()));
    QVERIFY(running >= 80);
}

void TestPreviewInjections::bridgeIsInTheScriptsWorldOnly()
{
    PreviewDriver preview;
    QVERIFY(preview.showBody("x"));
    preview.view.findChild<SiteSchemeHandler *>()->setPolicy({});
    preview.page()->settings()->setAttribute(QWebEngineSettings::JavascriptEnabled, true);
    QVERIFY(preview.show("loaded anew", u"posts/other.md"_s));
    const QString question = u"[typeof qt, typeof QWebChannel, typeof window.qt].join()"_s;
    QCOMPARE(preview.evaluate(question, QWebEngineScript::MainWorld).toString(), u"undefined,undefined,undefined"_s);
    QCOMPARE(preview.evaluate(question, QWebEngineScript::ApplicationWorld).toString(), u"object,function,object"_s);
}

int main(int argc, char **argv)
{
    return quillway::test::runPreviewTest<TestPreviewInjections>(argc, argv);
}

#include "tst_preview_injections.moc"
