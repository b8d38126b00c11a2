// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/sentence_marks.h"

#include "ui/aids/writing.h"

#include <QElapsedTimer>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::test;
using namespace quillway::ui;

namespace {

QString sentence(int words)
{
    return u"Words"_s + u" words"_s.repeated(words - 1) + u". "_s;
}

/// What is marked, the too long ones with an exclamation mark: `words words!`.
QStringList marked(Writing &writing)
{
    QStringList texts;
    const QString text = writing.editor().document()->toRawText();
    for (const SentenceMarks::Mark &mark : writing.editor().sentences().marks())
        texts.append(text.sliced(mark.place.begin, mark.place.end - mark.place.begin) + (mark.isTooLong ? u"!"_s : QString()));
    return texts;
}

} // namespace

class TestSentenceMarks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void marksByLength_data()
    {
        QTest::addColumn<int>("words");
        QTest::addColumn<bool>("isMarked");
        QTest::addColumn<bool>("isTooLong");
        QTest::newRow("30 words") << 30 << false << false;
        QTest::newRow("31") << 31 << true << false;
        QTest::newRow("40") << 40 << true << false;
        QTest::newRow("41") << 41 << true << true;
    }
    void marksByLength()
    {
        QFETCH(int, words);
        QFETCH(bool, isMarked);
        QFETCH(bool, isTooLong);
        Writing writing(u"‸Short. "_s + sentence(words) + u"Short."_s, "---\ntitle: A\n---\n"_ba);
        SentenceMarks &marks = writing.editor().sentences();
        QSignalSpy measured(&marks, &SentenceMarks::measured);
        marks.setOn(true);
        QTRY_VERIFY(!measured.isEmpty());
        QCOMPARE(marked(writing), isMarked ? QStringList(sentence(words).trimmed() + (isTooLong ? u"!"_s : QString())) : QStringList());
    }

    void followsTheTyping()
    {
        Writing writing(sentence(30).chopped(2) + u"‸."_s);
        SentenceMarks &marks = writing.editor().sentences();
        marks.setOn(true);
        marks.setLanguage(u"en"_s);
        QTRY_VERIFY(!marks.ease()); // too short to tell
        QCOMPARE(marked(writing), QStringList());
        writing.type(u" more"_s);
        QTRY_COMPARE(marked(writing), QStringList(writing.editor().toPlainText()));
        writing.type(u" of"_s); // at once, before it is measured again
        QCOMPARE(marked(writing), QStringList(writing.editor().toPlainText()));
        writing.press(QKeySequence(Qt::CTRL | Qt::Key_Home));
        writing.type(u"# "_s);
        QTRY_COMPARE(marked(writing), QStringList()); // headings are no sentences
    }

    void partsOfCodeAndAddressesStayFree()
    {
        Writing writing(u"‸"_s + sentence(31).chopped(2) + u" `code` [link](https://t.example/) end."_s);
        writing.editor().sentences().setOn(true);
        QTRY_COMPARE(marked(writing), (QStringList { sentence(31).chopped(2) + u' ', u" [link"_s, u" end."_s }));
    }

    void offMeansOff()
    {
        Writing writing(u"‸"_s + sentence(50).repeated(2));
        SentenceMarks &marks = writing.editor().sentences();
        marks.setLanguage(u"en"_s);
        marks.setOn(true);
        QTRY_COMPARE(marks.marks().size(), 2);
        QVERIFY(marks.ease().has_value());
        marks.setOn(false);
        QVERIFY(marks.marks().isEmpty());
        QVERIFY(!marks.ease());
    }

    void anotherTextHasItsOwn()
    {
        Writing writing(u"‸"_s + sentence(50));
        SentenceMarks &marks = writing.editor().sentences();
        marks.setOn(true);
        QTRY_COMPARE(marks.marks().size(), 1);
        FileDocument other(SitePath::literal(u"posts/b.md"), "Short.\n"_ba);
        writing.editor().show(&other);
        QVERIFY(marks.marks().isEmpty());
        writing.editor().show(&writing.document());
        QTRY_COMPARE(marks.marks().size(), 1);
    }

    void aKeyInALongTextCostsLittle()
    {
        Writing writing(u"‸"_s + (sentence(45) + u"\n\n"_s).repeated(4'000));
        SentenceMarks &marks = writing.editor().sentences();
        marks.setOn(true);
        QTRY_COMPARE_WITH_TIMEOUT(marks.marks().size(), 4'000, 60'000);
        QElapsedTimer clock;
        clock.start();
        for (int i = 0; i < 100; ++i)
            writing.type(u"x"_s);
        qInfo("a key in a text of 1 MB with 4,000 marks: %lld us", clock.nsecsElapsed() / 100'000);
        clock.start();
        const QString copy = writing.editor().document()->toRawText();
        qInfo("what is copied for the worker: %lld us for %lld characters", clock.nsecsElapsed() / 1000,
              static_cast<long long>(copy.size()));
    }
};

QTEST_MAIN(TestSentenceMarks)
#include "tst_sentence_marks.moc"
