// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/filters/kept_parts.h"
#include "core/publish/renderer.h"

#include <QTest>

#include <thread>

using namespace quillway;
using namespace Qt::StringLiterals;

namespace {

using Templates = QHash<QString, QByteArray>;

publish::ThemePtr themeOf(const Templates &templates)
{
    auto theme = std::make_shared<publish::Theme>();
    for (const auto &[name, content] : templates.asKeyValueRange())
        theme->templates.insert(name, { name, "theme/"_L1 + name, content });
    return theme;
}

QString fileOf(const Error &error)
{
    return error.position.isValid() ? u"%1:%2"_s.arg(error.file).arg(error.position.line) : error.file;
}

} // namespace

class TestRenderer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rendersTemplates_data();
    void rendersTemplates();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void worksAgainAfterAnError();
    void aTemplateThatFailedForOnePageWorksForAnother();
    void setsTheBodyIn_data();
    void setsTheBodyIn();
    void fillsTextsIn_data();
    void fillsTextsIn();
    void saysWhatIsWrongInATextOfATopic();
    void keepsLanguagesOfThreadsApart();
    void showsAKeptPartAgain();
    void keepsOnlyPartsThatTheSiteHasNotChanged_data();
    void keepsOnlyPartsThatTheSiteHasNotChanged();
};

void TestRenderer::rendersTemplates_data()
{
    QTest::addColumn<QByteArray>("page");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("text") << "plain"_ba << "plain"_ba;
    QTest::newRow("nothing") << ""_ba << ""_ba;
    QTest::newRow("a value is escaped") << "{{ title }}"_ba << "&lt;b&gt; &amp; &quot;C++&quot; &#39;x&#39;"_ba;
    QTest::newRow("HTML is not") << "{{ html }}"_ba << "<i>ü</i>"_ba;
    QTest::newRow("what is not there") << "[{{ nobody.knows.it }}]"_ba << "[]"_ba;
    QTest::newRow("sentence") << "{{ tags|sentence }}"_ba << "c++, go, and &lt;html&gt;"_ba;
    QTest::newRow("date") << "{{ day|date:\"MMM yyyy\" }}"_ba << "Aug 2022"_ba;
    QTest::newRow("date without format") << "{{ day|date }}"_ba << "August 9, 2022"_ba;
    QTest::newRow("include") << "a{% include \"part.html\" %}c"_ba << "abc"_ba;
    QTest::newRow("extends") << "{% extends \"base.html\" %}{% block main %}inside{% endblock %}"_ba << "<main>inside</main>"_ba;
    QTest::newRow("range") << "{% range 1 4 as i %}{{ i }} {% endrange %}"_ba << "1 2 3 "_ba;
    QTest::newRow("range with a step") << "{% range 0 10 5 as i %}{{ i }} {% endrange %}"_ba << "0 5 "_ba;
    QTest::newRow("once, where nothing is kept") << "{% once part title title %}{{ title }}{% endonce %}"_ba
                                                 << "&lt;b&gt; &amp; &quot;C++&quot; &#39;x&#39;"_ba;
    QTest::newRow("a tag's own line leaves none") << "a\n  {% if title %}\r\nb\n{# why #}\n{% endif %}\nc\n"_ba << "a\nb\nc\n"_ba;
    QTest::newRow("words on lines of their own stay apart")
        << "{{ html }}\n{{ html }}\n{% if title %}x{% endif %}\ny"_ba << "<i>ü</i>\n<i>ü</i>\nx\ny"_ba;
    QTest::newRow("braces of other languages") << "{ {x} } %} }}"_ba << "{ {x} } %} }}"_ba;
}

