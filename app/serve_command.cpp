// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/interruption.h"
#include "app/site_for_command.h"
#include "core/base/native_file_system.h"
#include "core/publish/output_folder.h"
#include "core/serve/http_server.h"
#include "core/serve/live_site.h"
#include "core/serve/reload.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>
#include <chrono>
#include <iterator>
#include <memory>

using namespace Qt::StringLiterals;

namespace quillway::app {

namespace {

constexpr quint16 firstPort = 4100; ///< tried with those after it where none is asked for
constexpr quint16 triedPorts = 20;

/// Tells of each problem when it comes and when it is gone.
class ProblemNews
{
public:
    void report(const Diagnostics &problems)
    {
        Diagnostics news;
        std::ranges::copy_if(problems, std::back_inserter(news), [this](const Diagnostic &problem) { return !m_told.contains(problem); });
        printDiagnostics(news);
        for (const Diagnostic &problem : std::as_const(m_told)) {
            if (!problems.contains(problem))
                printMessage(u"quillway: mended: "_s + toCompilerLine(problem));
        }
        m_told = problems;
    }

private:
    Diagnostics m_told;
};

/// The site of one folder as it is now, on a server.
class Service
{
public:
    Service(FileSystem &files, QString output)
        : m_files(files)
        , m_output(std::move(output))
        , m_server(files, [this](const HttpRequest &request) { return answerTo(request); }, serve::reloadEventsPath.toByteArray())
    { }

    [[nodiscard]] serve::HttpServer &server() { return m_server; }

    /// Pages of an older state ask for themselves again.
    void renew()
    {
        m_version = std::max(m_version + 1, QDateTime::currentMSecsSinceEpoch());
        m_server.setEvent(QByteArray::number(m_version));
    }

private:
    using HttpRequest = serve::HttpRequest;

    [[nodiscard]] serve::HttpAnswer answerTo(const HttpRequest &request) const
    {
        if (const auto script = serve::reloadAnswer(request))
            return *script;
        return serve::SiteFolderAnswers(m_files, m_output, serve::reloadElement(QByteArray::number(m_version))).answerTo(request);
    }

    FileSystem &m_files;
    QString m_output;
    serve::HttpServer m_server;
    qint64 m_version = 0;
};

/// Port 0 where nothing is said of one; nothing if what is said is none.
std::optional<quint16> portOf(const QCommandLineParser &parser)
{
    if (!parser.isSet(u"port"_s))
        return 0;
    bool isNumber = false;
    const ushort port = parser.value(u"port"_s).toUShort(&isNumber);
    return isNumber && port > 0 ? std::optional(port) : std::nullopt;
}

Result<void> listen(serve::HttpServer &server, quint16 wanted)
{
    if (wanted > 0)
        return server.listen(wanted);
    for (quint16 port = firstPort; port < firstPort + triedPorts; ++port) {
        if (const Result<void> listening = server.listen(port); listening || listening.error().code != ErrorCode::InUse)
            return listening;
    }
    return server.listen(0);
}

publish::ExportOptions optionsFor(const QCommandLineParser &parser, const model::Site &site, const QUrl &address)
{
    publish::ExportOptions options { .output = publish::privateOutput(site.folder(), u"served"_s), .baseUrl = address };
    options.selection = selectionFor(parser, site).value_or(model::Selection());
    options.selection.drafts = parser.isSet(u"drafts"_s);
    options.selection.future = parser.isSet(u"future"_s);
    return options;
}

/// Shows the site until somebody ends it.
void serveUntilStopped(FileSystem &files, const QCommandLineParser &parser, const model::SitePtr &site,
                       std::chrono::nanoseconds loadedSince, Service &service, const std::stop_token &stop)
{
    const QUrl address(u"http://127.0.0.1:%1/"_s.arg(service.server().port()));
    serve::LiveSite live(files, site, loadedSince, [&](const model::Site &newest) { return optionsFor(parser, newest, address); });
    ProblemNews problems;
    bool isFirst = true;
    QObject::connect(&live, &serve::LiveSite::exported, &live, [&](const serve::LiveExport &result) {
        problems.report(result.problems);
        if (isFirst || result.report.written + result.report.removed > 0)
            service.renew();
        if (std::exchange(isFirst, false))
            printResult(address.toEncoded() + '\n');
    });
    const std::stop_callback end(stop, [] { QMetaObject::invokeMethod(QCoreApplication::instance(), "quit", Qt::QueuedConnection); });
    live.start();
    QCoreApplication::exec();
}

std::chrono::nanoseconds now()
{
    return std::chrono::system_clock::now().time_since_epoch();
}

} // namespace

ExitStatus runServe(const Command &command, const QStringList &arguments)
{
    QCommandLineParser parser;
    const auto words = parseArguments(parser, command, arguments,
                                      { { u"port"_s, u"Listens there (default: the first free port from 4100 on)."_s, u"N"_s },
                                        { u"drafts"_s, u"Shows drafts as well."_s },
                                        { u"future"_s, u"Shows posts dated after the build date as well."_s },
                                        buildDateOption() },
                                      1);
    if (!words)
        return words.error();
    const std::optional<quint16> port = portOf(parser);
    if (!port) {
        printMessage(u"quillway: error: --port: '%1' is no port, which is a number up to 65535"_s.arg(parser.value(u"port"_s)));
        return ExitStatus::BadUsage;
    }
    const Interruption interruption;
    NativeFileSystem files;
    const auto loadedSince = now();
    const auto site = loadForCommand(files, words->first(), interruption.token(), Caching::Used);
    if (!site)
        return site.error();
    if (const auto selection = selectionFor(parser, **site); !selection)
        return selection.error();

    Service service(files, publish::privateOutput((*site)->folder(), u"served"_s));
    if (const Result<void> listening = listen(service.server(), *port); !listening) {
        printDiagnostics({ { Severity::Error, listening.error() } });
        return ExitStatus::DiskFailure;
    }
    serveUntilStopped(files, parser, *site, loadedSince, service, interruption.token());
    return ExitStatus::Done;
}

} // namespace quillway::app
