// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/site.h"
#include "ui/places/row_content.h"

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace quillway::ui {

class GrowingText;

/// A step of a reading path as a card: its stage, the post with date and minutes, a note, whether it may be skipped, and what is wrong with it.
class StepRow : public RowContent
{
    Q_OBJECT

public:
    StepRow();

    void setValue(const text::Value &value) override;
    [[nodiscard]] std::optional<text::Value> value() const override;
    void setNumber(int number) override;
    void setReadOnly(bool readOnly) override;
    void focusFirst() override;

    [[nodiscard]] QString slug() const;
    [[nodiscard]] bool isOptional() const;
    /// The post as the newest snapshot has it; null if there is none.
    void setPost(const model::PostPtr &post, const model::Settings &settings);
    void setProblems(const QStringList &problems);
    [[nodiscard]] QStringList problems() const { return m_problems; }

Q_SIGNALS:
    void postWanted(const quillway::SitePath &file); ///< its title was pressed

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void typedInto(const QString &key, const std::optional<text::Value> &value);
    void showPost();

    text::Value m_value;
    model::PostPtr m_post;
    QStringList m_problems;
    QLabel *m_number;
    QLineEdit *m_stage;
    QPushButton *m_title;
    QLabel *m_facts;
    GrowingText *m_note;
    QCheckBox *m_optional;
    QLabel *m_problem;
};

} // namespace quillway::ui
