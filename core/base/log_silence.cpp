// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/log_silence.h"

#include <QList>
#include <QLoggingCategory>

#include <algorithm>
#include <mutex>

namespace quillway {

namespace {

// Qt's filter is one function for the process, without any state of its own.
struct Silenced {
    std::mutex mutex;
    QList<QLatin1StringView> prefixes;
    QLoggingCategory::CategoryFilter others = nullptr;
};

Silenced &silenced()
{
    static Silenced state;
    return state;
}

void filter(QLoggingCategory *category)
{
    Silenced &state = silenced();
    const std::scoped_lock lock(state.mutex);
    if (state.others != nullptr)
        state.others(category);
    const QLatin1StringView name(category->categoryName());
    if (std::ranges::any_of(state.prefixes, [&](QLatin1StringView prefix) { return name.startsWith(prefix); })) {
        category->setEnabled(QtDebugMsg, false);
        category->setEnabled(QtInfoMsg, false);
        category->setEnabled(QtWarningMsg, false);
    }
}

} // namespace

void silenceLog(QLatin1StringView prefix)
{
    Silenced &state = silenced();
    {
        const std::scoped_lock lock(state.mutex);
        if (state.prefixes.contains(prefix))
            return;
        state.prefixes.append(prefix);
    }
    // Which calls it for every category there is.
    const QLoggingCategory::CategoryFilter others = QLoggingCategory::installFilter(filter);
    const std::scoped_lock lock(state.mutex);
    if (others != filter)
        state.others = others;
}

} // namespace quillway
