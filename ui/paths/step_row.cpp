// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paths/step_row.h"

#include "ui/places/file_undo.h"
#include "ui/places/head_values.h"
#include "ui/properties/growing_text.h"
#include "ui/style/appearance.h"
#include "ui/style/list_rows.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPainter>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace quillway::ui {

using text::Value;

StepRow::StepRow()
    : m_number(new QLabel)
    , m_stage(new QLineEdit)
    , m_title(new QPushButton)
    , m_facts(new QLabel)
    , m_note(new GrowingText)
    , m_optional(new QCheckBox(tr("Optional")))
    , m_problem(new QLabel)
{
    m_number->setProperty("role", u"quiet"_s);
    m_number->setAlignment(Qt::AlignRight | Qt::AlignTop);
    m_number->setFixedWidth(fontMetrics().horizontalAdvance(u"000"_s));
    m_number->setContentsMargins(0, 6, 0, 0);
    m_stage->setProperty("role", u"field"_s);
    m_stage->setPlaceholderText(tr("Stage"));
    m_stage->setFont(smallFont(font()));
    m_title->setProperty("role", u"card-title"_s);
    m_title->setToolTip(tr("Open the post"));
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_facts->setProperty("role", u"quiet"_s);
    m_facts->setFont(smallFont(font()));
    m_note->setPlaceholderText(tr("Why it stands here"));
    m_note->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // it would take room from a text that fits without it
    m_optional->setProperty("role", u"quiet"_s);
    leaveUndoToFile(*m_stage);
    leaveUndoToFile(*m_note);
    m_problem->setProperty("role", u"warning"_s);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->setContentsMargins(7, 0, 7, 2);
    m_problem->hide();

    auto *stageRow = new QHBoxLayout;
    stageRow->setSpacing(8);
    stageRow->addWidget(m_stage, 1);
    stageRow->addWidget(m_facts);
    stageRow->addWidget(m_optional);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addLayout(stageRow);
    texts->addWidget(m_title);
    texts->addWidget(m_note);
    texts->addWidget(m_problem);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(4, 6, 6, 6);
    row->setSpacing(4);
    row->addWidget(m_number);
    row->addLayout(texts, 1);

    connect(m_stage, &QLineEdit::textEdited, this, [this] {
        const QString text = m_stage->text().trimmed();
        typedInto(u"stage"_s, text.isEmpty() ? std::nullopt : std::optional(Value::string(text)));
    });
    connect(m_note, &GrowingText::textEdited, this, [this] {
        const QString text = m_note->text().trimmed();
        typedInto(u"note"_s, text.isEmpty() ? std::nullopt : std::optional(Value::string(text)));
    });
    connect(m_optional, &QCheckBox::clicked, this, [this](bool on) {
        m_value = withMember(m_value, u"post"_s, u"optional"_s, on ? std::optional(Value::boolean(true)) : std::nullopt);
        Q_EMIT changed();
    });
    connect(m_title, &QPushButton::clicked, this, [this] {
        if (m_post)
            Q_EMIT postWanted(m_post->file);
    });
}

void StepRow::typedInto(const QString &key, const std::optional<Value> &value)
{
    m_value = withMember(m_value, u"post"_s, key, value);
    Q_EMIT typed(key);
}

void StepRow::setValue(const Value &value)
{
    m_value = value;
    const bool isMap = value.kind == Value::Kind::Map;
    const QString stage = isMap ? textOf(value, u"stage"_s) : QString();
    if (m_stage->text().trimmed() != stage) {
        m_stage->setText(stage);
        m_stage->setCursorPosition(0);
    }
    const QString note = isMap ? textOf(value, u"note"_s) : QString();
    if (m_note->text().simplified() != note.simplified())
        m_note->setText(note.simplified());
    m_optional->setChecked(isOptional());
    showPost();
}

std::optional<Value> StepRow::value() const
{
    return m_value.kind == Value::Kind::Null ? std::nullopt : std::optional(m_value);
}

QString StepRow::slug() const
{
    return m_value.kind == Value::Kind::Map ? textOf(m_value, u"post"_s) : scalarText(&m_value);
}

bool StepRow::isOptional() const
{
    return m_value.kind == Value::Kind::Map && textOf(m_value, u"optional"_s).compare("true"_L1, Qt::CaseInsensitive) == 0;
}

void StepRow::setPost(const model::PostPtr &post, const model::Settings &settings)
{
    m_post = post;
    QStringList facts;
    if (post && post->date)
        facts.append(QLocale().toString(post->date->at.date(), u"d MMM yyyy"_s));
    if (post)
        facts.append(tr("%L1 min").arg(model::readingMinutes(*post, settings)));
    m_facts->setText(facts.join(u" · "_s));
    showPost();
}

void StepRow::showPost()
{
    QString title = m_post ? m_post->title : slug();
    if (title.isEmpty())
        title = tr("Untitled");
    m_title->setText(QString(title).replace(u'&', u"&&"_s));
    m_title->setEnabled(m_post != nullptr);
}

void StepRow::setProblems(const QStringList &problems)
{
    if (problems == m_problems)
        return;
    m_problems = problems;
    m_problem->setText(u"⚠ "_s + problems.join(u"\n⚠ "_s));
    m_problem->setVisible(!problems.isEmpty());
    setAccessibleDescription(problems.join(u". "_s));
    update();
}

void StepRow::setNumber(int number)
{
    m_number->setText(QLocale().toString(number));
    setAccessibleName(tr("Step %1").arg(number));
    m_stage->setAccessibleName(tr("Stage of step %1").arg(number));
    m_title->setAccessibleName(tr("Post of step %1: %2").arg(number).arg(m_post ? m_post->title : slug()));
    m_note->setAccessibleName(tr("Note on step %1").arg(number));
    m_optional->setAccessibleName(tr("Step %1 is optional").arg(number));
}

void StepRow::setReadOnly(bool readOnly)
{
    m_stage->setReadOnly(readOnly);
    m_note->setReadOnly(readOnly);
    m_optional->setEnabled(!readOnly);
}

void StepRow::focusFirst()
{
    m_stage->setFocus();
}

void StepRow::paintEvent(QPaintEvent * /*event*/)
{
    const Colours &colours = coloursFor(isDark());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_problems.isEmpty() ? colours.line : colours.warning);
    painter.setBrush(colours.panel);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7);
}

} // namespace quillway::ui
