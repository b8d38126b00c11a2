// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';

// The parts of this content script run one after another in a world of their own: they share the page's elements with it, and nothing else.
//
// Elements named `body` or `querySelector` hide the document's own members of that name, fields of a form hide the form's (HTML Living Standard,
// 3.1.6 and 4.10.3). The page's text is not trusted, so members are taken from the prototypes.

const getter = (prototype, name) => {
    const get = Object.getOwnPropertyDescriptor(prototype, name).get;
    return object => Reflect.apply(get, object, []);
};
const method = (prototype, name) => {
    const call = prototype[name];
    return (object, ...given) => Reflect.apply(call, object, given);
};

const rootOf = getter(Document.prototype, 'documentElement');
const headOf = getter(Document.prototype, 'head');
const bodyOf = getter(Document.prototype, 'body');
const baseOf = getter(Node.prototype, 'baseURI');
const sheetsOf = getter(Document.prototype, 'styleSheets');
const find = method(Document.prototype, 'querySelector');
const findAll = method(Document.prototype, 'querySelectorAll');
const findAllIn = method(Element.prototype, 'querySelectorAll');
const findById = method(Document.prototype, 'getElementById');

const typeOf = getter(Node.prototype, 'nodeType');
const nameOf = getter(Node.prototype, 'nodeName');
const parentOf = getter(Node.prototype, 'parentNode');
const childNodesOf = getter(Node.prototype, 'childNodes');
const nextOf = getter(Node.prototype, 'nextSibling');
const firstOf = getter(Node.prototype, 'firstChild');
const isConnected = getter(Node.prototype, 'isConnected');
const contains = method(Node.prototype, 'contains');
const matches = method(Element.prototype, 'matches');
const closest = method(Element.prototype, 'closest');
const isEqual = method(Node.prototype, 'isEqualNode');
const insert = method(Node.prototype, 'insertBefore');
const removeFrom = method(Node.prototype, 'removeChild');
const attributesOf = getter(Element.prototype, 'attributes');
const attribute = method(Element.prototype, 'getAttribute');
const attributeNS = method(Element.prototype, 'getAttributeNS');
const setAttribute = method(Element.prototype, 'setAttribute');
const setAttributeNode = method(Element.prototype, 'setAttributeNode');
const removeAttribute = method(Element.prototype, 'removeAttribute');
const hasAttribute = method(Element.prototype, 'hasAttribute');
const scrollHeightOf = getter(Element.prototype, 'scrollHeight');
const caretAt = method(Document.prototype, 'caretRangeFromPoint');
const rectOf = method(Element.prototype, 'getBoundingClientRect');

const isElement = node => typeOf(node) === Node.ELEMENT_NODE;
const isText = node => typeOf(node) === Node.TEXT_NODE;
const children = node => [...childNodesOf(node)];

// A document in which nothing loads and nothing acts; HTML is parsed there as it is in a page.
const inert = document.implementation.createHTMLDocument('');
const parsePart = html => {
    const box = inert.createElement('div');
    box.innerHTML = html;
    return children(box);
};
const parsePage = html => new DOMParser().parseFromString(html, 'text/html');
