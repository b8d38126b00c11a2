// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/site.h"
#include "ui/editor/kept_place.h"

#include <QWidget>

#include <functional>
#include <optional>

class QLabel;
class QStackedWidget;
class QToolButton;
class QVBoxLayout;

namespace quillway::text {
struct KeyEdit;
}

namespace quillway::ui {

class FileDocument;
class FindBar;
class OpenDocuments;
class PropertiesForm;
class TextEditor;

/// The place where one file is written: the form of its properties, its text, the find bar below. In the raw view the text is the whole file and there is
/// no form. Files that are no posts or pages, and heads that cannot be read, are always shown raw.
class EditorPane : public QWidget
{
    Q_OBJECT

public:
    /// `documents` must outlive it.
    explicit EditorPane(OpenDocuments &documents, QWidget *parent = nullptr);

    void open(const SitePath &file);
    void closeFile(); ///< shows that nothing is open
    [[nodiscard]] std::optional<SitePath> file() const;
    [[nodiscard]] FileDocument *document() const;

    void setSite(const model::SitePtr &site);

    [[nodiscard]] TextEditor &editor() { return *m_editor; }
    [[nodiscard]] FindBar &findBar() { return *m_find; }
    [[nodiscard]] PropertiesForm &properties() { return *m_form; }

    void setRaw(bool raw);
    [[nodiscard]] bool isRaw() const { return m_raw; }

    /// Nothing but the text: neither form nor path above it.
    void setBare(bool bare);

    /// Everything typed, in the form too, is in the document and with the workspace.
    void flush();
    void undo();
    void redo();
    /// Each is asked before the document's own undo or redo, and answers whether it takes the step itself.
    void setUndoBeyond(std::function<bool()> goBack, std::function<bool()> goForth);

Q_SIGNALS:
    void flushing(); ///< whoever holds something typed for the open file is to put it into its document now
    void fileChanged(); ///< another one is open, or none
    void rawChanged(bool raw);

private:
    void applyEdit(const text::KeyEdit &edit);
    void readHead();
    void showDefaults();
    void fitForm();

    OpenDocuments &m_documents;
    model::SitePtr m_site;
    QStackedWidget *m_stack;
    QWidget *m_head;
    QVBoxLayout *m_headLayout;
    QLabel *m_fileLabel;
    QToolButton *m_rawButton;
    PropertiesForm *m_form;
    QLabel *m_headProblem;
    TextEditor *m_editor;
    FindBar *m_find;
    KeptPlace m_kept;
    std::function<bool()> m_goBack;
    std::function<bool()> m_goForth;
    bool m_raw = false;
    int m_bodyLine = 1; ///< where the caret was before the raw view
};

} // namespace quillway::ui
