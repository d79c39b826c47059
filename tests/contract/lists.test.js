// Face lists, small and large: the official client against the emulator.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { getLongRunningPoller, isUnexpected } from "@azure-rest/ai-vision-face";
import { connect, sample, servePictures, startEmulator } from "./emulator.js";

let emulator, client, pictures, astronaut;

before(async () => {
  [emulator, pictures, astronaut] = await Promise.all([startEmulator(), servePictures(), sample("astronaut.png")]);
  client = connect(emulator.endpoint);
});
after(() => { emulator?.stop(); pictures?.stop(); });

const ok = (response) => (assert.equal(isUnexpected(response), false, JSON.stringify(response.body)), response.body);
const faceId = async () => ok(await client.path("/detect").post({ contentType: "application/octet-stream", queryParameters: { recognitionModel: "recognition_04" }, body: astronaut }))[0].faceId;

for (const [kind, idName] of [["facelists", "faceListId"], ["largefacelists", "largeFaceListId"]]) {
  const one = `/${kind}/{${idName}}`, faces = `${one}/persistedfaces`, id = `contract-${kind}`;

  test(`${kind}: every operation`, async () => {
    ok(await client.path(one, id).put({ body: { name: "pictures", userData: "x", recognitionModel: "recognition_04" } }));
    ok(await client.path(one, id).patch({ body: { name: "faces" } }));
    const read = ok(await client.path(one, id).get({ queryParameters: { returnRecognitionModel: true } }));
    assert.deepEqual([read[idName], read.name, read.userData, read.recognitionModel], [id, "faces", "x", "recognition_04"]);
    const listed = ok(await client.path(`/${kind}`).get()).find((list) => list[idName] === id);
    assert.equal("recognitionModel" in listed, false);

    const added = ok(await client.path(faces, id).post({ contentType: "application/octet-stream", body: astronaut, queryParameters: { detectionModel: "detection_03", userData: "a", targetFace: { value: [170, 60, 110, 130], explode: false, style: "form" } } }));
    const byAddress = ok(await client.path(faces, id).post({ contentType: "application/json", body: { url: pictures.address("astronaut.png") }, queryParameters: { userData: "b" } }));
    const ids = [added.persistedFaceId, byAddress.persistedFaceId].sort();

    if (kind === "largefacelists") {
      assert.deepEqual(ok(await client.path(faces, id).get()).map((face) => face.persistedFaceId), ids);
      assert.deepEqual(ok(await client.path(faces, id).get({ queryParameters: { start: ids[0], top: 1 } })).map((face) => face.persistedFaceId), ids.slice(1));
      ok(await client.path(`${faces}/{persistedFaceId}`, id, ids[0]).patch({ body: { userData: "c" } }));
      assert.deepEqual(ok(await client.path(`${faces}/{persistedFaceId}`, id, ids[0]).get()), { persistedFaceId: ids[0], userData: "c" });
      const poller = await getLongRunningPoller(client, await client.path(`${one}/train`, id).post(), { intervalInMs: 10 });
      assert.equal((await poller.pollUntilDone()).body.status, "succeeded");
      assert.match(ok(await client.path(`${one}/training`, id).get()).lastSuccessfulTrainingDateTime, /^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    } else {
      assert.deepEqual(ok(await client.path(one, id).get()).persistedFaces.map((face) => face.userData).sort(), ["a", "b"]);
    }

    const query = await faceId();
    for (const mode of ["matchPerson", "matchFace"]) {
      const found = ok(await client.path("/findsimilars").post({ body: { faceId: query, [idName]: id, mode, maxNumOfCandidatesReturned: 5 } }));
      assert.deepEqual(found.map((face) => face.persistedFaceId).sort(), ids);
      assert.ok(found.every((face) => face.confidence > 0.99 && !("faceId" in face)));
    }

    ok(await client.path(`${faces}/{persistedFaceId}`, id, ids[0]).delete());
    assert.deepEqual(ok(await client.path("/findsimilars").post({ body: { faceId: query, [idName]: id } })).map((face) => face.persistedFaceId), ids.slice(1));
    ok(await client.path(one, id).delete());
    assert.equal((await client.path(one, id).get()).status, "404");
  });
}
