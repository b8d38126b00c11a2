// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/code_highlighter.h"

#include "core/base/utf8.h"
#include "core/text/code/code_classes.h"
#include "core/text/code/code_languages.h"
#include "core/text/markdown/html_escape.h"
#include "core/text/markdown/utf8_cursor.h"

#include <KSyntaxHighlighting/AbstractHighlighter>
#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/State>

#include <QHash>

#include <vector>

namespace quillway::text {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestLine = 8000; // UTF-16 units
constexpr qsizetype largestBlock = 1024 * 1024; // bytes
constexpr qsizetype mostCachedNames = 1000;

/// Colours one line after the other into HTML: runs of one class become one element, blanks between two such runs too.
class LineHighlighter final : public KSyntaxHighlighting::AbstractHighlighter
{
public:
    /// `units` is `bytes` as UTF-16.
    void highlight(QByteArray &html, QByteArrayView bytes, QStringView units)
    {
        m_html = &html;
        m_bytes = bytes;
        m_units = units;
        m_isAscii = bytes.size() == units.size();
        m_class = CodeClass::None;
        m_unit = m_byte = m_runBegin = m_runEnd = 0;
        m_state = highlightLine(units, m_state);
        endRun();
        appendEscaped(html, m_bytes.sliced(m_runEnd));
    }

    void start(const KSyntaxHighlighting::Definition &definition)
    {
        if (definition != this->definition())
            setDefinition(definition);
        m_state = {};
    }

protected:
    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format) override
    {
        const CodeClass found = classOf(format);
        if (found == CodeClass::None || length <= 0)
            return;
        const qsizetype begin = byteAt(offset);
        const qsizetype end = byteAt(offset + length);
        if (found != m_class || !isBlank(m_bytes.sliced(m_runEnd, begin - m_runEnd))) {
            endRun();
            m_class = found;
            appendEscaped(*m_html, m_bytes.sliced(m_runEnd, begin - m_runEnd));
            m_runBegin = begin;
        }
        m_runEnd = end;
    }

private:
    static bool isBlank(QByteArrayView bytes)
    {
        for (const char c : bytes) {
            if (c != ' ' && c != '\t')
                return false;
        }
        return true;
    }

    void endRun()
    {
        if (m_class == CodeClass::None)
            return;
        m_html->append("<span class=\"");
        m_html->append(nameOf(m_class));
        m_html->append("\">");
        appendEscaped(*m_html, m_bytes.sliced(m_runBegin, m_runEnd - m_runBegin));
        m_html->append("</span>");
        m_class = CodeClass::None;
    }

    /// The byte at which UTF-16 unit `unit` begins; asked for in ascending order.
    qsizetype byteAt(qsizetype unit)
    {
        if (m_isAscii)
            return unit;
        const char *at = m_bytes.data() + m_byte;
        while (m_unit < unit && at != m_bytes.end())
            m_unit += nextCodePoint(at, m_bytes.end()) > 0xFFFF ? 2 : 1;
        m_byte = at - m_bytes.data();
        return m_byte;
    }

    CodeClass classOf(const KSyntaxHighlighting::Format &format)
    {
        const auto id = std::size_t(format.id());
        if (id >= m_classes.size())
            m_classes.resize(id + 64, CodeClass::Unknown);
        CodeClass &known = m_classes[id];
        if (known == CodeClass::Unknown)
            known = codeClassOf(format);
        return known;
    }

    std::vector<CodeClass> m_classes; ///< by a format's id, which is unique in a repository
    KSyntaxHighlighting::State m_state;
    QByteArray *m_html = nullptr;
    QByteArrayView m_bytes;
    QStringView m_units;
    bool m_isAscii = true;
    qsizetype m_unit = 0;
    qsizetype m_byte = 0;
    CodeClass m_class = CodeClass::None;
    qsizetype m_runBegin = 0; ///< bytes
    qsizetype m_runEnd = 0;
};

struct Language {
    KSyntaxHighlighting::Definition definition;
    QString displayName;
    bool isKnown = false;
};

} // namespace

struct CodeHighlighter::Private {
    KSyntaxHighlighting::Repository repository;
    LineHighlighter lines;
    QHash<QString, Language> languages;
    QString units;

    const Language &language(QStringView name);
    [[nodiscard]] Language look(const QString &name) const;
    void highlight(QByteArray &html, QByteArrayView code, const std::stop_token &stop);
};

Language CodeHighlighter::Private::look(const QString &name) const
{
    if (name.isEmpty())
        return {};
    if (const auto known = findCodeLanguage(name)) {
        if (known->definition.isEmpty())
            return { {}, known->displayName, false };
        const auto definition = repository.definitionForName(known->definition);
        return { definition, known->displayName.isEmpty() ? definition.name() : known->displayName, definition.isValid() };
    }
    auto definition = repository.definitionForName(name);
    if (!definition.isValid() && name != u"*")
        definition = repository.definitionForFileName(u"x."_s + name);
    return { definition, definition.isValid() ? definition.name() : QString(), definition.isValid() };
}

const Language &CodeHighlighter::Private::language(QStringView name)
{
    const QString key = name.toString().toLower();
    auto found = languages.find(key);
    if (found == languages.end()) {
        if (languages.size() >= mostCachedNames)
            languages.clear();
        found = languages.insert(key, look(key));
    }
    return found.value();
}

void CodeHighlighter::Private::highlight(QByteArray &html, QByteArrayView code, const std::stop_token &stop)
{
    units = QString::fromUtf8(code);
    const QStringView allUnits = units;
    qsizetype unit = 0;
    for (qsizetype byte = 0; byte < code.size();) {
        const qsizetype byteEnd = code.indexOf('\n', byte);
        const qsizetype unitEnd = allUnits.indexOf(u'\n', unit);
        const QByteArrayView bytes = byteEnd < 0 ? code.sliced(byte) : code.sliced(byte, byteEnd - byte);
        const QStringView line = unitEnd < 0 ? allUnits.sliced(unit) : allUnits.sliced(unit, unitEnd - unit);
        if (line.size() > longestLine || stop.stop_requested())
            appendEscaped(html, bytes);
        else
            lines.highlight(html, bytes, line);
        if (byteEnd < 0)
            break;
        html.append('\n');
        byte = byteEnd + 1;
        unit = unitEnd + 1;
    }
}

CodeHighlighter::CodeHighlighter() : d(std::make_unique<Private>()) { }

CodeHighlighter::~CodeHighlighter() = default;

bool CodeHighlighter::appendHighlighted(QByteArray &html, QByteArrayView code, QStringView language, const std::stop_token &stop)
{
    const Language &found = d->language(language);
    if (!found.isKnown || code.size() > largestBlock) {
        appendEscaped(html, code);
        return false;
    }
    QByteArray repaired;
    if (firstInvalidUtf8(code)) {
        repaired = QString::fromUtf8(code).toUtf8();
        code = repaired;
    }
    d->lines.start(found.definition);
    d->highlight(html, code, stop);
    return true;
}

QString CodeHighlighter::displayName(QStringView language)
{
    return d->language(language).displayName;
}

} // namespace quillway::text
