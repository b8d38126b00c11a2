// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spelling/spell_checker.h"

#include "core/base/native_file_system.h"
#include "support/site_folder.h"
#include "ui/editor/file_document.h"
#include "ui/editor/syntax.h"
#include "ui/editor/text_editor.h"
#include "ui/spelling/spelling_marks.h"

#include <QMenu>
#include <QSignalSpy>
#include <QTest>

#include <tuple>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::ui;

namespace {

constexpr int patience = 20'000; // milliseconds

struct Spelling {
    test::SiteFolder folder;
    NativeFileSystem files;
    SpellChecker checker { files };

    explicit Spelling(const QString &language = u"en"_s)
    {
        checker.setSite(folder.path());
        checker.setLanguage(language);
        std::ignore = QTest::qWaitFor([&] { return !checker.dictionary().isEmpty(); }, 3000);
    }

    bool isWrong(const QString &word)
    {
        std::optional<bool> answer;
        std::ignore = QTest::qWaitFor([&] { return (answer = checker.isWrong(word)).has_value(); }, patience);
        return answer.value_or(false);
    }
};

/// A text in an editor that marks what is wrong.
struct Editing : Spelling {
    Syntax syntax;
    FileDocument document;
    TextEditor editor;

    explicit Editing(const QByteArray &text)
        : document(SitePath::literal(u"posts/a.md"), text)
    {
        syntax.colour(document);
        document.setHeadHidden(true);
        editor.resize(700, 500);
        editor.setSpelling(checker);
        editor.show(&document);
        editor.QWidget::show();
        if (!QTest::qWaitForWindowExposed(&editor))
            qFatal("no window");
        editor.setFocus();
    }
    ~Editing() { editor.show(nullptr); }

    /// What is marked in the whole text, once it is known.
    QStringList marked()
    {
        QStringList words;
        QSignalSpy changed(&checker, &SpellChecker::changed);
        do {
            changed.clear();
            words.clear();
            for (QTextBlock block = editor.document()->findBlock(document.bodyPosition()); block.isValid(); block = block.next()) {
                for (const LinePart &word : wrongWords(block, checker, editor.textCursor().position()))
                    words.append(block.text().sliced(word.begin, word.length));
            }
        } while (changed.wait(300));
        return words;
    }
};

} // namespace

class TestSpellChecker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesADictionary_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("dictionary");
        QTest::newRow("language") << u"en"_s << u"en_US"_s;
        QTest::newRow("region") << u"de-DE"_s << u"de_DE"_s;
        QTest::newRow("another language") << u"de"_s << u"de_DE"_s;
        QTest::newRow("a region that is not there") << u"en-ZZ"_s << u"en_US"_s;
        QTest::newRow("a language that is not there") << u"tlh"_s << u""_s;
    }
    void takesADictionary()
    {
        QFETCH(QString, language);
        Spelling spelling(language);
        QTEST(spelling.checker.dictionary(), "dictionary");
    }

    void knowsWords()
    {
        Spelling spelling;
        QVERIFY(!spelling.isWrong(u"believe"_s));
        QVERIFY(spelling.isWrong(u"beleive"_s));
        spelling.checker.setLanguage(u"de"_s);
        QVERIFY(QTest::qWaitFor([&] { return spelling.checker.dictionary() == u"de_DE"; }, patience));
        QVERIFY(!spelling.isWrong(u"Fehler"_s));
        QVERIFY(spelling.isWrong(u"believe"_s));
    }

    void withoutADictionaryNothingIsWrong()
    {
        Spelling spelling(u"tlh"_s);
        QVERIFY(!spelling.checker.isWrong(u"beleive"_s).value_or(false));
    }

    void offNothingIsWrong()
    {
        Spelling spelling;
        spelling.checker.setEnabled(false);
        QCOMPARE(spelling.checker.isWrong(u"beleive"_s), false);
        spelling.checker.setEnabled(true);
        QVERIFY(spelling.isWrong(u"beleive"_s));
    }

    void theSiteHasWordsOfItsOwn()
    {
        Spelling spelling;
        QVERIFY(spelling.isWrong(u"quillway"_s));
        spelling.checker.addToSite(u"quillway"_s);
        QVERIFY(!spelling.isWrong(u"quillway"_s));
        QTRY_COMPARE_WITH_TIMEOUT(spelling.folder.read(u"dictionary.txt"_s), "quillway\n"_ba, patience);

        SpellChecker again(spelling.files);
        again.setSite(spelling.folder.path());
        QTRY_COMPARE_WITH_TIMEOUT(again.isWrong(u"quillway"_s), false, patience);
    }

    void theDictionaryKeepsWhatWasWrittenIntoIt()
    {
        Spelling spelling;
        spelling.folder.write(u"dictionary.txt"_s, "# ours\nfoo"_ba);
        spelling.checker.addToSite(u"bar"_s);
        QTRY_COMPARE_WITH_TIMEOUT(spelling.folder.read(u"dictionary.txt"_s), "# ours\nfoo\nbar\n"_ba, patience);
        spelling.checker.addToSite(u"foo"_s);
        spelling.checker.addToSite(u"baz"_s);
        QTRY_COMPARE_WITH_TIMEOUT(spelling.folder.read(u"dictionary.txt"_s), "# ours\nfoo\nbar\nbaz\n"_ba, patience);
    }

    void saysThatTheDictionaryCannotBeWritten()
    {
        Spelling spelling;
        QDir(spelling.folder.path()).mkdir(u"dictionary.txt"_s);
        QSignalSpy failed(&spelling.checker, &SpellChecker::failed);
        spelling.checker.addToSite(u"quillway"_s);
        QVERIFY(failed.wait(patience));
        QVERIFY(!spelling.isWrong(u"quillway"_s)); // for as long as the program runs
    }

    void marksProseOnly()
    {
        Editing editing(
            "---\ntitle: Wrnog\n---\nThis is wrogn and *wrnog* too, not `wornga` nor [here](wrongn.md) nor HTTPX.\n\n```\nnto\n```\n\n"
            "<!-- ot -->\n## A headign\n"_ba);
        QCOMPARE(editing.marked().join(u' '), u"wrogn wrnog headign"_s);
    }

    void leavesTheWordThatIsBeingTyped()
    {
        Editing editing("Some\n"_ba);
        editing.editor.moveCursor(QTextCursor::Start);
        QTest::keyClicks(&editing.editor, u"wrogn"_s);
        QCOMPARE(editing.marked(), QStringList({ u"Some"_s }).mid(1));
        QTest::keyClicks(&editing.editor, u" "_s);
        QCOMPARE(editing.marked(), QStringList { u"wrogn"_s });
    }

    void replacesAWordFromTheMenu()
    {
        Editing editing("I beleive it.\n"_ba);
        QCOMPARE(editing.marked(), QStringList { u"beleive"_s });
        editing.editor.goTo(1, 5);
        QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint(), Qt::NoModifier);
        QCoreApplication::sendEvent(&editing.editor, &event);
        auto *menu = editing.editor.findChild<QMenu *>();
        QVERIFY(menu);
        QAction *believe = nullptr;
        QVERIFY(QTest::qWaitFor(
            [&] {
                for (QAction *action : menu->actions()) {
                    if (action->text() == u"believe")
                        believe = action;
                }
                return believe != nullptr;
            },
            patience));
        believe->trigger();
        QCOMPARE(editing.document.bytes(), "I believe it.\n"_ba);
        QTest::keyClick(&editing.editor, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(editing.document.bytes(), "I beleive it.\n"_ba);
        menu->close();
    }
};

QTEST_MAIN(TestSpellChecker)
#include "tst_spell_checker.moc"
