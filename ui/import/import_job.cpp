// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/import_job.h"

namespace quillway::ui {

using importing::ImportOptions;
using importing::ImportPreview;
using importing::ImportReport;

ImportJob::ImportJob(FileSystem &files, QObject *parent)
    : QObject(parent)
    , m_files(files)
{
    m_worker.setMaxThreadCount(1);
}

ImportJob::~ImportJob()
{
    m_stop.request_stop();
    m_worker.waitForDone();
}

template<typename Value>
void ImportJob::start(std::function<Result<Value>(ImportOptions)> work, void (ImportJob::*done)(const Value &))
{
    m_stop.request_stop();
    m_stop = std::stop_source();
    m_isRunning = true;
    const quint64 request = ++m_request;
    ImportOptions options { .stop = m_stop.get_token() };
    options.progress = [this, request](int now, int total) {
        QMetaObject::invokeMethod(
            this,
            [this, request, now, total] {
                if (request == m_request && m_isRunning)
                    Q_EMIT progress(now, total);
            },
            Qt::QueuedConnection);
    };
    m_worker.start([this, request, done, work = std::move(work), options] {
        QMetaObject::invokeMethod(
            this,
            [this, request, done, result = work(options)] {
                if (request != m_request)
                    return;
                m_isRunning = false;
                if (result)
                    Q_EMIT(this->*done)(*result);
                else
                    Q_EMIT failed(result.error());
            },
            Qt::QueuedConnection);
    });
}

void ImportJob::preview(const QString &source)
{
    start<ImportPreview>([this, source](const ImportOptions &options) { return importing::previewImport(m_files, source, options); },
                         &ImportJob::previewed);
}

void ImportJob::import(const QString &source, const QString &site, const importing::TermUses &uses)
{
    start<ImportReport>(
        [this, source, site, uses](ImportOptions options) {
            options.uses = uses;
            return importing::importSite(m_files, source, site, options);
        },
        &ImportJob::imported);
}

void ImportJob::cancel()
{
    m_stop.request_stop();
}

} // namespace quillway::ui
