// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editor/file_document.h"
#include "ui/editor/text_editor.h"

#include <QTest>
#include <QTextBlock>

namespace quillway::test {

/// A text in the real editor. In rows, `‸` is the caret, and `⟨` the other end of what is selected.
class Writing
{
public:
    explicit Writing(const QString &marked, const QByteArray &head = {})
        : m_head(head)
        , m_document(SitePath::literal(u"posts/a.md"), head + QString(marked).remove(caret).remove(anchor).toUtf8())
    {
        m_document.setHeadHidden(true);
        m_editor.resize(700, 500);
        m_editor.show(&m_document);
        m_editor.QWidget::show();
        m_editor.activateWindow();
        // Keys of actions need an active window.
        if (!QTest::qWaitForWindowActive(&m_editor))
            qFatal("no active window");
        m_editor.setFocus();
        const int caretAt = static_cast<int>(QString(marked).remove(anchor).indexOf(caret));
        const int anchorAt = static_cast<int>(QString(marked).remove(caret).indexOf(anchor));
        QTextCursor cursor = m_editor.textCursor();
        const int body = m_document.bodyPosition();
        cursor.setPosition(body + (anchorAt >= 0 ? anchorAt : caretAt));
        cursor.setPosition(body + caretAt, QTextCursor::KeepAnchor);
        m_editor.setTextCursor(cursor);
    }
    ~Writing() { m_editor.show(nullptr); }

    void press(const QKeySequence &keys)
    {
        for (int i = 0; i < keys.count(); ++i)
            QTest::keyClick(&m_editor, keys[static_cast<uint>(i)].key(), keys[static_cast<uint>(i)].keyboardModifiers());
    }
    void type(const QString &text) { QTest::keyClicks(&m_editor, text); }

    /// The body with its marks.
    [[nodiscard]] QString marked() const
    {
        QString text = m_editor.document()->toRawText().replace(QChar::ParagraphSeparator, u'\n');
        const QTextCursor cursor = m_editor.textCursor();
        if (cursor.position() >= cursor.anchor())
            text.insert(cursor.position(), caret);
        if (cursor.hasSelection())
            text.insert(cursor.anchor(), anchor);
        if (cursor.position() < cursor.anchor())
            text.insert(cursor.position(), caret);
        return text.sliced(m_document.bodyPosition());
    }

    [[nodiscard]] ui::TextEditor &editor() { return m_editor; }
    [[nodiscard]] ui::FileDocument &document() { return m_document; }

private:
    static constexpr QChar caret = u'‸';
    static constexpr QChar anchor = u'⟨';

    QByteArray m_head;
    ui::FileDocument m_document;
    ui::TextEditor m_editor;
};

/// Presses keys in a text; then one Ctrl+Z has to bring back the text and what was selected, and Ctrl+Shift+Z what the keys made.
inline void compareAid(const QString &before, const QKeySequence &keys, const QString &after)
{
    Writing writing(before);
    writing.press(keys);
    QCOMPARE(writing.marked(), after);
    const auto text = [](QString marked) { return marked.remove(u'‸').remove(u'⟨'); };
    if (text(before) == text(after))
        return;
    writing.press(QKeySequence(Qt::CTRL | Qt::Key_Z));
    QCOMPARE(writing.marked(), before);
    writing.press(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z));
    QCOMPARE(writing.marked(), after);
}

} // namespace quillway::test
