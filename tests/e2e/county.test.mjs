// The methodologist's day in the browser, in Romanian: every page of the county, a return sent back and
// taken, a visit, a question answered, a course and its attestation, a poster.

import assert from "node:assert/strict";
import { wayThrough } from "./steps.mjs";

const { step } = wayThrough("sample", (desk) => desk.addUser("ioana", "methodologist,librarian", "parola Ioanei 1"));

step("every entry of the menu opens, with rows where the sample has some", async ({ admin }) => {
  await admin.logIn("ioana", "parola Ioanei 1");
  const links = await admin.page.locator("nav.menu a[href*='/do/coordination.'], nav.menu a[href*='/do/hub.']")
    .evaluateAll((all) => all.map((a) => a.getAttribute("href")));
  assert.ok(links.length >= 15, `${links.length} entries`);
  for (const link of links) await admin.open(link);
});

step("a return with figures for half a year goes back with the reason, another is taken", async ({ admin }) => {
  await admin.open("/do/coordination.campaign");
  await admin.follow("Mărgineni Exemplu");
  await admin.send({ refused: 422 });
  assert.match(await admin.errors(), /motiv/i, "sending back asks for the reason");
  await admin.fill({ reason: "Împrumuturile sunt numai pe jumătate de an." });
  await admin.send();
  await admin.open("/do/coordination.campaign");
  assert.match(await admin.text(), /returnată \(2\)/);
  await admin.follow("Petrești pe Vale");
  await admin.send({ form: "main form:has-text('Acceptă')" });
  await admin.open("/do/coordination.campaign");
  assert.match(await admin.text(), /acceptată \(5\)/);
});

step("the county's table and map have what was taken", async ({ admin, desk }) => {
  await admin.open("/do/coordination.county_table");
  assert.match(await admin.text(), /Petrești pe Vale/);
  await admin.open("/do/coordination.analysis");
  assert.ok((await admin.page.locator("figure svg").first().locator("path, rect, polygon").count()) >= 12, "a tile for each unit");
  const link = admin.page.locator("main a:has-text('Raportul județului (PDF)')");
  const report = await admin.context.request.get(desk.url + (await link.getAttribute("href")));
  assert.match(report.headers()["content-type"], /pdf/);
});

step("a question is answered and leaves the day's list", async ({ admin }) => {
  await admin.open("/do/coordination.today");
  assert.match(await admin.text(), /Donațiile sub 100 de lei/);
  await admin.open("/do/coordination.request?number=2");
  await admin.fill({ answer: "Da: RMF cuprinde orice intrare, cu valoarea stabilită de comisie.", minutes: "15" });
  await admin.send();
  await admin.open("/do/coordination.today");
  assert.doesNotMatch(await admin.text(), /Donațiile sub 100 de lei/);
});

step("an attestation proves itself by what its code holds", async ({ admin }) => {
  await admin.open("/do/coordination.gathering?number=1");
  const [number] = await admin.page.locator("main table a[href*='attestation']").allInnerTexts();
  assert.match(number, /^1\/\d{4}$/);
});

step("a poster shows the event in the browser before it is made", async ({ admin }) => {
  await admin.open("/do/coordination.poster?number=1");
  assert.match(await admin.page.locator("figure svg").first().textContent(), /poveștilor/);
});
