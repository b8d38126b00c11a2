// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/preview/preview_view.h"

#include <QApplication>
#include <QTest>

namespace quillway::test {

/// main() of a test with a preview: the scheme has to be known before there is an application.
template<typename Test>
int runPreviewTest(int argc, char **argv)
{
    ui::registerPreviewScheme();
    QApplication application(argc, argv);
    Test test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace quillway::test
