// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/wording.h"

#include <QString>
#include <QStringList>

// The texts that stand in a theme's templates in English. What the tags for them look like, Django and the template language's own library of translations
// say; here they are replaced before a template is parsed, so that a page costs no more for them, in whatever language:
//     {% i18n "Older" %}                                        a text
//     {% i18n "%1 of %2" path.position path.count %}            with values in it
//     {% i18np "%1 step" "%1 steps" path.count %}               the first if the value is 1
//     {% with _("Key claims") as heading %}                     as the value of a tag
namespace quillway::publish {

/// `source` with its texts as `texts` has them, escaped for HTML, lines as they were. What is not of this form is left for the template language to refuse.
[[nodiscard]] QString withShownTexts(const QString &source, const model::ThemeTexts &texts);

/// The English texts of a template, in order.
[[nodiscard]] QStringList textsIn(const QString &source);

} // namespace quillway::publish
