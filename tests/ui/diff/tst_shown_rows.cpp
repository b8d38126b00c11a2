// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diff/shown_rows.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::ui;

namespace {

/// A comparison with these rows: `.` the same, `x` a difference.
text::SideBySide compared(QStringView signs)
{
    text::SideBySide result;
    for (qsizetype i = 0; i < signs.size(); ++i) {
        const bool changed = signs[i] == u'x';
        result.rows.append({ .before = i, .after = i, .changed = changed, .beforeMarks = {}, .afterMarks = {} });
        if (changed && i > 0 && signs[i - 1] == u'x')
            ++result.differences.last().count;
        else if (changed)
            result.differences.append(text::Range { i, 1 });
    }
    return result;
}

/// `0 1 (2-9) 10`
QString toText(const QList<ShownRow> &rows)
{
    QStringList parts;
    for (const ShownRow &row : rows)
        parts += row.folded ? u"(%1-%2)"_s.arg(row.first).arg(row.first + row.count - 1) : QString::number(row.first);
    return parts.join(u' ');
}

} // namespace

class TestShownRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void folds_data()
    {
        QTest::addColumn<QString>("signs");
        QTest::addColumn<qsizetype>("context");
        QTest::addColumn<QList<qsizetype>>("unfolded");
        QTest::addColumn<QString>("rows");
        const auto row = [](const char *name, const QString &signs, qsizetype context, const QList<qsizetype> &unfolded,
                            const QString &rows) { QTest::newRow(name) << signs << context << unfolded << rows; };
        row("nothing", u""_s, 2, {}, u""_s);
        row("no difference", u"......"_s, 2, {}, u"(0-5)"_s);
        row("no difference, unfolded", u"......"_s, 2, { 0 }, u"0 1 2 3 4 5"_s);
        row("one in the middle", u"......x......"_s, 2, {}, u"(0-3) 4 5 6 7 8 (9-12)"_s);
        row("at the ends", u"x........x"_s, 2, {}, u"0 1 2 (3-6) 7 8 9"_s);
        row("too few to be worth a fold", u"x.......x"_s, 2, {}, u"0 1 2 3 4 5 6 7 8"_s);
        row("near each other", u"x..x"_s, 2, {}, u"0 1 2 3"_s);
        row("one fold of two unfolded", u"......x......"_s, 2, { 9 }, u"(0-3) 4 5 6 7 8 9 10 11 12"_s);
        row("everything", u"......x......"_s, 13, {}, u"0 1 2 3 4 5 6 7 8 9 10 11 12"_s);
        row("no context", u"....x...."_s, 0, {}, u"(0-3) 4 (5-8)"_s);
        row("all different", u"xxxx"_s, 2, {}, u"0 1 2 3"_s);
    }

    void folds()
    {
        QFETCH(QString, signs);
        QFETCH(qsizetype, context);
        QFETCH(QList<qsizetype>, unfolded);
        QTEST(toText(shownRows(compared(signs), context, QSet<qsizetype>(unfolded.begin(), unfolded.end()))), "rows");
    }
};

QTEST_APPLESS_MAIN(TestShownRows)
#include "tst_shown_rows.moc"
