// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

namespace quillway::ui {

/// A flat button whose text takes as many lines as it needs: for sentences to be clicked in a narrow panel. Its frame is that of its role in the style sheet.
class WrappedButton : public QPushButton
{
    Q_OBJECT

public:
    /// As colour of the text.
    enum class Look { Link, Title };

    /// The text is plain: no character of it makes a shortcut.
    explicit WrappedButton(const QString &text, Look look, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    Look m_look;
};

} // namespace quillway::ui
