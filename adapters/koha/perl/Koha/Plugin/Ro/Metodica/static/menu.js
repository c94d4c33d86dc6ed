// Metodica in Koha's menus. Koha has no hook for them and changes its pages, so several places are
// looked for; what is there already is not added again.
// SPDX-License-Identifier: GPL-3.0-or-later
(() => {
  "use strict";
  const self = document.getElementById("metodica-menu");
  if (!self) return;
  const { home, text, item } = self.dataset;

  const link = (place, address = home, label = text) => {
    const made = document.createElement("a");
    made.href = address;
    made.textContent = label;
    made.dataset.metodica = place;
    return made;
  };
  const inside = (tag, classes, child) => {
    const made = document.createElement(tag);
    if (classes) made.className = classes;
    made.append(child);
    return made;
  };
  const has = (place) => document.querySelector(`[data-metodica="${place}"]`) !== null;

  // The top bar: the menu "More" when there is one, else the bar itself. The first menu of a real bar is
  // that of the search; "More" is the one that leads to Koha's modules, to "About" for everybody.
  const more = [...document.querySelectorAll("#toplevelmenu .dropdown-menu")]
    .filter((menu) => menu.querySelector('a[href*="/tools-home.pl"], a[href*="/about.pl"]'));
  const bar = more.pop() || document.querySelector("#toplevelmenu");
  if (bar && !has("bar")) {
    const made = link("bar");
    if (bar.matches(".dropdown-menu")) made.className = "dropdown-item";
    bar.append(inside("li", "", made));
  }

  // The home page: the list of modules, of any age.
  const list = document.querySelector("#area-list-left ul.biglinks-list, #area-list-right ul.biglinks-list, ul.biglinks-list");
  if (list && !has("home")) {
    const made = link("home");
    made.className = "icon_general icon_tools";
    list.append(inside("li", "", made));
  }

  // The page of a record's items: one button, which leads to the copies in the registers.
  const toolbar = document.querySelector("#catalog_moredetail #toolbar, #catalog_moredetail .btn-toolbar");
  const record = new URLSearchParams(location.search).get("biblionumber");
  if (toolbar && /^\d+$/.test(record || "") && !has("items")) {
    const made = link("items", `${home}&do=koha.record&biblionumber=${record}`, item);
    made.className = "btn btn-default";
    toolbar.append(inside("div", "btn-group", made));
  }
})();
