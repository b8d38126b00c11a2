// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topics/topic_page.h"

#include "support/site_text.h"
#include "ui/editor/file_document.h"
#include "ui/paths/path_planner.h"
#include "ui/paths/step_list.h"
#include "ui/paths/step_row.h"
#include "ui/places/row_list.h"
#include "ui/topics/fact_text.h"
#include "ui/topics/facts_panel.h"
#include "ui/topics/text_row.h"
#include "ui/topics/topic_form.h"
#include "ui/topics/years_chart.h"

#include <QDropEvent>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QRadioButton>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::ui;

namespace {

const SitePath file = SitePath::literal(u"topics/go.md"_s);
const QByteArray topicText = R"(---
# how we write Go
title: Go # the language
tags: [go]
focus: channels
mine: {keep: this}
claims:
  - First claim. # cited
  - "Second: quoted"
references:
  - title: Spec
    url: https://go.dev/ref/spec
    kind: primary
---

Body stays.
)"_ba;

/// The page with a document, and a site that follows it as the workspace's does.
struct Page {
    FileDocument document { file, topicText };
    TopicPage page { std::make_shared<SharedKnowledge>() };

    explicit Page(const QByteArray &topic = topicText)
    {
        document.replaceBytes(topic);
        page.setSite(site());
        page.setDocument(&document);
        page.resize(900, 800);
        page.show();
        page.activateWindow();
        if (!QTest::qWaitForWindowActive(&page))
            qFatal("no active window");
    }

    [[nodiscard]] model::SitePtr site() const
    {
        return std::make_shared<const model::Site>(
            test::SiteText({ { u"posts/2020-01-01-a.md"_s, u"---\ntitle: A\ntags: [go, sql]\n---\n"_s },
                             { u"posts/2021-01-01-b.md"_s, u"---\ntitle: B\ntags: [go, sql]\n---\n"_s },
                             { u"posts/2021-02-01-c.md"_s, u"---\ntitle: C\ntags: [go]\n---\n"_s },
                             { u"posts/2021-03-01-untagged.md"_s, u"---\ntitle: About go and go\n---\n\nNo tag.\n"_s },
                             { file.toString(), QString::fromUtf8(document.bytes()) } })
                .site());
    }
    void followTyping() { page.setSite(site()); }

    template<typename Field = QLineEdit>
    Field &field(const QString &name) const
    {
        for (Field *candidate : page.findChildren<Field *>()) {
            if (candidate->accessibleName() == name)
                return *candidate;
        }
        qFatal("no field %s", qPrintable(name));
    }
    [[nodiscard]] QPushButton *button(const QString &name) const
    {
        for (QPushButton *button : page.findChildren<QPushButton *>()) {
            if (button->isVisible() && (button->text() == name || button->accessibleName() == name))
                return button;
        }
        return nullptr;
    }
    [[nodiscard]] FactEdit &edit(const QString &name) const { return field<FactEdit>(name); }
    FactButton *fact(const QString &name)
    {
        for (FactButton *button : page.facts().findChildren<FactButton *>()) {
            if (button->fact().name == name)
                return button;
        }
        return nullptr;
    }
    [[nodiscard]] QByteArray bytes() const { return document.bytes(); }
};

} // namespace

class TestTopicPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatStandsInTheFile()
    {
        const Page page;
        QCOMPARE(page.field(u"Title"_s).text(), u"Go"_s);
        QCOMPARE(page.field(u"Tags"_s).text(), u"go"_s);
        QCOMPARE(page.field(u"Focus"_s).text(), u"channels"_s);
        QCOMPARE(page.edit(u"Claim 2"_s).text(), u"Second: quoted"_s);
        QCOMPARE(page.field(u"Address of reference 1"_s).text(), u"https://go.dev/ref/spec"_s);
        QCOMPARE(page.bytes(), topicText); // looking changes nothing
    }

    void aFieldChangesItsBytesAlone_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::newRow("title") << u"Title"_s << "title: Go # the language"_ba << "title: Go! # the language"_ba;
        QTest::newRow("tags") << u"Tags"_s << "tags: [go]"_ba << "tags: [go!]"_ba;
        QTest::newRow("focus") << u"Focus"_s << "focus: channels"_ba << "focus: channels!"_ba;
        QTest::newRow("reference") << u"Address of reference 1"_s << "url: https://go.dev/ref/spec\n    kind: primary"_ba
                                   << "url: https://go.dev/ref/spec!\n    kind: primary"_ba;
    }
    void aFieldChangesItsBytesAlone()
    {
        QFETCH(const QString, field);
        QFETCH(const QByteArray, before);
        QFETCH(const QByteArray, after);
        const Page page;
        QLineEdit &line = page.field(field);
        line.setFocus();
        QTest::keyClick(&line, Qt::Key_End);
        QTest::keyClicks(&line, u"!"_s);
        QTRY_COMPARE(page.bytes(), QByteArray(topicText).replace(before, after));
        QTest::qWait(0);
        QVERIFY(line.text().endsWith(u'!'));
    }

    void aClaimIsTypedAddedAndMoved()
    {
        Page page;
        FactEdit &first = page.edit(u"Claim 1"_s);
        first.setFocus();
        QTest::keyClick(&first, Qt::Key_End);
        QTest::keyClicks(&first, u" Yes."_s);
        QTRY_VERIFY(page.bytes().contains("  - First claim. Yes.") && page.bytes().contains("  - \"Second: quoted\"\n"));
        QTest::keyClick(&first, Qt::Key_Return);
        QTest::keyClicks(&page.edit(u"Claim 2"_s), u"Between"_s);
        QTRY_VERIFY(page.bytes().contains("  - Between\n  - \"Second: quoted\"\n"));
        page.edit(u"Claim 3"_s).setFocus();
        QTest::keyClick(&page.edit(u"Claim 3"_s), Qt::Key_Up, Qt::AltModifier);
        const auto isMoved = [&] { return page.bytes().contains("  - \"Second: quoted\"\n  - Between\n"); };
        QVERIFY2(QTest::qWaitFor(isMoved), page.bytes().constData());
        QVERIFY(page.bytes().contains("mine: {keep: this}\n") && page.bytes().endsWith("\n\nBody stays.\n"));
    }

    void oneFieldIsOneStepOfUndo()
    {
        Page page;
        QLineEdit &title = page.field(u"Title"_s);
        title.setFocus();
        QTest::keyClick(&title, Qt::Key_End);
        for (const QChar letter : u"pher"_s) {
            QTest::keyClicks(&title, QString(letter));
            page.page.flush();
        }
        QVERIFY(page.bytes().contains("title: Gopher"));
        page.document.document()->undo();
        QCOMPARE(page.bytes(), topicText);
        QTRY_COMPARE(title.text(), u"Go"_s);
    }

    void theFactsFollowTheSite()
    {
        Page page;
        QTRY_VERIFY(page.fact(u"count"_s));
        QCOMPARE(page.fact(u"count"_s)->fact().value, u"3"_s);
        QCOMPARE(page.page.facts().chart().accessibleDescription(), u"2020: 1 post, 2021: 2 posts"_s);
        QLineEdit &tags = page.field(u"Tags"_s);
        tags.setFocus();
        tags.selectAll();
        QTest::keyClicks(&tags, u"sql"_s);
        page.page.flush();
        page.followTyping();
        QTRY_COMPARE(page.fact(u"count"_s)->fact().value, u"2"_s);
    }

    void aFactGoesIntoTheTextWithTheCaret()
    {
        Page page;
        QTRY_VERIFY(page.fact(u"count"_s));
        FactEdit &claim = page.edit(u"Claim 1"_s);
        claim.setFocus();
        QTest::keyClick(&claim, Qt::Key_End);
        QTest::mouseClick(page.fact(u"count"_s), Qt::LeftButton);
        QVERIFY(claim.hasFocus());
        QCOMPARE(claim.text(), u"First claim. {{ topic.count }}"_s);
        QTRY_VERIFY(page.bytes().contains("First claim. {{ topic.count }}"));
        page.followTyping();
        auto *shown = qobject_cast<FactText *>(claim.parentWidget());
        QTRY_COMPARE(shown->filled(), u"→ First claim. 3"_s);
        QCOMPARE(claim.accessibleDescription(), u"→ First claim. 3"_s);
    }

    void aFactIsChosenFromTheKeyboard()
    {
        Page page;
        QTRY_VERIFY(page.fact(u"minutes"_s));
        FactEdit &definition = page.edit(u"Definition"_s);
        definition.setFocus();
        QTest::keyClicks(&definition, u"In"_s);
        QTest::keyClick(&definition, Qt::Key_Space, Qt::ControlModifier);
        QTRY_VERIFY(QApplication::activePopupWidget());
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        for (int i = 0; i < 4; ++i) // count, first, last, minutes
            QTest::keyClick(menu, Qt::Key_Down);
        QTest::keyClick(menu, Qt::Key_Return);
        QTRY_COMPARE(definition.text(), u"In {{ topic.minutes }}"_s);
        QTest::keyClick(page.fact(u"count"_s), Qt::Key_Space); // and by Tab to the panel
        QCOMPARE(definition.text(), u"In {{ topic.minutes }} {{ topic.count }}"_s);
    }

    void aFactIsDropped()
    {
        Page page;
        FactEdit &definition = page.edit(u"Definition"_s);
        QMimeData data;
        data.setText(u"{{ topic.count }}"_s);
        QDragEnterEvent enter(QPoint(4, 4), Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(definition.viewport(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(4, 4), Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(definition.viewport(), &drop);
        QCOMPARE(definition.text(), u"{{ topic.count }}"_s);
        QTRY_VERIFY(page.bytes().contains("definition: "));
    }

    void aPlaceholderThatIsWrongSaysSo()
    {
        Page page;
        FactEdit &definition = page.edit(u"Definition"_s);
        definition.setFocus();
        QTest::keyClicks(&definition, u"{% if %}"_s);
        page.page.flush();
        page.followTyping();
        auto *shown = qobject_cast<FactText *>(definition.parentWidget());
        QTRY_VERIFY(shown->filled().startsWith(u"This cannot be filled in"_s));
    }

    void theSuggestedPathBecomesOnesOwn()
    {
        Page page;
        QTRY_VERIFY(page.fact(u"count"_s));
        QVERIFY(!page.page.form().steps().isVisible());
        QRadioButton *own = nullptr;
        for (QRadioButton *button : page.page.findChildren<QRadioButton *>())
            own = button->text() == u"Steps of my own"_s ? button : own;
        QVERIFY(own);
        QTest::mouseClick(own, Qt::LeftButton, {}, QPoint(8, own->height() / 2));
        QVERIFY(page.bytes().contains("path:\n") && page.bytes().contains("post: c\n"));
        QTRY_VERIFY(page.page.form().steps().isVisible());
        QCOMPARE(page.page.form().steps().cards().count(), 3);
        page.document.document()->undo();
        QCOMPARE(page.bytes(), topicText);
        QTRY_VERIFY(!page.page.form().steps().isVisible());
    }

    void postsAreTakenInAndLeftOut()
    {
        Page page;
        page.page.form().addPost(u"x"_s, true);
        QVERIFY(page.bytes().contains("include:\n  - x\n") || page.bytes().contains("include: [x]\n"));
        QTRY_VERIFY(page.page.form().list(u"claims"_s)->count() == 2); // it has read the head again
        QTest::qWait(0);
        page.page.form().addPost(u"x"_s, false);
        QVERIFY(!page.bytes().contains("include"));
        QVERIFY(page.bytes().contains("exclude"));
    }

    void whatIsMissingLeadsToItsField()
    {
        Page page;
        QTRY_VERIFY(page.button(u"No failure modes"_s));
        QTest::mouseClick(page.button(u"No failure modes"_s), Qt::LeftButton);
        QVERIFY(page.edit(u"Failure mode 1"_s).hasFocus());
        QTest::keyClicks(&page.edit(u"Failure mode 1"_s), u"Deadlocks"_s);
        page.page.flush();
        page.followTyping();
        QTRY_VERIFY(!page.button(u"No failure modes"_s));
        QTRY_VERIFY(page.button(u"No checklist"_s));
    }

    void aCandidateIsTakenInOrLeftOut_data()
    {
        QTest::addColumn<QString>("button");
        QTest::addColumn<QByteArray>("key");
        QTest::newRow("add") << u"Add “About go and go” to the topic"_s << "include"_ba;
        QTest::newRow("not") << u"“About go and go” is not for this topic"_s << "exclude"_ba;
    }
    void aCandidateIsTakenInOrLeftOut()
    {
        QFETCH(const QString, button);
        QFETCH(const QByteArray, key);
        Page page;
        QTRY_VERIFY(page.button(button));
        QTest::mouseClick(page.button(button), Qt::LeftButton);
        QVERIFY(page.bytes().contains(key + ":\n  - untagged\n") || page.bytes().contains(key + ": [untagged]"));
        page.followTyping();
        QTRY_VERIFY(!page.button(button));
        page.document.document()->undo();
        QCOMPARE(page.bytes(), topicText);
    }

    void theSuggestionIsTakenOver()
    {
        Page page("---\ntitle: Go\ntags: [go]\npath: [a]\n---\n"_ba);
        QTRY_COMPARE(page.page.form().steps().cards().count(), 1);
        QTest::mouseClick(page.button(u"Suggest steps…"_s), Qt::LeftButton);
        auto *planner = page.page.findChild<PathPlanner *>();
        QTRY_VERIFY(planner->isVisible() && planner->plan().steps.size() == 3);
        QTest::mouseClick(&planner->takeButton(), Qt::LeftButton);
        QTRY_COMPARE(page.page.form().steps().cards().count(), 3);
        QVERIFY(planner->isHidden());
        page.document.document()->undo();
        QVERIFY(page.bytes().contains("path: [a]"));
    }

    void wrongStepsSaySo()
    {
        Page page("---\ntitle: Go\npath: [a, nowhere, a]\n---\n"_ba);
        QTRY_COMPARE(page.page.form().steps().cards().count(), 3);
        QTRY_COMPARE(page.page.form().steps().card(1)->problems(), QStringList({ u"There is no post “nowhere”"_s }));
        QVERIFY(!page.page.form().steps().card(2)->problems().isEmpty());
    }

    void keysOfUndoAreLeftToTheFile()
    {
        const Page page;
        for (QWidget *field : { static_cast<QWidget *>(&page.field(u"Title"_s)), static_cast<QWidget *>(&page.edit(u"Claim 1"_s)) }) {
            QKeyEvent key(QEvent::ShortcutOverride, Qt::Key_Z, Qt::ControlModifier);
            key.ignore();
            QApplication::sendEvent(field, &key);
            QVERIFY(!key.isAccepted());
        }
    }

    void aTopicThatHasNothingCanBeFilled()
    {
        Page page("Only a body.\n"_ba);
        QLineEdit &title = page.field(u"Title"_s);
        title.setFocus();
        QTest::keyClicks(&title, u"New"_s);
        QTRY_COMPARE(page.bytes(), "---\ntitle: New\n---\nOnly a body.\n"_ba);
        page.page.form().focusKey(u"claims"_s);
        QTest::keyClicks(&page.edit(u"Claim 1"_s), u"One"_s);
        QTRY_VERIFY(page.bytes().contains("claims:"));
    }

    void narrowItStillFits()
    {
        Page page;
        QTRY_VERIFY(page.fact(u"count"_s));
        page.page.resize(420, 700);
        QTRY_VERIFY(page.page.facts().mapTo(&page.page, QPoint()).x() < 40); // below the form, not beside it
        QVERIFY(page.page.form().width() <= 420);
    }
};

QTEST_MAIN(TestTopicPage)
#include "tst_topic_page.moc"
