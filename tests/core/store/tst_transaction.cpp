// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/transaction.h"

#include "core/base/content_hash.h"
#include "core/base/diagnostic.h"
#include "core/base/native_file_system.h"
#include "core/store/save_file.h"
#include "support/fault_file_system.h"
#include "support/site_folder.h"

#include <QMap>
#include <QTest>
#include <QTimeZone>

#include <functional>
#include <tuple>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::changes;
using namespace quillway::store;
using namespace quillway::test;
using Outcome = ChangeReport::Outcome;

namespace {

const QDateTime now(QDate(2024, 5, 1), QTime(12, 0), QTimeZone::utc());

SitePath at(const char *path)
{
    return SitePath::literal(QString::fromUtf8(path));
}

ChangeOptions named(const QString &title)
{
    return { .title = title, .when = now, .threads = 1 };
}

using Texts = QMap<QString, QByteArray>;

/// The site's files but for what a save leaves beside.
Texts textsOf(const SiteFolder &site)
{
    Texts texts;
    for (const QString &file : site.files()) {
        if (leftoverKind(QStringView(file).sliced(file.lastIndexOf(u'/') + 1)) == Leftover::None)
            texts.insert(file, site.read(file));
    }
    return texts;
}

const Texts oldSite {
    { u"posts/a.md"_s, "---\ntags: [go]\n---\n\nA.\n" },
    { u"posts/b.md"_s, "---\ntags: [go]\n---\n\nB.\n" },
    { u"posts/c.md"_s, "---\ntags: [rust]\n---\n\nC.\n" },
    { u"posts/bundle/index.md"_s, "[a](../a.md) ![](x.png)\n" },
    { u"posts/bundle/x.png"_s, "PNG" },
    { u"old.toml"_s, "x = 1\n" },
};

const Texts newSite {
    { u"posts/a.md"_s, "---\ntags: [golang]\n---\n\nA.\n" },
    { u"posts/renamed.md"_s, "---\ntags: [golang]\n---\n\nB.\n" },
    { u"posts/c.md"_s, "---\ntags: [rust]\n---\n\nC.\n" },
    { u"posts/2024/parcel/index.md"_s, "[a](../../a.md) ![](x.png)\n" },
    { u"posts/2024/parcel/x.png"_s, "PNG" },
    { u"tags.toml"_s, "[golang]\naliases = [\"go\"]\n" },
};

/// Of each kind one: edited, moved and edited, a bundle moved and edited in, made, removed.
SiteChange everyKind()
{
    const auto edit = [](const char *before, const char *after) {
        const QString from = QString::fromUtf8(before);
        const QString to = QString::fromUtf8(after);
        return TextEdit { SitePath::literal(to.isEmpty() ? from : to), from.isEmpty() ? std::nullopt : std::optional(oldSite.value(from)),
                          to.isEmpty() ? std::nullopt : std::optional(newSite.value(to)) };
    };
    return { { { at("posts/b.md"), at("posts/renamed.md") }, { at("posts/bundle"), at("posts/2024/parcel") } },
             { edit("posts/a.md", "posts/a.md"), edit("posts/b.md", "posts/renamed.md"),
               edit("posts/bundle/index.md", "posts/2024/parcel/index.md"), edit("", "tags.toml"), edit("old.toml", "") } };
}

void fill(const SiteFolder &site)
{
    for (const auto &[file, text] : oldSite.asKeyValueRange())
        site.write(file, text);
}

/// What recovery makes of a site, twice: the second time there is nothing left to do.
Texts recovered(const SiteFolder &site)
{
    NativeFileSystem files;
    std::ignore = recoverTransactions(files, site.path(), 1);
    if (!recoverTransactions(files, site.path(), 1).isEmpty())
        qWarning("there is something left to recover");
    return textsOf(site);
}

/// Does `deed` with a disk that a kill at call `nth` stops. Whether it came to that; the program is gone then, and its locks with it.
bool killed(int nth, const std::function<void(FileSystem &)> &deed)
{
    NativeFileSystem native;
    FaultFileSystem files(native);
    files.killAt(nth);
    deed(files);
    return files.hasFailed();
}

ChangeReport doAll(FileSystem &files, const SiteFolder &site)
{
    return carryOut(files, site.path(), everyKind(), named(u"All"_s));
}

} // namespace

