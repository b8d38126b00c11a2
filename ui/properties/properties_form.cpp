// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/properties/properties_form.h"

#include "core/base/date_time.h"
#include "ui/properties/growing_text.h"
#include "ui/properties/tag_field.h"
#include "ui/style/icons.h"

#include <QCalendarWidget>
#include <QCheckBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QStyle>
#include <QToolButton>
#include <QWidgetAction>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::ui {

namespace {

constexpr int fieldMargin = 9; // pixels from a field's edge to its text (style_sheet.cpp)
constexpr int pause = 120; // milliseconds after the last key in a field
constexpr int shortestField = 18; // characters of usual width: a date, with room

bool isDate(const QString &text)
{
    return text.trimmed().isEmpty() || parseMoment(text.trimmed(), QTimeZone::utc());
}

void markInvalid(QWidget *field, bool invalid)
{
    if (field->property("invalid").toBool() == invalid)
        return;
    field->setProperty("invalid", invalid);
    field->style()->unpolish(field);
    field->style()->polish(field);
}

void setLine(QLineEdit *field, const QString &text)
{
    if (field->text() == text)
        return;
    field->setText(text);
    field->setCursorPosition(field->hasFocus() ? static_cast<int>(text.size()) : 0);
}

} // namespace

PropertiesForm::PropertiesForm(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLineEdit)
    , m_fold(new QToolButton)
    , m_digest(new QLabel)
    , m_details(new QWidget)
    , m_tags(new TagField)
    , m_summary(new GrowingText)
    , m_draftCell(new QWidget)
    , m_draft(new QCheckBox(tr("Draft")))
{
    m_title->setProperty("role", u"title"_s);
    m_title->setPlaceholderText(tr("Title"));
    m_title->setAccessibleName(tr("Title"));
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.75);
    large.setWeight(QFont::DemiBold);
    m_title->setFont(large);
    m_title->setFrame(false);
    m_title->setTextMargins(-2, 0, 0, 0);
    m_fold->setAccessibleName(tr("Properties"));
    m_fold->setToolTip(tr("Show or hide the properties"));
    m_fold->setAutoRaise(true);
    m_digest->setProperty("role", u"quiet"_s);
    m_digest->setTextFormat(Qt::PlainText);
    m_digest->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);

    m_grid = new QGridLayout(m_details);
    m_grid->setContentsMargins(0, 4, 0, 0);
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(1);
    m_grid->setColumnStretch(1, 1);
    m_date = addLine(tr("Date"), u"date"_s);
    m_calendar = calendarButton(m_date);
    m_draft->setAccessibleName(tr("Draft"));
    auto *draft = new QHBoxLayout(m_draftCell);
    draft->setContentsMargins(fieldMargin, 0, 0, 0);
    draft->addWidget(m_draft);
    addLabel(tr("Tags"), m_tags);
    m_tags->setPlaceholderText(tr("none; separate them with commas"));
    addLabel(tr("Summary"), m_summary);
    m_slug = addLine(tr("Slug"), u"slug"_s);
    m_updated = addLine(tr("Updated"), u"updated"_s);
    m_cover = addLine(tr("Cover"), u"cover"_s);
    m_cover->setPlaceholderText(tr("picture"));
    m_coverAlt = addLine(tr("Cover text"), u"cover_alt"_s);
    m_coverAlt->setAccessibleName(tr("Alternative text of the cover"));
    arrange();

    auto *titleRow = new QHBoxLayout;
    titleRow->setSpacing(4);
    titleRow->addWidget(m_title, 1);
    titleRow->addWidget(m_fold, 0, Qt::AlignTop);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addLayout(titleRow);
    rows->addWidget(m_digest);
    rows->addWidget(m_details);

    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, &PropertiesForm::flush);
    connect(m_fold, &QToolButton::clicked, this, [this] { setFolded(!m_folded); });
    connect(m_title, &QLineEdit::textEdited, this,
            [this] { later(u"title"_s, [this] { return textEdit(u"title"_s, m_title->text().trimmed()); }); });
    connect(m_title, &QLineEdit::returnPressed, this, &PropertiesForm::leftDownwards);
    connect(m_tags, &QLineEdit::textEdited, this, [this] { later(u"tags"_s, [this] { return tagsEdit(splitTags(m_tags->text())); }); });
    connect(m_summary, &GrowingText::textEdited, this,
            [this] { later(u"summary"_s, [this] { return textEdit(u"summary"_s, m_summary->text().trimmed()); }); });
    connect(m_summary, &GrowingText::editingFinished, this, &PropertiesForm::flush);
    connect(m_draft, &QCheckBox::clicked, this, [this](bool draft) { Q_EMIT edited(draftEdit(draft)); });
    for (QLineEdit *field : { m_title, static_cast<QLineEdit *>(m_tags) })
        connect(field, &QLineEdit::editingFinished, this, &PropertiesForm::flush);
    for (const auto &[field, key] : { std::pair(m_slug, u"slug"_s), std::pair(m_cover, u"cover"_s), std::pair(m_coverAlt, u"cover_alt"_s) }) {
        connect(field, &QLineEdit::textEdited, this,
                [this, field, key] { later(key, [field, key] { return textEdit(key, field->text().trimmed()); }); });
        connect(field, &QLineEdit::editingFinished, this, &PropertiesForm::flush);
    }
    for (const auto &[field, key] : { std::pair(m_date, u"date"_s), std::pair(m_updated, u"updated"_s) }) {
        field->setPlaceholderText(tr("YYYY-MM-DD"));
        connect(field, &QLineEdit::textEdited, this, [this, field, key] { sendDate(field, key, false); });
        connect(field, &QLineEdit::editingFinished, this, [this, field, key] { sendDate(field, key, true); });
    }
    for (QWidget *field : std::initializer_list<QWidget *> { m_title, m_date, m_tags, m_summary, m_slug, m_updated, m_cover, m_coverAlt })
        field->installEventFilter(this);
    for (const auto &[before, after] : std::initializer_list<std::pair<QWidget *, QWidget *>> { { m_title, m_fold },
                                                                                                { m_fold, m_date },
                                                                                                { m_date, m_draft },
                                                                                                { m_draft, m_tags },
                                                                                                { m_tags, m_summary },
                                                                                                { m_summary, m_slug },
                                                                                                { m_slug, m_updated },
                                                                                                { m_updated, m_cover },
                                                                                                { m_cover, m_coverAlt } })
        setTabOrder(before, after);
    m_folded = true;
    setFolded(false);
}

