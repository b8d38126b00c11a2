// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/aids/writing_actions.h"

#include "core/text/writing/inline_marks.h"
#include "core/text/writing/line_marks.h"
#include "core/text/writing/lists.h"
#include "ui/aids/writing_aids.h"
#include "ui/style/icons.h"

#include <QAction>
#include <QCoreApplication>
#include <QWidget>

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
        auto *action = new QAction(text, &m_editor);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetShortcut);
        if (!icon.isEmpty())
            action->setIcon(themeIcon(icon));
        m_editor.addAction(action);
        QObject::connect(action, &QAction::triggered, &m_editor, [&aids = m_aids, aid = std::move(aid)] { aids.run(aid); });
        return action;
    }

private:
    QWidget &m_editor;
    WritingAids &m_aids;
};

/// `function` with what it takes behind the text and the selection.
template<typename Function, typename... Arguments>
WritingAids::Aid with(Function function, Arguments... arguments)
{
    return [=](const text::TextLines &lines, const text::TextSelection &selection) { return function(lines, selection, arguments...); };
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

QList<QAction *> listActions(const Maker &maker)
{
    return {
        maker.make(Named::tr("B&ulleted list"), Qt::CTRL | Qt::SHIFT | Qt::Key_U, with(text::toggleList, text::ListKind::Bullets),
                   u"format-list-unordered"_s),
        maker.make(Named::tr("&Numbered list"), Qt::CTRL | Qt::SHIFT | Qt::Key_N, with(text::toggleList, text::ListKind::Numbers),
                   u"format-list-ordered"_s),
        maker.make(Named::tr("&Task, done or not"), Qt::CTRL | Qt::Key_Return, with(text::toggleTasks)),
        nullptr,
        maker.make(Named::tr("Move lines u&p"), Qt::ALT | Qt::Key_Up, with(text::moveLines, text::Direction::Up), u"go-up"_s),
        maker.make(Named::tr("Move lines &down"), Qt::ALT | Qt::Key_Down, with(text::moveLines, text::Direction::Down), u"go-down"_s),
    };
}

} // namespace

WritingActions makeWritingActions(QWidget &editor, WritingAids &aids)
{
    const Maker maker(editor, aids);
    return { inlineActions(maker) << nullptr << lineActions(maker) << listActions(maker), {} };
}

} // namespace quillway::ui
