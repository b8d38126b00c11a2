// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

class QCompleter;
class QStringListModel;

namespace quillway::ui {

/// Tags in one line, separated by commas; the one at the caret is completed from the site's.
class TagField : public QLineEdit
{
    Q_OBJECT

public:
    explicit TagField(QWidget *parent = nullptr);

    void setKnownTags(const QStringList &tags);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Part {
        int begin = 0;
        int end = 0;
    };
    [[nodiscard]] Part partAtCaret() const;
    void offer();
    void accept(const QString &tag);

    QStringListModel *m_known;
    QCompleter *m_completer;
};

} // namespace quillway::ui
