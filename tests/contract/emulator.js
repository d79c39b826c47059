// Starts the built emulator on a free port; it ends when its standard input does. Tests in one process share it.
import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import createFaceClientModule from "@azure-rest/ai-vision-face";
import { AzureKeyCredential } from "@azure/core-auth";
import { recorded } from "./operations.js";

const createFaceClient = createFaceClientModule.default ?? createFaceClientModule;
export const key = "contract-0123456789abcdef01234567";
export const sample = (name) => readFile(new URL(`../../samples/${name}`, import.meta.url));

const running = new Map();

export function startEmulator(...options) {
  const name = options.join(" ");
  if (!running.has(name)) running.set(name, { users: 0, started: start(options) });
  const emulator = running.get(name);
  emulator.users++;
  return emulator.started.then(({ endpoint, input }) => ({
    endpoint,
    stop() { if (--emulator.users === 0) { running.delete(name); input.end(); } },
  }));
}

async function start(options) {
  const program = fileURLToPath(new URL("../../out/FaceEmulator/FaceEmulator.dll", import.meta.url));
  const emulator = spawn("dotnet", [program, "--stdin", "--port", "0", ...options], { stdio: ["pipe", "pipe", "inherit"] });
  emulator.stdin.write(key + "\n");
  for await (const line of createInterface({ input: emulator.stdout })) {
    const ready = line.match(/ listening on (\S+)$/);
    if (ready) return { endpoint: ready[1], input: emulator.stdin };
  }
  throw new Error("The emulator ended before it was ready.");
}

/** The official client, whose calls are noted for coverage.test.js. */
export const connect = (endpoint, itsKey = key, options = {}) => recorded(createFaceClient(endpoint, new AzureKeyCredential(itsKey), { allowInsecureConnection: true, ...options }));

/** Serves the samples by http, for operations that take an address. */
export async function servePictures() {
  const server = createServer(async (request, response) => {
    try { response.end(await sample(request.url.slice(1))); } catch { response.writeHead(404).end(); }
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return { address: (name) => `http://127.0.0.1:${server.address().port}/${name}`, stop: () => server.close() };
}
