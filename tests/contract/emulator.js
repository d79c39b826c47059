// Starts the built emulator on a free port; it ends when its standard input does.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

export const key = "contract-0123456789abcdef01234567";

export async function startEmulator() {
  const program = fileURLToPath(new URL("../../out/FaceEmulator/FaceEmulator.dll", import.meta.url));
  const emulator = spawn("dotnet", [program, "--stdin", "--port", "0"], { stdio: ["pipe", "pipe", "inherit"] });
  emulator.stdin.write(key + "\n");
  for await (const line of createInterface({ input: emulator.stdout })) {
    const ready = line.match(/ listening on (\S+)$/);
    if (ready) return { endpoint: ready[1], stop: () => emulator.stdin.end() };
  }
  throw new Error("The emulator ended before it was ready.");
}
