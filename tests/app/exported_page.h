// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QSet>
#include <QStringList>
#include <QTcpServer>
#include <QWebEnginePage>
#include <QWebEngineProfile>

class QTcpSocket;

namespace quillway::test {

/// Serves the files of an exported site on the loopback address, under the content security policy that the theme promises to live with.
class SiteServer : public QTcpServer
{
    Q_OBJECT

public:
    explicit SiteServer(const QString &folder);

    [[nodiscard]] QString url(const QString &path) const;
    /// Paths that begin so are answered by 404 from now on; empty: none.
    void breakPaths(const QString &beginning) { m_broken = beginning; }

    QHash<QString, qsizetype> sent; ///< bytes of bodies, by path

private:
    void answer(QTcpSocket *socket);

    QString m_folder;
    QString m_broken;
};

/// A page in the real web engine.
class ExportedPage
{
public:
    ExportedPage();

    [[nodiscard]] bool open(const QString &url);
    /// What a script's last statement gives.
    QVariant evaluate(const QString &script);
    /// The script becomes true within some seconds.
    [[nodiscard]] bool becomes(const QString &script);
    [[nodiscard]] QUrl url() const { return m_page.url(); }
    /// What a reader whose browser runs no scripts sees.
    [[nodiscard]] QString textWithoutScript(const QString &url);

    [[nodiscard]] QStringList &messages() { return m_page.messages; } ///< of the console: faults and refusals of the policy

private:
    class Page : public QWebEnginePage
    {
    public:
        explicit Page(QWebEngineProfile *profile)
            : QWebEnginePage(profile, nullptr)
        { }
        QStringList messages;

    protected:
        void javaScriptConsoleMessage(JavaScriptConsoleMessageLevel level, const QString &message, int line, const QString &source) override;
    };

    QWebEngineProfile m_profile; // off the record; outlives its page
    Page m_page;
};

} // namespace quillway::test
