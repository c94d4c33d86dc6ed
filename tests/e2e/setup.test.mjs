// An empty library: the first page leads through what it needs before the first book.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Desk } from "./desk.mjs";
import { day, openBrowser, Visitor } from "./visitor.mjs";

let desk, browser;

before(async () => {
  desk = await Desk.start("new");
  await desk.serve();
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
  await desk?.stop();
});

test("institution, registers, people, and then the first act", { timeout: 300_000 }, async () => {
  const admin = await Visitor.come(browser, desk);
  await admin.logIn("admin", desk.password);
  assert.match(await admin.text(), /Primii pași/);

  await admin.follow("Completează datele instituției");
  await admin.fill({
    institution_name: "Biblioteca Comunală Nouă", institution_seat: "Str. Școlii 1, Nouă",
    institution_manager: "Maria Ionescu", institution_keeper: "Elena Popescu",
  });
  await admin.send();
  assert.match(await admin.text(".bar"), /Biblioteca Comunală Nouă/);

  await admin.follow("Deschide registrele");
  assert.ok(await admin.page.isChecked("[name=restart_yearly]"), "the usual numbering is proposed");
  await admin.fill({ opened_on: `01.01.${day().slice(-4)}`, "registers/0/last_number": "4321" });
  await admin.send();

  await admin.follow("Adaugă utilizatori");
  await admin.fill({ name: "ana.radu", "roles/role_commission": true });
  await admin.send();
  const password = /ana\.radu este (\S+) și/.exec(await admin.text())[1];
  await admin.open("/");
  assert.ok(!(await admin.text()).includes("Primii pași"), "nothing is left to set up");

  const ana = await Visitor.come(browser, desk);
  await ana.logIn("ana.radu", password);
  await ana.follow("Parola mea", ".bar");
  await ana.fill({ current: password, new: "trei cai verzi", again: "trei cai verzi" });
  await ana.send();
  assert.match(await ana.text(".notice"), /Parola a fost schimbată/);
  await ana.leave();

  await admin.open("/do/acquisition.new");
  await admin.fill({ source: "donation", "act/kind": "donation_minutes", "act/number": "1", "act/date": day() });
  await admin.send();
  await admin.fill({ "lines/0/title": "Ion", "lines/0/author": "Rebreanu, Liviu", "lines/0/copies": "1", "lines/0/unit_value": "12,50" });
  await admin.send();
  await admin.send();
  await admin.fill({ "lines/0/udc": "821.135.1-31", "lines/0/custody": "Adulți" });
  await admin.send();
  await admin.send();
  assert.match(await admin.text(), /4\.?322/, "numbers go on after the last one given");
});
