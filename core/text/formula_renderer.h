// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/markdown/math.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace quillway::text {

/// Sets TeX as MathML, by KaTeX in Qt's JavaScript engine, which runs on a thread of its own from the first formula on. Keeps what it has set, so use one for many
/// formulas; costs nothing until then. Belongs to one thread at a time. Needs a QCoreApplication.
class FormulaRenderer
{
public:
    /// `library`: KaTeX's script; the installed one's if it is empty.
    explicit FormulaRenderer(const QString &library = {});
    ~FormulaRenderer();
    FormulaRenderer(const FormulaRenderer &) = delete;
    FormulaRenderer &operator=(const FormulaRenderer &) = delete;

    struct Result {
        QByteArray mathMl; ///< a `<math>` element
        QString problem; ///< why there is none, for people; else empty
    };
    /// Waits for it: about a millisecond, the first time a fifth of a second.
    [[nodiscard]] Result render(const Formula &formula);

    /// Where the installed KaTeX has its script; empty if there is none.
    [[nodiscard]] static QString installedLibrary();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace quillway::text
