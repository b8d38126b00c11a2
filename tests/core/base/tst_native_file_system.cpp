// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/native_file_system.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using namespace quillway;
using namespace Qt::StringLiterals;

namespace {

template<typename T>
ErrorCode codeOf(const Result<T> &result)
{
    return result ? ErrorCode::Internal : result.error().code;
}

} // namespace

#define VERIFY_DONE(call)                                                                                                                  \
    do {                                                                                                                                   \
        const auto done = (call);                                                                                                          \
        QVERIFY2(done.has_value(), done ? "" : qPrintable(done.error().detail));                                                           \
    } while (false)

class TestNativeFileSystem : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void readsWhole_data();
    void readsWhole();
    void readsParts_data();
    void readsParts();
    void readsFilesThatDoNotKnowTheirSize();
    void readsNothingButFiles_data();
    void readsNothingButFiles();
    void readsNoFileBeyondTheLimit();
    void refusesNamesTheSystemWouldMistake_data();
    void refusesNamesTheSystemWouldMistake();
    void listsAFolder();
    void listsNamesThatAreNoUtf8();
    void listsNothingButFolders();
    void tellsTheStatus();
    void followsLinksOnlyWhenAsked();
    void findsALinksTarget();
    void createsOnlyWhatIsNotThere();
    void createsWithTheMode();
    void truncatesOnlyFiles();
    void appends();
    void writesToAClosedHandleFail();
    void tellsAFullDiskApart();
    void setsModes();
    void copiesFiles_data();
    void copiesFiles();
    void copiesOverNothing();
    void renamesOverAFile();
    void renamesWithoutReplacing();
    void makesFoldersWithParents();
    void removesFilesAndLinks();
    void removesEmptyFolders();
    void syncsFolders();
    void createsOneFolderWithTheMode();
    void locksAFileOnce();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    void put(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    [[nodiscard]] QByteArray get(const QString &name) const { return m_files.read(path(name)).value_or("?"_ba); }

    NativeFileSystem m_files;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestNativeFileSystem::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestNativeFileSystem::cleanup()
{
    m_folder.reset();
}

void TestNativeFileSystem::readsWhole_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << ""_ba;
    QTest::newRow("one byte") << "x"_ba;
    QTest::newRow("NUL and line ends") << QByteArray("a\0\r\n\xFF", 5);
    QTest::newRow("larger than a buffer") << QByteArray(3'000'001, 'z');
}

void TestNativeFileSystem::readsWhole()
{
    QFETCH(QByteArray, bytes);
    put(u"file"_s, bytes);
    QCOMPARE(get(u"file"_s), bytes);
}

void TestNativeFileSystem::readsParts_data()
{
    QTest::addColumn<qint64>("offset");
    QTest::addColumn<qsizetype>("size");
    QTest::addColumn<QByteArray>("part");
    QTest::newRow("from the begin") << qint64(0) << qsizetype(3) << "abc"_ba;
    QTest::newRow("in the middle") << qint64(2) << qsizetype(2) << "cd"_ba;
    QTest::newRow("over the end") << qint64(4) << qsizetype(100) << "ef"_ba;
    QTest::newRow("behind the end") << qint64(100) << qsizetype(4) << QByteArray();
    QTest::newRow("nothing") << qint64(1) << qsizetype(0) << QByteArray();
}

void TestNativeFileSystem::readsParts()
{
    QFETCH(qint64, offset);
    QFETCH(qsizetype, size);
    QFETCH(QByteArray, part);
    put(u"file"_s, "abcdef"_ba);
    const auto read = m_files.readPart(path(u"file"_s), offset, size);
    VERIFY_DONE(read);
    QCOMPARE(*read, part);
    QCOMPARE(codeOf(m_files.readPart(path(u"missing"_s), 0, 1)), ErrorCode::NotFound);
}

void TestNativeFileSystem::readsFilesThatDoNotKnowTheirSize()
{
    if (!QFile::exists(u"/proc/self/maps"_s))
        QSKIP("no /proc here");
    const auto bytes = m_files.read(u"/proc/self/maps"_s);
    VERIFY_DONE(bytes);
    QVERIFY(bytes->size() > 1000);
    QVERIFY(bytes->endsWith('\n'));
}

