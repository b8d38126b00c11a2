// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/site_path.h"
#include "core/model/site.h"
#include "core/text/front_matter.h"
#include "ui/places/head_edits.h"

#include <QPointer>
#include <QWidget>

#include <optional>

class QLabel;
class QToolButton;
class QVBoxLayout;

namespace quillway::ui {

class FileDocument;

/// A file of the site shown as something other than its text: a form that edits its head. Holds no state of the file; what stands in its document comes back through showHead().
class PlacePage : public QWidget
{
    Q_OBJECT

public:
    explicit PlacePage(QWidget *parent = nullptr);

    /// Null: the page is not to be seen and does no work.
    void setDocument(FileDocument *document);
    [[nodiscard]] std::optional<SitePath> file() const;
    virtual void setSite(const model::SitePtr &site);
    [[nodiscard]] const model::SitePtr &site() const { return m_site; }
    void flush() { m_edits.flush(); }
    virtual void focusFirst() = 0;

    /// True if there is a head to make a form of, or none at all.
    [[nodiscard]] static bool canShow(const FileDocument &document);

Q_SIGNALS:
    void textWanted(); ///< as text, in the editor
    void headLost(); ///< it cannot be read any more
    void fileWanted(const quillway::SitePath &file);

protected:
    /// The head as it stands, when it changed; not while something typed is on its way there.
    virtual void showHead(const text::Value &root, bool readOnly) = 0;
    virtual void documentChanged() = 0; ///< another one is shown, or none

    [[nodiscard]] HeadEdits &edits() { return m_edits; }
    [[nodiscard]] QVBoxLayout &rows() { return *m_rows; }

private:
    void readHead();
    void tell(const QString &problem);

    model::SitePtr m_site;
    QPointer<FileDocument> m_document;
    HeadEdits m_edits;
    QLabel *m_fileLabel;
    QToolButton *m_textButton;
    QLabel *m_problem;
    QVBoxLayout *m_rows;
};

} // namespace quillway::ui
