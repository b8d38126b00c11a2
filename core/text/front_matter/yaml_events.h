// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/front_matter/syntax.h"

#include <QByteArray>

#include <memory>
#include <optional>

namespace quillway::text {

/// One event of a YAML text (YAML 1.2.2, section 3.2: the serialization), with its bytes.
struct YamlEvent {
    enum class Kind { DocumentStart, MapStart, ListStart, MapEnd, ListEnd, Scalar, Alias };

    Kind kind = Kind::DocumentStart;
    Style style = Style::Plain; ///< of a scalar, or Flow or Block
    Span span; ///< of a scalar or alias: its bytes, quotes included; of a start: the bracket, or empty at the first child; of an end: the bracket, or empty
    Span properties; ///< anchor and tag
    QByteArray anchor; ///< of an alias: the name it refers to
    QByteArray tag; ///< resolved, empty if there is none
    QByteArray text; ///< of a scalar
};

/// A YAML text as libyaml's events, one after the other.
class YamlEvents
{
public:
    /// Where reading failed: a byte offset in the text, and the parser's words.
    struct Fault {
        qsizetype offset = 0;
        QString words;
    };

    /// `text`, UTF-8, outlives this.
    explicit YamlEvents(QByteArrayView text);
    ~YamlEvents();
    Q_DISABLE_COPY_MOVE(YamlEvents)

    /// The next event; nothing at the end and after a fault.
    [[nodiscard]] std::optional<YamlEvent> next();
    [[nodiscard]] const std::optional<Fault> &fault() const { return m_fault; }

private:
    struct Parser;

    [[nodiscard]] Fault currentFault();
    [[nodiscard]] qsizetype byteAt(size_t character);
    [[nodiscard]] Span propertiesAt(qsizetype begin) const;
    void place(YamlEvent &event, Span whole) const;

    QByteArrayView m_text;
    std::unique_ptr<Parser> m_parser;
    std::optional<Fault> m_fault;
    bool m_ended = false;
    size_t m_character = 0; ///< the last place asked for, and its byte
    qsizetype m_byte = 0;
};

} // namespace quillway::text