void TestNativeFileSystem::readsNothingButFiles_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("missing") << u"missing"_s << ErrorCode::NotFound;
    QTest::newRow("in a missing folder") << u"missing/file"_s << ErrorCode::NotFound;
    QTest::newRow("in a file") << u"file/inside"_s << ErrorCode::NotAFolder;
    QTest::newRow("folder") << u"folder"_s << ErrorCode::NotAFile;
    QTest::newRow("pipe, without waiting for a writer") << u"pipe"_s << ErrorCode::NotAFile;
    QTest::newRow("socket") << u"socket"_s << ErrorCode::NotAFile;
    QTest::newRow("link to itself") << u"loop"_s << ErrorCode::NotReadable;
    QTest::newRow("link to nothing") << u"dangling"_s << ErrorCode::NotFound;
    QTest::newRow("device") << u"device"_s << ErrorCode::NotAFile;
    QTest::newRow("name too long") << QString(300, u'n') << ErrorCode::NotReadable;
}

void TestNativeFileSystem::readsNothingButFiles()
{
    QFETCH(QString, name);
    put(u"file"_s, "x");
    QVERIFY(QDir().mkdir(path(u"folder"_s)));
    QCOMPARE(::mkfifo(qPrintable(path(u"pipe"_s)), 0600), 0);
    QVERIFY(QFile::link(u"loop"_s, path(u"loop"_s)));
    QVERIFY(QFile::link(u"nothing"_s, path(u"dangling"_s)));
    QVERIFY(QFile::link(u"/dev/zero"_s, path(u"device"_s)));
    sockaddr_un address { AF_UNIX, {} };
    qstrncpy(address.sun_path, qPrintable(path(u"socket"_s)), sizeof address.sun_path);
    const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
    QVERIFY(socket >= 0);
    QCOMPARE(::bind(socket, reinterpret_cast<sockaddr *>(&address), sizeof address), 0);
    ::close(socket);

    const auto bytes = m_files.read(path(name));
    QTEST(codeOf(bytes), "code");
    QCOMPARE(bytes.error().file, path(name));
}

void TestNativeFileSystem::readsNoFileBeyondTheLimit()
{
    put(u"huge"_s, "x");
    if (::truncate(qPrintable(path(u"huge"_s)), qint64(5) << 30) != 0)
        QSKIP("no sparse files here");
    QCOMPARE(codeOf(m_files.read(path(u"huge"_s))), ErrorCode::TooDeep);
}

void TestNativeFileSystem::refusesNamesTheSystemWouldMistake_data()
{
    QTest::addColumn<QString>("suffix"); // of a file's path
    QTest::newRow("none, nor a path") << QString();
    QTest::newRow("NUL, behind which the system sees nothing") << u"\0.md"_s;
    QTest::newRow("half a surrogate pair, which has no UTF-8") << QString(QChar(0xD800));
}

void TestNativeFileSystem::refusesNamesTheSystemWouldMistake()
{
    QFETCH(QString, suffix);
    put(u"file"_s, "precious");
    const QString bad = suffix.isEmpty() ? QString() : path(u"file"_s) + suffix;
    QCOMPARE(codeOf(m_files.read(bad)), ErrorCode::NotFound);
    QCOMPARE(codeOf(m_files.list(bad)), ErrorCode::NotFound);
    QCOMPARE(codeOf(m_files.status(bad)), ErrorCode::NotFound);
    QCOMPARE(codeOf(m_files.targetStatus(bad)), ErrorCode::NotFound);
    QCOMPARE(codeOf(m_files.linkTarget(bad)), ErrorCode::NotFound);
    QCOMPARE(codeOf(m_files.create(bad, 0600)), ErrorCode::NotFound);
    QCOMPARE(codeOf(m_files.truncate(bad)), ErrorCode::NotFound);
    QCOMPARE(codeOf(m_files.append(bad, 0600)), ErrorCode::NotFound);
    QCOMPARE(codeOf(m_files.rename(bad, path(u"other"_s))), ErrorCode::NotFound);
    QCOMPARE(codeOf(m_files.rename(path(u"file"_s), bad)), ErrorCode::NotFound);
    QCOMPARE(codeOf(m_files.renameIfAbsent(bad, path(u"other"_s))), ErrorCode::NotFound);
    QCOMPARE(codeOf(m_files.renameIfAbsent(path(u"file"_s), bad)), ErrorCode::NotFound);
    QCOMPARE(codeOf(m_files.syncFolder(bad)), ErrorCode::NotFound);
    QCOMPARE(codeOf(m_files.makeFolder(bad)), ErrorCode::NotFound);
    QCOMPARE(codeOf(m_files.remove(bad)), ErrorCode::NotFound);
    QCOMPARE(codeOf(m_files.removeFolder(bad)), ErrorCode::NotFound);
    QCOMPARE(codeOf(m_files.createFolder(bad, 0700)), ErrorCode::NotFound);
    QCOMPARE(codeOf(m_files.lock(bad, 0600)), ErrorCode::NotFound);
    QCOMPARE(get(u"file"_s), "precious"_ba);
    QCOMPARE(m_files.list(m_folder->path())->size(), 1);
}

