// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/check_outline.h"

#include <QRegularExpression>

namespace quillway::analysis {

using namespace Qt::StringLiterals;

namespace {

/// The id that the heading in `line` asks for; empty if none.
QString idIn(QByteArrayView line)
{
    if (!line.contains("{"))
        return {};
    static const QRegularExpression id(uR"(\{:?\s*(?:[^{}#]*\s)?#([\w.:-]+)(?:\s[^{}]*)?\}[\s#]*$)"_s,
                                       QRegularExpression::UseUnicodePropertiesOption);
    return id.match(QString::fromUtf8(line)).captured(1);
}

/// The lines of a text, asked for in ascending order: all of them together cost one walk through it.
class Lines
{
public:
    explicit Lines(QByteArrayView text)
        : m_text(text)
    { }

    [[nodiscard]] QByteArrayView line(int number)
    {
        if (number < m_number) {
            m_number = 1;
            m_begin = 0;
        }
        m_begin += lineStart(m_text.sliced(m_begin), number - m_number + 1);
        m_number = number;
        const QByteArrayView rest = m_text.sliced(m_begin);
        const qsizetype end = rest.indexOf('\n');
        return end < 0 ? rest : rest.first(end);
    }

private:
    QByteArrayView m_text;
    int m_number = 1;
    qsizetype m_begin = 0;
};

} // namespace

void checkOutline(const text::TextFacts &facts, QByteArrayView body, int bodyLine, const ProblemList::Text &text, ProblemList &problems)
{
    int level = 0;
    const bool mayHaveIds = body.contains('{');
    Lines lines(body);
    for (const text::Heading &heading : facts.outline) {
        const SourcePosition place { bodyLine + heading.line - 1, 1 };
        if (level > 0 && heading.level > level + 1)
            problems.add(Severity::Note, ErrorCode::HeadingJump, text, place,
                         u"h%1 follows h%2: %3"_s.arg(heading.level).arg(level).arg(heading.text));
        level = heading.level;
        const QString id = mayHaveIds ? idIn(lines.line(heading.line)) : QString();
        if (!id.isEmpty() && id != heading.anchor)
            problems.add(Severity::Warning, ErrorCode::DuplicateAnchor, text, place, u"#%1; this one is #%2"_s.arg(id, heading.anchor));
    }
}

} // namespace quillway::analysis
