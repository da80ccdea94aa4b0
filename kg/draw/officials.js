"use strict";
(() => {
  const SVG = "http://www.w3.org/2000/svg";
  const NEAR = 0.42; // scale from which names are drawn; below it blocks are shown as shapes
  const LARGEST = 3;
  const SMALLEST_HEADING = [13, 13, 11, 10.5]; // pixels on the screen, by level
  const STATUSES = ["current", "appointed", "ended", "former"];
  const SIDES = ["party", "state", "other"];
  const MOST_FOUND = 40;

  const data = JSON.parse(document.getElementById("data").textContent);
  const { units, organizations, people, posts, observations, articles } = data;
  const $ = (id) => document.getElementById(id);
  const canvas = $("canvas");
  const world = $("world");
  let language = data.language;

  // ---------------------------------------------------------------- words and elements

  const say = (key, values = {}) =>
    data.words[key][language].replace(/\{(\w+)\}/g, (_, name) => String(values[name]));

  function make(tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (name === "class") element.className = value;
      else if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
      else element.setAttribute(name, value);
    }
    element.append(...children.filter((child) => child !== null && child !== undefined));
    return element;
  }

  function draw(tag, attributes = {}) {
    const element = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    return element;
  }

  const unitName = (index) => units[index].name || say("nowhere");
  const roleName = (post) => (language === "en" && post.role_en ? post.role_en : post.role);
  const isFormer = (post) => ["former", "ended"].includes(observations[post.observations[0]].status);
  const capital = (text) => text.charAt(0).toLocaleUpperCase(language) + text.slice(1);

  // ---------------------------------------------------------------- what belongs to what

  const group = (list, key) => {
    const groups = new Map();
    list.forEach((item, index) => {
      const name = key(item);
      if (!groups.has(name)) groups.set(name, []);
      groups.get(name).push(index);
    });
    return (name) => groups.get(name) || [];
  };
  const postsOfPerson = group(posts, (post) => post.person);
  const postsOfOrganization = group(posts, (post) => post.organization);
  const peopleOfUnit = group(people, (person) => person.unit);
  const organizationsOfUnit = group(organizations, (organization) => organization.unit);
  const unitsBelow = group(units, (unit) => unit.parent);
  const partsOf = group(organizations, (organization) => organization.parent);

  // Blocks wait outside the document until they come into view: what isn't there costs nothing.
  const blocks = $("blocks").content;
  const postElements = [];
  const personElements = [];
  const organizationElements = organizations.map(() => []);
  for (const element of blocks.querySelectorAll("[data-e]")) postElements[element.dataset.e] = element;
  for (const element of blocks.querySelectorAll("[data-p]")) personElements[element.dataset.p] = element;
  for (const element of blocks.querySelectorAll("[data-o]")) organizationElements[element.dataset.o].push(element);
  const bodies = [];
  const headings = [];
  const cards = [];
  const state = []; // of each block: "near", "far" or undefined for out of sight
  for (const element of blocks.querySelectorAll(".body")) bodies[element.dataset.u] = document.adoptNode(element);
  for (const element of world.querySelectorAll(".head[data-u]")) headings[element.dataset.u] = element;
  for (const element of world.querySelectorAll(".card")) cards[element.dataset.u] = element;
  const jumps = $("jumps");

  // ---------------------------------------------------------------- zoom and pan

  const view = { x: 0, y: 0, k: 1 };
  let frame = 0;
  let drawnScale = 0;

  let frameBox = canvas.getBoundingClientRect();
  const size = () => frameBox;
  function measure() {
    frameBox = canvas.getBoundingClientRect();
    refresh();
  }
  const smallest = () => {
    const { width, height } = size();
    return Math.min(width / data.width, height / data.height, NEAR) * 0.8;
  };

  function refresh() {
    if (!frame) frame = requestAnimationFrame(paint);
  }

  function paint() {
    frame = 0;
    world.setAttribute("transform", `translate(${view.x.toFixed(2)} ${view.y.toFixed(2)}) scale(${view.k.toFixed(5)})`);
    const near = view.k >= NEAR;
    world.classList.toggle("near", near);
    world.classList.toggle("far", !near);
    showBlocks(near);
    if (drawnScale !== view.k) placeHeadings(near);
    drawnScale = view.k;
  }

  function inView(x, y, w, h) {
    const { width, height } = size();
    const left = x * view.k + view.x;
    const top = y * view.k + view.y;
    return left < width + 60 && top < height + 60 && left + w * view.k > -60 && top + h * view.k > -60;
  }

  function showBlocks(near) {
    units.forEach((unit, index) => {
      if (!bodies[index]) return;
      const seen = inView(...unit.box);
      const next = seen ? (near ? "near" : "far") : undefined;
      if (next === "far") gistOf(index);
      if (next === state[index]) return;
      state[index] = next;
      if (next === "near") {
        $("bodies").append(bodies[index]);
        enliven(index);
      } else if (bodies[index].isConnected && !bodies[index].contains(document.activeElement)) bodies[index].remove();
      if (gistElements[index]) gistElements[index].classList.toggle("on", next === "far");
    });
  }

  function zoomTo(k, px, py) {
    const next = Math.min(LARGEST, Math.max(smallest(), k));
    view.x = px - ((px - view.x) * next) / view.k;
    view.y = py - ((py - view.y) * next) / view.k;
    view.k = next;
    refresh();
  }

  function zoomBy(factor) {
    const { width, height } = size();
    zoomTo(view.k * factor, width / 2, height / 2);
  }

  function showBox([x, y, w, h], k) {
    const { width, height } = size();
    view.k = Math.min(LARGEST, Math.max(smallest(), k));
    view.x = width / 2 - (x + w / 2) * view.k;
    view.y = height / 2 - (y + h / 2) * view.k;
    refresh();
  }

  function showAll() {
    const { width, height } = size();
    showBox([0, 0, data.width, data.height], Math.min(width / data.width, height / data.height, 1.25));
  }

  function showFirst() {
    const { width, height } = size();
    const whole = Math.min(width / data.width, height / data.height);
    const wide = Math.min(width / data.width, 1.1);
    if (whole >= 0.8 || wide < 0.62) return showAll();
    view.k = wide;
    view.x = (width - data.width * wide) / 2;
    view.y = 0;
    return refresh();
  }

  function showUnit(index) {
    const { width, height } = size();
    const [x, y, w, h] = units[index].box;
    const k = Math.min(1.1, (width - 40) / w, Math.max((height - 40) / h, Math.min(0.75, (width - 40) / w)));
    view.k = Math.max(smallest(), k);
    view.x = (width - w * view.k) / 2 - x * view.k;
    view.y = h * view.k > height - 40 ? 20 - y * view.k : (height - h * view.k) / 2 - y * view.k;
    refresh();
  }

  const pointers = new Map();
  let moved = false;

  canvas.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    moved = pointers.size > 1;
  });
  canvas.addEventListener("pointermove", (event) => {
    const before = pointers.get(event.pointerId);
    if (!before) return;
    const now = { x: event.clientX, y: event.clientY };
    if (!moved && Math.hypot(now.x - before.x, now.y - before.y) < 4) return;
    if (!moved) {
      moved = true;
      canvas.setPointerCapture(event.pointerId);
      canvas.classList.add("drag");
    }
    if (pointers.size === 2) pinch(event.pointerId, before, now);
    else {
      view.x += now.x - before.x;
      view.y += now.y - before.y;
    }
    pointers.set(event.pointerId, now);
    refresh();
  });
  for (const name of ["pointerup", "pointercancel", "pointerleave"]) {
    canvas.addEventListener(name, (event) => {
      pointers.delete(event.pointerId);
      canvas.classList.remove("drag");
    });
  }

  function pinch(id, before, now) {
    const [, other] = [...pointers].find(([key]) => key !== id);
    const ratio = Math.hypot(now.x - other.x, now.y - other.y) / Math.max(1, Math.hypot(before.x - other.x, before.y - other.y));
    const { left, top } = size();
    zoomTo(view.k * ratio, (now.x + other.x) / 2 - left, (now.y + other.y) / 2 - top);
  }

  canvas.addEventListener("wheel", (event) => {
    event.preventDefault();
    const { left, top } = size();
    const step = event.deltaMode === 1 ? event.deltaY * 16 : event.deltaY;
    zoomTo(view.k * Math.exp(-Math.max(-160, Math.min(160, step)) * 0.0022), event.clientX - left, event.clientY - top);
  }, { passive: false });

  // ---------------------------------------------------------------- headings that never collide

  const pen = document.createElement("canvas").getContext("2d");
  pen.font = `700 100px ${getComputedStyle(document.body).fontFamily}`;
  const headingWidth = units.map((unit) =>
    Math.max(...(unit.lines[0] || unit.name ? unit.lines : [say("nowhere")]).map((line) => pen.measureText(line).width / 100)));
  const headingOrder = units.map((_, index) => index)
    .sort((a, b) => units[a].level - units[b].level || units[b].box[2] * units[b].box[3] - units[a].box[2] * units[a].box[3] || a - b);

  function placeHeadings(near) {
    const taken = new Taken(120);
    for (const index of headingOrder) {
      const unit = units[index];
      const heading = headings[index];
      const rect = headingRect(unit, index, near);
      const free = rect !== null && taken.add(rect);
      heading.classList.toggle("culled", !free);
      if (free) heading.setAttribute("transform", rect.transform);
    }
  }

  // Where a heading lies on the screen (from the page's corner), or null when its card has no room for it.
  function headingRect(unit, index, near) {
    const k = view.k;
    const [x, y, w, h] = unit.box;
    const level = Math.min(unit.level, 3);
    const room = w * k - 10;
    const smallest = unit.level === 1 && !near ? Math.min(k > 0.2 ? 16 : 24, Math.max(13, w * k * 0.1)) : SMALLEST_HEADING[level];
    let pixels = Math.max(unit.size * k, smallest);
    if (headingWidth[index] * pixels > room) pixels = Math.max(10, room / headingWidth[index]);
    const width = headingWidth[index] * pixels;
    if (width > room && unit.level > 1) return null;
    const height = unit.lines.length * pixels * 1.25;
    if (height > h * k && unit.level > 1) return null;
    const f = pixels / (unit.size * k);
    const ax = x + 22;
    const ay = near ? y + unit.head / 2 : y + 10;
    const shift = near ? 0 : Math.max(0, 22 - 6 / k);
    return {
      x: (ax - shift) * k - 2,
      y: near ? ay * k - height / 2 - 1 : ay * k - 1,
      w: width + 4,
      h: height + 2,
      transform: `translate(${(ax * (1 - f) - shift).toFixed(2)} ${(ay * (1 - f)).toFixed(2)}) scale(${f.toFixed(4)})`,
    };
  }

  class Taken {
    constructor(cell) {
      this.cell = cell;
      this.cells = new Map();
    }

    add(rect) {
      const keys = [];
      for (let column = Math.floor(rect.x / this.cell); column <= (rect.x + rect.w) / this.cell; column++) {
        for (let row = Math.floor(rect.y / this.cell); row <= (rect.y + rect.h) / this.cell; row++) keys.push(`${column},${row}`);
      }
      const meets = (other) =>
        other.x < rect.x + rect.w && rect.x < other.x + other.w && other.y < rect.y + rect.h && rect.y < other.y + other.h;
      if (keys.some((key) => (this.cells.get(key) || []).some(meets))) return false;
      for (const key of keys) {
        if (!this.cells.has(key)) this.cells.set(key, []);
        this.cells.get(key).push(rect);
      }
      return true;
    }
  }

  // ---------------------------------------------------------------- blocks from afar and from near

  const gistElements = [];
  const gistVersion = [];
  let filterVersion = 0;

  function gistOf(index) {
    if (!gistElements[index]) {
      const element = draw("g", { class: "gist" });
      for (const name of ["people", ...SIDES]) element.append(draw("path", { class: name }));
      $("gists").append(element);
      gistElements[index] = element;
    }
    if (gistVersion[index] !== filterVersion) {
      gistVersion[index] = filterVersion;
      const [persons, ...sides] = gistElements[index].children;
      persons.setAttribute("d", outline(peopleOfUnit(index).filter((person) => personShown[person]).map((person) => people[person].box)));
      SIDES.forEach((side, place) => {
        const own = organizationsOfUnit(index).filter((organization) => organizations[organization].side === side && organizationShown[organization]);
        sides[place].setAttribute("d", outline(own.map((organization) => organizations[organization].box)));
      });
    }
    return gistElements[index];
  }

  const outline = (boxes) => boxes.map(([x, y, w, h]) => `M${x} ${y}h${w}v${h}h${-w}z`).join("");

  const lively = new Set();

  // Only what has come into view once is made focusable, named for screen readers and measured.
  function enliven(index) {
    if (lively.has(index)) return;
    lively.add(index);
    const body = bodies[index];
    for (const element of body.querySelectorAll("[data-p],[data-o],[data-e]")) {
      element.setAttribute("tabindex", "0");
      element.setAttribute("role", "button");
      element.setAttribute("aria-label", describe(element));
    }
    for (const line of body.querySelectorAll(".post > .line")) {
      line.before(draw("path", { class: "hold", d: line.getAttribute("d") }));
    }
    for (const text of body.querySelectorAll("text")) squeeze(text);
  }

  function describe(element) {
    const { p, o, e } = element.dataset;
    if (p !== undefined) return people[p].name;
    if (o !== undefined) return organizations[o].name;
    const post = posts[e];
    return `${people[post.person].name}, ${isFormer(post) ? `${say("former")} ` : ""}${roleName(post)}, ${organizations[post.organization].name}`;
  }

  // A font wider than the one reckoned with is drawn narrower instead of over its neighbours.
  function squeeze(text) {
    const shape = text.parentNode.querySelector("rect.shape, path.shape");
    const room = shape ? shape.getBBox().width - 14 : 180;
    const lines = text.children.length && text.children[0].hasAttribute("x") ? [...text.children] : [text];
    for (const line of lines) {
      const width = line.getComputedTextLength();
      if (width > room) {
        line.setAttribute("textLength", room);
        line.setAttribute("lengthAdjust", "spacingAndGlyphs");
      }
    }
  }

  // ---------------------------------------------------------------- filter

  const dated = observations.flatMap((seen) => (seen.from === null ? [] : [seen.from, seen.to]));
  const bounds = dated.length ? [Math.min(...minMax(dated)), Math.max(...minMax(dated))] : null;
  const chosen = { from: 0, to: 9999, undated: true, statuses: new Set(STATUSES), sides: new Set(SIDES) };
  const postShown = posts.map(() => true);
  const personShown = people.map(() => true);
  const organizationShown = organizations.map(() => true);

  function minMax(values) {
    return values.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)], [values[0], values[0]]);
  }

  const matches = (seen) =>
    chosen.statuses.has(seen.status) &&
    (seen.from === null ? chosen.undated : seen.from <= chosen.to && seen.to >= chosen.from);

  function filter() {
    filterVersion += 1;
    const partsShown = organizations.map(() => false);
    posts.forEach((post, index) => {
      const organization = organizations[post.organization];
      const shown = chosen.sides.has(organization.side) && post.observations.some((seen) => matches(observations[seen]));
      if (shown !== postShown[index]) postElements[index].classList.toggle("off", !shown);
      postShown[index] = shown;
      if (shown) partsShown[post.organization] = true;
    });
    people.forEach((_, index) => {
      const shown = postsOfPerson(index).some((post) => postShown[post]);
      if (shown !== personShown[index]) personElements[index].classList.toggle("off", !shown);
      personShown[index] = shown;
    });
    organizations.forEach((organization, index) => {
      let above = partsShown[index] ? organization.parent : -1;
      while (above >= 0 && !partsShown[above]) {
        partsShown[above] = true;
        above = organizations[above].parent;
      }
    });
    organizations.forEach((_, index) => {
      organizationShown[index] = partsShown[index];
      for (const element of organizationElements[index]) element.classList.toggle("off", !partsShown[index]);
    });
    const alive = units.map((_, index) => organizationsOfUnit(index).some((organization) => organizationShown[organization]));
    for (let index = units.length - 1; index >= 0; index--) {
      if (alive[index] && units[index].parent >= 0) alive[units[index].parent] = true;
    }
    cards.forEach((card, index) => card.classList.toggle("none", !alive[index]));
    $("shown").textContent = say("shown", { n: postShown.filter(Boolean).length, all: posts.length });
    showYears();
    refresh();
  }

  function buildFilter() {
    $("years").hidden = bounds === null || bounds[0] === bounds[1];
    if (bounds) {
      [chosen.from, chosen.to] = bounds;
      for (const id of ["from", "to"]) {
        $(id).min = bounds[0];
        $(id).max = bounds[1];
        $(id).value = chosen[id];
        $(id).addEventListener("input", () => moveYear(id));
      }
    }
    $("undated").addEventListener("change", () => {
      chosen.undated = $("undated").checked;
      filter();
    });
    const known = new Set(observations.map((seen) => seen.status));
    checks($("statuses"), STATUSES.filter((status) => known.has(status)), chosen.statuses, (status) =>
      observations.filter((seen) => seen.status === status).length);
    const sides = new Set(posts.map((post) => organizations[post.organization].side));
    checks($("sides"), SIDES.filter((side) => sides.has(side)), chosen.sides, (side) =>
      posts.filter((post) => organizations[post.organization].side === side).length);
    $("reset").addEventListener("click", reset);
  }

  function moveYear(id) {
    const value = Number($(id).value);
    if (id === "from") chosen.from = Math.min(value, chosen.to);
    else chosen.to = Math.max(value, chosen.from);
    $(id).value = chosen[id];
    filter();
  }

  function showYears() {
    if (!bounds) return;
    const share = (year) => ((year - bounds[0]) / Math.max(1, bounds[1] - bounds[0])) * 100;
    $("span").style.left = `${share(chosen.from)}%`;
    $("span").style.right = `${100 - share(chosen.to)}%`;
    $("years-text").textContent = chosen.from === chosen.to ? String(chosen.from) : `${chosen.from} – ${chosen.to}`;
    $("from").style.zIndex = chosen.from > (bounds[0] + bounds[1]) / 2 ? 1 : 0;
  }

  function checks(parent, names, set, count) {
    parent.hidden = names.length < 2;
    for (const name of names) {
      const box = make("input", { type: "checkbox", value: name, onchange: () => {
        if (box.checked) set.add(name);
        else set.delete(name);
        filter();
      } });
      box.checked = true;
      parent.append(make("label", { class: "check" }, box, make("span", { "data-ui": name }), make("span", { class: "count" }, String(count(name)))));
    }
  }

  function reset() {
    chosen.statuses = new Set(STATUSES);
    SIDES.forEach((side) => chosen.sides.add(side));
    STATUSES.forEach((status) => chosen.statuses.add(status));
    chosen.undated = true;
    if (bounds) [chosen.from, chosen.to] = bounds;
    for (const box of document.querySelectorAll(".filter input[type=checkbox]")) box.checked = true;
    if (bounds) [$("from").value, $("to").value] = bounds;
    filter();
  }

  // ---------------------------------------------------------------- search

  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();
  const plain = (text) => text.normalize("NFC").toLowerCase();
  const entry = (kind, index, name) => ({ kind, index, name, key: ` ${fold(name)}`, exact: ` ${plain(name)}` });
  const entries = [
    ...people.map((person, index) => entry("official", index, person.name)),
    ...units.map((unit, index) => entry("unit", index, unit.name)),
    ...organizations.map((organization, index) => entry("organization", index, organization.name)),
  ];
  let found = [];
  let active = -1;

  function score(item, key, exact, words) {
    if (!words.every((word) => item.key.includes(` ${word}`))) return -1;
    let points = item.exact.includes(exact) ? 4 : 0;
    if (item.key === ` ${key}`) points += 8;
    else if (item.key.endsWith(` ${key}`)) points += 3;
    if (item.key.includes(` ${key}`)) points += 4;
    return points;
  }

  function search() {
    const text = $("query").value.trim().replace(/\s+/g, " ");
    const key = fold(text);
    const exact = plain(text);
    const words = key.split(" ").filter(Boolean);
    const scored = words.length ? entries.map((item) => [score(item, key, exact, words), item]).filter(([points]) => points >= 0) : [];
    scored.sort((a, b) => b[0] - a[0]);
    found = scored.slice(0, MOST_FOUND).map(([, item]) => item);
    active = found.length ? 0 : -1;
    $("found-count").textContent = !words.length ? "" : scored.length ? say("search_count", { n: scored.length }) : say("search_none");
    showFound();
  }

  function showFound() {
    const list = $("found");
    list.replaceChildren(...found.map((item, place) =>
      make("li", { role: "option", id: `found-${place}`, "aria-selected": String(place === active), onclick: () => pick(place) },
        item.name || say("nowhere"), make("small", {}, hint(item)))));
    list.hidden = !found.length;
    $("query").setAttribute("aria-expanded", String(!list.hidden));
    if (active >= 0) $("query").setAttribute("aria-activedescendant", `found-${active}`);
    else $("query").removeAttribute("aria-activedescendant");
    if (active >= 0) list.children[active].scrollIntoView({ block: "nearest" });
  }

  function hint({ kind, index }) {
    if (kind === "unit") return [say(`level${Math.min(units[index].level, 3)}`), ...above(index).map(unitName)].join(" · ");
    if (kind === "organization") return `${say(organizations[index].side)} · ${unitName(organizations[index].unit)}`;
    const post = posts[postsOfPerson(index)[0]];
    return `${roleName(post)}, ${organizations[post.organization].name}`;
  }

  function above(index) {
    const chain = [];
    for (let unit = units[index].parent; unit >= 0; unit = units[unit].parent) chain.push(unit);
    return chain;
  }

  function pick(place) {
    const { kind, index } = found[place];
    active = place;
    showFound();
    choose(kind, index, true);
  }

  $("query").addEventListener("input", search);
  $("query").addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      if (found.length) active = (active + step + found.length) % found.length;
      showFound();
    } else if (event.key === "Enter" && active >= 0) pick(active);
    else if (event.key === "Escape") {
      $("query").value = "";
      search();
    }
  });

  // ---------------------------------------------------------------- choosing and reading

  let choice = null;
  const marked = new Set();

  function choose(kind, index, travel = false) {
    choice = { kind, index };
    mark(kind, index);
    showDetails();
    if (travel) go(kind, index);
    else reveal(kind, index);
  }

  const middleOf = (kind, index) =>
    kind === "organization" ? organizations[index].box : people[kind === "official" ? index : posts[index].person].box;

  // The panel takes room: what was clicked stays in sight.
  function reveal(kind, index) {
    if (kind === "unit") return;
    const [x, y, w, h] = middleOf(kind, index);
    const { width, height } = size();
    const margin = kind === "organization" ? 20 : Math.min(220 * view.k, width / 4);
    const left = x * view.k + view.x;
    const top = y * view.k + view.y;
    view.x -= Math.max(0, left + w * view.k + margin - width) + Math.min(0, left - margin);
    view.y -= Math.max(0, top + h * view.k + 20 - height) + Math.min(0, top - 20);
    refresh();
  }

  function go(kind, index) {
    if (kind === "unit") return showUnit(index);
    return showBox(middleOf(kind, index), Math.min(1.1, Math.max(0.62, size().width / 1160)));
  }

  function unmark() {
    world.classList.remove("dimmed");
    for (const element of marked) element.classList.remove("hit", "chosen");
    marked.clear();
    jumps.replaceChildren();
  }

  function hit(element, ...more) {
    element.classList.add("hit", ...more);
    marked.add(element);
  }

  function mark(kind, index) {
    unmark();
    if (kind === "unit") return;
    const own = kind === "official" ? postsOfPerson(index) : kind === "organization" ? postsOfOrganization(index) : [index];
    world.classList.add("dimmed");
    for (const number of own) {
      const post = posts[number];
      hit(postElements[number]);
      hit(personElements[post.person]);
      organizationElements[post.organization].forEach((element) => hit(element));
      if (post.end) jumps.append(jump(post));
    }
    const main = kind === "official" ? [personElements[index]] : kind === "organization" ? organizationElements[index] : [postElements[index]];
    main.forEach((element) => hit(element, "chosen"));
  }

  // The way from a reference to the organisation itself.
  function jump(post) {
    const [x, y, w, h] = organizations[post.organization].box;
    const left = organizations[post.organization].side === "party";
    const [x0, y0] = left ? [post.end[0] - 214, post.end[1]] : [post.end[0] + 214, post.end[1]];
    const [x1, y1] = left ? [x, y + h / 2] : [x + w, y + h / 2];
    const out = left ? -36 : 36;
    return draw("path", { d: `M${x0} ${y0}C${x0 + out} ${y0} ${x1 + out} ${y1} ${x1} ${y1}` });
  }

  function clear() {
    choice = null;
    unmark();
    $("panel").hidden = true;
    measure();
  }

  const link = (kind, index, text) => make("button", { type: "button", class: "go", onclick: () => choose(kind, index, true) }, text);
  const heading = (key) => make("h4", {}, say(key));
  const list = (items) => make("ul", { class: "plain" }, ...items.map((item) => make("li", {}, item)));

  function showDetails() {
    const { kind, index } = choice;
    const parts = { official: personDetails, organization: organizationDetails, unit: unitDetails, post: postDetails }[kind](index);
    $("details").replaceChildren(...parts.filter(Boolean));
    $("close").setAttribute("aria-label", say("close"));
    $("panel").hidden = false;
    measure();
    $("panel").setAttribute("aria-label", say(kind));
    $("panel").scrollTop = 0;
  }

  function title(kind, name, where) {
    return [make("p", { class: "kind" }, say(kind)), make("h3", {}, name), where ? make("p", { class: "where" }, where) : null];
  }

  function place(unit) {
    return [unit, ...above(unit)].map(unitName).join(" · ");
  }

  function personDetails(index) {
    return [...title("official", people[index].name, place(people[index].unit)), ...postsOfPerson(index).map((post) => postCard(post, false))];
  }

  function postDetails(index) {
    const { person } = posts[index];
    const others = postsOfPerson(person).filter((post) => post !== index);
    return [
      make("p", { class: "kind" }, say("post")),
      make("h3", {}, link("official", person, people[person].name)),
      postCard(index, false),
      others.length ? heading("all_posts") : null,
      others.length ? list(others.map((post) => link("post", post, postLine(post)))) : null,
    ];
  }

  const postLine = (index) => `${capital(roleName(posts[index]))}, ${organizations[posts[index].organization].name}`;

  function organizationDetails(index) {
    const organization = organizations[index];
    const parts = partsOf(index);
    return [
      ...title("organization", organization.name, `${say(organization.side)} · ${place(organization.unit)}`),
      organization.parent >= 0 ? heading("part_of") : null,
      organization.parent >= 0 ? list([link("organization", organization.parent, organizations[organization.parent].name)]) : null,
      parts.length ? heading("parts") : null,
      parts.length ? list(parts.map((part) => link("organization", part, organizations[part].name))) : null,
      postsOfOrganization(index).length ? heading("officials") : null,
      ...postsOfOrganization(index).map((post) => postCard(post, true)),
    ];
  }

  function unitDetails(index) {
    const unit = units[index];
    const sections = [
      ["units_below", unitsBelow(index).map((below) => link("unit", below, unitName(below)))],
      ["organizations", organizationsOfUnit(index).map((organization) => link("organization", organization, organizations[organization].name))],
      ["officials", peopleOfUnit(index).map((person) => link("official", person, people[person].name))],
    ];
    return [
      ...title("unit", unitName(index), [say(`level${Math.min(unit.level, 3)}`), ...above(index).map(unitName)].join(" · ")),
      ...sections.flatMap(([key, items]) => (items.length ? [heading(key), list(items)] : [])),
    ];
  }

  function postCard(index, withPerson) {
    const post = posts[index];
    const organization = organizations[post.organization];
    const former = isFormer(post) ? `${say("former")} ` : "";
    return make("section", { class: "post-card" },
      withPerson ? make("p", {}, link("official", post.person, people[post.person].name)) : null,
      make("p", { class: "role" }, make("span", { class: `dot ${organization.side}` }), capital(`${former}${roleName(post)}`)),
      withPerson ? null : make("p", {}, link("organization", post.organization, organization.name)),
      ...post.observations.map((seen) => witness(observations[seen])));
  }

  // One sentence with its quote marked, and where it stands.
  function witness(seen) {
    const article = articles[seen.article];
    const [before, quote, after] = seen.text;
    const name = article.title || say("untitled");
    return make("div", { class: "witness" },
      make("blockquote", {}, before, make("mark", {}, quote), after),
      make("p", { class: "source" },
        article.url ? make("a", { href: article.url, target: "_blank", rel: "noopener noreferrer" }, name) : name,
        make("br"), `${say("published")}: ${article.date || say("no_date")}`,
        seen.as_of ? ` · ${say("as_of")}: ${seen.as_of}` : "",
        ` · ${say("status")}: ${seen.status in data.words ? say(seen.status) : seen.status}`),
      seen.rule ? make("p", { class: "note" }, say("inferred", { rule: seen.rule })) : null,
      seen.caption ? make("p", { class: "note" }, say("caption")) : null);
  }

  function chooseElement(element) {
    const target = element.closest("[data-e],[data-p],[data-o]");
    if (target) {
      const { p, o, e } = target.dataset;
      if (p !== undefined) choose("official", Number(p));
      else if (o !== undefined) choose("organization", Number(o), target.classList.contains("ref"));
      else choose("post", Number(e));
      return true;
    }
    const card = element.closest(".card");
    if (card && view.k < NEAR) showUnit(Number(card.dataset.u));
    return Boolean(card && view.k < NEAR);
  }

  canvas.addEventListener("click", (event) => {
    if (moved) return;
    if (!chooseElement(event.target) && choice) clear();
  });
  canvas.addEventListener("keydown", (event) => {
    const pan = { ArrowLeft: [80, 0], ArrowRight: [-80, 0], ArrowUp: [0, 80], ArrowDown: [0, -80] }[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (pan) {
      view.x += pan[0];
      view.y += pan[1];
      refresh();
    } else if (event.key === "Enter" || event.key === " ") chooseElement(event.target);
    else return;
    event.preventDefault();
  });
  // What the keyboard reaches comes into sight.
  canvas.addEventListener("focusin", (event) => {
    const element = event.target.closest("[data-e],[data-p],[data-o]");
    if (!element || !element.matches(":focus-visible")) return;
    canvas.scrollTo(0, 0);
    const box = element.getBoundingClientRect();
    if (box.left < frameBox.left || box.right > frameBox.right) view.x += frameBox.left + frameBox.width / 2 - (box.left + box.width / 2);
    if (box.top < frameBox.top + 10 || box.bottom > frameBox.bottom - 10) view.y += frameBox.top + frameBox.height / 2 - (box.top + box.height / 2);
    refresh();
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target.matches("input[type=search]");
    if (event.key === "Escape" && !typing) clear();
    else if (event.key === "/" && !typing) {
      event.preventDefault();
      $("query").focus();
    } else if (!typing && (event.key === "+" || event.key === "=")) zoomBy(1.25);
    else if (!typing && event.key === "-") zoomBy(0.8);
    else if (!typing && event.key === "0") showAll();
  });
  $("close").addEventListener("click", () => {
    clear();
    canvas.focus();
  });
  $("zoom-in").addEventListener("click", () => zoomBy(1.4));
  $("zoom-out").addEventListener("click", () => zoomBy(1 / 1.4));
  $("zoom-fit").addEventListener("click", showAll);

  // ---------------------------------------------------------------- outline

  const inside = units.map((_, index) => peopleOfUnit(index).length);
  for (let index = units.length - 1; index >= 0; index--) {
    if (units[index].parent >= 0) inside[units[index].parent] += inside[index];
  }

  function outlineItem(index) {
    const name = make("button", { type: "button", onclick: (event) => {
      event.preventDefault();
      choose("unit", index, true);
    } }, unitName(index));
    const count = make("span", { class: "count" }, String(inside[index]));
    const below = unitsBelow(index);
    if (!below.length) return make("li", { class: "leaf" }, name, count);
    const inner = make("ul");
    const fold = make("details", { ontoggle: () => {
      if (!inner.children.length) inner.append(...below.map(outlineItem));
    } }, make("summary", {}, name, count), inner);
    return make("li", {}, fold);
  }

  // ---------------------------------------------------------------- language

  function translate() {
    document.documentElement.lang = language;
    document.title = say("title");
    for (const element of [document, ...bodies].flatMap((root) => (root ? [...root.querySelectorAll("[data-ui]")] : []))) {
      const text = say(element.dataset.ui, element.dataset);
      const inner = element.matches("text") ? element.querySelector("tspan") || element : element;
      inner.textContent = text;
    }
    $("summary").textContent = say("subtitle", {
      people: people.length, posts: posts.length, organizations: organizations.length, articles: articles.length,
    });
    $("query").placeholder = say("search_hint");
    $("from").setAttribute("aria-label", say("year_from"));
    $("to").setAttribute("aria-label", say("year_to"));
    canvas.setAttribute("aria-label", say("canvas"));
    for (const [id, key] of [["zoom-in", "zoom_in"], ["zoom-out", "zoom_out"], ["zoom-fit", "zoom_fit"]]) {
      $(id).setAttribute("aria-label", say(key));
      $(id).title = say(key);
    }
    $("language").textContent = say("other_language");
    $("outline").replaceChildren(...unitsBelow(-1).map(outlineItem));
    for (const index of lively) {
      for (const element of bodies[index].querySelectorAll("[data-e]")) element.setAttribute("aria-label", describe(element));
    }
    if (choice) showDetails();
    if ($("query").value) search();
    filter();
  }

  $("language").addEventListener("click", () => {
    language = language === "vi" ? "en" : "vi";
    translate();
  });

  buildFilter();
  translate();
  showFirst();
  new ResizeObserver(measure).observe(canvas);
  document.fonts.ready.then(() => {
    drawnScale = 0;
    refresh();
  });
})();
