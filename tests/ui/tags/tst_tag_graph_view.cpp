// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tags/tag_graph_view.h"

#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <tuple>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::ui;

namespace {

struct View {
    TagGraphView view;
    QStringList chosen;
    QStringList activated;

    View()
    {
        view.setGraph({ { { u"go"_s, u"Go"_s, 9 }, { u"sql"_s, u"SQL"_s, 4 }, { u"api"_s, u"api"_s, 1 } }, { { 0, 1, 3 }, { 0, 2, 1 } } });
        view.resize(400, 300);
        view.show();
        if (!QTest::qWaitFor([this] { return view.isPlaced() && view.place(u"go"_s) != QPointF(view.rect().center()); }))
            qFatal("the graph is not placed");
        QObject::connect(&view, &TagGraphView::chosen, &view, [this](const QString &key) { chosen.append(key); });
        QObject::connect(&view, &TagGraphView::activated, &view, [this](const QString &key) { activated.append(key); });
    }
    [[nodiscard]] QPoint at(const QString &key) const { return view.place(key).toPoint(); }
};

} // namespace

class TestTagGraphView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allOfItIsSeen()
    {
        const View view;
        for (const QString &key : { u"go"_s, u"sql"_s, u"api"_s })
            QVERIFY(view.view.rect().contains(view.at(key)));
    }

    void aClickChooses()
    {
        View view;
        QTest::mouseClick(&view.view, Qt::LeftButton, {}, view.at(u"sql"_s));
        QCOMPARE(view.chosen, QStringList({ u"sql"_s }));
        QCOMPARE(view.view.current(), u"sql"_s);
        QCOMPARE(view.view.accessibleDescription(), u"SQL: 4 posts; with Go (3)"_s);
        QTest::mouseClick(&view.view, Qt::LeftButton, {}, QPoint(1, 1));
        QCOMPARE(view.chosen.size(), 1);
    }

    void arrowsGoToNeighbours()
    {
        View view;
        view.view.setFocus();
        view.view.setCurrent(u"go"_s);
        QVERIFY(view.chosen.isEmpty());
        const QPointF way = view.view.place(u"sql"_s) - view.view.place(u"go"_s);
        const Qt::Key key = std::abs(way.x()) > std::abs(way.y()) ? (way.x() > 0 ? Qt::Key_Right : Qt::Key_Left)
                                                                  : (way.y() > 0 ? Qt::Key_Down : Qt::Key_Up);
        QTest::keyClick(&view.view, key);
        QCOMPARE(view.chosen, QStringList({ u"sql"_s }));
        QTest::keyClick(&view.view, Qt::Key_Return);
        QCOMPARE(view.activated, QStringList({ u"sql"_s }));
    }

    void anArrowBeginsWithTheFirst()
    {
        View view;
        view.view.setFocus();
        QTest::keyClick(&view.view, Qt::Key_Down);
        QCOMPARE(view.chosen, QStringList({ u"go"_s }));
    }

    void itIsZoomedAndMoved()
    {
        View view;
        const QPoint before = view.at(u"sql"_s);
        QWheelEvent wheel(QPointF(before), view.view.mapToGlobal(QPointF(before)), {}, { 0, 240 }, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(&view.view, &wheel);
        QVERIFY(view.view.zoom() > 1.2);
        QVERIFY((view.at(u"sql"_s) - before).manhattanLength() <= 2); // what is under the mouse stays there
        const QPoint go = view.at(u"go"_s);
        QTest::mousePress(&view.view, Qt::LeftButton, {}, QPoint(2, 2));
        QTest::mouseMove(&view.view, QPoint(52, 42));
        QTest::mouseRelease(&view.view, Qt::LeftButton, {}, QPoint(52, 42));
        QCOMPARE(view.at(u"go"_s), go + QPoint(50, 40));
        view.view.setFocus();
        QTest::keyClick(&view.view, Qt::Key_Minus);
        QTest::keyClick(&view.view, Qt::Key_0);
        QCOMPARE(view.view.zoom(), 1.0);
        QCOMPARE(view.at(u"sql"_s), before);
    }

    void withoutTagsItSaysSo()
    {
        TagGraphView view;
        view.resize(300, 200);
        view.show();
        std::ignore = view.grab();
        QTest::keyClick(&view, Qt::Key_Left);
        QTest::mouseClick(&view, Qt::LeftButton, {}, QPoint(100, 100));
        QVERIFY(view.current().isEmpty());
    }
};

QTEST_MAIN(TestTagGraphView)
#include "tst_tag_graph_view.moc"
