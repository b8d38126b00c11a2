// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/native_file_system.h"
#include "core/workspace/workspace.h"
#include "support/fault_file_system.h"
#include "support/rename_file.h"
#include "support/site_folder.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <functional>

#include <sys/stat.h>
#include <utime.h>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::workspace;

namespace {

constexpr int patience = 20'000; // milliseconds
const SitePath post = SitePath::literal(u"posts/a.md");
const SitePath mark = SitePath::literal(u"posts/mark.md");
const QByteArray known = "---\ntitle: A\ndate: 2024-05-01\n---\n\none\n\ntwo\n"_ba; // what the program last read
const QByteArray typed = QByteArray(known).replace("two", "two, and more"); // what was typed since
const QByteArray elsewhere = QByteArray(known).replace("one", "ONE"); // a change that does not touch it
const QByteArray both = QByteArray(typed).replace("one", "ONE");
const QByteArray clash = QByteArray(known).replace("two", "TWO"); // one that does

using Disk = test::SiteFolder;
using Deed = std::function<void(const Disk &)>;
using Kind = Notice::Kind;

QByteArray pathOf(const Disk &disk)
{
    return disk.path(post.toString()).toUtf8();
}

Deed put(const QByteArray &bytes)
{
    return [bytes](const Disk &disk) { disk.write(post.toString(), bytes); };
}

/// An open site that other programs work on as well.
struct Shared {
    Disk disk;
    NativeFileSystem native;
    test::FaultFileSystem files { native };
    std::unique_ptr<Workspace> workspace = std::make_unique<Workspace>(files);
    QList<Notice> notices;
    QStringList renames;
    int marks = 0;

    Shared()
    {
        disk.write(u"quillway.toml"_s, "title = \"T\"\nbase_url = \"https://t.example/\"\n"_ba);
        disk.write(post.toString(), known);
        disk.write(u"posts/other.md"_s, "---\ntitle: Other\ndate: 2024-04-01\n---\n\nOther.\n"_ba);
        QObject::connect(workspace.get(), &Workspace::notice, workspace.get(), [this](const Notice &notice) { notices.append(notice); });
        QObject::connect(workspace.get(), &Workspace::renamed, workspace.get(),
                         [this](const SitePath &from, const SitePath &to) { renames.append(from.toString() + u" > "_s + to.toString()); });
        QSignalSpy loaded(workspace.get(), &Workspace::loaded);
        workspace->open(disk.path());
        if (!loaded.wait(patience))
            qFatal("the site does not open");
        workspace->setOpenFiles({ post });
        settle();
    }

    /// Returns when everything that was done to the disk before is known to the workspace: a file written now was noticed.
    void settle()
    {
        const QString name = QString::number(++marks);
        disk.write(mark.toString(), "---\ntitle: Mark "_ba + name.toUtf8() + "\ndate: 2020-01-01\n---\n");
        const bool seen = QTest::qWaitFor(
            [&] {
                const model::PostPtr found = workspace->site()->postByFile(mark);
                return found && found->title == u"Mark "_s + name;
            },
            patience);
        if (!seen)
            qFatal("the change was not noticed");
        // Merging takes another turn of the worker, and a change that was found first waits for nobody.
        QSignalSpy listed(workspace.get(), &Workspace::versionsListed);
        for (int turn = 0; turn < 3; ++turn) {
            workspace->listVersions(mark);
            if (!listed.wait(patience))
                qFatal("the worker does not answer");
        }
    }

    [[nodiscard]] int count(Kind kind) const { return int(std::ranges::count(notices, kind, &Notice::kind)); }
    bool waitFor(Kind kind)
    {
        return QTest::qWaitFor([&] { return count(kind) > 0; }, patience);
    }
    bool save(IfChanged ifChanged = IfChanged::Refuse)
    {
        const int before = count(Kind::Saved) + count(Kind::SaveFailed);
        workspace->save(post, ifChanged);
        return QTest::qWaitFor([&] { return count(Kind::Saved) + count(Kind::SaveFailed) > before; }, patience);
    }
    [[nodiscard]] QString title(const SitePath &file) const
    {
        const model::PostPtr found = workspace->site()->postByFile(file);
        return found ? found->title : QString();
    }
    QByteArrayList versionsOf(const SitePath &file) const
    {
        QSignalSpy listed(workspace.get(), &Workspace::versionsListed);
        workspace->listVersions(file);
        QByteArrayList texts;
        if (!listed.wait(patience))
            return texts;
        for (const auto &version : listed.first().at(1).value<QList<store::Version>>())
            texts.append(workspace->versionLoader(file)(version).value_or("unreadable"_ba));
        return texts;
    }
};

/// What the workspace says, but for saves.
QList<Kind> kindsOf(const QList<Notice> &notices)
{
    QList<Kind> kinds;
    for (const Notice &notice : notices) {
        if (notice.kind != Kind::Saved)
            kinds.append(notice.kind);
    }
    return kinds;
}

} // namespace

