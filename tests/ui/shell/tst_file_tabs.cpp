// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/file_tabs.h"

#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::ui;

namespace {

SitePath post(const QString &name)
{
    return SitePath::parse(u"posts/"_s + name + u".md"_s).value();
}

struct Bar {
    FileTabs tabs { [](const SitePath &file) { return file.stem().toUpper(); } };
    QStringList chosen;
    int emptied = 0;

    explicit Bar(const QString &names = {})
    {
        QObject::connect(&tabs, &FileTabs::chosen, &tabs, [this](const SitePath &file) { chosen.append(file.stem()); });
        QObject::connect(&tabs, &FileTabs::emptied, &tabs, [this] { ++emptied; });
        for (const QChar name : names) {
            tabs.showFile(post(name));
            QTest::mouseDClick(&tabs, Qt::LeftButton, {}, at(name));
        }
        tabs.resize(600, 30);
    }

    [[nodiscard]] QPoint at(const QString &name) const { return tabs.tabRect(int(names().indexOf(name))).center(); }
    [[nodiscard]] QString names() const
    {
        QString all;
        for (const SitePath &file : tabs.files())
            all += file.stem();
        return all;
    }
    /// The current one in brackets.
    [[nodiscard]] QString state() const
    {
        QString all;
        for (const SitePath &file : tabs.files())
            all += tabs.current() == file ? u'[' + file.stem() + u']' : file.stem();
        return all;
    }
};

} // namespace

class TestFileTabs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneTextNeedsNoTabs()
    {
        Bar bar(u"a"_s);
        QVERIFY(bar.tabs.isHidden());
        bar.tabs.showFile(post(u"b"_s));
        QVERIFY(!bar.tabs.isHidden());
    }

    void whatIsOnlyLookedAtGivesItsTabAway()
    {
        Bar bar(u"ab"_s);
        for (const auto &name : { u"x"_s, u"y"_s, u"z"_s })
            bar.tabs.showFile(post(name));
        QCOMPARE(bar.state(), u"ab[z]"_s);
    }

    void anEditKeepsTheTab()
    {
        Bar bar(u"ab"_s);
        bar.tabs.showFile(post(u"x"_s));
        bar.tabs.setModified({ post(u"x"_s) });
        bar.tabs.setModified({});
        bar.tabs.showFile(post(u"y"_s));
        QCOMPARE(bar.state(), u"abx[y]"_s);
    }

    void aDoubleClickKeepsTheTab()
    {
        Bar bar(u"ab"_s);
        bar.tabs.showFile(post(u"x"_s));
        QTest::mouseDClick(&bar.tabs, Qt::LeftButton, {}, bar.at(u"x"_s));
        bar.tabs.showFile(post(u"y"_s));
        QCOMPARE(bar.state(), u"abx[y]"_s);
    }

    void whatHasATabIsShownThere()
    {
        Bar bar(u"abc"_s);
        bar.tabs.showFile(post(u"a"_s));
        QCOMPARE(bar.state(), u"[a]bc"_s);
        QCOMPARE(bar.chosen, QStringList());
    }

    void aNewTabStandsBesideTheCurrentOne()
    {
        Bar bar(u"abc"_s);
        bar.tabs.showFile(post(u"a"_s));
        bar.tabs.showFile(post(u"x"_s));
        QCOMPARE(bar.state(), u"a[x]bc"_s);
    }

    void aClickChooses()
    {
        Bar bar(u"abc"_s);
        QTest::mouseClick(&bar.tabs, Qt::LeftButton, {}, bar.at(u"b"_s));
        QCOMPARE(bar.chosen, QStringList { u"b"_s });
    }

    void aMiddleClickCloses()
    {
        Bar bar(u"abc"_s);
        QTest::mouseClick(&bar.tabs, Qt::MiddleButton, {}, bar.at(u"b"_s));
        QCOMPARE(bar.state(), u"a[c]"_s);
        QCOMPARE(bar.chosen, QStringList());
    }

    void closingTheCurrentOneGoesToTheLastUsed()
    {
        Bar bar(u"abc"_s);
        QTest::mouseClick(&bar.tabs, Qt::LeftButton, {}, bar.at(u"a"_s));
        bar.tabs.closeCurrent();
        QCOMPARE(bar.state(), u"b[c]"_s);
        QCOMPARE(bar.chosen, (QStringList { u"a"_s, u"c"_s }));
        QCOMPARE(bar.emptied, 0);
        bar.tabs.closeCurrent();
        bar.tabs.closeCurrent();
        QCOMPARE(bar.emptied, 1);
        bar.tabs.closeCurrent(); // nothing is there to be closed
        QCOMPARE(bar.emptied, 1);
    }

    void stepsGoRound()
    {
        Bar bar(u"abc"_s);
        bar.tabs.step(1);
        bar.tabs.step(1);
        bar.tabs.step(-1);
        bar.tabs.step(-1);
        QCOMPARE(bar.chosen, (QStringList { u"a"_s, u"b"_s, u"a"_s, u"c"_s }));
    }

    void aRenamedFileKeepsItsTab()
    {
        Bar bar(u"ab"_s);
        bar.tabs.rename(post(u"b"_s), post(u"q"_s));
        QCOMPARE(bar.state(), u"a[q]"_s);
        QCOMPARE(bar.tabs.tabText(1), u"Q"_s);
    }

    void tellsWhatIsNotSaved()
    {
        Bar bar(u"ab"_s);
        bar.tabs.setModified({ post(u"a"_s) });
        QCOMPARE(bar.tabs.tabText(0), u"• A"_s);
        QCOMPARE(bar.tabs.accessibleTabName(0), u"A, not saved"_s);
        QCOMPARE(bar.tabs.accessibleTabName(1), u"B"_s);
    }

    void titlesAreNoMarkup()
    {
        FileTabs tabs([](const SitePath & /*file*/) { return u"<b>R&D</b>"_s; });
        tabs.add({ post(u"a"_s) });
        QCOMPARE(tabs.tabText(0), u"<b>R&&D</b>"_s);
        FileTabs unnamed([](const SitePath & /*file*/) { return QString(); });
        unnamed.add({ post(u"<i>x"_s) });
        QCOMPARE(unnamed.tabText(0), u"<i>x.md"_s);
        QVERIFY(unnamed.tabToolTip(0).contains(u"&lt;i&gt;"_s));
    }

    void theMenuClosesTheOthers()
    {
        Bar bar(u"abc"_s);
        QContextMenuEvent event(QContextMenuEvent::Mouse, bar.at(u"b"_s), bar.tabs.mapToGlobal(bar.at(u"b"_s)));
        QCoreApplication::sendEvent(&bar.tabs, &event);
        const auto *menu = bar.tabs.findChild<QMenu *>();
        QVERIFY(menu);
        menu->actions().at(1)->trigger();
        QCOMPARE(bar.state(), u"[b]"_s);
        QCOMPARE(bar.chosen, QStringList { u"b"_s });
    }
};

QTEST_MAIN(TestFileTabs)
#include "tst_file_tabs.moc"
