// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/random_blog.h"

#include "support/pictures.h"

using namespace Qt::StringLiterals;

namespace quillway::test {

namespace {

const QList<QByteArray> vocabulary { "queue",  "index", "retry", "*cache*", "`lock`", "schema", "über",
                                     "writes", "slow",  "the",   "a",       "it's",   "--",     "..." };
const QList<QByteArray> tagNames { "go", "Go", "linux", "data bases", "C++", "größe" };

QByteArray joined(const QList<QByteArray> &list)
{
    QByteArray text;
    for (const QByteArray &item : list)
        text += (text.isEmpty() ? "\"" : ", \"") + item + '"';
    return '[' + text + ']';
}

} // namespace

RandomBlog::RandomBlog(quint32 seed)
    : m_random(seed)
{
    for (int i = 0; i < 9; ++i) {
        const QString name = i == 0 ? u"posts/bundle/index.md"_s : u"posts/p%1.md"_s.arg(m_next++);
        m_posts[name] = newPost();
        writePost(name);
    }
    m_folder.write(u"posts/bundle/plan.svg"_s, "<svg/>");
    m_folder.write(u"assets/robots-extra.txt"_s, "one");
    m_folder.write(u"posts/bundle/photo.JPG"_s, picture());
    for (int i = 0; i < 3; ++i) {
        changeTopic();
        changePath();
        changePage();
    }
    writeSettings();
}

QByteArray RandomBlog::words(int count)
{
    QByteArray text;
    for (int i = 0; i < count; ++i)
        text += (i > 0 ? " " : "") + oneOf(vocabulary);
    return text;
}

/// Sometimes one that moves, is turned, or is none.
QByteArray RandomBlog::picture()
{
    const QSize size(20 + number(4) * 20, 16 + number(3));
    switch (number(6)) {
    case 0: return withExif(written(quartered(size), "jpeg"), 1 + number(8));
    case 1: return withExif(written(quartered(size), "jpeg"), 1);
    case 2: return withChunk(written(quartered(size), "png"), "acTL", QByteArray(8, '\1'));
    case 3: return written(quartered(size), "png").left(number(100));
    case 4: return written(quartered(size), "webp");
    default: return written(quartered(size), "png");
    }
}

QByteArray RandomBlog::slug()
{
    return "p" + QByteArray::number(number(m_next + 2)); // now and then one that is not there
}

QByteArray RandomBlog::link()
{
    switch (number(8)) {
    case 0: return "[" + words(1) + "](" + slug() + ".md)";
    case 1: return "[" + words(1) + "](/posts/" + slug() + "/#x)";
    case 2: return "[" + words(1) + "](/tags/go/)";
    case 3: return "[" + words(1) + "](/topics/t1/)";
    case 4: return "![" + words(1) + "](bundle/plan.svg)";
    case 5: return "![" + words(1) + "](bundle/photo.JPG)";
    case 6: return "[" + words(1) + "](bundle/photo.JPG)";
    default: return "<https://t.example/about0/>";
    }
}

/// One of few, so that several texts claim it.
QByteArray RandomBlog::oldAddress()
{
    return "[/old/" + QByteArray::number(number(4)) + "/]";
}

QByteArray RandomBlog::day()
{
    return QByteArray::number(2022 + number(4)) + "-0" + QByteArray::number(1 + number(9)) + "-1" + QByteArray::number(number(9));
}

RandomBlog::Post RandomBlog::newPost()
{
    Post post { words(3), day(), {}, {}, words(30) + " \"" + words(1) + "\"\n\n" + link() + "\n" };
    for (int i = number(3); i > 0; --i)
        post.tags.append(oneOf(tagNames));
    return post;
}

void RandomBlog::writePost(const QString &name) const
{
    const Post &post = m_posts.at(name);
    QByteArray head = post.title.isEmpty() ? QByteArray() : "title: \"" + post.title + "\"\n";
    if (!post.date.isEmpty())
        head += "date: " + post.date + '\n';
    if (!post.tags.isEmpty())
        head += "tags: " + joined(post.tags) + '\n';
    m_folder.write(name, "---\n" + head + post.head + "---\n" + post.body);
}

void RandomBlog::writeSettings() const
{
    QByteArray text = "title = \"" + m_settings.title + "\"\n" + m_settings.more;
    if (!m_settings.base.isEmpty())
        text += "base_url = \"" + m_settings.base + "\"\n";
    m_folder.write(u"quillway.toml"_s, text + "[index]\n" + m_settings.index + "[pictures]\n" + m_settings.pictures + m_settings.tail);
}

QString RandomBlog::change()
{
    switch (number(24)) {
    case 0:
    case 1: return addOrRemovePost();
    case 2:
    case 3: return renameTag();
    case 4:
    case 5: return changeTopic();
    case 6:
    case 7: return changePath();
    case 8: return changePage();
    case 9:
    case 10: return changeSettings();
    case 11: return changeTags();
    case 12: return changeTheme();
    case 13: return changeAsset();
    case 14: return passTime();
    default: return changePost();
    }
}

QString RandomBlog::changePost()
{
    auto &[name, post] = oneOf(m_posts);
    const int what = number(13);
    switch (what) {
    case 0: post.body += words(5) + '\n'; break;
    case 1: post.body += "\n" + link() + '\n'; break;
    case 2: post.body = words(150) + "\n\n## " + words(2) + "\n\n> ## " + words(1) + "\n\n" + words(100) + '\n'; break;
    case 3: post.body += "\n```go\nx := " + QByteArray::number(number(100)) + "\n```\n"; break;
    case 4: post.title = number(4) == 0 ? QByteArray() : words(4); break;
    case 5: post.tags = number(3) == 0 ? QList<QByteArray>() : QList { oneOf(tagNames), oneOf(tagNames) }; break;
    case 6: post.date = number(5) == 0 ? QByteArray() : day(); break;
    case 7: post.head = "slug: s" + QByteArray::number(number(6)) + '\n'; break;
    case 8: post.head = "summary: \"" + words(4) + " [x](" + slug() + ".md)\"\n"; break;
    case 9:
        post.head = "aliases: " + oldAddress() + "\nlang: de\n" + (number(2) == 0 ? "translation_of: " + slug() + ".md\n" : QByteArray());
        break;
    case 10:
        post.head = "cover: bundle/" + QByteArray(number(2) == 0 ? "plan.svg" : "photo.JPG") + "\nauthor: me\nupdated: " + day() + '\n';
        break;
    case 11: post.head = "draft: true\n"; break;
    default: post.head = "canonical: https://e.example/" + slug() + "\nmood: " + words(1) + '\n'; break;
    }
    writePost(name);
    return u"post %1, %2"_s.arg(name).arg(what);
}

QString RandomBlog::addOrRemovePost()
{
    if (m_posts.size() > 6 && number(2) == 0) {
        const QString name = oneOf(m_posts).first;
        m_posts.erase(name);
        remove(name);
        return u"removed "_s + name;
    }
    const QString name = u"posts/p%1.md"_s.arg(m_next++);
    m_posts[name] = newPost();
    writePost(name);
    return u"added "_s + name;
}

QString RandomBlog::renameTag()
{
    const QByteArray from = oneOf(tagNames);
    const QByteArray to = "new" + QByteArray::number(number(3));
    for (auto &[name, post] : m_posts) {
        if (post.tags.removeAll(from) > 0) {
            post.tags.append(to);
            writePost(name);
        }
    }
    return QString::fromUtf8("tag " + from + " is " + to);
}

QString RandomBlog::changeTopic()
{
    const QString name = u"topics/t%1.md"_s.arg(number(3));
    if (number(6) == 0) {
        remove(name);
        return u"removed "_s + name;
    }
    QByteArray head = "title: " + words(2).replace('*', "").replace('`', "") + "\ntags: [go, new0]\n";
    if (number(2) == 0)
        head += "claims:\n  - There are {{ topic.count }} posts, " + words(2).replace('`', "").replace('*', "") + ".\n";
    if (number(3) == 0)
        head += "path:\n  - {stage: First, post: " + slug() + "}\n";
    if (number(3) == 0)
        head += "include: [" + slug() + "]\n";
    if (number(8) == 0)
        head += "definition: \"{{ topic.nonsense }}\"\n";
    if (number(3) == 0)
        head += "layout: brief\n";
    if (number(3) == 0)
        head += "aliases: " + oldAddress() + "\nfocus: \"" + words(3) + "\"\n";
    if (number(3) == 0)
        head += "references:\n  - {title: R, url: \"/posts/" + slug() + "/\", note: \"" + words(2) + " [x](/tags/go/)\"}\n";
    if (number(3) == 0)
        head += "checklist: [\"" + words(2) + "\"]\nfailure_modes: [\"[x](/posts/" + slug() + "/) {{ topic.minutes }}\"]\n";
    m_folder.write(name, "---\n" + head + "---\n" + words(6) + ' ' + link() + '\n');
    return u"topic "_s + name;
}

QString RandomBlog::changePath()
{
    const QString name = u"paths/w%1.md"_s.arg(number(2));
    if (number(6) == 0) {
        remove(name);
        return u"removed "_s + name;
    }
    if (QFile file(m_folder.path(name)); number(3) == 0 && file.open(QIODevice::ReadOnly)) {
        QList<QByteArray> lines = file.readAll().split('\n');
        const auto isStep = [](const QByteArray &line) { return line.startsWith("  - "); };
        const auto first = std::ranges::find_if(lines, isStep);
        std::rotate(first, first + (first == lines.end() ? 0 : 1), std::find_if_not(first, lines.end(), isStep));
        m_folder.write(name, lines.join('\n'));
        return u"steps in another order in "_s + name;
    }
    QByteArray head = "title: Path " + QByteArray::number(number(9)) + "\nsummary: \"" + words(2) + ' ' + link() + "\"\n";
    if (number(3) == 0)
        head += "aliases: " + oldAddress() + '\n';
    head += "steps:\n";
    for (int i = 1 + number(4); i > 0; --i)
        head += "  - {post: " + slug() + ", stage: S" + QByteArray::number(number(2))
            + ", optional: " + QByteArray(number(2) == 0 ? "true" : "false") + ", note: \"" + words(2) + "\"}\n";
    m_folder.write(name, "---\n" + head + "---\n" + link() + '\n');
    return u"path "_s + name;
}

QString RandomBlog::changePage()
{
    const QString name = u"pages/about%1.md"_s.arg(number(2));
    if (number(6) == 0) {
        remove(name);
        return u"removed "_s + name;
    }
    m_folder.write(name, "---\ntitle: About " + QByteArray::number(number(5)) + "\n---\n" + words(5) + ' ' + link() + '\n');
    return u"page "_s + name;
}

QString RandomBlog::changeSettings()
{
    const int what = number(13);
    switch (what) {
    case 12:
        m_settings.pictures = "widths = [16, " + QByteArray::number(20 + number(3) * 20)
            + "]\nquality = " + QByteArray::number(50 + number(2)) + "\noriginals = " + (number(3) == 0 ? "true" : "false")
            + "\nformat = \"" + (number(3) == 0 ? "own" : "webp") + "\"\n";
        break;
    case 0: m_settings.title = words(2).replace('`', "").replace('*', ""); break;
    case 1:
        m_settings.base = number(4) == 0 ? QByteArray() : QByteArray(number(2) == 0 ? "https://t.example/" : "https://t.example/blog/");
        break;
    case 2: m_settings.index = "per_page = " + QByteArray::number(number(4)) + '\n'; break;
    case 3: m_settings.index = "per_page = 2\ntag_cloud = false\nshow = [\"title\", \"date\"]\n"; break;
    case 4: m_settings.more = "language = \"de\"\nwords_per_minute = " + QByteArray::number(10 + number(90)) + '\n'; break;
    case 5: m_settings.more = "footer = \"\"\"" + link() + "\"\"\"\n"; break;
    case 6: m_settings.more = "permalink = \"/:year/:slug/\"\n"; break;
    case 7:
        m_settings.more = "date_format = \"d.M.yyyy\"\nsummary_length = " + QByteArray::number(20 + number(40))
            + "\ntime_zone = \"Asia/Tokyo\"\n";
        break;
    case 8: m_settings.more = "smart_typography = true\nlanguage = \"" + QByteArray(number(2) == 0 ? "fr" : "en") + "\"\n"; break;
    case 9:
        m_settings.tail = "[topics]\nrelated = " + QByteArray::number(number(3)) + "\nstop_words = [\"" + words(1)
            + "\"]\n[topics.wording]\n" + "stages = [\"" + words(1) + "\", \"B\", \"C\"]\nclaims = [\"" + words(2)
            + " {{ topic.count }}\"]\n";
        break;
    case 10: m_settings.tail = "[menu]\nStart = \"/\"\nOne = \"/posts/" + slug() + "/\"\n"; break;
    case 11: m_settings.tail = "[search]\nenabled = false\n"; break;
    default: m_settings.tail = "[authors.me]\nname = \"M " + QByteArray::number(number(3)) + "\"\nurl = \"/about0/\"\n"; break;
    }
    writeSettings();
    return u"settings %1"_s.arg(what);
}

QString RandomBlog::changeTags()
{
    if (number(5) == 0) {
        remove(u"tags.toml"_s);
        return u"removed tags.toml"_s;
    }
    QByteArray text = "[go]\ntitle = \"Golang " + QByteArray::number(number(3)) + "\"\ndescription = \"" + link() + "\"\naliases = [\"old"
        + slug() + "\"]\n";
    if (number(2) == 0)
        text += "[linux]\ndescription = \"" + words(4) + "\"\naliases = [\"new" + QByteArray::number(number(3)) + "\"]\n";
    m_folder.write(u"tags.toml"_s, text);
    return u"tags.toml"_s;
}

QString RandomBlog::changeTheme()
{
    const int what = number(7);
    switch (what) {
    case 0: m_folder.write(u"theme/style.css"_s, "b { margin: " + QByteArray::number(number(9)) + "px }\n"); break;
    case 1:
        m_folder.write(
            u"theme/archive.html"_s,
            "{% extends \"base.html\" %}{% block main %}{% for year in years %}{% for e in year.entries %}{{ e.title }} {{ e.words }} {{ "
            "e.minutes }}{% endfor %}{% endfor %}{% endblock %}\n");
        break;
    case 2: m_folder.write(u"theme/parts/entry.html"_s, "<p>{{ entry.title }} {{ entry.words }} {{ entry.summary }}</p>\n"); break;
    case 3: m_folder.write(u"theme/tag.html"_s, "{% for entry in entries %}{{ entry.title }}{% endfor"); break;
    case 4: m_folder.write(u"theme/extra/file.txt"_s, words(2)); break;
    case 5: m_folder.write(u"theme/parts/footer.html"_s, "<footer>" + words(2) + "{{ newer.words }}</footer>\n"); break;
    default: QDir(m_folder.path(u"theme"_s)).removeRecursively();
    }
    return u"theme %1"_s.arg(what);
}

QString RandomBlog::changeAsset()
{
    m_folder.write(u"assets/robots-extra.txt"_s, number(2) == 0 ? "two" : "six"); // of one size
    if (number(2) == 0)
        m_folder.write(u"posts/bundle/plan.svg"_s, "<svg>" + words(1) + (number(2) == 0 ? "<script/>" : "") + "</svg>");
    if (number(2) == 0)
        m_folder.write(u"posts/bundle/photo.JPG"_s, picture());
    else if (number(3) == 0)
        remove(u"posts/bundle/photo.JPG"_s);
    if (number(4) == 0)
        m_folder.write(u"posts/bundle/photo.JPG.20.webp"_s, words(1)); // where a version of it would stand
    return u"assets"_s;
}

QString RandomBlog::passTime()
{
    m_buildDate = m_buildDate.addDays(number(200));
    return u"today is "_s + m_buildDate.toString(Qt::ISODate);
}

QString RandomBlog::meddle(const QString &output)
{
    std::map<QString, QByteArray> files = filesUnder(output);
    if (files.empty())
        return {};
    auto &[name, bytes] = oneOf(files);
    const QString path = output + u'/' + name;
    if (number(2) == 0) {
        QFile::remove(path);
        return u"deleted the page "_s + name;
    }
    QFile file(path);
    if (!bytes.isEmpty())
        bytes[bytes.size() / 2] = '~';
    if (!file.open(QIODevice::ReadWrite) || file.write(bytes) != bytes.size())
        qFatal("cannot edit %s", qPrintable(path));
    m_meddledWith.insert(name);
    return u"edited the page "_s + name;
}

} // namespace quillway::test
