// SPDX-License-Identifier: GPL-3.0-or-later

// What the window asks for, and what it is told. See ui/preview/page_bridge.h for the messages.

let bridge = null;
let load = 0; // the number that the window gave to what is shown
let article = null; // the element of the article's body

const articleIn = page => find(page, '.post-body');

let isMapped = false; // `pieces` is true

const kindOf = node => isElement(node) ? nameOf(node).toLowerCase() : isText(node) ? '#' : '!';

// Finds the nodes of each piece in the body as the parser made it, given their kinds. Where a parser made something else of the HTML than it seems to say, they
// cannot be told apart: the pieces before are kept then.
function findPieces(kinds) {
    pieces = [];
    isMapped = false;
    let node = article ? firstOf(article) : null;
    const skipBlank = () => { // a template may leave some around the body
        while (node && isText(node) && !node.data.trim())
            node = nextOf(node);
    };
    skipBlank();
    for (const part of kinds) {
        const own = [];
        for (const kind of part.split(' ')) {
            if (!node || kindOf(node) !== kind)
                return;
            own.push(node);
            node = nextOf(node);
        }
        pieces.push(own);
    }
    skipBlank();
    isMapped = node === null;
}

function replacePieces({ at, remove, insert: parts }) {
    const old = pieces.slice(at, at + remove).flat();
    const behind = pieces.slice(at + remove).find(piece => piece.length);
    const before = pieces.slice(0, at).findLast(piece => piece.length);
    const after = behind ? behind[0] : old.length ? nextOf(old.at(-1)) : before ? nextOf(before.at(-1)) : null;
    const parsed = parts.map(part => admit(parsePart(part)));
    const nodes = new Merge().list(article, old, parsed.flat(), after);
    let used = 0;
    pieces.splice(at, remove, ...parsed.map(part => nodes.slice(used, used += part.length)));
}

const styleOf = page => [...findAllIn(headOf(page), 'link[rel~="stylesheet"], style')].map(element => element.outerHTML).join('\n');

// Takes what stands around the article's body from `html`. False if that cannot be done in place.
function replaceShell(html) {
    const page = parsePage(html);
    admit([rootOf(page)]);
    const counterpart = articleIn(page);
    if (!counterpart || styleOf(page) !== styleOf(document))
        return false;
    const merge = new Merge(article, counterpart);
    merge.update(rootOf(document), rootOf(page));
    return isConnected(article);
}

function replaceAll(html, kinds) {
    const page = parsePage(html);
    admit([rootOf(page)]);
    if (styleOf(page) !== styleOf(document))
        return false;
    new Merge().update(rootOf(document), rootOf(page));
    article = articleIn(document);
    findPieces(kinds);
    return true;
}

// Where the piece of number `index` is after the splices.
function followed(index, splices) {
    let shift = 0;
    for (const { at, remove, insert: parts } of splices) {
        if (index < at)
            break;
        if (index < at + remove)
            return Math.max(0, Math.min(at + shift + Math.min(index - at, parts.length - 1), pieces.length - 1));
        shift += parts.length - remove;
    }
    return index + shift;
}

function apply(message) {
    if (message.load !== load)
        return;
    const splices = message.splices ?? [];
    let isDone = true;
    const change = () => {
        if (message.html !== undefined) {
            isDone = replaceAll(message.html, message.pieces);
            return;
        }
        for (const splice of splices.toReversed())
            replacePieces(splice);
        if (message.shell !== undefined)
            isDone = replaceShell(message.shell);
    };
    try {
        keepPlace(change, index => followed(index, splices));
    } catch (error) {
        console.error(error);
        isDone = false; // the window loads the page anew
    }
    showColours();
    tellRemote();
    bridge.applied(load, message.revision, isDone, isMapped);
    tellWhenPainted(message.revision);
}

function tellWhenPainted(revision) {
    const shown = load;
    requestAnimationFrame(() => bridge.painted(shown, revision));
}

function begin(message) {
    load = message.load;
    isRemoteAllowed = message.remote;
    admitInPage();
    article = articleIn(document);
    noteDetails([rootOf(document)]);
    findPieces(message.pieces);
    showColours();
    whenStyled(() => {
        if (message.scroll !== undefined)
            moveTo(message.scroll);
        tellRemote();
        bridge.begun(load, isMapped);
        tellWhenPainted(message.revision);
    });
}

// Calls back once the style sheets are there: before, nothing stands where it will. Without scripts of its own a page is parsed without waiting for them.
function whenStyled(callBack) {
    const missing = new Set([...findAllIn(headOf(document), 'link[rel~="stylesheet"]:not([rel~="alternate"])')].filter(link => !link.sheet));
    let isDone = false;
    const check = () => {
        if (isDone || missing.size > 0)
            return;
        isDone = true;
        callBack();
    };
    const arrived = event => {
        missing.delete(event.target);
        check();
    };
    for (const link of missing) {
        link.addEventListener('load', arrived);
        link.addEventListener('error', arrived);
    }
    // One that failed before we came says nothing any more. (A page without scripts has no timers.)
    const start = performance.now();
    const giveUp = now => {
        if (now - start > 1000)
            missing.clear();
        check();
        if (!isDone)
            requestAnimationFrame(giveUp);
    };
    giveUp(start);
}

