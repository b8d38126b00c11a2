// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spelling/spelling_menu.h"

#include "ui/spelling/spell_checker.h"

#include <QCoreApplication>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace quillway::ui {

namespace {

struct SpellingMenu {
    Q_DECLARE_TR_FUNCTIONS(SpellingMenu)
};

/// A word is no mnemonic.
QString asLabel(QString word)
{
    return word.replace(u'&', u"&&"_s);
}

} // namespace

void addSpellingActions(QMenu &menu, const QTextCursor &word, SpellChecker &spelling, const std::function<void(const QString &)> &replace)
{
    const QString text = word.selectedText();
    QAction *before = menu.actions().value(0);
    auto *waiting = new QAction(SpellingMenu::tr("Looking for words…"), &menu);
    waiting->setEnabled(false);
    auto *add = new QAction(SpellingMenu::tr("&Add “%1” to the site's dictionary").arg(asLabel(text)), &menu);
    auto *ignore = new QAction(SpellingMenu::tr("&Ignore “%1”").arg(asLabel(text)), &menu);
    QObject::connect(add, &QAction::triggered, &spelling, [&spelling, text] { spelling.addToSite(text); });
    QObject::connect(ignore, &QAction::triggered, &spelling, [&spelling, text] { spelling.ignore(text); });
    menu.insertActions(before, { waiting, add, ignore });
    menu.insertSeparator(before);

    spelling.suggest(text, &menu, [&menu, waiting, replace](const QStringList &words) {
        for (const QString &suggestion : words) {
            auto *action = new QAction(asLabel(suggestion), &menu);
            QFont bold = menu.font();
            bold.setBold(true);
            action->setFont(bold);
            QObject::connect(action, &QAction::triggered, &menu, [replace, suggestion] { replace(suggestion); });
            menu.insertAction(waiting, action);
        }
        waiting->setText(SpellingMenu::tr("No similar word"));
        waiting->setVisible(words.isEmpty());
    });
}

} // namespace quillway::ui
