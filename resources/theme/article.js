// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a text gains by a script, and does without: a button that copies a block of code; footnotes beside the text where there is room.
(() => {
  "use strict";

  const { copy, copyName, copied } = document.currentScript.dataset;
  const addCopyButton = (code) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    const show = (text, name) => {
      button.dataset.text = text; // drawn by the style sheet: it is no part of what a reader selects
      button.setAttribute("aria-label", name);
    };
    show(copy, copyName);
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(code.textContent);
      } catch {
        return; // The reader has forbidden it.
      }
      show(copied, copied);
      setTimeout(() => show(copy, copyName), 2000);
    });
    code.closest(".code").append(button);
  };
  // Where a browser lets no page copy, there is no clipboard.
  if (navigator.clipboard) document.querySelectorAll(".code > pre > code").forEach(addCopyButton);

  const article = document.querySelector(".post");
  const footnotes = document.querySelector(".post-body > .footnotes");
  if (!article || !footnotes) return;
  const wide = matchMedia("(min-width: 88rem)"); // as in the style sheet
  const gap = 16;
  const placeNotes = () => {
    footnotes.classList.toggle("is-beside", wide.matches);
    const origin = article.getBoundingClientRect().top;
    let free = 0;
    for (const note of footnotes.querySelectorAll(":scope > ol > li")) {
      const mark = document.getElementById(note.id.replace("fn:", "fnref:"));
      note.style.insetBlockStart = "";
      if (!wide.matches || !mark) continue;
      const top = Math.max(free, mark.getBoundingClientRect().top - origin);
      note.style.insetBlockStart = `${top}px`;
      free = top + note.offsetHeight + gap;
    }
  };
  wide.addEventListener("change", placeNotes);
  new ResizeObserver(placeNotes).observe(article);
})();