Q_DECLARE_METATYPE(Deed)

class TestWorkspaceOutside : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void follows_data();
    void follows();
    void ownWorkMakesNoNoise();
    void takesOverWhatIsNotOpen_data();
    void takesOverWhatIsNotOpen();
    void followsAMovedFileWithItsUnsavedText();
    void followsAMovedBundle();
    void mergesOneChangeAfterTheOther();
    void losesNoKeyThatIsTypedDuringAMerge();
    void aConflictWaitsUntilItIsDecided_data();
    void aConflictWaitsUntilItIsDecided();
    void aConflictEndsWhenTheyTakeItBack();
    void aConflictEndsWhenOursIsTakenBack();
    void aSaveThatCameTooLateLeadsToTheMerge();
    void whatWasReplacedIsAmongTheVersions();
    void aDeletedFileComesBackBySaving_data();
    void aDeletedFileComesBackBySaving();
    void deletedAndWrittenAgainIsAChangeLikeAnyOther();
    void whatWasDeletedElsewhereCanBePutBack();
    void whatWasDeletedIsNotWrittenAnewByClosing();
    void missesNothingThatHappensWhileTheSiteIsRead();
    void anotherBranchIsNoConflict();
    void readsSettingsTagsAndThemeAgain();
    void aBrokenTemplateIsAProblemUntilItIsMended();
    void knowsPicturesByTheirSize();
    void aSiteThatWentAwayIsToldOfOnce();
    void aSaveThatFailsKeepsTheText_data();
    void aSaveThatFailsKeepsTheText();
    void thinsOutOldVersionsAndLeavesKeptTextsAlone();
};

/// What another program does to an open file, and what it is then: without unsaved text and with it.
void TestWorkspaceOutside::follows_data()
{
    QTest::addColumn<Deed>("deed");
    QTest::addColumn<bool>("unsaved");
    QTest::addColumn<QByteArray>("text"); // then
    QTest::addColumn<bool>("modified");
    QTest::addColumn<QList<Kind>>("told");
    const auto row = [](const char *name, const Deed &deed, const QByteArray &text, bool modified, const QList<Kind> &told,
                        const QByteArray &unsavedText, bool unsavedModified, const QList<Kind> &unsavedTold) {
        QTest::newRow(name) << deed << false << text << modified << told;
        QTest::addRow("%s, with unsaved text", name) << deed << true << unsavedText << unsavedModified << unsavedTold;
    };
    const QList<Kind> nothing;
    const QList<Kind> merged { Kind::Merged };
    const QList<Kind> conflict { Kind::OutsideConflict };
    const QList<Kind> gone { Kind::GoneUnderneath };
    const QList<Kind> unreadable { Kind::UnreadableOutside };
    const auto moveAway = [](const Disk &disk) { QFile::remove(disk.path(post.toString())); };

    row("modified", put(elsewhere), elsewhere, false, nothing, both, true, merged);
    row("modified where we typed", put(clash), clash, false, nothing, typed, true, conflict);
    row("deleted", moveAway, known, true, gone, typed, true, gone);
    row(
        "replaced by rename",
        [](const Disk &disk) {
            disk.write(u"posts/.a.md.swp"_s, elsewhere);
            ::rename(disk.path(u"posts/.a.md.swp"_s).toUtf8(), pathOf(disk));
        },
        elsewhere, false, nothing, both, true, merged);
    row("only touched", [](const Disk &disk) { ::utime(pathOf(disk), nullptr); }, known, false, nothing, typed, true, nothing);
    row("another mode", [](const Disk &disk) { ::chmod(pathOf(disk), 0600); }, known, false, nothing, typed, true, nothing);
    row("written with the same content", put(known), known, false, nothing, typed, true, nothing);
    row("changed to what we typed", put(typed), typed, false, nothing, typed, false, nothing);
    row(
        "changed twice",
        [](const Disk &disk) {
            disk.write(post.toString(), clash);
            disk.write(post.toString(), elsewhere);
        },
        elsewhere, false, nothing, both, true, merged);
    row(
        "changed and changed back",
        [](const Disk &disk) {
            disk.write(post.toString(), elsewhere);
            disk.write(post.toString(), known);
        },
        known, false, nothing, typed, true, nothing);
    row(
        "deleted and written again",
        [](const Disk &disk) {
            QFile::remove(disk.path(post.toString()));
            disk.write(post.toString(), elsewhere);
        },
        elsewhere, false, nothing, both, true, merged);
    row("emptied", put({}), {}, false, nothing, typed, true, conflict);
    row("line ends changed", put(QByteArray(known).replace("\n", "\r\n")), QByteArray(known).replace("\n", "\r\n"), false, nothing,
        QByteArray(typed).replace("\n", "\r\n"), true, merged);
    row("a byte order mark added", put("\xEF\xBB\xBF" + known), "\xEF\xBB\xBF" + known, false, nothing, "\xEF\xBB\xBF" + typed, true,
        merged);
    row("no text any more", put("\xFF\none\n"_ba), "\xFF\none\n"_ba, false, nothing, typed, true, conflict);
    row(
        "replaced by a folder",
        [](const Disk &disk) {
            QFile::remove(disk.path(post.toString()));
            QDir().mkdir(disk.path(post.toString()));
        },
        known, false, unreadable, typed, true, unreadable);
    row(
        "replaced by a link out of the site",
        [](const Disk &disk) {
            QFile::remove(disk.path(post.toString()));
            QFile::link(u"/etc/hostname"_s, disk.path(post.toString()));
        },
        known, false, unreadable, typed, true, unreadable);
    row(
        "replaced by a link to another text of the site",
        [](const Disk &disk) {
            disk.write(u"posts/real.md"_s, elsewhere);
            QFile::remove(disk.path(post.toString()));
            QFile::link(u"real.md"_s, disk.path(post.toString()));
        },
        elsewhere, false, nothing, both, true, merged);
    row("renamed", [](const Disk &disk) { QFile::rename(disk.path(post.toString()), disk.path(u"posts/b.md"_s)); }, {}, false,
        { Kind::MovedElsewhere }, {}, false, { Kind::MovedElsewhere });
}