// What the reader does

function linkAt(event) {
    for (const node of event.composedPath()) {
        if (!(node instanceof Element) || !['a', 'area'].includes(node.localName))
            continue;
        const target = attribute(node, 'href') ?? attributeNS(node, 'http://www.w3.org/1999/xlink', 'href');
        return target === null ? null : toUrl(target);
    }
    return null;
}

function toUrl(target) {
    try {
        return new URL(target, baseOf(document));
    } catch {
        return null;
    }
}

const isOnThisPage = url => url.hash && url.href.split('#')[0] === location.href.split('#')[0];

function follow(event) {
    const link = linkAt(event);
    if (!link)
        return event.composedPath().some(node => node instanceof Element && node.localName === 'a');
    if (!isOnThisPage(link) || event.type !== 'click') {
        event.preventDefault();
        if (event.button !== 2)
            bridge?.follow(link.href, event.type === 'click' ? event.detail : 0);
    }
    return true;
}

const hasUseOfItsOwn = node => node instanceof Element
    && ['summary', 'button', 'input', 'select', 'textarea', 'label', 'audio', 'video'].includes(node.localName);

function onClick(event) {
    if (!event.isTrusted)
        return;
    if (!follow(event) && event.button === 0 && getSelection().isCollapsed)
        tellClick(event);
}

function onDoubleClick(event) {
    if (event.isTrusted && (linkAt(event) || pictureAt(event)))
        tellClick(event);
}

const pictureAt = event => event.composedPath().find(node => node instanceof HTMLImageElement);

function tellClick(event) {
    const path = event.composedPath();
    if (!bridge || !article || !path.includes(article) || path.some(hasUseOfItsOwn))
        return;
    const index = pieces.findIndex(piece => piece.some(node => path.includes(node)));
    if (index < 0)
        return;
    const picture = pictureAt(event);
    const pictures = picture ? pieces[index].filter(isElement).flatMap(node => node === picture ? [node] : [...findAllIn(node, 'img')]) : [];
    const { before, rest } = textAround(pieces[index], event);
    bridge.clicked(load, index, fractionAt(index, event.clientY), pictures.indexOf(picture), before, rest);
}

// The piece's text as it is shown, up to the place that was clicked, and what follows in the same run of text.
const longestText = 20000; // characters
function textAround(piece, event) {
    const caret = caretAt(document, event.clientX, event.clientY);
    const node = caret?.startContainer;
    if (!node || !isText(node) || !piece.some(part => contains(part, node)))
        return { before: '', rest: '' };
    const range = new Range();
    range.setStartBefore(piece[0]);
    range.setEnd(node, caret.startOffset);
    const before = range.toString();
    return before.length > longestText ? { before: '', rest: '' } : { before, rest: node.data.slice(caret.startOffset, caret.startOffset + 100) };
}

let scrollTold = false;
function onScroll(event) {
    if (event.target !== document)
        return; // a wide table or code
    if (scrollTold || !bridge || !isReaderScrolling)
        return;
    scrollTold = true;
    requestAnimationFrame(() => {
        scrollTold = false;
        lastShown = -1;
        const { index, fraction, position } = tiedPlace();
        bridge.scrolled(load, index, fraction, position);
    });
}

addEventListener('click', onClick, { capture: true });
addEventListener('auxclick', onClick, { capture: true });
addEventListener('dblclick', onDoubleClick, { capture: true });
addEventListener('scroll', onScroll, { capture: true, passive: true });
for (const kind of ['wheel', 'keydown', 'pointerdown', 'touchstart'])
    addEventListener(kind, event => isReaderScrolling ||= event.isTrusted, { capture: true, passive: true });
for (const kind of ['dragover', 'drop', 'submit'])
    addEventListener(kind, event => event.preventDefault(), { capture: true });

// A style sheet that has arrived may have something to say about colours. Load events never come to the window (DOM, 4.4 "get the parent").
document.addEventListener('load', event => {
    if (event.target instanceof HTMLLinkElement)
        showColours();
}, { capture: true });

function connect() {
    new QWebChannel(qt.webChannelTransport, channel => {
        bridge = channel.objects.bridge;
        bridge.begin.connect(begin);
        bridge.apply.connect(apply);
        bridge.show.connect(message => message.load === load && showPlace(message.piece, message.fraction, message.position));
        bridge.tie.connect(message => message.load === load && tieTo(message));
        bridge.colour.connect(name => {
            colours = name;
            showColours();
        });
        bridge.scripting.connect(isOn => {
            isScripted = isOn;
            showColours();
        });
        bridge.ready();
    });
}

// Runs before the page has any element.
function start(initialColours, initialScripted) {
    colours = initialColours;
    isScripted = initialScripted;
    new MutationObserver((_, observer) => {
        if (!rootOf(document))
            return;
        observer.disconnect();
        showColours(); // before anything is painted
    }).observe(document, { childList: true });
    document.addEventListener('DOMContentLoaded', connect, { once: true });
}
