// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/exports/wordpress_text.h"

#include "core/import/constructs.h"
#include "core/text/markdown/html_tags.h"

#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace quillway::importing {

namespace {

bool isCodeName(const QString &name)
{
    static const QSet<QString> names { u"code"_s,  u"sourcecode"_s, u"source"_s,  u"cc"_s,         u"php"_s,        u"python"_s,
                                       u"java"_s,  u"css"_s,        u"html"_s,    u"xml"_s,        u"js"_s,         u"bash"_s,
                                       u"shell"_s, u"sql"_s,        u"ruby"_s,    u"cpp"_s,        u"csharp"_s,     u"perl"_s,
                                       u"text"_s,  u"plain"_s,      u"jscript"_s, u"javascript"_s, u"powershell"_s, u"scala"_s,
                                       u"vb"_s,    u"go"_s,         u"objc"_s,    u"diff"_s,       u"delphi"_s,     u"groovy"_s };
    return names.contains(name);
}

bool isGeneralCodeName(const QString &name)
{
    return name == "code"_L1 || name == "sourcecode"_L1 || name == "source"_L1 || name == "cc"_L1;
}

QString codeElement(const QString &name, const Arguments &arguments, QString code)
{
    QString language = arguments.value(u"lang"_s);
    if (language.isEmpty())
        language = arguments.value(u"language"_s);
    if (language.isEmpty() && !isGeneralCodeName(name))
        language = name;
    if (language == "plain"_L1 || language == "text"_L1)
        language.clear();
    // The visual editor wrote references, the other one the characters themselves.
    if (!code.contains(u'<') && !code.contains(u'>'))
        code = text::resolveCharacterReferences(code.toUtf8());
    return u"<pre><code%1>%2</code></pre>"_s.arg(language.isEmpty() ? QString() : " class=\"language-"_L1 + language.toHtmlEscaped() + u'"',
                                                 code.toHtmlEscaped());
}

/// A picture and the words below it.
QString captionElement(const Arguments &arguments, const QString &content)
{
    static const QRegularExpression picture(u"\\A\\s*((?:<a\\b[^>]*>\\s*)?<img\\b[^>]*>(?:\\s*</a>)?)([\\s\\S]*)\\z"_s);
    const auto match = picture.match(content);
    if (!match.hasMatch())
        return content;
    const QString caption = match.captured(2).trimmed().isEmpty() ? arguments.value(u"caption"_s) : match.captured(2).trimmed();
    return "<figure>"_L1 + match.captured(1) + "<figcaption>"_L1 + caption + "</figcaption></figure>"_L1;
}

QString embedElement(const QString &address)
{
    return "<figure class=\"wp-block-embed\">"_L1 + address.trimmed().toHtmlEscaped() + "</figure>"_L1;
}

/// Turns shortcodes from left to right.
class ShortcodeTurn
{
public:
    ShortcodeTurn(const QString &content, BodyTurn &turn)
        : m_content(content)
        , m_turn(turn)
    { }

    [[nodiscard]] QString run()
    {
        static const QRegularExpression opening(u"\\[(\\[?)([a-z][a-z0-9_-]*)((?:[\\s=][^\\[\\]<>]*)?)\\]"_s);
        qsizetype at = 0;
        while (true) {
            const auto match = opening.match(m_content, at, QRegularExpression::NormalMatch,
                                             QRegularExpression::DontCheckSubjectStringMatchOption);
            if (!match.hasMatch())
                return m_result + m_content.sliced(at);
            m_result += QStringView(m_content).sliced(at, match.capturedStart() - at);
            at = match.capturedEnd();
            m_result += match.capturedLength(1) > 0 ? match.captured() : turned(match, at);
        }
    }

private:
    QString turned(const QRegularExpressionMatch &match, qsizetype &at)
    {
        const QString name = match.captured(2);
        QString rest = match.captured(3);
        if (rest.startsWith(u'='))
            rest = rest.sliced(1);
        rest.replace("&quot;"_L1, "\""_L1).replace(QChar(0x201D), u'"').replace(QChar(0x2033), u'"').replace("&amp;"_L1, "&"_L1);
        const Arguments arguments = readArguments(rest);
        if (isCodeName(name) || name == "caption"_L1 || name == "wp_caption"_L1 || name == "embed"_L1) {
            const QString close = "[/"_L1 + name + u']';
            const qsizetype end = m_unclosed.contains(name) ? -1 : m_content.indexOf(close, at);
            if (end < 0) {
                m_unclosed.insert(name);
                return match.captured();
            }
            const QString content = m_content.sliced(at, end - at);
            at = end + close.size();
            note(NoteKind::ConstructTurned, match);
            return isCodeName(name)  ? codeElement(name, arguments, content)
                : name == "embed"_L1 ? embedElement(content)
                                     : captionElement(arguments, content);
        }
        const QString address = rest.trimmed().section(u' ', 0, 0);
        if ((name == "youtube"_L1 || name == "vimeo"_L1 || name == "embed"_L1) && address.startsWith("http"_L1)) {
            note(NoteKind::ConstructTurned, match);
            return embedElement(address);
        }
        // A word in brackets is no shortcode; one with values, or of a kind that comes with WordPress, is.
        static const QSet<QString> known { u"gallery"_s,      u"playlist"_s, u"audio"_s, u"video"_s,
                                           u"contact-form"_s, u"youtube"_s,  u"gist"_s,  u"toc"_s };
        if (!arguments.named.isEmpty() || known.contains(name))
            note(NoteKind::ConstructKept, match);
        return match.captured();
    }