void TestWorkspaceOutside::follows()
{
    QFETCH(Deed, deed);
    QFETCH(bool, unsaved);
    QFETCH(QByteArray, text);
    QFETCH(bool, modified);
    QFETCH(QList<Kind>, told);
    Shared shared;
    if (unsaved)
        shared.workspace->setText(post, typed);
    deed(shared.disk);
    shared.settle();
    QCOMPARE(shared.workspace->text(post), text);
    QCOMPARE(shared.workspace->isModified(post), modified);
    QCOMPARE(kindsOf(shared.notices), told);
    QCOMPARE(shared.workspace->outsideConflict(post).has_value(), told.contains(Kind::OutsideConflict));
}

void TestWorkspaceOutside::ownWorkMakesNoNoise()
{
    Shared shared;
    QStringList replaced;
    connect(shared.workspace.get(), &Workspace::textReplaced, this, [&](const SitePath &file) { replaced.append(file.toString()); });
    for (int n = 0; n < 20; ++n) {
        shared.workspace->setText(post, typed + QByteArray::number(n));
        shared.workspace->save(post);
        QTest::qWait(n * 3);
    }
    QVERIFY(QTest::qWaitFor([&] { return !shared.workspace->isModified(post); }, patience));
    QVERIFY(!test::renameFile(*shared.workspace, post, u"renamed"_s));
    QVERIFY(shared.waitFor(Kind::ChangeDone));
    const SitePath renamed = SitePath::literal(u"posts/renamed.md");
    shared.workspace->remove(renamed);
    QVERIFY(shared.waitFor(Kind::Removed));
    shared.settle();
    shared.workspace->restoreLastRemoved();
    QVERIFY(shared.waitFor(Kind::Restored));
    shared.settle();
    QCOMPARE(kindsOf(shared.notices), QList<Kind>({ Kind::ChangeDone, Kind::Removed, Kind::Restored }));
    replaced.removeAll(mark.toString());
    QCOMPARE(replaced, QStringList(renamed.toString())); // its old address stands among its aliases
    QCOMPARE(shared.workspace->text(renamed).last(2), "19"_ba);
}

