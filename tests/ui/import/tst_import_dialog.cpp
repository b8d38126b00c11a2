// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/import_dialog.h"

#include "core/base/native_file_system.h"
#include "support/site_folder.h"
#include "ui/import/term_model.h"
#include "ui/shell/main_window.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenuBar>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::ui;
using test::SiteFolder;

namespace {

constexpr int patience = 60'000; // milliseconds

void writeBlog(const SiteFolder &source, int posts = 3)
{
    source.write(u"_config.yml"_s, "title: Old & <b>bold</b>\n"_ba);
    for (int i = 1; i <= posts; ++i)
        source.write(u"_posts/2019-01-%1-p%2.md"_s.arg(i % 28 + 1, 2, 10, QChar(u'0')).arg(i),
                     "---\ntitle: P" + QByteArray::number(i) + "\ncategories: [ops]\n---\n{% highlight go %}\nx\n{% endhighlight %}\n"
                         + "Words and `code`.\n\n"_ba.repeated(posts > 100 ? 2000 : 1));
}

/// The dialog with a blog chosen.
struct Dialog {
    SiteFolder source;
    SiteFolder target;
    NativeFileSystem files;
    std::unique_ptr<ImportDialog> dialog;

    explicit Dialog(int posts = 3)
    {
        writeBlog(source, posts);
        dialog = std::make_unique<ImportDialog>(files);
        dialog->show();
    }

    [[nodiscard]] QPushButton *button(const QString &text) const
    {
        for (auto *button : dialog->findChildren<QPushButton *>()) {
            if (button->text().remove(u'&') == text)
                return button;
        }
        return nullptr;
    }
    [[nodiscard]] QLineEdit *field(const QString &name) const
    {
        for (auto *field : dialog->findChildren<QLineEdit *>()) {
            if (field->accessibleName() == name)
                return field;
        }
        return nullptr;
    }
    [[nodiscard]] bool says(const QString &text) const
    {
        const auto labels = dialog->findChildren<QLabel *>();
        return std::ranges::any_of(labels, [&](const QLabel *label) { return label->isVisible() && label->text().contains(text); });
    }
};

} // namespace

/// A blog is chosen, looked at and imported in the window.
class TestImportDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatWasRecognised()
    {
        const Dialog window;
        QVERIFY(!window.button(u"Import"_s)->isEnabled());
        QLineEdit *field = window.field(u"Blog to import"_s);
        QTest::keyClicks(field, window.source.path());
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(window.says(u"Jekyll, “Old & <b>bold</b>”: 3 posts"_s), patience);
        QCOMPARE(window.dialog->findChild<QListWidget *>()->count(), 3);
        QCOMPARE(window.dialog->findChild<QListWidget *>()->item(0)->text(), u"P3"_s);
        QCOMPARE(window.dialog->findChild<TermModel *>()->rowCount(), 1);
        QVERIFY(window.button(u"Import"_s)->isEnabled());
        // A folder beside the blog is proposed.
        QVERIFY(window.field(u"Folder of the new site"_s)->text().startsWith(window.source.path()));
    }

    void importsWhatWasChosen()
    {
        const Dialog window;
        window.dialog->setSource(window.source.path());
        QTRY_VERIFY_WITH_TIMEOUT(window.button(u"Import"_s)->isEnabled(), patience);
        window.dialog->setTarget(window.target.path(u"new"_s));
        auto *terms = window.dialog->findChild<TermModel *>();
        QVERIFY(terms->setData(terms->index(0, TermModel::Use), int(importing::TermUse::TagAndTopic), Qt::EditRole));
        QSignalSpy opened(window.dialog.get(), &ImportDialog::openRequested);
        QTest::mouseClick(window.button(u"Import"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(window.button(u"Open the site"_s), patience);
        QVERIFY(window.target.has(u"new/topics/ops.md"_s));
        QVERIFY(window.target.read(u"new/posts/2019-01-02-p1.md"_s).contains("```go\nx\n```"));
        QVERIFY(window.says(u"Imported: 3 posts"_s));
        QTest::mouseClick(window.button(u"Open the site"_s), Qt::LeftButton);
        QCOMPARE(opened.size(), 1);
        QVERIFY(opened.first().first().toString().endsWith(u"/new"_s));
        QVERIFY(!window.dialog->isVisible());
    }

    void canBeCancelled()
    {
        const Dialog window(600);
        window.dialog->setSource(window.source.path());
        QTRY_VERIFY_WITH_TIMEOUT(window.button(u"Import"_s)->isEnabled(), patience);
        window.dialog->setTarget(window.target.path(u"new"_s));
        QTest::mouseClick(window.button(u"Import"_s), Qt::LeftButton);
        QVERIFY(window.button(u"Cancel"_s));
        QTest::keyClick(window.dialog.get(), Qt::Key_Escape);
        QVERIFY(window.dialog->isVisible()); // until nothing is half made
        QTRY_VERIFY_WITH_TIMEOUT(window.says(u"Cancelled"_s), patience);
        QCOMPARE(window.target.files(), QStringList());
        QVERIFY(window.button(u"Import"_s)->isEnabled());
        QTest::keyClick(window.dialog.get(), Qt::Key_Escape);
        QVERIFY(!window.dialog->isVisible());
    }

    void saysWhatIsWrong()
    {
        const Dialog window;
        const SiteFolder empty;
        window.dialog->setSource(empty.path(u"nowhere"_s));
        QTRY_VERIFY_WITH_TIMEOUT(window.says(u"nowhere"_s) && !window.says(u"Reading"_s), patience);
        QVERIFY(!window.button(u"Import"_s)->isEnabled());
        window.dialog->setSource(window.source.path());
        QTRY_VERIFY_WITH_TIMEOUT(window.button(u"Import"_s)->isEnabled(), patience);
        window.target.write(u"full/x"_s, "x");
        window.dialog->setTarget(window.target.path(u"full"_s));
        QTest::mouseClick(window.button(u"Import"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(window.says(u"full"_s) && window.button(u"Import"_s)->isEnabled(), patience);
        QCOMPARE(window.target.files(), QStringList(u"full/x"_s));
    }

    void isReachedFromTheMenuAndTheStartPage()
    {
        const SiteFolder folder;
        NativeFileSystem files;
        QSettings settings(folder.path(u"settings.ini"_s), QSettings::IniFormat);
        MainWindow window(files, settings);
        window.show();
        const auto close = [&] {
            auto *dialog = window.findChild<ImportDialog *>();
            QVERIFY(dialog && dialog->isVisible());
            QTest::keyClick(dialog, Qt::Key_Escape);
            QTRY_VERIFY(!window.findChild<ImportDialog *>());
        };
        for (auto *button : window.findChildren<QPushButton *>()) {
            if (button->text().remove(u'&') == u"Import a blog…"_s)
                QTest::mouseClick(button, Qt::LeftButton);
        }
        close();
        for (QAction *action : window.menuBar()->actions().first()->menu()->actions()) {
            if (action->text().remove(u'&') == u"Import a blog…"_s)
                action->trigger();
        }
        close();
    }
};

QTEST_MAIN(TestImportDialog)
#include "tst_import_dialog.moc"
