// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/outside_look.h"

#include "core/base/content_hash.h"
#include "core/store/content_kind.h"
#include "core/store/list_site.h"
#include "core/store/load_site.h"
#include "core/store/outside_change.h"
#include "core/workspace/site_files.h"
#include "core/workspace/unsaved_texts.h"

#include <QHash>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace quillway::workspace {

using store::ContentKind;

namespace {

class Look
{
public:
    Look(const FileSystem &files, const model::Site &site, const OutsideQuestion &question)
        : m_files(files)
        , m_site(site)
        , m_question(question)
    {
        for (const model::Asset &asset : site.parts().assets)
            m_assetSizes.insert(asset.file, asset.size);
    }

    OutsideLook run()
    {
        const auto folder = m_files.targetStatus(m_site.folder());
        if (!folder || folder->kind != FileKind::Folder) {
            m_look.siteIsAway = true;
            return m_look;
        }
        std::set<SitePath> wanted(m_question.changes.files.begin(), m_question.changes.files.end());
        if (m_question.changes.everything || !m_question.changes.folders.isEmpty())
            addFolders(wanted);
        for (const SitePath &file : wanted)
            lookAt(file);
        return m_look;
    }

private:
    [[nodiscard]] QString absolute(const SitePath &file) const { return m_site.folder() + u'/' + file.toString(); }

    [[nodiscard]] bool isWanted(const SitePath &file) const
    {
        const auto holds = [&](const SitePath &folder) { return isWithin(file, folder); };
        return m_question.changes.everything || std::ranges::any_of(m_question.changes.folders, holds);
    }

    /// What is in the folders that changed, and what the site believes to be in them.
    void addFolders(std::set<SitePath> &wanted)
    {
        const auto listing = store::listSite(m_files, m_site.folder());
        if (!listing)
            return; // there is a folder, but no site in it any more: of its files, events tell
        for (const store::SiteFile &listed : listing->files) {
            if (isWanted(listed.file) && !isAsBefore(listed))
                wanted.insert(listed.file);
        }
        QSet<SitePath> present;
        for (const store::SiteFile &listed : listing->files)
            present.insert(listed.file);
        for (const SitePath &file : filesOf(m_site)) {
            if (!present.contains(file) && isWanted(file))
                wanted.insert(file);
        }
        m_look.theme = m_look.theme || isWanted(SitePath::literal(u"theme/x"));
    }

    [[nodiscard]] bool isAsBefore(const store::SiteFile &listed) const
    {
        if (!m_question.since)
            return false;
        const auto known = sourceIn(m_site, listed.file);
        const auto status = m_files.targetStatus(absolute(listed.file));
        if (!status || status->modified >= *m_question.since)
            return false;
        return status->size == (known ? known->size() : m_assetSizes.value(listed.file, -1));
    }

    void lookAt(const SitePath &file)
    {
        switch (store::contentKind(file)) {
        case ContentKind::Ignored: return;
        case ContentKind::Theme: m_look.theme = true; return;
        case ContentKind::Asset: return lookAtAsset(file);
        case ContentKind::Post:
        case ContentKind::Page:
        case ContentKind::Topic:
        case ContentKind::Path:
        case ContentKind::Settings:
        case ContentKind::Tags: return readText(file);
        }
    }

    void lookAtAsset(const SitePath &file)
    {
        const auto status = m_files.targetStatus(absolute(file));
        const bool isThere = status && status->kind == FileKind::File;
        const qint64 before = m_assetSizes.value(file, -1);
        if (isThere && status->size != before)
            m_look.assets.append({ file, QByteArray(), status->size });
        else if (!isThere && before >= 0)
            m_look.assets.append({ file, std::nullopt });
    }

    void readText(const SitePath &file)
    {
        const auto status = m_files.targetStatus(absolute(file));
        auto theirs = status && status->size > store::largestText
            ? Result<QByteArray>(std::unexpected(Error { ErrorCode::TooDeep, file.toString(), {}, {} }))
            : store::readForChange(m_files, m_site.folder(), file);
        const auto known = sourceIn(m_site, file);
        QByteArray hash;
        if (theirs && !known)
            hash = contentHash(*theirs);
        else if (!theirs && theirs.error().code == ErrorCode::NotFound && known)
            hash = contentHash(*known);
        m_look.texts.append({ file, std::move(theirs), hash });
    }

    const FileSystem &m_files;
    const model::Site &m_site;
    const OutsideQuestion &m_question;
    QHash<SitePath, qint64> m_assetSizes;
    OutsideLook m_look;
};

} // namespace

OutsideLook lookOutside(const FileSystem &files, const model::Site &site, const OutsideQuestion &question)
{
    return Look(files, site, question).run();
}

} // namespace quillway::workspace