void TestNativeFileSystem::listsAFolder()
{
    put(u"file.md"_s, "x");
    put(u".hidden"_s, "x");
    put(u"größe 世界.md"_s, "x");
    QVERIFY(QDir().mkdir(path(u"folder"_s)));
    QVERIFY(QFile::link(u"folder"_s, path(u"link"_s)));
    QCOMPARE(::mkfifo(qPrintable(path(u"pipe"_s)), 0600), 0);
    auto entries = m_files.list(m_folder->path());
    VERIFY_DONE(entries);
    std::ranges::sort(*entries, {}, &FolderEntry::name);
    QStringList shown;
    for (const FolderEntry &entry : std::as_const(*entries))
        shown.append(entry.name + u' ' + QString::number(int(entry.kind)));
    QCOMPARE(shown, (QStringList { u".hidden 0"_s, u"file.md 0"_s, u"folder 1"_s, u"größe 世界.md 0"_s, u"link 2"_s, u"pipe 3"_s }));
}

void TestNativeFileSystem::listsNamesThatAreNoUtf8()
{
    const QByteArray name = path(u"caf"_s).toUtf8() + "\xE9-\xC3\xA9.md";
    const int file = ::creat(name.constData(), 0600);
    if (file < 0)
        QSKIP("this file system refuses such names");
    ::close(file);
    const auto entries = m_files.list(m_folder->path());
    VERIFY_DONE(entries);
    QCOMPARE(entries->size(), 1);
    QCOMPARE(entries->first().name, u"caf\\xe9-é.md"_s);
    QVERIFY(!entries->first().nameIsUtf8);
    QVERIFY(::unlink(name.constData()) == 0);
}

void TestNativeFileSystem::listsNothingButFolders()
{
    put(u"file"_s, "x");
    QCOMPARE(codeOf(m_files.list(path(u"missing"_s))), ErrorCode::NotFound);
    QCOMPARE(codeOf(m_files.list(path(u"file"_s))), ErrorCode::NotAFolder);
    QCOMPARE(m_files.list(path(u"file"_s)).error().file, path(u"file"_s));
    QVERIFY(QDir().mkdir(path(u"empty"_s)));
    QVERIFY(m_files.list(path(u"empty"_s))->isEmpty());
}

void TestNativeFileSystem::tellsTheStatus()
{
    put(u"file"_s, "12345");
    QCOMPARE(::chmod(qPrintable(path(u"file"_s)), 0640), 0);
    QCOMPARE(::link(qPrintable(path(u"file"_s)), qPrintable(path(u"second name"_s))), 0);
    const auto status = m_files.status(path(u"file"_s));
    VERIFY_DONE(status);
    QCOMPARE(status->kind, FileKind::File);
    QCOMPARE(status->size, 5);
    QCOMPARE(status->mode, 0640u);
    QCOMPARE(status->links, 2u);
    QCOMPARE(status->owner, quint32(::geteuid()));
    const auto second = m_files.status(path(u"second name"_s));
    QCOMPARE(second->inode, status->inode);
    QCOMPARE(second->device, status->device);
    const auto age = std::chrono::system_clock::now().time_since_epoch() - status->modified;
    QVERIFY(age > std::chrono::seconds(-60) && age < std::chrono::seconds(60));
    QCOMPARE(m_files.status(m_folder->path())->kind, FileKind::Folder);
    QCOMPARE(codeOf(m_files.status(path(u"missing"_s))), ErrorCode::NotFound);
}

