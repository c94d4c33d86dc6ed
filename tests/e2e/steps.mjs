// A way through the desk in steps: one desk, one browser, one visitor, and steps that need those before them.

import { after, before, test } from "node:test";
import { Desk } from "./desk.mjs";
import { openBrowser, Visitor } from "./visitor.mjs";

/**
 * Starts a desk of its own and ends it after the last step. `prepare` runs before the desk serves. The
 * way's `desk`, `browser` and `admin`, a visitor who has not logged in yet, are there once steps run.
 */
export function wayThrough(library, prepare = () => {}) {
  const way = {};
  let broken = false;

  before(async () => {
    way.desk = await Desk.start(library);
    prepare(way.desk);
    await way.desk.serve();
    way.browser = await openBrowser();
    way.admin = await Visitor.come(way.browser, way.desk);
  });

  after(async () => {
    await way.browser?.close();
    await way.desk?.stop();
  });

  /** After a failure the further steps are skipped: they would only fail for the same reason. */
  way.step = (name, body) =>
    test(name, { timeout: 300_000 }, async (context) => {
      if (broken) return context.skip("an earlier step failed");
      broken = true;
      await body(way);
      broken = false;
    });
  return way;
}
