import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { address, makeReports, startBrowser } from "./browser.js";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
let browser;

before(async () => {
  makeReports();
  browser = await startBrowser();
});
after(() => browser?.close());

/** Opens a report as a user does, and afterwards asks that it called nobody, complained of nothing and asked nothing. */
async function open(name, use, options = {}) {
  const page = await browser.context.newPage();
  const unwanted = [];
  page.on("request", request => { if (!request.url().startsWith("data:") && request.url() !== address(name)) unwanted.push("request: " + request.url()); });
  page.on("console", message => unwanted.push("console: " + message.text()));
  page.on("pageerror", error => unwanted.push("error: " + error));
  page.on("dialog", dialog => { unwanted.push("dialog: " + dialog.message()); dialog.dismiss(); });
  try {
    await page.setViewportSize(options.viewport ?? { width: 1280, height: 900 });
    await page.emulateMedia({ colorScheme: options.colorScheme ?? "light" });
    await page.goto(address(name));
    await page.evaluate(() => localStorage.clear());
    await use(page);
    if (!options.mayComplain) assert.deepEqual(unwanted, []);
  } finally {
    await page.close();
  }
}

const count = page => page.locator("#count").textContent();
const names = page => page.locator("#gallery h3").allTextContents();
const card = (page, name) => page.locator("#gallery li").filter({ has: page.getByRole("heading", { name, exact: true }) });
// A dialog tells that it was closed in a task of its own, and the focus moves after that.
const focused = (page, text) => page.waitForFunction(expected => document.activeElement.textContent === expected, text);
const counted = (page, text) => page.waitForFunction(expected => document.getElementById("count").textContent === expected, text);

