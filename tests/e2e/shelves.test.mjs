// The shelves in the browser: describe a room, see how full it is, plan a shift, read a shelf that is in
// disorder, print what is to be done.

import assert from "node:assert/strict";
import { wayThrough } from "./steps.mjs";

const { step } = wayThrough("sample");

step("the administrator logs in", ({ admin, desk }) => admin.logIn("admin", desk.password));

step("a room with two bays is described and measured", async ({ admin }) => {
  await admin.open("/do/processing.room_new");
  await admin.fill({
    name: "Sala de lectură", "bays/0/name": "Raionul A", "bays/0/boards": "6", "bays/0/length": "200",
    "bays/1/name": "Raionul B", "bays/1/boards": "6", "bays/1/length": "200",
  });
  await admin.send();
  const shown = await admin.text();
  assert.match(shown, /Sala de lectură/);
  assert.match(shown, /din 24,0 m/);
  assert.match(shown, /Raionul B/);
  assert.equal(await admin.page.locator("main figure svg").count(), 1, "the fill is drawn");
});

step("a shift says with which mark each shelf begins", async ({ admin }) => {
  await admin.follow("Plan de mutare");
  assert.equal((await admin.column(1)).length, 12, "a line for each shelf");
  const planned = await admin.column(3);
  assert.ok(planned[0].length > 0, "the first shelf has a beginning");
  const paper = await admin.paper("Tipărește planul");
  assert.match(paper, /Raionul A/);
});

let shelf;

step("the stock is listed in shelf order, and opens in a spreadsheet", async ({ admin, desk }) => {
  await admin.open("/do/processing.stock_list");
  shelf = (await admin.column(3)).slice(0, 8);
  assert.equal(shelf.length, 8);
  const link = admin.page.locator("main").getByRole("link", { name: /XLSX/ }).first();
  const answer = await admin.context.request.get(desk.url + (await link.getAttribute("href")));
  assert.equal(answer.status(), 200);
  assert.equal((await answer.body()).subarray(0, 2).toString(), "PK");
});

step("books are scanned one by one, and each is answered", async ({ admin }) => {
  await admin.open("/do/processing.readings");
  await admin.fill({ place: "Raionul A, polița 1" });
  await admin.send();
  for (const code of [shelf[0], shelf[5], shelf[1]]) {
    const input = admin.page.locator('main [name="code"]:not([type=hidden])').first();
    await input.fill(code);
    await Promise.all([admin.page.waitForNavigation(), input.press("Enter")]);
    await admin.see();
  }
  assert.match(await admin.text(), /La locul ei, dar una dinainte nu/);
});

step("the rest is pasted, and the picture shows the one book to move", async ({ admin }) => {
  await admin.page.locator("main details summary, main h2").filter({ hasText: "alt aparat" }).first().click();
  await admin.fill({ codes: [shelf[2], shelf[3], shelf[6], shelf[7], "ZZZ999"].join("\n") });
  await admin.send({ form: "main form:has([name=codes])" });
  const shown = await admin.text();
  assert.match(shown, /Cod necunoscut/);
  assert.equal(await admin.page.locator("main figure svg polygon").count(), 1, "one gap is pointed to");
});

step("what is to be done stands on screen and paper", async ({ admin }) => {
  await admin.follow("Încheie");
  const shown = await admin.text();
  assert.match(shown, /Lipsesc din rândul citit/);
  const paper = await admin.paper("Tipărește lista de mutări");
  assert.match(paper, /Citirea raftului: listă de mutări/);
  assert.match(paper, /între/);
});

step("no other catalogue is asked before one is named", async ({ admin }) => {
  await admin.open("/do/processing.catalogues");
  assert.match(await admin.text(), /Se trimit numai ISBN-ul/);
});
