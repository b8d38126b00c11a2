// SPDX-License-Identifier: GPL-3.0-or-later

// Makes one list of nodes into another and touches as little as it can: what is equal stays, with its pictures, its focus and the details that the
// reader opened.

// Whether a details element was open when it came into the page: if it is otherwise now, the reader has clicked it.
const openAtFirst = Symbol();

function noteDetails(nodes) {
    for (const node of nodes) {
        if (!isElement(node))
            continue;
        for (const details of [node, ...findAllIn(node, 'details')]) {
            if (nameOf(details) === 'DETAILS')
                details[openAtFirst] = hasAttribute(details, 'open');
        }
    }
}

const wasToggled = node => node[openAtFirst] !== undefined && node[openAtFirst] !== hasAttribute(node, 'open');

// Elements whose insides are not to be changed under them.
const replacedWhole = new Set(['FORM', 'OBJECT', 'EMBED', 'IFRAME', 'AUDIO', 'VIDEO', 'PICTURE', 'SCRIPT', 'STYLE', 'LINK', 'META', 'BASE', 'TEMPLATE',
    'SELECT', 'TEXTAREA', 'INPUT']);

class Merge {
    // `pivot`, if given, is an element that stays with all that is in it, whatever stands in its `counterpart`.
    constructor(pivot = null, counterpart = null) {
        this.pivot = pivot;
        this.counterpart = counterpart;
    }

    // Puts `wanted` in the place of `present` (neighbours below `parent`, followed by `after`) and gives the nodes that then stand for each of them.
    list(parent, present, wanted, after) {
        const result = new Array(wanted.length);
        let begin = 0;
        while (begin < present.length && begin < wanted.length && this.same(present[begin], wanted[begin])) {
            result[begin] = present[begin];
            ++begin;
        }
        let oldEnd = present.length;
        let newEnd = wanted.length;
        while (oldEnd > begin && newEnd > begin && this.same(present[oldEnd - 1], wanted[newEnd - 1])) {
            --oldEnd;
            --newEnd;
            result[newEnd] = present[oldEnd];
        }
        const next = oldEnd < present.length ? present[oldEnd] : after;
        const oldPivot = this.pivot ? present.findIndex((node, i) => i >= begin && i < oldEnd && contains(node, this.pivot)) : -1;
        const newPivot = this.pivot ? wanted.findIndex((node, i) => i >= begin && i < newEnd && contains(node, this.counterpart)) : -1;
        if (oldPivot >= 0 && newPivot >= 0 && this.alike(present[oldPivot], wanted[newPivot])) {
            this.middle(parent, present.slice(begin, oldPivot), wanted.slice(begin, newPivot), present[oldPivot], result, begin);
            result[newPivot] = present[oldPivot];
            this.update(present[oldPivot], wanted[newPivot]);
            this.middle(parent, present.slice(oldPivot + 1, oldEnd), wanted.slice(newPivot + 1, newEnd), next, result, newPivot + 1);
        } else {
            this.middle(parent, present.slice(begin, oldEnd), wanted.slice(begin, newEnd), next, result, begin);
        }
        return result;
    }

    middle(parent, present, wanted, after, result, offset) {
        wanted.forEach((node, i) => {
            const old = present[i];
            if (old && this.alike(old, node)) {
                this.update(old, node);
                result[offset + i] = old;
                return;
            }
            insert(parent, node, old ?? after);
            noteDetails([node]);
            result[offset + i] = node;
            if (old)
                removeFrom(parent, old);
        });
        for (const old of present.slice(wanted.length))
            removeFrom(parent, old);
    }

    same(old, node) {
        return old === this.pivot ? node === this.counterpart && isEqualTag(old, node) : isEqual(old, node);
    }

    // Whether `old` can be made into `node`.
    alike(old, node) {
        if (old === this.pivot || node === this.counterpart)
            return old === this.pivot && node === this.counterpart;
        return nameOf(old) === nameOf(node) && old.namespaceURI === node.namespaceURI && !replacedWhole.has(nameOf(old));
    }

    update(old, node) {
        if (!isElement(old)) {
            old.data = node.data;
            return;
        }
        takeAttributes(old, node);
        if (old !== this.pivot)
            this.list(old, children(old), children(node), null);
    }
}

function isEqualTag(a, b) {
    const ours = [...attributesOf(a)];
    return ours.length === attributesOf(b).length && ours.every(({ name, value }) => attribute(b, name) === value);
}

function takeAttributes(old, node) {
    const kept = wasToggled(old) && old[openAtFirst] === hasAttribute(node, 'open') ? 'open' : null;
    for (const { name } of [...attributesOf(old)]) {
        if (!hasAttribute(node, name) && name !== kept && !isOurs(old, name))
            removeAttribute(old, name);
    }
    for (const own of [...attributesOf(node)]) {
        if (own.name !== kept && attribute(old, own.name) !== own.value)
            setAttributeNode(old, own.cloneNode());
    }
    if (!kept && nameOf(old) === 'DETAILS')
        old[openAtFirst] = hasAttribute(old, 'open');
}
