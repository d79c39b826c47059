import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { isUnexpected } from "@azure-rest/ai-vision-face";
import { connect, sample, servePictures, startEmulator } from "./emulator.js";

let emulator, client, pictures;

before(async () => {
  [emulator, pictures] = await Promise.all([startEmulator(), servePictures()]);
  client = connect(emulator.endpoint);
});

after(() => { emulator?.stop(); pictures?.stop(); });

const detectContent = async (name, query) => client.path("/detect").post({
  contentType: "application/octet-stream", body: await sample(name),
  queryParameters: { detectionModel: "detection_03", recognitionModel: "recognition_04", returnFaceId: false, ...query },
});

test("finds the face of a picture", async () => {
  const response = await detectContent("astronaut.png", { returnFaceAttributes: ["headPose", "blur", "mask", "qualityForRecognition"], returnFaceLandmarks: true });
  assert.equal(isUnexpected(response), false);
  assert.equal(response.body.length, 1);
  const [face] = response.body;
  assert.ok(Math.abs(face.faceRectangle.left - 178) < 20);
  assert.ok(Math.abs(face.faceAttributes.headPose.yaw) < 15);
  assert.ok(face.faceLandmarks.noseTip.x > face.faceRectangle.left);
});

test("finds none where there is none", async () => {
  const response = await detectContent("chelsea.png");
  assert.equal(isUnexpected(response), false);
  assert.deepEqual(response.body, []);
});

test("downloads a picture by its address", async () => {
  const response = await client.path("/detect").post({
    contentType: "application/json", body: { url: pictures.address("astronaut.png") },
    queryParameters: { returnFaceId: true, returnRecognitionModel: true },
  });
  assert.equal(isUnexpected(response), false);
  assert.match(response.body[0].faceId, /^[0-9a-f-]{36}$/);
});

test("says that an address leads nowhere", async () => {
  const response = await client.path("/detect").post({
    contentType: "application/json", body: { url: pictures.address("nothing.png") }, queryParameters: { returnFaceId: false },
  });
  assert.equal(isUnexpected(response), true);
  assert.equal(response.status, "400");
  assert.equal(response.body.error.code, "InvalidURL");
});

test("refuses an attribute that the model does not have", async () => {
  const response = await detectContent("astronaut.png", { returnFaceAttributes: ["noise"] });
  assert.equal(isUnexpected(response), true);
  assert.equal(response.body.error.code, "BadArgument");
});

test("refuses a wrong key", async () => {
  const stranger = connect(emulator.endpoint, "wrong");
  const response = await stranger.path("/detect").post({ contentType: "application/octet-stream", body: await sample("coffee.png"), queryParameters: { returnFaceId: false } });
  assert.equal(isUnexpected(response), true);
  assert.equal(response.status, "401");
});
