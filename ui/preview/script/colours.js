// SPDX-License-Identifier: GPL-3.0-or-later

// Shows the page in light or dark whatever the desktop is set to: by the attribute that the built-in theme knows, and for other themes by
// answering `prefers-color-scheme` in their media queries.

let colours = null; // 'light' or 'dark'
const written = new WeakMap(); // media lists as their author wrote them
const frame = new CSSStyleSheet();
document.adoptedStyleSheets = [frame];

const isOurs = (element, name) => name === 'data-theme' && element === rootOf(document);

const answered = query => query.replace(/\(\s*prefers-color-scheme\s*:\s*(light|dark)\s*\)/gi,
    (_, wanted) => wanted.toLowerCase() === colours ? '(min-width: 0px)' : '(max-width: 0px) and (min-width: 1px)');

function answerIn(sheet) {
    const answer = media => {
        if (!media || !media.length)
            return;
        if (!written.has(media)) {
            if (!/prefers-color-scheme/i.test(media.mediaText))
                return;
            written.set(media, media.mediaText);
        }
        media.mediaText = answered(written.get(media));
    };
    const walk = rules => {
        for (const rule of rules) {
            answer(rule.media);
            if (rule.cssRules)
                walk(rule.cssRules);
            if (rule.styleSheet)
                answerIn(rule.styleSheet);
        }
    };
    answer(sheet.media);
    let rules = [];
    try {
        rules = sheet.cssRules;
    } catch {
        return; // not there yet: its load event comes
    }
    walk(rules);
}

function showColours() {
    const root = rootOf(document);
    if (!root || !colours)
        return;
    if (attribute(root, 'data-theme') !== colours)
        setAttribute(root, 'data-theme', colours);
    frame.replaceSync(`:root { color-scheme: ${colours}; scrollbar-width: thin; }`);
    for (const sheet of sheetsOf(document))
        answerIn(sheet);
}
