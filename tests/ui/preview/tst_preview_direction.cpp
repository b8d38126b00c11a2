// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preview/preview_driver.h"
#include "ui/preview/preview_main.h"

using namespace Qt::StringLiterals;
using namespace quillway;
using test::PreviewDriver;

namespace {

/// Where the first letters of the element stand: "left" or "right" of its middle. The element is as wide as the column.
const QString sideOfText = uR"(
    const element = document.querySelector('.post-body').querySelector('%1');
    const range = document.createRange();
    range.selectNodeContents(element);
    const text = range.getBoundingClientRect(), box = element.getBoundingClientRect();
    text.left - box.left < box.right - text.right ? 'left' : 'right'
)"_s;

} // namespace

class TestPreviewDirection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachParagraphRunsItsOwnWay_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("element");
        QTest::addColumn<QString>("side");
        QTest::newRow("Latin") << "one two"_ba << u"p"_s << u"left"_s;
        QTest::newRow("Hebrew") << "שלום עולם"_ba << u"p"_s << u"right"_s;
        QTest::newRow("Arabic") << "مرحبا"_ba << u"p"_s << u"right"_s;
        QTest::newRow("a Hebrew heading") << "## שלום"_ba << u"h2"_s << u"right"_s;
        QTest::newRow("Hebrew that is quoted") << "> שלום"_ba << u"blockquote p"_s << u"right"_s;
        QTest::newRow("Hebrew with a Latin word in it") << "שלום world"_ba << u"p"_s << u"right"_s;
        QTest::newRow("a Hebrew item") << "- שלום\n- עולם"_ba << u"li"_s << u"right"_s;
        QTest::newRow("an Arabic item of a numbered list") << "3. مرحبا"_ba << u"li"_s << u"right"_s;
        QTest::newRow("a Hebrew task") << "- [ ] שלום"_ba << u"li"_s << u"right"_s;
        QTest::newRow("a Hebrew item with paragraphs") << "- שלום\n\n  עולם"_ba << u"li p"_s << u"right"_s;
        QTest::newRow("code") << "```\nשלום\n```"_ba << u"pre"_s << u"left"_s;
    }
    void eachParagraphRunsItsOwnWay()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, element);
        QFETCH(QString, side);
        PreviewDriver preview;
        QVERIFY(preview.showBody(body));
        QTRY_COMPARE(preview.evaluate(sideOfText.arg(element)).toString(), side);
    }

    /// Where the room for the markers is: on the side where the text begins.
    void markersStandWhereTheTextBegins_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("list");
        QTest::addColumn<QString>("direction");
        QTest::newRow("Latin") << "- one"_ba << u"ul"_s << u"ltr"_s;
        QTest::newRow("Hebrew") << "- שלום"_ba << u"ul"_s << u"rtl"_s;
        QTest::newRow("Arabic numbers") << "1. مرحبا\n2. two"_ba << u"ol"_s << u"rtl"_s;
        QTest::newRow("within another") << "- שלום\n  - עולם"_ba << u"ul ul"_s << u"rtl"_s;
        QTest::newRow("in a quote") << "> - שלום"_ba << u"blockquote ul"_s << u"rtl"_s;
        QTest::newRow("footnotes") << "a[^1]\n\n[^1]: שלום"_ba << u"section ol"_s << u"rtl"_s;
    }
    void markersStandWhereTheTextBegins()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, list);
        QFETCH(QString, direction);
        PreviewDriver preview;
        QVERIFY(preview.showBody(body));
        const QString script = uR"(
            const list = document.querySelector('.post-body').querySelector('%1'), item = list.querySelector('li');
            const box = list.getBoundingClientRect(), place = item.getBoundingClientRect();
            [getComputedStyle(item).direction, place.left - box.left > 5, box.right - place.right > 5].join()
        )"_s.arg(list);
        const bool isLeft = direction == u"ltr";
        QTRY_COMPARE(preview.evaluate(script).toString(),
                     u"%1,%2,%3"_s.arg(direction, isLeft ? u"true"_s : u"false"_s, isLeft ? u"false"_s : u"true"_s));
    }
};

int main(int argc, char **argv)
{
    return test::runPreviewTest<TestPreviewDirection>(argc, argv);
}

#include "tst_preview_direction.moc"
