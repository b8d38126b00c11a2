// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/place_stack.h"

#include "ui/library/library_model.h"
#include "ui/library/library_view.h"
#include "ui/paths/path_page.h"
#include "ui/posts/inline_prompt.h"
#include "ui/posts/post_list.h"
#include "ui/shell/file_tabs.h"
#include "ui/site_window.h"
#include "ui/tags/tags_page.h"
#include "ui/topics/topic_page.h"

#include <QAction>
#include <QLineEdit>
#include <QMenuBar>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::ui;

namespace {

constexpr int patience = 20'000; // milliseconds
const QString post = u"posts/2024-05-01-first.md"_s;
const QString topic = u"topics/go.md"_s;
const QString path = u"paths/start.md"_s;
const QByteArray topicText = "---\ntitle: About Go\nfocus: channels # and more\n---\n\nSome text.\n"_ba;

/// The window with a post, a topic and a reading path, without the preview.
struct Window : test::SiteWindow {
    Window()
    {
        site.write(post, "---\ntitle: First\ndate: 2024-05-01\ntags: [go]\n---\n\nSome text.\n"_ba);
        site.write(topic, topicText);
        site.write(path, "---\ntitle: Start\nsteps: [first]\n---\n"_ba);
        openWindow();
    }

    [[nodiscard]] QWidget *shown() const { return view().places().currentWidget(); }
    [[nodiscard]] bool showsText() const { return shown() == &view().pane(); }
    [[nodiscard]] QString file() const { return view().pane().file() ? view().pane().file()->toString() : QString(); }
    [[nodiscard]] QByteArray text(const QString &name) const { return window->workspace().text(SitePath::literal(name)); }
    void open(const QString &name) const { view().openFile(SitePath::literal(name)); }

    void trigger(const QString &name) const
    {
        for (const QMenu *menu : window->menuBar()->findChildren<QMenu *>()) {
            for (QAction *action : menu->actions()) {
                if (action->text().remove(u'&') == name)
                    return action->trigger();
            }
        }
        qFatal("no command %s", qPrintable(name));
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const { QTest::keyClick(QApplication::focusWidget(), key, modifiers); }
    template<typename Field = QLineEdit>
    Field &field(const QString &name) const
    {
        for (Field *candidate : shown()->findChildren<Field *>()) {
            if (candidate->accessibleName() == name)
                return *candidate;
        }
        qFatal("no field %s", qPrintable(name));
    }
};

} // namespace

class TestPlaceStack : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLibraryOpensWorkspaces()
    {
        const Window window;
        auto *library = window.view().library().findChild<LibraryView *>();
        auto *model = qobject_cast<LibraryModel *>(library->model());
        library->setCurrentIndex(model->index(0, 0, model->indexOf(LibraryEntry::Kind::Topics)));
        QCOMPARE(window.shown(), &window.view().places().topic());
        QCOMPARE(window.file(), topic);
        QCOMPARE(window.field(u"Title"_s).text(), u"About Go"_s);
        library->setCurrentIndex(model->index(0, 0, model->indexOf(LibraryEntry::Kind::Paths)));
        QCOMPARE(window.shown(), &window.view().places().path());
        QCOMPARE(window.view().tabs().current()->toString(), path);
        window.open(post);
        QVERIFY(window.showsText());
    }

    void oneKeyShowsTheTextAndTheWayBack()
    {
        const Window window;
        window.open(topic);
        window.view().focusContent();
        QVERIFY(window.field(u"Title"_s).hasFocus());
        window.press(Qt::Key_F4);
        QVERIFY(window.showsText());
        QVERIFY(window.view().pane().editor().hasFocus());
        QVERIFY(window.view().pane().editor().toPlainText().startsWith(u"---\ntitle: About Go"));
        window.press(Qt::Key_F4);
        QVERIFY(!window.showsText());
        QVERIFY(window.field(u"Title"_s).hasFocus());
    }

    void undoAndSaveAreThoseOfTheFile()
    {
        const Window window;
        window.open(topic);
        window.view().focusContent();
        QLineEdit &title = window.field(u"Title"_s);
        QTest::keyClick(&title, Qt::Key_End);
        QTest::keyClicks(&title, u"!"_s);
        window.press(Qt::Key_S, Qt::ControlModifier); // at once: what is typed goes with it
        QTRY_COMPARE(window.site.read(topic), QByteArray(topicText).replace("About Go", "About Go!"));
        window.press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(title.text(), u"About Go"_s);
        QTRY_COMPARE(window.text(topic), topicText);
    }

    void backAndForwardLeadThroughWorkspaces()
    {
        const Window window;
        window.open(post);
        QTest::qWait(0);
        window.open(topic);
        QTest::qWait(0);
        window.open(path);
        QTest::qWait(0);
        window.trigger(u"Back"_s);
        QCOMPARE(window.file(), topic);
        QVERIFY(!window.showsText());
        window.trigger(u"Back"_s);
        QCOMPARE(window.file(), post);
        QVERIFY(window.showsText());
        window.trigger(u"Forward"_s);
        QCOMPARE(window.file(), topic);
        QVERIFY(!window.showsText());
    }