void PropertiesForm::addLabel(const QString &text, QWidget *buddy)
{
    auto *label = new QLabel(text);
    label->setProperty("role", u"quiet"_s);
    label->setBuddy(buddy);
    label->setContentsMargins(0, 5, 0, 0);
    buddy->setAccessibleName(text);
    buddy->setProperty("role", u"field"_s);
    m_labels.insert(buddy, label);
}

QLineEdit *PropertiesForm::addLine(const QString &label, const QString &key)
{
    auto *field = new QLineEdit;
    field->setObjectName(key);
    addLabel(label, field);
    return field;
}

void PropertiesForm::place(QWidget *field, int row, int column, int columns)
{
    m_grid->addWidget(m_labels.value(field), row, column, Qt::AlignTop | Qt::AlignLeft);
    m_grid->addWidget(field, row, column + 1, 1, columns);
}

/// Two fields in a row where there is room for them and for what they are called, else one.
void PropertiesForm::arrange()
{
    const auto widest = [this](std::initializer_list<QWidget *> fields) {
        return std::ranges::max(fields, {}, [this](QWidget *field) { return m_labels.value(field)->sizeHint().width(); });
    };
    const auto width = [this](QWidget *field) { return m_labels.value(field)->sizeHint().width(); };
    const int labels = width(widest({ m_date, m_tags, m_summary, m_slug, m_cover })) + width(widest({ m_updated, m_coverAlt }));
    const int fields = 2 * fontMetrics().averageCharWidth() * shortestField + m_calendar->sizeHint().width();
    const bool isWide = this->width() >= labels + fields + 4 * m_grid->horizontalSpacing();
    if (m_isWide == isWide)
        return;
    m_isWide = isWide;
    while (QLayoutItem *item = m_grid->takeAt(0))
        delete item;
    m_grid->setColumnStretch(4, isWide ? 1 : 0);
    place(m_date, 0, 0, 1);
    m_grid->addWidget(m_calendar, 0, 2);
    m_grid->addWidget(m_draftCell, isWide ? 0 : 1, isWide ? 4 : 1);
    int row = isWide ? 1 : 2;
    place(m_tags, row++, 0, isWide ? 4 : 2);
    place(m_summary, row++, 0, isWide ? 4 : 2);
    for (const auto &[first, second] : { std::pair(m_slug, m_updated), std::pair(m_cover, m_coverAlt) }) {
        place(first, row++, 0, 2);
        place(second, isWide ? row - 1 : row++, isWide ? 3 : 0, isWide ? 1 : 2);
    }
}

void PropertiesForm::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void PropertiesForm::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_isWide)
        arrange();
}

QToolButton *PropertiesForm::calendarButton(QLineEdit *field)
{
    auto *button = new QToolButton;
    button->setIcon(themeIcon(u"view-calendar"_s));
    button->setIconSize({ 16, 16 });
    button->setAccessibleName(tr("Choose the date"));
    button->setToolTip(tr("Choose the date"));
    button->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(button);
    button->setMenu(menu);
    const auto choose = [this, field, menu](const QDate &date) {
        menu->close();
        const QString before = field->text().trimmed();
        const bool hasTime = before.size() > 10 && isDate(before);
        field->setText(date.toString(Qt::ISODate) + (hasTime ? before.sliced(10) : QString()));
        sendDate(field, field->objectName(), true);
    };
    // Made when it is first wanted: a calendar is a tenth of the program's start.
    connect(menu, &QMenu::aboutToShow, this, [this, field, menu, choose] {
        auto *calendar = menu->findChild<QCalendarWidget *>();
        if (!calendar) {
            calendar = new QCalendarWidget;
            calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
            auto *action = new QWidgetAction(menu);
            action->setDefaultWidget(calendar);
            menu->addAction(action);
            connect(calendar, &QCalendarWidget::clicked, this, choose);
            connect(calendar, &QCalendarWidget::activated, this, choose);
        }
        const auto moment = parseMoment(field->text().trimmed(), QTimeZone::utc());
        calendar->setSelectedDate(moment ? moment->at.date() : QDate::currentDate());
    });
    return button;
}

