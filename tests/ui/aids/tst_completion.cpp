// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/site.h"
#include "support/work_timer.h"
#include "ui/aids/completion.h"
#include "ui/aids/writing.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QElapsedTimer>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::test;

namespace {

model::PostPtr post(const QString &file, const QString &title, const QStringList &headings = {})
{
    model::Post post;
    post.file = *SitePath::parse(file);
    post.title = title;
    for (const QString &heading : headings)
        post.facts.outline.append({ 2, heading, QString(heading).toLower().replace(u' ', u'-'), 1 });
    return std::make_shared<const model::Post>(std::move(post));
}

/// The text that tests edit is posts/a.md.
model::SitePtr site()
{
    model::SiteParts parts;
    parts.posts = { post(u"posts/a.md"_s, u"Own post"_s, { u"First part"_s }),
                    post(u"posts/go-patterns/index.md"_s, u"Go patterns"_s, { u"Worker pools"_s }),
                    post(u"posts/my file.md"_s, u"Let [it] go"_s) };
    parts.pages = { post(u"pages/about.md"_s, u"About"_s) };
    parts.assets = { { *SitePath::parse(u"posts/chart.png"), 1 },
                     { *SitePath::parse(u"posts/go-patterns/pool.png"), 1 },
                     { *SitePath::parse(u"assets/logo.svg"), 1 } };
    return std::make_shared<const model::Site>(std::move(parts));
}

struct Completing : Writing {
    explicit Completing(const QString &marked)
        : Writing(marked)
    {
        editor().completion().setSite(site());
        editor().completion().setLanguages([] { return QStringList { u"go"_s, u"go.mod"_s, u"rust"_s }; });
    }
    [[nodiscard]] QAbstractItemView *popup() { return editor().findChild<QCompleter *>()->popup(); }
    [[nodiscard]] QStringList offered()
    {
        QStringList rows;
        for (int i = 0; popup()->isVisible() && i < popup()->model()->rowCount(); ++i)
            rows.append(popup()->model()->index(i, 0).data().toString());
        return rows;
    }
};

} // namespace

