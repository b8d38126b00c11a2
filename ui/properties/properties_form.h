// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/properties/head_fields.h"

#include <QHash>
#include <QTimer>
#include <QWidget>

#include <functional>
#include <optional>

class QCheckBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QToolButton;

namespace quillway::ui {

class GrowingText;
class TagField;

/// A post's front matter as a form above its text: the title always, the rest foldable into one line. It holds no state of its own: what is typed leaves as
/// edits of single keys a moment after the last key, what stands in the file comes back through setFields().
class PropertiesForm : public QWidget
{
    Q_OBJECT

public:
    explicit PropertiesForm(QWidget *parent = nullptr);
    ~PropertiesForm() override; ///< drops what has not been sent: flush() first

    /// Another file's fields: what was typed for the one before must have been taken by flush().
    void setFields(const HeadFields &fields);
    /// What stands where a field is empty: the name that the address would have, the summary made of the text.
    void setDefaults(const QString &slug, const QString &summary);
    void setKnownTags(const QStringList &tags);
    void setReadOnly(bool readOnly);

    void setFolded(bool folded);
    [[nodiscard]] bool isFolded() const { return m_folded; }

    /// Sends what was typed and not yet sent.
    void flush();
    void focusTitle();

Q_SIGNALS:
    void edited(const quillway::text::KeyEdit &edit);
    void foldedChanged(bool folded);
    void leftDownwards(); ///< Return or Down in the title: on to the text

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QLineEdit *addLine(const QString &label, const QString &key);
    void addLabel(const QString &text, QWidget *buddy);
    void place(QWidget *field, int row, int column, int columns);
    void arrange();
    QToolButton *calendarButton(QLineEdit *field);
    void later(const QString &key, std::function<text::KeyEdit()> edit);
    void sendDate(QLineEdit *field, const QString &key, bool finished);
    void showDigest();

    QLineEdit *m_title;
    QToolButton *m_fold;
    QLabel *m_digest;
    QWidget *m_details;
    QLineEdit *m_date = nullptr;
    QLineEdit *m_updated = nullptr;
    QLineEdit *m_slug = nullptr;
    QLineEdit *m_cover = nullptr;
    QLineEdit *m_coverAlt = nullptr;
    TagField *m_tags;
    GrowingText *m_summary;
    QWidget *m_draftCell; ///< begins where other fields' texts do
    QCheckBox *m_draft;
    QToolButton *m_calendar = nullptr;
    QGridLayout *m_grid = nullptr;
    QHash<const QWidget *, QLabel *> m_labels; ///< of fields
    std::optional<bool> m_isWide; ///< how they are arranged

    HeadFields m_fields;
    QHash<QString, std::function<text::KeyEdit()>> m_waiting; ///< by key
    QTimer m_pause;
    bool m_folded = false;
};

} // namespace quillway::ui
