// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextDocumentLayout>

namespace quillway::ui {

/// The layout of plain text with room between its lines, which QPlainTextEdit has no setting for. Lines keep their own height; each stands in the middle of
/// a higher band.
class SpacedLayout : public QPlainTextDocumentLayout
{
    Q_OBJECT

public:
    using QPlainTextDocumentLayout::QPlainTextDocumentLayout;

    [[nodiscard]] QRectF blockBoundingRect(const QTextBlock &block) const override;

    /// The band of `line`, in its block's coordinates.
    [[nodiscard]] static QRectF band(const QTextLine &line);
};

} // namespace quillway::ui
