// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace quillway::importing {

/// What a blog can come from.
enum class Tool { Hugo, Jekyll, Zola, Pelican, Eleventy, WordPress, Ghost, Plain };

/// As it is called on the command line (`hugo`, `plain`), and as it calls itself (`Hugo`).
[[nodiscard]] QString nameOf(Tool tool);
[[nodiscard]] QString titleOf(Tool tool);
[[nodiscard]] std::optional<Tool> toolNamed(QStringView name);
[[nodiscard]] const QList<Tool> &allTools();

} // namespace quillway::importing
