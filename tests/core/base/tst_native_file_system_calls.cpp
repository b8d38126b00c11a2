// SPDX-License-Identifier: GPL-3.0-or-later

// What the system may answer and seldom does: the calls of the C library are replaced in this program, and fail when told to.
#include "core/base/native_file_system.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <dirent.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <linux/fs.h>
#include <sys/file.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdarg>
#include <functional>
#include <string>
#include <utility>

using namespace Qt::StringLiterals;
using namespace quillway;

namespace {

/// The next calls of that name fail so.
struct Failing {
    std::string call;
    int error = 0;
    int times = 0;
} failing, failingToo;

bool fails(const char *call)
{
    for (Failing *each : { &failing, &failingToo }) {
        if (each->times == 0 || each->call != call)
            continue;
        --each->times;
        errno = each->error;
        return true;
    }
    return false;
}

template<typename Function>
Function *real(const char *name)
{
    return reinterpret_cast<Function *>(::dlsym(RTLD_NEXT, name));
}

} // namespace

extern "C" {

int open(const char *path, int flags, ...)
{
    va_list more;
    va_start(more, flags);
    const mode_t mode = flags & O_CREAT ? va_arg(more, mode_t) : 0;
    va_end(more);
    return fails("open") ? -1 : real<int(const char *, int, ...)>("open")(path, flags, mode);
}
ssize_t read(int file, void *bytes, size_t count)
{
    if (failing.call == "read without end" && failing.times > 0) {
        failing.times = 1;
        return ssize_t(count);
    }
    return fails("read") ? -1 : real<ssize_t(int, void *, size_t)>("read")(file, bytes, count);
}
ssize_t write(int file, const void *bytes, size_t count)
{
    if (fails("write"))
        return errno == 0 ? 0 : -1; // no error: it takes nothing
    return real<ssize_t(int, const void *, size_t)>("write")(file, bytes, count);
}
ssize_t pread(int file, void *bytes, size_t count, off_t offset)
{
    return fails("pread") ? -1 : real<ssize_t(int, void *, size_t, off_t)>("pread")(file, bytes, count, offset);
}
ssize_t copy_file_range(int from, off64_t *fromOffset, int to, off64_t *toOffset, size_t count, unsigned int flags)
{
    return fails("copy_file_range") ? -1
                                    : real<ssize_t(int, off64_t *, int, off64_t *, size_t, unsigned int)>("copy_file_range")(
                                          from, fromOffset, to, toOffset, count, flags);
}
int ioctl(int file, unsigned long request, ...) noexcept
{
    va_list more;
    va_start(more, request);
    void *argument = va_arg(more, void *);
    va_end(more);
    // As where the blocks of one file can be another's, too.
    if (request == FICLONE && failing.call == "ioctl shares" && failing.times > 0) {
        --failing.times;
        return 0;
    }
    return real<int(int, unsigned long, ...)>("ioctl")(file, request, argument);
}
int close(int file)
{
    const int result = real<int(int)>("close")(file);
    return fails("close") ? -1 : result;
}
int fsync(int file)
{
    return fails("fsync") ? -1 : real<int(int)>("fsync")(file);
}
int fdatasync(int file)
{
    return fails("fdatasync") ? -1 : real<int(int)>("fdatasync")(file);
}
int ftruncate(int file, off_t size) noexcept
{
    return fails("ftruncate") ? -1 : real<int(int, off_t)>("ftruncate")(file, size);
}
int fchmod(int file, mode_t mode) noexcept
{
    return fails("fchmod") ? -1 : real<int(int, mode_t)>("fchmod")(file, mode);
}
int flock(int file, int operation) noexcept
{
    return fails("flock") ? -1 : real<int(int, int)>("flock")(file, operation);
}
int fstat(int file, struct stat *status) noexcept
{
    return fails("fstat") ? -1 : real<int(int, struct stat *)>("fstat")(file, status);
}
int fstatat(int folder, const char *path, struct stat *status, int flags) noexcept
{
    return fails("fstatat") ? -1 : real<int(int, const char *, struct stat *, int)>("fstatat")(folder, path, status, flags);
}
int mkdir(const char *path, mode_t mode) noexcept
{
    // There is no parent; it is made; and then the folder itself cannot be.
    if (failing.call == "mkdir again" && failing.times > 0) {
        const int before = failing.times--;
        if (before != 2) {
            errno = before == 3 ? ENOENT : failing.error;
            return -1;
        }
    }
    return fails("mkdir") ? -1 : real<int(const char *, mode_t)>("mkdir")(path, mode);
}
int renameat2(int fromFolder, const char *from, int toFolder, const char *to, unsigned int flags) noexcept
{
    return fails("renameat2")
        ? -1
        : real<int(int, const char *, int, const char *, unsigned int)>("renameat2")(fromFolder, from, toFolder, to, flags);
}
dirent *readdir(DIR *folder)
{
    if (fails("readdir"))
        return nullptr;
    dirent *entry = real<dirent *(DIR *)>("readdir")(folder);
    if (entry && failing.call == "no kinds") // as some file systems do
        entry->d_type = DT_UNKNOWN;
    return entry;
}

} // extern "C"

