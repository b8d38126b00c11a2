// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/rst/rst_source.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace quillway::importing;

/// What of a text in reStructuredText is read before another program gets it.
class TestRstSource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesApart_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("fields");
        QTest::addColumn<QString>("body");
        const auto row = [](const char *name, const QString &text, const QString &title, const QString &fields, const QString &body) {
            QTest::newRow(name) << text << title << fields << body;
        };
        row("a title and fields", u"A title\n#######\n\n:date: 2019-03-10\n:tags: a, b\n\nText.\n"_s, u"A title"_s,
            u"date=2019-03-10|tags=a, b"_s, u"Text.\n"_s);
        row("a line above the title", u"=====\n Two\n=====\n:slug: two\n\nText.\n"_s, u"Two"_s, u"slug=two"_s, u"Text.\n"_s);
        row("a title of one letter", u"T\n=\n\nText.\n"_s, u"T"_s, {}, u"Text.\n"_s);
        row("a line too short to be under it", u"Words\n--\n"_s, {}, {}, u"Words\n--\n"_s);
        row("values over several lines", u"Title\n=====\n\n:summary: one\n    two\n:authors: Ada\n\nText.\n"_s, u"Title"_s,
            u"summary=one two|authors=Ada"_s, u"Text.\n"_s);
        row("an empty field", u"Title\n=====\n\n:category:\n:tags: x\n\nText.\n"_s, u"Title"_s, u"category=|tags=x"_s, u"Text.\n"_s);
        row("fields without a title", u":title: Mine\n:date: 2019-03-10\n\nText.\n"_s, {}, u"title=Mine|date=2019-03-10"_s, u"Text.\n"_s);
        row("a title without fields", u"Title\n-----\n\nText.\n"_s, u"Title"_s, {}, u"Text.\n"_s);
        row("markup in the title",
            u"A *very* ``fast`` :ref:`way` with `a link <https://x.example>`_\n"
            "===========================================================\n"_s,
            u"A very fast way with a link"_s, {}, u"\n"_s);
        row("comments and roles before it",
            u".. -*- mode: rst -*-\n\n.. role:: red\n   :class: r\n\nTitle\n=====\n\n:date: 2019\n\nText.\n"_s, u"Title"_s, u"date=2019"_s,
            u".. -*- mode: rst -*-\n\n.. role:: red\n   :class: r\n\n\nText.\n"_s);
        row("Windows line ends", u"Title\r\n=====\r\n\r\n:date: 2019\r\n\r\nText.\r\n"_s, u"Title"_s, u"date=2019"_s, u"Text.\n"_s);
        row("a paragraph", u"Only text,\nnothing else.\n"_s, {}, {}, u"Only text,\nnothing else.\n"_s);
        row("nothing", {}, {}, {}, u"\n"_s);
    }

    void takesApart()
    {
        QFETCH(QString, text);
        const RstSource source = takeRstApart(text);
        QStringList fields;
        for (const auto &[name, value] : source.fields)
            fields.append(name + u'=' + value);
        QTEST(source.title, "title");
        QTEST(fields.join(u'|'), "fields");
        QTEST(source.body, "body");
    }

    void saysItInPlainWords_data()
    {
        QTest::addColumn<QString>("body");
        QTest::addColumn<QString>("plain");
        const auto row = [](const char *name, const QString &body, const QString &plain) { QTest::newRow(name) << body << plain; };
        row("a video", u".. youtube:: a-b_C1\n   :width: 800\n\nText.\n"_s,
            u".. raw:: html\n\n   <iframe src=\"https://www.youtube.com/embed/a-b_C1\"></iframe>\n\n\nText.\n"_s);
        row("options of Sphinx", u".. code-block:: python\n   :linenos: table\n   :number-lines: 3\n   :emphasize-lines: 1\n\n   x = 1\n"_s,
            u".. code-block:: python\n   :number-lines: 3\n\n   x = 1\n"_s);
        row("a file to read in", u"a\n\n.. include:: /etc/passwd\n\nb\n"_s, u"a\n\n::\n\n   .. include:: /etc/passwd\n\n\nb\n"_s);
        row("a file to read in, in part", u".. include:: y.rst\n   :start-line: 3\n\nb\n"_s,
            u"::\n\n   .. include:: y.rst\n      :start-line: 3\n\n\nb\n"_s);
        row("in a list", u"- .. include:: y.rst\n     :start-line: 3\n- b\n"_s,
            u"- ::\n\n     .. include:: y.rst\n        :start-line: 3\n\n- b\n"_s);
        row("in a list in a list", u"  1. * .. literalinclude:: y.c\n"_s, u"  1. * ::\n\n          .. literalinclude:: y.c\n\n"_s);
        row("in a field", u":about: .. include:: y.rst\n"_s, u":about: ::\n\n           .. include:: y.rst\n\n"_s);
        row("all else", u".. note:: x\n\n   y\n"_s, u".. note:: x\n\n   y\n"_s);
    }

    void saysItInPlainWords()
    {
        QFETCH(QString, body);
        QTEST(inPlainRst(body), "plain");
    }
};

QTEST_GUILESS_MAIN(TestRstSource)
#include "tst_rst_source.moc"
