// SPDX-License-Identifier: GPL-3.0-or-later

// Shows the page in light or dark whatever the desktop is set to: by the attribute that the built-in theme knows, and for other themes by
// answering `prefers-color-scheme` in their media queries.

let colours = null; // 'light' or 'dark'
const frame = new CSSStyleSheet();
document.adoptedStyleSheets = [frame];

const isOurs = (element, name) => name === 'data-theme' && element === rootOf(document);

// The answer is a query about the width that is always true or always false; its number tells which question it stands for.
const numberOf = { light: '0.25px', dark: '0.125px' };
const question = /\(\s*(?:prefers-color-scheme\s*:\s*(light|dark)|(?:min|max)-width\s*:\s*(0\.25px|0\.125px))\s*\)/gi;

const answered = query => query.replace(question, (_, name, number) => {
    const wanted = name ? name.toLowerCase() : number === numberOf.dark ? 'dark' : 'light';
    return `(${wanted === colours ? 'min' : 'max'}-width: ${numberOf[wanted]})`;
});

function answerIn(sheet) {
    const answer = media => {
        const query = media ? media.mediaText : '';
        const answer = answered(query);
        if (answer !== query)
            media.mediaText = answer;
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
