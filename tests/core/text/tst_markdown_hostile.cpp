// SPDX-License-Identifier: GPL-3.0-or-later

// Bodies made to hang, exhaust or crash a Markdown renderer. Each has to render within the preview's budget of two seconds, give facts that agree, and
// blocks that cover the HTML.

#include "core/text/markdown.h"
#include "support/hostile_texts.h"
#include "support/work_timer.h"

#include <QTest>

#include <array>
#include <thread>

using namespace Qt::StringLiterals;
using namespace quillway::text;
using quillway::test::times;

namespace {

constexpr int budget = 2'000; // milliseconds

QByteArray noise(quint32 seed, int size, QByteArrayView alphabet)
{
    QByteArray bytes;
    for (int i = 0; i < size; ++i) {
        seed = seed * 1664525U + 1013904223U;
        bytes.append(alphabet[qsizetype(seed >> 16) % alphabet.size()]);
    }
    return bytes;
}

} // namespace

class TestMarkdownHostile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rendersInTime_data();
    void rendersInTime();
    void noise_data();
    void noise();
    void largeBody();
    void stops();
    void threadsAgree();

private:
    CodeHighlighter m_highlighter;
};

void TestMarkdownHostile::rendersInTime_data()
{
    QTest::addColumn<QByteArray>("body");
    for (const quillway::test::HostileText &text : quillway::test::hostileTexts())
        QTest::newRow(text.name) << text.body;
}

void TestMarkdownHostile::rendersInTime()
{
    QFETCH(QByteArray, body);
    quillway::test::WorkTimer timer;
    timer.start();
    const Rendered rendered = renderMarkdown(body, {}, m_highlighter).value();
    const qint64 took = timer.elapsed();
    QVERIFY2(took < budget, QByteArray::number(took).constData());

    qsizetype end = 0;
    for (const Block &block : rendered.blocks) {
        QCOMPARE(block.htmlBegin, end);
        end = block.htmlEnd;
    }
    QCOMPARE(end, rendered.html.size());
    QVERIFY(QString::fromUtf8(rendered.html).toUtf8() == rendered.html);
    QVERIFY(rendered.facts == readText(body));
}

// Any soup of markup: what it gives is not the point, only that it is given, and the same by both ways.
void TestMarkdownHostile::noise_data()
{
    QTest::addColumn<QByteArray>("body");
    for (quint32 seed = 1; seed <= 60; ++seed) {
        const QByteArrayView alphabets[] = { "*_~`[]()!<>&#-+1. \n\n|:\\\"'={}$^a", "<>/=\"' ahrefscripdv!-\n", "|-: \na>[]^`~",
                                             "[^]a: \n!()<>" };
        QTest::addRow("%u", seed) << ::noise(seed, 4'000, alphabets[seed % 4]);
    }
}

void TestMarkdownHostile::noise()
{
    rendersInTime();
}

void TestMarkdownHostile::largeBody()
{
    const QByteArray post = "## Part\n\nSome words with `code`, a [link](https://example.org/) and *emphasis*.\n\n```go\nfunc main() "
                            "{}\n```\n\n- one\n- two\n\n";
    const QByteArray body = times(10'000'000 / post.size(), post);
    RenderOptions options;
    options.highlightCode = false;
    const Rendered rendered = renderMarkdown(body, options, m_highlighter).value();
    QCOMPARE(rendered.facts.outline.size(), body.size() / post.size());
    QCOMPARE(rendered.facts.outline.last().anchor, u"part-%1"_s.arg(body.size() / post.size() - 1));
}

void TestMarkdownHostile::stops()
{
    const QByteArray body = times(1'000'000, "Some *words* that take a while to render.\n\n");
    std::stop_source source;
    std::jthread stopper([&source] {
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
        source.request_stop();
    });
    QVERIFY(!renderMarkdown(body, {}, m_highlighter, source.get_token()));
}

// cmark keeps tables for the whole process; parsing must not depend on what other threads parse.
void TestMarkdownHostile::threadsAgree()
{
    const QByteArray body = times(
        200, "~~gone~~ www.example.org and https://example.org/x, me@example.org\n\n- [x] done\n\n|a|\n|-|\n|~b~|\n\n");
    const QByteArray expected = renderMarkdown(body, {}, m_highlighter)->html;
    QCOMPARE(expected.count("<del>"), 400);
    QCOMPARE(expected.count("<a href"), 600);
    std::atomic_int differences = 0;
    {
        std::array<std::jthread, 4> threads;
        for (std::jthread &thread : threads) {
            thread = std::jthread([&] {
                CodeHighlighter highlighter;
                for (int round = 0; round < 50; ++round)
                    differences += renderMarkdown(body, {}, highlighter)->html == expected ? 0 : 1;
            });
        }
    }
    QCOMPARE(differences, 0);
}

QTEST_APPLESS_MAIN(TestMarkdownHostile)
#include "tst_markdown_hostile.moc"
