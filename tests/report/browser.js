// The reports, made once with the built module, and a Chromium that has no way out to a network.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = join(root, "out", "tests", "reports");
// On Windows a program's file ends in .exe.
const onPath = names => (process.env.PATH ?? "").split(delimiter).flatMap(place => names.flatMap(name => [join(place, name), join(place, `${name}.exe`)])).find(existsSync);

export function makeReports() {
  const script = [fileURLToPath(new URL("make-reports.ps1", import.meta.url)), folder];
  const pwsh = onPath(["pwsh"]);
  const [program, ...before] = pwsh ? [pwsh, "-NoProfile", "-NonInteractive", "-File"] : ["dotnet", join(root, "tools", "PSHost", "bin", "Release", "net10.0", "PSHost.dll")];
  const made = spawnSync(program, [...before, ...script], { encoding: "utf8" });
  if (made.status !== 0) throw new Error(`The reports were not made:\n${made.stdout}\n${made.stderr}\n${made.error ?? ""}`);
}

export const address = name => pathToFileURL(join(folder, name)).href;

export async function startBrowser() {
  const profile = mkdtempSync(join(tmpdir(), "face-report-"));
  const flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM ?? onPath(["chromium", "chromium-browser", "google-chrome", "chrome"]),
    headless: true,
    args: flags,
    viewport: { width: 1280, height: 900 },
  });
  return { context, close: async () => { await context.close(); rmSync(profile, { recursive: true, force: true, maxRetries: 5 }); } };
}
