// What every operation answers when it cannot be done: the service's status and code.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { isUnexpected } from "@azure-rest/ai-vision-face";
import { connect, sample, servePictures, startEmulator } from "./emulator.js";

const nobody = "8d0c8e0b-0a5e-4a60-a8ae-1f6e7a0f2d11";
let emulator, busy, client, latecomer, stranger, pictures, face, astronaut, coffee;

before(async () => {
  [emulator, busy, pictures, astronaut, coffee] = await Promise.all([startEmulator(), startEmulator("--conflict-rate", "1"), servePictures(), sample("astronaut.png"), sample("coffee.png")]);
  client = connect(emulator.endpoint);
  latecomer = connect(busy.endpoint);
  stranger = connect(emulator.endpoint, "wrong");
  const detected = await client.path("/detect").post({ contentType: "application/octet-stream", queryParameters: { recognitionModel: "recognition_04" }, body: astronaut });
  face = detected.body[0].faceId;
});
after(() => { emulator?.stop(); busy?.stop(); pictures?.stop(); });

function refused(name, call, status, code) {
  test(`${name}: ${status} ${code}`, async () => {
    const response = await call();
    assert.equal(isUnexpected(response), true);
    assert.deepEqual([response.status, response.body.error.code], [String(status), code]);
    assert.equal(response.headers["x-ms-error-code"], code);
    assert.ok(response.body.error.message.length > 0);
  });
}

const picture = (body, queryParameters = {}) => ({ contentType: "application/octet-stream", body, queryParameters });
const address = (name, queryParameters = {}) => ({ contentType: "application/json", body: { url: pictures.address(name) }, queryParameters });

refused("detect a picture that is none", () => client.path("/detect").post(picture(new Uint8Array(2000), { returnFaceId: false })), 400, "InvalidImage");
refused("detect a tiny file", () => client.path("/detect").post(picture(new Uint8Array(10), { returnFaceId: false })), 400, "InvalidImageSize");
refused("detect by an address that leads nowhere", () => client.path("/detect").post(address("nothing.png")), 400, "InvalidURL");
refused("find similar to an unknown face", () => client.path("/findsimilars").post({ body: { faceId: nobody, faceIds: [face] } }), 400, "FaceNotFound");
refused("find similar in no face list", () => client.path("/findsimilars").post({ body: { faceId: face, faceListId: "nowhere" } }), 400, "FaceListNotFound");
refused("find similar in no large face list", () => client.path("/findsimilars").post({ body: { faceId: face, largeFaceListId: "nowhere" } }), 400, "LargeFaceListNotFound");
refused("identify in no group", () => client.path("/identify").post({ body: { faceIds: [face], personGroupId: "nowhere" } }), 400, "PersonGroupNotFound");
refused("identify in no large group", () => client.path("/identify").post({ body: { faceIds: [face], largePersonGroupId: "nowhere" } }), 400, "LargePersonGroupNotFound");
refused("identify in the person directory", () => client.path("/identify").post({ body: { faceIds: [face], personIds: [nobody] } }), 400, "PersonNotFound");
refused("identify in a dynamic group", () => client.path("/identify").post({ body: { faceIds: [face], dynamicPersonGroupId: "nowhere" } }), 400, "DynamicPersonGroupNotFound");
refused("verify an unknown face", () => client.path("/verify").post({ body: { faceId1: face, faceId2: nobody } }), 404, "FaceNotFound");
refused("verify in no group", () => client.path("/verify").post({ body: { faceId: face, personGroupId: "nowhere", personId: nobody } }), 400, "PersonGroupNotFound");
refused("verify in no large group", () => client.path("/verify").post({ body: { faceId: face, largePersonGroupId: "nowhere", personId: nobody } }), 400, "LargePersonGroupNotFound");
refused("verify in the person directory", () => client.path("/verify").post({ body: { faceId: face, personId: nobody } }), 404, "PersonNotFound");
refused("group one face", () => client.path("/group").post({ body: { faceIds: [face] } }), 400, "BadArgument");

