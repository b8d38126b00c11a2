// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/publish_destination.h"

#include <QHash>
#include <QWidget>

#include <optional>

class QGridLayout;
class QLineEdit;

namespace quillway::ui {

class HeadEdits;

/// One `[publish.NAME]` of quillway.toml as a form: the fields that its kind has. What the form does not know of the table stays in it.
class TargetForm : public QWidget
{
    Q_OBJECT

public:
    /// `edits` must outlive it.
    explicit TargetForm(HeadEdits &edits, QWidget *parent = nullptr);

    /// `targets`: all of `publish`. An empty name: none is chosen.
    void setTarget(const QString &name, const text::Value &targets);
    [[nodiscard]] const QString &name() const { return m_name; }
    /// What has been typed counts, written or not.
    [[nodiscard]] const text::Value &targets() const { return m_targets; }
    [[nodiscard]] QLineEdit *field(const QString &key) const;

private:
    void makeFields(model::PublishDestination::Kind kind);
    void write(const QString &key, const QString &text);
    void judge(QLineEdit &field, const QString &key) const;

    HeadEdits &m_edits;
    QString m_name;
    text::Value m_targets;
    std::optional<model::PublishDestination::Kind> m_kind; ///< of the fields
    QGridLayout *m_grid;
    QHash<QString, QLineEdit *> m_fields;
};

/// The kind of the target in `[publish.NAME]`; nothing if it has none that is known.
[[nodiscard]] std::optional<model::PublishDestination::Kind> kindOf(const text::Value &table);

} // namespace quillway::ui
