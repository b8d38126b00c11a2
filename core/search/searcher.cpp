// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/searcher.h"

#include "core/base/background_pool.h"

#include <atomic>

using namespace std::chrono_literals;

namespace quillway::search {

using namespace quillway::model;

namespace {

/// How long a step of indexing keeps a question waiting.
constexpr auto step = 15ms;
/// Priorities of the jobs of one thread.
constexpr int background = 0;
constexpr int question = 1;
constexpr int first = 2;

} // namespace

struct Searcher::Private {
    FileSystem &files;
    std::function<void()> tellCaughtUp;
    std::stop_source ending;
    std::stop_source placesAsked;
    std::stop_source textsAsked;
    QString folder; ///< of the site that is open

    // Of the places' thread
    std::shared_ptr<const NameIndex> names;

    // Of the texts' thread
    std::unique_ptr<FullTextIndex> index;
    bool stepQueued = false;

    // Between the threads
    std::atomic<int> newestSite = 0;

    BackgroundPool places;
    BackgroundPool texts;

    explicit Private(FileSystem &fileSystem)
        : files(fileSystem)
    {
        for (BackgroundPool *pool : { &places, &texts }) {
            pool->setMaxThreadCount(1);
            pool->setExpiryTimeout(-1); // SQLite's connection stays on its thread
        }
    }

    void takeNames(const SitePtr &site, bool anotherSite, int number);
    void takeTexts(const SitePtr &site, bool anotherSite);
    void queueStep();
};

/// On the places' thread. Of several snapshots of one site that wait only the newest is made an index of.
void Searcher::Private::takeNames(const SitePtr &site, bool anotherSite, int number)
{
    if ((!anotherSite && number != newestSite.load()) || ending.stop_requested())
        return;
    names = site ? std::make_shared<const NameIndex>(*site, names.get()) : nullptr;
}

/// On the texts' thread.
void Searcher::Private::takeTexts(const SitePtr &site, bool anotherSite)
{
    if (anotherSite || !site)
        index.reset();
    if (!site)
        return;
    if (!index)
        index = std::make_unique<FullTextIndex>(files, site->folder());
    index->setSite(site);
    queueStep();
}

/// On the texts' thread: one step after the other, questions between them.
void Searcher::Private::queueStep()
{
    if (stepQueued || ending.stop_requested())
        return;
    stepQueued = true;
    texts.start(
        [this] {
            stepQueued = false;
            if (!index || ending.stop_requested())
                return;
            if (index->work(step, ending.get_token()))
                queueStep();
            else if (tellCaughtUp)
                tellCaughtUp();
        },
        background);
}

Searcher::Searcher(FileSystem &files)
    : d(std::make_unique<Private>(files))
{ }

Searcher::~Searcher()
{
    d->ending.request_stop();
    cancel();
    d->places.clear();
    d->texts.clear();
    d->places.waitForDone();
    d->texts.waitForDone();
}

void Searcher::onCaughtUp(std::function<void()> tell)
{
    d->tellCaughtUp = std::move(tell);
}

void Searcher::setSite(const SitePtr &site)
{
    const QString folder = site ? site->folder() : QString();
    const bool anotherSite = folder != d->folder;
    d->folder = folder;
    const int number = ++d->newestSite;
    d->places.start([this, site, anotherSite, number] { d->takeNames(site, anotherSite, number); }, anotherSite ? first : background);
    d->texts.start([this, site, anotherSite] { d->takeTexts(site, anotherSite); }, first);
}

void Searcher::findPlaces(const QString &typed, const PlaceOptions &options, PlacesAnswer answer)
{
    d->placesAsked.request_stop();
    d->placesAsked = {};
    d->places.start(
        [this, typed, options, answer = std::move(answer), stop = d->placesAsked.get_token()] {
            if (stop.stop_requested())
                return;
            const QList<FoundPlace> found = d->names ? d->names->find(typed, options, stop) : QList<FoundPlace>();
            if (!stop.stop_requested())
                answer(found);
        },
        question);
}

void Searcher::findTexts(const QString &query, const FindOptions &options, TextsAnswer answer)
{
    d->textsAsked.request_stop();
    d->textsAsked = {};
    d->texts.start(
        [this, query, options, answer = std::move(answer), stop = d->textsAsked.get_token()] {
            if (stop.stop_requested())
                return;
            const auto found = d->index ? d->index->find(query, options, stop) : Result<FoundTexts>();
            if (!found)
                d->queueStep(); // mends what failed
            if (!stop.stop_requested())
                answer(found.value_or(FoundTexts { {}, false, true }));
        },
        question);
}

void Searcher::cancel()
{
    d->placesAsked.request_stop();
    d->textsAsked.request_stop();
}

} // namespace quillway::search
