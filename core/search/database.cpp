// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/database.h"

#include "core/search/relevance.h"

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace quillway::search {

namespace {

Error errorOf(sqlite3 *database, int code)
{
    ErrorCode kind = ErrorCode::Internal;
    switch (code & 0xFF) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_FORMAT: kind = ErrorCode::BadValue; break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_IOERR: kind = ErrorCode::NotWritable; break;
    case SQLITE_FULL: kind = ErrorCode::DiskFull; break;
    case SQLITE_INTERRUPT: kind = ErrorCode::Cancelled; break;
    default: break;
    }
    return { kind, {}, {}, QString::fromUtf8(database ? sqlite3_errmsg(database) : sqlite3_errstr(code)) };
}

int isStopped(void *stop)
{
    return static_cast<const std::stop_token *>(stop)->stop_requested() ? 1 : 0;
}

void accepts(sqlite3_context *context, int /*count*/, sqlite3_value **values)
{
    const auto &function = *static_cast<const std::function<bool(qint64)> *>(sqlite3_user_data(context));
    sqlite3_result_int(context, !function || function(sqlite3_value_int64(values[0])) ? 1 : 0);
}

} // namespace

void Statement::Finalize::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

void Database::Close::operator()(sqlite3 *database) const
{
    sqlite3_close_v2(database);
}

void Statement::bind(int parameter, qint64 value)
{
    sqlite3_bind_int64(m_statement.get(), parameter, value);
}

void Statement::bind(int parameter, const QString &value)
{
    const QByteArray utf8 = value.toUtf8();
    sqlite3_bind_text64(m_statement.get(), parameter, utf8.constData(), sqlite3_uint64(utf8.size()), SQLITE_TRANSIENT, SQLITE_UTF8);
}

void Statement::bindBytes(int parameter, const QByteArray &value)
{
    sqlite3_bind_blob64(m_statement.get(), parameter, value.constData(), sqlite3_uint64(value.size()), SQLITE_TRANSIENT);
}

Result<bool> Statement::step()
{
    const int code = sqlite3_step(m_statement.get());
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    return std::unexpected(errorOf(sqlite3_db_handle(m_statement.get()), code));
}

void Statement::reset()
{
    sqlite3_reset(m_statement.get());
    sqlite3_clear_bindings(m_statement.get());
}

qint64 Statement::number(int column) const
{
    return sqlite3_column_int64(m_statement.get(), column);
}

double Statement::real(int column) const
{
    return sqlite3_column_double(m_statement.get(), column);
}

QString Statement::text(int column) const
{
    const auto *utf8 = reinterpret_cast<const char *>(sqlite3_column_text(m_statement.get(), column));
    return QString::fromUtf8(utf8, sqlite3_column_bytes(m_statement.get(), column));
}

QByteArray Statement::bytes(int column) const
{
    const auto *bytes = static_cast<const char *>(sqlite3_column_blob(m_statement.get(), column));
    return { bytes, sqlite3_column_bytes(m_statement.get(), column) };
}

Result<Database> Database::open(const QString &name, int flags)
{
    sqlite3 *handle = nullptr;
    const int code = sqlite3_open_v2(name.toUtf8().constData(), &handle, flags | SQLITE_OPEN_NOMUTEX, nullptr);
    Database database(handle);
    if (code != SQLITE_OK)
        return std::unexpected(errorOf(handle, code));
    sqlite3_extended_result_codes(handle, 1);
    // The file may come from anybody: its schema is not believed.
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
    sqlite3_create_function_v2(handle, "accepts", 1, SQLITE_UTF8 | SQLITE_DIRECTONLY, database.m_accepts.get(), &accepts, nullptr, nullptr,
                               nullptr);
    if (!addRelevance(handle))
        return std::unexpected(Error { ErrorCode::Internal, {}, {}, u"SQLite without FTS5"_s });
    return database;
}

Result<Database> Database::openFile(const QString &path)
{
    auto database = open(path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOFOLLOW);
    if (!database)
        return database;
    // A log beside the file, kept by one connection: whole after a crash, and no shared memory that a network disk would not have. The empty transaction takes the lock.
    if (auto held = database->run(
            u"PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; BEGIN IMMEDIATE; COMMIT"_s);
        !held)
        return std::unexpected(held.error());
    return database;
}

Result<Database> Database::openPrivate()
{
    auto database = open({}, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    if (!database)
        return database;
    if (auto set = database->run(u"PRAGMA journal_mode=MEMORY; PRAGMA synchronous=OFF"_s); !set)
        return std::unexpected(set.error());
    return database;
}

Result<Statement> Database::prepare(const QString &sql)
{
    sqlite3_stmt *statement = nullptr;
    const QByteArray utf8 = sql.toUtf8();
    const int code = sqlite3_prepare_v2(m_database.get(), utf8.constData(), int(utf8.size()), &statement, nullptr);
    if (code != SQLITE_OK)
        return std::unexpected(errorOf(m_database.get(), code));
    return Statement(statement);
}

Result<void> Database::run(const QString &sql)
{
    const int code = sqlite3_exec(m_database.get(), sql.toUtf8().constData(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return std::unexpected(errorOf(m_database.get(), code));
    return {};
}

void Database::setAccepts(std::function<bool(qint64)> accepts)
{
    *m_accepts = std::move(accepts);
}

void Database::setStop(std::stop_token stop)
{
    constexpr int operationsBetweenLooks = 2000;
    *m_stop = std::move(stop);
    sqlite3_progress_handler(m_database.get(), operationsBetweenLooks, m_stop->stop_possible() ? &isStopped : nullptr, m_stop.get());
}

} // namespace quillway::search
