// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diff/conflict_view.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::ui;

namespace {

const QByteArray base = "title\n\none\n\ntwo\n\nthree\n"_ba;
const QByteArray ours = "Title\n\none\n\nTWO\n\nthree\n"_ba;
const QByteArray theirs = "title\n\none\n\n2\n\nThree\n"_ba;

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
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("mine") << u"Keep mine"_s << ours;
        QTest::newRow("theirs") << u"Take theirs"_s << theirs;
        QTest::newRow("both") << u"Keep both"_s << "Title\n\none\n\nTWO\n2\n\nThree\n"_ba;
    }

    void givesTheTextChosen()
    {
        QFETCH(QString, choice);
        ConflictView view;
        view.resize(900, 500);
        view.show();
        QSignalSpy resolved(&view, &ConflictView::resolved);
        view.showConflict(u"My post"_s, ours, theirs, text::merge(base, ours, theirs));
        QPushButton &chosen = button(view, choice);
        QTest::mouseClick(&chosen, Qt::LeftButton); // before it is shown, nothing can be chosen
        QVERIFY(resolved.isEmpty());
        QTRY_VERIFY(chosen.isEnabled());
        QTest::mouseClick(&chosen, Qt::LeftButton);
        QCOMPARE(resolved.size(), 1);
        QTEST(resolved.first().first().toByteArray(), "text");
        // The next conflict is to be seen first as well.
        view.showConflict(u"My post"_s, theirs, ours, text::merge(base, theirs, ours));
        QVERIFY(!chosen.isEnabled());
    }

    void letsWhatIsNoTextBeChosenToo()
    {
        ConflictView view;
        view.showConflict(u"My post"_s, ours, "\xFF"_ba, text::merge(base, ours, "\xFF"_ba));
        QTRY_VERIFY(button(view, u"Keep mine"_s).isEnabled());
    }
};

QTEST_MAIN(TestConflictView)
#include "tst_conflict_view.moc"
