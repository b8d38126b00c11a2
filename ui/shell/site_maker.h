// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/background_pool.h"
#include "core/base/file_system.h"

#include <QObject>

namespace quillway::ui {

/// Makes the folder of a site that can then be opened: an empty one, or a copy of the sample blog. Works on a thread of its own; made() or failed() follows.
class SiteMaker : public QObject
{
    Q_OBJECT

public:
    /// `files` must outlive it.
    explicit SiteMaker(FileSystem &files, QObject *parent = nullptr);
    ~SiteMaker() override; ///< waits for what is being written

    /// A new site in `folder`, named after it.
    void makeSite(const QString &folder);
    /// The user's own copy of the sample blog, made if it is not there yet.
    void makeSample();

Q_SIGNALS:
    void made(const QString &folder);
    void failed(const quillway::Error &error);

private:
    void finish(const QString &folder, const Result<void> &result);

    FileSystem &m_files;
    BackgroundPool m_worker;
};

/// The folder of the sample blog that came with the program; empty if it did not.
[[nodiscard]] QString sampleBlogFolder();

} // namespace quillway::ui
