"use strict";
/* Where things find room: names on the screen, and nodes that push one another away. */
window.Net = window.Net || {};
(() => {
  // Rectangles on the screen that are taken, by cells.
  class Taken {
    constructor() {
      this.cells = new Map();
    }

    add(x, y, w, h, always = false) {
      const keys = [];
      for (let column = Math.floor(x / 90); column <= (x + w) / 90; column++) {
        for (let row = Math.floor(y / 90); row <= (y + h) / 90; row++) keys.push(column * 4096 + row);
      }
      const meets = (o) => o[0] < x + w && x < o[0] + o[2] && o[1] < y + h && y < o[1] + o[3];
      if (!always && keys.some((key) => (this.cells.get(key) || []).some(meets))) return false;
      for (const key of keys) {
        if (!this.cells.has(key)) this.cells.set(key, []);
        this.cells.get(key).push([x, y, w, h]);
      }
      return true;
    }
  }

  // Springs along ties, everything pushes everything else away within reach; slower and slower until still.
  class Force {
    constructor(graph) {
      this.graph = graph;
      this.heat = 1;
      for (const node of graph.nodes) [node.vx, node.vy] = [node.vx || 0, node.vy || 0];
    }

    get still() {
      return this.heat < 0.02;
    }

    step() {
      const nodes = this.graph.nodes.filter((node) => node.shown && !node.gone && node.x !== null);
      const reach = 300;
      const cells = new Map();
      for (const node of nodes) {
        const key = Math.floor(node.x / reach) * 8192 + Math.floor(node.y / reach);
        if (!cells.has(key)) cells.set(key, []);
        cells.get(key).push(node);
      }
      for (const [key, here] of cells) {
        for (const beside of [0, 1, 8191, 8192, 8193]) {
          const there = cells.get(key + beside);
          if (there) this.push(here, there, reach);
        }
      }
      for (const tie of this.graph.ties) {
        if (!tie.shown || tie.gone) continue;
        const a = this.graph.nodes[tie.source];
        const b = this.graph.nodes[tie.target];
        const far = Math.hypot(b.x - a.x, b.y - a.y) || 1;
        const pull = ((far - 105) / far) * 0.09 * this.heat / Math.sqrt(Math.min(a.at.length, b.at.length) || 1);
        a.vx += (b.x - a.x) * pull;
        a.vy += (b.y - a.y) * pull;
        b.vx -= (b.x - a.x) * pull;
        b.vy -= (b.y - a.y) * pull;
      }
      for (const node of nodes) {
        node.vx -= node.x * 0.006 * this.heat;
        node.vy -= node.y * 0.006 * this.heat;
        node.x += Math.max(-30, Math.min(30, node.vx));
        node.y += Math.max(-30, Math.min(30, node.vy));
        node.vx *= 0.6;
        node.vy *= 0.6;
      }
      this.heat *= 0.985;
    }

    push(here, there, reach) {
      for (let i = 0; i < here.length; i++) {
        for (let j = here === there ? i + 1 : 0; j < there.length; j++) {
          const a = here[i];
          const b = there[j];
          let dx = b.x - a.x;
          let dy = b.y - a.y;
          if (dx === 0 && dy === 0) [dx, dy] = [(a.i % 7) - 3 || 1, (b.i % 5) - 2];
          const square = dx * dx + dy * dy;
          if (square > reach * reach) continue;
          const push = (3600 / (square + 80)) * this.heat;
          const far = Math.sqrt(square) || 1;
          a.vx -= (dx / far) * push;
          a.vy -= (dy / far) * push;
          b.vx += (dx / far) * push;
          b.vy += (dy / far) * push;
        }
      }
    }
  }

  Object.assign(window.Net, { Force, Taken });
})();
