// Verification, similar faces and grouping: the official client against the emulator.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { getLongRunningPoller, isUnexpected } from "@azure-rest/ai-vision-face";
import { connect, sample, servePictures, startEmulator } from "./emulator.js";

let emulator, client, pictures, astronaut;

before(async () => {
  [emulator, pictures, astronaut] = await Promise.all([startEmulator(), servePictures(), sample("astronaut.png")]);
  client = connect(emulator.endpoint);
});
after(() => { emulator?.stop(); pictures?.stop(); });

async function faceId(picture = astronaut) {
  const response = await client.path("/detect").post({
    contentType: "application/octet-stream",
    queryParameters: { detectionModel: "detection_03", recognitionModel: "recognition_04", returnFaceId: true },
    body: picture,
  });
  assert.ok(!isUnexpected(response));
  return response.body[0].faceId;
}

test("verify face to face", async () => {
  const response = await client.path("/verify").post({ body: { faceId1: await faceId(), faceId2: await faceId() } });
  assert.ok(!isUnexpected(response));
  assert.equal(response.body.isIdentical, true);
  assert.ok(response.body.confidence > 0.99);
});

test("find similar among face ids, in both modes", async () => {
  for (const mode of ["matchPerson", "matchFace"]) {
    const other = await faceId();
    const response = await client.path("/findsimilars").post({ body: { faceId: await faceId(), faceIds: [other], mode, maxNumOfCandidatesReturned: 5 } });
    assert.ok(!isUnexpected(response));
    assert.equal(response.body[0].faceId, other);
  }
});

test("group", async () => {
  const faceIds = [await faceId(), await faceId()];
  const response = await client.path("/group").post({ body: { faceIds } });
  assert.ok(!isUnexpected(response));
  assert.deepEqual(new Set(response.body.groups[0]), new Set(faceIds));
  assert.deepEqual(response.body.messyGroup, []);
});

test("group leaves who is like nobody in the messy group", async () => {
  // A photo of the recognition network's package, which the emulator's build restores.
  const stranger = await readFile(new URL("../../src/FaceEmulator/models/node_modules/@vladmandic/face-api/demo/sample3.jpg", import.meta.url));
  const pair = [await faceId(), await faceId()], loner = await faceId(stranger);
  const response = await client.path("/group").post({ body: { faceIds: [pair[0], loner, pair[1]] } });
  assert.ok(!isUnexpected(response));
  assert.deepEqual(response.body, { groups: [pair], messyGroup: [loner] });
});

test("unknown face ids are unexpected to the client, with the service's code", async () => {
  const unknown = "8d0c8e0b-0a5e-4a60-a8ae-1f6e7a0f2d11";
  const calls = [
    client.path("/verify").post({ body: { faceId1: unknown, faceId2: unknown } }),
    client.path("/findsimilars").post({ body: { faceId: unknown, faceIds: [unknown] } }),
    client.path("/group").post({ body: { faceIds: [unknown, unknown] } }),
  ];
  for (const response of await Promise.all(calls)) {
    assert.ok(isUnexpected(response));
    assert.equal(response.body.error.code, "FaceNotFound");
  }
});

for (const kind of ["largepersongroups", "persongroups"]) {
  const idName = kind === "persongroups" ? "personGroupId" : "largePersonGroupId";
  const group = (suffix = "") => `/${kind}/{${idName}}${suffix}`;

  test(`${kind}: every operation`, async () => {
    const id = `contract-${kind}`;
    const ok = (response) => (assert.ok(!isUnexpected(response), JSON.stringify(response.body)), response.body);
    ok(await client.path(group(), id).put({ body: { name: "crew", recognitionModel: "recognition_04" } }));
    ok(await client.path(group(), id).patch({ body: { userData: "x" } }));
    assert.equal(ok(await client.path(group(), id).get({ queryParameters: { returnRecognitionModel: true } })).recognitionModel, "recognition_04");
    assert.ok(ok(await client.path(`/${kind}`).get()).some((found) => found[idName] === id));
    const { personId } = ok(await client.path(group("/persons"), id).post({ body: { name: "Eileen" } }));
    ok(await client.path(group("/persons/{personId}"), id, personId).patch({ body: { userData: "y" } }));
    assert.equal(ok(await client.path(group("/persons/{personId}"), id, personId).get()).userData, "y");
    assert.equal(ok(await client.path(group("/persons"), id).get({ queryParameters: { top: 5 } })).length, 1);
    const { persistedFaceId } = ok(await client.path(group("/persons/{personId}/persistedfaces"), id, personId).post({ contentType: "application/octet-stream", queryParameters: { detectionModel: "detection_03", userData: "z" }, body: astronaut }));
    ok(await client.path(group("/persons/{personId}/persistedfaces/{persistedFaceId}"), id, personId, persistedFaceId).patch({ body: { userData: "zz" } }));
    assert.equal(ok(await client.path(group("/persons/{personId}/persistedfaces/{persistedFaceId}"), id, personId, persistedFaceId).get()).userData, "zz");
    const second = ok(await client.path(group("/persons/{personId}/persistedfaces"), id, personId).post({ contentType: "application/json", body: { url: pictures.address("astronaut.png") } })).persistedFaceId;
    assert.deepEqual(ok(await client.path(group("/persons/{personId}"), id, personId).get()).persistedFaceIds, [persistedFaceId, second].sort());
    const training = await client.path(group("/train"), id).post();
    assert.ok(!isUnexpected(training));
    assert.match(training.headers["operation-location"], /^http.*\/training$/);
    const poller = await getLongRunningPoller(client, training, { intervalInMs: 10 });
    assert.equal((await poller.pollUntilDone()).body.status, "succeeded");
    const face = await faceId();
    assert.equal(ok(await client.path("/identify").post({ body: { faceIds: [face], [idName]: id } }))[0].candidates[0].personId, personId);
    assert.equal(ok(await client.path("/verify").post({ body: { faceId: face, [idName]: id, personId } })).isIdentical, true);
    ok(await client.path(group("/persons/{personId}/persistedfaces/{persistedFaceId}"), id, personId, persistedFaceId).delete());
    ok(await client.path(group("/persons/{personId}"), id, personId).delete());
    ok(await client.path(group(), id).delete());
    const gone = await client.path(group(), id).get();
    assert.ok(isUnexpected(gone));
    assert.equal(gone.status, "404");
  });
}
