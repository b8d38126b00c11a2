// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/icons.h"

#include <QPixmap>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::ui;

class TestIcons : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areDrawnInTheScreensPixels_data()
    {
        QTest::addColumn<double>("scale");
        for (const double scale : { 1.0, 1.5, 2.0, 3.0 })
            QTest::addRow("%.1f", scale) << scale;
    }
    void areDrawnInTheScreensPixels()
    {
        QFETCH(double, scale);
        const QIcon icon = themeIcon(u"document-save"_s);
        QVERIFY(!icon.isNull());
        const QPixmap pixmap = icon.pixmap(QSize(16, 16), scale);
        QCOMPARE(pixmap.size(), QSize(16, 16) * scale);
        QCOMPARE(pixmap.devicePixelRatio(), scale);
        const QRect all = pixmap.rect();
        const QImage image = pixmap.toImage().convertToFormat(QImage::Format_ARGB32);
        // The picture fills it, and is no smaller one drawn larger.
        QRect ink;
        for (int y = 0; y < all.height(); ++y) {
            for (int x = 0; x < all.width(); ++x) {
                if (qAlpha(image.pixel(x, y)) > 100)
                    ink |= QRect(x, y, 1, 1);
            }
        }
        QVERIFY(ink.width() > all.width() / 2 && ink.height() > all.height() / 2);
        const QImage enlarged = icon.pixmap(QSize(16, 16), 1)
                                    .toImage()
                                    .convertToFormat(QImage::Format_ARGB32)
                                    .scaled(all.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        QCOMPARE(enlarged.convertToFormat(QImage::Format_ARGB32) != image, scale != 1);
    }
};

QTEST_MAIN(TestIcons)
#include "tst_icons.moc"
