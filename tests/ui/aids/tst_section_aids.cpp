// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/aids/writing.h"

#include <QAction>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::test;

class TestSectionAids : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keysOfSectionsAndNotes_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QKeySequence>("keys");
        QTest::addColumn<QString>("after");
        const auto row = [](const char *name, const QString &before, const QKeySequence &keys, const QString &after) {
            QTest::newRow(name) << before << keys << after;
        };
        const QKeySequence up(Qt::ALT | Qt::SHIFT | Qt::Key_Up);
        const QKeySequence down(Qt::ALT | Qt::SHIFT | Qt::Key_Down);
        const QKeySequence note(Qt::CTRL | Qt::SHIFT | Qt::Key_J);

        row("section down", u"## A\n\nte‸xt\n\n### A1\n\n## B\n\nb\n"_s, down, u"## B\n\nb\n\n## A\n\nte‸xt\n\n### A1\n"_s);
        row("section up", u"## A\n\na\n\n## B\n\n‸b"_s, up, u"## B\n\n‸b\n\n## A\n\na"_s);
        row("section up, from its heading", u"## A\n## ‸B\n"_s, up, u"## ‸B\n## A\n"_s);
        row("section: a deeper one stays under its heading", u"# A\n## ‸B\n# C"_s, down, u"# A\n## ‸B\n# C"_s);
        row("section: the first stays", u"## A‸\n## B"_s, up, u"## A‸\n## B"_s);
        row("section: text before any heading stays", u"te‸xt\n## A"_s, down, u"te‸xt\n## A"_s);
        row("section: signs in code are no headings", u"## A‸\n```\n## x\n```\n## B"_s, down, u"## B\n## A‸\n```\n## x\n```"_s);
        row("section: a tag is no heading", u"## A‸\n#tag\n## B"_s, down, u"## B\n## A‸\n#tag"_s);

        row("underlined: down", u"A\n===\n\nte‸xt\n\nA1\n---\n\nB\n=\n\nb"_s, down, u"B\n=\n\nb\n\nA\n===\n\nte‸xt\n\nA1\n---"_s);
        row("underlined: up, from the line below it", u"# A\n\na\n\nB\n==‸=\n\nb"_s, up, u"B\n==‸=\n\nb\n\n# A\n\na"_s);
        row("underlined: of two lines", u"## A\n\na\n\nB\nC‸\n---\nb"_s, up, u"B\nC‸\n---\nb\n\n## A\n\na"_s);
        row("underlined: is never joined to text above it", u"A\n---\nB\n---\nb‸"_s, up, u"B\n---\nb‸\n\nA\n---"_s);
        row("underlined: a rule is no underline", u"## A‸\n\n---\n\na\n## B"_s, down, u"## B\n## A‸\n\n---\n\na"_s);
        row("underlined: none below an item", u"## A‸\n- a\n---\n## B"_s, down, u"## B\n## A‸\n- a\n---"_s);
        row("underlined: none below a quote's text", u"## A‸\n> a\nb\n---\n## B"_s, down, u"## B\n## A‸\n> a\nb\n---"_s);
        row("underlined: none in code", u"## A‸\n```\nx\n===\n```\n## B"_s, down, u"## B\n## A‸\n```\nx\n===\n```"_s);

        row("footnote: the first", u"Word‸ and.\n"_s, note, u"Word[^1] and.\n\n[^1]: ‸\n"_s);
        row("footnote: the next number", u"a[^1] b‸\n\nc\n\n[^1]: x"_s, note, u"a[^1] b[^2]\n\nc\n\n[^1]: x\n[^2]: ‸"_s);
        row("footnote: on the last line", u"a‸"_s, note, u"a[^1]\n\n[^1]: ‸"_s);
        row("footnote: behind what is selected", u"⟨a‸ b\n\nc"_s, note, u"a[^1] b\n\nc\n\n[^1]: ‸"_s);
        row("footnote: to its text", u"a[^x‸]\n\n[^x]: text"_s, note, u"a[^x]\n\n[^x]: ‸text"_s);
        row("footnote: and back", u"a[^x] b\n\n[^x]: te‸xt"_s, note, u"a[^x]‸ b\n\n[^x]: text"_s);
        row("footnote: not in code", u"```\na‸\n```"_s, note, u"```\na‸\n```"_s);
    }
    void keysOfSectionsAndNotes()
    {
        QFETCH(QString, before);
        QFETCH(QKeySequence, keys);
        QFETCH(QString, after);
        compareAid(before, keys, after);
    }

    void alerts_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::newRow("in an empty text") << u"‸"_s << u"> [!WARNING]\n> ‸"_s;
        QTest::newRow("of a line") << u"te‸xt"_s << u"> [!WARNING]\n> te‸xt"_s;
        QTest::newRow("of lines") << u"⟨a\n\nb‸"_s << u"> [!WARNING]\n> ⟨a\n>\n> b‸"_s;
        QTest::newRow("of another kind") << u"> [!NOTE]\n> te‸xt"_s << u"> [!WARNING]\n> te‸xt"_s;
        QTest::newRow("not in code") << u"```\na‸\n```"_s << u"```\na‸\n```"_s;
    }
    void alerts()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        Writing writing(before);
        for (QAction *action : writing.editor().writingActions().insert) {
            if (action && action->text() == u"&Warning")
                action->trigger();
        }
        QCOMPARE(writing.marked(), after);
        if (before == after)
            return;
        writing.press(QKeySequence(Qt::CTRL | Qt::Key_Z));
        QCOMPARE(writing.marked(), before);
    }
};

QTEST_MAIN(TestSectionAids)
#include "tst_section_aids.moc"