    void aPlaceInTheTextIsShownThere()
    {
        const Window window;
        window.view().openFile(SitePath::literal(topic), { 3, 1 });
        QVERIFY(window.showsText());
        QCOMPARE(window.view().pane().editor().line(), 3);
        window.open(post);
        QVERIFY(!window.view().pane().isRaw()); // nobody asked for that of a post
        window.open(topic);
        QVERIFY(!window.showsText());
    }

    void aHeadThatCannotBeReadIsShownAsText()
    {
        const Window window;
        window.open(topic);
        QVERIFY(!window.showsText());
        window.window->workspace().setText(SitePath::literal(topic), "---\ntitle: [\n---\n"_ba);
        window.open(post);
        window.open(topic);
        QTRY_VERIFY(window.showsText());
    }

    void aTopicIsDeletedWhileOneTypes()
    {
        const Window window;
        window.open(topic);
        window.view().focusContent();
        QTest::keyClicks(&window.field(u"Title"_s), u"typed"_s);
        window.window->workspace().remove(SitePath::literal(topic));
        QTRY_VERIFY(window.file() != topic);
        QVERIFY(window.showsText());
    }

    void theTagsAreOpenedWhereverOneIs()
    {
        const Window window;
        window.open(post);
        QTest::qWait(0);
        window.trigger(u"All tags"_s);
        QVERIFY(window.view().places().showsTags());
        QTRY_COMPARE(window.view().places().tags().table().model()->rowCount(), 1);
        QVERIFY(window.view().places().tags().table().hasFocus());
        QVERIFY(!window.site.has(u"tags.toml"_s)); // looking makes no file
        window.trigger(u"Back"_s);
        QCOMPARE(window.file(), post);
        QVERIFY(window.showsText());
        window.trigger(u"Forward"_s);
        QVERIFY(window.view().places().showsTags());
        window.press(Qt::Key_Return); // its posts
        QCOMPARE(window.view().postList().filterText(), u"tag:go"_s);
    }

    void whatIsSaidOfATagIsSavedAndUndone()
    {
        const Window window;
        window.view().openTags(u"go"_s);
        QTRY_COMPARE(window.view().places().tags().table().model()->rowCount(), 1);
        QTRY_VERIFY(window.field(u"Title"_s).isVisible());
        QLineEdit &title = window.field(u"Title"_s);
        title.setFocus();
        QTest::keyClicks(&title, u"Go"_s);
        window.press(Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(window.site.read(u"tags.toml"_s).contains("title = \"Go\""));
        window.press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(title.text(), QString());
    }

    void theLibraryLeadsToTheTags()
    {
        const Window window;
        auto *library = window.view().library().findChild<LibraryView *>();
        auto *model = qobject_cast<LibraryModel *>(library->model());
        const QModelIndex tags = model->indexOf(LibraryEntry::Kind::Tags);
        library->scrollTo(tags);
        const QRect row = library->visualRect(tags);
        QTest::mouseClick(library->viewport(), Qt::LeftButton, {}, QPoint(row.left() + 70, row.bottom() - 8));
        QVERIFY(window.view().places().showsTags());
        QVERIFY(!library->isExpanded(tags));
        QTest::mouseClick(library->viewport(), Qt::LeftButton, {}, QPoint(14, row.bottom() - 8));
        QVERIFY(library->isExpanded(tags));
    }

    void newOnesAreMadeByTheirTitle_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QString>("file");
        QTest::newRow("topic") << u"New topic…"_s << u"topics/go.md"_s;
        QTest::newRow("reading path") << u"New reading path…"_s << u"paths/go.md"_s;
    }
    void newOnesAreMadeByTheirTitle()
    {
        QFETCH(const QString, command);
        QFETCH(const QString, file);
        const Window window;
        window.trigger(command);
        auto *prompt = window.view().postList().prompt().findChild<QLineEdit *>();
        QTest::keyClicks(prompt, u"Go"_s);
        QTest::keyClick(prompt, Qt::Key_Return);
        const QString made = file == topic ? u"topics/go-2.md"_s : file;
        QCOMPARE(window.file(), made);
        QVERIFY(!window.showsText());
        QCOMPARE(window.field(u"Title"_s).text(), u"Go"_s);
        QVERIFY(window.field(u"Title"_s).hasFocus());
        QCOMPARE(window.text(made), "---\ntitle: Go\n---\n"_ba);
        window.press(Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE(window.site.read(made), "---\ntitle: Go\n---\n"_ba);
    }

    void tabsHaveTheirTitles()
    {
        const Window window;
        window.open(topic);
        window.view().focusContent();
        QTest::keyClicks(&window.field(u"Title"_s), u"Go on"_s); // a text that is typed in keeps its tab
        QTRY_VERIFY(!window.window->workspace().modifiedFiles().isEmpty());
        window.open(path);
        QTRY_COMPARE(window.view().tabs().tabText(window.view().tabs().currentIndex()), u"Start"_s);
    }
};

QTEST_MAIN(TestPlaceStack)
#include "tst_place_stack.moc"
