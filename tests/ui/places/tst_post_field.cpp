// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/places/post_field.h"

#include "support/site_text.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::ui;

namespace {

struct Field {
    PostField field;
    QStringList chosen;

    Field()
    {
        field.setSite(std::make_shared<const model::Site>(
            test::SiteText({
                               { u"posts/2024-01-01-disk.md"_s, u"---\ntitle: The disk & the clock\n---\n"_s },
                               { u"posts/2024-02-01-deep.md"_s, u"---\ntitle: Deep calls\n---\n"_s },
                               { u"pages/about.md"_s, u"---\ntitle: Disks about\n---\n"_s },
                           })
                .site()));
        QObject::connect(&field, &PostField::chosen, &field, [this](const QString &slug) { chosen.append(slug); });
        field.show();
        field.activateWindow();
        if (!QTest::qWaitForWindowActive(&field))
            qFatal("no active window");
        field.setFocus();
    }
    [[nodiscard]] QStringList offered() const
    {
        QStringList slugs;
        for (int row = 0; row < field.offered().rowCount(); ++row)
            slugs.append(field.offered().index(row, 0).data(PostField::SlugRole).toString());
        return slugs;
    }
    [[nodiscard]] QWidget *popup() const { return field.findChild<QCompleter *>()->popup(); }
};

} // namespace

class TestPostField : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void offersPostsByTheLettersOfTheirTitle()
    {
        const Field field;
        QTest::keyClicks(const_cast<PostField *>(&field.field), u"dis clo"_s);
        QTRY_COMPARE(field.offered(), QStringList({ u"disk"_s }));
        QTRY_VERIFY(field.popup()->isVisible());
    }

    void returnTakesTheFirst()
    {
        Field field;
        QTest::keyClicks(&field.field, u"deep"_s);
        QTRY_VERIFY(field.popup()->isVisible());
        QTest::keyClick(field.popup(), Qt::Key_Return);
        QTRY_COMPARE(field.chosen, QStringList({ u"deep"_s }));
        QCOMPARE(field.field.text(), QString());
    }

    void returnBeforeTheAnswerTakesTheFirstOfIt()
    {
        Field field;
        field.field.setText(u"disk"_s); // as pasted
        QTest::keyClick(&field.field, Qt::Key_Return);
        QTRY_COMPARE(field.chosen, QStringList({ u"disk"_s }));
    }

    void downChooses()
    {
        Field field;
        QTest::keyClicks(&field.field, u"d"_s);
        QTRY_COMPARE(field.offered().size(), 2);
        QTRY_VERIFY(field.popup()->isVisible());
        const QString second = field.offered().at(1);
        QTest::keyClick(field.popup(), Qt::Key_Down);
        QTest::keyClick(field.popup(), Qt::Key_Down);
        QTest::keyClick(field.popup(), Qt::Key_Return);
        QTRY_COMPARE(field.chosen, QStringList({ second }));
        QTRY_COMPARE(field.field.text(), QString());
    }

    void whatNobodyIsCalledOffersNothing()
    {
        Field field;
        QTest::keyClicks(&field.field, u"zzz"_s);
        QTest::keyClick(&field.field, Qt::Key_Return);
        QTest::keyClicks(&field.field, u"z"_s);
        QVERIFY(!QTest::qWaitFor([&] { return !field.chosen.isEmpty(); }, 300));
        QVERIFY(!field.popup()->isVisible());
    }
};

QTEST_MAIN(TestPostField)
#include "tst_post_field.moc"
