// A desk of its own on a free loopback port, with the sample library, as a librarian would find it.

import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

function needed(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: start these tests with tests/e2e/run`);
  return value;
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function answers(url, process) {
  for (let i = 0; i < 600; ++i) {
    if (process.exitCode !== null) throw new Error(`the desk ended with status ${process.exitCode}`);
    try {
      await fetch(url);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  throw new Error("the desk does not answer");
}

export class Desk {
  #folder = mkdtempSync(join(tmpdir(), "metodica-e2e-"));
  #process;

  /** `kind`: "sample" for the library of the project, "new" for an empty one. */
  static async start(kind) {
    const desk = new Desk();
    const port = await freePort();
    desk.url = `http://127.0.0.1:${port}`;
    const said = desk.command("setup", desk.home, "--port", String(port));
    desk.password = /utilizatorului admin este (\S+)/.exec(said)[1];
    if (kind === "sample") desk.command("sample", "--config", desk.ini);
    return desk;
  }

  get home() {
    return join(this.#folder, "desk");
  }
  get ini() {
    return join(this.home, "metodica.ini");
  }

  /** Runs a command of the program to its end; its output. A failure throws. */
  command(...words) {
    return execFileSync(needed("METODICA_PROGRAM"), words, { encoding: "utf8", stdio: ["pipe", "pipe", "pipe"] });
  }

  /** Adds a user from the command line. */
  addUser(name, roles, password) {
    const words = ["user", "add", name, "--roles", roles, "--config", this.ini];
    execFileSync(needed("METODICA_PROGRAM"), words, { input: password + "\n", stdio: ["pipe", "pipe", "pipe"] });
  }

  /** One request through door 1, as the operator. */
  call(request) {
    const words = ["call", "--config", this.ini];
    return JSON.parse(execFileSync(needed("METODICA_PROGRAM"), words, { encoding: "utf8", input: JSON.stringify(request) + "\n" }));
  }

  /** Replaces the list of copies on loan. */
  lend(barcodes) {
    const file = join(this.#folder, "loans.csv");
    writeFileSync(file, "barcode\n" + barcodes.map((code) => code + "\n").join(""));
    this.command("import", "loans", file, "--config", this.ini);
  }

  async serve() {
    this.#process = spawn(needed("METODICA_PROGRAM"), ["serve", "--config", this.ini], { stdio: "ignore" });
    await answers(`${this.url}/login`, this.#process);
  }

  async stop() {
    if (this.#process) {
      const ended = new Promise((resolve) => this.#process.once("exit", resolve));
      this.#process.kill("SIGTERM");
      await ended;
    }
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
