// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/renderer.h"
#include "core/publish/shown_texts.h"
#include "core/text/markdown.h"

#include <QRegularExpression>
#include <QTest>

using namespace quillway;
using namespace Qt::StringLiterals;

class TestShownTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void standInTheTemplate_data();
    void standInTheTemplate();
    void areRenderedAsTheyAre();
    void areThereInEachLanguage_data();
    void areThereInEachLanguage();
};

void TestShownTexts::standInTheTemplate_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QString &source, const QString &expected) { QTest::newRow(name) << source << expected; };
    row("a text", u"<b>{% i18n \"Older\" %}</b>"_s, u"<b>Älter</b>"_s);
    row("one without another", u"{% i18n \"Newest\" %}"_s, u"Newest"_s);
    row("two in a line", u"{% i18n \"Older\" %} {%i18n  \"Older\"%}"_s, u"Älter Älter"_s);
    row("values", u"{% i18n \"%1 of %2\" path.position n %}"_s, u"von {{ n }} {{ path.position }}"_s);
    row("fewer values than places", u"{% i18n \"%1 of %2\" n %}"_s, u"von %2 {{ n }}"_s);
    row("a number", u"{% i18np \"%1 step\" \"%1 steps\" path.count %}"_s,
        u"{% if path.count == 1 %}ein Schritt{% else %}{{ path.count }} Schritte{% endif %}"_s);
    row("a number that changes nothing", u"{% i18np \"%1 sheep\" \"%1 sheep\" n %}"_s, u"{{ n }} sheep"_s);
    row("a value of a tag", u"{% with _(\"Older\") as x %}"_s, u"{% with \"Älter\" as x %}"_s);
    row("a value of a filter", u"{{ x|default:_(\"Older\") }}"_s, u"{{ x|default:\"Älter\" }}"_s);
    row("in an attribute", u"<a title=\"{% i18n \"Quoted\" %}\">"_s, u"<a title=\"&quot;R&amp;D&quot; &lt;x&gt;\">"_s);
    row("text that looks like a tag", u"{% i18n \"Tag-like\" %}"_s, u"&#123;{ x }} &#123;% y %} {z}"_s);
    row("a value in it that looks like a text", u"{% i18n \"%1 of %2\" a b %}{% i18n \"Older\" %}"_s, u"von {{ b }} {{ a }}Älter"_s);
    for (const QString &wrong : { u"{% i18n Older %}"_s, u"{% i18n \"Older %}"_s, u"{% i18np \"%1 step\" n %}"_s,
                                  u"{% i18np \"a\" \"b\" %}"_s, u"{% i18n \"Older\" x|upper %}"_s, u"{% i18nx \"Older\" %}"_s,
                                  u"t_(\"Older\")"_s, u"<script>x = _(\"Older\");</script>"_s, u"{# _(\"Older\") #}"_s })
        row(qPrintable(u"left alone: "_s + wrong), wrong, wrong);
}

void TestShownTexts::standInTheTemplate()
{
    QFETCH(QString, source);
    const model::ThemeTexts texts { { { u"Older"_s, u"Älter"_s },
                                      { u"%1 of %2"_s, u"von %2 %1"_s },
                                      { u"%1 step"_s, u"ein Schritt"_s },
                                      { u"%1 steps"_s, u"%1 Schritte"_s },
                                      { u"Quoted"_s, u"\"R&D\" <x>"_s },
                                      { u"Tag-like"_s, u"{{ x }} {% y %} {z}"_s } } };
    QTEST(publish::withShownTexts(source, texts), "expected");
}

void TestShownTexts::areRenderedAsTheyAre()
{
    auto theme = std::make_shared<publish::Theme>();
    theme->templates.insert(u"page.html"_s,
                            { u"page.html"_s, u"theme/page.html"_s,
                              "{% with _(\"A\") as a %}{{ a }}{% endwith %} {% i18n \"A\" %} {% i18n \"B %1\" x %} {% i18n \"C\" %}" });
    theme->texts.shown = { { u"A"_s, u"R&D <\"x\">"_s }, { u"B %1"_s, u"%1 {{ x }}"_s }, { u"C"_s, u"{% if %}"_s } };
    publish::Renderer renderer(theme, u"en"_s);
    QCOMPARE(renderer.render(u"page.html"_s, { { u"x"_s, u"<3"_s } }).value_or("failed"_ba),
             "R&amp;D &lt;&quot;x&quot;&gt; R&amp;D &lt;&quot;x&quot;&gt; &lt;3 &#123;{ x }} &#123;% if %}"_ba);
}

void TestShownTexts::areThereInEachLanguage_data()
{
    QTest::addColumn<QString>("language");
    for (const QString &language : model::wordingLanguages()) {
        if (language != "en"_L1)
            QTest::newRow(qPrintable(language)) << language;
    }
}

void TestShownTexts::areThereInEachLanguage()
{
    QFETCH(QString, language);
    const QHash<QString, QString> shown = model::shippedTexts(language).shown;
    QStringList needed;
    for (const publish::ThemeFile &file : publish::builtInTheme()->templates)
        needed += publish::textsIn(QString::fromUtf8(file.content));
    const text::RenderWording article;
    needed += { article.note,    article.tip,     article.important,      article.warning,  article.caution,
                article.code,    article.table,   article.taskDone,       article.taskOpen, article.footnotes,
                article.formula, article.diagram, article.backToReference };
    for (const QString &text : std::as_const(needed))
        QVERIFY2(!shown.value(text).isEmpty(), qPrintable(text));
    // What C++ says stands in no template: a language that lacks one of it differs from the others.
    const QHash<QString, QString> german = model::shippedTexts(u"de"_s).shown;
    QCOMPARE(QSet<QString>(shown.keyBegin(), shown.keyEnd()), QSet<QString>(german.keyBegin(), german.keyEnd()));
    static const QRegularExpression place(u"%[1-9]|\\{\\w+\\}"_s);
    for (const auto &[english, text] : shown.asKeyValueRange()) {
        for (const QRegularExpressionMatch &match : place.globalMatch(english))
            QVERIFY2(text.contains(match.captured()), qPrintable(text));
    }
}

QTEST_GUILESS_MAIN(TestShownTexts)
#include "tst_shown_texts.moc"