void TestWorkspaceOutside::takesOverWhatIsNotOpen_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("a post") << u"posts/other.md"_s << "---\ntitle: Changed\ndate: 2024-04-01\n---\n"_ba;
    QTest::newRow("a new post") << u"posts/new.md"_s << "---\ntitle: Changed\ndate: 2024-04-01\n---\n"_ba;
    QTest::newRow("a new post in a new folder") << u"posts/2024/deep/new.md"_s << "---\ntitle: Changed\ndate: 2024-04-01\n---\n"_ba;
    QTest::newRow("a new page") << u"pages/new.md"_s << "---\ntitle: Changed\n---\n"_ba;
}

void TestWorkspaceOutside::takesOverWhatIsNotOpen()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, text);
    Shared shared;
    shared.disk.write(file, text);
    const SitePath place = SitePath::literal(file);
    QVERIFY(QTest::qWaitFor([&] { return shared.title(place) == u"Changed"; }, patience));
    QCOMPARE(shared.workspace->text(place), text);
    QVERIFY(!shared.workspace->isModified(place));
    QCOMPARE(kindsOf(shared.notices), QList<Kind>());
}

void TestWorkspaceOutside::followsAMovedFileWithItsUnsavedText()
{
    Shared shared;
    shared.workspace->setText(post, typed);
    QVERIFY(shared.save());
    shared.workspace->setText(post, both);
    QFile::rename(shared.disk.path(post.toString()), shared.disk.path(u"posts/b.md"_s));
    shared.settle();
    const SitePath moved = SitePath::literal(u"posts/b.md");
    QCOMPARE(shared.renames, QStringList { u"posts/a.md > posts/b.md"_s });
    QCOMPARE(shared.workspace->text(moved), both);
    QVERIFY(shared.workspace->isModified(moved));
    QVERIFY(!shared.workspace->hasText(post));
    QCOMPARE(shared.versionsOf(moved), QByteArrayList({ typed, known }));
    shared.workspace->save(moved);
    QTRY_COMPARE_WITH_TIMEOUT(shared.disk.read(u"posts/b.md"_s), both, patience);
    QVERIFY(!shared.disk.has(post.toString()));
    QCOMPARE(shared.notices.constFirst().kind, Kind::Saved);
    QCOMPARE(shared.notices.at(1).files, QList<SitePath> { post });
}

void TestWorkspaceOutside::followsAMovedBundle()
{
    Shared shared;
    shared.disk.write(u"posts/bundle/index.md"_s, "---\ntitle: Bundle\ndate: 2024-05-02\n---\n\n![Plan](plan.svg)\n"_ba);
    shared.disk.write(u"posts/bundle/plan.svg"_s, "<svg/>"_ba);
    const SitePath before = SitePath::literal(u"posts/bundle/index.md");
    QVERIFY(QTest::qWaitFor([&] { return shared.title(before) == u"Bundle"; }, patience));
    shared.settle();
    QVERIFY(QDir().rename(shared.disk.path(u"posts/bundle"_s), shared.disk.path(u"posts/parcel"_s)));
    shared.settle();
    QCOMPARE(shared.renames, QStringList { u"posts/bundle/index.md > posts/parcel/index.md"_s });
    QTRY_VERIFY(shared.workspace->site()->hasAsset(SitePath::literal(u"posts/parcel/plan.svg")));
    QVERIFY(!shared.workspace->site()->hasAsset(SitePath::literal(u"posts/bundle/plan.svg")));
    QVERIFY(!shared.workspace->site()->postByFile(before));
}

void TestWorkspaceOutside::mergesOneChangeAfterTheOther()
{
    Shared shared;
    shared.workspace->setText(post, typed);
    shared.disk.write(post.toString(), elsewhere);
    shared.settle();
    QCOMPARE(shared.workspace->text(post), both);
    shared.disk.write(post.toString(), QByteArray(elsewhere).replace("title: A", "title: Another"));
    shared.settle();
    const QByteArray expected = QByteArray(both).replace("title: A", "title: Another");
    QCOMPARE(shared.workspace->text(post), expected);
    QTRY_COMPARE(shared.title(post), u"Another"_s);
    QVERIFY(shared.save());
    QCOMPARE(shared.disk.read(post.toString()), expected);
    QCOMPARE(kindsOf(shared.notices), QList<Kind>({ Kind::Merged, Kind::Merged }));
}

