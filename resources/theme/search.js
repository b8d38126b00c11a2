// SPDX-License-Identifier: GPL-3.0-or-later
//
// Finds posts, pages, topics and reading paths by their words in the reader's own browser. Of the index under /search/ it loads what a query needs and nothing is sent anywhere.
// core/publish/site_search.h says what the files hold; words are cut as core/publish/word_collector.h says, and compared by their stems here.
(() => {
  "use strict";
  const form = document.querySelector("[data-search]");
  if (!form) return;
  const input = form.querySelector("input");
  const status = form.querySelector("[data-search-status]");
  const texts = form.dataset;
  const list = document.querySelector("[data-search-results]");
  const more = document.querySelector("[data-search-more]");
  const base = new URL(form.getAttribute("action"), location.href);

  const longestQuery = 200; // characters
  const mostWords = 4; // the longest ones: each costs a piece of the index
  const fewWords = 3; // of which those that most posts have are looked for, too
  const atOnce = 8; // results
  const snippetLength = 240;
  const values = [1, 1.5, 2, 3.5, 4.5, 5, 7, 8]; // of a word by its rank in a post

  // Words.

  const fold = (text) => text.normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "").replace(/ß/g, "ss").replace(/ς/g, "σ");
  const dense = "\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3040-\\u30ff\\u31f0-\\u31ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}";
  const runs = new RegExp(`[${dense}]+|[^${dense}]+`, "gu");
  const firstDense = new RegExp(`^[${dense}]`, "u");
  const isDense = (word) => firstDense.test(word);

  const wordPattern = /[a-z](?:\+\+|#)(?![\p{L}\p{N}])|[\p{L}\p{N}\p{M}]+/giu;

  // Of scripts without blanks each pair of neighbours is a word.
  const wordsOf = (text) => {
    const found = [];
    for (const [word] of fold(text).matchAll(wordPattern)) {
      for (const run of word.match(runs)) {
        const signs = [...run];
        if (!isDense(run) || signs.length === 1) found.push(run);
        else for (let i = 1; i < signs.length; ++i) found.push(signs[i - 1] + signs[i]);
      }
    }
    return found;
  };

  // What words have in common whatever their ending; both light, as both languages' readers type nouns and verbs in any form.
  const stems = {
    en: (word) => {
      let stem = word.replace(/ies$/, "y").replace(/(ss|sh|ch|x)es$/, "$1").replace(/([^su])s$/, "$1");
      if (stem.length > 5) stem = stem.replace(/(ation|ing|ed|er|ly)$/, "");
      if (stem.length < 3) return word;
      stem = stem.replace(/([bdfgmnprt])\1$/, "$1").replace(/([^aeiou])(e|y|i)$/, "$1");
      return stem.length < 3 ? word : stem;
    },
    de: (word) => {
      let stem = word;
      if (stem.length > 5) stem = stem.replace(/(innen|erinnen|ungen|ern|em|en|er|es|e|s|n)$/, "");
      if (stem.length > 6) stem = stem.replace(/(ung|lich|isch|keit|heit|st|t)$/, "");
      return stem;
    },
  };

  // How many letters have to be typed otherwise, two that changed places counting once; more than `most` is most + 1.
  const distance = (a, b, most) => {
    if (Math.abs(a.length - b.length) > most) return most + 1;
    let before = [];
    let last = Array.from({ length: b.length + 1 }, (_, i) => i);
    for (let i = 1; i <= a.length; ++i) {
      const row = [i];
      for (let j = 1; j <= b.length; ++j) {
        const isSame = a[i - 1] === b[j - 1];
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (isSame ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
      }
      if (Math.min(...row) > most) return most + 1;
      before = last;
      last = row;
    }
    return last[b.length];
  };

  // The index.

  const loaded = new Map();
  const load = (name, options) => {
    if (!loaded.has(name)) {
      const text = fetch(new URL(name, base), options).then((response) => {
        if (!response.ok) throw new Error(`${name}: ${response.status}`);
        return response.text();
      });
      loaded.set(name, text);
      text.catch(() => loaded.delete(name)); // to be asked for again
    }
    return loaded.get(name);
  };
  const revalidated = { cache: "no-cache" }; // files that keep their name when they change

  const isBefore = (a, b) => {
    const [left, right] = [[...a], [...b]];
    for (let i = 0; i < left.length && i < right.length; ++i) {
      if (left[i] !== right[i]) return left[i].codePointAt(0) < right[i].codePointAt(0);
    }
    return left.length < right.length;
  };
  const lines = (text) => text.split("\n").filter((line) => line.includes(" ")).map((line) => line.split(" "));

  let index;
  const loadIndex = async () => {
    if (!index) {
      const read = JSON.parse(await load("index.json", revalidated));
      const pieces = read.pieces.match(/\S+ \S+/g) || [];
      index = { ...read, common: new Set(read.common.split(" ")), pieces: pieces.map((piece) => piece.split(" ")) };
      index.stems = index.languages.map((language) => stems[language]).filter((stem) => stem);
    }
    return index;
  };
  const placeOf = (word) => {
    let [low, high] = [0, index.pieces.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isBefore(word, index.pieces[middle][0])) high = middle;
      else low = middle + 1;
    }
    return Math.max(0, low - 1);
  };
  const readPieces = async (places) => {
    const read = [...places].filter((place) => place < index.pieces.length).map((place) => load(`words/${index.pieces[place][1]}.txt`));
    return (await Promise.all(read)).flatMap(lines);
  };

  const signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const eachPosting = (written, take) => {
    let [number, factor, post] = [0, 1, -1];
    for (const sign of written) {
      const value = signs.indexOf(sign);
      number += (value % 32) * factor;
      factor *= 32;
      if (value < 32) continue;
      post += Math.floor(number / 8) + 1;
      take(post, number % 8);
      [number, factor] = [0, 1];
    }
  };

  // The words of the index that a typed one may mean: itself, those of its stem, those that begin with it, else those that are nearly it.
  const meaningsOf = async (typed, mostPieces) => {
    const forms = [typed];
    if (index.languages.includes("de") && /[aou]e/.test(typed)) forms.push(typed.replace(/([aou])e/g, "$1"));
    const places = new Set();
    for (const form of forms) {
      places.add(placeOf(form));
      for (const stem of index.stems) if (form.startsWith(stem(form))) places.add(placeOf(stem(form)));
      const next = placeOf(form) + 1;
      if (form.length > 2 && next < index.pieces.length && index.pieces[next][0].startsWith(form)) places.add(next);
    }
    const known = await readPieces([...places].slice(0, mostPieces));
    const meanings = new Map();
    for (const [word, postings] of known) {
      for (const form of forms) {
        const weight =
          word === form ? 1
          : index.stems.some((stem) => stem(word) === stem(form)) ? 0.9
          : word.startsWith(form) && (form.length > 1 || isDense(form)) ? 0.3 + (0.4 * form.length) / word.length
          : 0;
        if (weight > (meanings.get(word)?.weight || 0)) meanings.set(word, { weight, postings });
      }
    }
    return meanings.size > 0 || typed.length < 4 || isDense(typed) ? { meanings } : nearMeanings(typed, known);
  };

  const nearMeanings = async (typed, known) => {
    const most = typed.length < 8 ? 1 : 2;
    const usual = (await load("words.txt", revalidated)).split("\n");
    let [least, near] = [most + 1, new Set()];
    for (const word of [...known.map(([word]) => word), ...usual]) {
      const steps = distance(typed, word, most);
      if (steps < least) [least, near] = [steps, new Set()];
      if (steps === least && steps <= most) near.add(word);
    }
    const words = [...near].slice(0, 3);
    const places = new Set(words.map(placeOf));
    const read = new Map([...known, ...(await readPieces([...places].slice(0, 2)))]);
    const meanings = new Map();
    for (const word of words) if (read.has(word)) meanings.set(word, { weight: 0.5, postings: read.get(word) });
    return { meanings, instead: [...meanings.keys()] };
  };

  const isGuide = (post) => post < index.guides;
  const scoresOf = (meanings) => {
    const scores = new Map();
    for (const { weight, postings } of meanings.values())
      eachPosting(postings, (post, rank) => scores.set(post, Math.max(scores.get(post) || 0, weight * values[rank])));
    // A word that few posts have tells more than one of many.
    const rarity = Math.log(1 + index.documents / Math.max(1, scores.size));
    for (const [post, score] of scores) scores.set(post, score * rarity);
    return scores;
  };

  // Posts by worth, then topics and reading paths, then the newest first; those with all words, or if there are none, those with some.
  const find = async (query) => {
    await loadIndex();
    const all = [...new Set(wordsOf(query.slice(0, longestQuery)))];
    const telling = all.length > fewWords ? all.filter((word) => !index.common.has(word)) : [];
    const candidates = telling.length > 0 ? telling : all;
    const words = [...candidates].sort((a, b) => b.length - a.length).slice(0, mostWords);
    // All that is loaded for an answer is to stay below 100 kB.
    const found = await Promise.all(words.map((word) => meaningsOf(word, Math.ceil(3 / words.length))));
    const worth = new Map();
    for (const { meanings } of found) {
      for (const [post, score] of scoresOf(meanings)) {
        const { sum, count } = worth.get(post) || { sum: 0, count: 0 };
        worth.set(post, { sum: sum + score, count: count + 1 });
      }
    }
    const most = Math.max(0, ...new Set([...worth.values()].map(({ count }) => count)));
    const posts = [...worth].filter(([, { count }]) => count === most);
    posts.sort(([a, left], [b, right]) => right.sum - left.sum || isGuide(b) - isGuide(a) || b - a);
    return {
      posts: posts.map(([post]) => post),
      hasAll: most === words.length,
      isCut: query.length > longestQuery || candidates.length > words.length,
      instead: found.flatMap(({ instead }) => instead || []),
      marked: new Set([...words, ...found.flatMap(({ meanings }) => [...meanings.keys()])]),
      meanings: found.flatMap(({ meanings }) => [...meanings]),
    };
  };

  // What is shown. Texts go in as texts only.

  // Where marked words stand in a text, as [begin, end], ascending.
  const hitsIn = (text, marked) => {
    const hits = [];
    const add = (begin, end) => {
      const last = hits.at(-1);
      if (last && last[1] >= begin) last[1] = end;
      else hits.push([begin, end]);
    };
    for (const match of text.matchAll(wordPattern)) {
      for (const run of match[0].matchAll(runs)) {
        let begin = match.index + run.index;
        const signs = [...run[0]];
        if (!isDense(run[0]) || signs.length === 1) {
          if (wordsOf(run[0]).some((word) => marked.has(word))) add(begin, begin + run[0].length);
          continue;
        }
        for (let i = 1; i < signs.length; begin += signs[i - 1].length, ++i) {
          const pair = signs[i - 1] + signs[i];
          if (marked.has(fold(pair))) add(begin, begin + pair.length);
        }
      }
    }
    return hits;
  };
  const showMarked = (element, text, marked) => {
    let shown = 0;
    for (const [begin, end] of hitsIn(text, marked)) {
      element.append(text.slice(shown, begin));
      element.append(Object.assign(document.createElement("mark"), { textContent: text.slice(begin, end) }));
      shown = end;
    }
    element.append(text.slice(shown));
  };
  // The part of a text around its first hit.
  const snippetOf = (text, marked) => {
    if (text.length <= snippetLength) return text;
    const [[hit] = [0]] = hitsIn(text, marked);
    const begin = hit < snippetLength / 2 ? 0 : text.lastIndexOf(" ", hit - snippetLength / 3) + 1;
    const end = begin + snippetLength >= text.length ? text.length : text.lastIndexOf(" ", begin + snippetLength);
    const cut = text.slice(begin, end > begin ? end : begin + snippetLength);
    return (begin > 0 ? "… " : "") + cut + (end < text.length ? " …" : "");
  };
  // Those of the words found that a post has.
  const wordsIn = (post, meanings) => {
    const has = ([, { postings }]) => {
      let isThere = false;
      eachPosting(postings, (other) => (isThere ||= other === post));
      return isThere;
    };
    return meanings.filter(has).map(([word]) => word);
  };
  const kinds = { topic: texts.topic, path: texts.path };
  const itemOf = (number, post, { marked, meanings }) => {
    const item = document.createElement("li");
    const link = Object.assign(document.createElement("a"), { href: post.url, dir: "auto" });
    if (post.lang) item.lang = post.lang;
    showMarked(link, post.title || post.url, marked);
    const title = Object.assign(document.createElement("h2"), { className: "entry-title" });
    title.append(link);
    item.append(title);
    const snippet = Object.assign(document.createElement("p"), { className: "summary" });
    showMarked(snippet, snippetOf(post.text || "", marked), marked);
    item.append(snippet);
    if (!item.querySelector("mark")) {
      // The word stands where the result's text does not reach. Browsers that can will go to it.
      const words = wordsIn(number, meanings);
      link.href += `#:~:text=${encodeURIComponent(words[0])}`;
      const further = Object.assign(document.createElement("p"), { className: "meta", textContent: `${texts.further} ` });
      words.slice(0, 4).forEach((word, i) => further.append(i > 0 ? ", " : "", Object.assign(document.createElement("mark"), { textContent: word })));
      item.append(further);
    }
    if (kinds[post.kind]) item.append(Object.assign(document.createElement("p"), { className: "meta", textContent: kinds[post.kind] }));
    if (post.date) {
      const date = Object.assign(document.createElement("time"), { dateTime: post.iso, textContent: post.date, className: "meta" });
      item.append(date);
    }
    return item;
  };

  const messageOf = ({ posts, hasAll, isCut, instead }) => {
    if (posts.length === 0) return texts.nothing;
    const message = [posts.length === 1 ? texts.result : texts.results.replace("{count}", posts.length)];
    if (instead.length > 0) message.push(texts.instead.replace("{words}", () => instead.map((word) => `“${word}”`).join(", ")));
    if (!hasAll) message.push(texts.some);
    if (isCut) message.push(texts.cut);
    return message.join(" ");
  };

  let current = 0; // the query that is answered; older ones are given up
  const addResults = async (found, own) => {
    const posts = found.posts.slice(list.children.length, list.children.length + atOnce);
    const files = await Promise.all(posts.map((post) => load(`posts/${Math.floor(post / index.group)}.json`, revalidated)));
    if (own !== current) return;
    const items = posts.map((post, i) => itemOf(post, JSON.parse(files[i])[post % index.group], found));
    const first = items[0]?.querySelector("a");
    const isMore = list.children.length > 0;
    list.append(...items);
    if (isMore) first?.focus();
    more.hidden = list.children.length >= found.posts.length;
    more.firstElementChild.onclick = () => guarded(() => addResults(found, own), own);
  };
  const guarded = async (work, own) => {
    try {
      await work();
    } catch {
      if (own !== current) return;
      // The site may have been published anew, with other pieces.
      index = undefined;
      loaded.clear();
      list.replaceChildren();
      more.hidden = true;
      status.textContent = texts.failed;
    }
  };
  const answer = (query) => {
    const own = ++current;
    return guarded(async () => {
      const found = /[\p{L}\p{N}]/u.test(query) ? await find(query) : undefined;
      if (own !== current) return;
      list.replaceChildren();
      more.hidden = true;
      if (found) await addResults(found, own);
      if (own === current) status.textContent = found ? messageOf(found) : query.trim() ? texts.nothing : "";
    }, own);
  };

  const addressed = () => new URLSearchParams(location.search).get("q") || "";
  const addressOf = (query) => (query ? `?${new URLSearchParams({ q: query })}` : location.pathname);
  const restore = () => {
    input.value = addressed();
    answer(input.value);
  };
  let timer;
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      // A query as long as a book stays out of the address.
      history.replaceState(null, "", addressOf(input.value.slice(0, longestQuery)));
      answer(input.value);
    }, 150);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    history.pushState(null, "", addressOf(input.value.slice(0, longestQuery)));
    answer(input.value);
  });
  addEventListener("popstate", restore);

  document.querySelector("[data-search-without]").hidden = true;
  form.hidden = false;
  restore();
  if (!input.value) input.focus();
})();
