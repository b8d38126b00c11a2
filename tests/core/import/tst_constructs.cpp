// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/constructs.h"
#include "support/hostile_texts.h"
#include "support/work_timer.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace quillway::importing;

namespace {

using Turn = QString (*)(const QString &, BodyTurn &);

BodyTurn newTurn()
{
    BodyTurn turn;
    turn.title = u"The title"_s;
    turn.bodyLine = 5;
    turn.findText = [](const QString &name) -> std::optional<QString> {
        return name.contains("known"_L1) ? std::optional(u"_posts/known.md"_s) : std::nullopt;
    };
    turn.valueOf = [](const QString &name) -> std::optional<QString> {
        return name == "site.repo"_L1 ? std::optional(u"https://r.example"_s)
            : name == "page.mood"_L1  ? std::optional(u"calm"_s)
                                      : std::nullopt;
    };
    turn.linkTo = [](const QString &) -> std::optional<QString> { return u"known.md"_s; };
    return turn;
}

} // namespace

Q_DECLARE_METATYPE(Turn)

/// Each tool's constructs become Markdown; what is not understood stays and is noted; code stays.
class TestConstructs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void turns_data()
    {
        QTest::addColumn<Turn>("turn");
        QTest::addColumn<QString>("body");
        QTest::addColumn<QString>("turned");
        QTest::addColumn<int>("kept");
        const auto row = [](const char *name, Turn turn, const QString &body, const QString &turned, int kept = 0) {
            QTest::newRow(name) << turn << body << turned << kept;
        };
        row("Liquid: highlight", turnLiquid, u"a\n\n{% highlight ruby %}\nputs 1\n{% endhighlight %}\n\nb\n"_s,
            u"a\n\n```ruby\nputs 1\n```\n\nb\n"_s);
        row("Liquid: highlight with lines", turnLiquid, u"{% highlight ruby linenos %}\nx\n{% endhighlight %}\n"_s,
            u"```ruby linenos\nx\n```\n"_s);
        row("Liquid: backticks in highlight", turnLiquid, u"{% highlight md %}\n```\n{% endhighlight %}\n"_s, u"````md\n```\n````\n"_s);
        row("Liquid: highlight not closed", turnLiquid, u"{% highlight ruby %}\nx\n"_s, u"{% highlight ruby %}\nx\n"_s, 1);
        row("Liquid: raw", turnLiquid, u"a {% raw %}{{ x }}{% endraw %} b"_s, u"a {{ x }} b"_s);
        row("Liquid: raw around code", turnLiquid, u"{% raw %}\n```\n{{ x }}\n```\n{% endraw %}\n"_s, u"\n```\n{{ x }}\n```\n\n"_s);
        row("Liquid: raw in code", turnLiquid, u"```\n{% raw %}{{ x }}{% endraw %}\n```\n"_s, u"```\n{{ x }}\n```\n"_s);
        row("Liquid: post_url", turnLiquid, u"[a]({% post_url 2019-01-01-known %}#b)"_s, u"[a](known.md#b)"_s);
        row("Liquid: link over two lines", turnLiquid, u"[a]({% link\n_posts/known.md %})"_s, u"[a](known.md)"_s);
        row("Liquid: link to nothing", turnLiquid, u"[a]({% link _docs/x.md %})"_s, u"[a]({% link _docs/x.md %})"_s, 1);
        row("Liquid: gist", turnLiquid, u"{% gist 123abc a.rb %}"_s, u"[Gist 123abc, a.rb](https://gist.github.com/123abc)"_s);
        row("Liquid: figure", turnLiquid, u"{% include figure.html src=\"/a.png\" caption=\"C\" %}"_s, u"![C](/a.png \"C\")"_s);
        row("Liquid: base", turnLiquid, u"![a]({{ site.baseurl }}/a.png)"_s, u"![a](/a.png)"_s);
        row("Liquid: relative_url", turnLiquid, u"![a]({{ '/a.png' | relative_url }})"_s, u"![a](/a.png)"_s);
        row("Liquid: title", turnLiquid, u"{{ page.title }}"_s, u"The title"_s);
        row("Liquid: what computes", turnLiquid, u"{% for x in y %}{{ x.z }}{% endfor %}"_s, u"{% for x in y %}{{ x.z }}{% endfor %}"_s, 3);
        row("Liquid: in code", turnLiquid, u"`{{ site.baseurl }}` {% if %}"_s, u"`{{ site.baseurl }}` {% if %}"_s, 1);
        row("kramdown: id of a heading", turnKramdown, u"# A\n{: #b}\n\nText\n"_s, u"# A {#b}\n\nText\n"_s);
        row("kramdown: a box", turnKramdown, u"a\n\nb\nc\n{: .note .warning}\n\nd\n"_s, u"a\n\n> [!WARNING]\n> b\n> c\n\n\nd\n"_s);
        row("kramdown: a box below its list", turnKramdown, u"a\n\n{: .note .info}\nb\nc\n\nd\n"_s, u"a\n\n> [!NOTE]\n> b\n> c\n\nd\n"_s);
        row("kramdown: a box at the end", turnKramdown, u"{: .warning }\r\nb"_s, u"> [!WARNING]\n> b"_s);
        row("kramdown: a quote as a box", turnKramdown, u"> b\n> c\n{: .prompt-tip }\n\nd\n"_s, u"> [!TIP]\n> b\n> c\n\n\nd\n"_s);
        row("kramdown: a theme's box", turnKramdown, u"b\n{: .notice--danger}\n"_s, u"> [!CAUTION]\n> b\n\n"_s);
        row("kramdown: a box above a list", turnKramdown, u"{: .note}\n- b\n"_s, u"\n- b\n"_s);
        row("kramdown: a box with styling in it", turnKramdown, u"{: .note}\n[b](c){:.d} e\n"_s, u"\n[b](c) e\n"_s);
        row("kramdown: a box of no paragraph", turnKramdown, u"- b\n{: .note}\n"_s, u"- b\n\n"_s);
        row("Liquid: a note", turnLiquid, u"{% note %}\nA [b]({% link known.md %})\n{% endnote %}\n"_s, u"> [!NOTE]\n> A [b](known.md)\n"_s);
        row("Liquid: a box of a kind", turnLiquid, u"{% alert warning %}\nA\n{% endalert %}\n"_s, u"> [!WARNING]\n> A\n"_s);
        row("Liquid: a note that is not closed", turnLiquid, u"{% note %}\nA\n"_s, u"{% note %}\nA\n"_s, 1);
        row("Liquid: details", turnLiquid, u"{% details More & more %}\nA\n{% enddetails %}\n"_s,
            u"<details>\n<summary>More &amp; more</summary>\n\nA\n\n</details>\n"_s);
        row("Liquid: a quote", turnLiquid, u"{% blockquote Ada %}\nA\nB\n{% endblockquote %}\n"_s, u"> A\n> B\n>\n> — Ada\n"_s);
        row("Liquid: a comment", turnLiquid, u"a{% comment %} b {% endcomment %}c"_s, u"a<!-- b -->c"_s);
        row("Liquid: a box included", turnLiquid, u"{% include alert.html type=\"info\" content=\"A *b*\" %}"_s, u"> [!NOTE]\n> A *b*"_s);
        row("Liquid: a box included by its name", turnLiquid, u"{% include docs/tip.html content=\"A\" %}"_s, u"> [!TIP]\n> A"_s);
        row("Liquid: a video included", turnLiquid, u"{% include video id=\"12345\" provider=\"vimeo\" %}"_s,
            u"[Video](https://vimeo.com/12345)"_s);
        row("Liquid: a post of X", turnLiquid, u"{% twitter https://twitter.com/a/status/1 %}"_s,
            u"[Post on X](https://twitter.com/a/status/1)"_s);
        row("Liquid: values", turnLiquid, u"{{ site.repo }} {{ page.mood }} {{ page.other }}"_s,
            u"https://r.example calm {{ page.other }}"_s, 1);
        row("kramdown: styling", turnKramdown, u"[a](b){:target=\"_blank\"} c"_s, u"[a](b) c"_s);
        row("kramdown: contents", turnKramdown, u"* TOC\n{:toc}\n\nText\n"_s, u"\n\n\nText\n"_s);
        row("Hugo: figure", turnHugo, u"{{< figure src=\"/a.png\" alt=\"A\" caption=\"C d\" >}}"_s, u"![A](/a.png \"C d\")"_s);
        row("Hugo: relref", turnHugo, u"[a]({{< relref \"known.md#b\" >}})"_s, u"[a](known.md#b)"_s);
        row("Hugo: ref to nothing", turnHugo, u"[a]({{< ref \"x.md\" >}})"_s, u"[a]({{< ref \"x.md\" >}})"_s, 1);
        row("Hugo: highlight", turnHugo, u"{{< highlight go >}}\nfunc()\n{{< /highlight >}}\n"_s, u"```go\nfunc()\n```\n"_s);
        row("Hugo: highlight with options", turnHugo, u"{{< highlight go \"linenos=table\" >}}\nx\n{{< /highlight >}}"_s,
            u"```go {linenos=table}\nx\n```"_s);
        row("Hugo: youtube", turnHugo, u"{{< youtube w7Ft2ymGmfc >}}"_s,
            u"[![Video](https://img.youtube.com/vi/w7Ft2ymGmfc/hqdefault.jpg)](https://www.youtube.com/watch?v=w7Ft2ymGmfc)"_s);
        row("Hugo: gist", turnHugo, u"{{< gist me 12 >}}"_s, u"[Gist 12](https://gist.github.com/me/12)"_s);
        row("Hugo: notice", turnHugo, u"{{% notice warning %}}\nBe *careful*.\n{{% /notice %}}"_s, u"> [!WARNING]\n> Be *careful*."_s);
        row("Hugo: nested", turnHugo, u"{{% note %}}\na {{< youtube w7Ft2ymGmfc >}}\n{{% /note %}}"_s,
            u"> [!NOTE]\n> a [![Video](https://img.youtube.com/vi/w7Ft2ymGmfc/hqdefault.jpg)](https://www.youtube.com/watch?v=w7Ft2ymGmfc)"_s);
        row("Hugo: raw HTML", turnHugo, u"{{< rawhtml >}}<b>a</b>{{< /rawhtml >}}"_s, u"<b>a</b>"_s);
        row("Hugo: tabs", turnHugo, u"{{< tabs >}}{{< tab \"Go\" >}}a{{< /tab >}}{{< tab name=\"C\" >}}b{{< /tab >}}{{< /tabs >}}"_s,
            u"**Go**\n\na\n**C**\n\nb\n"_s);
        row("Hugo: details without a title", turnHugo, u"{{< details >}}a{{< /details >}}"_s,
            u"<details>\n<summary>Details</summary>\n\na\n\n</details>"_s);
        row("Hugo: a button", turnHugo, u"{{< button href=\"https://a.example\" >}}Go{{< /button >}}"_s, u"[Go](https://a.example)"_s);
        row("Hugo: a file of a video", turnHugo, u"{{< video src=\"a.mp4\" >}}"_s, u"[Video](a.mp4)"_s);
        row("Hugo: unknown", turnHugo, u"a {{< mine x=1 >}} b"_s, u"a {{< mine x=1 >}} b"_s, 1);
        row("Hugo: unknown pair with a known one in it", turnHugo, u"{{< box2 >}}{{< figure src=\"a.png\" >}}{{< /box2 >}}"_s,
            u"{{< box2 >}}![](a.png){{< /box2 >}}"_s, 1);
        row("Hugo: escaped", turnHugo, u"`{{</* figure */>}}`"_s, u"`{{< figure >}}`"_s);
        row("Hugo: in code", turnHugo, u"```\n{{< youtube w7Ft2ymGmfc >}}\n```\n"_s, u"```\n{{< youtube w7Ft2ymGmfc >}}\n```\n"_s);
        row("Zola: youtube", turnZola, u"{{ youtube(id=\"w7Ft2ymGmfc\") }}"_s,
            u"[![Video](https://img.youtube.com/vi/w7Ft2ymGmfc/hqdefault.jpg)](https://www.youtube.com/watch?v=w7Ft2ymGmfc)"_s);
        row("Zola: quote", turnZola, u"{% quote(author=\"V\") %}\nText\n{% end %}"_s, u"> Text\n>\n> — V"_s);
        row("Zola: unknown", turnZola, u"{{ mine(a=1) }}"_s, u"{{ mine(a=1) }}"_s, 1);
        row("Pelican: code", turnPythonMarkdown, u"a\n\n    :::bash\n    $ ls\n\n    x\n\nb\n"_s, u"a\n\n```bash\n$ ls\n\nx\n```\n\nb\n"_s);
        row("Pelican: code in a list", turnPythonMarkdown, u"1. a\n\n        :::bash\n        ls\n\n2. b\n"_s,
            u"1. a\n\n    ```bash\n    ls\n    ```\n\n2. b\n"_s);
        row("Pelican: contents", turnPythonMarkdown, u"[TOC]\n\na\n"_s, u"\na\n"_s);
        row("containers", turnContainers, u":::note\nText\n:::\n"_s, u"> [!NOTE]\n> Text\n"_s);
        row("admonitions", turnContainers, u"!!! warning \"T\"\n    Text\n\nb\n"_s, u"> [!WARNING]\n> **T**\n>\n> Text\n\nb\n"_s);
    }

    void turns()
    {
        QFETCH(Turn, turn);
        QFETCH(QString, body);
        BodyTurn context = newTurn();
        QTEST(turn(body, context), "turned");
        QTEST(int(std::ranges::count(context.notes, NoteKind::ConstructKept, &Note::kind)), "kept");
    }

    void notesHaveTheLineInTheFile()
    {
        BodyTurn turn = newTurn();
        std::ignore = turnLiquid(u"a\n\n{% mine %}\n"_s, turn);
        QCOMPARE(turn.notes.first().line, 7);
    }

    void takeTimeInProportion()
    {
        QList<quillway::test::HostileText> texts = quillway::test::hostileTexts();
        for (const QByteArray &piece : { "{% a "_ba,
                                         "{{ a "_ba,
                                         "{{< a >}}"_ba,
                                         "{{< a \""_ba,
                                         "{% raw %}"_ba,
                                         "{% highlight x %}\n"_ba,
                                         "{: "_ba,
                                         "{:x}"_ba,
                                         "a\n{: .note}\n"_ba,
                                         "{: .note}\na\n"_ba,
                                         "{: .note}\n"_ba,
                                         "{% note %}"_ba,
                                         "{% note %}a{% endnote %}\n"_ba,
                                         ":::note\n"_ba,
                                         "!!! note\n"_ba,
                                         "    :::a\n"_ba,
                                         "{{</* "_ba,
                                         "{{ a(b) }}"_ba,
                                         "{% a() %}"_ba,
                                         "{{< a >}}{{< /a >}}"_ba,
                                         "{"_ba,
                                         "{%"_ba })
            texts.append({ piece.constData(), piece.repeated(100'000) });
        for (const quillway::test::HostileText &text : std::as_const(texts)) {
            const QString body = QString::fromUtf8(text.body);
            for (const Turn turn :
                 { Turn(turnLiquid), Turn(turnKramdown), Turn(turnHugo), Turn(turnZola), Turn(turnPythonMarkdown), Turn(turnContainers) }) {
                quillway::test::WorkTimer timer;
                timer.start();
                BodyTurn context = newTurn();
                std::ignore = turn(body, context);
                QVERIFY2(timer.elapsed() < 6000, text.name);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestConstructs)
#include "tst_constructs.moc"
