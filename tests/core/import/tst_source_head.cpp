// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/source_head.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace quillway::importing;
using quillway::text::Value;

namespace {

QString shown(const Value &value)
{
    if (value.kind == Value::Kind::List) {
        QStringList items;
        for (const Value &item : value.items)
            items.append(shown(item));
        return u'[' + items.join(u'|') + u']';
    }
    if (value.kind == Value::Kind::Map) {
        QStringList members;
        for (const Value::Member &member : value.members)
            members.append(member.key + u'=' + shown(member.value));
        return u'{' + members.join(u'|') + u'}';
    }
    return value.text;
}

} // namespace

/// Heads of every form, valid or not, with nothing in them lost.
class TestSourceHead : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<HeadForm>("form");
        QTest::addColumn<QString>("root");
        QTest::addColumn<QByteArray>("body");
        const auto row = [](const char *name, const QByteArray &file, HeadForm form, const QString &root, const QByteArray &body) {
            QTest::newRow(name) << file << form << root << body;
        };
        row("none", "Text.\n", HeadForm::None, u"{}"_s, "Text.\n");
        row("YAML", "---\ntitle: A\n---\nText.\n", HeadForm::Valid, u"{title=A}"_s, "Text.\n");
        row("TOML", "+++\ntitle = \"A\"\n+++\nText.\n", HeadForm::Valid, u"{title=A}"_s, "Text.\n");
        row("JSON", "{\n\"title\": \"A\"\n}\nText.\n", HeadForm::Valid, u"{title=A}"_s, "Text.\n");
        row("closed by dots", "---\ntitle: A\n...\nText.\n", HeadForm::Valid, u"{title=A}"_s, "Text.\n");

        row("metadata lines", "Title: A: b\nDate: 2019-03-10\nTags: x, y\n\nText.\n", HeadForm::MetadataLines,
            u"{title=A: b|date=2019-03-10|tags=x, y}"_s, "\nText.\n");
        row("metadata over several lines", "Title: A\nSummary: one\n    two\n\nText.\n", HeadForm::MetadataLines,
            u"{title=A|summary=one two}"_s, "\nText.\n");
        row("metadata without a blank line", "Title: A\nDate: 2019-03-10\n# Heading\n", HeadForm::MetadataLines,
            u"{title=A|date=2019-03-10}"_s, "# Heading\n");
        row("words with a colon are no head", "Note: this.\nAnd: that.\n\nText.\n", HeadForm::None, u"{}"_s,
            "Note: this.\nAnd: that.\n\nText.\n");

        row("a colon in a title", "---\ntitle: A: b\ndate: 2019-03-10\n---\nText.\n", HeadForm::Repaired, u"{title=A: b|date=2019-03-10}"_s,
            "Text.\n");
        row("a quotation that goes on", "---\ntitle: \"A\" and b\n---\nText.\n", HeadForm::Repaired, u"{title=\"A\" and b}"_s, "Text.\n");
        row("quotation marks within", "---\ntitle: \"A \"b\" c\"\n---\n", HeadForm::Repaired, u"{title=A \"b\" c}"_s, "");
        row("a bracket that stays open", "---\ntags: [a, b\ntitle: T\n---\n", HeadForm::Repaired, u"{tags=[a|b]|title=T}"_s, "");
        row("a list behind a list", "---\ntags: [a]\n- b\n- c\n---\n", HeadForm::Repaired, u"{tags=[a|b|c]}"_s, "");
        row("no blank behind a colon", "---\ntitle: A: b\ntags:[x, y]\n---\n", HeadForm::Repaired, u"{title=A: b|tags=[x|y]}"_s, "");
        row("a tab", "---\ntitle: A: b\ntags:\n\t- x\n\t- y\n---\n", HeadForm::Repaired, u"{title=A: b|tags=[x|y]}"_s, "");
        row("valid parts stay what they are", "---\ntitle: A: b\ncover:\n  image: x.png\n  alt: X\n---\n", HeadForm::Repaired,
            u"{title=A: b|cover={image=x.png|alt=X}}"_s, "");
        row("a line that says nothing", "---\ntitle: A: b\nwhat is this\n---\n", HeadForm::Repaired,
            u"{title=A: b|unread_lines=[what is this]}"_s, "");
        row("a merge conflict", "---\n<<<<<<< HEAD\ntitle: A\n=======\ntitle: B\n>>>>>>> x\n---\nText.\n", HeadForm::Repaired,
            u"{title=A|title_2=B|unread_lines=[<<<<<<< HEAD|=======|>>>>>>> x]}"_s, "Text.\n");
        row("TOML with a bare text", "+++\ntitle = A\ndraft = true\n+++\nText.\n", HeadForm::Repaired, u"{title=A|draft=true}"_s, "Text.\n");
        row("never closed", "---\ntitle: A\ntags: x\n\nText.\n", HeadForm::Repaired, u"{title=A|tags=x}"_s, "\nText.\n");
        row("a thematic break", "---\n\nText.\n", HeadForm::None, u"{}"_s, "---\n\nText.\n");
    }

    void reads()
    {
        QFETCH(QByteArray, file);
        const SourceHead head = readSourceHead(file, MetadataLines::Unusual);
        QTEST(head.form, "form");
        QTEST(shown(head.root), "root");
        QTEST(file.sliced(head.bodyOffset), "body");
    }

    void saysWhereTheBodyBegins() { QCOMPARE(readSourceHead("---\ntitle: A\n---\nText.\n", MetadataLines::Unusual).bodyLine, 4); }

    void takesAnything_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::newRow("only a fence") << "---"_ba;
        QTest::newRow("NUL") << QByteArray("---\ntitle: \0\n---\n", 16);
        QTest::newRow("deep") << "---\na: " + QByteArray(100'000, '[') + "\n---\n";
        QTest::newRow("a long line") << "---\ntitle: a: " + QByteArray(10'000'000, 'b') + "\n---\n";
        QTest::newRow("many lines") << "---\nx: a: b\n" + QByteArray("k\n").repeated(100'000) + "---\n";
    }

    void takesAnything()
    {
        QFETCH(QByteArray, file);
        QVERIFY(readSourceHead(file, MetadataLines::Usual).bodyOffset <= file.size());
    }
};

QTEST_GUILESS_MAIN(TestSourceHead)
#include "tst_source_head.moc"
