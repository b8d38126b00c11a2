// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tags/tags_page.h"

#include "support/site_text.h"
#include "ui/editor/file_document.h"
#include "ui/places/post_field.h"
#include "ui/posts/inline_prompt.h"
#include "ui/tags/tag_details.h"
#include "ui/tags/tag_graph_view.h"
#include "ui/tags/tag_table_model.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::ui;

namespace {

const SitePath file = SitePath::literal(u"tags.toml"_s);
const QByteArray tagsFile = "# mine\n[go]\ntitle = \"Go\" # the language\nmine = 1\n"_ba;

QList<test::TextFile> posts()
{
    return { { u"posts/2020-01-01-a.md"_s, u"---\ntitle: A\ntags: [go, sql]\n---\n"_s },
             { u"posts/2021-01-01-b.md"_s, u"---\ntitle: B\ntags: [go, sql]\n---\n"_s },
             { u"posts/2021-02-01-c.md"_s, u"---\ntitle: C\ntags: [go, test]\n---\n"_s },
             { u"posts/2021-03-01-d.md"_s, u"---\ntitle: D\ntags: [tests]\n---\n"_s } };
}

struct Page {
    FileDocument document { file, tagsFile };
    TagsPage page;
    QList<TagRequest> wanted;

    Page()
    {
        follow(posts());
        page.setDocument(&document);
        QObject::connect(&page, &TagsPage::wanted, &page, [this](const TagRequest &request) { wanted.append(request); });
        page.resize(1000, 700);
        page.show();
        page.activateWindow();
        if (!QTest::qWaitForWindowActive(&page) || !QTest::qWaitFor([this] { return rows() == 4; }))
            qFatal("no tags");
    }
    void follow(QList<test::TextFile> files)
    {
        files.append({ file.toString(), QString::fromUtf8(document.bytes()) });
        test::SiteText site(files);
        site.parts().tagInfoSource = document.bytes();
        page.setSite(std::make_shared<const model::Site>(site.site()));
    }
    [[nodiscard]] int rows() { return page.table().model()->rowCount(); }
    [[nodiscard]] QString cell(int row, int column = 0) { return page.table().model()->index(row, column).data().toString(); }
    void click(int row, Qt::KeyboardModifiers modifiers = {})
    {
        const QRect at = page.table().visualRect(page.table().model()->index(row, 0));
        QTest::mouseClick(page.table().viewport(), Qt::LeftButton, modifiers, at.center());
    }
    template<typename Widget>
    Widget &named(const QString &name)
    {
        for (Widget *widget : page.findChildren<Widget *>()) {
            if (widget->accessibleName() == name)
                return *widget;
        }
        qFatal("nothing called %s", qPrintable(name));
    }
    QPushButton &button(const QString &text)
    {
        QCoreApplication::processEvents(); // a layout shows what comes into it
        for (QPushButton *button : page.findChildren<QPushButton *>()) {
            if (button->text() == text && button->isVisible())
                return *button;
        }
        qFatal("no button %s", qPrintable(text));
    }
    void answer(InlinePrompt &prompt, const QString &text)
    {
        auto *field = prompt.findChild<QLineEdit *>();
        field->selectAll();
        QTest::keyClicks(field, text);
        QTest::keyClick(field, Qt::Key_Return);
    }
};

} // namespace

class TestTagsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mostUsedTagsComeFirst()
    {
        Page page;
        QCOMPARE(page.cell(0), u"go"_s);
        QCOMPARE(page.cell(1), u"sql"_s);
        QCOMPARE(page.page.selectedTags(), QStringList({ u"go"_s }));
        QCOMPARE(page.named<QLineEdit>(u"Title"_s).text(), u"Go"_s);
    }

    void theHeaderSorts()
    {
        Page page;
        QHeaderView *header = page.page.table().horizontalHeader();
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, QPoint(header->sectionPosition(0) + 10, header->height() / 2));
        QCOMPARE(page.cell(0), u"go"_s);
        QCOMPARE(page.cell(3), u"tests"_s);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, QPoint(header->sectionPosition(0) + 10, header->height() / 2));
        QCOMPARE(page.cell(0), u"tests"_s);
    }

    void typingFilters()
    {
        Page page;
        page.page.filter().setFocus();
        QTest::keyClicks(&page.page.filter(), u"TES"_s);
        QCOMPARE(page.rows(), 2);
        QTest::keyClick(&page.page.filter(), Qt::Key_Down);
        QVERIFY(page.page.table().hasFocus());
        page.page.filter().setFocus();
        QTest::keyClicks(&page.page.filter(), u"zz"_s);
        QCOMPARE(page.rows(), 0);
        QTest::keyClick(&page.page.filter(), Qt::Key_Escape);
        QCOMPARE(page.rows(), 4);
    }

    void aTagIsRenamedByKey()
    {
        Page page;
        page.click(1);
        QTest::keyClick(&page.page.table(), Qt::Key_F2);
        page.answer(page.page.prompt(), u"databases"_s);
        QCOMPARE(page.wanted, QList<TagRequest>({ { TagRequest::Kind::Rename, { u"sql"_s }, u"databases"_s, {} } }));
    }

    void severalTagsAreMerged()
    {
        Page page;
        page.click(2);
        page.click(3, Qt::ControlModifier);
        QTest::mouseClick(&page.button(u"Merge…"_s), Qt::LeftButton);
        page.answer(page.page.prompt(), u"tests"_s);
        QCOMPARE(page.wanted, QList<TagRequest>({ { TagRequest::Kind::Merge, { u"test"_s }, u"tests"_s, {} } }));
    }

    void aDoubleIsMergedWithOneClick()
    {
        Page page;
        page.page.setCurrent(u"test"_s);
        QTest::mouseClick(&page.button(u"Merge into “tests” (singular and plural)"_s), Qt::LeftButton);
        QCOMPARE(page.wanted, QList<TagRequest>({ { TagRequest::Kind::Merge, { u"test"_s }, u"tests"_s, {} } }));
    }

    void aTagIsRemoved()
    {
        Page page;
        page.click(1);
        QTest::keyClick(&page.page.table(), Qt::Key_Delete);
        QCOMPARE(page.wanted, QList<TagRequest>({ { TagRequest::Kind::Remove, { u"sql"_s }, {}, {} } }));
    }

    void postsAreSplitOff()
    {
        Page page;
        QListView &list = page.page.details().posts();
        QCOMPARE(list.model()->rowCount(), 3);
        QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, list.visualRect(list.model()->index(0, 0)).center());
        QTest::mouseClick(&page.button(u"Split off…"_s), Qt::LeftButton);
        page.answer(*page.page.details().findChild<InlinePrompt *>(), u"golang"_s);
        QCOMPARE(
            page.wanted,
            QList<TagRequest>({ { TagRequest::Kind::Split, { u"go"_s }, u"golang"_s, { SitePath::literal(u"posts/2021-02-01-c.md"_s) } } }));
        QTest::mouseClick(&page.button(u"Remove from these"_s), Qt::LeftButton);
        QCOMPARE(page.wanted.constLast().kind, TagRequest::Kind::RemoveFrom);
    }

    void anotherPostIsTagged()
    {
        Page page;
        page.page.details().field().setFocus();
        QTest::keyClicks(&page.page.details().field(), u"D"_s);
        QTest::keyClick(&page.page.details().field(), Qt::Key_Return);
        QTRY_COMPARE(page.wanted.size(), 1);
        QCOMPARE(page.wanted.constFirst(),
                 (TagRequest { TagRequest::Kind::Add, { u"go"_s }, {}, { SitePath::literal(u"posts/2021-03-01-d.md"_s) } }));
    }

    void whatIsSaidOfATagGoesIntoTheFile()
    {
        Page page;
        auto &description = page.named<QPlainTextEdit>(u"Description"_s);
        description.setFocus();
        QTest::keyClicks(&description, u"Gophers"_s);
        QLineEdit &aliases = page.named<QLineEdit>(u"Other names"_s);
        aliases.setFocus();
        QTest::keyClicks(&aliases, u"golang"_s);
        QTRY_VERIFY(page.document.bytes().contains("aliases = [\"golang\"]"));
        QVERIFY(page.document.bytes().contains("description = \"Gophers\""));
        QVERIFY(page.document.bytes().startsWith("# mine\n[go]\ntitle = \"Go\" # the language\nmine = 1\n"));
    }

    void aTagThatTheFileDoesNotKnowComesIntoIt()
    {
        Page page;
        page.page.setCurrent(u"sql"_s);
        QLineEdit &title = page.named<QLineEdit>(u"Title"_s);
        title.setFocus();
        QTest::keyClicks(&title, u"SQL"_s);
        QTRY_VERIFY(page.document.bytes().contains("sql"));
        QVERIFY(page.document.bytes().startsWith(tagsFile));
        page.follow(posts());
        QTRY_COMPARE(page.named<QLineEdit>(u"Title"_s).text(), u"SQL"_s);
    }

    void theGraphAndTheTableChooseTogether()
    {
        Page page;
        QTRY_VERIFY(page.page.graph().isPlaced() && page.page.graph().place(u"sql"_s) != page.page.graph().place(u"go"_s));
        QTest::mouseClick(&page.page.graph(), Qt::LeftButton, {}, page.page.graph().place(u"sql"_s).toPoint());
        QCOMPARE(page.page.selectedTags(), QStringList({ u"sql"_s }));
        page.click(0);
        QCOMPARE(page.page.graph().current(), u"go"_s);
    }

    void whatIsChosenStaysSoWhenTagsCome()
    {
        Page page;
        page.click(1);
        QList<test::TextFile> more = posts();
        more.append({ u"posts/2022-01-01-e.md"_s, u"---\ntitle: E\ntags: [api, zig]\n---\n"_s });
        page.follow(more);
        QTRY_COMPARE(page.rows(), 6);
        QCOMPARE(page.page.selectedTags(), QStringList({ u"sql"_s }));
        QCOMPARE(page.page.graph().current(), u"sql"_s);
    }

    void selectedTagsMakeATopic()
    {
        Page page;
        QSignalSpy topics(&page.page, &TagsPage::topicWanted);
        page.click(0);
        page.click(1, Qt::ControlModifier);
        QTest::mouseClick(&page.button(u"Make a topic"_s), Qt::LeftButton);
        QCOMPARE(topics.size(), 1);
        QCOMPARE(topics.at(0).at(0).toString(), u"go & sql"_s);
        QCOMPARE(topics.at(0).at(1).toStringList(), QStringList({ u"go"_s, u"sql"_s }));
    }

    void tagsThatStandTogetherAreATopicToMake()
    {
        Page page;
        QList<test::TextFile> more = posts();
        for (int day = 1; day <= 5; ++day)
            more.append({ u"posts/2023-01-0%1-x.md"_s.arg(day), u"---\ntitle: X\ntags: [docker, kubernetes]\n---\n"_s });
        for (int day = 1; day <= 9; ++day)
            more.append({ u"posts/2024-01-0%1-y.md"_s.arg(day), u"---\ntitle: Y\ntags: [alone%1]\n---\n"_s.arg(day) });
        QSignalSpy topics(&page.page, &TagsPage::topicWanted);
        page.follow(more);
        QTRY_COMPARE(page.rows(), 15);
        QTest::mouseClick(&page.button(u"Docker && Kubernetes"_s), Qt::LeftButton);
        QCOMPARE(topics.size(), 1);
        QCOMPARE(topics.at(0).at(1).toStringList(), QStringList({ u"docker"_s, u"kubernetes"_s }));
    }

    void returnAsksForThePosts()
    {
        Page page;
        QSignalSpy asked(&page.page, &TagsPage::postsOfTagWanted);
        page.page.focusFirst();
        QTest::keyClick(&page.page.table(), Qt::Key_Down);
        QTest::keyClick(&page.page.table(), Qt::Key_Return);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.at(0).at(0).toString(), u"sql"_s);
    }
};

QTEST_MAIN(TestTagsPage)
#include "tst_tags_page.moc"
