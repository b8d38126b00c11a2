// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/typeset_marks.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::text {

namespace {

constexpr QStringView apostrophe = u"’";
constexpr QChar object = u'\ufffc';

bool isWordLike(QChar c)
{
    return c.isLetterOrNumber() || c.isMark() || c.isSurrogate() || c == object;
}

/// A quotation mark behind it opens.
bool isOpening(QChar c)
{
    return c.isSpace() || QStringView(u"([{<„“‚‘«‹»›¿¡–—-/=").contains(c);
}

/// A quotation mark before it closes.
bool isClosing(QChar c)
{
    return c.isSpace() || QStringView(u".,;:!?)]}>…“”‘’»›«‹–—-/").contains(c);
}

class Setter
{
public:
    Setter(const TypesetText &text, const Typography &typography)
        : m_text(text.text)
        , m_fixed(text.fixed)
        , m_typography(typography)
    { }

    [[nodiscard]] QList<TypesetMark> set()
    {
        fixMath();
        for (qsizetype at = 0; at < m_text.size();)
            at += setAt(at);
        while (!m_open.isEmpty())
            dropOpen();
        return std::move(m_marks);
    }

private:
    /// A quotation mark that waits for its end.
    struct Open {
        bool isInner = false;
        qsizetype mark = 0; ///< index into m_marks
    };

    [[nodiscard]] QChar at(qsizetype place) const { return place < 0 || place >= m_text.size() ? QChar(u' ') : m_text.at(place); }
    [[nodiscard]] bool isFixed(qsizetype place) const { return m_fixed.at(place) != 0; }
    void add(qsizetype from, qsizetype length, QStringView text) { m_marks.append({ from, length, text.toString() }); }

    void fixMath();
    qsizetype setAt(qsizetype at);
    qsizetype runAt(qsizetype from) const;
    void setDash(qsizetype from, qsizetype length);
    void setEllipsis(qsizetype from);
    void setQuote(qsizetype place);
    void setInnerQuote(qsizetype place);
    void open(qsizetype place, bool isInner);
    void close(qsizetype place, bool isInner);
    void setFrenchSpace(qsizetype place);
    void dropOpen();
    [[nodiscard]] bool isOpenInside(bool isInner) const;
    [[nodiscard]] bool isBehindOpening(qsizetype place) const;
    [[nodiscard]] bool isBeforeClosing(qsizetype place);

