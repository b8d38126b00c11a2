// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/outside_change.h"

#include "core/base/content_hash.h"
#include "core/base/native_file_system.h"
#include "core/store/save_file.h"
#include "support/fault_file_system.h"
#include "support/site_folder.h"

#include <QTest>

#include <functional>

#include <sys/stat.h>
#include <unistd.h>
#include <utime.h>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::store;

namespace {

using enum OutsideAction;

const SitePath post = SitePath::literal(u"posts/a.md");
const QByteArray known = "# Title\n\none\n\ntwo\n"_ba; // what the program last read
const QByteArray typed = "# Title\n\none\n\ntwo, and more\n"_ba; // what was typed since
const QByteArray elsewhere = "# Title\n\nONE\n\ntwo\n"_ba; // a change that does not touch it
const QByteArray both = "# Title\n\nONE\n\ntwo, and more\n"_ba;
const QByteArray clash = "# Title\n\none\n\nTWO\n"_ba; // one that does

using Disk = test::SiteFolder;
using Deed = std::function<void(const Disk &)>;

NativeFileSystem native;

QByteArray pathOf(const Disk &disk)
{
    return disk.path(post.toString()).toUtf8();
}

QByteArray name(OutsideAction action)
{
    static const QByteArrayList names { "nothing"_ba,  "already saved"_ba, "take over"_ba,      "merged"_ba,
                                        "conflict"_ba, "gone"_ba,          "gone, but ours"_ba, "unreadable"_ba };
    return names[static_cast<qsizetype>(action)];
}

} // namespace

Q_DECLARE_METATYPE(Deed)

class TestOutsideChange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decides_data();
    void decides();
    void losesNoTypedText();
    void readsWhatIsThere_data();
    void readsWhatIsThere();
    void tellsAnAbsentFileFromAnAbsentSite();
    void knowsOnlyTheDiskItCouldRead();
    void followsChangesOneAfterTheOther();
    void findsMoves_data();
    void findsMoves();
};

