// SPDX-License-Identifier: GPL-3.0-or-later

// Shows the page in light or dark whatever the desktop is set to: by the attribute that the built-in theme knows, and for other themes by
// answering `prefers-color-scheme` in their media queries. In the same way it is shown as to a reader with scripts or without, though none run here.

let colours = null; // 'light' or 'dark'
let isScripted = true;
const frame = new CSSStyleSheet();
let frameText = '';
document.adoptedStyleSheets = [frame];

// Like those of the program, on light and dark ground alike. Pages that say how theirs are to look say it more exactly.
const scrollBars = `
    ::-webkit-scrollbar { width: 12px; height: 12px; background: transparent; }
    ::-webkit-scrollbar-thumb { background: rgb(128 128 128 / 45%); background-clip: content-box; border: 3px solid transparent; border-radius: 6px;
        min-height: 38px; min-width: 38px; }
    ::-webkit-scrollbar-thumb:hover { background-color: rgb(128 128 128 / 75%); }
    ::-webkit-scrollbar-button { display: none; }
    ::-webkit-scrollbar-corner { background: transparent; }`;

const isOurs = (element, name) => name === 'data-theme' && element === rootOf(document);

// The answer is a query about the width that is always true or always false; its number tells which question it stands for.
const numberOf = { 'light': '0.25px', 'dark': '0.125px', 'enabled': '0.375px', 'initial-only': '0.5px', 'none': '0.625px' };
const question = new RegExp(String.raw`\(\s*(?:prefers-color-scheme\s*:\s*(light|dark)|(scripting)(?:\s*:\s*(enabled|initial-only|none))?|`
    + String.raw`(?:min|max)-width\s*:\s*(${Object.values(numberOf).join('|').replaceAll('.', String.raw`\.`)}))\s*\)`, 'gi');

const answered = query => query.replace(question, (_, colour, scripting, level, number) => {
    const wanted = colour?.toLowerCase() ?? (scripting ? level?.toLowerCase() ?? 'enabled' : Object.keys(numberOf).find(name => numberOf[name] === number));
    const isTrue = wanted === colours || wanted === (isScripted ? 'enabled' : 'none');
    return `(${isTrue ? 'min' : 'max'}-width: ${numberOf[wanted]})`;
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
    const wanted = `:root { color-scheme: ${colours}; } ${scrollBars} ${isScripted ? 'noscript { display: none !important; }' : ''}`;
    if (wanted !== frameText) // the engine styles the whole page anew for a sheet that says the same
        frame.replaceSync(frameText = wanted);
    for (const sheet of sheetsOf(document)) {
        if (sheet.ownerNode && closest(sheet.ownerNode, 'noscript'))
            sheet.disabled = isScripted;
        answerIn(sheet);
    }
}
