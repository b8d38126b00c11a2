// SPDX-License-Identifier: GPL-3.0-or-later

// What plays in the preview plays on while one writes.
#include "ui/preview/preview_driver.h"
#include "ui/preview/preview_main.h"

#include <QtEndian>

#include <tuple>

using namespace Qt::StringLiterals;
using namespace quillway;
using test::PreviewDriver;

namespace {

constexpr int patience = 20'000; // milliseconds

/// Silence of so many seconds as a WAV file, which every build of the engine can play, a video element too.
QByteArray silence(int seconds)
{
    constexpr quint32 rate = 8000; // samples of one byte
    const quint32 size = rate * quint32(seconds);
    QByteArray file;
    const auto number = [&file](auto value) {
        value = qToLittleEndian(value);
        file.append(reinterpret_cast<const char *>(&value), sizeof value);
    };
    file += "RIFF";
    number(quint32(36 + size));
    file += "WAVEfmt ";
    number(quint32(16));
    number(quint16(1)); // as it is
    number(quint16(1)); // channel
    number(rate);
    number(rate); // bytes a second
    number(quint16(1));
    number(quint16(8)); // bits
    file += "data";
    number(size);
    return file + QByteArray(size, '\x80');
}

} // namespace

class TestPreviewMedia : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void playsOnWhileOneWrites_data()
    {
        QTest::addColumn<QByteArray>("player");
        QTest::newRow("a video of its own") << "<video src=\"tone.wav\" loop></video>"_ba;
        QTest::newRow("a video with sources") << "<video loop><source src=\"tone.wav\" type=\"audio/wav\"></video>"_ba;
        QTest::newRow("within a figure") << "<figure>\n<video src=\"tone.wav\" loop></video>\n<figcaption>x</figcaption>\n</figure>"_ba;
        QTest::newRow("in a paragraph") << "Listen: <video src=\"tone.wav\" loop></video> and *on*"_ba;
        QTest::newRow("within a list") << "- one\n- <video src=\"tone.wav\" loop></video>\n- three"_ba;
    }
    void playsOnWhileOneWrites()
    {
        QFETCH(QByteArray, player);
        PreviewDriver preview;
        preview.folder.write(u"posts/tone.wav"_s, silence(60));
        const auto text = [&](const QByteArray &before, const QByteArray &behind, const QByteArray &title = "Shown") {
            return "---\ntitle: " + title + "\ndate: 2024-02-03\n---\n" + before + "\n\n" + player + "\n\n" + behind + "\n";
        };
        QVERIFY(preview.show(text("Before", "Behind")));
        std::ignore = preview.evaluate(uR"(
            window.player = document.querySelector('.post-body :is(video, audio)');
            window.interruptions = [];
            for (const kind of ['pause', 'emptied', 'abort', 'seeking', 'loadstart', 'error'])
                player.addEventListener(kind, () => interruptions.push(kind));
            player.muted = true;
        )"_s);
        QTRY_VERIFY_WITH_TIMEOUT(preview.evaluate(u"player.readyState >= 3"_s).toBool(), patience);
        std::ignore = preview.evaluate(u"interruptions.length = 0; player.play(); 0"_s);
        const auto time = [&] { return preview.evaluate(u"player.currentTime"_s).toDouble(); };
        QTRY_VERIFY_WITH_TIMEOUT(time() > 0, patience);

        QByteArray before = "Before";
        QByteArray behind = "Behind";
        for (int key = 0; key < 8; ++key) { // in the blocks beside it
            before += 'x';
            QVERIFY(preview.show(text(before, behind)));
            behind += "\n\nmore";
            QVERIFY(preview.show(text(before, behind)));
        }
        QVERIFY(preview.show(text("# New\n\n- a\n\n" + before, behind))); // blocks that come
        QVERIFY(preview.show(text(before, "Behind"))); // and go
        QVERIFY(preview.show(text(before, "Behind", "Another title")));
        player += " written"; // beside it in its own block
        QVERIFY(preview.show(text(before, "Behind", "Another title")));
        QVERIFY(preview.bodyHtml().contains(u"written"_s));

        QVERIFY(preview.evaluate(u"player === document.querySelector('.post-body :is(video, audio)')"_s).toBool());
        QCOMPARE(preview.evaluate(u"interruptions.join()"_s).toString(), QString());
        QVERIFY(!preview.evaluate(u"player.paused"_s).toBool());
        const double then = time();
        QTRY_VERIFY_WITH_TIMEOUT(time() > then, patience);
    }
};

int main(int argc, char **argv)
{
    return test::runPreviewTest<TestPreviewMedia>(argc, argv);
}

#include "tst_preview_media.moc"
