// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/language.h"

#include "ui/preferences/preferences_dialog.h"
#include "ui/site_window.h"

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::ui;

namespace {

constexpr int patience = 20'000; // milliseconds

/// One text of a file of translations (Qt Linguist's format, TS 2.1).
struct Message {
    QString context;
    QString source;
    QString comment;
    QStringList translations; ///< several: plural forms
    bool isPlural = false;
    QString state; ///< `unfinished`, `vanished`, `obsolete` or nothing
};

QList<Message> messagesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no %s", qPrintable(path));
    QXmlStreamReader xml(&file);
    QList<Message> messages;
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"name") {
            context = xml.readElementText();
        } else if (xml.name() == u"message") {
            messages.append({ context, {}, {}, {}, xml.attributes().value(u"numerus"_s) == u"yes", {} });
        } else if (xml.name() == u"source") {
            messages.last().source = xml.readElementText();
        } else if (xml.name() == u"comment") {
            messages.last().comment = xml.readElementText();
        } else if (xml.name() == u"translation") {
            messages.last().state = xml.attributes().value(u"type"_s).toString();
            if (!messages.last().isPlural)
                messages.last().translations.append(xml.readElementText());
        } else if (xml.name() == u"numerusform") {
            messages.last().translations.append(xml.readElementText());
        }
    }
    if (xml.hasError())
        qFatal("%s: %s", qPrintable(path), qPrintable(xml.errorString()));
    return messages;
}

QString german()
{
    return QStringLiteral(QUILLWAY_TRANSLATIONS "/quillway_de.ts");
}

/// `%1`, `%L2`, `%n`, sorted.
QStringList placeholdersOf(const QString &text)
{
    static const QRegularExpression placeholder(u"%L?(?:\\d+|n)"_s);
    QStringList found;
    for (const QRegularExpressionMatch &match : placeholder.globalMatch(text))
        found.append(match.captured());
    found.sort();
    return found;
}

bool hasMnemonic(const QString &text)
{
    return !QKeySequence::mnemonic(text).isEmpty();
}

QString shown(const Message &message, const QString &translation)
{
    return message.context + u": "_s + message.source + u" -> "_s + translation;
}

/// All texts of a window that somebody may read or hear.
QStringList textsOf(const QWidget &window)
{
    QStringList texts { window.windowTitle() };
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        texts += { widget->toolTip(), widget->accessibleName(), widget->statusTip() };
        if (const auto *label = qobject_cast<const QLabel *>(widget))
            texts.append(label->text());
        if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            texts.append(button->text());
        if (const auto *field = qobject_cast<const QLineEdit *>(widget))
            texts.append(field->placeholderText());
        if (const auto *menu = qobject_cast<const QMenu *>(widget))
            texts.append(menu->title());
        const auto *box = qobject_cast<const QComboBox *>(widget);
        for (int i = 0; box && i < box->count(); ++i)
            texts.append(box->itemText(i));
    }
    for (const QAction *action : window.findChildren<QAction *>())
        texts += { action->text(), action->toolTip() };
    return texts;
}

struct Window : test::SiteWindow {
    Window()
    {
        site.write(u"posts/2024-05-01-first.md"_s, "---\ntitle: x1\ndate: 2024-05-01\n---\n\nx2.\n"_ba);
        openWindow();
    }
};

} // namespace

