// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/text_highlighter.h"

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/Theme>

#include <QElapsedTimer>
#include <QPlainTextDocumentLayout>
#include <QSignalSpy>
#include <QTest>
#include <QTextCursor>
#include <QTextDocument>

using namespace Qt::StringLiterals;
using namespace quillway::ui;

namespace {

struct Coloured {
    QTextDocument document;
    KSyntaxHighlighting::Repository repository;
    TextHighlighter *highlighter = nullptr;

    explicit Coloured(const QString &text)
    {
        document.setDocumentLayout(new QPlainTextDocumentLayout(&document));
        document.setPlainText(text);
        document.setModified(false);
        highlighter = new TextHighlighter(&document);
        highlighter->setTheme(repository.defaultTheme(KSyntaxHighlighting::Repository::LightTheme));
        highlighter->setDefinition(repository.definitionForName(u"Markdown"_s));
    }

    bool wait()
    {
        return QTest::qWaitFor([this] { return highlighter->isFinished(); }, 20'000);
    }

    [[nodiscard]] QList<QList<QTextLayout::FormatRange>> formats() const
    {
        QList<QList<QTextLayout::FormatRange>> all;
        for (QTextBlock block = document.firstBlock(); block.isValid(); block = block.next())
            all.append(block.layout()->formats());
        return all;
    }
};

} // namespace

class TestTextHighlighter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void coloursWhatHasAMeaning()
    {
        Coloured text(u"plain\n# Heading\n"_s);
        QVERIFY(text.wait());
        QVERIFY(text.formats().at(0).isEmpty());
        QVERIFY(!text.formats().at(1).isEmpty());
    }

    void leavesTextAndHistoryAlone()
    {
        Coloured text(u"# A\n\n**b**\n"_s);
        QVERIFY(text.wait());
        QVERIFY(!text.document.isUndoAvailable());
        QVERIFY(!text.document.isModified());
        QCOMPARE(text.document.toRawText().size(), 11);
    }

    /// The law of the header: whatever was edited, in whatever order, the colours are those of the text as it stands.
    void anEditGivesTheColoursOfTheWholeText_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<int>("position");
        QTest::addColumn<int>("removed");
        QTest::addColumn<QString>("inserted");
        QTest::newRow("a letter") << u"# A\n\ntext\n"_s << 5 << 0 << u"x"_s;
        QTest::newRow("a fence opens") << u"a\n\nint x;\n\nb\n"_s << 2 << 0 << u"```cpp\n"_s;
        QTest::newRow("a fence closes") << u"```cpp\nint x;\n\n# b\n"_s << 14 << 0 << u"```\n"_s;
        QTest::newRow("a fence goes") << u"```cpp\nint x;\n```\n# b\n"_s << 0 << 7 << u""_s;
        QTest::newRow("lines go") << u"# a\n# b\n# c\n# d\n"_s << 4 << 8 << u""_s;
        QTest::newRow("everything goes") << u"# a\n```\nb\n"_s << 0 << 10 << u""_s;
    }
    void anEditGivesTheColoursOfTheWholeText()
    {
        QFETCH(QString, before);
        QFETCH(int, position);
        QFETCH(int, removed);
        QFETCH(QString, inserted);
        Coloured text(before);
        QVERIFY(text.wait());
        QTextCursor cursor(&text.document);
        cursor.setPosition(position);
        cursor.setPosition(position + removed, QTextCursor::KeepAnchor);
        cursor.insertText(inserted);
        QVERIFY(text.wait());
        Coloured fresh(QString(before).replace(position, removed, inserted));
        QVERIFY(fresh.wait());
        QCOMPARE(text.formats(), fresh.formats());
    }

    void anEditBeforeItIsDoneIsNotForgotten()
    {
        const QString many = u"# heading\n\n`code` and **bold**\n\n"_s.repeated(3000);
        Coloured text(many);
        QTextCursor cursor(&text.document);
        cursor.movePosition(QTextCursor::End);
        cursor.insertText(u"# last\n"_s);
        cursor.setPosition(0);
        cursor.insertText(u"```\n"_s);
        QVERIFY(text.wait());
        Coloured fresh(u"```\n"_s + many + u"# last\n"_s);
        QVERIFY(fresh.wait());
        QCOMPARE(text.formats(), fresh.formats());
    }

    void anotherThemeGivesOtherColours()
    {
        Coloured text(u"# Heading\n"_s);
        QVERIFY(text.wait());
        const auto before = text.formats();
        text.highlighter->setTheme(text.repository.defaultTheme(KSyntaxHighlighting::Repository::DarkTheme));
        QVERIFY(text.wait());
        QVERIFY(text.formats() != before);
    }
};

QTEST_MAIN(TestTextHighlighter)
#include "tst_text_highlighter.moc"
