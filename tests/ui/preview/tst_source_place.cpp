// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preview/source_place.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace quillway::ui;

/// A place in the shown text and in the source is written as `|` in both.
class TestSourcePlace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWords_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("shown");
        const auto row = [](const char *name, const QString &source, const QString &shown) { QTest::newRow(name) << source << shown; };
        row("plain", u"One t|wo three"_s, u"One t|wo three"_s);
        row("the beginning", u"|One two"_s, u"|One two"_s);
        row("behind a word", u"One| two"_s, u"One| two"_s);
        row("the end", u"One two|."_s, u"One two|."_s);
        row("in emphasis", u"One *t|wo* three"_s, u"One t|wo three"_s);
        row("behind a link", u"See [the page](https://example.org/see/the/page) of pa|ge two"_s, u"See the page of pa|ge two"_s);
        row("in a link", u"See [the p|age](https://example.org/) of it"_s, u"See the p|age of it"_s);
        row("the same word again", u"go `go` go **g|o** go"_s, u"go go go g|o go"_s);
        row("behind a reference", u"Salt &amp; p|epper"_s, u"Salt & p|epper"_s);
        row("over lines", u"One\n> two\n> thr|ee"_s, u"One two thr|ee"_s);
        row("a list's item", u"- one\n- t|wo\n- three"_s, u"one\nt|wo\nthree"_s);
        row("a table's cell", u"| a | b |\n|---|---|\n| c | d¦d |"_s, u"a b\nc d|d"_s);
        row("code", u"```go\nfunc main() {\n\tpr|int(1)\n}\n```"_s, u"func main() {\n\tpr|int(1)\n}"_s);
        row("other scripts", u"Привет *м|ир* и мир"_s, u"Привет м|ир и мир"_s);
        row("what the source has not", u"One t|wo"_s, u"1 One t|wo"_s);
    }
    void findsWords()
    {
        QFETCH(QString, source);
        QFETCH(QString, shown);
        const QChar mark = source.contains(u'¦') ? u'¦' : u'|';
        const qsizetype expected = source.indexOf(mark);
        const qsizetype place = shown.indexOf(u'|');
        const auto found = sourceOffset(source.remove(mark), { shown.first(place), shown.sliced(place + 1) });
        QVERIFY(found);
        QCOMPARE(*found, expected);
    }

    void saysWhereItDoesNotKnow()
    {
        QVERIFY(!sourceOffset(u"One two", {}));
        QVERIFY(!sourceOffset(u"One two", { u"— "_s, u"…"_s }));
        QVERIFY(!sourceOffset(u"", { u"One"_s, {} }));
    }

    void findsPictures()
    {
        const QString source = u"a ![b](c.png) <IMG src=d.png> ![e](f.png)"_s;
        QCOMPARE(pictureOffset(source, 0), 2);
        QCOMPARE(pictureOffset(source, 1), 14);
        QCOMPARE(pictureOffset(source, 2), 30);
        QVERIFY(!pictureOffset(source, 3));
    }
};

QTEST_APPLESS_MAIN(TestSourcePlace)
#include "tst_source_place.moc"
