// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paths/path_words.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace quillway::ui {

using analysis::PathProblem;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(quillway::ui::PathProblem)
};

QString numbers(const QList<qsizetype> &steps)
{
    QStringList numbers;
    for (const qsizetype step : steps)
        numbers.append(QLocale().toString(step + 1));
    return numbers.join(u", "_s);
}

} // namespace

QString describe(const PathProblem &problem)
{
    switch (problem.kind) {
    case PathProblem::Kind::UnknownPost: return Words::tr("There is no post “%1”").arg(problem.name);
    case PathProblem::Kind::Draft: return Words::tr("A draft: left out until it is published");
    case PathProblem::Kind::Scheduled: return Words::tr("Left out until its date");
    case PathProblem::Kind::Repeated: return Words::tr("The same post as step %1").arg(numbers(problem.others));
    case PathProblem::Kind::Circle: return Words::tr("It and step %1 refer to each other").arg(numbers(problem.others));
    case PathProblem::Kind::RefersToLater: return Words::tr("It refers to step %1, which comes later").arg(numbers(problem.others));
    case PathProblem::Kind::Empty: return Words::tr("No step is published yet");
    }
    return {};
}

} // namespace quillway::ui
