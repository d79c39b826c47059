// (d) the official JavaScript client with a pool of workers, with its own retries. It is installed by tests/contract.
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const require = createRequire(new URL("../../tests/contract/package.json", import.meta.url));
const { default: createClient, isUnexpected } = require("@azure-rest/ai-vision-face");
const { AzureKeyCredential } = require("@azure/core-auth");

const { FACE_BENCH_ENDPOINT: endpoint, FACE_BENCH_KEY: key, FACE_BENCH_LIST: list, FACE_BENCH_WIDTH: width, FACE_BENCH_FAULTS: faults } = process.env;
const client = createClient(endpoint, new AzureKeyCredential(key), { allowInsecureConnection: true });
const pictures = readFileSync(list, "utf8").split("\n").filter(Boolean);

async function detect(picture) {
  const response = await client.path("/detect").post({
    contentType: "application/octet-stream",
    queryParameters: { detectionModel: "detection_03", recognitionModel: "recognition_04", returnFaceId: false },
    body: await readFile(picture),
  });
  return !isUnexpected(response);
}

for (let i = 0; i < 500; i++) await detect(pictures[0]);
await fetch(endpoint + "emulator/faults", { method: "PUT", headers: { "Ocp-Apim-Subscription-Key": key, "Content-Type": "application/json" }, body: faults });

const before = process.cpuUsage();
const start = performance.now();
let answered = 0, next = 0;
await Promise.all(Array.from({ length: Number(width) }, async () => {
  while (next < pictures.length) {
    try {
      if (await detect(pictures[next++])) answered++;
    } catch {}
  }
}));
const seconds = (performance.now() - start) / 1000;
const used = process.cpuUsage(before);
console.log(JSON.stringify({ answered, seconds, cpu: (used.user + used.system) / 1000, memory: process.resourceUsage().maxRSS / 1024 }));
