// What the official client can do, read from its own type definitions, and what the tests made it do.
import { readFileSync } from "node:fs";
import { isUnexpected } from "@azure-rest/ai-vision-face";

const definitions = (name) => readFileSync(new URL(`node_modules/@azure-rest/ai-vision-face/dist/esm/${name}.d.ts`, import.meta.url), "utf8").replace(/\/\*[\s\S]*?\*\//g, "");
const [clientDefinitions, parameters, models] = ["clientDefinitions", "parameters", "models"].map(definitions);

/** The names of the required properties between two braces. */
const requiredKeys = (block) => [...block.matchAll(/^\s*(\w+): /gm)].map(([, name]) => name);

/** Which properties tell an operation's body from those of the others on the same path; null where the body is the picture itself. */
function bodyOf(name) {
  const [, type] = parameters.match(new RegExp(`interface ${name}BodyParam \\{\\s*body: ([\\s\\S]*?);\\n\\}`)) ?? [];
  if (type === undefined) return [];
  if (type.startsWith("{")) return requiredKeys(type);
  if (type.startsWith("string")) return null;
  return requiredKeys(models.match(new RegExp(`interface ${type} \\{([\\s\\S]*?)\\n\\}`))?.[1] ?? "");
}

/** Every operation: its name, its verb and path, and what its body holds. */
export const operations = [...clientDefinitions.matchAll(/\(path: "([^"]+)"[^)]*\): (\w+);/g)].flatMap(([, path, resource]) => {
  const [, methods] = clientDefinitions.match(new RegExp(`interface ${resource} \\{([\\s\\S]*?)\\n\\}`));
  return [...methods.matchAll(/(get|put|post|patch|delete)\(options\??: (\w+)Parameters\)/g)].map(([, verb, name]) => ({ name, verb: verb.toUpperCase(), path, keys: bodyOf(name) }));
});

/** The operation that a request is; undefined where the client has none such. */
export function operationOf({ method, url, headers, body }) {
  const segments = new URL(url).pathname.replace(/^\/face\/v[^/]+/, "").split("/");
  const onPath = operations.filter(({ verb, path }) => {
    const template = path.split("/");
    return verb === method && template.length === segments.length && template.every((part, i) => part.startsWith("{") || part === segments[i]);
  });
  if (onPath.length < 2) return onPath[0];
  if (headers.get("content-type") === "application/octet-stream") return onPath.find(({ keys }) => keys === null);
  const given = Object.keys(JSON.parse(body));
  return onPath.filter(({ keys }) => keys?.every((key) => given.includes(key))).sort((a, b) => b.keys.length - a.keys.length)[0];
}

/** The calls so far, as operation name, status and whether the client itself says that it did not expect the answer. */
export const calls = [];

/** Notes each call of a client, which stays as it is. */
export function recorded(client) {
  client.pipeline.addPolicy({
    name: "contractRecorder",
    async sendRequest(request, next) {
      const response = await next(request);
      const status = String(response.status);
      calls.push({ name: operationOf(request)?.name, method: request.method, url: request.url, status, unexpected: isUnexpected({ status, headers: response.headers.toJSON(), request }) });
      return response;
    },
  });
  return client;
}