void TestNativeFileSystem::followsLinksOnlyWhenAsked()
{
    put(u"file"_s, "12345");
    QVERIFY(QFile::link(u"file"_s, path(u"link"_s)));
    QCOMPARE(m_files.status(path(u"link"_s))->kind, FileKind::SymbolicLink);
    QCOMPARE(m_files.targetStatus(path(u"link"_s))->kind, FileKind::File);
    QCOMPARE(m_files.targetStatus(path(u"link"_s))->size, 5);
}

void TestNativeFileSystem::findsALinksTarget()
{
    QVERIFY(QDir().mkpath(path(u"a/b"_s)));
    put(u"a/b/file"_s, "x");
    QVERIFY(QFile::link(u"a/b"_s, path(u"short"_s)));
    QVERIFY(QFile::link(u"short/../b/file"_s, path(u"link"_s)));
    const QString canonical = QFileInfo(path(u"a/b/file"_s)).canonicalFilePath();
    QCOMPARE(m_files.linkTarget(path(u"link"_s)).value_or(u""_s), canonical);
    QCOMPARE(m_files.linkTarget(path(u"a/b/file"_s)).value_or(u""_s), canonical);
    QVERIFY(QFile::link(u"nothing"_s, path(u"dangling"_s)));
    QCOMPARE(codeOf(m_files.linkTarget(path(u"dangling"_s))), ErrorCode::NotFound);
}

void TestNativeFileSystem::createsOnlyWhatIsNotThere()
{
    put(u"file"_s, "precious");
    QVERIFY(QFile::link(u"file"_s, path(u"link"_s)));
    QVERIFY(QFile::link(u"nothing"_s, path(u"dangling"_s)));
    for (const QString &name : { u"file"_s, u"link"_s, u"dangling"_s })
        QCOMPARE(codeOf(m_files.create(path(name), 0600)), ErrorCode::AlreadyExists);
    QCOMPARE(codeOf(m_files.create(path(u"missing/file"_s), 0600)), ErrorCode::NotFound);
    QCOMPARE(get(u"file"_s), "precious"_ba);
    QVERIFY(!QFile::exists(path(u"nothing"_s)));

    const auto handle = m_files.create(path(u"new"_s), 0600);
    VERIFY_DONE(handle);
    QCOMPARE(m_files.write(*handle, "hello").value_or(-1), 5);
    VERIFY_DONE(m_files.sync(*handle));
    VERIFY_DONE(m_files.syncData(*handle));
    VERIFY_DONE(m_files.close(*handle));
    QCOMPARE(get(u"new"_s), "hello"_ba);
}

void TestNativeFileSystem::createsWithTheMode()
{
    const mode_t before = ::umask(022);
    const auto handle = m_files.create(path(u"new"_s), 0666);
    ::umask(before);
    VERIFY_DONE(handle);
    VERIFY_DONE(m_files.close(*handle));
    QCOMPARE(m_files.status(path(u"new"_s))->mode, 0644u);
}

void TestNativeFileSystem::truncatesOnlyFiles()
{
    put(u"file"_s, "a long text");
    const auto inode = m_files.status(path(u"file"_s))->inode;
    const auto handle = m_files.truncate(path(u"file"_s));
    VERIFY_DONE(handle);
    QCOMPARE(m_files.write(*handle, "x").value_or(-1), 1);
    VERIFY_DONE(m_files.close(*handle));
    QCOMPARE(get(u"file"_s), "x"_ba);
    QCOMPARE(m_files.status(path(u"file"_s))->inode, inode);

    QCOMPARE(::mkfifo(qPrintable(path(u"pipe"_s)), 0600), 0);
    QCOMPARE(codeOf(m_files.truncate(path(u"pipe"_s))), ErrorCode::NotAFile);
    QCOMPARE(codeOf(m_files.truncate(m_folder->path())), ErrorCode::NotAFile);
}

void TestNativeFileSystem::appends()
{
    for (const char *text : { "one\n", "two\n" }) {
        const auto handle = m_files.append(path(u"journal"_s), 0600);
        VERIFY_DONE(handle);
        QCOMPARE(m_files.write(*handle, text).value_or(-1), 4);
        VERIFY_DONE(m_files.close(*handle));
    }
    QCOMPARE(get(u"journal"_s), "one\ntwo\n"_ba);
    QCOMPARE(m_files.status(path(u"journal"_s))->mode, 0600u);
}

