// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/changes/change_preview.h"

#include "ui/changes/changed_files.h"
#include "ui/diff/diff_area.h"
#include "ui/diff/diff_view.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::ui;
using changes::SiteChange;

namespace {

constexpr int patience = 20'000; // milliseconds

SitePath at(const char *path)
{
    return SitePath::literal(QString::fromUtf8(path));
}

SiteChange everyKind()
{
    return { { { at("posts/x"), at("posts/y") }, { at("posts/b.md"), at("posts/c.md") } },
             { { at("posts/a.md"), "one\n"_ba, "two\n"_ba },
               { at("posts/c.md"), "one\n"_ba, "two\n"_ba },
               { at("tags.toml"), {}, "x\n"_ba },
               { at("old.md"), "y\n"_ba, {} } } };
}

QPushButton *button(const ChangePreview &preview, const QString &text)
{
    for (QPushButton *found : preview.findChildren<QPushButton *>()) {
        if (found->text() == text)
            return found;
    }
    return nullptr;
}

bool says(const ChangePreview &preview, const QString &text)
{
    const QList<QLabel *> labels = preview.findChildren<QLabel *>();
    return std::ranges::any_of(labels, [&](const QLabel *label) { return label->text().contains(text) && label->isVisibleTo(&preview); });
}

} // namespace

class TestChangePreview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsWhatBecomesOfEachFile()
    {
        ChangedFiles model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setChange(everyKind());
        QStringList rows;
        for (int row = 0; row < model.rowCount(); ++row)
            rows.append(model.index(row).data().toString());
        QCOMPARE(rows,
                 QStringList({ u"posts/y (renamed from “posts/x”)"_s, u"posts/a.md"_s, u"posts/c.md (renamed from “posts/b.md”)"_s,
                               u"tags.toml (new)"_s, u"old.md (removed)"_s }));
        model.setChange({});
        QCOMPARE(model.rowCount(), 0);
    }

    void showsEachFilesTexts()
    {
        ChangePreview preview;
        preview.resize(1000, 400);
        auto *diff = preview.findChild<DiffView *>();
        QSignalSpy compared(diff, &DiffView::compared);
        preview.show(everyKind(), u"Rename"_s);
        QVERIFY(preview.isVisible());
        QVERIFY(says(preview, u"Rename: 5 files would change"_s));
        QVERIFY(says(preview, u"“posts/x” moves to “posts/y”"_s));
        auto *files = preview.findChild<QListView *>();
        QTest::keyClick(files, Qt::Key_Down);
        QVERIFY(compared.wait(patience));
        QVERIFY(says(preview, u"Now: posts/a.md"_s));
        QCOMPARE(diff->area().differences(), 1);
        QTest::keyClick(files, Qt::Key_End);
        QVERIFY(compared.wait(patience));
        QVERIFY(says(preview, u"Then: removed"_s));
    }

    void saysWhatTheUserWants_data()
    {
        QTest::addColumn<QString>("press");
        QTest::addColumn<int>("key");
        QTest::addColumn<bool>("accepts");
        QTest::newRow("Apply") << u"Apply"_s << 0 << true;
        QTest::newRow("Cancel") << u"Cancel"_s << 0 << false;
        QTest::newRow("Return in the list") << QString() << int(Qt::Key_Return) << true;
        QTest::newRow("Escape in the list") << QString() << int(Qt::Key_Escape) << false;
    }
    void saysWhatTheUserWants()
    {
        QFETCH(QString, press);
        QFETCH(int, key);
        QFETCH(bool, accepts);
        ChangePreview preview;
        QSignalSpy accepted(&preview, &ChangePreview::accepted);
        QSignalSpy rejected(&preview, &ChangePreview::rejected);
        preview.show(everyKind(), u"Rename"_s);
        QVERIFY(QTest::qWaitForWindowActive(&preview));
        if (press.isEmpty())
            QTest::keyClick(preview.findChild<QListView *>(), Qt::Key(key));
        else
            QTest::mouseClick(button(preview, press), Qt::LeftButton);
        QCOMPARE(accepted.count(), accepts ? 1 : 0);
        QCOMPARE(rejected.count(), accepts ? 0 : 1);
        QVERIFY(!preview.isVisible());
        QCOMPARE(preview.change(), everyKind());
        QCOMPARE(preview.title(), u"Rename"_s);
    }

    void anEmptyChangeCanOnlyBeClosed()
    {
        ChangePreview preview;
        preview.show({}, u"Rename"_s);
        QVERIFY(says(preview, u"nothing to change"_s));
        QVERIFY(!button(preview, u"Apply"_s)->isEnabled());
        QVERIFY(button(preview, u"Cancel"_s)->isEnabled());
        QSignalSpy accepted(&preview, &ChangePreview::accepted);
        QTest::keyClick(preview.findChild<QListView *>(), Qt::Key_Return);
        QCOMPARE(accepted.count(), 0);
    }

    void namesFilesThatCannotBeChanged()
    {
        ChangePreview preview;
        preview.show(everyKind(), u"Rename"_s, { { Severity::Error, { ErrorCode::FrontMatterSyntax, u"posts/bad.md"_s, { 3, 1 }, {} } } });
        QVERIFY(says(preview, u"posts/bad.md"_s));
        preview.show(everyKind(), u"Rename"_s);
        QVERIFY(!says(preview, u"posts/bad.md"_s));
    }
};

QTEST_MAIN(TestChangePreview)
#include "tst_change_preview.moc"
