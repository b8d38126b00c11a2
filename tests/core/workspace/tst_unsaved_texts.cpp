// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/unsaved_texts.h"

#include "core/base/content_hash.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::workspace;

namespace {

const SitePath file = SitePath::literal(u"posts/a.md");
const SitePath other = SitePath::literal(u"posts/b.md");

/// Texts, and what a listener has heard: `posts/a.md=text` or `posts/a.md gone`.
struct Heard {
    QStringList said;
    UnsavedTexts texts { [this](const SitePath &path, const UnsavedText *text) {
        said.append(path.toString() + (text ? u'=' + QString::fromUtf8(text->text) : u" gone"_s));
    } };
};

} // namespace

class TestUnsavedTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsEveryChange()
    {
        Heard heard;
        heard.texts.put(file, "one", DiskText::absent());
        heard.texts.put(file, "two", DiskText::absent());
        QVERIFY(heard.texts.remove(file));
        QVERIFY(!heard.texts.remove(file));
        QCOMPARE(heard.said, (QStringList { u"posts/a.md=one"_s, u"posts/a.md=two"_s, u"posts/a.md gone"_s }));
        QVERIFY(heard.texts.isEmpty());
    }

    void laterTextsHaveHigherRevisions()
    {
        UnsavedTexts texts;
        texts.put(file, "one", DiskText::absent());
        const quint64 first = texts.find(file)->revision;
        QVERIFY(first > 0);
        texts.put(other, "x", DiskText::absent());
        QVERIFY(texts.find(other)->revision > first);
        texts.put(file, "one", DiskText::absent());
        QVERIFY(texts.find(file)->revision > texts.find(other)->revision);
    }

    void whatWasSavedIsUnsavedNoMore()
    {
        Heard heard;
        heard.texts.put(file, "one", DiskText::of("base"_ba));
        QVERIFY(heard.texts.markSaved(file, "one"));
        QVERIFY(!heard.texts.markSaved(file, "one"));
        QCOMPARE(heard.said.last(), u"posts/a.md gone"_s);
    }

    void whatWasTypedDuringASaveStandsOnWhatWasSaved()
    {
        UnsavedTexts texts;
        texts.put(file, "two", DiskText::of("base"_ba));
        const quint64 revision = texts.find(file)->revision;
        QVERIFY(!texts.markSaved(file, "one"));
        QCOMPARE(texts.find(file)->text, "two"_ba);
        QVERIFY(texts.find(file)->base.is("one"));
        QCOMPARE(texts.find(file)->revision, revision);
    }

    void settlesOnlyWhatIsOnDisk()
    {
        UnsavedTexts texts;
        texts.put(file, "base", DiskText::of("base"_ba));
        texts.put(other, "mine", DiskText::of("base"_ba));
        QVERIFY(texts.settle(file));
        QVERIFY(!texts.settle(other));
        QCOMPARE(texts.files(), QList<SitePath> { other });
    }

    void moves()
    {
        Heard heard;
        heard.texts.put(file, "one", DiskText::absent());
        heard.texts.move(file, other);
        heard.texts.move(file, other);
        QCOMPARE(heard.said, (QStringList { u"posts/a.md=one"_s, u"posts/b.md=one"_s, u"posts/a.md gone"_s }));
    }

    void findsThoseOfAUnit()
    {
        UnsavedTexts texts;
        for (const QString &name : { u"posts/b/index.md"_s, u"posts/b/more.md"_s, u"posts/bc.md"_s, u"posts/b"_s })
            texts.put(SitePath::literal(name), "x", DiskText::absent());
        QCOMPARE(texts.filesIn(SitePath::literal(u"posts/b")).size(), 3);
    }

    void knowsWhatASaveIsToFind()
    {
        QVERIFY(DiskText::absent().expected().isAbsent());
        QVERIFY(DiskText::of(std::nullopt).expected().isAbsent());
        QVERIFY(DiskText::of("x"_ba).expected().matches("x"));
        QVERIFY(DiskText::unknown(contentHash("x")).expected().matches("x"));
        QVERIFY(!DiskText::unknown(contentHash("x")).expected().matches("y"));
        QVERIFY(!DiskText::unknown(contentHash("x")).is("x"));
        QVERIFY(DiskText::unknown(contentHash("x")).matches("x"));
        QVERIFY(!DiskText::unknown(contentHash("x")).matches("y"));
        QVERIFY(DiskText::of("x"_ba).matches("x"));
        QVERIFY(!DiskText::absent().matches(""));
        QVERIFY(DiskText::of(""_ba).is(""));
        QVERIFY(!DiskText::absent().is(""));
    }
};

QTEST_GUILESS_MAIN(TestUnsavedTexts)
#include "tst_unsaved_texts.moc"
