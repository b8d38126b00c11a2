// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/changes/tag_changes.h"

#include "core/model/addresses.h"
#include "support/site_text.h"

#include <QMap>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::changes;
using test::SiteText;
using test::TextFile;

namespace {

using Texts = QMap<QString, QString>;
using Work = Result<TagChange> (*)(const model::Site &);

SitePath at(const QString &path)
{
    return SitePath::literal(path);
}

/// The files with the change made; what `before` does not fit is marked.
Texts applied(const QList<TextFile> &files, const SiteChange &change)
{
    Texts texts;
    for (const TextFile &file : files)
        texts.insert(file.first, file.second);
    for (const TextEdit &edit : change.edits) {
        const QString file = edit.file.toString();
        const bool fits = edit.before ? texts.value(file).toUtf8() == *edit.before : !texts.contains(file);
        texts.insert(file, fits ? QString::fromUtf8(edit.after.value_or(QByteArray())) : u"another text was expected"_s);
    }
    return texts;
}

TextFile yaml(const QString &name, const QString &tags)
{
    return { u"posts/%1.md"_s.arg(name), u"---\ntitle: x\ndate: 2024-01-01\n%1---\n\nText.\n"_s.arg(tags) };
}

} // namespace

Q_DECLARE_METATYPE(Work)

