// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/diagram_renderer.h"

#include "core/base/child_process.h"

#include <QList>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QUrl>
#include <QXmlStreamReader>

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace quillway::text {

namespace {

constexpr qsizetype longestDiagram = 100'000; ///< bytes
constexpr qsizetype largestDrawing = 4LL * 1024 * 1024; ///< bytes
constexpr qsizetype mostKept = 500;
constexpr double pixelsPerPoint = 4.0 / 3;

/// Of Graphviz's font lists, the one whose widths nearly every reader's sans serif has; the page's own is shown.
const QString &measuredFont()
{
    static const QString name = u"Helvetica"_s;
    return name;
}

bool isOneOf(QStringView text, std::span<const QLatin1StringView> names)
{
    return std::ranges::any_of(names, [text](QLatin1StringView name) { return name == text; });
}

DiagramRenderer::Result refused(const QString &problem, int line = 0)
{
    DiagramRenderer::Result result;
    result.problem = problem;
    result.line = line;
    return result;
}

/// Behind the part of `source` that begins at `at`, if a quoted text, a comment or HTML does.
qsizetype behindWhole(QByteArrayView source, qsizetype at)
{
    const auto behind = [&](QByteArrayView end, qsizetype from) {
        const qsizetype found = source.indexOf(end, from);
        return found < 0 ? source.size() : found + end.size();
    };
    const QByteArrayView rest = source.sliced(at);
    if (rest.startsWith("//") || (rest.startsWith('#') && (at == 0 || source.at(at - 1) == '\n')))
        return behind("\n", at);
    if (rest.startsWith("/*"))
        return behind("*/", at + 2);
    qsizetype end = at + 1;
    if (rest.startsWith('"')) {
        while (end < source.size() && source.at(end) != '"')
            end += source.at(end) == '\\' ? 2 : 1;
        return std::min(end + 1, source.size());
    }
    if (rest.startsWith('<')) {
        for (int open = 1; open > 0 && end < source.size(); ++end)
            open += source.at(end) == '<' ? 1 : source.at(end) == '>' ? -1 : 0;
    }
    return end;
}

/// With the font that is measured as the first attribute of everything, for those that follow to say otherwise. On the command line it would overrule them.
QByteArray withFont(const QByteArray &source)
{
    qsizetype brace = 0;
    while (brace < source.size() && source.at(brace) != '{')
        brace = behindWhole(source, brace);
    if (brace == source.size())
        return source;
    QByteArray defaults;
    for (const char *kind : { "graph", "node", "edge" })
        defaults += ' ' + QByteArray(kind) + " [fontname=" + measuredFont().toUtf8() + ']';
    return source.first(brace + 1) + defaults + source.sliced(brace + 1);
}

/// Writes again what Graphviz has drawn, of which it keeps what it knows to be harmless: the author's text reaches links, styles and classes of it.
class Redrawing
{
public:
    Redrawing(const QByteArray &drawn, const QByteArray &idPrefix)
        : m_xml(drawn)
        , m_idPrefix(idPrefix)
        , m_isColoured(choosesColours(drawn))
    { }

    [[nodiscard]] bool isColoured() const { return m_isColoured; }

    /// Empty if it is no SVG.
    [[nodiscard]] QByteArray svg()
    {
        if (!m_xml.readNextStartElement() || m_xml.name() != "svg"_L1)
            return {};
        openRoot();
        QList<bool> written;
        while (m_xml.readNext() != QXmlStreamReader::Invalid) {
            if (m_xml.isStartElement()) {
                if (!isDrawn(m_xml.name()) || isPaper(m_xml))
                    m_xml.skipCurrentElement();
                else
                    written.append(open());
            } else if (m_xml.isCharacters()) {
                if (!m_xml.isWhitespace())
                    m_svg += m_xml.text().toString().toHtmlEscaped().toUtf8();
            } else if (m_xml.isEndElement()) {
                if (written.isEmpty())
                    return m_svg + "</svg>";
                if (written.takeLast())
                    m_svg += "</" + m_xml.name().toUtf8() + '>';
            }
        }
        return {};
    }

private:
    [[nodiscard]] static bool isDrawn(QStringView element)
    {
        static constexpr QLatin1StringView names[] { "g"_L1,      "path"_L1,           "polygon"_L1,        "polyline"_L1, "ellipse"_L1,
                                                     "circle"_L1, "rect"_L1,           "text"_L1,           "tspan"_L1,    "a"_L1,
                                                     "defs"_L1,   "linearGradient"_L1, "radialGradient"_L1, "stop"_L1 };
        return isOneOf(element, names);
    }

    /// The white ground that every drawing has, whether it asks for it or not.
    [[nodiscard]] static bool isPaper(const QXmlStreamReader &xml)
    {
        const QXmlStreamAttributes attributes = xml.attributes();
        const QStringView stroke = attributes.value("stroke"_L1);
        return xml.name() == "polygon"_L1 && attributes.value("fill"_L1) == "white"_L1
            && (stroke == "transparent"_L1 || stroke == "none"_L1);
    }

    [[nodiscard]] static bool isColour(QStringView value)
    {
        static constexpr QLatin1StringView none[] { "none"_L1, "transparent"_L1, "black"_L1, "#000000"_L1 };
        return !isOneOf(value, none);
    }

    /// Whether anything in it has a colour. Text in black says none.
    [[nodiscard]] static bool choosesColours(const QByteArray &drawn)
    {
        QXmlStreamReader xml(drawn);
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement || isPaper(xml))
                continue;
            for (const QXmlStreamAttribute &attribute : xml.attributes()) {
                if ((attribute.name() == "fill"_L1 || attribute.name() == "stroke"_L1) && isColour(attribute.value()))
                    return true;
            }
        }
        return false;
    }

    void openRoot()
    {
        const auto side = [this](QLatin1StringView name) {
            QString value = m_xml.attributes().value(name).toString();
            value.remove("pt"_L1);
            return QByteArray::number(std::lround(value.toDouble() * pixelsPerPoint));
        };
        m_svg += "<svg width=\"" + side("width"_L1) + "\" height=\"" + side("height"_L1) + '"';
        add("viewBox"_ba, m_xml.attributes().value("viewBox"_L1));
        m_svg += " fill=\"currentColor\">";
    }

    /// False if the element would say nothing, and is left out without what is in it.
    [[nodiscard]] bool open()
    {
        const qsizetype begin = m_svg.size();
        m_svg += '<' + m_xml.name().toUtf8();
        const qsizetype bare = m_svg.size();
        for (const QXmlStreamAttribute &attribute : m_xml.attributes())
            add(attribute);
        const bool saysNothing = m_svg.size() == bare && (m_xml.name() == "g"_L1 || m_xml.name() == "a"_L1);
        if (saysNothing)
            m_svg.truncate(begin);
        else
            m_svg += '>';
        return !saysNothing;
    }

    void add(const QXmlStreamAttribute &attribute)
    {
        static constexpr QLatin1StringView names[] { "transform"_L1,
                                                     "d"_L1,
                                                     "points"_L1,
                                                     "cx"_L1,
                                                     "cy"_L1,
                                                     "rx"_L1,
                                                     "ry"_L1,
                                                     "r"_L1,
                                                     "fx"_L1,
                                                     "fy"_L1,
                                                     "x"_L1,
                                                     "y"_L1,
                                                     "x1"_L1,
                                                     "y1"_L1,
                                                     "x2"_L1,
                                                     "y2"_L1,
                                                     "width"_L1,
                                                     "height"_L1,
                                                     "fill"_L1,
                                                     "fill-opacity"_L1,
                                                     "stroke"_L1,
                                                     "stroke-width"_L1,
                                                     "stroke-opacity"_L1,
                                                     "stroke-dasharray"_L1,
                                                     "font-family"_L1,
                                                     "font-size"_L1,
                                                     "font-weight"_L1,
                                                     "font-style"_L1,
                                                     "text-anchor"_L1,
                                                     "text-decoration"_L1,
                                                     "baseline-shift"_L1,
                                                     "offset"_L1,
                                                     "gradientUnits"_L1,
                                                     "gradientTransform"_L1,
                                                     "stop-color"_L1,
                                                     "stop-opacity"_L1 };
        const QStringView name = attribute.name();
        const QStringView value = attribute.value();
        if (name == "href"_L1)
            addLink(value);
        else if (name == "id"_L1)
            addId(value);
        else if (name == "style"_L1)
            addStyle(value);
        else if (name == "fill"_L1 || name == "stroke"_L1)
            addPaint(name.toUtf8(), value);
        else if (name == "font-family"_L1 && value.startsWith(measuredFont()))
            return;
        else if (isOneOf(name, names))
            add(name.toUtf8(), value);
    }

    void add(const QByteArray &name, QStringView value)
    {
        static const QRegularExpression harmless(u"\\A[\\w #%.,()+-]*\\z"_s);
        if (harmless.matchView(value).hasMatch())
            m_svg += ' ' + name + "=\"" + value.toUtf8() + '"';
    }

    /// To a page of another site; how the site's own pages lead to each other is not known here.
    void addLink(QStringView value)
    {
        const QUrl url(value.toString(), QUrl::StrictMode);
        if (url.isValid() && (url.scheme() == "https"_L1 || url.scheme() == "http"_L1 || url.scheme() == "mailto"_L1))
            m_svg += " href=\"" + url.toString(QUrl::FullyEncoded).toHtmlEscaped().toUtf8() + '"';
    }

    /// Only gradients are referred to.
    void addId(QStringView value)
    {
        if (m_xml.name().endsWith("Gradient"_L1))
            add("id"_ba, QString(QString::fromUtf8(m_idPrefix) + value.toString()));
    }

    void addPaint(const QByteArray &name, QStringView value)
    {
        static const QRegularExpression gradient(u"\\Aurl\\(#(\\w+)\\)\\z"_s);
        if (const QRegularExpressionMatch match = gradient.matchView(value); match.hasMatch())
            m_svg += ' ' + name + "=\"url(#" + m_idPrefix + match.captured(1).toUtf8() + ")\"";
        else if (value == "black"_L1 || value == "#000000"_L1)
            m_svg += ' ' + name + "=\"currentColor\"";
        else
            add(name, value);
    }

    /// Of a gradient's stop, as attributes: a page with a strict policy shows no styles.
    void addStyle(QStringView value)
    {
        for (const QStringView declaration : value.tokenize(u';', Qt::SkipEmptyParts)) {
            const qsizetype colon = declaration.indexOf(u':');
            const QStringView name = colon < 0 ? QStringView() : declaration.first(colon).trimmed();
            if (name == "stop-color"_L1 || name == "stop-opacity"_L1)
                add(name.toUtf8(), declaration.sliced(colon + 1).trimmed());
        }
    }

    QXmlStreamReader m_xml;
    QByteArray m_idPrefix;
    QByteArray m_svg;
    bool m_isColoured = false;
};

