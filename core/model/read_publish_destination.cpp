// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/publish_destination.h"

#include "core/model/key_reader.h"
#include "core/model/near_name.h"

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace quillway::model {

using text::Value;

namespace {

/// One table being read.
class TargetReader
{
public:
    TargetReader(const QString &name, const Value &table, const SitePath &file, Diagnostics &diagnostics)
        : m_table(table)
        , m_keys(table, file, diagnostics, KeyReader::Texts::StringsOnly, "publish."_L1 + name)
    {
        m_target.name = name;
    }

    std::optional<PublishDestination> read()
    {
        const std::optional<PublishDestination::Kind> kind = readKind();
        if (!kind)
            return std::nullopt;
        m_target.kind = *kind;
        if (!isNameGood())
            return std::nullopt;
        if (const auto url = value({ u"base_url"_s }))
            m_target.baseUrl = QUrl(url->endsWith(u'/') ? *url : *url + u'/');
        for (const PublishKey &key : publishKeys(*kind))
            take(key);
        m_keys.reportRest();
        if (*kind == PublishDestination::Kind::Archive && m_isGood && !m_target.path.endsWith(".zip"_L1)
            && !m_target.path.endsWith(".tar.zst"_L1))
            refuse(*m_keys.take(u"path"), u"path"_s, u"a file's name that ends in .zip or .tar.zst"_s);
        return m_isGood ? std::optional(m_target) : std::nullopt;
    }

private:
    std::optional<PublishDestination::Kind> readKind()
    {
        const Value *written = m_keys.take(u"kind");
        if (written != nullptr && written->kind != Value::Kind::String) {
            std::ignore = m_keys.text(u"kind");
            return std::nullopt;
        }
        const QString name = written == nullptr ? QString() : written->text.trimmed();
        QStringList names;
        for (const PublishDestination::Kind kind : publishKinds()) {
            names.append(publishKindName(kind));
            if (names.last() == name)
                return kind;
        }
        const QString wanted = name.isEmpty() ? names.join(u", "_s) : u"of %1, not %2"_s.arg(names.join(u", "_s), withNearName(name, names));
        m_keys.badValue(written == nullptr ? m_table : *written, u"kind", wanted);
        return std::nullopt;
    }

    /// The name becomes that of a folder and is an argument on the command line.
    bool isNameGood()
    {
        const QString &name = m_target.name;
        const bool isGood = !name.isEmpty() && !name.startsWith(u'-') && !name.startsWith(u'.')
            && std::ranges::all_of(name, [](QChar c) { return c.isLetterOrNumber() || c == u'-' || c == u'_' || c == u'.'; });
        if (!isGood)
            m_keys.badValue(m_table, u"name", u"a name of letters, digits, hyphens and dots"_s);
        return isGood;
    }

    void refuse(const Value &value, const QString &key, const QString &wanted)
    {
        m_keys.badValue(value, key, wanted);
        m_isGood = false;
    }

    /// What is not finished hinders nothing else.
    void miss(const QString &key)
    {
        m_keys.report(Severity::Warning, ErrorCode::BadValue, m_table.position,
                      u"publish.%1.%2 should be there: nothing can be published without it"_s.arg(m_target.name, key));
        m_isGood = false;
    }

    /// The key's text if it is there and good; a port may be a number.
    std::optional<QString> value(const PublishKey &key)
    {
        const Value *written = m_keys.take(key.name);
        if (written == nullptr) {
            if (key.isNeeded)
                miss(key.name);
            return std::nullopt;
        }
        const bool isPort = key.name == "port"_L1 && written->kind == Value::Kind::Integer;
        std::optional<QString> text = isPort ? written->text : m_keys.text(key.name);
        if (!text) {
            m_isGood = false;
            return std::nullopt;
        }
        if (const auto wanted = publishKeyFault(key.name, *text)) {
            refuse(*written, key.name, *wanted);
            return std::nullopt;
        }
        return text;
    }

    void take(const PublishKey &key)
    {
        const QString text = value(key).value_or(QString());
        if (key.name == "path"_L1)
            m_target.path = text;
        else if (key.name == "host"_L1)
            m_target.host = text;
        else if (key.name == "user"_L1)
            m_target.user = text;
        else if (key.name == "port"_L1)
            m_target.port = text.toInt();
        else if (key.name == "remote"_L1)
            m_target.remote = text.isEmpty() ? u"origin"_s : text;
        else if (key.name == "branch"_L1)
            m_target.branch = text.isEmpty() ? u"gh-pages"_s : text;
        else if (key.name == "endpoint"_L1)
            m_target.endpoint = text;
        else
            m_target.project = text;
    }

    const Value &m_table;
    KeyReader m_keys;
    PublishDestination m_target;
    bool m_isGood = true;
};

} // namespace

std::optional<PublishDestination> readPublishDestination(const QString &name, const Value &table, const SitePath &file,
                                                         Diagnostics &diagnostics)
{
    return TargetReader(name, table, file, diagnostics).read();
}

QList<PublishDestination> publishDestinations(const Settings &settings)
{
    QList<PublishDestination> destinations;
    Diagnostics known; // told when the settings were read
    for (const PublishTarget &target : settings.targets) {
        if (auto destination = readPublishDestination(target.name, target.keys, SitePath::literal(u"quillway.toml"), known))
            destinations.append(*std::move(destination));
    }
    return destinations;
}

} // namespace quillway::model