    const QString &m_text;
    QByteArray m_fixed;
    const Typography &m_typography;
    QList<TypesetMark> m_marks;
    QList<Open> m_open;
    qsizetype m_outerOpen = 0; ///< of m_open
    qsizetype m_quotesEnd = 0; ///< of the row of quotation marks looked at last
};

/// `$…$` and `$$…$$`, by the rule of containsMath().
void Setter::fixMath()
{
    qsizetype begin = -1;
    bool isDisplay = false;
    for (qsizetype i = 0; i < m_text.size(); ++i) {
        if (m_text.at(i) != u'$' || isFixed(i))
            continue;
        const bool isDouble = at(i + 1) == u'$';
        if (begin >= 0 && isDisplay == isDouble && (isDisplay || (!at(i - 1).isSpace() && !at(i + 1).isDigit()))) {
            std::fill(m_fixed.begin() + begin, m_fixed.begin() + i, '\1');
            begin = -1;
        } else if (begin < 0 && (isDouble || !at(i + 1).isSpace())) {
            begin = i;
            isDisplay = isDouble;
        }
        i += isDouble ? 1 : 0;
    }
}

/// Gives how many characters are done.
qsizetype Setter::setAt(qsizetype place)
{
    if (isFixed(place))
        return 1;
    switch (m_text.at(place).unicode()) {
    case u'"': setQuote(place); return 1;
    case u'\'': setInnerQuote(place); return 1;
    case u' ': setFrenchSpace(place); return 1;
    case u'-':
    case u'.': {
        const qsizetype length = runAt(place);
        if (m_text.at(place) == u'-')
            setDash(place, length);
        else if (length == 3)
            setEllipsis(place);
        return length;
    }
    default: return 1;
    }
}

qsizetype Setter::runAt(qsizetype from) const
{
    qsizetype end = from + 1;
    while (end < m_text.size() && m_text.at(end) == m_text.at(from) && !isFixed(end))
        ++end;
    return end - from;
}

void Setter::setDash(qsizetype from, qsizetype length)
{
    const QChar before = at(from - 1);
    const QChar behind = at(from + length);
    const bool isArrow = behind == u'>' || before == u'<';
    if (length < 2 || length > 3 || isArrow || before.isSpace() != behind.isSpace())
        return;
    add(from, length, length == 2 ? u"–" : u"—");
}

void Setter::setEllipsis(qsizetype from)
{
    const QStringView pathSigns = u"/\\";
    if (!pathSigns.contains(at(from - 1)) && !pathSigns.contains(at(from + 3)))
        add(from, 3, u"…");
}

bool Setter::isBehindOpening(qsizetype place) const
{
    const bool followsOpened = !m_open.isEmpty() && !m_marks.isEmpty() && m_open.constLast().mark == m_marks.size() - 1
        && m_marks.constLast().from + m_marks.constLast().length == place;
    return followsOpened || isOpening(at(place - 1));
}

bool Setter::isBeforeClosing(qsizetype place)
{
    m_quotesEnd = std::max(m_quotesEnd, place + 1);
    while (at(m_quotesEnd) == u'"' || at(m_quotesEnd) == u'\'')
        ++m_quotesEnd;
    return isClosing(at(m_quotesEnd));
}

/// One is open, within the innermost of the other kind for inner ones.
bool Setter::isOpenInside(bool isInner) const
{
    return isInner ? !m_open.isEmpty() && m_open.constLast().isInner : m_outerOpen > 0;
}

void Setter::setQuote(qsizetype place)
{
    const bool opens = isBehindOpening(place);
    const bool closes = isBeforeClosing(place);
    const bool isOpen = isOpenInside(false);
    if (opens != closes ? opens : !isOpen && !at(place - 1).isDigit())
        return open(place, false);
    if (isOpen || !at(place - 1).isDigit()) // else inches
        close(place, false);
}

void Setter::setInnerQuote(qsizetype place)
{
    if (isWordLike(at(place - 1)) && isWordLike(at(place + 1)))
        return add(place, 1, apostrophe);
    const bool opens = isBehindOpening(place);
    const bool closes = isBeforeClosing(place);
    const bool isDecade = at(place + 1).isDigit() && at(place + 2).isDigit() && !at(place + 3).isDigit();
    if (opens && !closes)
        return isDecade ? add(place, 1, apostrophe) : open(place, true);
    if (isOpenInside(true))
        return close(place, true);
    if (closes && !opens && !at(place - 1).isDigit()) // else feet
        add(place, 1, apostrophe);
}

void Setter::open(qsizetype place, bool isInner)
{
    const QString mark = QString::fromUtf8(isInner ? m_typography.innerOpen : m_typography.open);
    const bool takesBlank = mark.size() > 1 && at(place + 1) == u' ' && place + 1 < m_text.size() && !isFixed(place + 1);
    m_open.append({ isInner, m_marks.size() });
    m_outerOpen += isInner ? 0 : 1;
    add(place, takesBlank ? 2 : 1, mark);
    if (takesBlank)
        m_fixed[place + 1] = '\1';
}

void Setter::close(qsizetype place, bool isInner)
{
    while (!m_open.isEmpty() && m_open.constLast().isInner != isInner && isOpenInside(isInner))
        dropOpen();
    if (!m_open.isEmpty() && m_open.constLast().isInner == isInner) {
        m_open.removeLast();
        m_outerOpen -= isInner ? 0 : 1;
    }
    const QString mark = QString::fromUtf8(isInner ? m_typography.innerClose : m_typography.close);
    const bool takesBlank = mark.size() > 1 && place > 0 && at(place - 1) == u' ' && !isFixed(place - 1)
        && (m_marks.isEmpty() || m_marks.constLast().from + m_marks.constLast().length < place);
    add(takesBlank ? place - 1 : place, takesBlank ? 2 : 1, mark);
}

/// An inner mark that nothing closes is an apostrophe; an outer one may be closed in a later paragraph.
void Setter::dropOpen()
{
    const Open dropped = m_open.takeLast();
    m_outerOpen -= dropped.isInner ? 0 : 1;
    TypesetMark &mark = m_marks[dropped.mark];
    if (dropped.isInner)
        mark.text = apostrophe.toString() + (mark.length > 1 ? u" "_s : QString());
}

void Setter::setFrenchSpace(qsizetype place)
{
    if (!m_typography.hasFrenchSpaces)
        return;
    const QChar next = at(place + 1);
    const bool isBeforeSign = QStringView(u";:!?»").contains(next) && isClosing(at(place + 2)) && !at(place - 1).isSpace();
    if (isBeforeSign || at(place - 1) == u'«')
        add(place, 1, next == u':' ? u"\u00a0" : u"\u202f");
}

} // namespace

bool mayNeedTypesetting(QStringView text, const Typography &typography)
{
    return text.contains(u'"') || text.contains(u'\'') || text.contains(u"--") || text.contains(u"...")
        || (typography.hasFrenchSpaces && std::ranges::any_of(text, [](QChar c) {
                return c == u';' || c == u':' || c == u'!' || c == u'?' || c == u'«' || c == u'»';
            }));
}

QList<TypesetMark> typesetMarks(const TypesetText &text, const Typography &typography)
{
    if (!mayNeedTypesetting(text.text, typography))
        return {};
    return Setter(text, typography).set();
}

} // namespace quillway::text
