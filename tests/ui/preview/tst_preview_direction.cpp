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
};

int main(int argc, char **argv)
{
    return test::runPreviewTest<TestPreviewDirection>(argc, argv);
}

#include "tst_preview_direction.moc"
