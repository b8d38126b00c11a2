// SPDX-License-Identifier: GPL-3.0-or-later

// Pictures, sound and film of other sites. The page's policy keeps it from them. Where the user allows them for the site, their addresses are replaced, before
// they come into the page, by ones at which the window serves what it has fetched.

let isRemoteAllowed = false;
let remoteTold = -1;

const remoteKinds = 'img, source, video, audio, image, input[type="image" i]';
const remoteNames = ['src', 'poster', 'href', 'xlink:href'];
const candidate = /([^\s,]\S*[^\s,])(\s[^,]*)?/g; // of a srcset

// The address on another site; null for one of this site, or none.
function remoteAddress(target) {
    const trimmed = target.trim();
    const url = toUrl(trimmed.startsWith('//') ? 'https:' + trimmed : trimmed);
    return url && ['http:', 'https:'].includes(url.protocol) ? url.href : null;
}

const servedAddress = address => 'quillway-site://remote/' + encodeURIComponent(address);
const isServed = target => target.startsWith('quillway-site://remote/');

// Calls `change` with each address of the element; puts what it gives, if anything, in its place.
function eachAddress(element, change) {
    for (const name of remoteNames) {
        const target = attribute(element, name);
        const changed = target === null ? null : change(target);
        if (changed)
            setAttribute(element, name, changed);
    }
    const set = attribute(element, 'srcset');
    if (set === null)
        return;
    const changed = set.replace(candidate, (whole, target, descriptor) => {
        const address = change(target);
        return address ? address + (descriptor ?? '') : whole;
    });
    if (changed !== set)
        setAttribute(element, 'srcset', changed);
}

// In a document in which nothing has loaded yet.
function admitIn(element) {
    for (const part of [element, ...findAllIn(element, remoteKinds)]) {
        if (matches(part, remoteKinds)) {
            eachAddress(part, target => {
                const address = remoteAddress(target);
                return address && servedAddress(address);
            });
        }
    }
}

function admit(nodes) {
    if (isRemoteAllowed)
        nodes.filter(isElement).forEach(admitIn);
    return nodes;
}

// In the page itself, where sound and film that could not be had are not asked for again.
function admitInPage() {
    if (!isRemoteAllowed)
        return;
    for (const player of findAll(document, 'video, audio')) {
        const anew = player.cloneNode(true);
        inert.adoptNode(anew);
        admitIn(anew);
        if (!isEqual(anew, player)) {
            insert(parentOf(player), anew, player);
            removeFrom(parentOf(player), player);
        }
    }
    admitIn(rootOf(document));
}

function tellRemote() {
    const holders = new Set();
    for (const element of findAll(document, remoteKinds)) {
        eachAddress(element, target => {
            if (isServed(target) || remoteAddress(target))
                holders.add(nameOf(element) === 'SOURCE' ? parentOf(element) : element);
        });
    }
    // A picture in a `picture` is the same as the sources beside it.
    for (const holder of [...holders]) {
        if (holders.has(parentOf(holder)))
            holders.delete(holder);
    }
    if (holders.size === remoteTold)
        return;
    remoteTold = holders.size;
    bridge.remote(load, holders.size);
}
