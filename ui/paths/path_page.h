// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/value.h"
#include "ui/places/place_page.h"

class QLineEdit;

namespace quillway::ui {

class GrowingText;
class StepList;

/// A reading path's workspace: title, summary, its steps as cards.
class PathPage : public PlacePage
{
    Q_OBJECT

public:
    explicit PathPage(QWidget *parent = nullptr);
    ~PathPage() override;

    void setSite(const model::SitePtr &site) override;
    void focusFirst() override;

    [[nodiscard]] StepList &steps() { return *m_steps; }

protected:
    void showHead(const text::Value &root, bool readOnly) override;
    void documentChanged() override;

private:
    text::Value m_root;
    QLineEdit *m_title;
    GrowingText *m_summary;
    StepList *m_steps;
};

} // namespace quillway::ui
