// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/check_theme.h"
#include "core/publish/site_folder.h"

#include <QTest>

using namespace quillway;
using namespace Qt::StringLiterals;
using test::SiteFolder;

class TestCheckTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void hasNothingToSay_data();
    void hasNothingToSay();
    void namesEachFault();

private:
    static Diagnostics check(const SiteFolder &site)
    {
        const NativeFileSystem files;
        return publish::checkTheme(files, *site.load());
    }
};

void TestCheckTheme::saysWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<int>("line");
    QTest::newRow("never closed") << "a\n{% if post %}\n"_ba << ErrorCode::TemplateSyntax << 2;
    QTest::newRow("unknown filter") << "{{ post.title|shout }}"_ba << ErrorCode::TemplateSyntax << 1;
    QTest::newRow("in a branch that no page takes") << "{% if nothing %}\n\n{{ a ! b }}{% endif %}"_ba << ErrorCode::TemplateSyntax << 3;
    QTest::newRow("includes what is not there") << "a\n{% include \"parts/gone.html\" %}"_ba << ErrorCode::TemplateNotFound << 2;
    QTest::newRow("extends what is not there") << "{% extends 'bass.html' %}"_ba << ErrorCode::TemplateNotFound << 1;
    QTest::newRow("not UTF-8") << "caf\xe9"_ba << ErrorCode::NotUtf8 << 1;
}

void TestCheckTheme::saysWhatIsWrong()
{
    QFETCH(QByteArray, source);
    QFETCH(ErrorCode, code);
    QFETCH(int, line);
    const SiteFolder site;
    site.write(u"theme/post.html"_s, source);
    const Diagnostics found = check(site);
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first().error.code, code);
    QCOMPARE(found.first().severity, Severity::Error);
    QCOMPARE(found.first().error.file, u"theme/post.html"_s);
    QCOMPARE(found.first().error.position.line, line);
}

void TestCheckTheme::hasNothingToSay_data()
{
    QTest::addColumn<QByteArray>("source");
    QTest::newRow("a good one") << "{% extends \"base.html\" %}{% block main %}{{ post.title }}{% endblock %}"_ba;
    QTest::newRow("a name that a variable gives") << "{% include post.params.card %}"_ba;
    QTest::newRow("a comment") << "{% comment %}{% include \"gone.html\" %}{% endcomment %}"_ba;
    QTest::newRow("empty") << ""_ba;
}

void TestCheckTheme::hasNothingToSay()
{
    QFETCH(QByteArray, source);
    const SiteFolder site;
    QCOMPARE(check(site), Diagnostics());
    site.write(u"theme/post.html"_s, source);
    QCOMPARE(check(site), Diagnostics());
}

void TestCheckTheme::namesEachFault()
{
    const SiteFolder site;
    site.write(u"theme/post.html"_s, "{{ a|b }}");
    site.write(u"theme/index.html"_s, "{% for %}");
    const Diagnostics found = check(site);
    QCOMPARE(found.size(), 2);
    QCOMPARE(found[0].error.file, u"theme/index.html"_s);
    QCOMPARE(found[1].error.file, u"theme/post.html"_s);
}

QTEST_GUILESS_MAIN(TestCheckTheme)
#include "tst_check_theme.moc"
