// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/topic_wording.h"

#include "core/model/readers.h"

#include <QFile>

namespace quillway::model {

using namespace Qt::StringLiterals;

namespace {

/// The file in the program's resources has the form of a site's settings, so it is read by the same code.
TopicWording readShippedWording()
{
    QFile file(u":/wording/en.toml"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const auto parsed = readSettings(file.readAll());
    return parsed ? parsed->value.wording : TopicWording();
}

const TopicWording &shippedWording()
{
    static const TopicWording wording = readShippedWording();
    return wording;
}

template<typename T>
void replaceBy(std::optional<T> &target, const std::optional<T> &own, const T &otherwise)
{
    target = own ? own : target ? target : std::optional(otherwise);
}

} // namespace

TopicWording effectiveWording(const Settings &settings)
{
    TopicWording wording = shippedWording();
    const TopicWording &own = settings.wording;
    replaceBy(wording.definition, own.definition, TopicText());
    replaceBy(wording.claims, own.claims, {});
    replaceBy(wording.checklist, own.checklist, {});
    replaceBy(wording.failureModes, own.failureModes, {});
    replaceBy(wording.stages, own.stages, QStringList(3));
    return wording;
}

} // namespace quillway::model
