// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <memory>
#include <stop_token>

struct sqlite3;
struct sqlite3_stmt;

namespace quillway::search {

/// A statement of SQL with its values; made by Database::prepare(), must not outlive it. Numbers of parameters count from 1, of columns from 0.
class Statement
{
public:
    void bind(int parameter, qint64 value);
    void bind(int parameter, const QString &value);
    void bindBytes(int parameter, const QByteArray &value);

    /// True with a row at hand, false at the end. Errors: see Database.
    [[nodiscard]] Result<bool> step();
    /// Ready to be run again with other values.
    void reset();

    [[nodiscard]] qint64 number(int column) const;
    [[nodiscard]] double real(int column) const;
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArray bytes(int column) const;

private:
    friend class Database;
    struct Finalize {
        void operator()(sqlite3_stmt *statement) const;
    };
    explicit Statement(sqlite3_stmt *statement)
        : m_statement(statement)
    { }
    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
};

/// A connection to an SQLite database, by SQLite's own interface: Qt's driver keeps its connections in a table of the program, ties each to a thread and cannot stop a
/// query that runs. To be used by one thread at a time. Errors: BadValue if the file is no database or a damaged one, NotWritable if another connection holds it or
/// the disk refuses, Cancelled if stopped, Internal for the rest; `detail` is SQLite's own words.
class Database
{
public:
    /// The file at `path` (no link in it is followed), made if it is not there; held for this connection alone, never waited for.
    [[nodiscard]] static Result<Database> openFile(const QString &path);
    /// One of its own that nobody else sees and that goes away with it: in memory, spilt to a temporary file if it grows large.
    [[nodiscard]] static Result<Database> openPrivate();

    [[nodiscard]] Result<Statement> prepare(const QString &sql);
    /// Runs statements that give no rows of interest, separated by semicolons.
    [[nodiscard]] Result<void> run(const QString &sql);

    /// What the SQL function accepts(rowid) says from now on; null: yes to all.
    void setAccepts(std::function<bool(qint64 rowid)> accepts);

    /// What runs from now on ends with Cancelled soon after `stop` is requested.
    void setStop(std::stop_token stop);

private:
    struct Close {
        void operator()(sqlite3 *database) const;
    };
    explicit Database(sqlite3 *database)
        : m_database(database)
    { }
    static Result<Database> open(const QString &name, int flags);

    // What SQLite calls back, at addresses that stay.
    std::unique_ptr<std::stop_token> m_stop = std::make_unique<std::stop_token>();
    std::unique_ptr<std::function<bool(qint64)>> m_accepts = std::make_unique<std::function<bool(qint64)>>();
    std::unique_ptr<sqlite3, Close> m_database;
};

} // namespace quillway::search
