// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/near_name.h"

#include <QTest>

using namespace quillway;
using namespace Qt::StringLiterals;

class TestNearName : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data();
    void finds();
    void saysIt();
};

void TestNearName::finds_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("near"); // empty: none
    const auto row = [](const char *what, const QString &name, const QString &near) { QTest::newRow(what) << name << near; };
    row("a letter short", u"sumary"_s, u"summary"_s);
    row("a letter too many", u"summmary"_s, u"summary"_s);
    row("a wrong letter", u"permalimk"_s, u"permalink"_s);
    row("swapped letters", u"tagilne"_s, u"tagline"_s);
    row("another case", u"Title"_s, u"title"_s);
    row("two faults", u"permalnik_"_s, u"permalink"_s);
    row("nothing like it", u"colour"_s, QString());
    row("short names have to be nearly right", u"go"_s, QString());
    row("long names may not be wholly different", u"xxxxxxxxxpermalink"_s, QString());
    row("the nearer of two", u"titel"_s, u"title"_s);
    row("empty", QString(), QString());
}

void TestNearName::finds()
{
    QFETCH(QString, name);
    QFETCH(QString, near);
    const QStringList names { u"tile"_s, u"title"_s, u"tagline"_s, u"summary"_s, u"permalink"_s, u"do"_s };
    QCOMPARE(model::nearName(name, names).value_or(QString()), near);
}

void TestNearName::saysIt()
{
    QCOMPARE(model::withNearName(u"titel"_s, { u"title"_s }), u"titel (did you mean title?)"_s);
    QCOMPARE(model::withNearName(u"colour"_s, { u"title"_s }), u"colour"_s);
    QCOMPARE(model::withNearName(QString(1'000, u'x'), { QString(1'000, u'x') }), QString(1'000, u'x'));
}

QTEST_APPLESS_MAIN(TestNearName)
#include "tst_near_name.moc"
