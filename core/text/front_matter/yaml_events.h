// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

#include <libfyaml.h>

#include <memory>
#include <optional>

namespace quillway::text {

/// A YAML text as libfyaml's events, one after the other. Owns the parser and catches its messages, which it would print. Text that the parser would end at
/// without a word (a NUL, a `%` at a line's begin) is a fault here.
class YamlEvents
{
public:
    struct EventDeleter {
        fy_parser *parser = nullptr;
        void operator()(fy_event *event) const { fy_parser_event_free(parser, event); }
    };
    using Event = std::unique_ptr<fy_event, EventDeleter>;

    /// Where reading failed: a byte offset in the text, and the parser's words.
    struct Fault {
        qsizetype offset = 0;
        QString words;
    };

    /// `text` outlives this.
    explicit YamlEvents(QByteArrayView text);

    /// The next event; null at the end and after a fault. It must be gone before this is.
    [[nodiscard]] Event next();
    [[nodiscard]] const std::optional<Fault> &fault() const { return m_fault; }

private:
    void findFault(const fy_event *event);

    struct DiagDeleter {
        void operator()(fy_diag *diag) const { fy_diag_destroy(diag); }
    };
    struct ParserDeleter {
        void operator()(fy_parser *parser) const { fy_parser_destroy(parser); }
    };

    QByteArrayView m_text;
    std::unique_ptr<fy_diag, DiagDeleter> m_diag;
    std::unique_ptr<fy_parser, ParserDeleter> m_parser;
    std::optional<Fault> m_fault;
    bool m_ended = false;
};

} // namespace quillway::text
