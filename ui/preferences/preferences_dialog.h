// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editor/text_look.h"
#include "ui/editor/writing_mode.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFontComboBox;
class QFormLayout;
class QSpinBox;

namespace quillway::ui {

class TextEditor;
class UserSettings;

/// What the user can choose for the program. Each choice holds at once, is kept, and shows in the window behind; there is nothing to confirm. It follows what is
/// changed elsewhere while it is open.
class PreferencesDialog : public QDialog
{
    Q_OBJECT

public:
    /// Both must outlive it.
    PreferencesDialog(TextEditor &editor, UserSettings &settings, QWidget *parent);

    /// Everything as it comes, but the language.
    void reset();

private:
    void addText(QFormLayout &form);
    void addWriting(QFormLayout &form);
    void addWindow(QFormLayout &form);
    void showLook(const TextLook &look);
    void showMode(WritingMode mode);
    void takeLook();
    void takeMode();

    TextEditor &m_editor;
    UserSettings &m_settings;
    QComboBox *m_typeface;
    QFontComboBox *m_family;
    QDoubleSpinBox *m_size;
    QSpinBox *m_zoom;
    QDoubleSpinBox *m_lineHeight;
    QCheckBox *m_limited;
    QSpinBox *m_measure;
    QComboBox *m_focus;
    QCheckBox *m_typewriter;
    QComboBox *m_appearance;
    QComboBox *m_language;
    bool m_showing = false; ///< fields are being filled: nothing is taken from them
};

} // namespace quillway::ui
