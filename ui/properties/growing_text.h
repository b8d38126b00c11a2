// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace quillway::ui {

/// A text of one paragraph that wraps: as high as its text, up to some lines. Tab leaves it; Return does nothing.
class GrowingText : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit GrowingText(QWidget *parent = nullptr);

    void setMostLines(int lines); ///< five at first; a longer text scrolls

    [[nodiscard]] QString text() const;
    void setText(const QString &text); ///< changes nothing if it is the text already

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void textEdited(const QString &text); ///< by the user
    void editingFinished();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    void fitHeight();
    int m_mostLines = 5;
    bool m_settingText = false;
};

} // namespace quillway::ui
