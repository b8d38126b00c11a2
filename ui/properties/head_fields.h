// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/front_matter.h"

#include <QStringList>

#include <optional>

namespace quillway::ui {

/// The keys of a post's front matter that the properties form shows, each as the text that stands in its field.
struct HeadFields {
    QString title;
    QString date;
    QString updated;
    QStringList tags;
    QString summary;
    QString slug;
    QString cover;
    QString coverAlt;
    bool draft = false;

    friend bool operator==(const HeadFields &, const HeadFields &) = default;
};

/// Reads them from a whole file. Keys that are not there, or are no text where a text belongs, are empty: the form must not pretend to know them. Error: the head cannot be
/// read.
[[nodiscard]] Result<HeadFields> readHeadFields(const QByteArray &file);

// The changes that a field's text stands for. Empty texts and lists take the key away.
[[nodiscard]] text::KeyEdit textEdit(const QString &key, const QString &text);
[[nodiscard]] text::KeyEdit dateEdit(const QString &key, const QString &text); ///< as a date if it is one, else as text
[[nodiscard]] text::KeyEdit tagsEdit(const QStringList &tags);
[[nodiscard]] text::KeyEdit draftEdit(bool draft);

/// `go, Distributed systems` as tags: trimmed, without empty ones and repeats (case-insensitive).
[[nodiscard]] QStringList splitTags(QStringView text);

} // namespace quillway::ui