/// What `dot` says on its standard error, in one line and without its own name for the input.
DiagramRenderer::Result refusedFor(const Error &error)
{
    if (error.code == ErrorCode::ProgramMissing)
        return refused(u"Graphviz is not installed (Debian: graphviz)"_s);
    static const QRegularExpression place(u"\\bin line ([1-9]\\d{0,8})\\b *"_s);
    static const QRegularExpression prefix(u"^dot: (?:Error: )?(?:<stdin>: )?"_s);
    QString said = error.detail;
    said.remove(prefix);
    const QRegularExpressionMatch line = place.match(said);
    return refused(said.remove(place).simplified(), line.captured(1).toInt());
}

DiagramRenderer::Result draw(const QString &program, const QByteArray &source, const QByteArray &idPrefix, const std::stop_token &stop)
{
    if (source.size() > longestDiagram)
        return refused(u"it is longer than %1 bytes"_s.arg(longestDiagram));
    ChildCall call { .program = program };
    call.arguments = { u"-Tsvg"_s };
    call.input = withFont(source);
    // Where this is set Graphviz takes itself for part of a web server, and opens no file that a diagram names.
    call.environment = { { u"SERVER_NAME"_s, u"quillway"_s } };
    call.silence = 10s;
    call.memory = qint64(1) << 30;
    const Result<QByteArray> drawn = runChild(call, stop);
    if (!drawn && drawn.error().code == ErrorCode::Cancelled)
        return {};
    if (!drawn)
        return refusedFor(drawn.error());
    if (drawn->size() > largestDrawing)
        return refused(u"the drawing is larger than %1 bytes"_s.arg(largestDrawing));
    if (drawn->count("<svg ") > 1)
        return refused(u"it holds more than one graph"_s);
    Redrawing redrawing(*drawn, idPrefix);
    DiagramRenderer::Result result;
    result.isColoured = redrawing.isColoured();
    result.svg = redrawing.svg();
    if (result.svg.isEmpty())
        result.problem = u"Graphviz draws nothing"_s;
    return result;
}

} // namespace

DiagramRenderer::DiagramRenderer(QString program)
    : m_program(std::move(program))
{ }

DiagramRenderer::Result DiagramRenderer::render(const QByteArray &source, const QByteArray &idPrefix, const std::stop_token &stop)
{
    const std::pair key { source, idPrefix };
    if (const auto known = m_kept.constFind(key); known != m_kept.cend())
        return *known;
    const Result result = draw(m_program, source, idPrefix, stop);
    if (stop.stop_requested())
        return {};
    if (m_kept.size() >= mostKept)
        m_kept.clear();
    return *m_kept.insert(key, result);
}

QString DiagramRenderer::installedProgram()
{
    return QStandardPaths::findExecutable(u"dot"_s);
}

} // namespace quillway::text
