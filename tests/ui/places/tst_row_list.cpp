// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/places/row_list.h"

#include "core/text/value_text.h"
#include "ui/places/head_values.h"
#include "ui/places/row_frame.h"
#include "ui/topics/fact_text.h"
#include "ui/topics/text_row.h"

#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::ui;
using text::Value;

namespace {

QList<Value> strings(const QStringList &texts)
{
    return Value::strings(texts).items;
}

struct List {
    RowList list { u"Claim"_s, u"Add a claim"_s, [] { return new TextRow(u"Claim"_s); } };
    QStringList told; ///< `typed FIELD` or `changed`

    explicit List(const QStringList &texts)
    {
        list.setValues(strings(texts));
        list.resize(400, 300);
        list.show();
        list.activateWindow();
        if (!QTest::qWaitForWindowActive(&list))
            qFatal("no active window");
        QObject::connect(&list, &RowList::typed, &list, [this](const QString &field) { told.append(u"typed "_s + field); });
        QObject::connect(&list, &RowList::changed, &list, [this] { told.append(u"changed"_s); });
    }

    [[nodiscard]] QStringList texts() const
    {
        QStringList texts;
        for (const Value &value : list.values())
            texts.append(value.text);
        return texts;
    }
    [[nodiscard]] FactEdit &field(int row) const { return static_cast<TextRow *>(list.content(row))->text().edit(); }
    [[nodiscard]] QList<RowFrame *> frames() const
    {
        QList<RowFrame *> frames;
        for (int row = 0; row < list.count(); ++row)
            frames.append(qobject_cast<RowFrame *>(list.content(row)->parentWidget()));
        return frames;
    }
};

} // namespace