class TestCompletion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void offers_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("offered");
        QTest::newRow("pages by title, those that begin so first")
            << u"see ‸"_s << u"[[go"_s << QStringList { u"Go patterns — posts/go-patterns/index.md"_s, u"Let [it] go — posts/my file.md"_s };
        QTest::newRow("headings") << u"‸"_s << u"[[worker"_s << QStringList { u"Worker pools — Go patterns"_s };
        QTest::newRow("headings of a post") << u"‸"_s << u"[[go#"_s << QStringList { u"Worker pools — Go patterns"_s };
        QTest::newRow("every page but this one") << u"‸"_s << u"[["_s
                                                 << QStringList { u"Go patterns — posts/go-patterns/index.md"_s,
                                                                  u"Let [it] go — posts/my file.md"_s, u"About — pages/about.md"_s };
        QTest::newRow("nothing like it") << u"‸"_s << u"[[zebra"_s << QStringList();
        QTest::newRow("closed") << u"‸"_s << u"[[go]]"_s << QStringList();
        QTest::newRow("files") << u"‸"_s << u"![x](cha"_s << QStringList { u"chart.png"_s };
        QTest::newRow("files for all") << u"‸"_s << u"[x](/lo"_s << QStringList { u"/logo.svg"_s };
        QTest::newRow("anchors") << u"‸"_s << u"[x](#fi"_s << QStringList { u"First part — #first-part"_s };
        QTest::newRow("pages as destinations") << u"‸"_s << u"[x](abo"_s << QStringList { u"About — ../pages/about.md"_s };
        QTest::newRow("pages by path") << u"‸"_s << u"[x](../pages/a"_s << QStringList { u"About — ../pages/about.md"_s };
        QTest::newRow("languages") << u"‸"_s << u"```g"_s << QStringList { u"go"_s, u"go.mod"_s };
        QTest::newRow("no language yet") << u"‸"_s << u"```"_s << QStringList();
        QTest::newRow("no language at a closing fence") << u"```go\nx\n‸"_s << u"```g"_s << QStringList();
        QTest::newRow("kinds of alerts") << u"‸"_s << u"> [!"_s
                                         << QStringList { u"NOTE"_s, u"TIP"_s, u"IMPORTANT"_s, u"WARNING"_s, u"CAUTION"_s };
        QTest::newRow("a kind of alert") << u"> > ‸"_s << u"[!wa"_s << QStringList { u"WARNING"_s };
        QTest::newRow("no alert outside of a quote") << u"‸"_s << u"[!no"_s << QStringList();
        QTest::newRow("no alert within a line") << u"> see ‸"_s << u"[!no"_s << QStringList();
        QTest::newRow("not in code") << u"```\n‸\n```"_s << u"[[go"_s << QStringList();
        QTest::newRow("not between backticks") << u"‸"_s << u"`[[go"_s << QStringList();
    }
    void offers()
    {
        QFETCH(QString, before);
        QFETCH(QString, typed);
        Completing writing(before);
        writing.type(typed);
        QTEST(writing.offered(), "offered");
    }

    void accepts_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QKeySequence>("keys");
        QTest::addColumn<QString>("after");
        const QKeySequence enter(Qt::Key_Return);
        QTest::newRow("a post") << u"see ‸."_s << u"[[go"_s << enter << u"see [Go patterns](go-patterns/index.md)‸."_s;
        QTest::newRow("the next one") << u"‸"_s << u"[[go"_s << QKeySequence(Qt::Key_Down, Qt::Key_Return)
                                      << u"[Let [it] go](<my file.md>)‸"_s;
        QTest::newRow("a page") << u"‸"_s << u"[[abo"_s << enter << u"[About](../pages/about.md)‸"_s;
        QTest::newRow("a heading") << u"‸]]"_s << u"[[worker"_s << enter << u"[Worker pools](go-patterns/index.md#worker-pools)‸"_s;
        QTest::newRow("a heading of its own") << u"‸"_s << u"[[first"_s << enter << u"[First part](#first-part)‸"_s;
        QTest::newRow("a file") << u"‸"_s << u"![x](ch"_s << QKeySequence(Qt::Key_Tab) << u"![x](chart.png)‸"_s;
        QTest::newRow("a file, closed already") << u"[x](‸)"_s << u"ch"_s << enter << u"[x](chart.png)‸"_s;
        QTest::newRow("a language") << u"‸"_s << u"```ru"_s << enter << u"```rust‸"_s;
        QTest::newRow("a language that is whole: a line's end") << u"‸"_s << u"```go"_s << enter << u"```go\n‸"_s;
        QTest::newRow("an alert") << u"‸"_s << u"> [!tip"_s << enter << u"> [!TIP]\n> ‸"_s;
        QTest::newRow("an alert, closed already") << u"> [!‸]"_s << u"no"_s << enter << u"> [!NOTE]\n> ‸"_s;
        QTest::newRow("none") << u"‸"_s << u"[[go"_s << QKeySequence(Qt::Key_Escape, Qt::Key_Return) << u"[[go\n‸"_s;
    }
    void accepts()
    {
        QFETCH(QString, before);
        QFETCH(QString, typed);
        QFETCH(QKeySequence, keys);
        Completing writing(before);
        writing.type(typed);
        const QString begun = writing.marked();
        for (int i = 0; i < keys.count(); ++i) {
            QWidget *receiver = writing.popup()->isVisible() ? static_cast<QWidget *>(writing.popup()) : &writing.editor();
            QTest::keyClick(receiver, keys[static_cast<uint>(i)].key());
        }
        QTEST(writing.marked(), "after");
        QVERIFY(!writing.popup()->isVisible());
        if (!writing.marked().contains(u'\n')) {
            writing.editor().undo();
            QCOMPARE(writing.marked(), begun);
        }
    }

    void theListFollowsTheTyping()
    {
        Completing writing(u"‸"_s);
        writing.type(u"[[g"_s);
        QCOMPARE(writing.offered().size(), 2);
        QTest::keyClick(writing.popup(), Qt::Key_P);
        QCOMPARE(writing.marked(), u"[[gp‸"_s);
        QVERIFY(!writing.popup()->isVisible());
        writing.press(QKeySequence(Qt::Key_Backspace));
        QVERIFY(!writing.popup()->isVisible()); // opened by typing only
        writing.type(u"o"_s);
        QCOMPARE(writing.offered().size(), 2);
    }

    void tenThousandPostsAreOfferedInTime()
    {
        model::SiteParts parts;
        for (int i = 0; i < 10'000; ++i)
            parts.posts.append(post(u"posts/p%1.md"_s.arg(i), u"A post about subject number %1"_s.arg(i),
                                    { u"What it is"_s, u"How it works in %1"_s.arg(i), u"What is left"_s, u"Related"_s }));
        Completing writing(u"‸"_s);
        writing.editor().completion().setSite(std::make_shared<const model::Site>(std::move(parts)));
        writing.type(u"["_s);
        for (const QChar typed : u"[number 9999"_s) {
            test::WorkTimer clock;
            clock.start();
            writing.type(QString(typed));
            qInfo("%s: %lld ms", qPrintable(writing.marked()), qlonglong(clock.elapsed()));
            QVERIFY(clock.elapsed() < 100); // 20 on an idle machine
        }
        QCOMPARE(writing.offered().size(), 1);
        writing.type(u"]] [x](../p"_s);
        QElapsedTimer clock;
        clock.start();
        writing.type(u"9"_s);
        qInfo("a destination: %.1f ms", double(clock.nsecsElapsed()) / 1e6);
        QCOMPARE(writing.offered().size(), 50);
    }
};

QTEST_MAIN(TestCompletion)
#include "tst_completion.moc"
