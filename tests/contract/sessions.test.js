// Liveness sessions: the official client against the emulator, which is told the outcome as no camera is there.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { isUnexpected } from "@azure-rest/ai-vision-face";
import { connect, startEmulator } from "./emulator.js";

const sample = (name) => readFileSync(new URL(`../../samples/${name}`, import.meta.url));
const astronaut = sample("astronaut.png");
const plain = { livenessOperationMode: "Passive", deviceCorrelationId: "contract-device" };
let emulator, client;

before(async () => {
  emulator = await startEmulator();
  client = connect(emulator.endpoint);
});
after(() => emulator.stop());

const ok = (response) => (assert.ok(!isUnexpected(response), JSON.stringify(response.body)), response.body);
const create = (body) => client.path("/detectLiveness-sessions").post({ body });
const parts = (fields) => Object.entries(fields).map(([name, body]) => ({ name, body }));
const createWithVerify = (picture, fields = {}, filename = "reference.png") =>
  client.path("/detectLivenessWithVerify-sessions").post({
    contentType: "multipart/form-data",
    body: [...parts({ ...plain, ...fields }), ...(picture ? [{ name: "verifyImage", body: new Uint8Array(picture), ...(filename ? { filename } : {}) }] : [])],
  });

// What the device does, with the token of its session in place of the key.
async function attempt({ sessionId, authToken }, body, query = "") {
  const response = await fetch(`${emulator.endpoint}/emulator/sessions/${sessionId}/attempts${query}`, {
    method: "POST",
    headers: { Authorization: `Bearer ${authToken}`, "Content-Type": body instanceof Uint8Array ? "application/octet-stream" : "application/json" },
    body: body instanceof Uint8Array ? body : JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
}

function refused(response, status, code) {
  assert.ok(isUnexpected(response));
  assert.equal(response.status, status);
  assert.equal(response.body.error.code, code);
}

test("a session from its creation to its end, with its picture", async () => {
  const session = ok(await create({ ...plain, enableSessionImage: true, livenessModelVersion: "2024-11-15", authTokenTimeToLiveInSeconds: 60 }));
  assert.equal(session.status, "NotStarted");
  assert.equal(session.modelVersion, "2024-11-15");
  assert.deepEqual(session.results.attempts, []);
  assert.equal((await attempt(session, astronaut)).status, 200);

  const path = client.path("/detectLiveness-sessions/{sessionId}", session.sessionId);
  const ended = ok(await path.get());
  assert.equal(ended.status, "Succeeded");
  const [tried] = ended.results.attempts;
  assert.equal(tried.attemptId, 1);
  assert.equal(tried.attemptStatus, "Succeeded");
  assert.equal(tried.result.livenessDecision, "realface");
  assert.equal(tried.result.digest, createHash("sha256").update(astronaut).digest("hex").toUpperCase());

  const image = await client.path("/sessionImages/{sessionImageId}", tried.result.sessionImageId).get().asNodeStream();
  assert.equal(image.status, "200");
  const chunks = [];
  for await (const chunk of image.body) chunks.push(chunk);
  assert.deepEqual(Buffer.concat(chunks), astronaut);
  const detected = await client.path("/detect").post({ contentType: "application/json", queryParameters: { returnFaceId: false }, body: { sessionImageId: tried.result.sessionImageId } });
  assert.deepEqual(ok(detected)[0].faceRectangle, tried.result.targets.color.faceRectangle);

  assert.equal((await path.delete()).status, "204");
  refused(await path.get(), "404", "SessionNotFound");
  refused(await path.delete(), "404", "SessionNotFound");
  const gone = await client.path("/detect").post({ contentType: "application/json", queryParameters: { returnFaceId: false }, body: { sessionImageId: tried.result.sessionImageId } });
  refused(gone, "404", "SessionImageNotFound");
});

test("a session with verification compares the two faces", async () => {
  const session = ok(await createWithVerify(astronaut, { enableSessionImage: true, returnVerifyImageHash: true, verifyConfidenceThreshold: 0.8, deviceCorrelationIdSetInClient: false, authTokenTimeToLiveInSeconds: 86400 }));
  const [reference] = session.results.verifyReferences;
  assert.equal(reference.referenceType, "Color");
  assert.equal(reference.qualityForRecognition, "medium");
  assert.ok(reference.faceRectangle.width > 50);
  assert.equal((await attempt(session, astronaut)).status, 200);

  const path = client.path("/detectLivenessWithVerify-sessions/{sessionId}", session.sessionId);
  const { result } = ok(await path.get()).results.attempts[0];
  assert.equal(result.verifyResult.isIdentical, true);
  assert.ok(result.verifyResult.matchConfidence > 0.99);
  assert.equal(result.verifyImageHash, createHash("sha256").update(astronaut).digest("hex").toUpperCase());
  assert.deepEqual(result.targets.color.faceRectangle, reference.faceRectangle);

  assert.equal((await path.delete()).status, "204");
  refused(await path.get(), "404", "SessionNotFound");
  refused(await path.delete(), "404", "SessionNotFound");
});

test("an attempt without a face fails, and so does one that is told to", async () => {
  for (const [body, code] of [[sample("coffee.png"), "NoFaceDetected"], [{ error: { code: "FaceWithMaskDetected", message: "Mask detected on face image." } }, "FaceWithMaskDetected"]]) {
    const session = ok(await create(plain));
    await attempt(session, body);
    const { status, results } = ok(await client.path("/detectLiveness-sessions/{sessionId}", session.sessionId).get());
    assert.equal(status, "Failed");
    assert.equal(results.attempts[0].error.code, code);
    assert.equal(results.attempts[0].result, undefined);
    assert.ok(results.attempts[0].error.targets.color.faceRectangle);
  }
});

test("one attempt is allowed, and only with the session's own token", async () => {
  const [session, other] = [ok(await create(plain)), ok(await create(plain))];
  assert.equal((await attempt({ ...session, authToken: other.authToken }, astronaut)).status, 401);
  assert.equal((await attempt(session, astronaut)).status, 200);
  const again = await attempt(session, astronaut);
  assert.equal(again.status, 409);
  assert.equal(again.body.error.code, "NoAttemptLeft");
});

test("what cannot be a session is refused with the service's code", async () => {
  refused(await create({ ...plain, livenessOperationMode: "Asleep" }), "400", "InvalidLivenessOperationMode");
  refused(await create({ livenessOperationMode: "Passive" }), "400", "InvalidDeviceCorrelationId");
  refused(await create({ ...plain, deviceCorrelationId: "x".repeat(65) }), "400", "InvalidDeviceCorrelationId");
  refused(await create({ ...plain, deviceCorrelationIdSetInClient: true }), "400", "InvalidDeviceCorrelationId");
  refused(await create({ ...plain, authTokenTimeToLiveInSeconds: 59 }), "400", "InvalidTokenLifetime");
  refused(await create({ ...plain, livenessModelVersion: "1999-01-01" }), "400", "BadArgument");
  refused(await create([]), "400", "InvalidRequestBody");
  refused(await createWithVerify(null), "400", "InvalidRequestBody");
  refused(await createWithVerify(astronaut, {}, null), "400", "InvalidRequestBody");
  refused(await createWithVerify(sample("coffee.png")), "400", "InvalidImage");
  refused(await createWithVerify(astronaut.subarray(0, 100)), "400", "InvalidImageSize");
  refused(await createWithVerify(astronaut, { verifyConfidenceThreshold: 1.5 }), "400", "BadArgument");
  refused(await createWithVerify(astronaut, { authTokenTimeToLiveInSeconds: 86401 }), "400", "InvalidTokenLifetime");
});

test("sessions of one kind are not found as the other, and unknown pictures not at all", async () => {
  const session = ok(await create(plain));
  refused(await client.path("/detectLivenessWithVerify-sessions/{sessionId}", session.sessionId).get(), "404", "SessionNotFound");
  refused(await client.path("/sessionImages/{sessionImageId}", "unknown").get(), "404", "SessionImageNotFound");
});
