// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diff/conflict_view.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::ui;

namespace {

const QByteArray base = "title\n\none\n\ntwo\n\nthree\n"_ba;
const QByteArray ours = "Title\n\none\n\nTWO\n\nthree\n"_ba;
const QByteArray theirs = "title\n\none\n\n2\n\nThree\n"_ba;

ShownConflict conflict(const QByteArray &left, const QByteArray &right)
{
    return { u"Both changed it"_s, { u"Mine"_s, left }, { u"On disk"_s, right }, text::merge(base, left, right) };
}

QPushButton &button(const QWidget &view, const QString &text)
{
    for (QPushButton *candidate : view.findChildren<QPushButton *>()) {
        if (candidate->text() == text)
            return *candidate;
    }
    qFatal("no button %s", qPrintable(text));
}

} // namespace

class TestConflictView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesTheTextChosen_data()
    {
        QTest::addColumn<QString>("choice");
        QTest::addColumn<ConflictChoice>("meaning");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("mine") << u"Keep mine"_s << ConflictChoice::Ours << ours;
        QTest::newRow("theirs") << u"Take theirs"_s << ConflictChoice::Theirs << theirs;
        QTest::newRow("both") << u"Keep both"_s << ConflictChoice::Both << "Title\n\none\n\nTWO\n2\n\nThree\n"_ba;
    }

    void givesTheTextChosen()
    {
        QFETCH(QString, choice);
        ConflictView view;
        view.resize(900, 500);
        view.show();
        QSignalSpy resolved(&view, &ConflictView::resolved);
        view.showConflict(conflict(ours, theirs));
        QPushButton &chosen = button(view, choice);
        QTest::mouseClick(&chosen, Qt::LeftButton); // before it is shown, nothing can be chosen
        QVERIFY(resolved.isEmpty());
        QTRY_VERIFY(chosen.isEnabled());
        QTest::mouseClick(&chosen, Qt::LeftButton);
        QCOMPARE(resolved.size(), 1);
        QTEST(resolved.first().at(0).value<ConflictChoice>(), "meaning");
        QTEST(resolved.first().at(1).toByteArray(), "text");
        // The next conflict is to be seen first as well.
        view.showConflict(conflict(theirs, ours));
        QVERIFY(!chosen.isEnabled());
    }

    void letsWhatIsNoTextBeChosenToo()
    {
        ConflictView view;
        view.showConflict(conflict(ours, "\xFF"_ba));
        QTRY_VERIFY(button(view, u"Keep mine"_s).isEnabled());
    }

    void canBeDecidedLater()
    {
        ConflictView view;
        view.showConflict(conflict(ours, theirs));
        QSignalSpy closed(&view, &ConflictView::closeRequested);
        for (QToolButton *candidate : view.findChildren<QToolButton *>()) {
            if (candidate->accessibleName() == u"Decide later")
                QTest::mouseClick(candidate, Qt::LeftButton);
        }
        QCOMPARE(closed.size(), 1);
    }
};

QTEST_MAIN(TestConflictView)
#include "tst_conflict_view.moc"