/// A key for each turn of the event loop, as fast as they can come; part of them is handed over only when it is asked for.
void TestWorkspaceOutside::losesNoKeyThatIsTypedDuringAMerge()
{
    Shared shared;
    QByteArray mine = known;
    connect(shared.workspace.get(), &Workspace::aboutToReplaceText, this, [&] { shared.workspace->setText(post, mine); });
    connect(shared.workspace.get(), &Workspace::textReplaced, this, [&](const SitePath &file) {
        if (file == post)
            mine = shared.workspace->text(post);
    });
    const auto type = [&](int n) { mine.insert(mine.size() - 1, 'a' + n % 26); };
    QByteArray letters;
    for (int n = 0; n < 400; ++n) {
        type(n);
        letters.append('a' + n % 26);
        if (n % 3 == 0)
            shared.workspace->setText(post, mine);
        if (n % 100 == 50)
            shared.disk.write(post.toString(), QByteArray(known).replace("one", "ONE " + QByteArray::number(n)));
        QTest::qWait(5);
    }
    shared.settle();
    shared.workspace->setText(post, mine);
    QCOMPARE(shared.workspace->text(post), QByteArray(known).replace("one", "ONE 350").chopped(1) + letters + "\n");
    QVERIFY(!shared.workspace->outsideConflict(post));
}

void TestWorkspaceOutside::aConflictWaitsUntilItIsDecided_data()
{
    QTest::addColumn<QByteArray>("decided");
    QTest::newRow("mine") << typed;
    QTest::newRow("theirs") << clash;
    QTest::newRow("both") << QByteArray(known).replace("two\n", "two, and more\nTWO\n");
}

void TestWorkspaceOutside::aConflictWaitsUntilItIsDecided()
{
    QFETCH(QByteArray, decided);
    Shared shared;
    shared.workspace->setText(post, typed);
    shared.disk.write(post.toString(), clash);
    QVERIFY(shared.waitFor(Kind::OutsideConflict));
    const auto conflict = shared.workspace->outsideConflict(post);
    QVERIFY(conflict);
    QCOMPARE(conflict->theirs, clash);
    QCOMPARE(conflict->base, std::optional(known));
    QVERIFY(shared.save());
    QCOMPARE(shared.count(Kind::SaveFailed), 1);
    QCOMPARE(shared.disk.read(post.toString()), clash); // nothing is overwritten
    QCOMPARE(shared.workspace->text(post), typed);
    shared.settle();
    QCOMPARE(shared.count(Kind::OutsideConflict), 1); // told once

    shared.workspace->decideConflict(post, clash);
    shared.workspace->setText(post, decided);
    QVERIFY(!shared.workspace->outsideConflict(post));
    QCOMPARE(shared.workspace->isModified(post), decided != clash);
    shared.workspace->save(post);
    QTRY_COMPARE_WITH_TIMEOUT(shared.disk.read(post.toString()), decided, patience);
    QTRY_VERIFY(!shared.workspace->isModified(post));
    if (decided != clash)
        QVERIFY(shared.versionsOf(post).contains(clash));
}

void TestWorkspaceOutside::aConflictEndsWhenTheyTakeItBack()
{
    Shared shared;
    shared.workspace->setText(post, typed);
    shared.disk.write(post.toString(), clash);
    QVERIFY(shared.waitFor(Kind::OutsideConflict));
    shared.disk.write(post.toString(), known);
    QTRY_VERIFY_WITH_TIMEOUT(!shared.workspace->outsideConflict(post), patience);
    QVERIFY(shared.save());
    QCOMPARE(shared.disk.read(post.toString()), typed);
}

void TestWorkspaceOutside::aConflictEndsWhenOursIsTakenBack()
{
    Shared shared;
    shared.workspace->setText(post, typed);
    shared.disk.write(post.toString(), clash);
    QVERIFY(shared.waitFor(Kind::OutsideConflict));
    shared.workspace->setText(post, known);
    QTRY_COMPARE_WITH_TIMEOUT(shared.workspace->text(post), clash, patience);
    QVERIFY(!shared.workspace->outsideConflict(post));
    QVERIFY(!shared.workspace->isModified(post));
}

/// Saved before the change was noticed: refused, and at once looked at.
void TestWorkspaceOutside::aSaveThatCameTooLateLeadsToTheMerge()
{
    Shared shared;
    shared.workspace->setText(post, typed);
    shared.disk.write(post.toString(), elsewhere);
    shared.workspace->save(post);
    QVERIFY(shared.waitFor(Kind::Merged));
    QCOMPARE(shared.disk.read(post.toString()), elsewhere);
    QVERIFY(shared.save());
    QCOMPARE(shared.disk.read(post.toString()), both);
}

