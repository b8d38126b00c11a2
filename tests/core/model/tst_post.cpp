// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/site.h"

#include <QTest>

#include <limits>

using namespace quillway;
using namespace quillway::model;
using namespace Qt::StringLiterals;

class TestPost : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsMinutes_data();
    void countsMinutes();
    void summarises_data();
    void summarises();
    void namesAuthors_data();
    void namesAuthors();
};

void TestPost::countsMinutes_data()
{
    QTest::addColumn<int>("words");
    QTest::addColumn<int>("perMinute");
    QTest::addColumn<int>("minutes");
    QTest::newRow("no words") << 0 << 200 << 1;
    QTest::newRow("one word") << 1 << 200 << 1;
    QTest::newRow("just one minute") << 200 << 200 << 1;
    QTest::newRow("a word more") << 201 << 200 << 2;
    QTest::newRow("many") << 1999 << 200 << 10;
    QTest::newRow("a slow reader") << 10 << 1 << 10;
    QTest::newRow("as many as there can be") << std::numeric_limits<int>::max() << 1 << std::numeric_limits<int>::max();
    QTest::newRow("a setting that cannot be") << 10 << 0 << 10;
}

void TestPost::countsMinutes()
{
    QFETCH(int, words);
    QFETCH(int, perMinute);
    Post post;
    post.facts.words = words;
    Settings settings;
    settings.wordsPerMinute = perMinute;
    QTEST(readingMinutes(post, settings), "minutes");
}

void TestPost::summarises_data()
{
    QTest::addColumn<QString>("summary");
    QTest::addColumn<bool>("more");
    QTest::addColumn<int>("length");
    QTest::addColumn<QString>("plain");
    QTest::newRow("its own") << u"Its *own* `words` & more"_s << true << 5 << u"Its own words & more"_s;
    QTest::newRow("the first paragraph") << QString() << false << 300 << u"One two three."_s;
    QTest::newRow("with text behind it") << QString() << true << 300 << u"One two three. …"_s;
    QTest::newRow("cut at a word") << QString() << true << 9 << u"One two …"_s;
    QTest::newRow("whole") << QString() << true << 0 << u"One two three. …"_s;
}

void TestPost::summarises()
{
    QFETCH(QString, summary);
    QFETCH(bool, more);
    QFETCH(int, length);
    Post post;
    post.summary = summary;
    post.facts.firstParagraph = u"One two three."_s;
    post.facts.textAfterFirstParagraph = more;
    Settings settings;
    settings.summaryLength = length;
    QTEST(plainSummary(post, settings), "plain");
}

void TestPost::namesAuthors_data()
{
    QTest::addColumn<QString>("author");
    QTest::addColumn<QString>("name");
    QTest::newRow("the site's") << QString() << u"Site Owner"_s;
    QTest::newRow("a name") << u"Ada Lovelace"_s << u"Ada Lovelace"_s;
    QTest::newRow("a key") << u"grace"_s << u"Grace Hopper"_s;
    QTest::newRow("a key without a name") << u"anon"_s << u"anon"_s;
    QTest::newRow("several") << u"Ada Lovelace, grace"_s << u"Ada Lovelace, Grace Hopper"_s;
    QTest::newRow("a key with a comma") << u"x, y"_s << u"The X and Y"_s;
}

void TestPost::namesAuthors()
{
    QFETCH(QString, author);
    Post post;
    post.author = author;
    Settings settings;
    settings.author = u"owner"_s;
    const auto entry = [](const QString &key, const QString &name) {
        return Author { .key = key, .name = name, .url = {}, .email = {}, .bio = {} };
    };
    settings.authors = { entry(u"owner"_s, u"Site Owner"_s), entry(u"grace"_s, u"Grace Hopper"_s), entry(u"anon"_s, {}),
                         entry(u"x, y"_s, u"The X and Y"_s) };
    QTEST(authorName(post, settings), "name");
}

QTEST_APPLESS_MAIN(TestPost)
#include "tst_post.moc"
