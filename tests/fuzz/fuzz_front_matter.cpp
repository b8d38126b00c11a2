// SPDX-License-Identifier: GPL-3.0-or-later

// Any bytes as a file: its head is read or refused with a place, and an edit of what was read keeps the laws of editFrontMatter().

#include "core/text/front_matter.h"
#include "require.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::text;
using quillway::test::require;

namespace {

void checkValue(const Value &value, int depth = 0)
{
    require(depth <= 101, "nesting has a limit");
    require(value.position.line >= 1 && value.position.column >= 1, "values have places");
    require(value.text.isValidUtf16(), "text is text");
    require(value.isScalar() || value.text.isEmpty(), "collections have no text");
    for (const Value &item : value.items)
        checkValue(item, depth + 1);
    for (const Value::Member &member : value.members) {
        require(member.keyPosition.isValid() && member.key.isValidUtf16(), "keys have places");
        checkValue(member.value, depth + 1);
    }
}

Value newValue(int choice)
{
    Value text = Value::string(u"a: \"b\" # 'c'\n  - [d]\n"_s);
    switch (choice) {
    case 0: return text;
    case 1: return Value::string(u"plain"_s);
    case 2: return Value::boolean(true);
    case 3: return Value::dateTime(u"2022-08-09"_s);
    case 4: return Value::list({});
    case 5: return Value::list({ text, Value::integer(1), Value::map({ { u"a b"_s, {}, text } }) });
    default: return Value::map({ { u"k"_s, {}, Value::strings({ u"x"_s, u"y: z"_s }) }, { u"l"_s, {}, text } });
    }
}

void checkEdit(const QByteArray &file, const FrontMatter &before, const KeyEdit &edit)
{
    const auto edited = editFrontMatter(file, { edit });
    if (!edited) {
        require(edited.error().code == ErrorCode::Internal, "what can be read can be edited, or refused as a whole");
        return;
    }
    const auto after = parseFrontMatter(*edited);
    require(after.has_value(), "the result can be read");
    require((after->root.find(edit.key) != nullptr) == edit.value.has_value(), "the key is there, or gone");
    require(QByteArrayView(*edited).sliced(after->bodyOffset) == QByteArrayView(file).sliced(before.bodyOffset), "the body stays");
    require(editFrontMatter(*edited, { edit }) == *edited, "once more changes nothing");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const QByteArray file(reinterpret_cast<const char *>(data) + 1, qsizetype(size) - 1);
    if (const auto toml = parseToml(file))
        checkValue(*toml);
    const auto read = parseFrontMatter(file);
    if (!read) {
        require(read.error().position.isValid(), "faults have places");
        return 0;
    }
    require(read->root.kind == Value::Kind::Map, "the root is a map");
    require(read->bodyOffset >= 0 && read->bodyOffset <= file.size(), "the body is in the file");
    for (const Value::Member &member : read->root.members)
        checkValue(member.value);
    for (const Value::Member &member : read->root.members.first(std::min<qsizetype>(read->root.members.size(), 3)))
        require(editFrontMatter(file, { { member.key, member.value } }) == file, "the value that is there changes nothing");
    for (const Dialect dialect : { Dialect::Yaml, Dialect::Toml, Dialect::Json })
        require(parseFrontMatter(renderFrontMatter(dialect, read->root)).has_value(), "what is rendered can be read");

    const qsizetype keys = read->root.members.size();
    const qsizetype choice = data[0] % (keys + 1);
    const QString key = choice < keys ? read->root.members[choice].key : u"new key"_s;
    checkEdit(file, *read, { key, newValue(data[0] % 7) });
    checkEdit(file, *read, { key, std::nullopt });
    return 0;
}
