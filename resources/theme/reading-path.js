// SPDX-License-Identifier: GPL-3.0-or-later
//
// Keeps in the reader's own browser which steps of a reading path were read; nothing is sent anywhere, and the page does without it.
// On a path's page it shows a box for each step and how far the reader is; on a post's page, going on to the next step marks the post.
(() => {
  "use strict";
  const key = "quillway:read";

  const load = () => {
    try {
      const list = JSON.parse(localStorage.getItem(key) || "[]");
      return new Set(Array.isArray(list) ? list : []);
    } catch {
      return new Set();
    }
  };
  const mark = (address, isRead) => {
    const read = load();
    if (isRead) read.add(address);
    else read.delete(address);
    try {
      localStorage.setItem(key, JSON.stringify([...read]));
    } catch {
      // A browser that keeps nothing: the boxes hold while the page is open.
    }
  };

  for (const link of document.querySelectorAll(".path-steps .next")) {
    link.addEventListener("click", () => mark(location.pathname, true));
  }

  const progress = document.querySelector("[data-path-progress]");
  if (!progress) return;
  const steps = [...document.querySelectorAll("[data-step]")].map((item) => ({
    address: item.dataset.step,
    minutes: Number(item.dataset.minutes) || 0,
    item,
    box: item.querySelector(".step-read input"),
  }));

  const show = () => {
    const unread = steps.filter((step) => !step.box.checked);
    for (const step of steps) step.item.classList.toggle("is-read", step.box.checked);
    const minutes = unread.reduce((sum, step) => sum + step.minutes, 0);
    const status = progress.querySelector("[role=status]");
    const text = unread.length > 0 ? status.dataset.text : status.dataset.done;
    status.textContent = text
      .replace("{read}", steps.length - unread.length)
      .replace("{count}", steps.length)
      .replace("{minutes}", minutes);
    const bar = progress.querySelector("progress");
    bar.hidden = false;
    bar.value = steps.length - unread.length;
    const next = progress.querySelector("[data-path-next]");
    next.hidden = unread.length === 0;
    if (unread.length > 0) {
      next.href = unread[0].address;
      next.textContent = unread.length === steps.length ? next.dataset.begin : next.dataset.goOn;
    }
  };

  const restore = () => {
    const read = load();
    for (const step of steps) step.box.checked = read.has(step.address);
    show();
  };

  for (const step of steps) {
    step.box.addEventListener("change", () => {
      mark(step.address, step.box.checked);
      show();
    });
    step.item.querySelector(".step-read").hidden = false;
  }
  restore();
  // Another tab, or coming back through the browser's history.
  addEventListener("storage", (event) => event.key === key && restore());
  addEventListener("pageshow", (event) => event.persisted && restore());
})();