async function violations(page) {
  // Axe comes in through the debugger, which the page's policy does not bind.
  await page.evaluate(axe);
  const found = await page.evaluate(() => globalThis.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.target.join(" ")).join(", ")}`);
}

/** Presses Tab until the element has the focus, as somebody without a mouse does. */
async function tabTo(page, selector, most = 60) {
  for (let i = 0; i < most; i++) {
    if (await page.evaluate(it => document.activeElement?.matches(it), selector)) return;
    await page.keyboard.press("Tab");
  }
  assert.fail(`Tab does not reach ${selector}.`);
}

test("A report shows its faces, calls nobody and complains of nothing", () => open("gallery.html", async page => {
  assert.equal(await page.locator("#gallery li").count(), 7);
  assert.equal(await count(page), "7 results in 7 pictures");
  assert.equal(await page.locator("#gallery img").first().evaluate(image => image.decode().then(() => image.naturalWidth)), 320);
}));

test("Hostile names, facts, titles and errors are only text", () => open("gallery.html", async page => {
  assert.equal(await page.locator("h1").textContent(), "Faces & <script>alert(4)</script>");
  assert.equal(await page.title(), "Faces & <script>alert(4)</script>");
  const hostile = "<img src=x onerror=alert(1)>.jpg";
  await card(page, hostile).getByRole("button").click();
  const facts = await page.locator("#detail-facts").textContent();
  for (const fact of ['"></script><img src=x onerror=alert(2)>', "constructorof ships", "__proto__of types"]) assert.ok(facts.includes(fact), fact);
  assert.ok((await page.locator("#error-list").textContent()).includes("<svg onload=alert(3)>"));
  assert.equal(await page.locator("img[src='x'], #gallery b, #error-list i, #error-list svg").count(), 0);
  assert.equal(await page.locator("script:not([type])").count(), 1);
}));

test("The policy of the page refuses foreign scripts, markup and addresses", () => open("gallery.html", async page => {
  const refused = await page.evaluate(async () => {
    const seen = [];
    addEventListener("securitypolicyviolation", event => seen.push(event.effectiveDirective));
    document.body.append(Object.assign(document.createElement("img"), { src: "https://example.org/a.png" }));
    document.body.append(Object.assign(document.createElement("style"), { textContent: "body { display: none }" }));
    try { document.body.insertAdjacentHTML("beforeend", "<img src=x>"); } catch { /* told as a violation */ }
    try { document.body.append(Object.assign(document.createElement("script"), { text: "alert(5)" })); } catch { /* told as a violation */ }
    await fetch("https://example.org/").catch(() => {});
    await new Promise(done => setTimeout(done, 100));
    return seen;
  });
  for (const directive of ["img-src", "style-src-elem", "require-trusted-types-for", "connect-src"]) assert.ok(refused.includes(directive), `${directive} of ${refused}`);
}, { mayComplain: true }));

test("A box lies where the face is", () => open("gallery.html", async page => {
  await card(page, "astronaut.png").getByRole("button").click();
  const facts = Object.fromEntries(await page.locator("#detail dt").evaluateAll(terms => terms.map(term => [term.textContent, parseFloat(term.nextElementSibling.textContent)])));
  const [picture, box] = await Promise.all(["#detail img", "#detail rect.over"].map(it => page.locator(it).boundingBox()));
  for (const [side, from, whole, fact] of [["x", picture.x, picture.width, "Left"], ["y", picture.y, picture.height, "Top"]]) {
    assert.ok(Math.abs((box[side] - from) / whole - facts[fact] / 512) < 0.01, fact);
  }
  assert.ok(Math.abs(box.width / picture.width - facts.Width / 512) < 0.01);
  assert.equal(await page.locator("#detail circle").count(), 27);
}));

test("What matches and checks say of a face joins the face", () => open("gallery.html", async page => {
  const text = await card(page, "astronaut.png").textContent();
  assert.match(text, /Eileen <b>Collins<\/b> 0\.93/);
  assert.match(text, /Passed/);
  assert.match(text, /Yaw/);
}));

test("A picture that is not there has a placeholder and its facts", () => open("gallery.html", async page => {
  const moved = card(page, "moved.jpg");
  assert.match(await moved.textContent(), /not there any more/);
  assert.match(await moved.textContent(), /Failed.*25\.5°.*turned away/s);
  assert.match(await card(page, "anna.jpg").textContent(), /Given by its address/);
  assert.match(await card(page, "InputObject[0]").textContent(), /Given as bytes/);
}));

test("An address keeps its secret", () => open("gallery.html", async page => {
  assert.ok(!(await page.content()).includes("a-secret"));
  await card(page, "anna.jpg").getByRole("button").click();
  assert.match(await page.locator("#detail-facts").textContent(), /https:\/\/example\.org\/people\/anna\.jpg\?…/);
  assert.equal(await page.getByRole("link", { name: "Open the picture" }).count(), 0);
}));

test("Errors are listed with target, code and message", () => open("gallery.html", async page => {
  const errors = page.locator("#error-list li");
  assert.equal(await errors.count(), 2);
  assert.match(await errors.first().textContent(), /gone\.jpg PathNotFound.*does not exist/);
  assert.match(await page.locator("#totals").textContent(), /Errors2/);
}));

test("The search works from the keyboard, and the number found is announced", () => open("gallery.html", async page => {
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await tabTo(page, "#search", 3);
  await page.keyboard.type("ASTRO quality");
  await counted(page, "0 of 7 results, in 0 pictures");
  await page.keyboard.press("Control+A");
  await page.keyboard.type("eileen");
  await counted(page, "1 of 7 results, in 1 picture");
  assert.deepEqual(await names(page), ["astronaut.png"]);
  assert.equal(await page.locator("#count").evaluate(it => `${it.role} ${it.ariaLive} ${it.ariaAtomic}`), "status polite true");
}));

test("Levels are filtered from the keyboard", () => open("gallery.html", async page => {
  await page.getByRole("group", { name: "Blur level" }).getByRole("checkbox", { name: "Medium" }).focus();
  await page.keyboard.press("Space");
  assert.deepEqual(await names(page), ["moved.jpg"]);
  await tabTo(page, "#active button");
  await page.keyboard.press("Enter");
  assert.equal(await count(page), "7 results in 7 pictures");
}));

test("A range of yaw leaves the faces in it, and Clear brings all back", () => open("gallery.html", async page => {
  await page.getByLabel("Yaw from, degrees").fill("-45");
  await page.getByLabel("Yaw to, degrees").fill("-30");
  await counted(page, "1 of 7 results, in 1 picture");
  assert.deepEqual(await names(page), ["<img src=x onerror=alert(1)>.jpg"]);
  await page.getByRole("button", { name: "Clear all filters" }).press("Enter");
  assert.equal(await count(page), "7 results in 7 pictures");
  assert.equal(await page.getByLabel("Yaw from, degrees").inputValue(), "");
}));

test("Passed and failed are a filter", () => open("gallery.html", async page => {
  await page.getByRole("group", { name: "Check" }).getByRole("checkbox", { name: "Failed" }).check();
  assert.deepEqual(await names(page), ["moved.jpg"]);
}));

test("Faces are sorted from the keyboard, in both directions; those without a value are last", () => open("gallery.html", async page => {
  await tabTo(page, "#sort");
  await page.keyboard.type("Yaw");
  const upwards = await names(page);
  assert.equal(upwards[0], "<img src=x onerror=alert(1)>.jpg");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  const downwards = await names(page);
  assert.deepEqual(downwards.slice(0, 2), ["moved.jpg", "InputObject[0]"]);
  for (const order of [upwards, downwards]) assert.deepEqual(order.slice(-2), ["chelsea.png", "coffee.png"]);
}));

test("Details open, step and close from the keyboard, and give the focus back", () => open("gallery.html", async page => {
  await tabTo(page, ".open");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  assert.equal(await page.getByRole("dialog", { name: "chelsea.png" }).count(), 1);
  await page.keyboard.press("ArrowRight");
  assert.equal(await page.locator("#detail-title").textContent(), "coffee.png");
  assert.equal(await page.locator("#place").textContent(), "3 of 7");
  await page.keyboard.press("Escape");
  await focused(page, "Details of coffee.png");
}));

test("One picture can be looked at alone", () => open("many.html", async page => {
  await page.locator(".open").first().click();
  await page.getByRole("button", { name: "Only this picture" }).click();
  assert.equal(await count(page), "4 of 5,000 faces, in 1 picture");
  assert.equal(await page.getByRole("button", { name: "Remove the filter Picture: crew-0.png" }).count(), 1);
}));

test("A card a picture shows the boxes of all its faces", () => open("many.html", async page => {
  await page.getByRole("radio", { name: "Pictures" }).check();
  const first = page.locator("#gallery li").first();
  assert.equal(await first.locator("rect.over").count(), 4);
  assert.match(await first.textContent(), /4 faces/);
}));

test("Charts have a name that says what they show, and a table", () => open("many.html", async page => {
  const yaw = page.getByRole("img", { name: /^Yaw\. .* median .*0° to 10°: [\d,]+/ });
  assert.equal(await yaw.count(), 1);
  const figure = page.locator("figure", { has: page.getByRole("heading", { name: "Blur level" }) });
  await figure.locator("summary").press("Enter");
  const cells = (await figure.locator("tbody td:nth-child(2)").allTextContents()).map(text => Number(text.replace(",", "")));
  assert.equal(cells.reduce((a, b) => a + b), 5000);
}));

test("Charts follow the filters", () => open("many.html", async page => {
  await page.getByRole("group", { name: "Blur level" }).getByRole("checkbox", { name: "High" }).check();
  const shown = await page.locator("figure", { has: page.getByRole("heading", { name: "Blur level" }) }).locator("tbody td:nth-child(3)").allTextContents();
  assert.deepEqual(shown.slice(0, 2), ["0", "0"]);
  assert.ok((await count(page)).startsWith(shown[2] + " of 5,000 faces"));
}));

const ground = page => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

test("Colours follow the system, and the reader's choice before it", () => open("gallery.html", async page => {
  const dark = await ground(page);
  await page.emulateMedia({ colorScheme: "light" });
  const light = await ground(page);
  assert.notEqual(dark, light);
  await page.getByRole("radio", { name: "Dark" }).check();
  assert.equal(await ground(page), dark);
  await page.reload();
  assert.equal(await ground(page), dark);
}, { colorScheme: "dark" }));

const everythingUnfolded = async page => {
  await page.locator("#filters details details summary").click();
  for (const table of await page.locator("figure summary").all()) await table.click();
  await page.getByRole("group", { name: "Check" }).getByRole("checkbox", { name: "Failed" }).check();
  await page.getByRole("group", { name: "Check" }).getByRole("checkbox", { name: "Passed" }).check();
  assert.deepEqual(await violations(page), []);
};

const detailsOpen = async page => {
  await card(page, "astronaut.png").getByRole("button").click();
  assert.deepEqual(await violations(page), []);
};

test("axe finds nothing, light", () => open("gallery.html", everythingUnfolded));
test("axe finds nothing, dark", () => open("gallery.html", everythingUnfolded, { colorScheme: "dark" }));
test("axe finds nothing in the details, light", () => open("gallery.html", detailsOpen));
test("axe finds nothing in the details, dark", () => open("gallery.html", detailsOpen, { colorScheme: "dark" }));
test("axe finds nothing on a phone", () => open("gallery.html", async page => assert.deepEqual(await violations(page), []), { viewport: { width: 390, height: 844 } }));

test("At a width of 320 pixels nothing is cut off", () => open("gallery.html", async page => {
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= 320));
}, { viewport: { width: 320, height: 640 } }));

test("On paper are all entries with their boxes, and no controls", () => open("many.html", async page => {
  await page.emulateMedia({ media: "print" });
  // The page hears of the other medium in a task of its own.
  await page.waitForFunction(() => document.querySelectorAll("#gallery li").length === 5000);
  assert.equal(await page.locator("#gallery li").last().isVisible(), true);
  assert.equal(await page.locator("#gallery li").first().locator("rect.over").isVisible(), true);
  assert.equal(await page.locator("#filters, #arrange, #theme, #rest, .skip").evaluateAll(all => all.filter(it => it.checkVisibility()).length), 0);
}));

test("A printed report has its pictures, also those that nobody scrolled to", () => open("gallery.html", async page => {
  const pdf = await page.pdf({ format: "A4" });
  const images = pdf.toString("latin1").match(/\/Subtype \/Image/g) ?? [];
  assert.ok(images.length >= 3, `${images.length} pictures`);
}));

test("5,000 faces are read, filtered and scrolled in parts", t => open("many.html", async page => {
  t.diagnostic(`read and shown ${await page.evaluate(() => Math.round(performance.getEntriesByType("navigation")[0].domComplete))} ms after the start`);
  assert.equal(await count(page), "5,000 faces in 1,250 pictures");
  const first = await page.locator("#gallery li").count();
  assert.ok(first <= 240, `${first} cards at first`);
  t.diagnostic(`a filter took ${await page.evaluate(() => {
    const start = performance.now();
    [...document.querySelectorAll("#facets label")].find(label => label.textContent.startsWith("Low")).click();
    document.body.getBoundingClientRect();
    return Math.round(performance.now() - start);
  })} ms`);
  assert.match(await count(page), /^1,\d\d\d of 5,000 faces/);
  await page.getByRole("button", { name: "Clear all filters" }).click();
  await page.locator("#gallery li").last().scrollIntoViewIfNeeded();
  await page.waitForFunction(before => document.querySelectorAll("#gallery li").length > before, first);
  await page.getByRole("button", { name: /^Show 60 more of/ }).press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.closest("#gallery li") !== null), true);
}));
