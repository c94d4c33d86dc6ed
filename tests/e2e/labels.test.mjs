// Call numbers and labels in the browser, in Romanian: how the library marks its collection, many call numbers
// seen, given and taken back, and all that is printed on labels.

import assert from "node:assert/strict";
import { wayThrough } from "./steps.mjs";

const { step } = wayThrough("sample");

step("the administrator logs in", ({ admin, desk }) => admin.logIn("admin", desk.password));

step("the closed stack gets running numbers beside its call numbers", async ({ admin }) => {
  await admin.open("/do/processing.schemes");
  assert.match(await admin.text(), /sistematic-alfabetice/);
  await admin.follow("Regulă nouă");
  await admin.fill({ custody: "Depozit", second: "running", prefix: "II" });
  await admin.send({ refused: 422 });
  assert.match(await admin.errors(), /cifră romană/);
  await admin.fill({ prefix: "" });
  await admin.send();
  assert.match(await admin.text(), /gestiunea Depozit/);
  assert.match(await admin.text(), /0001/, "the next running number");
});

step("a batch is seen, given and taken back", async ({ admin }) => {
  await admin.open("/do/processing.batches");
  await admin.fill({ work: "remake", which: "custody", custody: "Depozit" });
  await admin.send();
  assert.match(await admin.text(), /gestiunea Depozit · pregătită/);
  await admin.send({ form: "main form:has-text('Dă cotele noi')" });
  assert.match(await admin.text(".notice"), /S-au dat \d+ de cote/);
  assert.match(await admin.text(), /dată/);
  await admin.send({ form: "main form:has-text('Ia înapoi toată seria')" });
  assert.match(await admin.text(".notice"), /S-au luat înapoi \d+ de cote; rămase, schimbate între timp: 0/);
});

step("a sheet of our own is measured, refused, mended and seen", async ({ admin }) => {
  await admin.open("/do/processing.label_sheets?code=L7651");
  assert.equal((await admin.page.locator("figure.picture svg rect").count()) >= 65, true);
  const own = {
    code: "Raft 60", columns: "4", rows: "10", width: "60", height: "25,4", left: "10", top: "20",
    pitch_x: "64", pitch_y: "25,4", corner: "",
  };
  await admin.fill(own);
  await admin.send({ refused: 422 });
  assert.match(await admin.errors(), /ies din pagină la dreapta/);
  await admin.fill({ columns: "3" });
  await admin.send();
  assert.match(await admin.text(".notice"), /30 de etichete/);
});

step("the offset of a printer is kept and used", async ({ admin }) => {
  await admin.open("/do/processing.label_printers");
  await admin.fill({ "printers/0/name": "HP la parter", "printers/0/right": "0,5", "printers/0/down": "-1" });
  await admin.send();
  await admin.open("/do/processing.labels");
  await admin.fill({ which: "test", sheet: "L7651", printer: "HP la parter" });
  await admin.send();
  const first = admin.page.locator("figure.picture svg rect").first();
  assert.equal(await first.getAttribute("x"), "14.74", "4,7 mm and 0,5 mm in points");
  assert.match(await admin.paper("Fă coala de etichete"), /100 mm/);
});

step("pocket labels with a square code, and shelf ends with words and colours", async ({ admin }) => {
  await admin.open("/do/processing.labels");
  await admin.fill({ kind: "pocket", which: "copies", sheet: "L7160", colours: true, owner: true });
  await admin.fill({ pocket_code: "qr", copies: "C0000265\nC0000409" });
  await admin.send();
  assert.match(await admin.paper("Fă coala de etichete"), /C0000265/);
  await admin.open("/do/processing.shelf_ends?digits=1");
  await admin.send({ form: "main form.form >> nth=1" });
  assert.match(await admin.page.locator("figure.picture svg").innerHTML(), /Literatură|Științe|Limb/);
  assert.match(await admin.paper("Fă coala de etichete"), /Literatură|Științe|Limb/);
});

step("colours of classes are the library's", async ({ admin }) => {
  await admin.open("/do/processing.class_colours");
  await admin.fill({ "colours/8/colour": "gri" });
  await admin.send({ refused: 422 });
  assert.match(await admin.errors(), /nu este un cod de culoare/);
  await admin.fill({ "colours/8/colour": "#777777" });
  await admin.send();
  assert.match(await admin.text(".notice"), /S-au păstrat 10 culori/);
});
