// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextDocumentLayout>

namespace quillway::ui {

/// The layout of plain text with room between its lines, which QPlainTextEdit has no setting for. Lines keep their own height; each stands in the middle of
/// a higher band. Each paragraph runs from left to right or from right to left as its letters do.
class SpacedLayout : public QPlainTextDocumentLayout
{
    Q_OBJECT

public:
    using QPlainTextDocumentLayout::QPlainTextDocumentLayout;

    /// The layout of a document that was given one of these.
    [[nodiscard]] static SpacedLayout &of(const QTextDocument &document);

    /// A band's height in lines' heights, from 1. Another one lays out everything again.
    void setLineHeight(double lineHeight);

    [[nodiscard]] QRectF blockBoundingRect(const QTextBlock &block) const override;

    /// The band of `line`, in its block's coordinates.
    [[nodiscard]] QRectF band(const QTextLine &line) const;

private:
    static void alignLines(const QTextBlock &block);
    [[nodiscard]] bool isSpaced(const QTextLayout &layout) const;
    [[nodiscard]] double roomAbove(const QTextLine &line) const;
    [[nodiscard]] double bandHeight(const QTextLine &line) const;

    double m_lineHeight = 1.4;
};

} // namespace quillway::ui
