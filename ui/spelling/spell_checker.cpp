// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spelling/spell_checker.h"

#include "core/base/background_pool.h"
#include "core/store/site_dictionary.h"

#include <Sonnet/Speller>

#include <QPointer>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace quillway::ui {

namespace {

constexpr qsizetype mostKnown = 100'000; ///< words remembered
constexpr qsizetype mostSuggestions = 8;

/// The dictionary for a language as posts name it, of those there are.
QString dictionaryFor(const QStringList &available, const QString &tag)
{
    const QString wanted = QString(tag).replace(u'-', u'_');
    const QString language = wanted.section(u'_', 0, 0);
    QStringList candidates;
    for (const QString &name : available) {
        if (name.compare(wanted, Qt::CaseInsensitive) == 0)
            return name;
        if (name.section(u'_', 0, 0).compare(language, Qt::CaseInsensitive) == 0)
            candidates.append(name);
    }
    // `de` is the German of `de_DE`, `en` that of `en_US` rather than `en_AU`.
    const QString main = language.toLower() + u'_' + (language.compare("en"_L1, Qt::CaseInsensitive) == 0 ? u"US"_s : language.toUpper());
    return candidates.contains(main) ? main : candidates.value(0);
}

} // namespace

/// All of Sonnet is used on one thread: its dictionaries are shared and do not lock.
struct SpellChecker::Lookup {
    BackgroundPool thread;
    std::unique_ptr<Sonnet::Speller> speller; ///< of the thread

    Lookup()
    {
        thread.setMaxThreadCount(1);
        thread.setExpiryTimeout(-1);
    }
    ~Lookup()
    {
        thread.clear();
        thread.start([this] { speller.reset(); });
        thread.waitForDone();
    }

    Sonnet::Speller &use()
    {
        if (!speller)
            speller = std::make_unique<Sonnet::Speller>();
        return *speller;
    }
};

SpellChecker::SpellChecker(FileSystem &files, QObject *parent)
    : QObject(parent)
    , m_files(files)
    , m_lookup(std::make_unique<Lookup>())
{ }

SpellChecker::~SpellChecker() = default;

void SpellChecker::setEnabled(bool enabled)
{
    if (enabled == m_enabled)
        return;
    m_enabled = enabled;
    Q_EMIT dictionaryChanged();
    Q_EMIT changed();
}

void SpellChecker::forget()
{
    ++m_generation;
    m_known.clear();
    m_asked.clear();
    m_queue.clear();
    Q_EMIT changed();
}

void SpellChecker::setLanguage(const QString &tag)
{
    if (tag == m_tag)
        return;
    m_tag = tag;
    m_dictionary.clear();
    forget();
    m_lookup->thread.start([this, tag, generation = m_generation] {
        Sonnet::Speller &speller = m_lookup->use();
        const QString name = dictionaryFor(speller.availableLanguages(), tag);
        if (!name.isEmpty())
            speller.setLanguage(name);
        const QString dictionary = !name.isEmpty() && speller.isValid() ? name : QString();
        QMetaObject::invokeMethod(this, [this, dictionary, generation] {
            if (generation != m_generation)
                return;
            m_dictionary = dictionary;
            Q_EMIT dictionaryChanged();
            Q_EMIT changed();
        });
    });
}

void SpellChecker::setSite(const QString &folder)
{
    if (folder == m_folder)
        return;
    m_folder = folder;
    m_own.clear();
    m_lookup->thread.start([this, folder] {
        const auto words = store::readSiteDictionary(m_files, folder);
        QMetaObject::invokeMethod(this, [this, folder, words] {
            if (folder != m_folder)
                return;
            if (!words)
                return Q_EMIT failed(words.error());
            for (const QString &word : *words)
                m_own.insert(word);
            Q_EMIT changed();
        });
    });
}

std::optional<bool> SpellChecker::isWrong(const QString &word)
{
    if (!m_enabled || m_own.contains(word))
        return false;
    if (m_dictionary.isEmpty())
        return std::nullopt;
    if (const auto known = m_known.constFind(word); known != m_known.cend())
        return *known;
    if (!m_asked.contains(word)) {
        m_asked.insert(word);
        if (m_queue.isEmpty())
            QMetaObject::invokeMethod(this, &SpellChecker::ask, Qt::QueuedConnection);
        m_queue.append(word);
    }
    return std::nullopt;
}

void SpellChecker::ask()
{
    if (m_queue.isEmpty())
        return;
    m_lookup->thread.start([this, words = std::exchange(m_queue, {}), generation = m_generation] {
        QHash<QString, bool> answers;
        for (const QString &word : words)
            answers.insert(word, m_lookup->use().isMisspelled(word));
        QMetaObject::invokeMethod(this, [this, answers, generation] { take(answers, generation); });
    });
}

void SpellChecker::take(const QHash<QString, bool> &answers, int generation)
{
    if (generation != m_generation)
        return;
    if (m_known.size() > mostKnown) {
        m_known.clear();
        m_asked.clear();
    }
    m_known.insert(answers);
    if (std::ranges::contains(answers, true))
        Q_EMIT changed();
}

void SpellChecker::suggest(const QString &word, QObject *context, std::function<void(const QStringList &)> take)
{
    m_lookup->thread.start([this, word, context = QPointer(context), take = std::move(take)] {
        const QStringList words = m_lookup->use().suggest(word).mid(0, mostSuggestions);
        QMetaObject::invokeMethod(this, [words, context, take] {
            if (context)
                take(words);
        });
    });
}

void SpellChecker::addToSite(const QString &word)
{
    ignore(word);
    m_lookup->thread.start([this, word, folder = m_folder] {
        if (const auto added = store::addToSiteDictionary(m_files, folder, word); !added)
            QMetaObject::invokeMethod(this, [this, error = added.error()] { Q_EMIT failed(error); });
    });
}

void SpellChecker::ignore(const QString &word)
{
    m_own.insert(word);
    Q_EMIT changed();
}

} // namespace quillway::ui
