// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/site_for_command.h"

#include "app/change_output.h"
#include "core/store/load_site.h"

#include <QDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::app {

namespace {

bool isOfSettings(const Diagnostic &diagnostic)
{
    return diagnostic.error.file == u"quillway.toml";
}

bool hasUnreadableSettings(const model::Site &site)
{
    return std::ranges::any_of(site.diagnostics(), [](const Diagnostic &diagnostic) {
        return isOfSettings(diagnostic)
            && (diagnostic.error.code == ErrorCode::FrontMatterSyntax || diagnostic.error.code == ErrorCode::NotUtf8
                || diagnostic.error.code == ErrorCode::NotReadable || diagnostic.error.code == ErrorCode::TooDeep);
    });
}

} // namespace

std::expected<model::SitePtr, ExitStatus> loadForCommand(FileSystem &files, const QString &folder, std::stop_token stop, Caching caching)
{
    const QString path = QDir::current().absoluteFilePath(folder);
    recoverForCommand(files, path);
    const auto load = caching == Caching::None ? &store::loadSite : &store::loadSiteWithCache;
    const store::Texts texts = caching == Caching::Heads ? store::Texts::WhenNeeded : store::Texts::All;
    const auto loaded = load(files, path, { .progress = {}, .stop = std::move(stop), .texts = texts });
    if (!loaded) {
        printDiagnostics({ { Severity::Error, loaded.error() } });
        return std::unexpected(loaded.error().code == ErrorCode::Cancelled ? ExitStatus::Interrupted : ExitStatus::DiskFailure);
    }
    if (hasUnreadableSettings(*loaded->site)) {
        printDiagnostics(loaded->site->diagnostics());
        return std::unexpected(ExitStatus::BadUsage);
    }
    // Where nothing can be kept, everything is read anew each time.
    if (loaded->keep)
        std::ignore = loaded->keep(files);
    return loaded->site;
}

std::expected<model::Selection, ExitStatus> selectionFor(const QCommandLineParser &parser, const model::Site &site)
{
    model::Selection selection { .buildDate = QDateTime::currentDateTimeUtc() };
    const QString text = parser.value(buildDateOption().names().constFirst());
    if (text.isEmpty())
        return selection;
    const auto moment = parseMoment(text, site.settings().timeZone);
    if (!moment) {
        printMessage(u"quillway: error: --build-date: '%1' is no date such as 2026-03-01"_s.arg(text));
        return std::unexpected(ExitStatus::BadUsage);
    }
    selection.buildDate = (moment->hasTime ? moment->at : moment->at.addDays(1).addMSecs(-1)).toUTC();
    return selection;
}

ExitStatus statusFor(const Diagnostics &diagnostics)
{
    const auto isError = [](const Diagnostic &diagnostic) { return diagnostic.severity == Severity::Error; };
    if (std::ranges::any_of(diagnostics, [&](const Diagnostic &diagnostic) { return isError(diagnostic) && isOfSettings(diagnostic); }))
        return ExitStatus::BadUsage;
    return hasErrors(diagnostics) ? ExitStatus::ContentErrors : ExitStatus::Done;
}

} // namespace quillway::app
