// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/import_report.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace quillway::importing {

namespace {

constexpr std::array allOutcomes { Outcome::Post,  Outcome::Draft,    Outcome::Page,   Outcome::Picture,
                                   Outcome::Asset, Outcome::Settings, Outcome::LeftOut };
constexpr int lastNoteKind = int(NoteKind::CommentsKept);

QString severityName(Severity severity)
{
    return severity == Severity::Error ? u"error"_s : severity == Severity::Warning ? u"warning"_s : u"note"_s;
}

QJsonObject toJson(const FileReport &file)
{
    QJsonObject object { { u"source"_s, file.source }, { u"outcome"_s, nameOf(file.outcome) } };
    const auto add = [&](const QString &key, const QString &value) {
        if (!value.isEmpty())
            object.insert(key, value);
    };
    add(u"target"_s, file.target);
    add(u"reason"_s, file.outcome == Outcome::LeftOut ? nameOf(file.reason) : QString());
    add(u"detail"_s, file.detail);
    add(u"old_address"_s, file.oldAddress);
    add(u"new_address"_s, file.newAddress);
    QJsonArray notes;
    for (const Note &note : file.notes)
        notes.append(QJsonObject { { u"kind"_s, nameOf(note.kind) },
                                   { u"line"_s, note.line > 0 ? QJsonValue(note.line) : QJsonValue() },
                                   { u"detail"_s, note.detail } });
    if (!notes.isEmpty())
        object.insert(u"notes"_s, notes);
    return object;
}

QString escaped(const QString &text)
{
    return text.toHtmlEscaped();
}

QString row(const QStringList &cells)
{
    QString html = u"<tr>"_s;
    for (const QString &cell : cells)
        html += "<td>"_L1 + cell + "</td>"_L1;
    return html + "</tr>\n"_L1;
}

QString notesCell(const Notes &notes)
{
    QString html;
    for (const Note &note : notes) {
        html += "<li>"_L1;
        if (note.line > 0)
            html += u"<span>line %1:</span> "_s.arg(note.line);
        html += escaped(describe(note.kind)) + (note.detail.isEmpty() ? QString() : ": <code>"_L1 + escaped(note.detail) + "</code>"_L1)
            + "</li>"_L1;
    }
    if (html.isEmpty())
        return {};
    const QString list = "<ul>"_L1 + html + "</ul>"_L1;
    return notes.size() > 3 ? u"<details><summary>%1 notes</summary>%2</details>"_s.arg(notes.size()).arg(list) : list;
}

QString fileRow(const FileReport &file)
{
    QString became = escaped(nameOf(file.outcome));
    if (file.outcome == Outcome::LeftOut)
        became += ": "_L1 + escaped(describe(file.reason)) + (file.detail.isEmpty() ? QString() : " ("_L1 + escaped(file.detail) + u')');
    else if (!file.target.isEmpty())
        became += "<br><code>"_L1 + escaped(file.target) + "</code>"_L1;
    QString address;
    if (!file.oldAddress.isEmpty() || !file.newAddress.isEmpty())
        address = "<code>"_L1 + escaped(file.oldAddress) + "</code>"_L1
            + (file.oldAddress == file.newAddress ? QString() : u"<br>→ <code>"_s + escaped(file.newAddress) + "</code>"_L1);
    return row({ "<code>"_L1 + escaped(file.source) + "</code>"_L1, became, address, notesCell(file.notes) });
}

} // namespace

QString nameOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Post: return u"post"_s;
    case Outcome::Draft: return u"draft"_s;
    case Outcome::Page: return u"page"_s;
    case Outcome::Picture: return u"picture"_s;
    case Outcome::Asset: return u"asset"_s;
    case Outcome::Settings: return u"settings"_s;
    case Outcome::LeftOut: return u"left-out"_s;
    }
    return {};
}

int ImportReport::count(Outcome outcome) const
{
    return int(std::ranges::count(files, outcome, &FileReport::outcome));
}

int ImportReport::count(NoteKind kind) const
{
    qsizetype sum = 0;
    for (const FileReport &file : files)
        sum += std::ranges::count(file.notes, kind, &Note::kind);
    return int(sum);
}

int ImportReport::problemCount(Severity severity, bool ofSource) const
{
    return int(std::ranges::count_if(
        problems, [&](const ImportProblem &problem) { return problem.diagnostic.severity == severity && problem.ofSource == ofSource; }));
}

