"use strict";
/* Parts of the page: elements, a field that suggests while one types, the legend. */
window.Net = window.Net || {};
(() => {
  function make(tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
      else if (name === "class") element.className = value;
      else element.setAttribute(name, value);
    }
    element.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
    return element;
  }

  // A text field with a list of suggestions, by the pattern of ARIA.
  function combobox(input, list, { find, picked, nothing, kind }) {
    let found = [];
    let active = -1;
    let asked = 0;
    const show = () => {
      list.replaceChildren(...found.map((each, place) => make("li", { role: "option", id: `${list.id}-${place}`, "aria-selected": String(place === active), onmousedown: (event) => { event.preventDefault(); pick(place); } },
        each.label, make("small", {}, [kind(each), each.hint].filter(Boolean).join(" · ")))));
      list.hidden = !found.length;
      input.setAttribute("aria-expanded", String(!list.hidden));
      if (active >= 0 && found.length) input.setAttribute("aria-activedescendant", `${list.id}-${active}`);
      else input.removeAttribute("aria-activedescendant");
    };
    const close = () => { found = []; active = -1; show(); };
    const pick = (place) => {
      const each = found[place];
      input.value = each.label;
      input.dataset.iri = each.iri;
      close();
      picked(each);
    };
    input.addEventListener("input", async () => {
      delete input.dataset.iri;
      const mine = ++asked;
      const text = input.value.trim();
      const answer = text ? await find(text) : [];
      if (mine !== asked || !answer) return;
      found = answer;
      active = found.length ? 0 : -1;
      show();
      if (text && !found.length) nothing();
    });
    input.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        if (found.length) active = (active + (event.key === "ArrowDown" ? 1 : -1) + found.length) % found.length;
        show();
        if (active >= 0) list.children[active].scrollIntoView({ block: "nearest" });
      } else if (event.key === "Enter" && active >= 0 && found.length) {
        event.preventDefault();
        pick(active);
      } else if (event.key === "Escape" && found.length) {
        event.stopPropagation();
        close();
      }
    });
    input.addEventListener("blur", close);
  }

  function sample(paint) {
    const canvas = make("canvas", { width: 44, height: 28, "aria-hidden": "true" });
    const pen = canvas.getContext("2d");
    pen.scale(2, 2);
    paint(pen);
    canvas.className = "net-sample";
    return canvas;
  }
  function legend(list, colours, say) {
    const dot = (look) => sample((pen) => {
      pen.fillStyle = colours[look];
      pen.beginPath();
      window.Net.outline(pen, { x: 11, y: 7, r: 5.5 }, look);
      pen.fill();
    });
    const line = (colour, dash) => sample((pen) => {
      pen.strokeStyle = colours[colour];
      pen.lineWidth = 1.6;
      pen.setLineDash(dash);
      pen.beginPath();
      pen.moveTo(0, 7);
      pen.lineTo(22, 7);
      pen.stroke();
    });
    const items = [[dot("official"), say("official")], [dot("party"), `${say("body")}: ${say("party")}`], [dot("state"), `${say("body")}: ${say("state")}`], [dot("other"), `${say("body")}: ${say("other")}`],
      [line("party", []), say("legend_sure")], [line("party", [6, 4]), say("legend_possible")], [line("line", [1.5, 3.5]), say("legend_structure")]];
    list.replaceChildren(...items.map(([picture, text]) => make("li", {}, picture, text)));
  }

  Object.assign(window.Net, { make, combobox, legend });
})();
