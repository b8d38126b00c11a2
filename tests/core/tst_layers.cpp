// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

/// From the lowest up: each includes itself and those before it.
constexpr std::array layers { u"base", u"pictures", u"text",    u"model",  u"analysis", u"changes",   u"store",
                              u"web",  u"search",   u"publish", u"deploy", u"import",   u"workspace", u"serve" };

/// The place of a folder in the order, -1 if it is none of them.
qsizetype rankOf(QStringView folder)
{
    const auto place = std::ranges::find(layers, folder);
    return place == layers.end() ? -1 : place - layers.begin();
}

/// True for the headers of a Qt module: `QWidget`, `QtWidgets/QWidget`, `qwidget.h`.
bool isHeaderOf(const QString &module, const QString &header)
{
    const QString folder = QStringLiteral(QUILLWAY_QT_HEADERS "/") + module;
    return header == module || header.startsWith(module + u'/') || QFile::exists(folder + u'/' + header);
}

bool isOfTheWindow(const QString &header)
{
    static const QStringList modules { u"QtWidgets"_s,        u"QtWebEngineCore"_s, u"QtWebEngineWidgets"_s,
                                       u"QtWebEngineQuick"_s, u"QtPrintSupport"_s,  u"QtQml"_s,
                                       u"QtQuick"_s,          u"QtQuickWidgets"_s,  u"QtOpenGLWidgets"_s,
                                       u"QtSvgWidgets"_s };
    // It stands in QtQml, and knows nothing of it.
    static const QStringList javaScript { u"QJSEngine"_s, u"QJSValue"_s };
    return !javaScript.contains(header) && std::ranges::any_of(modules, [&](const QString &module) { return isHeaderOf(module, header); });
}

/// Why a file in core/`folder` may not include `name`, given with its quotes or brackets; empty if it may.
QString objection(const QString &folder, const QString &name)
{
    const QString header = name.sliced(1).chopped(1);
    if (isOfTheWindow(header))
        return u"core reaches the window: "_s + name;
    if (name.startsWith(u'<'))
        return {};
    const QString top = header.section(u'/', 0, 0);
    if (header.contains(u".."_s))
        return u"not written from the top: "_s + name;
    if (top == "ui"_L1 || top == "app"_L1 || top == "tests"_L1)
        return u"core includes what is above it: "_s + name;
    if (top != "core"_L1)
        return {};
    const QString other = header.section(u'/', 1, 1);
    if (rankOf(other) < 0)
        return u"no folder of core: "_s + name;
    return rankOf(other) > rankOf(folder) ? folder + u" includes what is above it: "_s + name : QString();
}

/// The objections to a source file of core/`folder`.
QStringList objections(const QString &folder, const QString &source)
{
    static const QRegularExpression include(u"^[ \\t]*#[ \\t]*include[ \\t]*(\"[^\"\\n]*\"|<[^>\\n]*>)"_s,
                                            QRegularExpression::MultilineOption);
    QStringList found;
    for (const QRegularExpressionMatch &match : include.globalMatch(source)) {
        if (const QString text = objection(folder, match.captured(1)); !text.isEmpty())
            found.append(text);
    }
    return found;
}

QString contents(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    return QString::fromUtf8(file.readAll());
}

} // namespace

/// Architecture: a lower folder of core never includes a higher one, and nothing in core knows the window.
class TestLayers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judgesIncludes_data();
    void judgesIncludes();
    void everyFolderHasItsPlace();
    void coreKeepsItsLayers();
    void coreLinksNothingOfTheWindow();
};

