package main

import (
	"maps"
	"path"
)

var (
	defaults = load("defaults.json")
	follows  = defaults["follows"].(object)
)

// buildClaims returns the payload to sign for claims that a caller wrote and that rules-input accepts.
func buildClaims(claims object, apiKey string, now int64) (payload object, err error) {
	given := object{"exp": now + 6*3600, "iss": apiKey, "nbf": now}
	maps.Copy(given, claims)
	payload = fill(given, defaults["claims"].(object), "")
	delete(payload, "$schema")
	payload["roomConfig"], err = normalizeRoomConfig(payload["roomConfig"])
	return payload, err
}

func fill(given, defaults object, at string) object {
	filled := maps.Clone(defaults)
	maps.Copy(filled, given)
	for name, value := range defaults {
		if nested, ok := value.(object); ok && len(nested) > 0 {
			filled[name] = fill(filled[name].(object), nested, at+"/"+name)
		} else if source, ok := follows[at+"/"+name].(string); ok && given[name] == nil {
			filled[name] = filled[path.Base(source)]
		}
	}
	return filled
}