void TestWorkspaceOutside::whatWasReplacedIsAmongTheVersions()
{
    Shared shared;
    shared.disk.write(post.toString(), elsewhere);
    shared.settle();
    QCOMPARE(shared.versionsOf(post), QByteArrayList { known });
}

void TestWorkspaceOutside::aDeletedFileComesBackBySaving_data()
{
    QTest::addColumn<bool>("unsaved");
    QTest::addColumn<bool>("withFolder");
    QTest::newRow("as it was") << false << false;
    QTest::newRow("with what was typed") << true << false;
    QTest::newRow("with its folder") << false << true;
    QTest::newRow("with its folder and what was typed") << true << true;
}

void TestWorkspaceOutside::aDeletedFileComesBackBySaving()
{
    QFETCH(bool, unsaved);
    QFETCH(bool, withFolder);
    Shared shared;
    if (unsaved)
        shared.workspace->setText(post, typed);
    if (withFolder)
        QDir(shared.disk.path(u"posts"_s)).removeRecursively();
    else
        QFile::remove(shared.disk.path(post.toString()));
    QVERIFY(shared.waitFor(Kind::GoneUnderneath));
    QVERIFY(shared.workspace->isModified(post));
    QVERIFY(shared.save());
    QCOMPARE(shared.count(Kind::SaveFailed), 0);
    QCOMPARE(shared.disk.read(post.toString()), unsaved ? typed : known);
    QVERIFY(!shared.workspace->isModified(post));
}

/// With more time in between than the watch waits for.
void TestWorkspaceOutside::deletedAndWrittenAgainIsAChangeLikeAnyOther()
{
    Shared shared;
    QFile::remove(shared.disk.path(post.toString()));
    QVERIFY(shared.waitFor(Kind::GoneUnderneath));
    shared.disk.write(post.toString(), elsewhere);
    QTRY_COMPARE_WITH_TIMEOUT(shared.workspace->text(post), elsewhere, patience);
    QVERIFY(!shared.workspace->isModified(post));
    QFile::remove(shared.disk.path(post.toString()));
    QTRY_VERIFY_WITH_TIMEOUT(shared.count(Kind::GoneUnderneath) == 2, patience);
    shared.workspace->setText(post, both);
    shared.disk.write(post.toString(), elsewhere);
    QTRY_COMPARE_WITH_TIMEOUT(shared.workspace->isModified(post), true, patience);
    shared.settle();
    QCOMPARE(shared.workspace->text(post), both);
    QVERIFY(shared.save());
    QCOMPARE(shared.disk.read(post.toString()), both);
    QCOMPARE(shared.count(Kind::OutsideConflict), 0);
}

void TestWorkspaceOutside::whatWasDeletedElsewhereCanBePutBack()
{
    Shared shared;
    const SitePath other = SitePath::literal(u"posts/other.md");
    const QByteArray text = shared.workspace->text(other);
    QFile::remove(shared.disk.path(other.toString()));
    QVERIFY(shared.waitFor(Kind::GoneElsewhere));
    QCOMPARE(shared.notices.last().files, QList<SitePath> { other });
    QTRY_VERIFY(!shared.workspace->site()->postByFile(other));
    QVERIFY(!shared.workspace->hasText(other));
    QCOMPARE(shared.versionsOf(other), QByteArrayList { text });
    shared.workspace->putBack({ other });
    QCOMPARE(shared.workspace->text(other), text);
    shared.workspace->save(other);
    QTRY_COMPARE_WITH_TIMEOUT(shared.disk.read(other.toString()), text, patience);
}

void TestWorkspaceOutside::whatWasDeletedIsNotWrittenAnewByClosing()
{
    Shared shared;
    QFile::remove(shared.disk.path(post.toString()));
    QVERIFY(shared.waitFor(Kind::GoneUnderneath));
    shared.workspace->setText(post, typed);
    shared.workspace->letDeletedGo();
    QVERIFY(shared.workspace->isModified(post)); // somebody has typed
    shared.workspace->setText(post, known);
    shared.workspace->letDeletedGo();
    QVERIFY(!shared.workspace->isModified(post));
    QTRY_VERIFY_WITH_TIMEOUT(!shared.workspace->site()->postByFile(post), patience);
    QVERIFY(!shared.disk.has(post.toString()));
    QCOMPARE(shared.versionsOf(post), QByteArrayList { known });
}