class TestTagChanges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void editsFrontMatterInPlace_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        const auto row = [](const char *name, const QString &before, const QString &after) { QTest::newRow(name) << before << after; };
        row("YAML, flow", u"---\ntags: [sql, go]  # mine\n---\n"_s, u"---\ntags: [sql, golang]  # mine\n---\n"_s);
        row("YAML, block", u"---\ntags:\n  - go # first\n  # why\n  - 'sql'\nx: 1\n---\nBody go\n"_s,
            u"---\ntags:\n  - golang # first\n  # why\n  - 'sql'\nx: 1\n---\nBody go\n"_s);
        row("YAML, one", u"---\ntags: go\n---\n"_s, u"---\ntags: golang\n---\n"_s);
        row("YAML, with commas", u"---\ntags: sql,  go , rust\n---\n"_s, u"---\ntags: sql,  golang , rust\n---\n"_s);
        row("YAML, quoted", u"---\ntags: [\"go\", 'sql']\n---\n"_s, u"---\ntags: [\"golang\", 'sql']\n---\n"_s);
        row("keywords", u"---\nkeywords: [go]\n---\n"_s, u"---\nkeywords: [golang]\n---\n"_s);
        row("tags before keywords", u"---\nkeywords: [go]\ntags: [go]\n---\n"_s, u"---\nkeywords: [go]\ntags: [golang]\n---\n"_s);
        row("in capitals", u"---\nTags: [GO]\n---\n"_s, u"---\nTags: [golang]\n---\n"_s);
        row("CRLF", u"---\r\ntags: [go]\r\nx: 1\r\n---\r\nA\r\n"_s, u"---\r\ntags: [golang]\r\nx: 1\r\n---\r\nA\r\n"_s);
        row("TOML", u"+++\n# c\ntags = [ \"sql\", \"go\" ] # d\nz = 1\n+++\n"_s,
            u"+++\n# c\ntags = [ \"sql\", \"golang\" ] # d\nz = 1\n+++\n"_s);
        row("JSON", u"{\n  \"tags\": [\"go\", \"sql\"],\n  \"z\": 1\n}\n\nA\n"_s,
            u"{\n  \"tags\": [\"golang\", \"sql\"],\n  \"z\": 1\n}\n\nA\n"_s);
        row("twice in two spellings", u"---\ntags: [Go, sql, go]\n---\n"_s, u"---\ntags: [golang, sql]\n---\n"_s);
        row("the new one is there", u"---\ntags: [go, sql, Golang]\n---\n"_s, u"---\ntags: [sql, Golang]\n---\n"_s);
        row("part of another tag", u"---\ntags: [go-kit, going]\n---\n"_s, u"---\ntags: [go-kit, going]\n---\n"_s);
    }
    void editsFrontMatterInPlace()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        const QList<TextFile> files { { u"posts/a.md"_s, before }, yaml(u"b"_s, u"tags: [go]\n"_s) };
        const auto change = renameTag(SiteText(files).site(), u"go"_s, u"golang"_s);
        QVERIFY(change.has_value());
        QCOMPARE(applied(files, change->change).value(u"posts/a.md"_s), after);
    }

    void takesTagsOut_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::newRow("first") << u"tags: [go, sql]\n"_s << u"tags: [sql]\n"_s;
        QTest::newRow("last") << u"tags: [sql, go]\n"_s << u"tags: [sql]\n"_s;
        QTest::newRow("only") << u"tags: [go]\n"_s << u"tags: []\n"_s;
        QTest::newRow("keywords do not become tags") << u"tags: [go]\nkeywords: [seo]\n"_s << u"tags: []\nkeywords: [seo]\n"_s;
        QTest::newRow("block") << u"tags:\n  - go\n  - sql\n"_s << u"tags:\n  - sql\n"_s;
        QTest::newRow("words") << u"tags: go, sql\n"_s << u"tags: sql\n"_s;
    }
    void takesTagsOut()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        const QList<TextFile> files { yaml(u"a"_s, before), { u"tags.toml"_s, u"[go]\ntitle = \"Go\"\n\n[sql]\ntitle = \"SQL\"\n"_s } };
        const auto change = removeTag(SiteText(files).site(), u"Go"_s);
        QVERIFY(change.has_value());
        const Texts texts = applied(files, change->change);
        QCOMPARE(texts.value(u"posts/a.md"_s), yaml(u"a"_s, after).second);
        QCOMPARE(texts.value(u"tags.toml"_s), u"[sql]\ntitle = \"SQL\"\n"_s);
        QCOMPARE(change->posts, 1);
    }

    void putsTagsIn_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::newRow("flow") << u"tags: [sql]\n"_s << u"tags: [sql, go]\n"_s;
        QTest::newRow("block") << u"tags:\n  - sql\n"_s << u"tags:\n  - sql\n  - go\n"_s;
        QTest::newRow("words") << u"tags: sql, rust\n"_s << u"tags: sql, rust, go\n"_s;
        QTest::newRow("keywords") << u"keywords: [sql]\n"_s << u"keywords: [sql, go]\n"_s;
        QTest::newRow("empty list") << u"tags: []\n"_s << u"tags: [go]\n"_s;
        QTest::newRow("there in another spelling") << u"tags: [GO]\n"_s << u"tags: [GO]\n"_s;
    }
    void putsTagsIn()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        const QList<TextFile> files { yaml(u"a"_s, before), yaml(u"b"_s, u"tags: [x]\n"_s) };
        const auto change = addTag(SiteText(files).site(), u" go "_s, { at(u"posts/a.md"_s) });
        QVERIFY(change.has_value());
        QCOMPARE(applied(files, change->change).value(u"posts/a.md"_s), yaml(u"a"_s, after).second);
        QCOMPARE(change->change.isEmpty(), before == after);
    }

    void putsTheFirstTagIn()
    {
        const QList<TextFile> files { yaml(u"a"_s, {}), { u"posts/b.md"_s, u"No head.\n"_s } };
        const auto change = addTag(SiteText(files).site(), u"go"_s, { at(u"posts/a.md"_s), at(u"posts/b.md"_s) });
        QVERIFY(change.has_value());
        const model::Site site = SiteText([&] {
                                     QList<TextFile> after;
                                     for (const auto &[name, text] : applied(files, change->change).asKeyValueRange())
                                         after.append({ name, text });
                                     return after;
                                 }())
                                     .site();
        QCOMPARE(site.postByFile(at(u"posts/a.md"_s))->tags, QStringList { u"go"_s });
        QCOMPARE(site.postByFile(at(u"posts/b.md"_s))->tags, QStringList { u"go"_s });
    }

    void tagNamesOfEveryKind_data()
    {
        QTest::addColumn<QString>("to");
        QTest::newRow("300 characters") << QString(300, u'x');
        QTest::newRow("slash") << u"ci/cd"_s;
        QTest::newRow("two dots") << u".."_s;
        QTest::newRow("spaces") << u"much  room"_s;
        QTest::newRow("emoji") << u"🎉"_s;
        QTest::newRow("right to left") << u"עברית"_s;
        QTest::newRow("comma") << u"a, b"_s;
        QTest::newRow("colon and hash") << u"a: #b"_s;
        QTest::newRow("a number") << u"2024"_s;
        QTest::newRow("yes") << u"yes"_s;
        QTest::newRow("quotes") << u"\"it's\""_s;
        QTest::newRow("brackets") << u"[x]{y}"_s;
    }
    void tagNamesOfEveryKind()
    {
        QFETCH(QString, to);
        const QList<TextFile> files { yaml(u"a"_s, u"tags: [go, x1]\n"_s),
                                      yaml(u"b"_s, u"tags: x1, go\n"_s),
                                      { u"posts/c.md"_s, u"+++\ntags = [\"go\"]\n+++\n"_s },
                                      { u"posts/d.md"_s, u"{\n\"tags\": [\"go\"]\n}\n"_s } };
        const auto change = renameTag(SiteText(files).site(), u"go"_s, to);
        QVERIFY(change.has_value());
        QCOMPARE(change->problems.size(), 0);
        const Texts texts = applied(files, change->change);
        QList<TextFile> after;
        for (const auto &[name, text] : texts.asKeyValueRange())
            after.append({ name, text });
        const model::Site site = SiteText(after).site();
        const QList<model::Tag> tags = model::tagsOf(site, site.posts());
        const auto tag = std::ranges::find(tags, model::tagKey(to), &model::Tag::key);
        QVERIFY(tag != tags.end());
        QCOMPARE(tag->name, to);
        QCOMPARE(tag->posts.size(), 4);
        QCOMPARE(tag->info.aliases, QStringList { u"go"_s });
        // And back again, with a redirect from the address that it had meanwhile.
        const auto back = renameTag(site, to, u"go"_s);
        QVERIFY(back.has_value());
        QList<TextFile> last;
        for (const auto &[name, text] : applied(after, back->change).asKeyValueRange())
            last.append({ name, text });
        const model::Site restored = SiteText(last).site();
        const QList<model::Tag> restoredTags = model::tagsOf(restored, restored.posts());
        const auto restoredTag = std::ranges::find(restoredTags, u"go"_s, &model::Tag::key);
        QVERIFY(restoredTag != restoredTags.end());
        QCOMPARE(restoredTag->posts.size(), 4);
        QCOMPARE(restoredTag->info.aliases.size(), 1);
        QCOMPARE(model::tagAliasAddress(restoredTag->info.aliases.first(), {}), model::tagAddress(*tag));
    }

    void refusesNamesThatAreNone_data()
    {
        QTest::addColumn<QString>("to");
        QTest::newRow("empty") << QString();
        QTest::newRow("blank") << u"  "_s;
        QTest::newRow("two lines") << u"a\nb"_s;
        QTest::newRow("NUL") << u"a\0b"_s;
    }
    void refusesNamesThatAreNone()
    {
        QFETCH(QString, to);
        const model::Site site = SiteText { yaml(u"a"_s, u"tags: [go]\n"_s) }.site();
        QCOMPARE(renameTag(site, u"go"_s, to).error().code, ErrorCode::BadValue);
        QCOMPARE(addTag(site, to, { at(u"posts/a.md"_s) }).error().code, ErrorCode::BadValue);
    }

    void saysWhichTagIsUnknown()
    {
        const model::Site site = SiteText { yaml(u"a"_s, u"tags: [golang]\n"_s) }.site();
        const auto change = renameTag(site, u"golan"_s, u"go"_s);
        QCOMPARE(change.error().code, ErrorCode::UnknownTag);
        QVERIFY(change.error().detail.contains(u"golang"));
        QCOMPARE(removeTag(site, u"x"_s).error().code, ErrorCode::UnknownTag);
        QCOMPARE(addTag(site, u"x"_s, { at(u"posts/none.md"_s) }).error().code, ErrorCode::UnknownPost);
    }

    void changesTheCaseAlone()
    {
        const QList<TextFile> files { yaml(u"a"_s, u"tags: [Go]\n"_s),
                                      yaml(u"b"_s, u"tags: [go]\n"_s),
                                      yaml(u"c"_s, u"tags: [GO]\n"_s),
                                      { u"topics/go.md"_s, u"---\ntitle: Go\n---\n"_s } };
        const auto change = renameTag(SiteText(files).site(), u"go"_s, u"Go"_s);
        QVERIFY(change.has_value());
        QVERIFY(!change->isMerge);
        QCOMPARE(change->posts, 2);
        QCOMPARE(change->change.edits.size(), 2); // no alias: the address stays
        QVERIFY(renameTag(SiteText { yaml(u"a"_s, u"tags: [Go]\n"_s) }.site(), u"go"_s, u"Go"_s)->change.isEmpty());
    }

    void saysThatARenameIsAMerge()
    {
        const model::Site site = SiteText { yaml(u"a"_s, u"tags: [go]\n"_s), yaml(u"b"_s, u"tags: [golang]\n"_s) }.site();
        QVERIFY(renameTag(site, u"go"_s, u"Golang"_s)->isMerge);
        QVERIFY(!renameTag(site, u"go"_s, u"gopher"_s)->isMerge);
    }

    void mergesManyIntoOne()
    {
        const QList<TextFile> files { yaml(u"a"_s, u"tags: [js, sql]\n"_s), yaml(u"b"_s, u"tags: [ecmascript, js]\n"_s),
                                      yaml(u"c"_s, u"tags: [javascript, js]\n"_s) };
        const auto change = mergeTags(SiteText(files).site(), { u"js"_s, u"ecmascript"_s }, u"javascript"_s);
        QVERIFY(change.has_value());
        QVERIFY(change->isMerge);
        const Texts texts = applied(files, change->change);
        QCOMPARE(texts.value(u"posts/a.md"_s), yaml(u"a"_s, u"tags: [javascript, sql]\n"_s).second);
        QCOMPARE(texts.value(u"posts/b.md"_s), yaml(u"b"_s, u"tags: [javascript]\n"_s).second);
        QCOMPARE(texts.value(u"posts/c.md"_s), yaml(u"c"_s, u"tags: [javascript]\n"_s).second);
        QCOMPARE(texts.value(u"tags.toml"_s), u"[javascript]\naliases = [\"ecmascript\", \"js\"]\n"_s);
    }

    void keepsWhatTheTagFileSays_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        const auto row = [](const char *name, const QString &before, const QString &after) { QTest::newRow(name) << before << after; };
        row("the table moves with its comments", u"# tags\n[go] # here\n# of it\ntitle = 'Go' # t\n\n[sql]\ntitle = \"SQL\"\n"_s,
            u"# tags\n[golang] # here\n# of it\ntitle = 'Go' # t\naliases = [\"go\"]\n\n[sql]\ntitle = \"SQL\"\n"_s);
        row("aliases are added to", u"[go]\naliases = ['gopher'] # old\n"_s, u"[golang]\naliases = ['gopher', 'go'] # old\n"_s);
        row("another spelling", u"[Go]\ntitle = \"Go\"\n"_s, u"[golang]\ntitle = \"Go\"\naliases = [\"go\"]\n"_s);
        row("the alias that becomes the name goes", u"[go]\naliases = [\"golang\", \"x\"]\n"_s, u"[golang]\naliases = [\"x\", \"go\"]\n"_s);
        row("the new one's holds, and takes what it has not",
            u"[go]\ntitle = \"Go\"\ndescription = \"d\"\n\n[golang]\ntitle = \"Golang\"\n"_s,
            u"[golang]\ntitle = \"Golang\"\ndescription = \"d\"\naliases = [\"go\"]\n"_s);
        row("nothing of it", u"[sql]\ntitle = \"SQL\"\n"_s, u"[sql]\ntitle = \"SQL\"\n\n[golang]\naliases = [\"go\"]\n"_s);
        row("inline", u"go = { title = \"Go\" }\n"_s, u"golang = { title = \"Go\", aliases = [\"go\"] }\n"_s);
        row("CRLF", u"[go]\r\ntitle = \"Go\"\r\n"_s, u"[golang]\r\ntitle = \"Go\"\r\naliases = [\"go\"]\r\n"_s);
    }
    void keepsWhatTheTagFileSays()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        const QList<TextFile> files { yaml(u"a"_s, u"tags: [go]\n"_s), { u"tags.toml"_s, before } };
        const auto change = renameTag(SiteText(files).site(), u"go"_s, u"golang"_s);
        QVERIFY(change.has_value());
        QCOMPARE(change->problems, Diagnostics());
        QCOMPARE(applied(files, change->change).value(u"tags.toml"_s), after);
    }

    void theOldAddressBecomesAnAlias_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("alias");
        QTest::newRow("a name") << u"Go"_s << u"Go"_s;
        QTest::newRow("spaces") << u"Web Design"_s << u"Web Design"_s;
        QTest::newRow("a slash") << u"ci/cd"_s << u"/tags/ci-cd/"_s;
        QTest::newRow("emoji") << u"🎉"_s << u"🎉"_s;
    }
    void theOldAddressBecomesAnAlias()
    {
        QFETCH(QString, from);
        QFETCH(QString, alias);
        const QList<TextFile> files { yaml(u"a"_s, u"tags: [\"%1\"]\n"_s.arg(from)) };
        const auto change = renameTag(SiteText(files).site(), from, u"new"_s);
        QCOMPARE(applied(files, change->change).value(u"tags.toml"_s), u"[new]\naliases = [\"%1\"]\n"_s.arg(alias));
    }

    void topicsFollow()
    {
        const QList<TextFile> files { yaml(u"a"_s, u"tags: [go]\n"_s),
                                      { u"topics/backend.md"_s, u"---\ntags: [sql, go]\n---\n"_s },
                                      { u"topics/go.md"_s, u"---\ntitle: Go\n---\n"_s },
                                      { u"topics/sql.md"_s, u"---\ntitle: SQL\n---\n"_s } };
        const auto change = renameTag(SiteText(files).site(), u"go"_s, u"golang"_s);
        QVERIFY(change.has_value());
        QCOMPARE(change->topics, 2);
        const Texts texts = applied(files, change->change);
        QCOMPARE(texts.value(u"topics/backend.md"_s), u"---\ntags: [sql, golang]\n---\n"_s);
        QVERIFY(texts.value(u"topics/go.md"_s).contains(u"golang"_s)); // its own name was its tag
        QCOMPARE(texts.value(u"topics/sql.md"_s), u"---\ntitle: SQL\n---\n"_s);
    }

    void someOfTheTagsPostsGetAnother()
    {
        const QList<TextFile> files { yaml(u"a"_s, u"tags: [web, x]\n"_s), yaml(u"b"_s, u"tags: [web]\n"_s),
                                      yaml(u"c"_s, u"tags: [y]\n"_s) };
        const auto change = splitTag(SiteText(files).site(), u"web"_s, u"css"_s, { at(u"posts/a.md"_s), at(u"posts/c.md"_s) });
        QVERIFY(change.has_value());
        const Texts texts = applied(files, change->change);
        QCOMPARE(texts.value(u"posts/a.md"_s), yaml(u"a"_s, u"tags: [css, x]\n"_s).second);
        QCOMPARE(texts.value(u"posts/b.md"_s), files[1].second);
        QCOMPARE(texts.value(u"posts/c.md"_s), files[2].second);
        QVERIFY(!texts.contains(u"tags.toml"_s));
        const auto less = removeTagFrom(SiteText(files).site(), u"web"_s, { at(u"posts/a.md"_s) });
        QCOMPARE(applied(files, less->change).value(u"posts/a.md"_s), yaml(u"a"_s, u"tags: [x]\n"_s).second);
    }

    void filesThatCannotBeReadAreReported()
    {
        SiteText text { yaml(u"a"_s, u"tags: [go]\n"_s), { u"tags.toml"_s, u"[go\n"_s } };
        text.parts().unreadable.insert(at(u"posts/bad.md"_s), "---\ntags: [go\n---\n");
        text.parts().unreadable.insert(at(u"posts/other.md"_s), "---\ntags: [gone, ergo\n---\nLet it go.\n");
        text.parts().unreadable.insert(at(u"posts/unclosed.md"_s), "---\ntags:\n  - Go\n");
        const auto change = renameTag(text.site(), u"go"_s, u"golang"_s);
        QVERIFY(change.has_value());
        QStringList files;
        for (const Diagnostic &problem : change->problems)
            files.append(problem.error.file);
        QCOMPARE(files, QStringList({ u"tags.toml"_s, u"posts/bad.md"_s, u"posts/unclosed.md"_s }));
        QCOMPARE(change->change.edits.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestTagChanges)
#include "tst_tag_changes.moc"