class TestTransaction : public QObject
{
    Q_OBJECT

    NativeFileSystem m_files;

private Q_SLOTS:
    void initTestCase() { ::umask(022); }

    void carriesOutEveryKindOfChange()
    {
        const SiteFolder site;
        fill(site);
        QCOMPARE(::chmod(qPrintable(site.path(u"posts/a.md"_s)), 0640), 0);
        const ChangeReport report = carryOut(m_files, site.path(), everyKind(), named(u"All"_s));
        QVERIFY2(report.outcome == Outcome::Done, report.error ? qPrintable(describe(*report.error)) : "");
        QCOMPARE(textsOf(site), newSite);
        QVERIFY(!site.has(u"posts/bundle"_s));
        QCOMPARE(m_files.status(site.path(u"posts/a.md"_s))->mode, 0640u);
        QCOMPARE(report.files,
                 (QList { at("posts/renamed.md"), at("posts/2024/parcel"), at("posts/a.md"), at("posts/renamed.md"),
                          at("posts/2024/parcel/index.md"), at("tags.toml"), at("old.toml") }));
        QCOMPARE(m_files.status(site.path(u".quillway/changes"_s))->mode, 0700u);
        QCOMPARE(m_files.status(site.path(u".quillway/changes/0000000001.done"_s))->mode, 0600u);
        QVERIFY(recoverTransactions(m_files, site.path()).isEmpty());
    }

    void doesNothingForNoChange()
    {
        const SiteFolder site;
        fill(site);
        QCOMPARE(carryOut(m_files, site.path(), {}, named(u"None"_s)).outcome, Outcome::Nothing);
        QVERIFY(recoverTransactions(m_files, site.path()).isEmpty());
        QVERIFY(!site.has(u".quillway"_s));
    }