/// The posts were read, and nobody watches yet.
void TestWorkspaceOutside::missesNothingThatHappensWhileTheSiteIsRead()
{
    Shared shared;
    Workspace second(shared.files);
    connect(&second, &Workspace::loading, &second, [&](int done, int total) {
        if (done != total)
            return;
        shared.disk.write(post.toString(), elsewhere);
        shared.disk.write(u"posts/while.md"_s, "---\ntitle: While\ndate: 2024-04-01\n---\n"_ba);
        QFile::remove(shared.disk.path(u"posts/other.md"_s));
    });
    second.open(shared.disk.path());
    QTRY_VERIFY_WITH_TIMEOUT(second.site() && second.text(post) == elsewhere, patience);
    QTRY_VERIFY_WITH_TIMEOUT(second.site()->postByFile(SitePath::literal(u"posts/while.md")), patience);
    QTRY_VERIFY_WITH_TIMEOUT(!second.site()->postByFile(SitePath::literal(u"posts/other.md")), patience);
}

void TestWorkspaceOutside::anotherBranchIsNoConflict()
{
    Shared shared;
    for (int n = 0; n < 300; ++n)
        shared.disk.write(u"posts/n%1.md"_s.arg(n), "---\ntitle: N\ndate: 2023-01-01\n---\n\nold\n"_ba);
    shared.settle();
    QTRY_COMPARE_WITH_TIMEOUT(shared.workspace->site()->posts().size(), 303, patience);
    for (int n = 0; n < 300; ++n) {
        if (n % 2 == 0)
            QFile::remove(shared.disk.path(u"posts/n%1.md"_s.arg(n)));
        else
            shared.disk.write(u"posts/n%1.md"_s.arg(n), "---\ntitle: M\ndate: 2023-01-01\n---\n\nnew\n"_ba);
    }
    shared.settle();
    QTRY_COMPARE_WITH_TIMEOUT(shared.workspace->site()->posts().size(), 153, patience);
    QTRY_VERIFY_WITH_TIMEOUT(shared.title(SitePath::literal(u"posts/n299.md")) == u"M", patience);
    QVERIFY(shared.workspace->modifiedFiles().isEmpty());
    for (const Notice &notice : std::as_const(shared.notices))
        QCOMPARE(notice.kind, Kind::GoneElsewhere);
}

void TestWorkspaceOutside::readsSettingsTagsAndThemeAgain()
{
    Shared shared;
    QSignalSpy theme(shared.workspace.get(), &Workspace::themeChanged);
    shared.disk.write(u"quillway.toml"_s, "title = \"Another\"\nbase_url = \"https://t.example/\"\n"_ba);
    QTRY_COMPARE_WITH_TIMEOUT(shared.workspace->site()->settings().title, u"Another"_s, patience);
    shared.disk.write(u"tags.toml"_s, "[go]\ntitle = \"The Go language\"\n"_ba);
    QTRY_VERIFY_WITH_TIMEOUT(shared.workspace->site()->parts().tagInfoSource.contains("The Go language"), patience);
    shared.disk.write(u"topics/go.md"_s, "---\ntitle: Go\n---\n"_ba);
    QTRY_COMPARE_WITH_TIMEOUT(shared.workspace->site()->topics().size(), 1, patience);
    QCOMPARE(theme.size(), 0);
    shared.disk.write(u"theme/templates/post.html"_s, "x"_ba);
    QTRY_VERIFY_WITH_TIMEOUT(!theme.isEmpty(), patience);
    QCOMPARE(kindsOf(shared.notices), QList<Kind>());
}

void TestWorkspaceOutside::aBrokenTemplateIsAProblemUntilItIsMended()
{
    Shared shared;
    const auto isTold = [&] {
        return std::ranges::any_of(shared.workspace->problems(), [](const Diagnostic &problem) {
            return problem.error.file == u"theme/templates/post.html" && problem.error.code == ErrorCode::TemplateNotFound;
        });
    };
    shared.disk.write(u"theme/templates/post.html"_s, "{% include \"nothing.html\" %}"_ba);
    QTRY_VERIFY_WITH_TIMEOUT(isTold(), patience);
    const SitePath post = shared.workspace->site()->posts().constFirst()->file;
    QSignalSpy checked(shared.workspace.get(), &Workspace::problemsChanged);
    shared.workspace->setText(post, shared.workspace->text(post) + "\nmore\n");
    QTRY_VERIFY_WITH_TIMEOUT(!checked.isEmpty(), patience);
    QVERIFY(isTold());
    shared.disk.write(u"theme/templates/post.html"_s, "whole"_ba);
    QTRY_VERIFY_WITH_TIMEOUT(!isTold(), patience);
}