    void note(NoteKind kind, const QRegularExpressionMatch &match)
    {
        if (m_turn.notes.size() < 500)
            m_turn.notes.append({ kind, 0, match.captured().simplified().left(160) });
    }

    const QString &m_content;
    BodyTurn &m_turn;
    QString m_result;
    QSet<QString> m_unclosed;
};

/// Paragraphs where blank lines are, breaks where lines end, but not beside a block's tags: what WordPress does when it shows a text from before the block editor.
QString withParagraphs(const QString &text)
{
    static const QString blocks =
        u"(?:table|thead|tfoot|caption|col|colgroup|tbody|tr|td|th|div|dl|dd|dt|ul|ol|li|pre|form|map|area|blockquote|"
        "address|style|p|h[1-6]|hr|fieldset|legend|section|article|aside|header|footer|nav|figure|figcaption|details|"
        "summary|iframe|script|object|video|audio|embed)"_s;
    static const QRegularExpression before(u"\\s*\\n\\s*(?=</?"_s + blocks + u"\\b)"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression behind(u"(</?"_s + blocks + u"(?:\\s[^<>]*)?/?>)[ \\t]*\\n"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression blank(u"\\n[ \\t]*\\n\\s*"_s), comment(u"\\s*(<!--[\\s\\S]*?-->)\\s*"_s);
    static const QRegularExpression breaks(u"(?:<br ?/?>)?[ \\t]*\\n(?![ \\t]*\\n)"_s);
    static const QRegularExpression url(u"^[ \\t]*(https?://[^\\s<>\"]+)[ \\t]*$"_s, QRegularExpression::MultilineOption);
    QString html = text;
    html.replace(comment, u"\n\n\\1\n\n"_s);
    QString result;
    for (const QString &part : html.split(blank, Qt::SkipEmptyParts)) {
        QString paragraph = part.trimmed();
        if (paragraph.isEmpty())
            continue;
        if (const auto match = url.match(paragraph); match.hasMatch() && match.capturedLength() == paragraph.size()) {
            result += embedElement(match.captured(1)) + u'\n';
            continue;
        }
        paragraph.replace(before, u" "_s).replace(behind, u"\\1 "_s).replace(breaks, u"<br>\n"_s);
        result += "<p>"_L1 + paragraph + "\n"_L1;
    }
    return result;
}

/// withParagraphs() for all but what is preformatted, or raw.
QString formatted(const QString &html)
{
    static const QRegularExpression fixed(u"<(pre|script|style|textarea)\\b[^>]*>[\\s\\S]*?</\\1\\s*>"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    QString result;
    qsizetype done = 0;
    for (const QRegularExpressionMatch &match : fixed.globalMatch(html)) {
        result += withParagraphs(html.sliced(done, match.capturedStart() - done)) + match.captured() + u'\n';
        done = match.capturedEnd();
    }
    return result + withParagraphs(html.sliced(done));
}

} // namespace

QString htmlOfWordPress(const QString &content, BodyTurn &turn)
{
    QString text = content;
    text.replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n');
    const bool hasBlocks = text.contains("<!-- wp:"_L1);
    const QString html = ShortcodeTurn(text, turn).run();
    return hasBlocks ? html : formatted(html);
}

} // namespace quillway::importing
