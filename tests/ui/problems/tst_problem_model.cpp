// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/problems/problem_model.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::ui;

namespace {

Diagnostic problem(Severity severity, const QString &file, int line, const QString &detail = {})
{
    return { severity, { ErrorCode::BrokenLink, file, { line, 1 }, detail } };
}

QString cell(const ProblemModel &model, int row, int column)
{
    return model.index(row, column).data().toString();
}

} // namespace

class TestProblemModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWorstComeFirstThenByPlace()
    {
        ProblemModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setProblems({ problem(Severity::Note, u"a.md"_s, 1), problem(Severity::Error, u"b.md"_s, 9),
                            problem(Severity::Error, u"b.md"_s, 2), problem(Severity::Warning, u"a.md"_s, 5) });
        QStringList places;
        for (int row = 0; row < model.rowCount(); ++row)
            places.append(cell(model, row, ProblemModel::FileColumn) + u':' + cell(model, row, ProblemModel::LineColumn));
        QCOMPARE(places, QStringList({ u"b.md:2"_s, u"b.md:9"_s, u"a.md:5"_s, u"a.md:1"_s }));
    }

    void saysTheWeightInWords()
    {
        ProblemModel model;
        model.setProblems({ problem(Severity::Warning, u"a.md"_s, 1) });
        QCOMPARE(cell(model, 0, ProblemModel::SeverityColumn), u"Warning"_s);
    }

    void contentIsNeverTakenForHtml()
    {
        ProblemModel model;
        model.setProblems({ problem(Severity::Error, u"a.md"_s, 1, u"<img src=x>"_s) });
        QVERIFY(!model.index(0, ProblemModel::MessageColumn).data(Qt::ToolTipRole).toString().contains(u'<'));
    }
};

QTEST_MAIN(TestProblemModel)
#include "tst_problem_model.moc"