void TestWorkspaceOutside::knowsPicturesByTheirSize()
{
    Shared shared;
    const SitePath picture = SitePath::literal(u"posts/plan.svg");
    shared.disk.write(picture.toString(), "<svg/>"_ba);
    QTRY_VERIFY_WITH_TIMEOUT(shared.workspace->site()->hasAsset(picture), patience);
    QCOMPARE(shared.workspace->site()->parts().assets.constFirst().size, 6);
    QFile::remove(shared.disk.path(picture.toString()));
    QTRY_VERIFY_WITH_TIMEOUT(!shared.workspace->site()->hasAsset(picture), patience);
}

void TestWorkspaceOutside::aSiteThatWentAwayIsToldOfOnce()
{
    Shared shared;
    shared.workspace->setText(post, typed);
    const QString away = shared.disk.path() + u".away"_s;
    QVERIFY(QDir().rename(shared.disk.path(), away));
    QVERIFY(shared.waitFor(Kind::SiteAway));
    QVERIFY(shared.save());
    QCOMPARE(shared.count(Kind::SaveFailed), 1);
    QCOMPARE(shared.workspace->text(post), typed);
    QVERIFY(!QDir(shared.disk.path()).exists()); // not made anew
    QVERIFY(QDir().rename(away, shared.disk.path()));
    const auto saved = [&] {
        shared.workspace->save(post);
        return !shared.workspace->isModified(post);
    };
    QTRY_VERIFY_WITH_TIMEOUT(saved(), patience);
    QCOMPARE(shared.disk.read(post.toString()), typed);
    QCOMPARE(shared.count(Kind::SiteAway), 1);
    QCOMPARE(shared.workspace->site()->posts().size(), 3);
}

void TestWorkspaceOutside::aSaveThatFailsKeepsTheText_data()
{
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("a full disk") << ErrorCode::DiskFull;
    QTest::newRow("a read-only folder") << ErrorCode::NotWritable;
    QTest::newRow("a disk that takes a part") << ErrorCode::ShortWrite;
    QTest::newRow("a disk that does not confirm") << ErrorCode::SyncFailed;
}

void TestWorkspaceOutside::aSaveThatFailsKeepsTheText()
{
    QFETCH(ErrorCode, code);
    Shared shared;
    shared.workspace->setText(post, typed);
    shared.settle();
    shared.files.failAt({ .nth = 1,
                          .call = code == ErrorCode::SyncFailed ? test::Call::Sync : test::Call::Create,
                          .lasting = test::Lasting::Forever,
                          .code = code });
    QVERIFY(shared.save());
    QCOMPARE(shared.notices.last().kind, Kind::SaveFailed);
    QCOMPARE(shared.notices.last().error.code, code);
    QCOMPARE(shared.disk.read(post.toString()), known);
    QCOMPARE(shared.workspace->text(post), typed);
    QVERIFY(shared.workspace->isModified(post));
}

void TestWorkspaceOutside::thinsOutOldVersionsAndLeavesKeptTextsAlone()
{
    Disk disk;
    NativeFileSystem files;
    disk.write(u"quillway.toml"_s, "title = \"T\"\n"_ba);
    disk.write(post.toString(), known);
    disk.write(u".quillway/recovery/kept/20200101-000000-000-posts-a.md"_s, "put aside"_ba);
    const QDateTime longAgo = QDateTime::currentDateTimeUtc().addYears(-2);
    for (int n = 0; n < 50; ++n)
        QVERIFY(store::addVersion(files, disk.path(), post, "version " + QByteArray::number(n), longAgo.addSecs(60LL * n)));
    Workspace workspace(files);
    QSignalSpy loaded(&workspace, &Workspace::loaded);
    workspace.open(disk.path());
    QVERIFY(loaded.wait(patience));
    const auto count = [&] { return store::versions(files, disk.path(), post)->versions.size(); };
    QTRY_VERIFY_WITH_TIMEOUT(count() < 5, patience);
    QVERIFY(count() > 0);
    QCOMPARE(disk.read(u".quillway/recovery/kept/20200101-000000-000-posts-a.md"_s), "put aside"_ba);
    for (const QString &folder :
         { u".quillway/history"_s,
           u".quillway/history/"_s + QDir(disk.path(u".quillway/history"_s)).entryList(QDir::Dirs | QDir::NoDotAndDotDot).constFirst() })
        QCOMPARE(files.status(disk.path(folder))->mode, 0700u);
}

QTEST_GUILESS_MAIN(TestWorkspaceOutside)
#include "tst_workspace_outside.moc"
