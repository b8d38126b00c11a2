// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/preferences_dialog.h"

#include "ui/editor/text_editor.h"
#include "ui/preferences/language.h"
#include "ui/shell/user_settings.h"
#include "ui/style/appearance.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFontComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace quillway::ui {

namespace {

void addHeading(QFormLayout &form, const QString &text)
{
    auto *label = new QLabel(text);
    label->setProperty("role", u"heading"_s);
    label->setContentsMargins(0, form.rowCount() > 0 ? 8 : 0, 0, 0);
    form.addRow(label);
}

void addRow(QFormLayout &form, const QString &text, QWidget *field)
{
    form.addRow(text, field);
    field->setAccessibleName(QString(text).remove(u'&').remove(u':'));
    for (auto *within : field->findChildren<QLineEdit *>())
        within->setAccessibleName(field->accessibleName());
}

template<typename Value>
void choose(QComboBox &box, const Value &value)
{
    box.setCurrentIndex(std::max(0, box.findData(QVariant::fromValue(value))));
}

} // namespace

PreferencesDialog::PreferencesDialog(TextEditor &editor, UserSettings &settings, QWidget *parent)
    : QDialog(parent)
    , m_editor(editor)
    , m_settings(settings)
    , m_typeface(new QComboBox)
    , m_family(new QFontComboBox)
    , m_size(new QDoubleSpinBox)
    , m_zoom(new QSpinBox)
    , m_lineHeight(new QDoubleSpinBox)
    , m_limited(new QCheckBox(tr("&Limit the lines' length")))
    , m_measure(new QSpinBox)
    , m_focus(new QComboBox)
    , m_typewriter(new QCheckBox(tr("Keep the caret's line in the &middle (typewriter)")))
    , m_appearance(new QComboBox)
    , m_language(new QComboBox)
{
    setWindowTitle(tr("Preferences"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *form = new QFormLayout(this);
    form->setContentsMargins(24, 20, 24, 18);
    form->setVerticalSpacing(9);
    form->setHorizontalSpacing(14);
    form->setSizeConstraint(QLayout::SetFixedSize);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    addText(*form);
    addWriting(*form);
    addWindow(*form);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->button(QDialogButtonBox::Close)->setText(tr("&Close"));
    QPushButton *reset = buttons->addButton(tr("&Reset all"), QDialogButtonBox::ResetRole);
    connect(reset, &QPushButton::clicked, this, &PreferencesDialog::reset);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    form->addRow(buttons);
    for (QPushButton *button : buttons->findChildren<QPushButton *>()) {
        button->setAutoDefault(false); // Return in a field is not Close
        button->setIcon({});
    }
    connect(&editor, &TextEditor::lookChanged, this, &PreferencesDialog::showLook);
    connect(&editor, &TextEditor::writingModeChanged, this, &PreferencesDialog::showMode);
    showLook(editor.look());
    showMode(editor.writingMode());
    // At the window's right: what changes is to be seen.
    if (parent)
        move(parent->mapToGlobal(QPoint(std::max(0, parent->width() - sizeHint().width() - 40), 80)));
}

void PreferencesDialog::addText(QFormLayout &form)
{
    addHeading(form, tr("Text"));
    m_typeface->addItem(tr("The desktop's, letters of equal width"), QVariant::fromValue(Typeface::Fixed));
    m_typeface->addItem(tr("The desktop's, proportional"), QVariant::fromValue(Typeface::Proportional));
    m_typeface->addItem(tr("Another one"), QVariant::fromValue(Typeface::Named));
    addRow(form, tr("&Font:"), m_typeface);
    addRow(form, tr("F&amily:"), m_family);
    m_size->setRange(smallestText, largestText);
    m_size->setDecimals(1);
    m_size->setSingleStep(0.5);
    m_size->setSuffix(tr(" pt", "points, behind a font's size"));
    addRow(form, tr("&Size:"), m_size);
    m_zoom->setRange(leastZoom, mostZoom);
    m_zoom->setSuffix(tr(" pt", "points, behind a font's size"));
    addRow(form, tr("&Zoom:"), m_zoom);
    m_lineHeight->setRange(tightestLines, widestLines);
    m_lineHeight->setSingleStep(0.05);
    addRow(form, tr("Line &height:"), m_lineHeight);
    form.addRow(QString(), m_limited);
    m_measure->setRange(narrowestMeasure, widestMeasure);
    m_measure->setSuffix(tr(" characters", "behind the length of a line"));
    addRow(form, tr("L&ength:"), m_measure);
    connect(m_typeface, &QComboBox::activated, this, &PreferencesDialog::takeLook);
    connect(m_family, &QFontComboBox::currentFontChanged, this, &PreferencesDialog::takeLook);
    connect(m_limited, &QCheckBox::clicked, this, &PreferencesDialog::takeLook);
    for (QDoubleSpinBox *field : { m_size, m_lineHeight })
        connect(field, &QDoubleSpinBox::valueChanged, this, &PreferencesDialog::takeLook);
    for (QSpinBox *field : { m_zoom, m_measure })
        connect(field, &QSpinBox::valueChanged, this, &PreferencesDialog::takeLook);
}

void PreferencesDialog::addWriting(QFormLayout &form)
{
    addHeading(form, tr("Writing"));
    m_focus->addItem(tr("The whole text", "what stays bright"), QVariant::fromValue(Focus::Everything));
    m_focus->addItem(tr("The paragraph of the caret", "what stays bright"), QVariant::fromValue(Focus::Paragraph));
    m_focus->addItem(tr("The sentence of the caret", "what stays bright"), QVariant::fromValue(Focus::Sentence));
    addRow(form, tr("Stays &bright:"), m_focus);
    form.addRow(QString(), m_typewriter);
    connect(m_focus, &QComboBox::activated, this, &PreferencesDialog::takeMode);
    connect(m_typewriter, &QCheckBox::clicked, this, &PreferencesDialog::takeMode);
}

void PreferencesDialog::addWindow(QFormLayout &form)
{
    addHeading(form, tr("Window"));
    m_appearance->addItem(tr("Like the desktop"), QVariant::fromValue(Appearance::System));
    m_appearance->addItem(tr("Light"), QVariant::fromValue(Appearance::Light));
    m_appearance->addItem(tr("Dark"), QVariant::fromValue(Appearance::Dark));
    choose(*m_appearance, m_settings.appearance());
    addRow(form, tr("&Colours:"), m_appearance);
    connect(m_appearance, &QComboBox::activated, this, [this] {
        const auto appearance = m_appearance->currentData().value<Appearance>();
        m_settings.setAppearance(appearance);
        applyAppearance(*qApp, appearance);
    });
    m_language->addItem(tr("Like the desktop"), QString());
    for (const QString &language : knownLanguages())
        m_language->addItem(nativeNameOf(language), language);
    m_language->setCurrentIndex(std::max(0, m_language->findData(m_settings.language())));
    addRow(form, tr("Lan&guage:"), m_language);
    auto *later = new QLabel(tr("It will be used from the next start on."));
    later->setProperty("role", u"quiet"_s);
    later->setVisible(false);
    form.addRow(QString(), later);
    connect(m_language, &QComboBox::activated, this, [this, later] {
        m_settings.setLanguage(m_language->currentData().toString());
        later->show();
    });
}

void PreferencesDialog::showLook(const TextLook &look)
{
    const bool before = std::exchange(m_showing, true);
    choose(*m_typeface, look.typeface);
    m_family->setEnabled(look.typeface == Typeface::Named);
    if (look.typeface == Typeface::Named)
        m_family->setCurrentFont(QFont(look.family));
    m_size->setValue(textSize(look));
    m_zoom->setValue(look.zoom);
    m_lineHeight->setValue(look.lineHeight);
    m_limited->setChecked(look.measure != 0);
    m_measure->setEnabled(look.measure != 0);
    if (look.measure != 0)
        m_measure->setValue(look.measure);
    m_showing = before;
}

void PreferencesDialog::showMode(WritingMode mode)
{
    choose(*m_focus, mode.focus);
    m_typewriter->setChecked(mode.typewriter);
}

void PreferencesDialog::takeLook()
{
    if (m_showing)
        return;
    TextLook look = m_editor.look();
    if (m_size->value() != textSize(look))
        look.size = m_size->value();
    look.typeface = m_typeface->currentData().value<Typeface>();
    look.family = look.typeface == Typeface::Named ? m_family->currentFont().family() : QString();
    look.zoom = m_zoom->value();
    look.lineHeight = m_lineHeight->value();
    look.measure = m_limited->isChecked() ? m_measure->value() : 0;
    m_editor.setLook(look);
}

void PreferencesDialog::takeMode()
{
    m_editor.setWritingMode({ .focus = m_focus->currentData().value<Focus>(), .typewriter = m_typewriter->isChecked() });
}

void PreferencesDialog::reset()
{
    m_editor.setLook({});
    m_editor.setWritingMode({});
    choose(*m_appearance, Appearance::System);
    m_settings.setAppearance(Appearance::System);
    applyAppearance(*qApp, Appearance::System);
}

} // namespace quillway::ui