/// What another program does to the file, and what then is to be done without and with unsaved text.
void TestOutsideChange::decides_data()
{
    QTest::addColumn<Deed>("deed");
    QTest::addColumn<OutsideAction>("unmodified");
    QTest::addColumn<QByteArray>("shown"); // the text then
    QTest::addColumn<OutsideAction>("modified");
    QTest::addColumn<QByteArray>("kept");
    const auto row = [](const char *name, const Deed &deed, OutsideAction unmodified, const QByteArray &shown, OutsideAction modified,
                        const QByteArray &kept) { QTest::newRow(name) << deed << unmodified << shown << modified << kept; };
    const auto put = [](const QByteArray &bytes) { return [bytes](const Disk &disk) { disk.write(post.toString(), bytes); }; };

    row("modified", put(elsewhere), TakeOver, elsewhere, Merged, both);
    row("modified where we typed", put(clash), TakeOver, clash, Conflict, typed);
    row("deleted", [](const Disk &disk) { QFile::remove(disk.path(post.toString())); }, Gone, known, GoneButOurs, typed);
    row(
        "moved", [](const Disk &disk) { QFile::rename(disk.path(post.toString()), disk.path(u"posts/b.md"_s)); }, Gone, known, GoneButOurs,
        typed);
    row(
        "replaced by rename",
        [](const Disk &disk) {
            disk.write(u"posts/.a.md.swp"_s, elsewhere);
            ::rename(disk.path(u"posts/.a.md.swp"_s).toUtf8(), pathOf(disk));
        },
        TakeOver, elsewhere, Merged, both);
    row("only touched", [](const Disk &disk) { ::utime(pathOf(disk), nullptr); }, Nothing, known, Nothing, typed);
    row("changed to what we typed", put(typed), TakeOver, typed, AlreadySaved, typed);
    row(
        "changed twice",
        [](const Disk &disk) {
            disk.write(post.toString(), clash);
            disk.write(post.toString(), elsewhere);
        },
        TakeOver, elsewhere, Merged, both);
    row(
        "changed and changed back",
        [](const Disk &disk) {
            disk.write(post.toString(), elsewhere);
            disk.write(post.toString(), known);
        },
        Nothing, known, Nothing, typed);
    row("emptied", put({}), TakeOver, {}, Conflict, typed);
    row(
        "made unreadable",
        [](const Disk &disk) {
            QFile::remove(disk.path(post.toString())); // no bits keep root from reading
            ::mkfifo(pathOf(disk), 0);
        },
        Unreadable, known, Unreadable, typed);
    row(
        "replaced by a folder",
        [](const Disk &disk) {
            QFile::remove(disk.path(post.toString()));
            QDir().mkdir(disk.path(post.toString()));
        },
        Unreadable, known, Unreadable, typed);
    row(
        "replaced by a link to the same",
        [](const Disk &disk) {
            QFile::rename(disk.path(post.toString()), disk.path(u"posts/real.md"_s));
            QFile::link(u"real.md"_s, disk.path(post.toString()));
        },
        Nothing, known, Nothing, typed);
    row(
        "replaced by a link to another text of the site",
        [](const Disk &disk) {
            disk.write(u"posts/real.md"_s, elsewhere);
            QFile::remove(disk.path(post.toString()));
            QFile::link(u"real.md"_s, disk.path(post.toString()));
        },
        TakeOver, elsewhere, Merged, both);
    row(
        "replaced by a link out of the site",
        [](const Disk &disk) {
            QFile::remove(disk.path(post.toString()));
            QFile::link(u"/etc/hostname"_s, disk.path(post.toString()));
        },
        Unreadable, known, Unreadable, typed);
    row(
        "replaced by a link to nothing",
        [](const Disk &disk) {
            QFile::remove(disk.path(post.toString()));
            QFile::link(u"nowhere"_s, disk.path(post.toString()));
        },
        Unreadable, known, Unreadable, typed);
    row("another mode", [](const Disk &disk) { ::chmod(pathOf(disk), 0600); }, Nothing, known, Nothing, typed);
    row("line ends changed", put(QByteArray(known).replace("\n", "\r\n")), TakeOver, QByteArray(known).replace("\n", "\r\n"), Merged,
        QByteArray(typed).replace("\n", "\r\n"));
    row("a byte order mark added", put("\xEF\xBB\xBF" + known), TakeOver, "\xEF\xBB\xBF" + known, Merged, "\xEF\xBB\xBF" + typed);
    row(
        "our own save, seen as an event", [](const Disk &disk) { QVERIFY(saveFile(native, disk.path(post.toString()), known)); }, Nothing,
        known, Nothing, typed);
    row("no text any more", put("\xFF\n\none\n\ntwo\n"_ba), TakeOver, "\xFF\n\none\n\ntwo\n"_ba, Conflict, typed);
    row(
        "the folder it is in deleted", [](const Disk &disk) { QDir(disk.path(u"posts"_s)).removeRecursively(); }, Gone, known, GoneButOurs,
        typed);
    row(
        "a file where its folder was",
        [](const Disk &disk) {
            QDir(disk.path(u"posts"_s)).removeRecursively();
            disk.write(u"posts"_s, "x"_ba);
        },
        Gone, known, GoneButOurs, typed);
    row("the whole site away", [](const Disk &disk) { QDir(disk.path()).removeRecursively(); }, Unreadable, known, Unreadable, typed);
}

void TestOutsideChange::decides()
{
    QFETCH(Deed, deed);
    QFETCH(OutsideAction, unmodified);
    QFETCH(QByteArray, shown);
    QFETCH(OutsideAction, modified);
    QFETCH(QByteArray, kept);
    const Disk disk;
    disk.write(post.toString(), known);
    deed(disk);
    const auto theirs = readForChange(native, disk.path(), post);

    const auto textAfter = [](const OutsideChange &change, const QByteArray &before) {
        return change.action == TakeOver || change.action == Merged ? change.text : before;
    };
    const OutsideChange change = decideOutsideChange(known, std::nullopt, theirs);
    QCOMPARE(name(change.action), name(unmodified));
    QCOMPARE(textAfter(change, known), shown);
    // Typed back to what was there is no text of ours.
    QCOMPARE(name(decideOutsideChange(known, known, theirs).action), name(unmodified));

    const OutsideChange withOurs = decideOutsideChange(known, typed, theirs);
    QCOMPARE(name(withOurs.action), name(modified));
    QCOMPARE(textAfter(withOurs, typed), kept);
    if (withOurs.action != Conflict)
        QVERIFY(withOurs.merge.isClean());
    QCOMPARE(withOurs.error.code == ErrorCode::Internal, withOurs.action != Unreadable);
}

