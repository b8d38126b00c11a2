// SPDX-License-Identifier: GPL-3.0-or-later

// main() of a fuzz target where there is no libFuzzer: inputs by chance, made of seeds (the files named as arguments) and the target's dictionary.
//   fuzz_x [--seconds S | --inputs N] [--seed N] [--dictionary FILE] [FILES AND FOLDERS…]
// The same seed and files give the same inputs. An input that ends the program, or costs ten seconds of work, is left in `fuzz-case.bin` in the folder it was
// started in.

#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QList>
#include <QRandomGenerator>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <ctime>

#include <fcntl.h>
#include <sys/time.h>
#include <unistd.h>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size);
// NOLINTNEXTLINE(bugprone-reserved-identifier): the sanitizers' own
extern "C" void __sanitizer_set_death_callback(void (*callBack)()) __attribute__((weak));

namespace {

constexpr qsizetype largestInput = 20'000; // bytes
constexpr int patience = 10; // seconds of work that an input may cost; however busy the machine is

QByteArray input; ///< the one that is tried

/// Only what is allowed in a signal handler.
void keepInput()
{
    const int file = ::open("fuzz-case.bin", O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0600);
    if (file < 0)
        return;
    const ssize_t written = ::write(file, input.constData(), std::size_t(input.size()));
    (void)written;
    ::close(file);
}

void setAlarm(int seconds)
{
    const itimerval timer { .it_interval = {}, .it_value = { .tv_sec = seconds, .tv_usec = 0 } };
    ::setitimer(ITIMER_VIRTUAL, &timer, nullptr);
}

extern "C" void onSignal(int signal)
{
    keepInput();
    ::signal(signal, SIG_DFL);
    ::raise(signal);
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(largestInput) : QByteArray();
}

/// libFuzzer's dictionaries: a line each, `"text"` or `name="text"`, with `\\`, `\"` and `\xAB`; `#` begins a comment.
QByteArrayList readDictionary(const QString &path)
{
    QByteArrayList words;
    const QByteArrayList lines = contentOf(path).split('\n');
    for (const QByteArray &line : lines) {
        const qsizetype begin = line.indexOf('"');
        const qsizetype end = line.lastIndexOf('"');
        if (line.startsWith('#') || begin < 0 || end <= begin)
            continue;
        const QByteArray quoted = line.sliced(begin + 1, end - begin - 1);
        QByteArray word;
        for (qsizetype i = 0; i < quoted.size(); ++i) {
            const bool isEscape = quoted[i] == '\\' && i + 1 < quoted.size();
            if (isEscape)
                ++i;
            if (isEscape && quoted[i] == 'x') {
                word += QByteArray::fromHex(quoted.sliced(i + 1, std::min<qsizetype>(2, quoted.size() - i - 1)));
                i += 2;
            } else {
                word += quoted[i];
            }
        }
        words.append(word);
    }
    return words;
}

class Inputs
{
public:
    Inputs(quint32 seed, QByteArrayList seeds, QByteArrayList words)
        : m_random(seed)
        , m_seeds(std::move(seeds))
        , m_words(std::move(words))
    {
        if (m_seeds.isEmpty())
            m_seeds.append(QByteArray());
        if (m_words.isEmpty())
            m_words.append("\n");
    }

    QByteArray next()
    {
        QByteArray made = m_seeds[below(m_seeds.size())];
        for (qsizetype changes = 1 + below(8); changes > 0; --changes)
            change(made);
        made.truncate(largestInput);
        // What it grew into may grow further: without knowing what code an input reaches, that is the only way into the depths.
        if (below(20) == 0)
            m_seeds.append(made);
        if (m_seeds.size() > 500)
            m_seeds.removeAt(below(m_seeds.size()));
        return made;
    }

private:
    qsizetype below(qsizetype end) { return end > 0 ? qsizetype(m_random.bounded(quint32(end))) : 0; }

    void change(QByteArray &made)
    {
        const qsizetype at = below(made.size() + 1);
        const qsizetype length = std::min<qsizetype>(made.size() - at, 1 + below(1 + below(60)));
        switch (below(8)) {
        case 0: made.insert(at, m_words[below(m_words.size())]); break;
        case 1: made.insert(at, m_words[below(m_words.size())].repeated(1 + below(1 + below(300)))); break;
        case 2: made.remove(at, length); break;
        case 3: made.insert(at, made.sliced(at, length)); break;
        case 4: made.insert(at, char(below(256))); break;
        case 5:
            if (at < made.size())
                made[at] = char(below(256));
            break;
        case 6: {
            const QByteArray &other = m_seeds[below(m_seeds.size())];
            const qsizetype from = below(other.size() + 1);
            made.insert(at, other.sliced(from, std::min<qsizetype>(other.size() - from, 1 + below(200))));
            break;
        }
        default:
            if (length > 0)
                made.replace(at, length, m_words[below(m_words.size())]);
        }
    }

    QRandomGenerator m_random;
    QByteArrayList m_seeds;
    QByteArrayList m_words;
};

QByteArrayList readSeeds(const QString &place)
{
    if (!QFileInfo(place).isDir())
        return { contentOf(place) };
    QStringList files;
    QDirIterator all(place, QDir::Files, QDirIterator::Subdirectories);
    while (all.hasNext())
        files.append(all.next());
    files.sort(); // the same inputs on every machine
    QByteArrayList seeds;
    for (const QString &file : std::as_const(files))
        seeds.append(contentOf(file));
    return seeds;
}

} // namespace

int main(int argc, char **argv)
{
    qint64 seconds = 0;
    qint64 inputs = 500;
    quint32 seed = 1;
    QByteArrayList seeds;
    QByteArrayList words;
    for (int i = 1; i < argc; ++i) {
        const QByteArray option = argv[i];
        const QByteArray value = i + 1 < argc ? argv[i + 1] : "";
        if (option == "--seconds")
            seconds = value.toLongLong();
        else if (option == "--inputs")
            inputs = value.toLongLong();
        else if (option == "--seed")
            seed = value.toUInt();
        else if (option == "--dictionary")
            words = readDictionary(QString::fromLocal8Bit(value));
        else {
            seeds += readSeeds(QString::fromLocal8Bit(option));
            continue;
        }
        ++i;
    }
    for (const int signal : { SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGVTALRM })
        ::signal(signal, onSignal);
    if (__sanitizer_set_death_callback)
        __sanitizer_set_death_callback(keepInput);

    Inputs source(seed, seeds, words);
    QElapsedTimer clock;
    clock.start();
    qint64 tried = 0;
    qint64 longest = 0;
    while (seconds > 0 ? clock.elapsed() < seconds * 1000 : tried < inputs) {
        input = source.next();
        setAlarm(patience);
        const std::clock_t begin = std::clock();
        LLVMFuzzerTestOneInput(reinterpret_cast<const unsigned char *>(input.constData()), std::size_t(input.size()));
        longest = std::max(longest, qint64(std::clock() - begin) * 1000 / CLOCKS_PER_SEC);
        ++tried;
    }
    setAlarm(0);
    std::printf("%lld inputs in %lld s, the longest %lld ms, none wrong (seed %u)\n", static_cast<long long>(tried),
                static_cast<long long>(clock.elapsed() / 1000), static_cast<long long>(longest), seed);
    return EXIT_SUCCESS;
}
