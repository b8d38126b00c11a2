// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/byte_stream.h"
#include "core/base/date_time.h"
#include "core/base/fingerprint.h"

#include <QFileInfo>

namespace quillway::publish {

/// The key of an output in the making (PageKeys): what is added, in this order, is what it stands for.
class PageKey
{
public:
    explicit PageKey(QByteArrayView kind)
        : m_writer(500)
    {
        m_writer.bytes(kind);
    }

    PageKey &add(const QString &text)
    {
        m_writer.text(text);
        return *this;
    }
    PageKey &add(const QByteArray &bytes)
    {
        m_writer.bytes(bytes);
        return *this;
    }
    template<std::integral T>
    PageKey &add(T number)
    {
        m_writer.number(number);
        return *this;
    }
    PageKey &add(const std::optional<Moment> &moment)
    {
        m_writer.number(quint8(moment.has_value()));
        if (moment) {
            const QTimeZone zone = moment->at.timeRepresentation();
            m_writer.number(moment->at.toMSecsSinceEpoch());
            m_writer.number(qint32(moment->at.offsetFromUtc()));
            m_writer.number(quint8(moment->hasTime));
            m_writer.number(quint8(zone.timeSpec()));
            if (zone.timeSpec() == Qt::TimeZone)
                m_writer.bytes(zone.id());
        }
        return *this;
    }
    PageKey &addFile(const QFileInfo &file) { return add(file.filePath()).add(file.size()).add(file.lastModified().toMSecsSinceEpoch()); }

    [[nodiscard]] QByteArray take() const { return fingerprint(m_writer.written()); }

private:
    ByteWriter m_writer;
};

} // namespace quillway::publish