    void writesNothingWhereAFileIsAnother_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("reported");
        QTest::newRow("another text") << u"posts/a.md"_s << "mine"_ba << u"posts/a.md"_s;
        QTest::newRow("another text of what moves") << u"posts/b.md"_s << "mine"_ba << u"posts/renamed.md"_s;
        QTest::newRow("a new file is there already") << u"tags.toml"_s << "mine"_ba << u"tags.toml"_s;
        QTest::newRow("something where a file moves to") << u"posts/renamed.md"_s << "mine"_ba << u"posts/renamed.md"_s;
        QTest::newRow("something where a folder moves to") << u"posts/2024/parcel/mine.md"_s << "mine"_ba << u"posts/2024/parcel"_s;
        QTest::newRow("gone") << u"old.toml"_s << QByteArray() << u"old.toml"_s;
        QTest::newRow("what moves is gone") << u"posts/b.md"_s << QByteArray() << u"posts/b.md"_s;
    }
    void writesNothingWhereAFileIsAnother()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, text);
        QFETCH(QString, reported);
        const SiteFolder site;
        fill(site);
        if (text.isNull())
            QVERIFY(QFile::remove(site.path(file)));
        else
            site.write(file, text);
        const Texts before = textsOf(site);
        const ChangeReport report = carryOut(m_files, site.path(), everyKind(), named(u"All"_s));
        QCOMPARE(report.outcome, Outcome::Refused);
        QCOMPARE(report.leftAlone.value(0).file, reported);
        QCOMPARE(textsOf(site), before);
        QVERIFY(!lastChange(m_files, site.path()));
    }

    void namesAllFilesThatAreOthers()
    {
        const SiteFolder site;
        fill(site);
        site.write(u"posts/a.md"_s, "mine");
        site.write(u"old.toml"_s, "mine");
        const ChangeReport report = carryOut(m_files, site.path(), everyKind(), named(u"All"_s));
        QCOMPARE(report.leftAlone.size(), 2);
    }

    void refusesWhatMakesNoSense_data()
    {
        QTest::addColumn<SiteChange>("change");
        const TextEdit edit { at("posts/a.md"), oldSite.value(u"posts/a.md"_s), "new"_ba };
        QTest::newRow("a file twice") << SiteChange { {}, { edit, edit } };
        QTest::newRow("git's own") << SiteChange { {}, { { at(".git/config"), {}, "x"_ba } } };
        QTest::newRow("git's own, deeper and in capitals") << SiteChange { {}, { { at("posts/x/.GIT/hooks/x"), {}, "x"_ba } } };
        QTest::newRow("the program's own") << SiteChange { { { at("posts/a.md"), at(".quillway/a.md") } }, {} };
        QTest::newRow("a move in a move") << SiteChange {
            { { at("posts/bundle"), at("posts/x") }, { at("posts/x/x.png"), at("posts/x/y.png") } }, {}
        };
        QTest::newRow("a move of what was moved")
            << SiteChange { { { at("posts/a.md"), at("posts/x.md") }, { at("posts/x.md"), at("posts/y.md") } }, {} };
        QTest::newRow("an edit where a move left") << SiteChange { { { at("posts/a.md"), at("posts/x.md") } }, { edit } };
    }
    void refusesWhatMakesNoSense()
    {
        QFETCH(SiteChange, change);
        const SiteFolder site;
        fill(site);
        const ChangeReport report = carryOut(m_files, site.path(), change, named(u"X"_s));
        QCOMPARE(report.outcome, Outcome::Refused);
        QCOMPARE(report.error->code, ErrorCode::BadValue);
        QCOMPARE(textsOf(site), oldSite);
    }

    void neverLeavesTheSite_data()
    {
        QTest::addColumn<SiteChange>("change");
        QTest::newRow("through a link to a file") << SiteChange { {}, { { at("posts/link.md"), "theirs"_ba, "new"_ba } } };
        QTest::newRow("through a link to a folder") << SiteChange { {}, { { at("posts/away/file"), "theirs"_ba, "new"_ba } } };
        QTest::newRow("a new file through a link") << SiteChange { {}, { { at("posts/away/new"), {}, "new"_ba } } };
        QTest::newRow("a new folder through a link") << SiteChange { {}, { { at("posts/away/x/new"), {}, "new"_ba } } };
        QTest::newRow("removed through a link") << SiteChange { {}, { { at("posts/away/file"), "theirs"_ba, {} } } };
        QTest::newRow("moved out") << SiteChange { { { at("posts/a.md"), at("posts/away/a.md") } }, {} };
        QTest::newRow("moved in") << SiteChange { { { at("posts/away/file"), at("posts/mine.md") } }, {} };
    }
    void neverLeavesTheSite()
    {
        QFETCH(SiteChange, change);
        const SiteFolder elsewhere;
        elsewhere.write(u"file"_s, "theirs");
        // At once, and by a record that somebody has put into the site.
        for (const bool isLeft : { false, true }) {
            const SiteFolder site;
            fill(site);
            QVERIFY(QFile::link(elsewhere.path(u"file"_s), site.path(u"posts/link.md"_s)));
            QVERIFY(QFile::link(elsewhere.path(), site.path(u"posts/away"_s)));
            if (isLeft) {
                site.write(u".quillway/changes/0000000001.forward"_s, renderChange({ u"X"_s, now, change }));
                const QList<ChangeReport> reports = recoverTransactions(m_files, site.path());
                QCOMPARE(reports.size(), 1);
                QVERIFY(!reports.first().leftAlone.isEmpty());
            } else {
                QVERIFY(carryOut(m_files, site.path(), change, named(u"X"_s)).outcome != Outcome::Done);
            }
            QCOMPARE(elsewhere.files(), QStringList { u"file"_s });
            QCOMPARE(elsewhere.read(u"file"_s), "theirs"_ba);
            QVERIFY(site.has(u"posts/a.md"_s));
        }
    }

    void aFailingCallLeavesAllOrNothing_data()
    {
        QTest::addColumn<Lasting>("lasting");
        QTest::newRow("once") << Lasting::Once;
        QTest::newRow("from then on") << Lasting::Forever;
    }
    void aFailingCallLeavesAllOrNothing()
    {
        QFETCH(Lasting, lasting);
        int reversed = 0;
        for (int n = 1;; ++n) {
            const SiteFolder site;
            fill(site);
            FaultFileSystem files(m_files);
            files.failAt({ .nth = n, .lasting = lasting, .code = ErrorCode::DiskFull });
            const ChangeReport report = carryOut(files, site.path(), everyKind(), named(u"All"_s));
            if (!files.hasFailed())
                break;
            QVERIFY(files.openHandles() <= (lasting == Lasting::Forever ? 20 : 0));
            const QByteArray call = "call " + QByteArray::number(n);
            if (report.outcome == Outcome::Done)
                QVERIFY2(textsOf(site) == newSite, call);
            else if (report.outcome != Outcome::Unfinished)
                QVERIFY2(textsOf(site) == oldSite, call);
            QVERIFY2(report.isDone() || report.error, call);
            reversed += report.outcome == Outcome::Reversed ? 1 : 0;
            const Texts after = recovered(site);
            QVERIFY2(after == (report.outcome == Outcome::Done ? newSite : after == oldSite ? oldSite : newSite), call);
            if (report.outcome == Outcome::Reversed || report.outcome == Outcome::Refused)
                QVERIFY2(after == oldSite, call);
        }
        if (lasting == Lasting::Once)
            QVERIFY(reversed > 20);
    }

    void aKillAtAnyCallLeavesAllOrNothing()
    {
        int wholeNew = 0;
        for (int n = 1;; ++n) {
            const SiteFolder site;
            fill(site);
            if (!killed(n, [&](FileSystem &files) { std::ignore = doAll(files, site); }))
                break;
            const Texts after = recovered(site);
            QVERIFY2(after == oldSite || after == newSite, qPrintable(u"call %1"_s.arg(n)));
            if (after == newSite)
                ++wholeNew;
            else
                QVERIFY2(wholeNew == 0, qPrintable(u"call %1: once it is recorded, it will be done"_s.arg(n)));
            QVERIFY(site.files().filter(u".quillway-"_s).isEmpty());
        }
        QVERIFY(wholeNew > 50);
    }

    void aKillOfTheRecoveryIsRecoveredFrom()
    {
        for (int n = 40; n < 400; n += 11) {
            for (int m = 1;; m += 7) {
                const SiteFolder site;
                fill(site);
                if (!killed(n, [&](FileSystem &files) { std::ignore = doAll(files, site); }))
                    return;
                const bool isKilled = killed(m, [&](FileSystem &files) { std::ignore = recoverTransactions(files, site.path(), 1); });
                const Texts after = recovered(site);
                QVERIFY2(after == oldSite || after == newSite, qPrintable(u"calls %1 and %2"_s.arg(n).arg(m)));
                if (!isKilled)
                    break;
            }
        }
    }

    void aKilledReversalIsGoneOnWith()
    {
        for (int n = 1;; n += 2) {
            const SiteFolder site;
            fill(site);
            QVERIFY(carryOut(m_files, site.path(), everyKind(), named(u"All"_s)).isDone());
            if (!killed(n, [&](FileSystem &files) { std::ignore = undoChange(files, site.path(), named({})); }))
                break;
            const Texts after = recovered(site);
            QVERIFY2(after == oldSite || after == newSite, qPrintable(u"call %1"_s.arg(n)));
        }
    }

    void aFileWithHardLinksIsMended()
    {
        for (int n = 1;; ++n) {
            const SiteFolder site;
            fill(site);
            QCOMPARE(::link(qPrintable(site.path(u"posts/a.md"_s)), qPrintable(site.path(u"posts/twin"_s))), 0);
            const bool isKilled = killed(n, [&](FileSystem &files) { std::ignore = doAll(files, site); });
            Texts after = recovered(site);
            const QByteArray twin = after.take(u"posts/twin"_s);
            QVERIFY2(after == oldSite || after == newSite, qPrintable(u"call %1"_s.arg(n)));
            QCOMPARE(twin, after.value(u"posts/a.md"_s));
            if (!isKilled)
                break;
        }
    }

    void whatSomebodyWritesMeanwhileIsLeftAloneAndReported()
    {
        const SiteFolder site;
        fill(site);
        FaultFileSystem files(m_files);
        bool isWritten = false;
        files.setObserver([&](Call call) {
            if (call == Call::RenameIfAbsent && !std::exchange(isWritten, true)) // the record is put in place
                site.write(u"posts/a.md"_s, "mine");
        });
        const ChangeReport report = carryOut(files, site.path(), everyKind(), named(u"All"_s));
        QCOMPARE(report.outcome, Outcome::Done);
        QCOMPARE(report.leftAlone.size(), 1);
        QCOMPARE(report.leftAlone.first().file, u"posts/a.md"_s);
        QCOMPARE(report.leftAlone.first().code, ErrorCode::ChangedOnDisk);
        QVERIFY(!report.files.contains(at("posts/a.md")));
        Texts expected = newSite;
        expected.insert(u"posts/a.md"_s, "mine");
        QCOMPARE(textsOf(site), expected);
    }

    void whatSomebodyWritesBeforeTheRecoveryIsLeftAloneAndReported()
    {
        const SiteFolder site;
        fill(site);
        site.write(u".quillway/changes/0000000001.forward"_s, renderChange({ u"All"_s, now, everyKind() }));
        site.write(u"posts/a.md"_s, "mine");
        const QList<ChangeReport> reports = recoverTransactions(m_files, site.path());
        QCOMPARE(reports.size(), 1);
        QCOMPARE(reports.first().outcome, Outcome::Done);
        QCOMPARE(reports.first().title, u"All"_s);
        QCOMPARE(reports.first().leftAlone.size(), 1);
        Texts expected = newSite;
        expected.insert(u"posts/a.md"_s, "mine");
        QCOMPARE(textsOf(site), expected);
    }

    void aRecoveryThatCannotMoveTakesAllBack()
    {
        const SiteFolder site;
        fill(site);
        site.write(u".quillway/changes/0000000001.forward"_s, renderChange({ u"All"_s, now, everyKind() }));
        site.write(u"posts/renamed.md"_s, "mine");
        const QList<ChangeReport> reports = recoverTransactions(m_files, site.path());
        QCOMPARE(reports.size(), 1);
        QCOMPARE(reports.first().outcome, Outcome::Reversed);
        Texts expected = oldSite;
        expected.insert(u"posts/renamed.md"_s, "mine");
        QCOMPARE(textsOf(site), expected);
        QVERIFY(recoverTransactions(m_files, site.path()).isEmpty());
    }

    void whatIsNoRecordIsPutAside_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray good = renderChange({ u"All"_s, now, everyKind() });
        QTest::newRow("empty") << ""_ba;
        QTest::newRow("cut") << good.chopped(1);
        QTest::newRow("too long") << good + 'x';
        QTest::newRow("another byte") << QByteArray(good).replace("golang", "gopher");
        QTest::newRow("leads out") << renderChange({ u"X"_s, now, { {}, { { at(".git/config"), {}, "x"_ba } } } });
    }
    void whatIsNoRecordIsPutAside()
    {
        QFETCH(QByteArray, bytes);
        const SiteFolder site;
        fill(site);
        site.write(u".quillway/changes/0000000001.forward"_s, bytes);
        QCOMPARE(recoverTransactions(m_files, site.path()).value(0).outcome, Outcome::Unfinished);
        QVERIFY(recoverTransactions(m_files, site.path()).isEmpty());
        QCOMPARE(site.read(u".quillway/changes/0000000001.forward.damaged"_s), bytes);
        QVERIFY(carryOut(m_files, site.path(), everyKind(), named(u"All"_s)).isDone());
    }

    void recordsHoldEveryByte_data()
    {
        QTest::addColumn<SiteChange>("change");
        QTest::newRow("every kind") << everyKind();
        QTest::newRow("NUL and bytes that are no text")
            << SiteChange { {}, { { at("a"), QByteArray("\0\xFF\n", 3), QByteArray("\xFF\0\0\n", 4) } } };
        QTest::newRow("empty files") << SiteChange { {}, { { at("a"), ""_ba, {} }, { at("b"), {}, ""_ba } } };
        QTest::newRow("nothing changes") << SiteChange { {}, { { at("a"), "aaa"_ba, "aaa"_ba } } };
        QTest::newRow("ends overlap") << SiteChange { {}, { { at("a"), "aaa"_ba, "aaaaa"_ba }, { at("b"), "abab"_ba, "ab"_ba } } };
        QTest::newRow("names") << SiteChange { { { at("posts/ä \"b\"\n.md"), at("posts/😀.md") } }, {} };
    }
    void recordsHoldEveryByte()
    {
        QFETCH(SiteChange, change);
        const ChangeRecord record { u"Títle\n"_s, now, change };
        const auto read = parseChange(renderChange(record));
        QVERIFY(read.has_value());
        QCOMPARE(*read, record);
    }

    void recordsOfHostileNumbersAreRefused_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::newRow("no JSON") << "{\n"_ba;
        QTest::newRow("more than there is") << R"({"edits":[{"file":"a","after":5}]})"_ba;
        QTest::newRow("less than nothing") << R"({"edits":[{"file":"a","after":-1}]})"_ba;
        QTest::newRow("a huge number") << R"({"edits":[{"file":"a","after":9223372036854775807}]})"_ba;
        QTest::newRow("overlapping ends") << R"({"edits":[{"file":"a","after":3,"before":[2,2,0]}]})"_ba;
        QTest::newRow("sum beyond numbers") << R"({"edits":[{"file":"a","after":3,"before":[1,9223372036854775807,0]}]})"_ba;
        QTest::newRow("outside") << R"({"edits":[{"file":"../a","after":3}]})"_ba;
        QTest::newRow("moved outside") << R"({"moves":[["a","/etc/x"]],"edits":[{"file":"a","after":3}]})"_ba;
    }
    void recordsOfHostileNumbersAreRefused()
    {
        QFETCH(QByteArray, head);
        const QByteArray rest = head + "\nabc";
        const QByteArray bytes = "quillway-change 1 " + contentHash(rest).toHex() + '\n' + rest;
        QVERIFY(!parseChange(bytes));
    }

    void isTakenBackAfterARestart()
    {
        const SiteFolder site;
        fill(site);
        QVERIFY(carryOut(m_files, site.path(), everyKind(), named(u"All"_s)).isDone());
        const auto last = lastChange(m_files, site.path());
        QVERIFY(last);
        QCOMPARE(last->title, u"All"_s);
        QCOMPARE(last->when, now);
        const ChangeReport report = undoChange(m_files, site.path(), named({}));
        QCOMPARE(report.outcome, Outcome::Done);
        QCOMPARE(report.kind, ChangeKind::Undo);
        QCOMPARE(report.title, u"All"_s);
        QCOMPARE(textsOf(site), oldSite);
        QVERIFY(!site.has(u"posts/2024"_s));
        QVERIFY(!lastChange(m_files, site.path()));
        QCOMPARE(undoChange(m_files, site.path(), named({})).outcome, Outcome::Nothing);
    }

    void isDoneAgainAndTakenBackAgain()
    {
        const SiteFolder site;
        fill(site);
        QVERIFY(carryOut(m_files, site.path(), everyKind(), named(u"All"_s)).isDone());
        for (int round = 0; round < 3; ++round) {
            QCOMPARE(redoChange(m_files, site.path(), named({})).outcome, Outcome::Nothing);
            QCOMPARE(undoChange(m_files, site.path(), named({})).outcome, Outcome::Done);
            QCOMPARE(textsOf(site), oldSite);
            QVERIFY(lastUndone(m_files, site.path()));
            QCOMPARE(redoChange(m_files, site.path(), named({})).outcome, Outcome::Done);
            QCOMPARE(textsOf(site), newSite);
            QCOMPARE(lastChange(m_files, site.path())->title, u"All"_s);
        }
    }

    void severalChangesAreTakenBackOneByOne()
    {
        const SiteFolder site;
        site.write(u"posts/a.md"_s, "0");
        for (int n = 1; n <= 3; ++n) {
            const SiteChange change { {}, { { at("posts/a.md"), QByteArray::number(n - 1), QByteArray::number(n) } } };
            QVERIFY(carryOut(m_files, site.path(), change, named(QString::number(n))).isDone());
        }
        QCOMPARE(undoChange(m_files, site.path(), named({})).title, u"3"_s);
        QCOMPARE(undoChange(m_files, site.path(), named({})).title, u"2"_s);
        QCOMPARE(site.read(u"posts/a.md"_s), "1"_ba);
        QCOMPARE(redoChange(m_files, site.path(), named({})).title, u"2"_s);
        QCOMPARE(site.read(u"posts/a.md"_s), "2"_ba);
        // A new change ends what could be done again.
        QVERIFY(carryOut(m_files, site.path(), { {}, { { at("posts/a.md"), "2"_ba, "x"_ba } } }, named(u"x"_s)).isDone());
        QVERIFY(!lastUndone(m_files, site.path()));
        QCOMPARE(undoChange(m_files, site.path(), named({})).title, u"x"_s);
        QCOMPARE(undoChange(m_files, site.path(), named({})).title, u"2"_s);
        QCOMPARE(undoChange(m_files, site.path(), named({})).title, u"1"_s);
        QCOMPARE(site.read(u"posts/a.md"_s), "0"_ba);
        QVERIFY(!lastChange(m_files, site.path()));
    }

    void anUndoKeepsWhatWasWrittenSince()
    {
        const SiteFolder site;
        fill(site);
        QVERIFY(carryOut(m_files, site.path(), everyKind(), named(u"All"_s)).isDone());
        site.write(u"posts/a.md"_s, "---\ntags: [golang]\n---\n\nA. And more.\n"); // elsewhere in the text
        site.write(u"posts/renamed.md"_s, "---\ntags: [mine]\n---\n\nB.\n"); // the very line
        QVERIFY(QFile::remove(site.path(u"tags.toml"_s))); // taken back by hand
        const ChangeReport report = undoChange(m_files, site.path(), named({}));
        QCOMPARE(report.outcome, Outcome::Done);
        QCOMPARE(report.leftAlone.size(), 1);
        QCOMPARE(report.leftAlone.first().file, u"posts/b.md"_s);
        Texts expected = oldSite;
        expected.insert(u"posts/a.md"_s, "---\ntags: [go]\n---\n\nA. And more.\n");
        expected.insert(u"posts/b.md"_s, "---\ntags: [mine]\n---\n\nB.\n");
        QCOMPARE(textsOf(site), expected);
        // And again, with what was written since.
        QCOMPARE(redoChange(m_files, site.path(), named({})).outcome, Outcome::Done);
        QCOMPARE(site.read(u"posts/a.md"_s), "---\ntags: [golang]\n---\n\nA. And more.\n"_ba);
    }

    void onlyTheNewestRecordsStay()
    {
        const SiteFolder site;
        site.write(u"posts/a.md"_s, "0");
        for (int n = 1; n <= int(changesKept) + 5; ++n) {
            const SiteChange change { {}, { { at("posts/a.md"), QByteArray::number(n - 1), QByteArray::number(n) } } };
            QVERIFY(carryOut(m_files, site.path(), change, named(QString::number(n))).isDone());
        }
        const auto entries = listChanges(m_files, site.path());
        QCOMPARE(entries->size(), changesKept);
        QCOMPARE(entries->constFirst().number, 6);
    }

    void oneProgramAtATime()
    {
        const SiteFolder site;
        fill(site);
        site.write(u".quillway/changes/0000000001.forward"_s, renderChange({ u"All"_s, now, everyKind() }));
        const auto other = ChangeJournal::open(m_files, site.path());
        QVERIFY(other.has_value());
        const ChangeReport report = carryOut(m_files, site.path(), everyKind(), named(u"All"_s));
        QCOMPARE(report.outcome, Outcome::Refused);
        QCOMPARE(report.error->code, ErrorCode::InUse);
        QVERIFY(recoverTransactions(m_files, site.path()).isEmpty());
        QCOMPARE(textsOf(site), oldSite);
    }

    void manyFilesAreWrittenOnManyThreads()
    {
        constexpr int count = 200;
        const SiteFolder site;
        SiteChange change;
        for (int n = 0; n < count; ++n) {
            const QString file = u"posts/%1.md"_s.arg(n);
            site.write(file, "old " + QByteArray::number(n));
            change.edits.append({ SitePath::literal(file), "old " + QByteArray::number(n), "new " + QByteArray::number(n) });
        }
        const ChangeReport report = carryOut(m_files, site.path(), change, { .title = u"Many"_s, .when = now });
        QCOMPARE(report.outcome, Outcome::Done);
        QCOMPARE(report.files.size(), count);
        for (int n = 0; n < count; ++n)
            QCOMPARE(site.read(u"posts/%1.md"_s.arg(n)), "new " + QByteArray::number(n));
    }
};

QTEST_GUILESS_MAIN(TestTransaction)
#include "tst_transaction.moc"