for (const [kind, idName, name] of [["facelists", "faceListId", "FaceList"], ["largefacelists", "largeFaceListId", "LargeFaceList"], ["persongroups", "personGroupId", "PersonGroup"], ["largepersongroups", "largePersonGroupId", "LargePersonGroup"]]) {
  const one = `/${kind}/{${idName}}`, id = `refusing-${kind}`, isGroup = kind.endsWith("groups");
  const faces = isGroup ? `${one}/persons/{personId}/persistedfaces` : `${one}/persistedfaces`;
  let parent;

  test(`${kind}: something to refuse`, async () => {
    assert.equal((await client.path(one, id).put({ body: { name: "x", recognitionModel: "recognition_04" } })).status, "200");
    parent = isGroup ? [id, (await client.path(`${one}/persons`, id).post({ body: { name: "x" } })).body.personId] : [id];
  });
  refused(`${kind}: create it again`, () => client.path(one, id).put({ body: { name: "x" } }), 409, `${name}Exists`);
  refused(`${kind}: create without a name`, () => client.path(one, "nameless").put({ body: { name: "" } }), 400, "BadArgument");
  refused(`${kind}: read one that is not there`, () => client.path(one, "nowhere").get(), 404, `${name}NotFound`);
  refused(`${kind}: change one that is not there`, () => client.path(one, "nowhere").patch({ body: { name: "x" } }), 404, `${name}NotFound`);
  refused(`${kind}: change nothing`, () => client.path(one, id).patch({ body: {} }), 400, "BadArgument");
  refused(`${kind}: create one while another change is under way`, () => latecomer.path(one, id).put({ body: { name: "x" } }), 409, "ConcurrentOperationConflict");
  refused(`${kind}: delete one that is not there`, () => client.path(one, "nowhere").delete(), 404, `${name}NotFound`);
  refused(`${kind}: list as a stranger`, () => stranger.path(`/${kind}`).get(), 401, "401");
  refused(`${kind}: add a picture without a face`, () => client.path(faces, ...parent).post(picture(coffee)), 400, "InvalidImage");
  refused(`${kind}: add beside the face`, () => client.path(faces, ...parent).post(picture(astronaut, { targetFace: { value: [0, 300, 50, 50], explode: false, style: "form" } })), 400, "InvalidImage");
  refused(`${kind}: add by an address that leads nowhere`, () => client.path(faces, ...parent).post(address("nothing.png")), 400, "InvalidURL");
  refused(`${kind}: delete a face that is not there`, () => client.path(`${faces}/{persistedFaceId}`, ...parent, nobody).delete(), 404, "PersistedFaceNotFound");
  if (kind !== "facelists") {
    refused(`${kind}: an oversized page`, () => client.path(`/${kind}`).get({ queryParameters: { top: 1001 } }), 400, "BadArgument");
    refused(`${kind}: train one that is not there`, () => client.path(`${one}/train`, "nowhere").post(), 404, `${name}NotFound`);
    refused(`${kind}: the training that never was`, () => client.path(`${one}/training`, id).get(), 404, `${name}NotTrained`);
    refused(`${kind}: read a face that is not there`, () => client.path(`${faces}/{persistedFaceId}`, ...parent, nobody).get(), 404, "PersistedFaceNotFound");
    refused(`${kind}: change a face that is not there`, () => client.path(`${faces}/{persistedFaceId}`, ...parent, nobody).patch({ body: { userData: "x" } }), 404, "PersistedFaceNotFound");
    refused(`${kind}: change nothing of a face`, async () => {
      const { persistedFaceId } = (await client.path(faces, ...parent).post(picture(astronaut))).body;
      const response = await client.path(`${faces}/{persistedFaceId}`, ...parent, persistedFaceId).patch({ body: {} });
      await client.path(`${faces}/{persistedFaceId}`, ...parent, persistedFaceId).delete();
      return response;
    }, 400, "BadArgument");
    const search = isGroup
      ? () => client.path("/identify").post({ body: { faceIds: [face], [idName]: id } })
      : () => client.path("/findsimilars").post({ body: { faceId: face, [idName]: id } });
    refused(`${kind}: search before the training`, search, 400, `${name}NotTrained`);
  }
  if (kind === "largefacelists") refused(`${kind}: an oversized page of faces`, () => client.path(faces, id).get({ queryParameters: { top: 0 } }), 400, "BadArgument");
  if (kind === "facelists") refused(`${kind}: search in an empty one`, () => client.path("/findsimilars").post({ body: { faceId: face, faceListId: id } }), 400, "FaceListNotReady");
  if (isGroup) {
    const persons = `${one}/persons`, person = `${persons}/{personId}`;
    refused(`${kind}: create a person without a name`, () => client.path(persons, id).post({ body: { name: "" } }), 400, "BadArgument");
    refused(`${kind}: list persons of none`, () => client.path(persons, "nowhere").get(), 404, `${name}NotFound`);
    refused(`${kind}: read a person who is not there`, () => client.path(person, id, nobody).get(), 404, "PersonNotFound");
    refused(`${kind}: change a person who is not there`, () => client.path(person, id, nobody).patch({ body: { name: "x" } }), 404, "PersonNotFound");
    refused(`${kind}: delete a person who is not there`, () => client.path(person, id, nobody).delete(), 404, "PersonNotFound");
    refused(`${kind}: verify a person without a face`, () => client.path("/verify").post({ body: { faceId: face, [idName]: id, personId: parent[1] } }), 404, "PersistedFaceNotFound");
  }
}
