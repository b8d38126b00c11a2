// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/native_file_system.h"
#include "core/changes/tag_changes.h"
#include "core/store/transaction.h"
#include "core/workspace/workspace.h"
#include "support/fault_file_system.h"
#include "support/site_folder.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <mutex>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::workspace;
using quillway::changes::SiteChange;

namespace {

constexpr int patience = 20'000; // milliseconds
const SitePath a = SitePath::literal(u"posts/a.md");
const SitePath b = SitePath::literal(u"posts/b.md");
const SitePath c = SitePath::literal(u"posts/c.md");

using Kind = Notice::Kind;

QByteArray post(const QByteArray &tags, const QByteArray &text = "Text.")
{
    return "---\ntitle: T\ndate: 2024-05-01\ntags: [" + tags + "]\n---\n\n" + text + "\n";
}

/// An open site with two posts about Go.
struct Open {
    test::SiteFolder disk;
    NativeFileSystem native;
    test::FaultFileSystem files { native };
    std::unique_ptr<Workspace> workspace;
    QList<Notice> notices;
    QList<SitePath> replaced;
    QStringList renames;

    Open()
    {
        disk.write(u"quillway.toml"_s, "title = \"T\"\nbase_url = \"https://t.example/\"\n"_ba);
        disk.write(a.toString(), post("go"));
        disk.write(b.toString(), post("go"));
        open();
    }

    void open()
    {
        workspace = std::make_unique<Workspace>(files);
        notices.clear();
        QObject::connect(workspace.get(), &Workspace::notice, workspace.get(), [this](const Notice &notice) { notices.append(notice); });
        QObject::connect(workspace.get(), &Workspace::textReplaced, workspace.get(),
                         [this](const SitePath &file) { replaced.append(file); });
        QObject::connect(workspace.get(), &Workspace::renamed, workspace.get(),
                         [this](const SitePath &from, const SitePath &to) { renames.append(from.toString() + u" > "_s + to.toString()); });
        QSignalSpy loaded(workspace.get(), &Workspace::loaded);
        workspace->open(disk.path());
        if (!loaded.wait(patience))
            qFatal("the site does not open");
    }

    [[nodiscard]] SiteChange rename() const { return changes::renameTag(*workspace->site(), u"go"_s, u"golang"_s)->change; }
    [[nodiscard]] const Notice *find(Kind kind) const
    {
        const auto place = std::ranges::find(notices, kind, &Notice::kind);
        return place == notices.end() ? nullptr : &*place;
    }
    bool waitFor(Kind kind)
    {
        return QTest::qWaitFor([&] { return find(kind) != nullptr; }, patience);
    }
    bool apply(const SiteChange &change, Kind kind = Kind::ChangeDone)
    {
        workspace->applyChange(change, u"Rename"_s);
        return waitFor(kind);
    }
    [[nodiscard]] QStringList tagsOf(const SitePath &file) const
    {
        const model::PostPtr found = workspace->site()->postByFile(file);
        return found ? found->tags : QStringList();
    }
};

} // namespace

