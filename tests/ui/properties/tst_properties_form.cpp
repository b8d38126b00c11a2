// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/properties/properties_form.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::ui;

namespace {

struct Form {
    PropertiesForm form;
    QList<text::KeyEdit> edits;

    Form()
    {
        QObject::connect(&form, &PropertiesForm::edited, &form, [this](const text::KeyEdit &edit) { edits.append(edit); });
        form.show();
    }

    template<typename Field = QLineEdit>
    Field &field(const QString &name)
    {
        for (Field *candidate : form.findChildren<Field *>()) {
            if (candidate->accessibleName() == name)
                return *candidate;
        }
        qFatal("no field %s", qPrintable(name));
    }
};

} // namespace

class TestPropertiesForm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void labelsAreNeverCut_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<double>("size"); ///< of the font, by the usual one
        QTest::addColumn<bool>("inPairs");
        QTest::newRow("wide") << 800 << 1.0 << true;
        QTest::newRow("narrow") << 300 << 1.0 << false;
        QTest::newRow("large letters") << 400 << 1.5 << false;
        QTest::newRow("larger ones, and as narrow as a column can be") << 264 << 2.0 << false;
    }
    void labelsAreNeverCut()
    {
        QFETCH(int, width);
        QFETCH(double, size);
        QFETCH(bool, inPairs);
        Form form;
        QFont font = form.form.font();
        font.setPointSizeF(font.pointSizeF() * size);
        form.form.setFont(font);
        for (const int next : { 800, width }) {
            form.form.setMinimumWidth(0);
            form.form.setFixedWidth(next);
            QTRY_COMPARE(form.form.width(), next);
        }
        QTest::qWait(0);
        int labels = 0;
        for (const QLabel *label : form.form.findChildren<QLabel *>()) {
            if (!label->buddy())
                continue;
            ++labels;
            const QRect place(label->mapTo(&form.form, QPoint()), label->size());
            QTRY_VERIFY2(label->width() >= label->sizeHint().width(), qPrintable(label->text()));
            QVERIFY2(form.form.rect().contains(place), qPrintable(label->text()));
            const QWidget *field = label->buddy();
            const QRect fieldPlace(field->mapTo(&form.form, QPoint()), field->size());
            QVERIFY2(form.form.rect().contains(fieldPlace) && !fieldPlace.intersects(place), qPrintable(label->text()));
            QVERIFY2(fieldPlace.width() >= 80, qPrintable(label->text()));
        }
        QCOMPARE(labels, 7);
        const int slug = form.field(u"Slug"_s).mapTo(&form.form, QPoint()).y();
        const int updated = form.field(u"Updated"_s).mapTo(&form.form, QPoint()).y();
        QCOMPARE(slug == updated, inPairs);
    }

    void showsWhatStandsInTheFile()
    {
        Form form;
        form.form.setFields({ .title = u"A"_s,
                              .date = u"2024-05-01"_s,
                              .updated = {},
                              .tags = { u"go"_s, u"sql"_s },
                              .summary = u"S"_s,
                              .slug = u"a"_s,
                              .cover = {},
                              .coverAlt = {},
                              .draft = true });
        QCOMPARE(form.field(u"Title"_s).text(), u"A"_s);
        QCOMPARE(form.field(u"Date"_s).text(), u"2024-05-01"_s);
        QCOMPARE(form.field(u"Tags"_s).text(), u"go, sql"_s);
        QCOMPARE(form.field<QPlainTextEdit>(u"Summary"_s).toPlainText(), u"S"_s);
        QVERIFY(form.field<QCheckBox>(u"Draft"_s).isChecked());
        form.form.flush();
        QVERIFY(form.edits.isEmpty());
    }

    void aFieldEditsItsKeyAlone()
    {
        Form form;
        form.form.setFields(
            { .title = u"A"_s, .date = {}, .updated = {}, .tags = {}, .summary = {}, .slug = {}, .cover = {}, .coverAlt = {} });
        form.field(u"Title"_s).end(false);
        QTest::keyClicks(&form.field(u"Title"_s), u"B"_s);
        QTRY_COMPARE(form.edits.size(), 1);
        QCOMPARE(form.edits.first().key, u"title"_s);
        QCOMPARE(form.edits.first().value->text, u"AB"_s);
    }

    void severalKeysInAFieldAreOneEdit()
    {
        Form form;
        QTest::keyClicks(&form.field(u"Tags"_s), u"go, sql"_s);
        form.form.flush();
        QCOMPARE(form.edits.size(), 1);
        QCOMPARE(form.edits.first().value->items.size(), 2);
    }

    void aDateLeavesOnlyWhenItIsOne()
    {
        Form form;
        QTest::keyClicks(&form.field(u"Date"_s), u"2024-0"_s);
        form.form.flush();
        QVERIFY(form.edits.isEmpty());
        QTest::keyClicks(&form.field(u"Date"_s), u"5-01"_s);
        form.form.flush();
        QCOMPARE(form.edits.size(), 1);
        QCOMPARE(form.edits.first().value->kind, text::Value::Kind::DateTime);
    }

    void whatIsNoDateIsMarkedAndKept()
    {
        Form form;
        QTest::keyClicks(&form.field(u"Date"_s), u"soon\r"_s);
        QVERIFY(form.field(u"Date"_s).property("invalid").toBool());
        QCOMPARE(form.edits.size(), 1);
        QCOMPARE(form.edits.first().value->text, u"soon"_s);
    }

    void whatIsBeingTypedIsNotOverwritten()
    {
        Form form;
        QTest::keyClicks(&form.field(u"Title"_s), u"Typ"_s);
        form.form.setFields({});
        QCOMPARE(form.field(u"Title"_s).text(), u"Typ"_s);
    }

    void aBlankBehindTheTitleIsNotTakenAwayWhileTyping()
    {
        Form form;
        QTest::keyClicks(&form.field(u"Title"_s), u"Two "_s);
        form.form.flush();
        QCOMPARE(form.edits.last().value->text, u"Two"_s);
        form.form.setFields(
            { .title = u"Two"_s, .date = {}, .updated = {}, .tags = {}, .summary = {}, .slug = {}, .cover = {}, .coverAlt = {} });
        QCOMPARE(form.field(u"Title"_s).text(), u"Two "_s);
    }

    void everyFieldHasAName()
    {
        PropertiesForm form;
        for (const QWidget *widget : form.findChildren<QWidget *>()) {
            if (widget->focusPolicy() & Qt::TabFocus && !widget->isWindow() && widget->window() == &form)
                QVERIFY2(!widget->accessibleName().isEmpty(), widget->metaObject()->className());
        }
    }
};

QTEST_MAIN(TestPropertiesForm)
#include "tst_properties_form.moc"
