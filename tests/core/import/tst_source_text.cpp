// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/utf8.h"
#include "core/import/source_text.h"

#include <QStringEncoder>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::importing;

/// Bytes of any encoding become UTF-8, and what was guessed is said.
class TestSourceText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("encoding");
        const auto row = [](const char *name, const QByteArray &bytes, const QString &text, const QString &encoding = {}) {
            QTest::newRow(name) << bytes << text << encoding;
        };
        const auto encoded = [](const char *encoding, const QString &text) {
            QStringEncoder encoder(encoding);
            return QByteArray(encoder.encode(text));
        };
        row("nothing", "", u""_s);
        row("ASCII", "abc\n", u"abc\n"_s);
        row("UTF-8",
            "Gr\xC3\xBC\xC3\x9F"
            "e",
            u"Grüße"_s);
        row("a mark goes",
            "\xEF\xBB\xBF"
            "abc",
            u"abc"_s);
        row("line ends stay", "a\r\nb\rc\n", u"a\r\nb\rc\n"_s);
        row("NUL stays", QByteArray("a\0b", 3), u"a\0b"_s);
        row("UTF-16 with a mark",
            QByteArray("\xFF\xFE"
                       "a\0\xFC\0",
                       6),
            u"aü"_s, u"UTF-16LE"_s);
        row("UTF-16, the other order", QByteArray("\xFE\xFF\0a\0\xFC", 6), u"aü"_s, u"UTF-16BE"_s);
        row("UTF-16 without a mark", QByteArray("t\0i\0t\0l\0e\0:\0", 12), u"title:"_s, u"UTF-16LE"_s);
        row("Windows-1252", "caf\xE9 \x93quoted\x94", u"café “quoted”"_s, u"Windows-1252"_s);
        row("one broken byte in UTF-8", "\xC3\xBC \xC3\xA4 \xC3\xB6 caf\xE9", u"ü ä ö café"_s, u"UTF-8 with bytes of Windows-1252"_s);
        const QString japanese = u"日本語のブログです。これはテストのための文章です。"_s;
        row("Shift_JIS", encoded("Shift_JIS", japanese), japanese, u"Shift_JIS"_s);
        row("EUC-JP", encoded("EUC-JP", japanese), japanese, u"EUC-JP"_s);
        const QString chinese = u"这是一篇中文的博客文章，用来测试编码。"_s;
        row("GB18030", encoded("GB18030", chinese), chinese, u"GB18030"_s);
    }

    void reads()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, encoding);
        const SourceText read = readSourceText(bytes);
        QTEST(QString::fromUtf8(read.utf8), "text");
        QCOMPARE(read.notes.isEmpty() ? QString() : read.notes.first().detail, encoding);
    }

    void alwaysGivesUtf8()
    {
        QByteArray bytes;
        for (int i = 0; i < 200'000; ++i)
            bytes.append(char(i * 7919 >> 3));
        QVERIFY(!firstInvalidUtf8(readSourceText(bytes).utf8));
    }
};

QTEST_GUILESS_MAIN(TestSourceText)
#include "tst_source_text.moc"
