// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/relevance.h"

#include "core/search/indexed_text.h"

#include <sqlite3.h>

#include <algorithm>

namespace quillway::search {

namespace {

constexpr double enough = 30; // occurrences: more make no difference

double worthOf(Column column)
{
    switch (column) {
    case Column::Title: return 8;
    case Column::Tags: return 5;
    case Column::Headings: return 3;
    case Column::Prose:
    case Column::Code:
    case Column::Links: break;
    }
    return 0;
}

double phraseWorth(const Fts5ExtensionApi &api, Fts5Context *row, int phrase)
{
    Fts5PhraseIter place {};
    int column = -1;
    int offset = 0;
    double framed = 0; // by title, tag or heading
    double elsewhere = 0;
    // Ascending by column.
    for (api.xPhraseFirst(row, phrase, &place, &column, &offset); column >= 0 && elsewhere < enough;
         api.xPhraseNext(row, &place, &column, &offset)) {
        const double worth = worthOf(Column(column));
        framed = std::max(framed, worth);
        if (worth == 0)
            elsewhere += Column(column) == Column::Links ? 0.5 : 1;
    }
    return framed + elsewhere / (elsewhere + 2);
}

void relevance(const Fts5ExtensionApi *api, Fts5Context *row, sqlite3_context *result, int /*count*/, sqlite3_value ** /*values*/)
{
    double worth = 0;
    const int phrases = api->xPhraseCount(row);
    for (int phrase = 0; phrase < phrases; ++phrase)
        worth += phraseWorth(*api, row, phrase);
    sqlite3_result_double(result, -worth);
}

/// As https://www.sqlite.org/fts5.html says in section 7.
fts5_api *apiOf(sqlite3 *database)
{
    fts5_api *api = nullptr;
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v2(database, "SELECT fts5(?1)", -1, &statement, nullptr) != SQLITE_OK)
        return nullptr;
    sqlite3_bind_pointer(statement, 1, static_cast<void *>(&api), "fts5_api_ptr", nullptr);
    sqlite3_step(statement);
    sqlite3_finalize(statement);
    return api;
}

} // namespace

bool addRelevance(sqlite3 *database)
{
    fts5_api *api = apiOf(database);
    return api && api->xCreateFunction(api, "relevance", nullptr, &relevance, nullptr) == SQLITE_OK;
}

} // namespace quillway::search