QByteArray renderJson(const ImportReport &report)
{
    QJsonObject counts, notes, reasons;
    for (const Outcome outcome : allOutcomes)
        counts.insert(nameOf(outcome), report.count(outcome));
    for (int kind = 0; kind <= lastNoteKind; ++kind) {
        if (const int count = report.count(NoteKind(kind)); count > 0)
            notes.insert(nameOf(NoteKind(kind)), count);
    }
    QJsonArray files, problems;
    for (const FileReport &file : report.files)
        files.append(toJson(file));
    for (const ImportProblem &problem : report.problems)
        problems.append(QJsonObject { { u"message"_s, toCompilerLine(problem.diagnostic) },
                                      { u"severity"_s, severityName(problem.diagnostic.severity) },
                                      { u"of_source"_s, problem.ofSource } });
    const QJsonObject object {
        { u"tool"_s, nameOf(report.tool) },
        { u"evidence"_s, QJsonArray::fromStringList(report.evidence) },
        { u"source"_s, report.source },
        { u"site"_s, report.site },
        { u"dry_run"_s, report.dryRun },
        { u"permalink"_s, report.permalink },
        { u"found"_s, report.filesFound },
        { u"counts"_s, counts },
        { u"notes"_s, notes },
        { u"made"_s, QJsonArray::fromStringList(report.made) },
        { u"errors"_s, report.problemCount(Severity::Error, false) },
        { u"errors_of_source"_s, report.problemCount(Severity::Error, true) },
        { u"problems"_s, problems },
        { u"files"_s, files },
    };
    return QJsonDocument(object).toJson();
}

QByteArray renderHtml(const ImportReport &report)
{
    QString counts, files, problems;
    for (const Outcome outcome : allOutcomes)
        counts += row({ escaped(nameOf(outcome)), QString::number(report.count(outcome)) });
    counts += row({ u"<strong>all</strong>"_s, u"<strong>%1</strong>"_s.arg(report.files.size()) });
    for (const FileReport &file : report.files)
        files += fileRow(file);
    for (const ImportProblem &problem : report.problems)
        problems += row({ escaped(toCompilerLine(problem.diagnostic)), problem.ofSource ? u"the source's"_s : QString() });
    const QString page =
        u"<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Import from %1</title>\n"
        "<meta name=\"viewport\" content=\"width=device-width\">\n<style>"
        ":root{color-scheme:light dark}body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:80rem;padding:0 1rem}"
        "table{border-collapse:collapse;width:100%}td,th{border-bottom:1px solid #8884;padding:.3rem .6rem .3rem 0;text-align:left;"
        "vertical-align:top;overflow-wrap:anywhere}code{font-size:.9em}ul{margin:0;padding-left:1.1rem}table.counts{width:auto}"
        "</style></head><body>\n<h1>Import from %1</h1>\n<p><code>%2</code> → <code>%3</code></p>\n"
        "<p>Recognised by: %4. Addresses: <code>%5</code>.</p>\n"
        "<table class=\"counts\"><caption>%6 entries found</caption>\n%7</table>\n"_s.arg(
            escaped(titleOf(report.tool)), escaped(report.source), escaped(report.site), escaped(report.evidence.join(u", "_s)),
            escaped(report.permalink), QString::number(report.filesFound), counts)
        + "<h2>Files</h2>\n<table><tr><th>Source</th><th>Became</th><th>Address</th><th>Notes</th></tr>\n"_L1 + files + "</table>\n"_L1
        + (problems.isEmpty() ? QString() : "<h2>Problems that check finds</h2>\n<table>\n"_L1 + problems + "</table>\n"_L1)
        + "</body></html>\n"_L1;
    return page.toUtf8();
}

QString summarise(const ImportReport &report)
{
    QString text = u"%1, by %2\n"_s.arg(titleOf(report.tool), report.evidence.join(u", "_s));
    QStringList parts;
    for (const Outcome outcome : allOutcomes)
        parts.append(u"%1 %2"_s.arg(report.count(outcome)).arg(nameOf(outcome)));
    text += u"%1 entries: %2\naddresses: %3\n"_s.arg(report.filesFound).arg(parts.join(u", "_s), report.permalink);
    for (int kind = 0; kind <= lastNoteKind; ++kind) {
        if (const int count = report.count(NoteKind(kind)); count > 0)
            text += u"  %1 × %2\n"_s.arg(count).arg(nameOf(NoteKind(kind)));
    }
    if (!report.dryRun) {
        text += u"check: %1 errors of the source, %2 others; %3 warnings\n"_s.arg(report.problemCount(Severity::Error, true))
                    .arg(report.problemCount(Severity::Error, false))
                    .arg(report.problemCount(Severity::Warning, true) + report.problemCount(Severity::Warning, false));
        text += u"report: %1/.quillway/import-report.html\n"_s.arg(report.site);
    }
    return text;
}

} // namespace quillway::importing
