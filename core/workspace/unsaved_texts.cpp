// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/unsaved_texts.h"

#include "core/base/content_hash.h"

namespace quillway::workspace {

DiskText DiskText::of(const std::optional<QByteArray> &bytes)
{
    DiskText text;
    text.m_bytes = bytes;
    return text;
}

DiskText DiskText::unknown(const QByteArray &hash)
{
    DiskText text;
    text.m_hash = hash;
    return text;
}

bool DiskText::matches(const QByteArray &text) const
{
    return m_hash ? contentHash(text) == *m_hash : is(text);
}

std::optional<QByteArray> DiskText::hash() const
{
    return m_bytes ? std::optional(contentHash(*m_bytes)) : m_hash;
}

store::Expected DiskText::expected() const
{
    const auto known = hash();
    return known ? store::Expected::hash(*known) : store::Expected::absent();
}

bool isWithin(const SitePath &file, const SitePath &unit)
{
    return file == unit || file.toString().startsWith(unit.toString() + u'/');
}

const UnsavedText *UnsavedTexts::find(const SitePath &file) const
{
    const auto place = m_texts.constFind(file);
    return place == m_texts.cend() ? nullptr : &*place;
}

QList<SitePath> UnsavedTexts::filesIn(const SitePath &unit) const
{
    QList<SitePath> files;
    for (const SitePath &file : m_texts.keys()) {
        if (isWithin(file, unit))
            files.append(file);
    }
    return files;
}

void UnsavedTexts::tell(const SitePath &file) const
{
    if (m_changed)
        m_changed(file, find(file));
}

void UnsavedTexts::put(const SitePath &file, const QByteArray &text, const DiskText &base)
{
    m_texts.insert(file, { text, base, ++m_revision });
    tell(file);
}

bool UnsavedTexts::remove(const SitePath &file)
{
    if (!m_texts.remove(file))
        return false;
    tell(file);
    return true;
}

bool UnsavedTexts::markSaved(const SitePath &file, const QByteArray &text)
{
    const auto place = m_texts.find(file);
    if (place == m_texts.end())
        return false;
    if (place->text == text)
        return remove(file);
    place->base = DiskText::of(text);
    tell(file);
    return false;
}

bool UnsavedTexts::settle(const SitePath &file)
{
    const UnsavedText *text = find(file);
    return text && text->base.is(text->text) && remove(file);
}

void UnsavedTexts::move(const SitePath &from, const SitePath &to)
{
    if (!m_texts.contains(from))
        return;
    m_texts.insert(to, m_texts.take(from));
    tell(to);
    tell(from);
}

} // namespace quillway::workspace