/// Whatever is found there: what was typed is in the text, or stays.
void TestOutsideChange::losesNoTypedText()
{
    const QByteArrayList found { known, typed, elsewhere, clash, both, ""_ba, "\xFF"_ba, "\n"_ba, known.chopped(1), known + known };
    for (const QByteArray &theirs : found) {
        const OutsideChange change = decideOutsideChange(known, typed, theirs);
        QVERIFY(change.action != TakeOver && change.action != Gone);
        if (change.action == Merged)
            QVERIFY(change.text.contains("two, and more"));
        if (change.action == Conflict)
            QVERIFY(change.merge.text(text::MergeSide::Ours).contains("two, and more"));
        // A file that was never on disk has nothing to be merged by.
        QCOMPARE(name(decideOutsideChange(std::nullopt, typed, theirs).action), theirs == typed ? "already saved"_ba : "conflict"_ba);
    }
}

void TestOutsideChange::readsWhatIsThere_data()
{
    QTest::addColumn<Deed>("deed");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("nothing") << Deed([](const Disk &) { }) << ErrorCode::NotFound;
    QTest::newRow("folder") << Deed([](const Disk &disk) { QDir().mkpath(disk.path(post.toString())); }) << ErrorCode::NotAFile;
    QTest::newRow("pipe") << Deed([](const Disk &disk) { ::mkfifo(pathOf(disk), 0600); }) << ErrorCode::NotAFile;
    QTest::newRow("link out of the site") << Deed([](const Disk &disk) { QFile::link(u"/etc/hostname"_s, disk.path(post.toString())); })
                                          << ErrorCode::OutsideSite;
    QTest::newRow("link to itself") << Deed([](const Disk &disk) { QFile::link(u"a.md"_s, disk.path(post.toString())); })
                                    << ErrorCode::NotReadable;
}

void TestOutsideChange::readsWhatIsThere()
{
    QFETCH(Deed, deed);
    const Disk disk;
    QDir(disk.path()).mkdir(u"posts"_s);
    deed(disk);
    const auto read = readForChange(native, disk.path(), post);
    QVERIFY(!read);
    QTEST(read.error().code, "code");
    QCOMPARE(read.error().file, post.toString());
}

/// An unplugged disk is no reason to drop ten thousand posts.
void TestOutsideChange::tellsAnAbsentFileFromAnAbsentSite()
{
    const auto read = readForChange(native, u"/nowhere/at/all"_s, post);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::NotReadable);
    const Disk disk;
    QVERIFY(QFile::link(disk.path(), disk.path(u"link"_s))); // the site's folder may be a link
    disk.write(post.toString(), known);
    QCOMPARE(readForChange(native, disk.path(u"link"_s), post).value_or(QByteArray()), known);
}

/// A call that fails never makes it look as if the file were gone.
void TestOutsideChange::knowsOnlyTheDiskItCouldRead()
{
    for (int nth = 1;; ++nth) {
        const Disk disk;
        disk.write(post.toString(), known);
        test::FaultFileSystem files(native);
        files.failAt({ .nth = nth, .code = ErrorCode::NotReadable });
        const auto read = readForChange(files, disk.path(), post);
        if (!files.hasFailed()) {
            QCOMPARE(read.value_or(QByteArray()), known);
            break;
        }
        QCOMPARE(name(decideOutsideChange(known, typed, read).action), "unreadable"_ba);
    }
}

