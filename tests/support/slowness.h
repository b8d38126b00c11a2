// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace quillway::test {

/// How much longer a build with sanitizers may take than the limits that tests set on what must not be quadratic.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr int slowness = 20;
#else
inline constexpr int slowness = 1;
#endif

} // namespace quillway::test
