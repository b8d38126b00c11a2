// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/tool_rules.h"

#include "core/base/slug.h"
#include "core/import/code_ranges.h"
#include "core/import/source_text.h"
#include "core/model/key_reader.h"

#include <QLocale>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace quillway::importing {

using text::Value;

namespace {

/// Of one text: each costs a look through it, and nobody reads more.
constexpr qsizetype mostNotes = 500;

} // namespace

void BodyTurn::note(NoteKind kind, QStringView body, qsizetype place, const QString &detail)
{
    if (notes.size() < mostNotes)
        notes.append({ kind, bodyLine + lineEndsBefore(body, place), detail.left(160) });
}

std::optional<QString> pathBelow(const QString &path, const QString &folder)
{
    if (folder.isEmpty())
        return path;
    return path.startsWith(folder + u'/') ? std::optional(path.sliced(folder.size() + 1)) : std::nullopt;
}

bool isProjectName(const QString &path)
{
    static const QRegularExpression names(
        u"\\A(?:(?:upstream-)?licen[cs]e.*|copying|notice|authors|contributors|codeowners|readme(?:\\..*)?|contributing(?:\\..*)?|"
        u"changelog(?:\\..*)?"
        "|code_of_conduct(?:\\..*)?|makefile|rakefile|gemfile(?:\\.lock)?|dockerfile|docker-compose.*|package(?:-lock)?\\.json|yarn\\.lock|"
        "pnpm-lock\\.yaml"
        "|requirements.*\\.txt|pyproject\\.toml|poetry\\.lock|go\\.(?:mod|sum)|netlify\\.toml|vercel\\.json|wrangler\\.toml|tsconfig.*\\."
        "json|tasks\\.py|fabfile\\.py"
        "|source\\.txt|.*\\.gemspec|webpack.*\\.js|gulpfile\\.js|gruntfile\\.js|postcss.*\\.c?js|tailwind.*\\.c?js|.*\\.(?:sh|bat|ps1|py|rb))\\z"_s,
        QRegularExpression::CaseInsensitiveOption);
    return names.match(fileNameOf(path)).hasMatch();
}

QString normalAddress(QString address)
{
    static const QRegularExpression slashes(u"/{2,}"_s);
    address = u'/' + address.trimmed();
    return address.replace(slashes, u"/"_s);
}

Value readConfiguration(const Source &source, const QString &path)
{
    const auto bytes = source.read(path);
    if (!bytes)
        return Value::map({});
    const QByteArray text = readSourceText(*bytes).utf8;
    const QString extension = extensionOf(path);
    if (extension == "toml"_L1)
        return text::parseToml(text).value_or(Value::map({}));
    QByteArray head = text.trimmed().startsWith("---") ? text : "---\n" + text;
    if (extension == "json"_L1)
        head = "---json\n" + text;
    const SourceHead read = readSourceHead(head + "\n---\n", MetadataLines::Unusual);
    return read.root;
}

QString configText(const Value &map, std::initializer_list<QStringView> names)
{
    const Value::Member *member = model::findKey(map, std::span(names.begin(), names.size()));
    return member && member->value.isScalar() ? member->value.text.trimmed() : QString();
}

const Value &configMap(const Value &map, QStringView name)
{
    static const Value empty = Value::map({});
    const Value::Member *member = model::findKey(map, std::span(&name, 1));
    return member ? member->value : empty;
}

std::optional<int> configuredPageSize(const Value &config)
{
    bool isNumber = false;
    const int size = configText(config, { u"paginate" }).toInt(&isNumber);
    return isNumber && size > 0 ? std::optional(size) : std::nullopt;
}

QTimeZone timeZoneNamed(const QString &name)
{
    const QTimeZone zone(name.toUtf8());
    return zone.isValid() ? zone : QTimeZone::utc();
}

QString slugOfTitle(const QString &title)
{
    return slugOr(title, u"post");
}

bool isLanguageCode(QStringView text)
{
    static const QRegularExpression form(u"\\A[a-z]{2}(?:[-_][A-Za-z]{2,4})?\\z"_s);
    return form.matchView(text).hasMatch() && QLocale(text.toString()).language() != QLocale::C;
}

QString fillPattern(const QString &pattern, const std::function<std::optional<QString>(const QString &)> &value)
{
    static const QRegularExpression name(u":([a-z_]+)(?:\\[[^\\]]*\\])?"_s);
    QString filled;
    qsizetype done = 0;
    for (const QRegularExpressionMatch &match : name.globalMatch(pattern)) {
        filled += QStringView(pattern).sliced(done, match.capturedStart() - done);
        const auto text = value(match.captured(1));
        filled += text ? *text : match.captured();
        done = match.capturedEnd();
    }
    return filled + pattern.sliced(done);
}

std::optional<QString> dateName(const QString &name, const Moment &moment)
{
    const QDate date = moment.at.date();
    const QTime time = moment.at.time();
    const auto padded = [](int number, int width) { return QString::number(number).rightJustified(width, u'0'); };
    if (name == "year"_L1)
        return padded(date.year(), 4);
    if (name == "short_year"_L1)
        return padded(date.year() % 100, 2);
    if (name == "month"_L1)
        return padded(date.month(), 2);
    if (name == "i_month"_L1)
        return QString::number(date.month());
    if (name == "monthname"_L1 || name == "long_month"_L1)
        return QLocale::c().monthName(date.month());
    if (name == "short_month"_L1)
        return QLocale::c().monthName(date.month(), QLocale::ShortFormat);
    if (name == "day"_L1)
        return padded(date.day(), 2);
    if (name == "i_day"_L1)
        return QString::number(date.day());
    if (name == "y_day"_L1)
        return padded(date.dayOfYear(), 3);
    if (name == "yearday"_L1)
        return QString::number(date.dayOfYear());
    if (name == "hour"_L1)
        return padded(time.hour(), 2);
    if (name == "minute"_L1)
        return padded(time.minute(), 2);
    if (name == "second"_L1)
        return padded(time.second(), 2);
    return std::nullopt;
}

} // namespace quillway::importing
