// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/front_matter/inline_writer.h"

#include <optional>

namespace quillway::text {

/// How YAML's block collections are indented, learned from a document or as new files have it.
struct YamlLayout {
    qsizetype step = 2; ///< of a map or text below its key
    qsizetype listStep = 2; ///< of a list below its key: 0 where the dashes stand under the key
    bool prefersBlockLists = false; ///< for lists short enough for one line
};

/// YAML on one line: `plain`, "quoted", [lists] and {maps}. Strings that any reader could take for something else are quoted (see looksLikeNoString).
class YamlInlineWriter final : public InlineWriter
{
public:
    /// Whether what is written stands between brackets, where commas and brackets count.
    enum class Place { Block, Flow };

    explicit YamlInlineWriter(Place place)
        : m_place(place)
    { }

    [[nodiscard]] QByteArray write(const Value &value, Style like) const override;
    [[nodiscard]] QByteArray writeKey(const QString &key, Style like) const override;
    [[nodiscard]] QByteArrayView between() const override { return ": "; }
    [[nodiscard]] bool hasComments() const override { return true; }

private:
    Place m_place;
};

/// A text below its `|` or `>`.
struct YamlBlockScalar {
    QByteArray header; ///< `|-`
    QByteArray lines; ///< whole lines
};

/// `text` as a block scalar of the style Literal or Folded (lines filled to 80 columns) with its lines indented by `indent`; nothing if that cannot hold it.
[[nodiscard]] std::optional<YamlBlockScalar> yamlBlockScalar(const QString &text, Style style, qsizetype indent, QByteArrayView lineEnd);

/// Writes values in block style, as new keys and new files have them.
class YamlBlockWriter
{
public:
    /// `lineEnd` outlives this.
    YamlBlockWriter(const YamlLayout &layout, QByteArrayView lineEnd)
        : m_layout(layout)
        , m_lineEnd(lineEnd)
    { }

    /// `key: value` from the key's column on, line ends included; lines after the first are indented by `column` and more.
    [[nodiscard]] QByteArray writeMember(const QString &key, const Value &value, qsizetype column) const;
    /// `- value`, the same way; `like` is the style of its neighbours.
    [[nodiscard]] QByteArray writeItem(const Value &value, qsizetype column, Style like) const;
    /// Everything behind a key's colon or an item's dash whose column is `column`.
    [[nodiscard]] QByteArray writeBehindKey(const Value &value, qsizetype column) const;
    [[nodiscard]] QByteArray writeMembers(const Value &map, qsizetype column) const;

private:
    [[nodiscard]] bool isBlockList(const Value &list) const;
    [[nodiscard]] QByteArray writeItems(const Value &list, qsizetype column) const;

    YamlLayout m_layout;
    QByteArrayView m_lineEnd;
};

/// `value` as a reader of YAML gives back what is written of it.
[[nodiscard]] Value asYaml(const Value &value);

} // namespace quillway::text
