// All tests in one process: coverage.test.js, the last one, looks at what the others called.
import { readdirSync } from "node:fs";

for (const name of readdirSync(new URL(".", import.meta.url)).filter((name) => name.endsWith(".test.js") && name !== "coverage.test.js").sort()) {
  await import(`./${name}`);
}

await import("./coverage.test.js");
