// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/tools/export_rules.h"

#include "core/import/exports/wordpress_text.h"
#include "core/import/html/html_markdown.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace quillway::importing {

namespace {

using Role = Placement::Role;

class ExportRules final : public ToolRules
{
public:
    ExportRules(const UnpackedExport &unpacked, Tool tool)
        : m_unpacked(unpacked)
        , m_tool(tool)
    { }

    [[nodiscard]] SiteFacts site() const override
    {
        SiteFacts facts = m_unpacked.facts.site;
        if (facts.title.isEmpty())
            facts.title = fileNameOf(m_unpacked.source.listing().folder);
        return facts;
    }

    [[nodiscard]] HeadRules headRules() const override { return {}; }

    [[nodiscard]] Placement place(const QString &path) const override
    {
        if (m_unpacked.exports.contains(path))
            return { .role = Role::Settings };
        if (const auto entry = m_unpacked.entries.constFind(path); entry != m_unpacked.entries.cend()) {
            // Readers' addresses stand in comments: they are kept where nothing is exported from.
            if (path.endsWith(".comments.json"_L1))
                return { .role = Role::Asset, .target = "data/comments/"_L1 + entry->name + ".json"_L1 };
            return { .role = entry->isPage ? Role::Page : Role::Post, .target = entry->name + ".md"_L1 };
        }
        return placeFile(path);
    }

    [[nodiscard]] Notes notesOn(const QString &path) const override { return m_unpacked.entries.value(path).notes; }

    [[nodiscard]] QString addressOf(const SourcePost &post) const override
    {
        if (!post.facts.ownAddresses.isEmpty())
            return normalAddress(post.facts.ownAddresses.first());
        // Ghost's exports do not say; nearly everyone has it so.
        return m_tool == Tool::Ghost && !post.facts.draft && !post.facts.slug.isEmpty() ? normalAddress(post.facts.slug + u'/') : QString();
    }

    [[nodiscard]] std::optional<QString> sourceByNumber(const QString &destination) const override
    {
        static const QRegularExpression number(u"[?&](?:p|page_id)=(\\d+)(?:[&#]|\\z)"_s);
        const auto match = m_tool == Tool::WordPress ? number.match(destination) : QRegularExpressionMatch();
        if (!match.hasMatch())
            return std::nullopt;
        for (const QString &path : m_unpacked.exports) {
            for (const QLatin1StringView type : { "post"_L1, "page"_L1 }) {
                QString text = path + u'/' + type + u'/' + match.captured(1) + ".md"_L1;
                if (m_unpacked.entries.contains(text))
                    return text;
            }
        }
        return std::nullopt;
    }

    [[nodiscard]] QString turnBody(const QString &body, BodyTurn &turn) const override
    {
        if (m_unpacked.entries.value(turn.path).isMarkdown)
            return body;
        const QString html = m_tool == Tool::WordPress ? htmlOfWordPress(body, turn) : body;
        if (const auto markdown = markdownOfHtml(html.toUtf8(), turn))
            return *markdown;
        turn.notes.append({ NoteKind::MarkupKept });
        return body;
    }

private:
    /// Uploads keep their address; what else lies beside an export is not the blog's.
    [[nodiscard]] Placement placeFile(const QString &path) const
    {
        const QString slashed = u'/' + path;
        const QLatin1StringView own = m_tool == Tool::WordPress ? "/wp-content/uploads/"_L1 : "/content/images/"_L1;
        const QLatin1StringView copied = m_tool == Tool::WordPress ? "/uploads/"_L1 : "/images/"_L1;
        qsizetype at = slashed.indexOf(own);
        QString address = at < 0 ? QString() : slashed.sliced(at);
        if (at < 0) {
            at = slashed.indexOf(copied);
            if (at >= 0)
                address = own + slashed.sliced(at + copied.size());
        }
        if (address.isEmpty() && isPictureName(path))
            address = slashed;
        if (address.isEmpty())
            return { .reason = LeftOutReason::NotRead };
        return { .role = Role::Asset, .target = "assets"_L1 + address, .address = address };
    }

    const UnpackedExport &m_unpacked;
    Tool m_tool;
};

} // namespace

std::unique_ptr<ToolRules> makeExportRules(const UnpackedExport &unpacked, Tool tool)
{
    return std::make_unique<ExportRules>(unpacked, tool);
}

} // namespace quillway::importing