void TestRenderer::rendersTemplates()
{
    QFETCH(QByteArray, page);
    publish::Renderer renderer(
        themeOf({ { u"page.html"_s, page }, { u"part.html"_s, "b" }, { u"base.html"_s, "<main>{% block main %}{% endblock %}</main>" } }),
        u"en"_s);
    const QVariantHash context { { u"title"_s, u"<b> & \"C++\" 'x'"_s },
                                 { u"html"_s, publish::safeHtml("<i>ü</i>") },
                                 { u"tags"_s, QVariantList { u"c++"_s, u"go"_s, u"<html>"_s } },
                                 { u"day"_s, QDate(2022, 8, 9) } };
    const Result<QByteArray> html = renderer.render(u"page.html"_s, context);
    QVERIFY2(html, html ? "" : qPrintable(html.error().detail));
    QTEST(*html, "expected");
    QTEST(renderer.render(u"page.html"_s, context).value(), "expected"); // parsed once, rendered twice
}

void TestRenderer::saysWhatIsWrong_data()
{
    QTest::addColumn<Templates>("templates");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("place");
    const auto page = [](const QByteArray &content) { return Templates { { u"page.html"_s, content } }; };
    QTest::newRow("no template") << Templates {} << ErrorCode::TemplateNotFound << u"page.html"_s;
    QTest::newRow("unknown filter") << page("1\n2\n{{ x|nosuch }}\n") << ErrorCode::TemplateSyntax << u"theme/page.html:3"_s;
    QTest::newRow("unknown tag") << page("1\n{% if a %}\n{% nosuch %}\n{% endif %}") << ErrorCode::TemplateSyntax << u"theme/page.html:3"_s;
    QTest::newRow("garbage in a value") << page("\r\n\r\n{{ a ! b }}") << ErrorCode::TemplateSyntax << u"theme/page.html:3"_s;
    QTest::newRow("an empty value") << page("x\n{{ }}\n") << ErrorCode::TemplateSyntax << u"theme/page.html:2"_s;
    QTest::newRow("an empty tag") << page("x\n{% %}\n") << ErrorCode::TemplateSyntax << u"theme/page.html:2"_s;
    QTest::newRow("an empty value and nothing more") << page("{{ }}") << ErrorCode::TemplateSyntax << u"theme/page.html:1"_s;
    QTest::newRow("never closed") << page("x\n{% for a in b %}\n{% if a %}{% endif %}") << ErrorCode::TemplateSyntax
                                  << u"theme/page.html:2"_s;
    QTest::newRow("never opened") << page("x\n\n\n{% endfor %}") << ErrorCode::TemplateSyntax << u"theme/page.html:4"_s;
    QTest::newRow("crossed") << page("{% if a %}\n{% for b in a %}\n{% endif %}{% endfor %}") << ErrorCode::TemplateSyntax
                             << u"theme/page.html:3"_s;
    QTest::newRow("in an included one") << Templates { { u"page.html"_s, "{% include \"part.html\" %}" }, { u"part.html"_s, "\n{{ a|b }}" } }
                                        << ErrorCode::TemplateSyntax << u"theme/part.html:2"_s;
    QTest::newRow("in the base") << Templates { { u"page.html"_s, "{% extends \"base.html\" %}" }, { u"base.html"_s, "\n\n{% what %}" } }
                                 << ErrorCode::TemplateSyntax << u"theme/base.html:3"_s;
    QTest::newRow("includes what is not there")
        << page("\n {% include 'gone.html' %}") << ErrorCode::TemplateNotFound << u"theme/page.html:2"_s;
    QTest::newRow("extends what is not there") << page("{% extends \"gone.html\" %}") << ErrorCode::TemplateNotFound
                                               << u"theme/page.html:1"_s;
    QTest::newRow("leads outside") << page("{% include \"../../etc/passwd\" %}") << ErrorCode::TemplateNotFound << u"theme/page.html:1"_s;
    QTest::newRow("includes itself") << page("a{% include \"page.html\" %}") << ErrorCode::TemplateRender << u"theme/page.html"_s;
    QTest::newRow("extends itself") << page("{% extends \"page.html\" %}") << ErrorCode::TemplateRender << u"theme/page.html"_s;
    QTest::newRow("endless range") << page("{% range 0 5 0 as i %}{% endrange %}") << ErrorCode::TemplateRender << u"theme/page.html"_s;
    QTest::newRow("very long range") << page("{% range 0 2000000000 as i %}{% endrange %}") << ErrorCode::TemplateRender
                                     << u"theme/page.html"_s;
    QTest::newRow("deep") << page(QByteArray("{% if a %}").repeated(50'000)) << ErrorCode::TooDeep << u"theme/page.html"_s;
}

void TestRenderer::saysWhatIsWrong()
{
    QFETCH(Templates, templates);
    publish::Renderer renderer(themeOf(templates), u"en"_s);
    for (int round = 0; round < 2; ++round) {
        const Result<QByteArray> html = renderer.render(u"page.html"_s, {});
        QVERIFY(!html);
        QTEST(html.error().code, "code");
        QTEST(fileOf(html.error()), "place");
        QVERIFY2(!html.error().detail.contains("line"_L1), qPrintable(html.error().detail)); // the place says it
    }
}

void TestRenderer::worksAgainAfterAnError()
{
    publish::Renderer renderer(
        themeOf({ { u"bad.html"_s, "{% x %}" }, { u"good.html"_s, "fine" }, { u"loop.html"_s, "{% include 'loop.html' %}" } }), u"en"_s);
    for (int round = 0; round < 3; ++round) {
        QVERIFY(!renderer.render(u"bad.html"_s, {}));
        QVERIFY(!renderer.render(u"loop.html"_s, {}));
        QCOMPARE(renderer.render(u"good.html"_s, {}).value(), "fine"_ba);
    }
}

void TestRenderer::aTemplateThatFailedForOnePageWorksForAnother()
{
    publish::Renderer renderer(themeOf({ { u"page.html"_s, "{% if broken %}{% include 'gone.html' %}{% endif %}fine" } }), u"en"_s);
    for (int round = 0; round < 2; ++round) {
        const Result<QByteArray> broken = renderer.render(u"page.html"_s, { { u"broken"_s, true } });
        QVERIFY(!broken);
        QCOMPARE(broken.error().code, ErrorCode::TemplateNotFound);
        QCOMPARE(renderer.render(u"page.html"_s, {}).value_or("failed"_ba), "fine"_ba);
    }
}

void TestRenderer::setsTheBodyIn_data()
{
    QTest::addColumn<QByteArray>("page");
    QTest::addColumn<QByteArray>("expected");
    QTest::addColumn<bool>("found");
    QTest::newRow("shown once") << "<div>{{ post.body }}</div>{{ post.title }}"_ba << "<div><p>ü {{ x }}</p></div>T"_ba << true;
    QTest::newRow("not shown") << "{{ post.title }}"_ba << "T"_ba << false;
    QTest::newRow("shown twice") << "{{ post.body }}{{ post.body }}"_ba << "<p>ü {{ x }}</p><p>ü {{ x }}</p>"_ba << false;
    QTest::newRow("filtered") << "{{ post.body|upper }}"_ba << "&lt;P&gt;Ü {{ X }}&lt;/P&gt;"_ba << false;
    QTest::newRow("asked for") << "{% if post.body %}yes{% endif %}"_ba << "yes"_ba << false;
    QTest::newRow("under another name") << "{% with post as p %}{{ p.body }}{% endwith %}"_ba << "<p>ü {{ x }}</p>"_ba << true;
}

void TestRenderer::setsTheBodyIn()
{
    QFETCH(QByteArray, page);
    QFETCH(bool, found);
    const QByteArray body = "<p>ü {{ x }}</p>"_ba;
    publish::Renderer renderer(themeOf({ { u"page.html"_s, page } }), u"en"_s);
    const auto rendered = renderer.renderAround(u"page.html"_s, { { u"post"_s, QVariantHash { { u"title"_s, u"T"_s } } } }, body);
    QVERIFY(rendered);
    QTEST(rendered->html, "expected");
    QCOMPARE(rendered->html.sliced(rendered->bodyBegin, rendered->bodyEnd - rendered->bodyBegin), found ? body : QByteArray());
}

void TestRenderer::fillsTextsIn_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("no placeholder") << u"As *written* & <b>so</b>."_s << u"As *written* & <b>so</b>."_s;
    QTest::newRow("a number") << u"**{{ topic.count }}** posts"_s << u"**15** posts"_s;
    QTest::newRow("facts stay text") << u"{{ topic.title }}"_s << u"\\<b\\>\\*C\\+\\+\\* \\_x\\_ \\[a\\]\\(b\\) \\& \\`c\\` d"_s;
    QTest::newRow("after a filter too") << u"{{ topic.title|lower }}"_s << u"\\<b\\>\\*c\\+\\+\\* \\_x\\_ \\[a\\]\\(b\\) \\& \\`c\\` d"_s;
    QTest::newRow("lists") << u"{{ topic.adjacent|sentence }}; {{ topic.adjacent.1 }}"_s
                           << u"distributed\\-systems and go\\; go"_s.replace(u"\\;"_s, u";"_s);
    QTest::newRow("dates") << u"{{ topic.first|date:\"MMM yyyy\" }}"_s << u"Nov 2016"_s;
    QTest::newRow("conditions") << u"{% if topic.early %}x{% else %}none{% endif %}"_s << u"none"_s;
    QTest::newRow("what is not there") << u"[{{ topic.what }}]"_s << u"[]"_s;
}

void TestRenderer::fillsTextsIn()
{
    QFETCH(QString, text);
    publish::Renderer renderer(themeOf({}), u"en"_s);
    const QVariantHash topic { { u"count"_s, 15 },
                               { u"title"_s, u"<b>*C++* _x_ [a](b) & `c`\nd"_s },
                               { u"adjacent"_s, QVariantList { u"distributed-systems"_s, u"go"_s } },
                               { u"early"_s, QVariantList {} },
                               { u"first"_s, QDate(2016, 11, 15) } };
    const Result<QString> filled = renderer.fillIn(text, { { u"topic"_s, topic } });
    QVERIFY(filled);
    QTEST(*filled, "expected");
}

void TestRenderer::saysWhatIsWrongInATextOfATopic()
{
    publish::Renderer renderer(themeOf({}), u"en"_s);
    const Result<QString> filled = renderer.fillIn(u"one\nand {{ topic.count|nosuch }}"_s, {});
    QVERIFY(!filled);
    QCOMPARE(filled.error().code, ErrorCode::TemplateSyntax);
    QCOMPARE(filled.error().position, (SourcePosition { 2, 5 }));
}

void TestRenderer::keepsLanguagesOfThreadsApart()
{
    const publish::ThemePtr theme = themeOf({ { u"page.html"_s, "{{ tags|sentence }}" } });
    const QVariantHash context { { u"tags"_s, QVariantList { u"a"_s, u"b"_s } } };
    const auto rounds = [&](const QString &language, const QByteArray &expected, int &wrong) {
        publish::Renderer renderer(theme, language);
        for (int i = 0; i < 500; ++i)
            wrong += renderer.render(u"page.html"_s, context).value_or(QByteArray()) != expected;
    };
    int wrongEnglish = 0;
    int wrongGerman = 0;
    {
        const std::jthread english([&] { rounds(u"en"_s, "a and b", wrongEnglish); });
        const std::jthread german([&] { rounds(u"de"_s, "a und b", wrongGerman); });
    }
    QCOMPARE(wrongEnglish, 0);
    QCOMPARE(wrongGerman, 0);

    publish::Renderer english(theme, u"en"_s);
    publish::Renderer german(theme, u"de"_s);
    QCOMPARE(english.render(u"page.html"_s, context).value(), "a and b"_ba);
    QCOMPARE(german.render(u"page.html"_s, context).value(), "a und b"_ba);
    QCOMPARE(english.render(u"page.html"_s, context).value(), "a and b"_ba);
}

void TestRenderer::showsAKeptPartAgain()
{
    // What depends on more than it says shows whether it was rendered again.
    const publish::ThemePtr theme = themeOf(
        { { u"page.html"_s,
            "{% once part key value %}{{ value.text }} {{ other }}{% endonce %};{% once mine key value %}{{ other }}{% endonce %}" },
          { u"unescaped.html"_s,
            "{% autoescape off %}{% once part key value %}{{ value.text }} {{ other }}{% endonce %}{% endautoescape %}" } });
    const auto kept = std::make_shared<publish::KeptParts>(QSet<QString> { u"part"_s });
    publish::Renderer renderer(theme, u"en"_s, kept);
    publish::Renderer otherRenderer(theme, u"en"_s, kept);
    const auto context = [](const QString &key, const QString &text, int other) {
        return QVariantHash { { u"key"_s, key },
                              { u"value"_s, QVariantHash { { u"text"_s, text }, { u"html"_s, publish::safeHtml("<b>") } } },
                              { u"other"_s, other } };
    };
    QCOMPARE(*renderer.render(u"page.html"_s, context(u"a"_s, u"<x>"_s, 1)), "&lt;x&gt; 1;1"_ba);
    QCOMPARE(*renderer.render(u"page.html"_s, context(u"a"_s, u"<x>"_s, 2)), "&lt;x&gt; 1;2"_ba);
    QCOMPARE(*otherRenderer.render(u"page.html"_s, context(u"a"_s, u"<x>"_s, 3)), "&lt;x&gt; 1;3"_ba);
    QCOMPARE(*renderer.render(u"page.html"_s, context(u"b"_s, u"<x>"_s, 4)), "&lt;x&gt; 4;4"_ba);
    QCOMPARE(*renderer.render(u"page.html"_s, context(u"a"_s, u"y"_s, 5)), "y 5;5"_ba);
    QCOMPARE(*renderer.render(u"unescaped.html"_s, context(u"a"_s, u"y"_s, 6)), "y 6"_ba);
    QCOMPARE(*renderer.fillIn(u"{% once part key value %}z{% endonce %}"_s, context(u"c"_s, u"z"_s, 6)), u"z"_s);
    QCOMPARE(*renderer.render(u"page.html"_s, context(u"c"_s, u"z"_s, 7)), "z 7;7"_ba); // an author's text keeps nothing
}

void TestRenderer::keepsOnlyPartsThatTheSiteHasNotChanged_data()
{
    QTest::addColumn<QString>("changed"); // template
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("kept");
    QTest::newRow("nothing") << u"extra.html"_s << "x"_ba << u"cloud entry footer header"_s;
    QTest::newRow("a page") << u"index.html"_s << "x"_ba << u"entry footer header"_s;
    QTest::newRow("the part") << u"parts/header.html"_s << "x"_ba << u"cloud entry footer"_s;
    QTest::newRow("what the part includes") << u"parts/tags.html"_s << "x"_ba << u"cloud footer header"_s;
    QTest::newRow("a tag of its own") << u"parts/tags.html"_s << "{%  once header a b %}x{% endonce %}"_ba << u""_s;
}

void TestRenderer::keepsOnlyPartsThatTheSiteHasNotChanged()
{
    QFETCH(QString, changed);
    QFETCH(QByteArray, content);
    QFETCH(QString, kept);
    publish::Theme theme = *publish::builtInTheme();
    theme.templates.insert(changed, { changed, "theme/"_L1 + changed, content });
    const auto parts = publish::keptPartsOf(theme);
    QStringList names;
    for (const QString &name : { u"cloud"_s, u"entry"_s, u"footer"_s, u"header"_s }) {
        if (parts->keeps(name))
            names.append(name);
    }
    QCOMPARE(names.join(u' '), kept);
}

QTEST_GUILESS_MAIN(TestRenderer)
#include "tst_renderer.moc"
