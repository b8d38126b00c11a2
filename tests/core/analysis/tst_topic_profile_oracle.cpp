// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/topic_profile.h"
#include "support/site_text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTest>

#include <algorithm>

using namespace quillway;
using namespace Qt::StringLiterals;
using test::TextFile;

namespace {

/// Makes sites that are as awkward as sites can be, the same ones every time.
class SiteMaker
{
public:
    explicit SiteMaker(quint32 seed)
        : m_random(seed)
    { }

    [[nodiscard]] QJsonObject make()
    {
        const int posts = chance(10) ? m_random.bounded(4) : m_random.bounded(4, 40);
        QJsonArray list;
        for (int i = 0; i < posts; ++i)
            list.append(post(i));
        QJsonObject settings { { u"time_zone"_s, pick({ u"UTC"_s, u"+05:30"_s, u"-11:00"_s, u"+14:00"_s }) },
                               { u"words_per_minute"_s, m_random.bounded(1, 300) },
                               { u"related"_s, m_random.bounded(0, 12) },
                               { u"stages"_s, QJsonArray { u"New"_s, u"Mid \"stage\""_s, u"Old"_s } } };
        if (chance(50))
            settings.insert(u"stop_words"_s, QJsonArray { u"Kafka"_s, u"Rust’s"_s, u"don't"_s });
        QJsonObject topic { { u"slug"_s, u"go"_s }, { u"title"_s, u"The “Go” topic"_s } };
        if (chance(70))
            topic.insert(u"tags"_s, texts(m_random.bounded(1, 4), [this] { return tag(); }));
        if (chance(50))
            topic.insert(u"include"_s, texts(m_random.bounded(4), [&] { return slug(m_random.bounded(40)); }));
        if (chance(50))
            topic.insert(u"exclude"_s, texts(m_random.bounded(4), [&] { return slug(m_random.bounded(40)); }));
        return {
            { u"settings"_s, settings }, { u"build_date"_s, u"2022-06-15T12:00:00+00:00"_s }, { u"topic"_s, topic }, { u"posts"_s, list }
        };
    }

private:
    [[nodiscard]] bool chance(int percent) { return m_random.bounded(100) < percent; }
    [[nodiscard]] QString pick(const QStringList &from) { return from[m_random.bounded(from.size())]; }

    template<typename Make>
    [[nodiscard]] QJsonArray texts(int count, const Make &make)
    {
        QJsonArray array;
        for (int i = 0; i < count; ++i)
            array.append(make());
        return array;
    }

    /// Unique, and in no order of time.
    [[nodiscard]] static QString slug(int number)
    {
        static const QStringList prefixes { u"a"_s, u"Z"_s, u"é"_s, u"ﬀ"_s, u"😀"_s, u"_"_s, u"10"_s };
        return prefixes[qsizetype(number) * 5 % prefixes.size()] + QString::number(number * 37 % 101);
    }

    [[nodiscard]] QString tag()
    {
        return pick({ u"go"_s,
                      u"Go"_s,
                      u"GO"_s,
                      u" go "_s,
                      u"api"_s,
                      u"API"_s,
                      u"C++"_s,
                      u"c#"_s,
                      u"Ärger"_s,
                      u"ärger"_s,
                      u"a\u0308rger"_s,
                      u"😀"_s,
                      u"ﬀ"_s,
                      u"ΟΔΟΣ"_s,
                      u"οδος"_s,
                      u"databases"_s,
                      u"machine learning"_s,
                      u"İstanbul"_s,
                      u"100"_s,
                      u""_s });
    }

    [[nodiscard]] QString title()
    {
        static const QStringList words {
            u"Go"_s,
            u"go's"_s,
            u"GO’S"_s,
            u"'Go'"_s,
            u"API"_s,
            u"apis"_s,
            u"C++"_s,
            u"c++,"_s,
            u"C#"_s,
            u"the"_s,
            u"The"_s,
            u"don't"_s,
            u"Don’t"_s,
            u"here's"_s,
            u"2022"_s,
            u"3am"_s,
            u"a"_s,
            u"x"_s,
            u"+"_s,
            u"++"_s,
            u"#"_s,
            u"#1"_s,
            u"—"_s,
            u"Kafka"_s,
            u"kafka’s"_s,
            u"Rust"_s,
            u"rust's"_s,
            u"event-driven"_s,
            u"TCP/IP"_s,
            u"rock'n'roll"_s,
            u"users'"_s,
            u"'s"_s,
            u"yes''s"_s,
            u"it's's"_s,
            u"Größe"_s,
            u"GRÖSSE"_s,
            u"größe"_s,
            u"Ärger"_s,
            u"A\u0308rger"_s,
            u"ΟΔΟΣ"_s,
            u"οδος"_s,
            u"İstanbul"_s,
            u"数据库"_s,
            u"的"_s,
            u"𠀀𠀁"_s,
            u"𠀀"_s,
            u"🚀"_s,
            u"x²"_s,
            u"Ⅷ"_s,
            u"٣٤"_s,
            u"‘quoted’"_s,
            u"\u02BCodd"_s,
            u"no\u00A0break"_s,
            u"soft\u00ADhyphen"_s,
            u"ẞ"_s,
            u"ǅ"_s,
        };
        QString text;
        const int count = m_random.bounded(1, 8);
        for (int i = 0; i < count; ++i)
            text += (i > 0 ? u" "_s : QString()) + words[m_random.bounded(words.size())];
        return text;
    }

