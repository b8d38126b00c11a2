// SPDX-License-Identifier: GPL-3.0-or-later

// Any bytes as a text of another tool's blog: its head is read, its constructs and HTML are turned, and what comes out is text whose notes name its lines.

#include "core/base/utf8.h"
#include "core/import/constructs.h"
#include "core/import/exports/wordpress_text.h"
#include "core/import/exports/wxr_items.h"
#include "core/import/html/html_markdown.h"
#include "core/import/source_dates.h"
#include "core/import/source_head.h"
#include "core/import/source_text.h"
#include "require.h"

#include <QTimeZone>

#include <algorithm>
#include <array>
#include <tuple>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::importing;
using quillway::test::require;

namespace {

struct Turn {
    QString (*turn)(const QString &body, BodyTurn &turn);
    QStringView sign; ///< what does not hold it has nothing to turn; empty: not known
};

constexpr std::array turns { Turn { turnLiquid, u"{" },     Turn { turnKramdown, u"{" },     Turn { turnHugo, u"{{" },
                             Turn { turnZola, u"{" },       Turn { turnPythonMarkdown, {} }, Turn { turnContainers, {} },
                             Turn { turnHtmlBlocks, u"<" }, Turn { htmlOfWordPress, {} } };

BodyTurn newTurn()
{
    BodyTurn turn;
    turn.linkTo = [](const QString &path) { return path.size() % 2 == 0 ? std::optional("../"_L1 + path) : std::nullopt; };
    turn.findText = [](const QString &name) { return name.size() % 2 == 0 ? std::optional(name + ".md"_L1) : std::nullopt; };
    turn.valueOf = [](const QString &name) { return name.size() % 2 == 0 ? std::optional(name) : std::nullopt; };
    turn.path = u"posts/a.md"_s;
    turn.title = u"A"_s;
    return turn;
}

void requireNotesWithin(const Notes &notes, qsizetype lines)
{
    for (const Note &note : notes)
        require(note.line >= 0 && note.line <= lines, "notes name lines of the text");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(std::min<std::size_t>(size, 20'000)));
    const QByteArray file = readSourceText(bytes).utf8;
    require(!firstInvalidUtf8(file), "every encoding becomes UTF-8");
    const qsizetype lines = file.count('\n') + file.count('\r') + 1;
    for (const MetadataLines usual : { MetadataLines::Usual, MetadataLines::Unusual }) {
        const SourceHead head = readSourceHead(file, usual);
        require(head.root.kind == text::Value::Kind::Map, "a head is a map");
        require(0 <= head.bodyOffset && head.bodyOffset <= file.size(), "the body is in the file");
        requireNotesWithin(head.notes, lines);
    }

    const QString body = QString::fromUtf8(file);
    for (const Turn &each : turns) {
        BodyTurn turn = newTurn();
        const QString turned = each.turn(body, turn);
        require(turned.isValidUtf16() || !body.isValidUtf16(), "text stays text");
        require(turned.size() <= body.size() * 40 + 1000, "a text does not grow beyond all measure");
        require(each.sign.isEmpty() || body.contains(each.sign) || turned == body, "what is none of the tool's stays");
        requireNotesWithin(turn.notes, lines);
    }
    BodyTurn turn = newTurn();
    if (const auto markdown = markdownOfHtml(file, turn))
        require(markdown->isValidUtf16(), "HTML becomes text");

    std::ignore = readWxrFields({ .xml = file });
    std::ignore = parseSourceDate(QStringView(body).first(std::min<qsizetype>(100, body.size())), QTimeZone::utc());
    return 0;
}
