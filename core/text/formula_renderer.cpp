// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/formula_renderer.h"

#include "core/base/log_silence.h"

#include <QFile>
#include <QHash>
#include <QJSEngine>
#include <QStandardPaths>

#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

using namespace Qt::StringLiterals;

namespace quillway::text {

namespace {

constexpr qsizetype longestFormula = 20'000; ///< bytes: no formula, but a text behind a lost sign
constexpr qsizetype mostKept = 20'000;

/// KaTeX. Belongs to the thread that makes it: the engine measures the depth of calls on that thread's stack.
class Katex
{
public:
    explicit Katex(const QString &library)
    {
        QFile file(library);
        if (library.isEmpty() || !file.open(QIODevice::ReadOnly)) {
            m_problem = u"KaTeX is not installed (Debian: libjs-katex)"_s;
            return;
        }
        // It would advise against some dozens of lines of KaTeX's packed script.
        silenceLog("qt.qml.usedbeforedeclared"_L1);
        // As a module of Node, which it takes the engine for when it finds `module`.
        const QString script = u"var module = { exports: {} }, exports = module.exports;\n"_s + QString::fromUtf8(file.readAll());
        const QJSValue loaded = m_engine.evaluate(script, library, 0);
        m_render = m_engine.evaluate(uR"((function (tex, isDisplay) {
            return module.exports.renderToString(tex, { output: "mathml", displayMode: isDisplay, throwOnError: true, strict: "ignore", maxExpand: 1000 });
        }))"_s);
        if (loaded.isError() || !m_render.isCallable())
            m_problem = u"KaTeX cannot be loaded: %1"_s.arg(loaded.toString());
    }

    [[nodiscard]] FormulaRenderer::Result render(const QByteArray &tex, bool isDisplay)
    {
        if (!m_problem.isEmpty())
            return { {}, m_problem };
        if (tex.size() > longestFormula)
            return { {}, u"it is longer than %1 bytes"_s.arg(longestFormula) };
        const QJSValue html = m_render.call({ QString::fromUtf8(tex), isDisplay });
        if (html.isError())
            return { {}, problemIn(html.property(u"message"_s).toString()) };
        // It puts the element into a <span> for its own style sheet.
        const QString text = html.toString();
        const qsizetype begin = text.indexOf("<math"_L1);
        const qsizetype end = text.lastIndexOf("</math>"_L1);
        if (begin < 0 || end < begin)
            return { {}, u"KaTeX gives no MathML"_s };
        return { text.sliced(begin, end + 7 - begin).toUtf8(), {} };
    }

private:
    /// What KaTeX says in one line: behind its own name, with the marks that it sets below characters taken out.
    [[nodiscard]] static QString problemIn(QString message)
    {
        if (message.startsWith("KaTeX parse error: "_L1))
            message = message.section(u": "_s, 1);
        return message.remove(QChar(0x0332)).simplified();
    }

    QJSEngine m_engine;
    QJSValue m_render;
    QString m_problem;
};

struct Key {
    QByteArray tex;
    bool isDisplay = false;

    friend bool operator==(const Key &, const Key &) = default;
    friend size_t qHash(const Key &key, size_t seed = 0) { return qHashMulti(seed, key.tex, key.isDisplay); }
};

} // namespace

struct FormulaRenderer::Private {
    QString library; ///< empty: the installed one, looked for when it is needed
    QHash<Key, Result> kept;

    std::mutex mutex;
    std::condition_variable changed;
    std::optional<Key> asked;
    std::optional<Result> answer;
    bool isEnding = false;
    std::thread thread;

    [[nodiscard]] Result ask(const Key &key)
    {
        std::unique_lock lock(mutex);
        if (!thread.joinable())
            thread = std::thread([this] { run(); });
        asked = key;
        changed.notify_all();
        changed.wait(lock, [this] { return answer.has_value(); });
        return *std::exchange(answer, std::nullopt);
    }

    void run()
    {
        Katex katex(library.isEmpty() ? installedLibrary() : library);
        std::unique_lock lock(mutex);
        while (true) {
            changed.wait(lock, [this] { return isEnding || asked; });
            if (isEnding)
                return;
            const Key key = *std::exchange(asked, std::nullopt);
            lock.unlock();
            Result made = katex.render(key.tex, key.isDisplay);
            lock.lock();
            answer = std::move(made);
            changed.notify_all();
        }
    }
};

FormulaRenderer::FormulaRenderer(const QString &library)
    : d(std::make_unique<Private>())
{
    d->library = library;
}

FormulaRenderer::~FormulaRenderer()
{
    if (!d->thread.joinable())
        return;
    {
        const std::scoped_lock lock(d->mutex);
        d->isEnding = true;
    }
    d->changed.notify_all();
    d->thread.join();
}

FormulaRenderer::Result FormulaRenderer::render(const Formula &formula)
{
    const Key key { formula.tex.toByteArray(), formula.isDisplay };
    if (const auto known = d->kept.constFind(key); known != d->kept.cend())
        return *known;
    if (d->kept.size() >= mostKept)
        d->kept.clear();
    return *d->kept.insert(key, d->ask(key));
}

QString FormulaRenderer::installedLibrary()
{
    return QStandardPaths::locate(QStandardPaths::GenericDataLocation, u"javascript/katex/katex.js"_s);
}

} // namespace quillway::text
