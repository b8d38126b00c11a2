// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/markdown.h"
#include "core/text/markdown/code_info.h"
#include "core/text/markdown/html_writer.h"

#include <cmark-gfm/node.h>

namespace quillway::text {

/// A code block as the bare elements, as cmark-gfm writes them.
void appendPlainCodeBlock(HtmlWriter &html, const cmark_node *block);

/// A code block, whose fence says `info`, as Flavour::Site has it, coloured if the options say so and there is a highlighter.
void appendSiteCodeBlock(HtmlWriter &html, const cmark_node *block, const CodeInfo &info, const RenderOptions &options,
                         CodeHighlighter *highlighter, const std::stop_token &stop);

} // namespace quillway::text
