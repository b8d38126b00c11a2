// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/aids/writing.h"

#include <QAction>
#include <QRandomGenerator>

#include <array>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::test;

namespace {

/// A text of the pieces that aids look at, put together at random.
QString randomText(QRandomGenerator &random)
{
    static const QStringList pieces { u"- "_s,    u"1. "_s,    u"9) "_s, u"> "_s,          u"  "_s,      u"\t"_s,        u"    "_s,
                                      u"[ ] "_s,  u"[x]"_s,    u"|"_s,   u"a"_s,           u" "_s,       u"|-|:-:|\n"_s, u"|a|b|\n"_s,
                                      u"```\n"_s, u"~~~"_s,    u"# "_s,  u"## A\n"_s,      u"**"_s,      u"*"_s,         u"_"_s,
                                      u"`"_s,     u"[b](c)"_s, u"[["_s,  u"]("_s,          u"[^1]"_s,    u"[^1]: "_s,    u"<!-- "_s,
                                      u" -->"_s,  u"\\"_s,     u"日"_s,  u"👩‍🚀"_s, u"e\u0301"_s, u"---\n"_s,     u"===\n"_s,
                                      u"\n"_s,    u"\n"_s,     u"\n\n"_s };
    QString text;
    for (int i = random.bounded(1, 40); i > 0; --i)
        text += pieces.at(random.bounded(pieces.size()));
    return text;
}

void selectAtRandom(Writing &writing, QRandomGenerator &random)
{
    QTextCursor cursor = writing.editor().textCursor();
    const int size = writing.editor().document()->characterCount();
    cursor.setPosition(random.bounded(size));
    if (random.bounded(2) == 0)
        cursor.setPosition(random.bounded(size), QTextCursor::KeepAnchor);
    writing.editor().setTextCursor(cursor);
}

} // namespace

class TestRandomAids : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Whatever an action does to whatever text: one undo brings back text and selection, one redo brings back what it made.
    void anyActionOnAnyText()
    {
        QRandomGenerator random(20'240'501);
        int changed = 0;
        for (int round = 0; round < 80; ++round) {
            Writing writing(u'‸' + randomText(random));
            const ui::WritingActions &all = writing.editor().writingActions();
            for (QAction *action : all.format + all.table + all.insert) {
                if (!action || action->text().startsWith(u"Paste"))
                    continue;
                selectAtRandom(writing, random);
                const QString before = writing.marked();
                const int steps = writing.editor().document()->availableUndoSteps();
                action->trigger();
                if (writing.editor().document()->availableUndoSteps() == steps)
                    continue;
                ++changed;
                const QString after = writing.marked();
                writing.editor().undo();
                QVERIFY2(writing.marked() == before, qPrintable(action->text() + u": "_s + before));
                writing.editor().redo();
                QVERIFY2(writing.marked() == after, qPrintable(action->text() + u": "_s + before));
            }
        }
        QVERIFY(changed > 500);
    }

    void anyKeyInAnyText()
    {
        static constexpr std::array keys { Qt::Key_Return, Qt::Key_Tab, Qt::Key_Backtab, Qt::Key_Backspace, Qt::Key_Delete };
        QRandomGenerator random(7);
        for (int round = 0; round < 80; ++round) {
            Writing writing(u'‸' + randomText(random));
            for (int i = 0; i < 20; ++i) {
                selectAtRandom(writing, random);
                const QString before = writing.marked();
                const int steps = writing.editor().document()->availableUndoSteps();
                const Qt::Key key = keys.at(static_cast<std::size_t>(random.bounded(static_cast<int>(keys.size()))));
                if (key != Qt::Key_Backtab || !writing.editor().textCursor().block().text().isEmpty())
                    QTest::keyClick(&writing.editor(), key, key == Qt::Key_Backtab ? Qt::ShiftModifier : Qt::NoModifier);
                if (writing.editor().document()->availableUndoSteps() == steps)
                    continue;
                writing.editor().undo();
                QVERIFY2(QString(writing.marked()).remove(u'‸').remove(u'⟨') == QString(before).remove(u'‸').remove(u'⟨'),
                         qPrintable(before));
                writing.editor().redo();
            }
        }
    }
};

QTEST_MAIN(TestRandomAids)
#include "tst_random_aids.moc"