/// Base, ours and the disk as they go on from one change to the next.
void TestOutsideChange::followsChangesOneAfterTheOther()
{
    const OutsideChange first = decideOutsideChange(known, typed, elsewhere);
    QCOMPARE(name(first.action), "merged"_ba);
    const QByteArray again = QByteArray(elsewhere).replace("# Title", "# Another title");
    const OutsideChange second = decideOutsideChange(elsewhere, first.text, again);
    QCOMPARE(name(second.action), "merged"_ba);
    QCOMPARE(second.text, QByteArray(both).replace("# Title", "# Another title"));
    // Half a file, as a program that writes in place leaves it for a moment, and then the rest.
    const QByteArray half = again.first(again.indexOf("ONE"));
    const OutsideChange torn = decideOutsideChange(again, again, half);
    QCOMPARE(name(torn.action), "take over"_ba);
    QCOMPARE(decideOutsideChange(half, torn.text, again).text, again);
    // A conflict ends when they take their change back.
    QCOMPARE(name(decideOutsideChange(known, typed, clash).action), "conflict"_ba);
    QCOMPARE(name(decideOutsideChange(known, typed, known).action), "nothing"_ba);
    QCOMPARE(name(decideOutsideChange(std::nullopt, std::nullopt, std::unexpected(Error { ErrorCode::NotFound, {}, {}, {} })).action),
             "nothing"_ba);
    QCOMPARE(name(decideOutsideChange(std::nullopt, std::nullopt, known).action), "take over"_ba);
}

void TestOutsideChange::findsMoves_data()
{
    QTest::addColumn<QStringList>("gone"); // `path=content`
    QTest::addColumn<QStringList>("appeared");
    QTest::addColumn<QStringList>("moves");
    const auto row = [](const char *name, const QStringList &gone, const QStringList &appeared, const QStringList &moves) {
        QTest::newRow(name) << gone << appeared << moves;
    };
    row("none", {}, {}, {});
    row("renamed", { u"posts/a.md=x"_s }, { u"posts/b.md=x"_s }, { u"posts/a.md>posts/b.md"_s });
    row("into a folder", { u"posts/a.md=x"_s }, { u"posts/old/a.md=x"_s }, { u"posts/a.md>posts/old/a.md"_s });
    row("another content", { u"posts/a.md=x"_s }, { u"posts/b.md=y"_s }, {});
    row("two copies: nobody knows", { u"posts/a.md=x"_s }, { u"posts/b.md=x"_s, u"posts/c.md=x"_s }, {});
    row("two copies, one of the same name", { u"posts/a.md=x"_s }, { u"posts/b.md=x"_s, u"pages/a.md=x"_s }, { u"posts/a.md>pages/a.md"_s });
    row("two of one content went, one came", { u"posts/a.md=x"_s, u"posts/b.md=x"_s }, { u"posts/c.md=x"_s }, {});
    row("a whole folder", { u"posts/t/index.md=x"_s, u"posts/t/p.svg=y"_s }, { u"posts/u/index.md=x"_s, u"posts/u/p.svg=y"_s },
        { u"posts/t/index.md>posts/u/index.md"_s, u"posts/t/p.svg>posts/u/p.svg"_s });
    row("empty files are all alike", { u"posts/a.md="_s }, { u"posts/b.md="_s }, {});
}

void TestOutsideChange::findsMoves()
{
    QFETCH(QStringList, gone);
    QFETCH(QStringList, appeared);
    const auto contents = [](const QStringList &list) {
        QList<KnownContent> known;
        for (const QString &text : list)
            known.append({ SitePath::literal(text.section(u'=', 0, 0)), contentHash(text.section(u'=', 1).toUtf8()) });
        return known;
    };
    QStringList moves;
    for (const OutsideMove &move : findOutsideMoves(contents(gone), contents(appeared)))
        moves += move.from.toString() + u'>' + move.to.toString();
    QTEST(moves, "moves");
}

QTEST_GUILESS_MAIN(TestOutsideChange)
#include "tst_outside_change.moc"