/// A field that has the focus ends its editing as the window goes, when this is no form any more.
PropertiesForm::~PropertiesForm()
{
    for (QObject *part : findChildren<QObject *>())
        part->disconnect(this);
}

void PropertiesForm::later(const QString &key, std::function<text::KeyEdit()> edit)
{
    m_waiting.emplace(key, std::move(edit));
    m_pause.start();
}

void PropertiesForm::flush()
{
    m_pause.stop();
    for (const auto &edit : std::exchange(m_waiting, {}))
        Q_EMIT edited(edit());
}

/// A date that is being typed is none for a while: only what is one leaves at once, anything else when the field is left.
void PropertiesForm::sendDate(QLineEdit *field, const QString &key, bool finished)
{
    const bool good = isDate(field->text());
    markInvalid(field, !good && finished);
    field->setToolTip(good ? QString() : tr("This is no date that Quillway can read. Write it as 2024-05-31 or 2024-05-31T10:00:00Z."));
    if (good || finished) {
        later(key, [field, key] { return dateEdit(key, field->text()); });
        if (finished)
            flush();
    } else {
        m_waiting.remove(key);
    }
}

void PropertiesForm::setFields(const HeadFields &fields)
{
    m_fields = fields;
    if (!m_waiting.contains(u"title"_s) && m_title->text().trimmed() != fields.title)
        setLine(m_title, fields.title);
    for (const auto &[field, key, text] :
         { std::tuple(m_date, u"date"_s, fields.date), std::tuple(m_updated, u"updated"_s, fields.updated) }) {
        if (m_waiting.contains(key) || (field->hasFocus() && !isDate(field->text())))
            continue;
        setLine(field, text);
        markInvalid(field, !isDate(text));
    }
    for (const auto &[field, key, text] : { std::tuple(m_slug, u"slug"_s, fields.slug), std::tuple(m_cover, u"cover"_s, fields.cover),
                                            std::tuple(m_coverAlt, u"cover_alt"_s, fields.coverAlt) }) {
        if (!m_waiting.contains(key) && field->text().trimmed() != text)
            setLine(field, text);
    }
    if (!m_waiting.contains(u"tags"_s) && splitTags(m_tags->text()) != fields.tags)
        setLine(m_tags, fields.tags.join(u", "_s));
    if (!m_waiting.contains(u"summary"_s) && m_summary->text().trimmed() != fields.summary)
        m_summary->setText(fields.summary);
    m_draft->setChecked(fields.draft);
    showDigest();
}

void PropertiesForm::setDefaults(const QString &slug, const QString &summary)
{
    m_slug->setPlaceholderText(slug);
    m_summary->setPlaceholderText(summary.isEmpty() ? tr("the text's first paragraph") : summary);
}

void PropertiesForm::setKnownTags(const QStringList &tags)
{
    m_tags->setKnownTags(tags);
}

void PropertiesForm::setReadOnly(bool readOnly)
{
    for (QLineEdit *field : { m_title, m_date, m_updated, m_slug, m_cover, m_coverAlt, static_cast<QLineEdit *>(m_tags) })
        field->setReadOnly(readOnly);
    m_summary->setReadOnly(readOnly);
    m_draft->setEnabled(!readOnly);
}

void PropertiesForm::setFolded(bool folded)
{
    if (folded == m_folded)
        return;
    m_folded = folded;
    m_details->setVisible(!folded);
    m_digest->setVisible(folded);
    m_fold->setIcon(themeIcon(folded ? u"go-down"_s : u"go-up"_s));
    showDigest();
    Q_EMIT foldedChanged(folded);
}

void PropertiesForm::showDigest()
{
    QStringList parts;
    if (m_fields.draft)
        parts.append(tr("Draft"));
    if (const auto moment = parseMoment(m_fields.date, QTimeZone::utc()))
        parts.append(QLocale().toString(moment->at.date(), QLocale::LongFormat));
    if (!m_fields.tags.isEmpty())
        parts.append(m_fields.tags.join(u", "_s));
    m_digest->setText(parts.join(u"  ·  "_s));
}

void PropertiesForm::focusTitle()
{
    m_title->setFocus();
    m_title->selectAll();
}

/// Undo and redo are those of the file, which the form is a part of; a field's own would know nothing of the text.
bool PropertiesForm::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            flush();
            event->ignore();
            return true;
        }
    }
    if (event->type() == QEvent::KeyPress && watched == m_title && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Down) {
        Q_EMIT leftDownwards();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace quillway::ui
