// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/file_tabs.h"

#include "ui/editor/file_document.h"
#include "ui/editor/text_limits.h"
#include "ui/history/history_panel.h"
#include "ui/posts/inline_prompt.h"
#include "ui/posts/post_actions.h"
#include "ui/posts/post_list.h"
#include "ui/properties/properties_form.h"
#include "ui/shell/notice_bar.h"
#include "ui/site_window.h"

#include <QAction>
#include <QLineEdit>
#include <QListView>
#include <QMenuBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::ui;

namespace {

constexpr int patience = 20'000; // milliseconds
const QString first = u"posts/2024-05-01-first.md"_s;
const QByteArray firstText = "---\ntitle: First # really\ndate: 2024-05-01\ntags: [go]\nunknown: {a: 1}\n---\n\nSome text.\n"_ba;

using TestText = std::pair<QString, QByteArray>; ///< of a file

/// The window with a site of three posts, without the preview (which has tests of its own).
struct Window : test::SiteWindow {
    /// `unsaved`: what an ended program had typed into the site; `later`: what was written to it since.
    explicit Window(const QList<TestText> &unsaved = {}, const QList<TestText> &later = {})
    {
        site.write(first, firstText);
        site.write(u"posts/2024-04-01-second.md"_s, "---\ntitle: Second\ndate: 2024-04-01\n---\n\nOther.\n"_ba);
        site.write(u"posts/2024-03-01-third.md"_s, "---\ntitle: Third\ndraft: true\n---\n\nSee [x](/nowhere/).\n"_ba);
        endUnsaved(unsaved);
        for (const auto &[file, text] : later)
            site.write(file, text);
        openWindow();
    }

    void endUnsaved(const QList<TestText> &texts)
    {
        workspace::Workspace ended(files);
        QSignalSpy loaded(&ended, &workspace::Workspace::loaded);
        ended.open(site.path());
        if (!loaded.wait(patience))
            qFatal("the site does not open");
        for (const auto &[file, text] : texts)
            ended.setText(SitePath::literal(file), text);
    }
    /// Clicks the notice's button of that text.
    void choose(const QString &text) const
    {
        for (QPushButton *button : view().notices().findChildren<QPushButton *>()) {
            if (button->text().remove(u'&') == text)
                return QTest::mouseClick(button, Qt::LeftButton);
        }
        qFatal("no button %s", qPrintable(text));
    }

    void open(const QString &file) const { view().openFile(SitePath::literal(file)); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const { QTest::keyClick(window.get(), key, modifiers); }

    [[nodiscard]] QList<QAction *> actions() const
    {
        QList<QAction *> all;
        for (const QMenu *menu : window->menuBar()->findChildren<QMenu *>()) {
            for (QAction *action : menu->actions()) {
                if (!action->isSeparator() && !action->menu())
                    all.append(action);
            }
        }
        return all;
    }
    void trigger(const QKeySequence &key) const
    {
        for (QAction *action : actions()) {
            if (action->shortcuts().contains(key))
                return action->trigger();
        }
        qFatal("no action for %s", qPrintable(key.toString()));
    }
    void answer(const QString &text) const
    {
        auto *field = view().postList().prompt().findChild<QLineEdit *>();
        field->clear();
        QTest::keyClicks(field, text);
        QTest::keyClick(field, Qt::Key_Return);
    }
};

} // namespace

class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// From elsewhere: another program, an earlier version.
    void aTextThatBecomesTooLongIsShownOnly()
    {
        const Window window;
        window.open(first);
        const QByteArray longText = firstText + QByteArray(longestEditedLine + 1, 'x');
        window.window->workspace().setText(SitePath::literal(first), longText);
        QTRY_VERIFY_WITH_TIMEOUT(window.editor().isReadOnly(), patience);
        QCOMPARE(window.view().pane().document()->bytes(), longText);
        window.window->workspace().setText(SitePath::literal(first), firstText);
        QTRY_VERIFY_WITH_TIMEOUT(!window.editor().isReadOnly(), patience);
        QCOMPARE(window.view().pane().document()->bytes(), firstText);
    }

