// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/aids/writing_actions.h"

#include "core/text/writing/inline_marks.h"
#include "core/text/writing/line_marks.h"
#include "core/text/writing/lists.h"
#include "core/text/writing/notes.h"
#include "core/text/writing/sections.h"
#include "core/text/writing/table_edits.h"
#include "ui/aids/writing_aids.h"
#include "ui/style/icons.h"

#include <QAction>
#include <QCoreApplication>
#include <QWidget>

#include <utility>

using namespace Qt::StringLiterals;

namespace quillway::ui {

namespace {

struct Named {
    Q_DECLARE_TR_FUNCTIONS(WritingActions)
};

class Maker
{
public:
    Maker(QWidget &editor, WritingAids &aids)
        : m_editor(editor)
        , m_aids(aids)
    { }

    [[nodiscard]] QAction *make(const QString &text, const QKeySequence &key, WritingAids::Aid aid, const QString &icon = {}) const
    {
        return makeFor(text, key, [&aids = m_aids, aid = std::move(aid)] { aids.run(aid); }, icon);
    }
    /// One whose key has other meanings elsewhere in the text: the editor decides; here it is told only.
    [[nodiscard]] QAction *makeShown(const QString &text, const QKeySequence &key, WritingAids::Aid aid, const QString &icon) const
    {
        QAction *action = make(text, key, std::move(aid), icon);
        m_editor.removeAction(action);
        return action;
    }
    [[nodiscard]] QAction *makeFor(const QString &text, const QKeySequence &key, std::function<void()> run, const QString &icon = {}) const
    {
        auto *action = new QAction(text, &m_editor);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetShortcut);
        if (!icon.isEmpty())
            action->setIcon(themeIcon(icon));
        m_editor.addAction(action);
        QObject::connect(action, &QAction::triggered, &m_editor, std::move(run));
        return action;
    }
    [[nodiscard]] WritingAids &aids() const { return m_aids; }

private:
    QWidget &m_editor;
    WritingAids &m_aids;
};

/// `function` with what it takes behind the text and the selection.
template<typename Function, typename... Arguments>
WritingAids::Aid with(Function function, Arguments... arguments)
{
    return [function, ... arguments = std::move(arguments)](const text::TextLines &lines, const text::TextSelection &selection) {
        return function(lines, selection, arguments...);
    };
}

QList<QAction *> inlineActions(const Maker &maker)
{
    using text::InlineMark;
    return {
        maker.make(Named::tr("&Strong"), Qt::CTRL | Qt::Key_B, with(text::toggleMark, InlineMark::Strong), u"format-text-bold"_s),
        maker.make(Named::tr("&Emphasis"), Qt::CTRL | Qt::Key_I, with(text::toggleMark, InlineMark::Emphasis), u"format-text-italic"_s),
        maker.make(Named::tr("&Code"), Qt::CTRL | Qt::SHIFT | Qt::Key_C, with(text::toggleMark, InlineMark::Code), u"format-text-code"_s),
        maker.make(Named::tr("Stri&kethrough"), Qt::CTRL | Qt::SHIFT | Qt::Key_X, with(text::toggleMark, InlineMark::Strikethrough),
                   u"format-text-strikethrough"_s),
        maker.make(Named::tr("&Link"), Qt::CTRL | Qt::Key_K, text::toggleLink, u"insert-link"_s),
    };
}

QList<QAction *> lineActions(const Maker &maker)
{
    QList<QAction *> actions;
    for (int level = 1; level <= 6; ++level)
        actions.append(maker.make(Named::tr("Heading &%1").arg(level), QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_0 + level)),
                                  with(text::toggleHeading, level)));
    return actions << nullptr
                   << maker.make(Named::tr("&Quote"), Qt::CTRL | Qt::SHIFT | Qt::Key_Q, with(text::toggleQuote), u"format-text-blockquote"_s)
                   << maker.make(Named::tr("C&omment"), Qt::CTRL | Qt::Key_Slash, with(text::toggleComment));
}

/// In a table its row moves, but never past the head.
WritingAids::Aid moveRowOrLines(text::Direction direction)
{
    const auto command = direction == text::Direction::Up ? text::TableCommand::MoveRowUp : text::TableCommand::MoveRowDown;
    return [=](const text::TextLines &lines, const text::TextSelection &selection) -> std::optional<text::LineEdit> {
        const bool isInTable = selection.from().line == selection.to().line && text::tableAt(lines, selection.caret.line);
        return isInTable ? text::editTable(lines, selection, command) : text::moveLines(lines, selection, direction);
    };
}

