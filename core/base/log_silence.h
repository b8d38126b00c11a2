// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>

namespace quillway {

/// From now on, in the whole process, nothing below an error is written of logging categories whose names begin with `prefix`: for libraries that log what their
/// callers are told anyway. Thread-safe; several times is as good as once.
void silenceLog(QLatin1StringView prefix);

} // namespace quillway
