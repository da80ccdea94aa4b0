"use strict";
/* Nodes and ties as objects, what fits a wish, and where the answers come from: a server or the page itself. */
window.Net = window.Net || {};
(() => {
  const TERM_YEARS = 5;

  const later = (day, years) => String(Number(day.slice(0, 4)) + years).padStart(4, "0") + day.slice(4);

  // As kg.draw.network.model.Tie.on has it: "sure", "possible" or "not".
  function held(tie, day) {
    if (tie.way !== "post" || !day) return "sure";
    if ((tie.earliest && day < tie.earliest) || (tie.latest && day > tie.latest)) return "not";
    if (!tie.first || !tie.last) return "possible";
    if (tie.first <= day && day <= tie.last) return "sure";
    return later(tie.first, -TERM_YEARS) <= day && day <= later(tie.last, TERM_YEARS) ? "possible" : "not";
  }

  function fits(tie, nodes, wish) {
    if (tie.way !== "post") return true;
    const body = nodes[tie.target];
    const when = held(tie, wish.on);
    tie.when = when;
    if (when === "not" || (when === "possible" && wish.sure)) return false;
    if (wish.levels.length && !wish.levels.includes(body.level)) return false;
    return !wish.sides.length || wish.sides.includes(body.side);
  }

  // A growing set of nodes and ties; ties name their ends by number.
  class Graph {
    constructor(told) {
      this.nodes = [];
      this.ties = [];
      this.number = new Map();
      this.known = new Map();
      this.mapped = false;
      this.nowhere = null;
      if (told) {
        this.mapped = told.nodes.some((row) => row[told.columns.node.indexOf("x")] !== null);
        this.nowhere = told.nowhere;
        this.add(told);
      }
    }

    // Adds what an answer tells that is not there yet; gives the new nodes.
    add(told) {
      const fresh = [];
      const object = (names, row) => Object.fromEntries(names.map((name, place) => [name, row[place]]));
      const rows = told.nodes.map((row) => object(told.columns.node, row));
      const numbers = rows.map((node) => {
        if (!this.number.has(node.iri)) {
          node.i = this.nodes.length;
          node.at = [];
          node.shown = true;
          this.number.set(node.iri, node.i);
          this.nodes.push(node);
          fresh.push(node);
        }
        return this.number.get(node.iri);
      });
      for (const node of fresh) node.unit = node.unit >= 0 ? numbers[node.unit] : -1;
      for (const row of told.ties) {
        const tie = object(told.columns.tie, row);
        tie.source = numbers[tie.source];
        tie.target = numbers[tie.target];
        const key = tie.id || `${tie.source} ${tie.way} ${tie.target}`;
        if (this.known.has(key)) continue;
        tie.i = this.ties.length;
        tie.shown = true;
        tie.when = "sure";
        this.known.set(key, tie);
        this.ties.push(tie);
        this.nodes[tie.source].at.push(tie);
        this.nodes[tie.target].at.push(tie);
      }
      return fresh;
    }

    // Hides what does not fit; a node that lost all its posts goes with them. Gives how many posts were hidden.
    filter(wish) {
      let hidden = 0;
      for (const tie of this.ties) {
        tie.shown = !tie.gone && fits(tie, this.nodes, wish);
        if (!tie.shown && !tie.gone) hidden += 1;
      }
      for (const node of this.nodes) {
        const posts = node.at.filter((tie) => tie.way === "post" && !tie.gone);
        node.shown = !node.gone && (posts.length === 0 || posts.some((tie) => tie.shown) || node.kept === true);
      }
      if (this.mapped) this.hideEmpty();
      for (const tie of this.ties) tie.shown = tie.shown && this.nodes[tie.source].shown && this.nodes[tie.target].shown;
      return hidden;
    }

    // On the map a body that is only there as what others are a part of goes when all of those went.
    hideEmpty() {
      for (let round = 0; round < 6; round++) {
        for (const node of this.nodes) {
          if (node.kind !== "body" || !node.shown || node.at.some((tie) => tie.way === "post")) continue;
          node.shown = node.at.some((tie) => tie.way === "part" && tie.target === node.i && this.nodes[tie.source].shown);
        }
      }
    }

    // Takes away what hangs on this node alone; gives how many went.
    collapse(node) {
      let went = 0;
      for (const tie of node.at) {
        const other = this.other(tie, node);
        if (other.gone || other.kept) continue;
        const elsewhere = other.at.some((more) => more !== tie && !more.gone && this.other(more, other) !== node && !this.other(more, other).gone);
        if (elsewhere) continue;
        other.gone = true;
        for (const more of other.at) more.gone = true;
        went += 1;
      }
      return went;
    }

    revive() {
      for (const thing of [...this.nodes, ...this.ties]) thing.gone = false;
    }

    other(tie, node) {
      return this.nodes[tie.source === node.i ? tie.target : tie.source];
    }
  }

  const query = (values) => {
    const found = new URLSearchParams();
    for (const [name, value] of Object.entries(values)) {
      for (const each of Array.isArray(value) ? value : [value]) if (each !== "" && each !== null && each !== undefined && each !== false) found.append(name, each === true ? "1" : each);
    }
    return found.toString();
  };

  // Asks the server that the page is from.
  class Server {
    constructor(address) {
      this.address = address;
      this.complete = false;
    }

    async ask(path, values) {
      const answer = await fetch(`${this.address}${path}?${query(values)}`, { headers: { accept: "application/json" } });
      if (answer.status === 404) return null;
      if (!answer.ok) throw new Error(String(answer.status));
      return answer.json();
    }

    load(wish) { return this.ask(".json", { ...asked(wish) }); }
    around(iri, wish) { return this.ask(".json", { around: iri, ...asked(wish) }); }
    between(from, to, wish) { return this.ask(".json", { from, to, ...asked(wish) }); }
    async sentences(tie) { return (await this.ask("/sentences.json", { tie })).sentences; }
    async find(name, kind) { return (await this.ask("/find.json", { q: name, kind })).found; }
  }

  const asked = (wish) => ({ on: wish.on, sure: wish.sure, level: wish.levels, side: wish.sides, unit: wish.unit });

  const bare = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D").toLowerCase();

  // Answers from what the page itself holds.
  class Held {
    constructor(told, sentences) {
      this.told = told;
      this.kept = sentences;
      this.whole = new Graph(told);
      this.names = this.whole.nodes.map((node) => bare(node.label));
    }

    async load() { return this.told; }

    part(nodes, ties) {
      const places = [...nodes];
      const number = new Map(places.map((place, new_) => [place, new_]));
      const rows = places.map((place) => this.told.columns.node.map((name) => (["x", "y", "r"].includes(name) ? null : name === "unit" ? -1 : this.whole.nodes[place][name])));
      const lines = ties.map((tie) => this.told.columns.tie.map((name) => (name === "source" || name === "target" ? number.get(tie[name]) : tie[name])));
      return { ...this.told, nodes: rows, ties: lines, left_out: {}, nowhere: null };
    }

    async around(iri) {
      const node = this.whole.nodes[this.whole.number.get(iri)];
      return this.part(new Set([node.i, ...node.at.flatMap((tie) => [tie.source, tie.target])]), node.at);
    }

    async between(from, to, wish) {
      const start = this.whole.number.get(from);
      const end = this.whole.number.get(to);
      const came = new Map([[start, null]]);
      const waiting = [start];
      for (let place = 0; place < waiting.length && !came.has(end); place++) {
        const node = this.whole.nodes[waiting[place]];
        for (const tie of node.at) {
          const other = this.whole.other(tie, node);
          if (came.has(other.i) || !fits(tie, this.whole.nodes, wish)) continue;
          came.set(other.i, tie);
          waiting.push(other.i);
        }
      }
      if (!came.has(end)) return null;
      const ties = [];
      for (let node = this.whole.nodes[end]; came.get(node.i); node = this.whole.other(came.get(node.i), node)) ties.push(came.get(node.i));
      return this.part(new Set([start, end, ...ties.flatMap((tie) => [tie.source, tie.target])]), ties);
    }

    async sentences(tie) { return this.kept[tie] || []; }

    async find(name, kind) {
      const words = bare(name).split(/\s+/).filter(Boolean);
      return this.whole.nodes.filter((node) => (!kind || node.kind === kind) && words.every((word) => this.names[node.i].includes(word)))
        .sort((a, b) => b.posts - a.posts || a.i - b.i).slice(0, 12)
        .map((node) => ({ iri: node.iri, label: node.label, kind: node.kind, posts: node.posts }));
    }
  }

  Object.assign(window.Net, { Graph, Server, Held, held });
})();
