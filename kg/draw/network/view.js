"use strict";
/* The drawing: a canvas to move in. It knows nodes and ties, no words and no server. */
window.Net = window.Net || {};
(() => {
  const { Force, Taken } = window.Net;
  const LARGEST = 6;
  const NAME_SIZE = 12;
  const EDGE = 4; // pixels between a name and the edge

  class View {
    constructor(canvas, hooks) {
      this.canvas = canvas;
      this.pen = canvas.getContext("2d");
      this.hooks = hooks; // node(node), tie(tie), nothing()
      this.x = 0;
      this.y = 0;
      this.k = 1;
      this.graph = new window.Net.Graph(null);
      this.chosen = null;
      this.near = new Set();
      this.force = null;
      this.frame = 0;
      this.labelWidths = new Map();
      this.readColours();
      matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
        this.readColours();
        this.refresh();
      });
      new ResizeObserver(() => this.measure()).observe(canvas);
      this.measure();
      this.listen();
    }

    readColours() {
      const style = getComputedStyle(this.canvas.closest(".net"));
      const read = (name) => style.getPropertyValue(`--net-${name}`).trim();
      this.colour = Object.fromEntries(["official", "back", "line", "unit", "hit", "label", "party", "state", "other"].map((name) => [name, read(name)]));
      this.font = style.fontFamily;
    }

    measure() {
      const box = this.canvas.getBoundingClientRect();
      const before = this.width;
      this.width = box.width;
      if (!this.room || before === this.room) this.room = this.width;
      this.height = box.height;
      this.ratio = window.devicePixelRatio || 1;
      this.canvas.width = Math.max(1, Math.round(box.width * this.ratio));
      this.canvas.height = Math.max(1, Math.round(box.height * this.ratio));
      if (!before && this.width) this.fit();
      this.refresh();
    }

    // ------------------------------------------------------------ what is shown

    show(graph) {
      this.graph = graph;
      this.chosen = null;
      this.near = new Set();
      this.force = null;
      if (!graph.mapped) this.settle(graph.nodes, null);
      this.fit();
    }

    // Spreads new nodes out round where they hang.
    settle(fresh, from) {
      const count = Math.max(1, fresh.length);
      fresh.forEach((node, place) => {
        const angle = (2 * Math.PI * place) / count;
        const far = from ? 60 + count * 2 : 40 * Math.sqrt(place + 1);
        node.x = (from ? from.x : 0) + far * Math.cos(from ? angle : place * 2.4);
        node.y = (from ? from.y : 0) + far * Math.sin(from ? angle : place * 2.4);
        node.r = sizeOf(node);
      });
      this.force = new Force(this.graph);
      if (matchMedia("(prefers-reduced-motion: reduce)").matches || !from) {
        for (let step = 0; step < 300 && !this.force.still; step++) this.force.step();
      }
      this.refresh();
    }

    choose(thing) {
      if (!thing) this.room = this.width;
      this.chosen = thing;
      this.near = new Set();
      if (thing && thing.at) {
        for (const tie of thing.at) if (tie.shown) this.near.add(this.graph.other(tie, thing).i);
        this.near.add(thing.i);
      } else if (thing) {
        this.near.add(thing.source);
        this.near.add(thing.target);
      }
      this.refresh();
    }

    box() {
      const shown = this.graph.nodes.filter((node) => node.shown && node.r !== null && !(this.graph.mapped && node.kind === "unit" && !node.filled));
      if (!shown.length) return [-200, -200, 200, 200];
      const least = (pick) => shown.reduce((low, node) => Math.min(low, pick(node)), Infinity);
      return [least((n) => n.x - n.r), least((n) => n.y - n.r), -least((n) => -n.x - n.r), -least((n) => -n.y - n.r)];
    }

    // Shows everything in the part of the width that is free.
    fit(free = this.width, high = this.height) {
      if (!this.width) return;
      this.room = free;
      const [x0, y0, x1, y1] = this.box();
      const aside = this.graph.mapped ? 40 : free > 640 ? 330 : 170; // names need room beside what they name
      const k = Math.min((free - aside) / Math.max(1, x1 - x0), (high - 60) / Math.max(1, y1 - y0), 1.6);
      this.k = Math.max(this.least(), k);
      this.x = free / 2 - ((x0 + x1) / 2) * this.k;
      this.y = high / 2 - ((y0 + y1) / 2) * this.k;
      this.refresh();
    }

    least() {
      const [x0, y0, x1, y1] = this.box();
      return Math.min(0.5, (0.5 * Math.min(this.width, this.height)) / Math.max(1, x1 - x0, y1 - y0));
    }

    zoom(factor, px = this.width / 2, py = this.height / 2) {
      const next = Math.min(LARGEST, Math.max(this.least(), this.k * factor));
      this.x = px - ((px - this.x) * next) / this.k;
      this.y = py - ((py - this.y) * next) / this.k;
      this.k = next;
      this.refresh();
    }

    // Brings a node into sight, into the part that is free; zooms in when it would be a speck.
    go(node, free = this.width, high = this.height) {
      this.room = free;
      if (this.k * sizeOf(node) < 5) this.k = Math.min(1.4, 6 / sizeOf(node));
      const sx = node.x * this.k + this.x;
      const sy = node.y * this.k + this.y;
      if (sx < 40 || sx > free - 40 || sy < 40 || sy > high - 40) {
        this.x = free / 2 - node.x * this.k;
        this.y = high / 2 - node.y * this.k;
      }
      this.refresh();
    }

    // ------------------------------------------------------------ drawing

    refresh() {
      if (!this.frame) this.frame = requestAnimationFrame(() => this.paint());
    }

    paint() {
      this.frame = 0;
      if (this.force && !this.force.still) {
        this.force.step();
        if (this.follow) this.fit(...this.follow);
        this.refresh();
      } else this.follow = null;
      const start = performance.now();
      const pen = this.pen;
      pen.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
      pen.clearRect(0, 0, this.width, this.height);
      pen.setTransform(this.ratio * this.k, 0, 0, this.ratio * this.k, this.ratio * this.x, this.ratio * this.y);
      if (this.graph.mapped) this.paintUnits();
      this.paintTies();
      this.paintNodes();
      pen.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
      this.paintNames();
      this.took = performance.now() - start;
    }

    seen(node, more = 0) {
      const r = (node.r + more) * this.k;
      const x = node.x * this.k + this.x;
      const y = node.y * this.k + this.y;
      return x + r > 0 && y + r > 0 && x - r < this.width && y - r < this.height;
    }

    circles() {
      const units = this.graph.nodes.filter((node) => node.kind === "unit" && node.r !== null && node.filled && this.seen(node));
      const nowhere = this.graph.nowhere;
      return nowhere ? [{ x: nowhere[0], y: nowhere[1], r: nowhere[2], level: 1, label: this.nowhereName, nowhere: true }, ...units] : units;
    }

    paintUnits() {
      const pen = this.pen;
      pen.strokeStyle = this.colour.unit;
      for (const unit of this.circles()) {
        pen.lineWidth = (unit.level <= 1 ? 1.6 : 0.9) / this.k;
        pen.globalAlpha = unit === this.chosen ? 1 : 0.75;
        pen.beginPath();
        pen.arc(unit.x, unit.y, unit.r, 0, 7);
        pen.stroke();
        pen.fillStyle = this.colour.unit;
        pen.globalAlpha = 0.09;
        pen.fill();
      }
      pen.globalAlpha = 1;
    }

    paintTies() {
      const nodes = this.graph.nodes;
      const groups = new Map();
      const chosen = [];
      for (const tie of this.graph.ties) {
        if (!tie.shown) continue;
        const a = nodes[tie.source];
        const b = nodes[tie.target];
        if (a.r === null || b.r === null || (!this.seen(a, 1) && !this.seen(b, 1) && this.missed(a, b))) continue;
        if (this.chosen && (tie === this.chosen || this.chosen.i === a.i && this.chosen.at || this.chosen.i === b.i && this.chosen.at)) chosen.push(tie);
        else {
          const far = this.graph.mapped && Math.abs(a.x - b.x) + Math.abs(a.y - b.y) > 90 ? " far" : "";
          const style = (tie.way === "post" ? `${b.side} ${tie.when}` : "structure any") + far;
          if (!groups.has(style)) groups.set(style, []);
          groups.get(style).push(tie);
        }
      }
      for (const [style, ties] of groups) this.stroke(ties, style, style.endsWith("far") ? this.faraway() : this.chosen ? 0.22 : this.graph.mapped ? 0.7 : 0.85, 1.1);
      for (const tie of chosen) this.stroke([tie], tie.way === "post" ? `${nodes[tie.target].side} ${tie.when}` : "structure", 1, tie === this.chosen ? 3.4 : 2.2);
    }

    // Ties from one unit to another are faint on the map until one of their ends is chosen.
    faraway() {
      if (this.graph.ties.length < 400) return this.chosen ? 0.15 : 0.6;
      return this.chosen ? 0.07 : Math.max(0.1, Math.min(0.22, 0.3 - 0.1 * this.k));
    }

    missed(a, b) {
      const left = -this.x / this.k;
      const top = -this.y / this.k;
      const right = left + this.width / this.k;
      const bottom = top + this.height / this.k;
      return Math.max(a.x, b.x) < left || Math.min(a.x, b.x) > right || Math.max(a.y, b.y) < top || Math.min(a.y, b.y) > bottom;
    }

    stroke(ties, style, alpha, width) {
      const pen = this.pen;
      const [side, when] = style.split(" ");
      pen.globalAlpha = alpha;
      pen.strokeStyle = side === "structure" ? this.colour.line : this.colour[side];
      pen.lineWidth = width / Math.min(1.4, Math.max(0.5, this.k)) * (this.k < 0.4 ? 0.7 / this.k * 0.4 : 1);
      pen.setLineDash(side === "structure" ? [1.5, 3.5] : when === "possible" ? [6, 4] : []);
      pen.beginPath();
      for (const tie of ties) {
        const a = this.graph.nodes[tie.source];
        const b = this.graph.nodes[tie.target];
        pen.moveTo(a.x, a.y);
        pen.lineTo(b.x, b.y);
      }
      pen.stroke();
      pen.setLineDash([]);
      pen.globalAlpha = 1;
    }

    paintNodes() {
      const groups = new Map();
      for (const node of this.graph.nodes) {
        if (!node.shown || node.r === null || (this.graph.mapped && node.kind === "unit") || !this.seen(node)) continue;
        const faint = this.chosen && !this.near.has(node.i) ? "faint" : "full";
        const style = `${node.kind === "body" ? node.side : node.kind} ${faint}`;
        if (!groups.has(style)) groups.set(style, []);
        groups.get(style).push(node);
      }
      for (const [style, nodes] of groups) this.fill(nodes, ...style.split(" "));
      if (this.chosen && this.chosen.at && this.chosen.r !== null) this.ring(this.chosen);
    }

    fill(nodes, look, faint) {
      const pen = this.pen;
      pen.globalAlpha = faint === "faint" ? 0.3 : 1;
      pen.beginPath();
      for (const node of nodes) outline(pen, node, look);
      pen.fillStyle = look === "official" ? this.colour.official : look === "unit" ? this.colour.back : this.colour[look];
      pen.fill();
      pen.strokeStyle = look === "unit" ? this.colour.line : this.colour.back;
      pen.lineWidth = look === "unit" ? 2 : 1.2;
      pen.stroke();
      pen.globalAlpha = 1;
    }

    ring(node) {
      const pen = this.pen;
      pen.strokeStyle = this.colour.hit;
      pen.lineWidth = 3 / this.k;
      pen.beginPath();
      pen.arc(node.x, node.y, node.r + 4 / this.k, 0, 7);
      pen.stroke();
    }

    // Names where there is room, the weightier first: no two lie on one another.
    paintNames() {
      const pen = this.pen;
      const taken = new Taken();
      pen.textBaseline = "middle";
      pen.lineJoin = "round";
      if (this.graph.mapped) for (const unit of this.circles().sort((a, b) => b.r - a.r)) this.nameUnit(unit, taken);
      const candidates = this.graph.nodes.filter((node) => node.shown && node.r !== null && !(this.graph.mapped && node.kind === "unit") && this.seen(node));
      if (candidates.length > 4000 && this.k < 0.3) return;
      const [x0, , x1] = this.graph.mapped ? [0, 0, 0] : this.box();
      this.middle = ((x0 + x1) / 2) * this.k + this.x;
      if (!this.graph.mapped || candidates.length < 600) for (const node of candidates) taken.add(node.x * this.k + this.x - node.r * this.k, node.y * this.k + this.y - node.r * this.k, 2 * node.r * this.k, 2 * node.r * this.k, true);
      const weight = (node) => (node === this.chosen ? 1e6 : 0) + (this.near.has(node.i) ? 1e5 : 0) + (node.kind === "unit" ? 500 : 0) + (node.kind === "body" ? 40 : 0) + node.posts;
      candidates.sort((a, b) => weight(b) - weight(a) || a.i - b.i);
      let drawn = 0;
      for (const node of candidates) {
        const wanted = this.near.has(node.i) || node === this.chosen;
        if (!wanted && node.r * this.k < (this.graph.mapped ? (node.kind === "body" ? 7 : 6) : 3)) continue;
        if (this.chosen && !wanted && this.graph.mapped) continue;
        if (this.name(node, taken, wanted)) drawn += 1;
        if (drawn > 260) break;
      }
    }

    width_(text, size, bold) {
      const key = `${bold ? "b" : ""}${text}`;
      if (!this.labelWidths.has(key)) {
        this.pen.font = `${bold ? "600 " : ""}100px ${this.font}`;
        this.labelWidths.set(key, this.pen.measureText(text).width / 100);
      }
      return this.labelWidths.get(key) * size;
    }

    // Moves what is so wide into the part of the width that is free.
    within(left, width) {
      return Math.max(EDGE, Math.min(this.room - EDGE - width, left));
    }

    short(text, bold) {
      let kept = text;
      while (kept.length > 8 && this.width_(kept, NAME_SIZE, bold) > this.room - 2 * EDGE) kept = `${kept.slice(0, -4)}…`;
      return kept;
    }

    name(node, taken, wanted) {
      const bold = node.kind === "body" && node.posts > 3;
      const text = this.short(node.label.length > 46 && !wanted ? `${node.label.slice(0, 44)}…` : node.label, bold);
      const width = this.width_(text, NAME_SIZE, bold);
      const x = node.x * this.k + this.x;
      const y = node.y * this.k + this.y;
      const r = node.r * this.k;
      const below = [x - width / 2, y + r + 10];
      const right = [x + r + 5, y];
      const left = [x - r - 5 - width, y];
      const sides = x < this.middle ? [left, right] : [right, left];
      const spots = this.graph.mapped ? [below, [x + r + 4, y], [x - r - 4 - width, y], [x - width / 2, y - r - 10]] : [sides[0], below, [x - width / 2, y - r - 10], sides[1]];
      // A name that would be cut off at the edge goes to a side where it is not, or is moved in.
      const inside = ([left]) => left >= EDGE && left + width <= this.room - EDGE;
      const movedIn = spots.filter((spot) => !inside(spot)).map(([left, middle]) => [this.within(left, width), middle]);
      const free = [...spots.filter(inside), ...movedIn].find(([left, middle]) => taken.add(left - 1, middle - 8, width + 2, 16));
      if (!free) return false;
      this.write(text, free[0], free[1], NAME_SIZE, bold, node === this.chosen);
      return true;
    }

    nameUnit(unit, taken) {
      const size = unit.level <= 1 ? (unit.r * this.k > 60 ? 14 : 11) : 11.5;
      if (unit.r * this.k < (unit.level <= 1 ? 14 : 34)) return;
      const width = this.width_(unit.label, size, true);
      if (width > unit.r * this.k * (unit.level <= 1 ? 4.4 : 2.2)) return;
      const x = this.within(unit.x * this.k + this.x - width / 2, width);
      const y = (unit.y - unit.r) * this.k + this.y + size * 0.8;
      if (taken.add(x, y - size / 2 - 1, width, size + 2)) this.write(unit.label, x, y, size, true, unit === this.chosen);
    }

    write(text, x, y, size, bold, hit) {
      const pen = this.pen;
      pen.font = `${bold ? "600 " : ""}${size}px ${this.font}`;
      pen.strokeStyle = this.colour.back;
      pen.lineWidth = 3.2;
      pen.globalAlpha = 0.9;
      pen.strokeText(text, x, y);
      pen.globalAlpha = 1;
      pen.fillStyle = this.colour.label;
      pen.fillText(text, x, y);
    }

    // ------------------------------------------------------------ pointing and moving

    at(px, py) {
      const x = (px - this.x) / this.k;
      const y = (py - this.y) / this.k;
      const room = 6 / this.k;
      let best = null;
      let least = Infinity;
      for (const node of this.graph.nodes) {
        if (!node.shown || node.r === null || (this.graph.mapped && node.kind === "unit")) continue;
        const far = Math.hypot(node.x - x, node.y - y) - node.r;
        if (far < room && far < least) [best, least] = [node, far];
      }
      return best || this.tieAt(x, y, 5 / this.k) || this.unitAt(x, y);
    }

    tieAt(x, y, room) {
      let best = null;
      let least = room;
      for (const tie of this.graph.ties) {
        if (!tie.shown) continue;
        const a = this.graph.nodes[tie.source];
        const b = this.graph.nodes[tie.target];
        if (a.r === null || b.r === null) continue;
        const dx = b.x - a.x;
        const dy = b.y - a.y;
        const along = Math.max(0, Math.min(1, ((x - a.x) * dx + (y - a.y) * dy) / (dx * dx + dy * dy || 1)));
        const far = Math.hypot(a.x + along * dx - x, a.y + along * dy - y);
        if (far < least) [best, least] = [tie, far];
      }
      return best;
    }

    unitAt(x, y) {
      if (!this.graph.mapped) return null;
      const inside = this.circles().filter((unit) => !unit.nowhere && Math.hypot(unit.x - x, unit.y - y) < unit.r);
      return inside.sort((a, b) => a.r - b.r)[0] || null;
    }

    // The nearest node in a direction, for the arrow keys.
    beside(node, dx, dy) {
      let best = null;
      let least = Infinity;
      for (const other of this.graph.nodes) {
        if (other === node || !other.shown || other.r === null || (this.graph.mapped && other.kind === "unit")) continue;
        const x = other.x - node.x;
        const y = other.y - node.y;
        const along = x * dx + y * dy;
        const aside = Math.abs(x * dy - y * dx);
        if (along <= 0 || aside > along * 1.2) continue;
        const cost = along + aside * 1.5;
        if (cost < least) [best, least] = [other, cost];
      }
      return best;
    }

    listen() {
      const canvas = this.canvas;
      const pointers = new Map();
      let moved = false;
      const place = (event) => {
        const box = canvas.getBoundingClientRect();
        return [event.clientX - box.left, event.clientY - box.top];
      };
      canvas.addEventListener("pointerdown", (event) => {
        pointers.set(event.pointerId, place(event));
        moved = pointers.size > 1;
        canvas.setPointerCapture(event.pointerId);
      });
      canvas.addEventListener("pointermove", (event) => {
        const before = pointers.get(event.pointerId);
        const now = place(event);
        if (!before) {
          canvas.classList.toggle("over", this.at(...now) !== null);
          return;
        }
        if (!moved && Math.hypot(now[0] - before[0], now[1] - before[1]) < 4) return;
        moved = true;
        this.follow = 0;
        canvas.classList.add("drag");
        if (pointers.size === 2) {
          const [, other] = [...pointers].find(([key]) => key !== event.pointerId);
          const ratio = Math.hypot(now[0] - other[0], now[1] - other[1]) / Math.max(1, Math.hypot(before[0] - other[0], before[1] - other[1]));
          this.zoom(ratio, (now[0] + other[0]) / 2, (now[1] + other[1]) / 2);
        } else {
          this.x += now[0] - before[0];
          this.y += now[1] - before[1];
          this.refresh();
        }
        pointers.set(event.pointerId, now);
      });
      const up = (event) => {
        if (event.type === "pointerup" && pointers.has(event.pointerId) && !moved) this.click(...place(event));
        pointers.delete(event.pointerId);
        canvas.classList.remove("drag");
      };
      canvas.addEventListener("pointerup", up);
      canvas.addEventListener("pointercancel", up);
      canvas.addEventListener("dblclick", (event) => {
        const thing = this.at(...place(event));
        if (thing && thing.at) this.hooks.open(thing);
      });
      canvas.addEventListener("wheel", (event) => {
        event.preventDefault();
        this.follow = 0;
        const step = event.deltaMode === 1 ? event.deltaY * 16 : event.deltaY;
        this.zoom(Math.exp(-Math.max(-160, Math.min(160, step)) * 0.0022), ...place(event));
      }, { passive: false });
    }

    click(px, py) {
      const thing = this.at(px, py);
      if (thing === null) this.hooks.nothing();
      else if (thing.at) this.hooks.node(thing);
      else this.hooks.tie(thing);
    }
  }

  const sizeOf = (node) => (node.kind === "official" ? 7 : node.kind === "unit" ? 11 : 8 + Math.min(8, Math.sqrt(node.posts)));

  function outline(pen, node, look) {
    const { x, y, r } = node;
    if (look === "party") {
      const s = r * 1.12;
      pen.moveTo(x, y - s);
      pen.lineTo(x + s, y);
      pen.lineTo(x, y + s);
      pen.lineTo(x - s, y);
      pen.closePath();
    } else if (look === "state") {
      const s = r * 0.86;
      pen.rect(x - s, y - s, 2 * s, 2 * s);
    } else if (look === "other") {
      const s = r * 0.9;
      pen.roundRect(x - s, y - s * 0.8, 2 * s, 1.6 * s, s * 0.6);
    } else {
      pen.moveTo(x + r, y);
      pen.arc(x, y, r, 0, 7);
    }
  }

  window.Net.View = View;
  window.Net.sizeOf = sizeOf;
  window.Net.outline = outline;
})();
