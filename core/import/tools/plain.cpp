// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/tools/plain.h"

using namespace Qt::StringLiterals;

namespace quillway::importing {

namespace {

using Role = Placement::Role;

/// Every Markdown file is a post, everything else stays beside it.
class PlainRules final : public ToolRules
{
public:
    explicit PlainRules(const Source &source)
        : m_source(source)
    { }

    [[nodiscard]] SiteFacts site() const override
    {
        SiteFacts facts;
        facts.title = fileNameOf(m_source.listing().folder);
        return facts;
    }

    [[nodiscard]] HeadRules headRules() const override { return {}; }

    [[nodiscard]] Placement place(const QString &path) const override
    {
        const QString top = path.section(u'/', 0, 0);
        if (isMarkdownName(path) && !(isProjectName(path) && !path.contains(u'/'))) {
            if (top == "pages"_L1)
                return { .role = Role::Page, .target = *pathBelow(path, u"pages"_s) };
            const bool isDraft = top == "drafts"_L1 || top == "_drafts"_L1;
            return { .role = Role::Post, .target = pathBelow(path, u"posts"_s).value_or(path), .isDraft = isDraft };
        }
        if (isProjectName(path))
            return { .reason = LeftOutReason::Project };
        const auto ofPosts = pathBelow(path, u"posts"_s);
        return { .role = Role::Asset, .target = "posts/"_L1 + ofPosts.value_or(path) };
    }

    [[nodiscard]] bool datesFromFiles() const override { return true; }

    [[nodiscard]] QString addressOf(const SourcePost & /*post*/) const override { return {}; }

private:
    const Source &m_source;
};

} // namespace

std::unique_ptr<ToolRules> makePlainRules(const Source &source, const Recognition & /*recognition*/)
{
    return std::make_unique<PlainRules>(source);
}

} // namespace quillway::importing
