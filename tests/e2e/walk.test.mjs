// One book's whole way in the browser, in Romanian: from the invoice to the shelf, the stocktaking and the
// withdrawal. The figures are those of the worked example: three titles, 285,63 lei and VAT of 11 %.

import assert from "node:assert/strict";
import { wayThrough } from "./steps.mjs";
import { day, Visitor } from "./visitor.mjs";

const titles = [
  ["Rebreanu, Liviu", "Pădurea spânzuraților", "București : Litera, 2019", "rum", "5", "28,83", "821.135.1-31"],
  ["Romsics, Ignác", "Magyarország története a XX. században", "Budapest : Osiris, 2010", "hun", "3", "18,38", "94(439)"],
  ["Martin, Robert C.", "Clean Code", "Upper Saddle River : Prentice Hall, 2008", "eng", "2", "43,17", "004.41"],
];
const worn = "C0000265"; // in the custody "Depozit" since 1972
const young = "C0000409"; // came four months ago
const lent = "C0000253"; // of the same custody
const lot = { start: 420, number: "4" }; // what the invoice gets in the sample library

const { step } = wayThrough("sample", (desk) => {
  desk.lend([lent]);
  desk.addUser("comisia", "commission", "parola comisiei 1");
});

step("the menu has the six subjects, and every entry opens", async ({ admin, desk }) => {
  await admin.logIn("admin", desk.password);
  const subjects = await admin.page.locator("nav.menu h2").allInnerTexts();
  for (const subject of ["Registre RMF și RI", "Achiziție", "Prelucrare și raft", "Inventariere", "Eliminare", "Coordonare metodică"]) {
    assert.ok(subjects.includes(subject), `${subject} in ${subjects}`);
  }
  const links = await admin.page.locator("nav.menu a").evaluateAll((all) => all.map((a) => a.getAttribute("href")));
  assert.ok(links.length >= 15, `${links.length} entries`);
  for (const link of links) await admin.open(link);
});

step("an invoice with three titles and VAT is received and signed", async ({ admin }) => {
  await admin.open("/do/acquisition.new");
  await admin.fill({
    source: "purchase", partner: "Editura Exemplu SRL", "act/kind": "invoice", "act/number": "FX 1001",
    "act/date": day(3), total: "317,05",
  });
  await admin.send();
  for (const [at, [author, title, publication, language, copies, unit_net]] of titles.entries()) {
    const line = { author, title, publication, language, copies, unit_net };
    await admin.fill(Object.fromEntries(Object.entries(line).map(([name, value]) => [`lines/${at}/${name}`, value])));
  }
  await admin.send();
  assert.equal(await admin.page.inputValue('[name="lines/0/accepted"]'), "5", "the count begins with the act's figures");
  await admin.send();
  for (const [at, line] of titles.entries()) {
    await admin.fill({ [`lines/${at}/udc`]: line[6], [`lines/${at}/custody`]: "Adulți" });
  }
  await admin.send();
});