void TestNativeFileSystem::writesToAClosedHandleFail()
{
    QCOMPARE(codeOf(m_files.write(-1, "x")), ErrorCode::NotWritable);
    QCOMPARE(codeOf(m_files.setMode(-1, 0600)), ErrorCode::NotWritable);
    QCOMPARE(codeOf(m_files.sync(-1)), ErrorCode::SyncFailed);
    QCOMPARE(codeOf(m_files.syncData(-1)), ErrorCode::SyncFailed);
    QCOMPARE(codeOf(m_files.close(-1)), ErrorCode::NotWritable);
    QVERIFY(!m_files.write(-1, "x").error().detail.isEmpty());
}

void TestNativeFileSystem::tellsAFullDiskApart()
{
    const int full = ::open("/dev/full", O_WRONLY);
    if (full < 0)
        QSKIP("no device that is always full here");
    const auto written = m_files.write(full, "x");
    ::close(full);
    QCOMPARE(codeOf(written), ErrorCode::DiskFull);
}

void TestNativeFileSystem::setsModes()
{
    const auto handle = m_files.create(path(u"new"_s), 0600);
    VERIFY_DONE(handle);
    VERIFY_DONE(m_files.setMode(*handle, 0751));
    VERIFY_DONE(m_files.close(*handle));
    QCOMPARE(m_files.status(path(u"new"_s))->mode, 0751u);
}

void TestNativeFileSystem::copiesFiles_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a text") << "text"_ba;
    QTest::newRow("more than one piece") << QByteArray(3'000'001, 'x');
}

void TestNativeFileSystem::copiesFiles()
{
    QFETCH(QByteArray, bytes);
    put(u"a"_s, bytes);
    VERIFY_DONE(m_files.copyFile(path(u"a"_s), path(u"b"_s)));
    QCOMPARE(get(u"b"_s), bytes);
    QCOMPARE(get(u"a"_s), bytes);
}

void TestNativeFileSystem::copiesOverNothing()
{
    put(u"a"_s, "a");
    put(u"b"_s, "b");
    QCOMPARE(codeOf(m_files.copyFile(path(u"a"_s), path(u"b"_s))), ErrorCode::AlreadyExists);
    QCOMPARE(get(u"b"_s), "b"_ba);
    QCOMPARE(codeOf(m_files.copyFile(path(u"gone"_s), path(u"c"_s))), ErrorCode::NotFound);
    QCOMPARE(codeOf(m_files.copyFile(m_folder->path(), path(u"c"_s))), ErrorCode::NotAFile);
    QVERIFY(!QFile::exists(path(u"c"_s)));
}

void TestNativeFileSystem::renamesOverAFile()
{
    put(u"old"_s, "old");
    put(u"new"_s, "new");
    VERIFY_DONE(m_files.rename(path(u"new"_s), path(u"old"_s)));
    QCOMPARE(get(u"old"_s), "new"_ba);
    QVERIFY(!QFile::exists(path(u"new"_s)));
    QCOMPARE(codeOf(m_files.rename(path(u"missing"_s), path(u"old"_s))), ErrorCode::NotFound);
    QVERIFY(QDir().mkdir(path(u"folder"_s)));
    QCOMPARE(codeOf(m_files.rename(path(u"old"_s), path(u"folder"_s))), ErrorCode::NotAFile);
}

void TestNativeFileSystem::renamesWithoutReplacing()
{
    put(u"one"_s, "one");
    put(u"two"_s, "two");
    const auto refused = m_files.renameIfAbsent(path(u"one"_s), path(u"two"_s));
    QCOMPARE(codeOf(refused), ErrorCode::AlreadyExists);
    QCOMPARE(refused.error().file, path(u"two"_s));
    QCOMPARE(get(u"one"_s), "one"_ba);
    QCOMPARE(get(u"two"_s), "two"_ba);
    VERIFY_DONE(m_files.renameIfAbsent(path(u"one"_s), path(u"three"_s)));
    QCOMPARE(get(u"three"_s), "one"_ba);
    QVERIFY(!QFile::exists(path(u"one"_s)));
}

