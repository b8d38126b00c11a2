// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/site_path.h"

#include <KSyntaxHighlighting/Repository>

#include <QObject>

namespace KSyntaxHighlighting {
class Definition;
class Theme;
} // namespace KSyntaxHighlighting

namespace quillway::ui {

class FileDocument;

/// Which colours a file's text has. One for the window: reading the definitions takes a moment, and documents share them. Outlives the highlighters it makes.
class Syntax : public QObject
{
    Q_OBJECT

public:
    explicit Syntax(QObject *parent = nullptr);

    /// The names of languages that code blocks are coloured for, as authors write them behind a fence; ascending.
    [[nodiscard]] QStringList languageNames() const;

    /// Colours the document from now on, following changes between light and dark. The document owns what does it.
    void colour(FileDocument &document);

    /// To be called when the window's colours have changed.
    void updateColours();

Q_SIGNALS:
    void themeChanged(const KSyntaxHighlighting::Theme &theme);

private:
    [[nodiscard]] KSyntaxHighlighting::Theme theme() const;

    KSyntaxHighlighting::Repository m_repository;
    bool m_dark = false;
};

} // namespace quillway::ui