class TestWorkspaceChanges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changesFilesAndSnapshot()
    {
        Open open;
        QVERIFY(!open.workspace->canUndoChange());
        QVERIFY(open.apply(open.rename()));
        QCOMPARE(open.disk.read(a.toString()), post("golang"));
        QCOMPARE(open.disk.read(u"tags.toml"_s), "[golang]\naliases = [\"go\"]\n"_ba);
        QCOMPARE(open.workspace->text(b), post("golang"));
        QVERIFY(open.replaced.contains(a) && open.replaced.contains(b));
        QTRY_COMPARE_WITH_TIMEOUT(open.tagsOf(a), QStringList { u"golang"_s }, patience);
        QVERIFY(open.workspace->site()->parts().tagInfo.contains(u"golang"_s));
        const Notice *done = open.find(Kind::ChangeDone);
        QCOMPARE(done->title, u"Rename"_s);
        QCOMPARE(done->files.size(), 3);
        QVERIFY(done->leftAlone.isEmpty());
        QVERIFY(!open.workspace->isModified(a));
    }

    void takesItBackAlsoAfterARestart()
    {
        Open open;
        QVERIFY(open.apply(open.rename()));
        open.open();
        QTRY_VERIFY_WITH_TIMEOUT(open.workspace->canUndoChange(), patience);
        QCOMPARE(open.workspace->undoableChange(), u"Rename"_s);
        open.workspace->undoLastChange();
        QVERIFY(open.waitFor(Kind::ChangeUndone));
        QCOMPARE(open.disk.read(a.toString()), post("go"));
        QVERIFY(!open.disk.has(u"tags.toml"_s));
        QTRY_COMPARE_WITH_TIMEOUT(open.tagsOf(b), QStringList { u"go"_s }, patience);
        QTRY_VERIFY_WITH_TIMEOUT(!open.workspace->canUndoChange(), patience);
        QTRY_COMPARE_WITH_TIMEOUT(open.workspace->redoableChange(), std::optional(u"Rename"_s), patience);
        open.workspace->redoLastChange();
        QVERIFY(open.waitFor(Kind::ChangeDone));
        QCOMPARE(open.disk.read(a.toString()), post("golang"));
    }

    void savesWhatIsUnsavedBefore()
    {
        Open open;
        open.workspace->setText(a, post("go", "Typed."));
        QTRY_COMPARE_WITH_TIMEOUT(open.workspace->site()->postByFile(a)->source, post("go", "Typed."), patience);
        QVERIFY(open.apply(open.rename()));
        QCOMPARE(open.disk.read(a.toString()), post("golang", "Typed."));
        QVERIFY(!open.workspace->isModified(a));
        QCOMPARE(open.workspace->text(a), post("golang", "Typed."));
    }

    void mergesWhatIsTypedMeanwhile()
    {
        Open open;
        const SiteChange change = open.rename();
        open.workspace->applyChange(change, u"Rename"_s);
        QVERIFY(open.workspace->isChanging());
        open.workspace->setText(a, post("go", "Typed."));
        open.workspace->save(a); // waits
        QVERIFY(open.waitFor(Kind::ChangeDone));
        QVERIFY(!open.workspace->isChanging());
        QTRY_COMPARE_WITH_TIMEOUT(open.workspace->text(a), post("golang", "Typed."), patience);
        QCOMPARE(open.disk.read(b.toString()), post("golang"));
        QTRY_COMPARE_WITH_TIMEOUT(open.disk.read(a.toString()), post("golang", "Typed."), patience);
        QTRY_VERIFY_WITH_TIMEOUT(!open.workspace->isModified(a), patience);
        QVERIFY(!open.find(Kind::SaveFailed) && !open.find(Kind::OutsideConflict));
        QTRY_COMPARE_WITH_TIMEOUT(open.tagsOf(a), QStringList { u"golang"_s }, patience);
    }

    void changesNothingWhereAFileIsAnother()
    {
        Open open;
        const SiteChange change = open.rename();
        open.disk.write(b.toString(), post("rust"));
        QVERIFY(open.apply(change, Kind::ChangeFailed));
        QCOMPARE(open.disk.read(a.toString()), post("go"));
        QCOMPARE(open.find(Kind::ChangeFailed)->leftAlone.value(0).file, b.toString());
        QTRY_COMPARE_WITH_TIMEOUT(open.tagsOf(b), QStringList { u"rust"_s }, patience);
        QVERIFY(!open.workspace->canUndoChange());
    }

    void changesNothingWhereTheDiskFails()
    {
        Open open;
        open.files.failAt({ .nth = open.files.count(test::Call::Rename) + 2, .call = test::Call::Rename, .code = ErrorCode::DiskFull });
        QVERIFY(open.apply(open.rename(), Kind::ChangeFailed));
        QCOMPARE(open.find(Kind::ChangeFailed)->error.code, ErrorCode::DiskFull);
        QVERIFY(open.find(Kind::ChangeFailed)->isWhole);
        QCOMPARE(open.disk.read(a.toString()), post("go"));
        QCOMPARE(open.disk.read(b.toString()), post("go"));
        QVERIFY(!open.disk.has(u"tags.toml"_s));
        QCOMPARE(open.workspace->text(a), post("go"));
    }

    void movesFilesAndWhatIsOpenFollows()
    {
        Open open;
        const SiteChange change { { { a, c } }, { { c, post("go"), post("go", "Moved.") } } };
        QVERIFY(open.apply(change));
        QCOMPARE(open.renames, QStringList { u"posts/a.md > posts/c.md"_s });
        QVERIFY(!open.disk.has(a.toString()));
        QCOMPARE(open.workspace->text(c), post("go", "Moved."));
        QTRY_VERIFY_WITH_TIMEOUT(open.workspace->site()->postByFile(c) && !open.workspace->site()->postByFile(a), patience);
        open.workspace->undoLastChange();
        QVERIFY(open.waitFor(Kind::ChangeUndone));
        QTRY_VERIFY_WITH_TIMEOUT(open.workspace->site()->postByFile(a) && !open.workspace->site()->postByFile(c), patience);
        QCOMPARE(open.workspace->text(a), post("go"));
    }

    void twoChangesComeOneAfterTheOther()
    {
        Open open;
        const SiteChange first { {}, { { a, post("go"), post("one") } } };
        const SiteChange second { {}, { { a, post("one"), post("two") } } };
        open.workspace->applyChange(first, u"1"_s);
        open.workspace->applyChange(second, u"2"_s);
        QTRY_COMPARE_WITH_TIMEOUT(open.disk.read(a.toString()), post("two"), patience);
        QTRY_COMPARE_WITH_TIMEOUT(open.workspace->undoableChange(), std::optional(u"2"_s), patience);
    }

    void whatOtherProgramsDoMeanwhileIsNoticedAfterwards()
    {
        Open open;
        open.files.setObserver([&, once = std::make_shared<std::once_flag>()](test::Call call) {
            if (call == test::Call::Rename)
                std::call_once(*once, [&] { open.disk.write(u"posts/theirs.md"_s, post("x")); });
        });
        QVERIFY(open.apply(open.rename()));
        QTRY_VERIFY_WITH_TIMEOUT(open.workspace->site()->postByFile(SitePath::literal(u"posts/theirs.md")), patience);
    }

    void finishesWhatAProgramThatEndedHadBegun()
    {
        Open open;
        const SiteChange change = open.rename();
        open.workspace.reset();
        open.disk.write(u".quillway/changes/0000000001.forward"_s,
                        store::renderChange({ u"Rename"_s, QDateTime::currentDateTimeUtc(), change }));
        open.open();
        QVERIFY(open.waitFor(Kind::ChangeRecovered));
        QCOMPARE(open.find(Kind::ChangeRecovered)->title, u"Rename"_s);
        QVERIFY(open.find(Kind::ChangeRecovered)->isWhole);
        QCOMPARE(open.disk.read(a.toString()), post("golang"));
        QCOMPARE(open.tagsOf(a), QStringList { u"golang"_s });
        QTRY_VERIFY_WITH_TIMEOUT(open.workspace->canUndoChange(), patience);
    }

    void doesNothingForAnEmptyChange()
    {
        Open open;
        open.workspace->applyChange({}, u"Nothing"_s);
        QVERIFY(!open.workspace->isChanging());
        open.workspace->undoLastChange();
        QVERIFY(!open.workspace->isChanging());
    }
};

QTEST_GUILESS_MAIN(TestWorkspaceChanges)
#include "tst_workspace_changes.moc"
