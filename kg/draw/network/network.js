"use strict";
/* The page round the drawing: filters, search, what is chosen, its sentences, the way between two, the table. */
(() => {
  const { Graph, View, Server, Held, make, combobox, legend } = window.Net;
  const MOST = 1500; // so many things at most are walked through at once
  const ROWS = 200;
  const given = JSON.parse(document.getElementById("net-data").textContent);
  const language = given.language;
  const $ = (id) => document.getElementById(`net-${id}`);
  const say = (key, values = {}) => given.words[key][language].replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
  const count = (number) => Number(number || 0).toLocaleString(language);
  const source = given.held ? new Held(given.held, given.sentences) : new Server(given.address);

  // ---------------------------------------------------------------- words

  for (const element of document.querySelectorAll("[data-w]")) element.textContent = say(element.dataset.w);
  for (const element of document.querySelectorAll("[data-w-label]")) element.setAttribute("aria-label", say(element.dataset.wLabel));
  $("canvas").setAttribute("aria-label", say("canvas"));
  for (const [id, key] of [["in", "zoom_in"], ["out", "zoom_out"], ["fit", "zoom_fit"], ["close", "close"]]) {
    $(id).setAttribute("aria-label", say(key));
    $(id).title = say(key);
  }
  for (const [id, names] of [["levels", ["0", "1", "2", "3"]], ["sides", ["party", "state", "other"]]]) {
    for (const name of names) {
      $(id).append(make("label", {}, make("input", { type: "checkbox", value: name, checked: "" }), ` ${say(id === "levels" ? `level${name}` : name)}`));
    }
  }

  // ---------------------------------------------------------------- state

  const wish = { on: "", sure: false, levels: [], sides: [], unit: given.unit || "" };
  let graph = new Graph(null);
  let leftOut = {};
  let mode = "overview";
  let chosen = null;
  const view = new View($("canvas"), {
    node: (node) => choose(node),
    tie: (tie) => choose(tie),
    nothing: () => clear(),
    open: (node) => (node.kind === "unit" && graph.mapped ? choose(node) : expand(node)),
  });
  view.nowhereName = say("nowhere");

  const unitName = (node) => {
    const names = [];
    for (let unit = node.unit; unit >= 0 && names.length < 4; unit = graph.nodes[unit].unit) names.push(graph.nodes[unit].label);
    return names.join(" · ");
  };
  const roleName = (tie) => (language === "en" && tie.role_en ? tie.role_en : tie.role) || say("post");
  const days = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
  const dayName = (iso) => (isNaN(new Date(iso)) ? iso : days.format(new Date(iso)));
  const timeName = (tie) => {
    if (!tie.first) return say("undated");
    const years = tie.first.endsWith("-01-01") && tie.last.endsWith("-12-31");
    const [first, last] = years ? [tie.first.slice(0, 4), tie.last.slice(0, 4)] : [tie.first, tie.last].map(dayName);
    return first === last ? first : `${first} – ${last}`;
  };
  const announce = (text) => { $("said").textContent = text; };

  async function busy(work) {
    $("told").classList.add("busy");
    const patience = setTimeout(() => { if (!graph.nodes.length) $("told").textContent = say("loading"); }, 200);
    try {
      return await work();
    } catch (error) {
      $("told").textContent = say("no_answer");
      announce(say("no_answer"));
      if (!(error instanceof TypeError)) throw error;
      return undefined;
    } finally {
      clearTimeout(patience);
      $("told").classList.remove("busy");
    }
  }

  function take(told) {
    graph = new Graph(told);
    leftOut = told.left_out;
    for (const node of graph.nodes) if (graph.mapped && node.kind === "unit") node.filled = node.r !== null;
    clear(false);
    apply(true);
  }

  // Hides and shows by the filter, then tells what there is.
  function apply(fresh = false) {
    const hidden = graph.filter(wish);
    const holding = new Set();
    if (graph.mapped) {
      for (const node of graph.nodes) {
        if (node.kind === "unit" || !node.shown) continue;
        for (let unit = node.unit; unit >= 0; unit = graph.nodes[unit].unit) holding.add(unit);
      }
      for (const node of graph.nodes) if (node.kind === "unit") node.filled = node.r !== null && holding.has(node.i);
    }
    if (fresh) view.show(graph);
    view.refresh();
    tell(hidden);
    fillTable();
  }

  function tell(hidden) {
    const posts = graph.ties.filter((tie) => tie.shown && tie.way === "post");
    const shown = (kind) => count(graph.nodes.filter((node) => node.shown && node.kind === kind).length);
    const parts = [say("shown", { official: shown("official"), body: shown("body"), post: count(posts.length) })];
    if (mode === "overview" && !Object.keys(leftOut).length && !hidden) parts.push(say("all_shown"));
    if (mode === "overview" && Object.keys(leftOut).length) parts.push(say("left_out", Object.fromEntries(["official", "body", "post"].map((kind) => [kind, count(leftOut[kind])]))));
    if (mode !== "overview" && Object.keys(leftOut).length) parts.push(say("left_at", { n: count(Object.values(leftOut).reduce((a, b) => a + b, 0)) }));
    if (hidden) parts.push(say("hidden_by_filter", { n: count(hidden) }));
    if (!graph.nodes.length) parts.splice(0, 9, say("empty"));
    $("told").textContent = parts.join(" ");
    announce($("told").textContent);
  }

  function remember(values) {
    if (given.held) return;
    const found = new URLSearchParams();
    for (const [name, value] of Object.entries({ ...values, on: wish.on, sure: wish.sure ? "1" : "", unit: values.around ? "" : wish.unit })) if (value) found.set(name, value);
    for (const level of wish.levels) found.append("level", level);
    for (const side of wish.sides) found.append("side", side);
    const text = found.toString();
    history.replaceState(null, "", text ? `?${text}` : location.pathname);
  }

  async function overview() {
    const told = await busy(() => source.load(wish));
    if (!told) return;
    mode = "overview";
    remember({});
    take(told);
  }

  async function startAt(iri) {
    const told = await busy(() => source.around(iri, wish));
    if (told === null) {
      if (!graph.nodes.length) await overview();
      $("told").textContent = `${say("not_here")} ${$("told").textContent}`;
      announce(say("not_here"));
    }
    if (!told) return;
    mode = "walk";
    remember({ around: iri });
    take(told);
    const node = graph.nodes[graph.number.get(iri)];
    node.kept = true;
    choose(node);
    view.fit(free(), freeHigh());
  }

  const free = () => (view.width > 700 && !$("panel").hidden ? view.width - $("panel").offsetWidth : view.width);

  const freeHigh = () => (view.width <= 700 && !$("panel").hidden ? view.height - $("panel").offsetHeight : view.height);

  async function expand(node) {
    if (mode === "overview") return startAt(node.iri);
    if (graph.nodes.filter((each) => !each.gone).length >= MOST) {
      announce(say("full", { n: count(MOST) }));
      $("told").textContent = say("full", { n: count(MOST) });
      return undefined;
    }
    const told = await busy(() => source.around(node.iri, wish));
    if (!told) return undefined;
    node.kept = true;
    for (const tie of node.at) {
      tie.gone = false;
      graph.other(tie, node).gone = false;
    }
    const fresh = graph.add(told);
    leftOut = told.left_out;
    graph.filter(wish);
    view.settle(fresh, node);
    apply();
    choose(node);
    view.follow = [free(), freeHigh()];
    return undefined;
  }

  function collapse(node) {
    node.kept = true;
    graph.collapse(node);
    apply();
    choose(node);
  }

  async function wayBetween(from, to) {
    const told = await busy(() => source.between(from, to, wish));
    if (told === undefined) return;
    if (told === null) {
      $("told").textContent = say("path_none");
      announce(say("path_none"));
      return;
    }
    mode = "path";
    remember({ from, to });
    take(told);
    for (const node of graph.nodes) node.kept = true;
    $("way").open = false;
  }

  // ---------------------------------------------------------------- what is chosen

  function choose(thing) {
    chosen = thing;
    view.choose(thing);
    $("details").replaceChildren(...(thing.at ? nodeDetails(thing) : tieDetails(thing)));
    $("panel").hidden = false;
    $("panel").scrollTop = 0;
    $("panel").setAttribute("aria-label", thing.at ? thing.label : roleName(thing));
    if (thing.at && thing.r !== null) {
      if (!(graph.mapped && thing.kind === "unit")) view.go(thing, free(), freeHigh());
      announce(`${say(thing.kind)}: ${thing.label}. ${say("of_posts", { n: thing.at.filter((tie) => tie.shown && tie.way === "post").length, all: thing.posts })}`);
    }
  }

  function clear(refresh = true) {
    chosen = null;
    $("panel").hidden = true;
    if (refresh) view.choose(null);
  }

  const button = (text, onclick, kind = "quiet") => make("button", { type: "button", class: kind, onclick }, text);

  function nodeDetails(node) {
    const posts = node.at.filter((tie) => tie.shown && tie.way === "post").sort((a, b) => String(b.last).localeCompare(String(a.last)));
    const ties = node.at.filter((tie) => tie.shown && tie.way !== "post");
    const walking = mode !== "overview";
    const parts = [
      make("p", { class: "kind" }, [say(node.kind), unitName(node)].filter(Boolean).join(" · ")),
      make("h2", {}, node.path ? make("a", { href: node.path }, node.label) : node.label),
      make("div", { class: "doing" },
        walking ? button(say("expand"), () => expand(node)) : null,
        walking ? button(say("collapse"), () => collapse(node)) : null,
        button(say("start_here"), () => startAt(node.iri)),
        node.kind === "official" ? button(say("way_from"), () => wayFrom(node)) : null,
        node.kind !== "official" && given.chart ? make("a", { class: "small", href: `${given.chart}?of=${encodeURIComponent(node.iri)}${wish.on ? `&on=${wish.on}` : ""}` }, say("chart")) : null),
    ];
    if (node.kind === "unit") return [...parts, ...unitTies(node, ties)];
    parts.push(make("p", { class: "kind" }, say("of_posts", { n: posts.length, all: node.posts })));
    parts.push(make("ul", { class: "ties" }, ...posts.map((tie) => postItem(tie, node)), ...ties.map((tie) => structureItem(tie, node))));
    return parts;
  }

  function unitTies(node, ties) {
    if (!graph.mapped) return [make("ul", { class: "ties" }, ...ties.map((tie) => structureItem(tie, node)))];
    const inside = graph.nodes.filter((each) => each.unit === node.i && each.shown && (each.kind !== "unit" || each.filled));
    return [make("ul", { class: "ties" }, ...inside.map((each) => make("li", {}, make("span", { class: "kind" }, `${say(each.kind)} `), button(each.label, () => choose(each), "as-link"))))];
  }

  const naming = (node) => button(node.label, () => choose(node), "as-link");

  function postItem(tie, node) {
    const holder = make("div");
    const more = button(say("sentence"), () => sentencesInto(tie, holder, more), "as-link");
    return make("li", {},
      make("strong", {}, roleName(tie)), " · ", naming(graph.other(tie, node)),
      make("div", { class: "kind" }, timeName(tie), tie.when === "possible" ? ` · ${say("possible")}` : "", " · ", more), holder);
  }

  function structureItem(tie, node) {
    const other = graph.other(tie, node);
    const text = say(tie.way);
    const line = tie.source === node.i ? [`${text} `, naming(other)] : [naming(other), ` ${text} `, node.label];
    return make("li", {}, make("span", { class: "kind" }, ...line));
  }

  function tieDetails(tie) {
    const [a, b] = [graph.nodes[tie.source], graph.nodes[tie.target]];
    if (tie.way !== "post") return [make("p", { class: "kind" }, say("legend_structure")), make("p", {}, naming(a), ` ${say(tie.way)} `, naming(b)), make("p", { class: "note" }, say(`way_${tie.way}`, { a: a.label, b: b.label }))];
    const holder = make("div");
    sentencesInto(tie, holder, null);
    return [
      make("p", { class: "kind" }, say("post")),
      make("h2", {}, roleName(tie)),
      make("p", {}, naming(a), " · ", naming(b)),
      make("p", { class: "kind" }, timeName(tie), tie.when === "possible" ? ` · ${say("possible")}` : ""),
      holder,
    ];
  }

  async function sentencesInto(tie, holder, opener) {
    if (opener) opener.disabled = true;
    const found = await busy(() => source.sentences(tie.id));
    if (found) holder.replaceChildren(...found.flatMap(sentence));
  }

  function sentence(told) {
    const status = given.words[`status_${told.status}`] ? say(`status_${told.status}`) : "";
    const link = told.page && told.page !== told.article ? told.page : told.url;
    return [
      make("blockquote", {}, told.before, make("mark", {}, told.quote), told.after),
      make("p", { class: "source" }, link ? make("a", { href: link }, told.title || link) : told.title,
        [told.date && ` · ${told.date}`, status && ` · ${status}`, told.as_of && ` · ${say("as_of")}: ${told.as_of}`].filter(Boolean).join("")),
      told.rule ? make("p", { class: "note" }, say("inferred", { rule: told.rule })) : null,
      told.caption ? make("p", { class: "note" }, say("caption")) : null,
    ].filter(Boolean);
  }

  // ---------------------------------------------------------------- search

  const suggest = (input, list, kind, picked) => combobox($(input), $(list), {
    find: (text) => busy(() => source.find(text, kind)),
    picked,
    nothing: () => announce(say("nothing_found")),
    kind: (each) => say(each.kind),
  });
  suggest("find", "found", "", (each) => {
    const here = graph.number.get(each.iri);
    const node = here === undefined ? null : graph.nodes[here];
    if (node && node.shown && node.r !== null) choose(node);
    else startAt(each.iri);
  });
  suggest("from", "from-found", "official", () => $("to").focus());
  suggest("to", "to-found", "official", () => $("go").focus());

  $("go").addEventListener("click", () => {
    const [from, to] = [$("from").dataset.iri, $("to").dataset.iri];
    if (from && to) wayBetween(from, to);
    else {
      $("told").textContent = say("path_names");
      announce(say("path_names"));
    }
  });

  function wayFrom(node) {
    $("way").open = true;
    $("from").value = node.label;
    $("from").dataset.iri = node.iri;
    $("to").focus();
  }

  // ---------------------------------------------------------------- filter

  let waiting = 0;
  function filtered() {
    wish.on = /^\d{4}-\d\d-\d\d$/.test($("on").value) ? $("on").value : "";
    wish.sure = $("sure").checked;
    const chosenOf = (id, all) => {
      const values = [...$(id).querySelectorAll("input:checked")].map((box) => box.value);
      return values.length === all ? [] : values.length ? values : ["none"];
    };
    wish.levels = chosenOf("levels", 4).map((level) => (level === "none" ? 9 : Number(level)));
    wish.sides = chosenOf("sides", 3);
    clearTimeout(waiting);
    // What the server left out may fit now: it is asked again; otherwise what is here is enough.
    if (mode === "overview" && Object.keys(leftOut).length + (source.narrowed ? 1 : 0) && !given.held) {
      source.narrowed = true;
      waiting = setTimeout(overview, 180);
    } else {
      if (chosen) clear();
      apply();
      if (mode === "overview") remember({});
    }
  }
  for (const id of ["on", "sure", "levels", "sides"]) $(id).addEventListener("change", filtered);
  $("reset").addEventListener("click", () => {
    $("on").value = "";
    $("sure").checked = false;
    for (const box of document.querySelectorAll("#net-levels input, #net-sides input")) box.checked = true;
    filtered();
  });
  $("overview").addEventListener("click", () => {
    wish.unit = "";
    overview();
  });

  // ---------------------------------------------------------------- keys and buttons

  $("canvas").addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (way && event.shiftKey) {
      view.x -= way[0] * 90;
      view.y -= way[1] * 90;
      view.refresh();
    } else if (way) {
      const next = chosen && chosen.at && chosen.r !== null ? view.beside(chosen, ...way) : first();
      if (next) choose(next);
    } else if (event.key === "Enter" || event.key === " ") {
      if (chosen) $("panel").focus();
      else if (first()) choose(first());
    } else if (event.key === "e" && chosen && chosen.at) expand(chosen);
    else if (event.key === "c" && chosen && chosen.at && mode !== "overview") collapse(chosen);
    else if (event.key === "+" || event.key === "=") view.zoom(1.25);
    else if (event.key === "-") view.zoom(0.8);
    else if (event.key === "0") view.fit(free(), freeHigh());
    else return;
    event.preventDefault();
  });
  const first = () => graph.nodes.filter((node) => node.shown && node.r !== null && node.kind !== "unit").sort((a, b) => b.posts - a.posts)[0];
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !$("panel").hidden) {
      const inside = $("panel").contains(document.activeElement);
      clear();
      if (inside) $("canvas").focus();
    }
  });
  $("close").addEventListener("click", () => {
    clear();
    $("canvas").focus();
  });
  $("in").addEventListener("click", () => view.zoom(1.4));
  $("out").addEventListener("click", () => view.zoom(1 / 1.4));
  $("fit").addEventListener("click", () => view.fit(free(), freeHigh()));
  document.addEventListener("click", (event) => {
    for (const fold of document.querySelectorAll(".net-fold[open]")) if (!fold.contains(event.target) && !$("panel").contains(event.target)) fold.open = false;
  });

  // ---------------------------------------------------------------- the table

  let rows = ROWS;
  function fillTable() {
    if (!$("table").open) return;
    const posts = graph.ties.filter((tie) => tie.shown && tie.way === "post");
    const name = (place) => graph.nodes[place].label;
    posts.sort((a, b) => name(a.source).localeCompare(name(b.source), "vi") || name(a.target).localeCompare(name(b.target), "vi"));
    $("rows").replaceChildren(...posts.slice(0, rows).map((tie) => {
      const cell = make("td");
      const opener = button(say("sentence"), () => sentencesInto(tie, cell, null), "as-link");
      cell.append(opener);
      return make("tr", {}, make("td", {}, naming(graph.nodes[tie.source])), make("td", {}, roleName(tie)),
        make("td", {}, naming(graph.nodes[tie.target])), make("td", {}, timeName(tie), tie.when === "possible" ? ` (${say("possible")})` : ""), cell);
    }));
    $("more").hidden = posts.length <= rows;
    $("more").textContent = say("more_rows", { n: Math.min(ROWS, posts.length - rows) });
  }
  $("table").addEventListener("toggle", () => {
    rows = ROWS;
    fillTable();
  });
  $("more").addEventListener("click", () => {
    rows += ROWS;
    fillTable();
  });

  // ---------------------------------------------------------------- legend

  legend($("legend"), view.colour, say);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => legend($("legend"), view.colour, say));

  // ---------------------------------------------------------------- the beginning

  const start = new URLSearchParams(given.held ? "" : location.search);
  $("on").value = start.get("on") || "";
  $("sure").checked = start.get("sure") === "1";
  for (const [id, name] of [["levels", "level"], ["sides", "side"]]) {
    const values = start.getAll(name);
    if (values.length) for (const box of $(id).querySelectorAll("input")) box.checked = values.includes(box.value);
  }
  wish.unit = start.get("unit") || wish.unit;
  wish.on = $("on").value;
  wish.sure = $("sure").checked;
  wish.levels = start.getAll("level").map(Number);
  wish.sides = start.getAll("side");
  source.narrowed = Boolean(wish.on || wish.levels.length || wish.sides.length);
  if (start.get("around")) startAt(start.get("around"));
  else if (start.get("from") && start.get("to")) wayBetween(start.get("from"), start.get("to"));
  else overview();
  window.Net.page = { view, get graph() { return graph; } };
})();