void TestLayers::judgesIncludes_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("source");
    QTest::addColumn<QStringList>("found");
    const auto row = [](const char *name, const QString &folder, const QString &source, const QStringList &found) {
        QTest::newRow(name) << folder << source << found;
    };

    row("nothing", u"base"_s, u"int main() { }\n"_s, {});
    row("its own folder", u"model"_s, u"#include \"core/model/post.h\"\n"_s, {});
    row("a lower one", u"model"_s, u"#include \"core/base/error.h\"\n#include <QString>\n#include <vector>\n"_s, {});
    row("the JavaScript engine", u"text"_s, u"#include <QJSEngine>\n"_s, {});
    row("what that stands in", u"text"_s, u"#include <QQmlEngine>\n"_s, { u"core reaches the window: <QQmlEngine>"_s });
    row("a folder inside", u"publish"_s, u"#include \"core/publish/filters/date.h\"\n"_s, {});
    row("generated code", u"workspace"_s, u"#include \"workspace.moc\"\n"_s, {});
    row("colours of code need QtGui", u"text"_s, u"#include <QColor>\n#include <KSyntaxHighlighting/Format>\n"_s, {});
    row("a name in a comment", u"base"_s, u"// like core/model/post.h; not #include \"core/model/post.h\"\n"_s, {});

    row("a higher one", u"base"_s, u"#include \"core/model/post.h\"\n"_s, { u"base includes what is above it: \"core/model/post.h\""_s });
    row("one step up", u"text"_s, u"#include \"core/model/post.h\"\n"_s, { u"text includes what is above it: \"core/model/post.h\""_s });
    row("the highest", u"publish"_s, u"#include \"core/workspace/workspace.h\"\n"_s,
        { u"publish includes what is above it: \"core/workspace/workspace.h\""_s });
    row("with blanks", u"base"_s, u"  #  include   \"core/text/value.h\"\r\n"_s,
        { u"base includes what is above it: \"core/text/value.h\""_s });
    row("two", u"base"_s, u"#include \"core/text/value.h\"\n\n#include \"core/store/load_site.h\"\n"_s,
        { u"base includes what is above it: \"core/text/value.h\""_s, u"base includes what is above it: \"core/store/load_site.h\""_s });
    row("the window", u"workspace"_s, u"#include \"ui/shell/window.h\"\n"_s, { u"core includes what is above it: \"ui/shell/window.h\""_s });
    row("the program", u"workspace"_s, u"#include \"app/editor.h\"\n"_s, { u"core includes what is above it: \"app/editor.h\""_s });
    row("around the corner", u"base"_s, u"#include \"../text/value.h\"\n"_s, { u"not written from the top: \"../text/value.h\""_s });
    row("an unknown folder", u"workspace"_s, u"#include \"core/secret/x.h\"\n"_s, { u"no folder of core: \"core/secret/x.h\""_s });
    row("a widget", u"text"_s, u"#include <QLabel>\n"_s, { u"core reaches the window: <QLabel>"_s });
    row("a widget by its module", u"text"_s, u"#include <QtWidgets/QLabel>\n"_s, { u"core reaches the window: <QtWidgets/QLabel>"_s });
    row("all widgets", u"text"_s, u"#include <QtWidgets>\n"_s, { u"core reaches the window: <QtWidgets>"_s });
    row("a widget by its file", u"text"_s, u"#include <qlabel.h>\n"_s, { u"core reaches the window: <qlabel.h>"_s });
    row("a widget in quotes", u"text"_s, u"#include \"QLabel\"\n"_s, { u"core reaches the window: \"QLabel\""_s });
    row("the application", u"workspace"_s, u"#include <QApplication>\n"_s, { u"core reaches the window: <QApplication>"_s });
    row("the web engine", u"publish"_s, u"#include <QWebEnginePage>\n"_s, { u"core reaches the window: <QWebEnginePage>"_s });
    row("the web engine's view", u"publish"_s, u"#include <QWebEngineView>\n"_s, { u"core reaches the window: <QWebEngineView>"_s });
}

void TestLayers::judgesIncludes()
{
    QFETCH(QString, folder);
    QFETCH(QString, source);
    QTEST(objections(folder, source), "found");
}

void TestLayers::everyFolderHasItsPlace()
{
    const QStringList folders = QDir(QStringLiteral(QUILLWAY_SOURCES "/core")).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &folder : folders)
        QVERIFY2(rankOf(folder) >= 0, qPrintable(folder + u" has no place in the order of core's folders"_s));
    QCOMPARE(folders.size(), qsizetype(layers.size()));
}

void TestLayers::coreKeepsItsLayers()
{
    const QDir core(QStringLiteral(QUILLWAY_SOURCES "/core"));
    QStringList found;
    int files = 0;
    QDirIterator sources(core.path(), { u"*.h"_s, u"*.cpp"_s, u"*.hpp"_s, u"*.cc"_s, u"*.inc"_s }, QDir::Files,
                         QDirIterator::Subdirectories);
    while (sources.hasNext()) {
        const QString name = core.relativeFilePath(sources.next());
        for (const QString &text : objections(name.section(u'/', 0, 0), contents(core.filePath(name))))
            found.append(u"core/"_s + name + u": "_s + text);
        ++files;
    }
    found.sort();
    QVERIFY2(found.isEmpty(), qPrintable(u'\n' + found.join(u'\n')));
    QVERIFY(files >= 40); // the folder was really read
}

void TestLayers::coreLinksNothingOfTheWindow()
{
    static const QRegularExpression window(u"Widgets|WebEngine|WebChannel|Quick|quillway_ui"_s);
    QDirIterator lists(QStringLiteral(QUILLWAY_SOURCES "/core"), { u"CMakeLists.txt"_s }, QDir::Files, QDirIterator::Subdirectories);
    QVERIFY(lists.hasNext());
    while (lists.hasNext()) {
        const QString path = lists.next();
        const QRegularExpressionMatch match = window.match(contents(path));
        QVERIFY2(!match.hasMatch(), qPrintable(path + u" links "_s + match.captured()));
    }
}

QTEST_GUILESS_MAIN(TestLayers)
#include "tst_layers.moc"
