// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

#include <stop_token>

namespace quillway::text {

/// Draws diagrams in Graphviz's language (https://graphviz.org/doc/info/lang.html) as SVG for the middle of a page, by its program `dot`. That one reads no
/// file, has ten seconds and a gigabyte. Keeps what it has drawn, so use one for many diagrams. Belongs to one thread at a time.
class DiagramRenderer
{
public:
    explicit DiagramRenderer(QString program = QStringLiteral("dot"));

    struct Result {
        /// An `<svg>` of shapes, text and links to other sites alone, without ids but those of colour gradients, styles or titles. What has no colour of its own is
        /// drawn in `currentColor`, unless `isColoured`.
        QByteArray svg;
        bool isColoured = false; ///< the diagram chooses colours: it wants white paper and black ink, whatever the page has
        QString problem; ///< why there is none, for people; else empty
        int line = 0; ///< of the source, 1-based, at which that is; 0 if it is not known
    };
    /// `idPrefix`: of the ids in it, apart from those of the page's other diagrams. Waits for the program, some hundredths of a second. Empty if stopped.
    [[nodiscard]] Result render(const QByteArray &source, const QByteArray &idPrefix, const std::stop_token &stop = {});

    /// The file that is run where none is named; empty if there is none.
    [[nodiscard]] static QString installedProgram();

private:
    QString m_program;
    QHash<std::pair<QByteArray, QByteArray>, Result> m_kept;
};

} // namespace quillway::text
