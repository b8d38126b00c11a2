// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview_driver.h"
#include "preview_main.h"

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::ui;
using quillway::test::PreviewDriver;

class TestPreviewView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsThePage();
};

void TestPreviewView::showsThePage()
{
    PreviewDriver preview;
    QVERIFY(preview.showBody("Hello *world*\n\n## Two\n\nmore\n"));
    qInfo().noquote() << preview.bodyHtml();
    QVERIFY(preview.showBody("Hello *world*\n\n## Two\n\nmore and more\n"));
    qInfo().noquote() << preview.bodyHtml();
}

int main(int argc, char **argv)
{
    return quillway::test::runPreviewTest<TestPreviewView>(argc, argv);
}

#include "tst_preview_view.moc"