    void aSiteThatIsOpenedTakesKeys()
    {
        const Window window;
        QCOMPARE(window.window->focusWidget(), &window.editor());
        const QString folder = window.site.path();
        QSignalSpy loaded(&window.window->workspace(), &workspace::Workspace::loaded);
        window.view().postList().view().setFocus();
        window.window->openSite(folder);
        QVERIFY(loaded.wait(patience));
        QCOMPARE(window.window->focusWidget(), &window.editor());
    }

    void theTitleTellsOfTheOpenTextAlone()
    {
        const Window window;
        window.open(first);
        QTest::keyClicks(&window.editor(), u"x"_s);
        QTRY_VERIFY_WITH_TIMEOUT(window.window->isWindowModified(), patience);
        window.open(u"posts/2024-04-01-second.md"_s);
        QVERIFY(!window.window->isWindowModified());
        QVERIFY(window.window->windowTitle().contains(u"second.md[*]"_s));
        window.open(first);
        QVERIFY(window.window->isWindowModified());
    }

    void keysGoFromTabToTab()
    {
        const Window window;
        const auto file = [&] { return window.view().pane().file()->toString(); };
        QTest::keyClicks(&window.editor(), u"x"_s);
        QTRY_VERIFY(!window.window->workspace().modifiedFiles().isEmpty()); // the first one stays
        window.open(u"posts/2024-04-01-second.md"_s);
        window.trigger(QKeySequence(Qt::CTRL | Qt::Key_Tab));
        QCOMPARE(file(), first);
        window.editor().undo();
        QVERIFY(!window.editor().document()->isUndoAvailable()); // its undo is still there, and ends there
        window.trigger(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Tab));
        QCOMPARE(file(), u"posts/2024-04-01-second.md"_s);
        window.trigger(QKeySequence(Qt::CTRL | Qt::Key_W));
        QCOMPARE(file(), first);
        window.trigger(QKeySequence(Qt::CTRL | Qt::Key_W));
        QVERIFY(!window.view().pane().file());
    }

    void tabsAreThereAgain()
    {
        Window window;
        window.open(u"posts/2024-04-01-second.md"_s);
        QTest::keyClicks(&window.editor(), u"x"_s);
        QTRY_VERIFY(!window.window->workspace().modifiedFiles().isEmpty());
        window.open(first);
        const QList<SitePath> before = window.view().tabs().files();
        QCOMPARE(before.size(), 2);
        QSignalSpy loaded(&window.window->workspace(), &workspace::Workspace::loaded);
        window.window->openSite(window.site.path());
        QVERIFY(loaded.wait(patience));
        QCOMPARE(window.view().tabs().files(), before);
        QCOMPARE(window.view().tabs().current()->toString(), first);
    }

    void opensTheNewestPost()
    {
        const Window window;
        QCOMPARE(window.view().pane().file()->toString(), first);
        QCOMPARE(window.view().postList().view().model()->rowCount(), 3);
    }

    void whatIsTypedIsOnDiskAfterSaving()
    {
        const Window window;
        window.open(first);
        window.editor().moveCursor(QTextCursor::End);
        QTest::keyClicks(&window.editor(), u"More words."_s);
        QTRY_VERIFY(window.window->workspace().isModified(SitePath::literal(first)));
        QCOMPARE(window.site.read(first), firstText);
        window.trigger(QKeySequence::Save);
        QTRY_COMPARE_WITH_TIMEOUT(window.site.read(first), firstText + "More words.", patience);
        QTRY_VERIFY(!window.window->isWindowModified());
    }

    void savingAtOnceSavesTheLastKey()
    {
        const Window window;
        window.open(first);
        window.editor().moveCursor(QTextCursor::End);
        QTest::keyClicks(&window.editor(), u"x"_s);
        window.trigger(QKeySequence::Save);
        QTRY_COMPARE_WITH_TIMEOUT(window.site.read(first), firstText + "x", patience);
    }

    void theFormEditsTheBytesOfItsKeyOnly()
    {
        const Window window;
        window.open(first);
        auto *tags = window.view().pane().properties().findChildren<QLineEdit *>().at(0);
        for (QLineEdit *field : window.view().pane().properties().findChildren<QLineEdit *>()) {
            if (field->accessibleName() == u"Tags")
                tags = field;
        }
        tags->end(false);
        QTest::keyClicks(tags, u", sql"_s);
        window.trigger(QKeySequence::Save);
        QTRY_COMPARE_WITH_TIMEOUT(window.site.read(first), QByteArray(firstText).replace("[go]", "[go, sql]"), patience);
        window.trigger(QKeySequence::Undo);
        window.trigger(QKeySequence::Save);
        QTRY_COMPARE_WITH_TIMEOUT(window.site.read(first), firstText, patience);
    }

    void odditiesSurviveTypingElsewhere_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("CRLF and byte order mark")
            << "\xEF\xBB\xBF---\r\ntitle: O\r\ndate: 2020-01-01\r\n---\r\n\r\nA\u00A0b 👩‍🚀\r\n"_ba;
        QTest::newRow("no-break spaces") << "---\ntitle: O\ndate: 2020-01-01\n---\nA\u00A0b\u202Fc\n"_ba;
    }
    void odditiesSurviveTypingElsewhere()
    {
        QFETCH(QByteArray, body);
        const QString file = u"posts/2020-01-01-odd.md"_s;
        Window window;
        window.site.write(file, body);
        QSignalSpy loaded(&window.window->workspace(), &workspace::Workspace::loaded);
        window.window->openSite(window.site.path());
        QVERIFY(loaded.wait(patience));
        window.open(file);
        window.editor().moveCursor(QTextCursor::End);
        QTest::keyClicks(&window.editor(), u"z"_s);
        window.trigger(QKeySequence::Save);
        QTRY_COMPARE_WITH_TIMEOUT(window.site.read(file), body + "z", patience);
    }

    void aNewPostIsADraftThatOpens()
    {
        const Window window;
        window.trigger(QKeySequence::New);
        window.answer(u"Fresh Thoughts"_s);
        const auto file = window.view().pane().file();
        QVERIFY(file && file->toString().endsWith(u"-fresh-thoughts.md"));
        QTest::keyClicks(&window.editor(), u"Hello."_s);
        window.trigger(QKeySequence::Save);
        QTRY_VERIFY_WITH_TIMEOUT(window.site.read(file->toString()).endsWith("Hello."), patience);
        QVERIFY(window.site.read(file->toString()).contains("draft: true"));
        QTRY_COMPARE(window.view().postList().view().model()->rowCount(), 4);
    }

    void escapeDropsTheQuestion()
    {
        const Window window;
        window.trigger(QKeySequence::New);
        QTest::keyClick(window.view().postList().prompt().findChild<QLineEdit *>(), Qt::Key_Escape);
        QVERIFY(window.view().postList().prompt().isHidden());
        QVERIFY(window.window->workspace().modifiedFiles().isEmpty());
    }

    void renamesWithTheTypedTextAndStaysOpen()
    {
        const Window window;
        const QByteArray text = QByteArray(firstText).replace("{a: 1}\n", "{a: 1}\naliases: [/posts/first/]\n"); // the old address leads on
        window.open(first);
        window.editor().moveCursor(QTextCursor::End);
        QTest::keyClicks(&window.editor(), u"x"_s);
        window.trigger(QKeySequence(Qt::Key_F2));
        window.answer(u"2024-05-01-renamed"_s);
        QTRY_COMPARE_WITH_TIMEOUT(window.view().pane().file()->toString(), u"posts/2024-05-01-renamed.md"_s, patience);
        QVERIFY(!window.site.has(first));
        QCOMPARE(window.site.read(u"posts/2024-05-01-renamed.md"_s), text + "x");
        QTest::keyClicks(&window.editor(), u"y"_s);
        window.trigger(QKeySequence::Save);
        QTRY_COMPARE_WITH_TIMEOUT(window.site.read(u"posts/2024-05-01-renamed.md"_s), text + "xy", patience);
    }

    void deletesAndBringsBack()
    {
        const Window window;
        window.open(first);
        window.editor().setFocus();
        window.trigger(QKeySequence(Qt::CTRL | Qt::Key_Delete));
        QTRY_VERIFY_WITH_TIMEOUT(!window.site.has(first), patience);
        QTRY_VERIFY(!window.view().notices().text().isEmpty());
        QVERIFY(window.view().pane().file() && window.view().pane().file()->toString() != first);
        window.view().notices().findChild<QPushButton *>()->click();
        QTRY_COMPARE_WITH_TIMEOUT(window.site.read(first), firstText, patience);
        QTRY_COMPARE_WITH_TIMEOUT(window.view().postList().view().model()->rowCount(), 3, patience);
    }

    void severalPostsGoTogetherAndComeBackTogether()
    {
        const Window window;
        window.view().postList().view().setFocus();
        window.view().postList().view().selectAll();
        window.view().posts().remove();
        QTRY_COMPARE_WITH_TIMEOUT(window.view().postList().view().model()->rowCount(), 0, patience);
        QVERIFY(!window.view().pane().file());
        QTRY_VERIFY(window.view().notices().text().startsWith(u"3 posts"));
        window.view().notices().findChild<QPushButton *>()->click();
        QTRY_COMPARE_WITH_TIMEOUT(window.view().postList().view().model()->rowCount(), 3, patience);
        QCOMPARE(window.site.read(first), firstText);
    }

    void aFileChangedByAnotherProgramIsNotOverwritten()
    {
        const Window window;
        window.open(first);
        window.site.write(first, "---\ntitle: Theirs\n---\n"_ba);
        window.editor().moveCursor(QTextCursor::End);
        QTest::keyClicks(&window.editor(), u"mine"_s);
        window.trigger(QKeySequence::Save);
        QTRY_VERIFY_WITH_TIMEOUT(window.view().notices().text().contains(u"until you decide"), patience);
        QCOMPARE(window.site.read(first), "---\ntitle: Theirs\n---\n"_ba);
        QVERIFY(window.editor().document()->toPlainText().endsWith(u"mine"));
        window.choose(u"Save mine over it"_s);
        QTRY_COMPARE_WITH_TIMEOUT(window.site.read(first), firstText + "mine", patience);
    }

    void unsavedTextOfAnEndedProgramIsShown()
    {
        const QByteArray typed = firstText + "Typed before the crash.";
        const Window window({ { first, typed } });
        QVERIFY(window.editor().document()->toPlainText().endsWith(u"Typed before the crash."));
        QVERIFY(window.window->isWindowModified());
        QVERIFY(window.view().notices().text().contains(u"recovered"));
        window.choose(u"Keep it"_s);
        QCOMPARE(window.view().notices().text(), QString());
        window.trigger(QKeySequence::Save);
        QTRY_COMPARE_WITH_TIMEOUT(window.site.read(first), typed, patience);
    }

    void theFilesTextReplacesTheRecoveredOneWhichIsKept()
    {
        const QByteArray typed = firstText + "Typed before the crash.";
        const Window window({ { first, typed } });
        window.choose(u"Show what is on disk"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!window.window->isWindowModified(), patience);
        QTRY_VERIFY(!window.editor().document()->toPlainText().contains(u"Typed before"));
        const QDir kept(window.site.path(u".quillway/recovery/kept"_s));
        QCOMPARE(kept.entryList(QDir::Files).size(), 1);
        QCOMPARE(window.site.read(u".quillway/recovery/kept/"_s + kept.entryList(QDir::Files).constFirst()), typed);
        QTRY_VERIFY(window.view().notices().text().contains(u"is kept at"));
    }

    void aRecoveredPostThatWasNeverSavedCanBePutAside()
    {
        const QString file = u"posts/2024-06-01-new.md"_s;
        const Window window({ { file, firstText } });
        window.choose(u"Keep it"_s);
        QCOMPARE(window.view().pane().file()->toString(), file);
        window.window->workspace().putAside(SitePath::literal(file));
        QTRY_VERIFY_WITH_TIMEOUT(window.view().pane().file()->toString() != file, patience);
        QVERIFY(!window.window->isWindowModified());
    }

    void recoveredTextOfAChangedFileIsAskedFor()
    {
        const QByteArray typed = firstText + "Mine.";
        const QByteArray theirs = firstText + "Theirs.";
        const Window window({ { first, typed } }, { { first, theirs } });
        QVERIFY(window.editor().document()->toPlainText().endsWith(u"Theirs."));
        QVERIFY(window.view().notices().text().contains(u"has changed since"));
        window.choose(u"Use my text"_s);
        QVERIFY(window.editor().document()->toPlainText().endsWith(u"Mine."));
        QTest::keyClicks(&window.editor(), u"x"_s);
        window.trigger(QKeySequence::Undo);
        window.trigger(QKeySequence::Undo);
        QVERIFY(window.editor().document()->toPlainText().endsWith(u"Theirs."));
        window.trigger(QKeySequence::Redo);
        window.trigger(QKeySequence::Save);
        QTRY_VERIFY_WITH_TIMEOUT(window.view().notices().text().contains(u"changed the file"), patience);
        QCOMPARE(window.site.read(first), theirs);
        window.choose(u"Save mine over it"_s);
        QTRY_COMPARE_WITH_TIMEOUT(window.site.read(first), typed, patience);
    }

    void eachRecoveredTextIsAskedForInTurn()
    {
        const QString second = u"posts/2024-04-01-second.md"_s;
        const Window window({ { first, firstText + "Mine." }, { second, "mine"_ba } },
                            { { first, firstText + "Theirs." }, { second, "theirs"_ba } });
        const QString one = window.view().notices().text();
        window.choose(u"Keep what is on disk"_s);
        QTRY_VERIFY_WITH_TIMEOUT(window.view().notices().text().contains(u"has changed since") && window.view().notices().text() != one,
                                 patience);
        window.choose(u"Keep what is on disk"_s);
        QTRY_COMPARE_WITH_TIMEOUT(QDir(window.site.path(u".quillway/recovery/kept"_s)).entryList(QDir::Files).size(), 2, patience);
        QCOMPARE(window.site.read(second), "theirs"_ba);
        QVERIFY(!window.window->isWindowModified());
    }

    void filtersTheList()
    {
        const Window window;
        QAbstractItemModel *rows = window.view().postList().view().model();
        QLineEdit *filter = nullptr;
        for (QLineEdit *field : window.view().postList().findChildren<QLineEdit *>()) {
            if (field->accessibleName() == u"Filter posts")
                filter = field;
        }
        QTest::keyClicks(filter, u"is:draft"_s);
        QCOMPARE(rows->rowCount(), 1);
        QTest::keyClick(filter, Qt::Key_Escape);
        QCOMPARE(rows->rowCount(), 3);
    }

    void theRawViewShowsTheWholeFile()
    {
        const Window window;
        window.open(first);
        QVERIFY(window.view().pane().properties().isVisible());
        window.trigger(QKeySequence(Qt::Key_F4));
        QVERIFY(!window.view().pane().properties().isVisible());
        QTest::keyClick(&window.editor(), Qt::Key_Home, Qt::ControlModifier);
        QCOMPARE(window.editor().line(), 1);
    }

    void aProblemLeadsToItsLine()
    {
        const Window window;
        auto *table = window.view().problems().findChild<QTableView *>();
        QTRY_VERIFY_WITH_TIMEOUT(table->model()->rowCount() > 0, patience);
        window.view().problems().show();
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            if (!table->model()->index(row, 1).data().toString().contains(u"nowhere"))
                continue;
            QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(table->model()->index(row, 1)).center());
            QCOMPARE(window.view().pane().file()->toString(), u"posts/2024-03-01-third.md"_s);
            QCOMPARE(window.editor().line(), 6);
            return;
        }
        QFAIL("the broken link is not listed");
    }

    void exports()
    {
        const Window window;
        QSignalSpy finished(&window.window->workspace(), &workspace::Workspace::exportFinished);
        window.trigger(QKeySequence(Qt::CTRL | Qt::Key_E));
        QVERIFY(finished.wait(patience));
        QVERIFY(window.site.has(u"public/index.html"_s));
        QVERIFY(window.view().notices().text().startsWith(u"Exported"));
    }

    void anExportCanBeCancelled()
    {
        const Window window;
        for (int i = 0; i < 400; ++i)
            window.site.write(u"posts/2023-01-01-n%1.md"_s.arg(i),
                              "---\ntitle: N\ndate: 2023-01-01\n---\n\n"_ba + "Word. "_ba.repeated(2000));
        QSignalSpy loaded(&window.window->workspace(), &workspace::Workspace::loaded);
        window.window->openSite(window.site.path());
        QVERIFY(loaded.wait(patience));
        QSignalSpy finished(&window.window->workspace(), &workspace::Workspace::exportFinished);
        window.trigger(QKeySequence(Qt::CTRL | Qt::Key_E));
        window.window->workspace().cancelExport();
        QVERIFY(finished.wait(patience));
        QVERIFY(finished.first().first().value<publish::ExportReport>().cancelled);
        QVERIFY(!window.window->workspace().isExporting());
    }

    void closingSavesWhatWasTyped()
    {
        const Window window;
        window.open(first);
        window.editor().moveCursor(QTextCursor::End);
        QTest::keyClicks(&window.editor(), u"last words"_s);
        window.window->close();
        QTRY_VERIFY_WITH_TIMEOUT(!window.window->isVisible(), patience);
        QCOMPARE(window.site.read(first), firstText + "last words");
    }

    void closingStaysWhereATextCannotBeSaved()
    {
        const Window window;
        window.open(first);
        window.editor().moveCursor(QTextCursor::End);
        QTest::keyClicks(&window.editor(), u"mine"_s);
        window.site.write(first, "theirs"_ba);
        window.window->close();
        QTRY_VERIFY_WITH_TIMEOUT(!window.view().notices().text().isEmpty(), patience);
        QVERIFY(window.window->isVisible());
        QCOMPARE(window.site.read(first), "theirs"_ba);
    }

    void aPreviousVersionComesBackAsAnEdit()
    {
        const Window window;
        window.open(first);
        window.editor().moveCursor(QTextCursor::End);
        QTest::keyClicks(&window.editor(), u"More."_s);
        window.trigger(QKeySequence::Save);
        QTRY_COMPARE_WITH_TIMEOUT(window.site.read(first), firstText + "More.", patience);
        window.trigger(QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_H));
        auto *panel = window.view().findChild<HistoryPanel *>();
        QVERIFY(panel && panel->isVisible());
        QPushButton *restore = nullptr;
        QVERIFY(QTest::qWaitFor(
            [&] {
                for (QPushButton *button : panel->findChildren<QPushButton *>()) {
                    if (button->isEnabled() && button->text().contains(u"estore"))
                        restore = button;
                }
                return restore != nullptr;
            },
            patience));
        restore->click();
        QCOMPARE(window.view().pane().document()->bytes(), firstText);
        QCOMPARE(window.site.read(first), firstText + "More."); // not before it is saved
        window.trigger(QKeySequence::Undo);
        QCOMPARE(window.view().pane().document()->bytes(), firstText + "More.");
    }

    void mnemonicsAndKeysAreUnique()
    {
        const Window window;
        QSet<QKeySequence> keys;
        for (const QAction *action : window.actions()) {
            for (const QKeySequence &key : action->shortcuts()) {
                QVERIFY2(!keys.contains(key), qPrintable(key.toString()));
                keys.insert(key);
            }
        }
        for (const QMenu *menu : window.window->menuBar()->findChildren<QMenu *>()) {
            QSet<QString> letters;
            for (const QAction *action : menu->actions()) {
                const QKeySequence mnemonic = QKeySequence::mnemonic(action->text());
                if (mnemonic.isEmpty())
                    continue;
                QVERIFY2(!letters.contains(mnemonic.toString()), qPrintable(menu->title() + u": "_s + action->text()));
                letters.insert(mnemonic.toString());
            }
        }
    }

    void everythingThatTakesTheFocusHasAName()
    {
        const Window window;
        for (const QWidget *widget : window.window->findChildren<QWidget *>()) {
            if (!(widget->focusPolicy() & Qt::TabFocus) || !widget->isVisibleTo(window.window.get()))
                continue;
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            QVERIFY2(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()),
                     qPrintable(QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->toolTip()));
        }
    }
};

QTEST_MAIN(TestMainWindow)
#include "tst_main_window.moc"
