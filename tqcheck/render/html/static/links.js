// Linked words: pointing at a word, or focusing a mark, lights what belongs to it in the other columns.

const parsed = new WeakMap();

function linksOf(row) {
  if (!parsed.has(row)) {
    const edges = [{ from: "source", to: "translation", pairs: pairs(row.dataset.links) }];
    if (row.dataset.other) edges.push({ from: row.dataset.other, to: "third", pairs: pairs(row.dataset.otherLinks) });
    const texts = Object.fromEntries($$(".text", row).map((text) => [text.dataset.side, text]));
    parsed.set(row, { edges, texts });
  }
  return parsed.get(row);
}

function pairs(encoded) {
  if (!encoded) return [];
  return encoded.split(",").map((item) => {
    const [a, b, c, d] = item.split(" ").map(Number);
    return { from: [a, b], to: [c, d] };
  });
}

const touches = ([a, b], [c, d]) => Math.max(a, c) < Math.min(b, d);

// Ranges to light on each side, spread from one range along the links: at most two steps lead to every column.
function spread(edges, side, range) {
  const lit = { source: [], translation: [], third: [] };
  lit[side] = [range];
  for (let pass = 0; pass < 2; pass++) {
    for (const { from, to, pairs: list } of edges) {
      const forward = lit[from].length && !lit[to].length;
      const backward = lit[to].length && !lit[from].length;
      const [known, wanted] = forward ? ["from", "to"] : ["to", "from"];
      if (!forward && !backward) continue;
      const here = lit[forward ? from : to];
      lit[forward ? to : from] = list.filter((pair) => here.some((one) => touches(pair[known], one))).map((pair) => pair[wanted]);
    }
  }
  return lit;
}

function wordAt(edges, side, offset) {
  for (const at of [offset, offset - 1]) {
    for (const { from, to, pairs: list } of edges) {
      const key = from === side ? "from" : to === side ? "to" : null;
      const found = key && list.find((pair) => pair[key][0] <= at && at < pair[key][1]);
      if (found) return found[key];
    }
  }
  return null;
}

function domRange(text, [start, end]) {
  const range = document.createRange();
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  let at = 0;
  let open = false;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!open && start < at + node.length) {
      range.setStart(node, start - at);
      open = true;
    }
    if (open && end <= at + node.length) {
      range.setEnd(node, end - at);
      return range;
    }
    at += node.length;
  }
  return null;
}

function offsetIn(text, node, offset) {
  const range = document.createRange();
  range.setStart(text, 0);
  range.setEnd(node, offset);
  return range.toString().length;
}

function light(text, range, { own = true } = {}) {
  const { edges, texts } = linksOf(text.closest(".row"));
  const lit = spread(edges, text.dataset.side, range);
  if (!own) delete lit[text.dataset.side];
  const ranges = Object.entries(lit).flatMap(([side, list]) =>
    texts[side] ? list.map((one) => domRange(texts[side], one)).filter(Boolean) : [],
  );
  CSS.highlights.set("linked", new Highlight(...ranges));
}

function pointed(event) {
  const text = event.target.closest?.(".text");
  const row = text?.closest(".row[data-links], .row[data-other]");
  if (!row) return CSS.highlights.delete("linked");
  const caret = document.caretPositionFromPoint?.(event.clientX, event.clientY);
  const legacy = caret ? null : document.caretRangeFromPoint?.(event.clientX, event.clientY);
  const node = caret?.offsetNode ?? legacy?.startContainer;
  if (!node || !text.contains(node)) return CSS.highlights.delete("linked");
  const offset = offsetIn(text, node, caret?.offset ?? legacy.startOffset);
  const word = wordAt(linksOf(row).edges, text.dataset.side, offset);
  return word ? light(text, word) : CSS.highlights.delete("linked");
}

function focused(event) {
  const card = event.target.closest?.(".card");
  const mark = event.target.closest?.(".text a.mark") ?? (card && $(`.text a.mark.span[data-f~="${card.id}"]`));
  const text = mark?.closest(".text");
  if (!text) return CSS.highlights.delete("linked");
  const start = offsetIn(text, mark, 0);
  return light(text, [start, start + mark.textContent.length], { own: false }); // the mark keeps its own colour
}

function startLinks() {
  if (!CSS.highlights) return;
  let waiting = false;
  document.addEventListener("pointermove", (event) => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      pointed(event);
    });
  });
  document.addEventListener("focusin", focused);
}
