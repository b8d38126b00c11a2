// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace quillway::ui {

class SiteView;
class TagsPage;

/// What the tags' workspace asks of the rest of the window: posts of a tag, changes over many files, and topics.
class TagsControl : public QObject
{
    Q_OBJECT

public:
    /// `view` must outlive it.
    explicit TagsControl(SiteView &view);

private:
    void connectPage(TagsPage &page);

    SiteView &m_view;
};

} // namespace quillway::ui
