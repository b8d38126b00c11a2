// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/rst/restructured_text.h"

#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::importing;

namespace {

QStringList details(const Notes &notes, NoteKind kind)
{
    QStringList found;
    for (const Note &note : notes) {
        if (note.kind == kind)
            found.append(note.detail);
    }
    return found;
}

} // namespace

/// reStructuredText as Markdown, by the programs that read it.
class TestRestructuredText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void turns_data()
    {
        QTest::addColumn<QString>("reader");
        QTest::addColumn<QByteArray>("rst");
        QTest::addColumn<QByteArray>("markdown");
        const auto row = [](const char *name, const QByteArray &rst, const QByteArray &markdown) {
            for (const QString &reader : { u"rst2html5"_s, u"pandoc"_s })
                QTest::addRow("%s, %s", name, qPrintable(reader)) << reader << rst << markdown;
        };
        row("the head", "A title\n#######\n\n:date: 2019-03-10\n:tags: a, b\n\nText with *stress* and ``code``.\n",
            "Title: A title\ndate: 2019-03-10\ntags: a, b\n\nText with *stress* and `code`.\n");
        row("sections", "T\n=\n\nOne\n===\n\nx\n\nTwo\n---\n\ny\n", "Title: T\n\n## One {#one}\n\nx\n\n### Two {#two}\n\ny\n");
        row("code with its language", "T\n==\n\n.. code-block:: python\n   :linenos:\n\n   def f():\n       pass\n",
            "Title: T\n\n```python\ndef f():\n    pass\n```\n");
        row("a literal block", "T\n==\n\nSo::\n\n    a\n      b\n", "Title: T\n\nSo:\n\n```\na\n  b\n```\n");
        row("a link of Pelican's", "T\n==\n\nSee `this <{filename}/other.rst>`_.\n", "Title: T\n\nSee [this]({filename}/other.rst).\n");
        row("a picture", "T\n==\n\n.. image:: {static}/a.png\n   :alt: A cat\n", "Title: T\n\n![A cat]({static}/a.png)\n");
        row("a note", "T\n==\n\n.. warning:: Take care.\n", "Title: T\n\n> [!WARNING]\n>\n> Take care.\n");
        row("footnotes", "T\n==\n\nOne\\ [1]_ and two\\ [#]_.\n\n.. [1] First.\n.. [#] Second.\n",
            "Title: T\n\nOne[^1] and two[^2].\n\n[^1]: First.\n\n[^2]: Second.\n");
        row("a table", "T\n==\n\n=== ===\na   b\n=== ===\n1   2\n=== ===\n", "Title: T\n\n| a   | b   |\n| --- | --- |\n| 1   | 2   |\n");
        row("a video", "T\n==\n\n.. youtube:: a-b_c1d2e3f\n",
            "Title: T\n\n[![Video](https://img.youtube.com/vi/a-b_c1d2e3f/hqdefault.jpg)](https://www.youtube.com/watch?v=a-b_c1d2e3f)\n");
        row("a substitution", "T\n==\n\nA |b|.\n\n.. |b| replace:: word\n", "Title: T\n\nA word.\n");
    }

    void turns()
    {
        QFETCH(QString, reader);
        QFETCH(QByteArray, rst);
        if (QStandardPaths::findExecutable(reader).isEmpty())
            QSKIP("not installed");
        const auto read = readRestructuredText(rst, reader, {});
        QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
        QTEST(read->markdown, "markdown");
        QVERIFY(details(read->notes, NoteKind::ConstructTurned).contains(u"reStructuredText (%1)"_s.arg(reader)));
    }

    void keepsWhatIsNotKnown()
    {
        if (installedRstReader() != "rst2html5"_L1)
            QSKIP("docutils is not installed");
        const auto read = readRestructuredText("T\n==\n\nA :doc:`page` here.\n\n.. gallery:: x\n   :big:\n\nEnd.\n", u"rst2html5"_s, {});
        QVERIFY(read);
        QCOMPARE(read->markdown, "Title: T\n\nA `` :doc:`page` `` here.\n\n```rst\n.. gallery:: x\n   :big:\n```\n\nEnd.\n");
        QCOMPARE(details(read->notes, NoteKind::ConstructKept), QStringList({ u":doc:`page`"_s, u".. gallery:: x"_s }));
    }

    void readsNoOtherFile()
    {
        const QString reader = installedRstReader();
        if (reader.isEmpty())
            QSKIP("nothing installed");
        const QTemporaryDir folder;
        QFile secret(folder.filePath(u"secret.txt"_s));
        QVERIFY(secret.open(QIODevice::WriteOnly) && secret.write("the secret") > 0);
        secret.close();
        const QByteArray name = secret.fileName().toUtf8();
        const auto read = readRestructuredText("T\n==\n\n.. include:: " + name + "\n\n.. raw:: html\n   :file: " + name
                                                   + "\n\n.. csv-table:: x\n   :file: " + name + "\n\n- a\n- .. include:: " + name
                                                   + ".part\n- b\n\nEnd.\n",
                                               reader, {});
        QVERIFY(read);
        QVERIFY(!read->markdown.contains("the secret"));
        QVERIFY(read->markdown.contains(".. include:: " + name + '\n'));
        QVERIFY(read->markdown.contains(".. include:: " + name + ".part\n"));
        QVERIFY(read->markdown.contains("End."));
    }

    void saysWhyNothingCame()
    {
        QCOMPARE(readRestructuredText("Text.\n", u"quillway-no-such-program"_s, {}).error().code, ErrorCode::ProgramMissing);
        QCOMPARE(readRestructuredText("Text.\n", u"false"_s, {}).error().code, ErrorCode::ProgramFailed);
    }
};

QTEST_GUILESS_MAIN(TestRestructuredText)
#include "tst_restructured_text.moc"