    [[nodiscard]] QString date()
    {
        const int year = m_random.bounded(2017, 2024);
        const QString day = u"%1-%2-%3"_s.arg(year).arg(m_random.bounded(1, 4), 2, 10, QChar(u'0')).arg(pick({ u"01"_s, u"28"_s, u"15"_s }));
        if (chance(40))
            return chance(30) ? u"%1-12-31"_s.arg(year) : day;
        const QString time = pick({ u"00:00:00"_s, u"23:30:00"_s, u"12:00:00"_s, u"01:00:00"_s });
        return (chance(50) ? u"%1-01-01"_s.arg(year) : day) + u'T' + time
            + pick({ QString(), u"Z"_s, u"+14:00"_s, u"-11:00"_s, u"+05:30"_s });
    }

    [[nodiscard]] QJsonObject post(int number)
    {
        return { { u"slug"_s, slug(number) },
                 { u"title"_s, title() },
                 { u"date"_s, date() },
                 { u"draft"_s, chance(5) },
                 { u"words"_s, m_random.bounded(0, 900) },
                 { u"tags"_s, texts(m_random.bounded(0, 7), [this] { return tag(); }) } };
    }

    QRandomGenerator m_random;
};

QString toText(const QJsonObject &head, const QString &body)
{
    return QString::fromUtf8(QJsonDocument(head).toJson()) + body;
}

/// The same site as the program reads it.
model::Site siteOf(const QJsonObject &made)
{
    const QJsonObject settings = made.value(u"settings"_s).toObject();
    QString stopWords;
    for (const QJsonValue word : settings.value(u"stop_words"_s).toArray())
        stopWords += u"\"%1\","_s.arg(word.toString());
    const QString toml = u"time_zone = \"%1\"\nwords_per_minute = %2\n[topics]\nrelated = %3\nstop_words = [%4]\n[topics.wording]\n"
                         "stages = ['New', 'Mid \"stage\"', 'Old']\n"_s.arg(settings.value(u"time_zone"_s).toString())
                             .arg(settings.value(u"words_per_minute"_s).toInt())
                             .arg(settings.value(u"related"_s).toInt())
                             .arg(stopWords);
    QList<TextFile> files { { u"quillway.toml"_s, toml } };
    QJsonObject topic = made.value(u"topic"_s).toObject();
    topic.remove(u"slug"_s);
    files += { u"topics/go.md"_s, toText(topic, {}) };
    int number = 0;
    for (const QJsonValue value : made.value(u"posts"_s).toArray()) {
        QJsonObject head = value.toObject();
        const QString body = u"\n"_s + u"word "_s.repeated(head.take(u"words"_s).toInt()) + u'\n';
        files += { u"posts/file-%1.md"_s.arg(++number), toText(head, body) };
    }
    return test::SiteText(files).site();
}

} // namespace

class TestTopicProfileOracle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesOnSitesMadeAtRandom();
};

void TestTopicProfileOracle::agreesOnSitesMadeAtRandom()
{
    constexpr int sites = 1'000;
    SiteMaker maker(20'260'101);
    QByteArray input;
    QList<QByteArray> profiles;
    for (int i = 0; i < sites; ++i) {
        const QJsonObject made = maker.make();
        input += QJsonDocument(made).toJson(QJsonDocument::Compact) + '\n';
        const model::Site site = siteOf(made);
        QVERIFY2(!hasErrors(site.diagnostics()), qPrintable(test::linesOf(site.diagnostics()).join(u'\n')));
        model::Selection selection;
        selection.buildDate = QDateTime(QDate(2022, 6, 15), QTime(12, 0), QTimeZone::utc());
        profiles += analysis::toJsonDocument(analysis::topicProfile(*site.topics().first(), site, selection));
    }

    QProcess oracle;
    oracle.start(QStringLiteral(QUILLWAY_PYTHON), { QStringLiteral(QUILLWAY_PROFILE_ORACLE), QStringLiteral(QUILLWAY_STOP_WORDS) });
    QVERIFY2(oracle.waitForStarted(), qPrintable(oracle.errorString()));
    oracle.write(input);
    oracle.closeWriteChannel();
    QVERIFY(oracle.waitForFinished(120'000));
    QCOMPARE(oracle.readAllStandardError(), ""_ba);
    const QList<QByteArray> lines = oracle.readAllStandardOutput().split('\n');
    QCOMPARE(lines.size(), sites + 1);

    const QList<QByteArray> made = input.split('\n');
    int withLeans = 0;
    for (int i = 0; i < sites; ++i) {
        const QJsonObject expected = QJsonDocument::fromJson(lines[i]).object();
        const QJsonObject actual = QJsonDocument::fromJson(profiles[i]).object();
        for (const QString &fact : expected.keys())
            QVERIFY2(actual.value(fact) == expected.value(fact),
                     qPrintable(u"site %1, %2\nexpected %3\nactual   %4\nsite %5"_s.arg(
                         QString::number(i), fact, QString::fromUtf8(lines[i]), QString::fromUtf8(profiles[i]), QString::fromUtf8(made[i]))));
        QCOMPARE(actual.size(), expected.size());
        withLeans += !expected.value(u"early"_s).toArray().isEmpty() && expected.value(u"motifs"_s).toArray().size() == 4;
    }
    QVERIFY2(withLeans > sites / 4, "the sites are too dull to show anything");
}

QTEST_GUILESS_MAIN(TestTopicProfileOracle)
#include "tst_topic_profile_oracle.moc"
