// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preview/page_patch.h"

#include "support/work_timer.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace quillway::ui;

namespace {

/// A page with a piece for each letter.
PiecedPage page(const QByteArray &letters, const QByteArray &shell = "shell")
{
    PiecedPage page { .html = shell + letters, .shell = shell };
    for (qsizetype i = 0; i < letters.size(); ++i)
        page.pieces.append({ letters.sliced(i, 1), int(i), int(i) });
    return page;
}

/// The letters of `from` after the patch.
QByteArray patched(const QByteArray &from, const PagePatch &patch)
{
    QByteArray result;
    qsizetype at = 0;
    for (const PieceSplice &splice : patch.splices) {
        result += from.sliced(at, splice.at - at) + splice.insert.join();
        at = splice.at + splice.remove;
    }
    return result + from.sliced(at);
}

/// `at-remove+insert` of each splice.
QByteArray described(const PagePatch &patch)
{
    QByteArrayList parts;
    for (const PieceSplice &splice : patch.splices)
        parts += QByteArray::number(splice.at) + '-' + QByteArray::number(splice.remove) + '+' + splice.insert.join();
    return parts.join(' ');
}

} // namespace

class TestPagePatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changesAsLittleAsItCan_data();
    void changesAsLittleAsItCan();
    void leadsFromAnyPageToAnyOther();
    void comparesTheShell();
    void takesTheWholePageIfOneIsNotContained();
    void isQuickWithThousandsOfPieces();
};

void TestPagePatch::changesAsLittleAsItCan_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QByteArray>("patch");

    const auto row = [](const char *name, const char *from, const char *to, const char *patch) {
        QTest::newRow(name) << QByteArray(from) << QByteArray(to) << QByteArray(patch);
    };
    row("nothing", "abc", "abc", "");
    row("both empty", "", "", "");
    row("one changed", "abc", "axc", "1-1+x");
    row("first changed", "abc", "xbc", "0-1+x");
    row("last changed", "abc", "abx", "2-1+x");
    row("one more", "abc", "abxc", "2-0+x");
    row("one more at the end", "abc", "abcx", "3-0+x");
    row("one less", "abc", "ac", "1-1+");
    row("from nothing", "", "ab", "0-0+ab");
    row("to nothing", "ab", "", "0-2+");
    row("two far apart", "abcdef", "xbcdey", "0-1+x 5-1+y");
    row("one moved down", "abcde", "acdbe", "1-1+ 4-0+b");
    row("one more of equal ones", "aaa", "aaaa", "3-0+a");
    row("equal one between changes", "-a-b-", "-x-y-", "1-1+x 3-1+y");
    row("several equal ones between changes", "a-b-c-d", "w-x-y-z", "0-7+w-x-y-z");
    row("everything else", "abc", "xyz", "0-3+xyz");
}

void TestPagePatch::changesAsLittleAsItCan()
{
    QFETCH(const QByteArray, from);
    QFETCH(const QByteArray, to);
    const PagePatch patch = patchBetween(page(from), page(to));
    QTEST(described(patch), "patch");
    QCOMPARE(patched(from, patch), to);
    QCOMPARE(patch.isEmpty(), from == to);
}

void TestPagePatch::leadsFromAnyPageToAnyOther()
{
    quint32 state = 7;
    const auto next = [&](quint32 below) {
        state = state * 1664525 + 1013904223;
        return (state >> 16) % below;
    };
    const auto letters = [&] {
        QByteArray text;
        for (quint32 size = next(14); size > 0; --size)
            text += char('a' + next(8));
        return text;
    };
    for (int round = 0; round < 5000; ++round) {
        const QByteArray from = letters();
        const QByteArray to = letters();
        const PagePatch patch = patchBetween(page(from), page(to));
        QCOMPARE(patched(from, patch), to);
        for (qsizetype i = 1; i < patch.splices.size(); ++i)
            QVERIFY(patch.splices.at(i - 1).at + patch.splices.at(i - 1).remove < patch.splices.at(i).at);
    }
}

void TestPagePatch::comparesTheShell()
{
    const PagePatch patch = patchBetween(page("ab"), page("ab", "other"));
    QVERIFY(patch.shell);
    QVERIFY(patch.splices.isEmpty());
    QVERIFY(!patch.isEmpty());
    QVERIFY(!patchBetween(page("ab"), page("ax")).shell);
}

void TestPagePatch::takesTheWholePageIfOneIsNotContained()
{
    PiecedPage open = page("ab");
    open.isContained = false;
    QVERIFY(patchBetween(open, page("ac")).whole);
    QVERIFY(patchBetween(page("ac"), open).whole);
    QVERIFY(patchBetween(open, open).isEmpty());
}

void TestPagePatch::isQuickWithThousandsOfPieces()
{
    PiecedPage from;
    PiecedPage to;
    for (int i = 0; i < 20'000; ++i) {
        from.pieces.append({ "<p>" + QByteArray::number(i) + "</p>", i, i });
        to.pieces.prepend({ "<p>" + QByteArray::number(i * 2) + "</p>", i, i });
    }
    quillway::test::WorkTimer timer;
    timer.start();
    QVERIFY(!patchBetween(from, to).isEmpty());
    QVERIFY2(timer.elapsed() < 2000, "quadratic");
}

QTEST_APPLESS_MAIN(TestPagePatch)
#include "tst_page_patch.moc"