QList<QAction *> listActions(const Maker &maker)
{
    return {
        maker.make(Named::tr("B&ulleted list"), Qt::CTRL | Qt::SHIFT | Qt::Key_U, with(text::toggleList, text::ListKind::Bullets),
                   u"format-list-unordered"_s),
        maker.make(Named::tr("&Numbered list"), Qt::CTRL | Qt::SHIFT | Qt::Key_N, with(text::toggleList, text::ListKind::Numbers),
                   u"format-list-ordered"_s),
        maker.make(Named::tr("&Task, done or not"), Qt::CTRL | Qt::Key_Return, with(text::toggleTasks)),
        nullptr,
        maker.makeShown(Named::tr("Items further in"), Qt::Key_Tab, with(text::shiftItems, text::Level::In), u"format-indent-more"_s),
        maker.makeShown(Named::tr("Items further out"), Qt::SHIFT | Qt::Key_Tab, with(text::shiftItems, text::Level::Out),
                        u"format-indent-less"_s),
        nullptr,
        maker.make(Named::tr("Move lines u&p"), Qt::ALT | Qt::Key_Up, moveRowOrLines(text::Direction::Up), u"go-up"_s),
        maker.make(Named::tr("Move lines &down"), Qt::ALT | Qt::Key_Down, moveRowOrLines(text::Direction::Down), u"go-down"_s),
        maker.make(Named::tr("Move section up"), Qt::ALT | Qt::SHIFT | Qt::Key_Up, with(text::moveSection, text::Direction::Up)),
        maker.make(Named::tr("Move section down"), Qt::ALT | Qt::SHIFT | Qt::Key_Down, with(text::moveSection, text::Direction::Down)),
    };
}

QList<QAction *> tableActions(const Maker &maker)
{
    using Command = text::TableCommand;
    const auto make = [&](const QString &text, Command command, const QString &icon = {}) {
        return maker.make(text, {}, with(text::editTable, command), icon);
    };
    return {
        make(Named::tr("Row &above"), Command::RowAbove, u"edit-table-insert-row-above"_s),
        make(Named::tr("Row &below"), Command::RowBelow, u"edit-table-insert-row-below"_s),
        make(Named::tr("Move row &up"), Command::MoveRowUp),
        make(Named::tr("Move row &down"), Command::MoveRowDown),
        make(Named::tr("Remove row"), Command::RemoveRow, u"edit-table-delete-row"_s),
        nullptr,
        make(Named::tr("Column be&fore"), Command::ColumnBefore, u"edit-table-insert-column-left"_s),
        make(Named::tr("Column be&hind"), Command::ColumnBehind, u"edit-table-insert-column-right"_s),
        make(Named::tr("Move column bac&k"), Command::MoveColumnLeft),
        make(Named::tr("Move column &on"), Command::MoveColumnRight),
        make(Named::tr("Remove column"), Command::RemoveColumn, u"edit-table-delete-column"_s),
        nullptr,
        make(Named::tr("Align &left"), Command::AlignLeft, u"format-justify-left"_s),
        make(Named::tr("Align in the &middle"), Command::AlignCentre, u"format-justify-center"_s),
        make(Named::tr("Align &right"), Command::AlignRight, u"format-justify-right"_s),
        make(Named::tr("Align by &itself"), Command::AlignNone),
        nullptr,
        make(Named::tr("&Tidy columns"), Command::Tidy),
    };
}

QList<QAction *> insertActions(const Maker &maker)
{
    return {
        maker.make(Named::tr("&Table"), Qt::CTRL | Qt::SHIFT | Qt::Key_T, text::insertTable, u"insert-table"_s),
        maker.make(Named::tr("&Footnote, or to its other end"), Qt::CTRL | Qt::SHIFT | Qt::Key_J, text::toggleFootnote),
        nullptr,
        maker.make(Named::tr("&Note"), {}, with(text::insertAlert, u"NOTE"_s)),
        maker.make(Named::tr("T&ip"), {}, with(text::insertAlert, u"TIP"_s)),
        maker.make(Named::tr("I&mportant"), {}, with(text::insertAlert, u"IMPORTANT"_s)),
        maker.make(Named::tr("&Warning"), {}, with(text::insertAlert, u"WARNING"_s)),
        maker.make(Named::tr("&Caution"), {}, with(text::insertAlert, u"CAUTION"_s)),
        nullptr,
        maker.makeFor(
            Named::tr("Paste as plain te&xt"), Qt::CTRL | Qt::SHIFT | Qt::Key_V, [&aids = maker.aids()] { aids.pastePlain(); },
            u"edit-paste"_s),
    };
}

} // namespace

WritingActions makeWritingActions(QWidget &editor, WritingAids &aids)
{
    const Maker maker(editor, aids);
    return { inlineActions(maker) << nullptr << lineActions(maker) << listActions(maker), tableActions(maker), insertActions(maker) };
}

} // namespace quillway::ui
