// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/background_pool.h"
#include "core/import/import_preview.h"

#include <QObject>

namespace quillway::ui {

/// Reads another tool's blog and makes a site of it, on a thread of its own. One thing at a time: what is asked for anew stops what was asked before, of which nothing is heard then.
class ImportJob : public QObject
{
    Q_OBJECT

public:
    /// `files` must outlive it.
    explicit ImportJob(FileSystem &files, QObject *parent = nullptr);
    ~ImportJob() override; ///< stops, and waits until nothing is half made

    /// Paths are absolute. previewed() or failed() follows.
    void preview(const QString &source);
    /// imported() or failed() follows.
    void import(const QString &source, const QString &site, const importing::TermUses &uses);
    /// failed() with Cancelled follows, if anything is under way.
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_isRunning; }

Q_SIGNALS:
    void progress(int done, int total);
    void previewed(const quillway::importing::ImportPreview &preview);
    void imported(const quillway::importing::ImportReport &report);
    void failed(const quillway::Error &error);

private:
    template<typename Value>
    void start(std::function<Result<Value>(importing::ImportOptions)> work, void (ImportJob::*done)(const Value &));

    FileSystem &m_files;
    std::stop_source m_stop;
    quint64 m_request = 0; ///< the newest one's number
    bool m_isRunning = false;
    BackgroundPool m_worker;
};

} // namespace quillway::ui
