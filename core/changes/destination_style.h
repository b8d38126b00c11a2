// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/links.h"

namespace quillway::changes {

/// What a link leads to, wherever the link stands.
struct LinkedPlace {
    QString address;
    std::optional<SitePath> file {}; ///< that it comes from, if it is one
};

/// The way in which an author wrote a destination: as a file seen from the text, an address seen from the page, from the site's root, or a whole URL; with
/// or without closing slash, `index.html`, `./`; its query and fragment.
class DestinationStyle
{
public:
    /// `destination` stands in a text at `origin` and leads to `place` of the site of `links`.
    DestinationStyle(const QString &destination, const analysis::LinkOrigin &origin, const LinkedPlace &place,
                     const analysis::LinkIndex &links, const QUrl &baseUrl);

    /// The same destination with another place at its end, the fragment replaced if `fragment` is set (decoded): first as the author would have written it, then the
    /// ways that remain if that would lead elsewhere. For a text at `origin`.
    [[nodiscard]] QStringList written(const LinkedPlace &place, const analysis::LinkOrigin &origin,
                                      const std::optional<QString> &fragment) const;

    /// `destination` with another fragment (decoded), all else as it is.
    [[nodiscard]] static QString withFragment(const QString &destination, const QString &fragment);

private:
    enum class Form {
        File, ///< seen from the text's own file
        FileFromTop, ///< seen from the site's folder
        Page, ///< seen from the page, as a browser does
        PageFromTop, ///< seen from the site's root
    };

    [[nodiscard]] QString path(Form form, const LinkedPlace &place, const analysis::LinkOrigin &origin, const QString &root) const;
    [[nodiscard]] QString encoded(QStringView path) const;
    [[nodiscard]] QString closed(const QString &address) const;

    QString m_path; ///< as written
    QString m_tail; ///< as written
    Form m_form = Form::File;
    QString m_root; ///< what stands before an address from the root: nothing, the prefix of base_url, or all of it; without closing slash
    QString m_prefix; ///< of base_url, without closing slash
    bool m_hasSlash = false; ///< begins with one
};

} // namespace quillway::changes
