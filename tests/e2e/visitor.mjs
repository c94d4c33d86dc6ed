// A person at the browser. Every page that is seen is checked: WCAG 2.2 A and AA by axe, nothing said in
// the console (which is where a breach of the content-security policy shows), no sideways scrolling.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const require = createRequire(join(process.env.METODICA_E2E_MODULES ?? ".", "package.json"));
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
// What a message would show whose argument was not given.
const placeholder = /\{[a-z_]+\}/;
const pictures = process.env.METODICA_E2E_PICTURES;
if (pictures) mkdirSync(pictures, { recursive: true });

export function openBrowser() {
  return chromium.launch({
    executablePath: process.env.METODICA_CHROMIUM ?? "/usr/bin/chromium",
    args: process.getuid() === 0 ? ["--no-sandbox"] : [],
  });
}

/** A date of Bucharest as people type it, `ago` days before today. */
export function day(ago = 0) {
  const at = new Date(Date.now() - ago * 24 * 3600 * 1000);
  const options = { timeZone: "Europe/Bucharest", day: "2-digit", month: "2-digit", year: "numeric" };
  return at.toLocaleDateString("ro-RO", options);
}

export class Visitor {
  static #pictures = 0;
  static #known = new Set();
  #complaints = [];

  /** `settings`: those of a browser context (viewport, javaScriptEnabled, colorScheme). */
  static async come(browser, desk, settings = {}) {
    const visitor = new Visitor();
    visitor.desk = desk;
    visitor.look = `${settings.viewport?.width} ${settings.colorScheme}`;
    visitor.scripts = settings.javaScriptEnabled ?? true;
    visitor.context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      locale: "ro-RO",
      ...settings,
    });
    visitor.context.setDefaultTimeout(120_000);
    visitor.page = await visitor.context.newPage();
    visitor.page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") visitor.#complaints.push(message.text());
    });
    visitor.page.on("pageerror", (error) => visitor.#complaints.push(String(error)));
    visitor.page.on("requestfailed", (request) => {
      // Going on to the next page breaks off what the last one was still loading.
      if (request.failure()?.errorText !== "net::ERR_ABORTED") {
        visitor.#complaints.push(`failed: ${request.url()}`);
      }
    });
    return visitor;
  }

  leave() {
    return this.context.close();
  }

  async logIn(user, password) {
    await this.open("/login");
    await this.fill({ user, password });
    await this.send();
  }

  async logOut() {
    await this.page.click(".bar form button");
    await this.page.waitForURL("**/login");
  }

  /** Opens an address of the desk and sees the page. */
  async open(path) {
    const response = await this.page.goto(this.desk.url + path);
    assert.equal(response.status(), 200, path);
    await this.see();
  }

  /** Follows the first link with that text. */
  async follow(text, where = "main") {
    await Promise.all([
      this.page.waitForNavigation(),
      this.page.locator(where).getByRole("link", { name: text }).first().click(),
    ]);
    await this.see();
  }

  /** Types into fields by name; choices are chosen by their value, true and false tick. */
  async fill(values) {
    for (const [name, value] of Object.entries(values)) {
      const field = this.page.locator(`main [name="${name}"]:not([type=hidden])`).first();
      if (typeof value === "boolean") await field.setChecked(value);
      else if ((await field.evaluate((element) => element.tagName)) === "SELECT") await field.selectOption(value);
      else await field.fill(value);
    }
  }

  /**
   * Presses the main button of the form, and the one that confirms where a question is asked.
   * `refused`: the status of a page that says what is wrong.
   */
  async send({ form = "main form.form", refused } = {}) {
    const target = this.page.locator(form).first();
    const question = target.locator("details.confirm > summary");
    if (await question.count()) await question.click();
    const button = target.locator("button[type=submit]:visible:not(.small)").last();
    const [response] = await Promise.all([this.page.waitForNavigation(), button.click()]);
    assert.equal(response.status(), refused ?? 200, `${this.page.url()}: ${await this.errors()}`);
    if (refused) this.#forgive(refused);
    await this.see();
  }

  /** Checks the page that is open. */
  async see() {
    const where = this.page.url().replace(this.desk.url, "");
    if (pictures) await this.#take(where);
    if (this.scripts && this.#isNew(where)) assert.deepEqual(await this.#barriers(), [], `accessibility of ${where}`);
    assert.doesNotMatch(await this.page.locator("body").innerText(), placeholder, `${where} shows a placeholder`);
    const wide = await this.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    assert.ok(wide <= 0, `${where} is ${wide} px wider than the window`);
    assert.deepEqual(this.#complaints, [], `console of ${where}`);
  }

  text(selector = "main") {
    return this.page.locator(selector).first().innerText();
  }

  /** The texts of a column of the first table, counted from 1; its rows' first column is 1. */
  async column(number) {
    const cells = this.page.locator(`main table >> nth=0 >> tbody tr > *:nth-child(${number})`);
    return (await cells.allInnerTexts()).map((text) => text.trim());
  }

  async errors() {
    const texts = await this.page.locator(".summary, .error, .problem").allInnerTexts();
    return texts.join(" / ");
  }

  /** Presses a button that answers with a PDF; its text, as pdftotext -layout reads it. */
  async paper(label) {
    const form = this.page.locator("main form").filter({ hasText: label }).first();
    const { action, fields } = await form.evaluate((element) => ({
      action: element.getAttribute("action"),
      fields: [...new FormData(element)].filter(([, value]) => typeof value === "string"),
    }));
    const body = new URLSearchParams(fields).toString();
    const answer = await this.context.request.post(this.desk.url + action, {
      data: body,
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
    });
    assert.equal(answer.headers()["content-type"], "application/pdf", `${label}: ${answer.status()}`);
    const bytes = await answer.body();
    const text = execFileSync("pdftotext", ["-layout", "-", "-"], { input: bytes, encoding: "utf8" });
    if (pictures) writeFileSync(join(pictures, `${this.#number()}-${action.replace(/\W+/g, "_")}.pdf`), bytes);
    assert.doesNotMatch(text, placeholder, `${label} prints a placeholder`);
    return text;
  }

  // What axe finds; it is a script itself. Of long tables the first rows stand for the others.
  async #barriers() {
    await this.page.evaluate(axe);
    const { violations } = await this.page.evaluate((tags) => {
      const context = { include: ["html"], exclude: ["tbody tr:nth-child(n + 21)"] };
      const options = { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"], iframes: false };
      return globalThis.axe.run(context, options);
    }, standards);
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`);
  }

  // A page that refuses comes with a status of its own, of which Chromium tells in the console.
  #forgive(status) {
    this.#complaints = this.#complaints.filter((text) => !text.includes(`status of ${status}`));
  }

  // The login and the first page come again and again; in one window and its colours once is enough.
  #isNew(where) {
    const page = `${this.look} ${where}`;
    const known = ["/login", "/"].includes(where) && Visitor.#known.has(page);
    Visitor.#known.add(page);
    return !known;
  }

  #number() {
    return `${process.pid}-${String(++Visitor.#pictures).padStart(3, "0")}`;
  }

  async #take(where) {
    const name = where.replace(/^\/(do\/)?/, "").replace(/[^a-z0-9._-]+/gi, "_").slice(0, 60) || "home";
    await this.page.screenshot({ path: join(pictures, `${this.#number()}-${name}.png`), fullPage: true });
  }
}