step("price per copy to the ban, with the reasons, and the RMF group of each class", async ({ admin }) => {
  const shown = await admin.text();
  assert.match(shown, /31,43 lei; TVA se calculează pe totalul fiecărei cote: 31,42 lei/);
  assert.match(shown, /2 × 20,40 · 1 × 20,41/);
  assert.match(shown, /5 × 32,00/);
  assert.deepEqual(await admin.column(4), ["82", "90/94", "0"], "groups of the movement register");
  await admin.send();
  await admin.send({ refused: 422 });
  assert.match(await admin.errors(), /Comisia de recepție/);
  assert.equal(await admin.page.evaluate(() => document.activeElement.name), "committee", "the focus is where the error is");
  await admin.fill({ committee: "Ana Radu\nIon Pop\nVasile Dan" });
  await admin.send();
  assert.match(await admin.text(), /lotul 4\/2026|lotul 4\//);
  const minutes = await admin.paper("Proces-verbal de recepție");
  assert.match(minutes, /317,05/);
  assert.match(minutes, /Ana Radu/);
});

step("the lot is in RMF part I and the copies are in RI", async ({ admin }) => {
  await admin.open("/do/registers.movement");
  assert.match(await admin.text(), /factura FX 1001/);
  const register = await admin.paper("Tipărește această parte");
  assert.match(register, /FX 1001/);
  assert.match(register, /Metodica \d/, "the program and its version");
  await admin.open(`/do/registers.copy?register=carti&number=${lot.start}`);
  assert.match(await admin.text(), /Pădurea spânzuraților/);
});

step("class and call number for each copy, labels, shelf list", async ({ admin }) => {
  for (const [, title] of titles) {
    await admin.open("/do/processing.queue");
    await admin.follow(title);
    await admin.send();
    assert.match(await admin.text(".notice"), /Cota .+ a fost dată la \d exemplare/);
  }
  await admin.open("/do/processing.labels");
  await admin.fill({ which: "lot", lot: `4/${day().slice(-4)}`, sheet: "L7651", start: "7", colours: true });
  await admin.send();
  const sheet = await admin.page.locator("figure.picture svg").innerHTML();
  assert.match(sheet, />R43p</, "the picture shows the call number");
  assert.equal(sheet.match(/<line /g).length, 12, "six labels of the sheet are used up");
  assert.match(await admin.paper("Fă coala de etichete"), /R43p/);
  await admin.open("/do/processing.shelf_list?from=821.135.1-31&custody=Adul%C8%9Bi");
  const marks = (await admin.column(1)).map((text) => text.split("\n")[0]);
  assert.ok(marks.includes("821.135.1-31 R43p"), marks.slice(0, 5).join("; "));
  await admin.paper("Tipărește lista la raft");
});

step("a stocktaking finds, sees what is on loan, and lists what is missing", async ({ admin }) => {
  await admin.open("/do/stocktaking.new");
  await admin.fill({
    custody: "Depozit", decision_number: "12", decision_date: day(1), chair: "Ana Radu", members: "Ion Pop\nVasile Dan",
  });
  await admin.send();
  await admin.fill({ last_entry: `RMF 4/${day().slice(-4)}`, last_exit: "niciunul" });
  await admin.send();
  const verdicts = [];
  for (const code of [worn, worn, young, "X000", lent]) {
    await admin.fill({ code });
    await Promise.all([admin.page.waitForNavigation(), admin.page.keyboard.press("Enter")]);
    verdicts.push(await admin.page.locator(".verdict b").innerText());
    assert.equal(await admin.page.evaluate(() => document.activeElement.name), "code", "ready for the next one");
  }
  await admin.see();
  assert.deepEqual(verdicts.slice(0, 4), ["Găsită", "Citită deja", "Loc greșit", "Fără linie în RI"]);
  await admin.page.keyboard.press("F8"); // the last was read by mistake
  await admin.page.waitForNavigation();
  await admin.follow("Diferențe și liste");
  assert.match(await admin.text(), /Scriptic 30 = găsite 1 \+ împrumutate 1 \+ în afară, cu acte 0 \+ lipsă 28/);
});

step("the stocktaking is closed with minutes", async ({ admin }) => {
  await admin.follow("Scrie procesul-verbal");
  await admin.fill({ minutes_number: "5", causes: "Raft ars", measures: "Se recuperează" });
  await admin.send();
  const minutes = await admin.paper("Tipărește procesul-verbal");
  assert.match(minutes, /Depozit/);
  assert.match(minutes, /Lipsă: 28 de exemplare/);
});

step("a worn copy is proposed; one of four months is refused with the reason", async ({ admin, browser, desk }) => {
  await admin.open("/do/withdrawal.new");
  await admin.fill({
    cause: "worn", "copies/0/code": worn, "copies/0/state": "copertă ruptă", "copies/1/code": young, "copies/1/state": "murdară",
  });
  await admin.send();
  assert.match(await admin.text(), /se poate elimina de la \d\d\.\d\d\.\d{4}, la 6 luni de la intrare \(Legea 334\/2002, art\. 40 alin\. \(2\)\)/);
  const proposal = new URL(admin.page.url()).searchParams.get("proposal");
  const commission = await Visitor.come(browser, desk);
  await commission.logIn("comisia", "parola comisiei 1");
  await commission.open(`/do/withdrawal.examination?proposal=${proposal}`);
  await commission.fill({
    decision_number: "19", decision_date: day(), chair: "Ana Radu", members: "Ion Pop\nVasile Dan", minutes_number: "7",
    minutes_date: day(),
  });
  await commission.send();
  await commission.leave();
  await admin.open(`/do/withdrawal.approval?proposal=${proposal}`);
  await admin.fill({ decision_number: "21", decision_date: day() });
  await admin.send();
});

step("the exit is in RMF part II, annotated in RI, and counted in part III", async ({ admin }) => {
  const year = day().slice(-4);
  await admin.open(`/do/registers.movement?part=2&year=${year}`);
  assert.match(await admin.text(), /uzură fizică\tprocesul-verbal de eliminare 7/);
  await admin.paper("Tipărește această parte");
  await admin.open("/do/registers.copy?register=carti&number=265");
  assert.match(await admin.text(), /uzură fizică/);
  await admin.open(`/do/registers.movement?part=3&year=${year}`);
  assert.match(await admin.text(), /82 – Literatură\t278\t16\t294\t0\t294/, "the group of the novels");
  await admin.paper("Tipărește această parte");
  await admin.open("/do/registers.inventory?register=carti");
  const register = await admin.paper("Tipărește registrul");
  assert.match(register, /[Rr]eport/, "carried forward");
  assert.match(register, /pagina \d+/i);
});