class TestRowList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsAndNamesItsRows()
    {
        const List list({ u"a"_s, u"b"_s });
        QCOMPARE(list.texts(), QStringList({ u"a"_s, u"b"_s }));
        QCOMPARE(list.field(1).accessibleName(), u"Claim 2"_s);
        QCOMPARE(list.frames().at(1)->removeButton().accessibleName(), u"Remove Claim 2"_s);
    }

    void typingTellsTheRow()
    {
        List list({ u"a"_s, u"b"_s });
        list.field(1).setFocus();
        QTest::keyClick(&list.field(1), Qt::Key_End);
        QTest::keyClicks(&list.field(1), u"c"_s);
        QCOMPARE(list.told, QStringList({ u"typed 1/text"_s }));
        QCOMPARE(list.texts(), QStringList({ u"a"_s, u"bc"_s }));
    }

    void returnAddsARowBelow()
    {
        List list({ u"a"_s, u"b"_s });
        list.field(0).setFocus();
        QTest::keyClick(&list.field(0), Qt::Key_Return);
        QCOMPARE(list.list.count(), 3);
        QCOMPARE(list.texts(), QStringList({ u"a"_s, u"b"_s })); // an empty row is no claim
        QVERIFY(list.told.isEmpty());
        QVERIFY(list.field(1).hasFocus());
        list.list.setValues(strings({ u"a"_s, u"b"_s })); // nor does it go when the file is read again
        QCOMPARE(list.list.count(), 3);
        QTest::keyClicks(&list.field(1), u"x"_s);
        QCOMPARE(list.texts(), QStringList({ u"a"_s, u"x"_s, u"b"_s }));
    }

    void backspaceRemovesAnEmptyRow()
    {
        List list({ u"a"_s, u"b"_s });
        list.list.add();
        QVERIFY(list.field(2).hasFocus());
        QTest::keyClick(&list.field(2), Qt::Key_Backspace);
        QCOMPARE(list.list.count(), 2);
        QVERIFY(list.field(1).hasFocus());
        QTest::keyClick(&list.field(1), Qt::Key_Backspace);
        QCOMPARE(list.list.count(), 2);
    }

    void theButtonsAddAndRemove()
    {
        List list({ u"a"_s, u"b"_s });
        QTest::mouseClick(list.list.findChild<QPushButton *>(), Qt::LeftButton);
        QCOMPARE(list.list.count(), 3);
        QTest::mouseClick(&list.frames().at(0)->removeButton(), Qt::LeftButton);
        QCOMPARE(list.texts(), QStringList({ u"b"_s }));
        QCOMPARE(list.told, QStringList({ u"changed"_s }));
    }

    void keysMoveAndRemoveARow()
    {
        List list({ u"a"_s, u"b"_s, u"c"_s });
        list.field(2).setFocus();
        QTest::keyClick(&list.field(2), Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(list.texts(), QStringList({ u"a"_s, u"c"_s, u"b"_s }));
        QVERIFY(list.field(1).hasFocus());
        QCOMPARE(list.field(1).accessibleName(), u"Claim 2"_s);
        QTest::keyClick(&list.field(1), Qt::Key_Up, Qt::AltModifier);
        QTest::keyClick(&list.field(0), Qt::Key_Up, Qt::AltModifier); // it is the first already
        QCOMPARE(list.texts(), QStringList({ u"c"_s, u"a"_s, u"b"_s }));
        QTest::keyClick(&list.field(0), Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(list.texts(), QStringList({ u"a"_s, u"c"_s, u"b"_s }));
        QTest::keyClick(&list.field(1), Qt::Key_Delete, Qt::AltModifier);
        QCOMPARE(list.texts(), QStringList({ u"a"_s, u"b"_s }));
        QCOMPARE(list.told.size(), 4);
    }

    void theHandleDragsARow()
    {
        List list({ u"a"_s, u"b"_s, u"c"_s });
        QWidget &handle = list.frames().at(0)->handle();
        QTest::mousePress(&handle, Qt::LeftButton, {}, handle.rect().center());
        const QPoint below = handle.mapFrom(&list.list, QPoint(5, list.frames().at(2)->geometry().bottom()));
        QTest::mouseMove(&handle, below);
        QCOMPARE(list.texts(), QStringList({ u"b"_s, u"c"_s, u"a"_s }));
        QVERIFY(list.told.isEmpty()); // until it is let go
        QTest::mouseRelease(&handle, Qt::LeftButton, {}, handle.rect().center());
        QCOMPARE(list.told, QStringList({ u"changed"_s }));
    }

    void tabGoesFromRowToRowAsTheyStand()
    {
        List list({ u"a"_s, u"b"_s });
        list.list.move(0, 1);
        list.field(0).setFocus();
        QTest::keyClick(&list.field(0), Qt::Key_Tab);
        QTest::keyClick(list.list.focusWidget(), Qt::Key_Tab); // over the button
        QVERIFY(list.field(1).hasFocus());
    }

    void readOnlyChangesNothing()
    {
        List list({ u"a"_s, u"b"_s });
        list.list.setReadOnly(true);
        list.field(0).setFocus();
        QTest::keyClicks(&list.field(0), u"x"_s);
        QTest::keyClick(&list.field(0), Qt::Key_Down, Qt::AltModifier);
        QTest::keyClick(&list.field(0), Qt::Key_Delete, Qt::AltModifier);
        QTest::keyClick(&list.field(0), Qt::Key_Return);
        QCOMPARE(list.list.count(), 2);
        QCOMPARE(list.texts(), QStringList({ u"a"_s, u"b"_s }));
        QVERIFY(list.told.isEmpty());
    }

    void whatTheRowDoesNotKnowStays()
    {
        List list({});
        const QList<Value> values { Value::string(u"two  blanks"_s), Value::map({ { u"a"_s, {}, Value::string(u"b"_s) } }),
                                    Value::integer(3) };
        list.list.setValues(values);
        QVERIFY(sameContent(list.list.values(), values));
        list.list.move(0, 2);
        QVERIFY(list.list.values().at(0).sameContent(values.at(1)));
    }

    void aVeryLongListKeepsItsRest()
    {
        QStringList texts;
        for (int i = 0; i < 1000; ++i)
            texts.append(QString::number(i));
        List list(texts);
        QCOMPARE(list.list.count(), RowList::mostShown);
        QCOMPARE(list.texts(), texts);
    }
};

QTEST_MAIN(TestRowList)
#include "tst_row_list.moc"
