// SPDX-License-Identifier: GPL-3.0-or-later

// Where pieces stand on the screen. A piece is a list of nodes that follow each other in the article's body.

let pieces = [];
let lastShown = -1; // the piece that scrollTo() went to
let isReaderScrolling = false; // what moves the page is the reader's hand

// Top and bottom of a piece in the window; null if nothing of it can be seen.
function extent(piece) {
    let top = Infinity;
    let bottom = -Infinity;
    for (const node of piece) {
        if (!isElement(node))
            continue;
        const rect = rectOf(node);
        if (rect.width === 0 && rect.height === 0)
            continue;
        top = Math.min(top, rect.top);
        bottom = Math.max(bottom, rect.bottom);
    }
    return top <= bottom ? { top, bottom } : null;
}

// The number of the first piece that ends below `y`; -1 if there is none. Pieces stand one below the other.
function pieceBelow(y) {
    let low = 0;
    let high = pieces.length;
    while (low < high) {
        const middle = (low + high) >> 1;
        // Pieces that cannot be seen are where the next one is.
        let seen = middle;
        let place = null;
        while (seen < high && !(place = extent(pieces[seen])))
            ++seen;
        if (place && place.bottom <= y)
            low = seen + 1;
        else
            high = middle;
    }
    return low < pieces.length ? low : -1;
}

function fractionAt(index, y) {
    const place = index >= 0 ? extent(pieces[index]) : null;
    if (!place || place.bottom <= place.top)
        return 0;
    return Math.min(1, Math.max(0, (y - place.top) / (place.bottom - place.top)));
}

function moveTo(y) {
    isReaderScrolling = false;
    window.scrollTo({ top: y, behavior: 'instant' });
}

// Scrolls to a place in the text; `position` (0 top … 1 bottom of the window), or null: only as far as it takes to see it.
function showPlace(index, fraction, position) {
    lastShown = index;
    if (index < 0 || !pieces.length) {
        if (position !== null || window.scrollY > 0)
            moveTo(0);
        return;
    }
    let seen = Math.min(index, pieces.length - 1);
    let place = null;
    while (seen >= 0 && !(place = extent(pieces[seen])))
        --seen;
    if (!place)
        return;
    const y = place.top + (seen === index ? fraction : 1) * (place.bottom - place.top);
    const height = window.innerHeight;
    const margin = Math.min(80, height / 5);
    if (position !== null)
        moveTo(window.scrollY + y - position * height);
    else if (y < margin)
        moveTo(window.scrollY + y - margin);
    else if (y > height - margin)
        moveTo(window.scrollY + y - height + margin);
}

// Where an edge stands in the window: the top (0) or bottom (1) of a piece, of the page if that is -1.
function edgeAt([index, side]) {
    if (index < 0)
        return (side ? scrollHeightOf(rootOf(document)) : 0) - window.scrollY;
    const place = index < pieces.length ? extent(pieces[index]) : null;
    return place ? (side ? place.bottom : place.top) : null;
}

// Brings what is so far on the way from one edge to the other to `position` of the window's height.
function tieTo({ from, to, fraction, position }) {
    const above = edgeAt(from);
    const below = edgeAt(to);
    const y = (above ?? below ?? 0) + fraction * ((below ?? above ?? 0) - (above ?? below ?? 0));
    lastShown = from[0];
    if (above !== null || below !== null)
        moveTo(window.scrollY + y - position * window.innerHeight);
}

// The place at the height by which both views are tied: as far down in the window as the window is in the page. A negative fraction is one of the gap above
// the piece; beyond the last piece there is none more.
function tiedPlace() {
    const room = scrollHeightOf(rootOf(document)) - window.innerHeight;
    const position = room > 0 ? Math.min(1, window.scrollY / room) : 0;
    const y = position * window.innerHeight;
    const index = pieceBelow(y);
    const place = index < 0 ? null : extent(pieces[index]);
    if (!place)
        return { index: pieces.length, fraction: 0, position };
    if (y >= place.top)
        return { index, fraction: fractionAt(index, y), position };
    const before = index > 0 ? extent(pieces[index - 1]) : null;
    const above = before ? before.bottom : -window.scrollY;
    return { index, fraction: place.top > above ? (y - place.top) / (place.top - above) : 0, position };
}

// Runs `change` and keeps what the reader looks at where it is: the piece shown last if it is to be seen, else the one at the window's top.
// `follow` gives a piece's new number for its old one.
function keepPlace(change, follow) {
    const scroll = window.scrollY;
    let index = -1;
    if (scroll > 0) {
        const shown = lastShown >= 0 && lastShown < pieces.length ? extent(pieces[lastShown]) : null;
        index = shown && shown.bottom > 0 && shown.top < window.innerHeight ? lastShown : pieceBelow(0);
    }
    const before = index >= 0 ? extent(pieces[index]) : null;
    isReaderScrolling = false;
    change();
    lastShown = lastShown >= 0 ? follow(lastShown) : -1;
    const now = index >= 0 ? pieces[follow(index)] : null;
    const after = before && now ? extent(now) : null;
    if (after && after.top !== before.top)
        moveTo(window.scrollY + after.top - before.top);
}
