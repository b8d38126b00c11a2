// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paths/path_page.h"

#include "support/site_text.h"
#include "ui/editor/file_document.h"
#include "ui/paths/step_list.h"
#include "ui/paths/step_row.h"
#include "ui/places/post_field.h"
#include "ui/places/row_list.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::ui;

namespace {

const SitePath file = SitePath::literal(u"paths/start.md"_s);
const QByteArray pathText = R"(---
title: Start
summary: Where to begin.
steps:
  - post: a # first of all
    stage: Begin
    mine: kept
  - b
  - post: gone
    note: It was here.
---
)"_ba;

model::SitePtr site()
{
    const QString words = u"word "_s.repeated(450);
    return std::make_shared<const model::Site>(test::SiteText({ { u"posts/2020-01-01-a.md"_s, u"---\ntitle: A & O\n---\n\n"_s + words },
                                                                { u"posts/2021-01-01-b.md"_s, u"---\ntitle: B\n---\n\n"_s + words },
                                                                { u"posts/2022-01-01-c.md"_s, u"---\ntitle: C at last\n---\n\n"_s + words } })
                                                   .site());
}

struct Page {
    FileDocument document { file, pathText };
    PathPage page { std::make_shared<SharedKnowledge>() };

    Page()
    {
        page.setSite(site());
        page.setDocument(&document);
        page.resize(560, 800);
        page.show();
        page.activateWindow();
        if (!QTest::qWaitForWindowActive(&page))
            qFatal("no active window");
    }
    template<typename Field = QLineEdit>
    Field &field(const QString &name) const
    {
        for (Field *candidate : page.findChildren<Field *>()) {
            if (candidate->accessibleName() == name)
                return *candidate;
        }
        qFatal("no field %s", qPrintable(name));
    }
    [[nodiscard]] QByteArray bytes() const { return document.bytes(); }
    [[nodiscard]] QStringList slugs()
    {
        QStringList slugs;
        for (int row = 0; row < page.steps().cards().count(); ++row)
            slugs.append(page.steps().card(row)->slug());
        return slugs;
    }
};

} // namespace

class TestPathPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsTheSteps()
    {
        Page page;
        QCOMPARE(page.slugs(), QStringList({ u"a"_s, u"b"_s, u"gone"_s }));
        QCOMPARE(page.field(u"Stage of step 1"_s).text(), u"Begin"_s);
        QCOMPARE(page.field<QPlainTextEdit>(u"Note on step 3"_s).toPlainText(), u"It was here."_s);
        QCOMPARE(page.field<QPushButton>(u"Post of step 1: A & O"_s).text(), u"A && O"_s);
        QCOMPARE(page.page.steps().total(), u"3 posts · 6 min to read"_s);
        QCOMPARE(page.bytes(), pathText);
    }

    void fieldsEditTheirStep()
    {
        Page page;
        QLineEdit &stage = page.field(u"Stage of step 2"_s);
        stage.setFocus();
        QTest::keyClicks(&stage, u"Next"_s);
        QTRY_VERIFY(page.bytes().contains("stage: Next"));
        QVERIFY(page.bytes().contains("  - post: a # first of all\n    stage: Begin\n    mine: kept\n"));
        QTest::mouseClick(&page.field<QCheckBox>(u"Step 2 is optional"_s), Qt::LeftButton);
        QVERIFY(page.bytes().contains("optional: true"));
        QTRY_COMPARE(page.page.steps().total(), u"3 posts · 6 min to read, 3 without the optional ones"_s);
        QTest::mouseClick(&page.field<QCheckBox>(u"Step 2 is optional"_s), Qt::LeftButton);
        QVERIFY(!page.bytes().contains("optional"));
    }

    void keysPutStepsInAnotherOrder()
    {
        Page page;
        QLineEdit &stage = page.field(u"Stage of step 1"_s);
        stage.setFocus();
        QTest::keyClick(&stage, Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(page.slugs(), QStringList({ u"b"_s, u"a"_s, u"gone"_s }));
        QVERIFY(page.bytes().indexOf("- b") < page.bytes().indexOf("post: a"));
        QVERIFY(page.bytes().contains("    mine: kept\n"));
        QVERIFY(stage.hasFocus());
        page.document.document()->undo();
        QCOMPARE(page.bytes(), pathText);
        QTRY_COMPARE(page.slugs(), QStringList({ u"a"_s, u"b"_s, u"gone"_s }));
    }

    void aPostIsAddedByTyping()
    {
        Page page;
        page.page.steps().field().setFocus();
        QTest::keyClicks(&page.page.steps().field(), u"last"_s);
        QTest::keyClick(&page.page.steps().field(), Qt::Key_Return);
        QTRY_COMPARE(page.slugs(), QStringList({ u"a"_s, u"b"_s, u"gone"_s, u"c"_s }));
        QVERIFY(page.bytes().contains("post: c\n"));
        QCOMPARE(page.page.steps().total(), u"4 posts · 9 min to read"_s);
        QVERIFY(page.page.steps().field().hasFocus()); // for the next one
    }

    void aStepIsRemoved()
    {
        Page page;
        QLineEdit &stage = page.field(u"Stage of step 3"_s);
        stage.setFocus();
        QTest::keyClick(&stage, Qt::Key_Delete, Qt::AltModifier);
        QCOMPARE(page.slugs(), QStringList({ u"a"_s, u"b"_s }));
        QVERIFY(!page.bytes().contains("gone"));
    }

    void theTitleLeadsToThePost()
    {
        Page page;
        QStringList wanted;
        connect(&page.page, &PlacePage::fileWanted, this, [&wanted](const SitePath &file) { wanted.append(file.toString()); });
        QTest::mouseClick(&page.field<QPushButton>(u"Post of step 2: B"_s), Qt::LeftButton);
        QCOMPARE(wanted, QStringList({ u"posts/2021-01-01-b.md"_s }));
    }

    void wrongStepsSaySo()
    {
        Page page;
        QTRY_COMPARE(page.page.steps().card(2)->problems(), QStringList({ u"There is no post “gone”"_s }));
        QLineEdit &stage = page.field(u"Stage of step 3"_s);
        stage.setFocus();
        QTest::keyClick(&stage, Qt::Key_Up, Qt::AltModifier);
        QTRY_COMPARE(page.page.steps().card(1)->problems(), QStringList({ u"There is no post “gone”"_s }));
        QTRY_VERIFY(page.page.steps().card(2)->problems().isEmpty());
    }

    void titleAndSummaryAreTyped()
    {
        Page page;
        QLineEdit &title = page.field(u"Title"_s);
        title.setFocus();
        QTest::keyClick(&title, Qt::Key_End);
        QTest::keyClicks(&title, u" here"_s);
        auto &summary = page.field<QPlainTextEdit>(u"Summary"_s);
        summary.setFocus();
        QTRY_VERIFY(page.bytes().contains("title: Start here\n"));
        summary.selectAll();
        QTest::keyClicks(&summary, u"Now."_s);
        QTRY_VERIFY(page.bytes().contains("summary: Now.\n"));
    }
};

QTEST_MAIN(TestPathPage)
#include "tst_path_page.moc"
