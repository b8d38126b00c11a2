// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/history_panel.h"

#include "core/base/content_hash.h"
#include "ui/diff/diff_area.h"
#include "ui/diff/diff_view.h"

#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QThread>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::ui;

namespace {

const QByteArrayList texts { "title\n\nthree\n"_ba, "title\n\ntwo\n"_ba, "title\n\none\n"_ba }; // newest first

QList<store::Version> versionsOf(const QByteArrayList &list)
{
    QList<store::Version> versions;
    for (const QByteArray &text : list)
        versions.append({ QDateTime::currentDateTimeUtc().addSecs(-60 * versions.size()), contentHash(text), text.size() });
    return versions;
}

Result<QByteArray> load(const store::Version &version)
{
    for (const QByteArray &text : texts) {
        if (contentHash(text) == version.hash)
            return text;
    }
    return std::unexpected(Error { ErrorCode::NotFound, u"x"_s, {}, {} });
}

struct Panel {
    HistoryPanel panel;
    QSignalSpy restored { &panel, &HistoryPanel::restoreRequested };
    QSignalSpy closed { &panel, &HistoryPanel::closeRequested };

    Panel()
    {
        panel.resize(1000, 500);
        panel.show();
    }

    [[nodiscard]] QPushButton &restore() { return *panel.findChild<QPushButton *>(); }
    [[nodiscard]] QListView &list() { return *panel.findChild<QListView *>(); }
    [[nodiscard]] DiffArea &area() { return panel.findChild<DiffView *>()->area(); }
    [[nodiscard]] bool says(const QString &text) const
    {
        for (const QLabel *label : panel.findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(text))
                return true;
        }
        return false;
    }
};

} // namespace

class TestHistoryPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsTheDifferenceAndRestores()
    {
        Panel panel;
        panel.panel.setCurrent(texts[0]);
        panel.panel.setVersions(u"My post"_s, versionsOf(texts), load);
        QVERIFY(panel.says(u"My post"_s));
        QCOMPARE(panel.list().currentIndex().row(), 1); // the newest one that is another text
        QVERIFY(!panel.restore().isEnabled());
        QTRY_VERIFY(panel.restore().isEnabled());
        QCOMPARE(panel.area().differences(), 1);
        QTest::mouseClick(&panel.restore(), Qt::LeftButton);
        QCOMPARE(panel.restored.size(), 1);
        QCOMPARE(panel.restored.first().first().toByteArray(), texts[1]);
    }

    void choosesByKey()
    {
        Panel panel;
        panel.panel.setCurrent(texts[0]);
        panel.panel.setVersions(u"My post"_s, versionsOf(texts), load);
        QTRY_VERIFY(panel.restore().isEnabled());
        QTest::keyClick(&panel.list(), Qt::Key_Down);
        QVERIFY(!panel.restore().isEnabled()); // not seen yet
        QTRY_VERIFY(panel.restore().isEnabled());
        QTest::keyClick(&panel.restore(), Qt::Key_Space);
        QCOMPARE(panel.restored.last().first().toByteArray(), texts[2]);
    }

    void restoresNothingUnseen()
    {
        Panel panel;
        auto gate = std::make_shared<QSemaphore>();
        panel.panel.setCurrent(texts[0]);
        panel.panel.setVersions(u"My post"_s, versionsOf(texts), [gate](const store::Version &version) {
            gate->acquire();
            return load(version);
        });
        QTest::qWait(100);
        QTest::mouseClick(&panel.restore(), Qt::LeftButton);
        QTest::keyClick(&panel.restore(), Qt::Key_Space);
        QVERIFY(panel.restored.isEmpty());
        gate->release(10);
        QTRY_VERIFY(panel.restore().isEnabled());
    }

    void loadsOnAnotherThread()
    {
        Panel panel;
        std::atomic<bool> elsewhere = false;
        panel.panel.setCurrent(texts[0]);
        panel.panel.setVersions(u"My post"_s, versionsOf(texts), [&](const store::Version &version) {
            elsewhere = !QThread::isMainThread();
            return load(version);
        });
        QTRY_VERIFY(panel.restore().isEnabled());
        QVERIFY(elsewhere);
    }

    void doesNotRestoreWhatIsThere()
    {
        Panel panel;
        panel.panel.setCurrent(texts[1]);
        panel.panel.setVersions(u"My post"_s, versionsOf({ texts[1] }), load);
        QTRY_VERIFY(panel.says(u"No differences"_s));
        QVERIFY(!panel.restore().isEnabled());
    }

    void followsTheText()
    {
        Panel panel;
        panel.panel.setCurrent(texts[0]);
        panel.panel.setVersions(u"My post"_s, versionsOf(texts), load);
        QTRY_VERIFY(panel.restore().isEnabled());
        panel.panel.setCurrent(texts[1]); // as after restoring it
        QVERIFY(!panel.restore().isEnabled());
        QTRY_VERIFY(panel.says(u"No differences"_s));
        QVERIFY(!panel.restore().isEnabled());
        panel.panel.setCurrent("something else\n"_ba);
        QTRY_VERIFY(panel.restore().isEnabled());
    }

    void keepsTheChoiceWhenTheListGrows()
    {
        Panel panel;
        panel.panel.setCurrent("typed\n"_ba);
        panel.panel.setVersions(u"My post"_s, versionsOf({ texts[1], texts[2] }), load);
        QTest::keyClick(&panel.list(), Qt::Key_Down);
        panel.panel.setVersions(u"My post"_s, versionsOf(texts), load);
        QCOMPARE(panel.list().currentIndex().row(), 2);
        QTRY_VERIFY(panel.restore().isEnabled());
    }

    void saysWhatCannotBeRead()
    {
        Panel panel;
        panel.panel.setCurrent(texts[0]);
        panel.panel.setVersions(u"My post"_s, versionsOf({ "lost"_ba, texts[1] }), load);
        QTRY_VERIFY(panel.says(u"cannot be read"_s));
        QVERIFY(!panel.restore().isEnabled());
        QTest::keyClick(&panel.list(), Qt::Key_Down);
        QTRY_VERIFY(panel.restore().isEnabled());
    }

    void saysWhenThereAreNone()
    {
        Panel panel;
        QVERIFY(panel.says(u"no previous versions"_s));
        panel.panel.setCurrent(texts[0]);
        panel.panel.setVersions(u"My post"_s, versionsOf(texts), load);
        QTRY_VERIFY(panel.restore().isEnabled());
        panel.panel.setVersions(u"Another"_s, {}, {});
        QVERIFY(panel.says(u"no previous versions"_s));
        QVERIFY(!panel.restore().isEnabled());
    }

    void closesByKeyAndButton()
    {
        Panel panel;
        QTest::keyClick(&panel.panel, Qt::Key_Escape);
        QCOMPARE(panel.closed.size(), 1);
        for (QToolButton *button : panel.panel.findChildren<QToolButton *>()) {
            if (button->accessibleName() == u"Close the previous versions"_s)
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QCOMPARE(panel.closed.size(), 2);
    }

    void mayGoWhileItLoads()
    {
        auto panel = std::make_unique<HistoryPanel>();
        panel->setVersions(u"My post"_s, versionsOf(texts), [](const store::Version &version) {
            QThread::msleep(50);
            return load(version);
        });
        panel.reset();
        QTest::qWait(100);
    }
};

QTEST_MAIN(TestHistoryPanel)
#include "tst_history_panel.moc"
