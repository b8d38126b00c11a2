// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/entry_use.h"

#include <QTest>

using namespace quillway;
using namespace Qt::StringLiterals;
using publish::EntryPart;
using publish::EntryParts;

namespace {

publish::Theme themeOf(const QHash<QString, QByteArray> &templates)
{
    publish::Theme theme;
    for (const auto &[name, content] : templates.asKeyValueRange())
        theme.templates.insert(name, { name, name, content });
    return theme;
}

} // namespace

class TestEntryUse : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWhatATemplateMayShow_data();
    void findsWhatATemplateMayShow();
    void leavesTheArchiveOfTheBuiltInThemeAlone();
};

void TestEntryUse::findsWhatATemplateMayShow_data()
{
    QTest::addColumn<QByteArray>("page");
    QTest::addColumn<int>("parts");
    const auto row = [](const char *name, const QByteArray &page, EntryParts parts) { QTest::newRow(name) << page << int(parts.toInt()); };
    row("title alone", "{{ entry.title }}", {});
    row("words", "{{ e.words }}", EntryPart::Words);
    row("summary", "{% if e.summary_text %}x{% endif %}", EntryPart::Summary);
    row("the list's line", "{% for part in entry.meta %}{% endfor %}", EntryPart::Minutes);
    row("by name, in a filter", "{{ entries|dictsort:\"minutes\" }}", EntryPart::Minutes);
    row("in what is included", "{% include \"part.html\" %}", EntryPart::Tags);
    row("in what is extended", "{% extends 'base.html' %}{{ e.words }}", EntryPart::Tags | EntryPart::Words);
    row("included with values", "{% include \"part.html\" with x=1 %}", EntryPart::Tags);
    row("includes itself", "{% include \"page.html\" %}{{ e.words }}", EntryPart::Words);
    row("includes what is not there", "{% include \"absent.html\" %}", {});
    row("included by a name made at run time", "{% include entry.template %}", publish::everyPart);
    row("all that it has", "{% for key, value in entry.items %}{{ value }}{% endfor %}", publish::everyPart);
    row("part of another word", "{{ mywords }}{{ e.keywords }}{{ metadata }}", {});
    row("in the page's own HTML", "<meta name=\"keywords\"><p class=\"summary tags\">", {});
    row("in a tag of several lines", "{% if e\n.words %}{% endif %}", EntryPart::Words);
}

void TestEntryUse::findsWhatATemplateMayShow()
{
    QFETCH(QByteArray, page);
    const publish::Theme theme = themeOf(
        { { u"page.html"_s, page }, { u"part.html"_s, "{{ entry.tags }}" }, { u"base.html"_s, "{% include \"part.html\" %}" } });
    QTEST(int(publish::partsUsed(theme, u"page.html"_s).toInt()), "parts");
}

/// Else each edit of a post would make the page of all posts anew.
void TestEntryUse::leavesTheArchiveOfTheBuiltInThemeAlone()
{
    QCOMPARE(publish::partsUsed(*publish::builtInTheme(), u"archive.html"_s).toInt(), EntryParts().toInt());
}

QTEST_GUILESS_MAIN(TestEntryUse)
#include "tst_entry_use.moc"
