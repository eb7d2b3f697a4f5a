// biome-ignore-all lint/correctness/noUnusedVariables: the code that ajv writes above calls them
// The last part of generated/validators.js: the checks that its functions share. Each takes the errors found so far, a
// value and its rules, and returns the errors. An undefined value is absent and therefore valid.

function fail(errors, instancePath, keyword, params) {
  const error = { instancePath, keyword, params };
  if (errors === null) return [error];
  errors.push(error);
  return errors;
}

/** Adds the errors of a function that does not know its path. */
function append(errors, more, path) {
  for (const error of more) error.instancePath = path + error.instancePath;
  if (errors === null) return more;
  for (const error of more) errors.push(error);
  return errors;
}

function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function checkType(errors, value, type, path) {
  return value === undefined || typeof value === type ? errors : fail(errors, path, "type", { type });
}

function checkNumber(errors, value, path) {
  return value === undefined || Number.isFinite(value) ? errors : fail(errors, path, "type", { type: "number" });
}

function checkInteger(errors, value, minimum, maximum, path) {
  if (value === undefined || (Number.isInteger(value) && value >= minimum && value <= maximum)) return errors;
  if (!Number.isInteger(value)) return fail(errors, path, "type", { type: "integer" });
  return value > maximum
    ? fail(errors, path, "maximum", { limit: maximum })
    : fail(errors, path, "minimum", { limit: minimum });
}

function checkEnum(errors, value, names, path) {
  if (value === undefined || (typeof value === "string" && Object.hasOwn(names, value))) return errors;
  return fail(errors, path, "oneOfEnum", { allowedValues: Object.keys(names) });
}

function checkValue(errors, value, validate, path) {
  return value === undefined || validate(value) ? errors : append(errors, validate.errors, path);
}

function checkList(errors, list, validate, path) {
  if (list === undefined) return errors;
  if (!Array.isArray(list)) return fail(errors, path, "type", { type: "array" });
  for (let i = 0; i < list.length; i++) {
    if (!validate(list[i])) errors = append(errors, validate.errors, `${path}/${i}`);
  }
  return errors;
}

function checkMap(errors, map, validate, path) {
  if (map === undefined) return errors;
  if (!isObject(map)) return fail(errors, path, "type", { type: "object" });
  // Checks for an own member only after a failure: listing the own names would slow down empty maps.
  for (const name in map) {
    if (validate(map[name]) || !Object.hasOwn(map, name)) continue;
    errors = append(errors, validate.errors, `${path}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`);
  }
  return errors;
}

/** Validates an element of a list or map. An element cannot be absent, so undefined is invalid. */
function isString(value) {
  isString.errors = typeof value === "string" ? null : fail(null, "", "type", { type: "string" });
  return isString.errors === null;
}

function checkOneofs(errors, object, oneofs) {
  for (const names of oneofs) {
    let earlier = false;
    for (const member of names) {
      if (object[member] === undefined) continue;
      if (earlier) errors = fail(errors, "", "atMostOne", { member });
      earlier = true;
    }
  }
  return errors;
}
