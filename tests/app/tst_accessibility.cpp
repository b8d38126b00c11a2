// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accessible_object.h"

#include "support/site_folder.h"

#include <QProcess>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace quillway;
using test::AccessibleObject;

namespace {

constexpr int patience = 120'000; // milliseconds

/// An object and what stands around it, as it was when the tree was walked.
struct Seen {
    AccessibleObject object;
    QString name;
    QString role;
    QString place; ///< names and roles from the window down
};

/// Pages of the web engine have content of their own, which is the author's.
bool isForeign(const QString &role)
{
    return role == u"web document" || role == u"document web";
}

/// What can be seen of `object` and below.
void walk(QList<Seen> &seen, const AccessibleObject &object, const QString &above)
{
    const Seen one { object, object.name(), object.role(), above + u" / "_s + object.role() + u' ' + object.name() };
    seen.append(one);
    if (isForeign(one.role))
        return;
    for (const AccessibleObject &child : object.children()) {
        if (child.has(AccessibleObject::Showing))
            walk(seen, child, one.place);
    }
}

/// The real program with a site of one post.
struct Program {
    test::SiteFolder site;
    test::SiteFolder config;
    QProcess process;
    std::optional<AccessibleObject> window;

    Program()
    {
        site.write(u"quillway.toml"_s, "title = \"T\"\nbase_url = \"https://t.example/\"\n"_ba);
        site.write(u"posts/2024-05-01-first.md"_s, "---\ntitle: First\ndate: 2024-05-01\ntags: [go]\n---\n\nSome words to read.\n"_ba);
        site.write(u"topics/go.md"_s, "---\ntitle: Go\ntags: [go]\n---\n"_ba);
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"QT_LINUX_ACCESSIBILITY_ALWAYS_ON"_s, u"1"_s);
        environment.insert(u"XDG_CONFIG_HOME"_s, config.path());
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(QStringLiteral(QUILLWAY_EDITOR), { site.path() });
    }
    ~Program()
    {
        process.terminate();
        if (!process.waitForFinished(5000))
            process.kill();
        process.waitForFinished(5000);
    }

    /// True once its window shows the post.
    bool isReady(const AccessibleObject &desktop)
    {
        for (const AccessibleObject &program : desktop.children()) {
            if (program.process() != process.processId())
                continue;
            for (const AccessibleObject &child : program.children()) {
                if (child.name().contains(u"first.md") && child.has(AccessibleObject::Showing))
                    window = child;
            }
        }
        return window.has_value();
    }
};

} // namespace

class TestAccessibility : public QObject
{
    Q_OBJECT

    std::unique_ptr<Program> m_program;
    QList<Seen> m_seen;

    [[nodiscard]] const Seen *find(const QString &name, const QString &role) const
    {
        const auto found = std::ranges::find_if(m_seen, [&](const Seen &one) { return one.name == name && one.role == role; });
        return found == m_seen.end() ? nullptr : &*found;
    }

private Q_SLOTS:
    void initTestCase()
    {
        const auto desktop = test::accessibleDesktop();
        QVERIFY2(desktop, "no accessibility bus: run by packaging/dev test or packaging/dev headless");
        m_program = std::make_unique<Program>();
        QVERIFY(m_program->process.waitForStarted());
        QTRY_VERIFY_WITH_TIMEOUT(m_program->isReady(*desktop), patience);
        walk(m_seen, *m_program->window, {});
        if (qEnvironmentVariableIsSet("QUILLWAY_PRINT_TREE")) {
            for (const Seen &one : std::as_const(m_seen))
                qInfo("%s%s", one.object.has(AccessibleObject::Focusable) ? "* " : "  ", qPrintable(one.place));
        }
    }
    void cleanupTestCase() { m_program.reset(); }

    void everythingThatTakesTheFocusHasAName()
    {
        QVERIFY(m_seen.size() > 40);
        int focusable = 0;
        for (const Seen &one : std::as_const(m_seen)) {
            if (isForeign(one.role) || !one.object.has(AccessibleObject::Focusable))
                continue;
            ++focusable;
            QVERIFY2(!one.name.trimmed().isEmpty(), qPrintable(one.place));
        }
        QVERIFY(focusable > 15);
    }

    void controlsSayWhatTheyAre_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("role");
        const auto row = [](const char *name, const char *role) {
            QTest::newRow(name) << QString::fromUtf8(name) << QString::fromUtf8(role);
        };
        row("Text", "text");
        row("Title", "text");
        row("Summary", "text");
        row("Filter posts", "text");
        row("Draft", "check box");
        row("Posts", "list");
        row("First, Wednesday, 1 May 2024", "list item");
        row("Library", "tree");
        row("Drafts, 0", "tree item");
        row("New post", "push button");
        row("Export", "push button");
        row("Order of the posts", "button menu");
        row("Show the whole file", "check box");
        row("File", "menu item");
        row("State of the file: saved", "label");
        row("Length: 4 words · 1 min", "label");
    }
    void controlsSayWhatTheyAre()
    {
        QFETCH(QString, name);
        QFETCH(QString, role);
        QVERIFY(find(name, role));
    }

    void thePreviewIsADocument()
    {
        QVERIFY(std::ranges::any_of(m_seen, [](const Seen &one) { return isForeign(one.role); }));
    }

    void textAndCaretAreReached()
    {
        const Seen *text = find(u"Text"_s, u"text"_s);
        QVERIFY(text);
        AccessibleObject object = text->object;
        QVERIFY(object.has(AccessibleObject::Editable));
        QVERIFY(object.text().contains(u"Some words to read."));
        const auto place = static_cast<int>(object.text().indexOf(u"words"));
        QVERIFY(object.setCaret(place));
        QTRY_COMPARE_WITH_TIMEOUT(object.caret(), place, patience);
        // What else tells of the caret follows.
        QTRY_VERIFY_WITH_TIMEOUT(
            [&] {
                QList<Seen> seen;
                walk(seen, *m_program->window, {});
                return std::ranges::any_of(seen, [](const Seen &one) { return one.name == u"Place of the caret: 7 : 6"; });
            }(),
            patience);
    }
};

QTEST_GUILESS_MAIN(TestAccessibility)
#include "tst_accessibility.moc"