class TestNativeFileSystemCalls : public QObject
{
    Q_OBJECT

    using Act = std::function<std::optional<ErrorCode>(NativeFileSystem &files, const QString &folder)>;

    /// The error's code, if there is one.
    static std::optional<ErrorCode> code(const auto &result) { return result ? std::nullopt : std::optional(result.error().code); }
    static void put(const QString &path)
    {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write("text") != 4)
            qFatal("cannot prepare %s", qPrintable(path));
    }

private Q_SLOTS:
    void cleanup() { failing = failingToo = {}; }

    void saysWhatFailed_data()
    {
        QTest::addColumn<QString>("call");
        QTest::addColumn<int>("error");
        QTest::addColumn<Act>("act");
        QTest::addColumn<std::optional<ErrorCode>>("code");
        const auto row = [](const char *name, const QString &call, int error, const Act &act, std::optional<ErrorCode> code) {
            QTest::newRow(name) << call << error << act << code;
        };
        const Act read = [](NativeFileSystem &files, const QString &folder) { return code(files.read(folder + u"/a"_s)); };
        const Act list = [](NativeFileSystem &files, const QString &folder) { return code(files.list(folder)); };
        const Act truncate = [](NativeFileSystem &files, const QString &folder) {
            const auto handle = files.truncate(folder + u"/a"_s);
            if (handle)
                std::ignore = files.close(*handle);
            return code(handle);
        };
        const Act lock = [](NativeFileSystem &files, const QString &folder) {
            const auto handle = files.lock(folder + u"/a"_s, 0600);
            if (handle)
                std::ignore = files.close(*handle);
            return code(handle);
        };
        const Act syncFolder = [](NativeFileSystem &files, const QString &folder) { return code(files.syncFolder(folder)); };
        const Act make = [](NativeFileSystem &files, const QString &folder) { return code(files.makeFolder(folder + u"/new"_s)); };
        const Act readPart = [](NativeFileSystem &files, const QString &folder) { return code(files.readPart(folder + u"/a"_s, 1, 2)); };
        const Act copy = [](NativeFileSystem &files, const QString &folder) {
            return code(files.copyFile(folder + u"/a"_s, folder + u"/b"_s));
        };
        /// What is done to a handle.
        const auto onHandle = [](auto act) {
            return Act([act](NativeFileSystem &files, const QString &folder) {
                const auto handle = files.create(folder + u"/b"_s, 0600);
                const std::optional<ErrorCode> found = code(act(files, *handle));
                std::ignore = files.close(*handle);
                return found;
            });
        };
        row("a read", u"read"_s, EIO, read, ErrorCode::NotReadable);
        row("a read that a signal breaks off", u"read"_s, EINTR, read, std::nullopt);
        row("an open", u"open"_s, EIO, read, ErrorCode::NotReadable);
        row("an open that a signal breaks off", u"open"_s, EINTR, read, std::nullopt);
        row("the status of what is open", u"fstat"_s, EIO, read, ErrorCode::NotReadable);
        row("a folder's entry", u"readdir"_s, EIO, list, ErrorCode::NotReadable);
        row("a cut", u"ftruncate"_s, EIO, truncate, ErrorCode::NotWritable);
        row("a cut that a signal breaks off", u"ftruncate"_s, EINTR, truncate, std::nullopt);
        row("a write", u"write"_s, EIO,
            onHandle([](NativeFileSystem &files, FileSystem::Handle handle) { return files.write(handle, "x"); }), ErrorCode::NotWritable);
        row("a write that a signal breaks off", u"write"_s, EINTR,
            onHandle([](NativeFileSystem &files, FileSystem::Handle handle) { return files.write(handle, "x"); }), std::nullopt);
        row("a sync", u"fsync"_s, EIO, onHandle([](NativeFileSystem &files, FileSystem::Handle handle) { return files.sync(handle); }),
            ErrorCode::SyncFailed);
        row("a sync of what was written", u"fdatasync"_s, EIO,
            onHandle([](NativeFileSystem &files, FileSystem::Handle handle) { return files.syncData(handle); }), ErrorCode::SyncFailed);
        row("a sync that a signal breaks off", u"fsync"_s, EINTR,
            onHandle([](NativeFileSystem &files, FileSystem::Handle handle) { return files.sync(handle); }), std::nullopt);
        row("a sync of what was written that a signal breaks off", u"fdatasync"_s, EINTR,
            onHandle([](NativeFileSystem &files, FileSystem::Handle handle) { return files.syncData(handle); }), std::nullopt);
        row("a mode", u"fchmod"_s, EIO,
            onHandle([](NativeFileSystem &files, FileSystem::Handle handle) { return files.setMode(handle, 0640); }),
            ErrorCode::NotWritable);
        row("a mode that a signal breaks off", u"fchmod"_s, EINTR,
            onHandle([](NativeFileSystem &files, FileSystem::Handle handle) { return files.setMode(handle, 0640); }), std::nullopt);
        row("a folder's sync", u"fsync"_s, EIO, syncFolder, ErrorCode::SyncFailed);
        row("a folder's sync that a signal breaks off", u"fsync"_s, EINTR, syncFolder, std::nullopt);
        row("a folder that is opened for it, and a signal", u"open"_s, EINTR, syncFolder, std::nullopt);
        row("a folder that cannot be opened for it", u"open"_s, EACCES, syncFolder, ErrorCode::SyncFailed);
        row("where folders need none", u"fsync"_s, EINVAL, syncFolder, std::nullopt);
        row("where folders have none", u"fsync"_s, ENOTSUP, syncFolder, std::nullopt);
        row("a lock", u"flock"_s, EIO, lock, ErrorCode::NotWritable);
        row("where there are no locks left", u"flock"_s, ENOLCK, lock, std::nullopt);
        row("where the file system has no locks", u"flock"_s, ENOTSUP, lock, std::nullopt);
        row("where the system has no locks", u"flock"_s, ENOSYS, lock, std::nullopt);
        row("where such a file has no locks", u"flock"_s, EINVAL, lock, std::nullopt);
        row("a lock that a signal breaks off", u"flock"_s, EINTR, lock, std::nullopt);
        row("a part's read", u"pread"_s, EIO, readPart, ErrorCode::NotReadable);
        row("a part's read that a signal breaks off", u"pread"_s, EINTR, readPart, std::nullopt);
        row(
            "a file that grows while it is read", u"read without end"_s, 0,
            [](NativeFileSystem &files, const QString &folder) {
                const std::optional<ErrorCode> found = code(files.read(folder + u"/a"_s));
                failing.times = 0;
                return found;
            },
            ErrorCode::TooDeep);
        row("a copy that shares the blocks", u"ioctl shares"_s, 0, copy, std::nullopt);
        row("a copy that a signal breaks off", u"copy_file_range"_s, EINTR, copy, std::nullopt);
        row("a copy", u"copy_file_range"_s, EIO, copy, ErrorCode::NotWritable);
        row("a copy to a full disk", u"copy_file_range"_s, ENOSPC, copy, ErrorCode::DiskFull);
        row("the end of a copy", u"close"_s, EIO, copy, ErrorCode::NotWritable);
        row(
            "a copy, and its end, too", u"copy_file_range"_s, EIO,
            [copy](NativeFileSystem &files, const QString &folder) {
                failingToo = { "close", ENOSPC, 1 };
                return copy(files, folder);
            },
            ErrorCode::NotWritable);
        row("the end of a copy that a signal breaks off", u"close"_s, EINTR, copy, std::nullopt);
        row("a folder that another program makes at the same moment", u"mkdir again"_s, EEXIST, make, std::nullopt);
        row("a folder whose parent goes", u"mkdir again"_s, ENOENT, make, ErrorCode::NotFound);
        row(
            "a folder at the top where there is no top", u"mkdir"_s, ENOENT,
            [](NativeFileSystem &files, const QString &) { return code(files.makeFolder(u"/no-such-folder"_s)); }, ErrorCode::NotFound);
        row(
            "a folder whose parent cannot be made", u"mkdir"_s, ENOENT,
            [](NativeFileSystem &files, const QString &folder) {
                failingToo = { "mkdir", EDQUOT, 1 };
                return code(files.makeFolder(folder + u"/new/in"_s));
            },
            ErrorCode::DiskFull);
    }
    void saysWhatFailed()
    {
        QFETCH(QString, call);
        QFETCH(int, error);
        QFETCH(Act, act);
        QFETCH(std::optional<ErrorCode>, code);
        const QTemporaryDir folder;
        put(folder.filePath(u"a"_s));
        NativeFileSystem files;
        failing = { call.toStdString(), error, call == u"mkdir again" ? 3 : 1 };
        const std::optional<ErrorCode> found = act(files, folder.path());
        QCOMPARE(failing.times, 0); // it came to that
        QVERIFY2(found == code, qPrintable(QString::number(found ? int(*found) : -1)));
    }

    void copiesThroughMemoryWhereTheKernelCannot_data()
    {
        QTest::addColumn<int>("error"); // of the kernel's call
        QTest::addColumn<QString>("then"); // the call that fails behind it
        QTest::addColumn<int>("thenError");
        QTest::addColumn<bool>("isCopied");
        QTest::newRow("other file systems") << EXDEV << QString() << 0 << true;
        QTest::newRow("not for these files") << EINVAL << QString() << 0 << true;
        QTest::newRow("an old kernel") << ENOSYS << QString() << 0 << true;
        QTest::newRow("not here") << EOPNOTSUPP << QString() << 0 << true;
        QTest::newRow("not allowed") << EPERM << QString() << 0 << true;
        QTest::newRow("and what is read fails") << EXDEV << u"read"_s << EIO << false;
        QTest::newRow("and what is written fails") << EXDEV << u"write"_s << EIO << false;
        QTest::newRow("and nothing is taken") << EXDEV << u"write"_s << 0 << false;
        QTest::newRow("and a signal comes while it is read") << EXDEV << u"read"_s << EINTR << true;
        QTest::newRow("and a signal comes while it is written") << EXDEV << u"write"_s << EINTR << true;
    }
    void copiesThroughMemoryWhereTheKernelCannot()
    {
        QFETCH(int, error);
        QFETCH(QString, then);
        QFETCH(int, thenError);
        QFETCH(bool, isCopied);
        const QTemporaryDir folder;
        put(folder.filePath(u"a"_s));
        NativeFileSystem files;
        failing = { "copy_file_range", error, 1 };
        failingToo = { then.toStdString(), thenError, then.isEmpty() ? 0 : 1 };
        const auto copied = files.copyFile(folder.filePath(u"a"_s), folder.filePath(u"b"_s));
        QCOMPARE(failing.times + failingToo.times, 0);
        QCOMPARE(copied.has_value(), isCopied);
        QCOMPARE(QFile::exists(folder.filePath(u"b"_s)), isCopied);
        if (copied)
            QCOMPARE(files.read(folder.filePath(u"b"_s)).value(), "text"_ba);
        else
            QCOMPARE(copied.error().code, ErrorCode::NotWritable); // what failed first
    }

    void aCloseThatFailsIsNotRepeated()
    {
        const QTemporaryDir folder;
        NativeFileSystem files;
        for (const auto &[error, code] :
             { std::pair(EIO, std::optional(ErrorCode::NotWritable)), std::pair(EINTR, std::optional<ErrorCode>()) }) {
            const auto handle = files.create(folder.filePath(QString::number(error)), 0600);
            QVERIFY(handle);
            failing = { "close", error, 1 };
            const auto closed = files.close(*handle);
            QVERIFY(TestNativeFileSystemCalls::code(closed) == code);
            QCOMPARE(::fcntl(*handle, F_GETFD), -1);
        }
    }

    void listsWhereTheSystemTellsNoKinds()
    {
        const QTemporaryDir folder;
        put(folder.filePath(u"a"_s));
        QVERIFY(QDir(folder.path()).mkdir(u"b"_s));
        failing = { "no kinds", 0, 0 };
        const auto entries = NativeFileSystem().list(folder.path());
        QVERIFY(entries);
        for (const FolderEntry &entry : *entries)
            QCOMPARE(entry.kind, entry.name == u"a" ? FileKind::File : FileKind::Folder);
        QCOMPARE(entries->size(), 2);
    }

    void listsWhatGoesWhileItIsListed()
    {
        const QTemporaryDir folder;
        put(folder.filePath(u"a"_s));
        failing = { "no kinds", 0, 0 };
        failingToo = { "fstatat", ENOENT, 1 };
        const auto entries = NativeFileSystem().list(folder.path());
        QCOMPARE(failingToo.times, 0);
        QVERIFY(entries);
        QCOMPARE(entries->size(), 1);
        QCOMPARE(entries->constFirst().kind, FileKind::Other);
    }

    void aLinkThatLeadsNowhereIsNoFolder()
    {
        const QTemporaryDir folder;
        QVERIFY(QFile::link(folder.filePath(u"nothing"_s), folder.filePath(u"link"_s)));
        QVERIFY(code(NativeFileSystem().makeFolder(folder.filePath(u"link"_s))) == ErrorCode::NotAFolder);
    }

    /// Network and user-space file systems: EINVAL, ENOSYS.
    void movesWithoutReplacingWhereTheSystemHasNoCallForIt_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<bool>("moves");
        QTest::newRow("a file") << u"file"_s << u"new"_s << true;
        QTest::newRow("a file where one is") << u"file"_s << u"other"_s << false;
        QTest::newRow("a file into no folder") << u"file"_s << u"no/new"_s << false;
        QTest::newRow("a folder") << u"folder"_s << u"new"_s << true;
        QTest::newRow("a folder where a file is") << u"folder"_s << u"other"_s << false;
        QTest::newRow("a folder where an empty one is") << u"folder"_s << u"empty"_s << false;
        QTest::newRow("what is not there") << u"none"_s << u"new"_s << false;
    }
    void movesWithoutReplacingWhereTheSystemHasNoCallForIt()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(bool, moves);
        for (const int error : { EINVAL, ENOSYS }) {
            const QTemporaryDir folder;
            put(folder.filePath(u"file"_s));
            put(folder.filePath(u"other"_s));
            QVERIFY(QDir(folder.path()).mkpath(u"folder/in"_s) && QDir(folder.path()).mkdir(u"empty"_s));
            const QStringList before = QDir(folder.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
            failing = { "renameat2", error, 1 };
            NativeFileSystem files;
            const auto moved = files.renameIfAbsent(folder.filePath(from), folder.filePath(to));
            QCOMPARE(failing.times, 0);
            QCOMPARE(moved.has_value(), moves);
            QStringList after = before;
            if (moves)
                after.replace(after.indexOf(from), to);
            after.sort();
            QStringList found = QDir(folder.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
            found.sort();
            QCOMPARE(found, after);
            if (moves)
                QVERIFY(from == u"file" ? QFile::exists(folder.filePath(to)) : QFile::exists(folder.filePath(to + u"/in"_s)));
        }
    }

    void aLinkToANameThatIsNoTextIsRefused()
    {
        const QTemporaryDir folder;
        const QByteArray odd = QFile::encodeName(folder.path()) + "/\xff";
        QCOMPARE(::mkdir(odd.constData(), 0700), 0);
        QCOMPARE(::symlink(odd.constData(), QFile::encodeName(folder.filePath(u"link"_s)).constData()), 0);
        QVERIFY(code(NativeFileSystem().linkTarget(folder.filePath(u"link"_s))) == ErrorCode::NotUtf8);
        QCOMPARE(::rmdir(odd.constData()), 0);
    }
};

QTEST_GUILESS_MAIN(TestNativeFileSystemCalls)
#include "tst_native_file_system_calls.moc"
