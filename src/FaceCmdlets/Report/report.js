"use strict";
// Reads the data blocks of this page and builds everything that is seen. Data become text nodes and attributes of
// elements made here, never markup; the page's policy would refuse it as well.
(() => {
  const BATCH = 60;
  const WIDTH = 360;
  const LOW_TO_HIGH = ["Low", "Medium", "High"];
  const LEVELS = ["Low", "Medium", "High", "UnderExposure", "GoodExposure", "OverExposure"];
  const PLAIN = { digits: 4 };
  // The facts that this page knows, in the order of its lists; any other fact comes after them under its own name.
  const KNOWN = {
    __proto__: null,
    Name: { label: "Person" },
    Confidence: { label: "Confidence", digits: 2, range: true, step: 0.1, span: [0, 1] },
    IsIdentical: { label: "Same person", words: ["Different person", "Same person"], facet: true },
    Passed: { label: "Check", words: ["Failed", "Passed"], tone: { true: "good", false: "poor" }, facet: true, chart: [true, false] },
    Reasons: { label: "Reasons", free: true },
    FaceNumber: { label: "Face", quiet: true },
    FaceCount: { label: "Faces in the picture", quiet: true },
    QualityForRecognition: { label: "Quality for recognition", short: "Quality", tone: { High: "good", Medium: "fair", Low: "poor" }, facet: true, chart: LOW_TO_HIGH },
    Yaw: { label: "Yaw", unit: "°", digits: 1, range: true, step: 10, span: [-30, 30] },
    Pitch: { label: "Pitch", unit: "°", digits: 1, range: true, step: 10, span: [-30, 30] },
    Roll: { label: "Roll", unit: "°", digits: 1, range: true, step: 10, span: [-30, 30] },
    BlurLevel: { label: "Blur level", short: "Blur", tone: { Low: "good", Medium: "fair", High: "poor" }, facet: true, chart: LOW_TO_HIGH },
    Blur: { label: "Blur", digits: 2 },
    ExposureLevel: { label: "Exposure level", chart: ["UnderExposure", "GoodExposure", "OverExposure"] },
    Exposure: { label: "Exposure", digits: 2 },
    NoiseLevel: { label: "Noise level" },
    Noise: { label: "Noise", digits: 2 },
    Glasses: { label: "Glasses" },
    MaskType: { label: "Mask" },
    NoseAndMouthCovered: { label: "Nose and mouth covered" },
    ForeheadOccluded: { label: "Forehead covered" },
    EyeOccluded: { label: "Eye covered" },
    MouthOccluded: { label: "Mouth covered" },
    Accessories: { label: "Accessories", free: true },
    Rank: { label: "Rank", quiet: true },
    Left: { label: "Left", unit: " px", quiet: true },
    Top: { label: "Top", unit: " px", quiet: true },
    Width: { label: "Width", unit: " px" },
    Height: { label: "Height", unit: " px", quiet: true },
    FaceId: { label: "Face id", free: true },
    PersonId: { label: "Person id", free: true },
    PersonGroupId: { label: "Person group" },
    ReferencePath: { label: "Reference", free: true },
    ReferenceFaceId: { label: "Face id of the reference", free: true },
    DetectionModel: { label: "Detection model" },
    RecognitionModel: { label: "Recognition model" },
  };
  const ORDER = Object.keys(KNOWN);

  const $ = id => document.getElementById(id);
  const number = new Intl.NumberFormat("en");
  const count = (n, one, many) => number.format(n) + " " + (n === 1 ? one : many);
  const about = name => KNOWN[name] ?? PLAIN;
  const labelOf = name => about(name).label ?? name.replace(/([a-z\d])([A-Z])/g, (_, a, b) => a + " " + b.toLowerCase());

  function element(tag, properties, ...children) {
    const it = document.createElement(tag);
    for (const [name, value] of Object.entries(properties ?? {})) {
      if (name in it) it[name] = value;
      else it.setAttribute(name, value);
    }
    it.append(...children.filter(child => child !== null && child !== undefined));
    return it;
  }

  function drawing(tag, attributes, ...children) {
    const it = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [name, value] of Object.entries(attributes)) it.setAttribute(name, value);
    it.append(...children);
    return it;
  }

  function words(name, value, digits = about(name).digits) {
    const known = about(name);
    if (value === null || value === undefined) return "Not given";
    if (typeof value === "boolean") return known.words ? known.words[+value] : value ? "Yes" : "No";
    if (typeof value === "number") {
      return value.toLocaleString("en", { minimumFractionDigits: known === PLAIN ? 0 : digits ?? 0, maximumFractionDigits: digits ?? 0 }).replace("-", "\u2212") + (known.unit ?? "");
    }
    return LEVELS.includes(value) || /^[A-Z][a-z]+([A-Z][a-z]+)+$/.test(value) ? value.replace(/([a-z])([A-Z])/g, (_, a, b) => a + " " + b.toLowerCase()) : value;
  }

  // ---- Reading

  const pictures = [];
  const entries = [];
  const problems = [];

  /** Two rows on one face are one entry, where they do not contradict each other. */
  function add(picture, row) {
    // A fact may be called constructor; then that is what it is called.
    const facts = Object.assign(Object.create(null), row.facts);
    const same = picture.entries.filter(it => facts.FaceNumber !== undefined ? it.facts.FaceNumber === facts.FaceNumber : facts.FaceId !== undefined && it.facts.FaceId === facts.FaceId);
    const partner = same.find(it => Object.entries(facts).every(([name, value]) => it.facts[name] === undefined || it.facts[name] === value));
    if (partner) {
      Object.assign(partner.facts, facts);
      partner.box ??= row.box;
      partner.points ??= row.points;
      return;
    }
    const entry = { picture, facts, box: row.box ?? same.find(it => it.box)?.box, points: row.points ?? same.find(it => it.points)?.points, place: entries.length };
    picture.entries.push(entry);
    entries.push(entry);
  }

  function read() {
    for (const block of document.querySelectorAll("script.picture, script.error")) {
      const data = JSON.parse(block.textContent);
      if (block.className === "error") {
        problems.push(data);
        continue;
      }
      const picture = pictures[data.picture] ??= { ...data, entries: [] };
      if (block.nextElementSibling?.className === "thumbnail") picture.thumbnail = block.nextElementSibling;
      for (const row of data.rows) add(picture, row);
    }
    for (const entry of entries) {
      entry.isFace = entry.facts.FaceNumber !== undefined || entry.facts.FaceId !== undefined || Boolean(entry.box);
      entry.text = [entry.picture.path, ...Object.entries(entry.facts).flatMap(([name, value]) => [value, words(name, value)])].join("\n").toLowerCase();
    }
  }

  // ---- Filters

  const filter = { terms: [], picture: null, values: new Map(), ranges: new Map() };
  const facets = [];
  let kept = [];
  let groups = [];

  const factNames = () => {
    const names = new Set(entries.flatMap(entry => Object.keys(entry.facts)));
    return [...ORDER.filter(name => names.has(name)), ...[...names].filter(name => !KNOWN[name]).sort()];
  };

  const rankOf = value => { const at = LEVELS.indexOf(value); return at < 0 ? LEVELS.length : at; };
  const collator = new Intl.Collator("en", { numeric: true });
  const inOrder = (a, b) => rankOf(a) - rankOf(b) || collator.compare(String(a), String(b));

  function matches(entry) {
    if (filter.picture && entry.picture !== filter.picture) return false;
    for (const term of filter.terms) if (!entry.text.includes(term)) return false;
    for (const [name, chosen] of filter.values) if (!chosen.has(entry.facts[name] ?? null)) return false;
    for (const [name, { from, to }] of filter.ranges) {
      const value = entry.facts[name];
      if (typeof value !== "number" || value < (from ?? -Infinity) || value > (to ?? Infinity)) return false;
    }
    return true;
  }

  function choices(name, values) {
    const field = element("fieldset", {}, element("legend", {}, labelOf(name)));
    const boxes = [...values].sort(([a], [b]) => (a === null) - (b === null) || (typeof a === "boolean" ? b - a : inOrder(a, b))).map(([value, n]) => {
      const box = element("input", { type: "checkbox" });
      box.addEventListener("change", () => {
        const chosen = filter.values.get(name) ?? new Set();
        chosen[box.checked ? "add" : "delete"](value);
        if (chosen.size) filter.values.set(name, chosen); else filter.values.delete(name);
        apply();
      });
      field.append(element("label", { className: "choice" }, box, element("span", {}, words(name, value)), element("span", {}, number.format(n))));
      return { box, value };
    });
    return { name, field, show: () => { for (const { box, value } of boxes) box.checked = filter.values.get(name)?.has(value) ?? false; } };
  }

  function range(name, low, high) {
    const known = about(name);
    const end = (which, edge) => {
      const box = element("input", { type: "number", step: "any", placeholder: words(name, edge).replace(known.unit, "") });
      box.setAttribute("aria-label", `${labelOf(name)} ${which}${known.unit === "°" ? ", degrees" : ""}`);
      box.addEventListener("input", () => {
        const limits = { ...filter.ranges.get(name), [which]: box.value === "" ? undefined : Number(box.value) };
        if (limits.from === undefined && limits.to === undefined) filter.ranges.delete(name); else filter.ranges.set(name, limits);
        soon();
      });
      return box;
    };
    const from = end("from", low);
    const to = end("to", high);
    const field = element("fieldset", {}, element("legend", {}, labelOf(name) + (known.unit ? ` (${known.unit.trim()})` : "")), element("div", { className: "range" }, from, element("span", { className: "quiet" }, "to"), to));
    return { name, field, show: () => { from.value = filter.ranges.get(name)?.from ?? ""; to.value = filter.ranges.get(name)?.to ?? ""; } };
  }

  function buildFacets() {
    for (const name of factNames()) {
      const known = about(name);
      if (known.free || known.quiet) continue;
      const values = new Map();
      for (const entry of entries) {
        const value = entry.facts[name] ?? null;
        values.set(value, (values.get(value) ?? 0) + 1);
      }
      if (values.size < 2) continue;
      const given = [...values.keys()].filter(value => value !== null);
      if (given.every(value => typeof value === "number")) {
        facets.push({ ...range(name, given.reduce((a, b) => Math.min(a, b)), given.reduce((a, b) => Math.max(a, b))), first: known.range });
      } else if (values.size <= 13 && given.every(value => String(value).length <= 40)) {
        facets.push({ ...choices(name, values), first: known.facet });
      }
    }
    const further = facets.filter(facet => !facet.first);
    $("facets").append(...facets.filter(facet => facet.first).map(facet => facet.field));
    if (further.length) {
      $("facets").append(element("details", {}, element("summary", {}, element("h3", {}, "More filters")), element("div", { className: "further" }, ...further.map(facet => facet.field))));
    }
  }

  function showActive() {
    const chips = [];
    const chip = (text, undo) => {
      const button = element("button", { type: "button" }, text);
      button.setAttribute("aria-label", "Remove the filter " + text);
      button.addEventListener("click", () => { undo(); for (const facet of facets) facet.show(); apply(); ($("active").querySelector("button") ?? $("search")).focus(); });
      chips.push(button);
    };
    if (filter.picture) chip("Picture: " + filter.picture.name, () => { filter.picture = null; });
    if (filter.terms.length) chip("Search: " + filter.terms.join(" "), () => { filter.terms = []; $("search").value = ""; });
    for (const [name, chosen] of filter.values) chip(`${labelOf(name)}: ${[...chosen].map(value => words(name, value)).join(" or ")}`, () => filter.values.delete(name));
    for (const [name, { from, to }] of filter.ranges) {
      chip(labelOf(name) + (from === undefined ? "" : " from " + words(name, from)) + (to === undefined ? "" : " to " + words(name, to)), () => filter.ranges.delete(name));
    }
    $("active").hidden = chips.length === 0;
    $("active").replaceChildren(...chips);
  }

  // ---- Sorting

  let descending = false;

  function buildSort() {
    const options = [["", "Order given"], ["path", "File name"]];
    for (const name of factNames()) {
      if (!about(name).free && entries.some(entry => entry.facts[name] !== entries[0].facts[name])) options.push([name, labelOf(name)]);
    }
    $("sort").append(...options.map(([value, text]) => element("option", { value }, text)));
  }

  function sort(list) {
    const name = $("sort").value;
    const sign = descending ? -1 : 1;
    const value = entry => (name === "path" ? entry.picture.name : entry.facts[name]);
    return list.sort((a, b) => {
      if (!name) return (a.place - b.place) * sign;
      const [x, y] = [value(a), value(b)];
      if (x === undefined || y === undefined) return (x === undefined) - (y === undefined) || a.place - b.place;
      return (typeof x === "number" && typeof y === "number" ? x - y : typeof x === "boolean" ? x - y : inOrder(x, y)) * sign || a.place - b.place;
    });
  }

  // ---- Gallery

  let shown = 0;

  function frame(picture, chosen, large) {
    const it = element("div", { className: "frame" });
    if (!picture.thumbnail) {
      it.append(element("span", { className: "absent" }, picture.absent ?? "No thumbnail"));
      return it;
    }
    const faces = picture.entries.filter(entry => entry.box);
    it.append(element("img", {
      alt: large ? `${picture.name}${chosen.length === 1 && chosen[0].box ? ", with a box around the face" : ""}` : "",
      decoding: "async",
      src: "data:image/jpeg;base64," + picture.thumbnail.textContent,
    }));
    if (large) {
      it.classList.add("shaped");
      it.style.aspectRatio = `${picture.width} / ${picture.height}`;
    }
    const overlay = drawing("svg", { viewBox: `0 0 ${picture.width} ${picture.height}`, "aria-hidden": "true" });
    const outline = (box, className) => drawing("rect", { class: className, x: box[0], y: box[1], width: box[2], height: box[3] });
    for (const face of faces.filter(face => !chosen.includes(face))) overlay.append(outline(face.box, "other-under"), outline(face.box, "other"));
    for (const face of chosen.filter(face => face.box)) {
      overlay.append(outline(face.box, "under"), outline(face.box, "over"));
      if (large) for (const [x, y] of face.points ?? []) overlay.append(drawing("circle", { cx: x, cy: y, r: Math.max(picture.width, picture.height) / 220 }));
    }
    it.append(overlay);
    return it;
  }

  const titleOf = entry => entry.picture.name + (entry.facts.FaceNumber === undefined ? "" : `, face ${entry.facts.FaceNumber}`);

  function tags(facts) {
    const list = [];
    for (const name of ["Passed", "Name", "IsIdentical", "QualityForRecognition", "BlurLevel"]) {
      const value = facts[name];
      if (value === undefined) continue;
      const known = about(name);
      const sure = (name === "Name" || name === "IsIdentical") && facts.Confidence !== undefined ? ` ${words("Confidence", facts.Confidence)}` : "";
      list.push(element("span", { className: "tag " + (known.tone?.[value] ?? "") }, (known.short ? known.short + " " + words(name, value).toLowerCase() : words(name, value)) + sure));
    }
    if (facts.FaceCount === 0) list.push(element("span", { className: "tag fair" }, "No face"));
    return list.length ? element("div", { className: "tags" }, ...list) : null;
  }

  function card({ picture, chosen }) {
    const [first] = chosen;
    const open = element("button", { type: "button", className: "open" }, element("span", { className: "unseen" }, `Details of ${byPicture() ? picture.name : titleOf(first)}`), frame(picture, chosen));
    const text = element("div", { className: "text" }, element("h3", { title: picture.path }, picture.name));
    if (byPicture()) {
      const faces = picture.entries.filter(entry => entry.isFace).length;
      const these = chosen.filter(entry => entry.isFace).length;
      text.append(element("p", { className: "quiet" }, these === faces ? count(faces, "face", "faces") : `${number.format(these)} of ${count(faces, "face", "faces")}`));
      for (const entry of chosen.slice(0, 3)) text.append(tags(entry.facts) ?? "");
    } else {
      if (first.facts.FaceNumber !== undefined) text.append(element("p", { className: "quiet" }, `Face ${first.facts.FaceNumber}`));
      text.append(tags(first.facts) ?? "");
      const pose = ["Yaw", "Pitch", "Roll"].filter(name => first.facts[name] !== undefined).map(name => element("span", {}, element("span", {}, name + " "), words(name, first.facts[name])));
      if (pose.length) text.append(element("p", { className: "pose" }, ...pose));
      if (first.facts.Reasons) text.append(element("p", {}, first.facts.Reasons));
    }
    open.addEventListener("click", () => show(first));
    return element("li", {}, open, text);
  }

  const byPicture = () => document.querySelector("#view input:checked").value === "pictures";

  function append(upTo) {
    const more = groups.slice(shown, upTo);
    $("gallery").append(...more.map(card));
    shown += more.length;
    const rest = groups.length - shown;
    $("rest").hidden = rest === 0;
    $("more").textContent = `Show ${number.format(Math.min(BATCH, rest))} more of ${number.format(rest)}`;
  }

  const nearEnd = new IntersectionObserver(seen => {
    if (!seen.some(it => it.isIntersecting)) return;
    append(shown + BATCH);
    nearEnd.unobserve($("rest"));
    nearEnd.observe($("rest"));
  }, { rootMargin: "900px" });

  function render() {
    kept = sort(kept);
    if (byPicture()) {
      const found = new Map();
      for (const entry of kept) {
        if (!found.has(entry.picture)) found.set(entry.picture, { picture: entry.picture, chosen: [] });
        found.get(entry.picture).chosen.push(entry);
      }
      groups = [...found.values()];
    } else {
      groups = kept.map(entry => ({ picture: entry.picture, chosen: [entry] }));
    }
    shown = 0;
    $("gallery").replaceChildren();
    append(BATCH);
    if (matchMedia("print").matches) append(groups.length);
  }

  function apply() {
    clearTimeout(waiting);
    kept = entries.filter(matches);
    render();
    const noun = entries.every(entry => entry.isFace) ? ["face", "faces"] : ["result", "results"];
    const where = count(new Set(kept.map(entry => entry.picture)).size, "picture", "pictures");
    $("count").textContent = kept.length === entries.length
      ? `${count(kept.length, ...noun)} in ${where}`
      : `${number.format(kept.length)} of ${count(entries.length, ...noun)}, in ${where}`;
    $("nothing").hidden = kept.length > 0;
    $("clear").disabled = kept.length === entries.length && !filter.terms.length && !filter.values.size && !filter.ranges.size && !filter.picture;
    showActive();
    for (const chart of charts) chart.update();
  }

  let waiting;
  const soon = () => { clearTimeout(waiting); waiting = setTimeout(apply, 140); };

  // ---- Charts

  const charts = [];

  /** The numbers behind a chart, for those who do not see it. */
  function table(name, labels, all) {
    const cells = labels.map((label, i) => [element("td", {}, number.format(all[i])), element("td", {}, "")]);
    const it = element("table", {},
      element("caption", { className: "unseen" }, name),
      element("thead", {}, element("tr", {}, ...["Value", "All", "Shown"].map(text => element("th", { scope: "col" }, text)))),
      element("tbody", {}, ...labels.map((label, i) => element("tr", {}, element("th", { scope: "row" }, label), ...cells[i]))));
    return { it: element("details", {}, element("summary", {}, "Table", element("span", { className: "unseen" }, " of " + name)), it), show: now => cells.forEach(([, cell], i) => { cell.textContent = number.format(now[i]); }) };
  }

  function chart(name, labels, place, draw) {
    const title = labelOf(name);
    const tally = list => list.reduce((sums, entry) => { const at = place(entry.facts[name]); if (at >= 0) sums[at]++; return sums; }, labels.map(() => 0));
    const all = tally(entries);
    const image = drawing("svg", { role: "img" });
    const fit = draw(image, all);
    const numbers = table(title, labels, all);
    const note = element("span", { className: "quiet" });
    $("charts").append(element("figure", {}, element("figcaption", {}, element("h3", {}, title), note), image, numbers.it));
    charts.push({
      update() {
        const now = tally(kept);
        fit(now);
        numbers.show(now);
        const values = kept.map(entry => entry.facts[name]).filter(value => typeof value === "number").sort((a, b) => a - b);
        note.textContent = values.length ? `${words(name, values[0])} to ${words(name, values.at(-1))}, median ${words(name, values[values.length >> 1])}` : "";
        image.setAttribute("aria-label", `${title}. ${note.textContent ? note.textContent + ". " : ""}${labels.map((label, i) => [label, now[i]]).filter(([, n]) => n).map(([label, n]) => `${label}: ${number.format(n)}`).join("; ") || "Nothing shown"}.`);
      },
    });
  }

  function histogram(name) {
    const { step, span } = about(name);
    const values = entries.map(entry => entry.facts[name]).filter(value => typeof value === "number");
    if (!values.length) return;
    const low = Math.floor(values.reduce((a, b) => Math.min(a, b), span[0]) / step);
    const bins = Math.max(1, Math.min(60, Math.ceil(values.reduce((a, b) => Math.max(a, b), span[1]) / step - 1e-9) - low));
    const edge = i => words(name, Number(((low + i) * step).toFixed(6)), step < 1 ? 1 : 0);
    const labels = Array.from({ length: bins }, (_, i) => `${edge(i)} to ${edge(i + 1)}`);
    chart(name, labels, value => (typeof value === "number" ? Math.min(bins - 1, Math.max(0, Math.floor(value / step + 1e-9) - low)) : -1), (image, all) => {
      image.setAttribute("viewBox", `0 0 ${WIDTH} 126`);
      const top = Math.max(...all);
      const width = WIDTH / bins;
      const bar = (i, className) => drawing("rect", { class: className, x: i * width + 1, width: Math.max(1, width - 2), rx: 1.5 });
      const set = (rect, n) => { const h = n ? Math.max(2, (n / top) * 86) : 0; rect.setAttribute("y", 104 - h); rect.setAttribute("height", h); };
      image.append(drawing("line", { x1: 0, x2: WIDTH, y1: 18, y2: 18, "stroke-dasharray": "2 4" }), drawing("text", { x: WIDTH, y: 12, "text-anchor": "end" }, number.format(top)));
      all.forEach((n, i) => { const rect = bar(i, "all"); set(rect, n); image.append(rect); });
      const keptBars = all.map((n, i) => { const rect = bar(i, "kept"); image.append(rect); return rect; });
      image.append(drawing("line", { x1: 0, x2: WIDTH, y1: 104.5, y2: 104.5 }));
      const every = Math.max(1, Math.ceil(bins / 5));
      for (let i = 0; i <= bins; i++) {
        if ((low + i) % every) continue;
        image.append(drawing("text", { x: i * width, y: 121, "text-anchor": i === 0 ? "start" : i === bins ? "end" : "middle" }, edge(i)));
      }
      return now => now.forEach((n, i) => set(keptBars[i], n));
    });
  }

  function bars(name) {
    const scale = KNOWN[name].chart;
    const given = new Set(entries.map(entry => entry.facts[name]).filter(value => value !== undefined));
    if (!given.size || given.size > 8) return;
    const values = [...scale, ...[...given].filter(value => !scale.includes(value)).sort(inOrder)];
    chart(name, values.map(value => words(name, value)), value => values.indexOf(value), (image, all) => {
      image.setAttribute("viewBox", `0 0 ${WIDTH} ${Math.max(126, values.length * 38)}`);
      const top = Math.max(...all);
      const width = n => (n ? Math.max(2, (n / top) * WIDTH) : 0);
      const rows = values.map((value, i) => {
        const total = drawing("text", { x: WIDTH, y: i * 38 + 14, "text-anchor": "end" });
        const keptBar = drawing("rect", { class: "kept", x: 0, y: i * 38 + 20, height: 10, rx: 2 });
        image.append(drawing("text", { class: "name", x: 0, y: i * 38 + 14 }, words(name, value)), total, drawing("rect", { class: "all", x: 0, y: i * 38 + 20, height: 10, rx: 2, width: width(all[i]) }), keptBar);
        return { total, keptBar };
      });
      return now => now.forEach((n, i) => {
        rows[i].keptBar.setAttribute("width", width(n));
        rows[i].total.textContent = n === all[i] ? number.format(n) : `${number.format(n)} of ${number.format(all[i])}`;
      });
    });
  }

  // ---- Details

  let current = null;

  function show(entry) {
    current = entry;
    const { picture, facts } = entry;
    const at = kept.indexOf(entry);
    // A long path breaks between its folders.
    const rows = [["Picture", element("span", {}, ...picture.path.split(/(?<=[\\/])/).flatMap(part => [part, element("wbr")]))]];
    if (picture.width) rows.push(["Picture size", `${number.format(picture.width)} × ${number.format(picture.height)} px`]);
    for (const name of [...ORDER, ...Object.keys(facts).filter(name => !KNOWN[name])]) if (facts[name] !== undefined) rows.push([labelOf(name), words(name, facts[name])]);
    if (entry.points) rows.push(["Landmarks", `${entry.points.length} points`]);
    $("detail-title").textContent = titleOf(entry);
    $("detail-picture").replaceChildren(frame(picture, [entry], true));
    $("detail-facts").replaceChildren(element("dl", { className: "facts" }, ...rows.flatMap(([name, value]) => [element("dt", {}, name), element("dd", {}, value)])));
    if (/^(file|https?):\/\//.test(picture.link ?? "")) {
      $("detail-picture").append(element("p", {}, element("a", { href: picture.link, target: "_blank", rel: "noopener noreferrer" }, "Open the picture")));
    }
    $("place").textContent = `${number.format(at + 1)} of ${number.format(kept.length)}`;
    $("previous").disabled = at <= 0;
    $("next").disabled = at >= kept.length - 1;
    if (!$("detail").open) $("detail").showModal();
  }

  function step(by) {
    const next = kept[kept.indexOf(current) + by];
    if (!next) return;
    const button = document.activeElement;
    show(next);
    if (button?.disabled) $("close").focus();
  }

  $("detail").addEventListener("keydown", event => {
    if (event.key === "ArrowLeft") step(-1);
    else if (event.key === "ArrowRight") step(1);
    else return;
    event.preventDefault();
  });
  $("detail").addEventListener("click", event => { if (event.target === $("detail")) $("detail").close(); });
  $("detail").addEventListener("close", () => {
    const at = groups.findIndex(group => group.chosen.includes(current));
    if (at >= 0 && at < shown) $("gallery").children[at].querySelector("button").focus();
  });
  $("close").addEventListener("click", () => $("detail").close());
  $("previous").addEventListener("click", () => step(-1));
  $("next").addEventListener("click", () => step(1));
  $("only").addEventListener("click", () => {
    filter.picture = current.picture;
    $("detail").close();
    apply();
    $("results").focus();
  });

  // ---- The rest of the page

  function buildSummary() {
    const faces = entries.filter(entry => entry.isFace).length;
    const of = test => entries.filter(test).length;
    const totals = [["Pictures", pictures.length], [faces === 1 ? "Face" : "Faces", faces]];
    const some = [["Without a face", of(entry => entry.facts.FaceCount === 0)], ["Passed", of(entry => entry.facts.Passed === true)], ["Failed", of(entry => entry.facts.Passed === false)], ["Without a thumbnail", pictures.filter(picture => !picture.thumbnail).length]];
    totals.push(...some.filter(([, n]) => n));
    totals.push(["Errors", problems.length]);
    $("totals").append(...totals.map(([name, n]) => element("div", { className: (name === "Errors" || name === "Failed") && n ? "bad" : "" }, element("dt", {}, name), element("dd", {}, number.format(n)))));
    $("summary").hidden = false;
  }

  function buildErrors() {
    if (!problems.length) return;
    $("errors-title").textContent = count(problems.length, "error", "errors");
    $("error-list").append(...problems.map(problem => element("li", {},
      element("p", {}, element("span", { className: "target" }, problem.target ?? ""), " ", element("code", {}, problem.id)),
      element("p", {}, problem.message))));
    $("errors").hidden = false;
    $("errors").querySelector("details").open = problems.length <= 5;
  }

  function columns() {
    const cards = $("gallery").children;
    let n = 1;
    while (n < cards.length && cards[n].offsetTop === cards[0].offsetTop) n++;
    return n;
  }

  $("gallery").addEventListener("keydown", event => {
    const li = event.target.closest("li");
    const by = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -columns(), ArrowDown: columns() }[event.key];
    if (!li || !by) return;
    const at = [...$("gallery").children].indexOf(li) + by;
    if (at >= shown) append(at + BATCH);
    const target = $("gallery").children[at];
    if (!target) return;
    event.preventDefault();
    target.querySelector("button").focus();
  });
  $("more").addEventListener("click", () => {
    const at = shown;
    append(shown + BATCH);
    $("gallery").children[at]?.querySelector("button").focus();
  });
  $("search").addEventListener("input", () => {
    filter.terms = $("search").value.toLowerCase().split(/\s+/).filter(Boolean);
    soon();
  });
  $("clear").addEventListener("click", () => {
    filter.terms = [];
    filter.picture = null;
    filter.values.clear();
    filter.ranges.clear();
    $("search").value = "";
    for (const facet of facets) facet.show();
    apply();
    $("search").focus();
  });
  $("view").addEventListener("change", render);
  $("sort").addEventListener("change", render);
  $("direction").addEventListener("click", () => { descending = !descending; showDirection(); render(); });

  function showDirection() {
    $("direction").textContent = descending ? "Descending" : "Ascending";
    $("direction").setAttribute("aria-label", `${$("direction").textContent}: change the direction`);
  }

  // On paper is everything that the filters leave, and what is folded.
  function unfold() {
    append(groups.length);
    for (const box of [$("errors").querySelector("details"), $("distribution-box")]) box.open = true;
  }
  addEventListener("beforeprint", unfold);
  matchMedia("print").addEventListener("change", event => { if (event.matches) unfold(); });

  $("theme").addEventListener("change", event => {
    document.documentElement.dataset.theme = event.target.value;
    try { localStorage.setItem("face-report-theme", event.target.value); } catch { /* a browser that keeps nothing for files */ }
  });
  try {
    const theme = localStorage.getItem("face-report-theme");
    const choice = [...$("theme").querySelectorAll("input")].find(input => input.value === theme);
    if (choice) { choice.checked = true; document.documentElement.dataset.theme = theme; }
  } catch { /* as above */ }

  read();
  buildSummary();
  buildErrors();
  if (entries.length) {
    for (const name of ["Yaw", "Pitch", "Roll", "Confidence"]) histogram(name);
    for (const name of ORDER) if (KNOWN[name].chart) bars(name);
    buildFacets();
    buildSort();
    showDirection();
    $("distributions").hidden = charts.length === 0;
    $("browse").hidden = false;
    if (matchMedia("(max-width: 860px)").matches) $("filter-box").open = $("distribution-box").open = false;
    apply();
    nearEnd.observe($("rest"));
  }
  $("loading").hidden = true;
})();
