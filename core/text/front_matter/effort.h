// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace quillway::text {

/// How much of an edited key's old bytes an edit tries to keep. Anew is the answer where an edit InPlace does not read back as it should.
enum class Effort { InPlace, Anew };

} // namespace quillway::text
