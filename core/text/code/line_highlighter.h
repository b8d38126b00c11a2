// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/code/code_classes.h"

#include <KSyntaxHighlighting/AbstractHighlighter>
#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/State>

#include <QByteArray>
#include <QString>

#include <vector>

namespace quillway::text {

/// Colours single lines of one language into HTML: runs of one class become one element, blanks between two such runs too.
class LineHighlighter final : private KSyntaxHighlighting::AbstractHighlighter
{
public:
    explicit LineHighlighter(const KSyntaxHighlighting::Definition &definition);

    /// Appends `line` (UTF-8, valid, without its end), which follows a line that ended in `before`; gives the state that it ends in itself.
    [[nodiscard]] KSyntaxHighlighting::State highlight(QByteArray &html, QByteArrayView line, const KSyntaxHighlighting::State &before);

private:
    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format) override;
    void widen(QByteArrayView line);
    void beginRun(CodeClass codeClass, qsizetype begin);
    void endRun();
    [[nodiscard]] qsizetype byteAt(qsizetype unit);
    [[nodiscard]] CodeClass classOf(const KSyntaxHighlighting::Format &format);

    std::vector<CodeClass> m_classes; ///< by a format's id, which is unique in a repository
    QString m_units; ///< the line as UTF-16
    QByteArray *m_html = nullptr;
    QByteArrayView m_line;
    qsizetype m_unit = 0; ///< begins at m_byte of the line
    qsizetype m_byte = 0;
    CodeClass m_class = CodeClass::None; ///< of the run at hand
    qsizetype m_runBegin = 0; ///< bytes
    qsizetype m_runEnd = 0; ///< what is before it has been written, but for the run at hand
};

} // namespace quillway::text
