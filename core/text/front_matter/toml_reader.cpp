// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/front_matter/toml_reader.h"

#include "core/text/front_matter/bytes.h"
#include "core/text/front_matter/lines.h"
#include "core/text/front_matter/place_tracker.h"
#include "core/text/front_matter/syntax.h"
#include "core/text/front_matter/toml_depth.h"

#include <toml++/toml.hpp>

#include <QLocale>

#include <algorithm>
#include <cmath>
#include <format>
#include <string>

using namespace Qt::StringLiterals;

namespace quillway::text {

namespace {

std::string textOf(const toml::date &date)
{
    return std::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

std::string textOf(const toml::time &time)
{
    std::string text = std::format("{:02}:{:02}:{:02}", time.hour, time.minute, time.second);
    if (time.nanosecond == 0)
        return text;
    text += std::format(".{:09}", time.nanosecond);
    return text.erase(text.find_last_not_of('0') + 1);
}

std::string textOf(const toml::date_time &moment)
{
    const std::string local = textOf(moment.date) + 'T' + textOf(moment.time);
    if (!moment.offset)
        return local;
    const int minutes = moment.offset->minutes;
    if (minutes == 0)
        return local + 'Z';
    return local + std::format("{}{:02}:{:02}", minutes < 0 ? '-' : '+', std::abs(minutes) / 60, std::abs(minutes) % 60);
}

QString textOf(double number)
{
    if (std::isnan(number))
        return u"nan"_s;
    if (std::isinf(number))
        return number < 0 ? u"-inf"_s : u"inf"_s;
    const QString text = QString::number(number, 'g', QLocale::FloatingPointShortest);
    return text.contains(u'.') || text.contains(u'e') ? text : text + u".0"_s;
}

class TomlReader
{
public:
    explicit TomlReader(int firstLine)
        : m_firstLine(firstLine)
    { }

    SourcePosition placeOf(const toml::source_position &position) const
    {
        return { int(position.line) + m_firstLine - 1, int(position.column) };
    }

    /// Precondition: tomlDeeperThan() found nothing.
    Value valueOf(const toml::node &node) const;

private:
    Value mapOf(const toml::table &table) const;

    int m_firstLine;
};

Value TomlReader::mapOf(const toml::table &table) const
{
    Value map = Value::map({});
    map.members.reserve(qsizetype(table.size()));
    for (const auto &[key, value] : table)
        map.members.append({ textFromUtf8(key.str()), placeOf(key.source().begin), valueOf(value) });
    // toml++ keeps its tables by key.
    std::ranges::sort(map.members, {}, &Value::Member::keyPosition);
    return map;
}

Value TomlReader::valueOf(const toml::node &node) const
{
    Value value;
    switch (node.type()) {
    case toml::node_type::table: value = mapOf(*node.as_table()); break;
    case toml::node_type::array:
        value = Value::list({});
        for (const toml::node &item : *node.as_array())
            value.items.append(valueOf(item));
        break;
    case toml::node_type::string: value = Value::string(textFromUtf8(node.as_string()->get())); break;
    case toml::node_type::integer: value = Value::integer(node.as_integer()->get()); break;
    case toml::node_type::floating_point:
        value.kind = Value::Kind::Float;
        value.text = textOf(node.as_floating_point()->get());
        break;
    case toml::node_type::boolean: value = Value::boolean(node.as_boolean()->get()); break;
    case toml::node_type::date: value = Value::dateTime(QString::fromStdString(textOf(node.as_date()->get()))); break;
    case toml::node_type::time: value = Value::dateTime(QString::fromStdString(textOf(node.as_time()->get()))); break;
    case toml::node_type::date_time: value = Value::dateTime(QString::fromStdString(textOf(node.as_date_time()->get()))); break;
    case toml::node_type::none: break;
    }
    value.position = placeOf(node.source().begin);
    return value;
}

/// `text` with each CR that stands alone made LF, which TOML has as a line end.
std::string withoutLoneCarriageReturns(QByteArrayView text)
{
    std::string result(text.data(), size_t(text.size()));
    for (size_t at = result.find('\r'); at != std::string::npos; at = result.find('\r', at + 1)) {
        if (at + 1 == result.size() || result[at + 1] != '\n')
            result[at] = '\n';
    }
    return result;
}

} // namespace

Result<Value> readToml(QByteArrayView text, int firstLine)
{
    if (const std::optional<qsizetype> at = tomlDeeperThan(text, maximumDepth))
        return std::unexpected(Error { ErrorCode::TooDeep, {}, PlaceTracker(text, firstLine).at(*at), {} });
    const TomlReader reader(firstLine);
    try {
        const toml::table table = toml::parse(withoutLoneCarriageReturns(text));
        Value root = reader.valueOf(table);
        root.position = { firstLine, 1 };
        return root;
    } catch (const toml::parse_error &error) {
        const std::string_view words = error.description();
        return std::unexpected(Error { ErrorCode::FrontMatterSyntax,
                                       {},
                                       reader.placeOf(error.source().begin),
                                       QString::fromUtf8(words.data(), qsizetype(words.size())) });
    } catch (const std::exception &error) {
        return std::unexpected(Error { ErrorCode::FrontMatterSyntax, {}, { firstLine, 1 }, QString::fromUtf8(error.what()) });
    }
}

} // namespace quillway::text
