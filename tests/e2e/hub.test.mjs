// The county hub in the browser, in Romanian: a library is let in by a code that is shown once, circulars go
// out, and a node that is lost is shut out.

import assert from "node:assert/strict";
import { wayThrough } from "./steps.mjs";

let code;
const { step } = wayThrough("sample", (desk) => {
  desk.command("hub", "init", "--config", desk.ini);
  desk.addUser("ioana", "methodologist,administrator", "parola Ioanei 1");
});

step("the county makes a code that is shown once", async ({ admin }) => {
  await admin.logIn("ioana", "parola Ioanei 1");
  await admin.open("/do/hub.link");
  await admin.fill({ name: "Biblioteca Comunală Dealu Nou", libraries: "CJ-DEALU" });
  await admin.send();
  [code] = /[2-9A-Z]{4}(-[2-9A-Z]{4}){3}/i.exec(await admin.text());
  await admin.open("/do/hub.link");
  assert.doesNotMatch(await admin.text(), new RegExp(code), "only its hash is kept");
  assert.match(await admin.text(), /Biblioteca Comunală Dealu Nou/);
});

step("a node that enrols stands in the list", async ({ admin, desk }) => {
  const args = { code, token: "e2e".padEnd(64, "0") };
  desk.call({ do: "hub.enrol", args });
  await admin.open("/do/hub.link");
  assert.match(await admin.text("main table"), /Biblioteca Comunală Dealu Nou/);
});

step("a circular needs a text, and is listed", async ({ admin }) => {
  await admin.open("/do/hub.circulars");
  await admin.fill({ number: "4", title: "Inventarierea anuală" });
  await admin.send({ refused: 422 });
  await admin.fill({ text: "Comisia se numește până la 15 decembrie." });
  await admin.send();
  assert.match(await admin.text(), /Inventarierea anuală/);
});

step("a node that is lost is shut out after a second look", async ({ admin }) => {
  await admin.open("/do/hub.link");
  await admin.send({ form: "main table td.row-actions" });
  assert.match(await admin.text(), /a fost retras/);
});
