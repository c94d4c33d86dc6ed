// How the desk behaves for those who use it otherwise: by the keyboard alone, without JavaScript, in a
// narrow window, in the dark, with bad input.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Desk } from "./desk.mjs";
import { day, openBrowser, Visitor } from "./visitor.mjs";

const pages = [
  "/", "/do/registers.movement", "/do/acquisition.acts", "/do/acquisition.new",
  "/do/processing.labels", "/do/processing.rules", "/do/stocktaking.new", "/do/withdrawal.new", "/do/institution.settings",
];

let desk, browser;

function habit(name, body) {
  test(name, { timeout: 300_000 }, body);
}

before(async () => {
  desk = await Desk.start("sample");
  await desk.serve();
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
  await desk?.stop();
});

async function come(settings) {
  const visitor = await Visitor.come(browser, desk, settings);
  await visitor.logIn("admin", desk.password);
  return visitor;
}

habit("a form is filled and sent by the keyboard alone", async () => {
  const visitor = await Visitor.come(browser, desk);
  const { keyboard } = visitor.page;
  await visitor.open("/login");
  await keyboard.type("admin"); // the first field has the focus
  await keyboard.press("Tab");
  await keyboard.type(desk.password);
  await Promise.all([visitor.page.waitForNavigation(), keyboard.press("Enter")]);

  await visitor.open("/do/acquisition.new");
  const typed = { source: "d", partner: "Ion Donator", "act/kind": "procesul-verbal de d", "act/number": "77", "act/date": day(1) };
  for (const [name, text] of Object.entries(typed)) {
    for (let i = 0; (await visitor.page.evaluate(() => document.activeElement.name)) !== name; ++i) {
      assert.ok(i < 40, `${name} is reached by the tabulator`);
      await keyboard.press("Tab");
    }
    await keyboard.type(text);
  }
  const seen = await visitor.page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
  assert.notEqual(seen, "none", "the focus is visible");
  for (let i = 0; (await visitor.page.evaluate(() => document.activeElement.type)) !== "submit"; ++i) {
    assert.ok(i < 40, "the button is reached");
    await keyboard.press("Tab");
  }
  await Promise.all([visitor.page.waitForNavigation(), keyboard.press("Enter")]);
  await visitor.see();
  assert.match(await visitor.text("h1"), /77/);
  await visitor.leave();
});

habit("the first stop of the tabulator leads past the menu", async () => {
  const visitor = await come();
  await visitor.open("/do/registers.movement");
  await visitor.page.keyboard.press("Tab");
  assert.equal(await visitor.page.evaluate(() => document.activeElement.getAttribute("href")), "#content");
  await visitor.leave();
});

habit("everything works without JavaScript", async () => {
  const visitor = await come({ javaScriptEnabled: false });
  await visitor.open("/do/institution.settings");
  await visitor.fill({ institution_manager: "Maria Ionescu-Pop" });
  await visitor.send();
  assert.match(await visitor.text(".notice"), /./);
  assert.equal(await visitor.page.inputValue("[name=institution_manager]"), "Maria Ionescu-Pop");
  await visitor.open("/do/acquisition.new");
  await visitor.fill({ source: "donation", "act/kind": "donation_minutes", "act/number": "78", "act/date": day(1) });
  await visitor.send();
  await visitor.page.locator('button[name="more"]').click();
  await visitor.page.waitForSelector('[name="lines/3/title"]');
  await visitor.see();
  await visitor.leave();
});

habit("wrong input is said at the field, keeps what was typed, and is written nowhere", async () => {
  const visitor = await come();
  await visitor.open("/do/acquisition.new");
  await visitor.fill({ source: "purchase", "act/kind": "invoice", "act/number": "<b>9", "act/date": "31.02.2026", total: "12,3x" });
  await visitor.send({ refused: 422 });
  assert.equal(await visitor.page.inputValue('[name="act/number"]'), "<b>9");
  assert.equal(await visitor.page.evaluate(() => document.activeElement.name), "act/date");
  assert.equal(await visitor.page.locator("[aria-invalid=true]").count(), 2);
  await visitor.open("/do/acquisition.acts");
  assert.ok(!(await visitor.text()).includes("<b>9"));
  await visitor.leave();
});

// WCAG 1.4.10: 320 px are a window of 1280 px at 400 %.
habit("a window of 320 px needs no sideways scrolling", async () => {
  const visitor = await come({ viewport: { width: 320, height: 640 } });
  for (const page of pages) await visitor.open(page);
  await visitor.leave();
});

habit("the dark colours have enough contrast", async () => {
  const visitor = await come({ colorScheme: "dark" });
  const ground = await visitor.page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  assert.equal(ground, "rgb(20, 25, 30)");
  for (const page of pages) await visitor.open(page);
  await visitor.leave();
});

habit("the page is in the language that was chosen", async () => {
  const visitor = await come();
  for (const [lang, word] of [["hu", "Beszerzés|gyarapítás"], ["en", "Acquisition"], ["ro", "Achiziție"]]) {
    await visitor.open(`/?lang=${lang}`);
    assert.equal(await visitor.page.getAttribute("html", "lang"), lang);
    assert.match(await visitor.text(), new RegExp(word, "i"));
  }
  await visitor.leave();
});