class TestLanguage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        useLanguage(*qApp, u"de"_s);
        QLocale::setDefault(QLocale(u"de_DE"_s));
    }

    void nothingIsLeftToTranslate()
    {
        const QList<Message> messages = messagesOf(german());
        QVERIFY(messages.size() > 400);
        for (const Message &message : messages) {
            QVERIFY2(message.state.isEmpty(), qPrintable(message.state + u": "_s + shown(message, {})));
            QCOMPARE(message.translations.size(), message.isPlural ? 2 : 1);
            for (const QString &translation : message.translations)
                QVERIFY2(!translation.trimmed().isEmpty(), qPrintable(shown(message, {})));
        }
    }

    void placeholdersAreTheSame()
    {
        for (const Message &message : messagesOf(german())) {
            for (const QString &translation : message.translations)
                QVERIFY2(placeholdersOf(translation) == placeholdersOf(message.source), qPrintable(shown(message, translation)));
            QVERIFY2(message.isPlural == (message.source.contains(u"%n") || message.source.contains(u"%Ln")),
                     qPrintable(shown(message, {})));
        }
    }

    void keysAreThereWhereTheSourceHasThem()
    {
        for (const Message &message : messagesOf(german())) {
            for (const QString &translation : message.translations)
                QVERIFY2(hasMnemonic(translation) == hasMnemonic(message.source), qPrintable(shown(message, translation)));
        }
    }

    void textsBeginAndEndAlike()
    {
        for (const Message &message : messagesOf(german())) {
            for (const QString &translation : message.translations) {
                const QByteArray told = shown(message, translation).toUtf8();
                QVERIFY2(translation.startsWith(u' ') == message.source.startsWith(u' '), told.constData());
                for (const QChar end : { u' ', u'…', u':', u'.' })
                    QVERIFY2(translation.endsWith(end) == message.source.endsWith(end), told.constData());
            }
        }
    }

    void quotationMarksAreGerman()
    {
        for (const Message &message : messagesOf(german())) {
            for (const QString &translation : message.translations) {
                const QByteArray told = shown(message, translation).toUtf8();
                QVERIFY2(!translation.contains(u'”') && !translation.contains(u'‘'), told.constData());
                QVERIFY2(translation.count(u'„') == translation.count(u'“'), told.constData());
                QVERIFY2(translation.count(u'"') == message.source.count(u'"'), told.constData());
            }
        }
    }

    void theProgramHasThemAll()
    {
        QTranslator translator;
        QVERIFY(translator.load(u":/translations/quillway_de.qm"_s));
        for (const Message &message : messagesOf(german())) {
            const QByteArray comment = message.comment.toUtf8();
            const QString translation = translator.translate(message.context.toUtf8().constData(), message.source.toUtf8().constData(),
                                                             comment.isEmpty() ? nullptr : comment.constData(), message.isPlural ? 2 : -1);
            QVERIFY2(translation == message.translations.constLast(), qPrintable(shown(message, translation)));
        }
    }

    void countsAgree()
    {
        const auto words = [](int n) { return QCoreApplication::translate("quillway::ui::FileState", "%Ln words", nullptr, n); };
        QCOMPARE(words(1), u"1 Wort"_s);
        QCOMPARE(words(2), u"2 Wörter"_s);
        QCOMPARE(words(0), u"0 Wörter"_s);
        QCOMPARE(words(12345), u"12.345 Wörter"_s);
    }

    void theWindowIsGerman()
    {
        QSet<QString> english;
        QSet<QString> translated;
        for (const Message &message : messagesOf(german())) {
            english.insert(message.source);
            for (const QString &translation : message.translations)
                translated.insert(translation);
        }
        const Window window;
        QStringList texts = textsOf(*window.window);
        QVERIFY(texts.contains(u"&Datei"_s));
        for (const QString &text : std::as_const(texts))
            QVERIFY2(text.isEmpty() || !english.contains(text) || translated.contains(text), qPrintable(text));
    }

    void mnemonicsAreUniqueInEachMenu()
    {
        const Window window;
        QSet<QString> top;
        for (const QAction *action : window.window->menuBar()->actions()) {
            const QString letter = QKeySequence::mnemonic(action->text()).toString();
            QVERIFY2(!top.contains(letter), qPrintable(action->text()));
            top.insert(letter);
        }
        for (const QMenu *menu : window.window->findChildren<QMenu *>()) {
            QSet<QString> letters;
            for (const QAction *action : menu->actions()) {
                const QString letter = QKeySequence::mnemonic(action->text()).toString();
                QVERIFY2(letter.isEmpty() || !letters.contains(letter), qPrintable(menu->title() + u": "_s + action->text()));
                letters.insert(letter);
            }
        }
    }

    void theNamesOfLanguagesAreTheirOwn()
    {
        QCOMPARE(knownLanguages().constFirst(), u"en"_s);
        QVERIFY(knownLanguages().contains(u"de"_s));
        QCOMPARE(nativeNameOf(u"en"_s), u"English"_s);
        QCOMPARE(nativeNameOf(u"de"_s), u"Deutsch"_s);
    }

    void qtsOwnTextsAreGermanToo() { QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), u"Abbrechen"_s); }
};

QTEST_MAIN(TestLanguage)
#include "tst_language.moc"