void TestNativeFileSystem::makesFoldersWithParents()
{
    VERIFY_DONE(m_files.makeFolder(path(u"a/b/c"_s)));
    VERIFY_DONE(m_files.makeFolder(path(u"a/b/c"_s)));
    VERIFY_DONE(m_files.makeFolder(path(u"a/b/d/"_s)));
    QVERIFY(QFileInfo(path(u"a/b/c"_s)).isDir());
    QVERIFY(QFileInfo(path(u"a/b/d"_s)).isDir());
    QVERIFY(QFile::link(u"a"_s, path(u"link"_s)));
    VERIFY_DONE(m_files.makeFolder(path(u"link"_s)));
    put(u"file"_s, "x");
    QCOMPARE(codeOf(m_files.makeFolder(path(u"file"_s))), ErrorCode::NotAFolder);
    QCOMPARE(codeOf(m_files.makeFolder(path(u"file/inside"_s))), ErrorCode::NotAFolder);
    QCOMPARE(get(u"file"_s), "x"_ba);
}

void TestNativeFileSystem::removesFilesAndLinks()
{
    put(u"file"_s, "x");
    QVERIFY(QFile::link(u"file"_s, path(u"link"_s)));
    VERIFY_DONE(m_files.remove(path(u"link"_s)));
    QCOMPARE(get(u"file"_s), "x"_ba);
    VERIFY_DONE(m_files.remove(path(u"file"_s)));
    QVERIFY(!QFile::exists(path(u"file"_s)));
    QCOMPARE(codeOf(m_files.remove(path(u"file"_s))), ErrorCode::NotFound);
    QCOMPARE(codeOf(m_files.remove(m_folder->path())), ErrorCode::NotAFile);
}

void TestNativeFileSystem::removesEmptyFolders()
{
    QVERIFY(QDir().mkpath(path(u"a/b"_s)));
    QCOMPARE(codeOf(m_files.removeFolder(path(u"a"_s))), ErrorCode::NotWritable);
    VERIFY_DONE(m_files.removeFolder(path(u"a/b"_s)));
    VERIFY_DONE(m_files.removeFolder(path(u"a"_s)));
    QCOMPARE(codeOf(m_files.removeFolder(path(u"a"_s))), ErrorCode::NotFound);
}

void TestNativeFileSystem::syncsFolders()
{
    VERIFY_DONE(m_files.syncFolder(m_folder->path()));
    QCOMPARE(codeOf(m_files.syncFolder(path(u"missing"_s))), ErrorCode::NotFound);
    put(u"file"_s, "x");
    QCOMPARE(codeOf(m_files.syncFolder(path(u"file"_s))), ErrorCode::NotAFolder);
}

void TestNativeFileSystem::createsOneFolderWithTheMode()
{
    VERIFY_DONE(m_files.createFolder(path(u"private"_s), 0700));
    QCOMPARE(m_files.status(path(u"private"_s))->mode, 0700u);
    QCOMPARE(codeOf(m_files.createFolder(path(u"private"_s), 0700)), ErrorCode::AlreadyExists);
    QCOMPARE(codeOf(m_files.createFolder(path(u"missing/private"_s), 0700)), ErrorCode::NotFound);
}

void TestNativeFileSystem::locksAFileOnce()
{
    const auto first = m_files.lock(path(u"lock"_s), 0600);
    VERIFY_DONE(first);
    QCOMPARE(m_files.status(path(u"lock"_s))->mode, 0600u);
    QCOMPARE(codeOf(m_files.lock(path(u"lock"_s), 0600)), ErrorCode::InUse);
    VERIFY_DONE(m_files.close(*first));
    const auto second = m_files.lock(path(u"lock"_s), 0600);
    VERIFY_DONE(second);
    VERIFY_DONE(m_files.close(*second));

    put(u"precious"_s, "text");
    QVERIFY(QFile::link(u"precious"_s, path(u"link"_s)));
    QVERIFY(!m_files.lock(path(u"link"_s), 0600));
    QCOMPARE(codeOf(m_files.lock(path(u"missing/lock"_s), 0600)), ErrorCode::NotFound);
}

QTEST_GUILESS_MAIN(TestNativeFileSystem)
#include "tst_native_file_system.moc"
