// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/native_file_system.h"
#include "support/site_folder.h"
#include "ui/editor/open_documents.h"
#include "ui/editor/syntax.h"
#include "ui/problems/problem_fixes.h"
#include "ui/problems/problem_list.h"

#include <QApplication>
#include <QMenu>
#include <QTableView>
#include <QTest>
#include <QToolButton>

#include <algorithm>

using namespace quillway;
using namespace quillway::ui;
using namespace Qt::StringLiterals;

namespace {

/// A site with a link that is nearly right, and the list of its problems.
struct Desk {
    test::SiteFolder folder;
    NativeFileSystem files;
    Syntax syntax;
    workspace::Workspace workspace { files };
    OpenDocuments documents { workspace, syntax };
    ProblemList list;
    QList<SitePath> shown;
    ProblemFixes fixes { workspace, documents, list, [this](const SitePath &file) { shown += file; } };
    SitePath post = SitePath::literal(u"posts/2022-01-01-a.md");

    Desk()
    {
        folder.write(u"quillway.toml"_s, "title = \"A\"\n");
        folder.write(u"posts/2022-01-01-a.md"_s, "---\ntitle: A\n---\n[x](2022-01-02-good-pots.md)\n");
        folder.write(u"posts/2022-01-02-good-post.md"_s, "---\ntitle: B\n---\n");
        QObject::connect(&workspace, &workspace::Workspace::problemsChanged, &list, [this] { list.setProblems(workspace.problems()); });
        workspace.open(folder.path());
        list.show();
        view()->setFocus();
    }

    [[nodiscard]] QTableView *view() const { return list.findChild<QTableView *>(); }
    [[nodiscard]] QMenu *menu() const { return qobject_cast<QMenu *>(QApplication::activePopupWidget()); }
    [[nodiscard]] QToolButton *button() const
    {
        const QList<QToolButton *> buttons = list.findChildren<QToolButton *>();
        const auto found = std::ranges::find_if(buttons, [](const QToolButton *button) { return button->text().startsWith(u"Fix"); });
        return found == buttons.end() ? nullptr : *found;
    }
    [[nodiscard]] bool hasProblem() const { return view()->model()->rowCount() == 1; }
};

} // namespace

class TestProblemFixes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fixesByKeysAlone();
    void offersThePlaceWhereNothingElseIsClear();
    void leavesATextAloneThatChangedSince();
};

void TestProblemFixes::fixesByKeysAlone()
{
    Desk desk;
    QTRY_VERIFY(desk.hasProblem());
    auto *button = desk.button();
    QVERIFY(!button->isEnabled());
    QTest::keyClick(desk.view(), Qt::Key_Home);
    desk.view()->selectRow(0);
    QVERIFY(button->isEnabled());
    QTest::keyClick(button, Qt::Key_Space);
    QTRY_VERIFY(desk.menu());
    QTest::keyClick(desk.menu(), Qt::Key_Return);
    QTRY_COMPARE(desk.shown, QList<SitePath> { desk.post });
    desk.documents.flush();
    QCOMPARE(desk.workspace.text(desk.post), "---\ntitle: A\n---\n[x](2022-01-02-good-post.md)\n");
    QTRY_COMPARE(desk.view()->model()->rowCount(), 0);
    desk.documents.document(desk.post)->document()->undo();
    desk.documents.flush();
    QCOMPARE(desk.workspace.text(desk.post), "---\ntitle: A\n---\n[x](2022-01-02-good-pots.md)\n");
}

void TestProblemFixes::offersThePlaceWhereNothingElseIsClear()
{
    Desk desk;
    QTRY_VERIFY(desk.hasProblem());
    desk.workspace.setText(desk.post, "---\ntitle: A\nupdated: soon\n---\n");
    QTRY_VERIFY(desk.hasProblem() && desk.workspace.problems().constFirst().error.code == ErrorCode::BadDate);
    desk.view()->selectRow(0);
    QTest::mouseClick(desk.button(), Qt::LeftButton);
    QTRY_VERIFY(desk.menu());
    QVERIFY(!desk.menu()->actions().constFirst()->isEnabled());
    Error place;
    QObject::connect(&desk.list, &ProblemList::chosen, &desk.list, [&](const Error &error) { place = error; });
    desk.menu()->actions().constLast()->trigger();
    desk.menu()->close();
    QCOMPARE(place.position.line, 3);
}

void TestProblemFixes::leavesATextAloneThatChangedSince()
{
    Desk desk;
    QTRY_VERIFY(desk.hasProblem());
    bool wasOvertaken = false;
    QObject::connect(&desk.fixes, &ProblemFixes::overtaken, &desk.list, [&] { wasOvertaken = true; });
    desk.view()->selectRow(0);
    const Diagnostic problem = desk.workspace.problems().constFirst();
    const QList<changes::Fix> fixes = changes::fixesOf(*desk.workspace.site(), problem);
    const QByteArray typed = "---\ntitle: A\n---\n[x](2022-01-02-good-pots.md) and more\n";
    desk.workspace.setText(desk.post, typed);
    Q_EMIT desk.list.fixChosen(fixes.constFirst());
    QVERIFY(wasOvertaken);
    QCOMPARE(desk.workspace.text(desk.post), typed);
}

QTEST_MAIN(TestProblemFixes)
#include "tst_problem_fixes.moc"
