// Completes prefixes, terms, concepts and keywords in the editor.  Without it the editor is a plain field.
"use strict";

(() => {
  const field = document.getElementById("text");
  const list = document.getElementById("completion");
  const told = document.getElementById("told");
  const vi = field.dataset.language === "vi";
  const MOST = 12;
  let terms = [];
  let loading = null;
  let offered = [];
  let chosen = 0;

  const folded = (text) =>
    text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d").toLowerCase();

  async function fetched() {
    try {
      const answer = await fetch(field.dataset.terms);
      terms = answer.ok ? await answer.json() : [];
    } catch {
      loading = null; // the next key asks again
    }
  }

  const load = () => (loading ??= fetched());

  // The word before the caret, unless the caret is in a comment, an IRI or a string.
  function word() {
    const before = field.value.slice(0, field.selectionStart);
    const line = before.slice(before.lastIndexOf("\n") + 1);
    const bare = line.replace(/<[^<>\s]*>/g, "").replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g, "");
    if (/[#"'<][^\s]*$|#/.test(bare)) return "";
    const found = /[\p{L}\p{N}_:.-]+$/u.exec(line);
    if (found === null || "?$@".includes(line[found.index - 1] ?? " ")) return "";
    return found[0];
  }

  function matches(typed, asked) {
    const wanted = folded(typed);
    const begins = [];
    const holds = [];
    for (const term of terms) {
      const [name, kind, , , found] = term;
      const local = name.slice(name.indexOf(":") + 1).toLowerCase();
      if (kind === "keyword" && !asked && wanted.length < 2) continue;
      if (name.toLowerCase().startsWith(wanted) || local.startsWith(wanted)) begins.push(term);
      else if (wanted.length > 2 && (` ${found}`.includes(` ${wanted}`) || found.replaceAll(" ", "").includes(wanted))) {
        holds.push(term);
      }
    }
    const shortest = (one, other) => one[4].length - other[4].length;
    return [...begins.sort(shortest), ...holds.sort(shortest)].slice(0, MOST);
  }

  async function offer(asked) {
    if (word().length < (asked ? 0 : 2)) return close();
    await load();
    const typed = word();
    offered = matches(typed, asked).filter((term) => term[0] !== typed);
    if (offered.length === 0 || document.activeElement !== field) return close();
    list.replaceChildren(...offered.map(item));
    list.hidden = false;
    place();
    choose(0);
    told.textContent = field.dataset.many.replace("{n}", offered.length);
  }

  function item(term, number) {
    const [name, , inVietnamese, inEnglish] = term;
    const row = document.createElement("li");
    row.id = `completion-${number}`;
    row.setAttribute("role", "option");
    const code = document.createElement("code");
    code.textContent = name;
    row.append(code);
    const label = vi ? inVietnamese || inEnglish : inEnglish || inVietnamese;
    if (label) {
      const words = document.createElement("span");
      words.textContent = label;
      row.append(words);
    }
    row.addEventListener("mousedown", (event) => {
      event.preventDefault();
      take(number);
    });
    return row;
  }

  // Below the line of the caret.
  function place() {
    const style = getComputedStyle(field);
    const rows = field.value.slice(0, field.selectionStart).split("\n").length;
    const height = parseFloat(style.lineHeight);
    const top = rows * height + parseFloat(style.paddingTop) - field.scrollTop + 4;
    list.style.top = `${Math.max(height, Math.min(top, field.clientHeight))}px`;
  }

  function choose(number) {
    chosen = (number + offered.length) % offered.length;
    for (const [place, row] of [...list.children].entries()) {
      row.setAttribute("aria-selected", String(place === chosen));
    }
    list.children[chosen].scrollIntoView({ block: "nearest" });
    field.setAttribute("aria-activedescendant", `completion-${chosen}`);
  }

  function close() {
    list.hidden = true;
    list.replaceChildren();
    offered = [];
    told.textContent = "";
    field.removeAttribute("aria-activedescendant");
  }

  function take(number) {
    const [name, kind] = offered[number];
    const typed = word();
    close();
    const end = field.selectionStart;
    field.setSelectionRange(end - typed.length, end);
    insert(kind === "keyword" ? `${name} ` : name);
    declare(name.slice(0, name.indexOf(":")));
  }

  // As if typed, so that the browser can undo it.
  function insert(text) {
    if (!document.execCommand("insertText", false, text)) {
      field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
    }
  }

  // Declares the prefix of a term that was taken.
  function declare(prefix) {
    const known = terms.find((term) => term[0] === `${prefix}:` && term[1] === "prefix");
    if (!known || new RegExp(`^\\s*prefix\\s+${prefix}:`, "im").test(field.value)) return;
    const line = `PREFIX ${prefix}: <${known[2]}>\n`;
    const caret = field.selectionStart;
    field.setSelectionRange(0, 0);
    insert(line);
    field.setSelectionRange(caret + line.length, caret + line.length);
  }

  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-controls", "completion");
  field.addEventListener("input", () => offer(false));
  field.addEventListener("blur", close);
  field.addEventListener("focus", load, { once: true });
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      document.getElementById("asking").requestSubmit();
    } else if (event.key === " " && event.ctrlKey) {
      event.preventDefault();
      offer(true);
    } else if (!list.hidden) {
      const moves = { ArrowDown: 1, ArrowUp: -1 };
      if (event.key in moves) {
        event.preventDefault();
        choose(chosen + moves[event.key]);
      } else if (event.key === "Enter" || event.key === "Tab") {
        event.preventDefault();
        take(chosen);
      } else if (event.key === "Escape") {
        event.preventDefault();
        close();
      }
    }
  });
})();
